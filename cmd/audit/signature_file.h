/*
 * signature_file.h: the file of signatures beside a manifest or a report. Each is a heading, three
 * lines (what is signed, in which role, when), and the signature of ssh-keygen over all above it.
 */

#ifndef HZ_CMD_SIGNATURE_FILE_H
#define HZ_CMD_SIGNATURE_FILE_H

#include "base/digest.h"
#include "base/error.h"
#include "base/text.h"

enum { HZ_SIGNED_BYTES = 1 << 30, HZ_SIGNATURES_MOST = 64, HZ_SIGNATURE_PRINT = 100 };

extern const char *const hz_signature_roles[]; /* preparer, reviewer, NULL */

/* The line with which each begins. */
extern const char hz_signature_heading[];

/* A signature as it stands in its file. */
struct hz_signature {
    struct hz_text message; /* what is signed: all above */
    struct hz_text armored;
    char sha256[HZ_DIGEST_HEX], role[16], time[24];
    char key[HZ_SIGNATURE_PRINT],
        who[HZ_SIGNATURE_PRINT]; /* once they are known: its fingerprint, whose it is */
};

/* The signatures of a manifest or a report. */
struct hz_signatures {
    const char *path; /* of what is signed */
    char hex[HZ_DIGEST_HEX];
    struct hz_buffer file; /* the name of their file, terminated */
    struct hz_buffer text; /* what stands in it */
    struct hz_signature at[HZ_SIGNATURES_MOST];
    size_t count;
};

/* Whether its role is that of a reviewer. */
bool hz_signature_is_review(const struct hz_signature *signature);

/*
 * Reads those of `path`, whose bytes are given: none if their file is not there. Refused (data):
 * what is no such file, and too many; (system) a file that cannot be read.
 */
HZ_MUST_USE bool hz_signatures_read(struct hz_signatures *all, const char *path,
                                    struct hz_text bytes, struct hz_error *err);

/* The same of the text that is there already. */
HZ_MUST_USE bool hz_signatures_parse(struct hz_signatures *all, struct hz_error *err);

void hz_signatures_free(struct hz_signatures *all);

/*
 * Whether a signature is over its message, and by which key: *is_good, and its fingerprint. Refused
 * (system): no ssh-keygen.
 */
HZ_MUST_USE bool hz_signature_find_key(struct hz_signature *signature, bool *is_good,
                                       struct hz_error *err);

#endif

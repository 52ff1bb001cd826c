/*
 * signatures.h: who has prepared, and who has reviewed, what a manifest or a report says:
 * signatures over its SHA-256, in the file beside it, each over all that stands above it there.
 */

#ifndef HZ_CMD_SIGNATURES_H
#define HZ_CMD_SIGNATURES_H

#include "base/date.h"
#include "file/table.h"

/* Whose signatures are wanted. */
struct hz_signers {
    const char *allowed; /* the file of who may sign; NULL: nobody has to */
    const char *revoked; /* the file of keys that are not to be believed; NULL: none */
    const char *role;    /* that one of them must have had; NULL: any */
    hz_date as_of;       /* when keys must be valid; HZ_NO_DATE: now */
};

/* Takes what was compared, and says whether it is the same. */
typedef bool hz_signature_teller(void *context, const char *item, const char *expected,
                                 const char *found);

/*
 * Holds the signatures of `path`, whose bytes are given, against them and against the signers, up
 * to the first that is not as it should be: then `tell` has returned false, and so does this.
 * Refused (data): a file of signatures that is none; (system) no ssh-keygen, or a file that cannot
 * be read.
 */
HZ_MUST_USE bool hz_signatures_verify(const char *path, struct hz_text bytes,
                                      const struct hz_signers *signers, hz_signature_teller *tell,
                                      void *context, struct hz_error *err);

/*
 * Signs these manifests and reports, all or, but for a disk that is full, none: a row each.
 * Refused (data): what is none of them, what is not what was signed before, a review of what
 * nobody has prepared, or by who has; (system) a key that does not sign.
 */
HZ_MUST_USE bool hz_signatures_sign(char *const path[], size_t paths, const char *key,
                                    const char *role, struct hz_table *table, struct hz_error *err);

#endif

/*
 * audit_trail.h: what a process has read and written, each byte hashed once as it passes: what a
 * manifest (manifest.h) says of its inputs and outputs.
 *
 * A process keeps an audit trail or none. Whoever wants one begins it before the first file is
 * opened; without one, reading and writing cost one test of a pointer a block.
 */

#ifndef HZ_FILE_AUDIT_TRAIL_H
#define HZ_FILE_AUDIT_TRAIL_H

#include "base/arena.h"
#include "base/digest.h"
#include "base/error.h"
#include "base/linkage.h"

HZ_BEGIN_C

/* A file that was read or written, from its first byte to where the reading or writing ended. */
struct hz_audited {
    const char *name; /* as messages show it: "<stdin>" */
    bool is_output;
    uint64_t bytes;
    uint64_t lines; /* newlines */
    struct hz_digest digest;
};

/* From now on everything that is opened leaves a trail. */
void hz_audit_trail_begin(void);

/*
 * Ends it: what was read and written, in the order of the names' bytes, what was read first. A file
 * read twice, with the same bytes, is told once. Refused (system): a file of which the rest, that
 * nobody needed, could not be read.
 */
HZ_MUST_USE bool hz_audit_trail_end(struct hz_arena *arena, struct hz_audited **seen, size_t *count,
                                    struct hz_error *err);

/*
 * One file that is being read or written; NULL if no trail is kept, and then the others do nothing.
 */
struct hz_audit_trail;

struct hz_audit_trail *hz_audit_trail_open(const char *name, bool is_output);
void hz_audit_trail_bytes(struct hz_audit_trail *trail, const void *bytes, size_t length);

/*
 * Reads on to the end of a regular file that nobody needs more of: a manifest tells whole files.
 * What cannot be read is told in the end.
 */
void hz_audit_trail_rest(struct hz_audit_trail *trail, int descriptor);

HZ_END_C

#endif

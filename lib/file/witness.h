/*
 * witness.h: what a process has read and written, each byte hashed once as it passes: what a manifest
 * (manifest.h) says of its inputs and outputs.
 *
 * A process has one witness or none. Whoever wants one calls it before the first file is opened; with
 * none, reading and writing cost one test of a pointer a block.
 */

#ifndef HZ_FILE_WITNESS_H
#define HZ_FILE_WITNESS_H

#include "base/arena.h"
#include "base/digest.h"
#include "base/linkage.h"

HZ_BEGIN_C

/* A file that was read or written, from its first byte to where the reading or writing ended. */
struct hz_witnessed {
    const char *name; /* as messages show it: "<stdin>" */
    bool is_output;
    uint64_t bytes;
    uint64_t lines; /* newlines */
    struct hz_digest digest;
};

/* From now on everything that is opened is witnessed. */
void hz_witness_call(void);

/*
 * Sends the witness away: what it has seen, in the order of the names' bytes, what was read first. A
 * file read twice, with the same bytes, is told once.
 */
void hz_witness_leave(struct hz_arena *arena, struct hz_witnessed **seen, size_t *count);

/* One file that is being read or written; NULL without a witness, and then the others do nothing. */
struct hz_testimony;

struct hz_testimony *hz_witness_open(const char *name, bool is_output);
void hz_witness_bytes(struct hz_testimony *testimony, const void *bytes, size_t length);

/* Reads on to the end of a regular file that nobody needs more of: a manifest tells whole files. */
void hz_witness_rest(struct hz_testimony *testimony, int descriptor);

HZ_END_C

#endif

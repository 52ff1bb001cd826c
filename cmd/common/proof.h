/* proof.h: --manifest: a run of a command told as a manifest (stream/manifest.h). */

#ifndef HZ_COMMON_PROOF_H
#define HZ_COMMON_PROOF_H

#include "common/options.h"
#include "stream/manifest.h"

/* How options are told. */
struct hz_proof_order {
    const struct hz_command_line *line;
    const void *const *aside; /* targets of options that shape no result; ends with NULL */
    enum hz_format format;    /* in force: chosen by what stdout was then */
};

/* Begins it: who runs, with what options. The witness is called. */
struct hz_manifest *hz_proof_begin(const struct hz_proof_order *order);

/*
 * Ends it when the outputs are closed, and writes it to `path`: the witness leaves. `as` tells outputs
 * from each other: pairs of a name and what it is, ending with NULL; another one is the "result".
 */
HZ_MUST_USE bool hz_proof_end(struct hz_manifest *manifest, const struct hz_command_line *line,
                              const char *const as[][2], int status, const char *path,
                              struct hz_error *err);

#endif

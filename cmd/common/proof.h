/* proof.h: --manifest: a run of a command told as a manifest (stream/manifest.h). */

#ifndef HZ_COMMON_PROOF_H
#define HZ_COMMON_PROOF_H

#include "common/options.h"
#include "stream/run.h"

/* Begins it: who runs, with what options that shape the result. The audit trail begins. */
void hz_proof_begin(const struct hz_command_line *line);

/* What became of the rows, and the sums of a tally (NULL: none). Without a proof, nothing. */
void hz_proof_counts(const struct hz_counts *counts, const struct hz_tally *tally);

/*
 * Refuses (system) an output of which a part only was read: a manifest of that would vouch for
 * nothing.
 */
HZ_MUST_USE bool hz_proof_is_whole(struct hz_output *output, struct hz_error *err);

/*
 * Ends it when the outputs are closed: writes it to --manifest if the command has done, and frees
 * it. The audit trail ends. Without a proof, true.
 */
HZ_MUST_USE bool hz_proof_end(const struct hz_command_line *line, bool is_done, bool lacks_data,
                              struct hz_error *err);

#endif

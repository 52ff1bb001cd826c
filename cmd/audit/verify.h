/* verify.h: a chain of commands run again from their manifests, and held against them. */

#ifndef HZ_CMD_VERIFY_H
#define HZ_CMD_VERIFY_H

#include "file/table.h"
#include "replay.h"
#include "signatures.h"

#include <stdint.h>

struct hz_verify_order {
    char *const *path; /* manifests in the order in which the commands ran */
    size_t paths;
    const char *input;  /* what the first that read standard input from outside read; NULL */
    const char *output; /* what was kept of what the last printed; NULL */
    struct hz_signers signers;
    struct hz_replay_rules rules; /* what commands may do; a folder of NULL: files lie anywhere */
};

/*
 * A row for each signature, input and output that was compared. The first difference is the last
 * row; it is told, and left out of the table in the sense of table.h. A command's standard input
 * is what a command before it printed if the digests are the same, the nearest first, else the
 * order's `input`. Refused (data): what is no manifest, a manifest that was changed; (system) a
 * command that cannot be started.
 */
HZ_MUST_USE bool hz_verify(const struct hz_verify_order *order, struct hz_table *table,
                           struct hz_error *err);

#endif

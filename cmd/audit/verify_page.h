/* verify_page.h: a report (hz-report) proved again: its commands run, its page made anew. */

#ifndef HZ_CMD_VERIFY_PAGE_H
#define HZ_CMD_VERIFY_PAGE_H

#include "file/table.h"
#include "replay.h"
#include "signatures.h"

/* True of a file that begins as a report does. */
bool hz_is_page(const char *path);

/*
 * Looks at its signatures, runs every command of the report again, as its description says and
 * reading only what its manifests list, and holds the manifests and then the whole page but for
 * its pictures against what is there. A difference is a row and is told; it ends the run.
 * Refused: as by hz_verify; a page that is none.
 */
HZ_MUST_USE bool hz_verify_page(const char *path, const struct hz_signers *signers,
                                const struct hz_replay_rules *rules, struct hz_table *table,
                                struct hz_error *err);

#endif

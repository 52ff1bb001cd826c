/*
 * reconcile_sources.h: hz-audit reconcile: where the tables of a file of published figures come
 * from.
 */

#ifndef HZ_CMD_RECONCILE_SOURCES_H
#define HZ_CMD_RECONCILE_SOURCES_H

#include "file/table.h"
#include "replay.h"

/*
 * Reads the file and its tables, and holds them against each other: see growth/reconcile.h. Files
 * and commands are those of the directory that the file lies in; `rules` says what commands may do
 * and whether files may lie elsewhere (its folder, then, is NULL).
 */
HZ_MUST_USE bool hz_reconcile_run(const char *path, const struct hz_replay_rules *rules,
                                  struct hz_table *table, struct hz_error *err);

#endif

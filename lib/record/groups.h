/* groups.h: the columns that a result is split by (--by plan,office). */

#ifndef HZ_RECORD_GROUPS_H
#define HZ_RECORD_GROUPS_H

#include "base/arena.h"
#include "base/error.h"
#include "stream/batch.h"

enum { HZ_GROUPS_MOST = 12 };

struct hz_groups {
    size_t count;
    const char *name[HZ_GROUPS_MOST]; /* canonical, as far as known; owned by the arena */
};

/*
 * Reads a comma-separated list of column names; NULL is none. Any column of the records will do: an
 * alias stands for its canonical name, any other name for itself. `taken` are the names of the
 * result's own columns, the last one NULL. Refused (usage): an empty name, a number, a name that is
 * taken, one that stands twice, more than HZ_GROUPS_MOST.
 */
HZ_MUST_USE bool hz_groups_parse(struct hz_groups *groups, const char *list,
                                 const char *const taken[], struct hz_arena *arena,
                                 struct hz_error *err);

/* Writes the columns of the groups behind `own` other ones, and closes the list. */
void hz_groups_columns(const struct hz_groups *groups, size_t own, struct hz_column column[]);

#endif

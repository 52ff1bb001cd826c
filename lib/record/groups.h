/* groups.h: the columns that a result is split by (--by plan,office). */

#ifndef HZ_RECORD_GROUPS_H
#define HZ_RECORD_GROUPS_H

#include "base/arena.h"
#include "base/error.h"
#include "base/linkage.h"
#include "file/table.h"
#include "stream/batch.h"
#include "stream/gather.h"
#include "stream/tally.h"

HZ_BEGIN_C

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

/* Rows in: the columns of the groups after `own` other ones that are read, and the list's end. */
void hz_groups_columns(const struct hz_groups *groups, size_t own, struct hz_column column[]);

/* The state: the groups as parts of the key, after those that the layout has already. */
void hz_groups_layout(const struct hz_groups *groups, struct hz_tally_layout *layout);

/* The groups' texts as they are compared (hz_batch_texts), in the columns after `own` others. */
void hz_groups_read(const struct hz_groups *groups, struct hz_batch *batch, size_t own);

/* A row's groups, from the columns after `own` others, as the parts of a key from key[0] on. */
static inline void hz_groups_key(const struct hz_groups *groups, const struct hz_batch *batch,
                                 size_t own, size_t row, struct hz_key key[])
{
    for (size_t g = 0; g < groups->count; g++)
        key[g].text = batch->column[own + g][row];
}

/* The same of a whole batch, as columns. */
static inline void hz_groups_key_columns(const struct hz_groups *groups,
                                         const struct hz_batch *batch, size_t own,
                                         struct hz_tally_columns *columns)
{
    for (size_t g = 0; g < groups->count; g++)
        columns->text[g] = batch->column[own + g];
}

/* The same, as rows are gathered, from part `first` of the key on. */
static inline void hz_groups_gather(const struct hz_groups *groups, const struct hz_batch *batch,
                                    size_t own, size_t first, struct hz_gather *gather)
{
    for (size_t g = 0; g < groups->count; g++)
        hz_gather_text(gather, first + g, batch->column[own + g]);
}

/* The result: declares a column a group and then `names`, the last one NULL (NULL: none). */
void hz_groups_head(const struct hz_groups *groups, const char *const names[],
                    struct hz_table *table);

/* Begins a row with its groups' texts, from key[0] on. */
void hz_groups_cells(const struct hz_groups *groups, const struct hz_key key[],
                     struct hz_table *table);

/* Begins the row of all groups: "total", and nothing in the others of its `keys` first columns. */
void hz_groups_total(size_t keys, struct hz_table *table);

HZ_END_C

#endif

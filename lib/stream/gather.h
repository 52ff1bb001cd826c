/*
 * gather.h: rows of a batch on their way into a tally, some of them at once (hz_tally_add_rows),
 * which takes a third of the time of adding one by one.
 */

#ifndef HZ_STREAM_GATHER_H
#define HZ_STREAM_GATHER_H

#include "base/linkage.h"
#include "stream/batch.h"
#include "stream/tally.h"

HZ_BEGIN_C

/* So many rows are joined at once: what is known of them is still in a core's nearest cache. */
enum { HZ_GATHER_ROWS = 64 };

struct hz_gather {
    struct hz_tally *tally;
    const struct hz_text *text[HZ_TALLY_KEYS]; /* those parts of the key that are texts, by row */
    int64_t integer[HZ_TALLY_KEYS][HZ_BATCH_ROWS]; /* and those that are whole numbers */
    int64_t value[HZ_TALLY_VALUES][HZ_BATCH_ROWS];
    struct hz_text none[HZ_BATCH_ROWS]; /* texts of a column that is not there */
    uint16_t row[HZ_GATHER_ROWS];
    size_t count;
};

/* Begins with a batch: the tally's layout is of sums alone. No part of the key is known yet. */
void hz_gather_begin(struct hz_gather *gather, struct hz_tally *tally);

/* Part k of the key is a column of texts, or, if that is NULL, of empty ones. */
void hz_gather_text(struct hz_gather *gather, size_t k, const struct hz_text *column);

/* Joins the rows that wait. It ends a batch, too. */
void hz_gather_join(struct hz_gather *gather);

/* One row whose values are beyond 64 bits. */
void hz_gather_wide(struct hz_gather *gather, size_t row, const hz_sum value[]);

/*
 * Joins a row, sooner or later: once in a batch. Its whole numbers of the key, if any, are in
 * gather->integer; `values` is how many there are, all of the layout's.
 */
static inline void hz_gather_row(struct hz_gather *gather, size_t row, const hz_sum value[],
                                 size_t values)
{
    bool is_wide = false;
    for (size_t v = 0; v < values; v++) {
        gather->value[v][row] = (int64_t)value[v];
        is_wide |= gather->value[v][row] != value[v];
    }
    if (is_wide) {
        hz_gather_wide(gather, row, value);
        return;
    }
    gather->row[gather->count++] = (uint16_t)row;
    if (gather->count == HZ_GATHER_ROWS)
        hz_gather_join(gather);
}

HZ_END_C

#endif

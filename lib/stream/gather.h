/*
 * gather.h: rows of a batch on their way into a tally in columns (hz_tally_add_rows), which takes a
 * third of the time of adding them one by one.
 */

#ifndef HZ_STREAM_GATHER_H
#define HZ_STREAM_GATHER_H

#include "base/linkage.h"
#include "stream/batch.h"
#include "stream/tally.h"

HZ_BEGIN_C

/* So many rows are joined at once: what was written of them is still in a core's nearest cache. */
enum { HZ_GATHER_ROWS = 64 };

/* The columns are the caller's, and may be filled in as rows come. */
struct hz_gather {
    struct hz_tally *tally; /* of sums alone */
    struct hz_tally_columns columns;
    uint16_t row[HZ_GATHER_ROWS]; /* those that wait */
    size_t count;
    struct hz_text none[HZ_BATCH_ROWS]; /* texts of a column that is not there */
};

/* Begins with a batch; no column is known yet. */
void hz_gather_begin(struct hz_gather *gather, struct hz_tally *tally);

/* Part k of the key is a column of texts, or, if that is NULL, of empty ones. */
void hz_gather_text(struct hz_gather *gather, size_t k, const struct hz_text *column);

/* Joins the rows that wait. It ends a batch, too. */
void hz_gather_join(struct hz_gather *gather);

/* Joins a row of the columns, sooner or later: once in a batch. */
static inline void hz_gather_row(struct hz_gather *gather, size_t row)
{
    gather->row[gather->count++] = (uint16_t)row;
    if (gather->count == HZ_GATHER_ROWS)
        hz_gather_join(gather);
}

/* Joins value v of a row at once. */
void hz_gather_value(struct hz_gather *gather, size_t row, size_t v, hz_sum value);

/*
 * a x b of a row whose key is known, for the column of value v: or 0, if that is beyond 64 bits and
 * has been joined at once.
 */
static inline int64_t hz_gather_product(struct hz_gather *gather, size_t row, size_t v, int64_t a,
                                        int64_t b)
{
    int64_t product;
    if (!__builtin_mul_overflow(a, b, &product))
        return product;
    hz_gather_value(gather, row, v, (hz_sum)a * b);
    return 0;
}

HZ_END_C

#endif

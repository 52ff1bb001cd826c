/* price_index_table.h: an index of prices by calendar period, out of a small table. */

#ifndef HZ_TRIANGLE_PRICE_INDEX_TABLE_H
#define HZ_TRIANGLE_PRICE_INDEX_TABLE_H

#include "base/arena.h"
#include "base/date.h"
#include "base/error.h"
#include "base/linkage.h"

#include <stddef.h>

HZ_BEGIN_C

/* Levels of periods of one grain, in the order of the table. Owned by the arena. */
struct hz_price_index {
    const char *file;
    enum hz_grain grain;
    size_t periods;
    const hz_period *period;
    const double *level; /* above 0 */
};

/*
 * Out of a file with the columns period (2021, 2021Q3, 2021-07, all of one kind) and index, or
 * usual names of these (year, CPI, 年份, 指数). Refused (data): no such column, a period that
 * stands twice or is none, a level that is not above 0.
 */
HZ_MUST_USE bool hz_price_index_read(struct hz_price_index *index, const char *path,
                                     struct hz_arena *arena, struct hz_error *err);

/* The level in the period that holds a month, counted since year 0; NaN if it is not there. */
double hz_price_index_at(const struct hz_price_index *index, int64_t month);

HZ_END_C

#endif

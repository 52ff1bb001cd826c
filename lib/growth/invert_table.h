/*
 * invert_table.h: published growth tested: levels implied by a total and a rate, and claimed rates.
 */

#ifndef HZ_GROWTH_INVERT_TABLE_H
#define HZ_GROWTH_INVERT_TABLE_H

#include "base/error.h"
#include "base/linkage.h"
#include "file/table.h"

HZ_BEGIN_C

/* As given on a command line. */
struct hz_invert_order {
    const char *total, *rate; /* published figures (growth/published.h) */
    int years;
    int base_year;     /* 0: years are counted from the base, which is 0 */
    const char *known; /* YEAR=VALUE, a published figure; NULL: none */
    bool as_published; /* levels are written as the total is: 1397.5万 */
};

/*
 * year, low, level, high: a row a year from the base to the last, the levels of the steady path and
 * the interval that the rounding of total and rate leaves (growth/invert.h), in the unit of the
 * total written out. With a known year also known, difference_percent (of the known level over the
 * steady one), and whether the claim can hold with it: steady, level_method, cumulative_method, yes
 * or no; empty in other years. Refused (usage): a figure that cannot be read, a known year outside
 * the path, and what hz_invert refuses.
 */
HZ_MUST_USE bool hz_invert_table(const struct hz_invert_order *order, struct hz_table *out,
                                 struct hz_error *err);

HZ_END_C

#endif

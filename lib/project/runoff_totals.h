/* runoff_totals.h: expected payouts of all groups together. */

#ifndef HZ_PROJECT_RUNOFF_TOTALS_H
#define HZ_PROJECT_RUNOFF_TOTALS_H

#include "base/linkage.h"
#include "project/runoff_table.h"
#include "triangle/group_totals_rows.h"

HZ_BEGIN_C

/*
 * Adds to the projections of a table those over groups, period by period: subtotals over all key
 * columns but the first few, the longer ones first, then those over all; a column `method` is kept.
 * Their key is "total" where it is summed over. Errors are there where the dependence is stated.
 *
 * Refused (data): no key column but the method; a key that is "total"; periods of several lengths.
 */
HZ_MUST_USE bool hz_runoff_add_totals(struct hz_runoff_table *table,
                                      const struct hz_total_choice *choice, struct hz_arena *arena,
                                      struct hz_error *err);

HZ_END_C

#endif

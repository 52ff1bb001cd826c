/*
 * prospect_table.h: projections of cover in force and to be written, printed: payouts, or what they
 * suppose.
 */

#ifndef HZ_PROJECT_PROSPECT_TABLE_H
#define HZ_PROJECT_PROSPECT_TABLE_H

#include "base/linkage.h"
#include "file/table.h"
#include "project/prospect_simulate.h"

HZ_BEGIN_C

/* Declares the columns of the result, or of the assumptions where the order wants these. */
void hz_prospect_columns(const struct hz_prospect_order *order, struct hz_table *table);

/*
 * A row for each cell that has any exposure and for all of them, in each period and in all:
 * exposure, contribution and payouts as expected (yuan), and the standard deviation, median and
 * interval of the paths, which are sorted by this.
 */
void hz_prospect_print(struct hz_prospect_paths *paths, struct hz_table *table);

/* A row for each assumption of each plan: its value, its standard error and where it comes from. */
void hz_prospect_assumptions(const struct hz_prospect_projection *projection,
                             struct hz_table *table);

HZ_END_C

#endif

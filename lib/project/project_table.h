/* project_table.h: expected payouts by calendar period, as tables. */

#ifndef HZ_PROJECT_PROJECT_TABLE_H
#define HZ_PROJECT_PROJECT_TABLE_H

#include "base/linkage.h"
#include "file/table.h"
#include "project/runoff_table.h"

HZ_BEGIN_C

/*
 * Each of these declares the columns of `out` and fills it, the keys first; amounts have two
 * decimals. `curve` is what is discounted on, NULL: nothing is. Refused (data): a key column that
 * is called like one of the result; amounts too large to round; a curve that ends before the last
 * payout.
 */

/*
 * period, payout, se (where it is known), discounted (with a curve): a row for each period of a
 * projection and at its end one of the period "total". What is printed of the periods adds up to
 * what is printed as their total, in both columns and for any number of decimals.
 */
HZ_MUST_USE bool hz_project_table(const struct hz_runoff_table *table, const struct hz_curve *curve,
                                  struct hz_table *out, struct hz_error *err);

/*
 * payout, discounted (with a curve), mean_term_years, duration_years (with a curve): a row for each
 * projection. Times are not known where what they are weighted by adds up to 0.
 */
HZ_MUST_USE bool hz_project_terms_table(const struct hz_runoff_table *table,
                                        const struct hz_curve *curve, struct hz_table *out,
                                        struct hz_error *err);

HZ_END_C

#endif

/* margin_table.h: quantiles and risk margins of a table of reserves, as a table. */

#ifndef HZ_VARIABILITY_MARGIN_TABLE_H
#define HZ_VARIABILITY_MARGIN_TABLE_H

#include "base/linkage.h"
#include "file/sheet.h"
#include "file/table.h"
#include "project/runoff_table.h"
#include "random/levels.h"
#include "variability/margin.h"

HZ_BEGIN_C

struct hz_margin_order {
    enum hz_distribution distribution;
    struct hz_levels levels; /* of the margins by quantile */
    double correlation;      /* of the groups' totals, which are added up; NaN: they are not */
    double margin;           /* whose level is asked for; NaN: none is */
    double rate;             /* cost of capital a year; NaN: that margin is not asked for */
    double capital_level;    /* what the capital is to be enough for, as a share */
    double term;             /* mean term of the payments, in years; NaN: as of the payouts */
    const struct hz_runoff_table *payouts; /* of the same keys as the reserves; NULL: not given */
    const struct hz_curve *curve;          /* to discount with the payouts; NULL: not */
};

/*
 * Reads a table with the columns origin, ibnr, se and, for skewed, skewness, as hz-reserve and
 * hz-bootstrap print; the columns left of origin are keys, others are not used. Prints the keys,
 * origin, ibnr, se, for each level the quantile (q75) and the margin (margin75), which is how far
 * that lies above ibnr, with a margin the level of ibnr and that, and, with a rate, capital and
 * capital_margin.
 *
 * With a correlation there is one more row, "all", the sum of the rows of the origin "total", where
 * only skewed takes the skewness into account.
 *
 * A row without a standard error is not printed, and told (hz_table_leave_out), as is one whose
 * ibnr is not positive with log-normal, or one whose keys have no payouts. Capital is held for the
 * years of hz_runoff_years_held. Refused (data): a missing column; no row; with a correlation, no
 * group column, or one called method, or no total; a cell that is not a number; an se below 0.
 */
HZ_MUST_USE bool hz_margin_table(const struct hz_margin_order *order, const struct hz_sheet *in,
                                 struct hz_table *out, struct hz_error *err);

HZ_END_C

#endif

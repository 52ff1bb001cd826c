/*
 * prospect_back_table.h: what hz-prospect said of a past year, held against what that year came to,
 * as tables: see hz-backtest(1).
 */

#ifndef HZ_VARIABILITY_PROSPECT_BACK_TABLE_H
#define HZ_VARIABILITY_PROSPECT_BACK_TABLE_H

#include "variability/backtest_table.h"

HZ_BEGIN_C

struct hz_prospect_back_order {
    const char *outcome; /* a file */
    const char *by;      /* a column of both tables, or NULL */
    enum hz_backtest_print print;
    enum hz_foretold_shape shape; /* log-normal or normal */
};

/*
 * `in` has expected and sd, in yuan, of rows that the columns of the outcomes tell apart, for each
 * scenario if there is that column. Forecasts of totals count only if there are outcomes of totals
 * in the same columns, and those of parts only if there are outcomes of parts.
 *
 * Refused (usage): no outcome file; `by` that is no column of the outcomes. (data), with the line:
 * a missing column; a number that is none; an sd below 0; two outcomes, or two forecasts of a
 * scenario, of the same; an outcome without a forecast; a forecast without an outcome.
 */
HZ_MUST_USE bool hz_prospect_back_table(const struct hz_prospect_back_order *order,
                                        const struct hz_sheet *in, struct hz_table *out,
                                        struct hz_error *err);

HZ_END_C

#endif

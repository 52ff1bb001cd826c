/* solvency_table.h: whether a fund lasts, out of a YAML file and a table of payouts. */

#ifndef HZ_FUND_SOLVENCY_TABLE_H
#define HZ_FUND_SOLVENCY_TABLE_H

#include "base/linkage.h"
#include "file/sheet.h"
#include "file/table.h"

HZ_BEGIN_C

/*
 * Reads the assumptions: assets, contributions (a year), fees and expenses (of contributions),
 * yield, growth, years, level (the probability to be held), cost_of_capital, payouts (a year), size
 * (of a negative binomial; 0: Poisson), severity (log-normal, gamma, pareto, empirical or best).
 * All but payouts and years' severities must be there: amounts are in yuan.
 *
 * The severity is fitted to the column paid of `claims`, rows above 0 that are not ex gratia, less
 * what rows below 0 take back of those before them of the same claim; `best` is the one of the
 * least AIC. Where there are fewer than HZ_FIT_LEAST of them, or they cannot be fitted, the
 * empirical distribution takes its place, and that is told.
 *
 * Declares the columns quantity, value, origin and fills them: every assumption with where it comes
 * from, and the result of so many paths; the same for any number of threads. Refused (data): a key
 * unknown or missing, with file and line; a figure that means nothing; no payout at all; more
 * taken back than paid.
 */
struct hz_solvency_order {
    const char *assumptions;
    uint64_t paths; /* 0, of the classical model: 200000, or as many as are drawn in seconds */
    uint64_t seed;
    int threads;
};

HZ_MUST_USE bool hz_solvency_table(const struct hz_solvency_order *order,
                                   const struct hz_sheet *claims, struct hz_table *out,
                                   struct hz_error *err);

HZ_END_C

#endif

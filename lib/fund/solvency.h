/*
 * solvency.h: how long a fund lasts, by simulated years: what comes in by rates, payouts of a year
 * drawn from their distribution.
 */

#ifndef HZ_FUND_SOLVENCY_H
#define HZ_FUND_SOLVENCY_H

#include "base/linkage.h"
#include "risk/lattice.h"

HZ_BEGIN_C

/*
 * A fund in any unit of money. In year t, t = 1 ... years, contributions less fees and expenses
 * come in, net x (1 + growth)^(t-1), half a year before its end on average, as payouts S x (1 +
 * growth)^(t-1) go out; assets earn the yield:
 *
 *     U[t] = U[t-1] (1 + i) + (net - S) (1 + growth)^(t-1) (1 + i)^(1/2)
 *
 * The fund is exhausted when U falls below 0 at the end of a year.
 */
struct hz_solvency {
    double net;
    double growth, yield;
    int years;
    struct hz_cumulated payouts; /* of a year */
};

/*
 * One path, in the random numbers of stream `path` of a seed: the assets that it would have needed
 * at the beginning not to be exhausted within the years, which is the greatest present value of
 * what has gone out above what has come in, 0 at least. A fund with less is exhausted on this path.
 */
double hz_solvency_path(const struct hz_solvency *fund, uint64_t seed, uint64_t path);

/* What paths say of a fund. */
struct hz_solvency_result {
    double probability; /* to be exhausted within the years */
    double error;       /* its standard error, from the number of paths */
    double needed;      /* assets that hold the probability at the wanted level */
    double mean;        /* of what is needed */
};

/*
 * Sorts what n paths need, and reads off. `level` is the probability of exhaustion that is to be
 * held, in (0, 1).
 */
void hz_solvency_read(double need[], size_t n, double assets, double level,
                      struct hz_solvency_result *result);

/*
 * The cost of capital of a reserve that is held for `years` and released evenly:
 * rate x sum over t of capital (years - t) / years x (1 + yield)^-(t + 1), t = 0 ... years - 1.
 */
double hz_cost_of_capital(double capital, double rate, double yield, int years);

HZ_END_C

#endif

/*
 * compound_table.h: what a random number of lump sums comes to: exactly, twice, and by simulation.
 */

#ifndef HZ_RISK_COMPOUND_TABLE_H
#define HZ_RISK_COMPOUND_TABLE_H

#include "base/linkage.h"
#include "file/sheet.h"
#include "file/table.h"
#include "random/levels.h"
#include "risk/frequency.h"

HZ_BEGIN_C

struct hz_compound_order {
    struct hz_frequency frequency; /* mean NaN: the sum of the table's column payouts */
    struct hz_levels levels;
    uint64_t simulations; /* 0: none */
    uint64_t seed;
    int threads;
};

/*
 * The table has a column amount, yuan above 0, and a column payouts, above or at 0: the expected
 * number, or any numbers in proportion if the mean is given. Amounts are whole multiples of their
 * greatest common divisor, so that nothing is rounded on the way.
 *
 * method, mean, mean_error, sd, none, and for each level qP and qP_error: a row each for panjer,
 * fourier and simulation. The errors of the first two are what double precision leaves of a
 * probability of one, times the largest sum; those of simulation are Monte Carlo standard errors.
 * panjer is left out where the probability of no payout is too small for it to start from, which is
 * told.
 *
 * Refused (data), with the place: a column that is not there, an amount that is no money or not
 * above 0, a number below 0, no payouts; amounts so unlike each other that the sums need more than
 * 2^23 steps.
 */
HZ_MUST_USE bool hz_compound_table(const struct hz_sheet *sheet,
                                   const struct hz_compound_order *order, struct hz_table *out,
                                   struct hz_error *err);

HZ_END_C

#endif

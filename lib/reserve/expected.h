/* expected.h: the expected loss ratio method (预期赔付率法). */

#ifndef HZ_RESERVE_EXPECTED_H
#define HZ_RESERVE_EXPECTED_H

#include "base/linkage.h"
#include "reserve/method.h"

HZ_BEGIN_C

/*
 * exposure prior / (1 + trend)^v, v how many origin periods the origin lies before the youngest, at
 * whose level the prior is: what bornhuetter-ferguson and benktander expect too.
 */
double hz_expected_ultimate(const struct hz_reserve_basis *basis, size_t o);

/* Spreads the ibnr of an origin over its payments, as below. */
void hz_expected_emerge(const struct hz_reserve_basis *basis, struct hz_reserve *reserve, size_t o);

/*
 * Only exposure counts: ultimate = exposure prior, with its trend, whatever has been observed; ibnr
 * = ultimate - latest, which is negative for an origin that has already cost more.
 *
 * What is still to come emerges in proportion to the development that is left, (1 /
 * to_ultimate[k+1] - 1 / to_ultimate[k]) / (1 - 1 / to_ultimate[latest]), or, where none is left,
 * at the next age; it is NaN where the factors cannot be computed, which the ultimates do without.
 * No errors.
 *
 * Source: Friedland, J. (2010), Estimating unpaid claims using basic techniques, Casualty Actuarial
 * Society, chapter 8.
 */
HZ_MUST_USE bool hz_expected(const struct hz_reserve_basis *basis, struct hz_reserve *reserve,
                             struct hz_error *err);

HZ_END_C

#endif

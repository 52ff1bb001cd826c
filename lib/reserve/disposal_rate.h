/* disposal_rate.h: how fast claims are settled, and what they cost at each age (结案率法). */

#ifndef HZ_RESERVE_DISPOSAL_RATE_H
#define HZ_RESERVE_DISPOSAL_RATE_H

#include "base/linkage.h"
#include "reserve/method.h"

HZ_BEGIN_C

/*
 * Frequency and severity. The counts, of claims settled, are developed by the chain ladder to an
 * ultimate N. The disposal rate d[k] is the share of them that is settled by an age, and what an
 * age costs per claim settled there is its severity:
 *
 *     d[k] = sum count[i,k] / sum N[i],
 *     s[k] = sum X[i,k] (1 + trend)^v / sum n[i,k],
 *
 * X and n being the payments and claims from k to the next age,
 *
 * over the origins observed there, v origin periods before the youngest. What is still open is
 * settled and paid at
 *
 *     n[i,k] = (N[i] - count[i,latest]) (d[k+1] - d[k]) / (1 - d[latest]),
 *     X[i,k] = n[i,k] s[k] / (1 + trend)^v.
 *
 * A tail factor is multiplied by the value that the last age comes to. Counts are averaged as
 * values are, without selections and tail. No errors.
 *
 * Refused (data): a factor of the counts that cannot be computed; ages at which claims are to be
 * settled and none was; a tail that the curve does not give. Source: Friedland, J. (2010),
 * Estimating unpaid claims using basic techniques, Casualty Actuarial Society, chapter 11
 * (frequency-severity, approach 3).
 */
HZ_MUST_USE bool hz_disposal_rate(const struct hz_reserve_basis *basis, struct hz_reserve *reserve,
                                  struct hz_error *err);

HZ_END_C

#endif

/* average_cost.h: the average cost method (案均赔款法): how many claims, and what each costs. */

#ifndef HZ_RESERVE_AVERAGE_COST_H
#define HZ_RESERVE_AVERAGE_COST_H

#include "base/linkage.h"
#include "reserve/method.h"

HZ_BEGIN_C

/*
 * The triangle of counts and that of average costs, value / count cell by cell, are each developed
 * by the chain ladder:
 *
 *     ultimate = count U_count x (latest / count) U_cost.
 *
 * What is selected (ages, exclusions, tail) is selected of the average costs; counts are developed
 * with the same average and no tail. Without a count in the latest cell of an origin there is no
 * average cost to develop: its ultimate is 0, if its value is 0 too. No errors.
 *
 * Refused (data): a value of claims that are not counted; a negative count; a factor of either
 * triangle that cannot be computed. Refused (usage): no counts. Source: Friedland, J. (2010),
 * Estimating unpaid claims using basic techniques, Casualty Actuarial Society, chapter 11
 * (frequency-severity, approach 1).
 */
HZ_MUST_USE bool hz_average_cost(const struct hz_reserve_basis *basis, struct hz_reserve *reserve,
                                 struct hz_error *err);

HZ_END_C

#endif

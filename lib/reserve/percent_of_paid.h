/* percent_of_paid.h: the quick rule of a regulator: a percentage of what was paid of late. */

#ifndef HZ_RESERVE_PERCENT_OF_PAID_H
#define HZ_RESERVE_PERCENT_OF_PAID_H

#include "base/linkage.h"
#include "reserve/method.h"

HZ_BEGIN_C

/*
 * ibnr = percent x what the origin was paid on the last percent_of diagonals, in the smallest step
 * between ages: with monthly development, 12 of them are a year's payments. Both are given, for
 * rules differ and there is no usual one. What is still to come emerges as in the expected method.
 * No errors.
 *
 * Refused (usage): no percentage and base. Refused (data): diagonals that cannot be told; a value
 * in the base whose age before is missing.
 */
HZ_MUST_USE bool hz_percent_of_paid(const struct hz_reserve_basis *basis,
                                    struct hz_reserve *reserve, struct hz_error *err);

HZ_END_C

#endif

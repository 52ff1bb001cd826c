/* bornhuetter_ferguson.h: the Bornhuetter-Ferguson method (B-F 法). */

#ifndef HZ_RESERVE_BORNHUETTER_FERGUSON_H
#define HZ_RESERVE_BORNHUETTER_FERGUSON_H

#include "base/linkage.h"
#include "reserve/method.h"

HZ_BEGIN_C

/*
 * What is still to come is expected from exposure, not from what has been observed:
 *
 *     ibnr = exposure prior (1 - 1 / to_ultimate),    ultimate = latest + ibnr.
 *
 * exposure: of each origin (earned premium or contributions; members); prior: the expected ultimate
 * per unit of it (a loss ratio; a cost per member). The development factors are the chain ladder's.
 * No errors.
 *
 * Refused (data): a factor, on the way of some origin, that cannot be computed.
 * Source: Bornhuetter, R. L. & Ferguson, R. E. (1972), The actuary and IBNR, Proceedings of the
 * Casualty Actuarial Society LIX, 181-195.
 */
HZ_MUST_USE bool hz_bornhuetter_ferguson(const struct hz_reserve_basis *basis,
                                         struct hz_reserve *reserve, struct hz_error *err);

HZ_END_C

#endif

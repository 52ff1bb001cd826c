/* benktander.h: the Bornhuetter-Ferguson method, iterated. */

#ifndef HZ_RESERVE_BENKTANDER_H
#define HZ_RESERVE_BENKTANDER_H

#include "base/linkage.h"
#include "reserve/method.h"

HZ_BEGIN_C

/*
 * Each round takes the ultimate of the round before for what is expected:
 *
 *     u[0] = exposure prior,   u[n] = latest + u[n-1] (1 - 1 / to_ultimate),
 *
 * for `iterations` rounds. One is Bornhuetter-Ferguson, two is Benktander's method, very many are
 * the chain ladder. No errors.
 *
 * Refused (data): a factor, on the way of some origin, that cannot be computed.
 * Source: Mack, T. (2000), Credible claims reserves: the Benktander method, ASTIN Bulletin 30(2),
 * 333-347.
 */
HZ_MUST_USE bool hz_benktander(const struct hz_reserve_basis *basis, struct hz_reserve *reserve,
                               struct hz_error *err);

HZ_END_C

#endif

/* chain_ladder.h: the chain ladder method (链梯法). */

#ifndef HZ_RESERVE_CHAIN_LADDER_H
#define HZ_RESERVE_CHAIN_LADDER_H

#include "base/linkage.h"
#include "reserve/method.h"

HZ_BEGIN_C

/*
 * An origin's latest value goes on growing as the older ones did:
 *
 *     ultimate = latest f[k] f[k+1] ... tail
 *
 * from its latest age k. What is still to come emerges along the same factors. No errors.
 *
 * Refused (data): a factor, on the way of some origin, that cannot be computed.
 * Source: as for development.h.
 */
HZ_MUST_USE bool hz_chain_ladder(const struct hz_reserve_basis *basis, struct hz_reserve *reserve,
                                 struct hz_error *err);

HZ_END_C

#endif

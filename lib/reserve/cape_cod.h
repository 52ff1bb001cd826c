/* cape_cod.h: the Cape Cod method (Stanard-Bühlmann), with trend and decay. */

#ifndef HZ_RESERVE_CAPE_COD_H
#define HZ_RESERVE_CAPE_COD_H

#include "base/linkage.h"
#include "reserve/method.h"

HZ_BEGIN_C

/*
 * Bornhuetter-Ferguson with priors that the triangle itself gives:
 *
 *     used[i]   = exposure[i] / to_ultimate[i]
 *     trend[i]  = (1 + trend)^(n - i),   n the youngest origin
 *     level[i]  = sum_j used[j] decay^|i-j| (latest[j] trend[j] / used[j])
 *                 / sum_j used[j] decay^|i-j|
 *     ibnr[i]   = exposure[i] (level[i] / trend[i]) (1 - 1 / to_ultimate[i]).
 *
 * Decay 1 is the plain method: one level for all; decay 0 is the chain ladder. Origins left out
 * count too, if origins are named like calendar periods. No errors.
 *
 * Refused (data): a factor, on the way of some origin, that cannot be computed; exposures that give
 * no level, because they are all 0. Source: Bühlmann, H. & Straub, E. (1983), Estimation of IBNR
 * reserves by the methods chain ladder, Cape Cod and complementary loss ratio; Gluck, S. M. (1997),
 * Balancing development and trend in loss reserve analysis, PCAS LXXXIV, 482-532.
 */
HZ_MUST_USE bool hz_cape_cod(const struct hz_reserve_basis *basis, struct hz_reserve *reserve,
                             struct hz_error *err);

HZ_END_C

#endif

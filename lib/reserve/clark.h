/* clark.h: Clark's reserves, from a growth curve that is fitted to all increments. */

#ifndef HZ_RESERVE_CLARK_H
#define HZ_RESERVE_CLARK_H

#include "base/linkage.h"
#include "reserve/method.h"

HZ_BEGIN_C

/*
 * With G the curve and its parameters as hz_emergence_fit finds them, r the share that is still to
 * emerge, and x the present age of an origin,
 *
 *     r    = G(end) - G(x)
 *     IBNR = level exposure r,
 *
 * where by hz_clark_ldf each origin has its own level, latest / G(x), so that this is the chain
 * ladder with factors of the curve, and by hz_clark_cape_cod all have one per unit of exposure.
 *
 *     process^2   = sigma2 IBNR
 *     parameter^2 = d' C d
 *
 * of any sum of origins, d how the sum changes with all parameters, C their covariances: the bound
 * of Rao and Cramer. Errors of levels and of the curve go together. Payments follow the curve, the
 * last one being all that comes after the last age, and the curve itself is the reserve's.
 *
 * Refused (data): what hz_emergence_fit refuses; a given curve without errors.
 *
 * Source: Clark, D. R. (2003), LDF curve-fitting and stochastic reserving: a maximum likelihood
 * approach, CAS Forum, Fall 2003, 41-92, sections 2.3 and 2.4.
 */
HZ_MUST_USE bool hz_clark_ldf(const struct hz_reserve_basis *basis, struct hz_reserve *reserve,
                              struct hz_error *err);
HZ_MUST_USE bool hz_clark_cape_cod(const struct hz_reserve_basis *basis, struct hz_reserve *reserve,
                                   struct hz_error *err);

HZ_END_C

#endif

/* mack.h: the chain ladder with the standard errors of Mack's model. */

#ifndef HZ_RESERVE_MACK_H
#define HZ_RESERVE_MACK_H

#include "base/linkage.h"
#include "reserve/method.h"

HZ_BEGIN_C

/*
 * The chain ladder's ultimates, with their errors in the model
 *
 *     E(C[k+1] | C[1..k]) = f[k] C[k],    Var(C[k+1] | C[1..k]) = sigma[k]^2 C[k]^(2 - alpha),
 *
 * origins independent. Errors are carried from age to age, C being observed or projected:
 *
 *     process[k+1]^2   = f[k]^2 process[k]^2   + sigma[k]^2 C[k]^(2 - alpha)
 *     parameter[k+1]^2 = f[k]^2 parameter[k]^2 + se(f[k])^2 C[k]^2
 *
 * and, by the rule HZ_MSE_INDEPENDENT, se(f[k])^2 parameter[k]^2 on top of the latter, starting
 * from 0 at the latest age, and se^2 = process^2 + parameter^2. In the total, process variances add
 * up; the parameter error is the recursion over the sum of C[k] of all origins that are projected
 * from there, for they share the factors. So the tail factor, unless it has its own se and sigma,
 * is taken as certain: errors grow in proportion with it and no more.
 *
 * Several origins at one age, and origins left out, need nothing special: each enters where it
 * stands.
 *
 * Refused (data): what the chain ladder refuses; a sigma, on the way of some origin, that neither
 * the link ratios nor the chosen rule gives; an error of the tail that was to be extrapolated and
 * cannot be (hz_tail_spread); a negative latest value if alpha is 1.
 *
 * Source: Mack, T. (1993), ASTIN Bulletin 23(2), 213-225 (theorem 3 and its corollary); Mack, T.
 * (1999), ASTIN Bulletin 29(2), 361-366 (alpha, recursion, tail); Murphy, D. M. (1994), Unbiased
 * loss development factors, PCAS 81, 154-222, and Buchwalder, M., Buhlmann, H., Merz, M. &
 * Wuthrich, M. V. (2006), The mean square error of prediction in the chain ladder reserving method,
 * ASTIN Bulletin 36(2), 521-542 (the rule HZ_MSE_INDEPENDENT).
 */
HZ_MUST_USE bool hz_mack(const struct hz_reserve_basis *basis, struct hz_reserve *reserve,
                         struct hz_error *err);

HZ_END_C

#endif

/* glm.h: generalised linear models of increments, with a level for each origin and each age. */

#ifndef HZ_RESERVE_GLM_H
#define HZ_RESERVE_GLM_H

#include "base/linkage.h"
#include "reserve/method.h"

HZ_BEGIN_C

/*
 * The amount X[i,k] that origin i adds at age k is independent of all others, with
 *
 *     mean m[i,k] = exp(a[i] + b[k]),    variance phi m[i,k]^power,
 *
 * fitted by quasi-likelihood: power 1 is the over-dispersed Poisson model, whose reserve is the
 * chain ladder's; 2 is gamma, between them lies Tweedie's compound Poisson. phi is Pearson's
 * chi-square by the degrees of freedom. The errors of a sum of future amounts are
 *
 *     process^2   = phi sum m^power
 *     parameter^2 = phi g' (X' W X)^-1 g,    g = sum m x,    W = diag(m^(2 - power)),
 *
 * x a cell's row of the design X, by the delta method, and se^2 = process^2 + parameter^2.
 *
 * Increments may be negative or 0 as long as there are positive means that fit: the equations are
 * those of the quasi-likelihood, which need no logarithm of what was observed. An age at which, or
 * an origin of which, nothing but zeros were observed has mean 0 and its cells are left out. An
 * origin's first cell, where earlier ages are missing, is left out too. Excluded link ratios count:
 * this averages none. A tail factor multiplies the ultimate and its errors.
 *
 * Refused (data): no positive means that fit; levels that the observed cells do not tell apart;
 * more parameters than HZ_GLM_MOST; no degree of freedom left; a tail that the curve does not give.
 *
 * Source: Renshaw, A. E. & Verrall, R. J. (1998), British Actuarial Journal 4(4), 903-923; England,
 * P. D. & Verrall, R. J. (1999), Insurance: Mathematics and Economics 25, 281-293; England, P. D. &
 * Verrall, R. J. (2002), British Actuarial Journal 8(3), 443-518; Wedderburn, R. W. M. (1974),
 * Biometrika 61(3), 439-447.
 */
enum { HZ_GLM_MOST = 1000 };

HZ_MUST_USE bool hz_glm_odp(const struct hz_reserve_basis *basis, struct hz_reserve *reserve,
                            struct hz_error *err);
HZ_MUST_USE bool hz_glm_gamma(const struct hz_reserve_basis *basis, struct hz_reserve *reserve,
                              struct hz_error *err);

/*
 * Of the power that the basis says; if that is NaN, of the power between 1 and 2 that is a maximum
 * of its profile likelihood, the one that is reached uphill from 1.5, phi being Pearson's as for
 * any power. (Close to 1 the density is one of lumps, of which no likelihood tells anything.)
 *
 * Refused besides (data): with the power to be found, a negative increment; no such maximum.
 */
HZ_MUST_USE bool hz_glm_tweedie(const struct hz_reserve_basis *basis, struct hz_reserve *reserve,
                                struct hz_error *err);

/*
 * Numbers of variance m + m^2 / theta, with the theta and the means that are the likeliest
 * together; phi is 1. The unit matters: it is what is counted.
 *
 * Refused besides (data): a negative increment; numbers that spread no more than Poisson's.
 *
 * Source: Verrall, R. J. (2000), An investigation into stochastic claims reserving models and the
 * chain- ladder technique, Insurance: Mathematics and Economics 26(1), 91-99, for the model;
 * Lawless, J. F. (1987), Negative binomial and mixed Poisson regression, Canadian Journal of
 * Statistics 15(3), 209-225.
 */
HZ_MUST_USE bool hz_glm_negative_binomial(const struct hz_reserve_basis *basis,
                                          struct hz_reserve *reserve, struct hz_error *err);

/*
 * The diagonal of the hat matrix W^(1/2) X (X' W X)^-1 X' W^(1/2) for such a design: weight and hat
 * are origins x ages; a cell of weight 0 is left out, its hat is 0. Refused as above.
 */
HZ_MUST_USE bool hz_glm_hat(const struct hz_triangle *triangle, const double weight[], double hat[],
                            struct hz_error *err);

HZ_END_C

#endif

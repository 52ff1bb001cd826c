/*
 * glm.h: generalised linear models of increments, with a level for each origin, or calendar period,
 * and each age.
 */

#ifndef HZ_RESERVE_GLM_H
#define HZ_RESERVE_GLM_H

#include "base/linkage.h"
#include "reserve/glm_model.h"
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
 * Increments may be negative or 0 (England & Verrall 2002, 7.4; Wedderburn 1974): the equations are
 * those of the quasi-likelihood, which need no logarithm of what was observed. Of what they are to
 * be, parameters.negative says:
 *
 *     quasi   as they are. An age whose increments add up to less than 0 has negative means: m is
 *     the
 *             age's sign times exp(...), and |m| stands for m in the variance and in W. With power
 *             1 the equations stay those of the marginal totals, whose reserve is the chain
 *             ladder's, and the parameters' covariance is D^-1 X'WX D^-1, D = X' diag(m) X.
 *     pool    an amount below 0 is taken off the amount before it (glm_negative.h)
 *     drop    increments of 0 and below are left out: the reserve is that of the others, and higher
 *     offset  the least increment is taken off all before the fit and put back after, which makes
 *     the
 *             variance one of what was fitted
 *     auto    quasi; where it has no fit, pool; where that has none, drop; which, is in the note
 *
 * An age at which, or an origin of which, nothing but zeros were observed has mean 0 and its cells
 * are left out. An origin's first cell, where earlier ages are missing, is left out too. Excluded
 * link ratios count: this averages none. A tail factor multiplies the ultimate and its errors.
 *
 * With the design age-calendar the levels are of ages and of the calendar periods in which amounts
 * are added (the separation of Taylor 1977), per unit of exposure if there is one; a period to come
 * lies on the line, by least squares, through the levels of all observed ones but the first.
 *
 * Refused (data): no means that fit; levels that the observed cells do not tell apart; more
 * parameters than HZ_GLM_MOST; no degree of freedom left; a tail that the curve does not give; an
 * exposure that is not above 0 or calendar periods that cannot be told, for the design that wants
 * them.
 *
 * Source: Renshaw, A. E. & Verrall, R. J. (1998), British Actuarial Journal 4(4), 903-923; England,
 * P. D. & Verrall, R. J. (1999), Insurance: Mathematics and Economics 25, 281-293; England, P. D. &
 * Verrall, R. J. (2002), British Actuarial Journal 8(3), 443-518; Wedderburn, R. W. M. (1974),
 * Biometrika 61(3), 439-447; Taylor, G. C. (1977), Separation of inflation and other effects from
 * the distribution of non-life insurance claim delays, ASTIN Bulletin 9, 219-230; Shapland, M. R.
 * (2016), Using the ODP bootstrap model, CAS Monograph 4, for the offset.
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

enum hz_glm_kind { HZ_GLM_ODP, HZ_GLM_GAMMA, HZ_GLM_TWEEDIE, HZ_GLM_NEGATIVE_BINOMIAL };

/*
 * Fits one of them, with phi, for those who want to see more than the reserve; `note` has room for
 * HZ_RESERVE_NOTE. The caller closes the model, also if it is refused.
 */
HZ_MUST_USE bool hz_glm_estimate(struct hz_glm_model *m, const struct hz_reserve_basis *basis,
                                 enum hz_glm_kind kind, char note[], struct hz_error *err);

/* The leverage of an observed cell: its entry of the hat matrix's diagonal. */
double hz_glm_leverage(const struct hz_glm_model *m, size_t c);

/*
 * The diagonal of the hat matrix W^(1/2) X (X' W X)^-1 X' W^(1/2) for such a design: weight and hat
 * are origins x ages; a cell of weight 0 is left out, its hat is 0. Refused as above.
 */
HZ_MUST_USE bool hz_glm_hat(const struct hz_triangle *triangle, const double weight[], double hat[],
                            struct hz_error *err);

HZ_END_C

#endif

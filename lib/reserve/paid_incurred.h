/* paid_incurred.h: the paid-incurred chain: one ultimate from payments and incurred claims. */

#ifndef HZ_RESERVE_PAID_INCURRED_H
#define HZ_RESERVE_PAID_INCURRED_H

#include "base/linkage.h"
#include "reserve/method.h"

HZ_BEGIN_C

/*
 * Payments P chain forward, incurred claims I backward from the same ultimate P[n] = I[n], and all
 * logarithms of ratios are independent and normal:
 *
 *     ln(P[k+1] / P[k]) ~ N(phi[k], sigma[k]^2),    ln(I[k+1] / I[k]) ~ N(psi[k], tau[k]^2)
 *
 * sigma and tau are the standard deviations of the observed ones (by the sigma rule where one
 * origin shows the step), taken as known; phi and psi have vague priors, and are normal given all
 * that was observed, the ratios ln(I / P) of the latest diagonal among it. With v = sum sigma^2 and
 * w = v + sum tau^2 of the steps still to come,
 *
 *     beta     = v / w
 *     ln(ultimate) ~ N((1 - beta) (ln P + sum phi) + beta (ln I + sum psi), (1 - beta) v)
 *
 * and ultimates are the means over phi and psi. Their mean squares of prediction are exact, total
 * included: parameter_se is what comes from phi and psi, process_se the rest. Payments follow the
 * chain ladder. A tail factor multiplies the ultimate and its errors: the model itself ends at the
 * last age.
 *
 * Link ratios that are excluded count in neither chain; factors that were selected, and how link
 * ratios are averaged, make no difference. The model takes paid and incurred at the last age to be
 * one: where they differ, an origin there has what it has paid, and the last psi is of the ratio as
 * observed.
 *
 * Refused (data): a cell of either triangle that is not above 0, steps with one origin where the
 * rule gives no sigma, more than HZ_PAID_INCURRED_MOST origins or ages. Refused (usage): no
 * incurred claims. A step at which all origins develop by the same ratio has a sigma of 1e-7, for
 * it is as good as known.
 *
 * Source: Merz, M. & Wüthrich, M. V. (2010), Paid-incurred chain claims reserving method,
 * Insurance: Mathematics and Economics 46(3), 568-579, sections 2 and 3.
 */
enum { HZ_PAID_INCURRED_MOST = 500 };

HZ_MUST_USE bool hz_paid_incurred(const struct hz_reserve_basis *basis, struct hz_reserve *reserve,
                                  struct hz_error *err);

HZ_END_C

#endif

/* mack_bootstrap.h: the bootstrap of Mack's model, around whatever factors were selected. */

#ifndef HZ_VARIABILITY_MACK_BOOTSTRAP_H
#define HZ_VARIABILITY_MACK_BOOTSTRAP_H

#include "base/linkage.h"
#include "random/variate.h"
#include "reserve/method.h"
#include "variability/bootstrap.h"

HZ_BEGIN_C

/* Ready to be drawn from. Owned by the arena it was made in. */
struct hz_mack_bootstrap {
    struct hz_bootstrap_choice how; /* process (gamma or none), views, ahead, seeds */
    struct hz_development development;
    const struct hz_triangle *triangle;
    const struct hz_draw_periods *periods; /* NULL: figures are of origins */
    size_t figures;                        /* origins or periods, */
    double *ibnr;                          /* the chain ladder's reserve of each, and of all */
    double *residual;
    size_t residuals;
    size_t **grown; /* by age: the origins whose link ratios are used */
    struct hz_ziggurat ziggurat;
};

/*
 * Link ratios F scatter about the average of their age, f: residuals sqrt(C^alpha) (F - f) / sigma,
 * times sqrt(n / (n - 1)), of all ages with n of 2 and more, are centred and brought to a mean
 * square of 1 together.
 *
 * Refused (data): what hz_mack refuses; no age with two link ratios; (usage) a process other than
 * gamma and none, or is_one_year with is_by_period; with is_one_year, what hz_one_year_check
 * refuses; with is_by_period, what hz_draw_periods_new refuses.
 *
 * Source: England, P. D. & Verrall, R. J. (2006), Predictive distributions of outstanding
 * liabilities in general insurance, Annals of Actuarial Science 1(2), 221-270.
 */
HZ_MUST_USE bool hz_mack_bootstrap_new(struct hz_mack_bootstrap *bootstrap,
                                       const struct hz_triangle *triangle,
                                       const struct hz_development_choice *choice,
                                       const struct hz_bootstrap_choice *how,
                                       struct hz_arena *arena, struct hz_error *err);

/*
 * Draws the simulations first ... first + HZ_LANES - 1, as hz_bootstrap_draw does: residuals r
 * drawn with replacement make the factors f* = f + sigma sum sqrt(C^alpha) r / sum C^alpha around
 * the factors f that were selected, and each origin grows from age to age by amounts of mean f* C
 * and variance sigma^2 C^(2 - alpha). A tail has its own sigma, and a factor drawn from a normal
 * distribution of its own se; or, of a curve of factors in `how`, it is extrapolated from the
 * simulation's factors, and has no se.
 *
 * With is_one_year, each origin grows by one age, the factors are averaged again with these link
 * ratios added to those that made them, and the figure is the new ultimate less what is observed
 * now. Its standard deviation is that of hz_one_year_errors, but for products of errors of factors.
 *
 * Source: England, P. D., Verrall, R. J. & Wuthrich, M. V. (2019), On the lifetime and one-year
 * views of reserve risk, Insurance: Mathematics and Economics 85, 74-88.
 */
void hz_mack_bootstrap_draw(const void *bootstrap, uint64_t first, double figure[]);

HZ_END_C

#endif

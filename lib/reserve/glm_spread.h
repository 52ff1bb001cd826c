/* glm_spread.h: what is not known of a generalised linear model's variance, by likelihood. */

#ifndef HZ_RESERVE_GLM_SPREAD_H
#define HZ_RESERVE_GLM_SPREAD_H

#include "base/linkage.h"
#include "reserve/glm_model.h"

HZ_BEGIN_C

/*
 * The power between 1 and 2 that is a maximum of its profile likelihood, and the theta that is the
 * likeliest, with the means that are the likeliest with them: glm.h says which, and what is
 * refused.
 */
HZ_MUST_USE bool hz_glm_find_power(struct hz_glm_model *m, struct hz_error *err);
HZ_MUST_USE bool hz_glm_find_theta(struct hz_glm_model *m, struct hz_error *err);

/*
 * The logarithm of the likelihood of the increments, given the means and phi: of a gamma model
 * (power 2), of Tweedie's compound Poisson (between 1 and 2) and of a negative binomial one. NaN of
 * any other, which has no density, and where an amount is outside of it.
 */
double hz_glm_log_likelihood(const struct hz_glm_model *m, double phi);

/*
 * The deviance: twice what the quasi-likelihood lacks of that of means which are the amounts
 * themselves; NaN where it is infinite (gamma, an amount of 0) or has no meaning (an amount on the
 * other side of 0 than its mean).
 */
double hz_glm_deviance(const struct hz_glm_model *m);

/* A cell's part of it; its root, with the sign of what is left, is the deviance residual. */
double hz_glm_deviance_of(const struct hz_glm_model *m, size_t c);

HZ_END_C

#endif

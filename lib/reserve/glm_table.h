/*
 * glm_table.h: generalised linear models of claims triangles, for those who check them, as tables.
 */

#ifndef HZ_RESERVE_GLM_TABLE_H
#define HZ_RESERVE_GLM_TABLE_H

#include "base/linkage.h"
#include "reserve/portfolio.h"

HZ_BEGIN_C

enum hz_glm_view { HZ_GLM_COEFFICIENTS, HZ_GLM_CELLS, HZ_GLM_SUMMARY };

/* In the order of the enum, then NULL. */
extern const char *const hz_glm_view_names[];

/*
 * One of them, of each triangle by each method that is asked for, the group columns first and then
 * method, if there are several.
 *
 * coefficients: term, level, estimate, se, t: against the first origin, or calendar period, and the
 * first age, as R's treatment contrasts: "intercept" is the logarithm of the mean where both are
 * first; "origin" (or "calendar") and "age" are what another level adds. se is of quasi-likelihood,
 * with phi; t = estimate / se.
 *
 * cells: origin, development, observed, fitted, pearson, deviance, leverage, standardised:
 * increments as they were fitted; pearson = (X - m) / sqrt(V(m)); deviance, the root of the cell's
 * part of the deviance, of the sign of X - m; leverage, the hat matrix's diagonal; standardised =
 * pearson / sqrt(phi (1 - leverage)).
 *
 * summary: power, theta, phi, pearson, deviance, cells, parameters, freedom, log_likelihood, aic:
 * pearson is chi-square; deviance without phi; the log-likelihood is that with phi = deviance /
 * cells (of a negative binomial model, 1), aic = -2 log_likelihood + 2 (parameters + 1), as R's
 * gamma family, statmod's AICtweedie and MASS's glm.nb count it; there is none of odp, which has no
 * density.
 *
 * Refused (usage): a method that is none of them. Refused (data): what glm.h refuses.
 */
HZ_MUST_USE bool hz_glm_table(enum hz_glm_view view, const struct hz_reserve_order *order,
                              const struct hz_triangle_table *triangles, struct hz_table *out,
                              struct hz_error *err);

HZ_END_C

#endif

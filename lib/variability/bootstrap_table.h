/* bootstrap_table.h: what bootstraps of a table of triangles come to, as a table. */

#ifndef HZ_VARIABILITY_BOOTSTRAP_TABLE_H
#define HZ_VARIABILITY_BOOTSTRAP_TABLE_H

#include "base/linkage.h"
#include "file/table.h"
#include "random/levels.h"
#include "random/trials.h"
#include "triangle/triangle_table.h"
#include "variability/joint.h"

HZ_BEGIN_C

/* What is drawn, how often, on how many threads, which quantiles, and what stands beside them. */
struct hz_bootstrap_order {
    struct hz_draws_choice choice;
    struct hz_levels levels;
    const char *outcome;                 /* a file (outcome_table.h); NULL: none */
    bool has_total;                      /* over the groups, */
    enum hz_joint_dependence dependence; /* which are off together like this */
    const char *correlation;             /* a file (correlation_table.h) of HZ_JOINT_CORRELATED */
};

/*
 * origin (or period), ibnr (the model's own estimate), mean, mean_error, se (the standard
 * deviation), se_error, and for each level its quantile and the error of that; with outcomes,
 * outcome (what is to come came to), percentile (the per cent of simulations below it) and
 * percentile_error: a row for each origin or period, one of "total", and at the end one of the
 * total over groups. Errors are Monte Carlo standard errors.
 *
 * Of several groups, each draws around its future with random numbers of its own, which follow from
 * the group's name, so that no other group moves them.
 *
 * Refused: what hz_draws_new, hz_trials_run, hz_joint_new, hz_outcome_read and hz_correlation_read
 * refuse, of several triangles those that are refused are left out; a total over groups of a table
 * without groups; (usage) a total over groups without a dependence, or synchronous ones of models
 * without residuals.
 */
HZ_MUST_USE bool hz_bootstrap_table(const struct hz_bootstrap_order *order,
                                    const struct hz_triangle_table *triangles, struct hz_table *out,
                                    struct hz_error *err);

HZ_END_C

#endif

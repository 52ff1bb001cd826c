/* bootstrap_table.h: what bootstraps of a table of triangles come to, as a table. */

#ifndef HZ_VARIABILITY_BOOTSTRAP_TABLE_H
#define HZ_VARIABILITY_BOOTSTRAP_TABLE_H

#include "base/linkage.h"
#include "file/table.h"
#include "random/levels.h"
#include "random/trials.h"
#include "triangle/triangle_table.h"
#include "variability/draws.h"

HZ_BEGIN_C

/* What is drawn, how often, on how many threads, and which quantiles. */
struct hz_bootstrap_order {
    struct hz_draws_choice choice;
    struct hz_levels levels;
};

/*
 * origin, ibnr (the model's own estimate), mean, mean_error, se (the standard deviation), se_error,
 * and for each level its quantile and the error of that: a row for each origin and one of "total".
 * Errors are Monte Carlo standard errors. Refused: what hz_draws_new and hz_trials_run refuse, of
 * several triangles those are left out.
 */
HZ_MUST_USE bool hz_bootstrap_table(const struct hz_bootstrap_order *order,
                                    const struct hz_triangle_table *triangles, struct hz_table *out,
                                    struct hz_error *err);

HZ_END_C

#endif

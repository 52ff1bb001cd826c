/* bootstrap_table.h: what bootstraps of a table of triangles come to, as a table. */

#ifndef HZ_VARIABILITY_BOOTSTRAP_TABLE_H
#define HZ_VARIABILITY_BOOTSTRAP_TABLE_H

#include "base/linkage.h"
#include "file/table.h"
#include "random/levels.h"
#include "random/trials.h"
#include "triangle/development.h"
#include "triangle/triangle_table.h"
#include "variability/bootstrap.h"

HZ_BEGIN_C

/* How many simulations, on how many threads, and which quantiles. */
struct hz_bootstrap_order {
    struct hz_bootstrap_choice choice;
    bool is_mack; /* Mack's model, with these factors, not the over-dispersed Poisson one */
    struct hz_development_choice development;
    uint64_t simulations;
    int threads;
    struct hz_levels levels;
};

/*
 * origin, ibnr (the chain ladder's), mean, mean_error, se (the standard deviation), se_error, and
 * for each level its quantile and the error of that: a row for each origin and one of "total".
 * Errors are Monte Carlo standard errors. Refused: what hz_bootstrap_new, hz_mack_bootstrap_new and
 * hz_trials_run refuse, of several triangles those are left out.
 */
HZ_MUST_USE bool hz_bootstrap_table(const struct hz_bootstrap_order *order,
                                    const struct hz_triangle_table *triangles, struct hz_table *out,
                                    struct hz_error *err);

HZ_END_C

#endif

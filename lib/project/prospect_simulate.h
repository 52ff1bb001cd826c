/*
 * prospect_simulate.h: a projection played out: what is expected of each cell in each period, and
 * what simulated paths come to there.
 */

#ifndef HZ_PROJECT_PROSPECT_SIMULATE_H
#define HZ_PROJECT_PROSPECT_SIMULATE_H

#include "base/linkage.h"
#include "project/prospect_ahead.h"

HZ_BEGIN_C

/* Of a cell, or of all, in a period, or in all of them; estimates, money in yuan. */
struct hz_prospect_line {
    double exposure, contribution;
    double payouts, expected; /* how many, and what they cost */
};

/* For each cell, and one more for all, and each period, and one more for all. */
struct hz_prospect_paths {
    const struct hz_prospect_projection *of;
    size_t cells, periods;
    hz_period first; /* the first period, of the order's grain */
    struct hz_prospect_line *line;
    double *path; /* [cell][period][path]: payouts */
};

/* Where a cell's period is in `line`; in `path`, times the number of paths. */
static inline size_t hz_prospect_place(const struct hz_prospect_paths *paths, size_t cell,
                                       size_t period)
{
    return cell * (paths->periods + 1) + period;
}

/*
 * Adds up what is expected and draws all paths, by as many threads as the order says; path p is
 * drawn from stream p of the seed, whoever draws it. In memory is a number a path, cell and period.
 */
void hz_prospect_simulate(const struct hz_prospect_projection *projection,
                          struct hz_prospect_paths *paths);
void hz_prospect_paths_free(struct hz_prospect_paths *paths);

HZ_END_C

#endif

/*
 * trials.h: many numbered random trials, in parallel, and what their figures come to: mean,
 * standard deviation, quantiles, and how far off chance has left each of these.
 */

#ifndef HZ_RANDOM_TRIALS_H
#define HZ_RANDOM_TRIALS_H

#include "base/arena.h"
#include "base/error.h"
#include "base/linkage.h"
#include "random/random.h"

#include <stddef.h>

HZ_BEGIN_C

/* The most trials. */
#define HZ_TRIALS_MOST 100000000

struct hz_trials {
    uint64_t trials; /* at least 2 */
    size_t figures;  /* that each trial has */
    int threads;     /* at least 1 */
    /*
     * Fills in the figures of the trials first ... first + HZ_LANES - 1: figure f of trial first +
     * l is figure[f * HZ_LANES + l]. A pure function of the model and the numbers of the trials,
     * called by several threads at once.
     */
    void (*draw)(const void *model, uint64_t first, double figure[]);
    const void *model;
    const double *level; /* of the quantiles, each above 0 and below 1 */
    size_t levels;
    const double *outcome; /* of each figure, NaN: not known; NULL: of none */
};

/* One figure over all trials. Errors are Monte Carlo standard errors. */
struct hz_trial_figure {
    double mean, mean_error;
    double sd, sd_error;
    double *quantile; /* at each level */
    double *quantile_error;
    double
        below; /* the share of trials below the outcome, those that equal it counting half; NaN */
};

/*
 * Runs all trials and sums each of the figures up, bit for bit the same with any number of threads.
 * Trials are numbered from 0.
 *
 * A quantile is an order statistic, interpolated as in Hyndman & Fan's (1996) definition 7, and
 * exact. Its error is half the distance between the order statistics one standard deviation of the
 * binomial rank below and above it; the sd's is that of the sample's fourth moment.
 *
 * Values are counted in 4,096 cells a figure, and those of the few cells that hold a quantile are
 * sorted; they are kept if that takes 32 MiB or less, and otherwise drawn a second time. So memory
 * does not grow with the trials, but for about a hundredth of a value a trial and figure.
 *
 * Refused (data): a figure that is not finite, with the trial's number.
 */
HZ_MUST_USE bool hz_trials_run(const struct hz_trials *trials, struct hz_trial_figure figure[],
                               struct hz_arena *arena, struct hz_error *err);

HZ_END_C

#endif

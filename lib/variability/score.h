/*
 * score.h: how well a distribution foretold an outcome, and, over many of them, whether outcomes
 * fell where the distributions said.
 */

#ifndef HZ_VARIABILITY_SCORE_H
#define HZ_VARIABILITY_SCORE_H

#include "base/arena.h"

#include <stdbool.h>
#include <stddef.h>

HZ_BEGIN_C

/*
 * A distribution that was foretold: of a shape with mean and standard deviation, or draws from it.
 */
enum hz_foretold_shape {
    HZ_FORETOLD_LOG_NORMAL, /* its mean is above 0 */
    HZ_FORETOLD_NORMAL,
    HZ_FORETOLD_DRAWS,
};

struct hz_foretold {
    enum hz_foretold_shape shape;
    double mean, sd;    /* sd 0: all at the mean */
    const double *draw; /* ascending */
    size_t draws;
};

/* What an outcome says of it. */
struct hz_score {
    double
        percentile; /* the chance of less than the outcome, 0 to 1; of draws, (k + 1/2) / (n + 1) */
    double error;   /* outcome - mean */
    double crps;    /* continuous ranked probability score, in the outcome's unit; less is better */
    double log_score; /* minus the logarithm of the density at the outcome; less is better */
};

/*
 * Scores a forecast by its outcome. The log score of draws is that of a normal kernel estimate, its
 * width by Silverman's rule (1986, eq. 3.31).
 *
 * Source: Gneiting, T. & Raftery, A. E. (2007), Strictly proper scoring rules, prediction, and
 * estimation, JASA 102, 359-378; for the log-normal, Baran, S. & Lerch, S. (2015), Log-normal
 * distribution based ensemble model output statistics, Quarterly Journal of the Royal
 * Meteorological Society 141, 2289-2299.
 */
struct hz_score hz_foretold_score(const struct hz_foretold *forecast, double outcome);

/* Whether percentiles are spread as they should be, evenly from 0 to 1. */
struct hz_calibration {
    double ks;          /* 100 max |p(i) - i / n|, p ascending, as Meyers (2015) has it */
    double ks_both;     /* the same on both sides of each step: Kolmogorov's distance */
    double ks_critical; /* at 5 %, for large n: 136 / sqrt(n) */
    double
        anderson_darling; /* A^2; critical at 5 %: 2.492 (D'Agostino & Stephens 1986, table 4.2) */
    double within[4]; /* shares of outcomes inside the central intervals of hz_calibration_levels */
};
extern const double hz_calibration_levels[4]; /* 0.5, 0.8, 0.9, 0.95 */

/* percentile[n], n at least 1, is sorted in place. */
void hz_calibrate(double percentile[], size_t n, struct hz_calibration *calibration);

HZ_END_C

#endif

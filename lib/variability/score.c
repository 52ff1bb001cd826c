/* score.c: see score.h. */

#include "variability/score.h"

#include <float.h>
#include <gsl/gsl_cdf.h>
#include <math.h>
#include <stdlib.h>

static const double HALF_LOG_TWO_PI = 0.91893853320467274178;

static struct hz_score score_point(double mean, double outcome)
{
    return (struct hz_score){
        .percentile = outcome > mean   ? 1
                      : outcome < mean ? 0
                                       : 0.5,
        .error = outcome - mean,
        .crps = fabs(outcome - mean),
        .log_score = (double)NAN,
    };
}

static struct hz_score score_normal(double mean, double sd, double outcome)
{
    const double z = (outcome - mean) / sd;
    const double density = exp(-z * z / 2 - HALF_LOG_TWO_PI), below = gsl_cdf_ugaussian_P(z);
    return (struct hz_score){
        .percentile = below,
        .error = outcome - mean,
        .crps = sd * (z * (2 * below - 1) + 2 * density - M_2_SQRTPI / 2),
        .log_score = z * z / 2 + HALF_LOG_TWO_PI + log(sd),
    };
}

static struct hz_score score_log_normal(double mean, double sd, double outcome)
{
    const double variance = log1p(sd / mean * (sd / mean)), sigma = sqrt(variance);
    const double z = outcome > 0 ? (log(outcome / mean) + variance / 2) / sigma : -(double)INFINITY;
    const double below = gsl_cdf_ugaussian_P(z);
    return (struct hz_score){
        .percentile = below,
        .error = outcome - mean,
        .crps =
            outcome * (2 * below - 1) -
            2 * mean * (gsl_cdf_ugaussian_P(z - sigma) + gsl_cdf_ugaussian_P(sigma / M_SQRT2) - 1),
        .log_score =
            outcome > 0 ? z * z / 2 + HALF_LOG_TWO_PI + log(sigma * outcome) : (double)INFINITY,
    };
}

static double quantile(const double draw[], size_t draws, double level)
{
    const double rank = level * (double)(draws - 1);
    const size_t below = (size_t)rank;
    return below + 1 < draws
               ? draw[below] + (rank - (double)below) * (draw[below + 1] - draw[below])
               : draw[below];
}

/* Minus the logarithm of a normal kernel estimate. */
static double kernel_score(const struct hz_foretold *forecast, double outcome)
{
    const double n = (double)forecast->draws;
    const double middle = quantile(forecast->draw, forecast->draws, 0.75) -
                          quantile(forecast->draw, forecast->draws, 0.25);
    const double spread = middle > 0 ? fmin(forecast->sd, middle / 1.34) : forecast->sd;
    const double width = 0.9 * spread * pow(n, -0.2);
    double sum = 0;
    for (size_t i = 0; i < forecast->draws; i++) {
        const double z = (outcome - forecast->draw[i]) / width;
        sum += exp(-z * z / 2);
    }
    return HALF_LOG_TWO_PI + log(width) - log(sum / n);
}

static struct hz_score score_draws(const struct hz_foretold *forecast, double outcome)
{
    const double n = (double)forecast->draws;
    size_t below = 0;
    double crps = 0, mean = 0;
    for (size_t i = 0; i < forecast->draws; i++) {
        const double draw = forecast->draw[i];
        below += draw <= outcome;
        mean += draw / n;
        crps += 2 * (draw - outcome) * ((outcome < draw ? n : 0) - (double)i - 0.5) / (n * n);
    }
    return (struct hz_score){
        .percentile = ((double)below + 0.5) / (n + 1),
        .error = outcome - mean,
        .crps = crps,
        .log_score = kernel_score(forecast, outcome),
    };
}

struct hz_score hz_foretold_score(const struct hz_foretold *forecast, double outcome)
{
    if (!(forecast->sd > 0))
        return score_point(forecast->mean, outcome);
    switch (forecast->shape) {
    case HZ_FORETOLD_NORMAL:
        return score_normal(forecast->mean, forecast->sd, outcome);
    case HZ_FORETOLD_DRAWS:
        return score_draws(forecast, outcome);
    case HZ_FORETOLD_LOG_NORMAL:
        break;
    }
    return score_log_normal(forecast->mean, forecast->sd, outcome);
}

const double hz_calibration_levels[4] = {0.5, 0.8, 0.9, 0.95};

static int ascending(const void *a, const void *b)
{
    const double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

void hz_calibrate(double percentile[], size_t n, struct hz_calibration *calibration)
{
    const double count = (double)n;
    *calibration = (struct hz_calibration){.ks_critical = 136 / sqrt(count)};
    qsort(percentile, n, sizeof *percentile, ascending);
    for (size_t i = 0; i < n; i++) {
        const double p = percentile[i], after = (double)(i + 1) / count, before = (double)i / count;
        calibration->ks = fmax(calibration->ks, 100 * fabs(p - after));
        calibration->ks_both =
            fmax(calibration->ks_both, 100 * fmax(fabs(p - after), fabs(p - before)));
        /* A percentile of 0 or 1 makes it very large, not infinite. */
        const double low = fmax(p, DBL_MIN), high = fmax(1 - percentile[n - 1 - i], DBL_MIN);
        calibration->anderson_darling -= (after + before) * (log(low) + log(high));
        for (size_t l = 0; l < 4; l++)
            calibration->within[l] += fabs(2 * p - 1) <= hz_calibration_levels[l] ? 1 / count : 0;
    }
    calibration->anderson_darling -= count;
}

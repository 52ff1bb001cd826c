/* margin.c: see margin.h. */

#include "reserve/margin.h"

#include <gsl/gsl_cdf.h>
#include <math.h>
#include <stddef.h>

const char *const hz_distribution_names[] = {"normal", "log-normal", "skewed", NULL};

static double log_normal(double mean, double se, double z)
{
    if (!(mean > 0))
        return (double)NAN;
    const double ratio = se / mean;
    const double v_square = log1p(ratio * ratio);
    return mean * exp(z * sqrt(v_square) - v_square / 2);
}

double hz_margin_quantile(enum hz_distribution distribution, double mean, double se,
                          double skewness, double level)
{
    const double z = gsl_cdf_ugaussian_Pinv(level);
    if (fabs(se) <= 0)
        return mean;
    switch (distribution) {
    case HZ_DISTRIBUTION_NORMAL:
        return mean + z * se;
    case HZ_DISTRIBUTION_LOG_NORMAL:
        return log_normal(mean, se, z);
    case HZ_DISTRIBUTION_SKEWED:
        return mean + se * (z + skewness * (z * z - 1) / 6);
    }
    return (double)NAN;
}

/* The z at which z + skewness (z^2 - 1) / 6 is this, where that rises with z. */
static double unskew(double standard, double skewness)
{
    const double bend = skewness / 6;
    if (fabs(bend) < 1e-12)
        return standard;
    return (sqrt(1 + 4 * bend * (standard + bend)) - 1) / (2 * bend);
}

double hz_margin_level(enum hz_distribution distribution, double mean, double se, double skewness,
                       double amount)
{
    const double standard = se > 0 ? (amount - mean) / se : (double)NAN;
    switch (distribution) {
    case HZ_DISTRIBUTION_NORMAL:
        return gsl_cdf_ugaussian_P(standard);
    case HZ_DISTRIBUTION_LOG_NORMAL: {
        const double v_square = log1p(se / mean * (se / mean));
        return mean > 0 && amount > 0 && se > 0
                   ? gsl_cdf_ugaussian_P((log(amount / mean) + v_square / 2) / sqrt(v_square))
                   : (double)NAN;
    }
    case HZ_DISTRIBUTION_SKEWED:
        return gsl_cdf_ugaussian_P(unskew(standard, skewness));
    }
    return (double)NAN;
}

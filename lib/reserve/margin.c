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

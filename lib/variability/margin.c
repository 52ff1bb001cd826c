/* margin.c: see margin.h. */

#include "variability/margin.h"

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

bool hz_margin_rises_at(double skewness, double level)
{
    const double z = gsl_cdf_ugaussian_Pinv(level);
    return 1 + skewness * z / 3 > 0;
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
        return hz_margin_rises_at(skewness, level) ? mean + se * (z + skewness * (z * z - 1) / 6)
                                                   : (double)NAN;
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

void hz_margin_pool_add(struct hz_margin_pool *pool, double mean, double se, double skewness)
{
    const double c = se * sqrt(2) * sin(asin(skewness / sqrt(8)) / 3);
    const double b = sqrt(se * se - 2 * c * c);
    pool->mean += mean;
    pool->b += b;
    pool->bb += b * b;
    pool->c += c;
    pool->cc += c * c;
    pool->ccc += c * c * c;
    pool->cb += c * b;
    pool->cbb += c * b * b;
}

/* The second and third cumulants of a quadratic form: b'Rb + 2 tr (CR)^2, 6 b'RCRb + 8 tr (CR)^3,
 * R the correlations, all alike, C the diagonal of the c. */
void hz_margin_pool_moments(const struct hz_margin_pool *pool, double correlation, double *se,
                            double *skewness)
{
    const struct hz_margin_pool *p = pool;
    const double r = correlation, rr = r * r;
    const double pairs = p->cc * p->c - p->ccc;
    const double triples = p->c * p->c * p->c - 3 * p->cc * p->c + 2 * p->ccc;
    const double second =
        (1 - r) * p->bb + r * p->b * p->b + 2 * ((1 - rr) * p->cc + rr * p->c * p->c);
    const double bent =
        (1 - r) * (1 - r) * p->cbb + 2 * r * (1 - r) * p->b * p->cb + rr * p->b * p->b * p->c;
    const double third = 6 * bent + 8 * (p->ccc + 3 * rr * pairs + rr * r * triples);
    *se = sqrt(second);
    *skewness = second > 0 ? third / pow(second, 1.5) : 0;
}

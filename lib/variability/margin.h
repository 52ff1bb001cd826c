/*
 * margin.h: how much above its expectation a reserve is to be, from its standard error (风险边际).
 */

#ifndef HZ_VARIABILITY_MARGIN_H
#define HZ_VARIABILITY_MARGIN_H

#include "base/linkage.h"

#include <stdbool.h>

HZ_BEGIN_C

/* What is still to come, as its first moments are known. */
enum hz_distribution {
    HZ_DISTRIBUTION_NORMAL = 0,
    HZ_DISTRIBUTION_LOG_NORMAL = 1,
    HZ_DISTRIBUTION_SKEWED = 2, /* expanded about the normal one, to the third moment */
};

/* Their names, in the order of their values, then NULL. */
extern const char *const hz_distribution_names[];

/*
 * The quantile at a level, above 0 and below 1, of what has this mean, standard error and (for
 * skewed) skewness:
 *
 *     normal      mean + z se
 *     log-normal  exp(m + z v),    v^2 = log(1 + se^2 / mean^2),    m = log mean - v^2 / 2
 *     skewed      mean + se (z + skewness (z^2 - 1) / 6),
 *
 * z the standard normal's. Where se is 0, the mean. NaN if something is unknown, log-normal if the
 * mean is not positive, and skewed where the expansion does not rise with the level
 * (hz_margin_rises_at).
 *
 * Source: of log-normal, Mack, T. (1994), CAS Forum, Spring 1994, vol. 1, 101-182, section 5; of
 * skewed, Cornish, E. A. & Fisher, R. A. (1938), Revue de l'Institut International de Statistique
 * 5(4), 307-320; Dal Moro, E. & Krvavych, Y. (2017), ASTIN Bulletin 47(3), 737-785.
 */
double hz_margin_quantile(enum hz_distribution distribution, double mean, double se,
                          double skewness, double level);

/*
 * Whether the expansion for a skewed one rises at a level: where 1 + skewness z / 3 > 0. Beyond, a
 * higher level has the lower figure, which is no quantile (Maillard, D. (2012), A user's guide to
 * the Cornish Fisher expansion, SSRN 1997178).
 */
bool hz_margin_rises_at(double skewness, double level);

/*
 * The other way round: the level at which `amount` is the quantile; of skewed, for amounts that the
 * expansion reaches while it rises. NaN if something is unknown, se is 0, or there is none.
 */
double hz_margin_level(enum hz_distribution distribution, double mean, double se, double skewness,
                       double amount);

/* Reserves that are added up, with one correlation between any two. Zeroed: none yet. */
struct hz_margin_pool {
    double mean;
    double b, bb, c, cc, ccc, cb, cbb; /* sums of the coefficients below, and of their products */
};

/*
 * Adds a reserve, as se (b z + c (z^2 - 1)) around its mean: a quadratic in a normal z that has its
 * variance and its skewness, b^2 + 2 c^2 = 1 and 6 c - 4 c^3 = skewness (Fleishman's polynomial
 * without its third power). Without a skewness it is normal. A skewness beyond sqrt(8), which no
 * such quadratic has, makes the pool's figures NaN.
 */
void hz_margin_pool_add(struct hz_margin_pool *pool, double mean, double se, double skewness);

/*
 * The standard error and the skewness of the sum, where the z of any two reserves have this
 * correlation, 0 to 1.
 *
 * Source: Fleishman, A. I. (1978), A method for simulating non-normal distributions, Psychometrika
 * 43(4), 521-532; Dal Moro, E. & Krvavych, Y. (2017), ASTIN Bulletin 47(3), 737-785.
 */
void hz_margin_pool_moments(const struct hz_margin_pool *pool, double correlation, double *se,
                            double *skewness);

HZ_END_C

#endif

/* glm_density.h: how likely an amount is, in the models whose spread is estimated by likelihood. */

#ifndef HZ_RESERVE_GLM_DENSITY_H
#define HZ_RESERVE_GLM_DENSITY_H

#include "base/linkage.h"

HZ_BEGIN_C

/*
 * The logarithm of the density of Tweedie's compound Poisson at an amount of 0 (there, of its
 * probability) and more, mean > 0, phi > 0, 1 < power < 2: a Poisson number of gamma amounts, with
 * variance phi mean^power. By its series, from the largest term outwards; of more than 10,000
 * claims, by the saddlepoint approximation.
 *
 * Source: Dunn, P. K. & Smyth, G. K. (2005), Series evaluation of Tweedie exponential dispersion
 * model densities, Statistics and Computing 15(4), 267-280.
 */
double hz_log_compound_poisson(double amount, double mean, double phi, double power);

/*
 * The same of the negative binomial distribution of mean m and variance m + m^2 / theta, at a
 * number of 0 and more; one that is not whole is taken as the gamma functions take it.
 */
double hz_log_negative_binomial(double number, double mean, double theta);

HZ_END_C

#endif

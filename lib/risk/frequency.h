/*
 * frequency.h: how many payouts there are: Poisson, or negative binomial where counts vary more.
 *
 *     Poisson              mean m
 *     negative binomial    mean m, size r: variance m + m^2 / r
 */

#ifndef HZ_RISK_FREQUENCY_H
#define HZ_RISK_FREQUENCY_H

#include "base/error.h"
#include "base/linkage.h"

#include <gsl/gsl_rng.h>
#include <stddef.h>

HZ_BEGIN_C

/* size 0: Poisson. */
struct hz_frequency {
    double mean;
    double size;
};

double hz_frequency_variance(const struct hz_frequency *frequency);
uint64_t hz_frequency_draw(const struct hz_frequency *frequency, gsl_rng *rng);

/* Counts of n cells with their exposures (> 0): the mean of a cell is rate x exposure. */
struct hz_counts_sample {
    const double *count;
    const double *exposure;
    size_t n;
};

struct hz_frequency_fit {
    double rate; /* per unit of exposure */
    double rate_se;
    double size; /* 0: Poisson */
    double size_se;
    double log_likelihood;
    double dispersion; /* Pearson's chi-square under Poisson / (n - 1) */
    double p_value;    /* that Poisson counts would be so dispersed, or more */
};

/* Maximum likelihood: counts / exposures. Refused (data): no cell, an exposure not above 0. */
HZ_MUST_USE bool hz_fit_poisson(const struct hz_counts_sample *sample, struct hz_frequency_fit *fit,
                                struct hz_error *err);

/*
 * Maximum likelihood of rate and size. Refused (data) besides: fewer than 3 cells, and counts that
 * do not vary more than Poisson counts would, where the size is infinite: the message says so.
 */
HZ_MUST_USE bool hz_fit_negative_binomial(const struct hz_counts_sample *sample,
                                          struct hz_frequency_fit *fit, struct hz_error *err);

HZ_END_C

#endif

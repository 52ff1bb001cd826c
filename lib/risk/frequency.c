/* frequency.c: see frequency.h. */

#include "risk/frequency.h"

#include "risk/root.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_randist.h>
#include <gsl/gsl_sf_gamma.h>
#include <gsl/gsl_sf_psi.h>
#include <math.h>

double hz_frequency_variance(const struct hz_frequency *frequency)
{
    const double m = frequency->mean;
    return frequency->size > 0 ? m + m * m / frequency->size : m;
}

/*
 * GSL counts in unsigned int, and a Poisson mean that large is a normal variate to within its last
 * digits.
 */
static uint64_t draw_poisson(double mean, gsl_rng *rng)
{
    if (mean < 1e9)
        return gsl_ran_poisson(rng, mean);
    const double drawn = mean + gsl_ran_gaussian(rng, sqrt(mean));
    return drawn > 0 ? (uint64_t)(drawn + 0.5) : 0;
}

uint64_t hz_frequency_draw(const struct hz_frequency *frequency, gsl_rng *rng)
{
    double mean = frequency->mean;
    if (frequency->size > 0)
        mean *= gsl_ran_gamma(rng, frequency->size, 1 / frequency->size);
    return mean > 0 ? draw_poisson(mean, rng) : 0;
}

static bool check(const struct hz_counts_sample *s, double *counts, double *exposures,
                  struct hz_error *err)
{
    *counts = *exposures = 0;
    for (size_t i = 0; i < s->n; i++) {
        if (!(s->exposure[i] > 0) || !(s->count[i] >= 0))
            return hz_error_set(
                err, HZ_ERROR_DATA, HZ_NOWHERE,
                _("cell %zu has %g payouts on an exposure of %g: expected an exposure "
                  "above 0 and no negative count"),
                i + 1, s->count[i], s->exposure[i]);
        *counts += s->count[i];
        *exposures += s->exposure[i];
    }
    if (s->n == 0)
        return hz_error_set(err, HZ_ERROR_DATA, HZ_NOWHERE,
                            _("no cell with an exposure: a frequency cannot be estimated"));
    return true;
}

bool hz_fit_poisson(const struct hz_counts_sample *s, struct hz_frequency_fit *fit,
                    struct hz_error *err)
{
    double counts, exposures, chi_square = 0;
    if (!check(s, &counts, &exposures, err))
        return false;
    *fit = (struct hz_frequency_fit){.rate = counts / exposures,
                                     .rate_se = sqrt(counts) / exposures,
                                     .dispersion = (double)NAN,
                                     .p_value = (double)NAN};
    for (size_t i = 0; i < s->n; i++) {
        const double mean = fit->rate * s->exposure[i];
        if (!(mean > 0))
            continue;
        chi_square += pow(s->count[i] - mean, 2) / mean;
        fit->log_likelihood += s->count[i] * log(mean) - mean - gsl_sf_lngamma(s->count[i] + 1);
    }
    if (s->n > 1 && counts > 0) {
        fit->dispersion = chi_square / (double)(s->n - 1);
        fit->p_value = gsl_cdf_chisq_Q(chi_square, (double)(s->n - 1));
    }
    return true;
}

/* ---- Negative binomial: for a size, the best rate; then the best size */

struct profile {
    const struct hz_counts_sample *sample;
    double size;
    double rate;
    double poisson_rate;
    bool failed;
};

static double rate_score(double log_rate, void *context)
{
    const struct profile *p = context;
    const double rate = exp(log_rate);
    double sum = 0;
    for (size_t i = 0; i < p->sample->n; i++) {
        const double mean = rate * p->sample->exposure[i];
        sum += (p->sample->count[i] - mean) / (1 + mean / p->size);
    }
    return sum;
}

static double size_score(double log_size, void *context)
{
    struct profile *p = context;
    double log_rate, sum = 0;
    p->size = exp(log_size);
    const double middle = log(p->poisson_rate);
    if (!hz_root_find(rate_score, p, middle - 10, middle + 10, &log_rate)) {
        p->failed = true;
        return 0;
    }
    p->rate = exp(log_rate);
    for (size_t i = 0; i < p->sample->n; i++) {
        const double n = p->sample->count[i], mean = p->rate * p->sample->exposure[i];
        sum += gsl_sf_psi(n + p->size) - gsl_sf_psi(p->size) - log1p(mean / p->size) +
               (mean - n) / (p->size + mean);
    }
    return sum;
}

/* Errors from the observed information about rate and size. */
static void set_errors(const struct profile *p, struct hz_frequency_fit *fit)
{
    double rr = 0, rs = 0, ss = 0;
    const double r = fit->size;
    fit->log_likelihood = 0;
    for (size_t i = 0; i < p->sample->n; i++) {
        const double n = p->sample->count[i], e = p->sample->exposure[i], m = fit->rate * e;
        rr += n / (fit->rate * fit->rate) - (n + r) * e * e / pow(r + m, 2);
        rs += e / (r + m) - (n + r) * e / pow(r + m, 2);
        ss -= gsl_sf_psi_1(n + r) - gsl_sf_psi_1(r) + 1 / r - 2 / (r + m) + (n + r) / pow(r + m, 2);
        fit->log_likelihood += gsl_sf_lngamma(n + r) - gsl_sf_lngamma(r) - gsl_sf_lngamma(n + 1) -
                               r * log1p(m / r) + n * log(m / (r + m));
    }
    fit->rate_se = sqrt(ss / (rr * ss - rs * rs));
    fit->size_se = sqrt(rr / (rr * ss - rs * rs));
}

bool hz_fit_negative_binomial(const struct hz_counts_sample *s, struct hz_frequency_fit *fit,
                              struct hz_error *err)
{
    if (!hz_fit_poisson(s, fit, err))
        return false;
    struct profile p = {.sample = s, .poisson_rate = fit->rate};
    double log_size;
    if (s->n < 3 || !(fit->rate > 0))
        return hz_error_set(err, HZ_ERROR_DATA, HZ_NOWHERE,
                            _("%zu cells and a rate of %g are too little to see how counts vary: "
                              "expected 3 cells and a payout, or use poisson"),
                            s->n, fit->rate);
    if (!hz_root_find(size_score, &p, -15, 15, &log_size) || p.failed)
        return hz_error_set(err, HZ_ERROR_DATA, HZ_NOWHERE,
                            _("the counts do not vary more than Poisson counts would (dispersion "
                              "%.3f): use poisson"),
                            fit->dispersion);
    size_score(log_size, &p);
    fit->rate = p.rate;
    fit->size = p.size;
    set_errors(&p, fit);
    return true;
}

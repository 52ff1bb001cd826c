/* glm_spread.c: see glm_spread.h. */

#include "reserve/glm_spread.h"

#include "reserve/glm_density.h"

#include <gsl/gsl_errno.h>
#include <gsl/gsl_min.h>
#include <gsl/gsl_randist.h>
#include <math.h>

/* A figure of the spread that is looked for, and the error that ended the search. */
struct search {
    struct hz_glm_model *m;
    double log_phi; /* of the likeliest phi for the last power */
    struct hz_error *err;
};

/* How unlikely the amounts are, one by one, with the means that were fitted. */
static double unlikelihood(const struct hz_glm_model *m, double phi)
{
    double sum = 0;
    for (size_t c = 0; c < m->triangle->origins * m->triangle->ages; c++)
        if (!isnan(m->increment[c]))
            sum -= m->theta > 0
                       ? hz_log_negative_binomial(m->increment[c], m->mean[c], m->theta)
                       : hz_log_compound_poisson(m->increment[c], m->mean[c], phi, m->power);
    return sum;
}

static double unlikelihood_of_phi(double log_phi, void *context)
{
    const struct search *search = context;
    return unlikelihood(search->m, exp(log_phi));
}

/*
 * The nearest minimum of a curve: downhill from `at` by steps to where it rises again, then Brent's
 * way. False if it still falls at a bound, or has no value.
 */
static bool descend(gsl_function *curve, double at, double step, double least, double most,
                    double *minimum)
{
    enum { MOST = 100 };
    double here = GSL_FN_EVAL(curve, at), next = GSL_FN_EVAL(curve, at + step);
    if (next > here) {
        step = -step;
        next = GSL_FN_EVAL(curve, at + step);
    }
    for (; next < here; next = GSL_FN_EVAL(curve, at + step)) {
        at += step;
        here = next;
        if (at + step < least || at + step > most)
            return false;
    }
    if (isnan(here) || isnan(next))
        return false;
    const double width = fabs(step);
    gsl_min_fminimizer *brent = gsl_min_fminimizer_alloc(gsl_min_fminimizer_brent);
    const bool done =
        gsl_min_fminimizer_set(brent, curve, at, at - width, at + width) == GSL_SUCCESS;
    for (int i = 0; i < MOST && done; i++)
        if (gsl_min_fminimizer_iterate(brent) != GSL_SUCCESS ||
            gsl_min_fminimizer_x_upper(brent) - gsl_min_fminimizer_x_lower(brent) < 1e-7)
            break;
    *minimum = gsl_min_fminimizer_x_minimum(brent);
    gsl_min_fminimizer_free(brent);
    return done;
}

/* The profile of the power: with the means and the phi that are the likeliest for it. */
static double unlikelihood_of_power(double power, void *context)
{
    struct search *search = context;
    gsl_function phi = {.function = unlikelihood_of_phi, .params = search};
    search->m->power = power;
    if (search->err->kind != HZ_NO_ERROR || !hz_glm_fit(search->m, search->err) ||
        !descend(&phi, search->log_phi, 0.25, -700, 700, &search->log_phi))
        return (double)NAN;
    return unlikelihood_of_phi(search->log_phi, search);
}

static double unlikelihood_of_theta(double log_theta, void *context)
{
    const struct search *search = context;
    search->m->theta = exp(log_theta);
    return search->err->kind == HZ_NO_ERROR && hz_glm_fit(search->m, search->err)
               ? unlikelihood(search->m, 1)
               : (double)NAN;
}

static bool check_likelihood(const struct hz_glm_model *m, struct hz_error *err)
{
    for (size_t c = 0; c < m->triangle->origins * m->triangle->ages; c++)
        if (m->increment[c] < 0)
            return hz_error_set(err, HZ_ERROR_DATA, m->triangle->place,
                                _("origin %.*s, development %.15g: the amount is negative, and the "
                                  "spread is estimated by likelihood, which has none for it "
                                  "(--negative pool or drop)"),
                                HZ_TEXT_ARGS(m->triangle->origin[c / m->triangle->ages]),
                                m->triangle->age[c % m->triangle->ages]);
    return true;
}

bool hz_glm_find_power(struct hz_glm_model *m, struct hz_error *err)
{
    struct search search = {.m = m, .err = err};
    gsl_function profile = {.function = unlikelihood_of_power, .params = &search};
    m->power = 1.5;
    if (!check_likelihood(m, err) || !hz_glm_fit(m, err) || !hz_glm_disperse(m, err))
        return false;
    double least_size = (double)INFINITY;
    for (size_t c = 0; c < m->triangle->origins * m->triangle->ages; c++)
        least_size = isnan(m->increment[c]) ? least_size : fmin(least_size, m->mean[c]);
    if (!(m->phi > 1e-14 * sqrt(least_size)))
        return hz_error_set(err, HZ_ERROR_DATA, m->triangle->place,
                            _("the amounts fit exactly: there is no spread to find a power of"));
    search.log_phi = log(m->phi);
    const double least = 1.01, most = 1.99;
    if (!descend(&profile, m->power, 0.02, least, most, &m->power))
        return err->kind == HZ_NO_ERROR &&
               hz_error_set(err, HZ_ERROR_DATA, m->triangle->place,
                            _("no power from %.15g to %.15g is likelier than those around it: "
                              "choose one, or take odp or gamma"),
                            least, most);
    return hz_glm_fit(m, err);
}

/* Starts from the moments: what the squares are beyond Poisson's, by m^2. */
bool hz_glm_find_theta(struct hz_glm_model *m, struct hz_error *err)
{
    struct search search = {.m = m, .err = err};
    gsl_function profile = {.function = unlikelihood_of_theta, .params = &search};
    double squares = 0, beyond = 0, log_theta;
    if (!check_likelihood(m, err) || !hz_glm_fit(m, err))
        return false;
    for (size_t c = 0; c < m->triangle->origins * m->triangle->ages; c++)
        if (!isnan(m->increment[c])) {
            const double off = m->increment[c] - m->mean[c];
            squares += m->mean[c] * m->mean[c];
            beyond += off * off - m->increment[c];
        }
    if (beyond > 0 && descend(&profile, log(squares / beyond), 0.5, -30, 30, &log_theta)) {
        m->theta = exp(log_theta);
        return hz_glm_fit(m, err);
    }
    return err->kind == HZ_NO_ERROR &&
           hz_error_set(err, HZ_ERROR_DATA, m->triangle->place,
                        _("the amounts spread no more than Poisson numbers of their means, so that "
                          "there is no theta: take odp"));
}

static double log_gamma(double amount, double mean, double phi)
{
    return log(gsl_ran_gamma_pdf(amount, 1 / phi, mean * phi));
}

double hz_glm_log_likelihood(const struct hz_glm_model *m, double phi)
{
    const bool has_density =
        m->theta > 0 || (m->power > 1 && m->power < 2) || fabs(m->power - 2) < 1e-12;
    double sum = 0;
    if (!has_density)
        return (double)NAN;
    for (size_t c = 0; c < m->triangle->origins * m->triangle->ages; c++) {
        if (isnan(m->increment[c]))
            continue;
        const double x = m->increment[c], mean = m->mean[c];
        if (x < 0 || mean < 0 || (x <= 0 && !(m->theta > 0) && m->power >= 2))
            return (double)NAN;
        sum += m->theta > 0   ? hz_log_negative_binomial(x, mean, m->theta)
               : m->power < 2 ? hz_log_compound_poisson(x, mean, phi, m->power)
                              : log_gamma(x, mean, phi);
    }
    return sum;
}

double hz_glm_deviance_of(const struct hz_glm_model *m, size_t c)
{
    const int sign = m->sign[c % m->triangle->ages];
    const double x = sign * m->increment[c], mean = sign * m->mean[c], p = m->power;
    if (x < 0 || (x <= 0 && p >= 2 && !(m->theta > 0)))
        return (double)NAN;
    const double ratio = x > 0 ? x * log(x / mean) : 0;
    if (m->theta > 0)
        return 2 * (ratio - (x + m->theta) * log((x + m->theta) / (mean + m->theta)));
    if (fabs(p - 1) < 1e-12)
        return 2 * (ratio - (x - mean));
    if (fabs(p - 2) < 1e-12)
        return 2 * (x / mean - 1 - log(x / mean));
    return 2 * ((x > 0 ? pow(x, 2 - p) : 0) / ((1 - p) * (2 - p)) - x * pow(mean, 1 - p) / (1 - p) +
                pow(mean, 2 - p) / (2 - p));
}

double hz_glm_deviance(const struct hz_glm_model *m)
{
    double sum = 0;
    for (size_t c = 0; c < m->triangle->origins * m->triangle->ages; c++)
        if (!isnan(m->increment[c]))
            sum += hz_glm_deviance_of(m, c);
    return sum;
}

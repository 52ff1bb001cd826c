/* severity.c: see severity.h. */

#include "risk/severity.h"

#include "risk/root.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_randist.h>
#include <gsl/gsl_sf_gamma.h>
#include <gsl/gsl_sf_psi.h>
#include <gsl/gsl_sort.h>
#include <math.h>

const char *const hz_severity_names[] = {"log-normal", "gamma", "pareto", NULL};
const char *const hz_severity_parameters[][2] = {
    {"mean_log", "sd_log"}, {"shape", "rate"}, {"shape", "scale"}};

double hz_severity_mean(const struct hz_severity *s)
{
    switch (s->kind) {
    case HZ_LOG_NORMAL:
        return exp(s->a + s->b * s->b / 2);
    case HZ_GAMMA:
        return s->a / s->b;
    default:
        return s->a > 1 ? s->b / (s->a - 1) : (double)INFINITY;
    }
}

double hz_severity_variance(const struct hz_severity *s)
{
    const double mean = hz_severity_mean(s);
    switch (s->kind) {
    case HZ_LOG_NORMAL:
        return mean * mean * expm1(s->b * s->b);
    case HZ_GAMMA:
        return mean / s->b;
    default:
        return s->a > 2 ? mean * mean * s->a / (s->a - 2) : (double)INFINITY;
    }
}

double hz_severity_cdf(const struct hz_severity *s, double x)
{
    if (!(x > 0))
        return 0;
    switch (s->kind) {
    case HZ_LOG_NORMAL:
        return gsl_cdf_lognormal_P(x, s->a, s->b);
    case HZ_GAMMA:
        return gsl_cdf_gamma_P(x, s->a, 1 / s->b);
    default:
        return -expm1(-s->a * log1p(x / s->b));
    }
}

double hz_severity_quantile(const struct hz_severity *s, double p)
{
    switch (s->kind) {
    case HZ_LOG_NORMAL:
        return gsl_cdf_lognormal_Pinv(p, s->a, s->b);
    case HZ_GAMMA:
        return gsl_cdf_gamma_Pinv(p, s->a, 1 / s->b);
    default:
        return s->b * expm1(-log1p(-p) / s->a);
    }
}

double hz_severity_limited_mean(const struct hz_severity *s, double limit)
{
    if (!(limit > 0))
        return 0;
    const double beyond = limit * (1 - hz_severity_cdf(s, limit));
    switch (s->kind) {
    case HZ_LOG_NORMAL:
        return hz_severity_mean(s) * gsl_cdf_ugaussian_P((log(limit) - s->a - s->b * s->b) / s->b) +
               beyond;
    case HZ_GAMMA:
        return s->a / s->b * gsl_cdf_gamma_P(limit, s->a + 1, 1 / s->b) + beyond;
    default:
        if (fabs(s->a - 1) < 1e-12)
            return s->b * log1p(limit / s->b);
        return s->b / (s->a - 1) * -expm1((1 - s->a) * log1p(limit / s->b));
    }
}

double hz_severity_draw(const struct hz_severity *s, gsl_rng *rng)
{
    switch (s->kind) {
    case HZ_LOG_NORMAL:
        return gsl_ran_lognormal(rng, s->a, s->b);
    case HZ_GAMMA:
        return gsl_ran_gamma(rng, s->a, 1 / s->b);
    default:
        return s->b * expm1(-log(gsl_rng_uniform_pos(rng)) / s->a);
    }
}

/* ---- Fitting */

struct sample {
    const double *x;
    size_t n;
    double mean, mean_log;
};

/* Standard errors from the information about a and b: minus the second derivatives. */
static void set_errors(struct hz_severity_fit *fit, double aa, double ab, double bb)
{
    const double determinant = aa * bb - ab * ab;
    fit->se_a = sqrt(bb / determinant);
    fit->se_b = sqrt(aa / determinant);
    fit->covariance = -ab / determinant;
}

static bool fit_log_normal(const struct sample *s, struct hz_severity_fit *fit)
{
    double squares = 0;
    for (size_t i = 0; i < s->n; i++)
        squares += pow(log(s->x[i]) - s->mean_log, 2);
    const double n = (double)s->n, sd = sqrt(squares / n);
    fit->severity = (struct hz_severity){HZ_LOG_NORMAL, s->mean_log, sd};
    set_errors(fit, n / (sd * sd), 0, 2 * n / (sd * sd));
    return true;
}

/* log k - psi(k) - (log mean - mean log): falls from infinity to below 0. */
static double gamma_score(double log_shape, void *context)
{
    const struct sample *s = context;
    return log_shape - gsl_sf_psi(exp(log_shape)) - (log(s->mean) - s->mean_log);
}

static bool fit_gamma(const struct sample *s, struct hz_severity_fit *fit)
{
    double log_shape;
    if (!hz_root_find(gamma_score, (void *)s, -30, 30, &log_shape))
        return false;
    const double n = (double)s->n, shape = exp(log_shape), rate = shape / s->mean;
    fit->severity = (struct hz_severity){HZ_GAMMA, shape, rate};
    set_errors(fit, n * gsl_sf_psi_1(shape), -n / rate, n * shape / (rate * rate));
    return true;
}

static double pareto_shape(const struct sample *s, double scale)
{
    double sum = 0;
    for (size_t i = 0; i < s->n; i++)
        sum += log1p(s->x[i] / scale);
    return (double)s->n / sum;
}

/* The derivative of the log-likelihood for log scale, the shape being the best for that scale. */
static double pareto_score(double log_scale, void *context)
{
    const struct sample *s = context;
    const double scale = exp(log_scale), shape = pareto_shape(s, scale);
    double sum = 0;
    for (size_t i = 0; i < s->n; i++)
        sum += s->x[i] / (scale + s->x[i]);
    return (shape + 1) * sum - (double)s->n;
}

static bool fit_pareto(const struct sample *s, struct hz_severity_fit *fit)
{
    double log_scale;
    const double middle = log(s->mean);
    if (!hz_root_find(pareto_score, (void *)s, middle - 30, middle + 12, &log_scale))
        return false;
    const double n = (double)s->n, scale = exp(log_scale), shape = pareto_shape(s, scale);
    double first = 0, second = 0;
    for (size_t i = 0; i < s->n; i++) {
        first += 1 / (scale + s->x[i]);
        second += 1 / pow(scale + s->x[i], 2);
    }
    fit->severity = (struct hz_severity){HZ_PARETO, shape, scale};
    set_errors(fit, n / (shape * shape), first - n / scale,
               n * shape / (scale * scale) - (shape + 1) * second);
    return true;
}

static double log_density(const struct hz_severity *s, double x)
{
    switch (s->kind) {
    case HZ_LOG_NORMAL:
        return -log(x * s->b) - 0.5 * log(2 * M_PI) - pow((log(x) - s->a) / s->b, 2) / 2;
    case HZ_GAMMA:
        return s->a * log(s->b) + (s->a - 1) * log(x) - s->b * x - gsl_sf_lngamma(s->a);
    default:
        return log(s->a / s->b) - (s->a + 1) * log1p(x / s->b);
    }
}

/* Amounts are sorted. */
static void judge(const struct sample *s, struct hz_severity_fit *fit)
{
    const double n = (double)s->n;
    size_t count[50] = {0};
    const size_t cells = s->n / 5 < 50 ? s->n / 5 : 50;
    fit->log_likelihood = fit->distance = fit->chi_square = 0;
    fit->cells = cells >= 4 ? cells : 0;
    for (size_t i = 0; i < s->n; i++) {
        const double p = hz_severity_cdf(&fit->severity, s->x[i]);
        fit->log_likelihood += log_density(&fit->severity, s->x[i]);
        fit->distance = fmax(fit->distance, fmax(p - (double)i / n, (double)(i + 1) / n - p));
        if (fit->cells > 0)
            count[p < 1 ? (size_t)(p * (double)cells) : cells - 1]++;
    }
    fit->aic = 4 - 2 * fit->log_likelihood;
    for (size_t c = 0; c < fit->cells; c++)
        fit->chi_square += pow((double)count[c] - n / (double)cells, 2) * (double)cells / n;
    fit->p_value =
        fit->cells > 0 ? gsl_cdf_chisq_Q(fit->chi_square, (double)cells - 3) : (double)NAN;
}

static bool check(struct sample *s, struct hz_error *err)
{
    if (s->n < HZ_FIT_LEAST)
        return hz_error_set(err, HZ_ERROR_DATA, HZ_NOWHERE,
                            _("%zu payouts are too few to fit a distribution: expected %d or more"),
                            s->n, HZ_FIT_LEAST);
    if (!(s->x[0] > 0))
        return hz_error_set(err, HZ_ERROR_DATA, HZ_NOWHERE,
                            _("a payout of %g cannot be fitted: expected amounts above 0"),
                            s->x[0]);
    if (!(s->x[s->n - 1] > s->x[0]))
        return hz_error_set(err, HZ_ERROR_DATA, HZ_NOWHERE,
                            _("all %zu payouts are %g: a fixed sum has no distribution to fit, use "
                              "the empirical one"),
                            s->n, s->x[0]);
    for (size_t i = 0; i < s->n; i++) {
        s->mean += s->x[i] / (double)s->n;
        s->mean_log += log(s->x[i]) / (double)s->n;
    }
    return true;
}

bool hz_severity_fit(enum hz_severity_kind kind, double amount[], size_t n,
                     struct hz_severity_fit *fit, struct hz_error *err)
{
    static bool (*const fits[])(const struct sample *,
                                struct hz_severity_fit *) = {fit_log_normal, fit_gamma, fit_pareto};
    struct sample sample = {.x = amount, .n = n};
    gsl_sort(amount, 1, n);
    *fit = (struct hz_severity_fit){0};
    if (!check(&sample, err))
        return false;
    if (!fits[kind](&sample, fit))
        return hz_error_set(err, HZ_ERROR_DATA, HZ_NOWHERE,
                            _("the likelihood of a %s distribution has no maximum for these %zu "
                              "payouts: use another one or the empirical one"),
                            hz_severity_names[kind], n);
    judge(&sample, fit);
    return true;
}

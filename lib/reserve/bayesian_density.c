/* bayesian_density.c: see bayesian_density.h. */

#include "reserve/bayesian_density.h"

#include <gsl/gsl_linalg.h>
#include <math.h>
#include <string.h>

double *hz_bayesian_numbers(size_t count, struct hz_arena *arena)
{
    return hz_arena_allocate(arena, count, sizeof(double));
}

void hz_bayesian_work_new(struct hz_bayesian_work *work, struct hz_arena *arena)
{
    const size_t n = work->origins, ages = work->ages;
    work->t = hz_bayesian_numbers(n * n, arena);
    work->slope = hz_bayesian_numbers(n, arena);
    work->left = hz_bayesian_numbers(n, arena);
    work->t_down = hz_bayesian_numbers(n * n, arena);
    work->slope_down = hz_bayesian_numbers(n, arena);
    work->left_down = hz_bayesian_numbers(n, arena);
    work->system = hz_bayesian_numbers(n * n, arena);
    work->inverse = hz_bayesian_numbers(n * n, arena);
    work->right = hz_bayesian_numbers(n, arena);
    work->mean = hz_bayesian_numbers(n, arena);
    work->h = hz_bayesian_numbers(ages * n, arena);
    work->k = hz_bayesian_numbers(ages, arena);
    work->b_precision = hz_bayesian_numbers(ages, arena);
    work->v = hz_bayesian_numbers(n, arena);
    work->power = hz_bayesian_numbers(n, arena);
    work->variance = hz_bayesian_numbers(ages, arena);
    work->variance_gradient = hz_bayesian_numbers(ages, arena);
}

bool hz_bayesian_has_rate(const struct hz_bayesian_work *work)
{
    return work->choice->model == HZ_BAYESIAN_CSR;
}

bool hz_bayesian_has_correlation(const struct hz_bayesian_work *work)
{
    return work->choice->model == HZ_BAYESIAN_CCL || work->choice->model == HZ_BAYESIAN_CAY;
}

size_t hz_bayesian_coordinates(const struct hz_bayesian_work *work)
{
    return work->ages + (hz_bayesian_has_rate(work) || hz_bayesian_has_correlation(work));
}

/*
 * The coefficients of the cells of an age; gives how many there are. Cells of an age follow each
 * other; the first hangs on none before.
 */
static size_t lay_out(struct hz_bayesian_work *work, size_t age, size_t *first)
{
    const struct hz_triangle *triangle = work->triangle;
    const size_t n = work->origins;
    const double r = work->correlation;
    size_t cells = 0;
    for (size_t w = 0; w < n; w++) {
        if (!hz_triangle_is_observed(triangle, w, age))
            continue;
        double *t = work->t + cells * n, *t_down = work->t_down + cells * n;
        const bool follows = cells > 0 && r != 0 && hz_triangle_is_observed(triangle, w - 1, age);
        if (cells == 0)
            *first = w;
        memset(t, 0, n * sizeof *t);
        if (hz_bayesian_has_correlation(work))
            memset(t_down, 0, n * sizeof *t_down);
        t[0] = 1;
        if (w > 0)
            t[w] = 1;
        work->slope[cells] = work->power[w];
        work->slope_down[cells] =
            hz_bayesian_has_rate(work) && w > 0 ? -(double)w * work->power[w - 1] : 0;
        work->left[cells] = work->y[w * work->ages + age];
        work->left_down[cells] = 0;
        if (follows) {
            const double *before = t - n, *before_down = t_down - n;
            for (size_t j = 0; j < w; j++) {
                t_down[j] = before[j] - r * before_down[j];
                t[j] -= r * before[j];
            }
            work->slope_down[cells] = work->slope[cells - 1] - r * work->slope_down[cells - 1];
            work->slope[cells] -= r * work->slope[cells - 1];
            work->left_down[cells] = work->left[cells - 1] - r * work->left_down[cells - 1];
            work->left[cells] -= r * work->left[cells - 1];
        }
        cells++;
    }
    return cells;
}

double hz_bayesian_dot(const double a[], const double b[], size_t n)
{
    double sum = 0;
    for (size_t i = 0; i < n; i++)
        sum += a[i] * b[i];
    return sum;
}

/* Adds an age to the system of level and a; gives its part of the logarithm of the density. */
static double add_age(struct hz_bayesian_work *work, size_t age)
{
    const size_t n = work->origins;
    const double p = 1 / work->variance[age], sd = work->choice->priors.development_sd;
    const bool has_b = age + 1 < work->ages;
    double *h = work->h + age * n, k = 0, precision = 1 / (sd * sd), log_density = 0;
    size_t first = 0;
    const size_t cells = lay_out(work, age, &first);
    memset(h, 0, n * sizeof *h);
    for (size_t c = 0; c < cells; c++) {
        const double *t = work->t + c * n;
        const double slope = work->slope[c], left = work->left[c];
        for (size_t i = 0; i <= first + c; i++) {
            if (t[i] == 0)
                continue;
            for (size_t j = 0; j <= i; j++)
                work->system[i * n + j] += p * t[i] * t[j];
            work->right[i] += p * t[i] * left;
            h[i] += p * slope * t[i];
        }
        k += p * slope * left;
        precision += p * slope * slope;
        log_density -= p * left * left / 2;
    }
    log_density += (double)cells * log(p) / 2;
    work->k[age] = k;
    work->b_precision[age] = precision;
    if (!has_b)
        return log_density;
    for (size_t i = 0; i < n; i++) {
        for (size_t j = 0; j <= i; j++)
            work->system[i * n + j] -= h[i] * h[j] / precision;
        work->right[i] -= h[i] * k / precision;
    }
    return log_density + k * k / precision / 2 - log(precision * sd * sd) / 2;
}

/*
 * The inverse of the system, and its solution; NaN or the logarithm of the density that it gives.
 */
static double solve(struct hz_bayesian_work *work)
{
    const size_t n = work->origins;
    gsl_matrix_view factor = gsl_matrix_view_array(work->inverse, n, n);
    memcpy(work->inverse, work->system, n * n * sizeof *work->inverse);
    if (gsl_linalg_cholesky_decomp1(&factor.matrix) != 0)
        return (double)NAN;
    double log_determinant = 0;
    for (size_t i = 0; i < n; i++)
        log_determinant += 2 * log(work->inverse[i * n + i]);
    if (gsl_linalg_cholesky_invert(&factor.matrix) != 0)
        return (double)NAN;
    for (size_t i = 0; i < n; i++)
        work->mean[i] = hz_bayesian_dot(work->inverse + i * n, work->right, n);
    return hz_bayesian_dot(work->mean, work->right, n) / 2 - log_determinant / 2;
}

/*
 * t' inverse u, both 0 after `last`; without correlation both have but two ones, at 0 and `last`.
 */
static double form(const struct hz_bayesian_work *work, const double t[], const double u[],
                   size_t last)
{
    const size_t n = work->origins;
    const double *inverse = work->inverse;
    double sum = 0;
    if (work->correlation == 0 && t == u)
        return last == 0 ? inverse[0] : inverse[0] + 2 * inverse[last] + inverse[last * n + last];
    for (size_t i = 0; i <= last; i++)
        sum += t[i] * hz_bayesian_dot(inverse + i * n, u, last + 1);
    return sum;
}

/*
 * How the density changes with the variance of an age, and, added to *down, with g or r: the
 * expectation, given the data, of how the density of data and parameters together does.
 */
static void differentiate_age(struct hz_bayesian_work *work, size_t age, double *down)
{
    const size_t n = work->origins;
    const double p = 1 / work->variance[age], precision = work->b_precision[age];
    const bool has_b = age + 1 < work->ages;
    const double *h = work->h + age * n;
    double b = 0, b_variance = 0, gradient = 0;
    size_t first = 0;
    const size_t cells = lay_out(work, age, &first);
    if (has_b) {
        for (size_t i = 0; i < n; i++)
            work->v[i] = hz_bayesian_dot(work->inverse + i * n, h, n);
        b = (work->k[age] - hz_bayesian_dot(h, work->mean, n)) / precision;
        b_variance = 1 / precision + hz_bayesian_dot(h, work->v, n) / (precision * precision);
    }
    for (size_t c = 0; c < cells; c++) {
        const double *t = work->t + c * n, *t_down = work->t_down + c * n;
        const double slope = has_b ? work->slope[c] : 0;
        const double slope_down = has_b ? work->slope_down[c] : 0;
        const double off =
            work->left[c] - hz_bayesian_dot(t, work->mean, first + c + 1) - slope * b;
        /* Covariances of level and a, seen by this cell, with b. */
        const double with_b = has_b ? -hz_bayesian_dot(t, work->v, first + c + 1) / precision : 0;
        const double spread =
            form(work, t, t, first + c) + 2 * slope * with_b + slope * slope * b_variance;
        gradient += p * p * (off * off + spread) / 2 - p / 2;
        if (hz_bayesian_has_rate(work)) {
            *down += p * slope_down * (off * b - with_b - slope * b_variance);
        } else if (hz_bayesian_has_correlation(work)) {
            const double down_with_b =
                has_b ? -hz_bayesian_dot(t_down, work->v, first + c + 1) / precision : 0;
            const double off_down = work->left_down[c] -
                                    hz_bayesian_dot(t_down, work->mean, first + c + 1) -
                                    slope_down * b;
            *down += p * (off * off_down + form(work, t, t_down, first + c) + slope_down * with_b +
                          slope * down_with_b + slope * slope_down * b_variance);
        }
    }
    work->variance_gradient[age] = gradient;
}

/* The least that an age adds to the variance: the published model's prior begins there. */
static const double LEAST = 1e-5;

void hz_bayesian_set(struct hz_bayesian_work *work, const double at[])
{
    double variance = 0;
    for (size_t d = work->ages; d-- > 0;) {
        variance += LEAST + (1 - LEAST) / (1 + exp(-at[d]));
        work->variance[d] = variance;
    }
    work->rate = hz_bayesian_has_rate(work) ? work->choice->priors.rate_sd * at[work->ages] : 0;
    work->correlation = hz_bayesian_has_correlation(work) ? tanh(at[work->ages] / 2) : 0;
    work->power[0] = 1;
    for (size_t w = 1; w < work->origins; w++)
        work->power[w] = work->power[w - 1] * (1 - work->rate);
}

void hz_bayesian_integrate(struct hz_bayesian_work *work, double *log_density)
{
    const struct hz_bayesian_priors *priors = &work->choice->priors;
    const size_t n = work->origins;
    const double level_precision = 1 / (priors->level_sd * priors->level_sd);
    memset(work->system, 0, n * n * sizeof *work->system);
    memset(work->right, 0, n * sizeof *work->right);
    work->system[0] = level_precision;
    work->right[0] = level_precision * priors->level_mean;
    for (size_t i = 1; i < n; i++)
        work->system[i * n + i] = 1 / (priors->origin_sd * priors->origin_sd);
    for (size_t d = 0; d < work->ages; d++)
        *log_density += add_age(work, d);
    *log_density += solve(work);
}

double hz_bayesian_log_density(void *model, const double at[], double gradient[])
{
    struct hz_bayesian_work *work = model;
    double value = 0, down = 0, sum = 0;
    hz_bayesian_set(work, at);
    hz_bayesian_integrate(work, &value);
    if (!isfinite(value))
        return (double)NAN;
    for (size_t d = 0; d < work->ages; d++) {
        differentiate_age(work, d, &down);
        sum += work->variance_gradient[d];
        const double part = 1 / (1 + exp(-at[d])), slope = part * (1 - part);
        value += log(part) + log1p(-part);
        gradient[d] = sum * (1 - LEAST) * slope + 1 - 2 * part;
    }
    const double z = hz_bayesian_coordinates(work) > work->ages ? at[work->ages] : 0;
    if (hz_bayesian_has_rate(work)) {
        value -= z * z / 2;
        gradient[work->ages] = down * work->choice->priors.rate_sd - z;
    } else if (hz_bayesian_has_correlation(work)) {
        const double r = work->correlation, u = (1 + r) / 2;
        const double power = work->choice->model == HZ_BAYESIAN_CAY ? 2 : 1;
        value += power * (log(u) + log1p(-u));
        gradient[work->ages] = down * (1 - r * r) / 2 + power * (1 - 2 * u);
    }
    return value;
}

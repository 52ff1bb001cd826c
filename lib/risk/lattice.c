/* lattice.c: see lattice.h. */

#include "risk/lattice.h"

#include <complex.h>
#include <gsl/gsl_fft_halfcomplex.h>
#include <gsl/gsl_fft_real.h>
#include <math.h>

static void start(struct hz_lattice *lattice, double step, size_t points, struct hz_arena *arena)
{
    *lattice = (struct hz_lattice){.step = step, .points = points};
    lattice->p = hz_arena_allocate(arena, points, sizeof *lattice->p);
}

/* ---- Severities */

static void round_off(struct hz_lattice *lattice, const struct hz_severity *severity, double shift)
{
    double before = 0;
    for (size_t k = 0; k < lattice->points; k++) {
        const double upto = hz_severity_cdf(severity, ((double)k + shift) * lattice->step);
        lattice->p[k] = upto - before;
        before = upto;
    }
}

/* p[k] = (2 L(k) - L(k-1) - L(k+1)) / step, L the limited mean; p[0] = 1 - L(1) / step. */
static void match_means(struct hz_lattice *lattice, const struct hz_severity *severity)
{
    const double h = lattice->step;
    double before = 0, here = 0;
    for (size_t k = 0; k < lattice->points; k++) {
        const double next = hz_severity_limited_mean(severity, (double)(k + 1) * h);
        const double p = k == 0 ? 1 - next / h : (2 * here - before - next) / h;
        lattice->p[k] = p > 0 ? p : 0;
        before = here;
        here = next;
    }
}

void hz_lattice_of_severity(struct hz_lattice *lattice, const struct hz_severity *severity,
                            enum hz_discretisation how, double step, size_t points,
                            struct hz_arena *arena)
{
    start(lattice, step, points, arena);
    switch (how) {
    case HZ_ROUNDING:
        round_off(lattice, severity, 0.5);
        break;
    case HZ_LOWER:
        round_off(lattice, severity, 1);
        break;
    case HZ_UPPER:
        round_off(lattice, severity, 0);
        break;
    case HZ_MEAN:
        match_means(lattice, severity);
        break;
    }
}

void hz_lattice_of_amounts(struct hz_lattice *lattice, const double amount[], size_t n, double step,
                           size_t points, struct hz_arena *arena)
{
    start(lattice, step, points, arena);
    for (size_t i = 0; i < n; i++) {
        const double at = amount[i] / step;
        const size_t k = at < (double)(points - 1) ? (size_t)at : points - 1;
        const double share = k + 1 < points ? at - (double)k : 0;
        lattice->p[k] += (1 - share) / (double)n;
        if (share > 0)
            lattice->p[k + 1] += share / (double)n;
    }
}

/* ---- Compounding */

static double complex generating(const struct hz_frequency *frequency, double complex z)
{
    if (frequency->size > 0)
        return cpow(1 - frequency->mean / frequency->size * (z - 1), -frequency->size);
    return cexp(frequency->mean * (z - 1));
}

bool hz_panjer(const struct hz_frequency *frequency, const struct hz_lattice *severity,
               size_t points, struct hz_lattice *sum, struct hz_arena *arena, struct hz_error *err)
{
    const double m = frequency->mean, r = frequency->size;
    const double a = r > 0 ? m / (r + m) : 0, b = r > 0 ? (r - 1) * a : m;
    start(sum, severity->step, points, arena);
    const double *f = severity->p;
    double *g = sum->p;
    g[0] = creal(generating(frequency, f[0]));
    if (!(g[0] >= 1e-300))
        return hz_error_set(err, HZ_ERROR_DATA, HZ_NOWHERE,
                            _("a mean of %g payouts is too many for Panjer's recursion, for the "
                              "probability of none is below 1e-300: use the Fourier transform"),
                            m);
    for (size_t k = 1; k < points; k++) {
        const size_t last = k < severity->points ? k : severity->points - 1;
        double weighted = 0;
        for (size_t j = 1; j <= last; j++)
            weighted += (a + b * (double)j / (double)k) * f[j] * g[k - j];
        g[k] = weighted / (1 - a * f[0]);
    }
    return true;
}

/* GSL's radix-2 order: real parts from the front, imaginary parts from the back. */
static void compound_halfcomplex(const struct hz_frequency *frequency, double x[], size_t n)
{
    x[0] = creal(generating(frequency, x[0]));
    x[n / 2] = creal(generating(frequency, x[n / 2]));
    for (size_t k = 1; k < n / 2; k++) {
        const double complex z = generating(frequency, x[k] + x[n - k] * (double complex)I);
        x[k] = creal(z);
        x[n - k] = cimag(z);
    }
}

bool hz_fourier(const struct hz_frequency *frequency, const struct hz_lattice *severity,
                size_t points, struct hz_lattice *sum, struct hz_arena *arena, struct hz_error *err)
{
    size_t n = 2;
    while (n < 2 * points)
        n *= 2;
    if (n > HZ_LATTICE_MOST)
        return hz_error_set(err, HZ_ERROR_DATA, HZ_NOWHERE,
                            _("%zu steps are too many: expected %d at most, of a wider step"),
                            points, HZ_LATTICE_MOST);
    const double damping = 20.0 / (double)n;
    start(sum, severity->step, n, arena);
    for (size_t k = 0; k < severity->points && k < n; k++)
        sum->p[k] = severity->p[k] * exp(-damping * (double)k);
    gsl_fft_real_radix2_transform(sum->p, 1, n);
    compound_halfcomplex(frequency, sum->p, n);
    gsl_fft_halfcomplex_radix2_inverse(sum->p, 1, n);
    for (size_t k = 0; k < n; k++) {
        const double p = sum->p[k] * exp(damping * (double)k);
        sum->p[k] = p > 0 ? p : 0;
    }
    sum->points = points;
    return true;
}

/* ---- Reading a distribution */

double hz_lattice_mean(const struct hz_lattice *lattice)
{
    double mean = 0;
    for (size_t k = 0; k < lattice->points; k++)
        mean += (double)k * lattice->step * lattice->p[k];
    return mean;
}

double hz_lattice_variance(const struct hz_lattice *lattice)
{
    const double mean = hz_lattice_mean(lattice);
    double variance = 0;
    for (size_t k = 0; k < lattice->points; k++)
        variance += pow((double)k * lattice->step - mean, 2) * lattice->p[k];
    return variance;
}

double hz_lattice_cdf(const struct hz_lattice *lattice, double x)
{
    double sum = 0;
    for (size_t k = 0; k < lattice->points && (double)k * lattice->step <= x; k++)
        sum += lattice->p[k];
    return sum < 1 ? sum : 1;
}

double hz_lattice_quantile(const struct hz_lattice *lattice, double p)
{
    double sum = 0;
    for (size_t k = 0; k < lattice->points; k++) {
        sum += lattice->p[k];
        if (sum >= p)
            return (double)k * lattice->step;
    }
    return (double)INFINITY;
}

void hz_cumulate(struct hz_cumulated *c, const struct hz_lattice *lattice, struct hz_arena *arena)
{
    *c = (struct hz_cumulated){
        .step = lattice->step, .points = lattice->points, .guides = lattice->points};
    c->p = hz_arena_allocate(arena, c->points, sizeof *c->p);
    c->guide = hz_arena_allocate(arena, c->guides, sizeof *c->guide);
    double sum = 0;
    for (size_t k = 0; k < c->points; k++)
        c->p[k] = sum += lattice->p[k];
    uint32_t k = 0;
    for (size_t g = 0; g < c->guides; g++) {
        while (k + 1 < c->points && c->p[k] < (double)g / (double)c->guides)
            k++;
        c->guide[g] = k;
    }
}

double hz_cumulated_draw(const struct hz_cumulated *c, double uniform)
{
    size_t k = c->guide[(size_t)(uniform * (double)c->guides)];
    while (k + 1 < c->points && c->p[k] < uniform)
        k++;
    return (double)k * c->step;
}

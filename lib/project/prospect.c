/* prospect.c: see prospect.h. */

#include "project/prospect.h"

#include "base/memory.h"
#include "random/random.h"
#include "risk/frequency.h"

#include <gsl/gsl_randist.h>
#include <gsl/gsl_sort.h>
#include <gsl/gsl_statistics.h>
#include <math.h>
#include <stdlib.h>

bool hz_prospect_check(const struct hz_prospect_plan plan[], size_t plans, struct hz_error *err)
{
    for (size_t p = 0; p < plans; p++) {
        const struct hz_prospect_severity *s = &plan[p].severity;
        if (!(plan[p].exposure > 0) ||
            (s->amounts == 0 && !s->fit && (s->relatives == 0 || !(s->mean > 0))))
            return hz_error_set(err, HZ_ERROR_DATA, HZ_NOWHERE,
                                _("plan %zu has an exposure of %g and %zu payouts in the past: "
                                  "expected an exposure, and amounts of its own or of all plans"),
                                p + 1, plan[p].exposure, s->amounts);
    }
    return true;
}

double hz_prospect_rate(const struct hz_prospect_plan *plan)
{
    return (plan->payouts > 0 ? plan->payouts : 0.5) / plan->exposure;
}

double hz_prospect_amount(const struct hz_prospect_severity *s)
{
    if (s->fit)
        return hz_severity_mean(&s->fit->severity);
    double sum = 0;
    for (size_t i = 0; i < s->amounts; i++)
        sum += s->amount[i];
    return s->amounts > 0 ? sum / (double)s->amounts : s->mean;
}

double hz_prospect_mean(const struct hz_prospect_plan plan[], const struct hz_prospect_cell *cell,
                        size_t month)
{
    const struct hz_prospect_plan *of = &plan[cell->plan];
    return hz_prospect_rate(of) * cell->relativity * hz_prospect_amount(&of->severity) *
           cell->size[month] * (cell->in_force[month] + cell->written[month]);
}

/* ---- A path */

/* What has been drawn of a plan for a path. */
struct drawn {
    double rate;
    double *upto; /* cumulated weights of the amounts, and then of one of all plans; NULL: a fit */
    struct hz_severity fit;
};

static struct hz_severity draw_fit(const struct hz_severity_fit *fit, gsl_rng *rng)
{
    struct hz_severity drawn = fit->severity;
    double a, b;
    const double rho = fit->covariance / (fit->se_a * fit->se_b);
    gsl_ran_bivariate_gaussian(rng, fit->se_a, fit->se_b, fmax(-0.999999, fmin(0.999999, rho)), &a,
                               &b);
    drawn.a += a;
    drawn.b += b;
    /* A parameter of 0 or less is none: it stays as it was estimated. */
    if (!(drawn.b > 0) || (fit->severity.kind != HZ_LOG_NORMAL && !(drawn.a > 0)))
        return fit->severity;
    return drawn;
}

static void draw_plan(const struct hz_prospect_plan *plan, gsl_rng *rng, struct drawn *drawn)
{
    const struct hz_prospect_severity *s = &plan->severity;
    drawn->rate = gsl_ran_gamma(rng, plan->payouts / plan->dispersion + 0.5,
                                plan->dispersion / plan->exposure);
    free(drawn->upto);
    drawn->upto = NULL;
    if (s->fit) {
        drawn->fit = draw_fit(s->fit, rng);
        return;
    }
    double sum = 0;
    drawn->upto = hz_allocate(s->amounts + 1, sizeof *drawn->upto);
    for (size_t i = 0; i <= s->amounts; i++) {
        if (i < s->amounts || s->relatives > 0)
            sum += gsl_ran_exponential(rng, 1);
        drawn->upto[i] = sum;
    }
}

static double draw_amount(const struct hz_prospect_severity *s, const struct drawn *drawn,
                          gsl_rng *rng)
{
    if (s->fit)
        return hz_severity_draw(&drawn->fit, rng);
    const double at = gsl_rng_uniform(rng) * drawn->upto[s->amounts];
    size_t low = 0, high = s->amounts;
    while (low < high) {
        const size_t middle = (low + high) / 2;
        if (at < drawn->upto[middle])
            high = middle;
        else
            low = middle + 1;
    }
    return low < s->amounts ? s->amount[low]
                            : s->mean * s->relative[gsl_rng_uniform_int(rng, s->relatives)];
}

/* Covers written over those expected. */
static double draw_written(const struct hz_prospect_cell *cell, gsl_rng *rng)
{
    const double expected = cell->covers * cell->growth;
    if (!(expected > 0))
        return 1;
    const struct hz_frequency covers = {gsl_ran_gamma(rng, cell->covers + 0.5, cell->growth), 0};
    return (double)hz_frequency_draw(&covers, rng) / expected;
}

static uint64_t draw_count(double mean, double dispersion, gsl_rng *rng)
{
    const struct hz_frequency count = {mean, dispersion > 1 ? mean / (dispersion - 1) : 0};
    return mean > 0 ? hz_frequency_draw(&count, rng) : 0;
}

static void add_cell(const struct hz_prospect_plan *plan, const struct hz_prospect_cell *cell,
                     const struct drawn *drawn, size_t months, gsl_rng *rng, double total[])
{
    const double variance = cell->relativity_variance, mean = cell->relativity;
    const double relativity = variance > 0 && mean > 0
                                  ? gsl_ran_gamma(rng, mean * mean / variance, variance / mean)
                                  : mean;
    const double written = draw_written(cell, rng);
    for (size_t t = 0; t < months; t++) {
        const double exposure = cell->in_force[t] + written * cell->written[t];
        const uint64_t n = draw_count(drawn->rate * relativity * exposure, plan->dispersion, rng);
        double sum = 0;
        for (uint64_t i = 0; i < n; i++)
            sum += draw_amount(&plan->severity, drawn, rng);
        total[t] = sum * cell->size[t];
    }
}

void hz_prospect_path(const struct hz_prospect_plan plan[], const struct hz_prospect_cell cell[],
                      size_t cells, size_t months, uint64_t seed, uint64_t path, double total[])
{
    gsl_rng *rng = gsl_rng_alloc(hz_random_gsl);
    struct drawn drawn = {0};
    hz_random_gsl_set(rng, seed, path);
    for (size_t c = 0; c < cells; c++) {
        if (c == 0 || cell[c].plan != cell[c - 1].plan)
            draw_plan(&plan[cell[c].plan], rng, &drawn);
        add_cell(&plan[cell[c].plan], &cell[c], &drawn, months, rng, total + c * months);
    }
    free(drawn.upto);
    gsl_rng_free(rng);
}

void hz_prospect_describe(double total[], size_t n, double level, struct hz_prospect_spread *spread)
{
    const double tail = (1 - level) / 2;
    gsl_sort(total, 1, n);
    spread->sd = gsl_stats_sd(total, 1, n);
    spread->low = gsl_stats_quantile_from_sorted_data(total, 1, n, tail);
    spread->median = gsl_stats_quantile_from_sorted_data(total, 1, n, 0.5);
    spread->high = gsl_stats_quantile_from_sorted_data(total, 1, n, 1 - tail);
}

void hz_prospect_pay(const double incurred[], size_t months, const double share[], size_t lags,
                     double paid[])
{
    for (size_t t = 0; t < months; t++) {
        paid[t] = 0;
        for (size_t l = 0; l < lags && l <= t; l++)
            paid[t] += incurred[t - l] * share[l];
    }
}

void hz_prospect_emergence(const double seen[], size_t ages, double known[])
{
    if (ages == 0)
        return;
    known[ages - 1] = 1;
    for (size_t l = ages - 1; l > 0; l--) {
        double now = 0, through = 0;
        for (size_t o = l; o < ages; o++) {
            now += seen[o * ages + l];
            for (size_t k = 0; k <= l; k++)
                through += seen[o * ages + k];
        }
        known[l - 1] = known[l] * (through > 0 ? 1 - now / through : 1);
    }
}

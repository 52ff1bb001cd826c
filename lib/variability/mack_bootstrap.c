/* mack_bootstrap.c: see mack_bootstrap.h. */

#include "variability/mack_bootstrap.h"

#include "base/memory.h"
#include "variability/one_year.h"
#include "variability/tail_again.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* The residuals of an age; those with one link ratio have none. */
static void add_residuals(struct hz_mack_bootstrap *b, size_t k)
{
    const struct hz_triangle *triangle = b->triangle;
    const struct hz_development *d = &b->development;
    const double n = (double)d->pairs[k];
    if (d->pairs[k] < 2 || !(d->sigma[k] > 0))
        return;
    for (size_t i = 0; i < d->pairs[k]; i++) {
        const size_t o = b->grown[k][i];
        const double c = hz_triangle_value(triangle, o, k);
        const double off = hz_triangle_value(triangle, o, k + 1) / c - d->average_factor[k];
        b->residual[b->residuals++] =
            sqrt(pow(c, d->alpha[k])) * off / d->sigma[k] * sqrt(n / (n - 1));
    }
}

static bool standardise(struct hz_mack_bootstrap *b, struct hz_error *err)
{
    const double n = (double)b->residuals;
    double sum = 0, squares = 0;
    for (size_t r = 0; r < b->residuals; r++)
        sum += b->residual[r];
    for (size_t r = 0; r < b->residuals; r++) {
        b->residual[r] -= sum / n;
        squares += b->residual[r] * b->residual[r];
    }
    if (!(squares > 0))
        return hz_error_set(err, HZ_ERROR_DATA, b->triangle->place,
                            _("no age has two link ratios that differ: there is no residual to "
                              "draw"));
    for (size_t r = 0; r < b->residuals; r++)
        b->residual[r] /= sqrt(squares / n);
    return true;
}

static void list_grown(struct hz_mack_bootstrap *b, struct hz_arena *arena)
{
    const size_t origins = b->triangle->origins, ages = b->triangle->ages;
    b->grown = hz_arena_allocate(arena, ages, sizeof *b->grown);
    for (size_t k = 0; k + 1 < ages; k++) {
        size_t pairs = 0;
        b->grown[k] = hz_arena_allocate(arena, origins, sizeof **b->grown);
        for (size_t o = 0; o < origins; o++)
            if (b->development.used[k * origins + o])
                b->grown[k][pairs++] = o;
    }
}

/* Factors of HZ_LANES simulations; `cell` counts the residuals drawn. */
static void draw_factor(const struct hz_mack_bootstrap *b, uint64_t first, size_t k, size_t *cell,
                        uint32_t words[4][HZ_LANES], double factor[HZ_LANES])
{
    const struct hz_development *d = &b->development;
    double sum[HZ_LANES] = {0};
    for (size_t i = 0; i < d->pairs[k]; i++) {
        const double c = hz_triangle_value(b->triangle, b->grown[k][i], k);
        const double root = sqrt(pow(c, d->alpha[k]));
        if (*cell % 4 == 0)
            hz_random_lanes(b->how.seed, first, *cell / 4, words);
        const uint32_t *word = words[(*cell)++ % 4];
        for (size_t l = 0; l < HZ_LANES; l++)
            sum[l] += root * b->residual[((uint64_t)word[l] * b->residuals) >> 32];
    }
    for (size_t l = 0; l < HZ_LANES; l++)
        factor[l] = d->factor[k] + d->sigma[k] * sum[l] / d->weight[k];
}

static void draw_tail(const struct hz_mack_bootstrap *b, uint64_t first, size_t k,
                      double factor[HZ_LANES])
{
    hz_variate_normal_lanes(&b->ziggurat, b->how.seed, first, (uint64_t)1 << 62, factor);
    for (size_t l = 0; l < HZ_LANES; l++)
        factor[l] = b->development.factor[k] + b->development.se[k] * factor[l];
}

static bool has_curve(const struct hz_mack_bootstrap *b)
{
    return b->how.curve.curve != HZ_TAIL_CONSTANT;
}

static bool has_tail(const struct hz_mack_bootstrap *b)
{
    return has_curve(b) || fabs(b->development.factor[b->triangle->ages - 1] - 1) > 0;
}

static bool set_periods(struct hz_mack_bootstrap *b, struct hz_arena *arena, struct hz_error *err)
{
    struct hz_draw_periods *periods = hz_arena_allocate(arena, 1, sizeof *periods);
    b->figures = b->triangle->origins;
    if (!b->how.is_by_period)
        return true;
    if (!hz_draw_periods_new(periods, b->triangle, has_tail(b), arena, err))
        return false;
    b->periods = periods;
    b->figures = periods->periods;
    return true;
}

/* From C to the next age: mean f* C, variance sigma^2 C^(2 - alpha). */
static void grow(const struct hz_mack_bootstrap *b, uint64_t first, size_t cell, size_t k,
                 const double factor[HZ_LANES], double value[HZ_LANES])
{
    const struct hz_development *d = &b->development;
    const double square = d->sigma[k] * d->sigma[k], power = 2 - d->alpha[k];
    double mean[HZ_LANES], scale[HZ_LANES], shape[HZ_LANES];
    for (size_t l = 0; l < HZ_LANES; l++)
        mean[l] = factor[l] * value[l];
    if (b->how.process == HZ_PROCESS_NONE || !(square > 0)) {
        memcpy(value, mean, sizeof mean);
        return;
    }
    for (size_t l = 0; l < HZ_LANES; l++) {
        const double size = fabs(value[l]);
        const double variance = square * (fabs(power - 1) <= 0 ? size : pow(size, power));
        scale[l] = variance / mean[l];
        shape[l] = mean[l] / scale[l];
    }
    hz_variate_gamma_lanes(&b->ziggurat, b->how.process_seed, first, (uint64_t)(cell + 1) << 32,
                           shape, value);
    for (size_t l = 0; l < HZ_LANES; l++)
        value[l] = fabs(mean[l]) > 0 ? value[l] * scale[l] : 0;
}

/* The value of an origin after its next `steps` ages. */
static void grow_origin(const struct hz_mack_bootstrap *b, uint64_t first, size_t o, size_t steps,
                        double (*factor)[HZ_LANES], double value[HZ_LANES])
{
    const size_t from = b->triangle->latest[o];
    for (size_t l = 0; l < HZ_LANES; l++)
        value[l] = hz_triangle_latest(b->triangle, o);
    for (size_t k = from; k < from + steps; k++)
        grow(b, first, o * b->triangle->ages + k, k, factor[k], value);
}

/* The factors averaged again, the link ratios of the diagonal that was drawn with those before. */
static void average_again(const struct hz_mack_bootstrap *b, const double figure[],
                          double (*factor)[HZ_LANES])
{
    const struct hz_triangle *triangle = b->triangle;
    const struct hz_development *d = &b->development;
    for (size_t k = 0; k < d->ages; k++) {
        double weight = d->weight[k];
        for (size_t l = 0; l < HZ_LANES; l++)
            factor[k][l] = weight * d->factor[k];
        for (size_t o = 0; o < triangle->origins && k + 1 < d->ages; o++) {
            const double c = hz_triangle_latest(triangle, o);
            if (triangle->latest[o] != k || !(fabs(c) > 0))
                continue;
            const double own = pow(c, d->alpha[k]);
            weight += own;
            for (size_t l = 0; l < HZ_LANES; l++)
                factor[k][l] += own / c * figure[o * HZ_LANES + l];
        }
        for (size_t l = 0; l < HZ_LANES; l++)
            factor[k][l] = k + 1 < d->ages ? factor[k][l] / weight : d->factor[k];
    }
}

/* A year: each origin grows by one age, to where the factors that are then averaged take it. */
static void draw_year(const struct hz_mack_bootstrap *b, uint64_t first, double (*factor)[HZ_LANES],
                      double figure[])
{
    const struct hz_triangle *triangle = b->triangle;
    const size_t last = triangle->ages - 1;
    for (size_t o = 0; o < triangle->origins; o++)
        grow_origin(b, first, o, triangle->latest[o] < last, factor, figure + o * HZ_LANES);
    average_again(b, figure, factor);
    for (size_t o = 0; o < triangle->origins; o++)
        for (size_t k = triangle->latest[o] + (triangle->latest[o] < last); k <= last; k++)
            for (size_t l = 0; l < HZ_LANES; l++)
                figure[o * HZ_LANES + l] *= factor[k][l];
}

/* What the origins grow by, added up by origin or by period. */
static void grow_all(const struct hz_mack_bootstrap *b, uint64_t first, double (*factor)[HZ_LANES],
                     double figure[])
{
    const size_t ages = b->triangle->ages, end = ages - !has_tail(b);
    memset(figure, 0, (b->figures + 1) * HZ_LANES * sizeof *figure);
    for (size_t o = 0; o < b->triangle->origins; o++) {
        const size_t from = b->triangle->latest[o], ahead = b->how.ahead;
        double value[HZ_LANES], before[HZ_LANES];
        for (size_t l = 0; l < HZ_LANES; l++)
            value[l] = hz_triangle_latest(b->triangle, o);
        for (size_t k = from; k < end && (ahead == 0 || k < from + ahead); k++) {
            const size_t cell = o * ages + k;
            double *sum = figure + (b->periods ? b->periods->of[cell] : o) * HZ_LANES;
            memcpy(before, value, sizeof before);
            grow(b, first, cell, k, factor[k], value);
            for (size_t l = 0; l < HZ_LANES; l++)
                sum[l] += value[l] - before[l];
        }
    }
}

static void add_up(size_t figures, double figure[])
{
    double *total = figure + figures * HZ_LANES;
    memset(total, 0, HZ_LANES * sizeof *total);
    for (size_t f = 0; f < figures; f++)
        for (size_t l = 0; l < HZ_LANES; l++)
            total[l] += figure[f * HZ_LANES + l];
}

void hz_mack_bootstrap_draw(const void *bootstrap, uint64_t first, double figure[])
{
    const struct hz_mack_bootstrap *b = bootstrap;
    const struct hz_triangle *triangle = b->triangle;
    const size_t origins = triangle->origins, last = triangle->ages - 1;
    double(*factor)[HZ_LANES] = hz_allocate(triangle->ages, sizeof *factor);
    uint32_t words[4][HZ_LANES];
    size_t cell = 0;
    for (size_t k = triangle->latest[origins - 1]; k < last; k++)
        draw_factor(b, first, k, &cell, words, factor[k]);
    if (has_curve(b))
        hz_tail_again(&b->how.curve, triangle, factor, b->development.factor[last],
                      figure + (b->figures + 1) * HZ_LANES);
    else
        draw_tail(b, first, last, factor[last]);
    if (b->how.is_one_year)
        draw_year(b, first, factor, figure);
    else
        grow_all(b, first, factor, figure);
    for (size_t o = 0; o < origins && b->how.is_one_year; o++)
        for (size_t l = 0; l < HZ_LANES; l++)
            figure[o * HZ_LANES + l] -= hz_triangle_latest(triangle, o);
    add_up(b->figures, figure);
    free(factor);
}

/* What would be drawn without chance: what the model itself expects. */
static void set_reserves(struct hz_mack_bootstrap *b, struct hz_arena *arena)
{
    const struct hz_triangle *triangle = b->triangle;
    b->ibnr = hz_arena_allocate(arena, b->figures + 1, sizeof *b->ibnr);
    for (size_t o = 0; o < triangle->origins; o++) {
        double value = hz_triangle_latest(triangle, o);
        for (size_t k = triangle->latest[o]; k < triangle->ages - !has_tail(b); k++) {
            const double growth = value * (b->development.factor[k] - 1);
            b->ibnr[b->periods ? b->periods->of[o * triangle->ages + k] : o] += growth;
            b->ibnr[b->figures] += growth;
            value += growth;
        }
    }
}

bool hz_mack_bootstrap_new(struct hz_mack_bootstrap *bootstrap, const struct hz_triangle *triangle,
                           const struct hz_development_choice *choice,
                           const struct hz_bootstrap_choice *how, struct hz_arena *arena,
                           struct hz_error *err)
{
    struct hz_mack_bootstrap *b = bootstrap;
    struct hz_reserve reserve;
    *b = (struct hz_mack_bootstrap){.how = *how, .triangle = triangle};
    if (how->process != HZ_PROCESS_GAMMA && how->process != HZ_PROCESS_NONE)
        return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                            _("Mack's model has the process gamma or none"));
    if (how->is_one_year && how->is_by_period)
        return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                            _("--one-year is of the chain ladder's reserve, not of periods"));
    hz_development_fit(&b->development, triangle, *choice, arena);
    const struct hz_reserve_basis basis = {.triangle = triangle, .development = &b->development};
    if (!hz_method_estimate(hz_method_find(hz_text_of("mack")), &basis, &reserve, arena, err) ||
        (how->is_one_year && !hz_one_year_check(&b->development, triangle, err)))
        return false;
    if (!set_periods(b, arena, err))
        return false;
    b->residual = hz_arena_allocate(arena, triangle->origins * triangle->ages, sizeof *b->residual);
    list_grown(b, arena);
    hz_ziggurat_new(&b->ziggurat);
    for (size_t k = triangle->latest[triangle->origins - 1]; k + 1 < triangle->ages; k++)
        add_residuals(b, k);
    set_reserves(b, arena);
    return standardise(b, err);
}

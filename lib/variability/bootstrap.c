/* bootstrap.c: see bootstrap.h. */

#include "variability/bootstrap.h"

#include "base/memory.h"
#include "reserve/glm.h"
#include "triangle/development.h"

#include <gsl/gsl_randist.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

const char *const hz_process_names[] = {"gamma", "odp", "negative-binomial", "none", NULL};
const char *const hz_residuals_names[] = {"scaled", "hat", NULL};

static bool check(const struct hz_triangle *triangle, const struct hz_bootstrap_choice *choice,
                  struct hz_error *err)
{
    for (size_t o = 0; o < triangle->origins; o++) {
        if (triangle->first[o] > 0)
            return hz_error_set(err, HZ_ERROR_DATA, triangle->place,
                                _("origin %.*s: its first ages are missing; the bootstrap wants "
                                  "every origin from the first age on"),
                                HZ_TEXT_ARGS(triangle->origin[o]));
        if (choice->is_one_year && o > 0 && triangle->latest[o] + 1 != triangle->latest[o - 1])
            return hz_error_set(err, HZ_ERROR_DATA, triangle->place,
                                _("origin %.*s: not one age behind the origin before it, so that "
                                  "the next diagonal is not one age further for each"),
                                HZ_TEXT_ARGS(triangle->origin[o]));
    }
    return true;
}

/* Fitted cumulative values go backwards from the latest; m is the difference. */
static void fit_means(struct hz_bootstrap *b, const struct hz_development *d)
{
    const struct hz_triangle *triangle = b->triangle;
    for (size_t o = 0; o < triangle->origins; o++) {
        double value = hz_triangle_latest(triangle, o);
        double *mean = b->mean + o * triangle->ages;
        for (size_t k = triangle->latest[o]; k > 0; k--) {
            mean[k] = value - value / d->factor[k - 1];
            value -= mean[k];
        }
        mean[0] = value;
        for (size_t k = 0; k <= triangle->latest[o]; k++)
            b->root[o * triangle->ages + k] = sqrt(fabs(mean[k]));
    }
}

/* Pearson residuals, where there is a mean, and phi. */
static bool find_residuals(struct hz_bootstrap *b, double residual[], struct hz_error *err)
{
    const struct hz_triangle *triangle = b->triangle;
    double chi_square = 0;
    hz_triangle_increments(triangle, residual);
    b->residuals = 0;
    for (size_t o = 0; o < triangle->origins; o++)
        for (size_t c = o * triangle->ages; c <= o * triangle->ages + triangle->latest[o]; c++) {
            residual[c] = b->root[c] > 0 ? (residual[c] - b->mean[c]) / b->root[c] : 0;
            chi_square += residual[c] * residual[c];
            b->residuals++;
        }
    const double parameters = (double)(triangle->origins + triangle->latest[0]);
    const double freedom = (double)b->residuals - parameters;
    if (freedom <= 0)
        return hz_error_set(err, HZ_ERROR_DATA, triangle->place,
                            _("%zu cells are too few to estimate the spread about %.0f "
                              "parameters"),
                            b->residuals, parameters);
    b->phi = chi_square / freedom;
    b->scale = sqrt((double)b->residuals / freedom);
    if (!(b->phi > 0))
        b->choice.process = HZ_PROCESS_NONE;
    b->unit =
        b->choice.process == HZ_PROCESS_GAMMA || b->choice.process == HZ_PROCESS_ODP ? b->phi : 1;
    return true;
}

/* All residuals, those that must be 0 too, as wide as the degrees of freedom ask for. */
static void keep_scaled(struct hz_bootstrap *b, const double residual[])
{
    const struct hz_triangle *triangle = b->triangle;
    size_t r = 0;
    for (size_t o = 0; o < triangle->origins; o++)
        for (size_t k = 0; k <= triangle->latest[o]; k++)
            b->residual[r++] = b->scale * residual[o * triangle->ages + k];
}

/* Each as wide as its own place in the fit asks for. */
static bool keep_by_hat(struct hz_bootstrap *b, const double residual[], struct hz_arena *arena,
                        struct hz_error *err)
{
    const size_t cells = b->triangle->origins * b->triangle->ages;
    double *weight = hz_arena_allocate(arena, cells, sizeof *weight);
    double *hat = hz_arena_allocate(arena, cells, sizeof *hat);
    double sum = 0;
    for (size_t c = 0; c < cells; c++)
        weight[c] = fabs(b->mean[c]);
    if (!hz_glm_hat(b->triangle, weight, hat, err))
        return false;
    b->residuals = 0;
    for (size_t c = 0; c < cells; c++)
        if (weight[c] > 0 && hat[c] < 1 - 1e-9) {
            b->residual[b->residuals] = residual[c] / sqrt(1 - hat[c]);
            sum += b->residual[b->residuals++];
        }
    for (size_t r = 0; r < b->residuals; r++)
        b->residual[r] -= sum / (double)b->residuals;
    return true;
}

static void add_up_ages(struct hz_bootstrap *b)
{
    const struct hz_triangle *triangle = b->triangle;
    for (size_t o = 0; o < triangle->origins; o++)
        for (size_t k = 0; k <= triangle->latest[o]; k++) {
            b->sum_all[k] += hz_triangle_value(triangle, o, k);
            if (k < triangle->latest[o])
                b->sum_older[k] += hz_triangle_value(triangle, o, k);
        }
}

static void set_reserves(struct hz_bootstrap *b, const struct hz_development *d)
{
    const struct hz_triangle *triangle = b->triangle;
    for (size_t o = 0; o < triangle->origins; o++) {
        const double latest = hz_triangle_latest(triangle, o);
        b->ibnr[o] = latest * (d->to_ultimate[triangle->latest[o]] - 1);
        b->ibnr[triangle->origins] += b->ibnr[o];
    }
}

bool hz_bootstrap_new(struct hz_bootstrap *bootstrap, const struct hz_triangle *triangle,
                      struct hz_bootstrap_choice choice, struct hz_arena *arena,
                      struct hz_error *err)
{
    const size_t cells = triangle->origins * triangle->ages;
    struct hz_development d;
    struct hz_development_choice usual = hz_development_usual;
    usual.tail = choice.tail;
    hz_development_fit(&d, triangle, usual, arena);
    *bootstrap = (struct hz_bootstrap){
        .choice = choice,
        .triangle = triangle,
        .mean = hz_arena_allocate(arena, cells, sizeof(double)),
        .root = hz_arena_allocate(arena, cells, sizeof(double)),
        .residual = hz_arena_allocate(arena, cells, sizeof(double)),
        .ibnr = hz_arena_allocate(arena, triangle->origins + 1, sizeof(double)),
        .sum_all = hz_arena_allocate(arena, triangle->ages + 1, sizeof(double)),
        .sum_older = hz_arena_allocate(arena, triangle->ages + 1, sizeof(double)),
    };
    if (!check(triangle, &choice, err) || !hz_development_require(&d, triangle, err))
        return false;
    hz_ziggurat_new(&bootstrap->ziggurat);
    fit_means(bootstrap, &d);
    add_up_ages(bootstrap);
    set_reserves(bootstrap, &d);
    double *residual = hz_arena_allocate(arena, cells, sizeof *residual);
    if (!find_residuals(bootstrap, residual, err))
        return false;
    if (choice.residuals == HZ_RESIDUALS_HAT)
        return keep_by_hat(bootstrap, residual, arena, err);
    keep_scaled(bootstrap, residual);
    return true;
}

/*
 * What is being drawn: HZ_LANES simulations from `first` on. Each array has a row of lanes a
 * column.
 */
struct draw {
    const struct hz_bootstrap *b;
    uint64_t first;
    size_t cell; /* observed cells drawn so far */
    uint32_t words[4][HZ_LANES];
    double (*factor)[HZ_LANES]; /* by age, the tail's last */
    double (*latest)[HZ_LANES]; /* by origin */
};

/* The next increment of a pseudo triangle. */
static void draw_increment(struct draw *draw, size_t at, double value[HZ_LANES])
{
    const struct hz_bootstrap *b = draw->b;
    const double mean = b->mean[at], root = b->root[at];
    if (draw->cell % 4 == 0)
        hz_random_lanes(b->choice.seed, draw->first, draw->cell / 4, draw->words);
    const uint32_t *word = draw->words[draw->cell++ % 4];
    for (size_t l = 0; l < HZ_LANES; l++)
        value[l] += mean + root * b->residual[((uint64_t)word[l] * b->residuals) >> 32];
}

static void add(double sum[HZ_LANES], const double value[HZ_LANES])
{
    for (size_t l = 0; l < HZ_LANES; l++)
        sum[l] += value[l];
}

/*
 * Draws a pseudo triangle and leaves its factors and latest values. `older` is a row a column to
 * add up in. 0 / 0, a column of nothing, does not grow.
 */
static void draw_triangle(struct draw *draw, double (*older)[HZ_LANES])
{
    const struct hz_triangle *triangle = draw->b->triangle;
    double(*all)[HZ_LANES] = draw->factor;
    memset(all, 0, triangle->ages * sizeof *all);
    memset(older, 0, triangle->ages * sizeof *older);
    memset(draw->latest, 0, triangle->origins * sizeof *draw->latest);
    for (size_t o = 0; o < triangle->origins; o++)
        for (size_t k = 0; k <= triangle->latest[o]; k++) {
            draw_increment(draw, o * triangle->ages + k, draw->latest[o]);
            add(all[k], draw->latest[o]);
            if (k < triangle->latest[o])
                add(older[k], draw->latest[o]);
        }
    for (size_t k = 0; k + 1 < triangle->ages; k++)
        for (size_t l = 0; l < HZ_LANES; l++) {
            const double ratio = all[k + 1][l] / older[k][l];
            draw->factor[k][l] = isnan(ratio) ? 1 : ratio;
        }
    for (size_t l = 0; l < HZ_LANES; l++)
        draw->factor[triangle->ages - 1][l] = draw->b->choice.tail;
}

/* A Poisson number; where it is huge, its normal limit. */
static double draw_poisson(const struct hz_ziggurat *ziggurat, double mean,
                           struct hz_random *random)
{
    const gsl_rng rng = {hz_random_gsl, random};
    return mean < 1e9 ? (double)gsl_ran_poisson(&rng, mean)
                      : mean + sqrt(mean) * hz_variate_normal(ziggurat, random);
}

/*
 * A whole number for each mean, in units of b->unit: Poisson, or Poisson around a gamma number,
 * which is negative binomial.
 */
static void draw_counts(const struct draw *draw, uint64_t block, const double mean[HZ_LANES],
                        double value[HZ_LANES])
{
    const struct hz_bootstrap *b = draw->b;
    const double spread = b->choice.process == HZ_PROCESS_NEGATIVE_BINOMIAL ? b->phi - 1 : 0;
    for (size_t l = 0; l < HZ_LANES; l++) {
        struct hz_random random = {
            .seed = b->choice.seed, .stream = draw->first + l, .block = block};
        double around = fabs(mean[l]) / b->unit;
        if (spread > 0)
            around = spread * hz_variate_gamma(&b->ziggurat, around / spread, &random);
        value[l] = draw_poisson(&b->ziggurat, around, &random);
    }
}

/* An amount for each mean, in units of b->unit. `cell` is a future cell. */
static void draw_process(const struct draw *draw, size_t cell, const double mean[HZ_LANES],
                         double value[HZ_LANES])
{
    const struct hz_bootstrap *b = draw->b;
    const uint64_t block = (uint64_t)(cell + 1) << 32;
    double shape[HZ_LANES];
    if (b->choice.process == HZ_PROCESS_GAMMA) {
        for (size_t l = 0; l < HZ_LANES; l++)
            shape[l] = fabs(mean[l]) / b->unit;
        hz_variate_gamma_lanes(&b->ziggurat, b->choice.seed, draw->first, block, shape, value);
    } else {
        draw_counts(draw, block, mean, value);
    }
    for (size_t l = 0; l < HZ_LANES; l++)
        value[l] = copysign(value[l], mean[l]);
}

/* What an origin adds at its next `ages` ages, drawn around the means that the factors give. */
static void draw_future(const struct draw *draw, size_t o, size_t ages, double sum[HZ_LANES])
{
    const struct hz_bootstrap *b = draw->b;
    const size_t from = b->triangle->latest[o];
    double value[HZ_LANES], mean[HZ_LANES], drawn[HZ_LANES];
    memcpy(value, draw->latest[o], sizeof value);
    memset(sum, 0, sizeof value);
    for (size_t k = from; k < from + ages; k++) {
        for (size_t l = 0; l < HZ_LANES; l++) {
            mean[l] = value[l] * (draw->factor[k][l] - 1);
            value[l] += mean[l];
        }
        if (b->choice.process == HZ_PROCESS_NONE) {
            add(sum, mean);
        } else {
            draw_process(draw, o * b->triangle->ages + k, mean, drawn);
            add(sum, drawn);
        }
    }
    for (size_t l = 0; l < HZ_LANES; l++)
        sum[l] *= b->unit;
}

/* The steps that are drawn at all: a tail of 1 adds nothing. */
static size_t steps_of(const struct hz_bootstrap *b)
{
    return b->triangle->ages - (fabs(b->choice.tail - 1) <= 0);
}

/*
 * A year later: the next diagonal was drawn, and the chain ladder is run on the triangle with it.
 * `next` is what each origin comes to; the factors of the pseudo triangle make way for the new
 * ones.
 */
static void look_back(struct draw *draw, double (*next)[HZ_LANES], double figure[])
{
    const struct hz_bootstrap *b = draw->b;
    const struct hz_triangle *triangle = b->triangle;
    const size_t steps = steps_of(b);
    for (size_t o = 0; o < triangle->origins; o++) {
        const size_t k = triangle->latest[o];
        if (k + 1 < triangle->ages)
            for (size_t l = 0; l < HZ_LANES; l++)
                draw->factor[k][l] = (b->sum_all[k + 1] + next[o][l]) / b->sum_all[k];
    }
    for (size_t o = 0; o < triangle->origins; o++) {
        const double latest = hz_triangle_latest(triangle, o);
        double *cost = figure + o * HZ_LANES;
        memcpy(cost, next[o], sizeof *next);
        for (size_t k = triangle->latest[o] + 1; k < steps; k++)
            for (size_t l = 0; l < HZ_LANES; l++)
                cost[l] *= draw->factor[k][l];
        for (size_t l = 0; l < HZ_LANES; l++)
            cost[l] -= latest;
    }
}

static void draw_year(struct draw *draw, double (*next)[HZ_LANES], double figure[])
{
    const struct hz_triangle *triangle = draw->b->triangle;
    for (size_t o = 0; o < triangle->origins; o++) {
        const double latest = hz_triangle_latest(triangle, o);
        draw_future(draw, o, triangle->latest[o] < steps_of(draw->b), next[o]);
        for (size_t l = 0; l < HZ_LANES; l++)
            next[o][l] += latest;
    }
    look_back(draw, next, figure);
}

void hz_bootstrap_draw(const void *bootstrap, uint64_t first, double figure[])
{
    const struct hz_bootstrap *b = bootstrap;
    const struct hz_triangle *triangle = b->triangle;
    const size_t origins = triangle->origins;
    double(*row)[HZ_LANES] = hz_allocate(2 * triangle->ages + 2 * origins, sizeof *row);
    struct draw draw = {.b = b, .first = first, .factor = row, .latest = row + 2 * triangle->ages};
    draw_triangle(&draw, row + triangle->ages);
    if (b->choice.is_one_year)
        draw_year(&draw, draw.latest + origins, figure);
    for (size_t o = 0; o < origins && !b->choice.is_one_year; o++) {
        const size_t left = steps_of(b) - triangle->latest[o], ahead = b->choice.ahead;
        draw_future(&draw, o, ahead && ahead < left ? ahead : left, figure + o * HZ_LANES);
    }
    memset(figure + origins * HZ_LANES, 0, sizeof *row);
    for (size_t o = 0; o < origins; o++)
        add(figure + origins * HZ_LANES, figure + o * HZ_LANES);
    free(row);
}

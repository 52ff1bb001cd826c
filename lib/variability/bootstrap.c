/* bootstrap.c: see bootstrap.h. */

#include "variability/bootstrap.h"

#include "base/memory.h"
#include "reserve/glm.h"
#include "triangle/development.h"
#include "variability/tail_again.h"

#include <gsl/gsl_randist.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

const char *const hz_process_names[] = {"gamma", "odp", "negative-binomial", "none", NULL};
const char *const hz_residuals_names[] = {"scaled", "hat", NULL};

static bool check(const struct hz_triangle *triangle, const struct hz_bootstrap_choice *choice,
                  struct hz_error *err)
{
    if (choice->is_one_year && (choice->is_by_period || choice->future != HZ_FUTURE_CHAIN_LADDER))
        return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                            _("--one-year is of the chain ladder's reserve, not of periods or of "
                              "another method"));
    if (choice->curve.curve >= HZ_TAIL_CLARK_LOGLOGISTIC)
        return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                            _("a simulation has factors alone to extrapolate a tail from: take a "
                              "--tail-curve of factors, such as inverse-power"));
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

static bool has_tail(const struct hz_bootstrap_choice *choice)
{
    return choice->curve.curve != HZ_TAIL_CONSTANT || fabs(choice->tail - 1) > 0;
}

static bool set_periods(struct hz_bootstrap *b, struct hz_arena *arena, struct hz_error *err)
{
    struct hz_draw_periods *periods = hz_arena_allocate(arena, 1, sizeof *periods);
    if (!b->choice.is_by_period)
        return true;
    if (!hz_draw_periods_new(periods, b->triangle, has_tail(&b->choice), arena, err))
        return false;
    b->periods = periods;
    b->figures = periods->periods;
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

/*
 * What is being drawn: HZ_LANES simulations from `first` on. Each array has a row of lanes a
 * column.
 */
struct draw {
    const struct hz_bootstrap *b;
    uint64_t first;
    size_t cell; /* observed cells drawn so far */
    uint32_t words[4][HZ_LANES];
    double (*factor)[HZ_LANES];   /* by age, the tail's last */
    double (*latest)[HZ_LANES];   /* by origin */
    double (*emerged)[HZ_LANES];  /* by age: the share of the ultimate; 1 after the tail */
    double (*expected)[HZ_LANES]; /* by origin, beforehand; NULL: the chain ladder's future */
    double kept[HZ_LANES];        /* 1: the tail is the observed triangle's */
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
    const struct hz_bootstrap_choice *choice = &draw->b->choice;
    for (size_t l = 0; l < HZ_LANES; l++)
        draw->factor[triangle->ages - 1][l] = choice->tail;
    if (choice->curve.curve != HZ_TAIL_CONSTANT)
        hz_tail_again(&choice->curve, triangle, draw->factor, choice->tail, draw->kept);
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
            .seed = b->choice.process_seed, .stream = draw->first + l, .block = block};
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
        hz_variate_gamma_lanes(&b->ziggurat, b->choice.process_seed, draw->first, block, shape,
                               value);
    } else {
        draw_counts(draw, block, mean, value);
    }
    for (size_t l = 0; l < HZ_LANES; l++)
        value[l] = copysign(value[l] * b->unit, mean[l]);
}

/* ---- What is expected of the future */

static void find_emerged(struct draw *draw)
{
    const size_t ages = draw->b->triangle->ages;
    for (size_t l = 0; l < HZ_LANES; l++)
        draw->emerged[ages][l] = 1;
    for (size_t k = ages; k-- > 0;)
        for (size_t l = 0; l < HZ_LANES; l++)
            draw->emerged[k][l] = draw->emerged[k + 1][l] / draw->factor[k][l];
}

/* Exposures times their level: claims so far by the exposure that has emerged with them. */
static void expect_cape_cod(struct draw *draw)
{
    const struct hz_triangle *triangle = draw->b->triangle;
    const double *exposure = draw->b->choice.exposure;
    for (size_t l = 0; l < HZ_LANES; l++) {
        double claims = 0, used = 0;
        for (size_t o = 0; o < triangle->origins; o++) {
            claims += exposure[o] > 0 ? draw->latest[o][l] : 0;
            used += exposure[o] * draw->emerged[triangle->latest[o]][l];
        }
        for (size_t o = 0; o < triangle->origins; o++)
            draw->expected[o][l] = exposure[o] * claims / used;
    }
}

/* `cv`: of the priors, which are drawn; 0: they are what they are. */
static void expect_priors(struct draw *draw, double cv)
{
    const struct hz_bootstrap *b = draw->b;
    double shape[HZ_LANES];
    for (size_t l = 0; l < HZ_LANES; l++)
        shape[l] = 1 / (cv * cv);
    for (size_t o = 0; o < b->triangle->origins; o++) {
        const double mean = b->choice.exposure[o] * b->choice.prior[o];
        double *expected = draw->expected[o];
        if (cv > 0)
            hz_variate_gamma_lanes(&b->ziggurat, b->choice.process_seed, draw->first,
                                   ((uint64_t)1 << 62) + ((uint64_t)o << 32), shape, expected);
        for (size_t l = 0; l < HZ_LANES; l++)
            expected[l] = cv > 0 ? expected[l] * mean / shape[l] : mean;
    }
}

static void expect(struct draw *draw, double prior_cv)
{
    if (draw->b->choice.future == HZ_FUTURE_CHAIN_LADDER)
        return;
    find_emerged(draw);
    if (draw->b->choice.future == HZ_FUTURE_CAPE_COD)
        expect_cape_cod(draw);
    else
        expect_priors(draw, prior_cv);
}

/* The mean of an origin's next step; the chain ladder's `value` goes on to the next age. */
static void mean_of_step(const struct draw *draw, size_t o, size_t k, double value[HZ_LANES],
                         double mean[HZ_LANES])
{
    for (size_t l = 0; l < HZ_LANES; l++) {
        mean[l] = draw->expected
                      ? draw->expected[o][l] * (draw->emerged[k + 1][l] - draw->emerged[k][l])
                      : value[l] * (draw->factor[k][l] - 1);
        value[l] += mean[l];
    }
}

/*
 * What an origin adds at its next `ages` ages, drawn around the means that are expected, or these
 * themselves; added up by origin or by period.
 */
static void draw_future(const struct draw *draw, size_t o, size_t ages, bool is_mean,
                        double figure[])
{
    const struct hz_bootstrap *b = draw->b;
    const size_t from = b->triangle->latest[o];
    double value[HZ_LANES], mean[HZ_LANES], drawn[HZ_LANES];
    memcpy(value, draw->latest[o], sizeof value);
    for (size_t k = from; k < from + ages; k++) {
        const size_t cell = o * b->triangle->ages + k;
        mean_of_step(draw, o, k, value, mean);
        if (is_mean)
            memcpy(drawn, mean, sizeof drawn);
        else
            draw_process(draw, cell, mean, drawn);
        add(figure + (b->periods ? b->periods->of[cell] : o) * HZ_LANES, drawn);
    }
}

/* The steps that are drawn at all: a tail of 1 adds nothing. */
static size_t steps_of(const struct hz_bootstrap *b)
{
    return b->triangle->ages - !has_tail(&b->choice);
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

static bool is_mean(const struct hz_bootstrap *b)
{
    return b->choice.process == HZ_PROCESS_NONE;
}

static void draw_year(struct draw *draw, double (*next)[HZ_LANES], double figure[])
{
    const struct hz_triangle *triangle = draw->b->triangle;
    memset(next, 0, triangle->origins * sizeof *next);
    for (size_t o = 0; o < triangle->origins; o++) {
        const double latest = hz_triangle_latest(triangle, o);
        draw_future(draw, o, triangle->latest[o] < steps_of(draw->b), is_mean(draw->b), next[0]);
        for (size_t l = 0; l < HZ_LANES; l++)
            next[o][l] += latest;
    }
    look_back(draw, next, figure);
}

/* All that is to come, and the sum of it. */
static void draw_all(const struct draw *draw, bool means, double figure[])
{
    const struct hz_bootstrap *b = draw->b;
    memset(figure, 0, (b->figures + 1) * HZ_LANES * sizeof *figure);
    for (size_t o = 0; o < b->triangle->origins; o++) {
        const size_t left = steps_of(b) - b->triangle->latest[o], ahead = b->choice.ahead;
        draw_future(draw, o, ahead && ahead < left ? ahead : left, means, figure);
    }
}

/* Rows for what is drawn, one after another; `more` are the caller's, at the end. */
static double (*new_rows(struct draw *draw, size_t more))[HZ_LANES]
{
    const size_t ages = draw->b->triangle->ages, origins = draw->b->triangle->origins;
    double(*row)[HZ_LANES] = hz_allocate(2 * ages + 1 + 2 * origins + more, sizeof *row);
    draw->factor = row;
    draw->emerged = row + ages;
    draw->latest = row + 2 * ages + 1;
    if (draw->b->choice.future != HZ_FUTURE_CHAIN_LADDER)
        draw->expected = row + 2 * ages + 1 + origins;
    return row + 2 * ages + 1 + 2 * origins;
}

void hz_bootstrap_draw(const void *bootstrap, uint64_t first, double figure[])
{
    const struct hz_bootstrap *b = bootstrap;
    struct draw draw = {.b = b, .first = first};
    double *total = figure + b->figures * HZ_LANES;
    double(*more)[HZ_LANES] = new_rows(&draw, b->triangle->ages + b->triangle->origins);
    draw_triangle(&draw, more);
    expect(&draw, b->choice.prior_cv);
    if (b->choice.is_one_year)
        draw_year(&draw, more + b->triangle->ages, figure);
    else
        draw_all(&draw, is_mean(b), figure);
    memset(total, 0, HZ_LANES * sizeof *total);
    for (size_t f = 0; f < b->figures; f++)
        add(total, figure + f * HZ_LANES);
    if (b->choice.curve.curve != HZ_TAIL_CONSTANT)
        memcpy(total + HZ_LANES, draw.kept, sizeof draw.kept);
    free(draw.factor);
}

/* What would be drawn without residuals and process: what the model itself expects. */
static void set_reserves(struct hz_bootstrap *b, const struct hz_development *d,
                         struct hz_arena *arena)
{
    struct draw draw = {.b = b};
    double(*figure)[HZ_LANES] = new_rows(&draw, b->figures + 1);
    b->ibnr = hz_arena_allocate(arena, b->figures + 1, sizeof *b->ibnr);
    for (size_t l = 0; l < HZ_LANES; l++) {
        for (size_t k = 0; k < b->triangle->ages; k++)
            draw.factor[k][l] = d->factor[k];
        for (size_t o = 0; o < b->triangle->origins; o++)
            draw.latest[o][l] = hz_triangle_latest(b->triangle, o);
    }
    expect(&draw, 0);
    draw_all(&draw, true, figure[0]);
    for (size_t f = 0; f < b->figures; f++) {
        b->ibnr[f] = figure[f][0];
        b->ibnr[b->figures] += figure[f][0];
    }
    free(draw.factor);
}

bool hz_bootstrap_new(struct hz_bootstrap *bootstrap, const struct hz_triangle *triangle,
                      struct hz_bootstrap_choice choice, struct hz_arena *arena,
                      struct hz_error *err)
{
    const size_t cells = triangle->origins * triangle->ages;
    struct hz_development d;
    struct hz_development_choice usual = hz_development_usual;
    usual.tail = choice.tail;
    usual.curve = choice.curve;
    hz_development_fit(&d, triangle, usual, arena);
    *bootstrap = (struct hz_bootstrap){
        .choice = choice,
        .triangle = triangle,
        .mean = hz_arena_allocate(arena, cells, sizeof(double)),
        .root = hz_arena_allocate(arena, cells, sizeof(double)),
        .residual = hz_arena_allocate(arena, cells, sizeof(double)),
        .figures = triangle->origins,
        .sum_all = hz_arena_allocate(arena, triangle->ages + 1, sizeof(double)),
        .sum_older = hz_arena_allocate(arena, triangle->ages + 1, sizeof(double)),
    };
    if (!check(triangle, &choice, err) || !hz_development_require(&d, triangle, err) ||
        !set_periods(bootstrap, arena, err))
        return false;
    bootstrap->choice.tail = d.factor[triangle->ages - 1];
    hz_ziggurat_new(&bootstrap->ziggurat);
    fit_means(bootstrap, &d);
    add_up_ages(bootstrap);
    double *residual = hz_arena_allocate(arena, cells, sizeof *residual);
    if (!find_residuals(bootstrap, residual, err))
        return false;
    set_reserves(bootstrap, &d, arena);
    if (choice.residuals == HZ_RESIDUALS_HAT)
        return keep_by_hat(bootstrap, residual, arena, err);
    keep_scaled(bootstrap, residual);
    return true;
}

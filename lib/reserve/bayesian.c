/* bayesian.c: see bayesian.h. */

#include "reserve/bayesian_density.h"

#include "base/parallel.h"
#include "base/text.h"

#include <gsl/gsl_linalg.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

const struct hz_bayesian_priors hz_bayesian_published = {.level_mean = -0.4,
                                                         .level_sd = 3.162,
                                                         .origin_sd = 3.162,
                                                         .development_sd = 3.162,
                                                         .rate_sd = 0.05};

/* ---- What is drawn beside the parameters */

/* A chain, and where it puts what it draws. */
struct course {
    struct hz_bayesian_work work;
    const double *log_exposure;
    double *ultimate, *coordinate; /* draws of all origins and of the total; of the coordinates */
    size_t stride, offset;         /* draws of all chains, and where this one's begin */
    double *sum;                   /* origins x ages: of the expected values, over the draws */
    double *process, *given;       /* origins + 1: sums of variances, and of means */
    double *theta, *b;             /* of this draw: level and a, and b */
    double *sums, *squares;        /* of these and g, over the draws */
    double *row;
    double rates;
    struct hz_ziggurat ziggurat;
    struct hz_chain_course end;
    double from[HZ_HAMILTONIAN_MOST];
};

/* Level and a, then b, from their normal distribution given the rest. */
static void draw_levels(struct course *course, struct hz_random *random)
{
    struct hz_bayesian_work *work = &course->work;
    const size_t n = work->origins;
    gsl_matrix_view factor = gsl_matrix_view_array(work->inverse, n, n);
    double ignored = 0;
    hz_bayesian_integrate(work, &ignored);
    /* inverse = L L': L times standard normals has it as covariances. */
    if (gsl_linalg_cholesky_decomp1(&factor.matrix) != 0)
        return;
    for (size_t i = 0; i < n; i++)
        work->right[i] = hz_variate_normal(&course->ziggurat, random);
    for (size_t i = 0; i < n; i++)
        course->theta[i] =
            work->mean[i] + hz_bayesian_dot(work->inverse + i * n, work->right, i + 1);
    for (size_t d = 0; d < work->ages; d++) {
        const double precision = work->b_precision[d];
        course->b[d] =
            d + 1 == work->ages
                ? 0
                : (work->k[d] - hz_bayesian_dot(work->h + d * n, course->theta, n)) / precision +
                      hz_variate_normal(&course->ziggurat, random) / sqrt(precision);
    }
}

/* The age to which an origin is drawn. */
static size_t end_of(const struct hz_bayesian_work *work, size_t w)
{
    const size_t last = work->ages - 1, ahead = work->choice->ahead;
    return ahead > 0 && work->triangle->latest[w] + ahead < last ? work->triangle->latest[w] + ahead
                                                                 : last;
}

/* What an origin comes to in a draw, and what was expected of it given the parameters. */
struct drawn {
    double value, expected, variance;
};

/*
 * Draws an origin up to its end, and takes down what is expected at each age. `row` holds, by age,
 * what the origin before was off by in this draw, and is left with what this one is; without
 * correlation that makes no difference, and only the end is drawn.
 */
static struct drawn draw_origin(struct course *course, size_t w, struct hz_random *random)
{
    struct hz_bayesian_work *work = &course->work;
    const size_t end = end_of(work, w);
    const double level = course->theta[0] + (w > 0 ? course->theta[w] : 0);
    struct drawn drawn = {0};
    for (size_t d = 0; d < work->ages; d++) {
        const double follows = w > 0 ? work->correlation * course->row[d] : 0;
        const double mean = level + course->b[d] * work->power[w] + follows;
        course->row[d] = 0;
        if (hz_triangle_is_observed(work->triangle, w, d)) {
            course->row[d] = work->y[w * work->ages + d] - mean;
            drawn.value = drawn.expected = hz_triangle_value(work->triangle, w, d);
        } else if (d > work->triangle->latest[w]) {
            const double size = exp(mean + course->log_exposure[w]);
            const double expected = size * exp(work->variance[d] / 2);
            course->sum[w * work->ages + d] += expected;
            if (d != end && work->correlation == 0)
                continue;
            course->row[d] = sqrt(work->variance[d]) * hz_variate_normal(&course->ziggurat, random);
            if (d == end)
                drawn = (struct drawn){size * exp(course->row[d]), expected,
                                       expected * expected * expm1(work->variance[d])};
        }
    }
    return drawn;
}

static void put(struct course *course, size_t o, size_t draw, const struct drawn *drawn)
{
    course->ultimate[o * course->stride + course->offset + draw] = drawn->value;
    course->given[o] += drawn->expected;
    course->process[o] += drawn->variance;
}

static void add_parameters(struct course *course)
{
    const size_t n = course->work.origins, ages = course->work.ages;
    for (size_t i = 0; i <= n + ages; i++) {
        const double value = i < n          ? course->theta[i]
                             : i < n + ages ? course->b[i - n]
                                            : course->work.rate;
        course->sums[i] += value;
        course->squares[i] += value * value;
    }
}

static void keep(void *context, size_t draw, const double at[], struct hz_random *random)
{
    struct course *course = context;
    struct hz_bayesian_work *work = &course->work;
    struct drawn total = {0};
    hz_bayesian_set(work, at);
    draw_levels(course, random);
    add_parameters(course);
    for (size_t w = 0; w < work->origins; w++) {
        const struct drawn drawn = draw_origin(course, w, random);
        put(course, w, draw, &drawn);
        total.value += drawn.value;
        total.expected += drawn.expected;
        total.variance += drawn.variance;
    }
    put(course, work->origins, draw, &total);
    course->rates += hz_bayesian_has_rate(work) ? work->rate : work->correlation;
    for (size_t i = 0; i < hz_bayesian_coordinates(work); i++)
        course->coordinate[i * course->stride + course->offset + draw] = at[i];
}

/* ---- All chains */

static void new_course(struct course *course, const struct hz_bayesian *fit, size_t chain,
                       struct hz_arena *arena)
{
    struct hz_bayesian_work *work = &course->work;
    const size_t n = work->origins, ages = work->ages;
    struct hz_random random = hz_random_stream(work->choice->seed, 2 * chain + 1);
    hz_bayesian_work_new(work, arena);
    hz_ziggurat_new(&course->ziggurat);
    course->stride = fit->draws;
    course->offset = chain * work->choice->draws;
    course->ultimate = fit->ultimate;
    course->sum = hz_bayesian_numbers(n * ages, arena);
    course->process = hz_bayesian_numbers(n + 1, arena);
    course->given = hz_bayesian_numbers(n + 1, arena);
    course->theta = hz_bayesian_numbers(n, arena);
    course->b = hz_bayesian_numbers(ages, arena);
    course->sums = hz_bayesian_numbers(n + ages + 1, arena);
    course->squares = hz_bayesian_numbers(n + ages + 1, arena);
    course->row = hz_bayesian_numbers(ages, arena);
    /* Chains begin far from each other, with variances from small to large. */
    for (size_t d = 0; d < ages; d++)
        course->from[d] = -4 + hz_variate_normal(&course->ziggurat, &random);
    course->from[ages] = hz_variate_normal(&course->ziggurat, &random);
}

static void run_course(struct course *course, size_t chain)
{
    struct hz_bayesian_work *work = &course->work;
    const struct hz_density density = {hz_bayesian_coordinates(work), hz_bayesian_log_density,
                                       work};
    const struct hz_chain settings = {.warm_up = work->choice->warm_up,
                                      .draws = work->choice->draws,
                                      .seed = work->choice->seed,
                                      .stream = 2 * chain,
                                      .from = course->from,
                                      .keep = keep,
                                      .context = course};
    hz_chain_run(&density, &settings, &course->end);
}

static void check_one(struct hz_bayesian *fit, const struct hz_bayesian_choice *choice,
                      const double value[])
{
    const struct hz_chain_check check = hz_chains_check(value, choice->chains, choice->draws);
    fit->r_hat = fmax(fit->r_hat, check.r_hat);
    fit->effective = fmin(fit->effective, check.effective);
}

static bool check_chains(struct hz_bayesian *fit, const struct course *course,
                         const struct hz_triangle *triangle,
                         const struct hz_bayesian_choice *choice, struct hz_error *err)
{
    const double r_hat_most = 1.05, effective_least = 100;
    fit->r_hat = 1;
    fit->effective = (double)fit->draws;
    for (size_t i = 0; i < hz_bayesian_coordinates(&course->work); i++)
        check_one(fit, choice, course->coordinate + i * fit->draws);
    check_one(fit, choice, fit->ultimate + fit->origins * fit->draws);
    if (fit->r_hat <= r_hat_most && fit->effective >= effective_least)
        return true;
    return hz_error_set(
        err, HZ_ERROR_DATA, triangle->place,
        _("the chains do not agree (R-hat %.3f, expected at most %.2f; %.0f independent "
          "draws, expected %.0f or more; %zu divergences): try more draws, or another "
          "method"),
        fit->r_hat, r_hat_most, fit->effective, effective_least, fit->divergences);
}

static bool prepare(double y[], double log_exposure[], size_t *floored,
                    const struct hz_triangle *triangle, const double exposure[],
                    struct hz_error *err)
{
    if (triangle->origins < 2 || triangle->ages < 2 || triangle->ages >= HZ_HAMILTONIAN_MOST)
        return hz_error_set(
            err, HZ_ERROR_DATA, triangle->place,
            _("%zu origins and %zu ages: expected 2 or more of each, and fewer than %d "
              "ages"),
            triangle->origins, triangle->ages, HZ_HAMILTONIAN_MOST);
    for (size_t w = 0; w < triangle->origins; w++) {
        if (!(exposure[w] > 0))
            return hz_error_set(err, HZ_ERROR_DATA, triangle->place,
                                _("origin %.*s: its exposure is not above 0"),
                                HZ_TEXT_ARGS(triangle->origin[w]));
        log_exposure[w] = log(exposure[w]);
        for (size_t d = triangle->first[w]; d <= triangle->latest[w]; d++) {
            const double value = hz_triangle_value(triangle, w, d);
            *floored += value < 1;
            y[w * triangle->ages + d] = log(fmax(value, 1)) - log_exposure[w];
        }
    }
    return true;
}

/* Means, variances and counts of all chains together. */
static void sum_up(struct hz_bayesian *fit, const struct course course[], size_t chains,
                   const struct hz_triangle *triangle)
{
    const size_t n = fit->origins, ages = fit->ages;
    const double count = (double)fit->draws;
    for (size_t c = 0; c < chains; c++) {
        for (size_t i = 0; i < n * ages; i++)
            fit->mean[i] += course[c].sum[i] / count;
        for (size_t o = 0; o <= n; o++) {
            fit->process[o] += course[c].process[o] / count;
            fit->expected[o] += course[c].given[o] / count;
        }
        fit->rate += course[c].rates / count;
        fit->divergences += course[c].end.divergences;
    }
    for (size_t o = 0; o <= n; o++) {
        const double *drawn = fit->ultimate + o * fit->draws;
        double square = 0;
        for (size_t i = 0; i < fit->draws; i++)
            square += (drawn[i] - fit->expected[o]) * (drawn[i] - fit->expected[o]) / count;
        fit->parameter[o] = fmax(square - fit->process[o], 0);
    }
    for (size_t w = 0; w < n; w++)
        for (size_t d = triangle->first[w]; d <= triangle->latest[w]; d++)
            fit->mean[w * ages + d] = hz_triangle_value(triangle, w, d);
}

static void locate(struct hz_bayesian *fit, const struct course course[], size_t chains)
{
    const double count = (double)fit->draws;
    for (size_t i = 0; i <= fit->origins + fit->ages; i++) {
        double sum = 0, squares = 0;
        for (size_t c = 0; c < chains; c++) {
            sum += course[c].sums[i];
            squares += course[c].squares[i];
        }
        fit->location[i] = sum / count;
        fit->spread[i] = sqrt(fmax(squares / count - sum / count * (sum / count), 0));
    }
}

static void strain(struct hz_bayesian *fit, const struct hz_bayesian *data, size_t i,
                   const char *name, double mean, double sd)
{
    const double off = fabs(data->location[i] - mean) / hypot(sd, data->spread[i]);
    if (off <= fit->strain)
        return;
    fit->strain = off;
    fit->strained = name;
}

/*
 * What the data say without these priors is what they say with the published ones, which are wide.
 */
static bool hold_against_data(struct hz_bayesian *fit, const struct hz_triangle *triangle,
                              const double exposure[], const struct hz_bayesian_choice *choice,
                              struct hz_error *err)
{
    const struct hz_bayesian_priors *priors = &choice->priors;
    struct hz_bayesian_choice wide = *choice;
    struct hz_arena arena = {0};
    struct hz_bayesian data;
    if (memcmp(priors, &hz_bayesian_published, sizeof *priors) == 0)
        return true;
    wide.priors = hz_bayesian_published;
    const bool done = hz_bayesian_fit(&data, triangle, exposure, &wide, &arena, err);
    const size_t n = fit->origins, ages = fit->ages;
    if (done) {
        strain(fit, &data, 0, "level", priors->level_mean, priors->level_sd);
        for (size_t w = 1; w < n; w++)
            strain(fit, &data, w, "origin", 0, priors->origin_sd);
        for (size_t d = 0; d + 1 < ages; d++)
            strain(fit, &data, n + d, "development", 0, priors->development_sd);
        if (choice->model == HZ_BAYESIAN_CSR)
            strain(fit, &data, n + ages, "rate", 0, priors->rate_sd);
    }
    hz_arena_free(&arena);
    return done;
}

static void make_course(uint64_t index, int worker, void *context)
{
    struct course *course = context;
    (void)worker;
    run_course(&course[index], (size_t)index);
}

bool hz_bayesian_fit(struct hz_bayesian *fit, const struct hz_triangle *triangle,
                     const double exposure[], const struct hz_bayesian_choice *choice,
                     struct hz_arena *arena, struct hz_error *err)
{
    const size_t n = triangle->origins, ages = triangle->ages, chains = choice->chains;
    double *y = hz_bayesian_numbers(n * ages, arena), *log_exposure = hz_bayesian_numbers(n, arena);
    *fit = (struct hz_bayesian){.origins = n, .ages = ages, .draws = chains * choice->draws};
    if (!prepare(y, log_exposure, &fit->floored, triangle, exposure, err))
        return false;
    fit->ultimate = hz_bayesian_numbers((n + 1) * fit->draws, arena);
    fit->expected = hz_bayesian_numbers(n + 1, arena);
    fit->mean = hz_bayesian_numbers(n * ages, arena);
    fit->process = hz_bayesian_numbers(n + 1, arena);
    fit->parameter = hz_bayesian_numbers(n + 1, arena);
    fit->location = hz_bayesian_numbers(n + ages + 1, arena);
    fit->spread = hz_bayesian_numbers(n + ages + 1, arena);
    double *coordinate = hz_bayesian_numbers((ages + 1) * fit->draws, arena);
    struct course *course = hz_arena_allocate(arena, chains, sizeof *course);
    for (size_t c = 0; c < chains; c++) {
        course[c].work = (struct hz_bayesian_work){
            .triangle = triangle, .choice = choice, .origins = n, .ages = ages, .y = y};
        course[c].log_exposure = log_exposure;
        course[c].coordinate = coordinate;
        new_course(&course[c], fit, c, arena);
    }
    hz_parallel_do(&(struct hz_parallel){
        .count = chains, .threads = choice->threads, .context = course, .make = make_course});
    sum_up(fit, course, chains, triangle);
    locate(fit, course, chains);
    return check_chains(fit, &course[0], triangle, choice, err) &&
           hold_against_data(fit, triangle, exposure, choice, err);
}

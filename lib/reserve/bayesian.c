/* bayesian.c: see bayesian.h. */

#include "reserve/bayesian.h"

#include "base/parallel.h"
#include "base/text.h"

#include <assert.h>
#include <gsl/gsl_linalg.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

const struct hz_bayesian_priors hz_bayesian_published = {.level_mean = -0.4,
                                                         .level_sd = 3.162,
                                                         .origin_sd = 3.162,
                                                         .development_sd = 3.162,
                                                         .rate_sd = 0.05};

/*
 * The model of one triangle, and what one chain works in. A coordinate of the density is, for each
 * age, the logit of its part of the variance; then, of csr, g in units of its standard deviation;
 * of ccl and cay, the logit of (1 + r) / 2.
 *
 * With e[w,d] for what an observed cell is off by, e[w] = y[w] - level - a[w] - b s[w] - r e[w-1]
 * within an age: as linear in level, a and b as without r. `t` are its coefficients of level and a
 * (a[w] at w), `slope` that of b, `left` its constant. They are made anew for each g and r. b of an
 * age is integrated out first, alone, which leaves one system of level and a for all ages.
 */
struct work {
    const struct hz_triangle *triangle;
    const struct hz_bayesian_choice *choice;
    size_t origins, ages;
    const double *y;          /* origins x ages: log value - log exposure */
    double *t, *slope, *left; /* of the cells of one age: origins x origins, origins, origins */
    double *t_down, *slope_down, *left_down; /* how they change with r, or slope with g */
    double *system, *inverse;    /* origins x origins: precision of level and a; its inverse */
    double *right, *mean;        /* origins: what it is solved for, and the solution */
    double *h, *k, *b_precision; /* of b: ages x origins, ages, ages */
    double *v;                   /* origins: inverse x h */
    double *variance, *variance_gradient; /* of each age */
    double *power;                        /* origins: (1 - g)^w */
    double rate, correlation;             /* g and r */
};

static double *numbers(size_t count, struct hz_arena *arena)
{
    return hz_arena_allocate(arena, count, sizeof(double));
}

static void new_work(struct work *work, struct hz_arena *arena)
{
    const size_t n = work->origins, ages = work->ages;
    work->t = numbers(n * n, arena);
    work->slope = numbers(n, arena);
    work->left = numbers(n, arena);
    work->t_down = numbers(n * n, arena);
    work->slope_down = numbers(n, arena);
    work->left_down = numbers(n, arena);
    work->system = numbers(n * n, arena);
    work->inverse = numbers(n * n, arena);
    work->right = numbers(n, arena);
    work->mean = numbers(n, arena);
    work->h = numbers(ages * n, arena);
    work->k = numbers(ages, arena);
    work->b_precision = numbers(ages, arena);
    work->v = numbers(n, arena);
    work->power = numbers(n, arena);
    work->variance = numbers(ages, arena);
    work->variance_gradient = numbers(ages, arena);
}

static bool has_rate(const struct work *work)
{
    return work->choice->model == HZ_BAYESIAN_CSR;
}

static bool has_correlation(const struct work *work)
{
    return work->choice->model == HZ_BAYESIAN_CCL || work->choice->model == HZ_BAYESIAN_CAY;
}

static size_t coordinates(const struct work *work)
{
    return work->ages + (has_rate(work) || has_correlation(work));
}

/*
 * The coefficients of the cells of an age; gives how many there are. Cells of an age follow each
 * other; the first hangs on none before.
 */
static size_t lay_out(struct work *work, size_t age, size_t *first)
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
        if (has_correlation(work))
            memset(t_down, 0, n * sizeof *t_down);
        t[0] = 1;
        if (w > 0)
            t[w] = 1;
        work->slope[cells] = work->power[w];
        work->slope_down[cells] = has_rate(work) && w > 0 ? -(double)w * work->power[w - 1] : 0;
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

static double dot(const double a[], const double b[], size_t n)
{
    double sum = 0;
    for (size_t i = 0; i < n; i++)
        sum += a[i] * b[i];
    return sum;
}

/* Adds an age to the system of level and a; gives its part of the logarithm of the density. */
static double add_age(struct work *work, size_t age)
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
static double solve(struct work *work)
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
        work->mean[i] = dot(work->inverse + i * n, work->right, n);
    return dot(work->mean, work->right, n) / 2 - log_determinant / 2;
}

/*
 * t' inverse u, both 0 after `last`; without correlation both have but two ones, at 0 and `last`.
 */
static double form(const struct work *work, const double t[], const double u[], size_t last)
{
    const size_t n = work->origins;
    const double *inverse = work->inverse;
    double sum = 0;
    if (work->correlation == 0 && t == u)
        return last == 0 ? inverse[0] : inverse[0] + 2 * inverse[last] + inverse[last * n + last];
    for (size_t i = 0; i <= last; i++)
        sum += t[i] * dot(inverse + i * n, u, last + 1);
    return sum;
}

/*
 * How the density changes with the variance of an age, and, added to *down, with g or r: the
 * expectation, given the data, of how the density of data and parameters together does.
 */
static void differentiate_age(struct work *work, size_t age, double *down)
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
            work->v[i] = dot(work->inverse + i * n, h, n);
        b = (work->k[age] - dot(h, work->mean, n)) / precision;
        b_variance = 1 / precision + dot(h, work->v, n) / (precision * precision);
    }
    for (size_t c = 0; c < cells; c++) {
        const double *t = work->t + c * n, *t_down = work->t_down + c * n;
        const double slope = has_b ? work->slope[c] : 0;
        const double slope_down = has_b ? work->slope_down[c] : 0;
        const double off = work->left[c] - dot(t, work->mean, first + c + 1) - slope * b;
        /* Covariances of level and a, seen by this cell, with b. */
        const double with_b = has_b ? -dot(t, work->v, first + c + 1) / precision : 0;
        const double spread =
            form(work, t, t, first + c) + 2 * slope * with_b + slope * slope * b_variance;
        gradient += p * p * (off * off + spread) / 2 - p / 2;
        if (has_rate(work)) {
            *down += p * slope_down * (off * b - with_b - slope * b_variance);
        } else if (has_correlation(work)) {
            const double down_with_b = has_b ? -dot(t_down, work->v, first + c + 1) / precision : 0;
            const double off_down =
                work->left_down[c] - dot(t_down, work->mean, first + c + 1) - slope_down * b;
            *down += p * (off * off_down + form(work, t, t_down, first + c) + slope_down * with_b +
                          slope * down_with_b + slope * slope_down * b_variance);
        }
    }
    work->variance_gradient[age] = gradient;
}

/* The least that an age adds to the variance: the published model's prior begins there. */
static const double LEAST = 1e-5;

/* The parameters at a place. */
static void set_parameters(struct work *work, const double at[])
{
    double variance = 0;
    for (size_t d = work->ages; d-- > 0;) {
        variance += LEAST + (1 - LEAST) / (1 + exp(-at[d]));
        work->variance[d] = variance;
    }
    work->rate = has_rate(work) ? work->choice->priors.rate_sd * at[work->ages] : 0;
    work->correlation = has_correlation(work) ? tanh(at[work->ages] / 2) : 0;
    work->power[0] = 1;
    for (size_t w = 1; w < work->origins; w++)
        work->power[w] = work->power[w - 1] * (1 - work->rate);
}

static void integrate(struct work *work, double *log_density)
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

static double log_density(void *model, const double at[], double gradient[])
{
    struct work *work = model;
    double value = 0, down = 0, sum = 0;
    set_parameters(work, at);
    integrate(work, &value);
    if (!isfinite(value))
        return (double)NAN;
    for (size_t d = 0; d < work->ages; d++) {
        differentiate_age(work, d, &down);
        sum += work->variance_gradient[d];
        const double part = 1 / (1 + exp(-at[d])), slope = part * (1 - part);
        value += log(part) + log1p(-part);
        gradient[d] = sum * (1 - LEAST) * slope + 1 - 2 * part;
    }
    const double z = coordinates(work) > work->ages ? at[work->ages] : 0;
    if (has_rate(work)) {
        value -= z * z / 2;
        gradient[work->ages] = down * work->choice->priors.rate_sd - z;
    } else if (has_correlation(work)) {
        const double r = work->correlation, u = (1 + r) / 2;
        const double power = work->choice->model == HZ_BAYESIAN_CAY ? 2 : 1;
        value += power * (log(u) + log1p(-u));
        gradient[work->ages] = down * (1 - r * r) / 2 + power * (1 - 2 * u);
    }
    return value;
}

/* ---- What is drawn beside the parameters */

/* A chain, and where it puts what it draws. */
struct course {
    struct work work;
    const double *log_exposure;
    double *ultimate, *coordinate; /* draws of all origins and of the total; of the coordinates */
    size_t stride, offset;         /* draws of all chains, and where this one's begin */
    double *sum;                   /* origins x ages: of the expected values, over the draws */
    double *process, *given,
        *square;            /* origins + 1: sums of variances, of means and of their squares */
    double *theta, *b;      /* of this draw: level and a, and b */
    double *sums, *squares; /* of these and g, over the draws */
    double *row;
    double rates;
    struct hz_ziggurat ziggurat;
    struct hz_chain_course end;
    double from[HZ_HAMILTONIAN_MOST];
};

/* Level and a, then b, from their normal distribution given the rest. */
static void draw_levels(struct course *course, struct hz_random *random)
{
    struct work *work = &course->work;
    const size_t n = work->origins;
    gsl_matrix_view factor = gsl_matrix_view_array(work->inverse, n, n);
    double ignored = 0;
    integrate(work, &ignored);
    /* inverse = L L': L times standard normals has it as covariances. */
    if (gsl_linalg_cholesky_decomp1(&factor.matrix) != 0)
        return;
    for (size_t i = 0; i < n; i++)
        work->right[i] = hz_variate_normal(&course->ziggurat, random);
    for (size_t i = 0; i < n; i++)
        course->theta[i] = work->mean[i] + dot(work->inverse + i * n, work->right, i + 1);
    for (size_t d = 0; d < work->ages; d++) {
        const double precision = work->b_precision[d];
        course->b[d] = d + 1 == work->ages
                           ? 0
                           : (work->k[d] - dot(work->h + d * n, course->theta, n)) / precision +
                                 hz_variate_normal(&course->ziggurat, random) / sqrt(precision);
    }
}

/* The age to which an origin is drawn. */
static size_t end_of(const struct work *work, size_t w)
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
    struct work *work = &course->work;
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
    struct work *work = &course->work;
    struct drawn total = {0};
    set_parameters(work, at);
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
    course->rates += has_rate(work) ? work->rate : work->correlation;
    for (size_t i = 0; i < coordinates(work); i++)
        course->coordinate[i * course->stride + course->offset + draw] = at[i];
}

/* ---- All chains */

static void new_course(struct course *course, const struct hz_bayesian *fit, size_t chain,
                       struct hz_arena *arena)
{
    struct work *work = &course->work;
    const size_t n = work->origins, ages = work->ages;
    struct hz_random random = hz_random_stream(work->choice->seed, 2 * chain + 1);
    new_work(work, arena);
    hz_ziggurat_new(&course->ziggurat);
    course->stride = fit->draws;
    course->offset = chain * work->choice->draws;
    course->ultimate = fit->ultimate;
    course->sum = numbers(n * ages, arena);
    course->process = numbers(n + 1, arena);
    course->given = numbers(n + 1, arena);
    course->theta = numbers(n, arena);
    course->b = numbers(ages, arena);
    course->sums = numbers(n + ages + 1, arena);
    course->squares = numbers(n + ages + 1, arena);
    course->row = numbers(ages, arena);
    /* Chains begin far from each other, with variances from small to large. */
    for (size_t d = 0; d < ages; d++)
        course->from[d] = -4 + hz_variate_normal(&course->ziggurat, &random);
    course->from[ages] = hz_variate_normal(&course->ziggurat, &random);
}

static void run_course(struct course *course, size_t chain)
{
    struct work *work = &course->work;
    const struct hz_density density = {coordinates(work), log_density, work};
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
    for (size_t i = 0; i < coordinates(&course->work); i++)
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
    double *y = numbers(n * ages, arena), *log_exposure = numbers(n, arena);
    *fit = (struct hz_bayesian){.origins = n, .ages = ages, .draws = chains * choice->draws};
    if (!prepare(y, log_exposure, &fit->floored, triangle, exposure, err))
        return false;
    fit->ultimate = numbers((n + 1) * fit->draws, arena);
    fit->expected = numbers(n + 1, arena);
    fit->mean = numbers(n * ages, arena);
    fit->process = numbers(n + 1, arena);
    fit->parameter = numbers(n + 1, arena);
    fit->location = numbers(n + ages + 1, arena);
    fit->spread = numbers(n + ages + 1, arena);
    double *coordinate = numbers((ages + 1) * fit->draws, arena);
    struct course *course = hz_arena_allocate(arena, chains, sizeof *course);
    for (size_t c = 0; c < chains; c++) {
        course[c].work = (struct work){
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

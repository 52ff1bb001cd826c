/* trends.c: see trends.h. */

#include "reserve/trends.h"

#include "base/memory.h"

#include <gsl/gsl_blas.h>
#include <gsl/gsl_errno.h>
#include <gsl/gsl_multifit.h>
#include <gsl/gsl_statistics_double.h>
#include <math.h>
#include <stdlib.h>

const char *const hz_direction_names[] = {"origin", "development", "calendar", NULL};
const char *const hz_forecast_names[] = {"mean", "median", "pattern", NULL};

enum { PARAMETERS_MOST = 500 };

double hz_trends_position(const struct hz_triangle *triangle, enum hz_direction direction,
                          size_t origin, size_t column)
{
    const double origins = hz_triangle_origins_between(triangle, 0, origin);
    const double steps = (triangle->age[column] - triangle->age[0]) / triangle->step;
    switch (direction) {
    case HZ_ALONG_ORIGIN:
        return origins;
    case HZ_ALONG_DEVELOPMENT:
        return steps;
    case HZ_ALONG_CALENDAR:
    case HZ_DIRECTIONS:
        break;
    }
    return steps + origins * triangle->ages_per_origin / triangle->step;
}

/* Where the latest diagonal stands; at infinity where no trend runs along the calendar. */
static bool find_now(const struct hz_triangle *triangle, const struct hz_trends_choice *choice,
                     double *now, struct hz_error *err)
{
    size_t back;
    *now = (double)INFINITY;
    if (choice->along[HZ_ALONG_CALENDAR].kind == HZ_TREND_NONE && isnan(choice->future))
        return true;
    for (size_t o = 0; o < triangle->origins; o++)
        for (size_t k = triangle->first[o]; k <= triangle->latest[o]; k++) {
            if (!hz_triangle_diagonal(triangle, o, k, &back))
                return hz_error_set(err, HZ_ERROR_DATA, triangle->place,
                                    _("the diagonals, which a calendar trend runs along, cannot be "
                                      "told: origins are to follow each other by whole steps of "
                                      "age"));
            *now = hz_trends_position(triangle, HZ_ALONG_CALENDAR, o, k) + (double)back;
        }
    return true;
}

/* A cell's part in a parameter. */
static double part_of(const struct hz_trend_parameter *parameter, const double position[])
{
    if (parameter->direction < 0)
        return 1;
    const double at = position[parameter->direction];
    if (parameter->is_slope)
        return fmax(0, at - parameter->from);
    return fabs(at - parameter->from) < 0.5 ? 1 : 0;
}

static void find_positions(const struct hz_triangle *triangle, size_t o, size_t k,
                           double position[HZ_DIRECTIONS])
{
    for (int d = 0; d < HZ_DIRECTIONS; d++)
        position[d] = hz_trends_position(triangle, (enum hz_direction)d, o, k);
}

static void add_parameter(struct hz_trends *fit, int direction, bool is_slope, double from)
{
    fit->parameter[fit->parameters++] =
        (struct hz_trend_parameter){.direction = direction, .is_slope = is_slope, .from = from};
}

static bool is_fitted(const struct hz_trends *fit, size_t o, size_t k)
{
    return !isnan(fit->observed[o * fit->triangle->ages + k]);
}

/* A level for each place of a direction at which a cell is fitted, but the first. */
static bool add_levels(struct hz_trends *fit, enum hz_direction direction, struct hz_error *err)
{
    const struct hz_triangle *triangle = fit->triangle;
    double next = -1;
    for (double last = -1;; last = next, next = -1) {
        for (size_t o = 0; o < triangle->origins; o++)
            for (size_t k = triangle->first[o]; k <= triangle->latest[o]; k++) {
                const double at = hz_trends_position(triangle, direction, o, k);
                if (is_fitted(fit, o, k) && at > last + 0.5 && (next < 0 || at < next))
                    next = at;
            }
        if (next < 0)
            return true;
        if (last < 0)
            continue;
        if (fit->parameters == PARAMETERS_MOST)
            return hz_error_set(err, HZ_ERROR_DATA, triangle->place,
                                _("more than %d parameters: make the triangle coarser "
                                  "(hz-coarsen), or a slope of a factor"),
                                PARAMETERS_MOST);
        add_parameter(fit, (int)direction, false, next);
    }
}

static bool lay_out(struct hz_trends *fit, struct hz_arena *arena, struct hz_error *err)
{
    fit->parameter = hz_arena_allocate(arena, PARAMETERS_MOST, sizeof *fit->parameter);
    add_parameter(fit, -1, false, 0);
    for (int d = 0; d < HZ_DIRECTIONS; d++) {
        const struct hz_trend_design *design = &fit->choice.along[d];
        if (design->kind == HZ_TREND_FACTOR && !add_levels(fit, (enum hz_direction)d, err))
            return false;
        if (design->kind != HZ_TREND_SLOPE)
            continue;
        if (!design->is_flat)
            add_parameter(fit, d, true, 0);
        for (size_t i = 0; i < design->knots && fit->parameters < PARAMETERS_MOST; i++)
            add_parameter(fit, d, true, design->knot[i]);
    }
    return true;
}

/* The logarithms that are fitted. */
static bool observe(struct hz_trends *fit, struct hz_error *err)
{
    const struct hz_triangle *triangle = fit->triangle;
    hz_triangle_increments(triangle, fit->observed);
    for (size_t o = 0; o < triangle->origins; o++) {
        const double unit = fit->exposure ? fit->exposure[o] : 1;
        if (!(unit > 0))
            return hz_error_set(err, HZ_ERROR_DATA, triangle->place,
                                _("origin %.*s: trends want an exposure above 0, found %.15g"),
                                HZ_TEXT_ARGS(triangle->origin[o]), unit);
        for (size_t k = triangle->first[o]; k <= triangle->latest[o]; k++) {
            double *cell = &fit->observed[o * triangle->ages + k];
            if (isnan(*cell))
                continue;
            if (!(*cell > 0) && !fit->choice.leaves_out)
                return hz_error_set(err, HZ_ERROR_DATA, triangle->place,
                                    _("origin %.*s, development %.15g: the increment %.15g has no "
                                      "logarithm (leave such cells out: --leave-out)"),
                                    HZ_TEXT_ARGS(triangle->origin[o]), triangle->age[k], *cell);
            fit->left_out += !(*cell > 0);
            fit->cells += *cell > 0;
            *cell = *cell > 0 ? log(*cell / unit) : (double)NAN;
        }
    }
    return true;
}

/* Whether an increment was fitted at a place of a direction, so that its level is known. */
static bool has_level(const struct hz_trends *fit, enum hz_direction direction, double place)
{
    const struct hz_triangle *triangle = fit->triangle;
    for (size_t o = 0; o < triangle->origins; o++)
        for (size_t k = triangle->first[o]; k <= triangle->latest[o]; k++)
            if (is_fitted(fit, o, k) &&
                fabs(hz_trends_position(triangle, direction, o, k) - place) < 0.5)
                return true;
    return false;
}

/* Levels of origins and ages that are to be forecast must have been fitted. */
static bool check_levels(const struct hz_trends *fit, struct hz_error *err)
{
    const struct hz_triangle *triangle = fit->triangle;
    const struct hz_trend_design *along = fit->choice.along;
    for (size_t o = 0; o < triangle->origins; o++)
        if (along[HZ_ALONG_ORIGIN].kind == HZ_TREND_FACTOR &&
            triangle->latest[o] + 1 < triangle->ages &&
            !has_level(fit, HZ_ALONG_ORIGIN, hz_trends_position(triangle, HZ_ALONG_ORIGIN, o, 0)))
            return hz_error_set(err, HZ_ERROR_DATA, triangle->place,
                                _("origin %.*s has no increment above 0 to tell its level by: "
                                  "choose a slope of origins (--origin)"),
                                HZ_TEXT_ARGS(triangle->origin[o]));
    for (size_t k = triangle->latest[triangle->origins - 1] + 1; k < triangle->ages; k++)
        if (along[HZ_ALONG_DEVELOPMENT].kind == HZ_TREND_FACTOR &&
            !has_level(fit, HZ_ALONG_DEVELOPMENT,
                       hz_trends_position(triangle, HZ_ALONG_DEVELOPMENT, 0, k)))
            return hz_error_set(err, HZ_ERROR_DATA, triangle->place,
                                _("development %.15g has no increment above 0 to tell its level "
                                  "by: choose a slope (--development)"),
                                triangle->age[k]);
    return true;
}

static void fill_row(const struct hz_trends *fit, const double position[], gsl_vector *row)
{
    for (size_t p = 0; p < fit->parameters; p++)
        gsl_vector_set(row, p, part_of(&fit->parameter[p], position));
}

static void fill_design(const struct hz_trends *fit, gsl_matrix *design, gsl_vector *y)
{
    const struct hz_triangle *triangle = fit->triangle;
    double position[HZ_DIRECTIONS];
    size_t row = 0;
    for (size_t o = 0; o < triangle->origins; o++)
        for (size_t k = triangle->first[o]; k <= triangle->latest[o]; k++) {
            if (!is_fitted(fit, o, k))
                continue;
            find_positions(triangle, o, k, position);
            gsl_vector_view at = gsl_matrix_row(design, row);
            fill_row(fit, position, &at.vector);
            gsl_vector_set(y, row++, fit->observed[o * triangle->ages + k]);
        }
}

static void describe(struct hz_trends *fit, const gsl_vector *y, const gsl_vector *coefficient,
                     const gsl_matrix *covariance, double squares)
{
    const double n = (double)fit->cells;
    const double all = gsl_stats_tss(y->data, y->stride, y->size);
    for (size_t p = 0; p < fit->parameters; p++) {
        fit->parameter[p].value = gsl_vector_get(coefficient, p);
        fit->parameter[p].se = sqrt(gsl_matrix_get(covariance, p, p));
    }
    fit->sigma = sqrt(squares / (n - (double)fit->parameters));
    fit->r2 = 1 - squares / all;
    fit->log_likelihood = -n / 2 * (log(2 * M_PI) + log(squares / n) + 1);
}

static bool regress(struct hz_trends *fit, gsl_matrix *covariance, struct hz_error *err)
{
    const size_t n = fit->cells, p = fit->parameters;
    if (n <= p)
        return hz_error_set(err, HZ_ERROR_DATA, fit->triangle->place,
                            _("%zu parameters want more increments than %zu: choose slopes for "
                              "factors"),
                            p, n);
    gsl_matrix *design = gsl_matrix_calloc(n, p);
    gsl_vector *y = gsl_vector_calloc(n), *coefficient = gsl_vector_calloc(p);
    gsl_multifit_linear_workspace *work = gsl_multifit_linear_alloc(n, p);
    double squares;
    fill_design(fit, design, y);
    bool done =
        gsl_multifit_linear(design, y, coefficient, covariance, &squares, work) == GSL_SUCCESS &&
        gsl_multifit_linear_rank(1e-9, work) == p;
    if (done)
        describe(fit, y, coefficient, covariance, squares);
    gsl_multifit_linear_free(work);
    gsl_matrix_free(design);
    gsl_vector_free(y);
    gsl_vector_free(coefficient);
    return done || hz_error_set(err, HZ_ERROR_DATA, fit->triangle->place,
                                _("the cells do not tell these trends apart: a calendar period is "
                                  "origin and development together, so that one of the three is "
                                  "to have fewer parameters (none, or a slope)"));
}

/* A calendar position beyond the observed ones: what is chosen of the time after them. */
static double after_latest(const struct hz_trends *fit, double position[HZ_DIRECTIONS], double now)
{
    double *calendar = &position[HZ_ALONG_CALENDAR];
    const double beyond = fmax(0, *calendar - now);
    const bool is_chosen = !isnan(fit->choice.future);
    if (is_chosen || fit->choice.along[HZ_ALONG_CALENDAR].kind == HZ_TREND_FACTOR)
        *calendar = fmin(*calendar, now);
    return is_chosen ? beyond * log1p(fit->choice.future) : 0;
}

/* A cell to come, or observed: its row of the design, and its fitted logarithm. */
static double fitted_of(const struct hz_trends *fit, size_t o, size_t k, double now,
                        gsl_vector *row)
{
    double position[HZ_DIRECTIONS];
    find_positions(fit->triangle, o, k, position);
    double fitted = after_latest(fit, position, now);
    fill_row(fit, position, row);
    for (size_t p = 0; p < fit->parameters; p++)
        fitted += gsl_vector_get(row, p) * fit->parameter[p].value;
    return fitted + (fit->exposure ? log(fit->exposure[o]) : 0);
}

/* The cells to come: their origins, means, and rows of the design. */
struct future {
    size_t cells;
    size_t *origin;
    double *mean;               /* E */
    double *chance;             /* E^2 exp(v) (exp(sigma^2) - 1) */
    gsl_matrix *row, *weighted; /* and that times the covariance of the parameters */
};

static size_t count_future(const struct hz_triangle *triangle)
{
    size_t cells = 0;
    for (size_t o = 0; o < triangle->origins; o++)
        cells += triangle->ages - 1 - triangle->latest[o];
    return cells;
}

static double pair_of(const struct future *future, size_t a, size_t b)
{
    double sum;
    const gsl_vector_const_view left = gsl_matrix_const_row(future->weighted, a);
    const gsl_vector_const_view right = gsl_matrix_const_row(future->row, b);
    gsl_blas_ddot(&left.vector, &right.vector, &sum);
    return sum;
}

/* Means and chance of all cells to come, and the payments that are forecast. */
static void forecast(struct hz_trends *fit, struct future *future, const gsl_matrix *covariance,
                     double now)
{
    const struct hz_triangle *triangle = fit->triangle;
    const double variance = fit->sigma * fit->sigma;
    size_t cell = 0;
    for (size_t o = 0; o < triangle->origins; o++)
        for (size_t k = triangle->latest[o] + 1; k < triangle->ages; k++, cell++) {
            gsl_vector_view row = gsl_matrix_row(future->row, cell);
            const double fitted = fitted_of(fit, o, k, now, &row.vector);
            future->origin[cell] = o;
            future->mean[cell] = fitted;
            fit->payment[o * triangle->ages + k] = exp(fitted);
        }
    if (future->cells > 0)
        gsl_blas_dsymm(CblasRight, CblasLower, 1, covariance, future->row, 0, future->weighted);
    cell = 0;
    for (size_t o = 0; o < triangle->origins; o++)
        for (size_t k = triangle->latest[o] + 1; k < triangle->ages; k++, cell++) {
            const double v = pair_of(future, cell, cell);
            const double mean = exp(future->mean[cell] + v / 2 + variance / 2);
            future->mean[cell] = mean;
            future->chance[cell] = mean * mean * exp(v) * expm1(variance);
            if (fit->choice.forecast == HZ_FORECAST_MEAN)
                fit->payment[o * triangle->ages + k] = mean;
        }
}

/* Medians scaled so that they go on from the latest value. */
static void follow_pattern(struct hz_trends *fit, double now)
{
    const struct hz_triangle *triangle = fit->triangle;
    gsl_vector *row = gsl_vector_calloc(fit->parameters);
    for (size_t o = 0; o < triangle->origins; o++) {
        double so_far = 0;
        for (size_t k = 0; k <= triangle->latest[o]; k++)
            so_far += exp(fitted_of(fit, o, k, now, row));
        for (size_t k = triangle->latest[o] + 1; k < triangle->ages; k++)
            fit->payment[o * triangle->ages + k] *= fit->latest[o] / so_far;
    }
    gsl_vector_free(row);
}

static void set_errors(struct hz_trends *fit, size_t o, double chance, double parameter)
{
    const bool is_mean = fit->choice.forecast == HZ_FORECAST_MEAN;
    fit->process_se[o] = is_mean ? sqrt(chance) : (double)NAN;
    fit->parameter_se[o] = is_mean ? sqrt(parameter) : (double)NAN;
    fit->se[o] = is_mean ? sqrt(chance + parameter) : (double)NAN;
}

static void find_errors(struct hz_trends *fit, const struct future *future)
{
    const size_t origins = fit->triangle->origins;
    double *chance = hz_allocate(2 * (origins + 1), sizeof *chance);
    double *parameter = chance + origins + 1;
    for (size_t a = 0; a < future->cells; a++) {
        const size_t o = future->origin[a];
        chance[o] += future->chance[a];
        chance[origins] += future->chance[a];
        for (size_t b = a; b < future->cells; b++) {
            const double times = b > a ? 2 : 1;
            const double both =
                times * future->mean[a] * future->mean[b] * expm1(pair_of(future, a, b));
            parameter[origins] += both;
            if (future->origin[b] == o)
                parameter[o] += both;
        }
    }
    for (size_t o = 0; o <= origins; o++)
        set_errors(fit, o, chance[o], parameter[o]);
    free(chance);
}

static void add_up(struct hz_trends *fit)
{
    const struct hz_triangle *triangle = fit->triangle;
    for (size_t o = 0; o < triangle->origins; o++) {
        for (size_t k = triangle->latest[o] + 1; k < triangle->ages; k++)
            fit->ibnr[o] += fit->payment[o * triangle->ages + k];
        fit->ultimate[o] = fit->latest[o] + fit->ibnr[o];
        fit->ultimate[triangle->origins] += fit->ultimate[o];
        fit->ibnr[triangle->origins] += fit->ibnr[o];
        fit->latest[triangle->origins] += fit->latest[o];
    }
}

static void predict(struct hz_trends *fit, const gsl_matrix *covariance, double now)
{
    const size_t cells = count_future(fit->triangle), room = cells > 0 ? cells : 1;
    struct future future = {.cells = cells,
                            .origin = hz_allocate(room, sizeof *future.origin),
                            .mean = hz_allocate(room, sizeof *future.mean),
                            .chance = hz_allocate(room, sizeof *future.chance),
                            .row = gsl_matrix_calloc(room, fit->parameters),
                            .weighted = gsl_matrix_calloc(room, fit->parameters)};
    forecast(fit, &future, covariance, now);
    if (fit->choice.forecast == HZ_FORECAST_PATTERN)
        follow_pattern(fit, now);
    find_errors(fit, &future);
    add_up(fit);
    free(future.origin);
    free(future.mean);
    free(future.chance);
    gsl_matrix_free(future.row);
    gsl_matrix_free(future.weighted);
}

/* Figures beyond a double end here: exp() of a line that rises for ever. */
static bool check_range(const struct hz_trends *fit, struct hz_error *err)
{
    const struct hz_triangle *triangle = fit->triangle;
    for (size_t o = 0; o <= triangle->origins; o++)
        if (!isfinite(fit->ultimate[o]) ||
            (fit->choice.forecast == HZ_FORECAST_MEAN && !isfinite(fit->se[o])))
            return hz_error_set(
                err, HZ_ERROR_DATA, triangle->place,
                _("origin %.*s: the trends lead to a figure too large to count "
                  "with: choose fewer parameters"),
                HZ_TEXT_ARGS(o < triangle->origins ? triangle->origin[o] : hz_text_of(_("total"))));
    return true;
}

static void fit_cells(struct hz_trends *fit, double now)
{
    const struct hz_triangle *triangle = fit->triangle;
    gsl_vector *row = gsl_vector_calloc(fit->parameters);
    for (size_t o = 0; o < triangle->origins; o++)
        for (size_t k = triangle->first[o]; k <= triangle->latest[o]; k++)
            if (is_fitted(fit, o, k))
                fit->fitted[o * triangle->ages + k] =
                    fitted_of(fit, o, k, now, row) - (fit->exposure ? log(fit->exposure[o]) : 0);
    gsl_vector_free(row);
}

static void open_fit(struct hz_trends *fit, struct hz_arena *arena)
{
    const size_t origins = fit->triangle->origins, cells = origins * fit->triangle->ages;
    double **const each_cell[] = {&fit->observed, &fit->fitted, &fit->payment};
    double **const each_origin[] = {&fit->latest,     &fit->ultimate,     &fit->ibnr,
                                    &fit->process_se, &fit->parameter_se, &fit->se};
    for (size_t a = 0; a < HZ_COUNT(each_cell); a++) {
        *each_cell[a] = hz_arena_allocate(arena, cells, sizeof(double));
        for (size_t c = 0; c < cells; c++)
            (*each_cell[a])[c] = (double)NAN;
    }
    for (size_t a = 0; a < HZ_COUNT(each_origin); a++)
        *each_origin[a] = hz_arena_allocate(arena, origins + 1, sizeof(double));
    for (size_t o = 0; o < origins; o++)
        fit->latest[o] = hz_triangle_latest(fit->triangle, o);
}

bool hz_trends_fit(struct hz_trends *fit, const struct hz_triangle *triangle,
                   const double exposure[], const struct hz_trends_choice *choice,
                   struct hz_arena *arena, struct hz_error *err)
{
    double now;
    *fit = (struct hz_trends){.triangle = triangle, .exposure = exposure, .choice = *choice};
    if (!find_now(triangle, choice, &now, err))
        return false;
    if (count_future(triangle) > HZ_TRENDS_MOST)
        return hz_error_set(
            err, HZ_ERROR_DATA, triangle->place,
            _("%zu cells are to come, expected at most %d: make the triangle coarser "
              "(hz-coarsen)"),
            count_future(triangle), HZ_TRENDS_MOST);
    open_fit(fit, arena);
    if (!observe(fit, err) || !lay_out(fit, arena, err) || !check_levels(fit, err))
        return false;
    gsl_matrix *covariance = gsl_matrix_calloc(fit->parameters, fit->parameters);
    bool done = regress(fit, covariance, err);
    if (done) {
        fit_cells(fit, now);
        predict(fit, covariance, now);
        done = check_range(fit, err);
    }
    gsl_matrix_free(covariance);
    return done;
}

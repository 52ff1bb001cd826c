/* multivariate.c: see multivariate.h. */

#include "reserve/multivariate.h"

#include "reserve/multivariate_predict.h"

#include <gsl/gsl_blas.h>
#include <gsl/gsl_errno.h>
#include <gsl/gsl_linalg.h>
#include <math.h>

/*
 * The regressions of one age, scaled to equal variance, a row an origin: y of a triangle = x of it
 * times its coefficients + residual. Each has so many `regressors`: a one if there is an intercept,
 * then the triangle's own value, or those of all.
 */
struct step {
    size_t n, triangles, regressors, all; /* all: of all triangles */
    bool has_intercept, is_general;
    gsl_matrix *x;           /* n x all, a block of columns a triangle */
    gsl_matrix *y;           /* n x triangles */
    gsl_matrix *xx, *xy;     /* x'x, x'y */
    gsl_vector *coefficient; /* all */
    gsl_matrix *sigma;       /* NaN with too few rows */
    gsl_matrix *spread;      /* all x all: covariance of the coefficients */
    bool is_joint, is_unbiased;
};

static double value_of(const struct hz_multivariate *fit, size_t m, size_t o, size_t k)
{
    return hz_triangle_value(fit->triangle[m], o, k);
}

/* Whether an origin says how all triangles develop from a column: none of them stands at 0. */
static bool has_ratios(const struct hz_multivariate *fit, size_t o, size_t k)
{
    if (!hz_triangle_is_observed(fit->triangle[0], o, k) ||
        !hz_triangle_is_observed(fit->triangle[0], o, k + 1))
        return false;
    for (size_t m = 0; m < fit->triangles; m++)
        if (!(value_of(fit, m, o, k) > 0))
            return false;
    return true;
}

static size_t count_ratios(const struct hz_multivariate *fit, size_t k)
{
    size_t n = 0;
    for (size_t o = 0; o < fit->origins; o++)
        n += has_ratios(fit, o, k);
    return n;
}

/* Origin o as row s->n. */
static void add_origin(struct step *s, const struct hz_multivariate *fit, size_t o, size_t k)
{
    const double scale = 1 - (double)fit->choice.average / 2;
    for (size_t m = 0; m < s->triangles; m++) {
        const double unit = pow(value_of(fit, m, o, k), scale);
        size_t column = m * s->regressors;
        if (s->has_intercept)
            gsl_matrix_set(s->x, s->n, column++, 1 / unit);
        for (size_t j = 0; j < s->triangles; j++)
            if (s->is_general || j == m)
                gsl_matrix_set(s->x, s->n, column++, value_of(fit, j, o, k) / unit);
        gsl_matrix_set(s->y, s->n, m, value_of(fit, m, o, k + 1) / unit);
    }
    s->n++;
}

/*
 * The model that was chosen, but for the last ages that stand by themselves and where too few
 * origins are left for its coefficients: there it is the plain one.
 */
static void open_step(struct step *s, const struct hz_multivariate *fit, size_t k)
{
    const size_t triangles = fit->triangles, n = count_ratios(fit, k);
    const size_t wanted =
        (size_t)fit->choice.has_intercept + (fit->choice.is_general ? triangles : 1);
    const bool is_alone = k + 1 + fit->choice.uncorrelated >= fit->ages;
    const bool is_rich = !is_alone && n > wanted && (fit->choice.is_separate || n > triangles);
    *s = (struct step){.triangles = triangles,
                       .regressors = is_rich ? wanted : 1,
                       .has_intercept = is_rich && fit->choice.has_intercept,
                       .is_general = is_rich && fit->choice.is_general,
                       .is_unbiased = fit->choice.is_unbiased};
    s->all = triangles * s->regressors;
    s->x = gsl_matrix_calloc(n > 0 ? n : 1, s->all);
    s->y = gsl_matrix_calloc(n > 0 ? n : 1, triangles);
    s->xx = gsl_matrix_calloc(s->all, s->all);
    s->xy = gsl_matrix_calloc(s->all, triangles);
    s->coefficient = gsl_vector_calloc(s->all);
    s->sigma = gsl_matrix_calloc(triangles, triangles);
    s->spread = gsl_matrix_calloc(s->all, s->all);
    for (size_t o = 0; o < fit->origins; o++)
        if (has_ratios(fit, o, k))
            add_origin(s, fit, o, k);
    gsl_blas_dgemm(CblasTrans, CblasNoTrans, 1, s->x, s->x, 0, s->xx);
    gsl_blas_dgemm(CblasTrans, CblasNoTrans, 1, s->x, s->y, 0, s->xy);
}

static void close_step(struct step *s)
{
    gsl_matrix_free(s->x);
    gsl_matrix_free(s->y);
    gsl_matrix_free(s->xx);
    gsl_matrix_free(s->xy);
    gsl_vector_free(s->coefficient);
    gsl_matrix_free(s->sigma);
    gsl_matrix_free(s->spread);
}

/* Copies the block of x'x of two triangles. */
static void copy_block(const struct step *s, size_t a, size_t b, gsl_matrix *block)
{
    for (size_t i = 0; i < s->regressors; i++)
        for (size_t j = 0; j < s->regressors; j++)
            gsl_matrix_set(block, i, j,
                           gsl_matrix_get(s->xx, a * s->regressors + i, b * s->regressors + j));
}

/* (x[a]'x[a])^-1 x[a]'x[b]; false if the first is singular. */
static bool regress_on(const struct step *s, size_t a, size_t b, gsl_matrix *result)
{
    gsl_matrix *factor = gsl_matrix_alloc(s->regressors, s->regressors);
    copy_block(s, a, a, factor);
    copy_block(s, a, b, result);
    const bool done = gsl_linalg_cholesky_decomp1(factor) == GSL_SUCCESS;
    for (size_t j = 0; j < s->regressors && done; j++) {
        gsl_vector_view column = gsl_matrix_column(result, j);
        gsl_linalg_cholesky_svx(factor, &column.vector);
    }
    gsl_matrix_free(factor);
    return done;
}

/*
 * What the product of two residuals is divided by: n less the regressors, or what makes it unbiased
 * (Theil 1971), which is the same for the variances.
 */
static double freedom(const struct step *s, size_t a, size_t b)
{
    const double plain = (double)s->n - (double)s->regressors;
    if (a == b || !s->is_unbiased)
        return plain;
    gsl_matrix *there = gsl_matrix_alloc(s->regressors, s->regressors);
    gsl_matrix *back = gsl_matrix_alloc(s->regressors, s->regressors);
    double likeness = 0;
    if (regress_on(s, a, b, there) && regress_on(s, b, a, back))
        for (size_t i = 0; i < s->regressors; i++)
            for (size_t j = 0; j < s->regressors; j++)
                likeness += gsl_matrix_get(there, i, j) * gsl_matrix_get(back, j, i);
    gsl_matrix_free(there);
    gsl_matrix_free(back);
    return (double)s->n - 2 * (double)s->regressors + likeness;
}

/* Sigma from what the regressions leave. */
static void find_sigma(struct step *s)
{
    gsl_matrix *left = gsl_matrix_calloc(s->x->size1, s->triangles);
    gsl_matrix_memcpy(left, s->y);
    for (size_t i = 0; i < s->n; i++)
        for (size_t c = 0; c < s->all; c++)
            *gsl_matrix_ptr(left, i, c / s->regressors) -=
                gsl_vector_get(s->coefficient, c) * gsl_matrix_get(s->x, i, c);
    gsl_blas_dgemm(CblasTrans, CblasNoTrans, 1, left, left, 0, s->sigma);
    for (size_t a = 0; a < s->triangles; a++)
        for (size_t b = 0; b < s->triangles; b++)
            *gsl_matrix_ptr(s->sigma, a, b) /= freedom(s, a, b);
    gsl_matrix_free(left);
}

/* Each triangle by itself; false if its regressors follow from each other. */
static bool fit_separately(struct step *s)
{
    gsl_matrix *factor = gsl_matrix_alloc(s->regressors, s->regressors);
    bool done = true;
    for (size_t m = 0; m < s->triangles && done; m++) {
        const gsl_vector_const_view right =
            gsl_matrix_const_subcolumn(s->xy, m, m * s->regressors, s->regressors);
        gsl_vector_view at = gsl_vector_subvector(s->coefficient, m * s->regressors, s->regressors);
        copy_block(s, m, m, factor);
        done = gsl_linalg_cholesky_decomp1(factor) == GSL_SUCCESS &&
               gsl_linalg_cholesky_solve(factor, &right.vector, &at.vector) == GSL_SUCCESS;
    }
    gsl_matrix_free(factor);
    if (done && s->n > s->regressors)
        find_sigma(s);
    return done;
}

/* Covariances of coefficients that were estimated separately. */
static void spread_separately(struct step *s)
{
    gsl_matrix *there = gsl_matrix_alloc(s->regressors, s->regressors);
    gsl_matrix *own = gsl_matrix_alloc(s->regressors, s->regressors);
    for (size_t b = 0; b < s->triangles; b++) {
        copy_block(s, b, b, own);
        if (gsl_linalg_cholesky_decomp1(own) == GSL_SUCCESS)
            gsl_linalg_cholesky_invert(own);
        for (size_t a = 0; a < s->triangles; a++) {
            gsl_matrix_view at = gsl_matrix_submatrix(
                s->spread, a * s->regressors, b * s->regressors, s->regressors, s->regressors);
            if (regress_on(s, a, b, there))
                gsl_blas_dgemm(CblasNoTrans, CblasNoTrans, gsl_matrix_get(s->sigma, a, b), there,
                               own, 0, &at.matrix);
        }
    }
    gsl_matrix_free(there);
    gsl_matrix_free(own);
}

/*
 * Whether a matrix is a covariance matrix of variables none of which follows from the others, by
 * more than rounding: what Cholesky's pivots leave of the diagonal.
 */
static bool is_positive_definite(const gsl_matrix *matrix)
{
    gsl_matrix *factor = gsl_matrix_alloc(matrix->size1, matrix->size2);
    gsl_matrix_memcpy(factor, matrix);
    bool is_positive = gsl_linalg_cholesky_decomp1(factor) == GSL_SUCCESS;
    for (size_t i = 0; i < matrix->size1 && is_positive; i++) {
        const double pivot = gsl_matrix_get(factor, i, i);
        is_positive = pivot * pivot > 1e-12 * gsl_matrix_get(matrix, i, i);
    }
    gsl_matrix_free(factor);
    return is_positive;
}

/* One round of generalised least squares with the Sigma there is; false if that is singular. */
static bool fit_once(struct step *s)
{
    gsl_matrix *inverse = gsl_matrix_alloc(s->triangles, s->triangles);
    gsl_vector *right = gsl_vector_calloc(s->all);
    gsl_matrix_memcpy(inverse, s->sigma);
    bool done = is_positive_definite(s->sigma) &&
                gsl_linalg_cholesky_decomp1(inverse) == GSL_SUCCESS &&
                gsl_linalg_cholesky_invert(inverse) == GSL_SUCCESS;
    if (done) {
        for (size_t i = 0; i < s->all; i++) {
            const size_t a = i / s->regressors;
            for (size_t j = 0; j < s->all; j++)
                gsl_matrix_set(s->spread, i, j,
                               gsl_matrix_get(s->xx, i, j) *
                                   gsl_matrix_get(inverse, a, j / s->regressors));
            for (size_t b = 0; b < s->triangles; b++)
                *gsl_vector_ptr(right, i) +=
                    gsl_matrix_get(s->xy, i, b) * gsl_matrix_get(inverse, a, b);
        }
        done = gsl_linalg_cholesky_decomp1(s->spread) == GSL_SUCCESS &&
               gsl_linalg_cholesky_solve(s->spread, right, s->coefficient) == GSL_SUCCESS &&
               gsl_linalg_cholesky_invert(s->spread) == GSL_SUCCESS;
    }
    gsl_matrix_free(inverse);
    gsl_vector_free(right);
    return done;
}

/* All triangles together, in turns with Sigma until nothing changes. */
static bool fit_jointly(struct step *s, size_t iterations)
{
    const double still = 1e-13;
    gsl_vector *before = gsl_vector_alloc(s->all);
    bool done = true;
    double change = 1;
    for (size_t round = 0; round < iterations && done && change > still; round++) {
        gsl_vector_memcpy(before, s->coefficient);
        done = fit_once(s);
        change = 0;
        for (size_t m = 0; m < s->all && done; m++)
            change =
                fmax(change, fabs(gsl_vector_get(s->coefficient, m) - gsl_vector_get(before, m)) /
                                 fmax(1, fabs(gsl_vector_get(before, m))));
        find_sigma(s);
    }
    gsl_vector_free(before);
    return done && (!s->is_unbiased || is_positive_definite(s->sigma));
}

/* No triangle has anything to do with another. */
static void part(gsl_matrix *matrix)
{
    for (size_t a = 0; a < matrix->size1; a++)
        for (size_t b = 0; b < matrix->size2; b++)
            if (a != b)
                gsl_matrix_set(matrix, a, b, 0);
}

/* Mack's rule for the variances, with the correlations of the age before. */
static void extrapolate(struct step *s, const struct hz_multivariate *fit, size_t k)
{
    for (size_t m = 0; m < s->triangles; m++) {
        const double before = *hz_multivariate_sigma(fit, k - 2, m, m),
                     last = *hz_multivariate_sigma(fit, k - 1, m, m);
        const double least = fmin(before, last);
        gsl_matrix_set(s->sigma, m, m, before > 0 ? fmin(last * last / before, least) : least);
    }
    for (size_t a = 0; a < s->triangles; a++)
        for (size_t b = 0; b < s->triangles; b++) {
            const double scale = sqrt(*hz_multivariate_sigma(fit, k - 1, a, a) *
                                      *hz_multivariate_sigma(fit, k - 1, b, b));
            const double own =
                sqrt(gsl_matrix_get(s->sigma, a, a) * gsl_matrix_get(s->sigma, b, b));
            if (a != b)
                gsl_matrix_set(s->sigma, a, b,
                               scale > 0 ? own * *hz_multivariate_sigma(fit, k - 1, a, b) / scale
                                         : 0);
        }
}

static bool refuse_step(const struct hz_multivariate *fit, size_t k, size_t n, struct hz_error *err)
{
    const struct hz_triangle *triangle = fit->triangle[0];
    return hz_error_set(err, HZ_ERROR_DATA, triangle->place,
                        n == 0 ? _("no origin is above 0 in all triangles at development "
                                   "%.15g and observed at %.15g")
                               : _("one origin is above 0 in all triangles at development "
                                   "%.15g and observed at %.15g, and Mack's rule needs two "
                                   "ages before them"),
                        triangle->age[k], triangle->age[k + 1]);
}

/* False if the regressors of a triangle follow from each other. */
static bool fit_together_or_not(struct step *s, const struct hz_multivariate *fit, size_t k)
{
    const bool is_alone = k + 1 + fit->choice.uncorrelated >= fit->ages;
    if (!fit_separately(s))
        return false;
    s->is_joint = !fit->choice.is_separate && !is_alone && s->triangles > 1 &&
                  s->n > s->triangles && fit_jointly(s, fit->choice.iterations);
    if (s->is_joint)
        return true;
    if (!fit_separately(s))
        return false;
    if (s->is_unbiased && !is_positive_definite(s->sigma)) {
        s->is_unbiased = false;
        if (!fit_separately(s))
            return false;
    }
    if (s->n == 1)
        extrapolate(s, fit, k);
    spread_separately(s);
    if (is_alone) {
        part(s->sigma);
        part(s->spread);
    }
    return true;
}

/* Which coefficient is that of triangle j's value in the regression of m; none if there is none. */
static size_t place_of(const struct step *s, size_t m, size_t j)
{
    return !s->is_general && j != m
               ? (size_t)-1
               : m * s->regressors + s->has_intercept + (s->is_general ? j : 0);
}

/* Keeps the coefficients in the order of a general model with intercepts, the missing ones as 0. */
static void keep(struct hz_multivariate *fit, size_t k, const struct step *s,
                 struct hz_arena *arena)
{
    const size_t triangles = fit->triangles;
    struct hz_multivariate_step *kept = &fit->step[k];
    *kept = (struct hz_multivariate_step){.regressors = s->regressors,
                                          .has_intercept = s->has_intercept,
                                          .is_general = s->is_general};
    kept->coefficient = hz_arena_allocate(arena, s->all, sizeof *kept->coefficient);
    kept->spread = hz_arena_allocate(arena, s->all * s->all, sizeof *kept->spread);
    for (size_t i = 0; i < s->all; i++) {
        kept->coefficient[i] = gsl_vector_get(s->coefficient, i);
        for (size_t j = 0; j < s->all; j++)
            kept->spread[i * s->all + j] = gsl_matrix_get(s->spread, i, j);
    }
    fit->is_joint[k] = s->is_joint;
    for (size_t a = 0; a < triangles; a++) {
        fit->factor[k * triangles + a] = kept->coefficient[place_of(s, a, a)];
        for (size_t b = 0; b < triangles; b++) {
            *hz_multivariate_sigma(fit, k, a, b) = gsl_matrix_get(s->sigma, a, b);
            fit->factor_covariance[(k * triangles + a) * triangles + b] =
                gsl_matrix_get(s->spread, place_of(s, a, a), place_of(s, b, b));
        }
    }
}

static bool fit_step(struct hz_multivariate *fit, size_t k, struct hz_arena *arena,
                     struct hz_error *err)
{
    struct step s;
    open_step(&s, fit, k);
    const size_t n = s.n;
    const bool is_enough = n > 1 || (n == 1 && k >= 2);
    const bool done = is_enough && fit_together_or_not(&s, fit, k);
    if (done)
        keep(fit, k, &s, arena);
    close_step(&s);
    if (!is_enough)
        return refuse_step(fit, k, n, err);
    return done || hz_error_set(err, HZ_ERROR_DATA, fit->triangle[0]->place,
                                _("development %.15g: the values of the triangles follow from each "
                                  "other, so that their coefficients cannot be told apart"),
                                fit->triangle[0]->age[k]);
}

static bool check(const struct hz_multivariate *fit, struct hz_error *err)
{
    const struct hz_triangle *first = fit->triangle[0];
    if (fit->triangles > HZ_MULTIVARIATE_MOST)
        return hz_error_set(err, HZ_ERROR_DATA, first->place,
                            _("%zu triangles in one portfolio, expected at most %d: part them by "
                              "another column"),
                            fit->triangles, HZ_MULTIVARIATE_MOST);
    if (fit->choice.is_general && fit->triangles > HZ_MULTIVARIATE_GENERAL_MOST)
        return hz_error_set(err, HZ_ERROR_DATA, first->place,
                            _("%zu triangles in one portfolio, expected at most %d where each is "
                              "regressed on all"),
                            fit->triangles, HZ_MULTIVARIATE_GENERAL_MOST);
    for (size_t m = 0; m < fit->triangles; m++) {
        const struct hz_triangle *triangle = fit->triangle[m];
        if (!hz_triangle_same_cells(first, triangle))
            return hz_error_set(err, HZ_ERROR_DATA, triangle->place,
                                _("the triangles of a portfolio must have the same origins, ages "
                                  "and cells, and this one has not those of the first"));
        for (size_t o = 0; o < fit->origins; o++)
            for (size_t k = triangle->first[o]; k <= triangle->latest[o]; k++)
                if (hz_triangle_value(triangle, o, k) < 0)
                    return hz_error_set(err, HZ_ERROR_DATA, triangle->place,
                                        _("origin %.*s, development %.15g: values must not be "
                                          "negative, found %.15g"),
                                        HZ_TEXT_ARGS(triangle->origin[o]), triangle->age[k],
                                        hz_triangle_value(triangle, o, k));
    }
    return true;
}

static bool check_range(const struct hz_multivariate *fit, struct hz_error *err)
{
    const size_t figures = (fit->origins + 1) * (fit->triangles + 1);
    for (size_t f = 0; f < figures; f++)
        if (!isfinite(fit->ultimate[f]) || !isfinite(fit->se[f]))
            return hz_error_set(
                err, HZ_ERROR_DATA, fit->triangle[0]->place,
                _("the portfolio comes to a figure that is too large to count with, or "
                  "below 0 where values must not be"));
    return true;
}

bool hz_multivariate_fit(struct hz_multivariate *fit, const struct hz_triangle *const triangle[],
                         size_t triangles, struct hz_multivariate_choice choice,
                         struct hz_arena *arena, struct hz_error *err)
{
    const size_t ages = triangle[0]->ages, origins = triangle[0]->origins;
    const size_t matrices = ages * triangles * triangles, figures = (origins + 1) * (triangles + 1);
    *fit = (struct hz_multivariate){
        .triangles = triangles,
        .ages = ages,
        .origins = origins,
        .triangle = triangle,
        .choice = choice,
    };
    if (!check(fit, err))
        return false;
    fit->step = hz_arena_allocate(arena, ages, sizeof *fit->step);
    fit->is_joint = hz_arena_allocate(arena, ages, sizeof *fit->is_joint);
    fit->factor = hz_arena_allocate(arena, ages * triangles, sizeof *fit->factor);
    fit->covariance = hz_arena_allocate(arena, matrices, sizeof *fit->covariance);
    fit->factor_covariance = hz_arena_allocate(arena, matrices, sizeof *fit->factor_covariance);
    fit->latest = hz_arena_allocate(arena, figures, sizeof *fit->latest);
    fit->ultimate = hz_arena_allocate(arena, figures, sizeof *fit->ultimate);
    fit->ibnr = hz_arena_allocate(arena, figures, sizeof *fit->ibnr);
    fit->process_se = hz_arena_allocate(arena, figures, sizeof *fit->process_se);
    fit->parameter_se = hz_arena_allocate(arena, figures, sizeof *fit->parameter_se);
    fit->se = hz_arena_allocate(arena, figures, sizeof *fit->se);
    for (size_t k = 0; k + 1 < ages; k++)
        if (!fit_step(fit, k, arena, err))
            return false;
    hz_multivariate_predict(fit, arena);
    return check_range(fit, err);
}

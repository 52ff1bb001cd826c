/* multivariate.c: see multivariate.h. */

#include "reserve/multivariate.h"

#include <gsl/gsl_blas.h>
#include <gsl/gsl_errno.h>
#include <gsl/gsl_linalg.h>
#include <math.h>

/*
 * The link ratios of one age, scaled to equal variance: y = factor x + residual, a row an origin.
 */
struct step {
    size_t n, triangles;
    gsl_matrix *x, *y;
    gsl_matrix *xx; /* sum x x', entry by entry */
    gsl_vector *factor;
    gsl_matrix *sigma;  /* NaN with one row */
    gsl_matrix *spread; /* covariance of the factors */
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

static void open_step(struct step *s, const struct hz_multivariate *fit, size_t k)
{
    const size_t triangles = fit->triangles;
    const double scale = 1 - (double)fit->choice.average / 2;
    *s = (struct step){.triangles = triangles,
                       .x = gsl_matrix_calloc(fit->origins, triangles),
                       .y = gsl_matrix_calloc(fit->origins, triangles),
                       .xx = gsl_matrix_calloc(triangles, triangles),
                       .factor = gsl_vector_calloc(triangles),
                       .sigma = gsl_matrix_calloc(triangles, triangles),
                       .spread = gsl_matrix_calloc(triangles, triangles),
                       .is_unbiased = fit->choice.is_unbiased};
    for (size_t o = 0; o < fit->origins; o++) {
        if (!has_ratios(fit, o, k))
            continue;
        for (size_t m = 0; m < triangles; m++) {
            const double value = value_of(fit, m, o, k), unit = pow(value, scale);
            gsl_matrix_set(s->x, s->n, m, value / unit);
            gsl_matrix_set(s->y, s->n, m, value_of(fit, m, o, k + 1) / unit);
        }
        s->n++;
    }
    gsl_blas_dgemm(CblasTrans, CblasNoTrans, 1, s->x, s->x, 0, s->xx);
}

static void close_step(struct step *s)
{
    gsl_matrix_free(s->x);
    gsl_matrix_free(s->y);
    gsl_matrix_free(s->xx);
    gsl_vector_free(s->factor);
    gsl_matrix_free(s->sigma);
    gsl_matrix_free(s->spread);
}

/*
 * What the product of two residuals is divided by: n - 1, or what makes it unbiased, which is the
 * same for the variances.
 */
static double freedom(const struct step *s, size_t a, size_t b)
{
    const double xx = gsl_matrix_get(s->xx, a, b);
    const double likeness = xx * xx / gsl_matrix_get(s->xx, a, a) / gsl_matrix_get(s->xx, b, b);
    return a == b || !s->is_unbiased ? (double)s->n - 1 : (double)s->n - 2 + likeness;
}

/* Sigma from what the factors leave. */
static void find_sigma(struct step *s)
{
    gsl_matrix *left = gsl_matrix_calloc(s->x->size1, s->triangles);
    for (size_t i = 0; i < s->n; i++)
        for (size_t m = 0; m < s->triangles; m++)
            gsl_matrix_set(left, i, m,
                           gsl_matrix_get(s->y, i, m) -
                               gsl_vector_get(s->factor, m) * gsl_matrix_get(s->x, i, m));
    gsl_blas_dgemm(CblasTrans, CblasNoTrans, 1, left, left, 0, s->sigma);
    for (size_t a = 0; a < s->triangles; a++)
        for (size_t b = 0; b < s->triangles; b++)
            *gsl_matrix_ptr(s->sigma, a, b) /= freedom(s, a, b);
    gsl_matrix_free(left);
}

/* Each triangle by itself. */
static void fit_separately(struct step *s)
{
    for (size_t m = 0; m < s->triangles; m++) {
        double xy;
        const gsl_vector_const_view x = gsl_matrix_const_column(s->x, m);
        const gsl_vector_const_view y = gsl_matrix_const_column(s->y, m);
        gsl_blas_ddot(&x.vector, &y.vector, &xy);
        gsl_vector_set(s->factor, m, xy / gsl_matrix_get(s->xx, m, m));
    }
    if (s->n > 1)
        find_sigma(s);
}

/* Covariances of factors that were estimated separately. */
static void spread_separately(struct step *s)
{
    for (size_t a = 0; a < s->triangles; a++)
        for (size_t b = 0; b < s->triangles; b++)
            gsl_matrix_set(s->spread, a, b,
                           gsl_matrix_get(s->sigma, a, b) * gsl_matrix_get(s->xx, a, b) /
                               gsl_matrix_get(s->xx, a, a) / gsl_matrix_get(s->xx, b, b));
}

/* One round of generalised least squares with the Sigma there is; false if that is singular. */
static bool fit_once(struct step *s)
{
    gsl_matrix *inverse = gsl_matrix_alloc(s->triangles, s->triangles);
    gsl_matrix *xy = gsl_matrix_alloc(s->triangles, s->triangles);
    gsl_vector *right = gsl_vector_calloc(s->triangles);
    gsl_matrix_memcpy(inverse, s->sigma);
    gsl_blas_dgemm(CblasTrans, CblasNoTrans, 1, s->x, s->y, 0, xy);
    bool done = gsl_linalg_cholesky_decomp1(inverse) == GSL_SUCCESS &&
                gsl_linalg_cholesky_invert(inverse) == GSL_SUCCESS;
    if (done) {
        gsl_matrix_memcpy(s->spread, inverse);
        gsl_matrix_mul_elements(s->spread, s->xx);
        gsl_matrix_mul_elements(xy, inverse);
        for (size_t a = 0; a < s->triangles; a++)
            for (size_t b = 0; b < s->triangles; b++)
                *gsl_vector_ptr(right, a) += gsl_matrix_get(xy, a, b);
        done = gsl_linalg_cholesky_decomp1(s->spread) == GSL_SUCCESS &&
               gsl_linalg_cholesky_solve(s->spread, right, s->factor) == GSL_SUCCESS &&
               gsl_linalg_cholesky_invert(s->spread) == GSL_SUCCESS;
    }
    gsl_matrix_free(inverse);
    gsl_matrix_free(xy);
    gsl_vector_free(right);
    return done;
}

/* Whether a matrix is a covariance matrix of variables none of which follows from the others. */
static bool is_positive_definite(const gsl_matrix *matrix)
{
    gsl_matrix *factor = gsl_matrix_alloc(matrix->size1, matrix->size2);
    gsl_matrix_memcpy(factor, matrix);
    const bool is_positive = gsl_linalg_cholesky_decomp1(factor) == GSL_SUCCESS;
    gsl_matrix_free(factor);
    return is_positive;
}

/* All triangles together, in turns with Sigma until nothing changes. */
static bool fit_jointly(struct step *s, size_t iterations)
{
    const double still = 1e-13;
    gsl_vector *before = gsl_vector_alloc(s->triangles);
    bool done = true;
    double change = 1;
    for (size_t round = 0; round < iterations && done && change > still; round++) {
        gsl_vector_memcpy(before, s->factor);
        done = fit_once(s);
        change = 0;
        for (size_t m = 0; m < s->triangles && done; m++)
            change = fmax(change, fabs(gsl_vector_get(s->factor, m) - gsl_vector_get(before, m)));
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

static double *sigma_at(const struct hz_multivariate *fit, size_t k, size_t a, size_t b)
{
    return &fit->covariance[(k * fit->triangles + a) * fit->triangles + b];
}

static double spread_at(const struct hz_multivariate *fit, size_t k, size_t a, size_t b)
{
    return fit->factor_covariance[(k * fit->triangles + a) * fit->triangles + b];
}

/* Mack's rule for the variances, with the correlations of the age before. */
static void extrapolate(struct step *s, const struct hz_multivariate *fit, size_t k)
{
    for (size_t m = 0; m < s->triangles; m++) {
        const double before = *sigma_at(fit, k - 2, m, m), last = *sigma_at(fit, k - 1, m, m);
        const double least = fmin(before, last);
        gsl_matrix_set(s->sigma, m, m, before > 0 ? fmin(last * last / before, least) : least);
    }
    for (size_t a = 0; a < s->triangles; a++)
        for (size_t b = 0; b < s->triangles; b++) {
            const double scale = sqrt(*sigma_at(fit, k - 1, a, a) * *sigma_at(fit, k - 1, b, b));
            const double own =
                sqrt(gsl_matrix_get(s->sigma, a, a) * gsl_matrix_get(s->sigma, b, b));
            if (a != b)
                gsl_matrix_set(s->sigma, a, b,
                               scale > 0 ? own * *sigma_at(fit, k - 1, a, b) / scale : 0);
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

static void fit_together_or_not(struct step *s, const struct hz_multivariate *fit, size_t k)
{
    const bool is_alone = k + 1 + fit->choice.uncorrelated >= fit->ages;
    fit_separately(s);
    s->is_joint = !fit->choice.is_separate && !is_alone && s->triangles > 1 &&
                  s->n > s->triangles && fit_jointly(s, fit->choice.iterations);
    if (s->is_joint)
        return;
    fit_separately(s);
    if (s->is_unbiased && !is_positive_definite(s->sigma)) {
        s->is_unbiased = false;
        fit_separately(s);
    }
    if (s->n == 1)
        extrapolate(s, fit, k);
    spread_separately(s);
    if (is_alone) {
        part(s->sigma);
        part(s->spread);
    }
}

static bool fit_step(struct hz_multivariate *fit, size_t k, struct hz_error *err)
{
    struct step s;
    open_step(&s, fit, k);
    const size_t triangles = fit->triangles;
    const bool done = s.n > 1 || (s.n == 1 && k >= 2);
    if (done) {
        fit_together_or_not(&s, fit, k);
        fit->is_joint[k] = s.is_joint;
        for (size_t a = 0; a < triangles; a++) {
            fit->factor[k * triangles + a] = gsl_vector_get(s.factor, a);
            for (size_t b = 0; b < triangles; b++) {
                *sigma_at(fit, k, a, b) = gsl_matrix_get(s.sigma, a, b);
                fit->factor_covariance[(k * triangles + a) * triangles + b] =
                    gsl_matrix_get(s.spread, a, b);
            }
        }
    }
    const size_t n = s.n;
    close_step(&s);
    return done || refuse_step(fit, k, n, err);
}

/* Values as they are projected, and the two covariance matrices of them. */
struct projection {
    double *value;
    gsl_matrix *process, *parameter;
};

static void open_projection(struct projection *p, size_t triangles, struct hz_arena *arena)
{
    p->value = hz_arena_allocate(arena, triangles, sizeof *p->value);
    p->process = gsl_matrix_calloc(triangles, triangles);
    p->parameter = gsl_matrix_calloc(triangles, triangles);
}

static void close_projection(struct projection *p)
{
    gsl_matrix_free(p->process);
    gsl_matrix_free(p->parameter);
}

/* From one age to the next; with has_process false, that part is added up elsewhere. */
static void project(const struct hz_multivariate *fit, size_t k, bool has_process,
                    struct projection *p)
{
    const size_t triangles = fit->triangles;
    const double *f = fit->factor + k * triangles;
    const double scale = 1 - (double)fit->choice.average / 2;
    for (size_t a = 0; a < triangles; a++)
        for (size_t b = 0; b < triangles; b++) {
            const double spread = spread_at(fit, k, a, b);
            double *parameter = gsl_matrix_ptr(p->parameter, a, b);
            double *process = gsl_matrix_ptr(p->process, a, b);
            const double product =
                fit->choice.mse_rule == HZ_MSE_INDEPENDENT ? spread * *parameter : 0;
            *parameter = f[a] * f[b] * *parameter + p->value[a] * p->value[b] * spread + product;
            if (has_process)
                *process = f[a] * f[b] * *process + pow(p->value[a], scale) *
                                                        pow(p->value[b], scale) *
                                                        *sigma_at(fit, k, a, b);
        }
    for (size_t m = 0; m < triangles; m++)
        p->value[m] *= f[m];
}

static double sum_of(const gsl_matrix *matrix)
{
    double sum = 0;
    for (size_t a = 0; a < matrix->size1; a++)
        for (size_t b = 0; b < matrix->size2; b++)
            sum += gsl_matrix_get(matrix, a, b);
    return sum;
}

/* The errors of a row, of each triangle and of the portfolio. */
static void set_errors(struct hz_multivariate *fit, size_t row, const gsl_matrix *process,
                       const gsl_matrix *parameter)
{
    const size_t triangles = fit->triangles;
    for (size_t m = 0; m <= triangles; m++) {
        const size_t at = row * (triangles + 1) + m;
        const double chance = m < triangles ? gsl_matrix_get(process, m, m) : sum_of(process);
        const double error = m < triangles ? gsl_matrix_get(parameter, m, m) : sum_of(parameter);
        fit->process_se[at] = sqrt(fmax(chance, 0));
        fit->parameter_se[at] = sqrt(fmax(error, 0));
        fit->se[at] = sqrt(fmax(chance + error, 0));
    }
}

static void set_values(struct hz_multivariate *fit, size_t o, const double ultimate[])
{
    const size_t triangles = fit->triangles, width = triangles + 1;
    for (size_t m = 0; m < triangles; m++) {
        const double latest = hz_triangle_latest(fit->triangle[m], o);
        const size_t cell[] = {o * width + m, o * width + triangles, fit->origins * width + m,
                               fit->origins * width + triangles};
        for (size_t c = 0; c < HZ_COUNT(cell); c++) {
            fit->latest[cell[c]] += latest;
            fit->ultimate[cell[c]] += ultimate[m];
            fit->ibnr[cell[c]] += ultimate[m] - latest;
        }
    }
}

/* Origins one by one, and the parameter errors of their sum, which share the factors. */
static void predict(struct hz_multivariate *fit, struct hz_arena *arena)
{
    const size_t triangles = fit->triangles;
    struct projection own, all;
    gsl_matrix *process = gsl_matrix_calloc(triangles, triangles);
    double *projected =
        hz_arena_allocate(arena, fit->origins * triangles * fit->ages, sizeof *projected);
    open_projection(&own, triangles, arena);
    open_projection(&all, triangles, arena);
    for (size_t o = 0; o < fit->origins; o++) {
        const size_t latest = fit->triangle[0]->latest[o];
        gsl_matrix_set_zero(own.process);
        gsl_matrix_set_zero(own.parameter);
        for (size_t m = 0; m < triangles; m++)
            own.value[m] = hz_triangle_latest(fit->triangle[m], o);
        for (size_t k = latest; k + 1 < fit->ages; k++) {
            for (size_t m = 0; m < triangles; m++)
                projected[(k * fit->origins + o) * triangles + m] = own.value[m];
            project(fit, k, true, &own);
        }
        set_values(fit, o, own.value);
        set_errors(fit, o, own.process, own.parameter);
        gsl_matrix_add(process, own.process);
    }
    for (size_t k = 0; k + 1 < fit->ages; k++) {
        for (size_t m = 0; m < triangles; m++) {
            all.value[m] = 0;
            for (size_t o = 0; o < fit->origins; o++)
                all.value[m] += projected[(k * fit->origins + o) * triangles + m];
        }
        project(fit, k, false, &all);
    }
    set_errors(fit, fit->origins, process, all.parameter);
    gsl_matrix_free(process);
    close_projection(&own);
    close_projection(&all);
}

static bool check(const struct hz_multivariate *fit, struct hz_error *err)
{
    const struct hz_triangle *first = fit->triangle[0];
    if (fit->triangles > HZ_MULTIVARIATE_MOST)
        return hz_error_set(err, HZ_ERROR_DATA, first->place,
                            _("%zu triangles in one portfolio, expected at most %d: part them by "
                              "another column"),
                            fit->triangles, HZ_MULTIVARIATE_MOST);
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
            return hz_error_set(err, HZ_ERROR_DATA, fit->triangle[0]->place,
                                _("the portfolio comes to a figure too large to count with"));
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
        if (!fit_step(fit, k, err))
            return false;
    predict(fit, arena);
    return check_range(fit, err);
}

/* multivariate_predict.c: see multivariate_predict.h. */

#include "reserve/multivariate_predict.h"

#include <gsl/gsl_blas.h>
#include <math.h>
#include <string.h>

/* Values as they are projected, and the two covariance matrices of them. */
struct projection {
    double *value, *next;
    double origins; /* that they are the sum of */
    gsl_matrix *process, *parameter;
};

static void open_projection(struct projection *p, size_t triangles, struct hz_arena *arena)
{
    p->value = hz_arena_allocate(arena, triangles, sizeof *p->value);
    p->next = hz_arena_allocate(arena, triangles, sizeof *p->next);
    p->origins = 1;
    p->process = gsl_matrix_calloc(triangles, triangles);
    p->parameter = gsl_matrix_calloc(triangles, triangles);
}

static void close_projection(struct projection *p)
{
    gsl_matrix_free(p->process);
    gsl_matrix_free(p->parameter);
}

/* Regressor u of triangle m: the number of origins, or a value. */
static double regressor(const struct hz_multivariate_step *step, const struct projection *p,
                        size_t m, size_t u)
{
    if (step->has_intercept && u == 0)
        return p->origins;
    return p->value[step->is_general ? u - step->has_intercept : m];
}

/* The coefficient of triangle j's value in the regression of m. */
static double coefficient(const struct hz_multivariate_step *step, size_t m, size_t j)
{
    if (!step->is_general)
        return j == m ? step->coefficient[m * step->regressors + step->has_intercept] : 0;
    return step->coefficient[m * step->regressors + step->has_intercept + j];
}

/* From what was known of the values before: B M B'. */
static void carry(const struct hz_multivariate_step *step, gsl_matrix *matrix)
{
    const size_t triangles = matrix->size1;
    gsl_matrix *b = gsl_matrix_alloc(triangles, triangles);
    gsl_matrix *half = gsl_matrix_alloc(triangles, triangles);
    for (size_t m = 0; m < triangles; m++)
        for (size_t j = 0; j < triangles; j++)
            gsl_matrix_set(b, m, j, coefficient(step, m, j));
    gsl_blas_dgemm(CblasNoTrans, CblasNoTrans, 1, b, matrix, 0, half);
    gsl_blas_dgemm(CblasNoTrans, CblasTrans, 1, half, b, 0, matrix);
    gsl_matrix_free(b);
    gsl_matrix_free(half);
}

/*
 * What comes from the coefficients of two triangles at this age; `before` is what was known of the
 * values, for the rule that takes coefficients and values as independent, or NULL.
 */
static double coefficient_error(const struct hz_multivariate_step *step, const struct projection *p,
                                size_t a, size_t b, const gsl_matrix *before)
{
    const size_t width = p->process->size1 * step->regressors;
    double sum = 0;
    for (size_t u = 0; u < step->regressors; u++)
        for (size_t v = 0; v < step->regressors; v++) {
            double both = regressor(step, p, a, u) * regressor(step, p, b, v);
            const bool are_values =
                u >= (size_t)step->has_intercept && v >= (size_t)step->has_intercept;
            if (before && are_values)
                both += step->is_general ? gsl_matrix_get(before, u - step->has_intercept,
                                                          v - step->has_intercept)
                                         : gsl_matrix_get(before, a, b);
            sum +=
                both * step->spread[(a * step->regressors + u) * width + b * step->regressors + v];
        }
    return sum;
}

/* From one age to the next; with has_process false, that part is added up elsewhere. */
static void project(const struct hz_multivariate *fit, size_t k, bool has_process,
                    struct projection *p)
{
    const size_t triangles = fit->triangles;
    const struct hz_multivariate_step *step = &fit->step[k];
    const double scale = 1 - (double)fit->choice.average / 2;
    const bool is_independent = fit->choice.mse_rule == HZ_MSE_INDEPENDENT;
    gsl_matrix *before = gsl_matrix_alloc(triangles, triangles);
    gsl_matrix_memcpy(before, p->parameter);
    carry(step, p->parameter);
    if (has_process)
        carry(step, p->process);
    for (size_t a = 0; a < triangles; a++)
        for (size_t b = 0; b < triangles; b++) {
            *gsl_matrix_ptr(p->parameter, a, b) +=
                coefficient_error(step, p, a, b, is_independent ? before : NULL);
            if (has_process)
                *gsl_matrix_ptr(p->process, a, b) += pow(p->value[a], scale) *
                                                     pow(p->value[b], scale) *
                                                     *hz_multivariate_sigma(fit, k, a, b);
        }
    for (size_t m = 0; m < triangles; m++) {
        p->next[m] = 0;
        for (size_t u = 0; u < step->regressors; u++)
            p->next[m] += step->coefficient[m * step->regressors + u] * regressor(step, p, m, u);
    }
    memcpy(p->value, p->next, triangles * sizeof *p->value);
    gsl_matrix_free(before);
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
void hz_multivariate_predict(struct hz_multivariate *fit, struct hz_arena *arena)
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
        all.origins = 0;
        for (size_t o = 0; o < fit->origins; o++)
            all.origins += fit->triangle[0]->latest[o] <= k;
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

double hz_multivariate_intercept(const struct hz_multivariate *fit, size_t k, size_t m)
{
    const struct hz_multivariate_step *step = &fit->step[k];
    return step->has_intercept ? step->coefficient[m * step->regressors] : 0;
}

double hz_multivariate_factor(const struct hz_multivariate *fit, size_t k, size_t m, size_t j)
{
    const struct hz_multivariate_step *step = &fit->step[k];
    return j == m || step->is_general ? coefficient(step, m, j) : (double)NAN;
}

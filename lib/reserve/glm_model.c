/* glm_model.c: see glm_model.h. */

#include "reserve/glm_model.h"

#include "base/memory.h"
#include "reserve/glm.h"
#include "reserve/glm_negative.h"

#include <gsl/gsl_blas.h>
#include <gsl/gsl_errno.h>
#include <gsl/gsl_linalg.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { ITERATIONS_MOST = 500, HALVINGS_MOST = 30, NEWTON_MOST = 100 };

static const size_t none = HZ_GLM_NONE;

static size_t cells_of(const struct hz_glm_model *m)
{
    return m->triangle->origins * m->triangle->ages;
}

void hz_glm_open(struct hz_glm_model *m, const struct hz_triangle *triangle, double power)
{
    const size_t cells = triangle->origins * triangle->ages;
    *m = (struct hz_glm_model){.triangle = triangle, .power = power, .classes = triangle->origins};
    m->increment = hz_allocate(cells, sizeof *m->increment);
    m->mean = hz_allocate(cells, sizeof *m->mean);
    m->of = hz_allocate(cells, sizeof *m->of);
    m->offset = hz_allocate(triangle->origins, sizeof *m->offset);
    m->sign = hz_allocate(triangle->ages, sizeof *m->sign);
    m->column = hz_allocate(triangle->ages, sizeof *m->column);
    hz_triangle_increments(triangle, m->increment);
    for (size_t k = 0; k < triangle->ages; k++)
        m->sign[k] = 1;
    for (size_t c = 0; c < cells; c++)
        m->of[c] = c / triangle->ages;
}

void hz_glm_close(struct hz_glm_model *m)
{
    free(m->increment);
    free(m->mean);
    free(m->of);
    free(m->offset);
    free(m->sign);
    free(m->row);
    free(m->column);
    free(m->level);
    gsl_matrix_free(m->information);
    gsl_matrix_free(m->covariance);
    gsl_vector_free(m->work);
}

/* ---- Setting up */

/* Cells by the calendar period in which they are added, in the smallest step between ages. */
static bool sort_by_calendar(struct hz_glm_model *m, struct hz_error *err)
{
    const struct hz_triangle *t = m->triangle;
    const size_t youngest = t->origins - 1;
    const double begin =
        t->age[t->first[0]] - t->ages_per_origin * hz_triangle_origins_between(t, 0, youngest);
    m->classes = 0;
    for (size_t c = 0; c < cells_of(m); c++) {
        const size_t o = c / t->ages, k = c % t->ages;
        const double at =
            (t->age[k] - t->ages_per_origin * hz_triangle_origins_between(t, o, youngest) - begin) /
            t->step;
        const bool is_known = t->ages_per_origin > 0 && fabs(at - round(at)) < 1e-6 &&
                              (at > -0.5 || isnan(m->increment[c])) && at < HZ_TRIANGLE_MOST;
        if (!is_known)
            return hz_error_set(err, HZ_ERROR_DATA, t->place,
                                _("the calendar periods cannot be told: origins are to follow each "
                                  "other by whole steps of age"));
        m->of[c] = at > 0 ? (size_t)llround(at) : 0;
        if (!isnan(m->increment[c]) && m->of[c] >= m->classes)
            m->classes = m->of[c] + 1;
    }
    return true;
}

bool hz_glm_has_negative(const struct hz_glm_model *m)
{
    for (size_t c = 0; c < cells_of(m); c++)
        if (m->increment[c] < 0)
            return true;
    return false;
}

static bool take(struct hz_glm_model *m, enum hz_negative negative, struct hz_error *err)
{
    size_t origin;
    switch (negative) {
    case HZ_NEGATIVE_AUTO:
    case HZ_NEGATIVE_QUASI:
        return true;
    case HZ_NEGATIVE_DROP:
        hz_negative_drop(m->triangle, m->increment);
        return true;
    case HZ_NEGATIVE_OFFSET:
        m->constant = hz_negative_offset(m->triangle, m->increment);
        return true;
    case HZ_NEGATIVE_POOL:
        if (hz_negative_pool(m->triangle, m->increment, &origin))
            return true;
        m->is_unfit = true;
        return hz_error_set(err, HZ_ERROR_DATA, m->triangle->place,
                            _("origin %.*s adds up to less than 0: its negative amounts cannot be "
                              "pooled with the others (--negative drop leaves them out)"),
                            HZ_TEXT_ARGS(m->triangle->origin[origin]));
    }
    abort(); /* there is no other */
}

/* Zeros of a class or an age that has nothing else are left out: their mean is 0. */
static void leave_out_zeros(struct hz_glm_model *m)
{
    double *size = hz_allocate(m->classes + m->triangle->ages, sizeof *size);
    for (size_t c = 0; c < cells_of(m); c++)
        if (!isnan(m->increment[c])) {
            size[m->of[c]] += fabs(m->increment[c]);
            size[m->classes + c % m->triangle->ages] += fabs(m->increment[c]);
        }
    for (size_t c = 0; c < cells_of(m); c++)
        if (!isnan(m->increment[c]) &&
            (!(size[m->of[c]] > 0) || !(size[m->classes + c % m->triangle->ages] > 0)))
            m->increment[c] = (double)NAN;
    free(size);
}

/* An age whose amounts add up to less than 0 has negative means. */
static void find_signs(struct hz_glm_model *m)
{
    for (size_t k = 0; k < m->triangle->ages; k++) {
        double sum = 0;
        for (size_t o = 0; o < m->triangle->origins; o++) {
            const double increment = m->increment[o * m->triangle->ages + k];
            sum += isnan(increment) ? 0 : increment;
        }
        m->sign[k] = sum < 0 ? -1 : 1;
    }
}

/* Numbers the parameters of the classes and ages that have cells. */
static void number_parameters(struct hz_glm_model *m)
{
    const size_t ages = m->triangle->ages;
    m->row = hz_allocate(m->classes, sizeof *m->row);
    m->first = none;
    for (size_t i = 0; i < m->classes; i++)
        m->row[i] = none;
    for (size_t k = 0; k < ages; k++)
        m->column[k] = none;
    for (size_t c = 0; c < cells_of(m); c++)
        if (!isnan(m->increment[c])) {
            m->row[m->of[c]] = m->column[c % ages] = 0;
            m->cells++;
        }
    for (size_t i = 0; i < m->classes; i++)
        if (m->row[i] != none)
            m->row[i] = m->parameters++;
    for (size_t k = 0; k < ages; k++)
        if (m->column[k] != none) {
            const bool is_first = m->first == none;
            m->first = is_first ? k : m->first;
            m->column[k] = is_first ? none : m->parameters++;
        }
}

bool hz_glm_set_up(struct hz_glm_model *m, enum hz_negative negative, struct hz_error *err)
{
    if (m->design == HZ_GLM_AGE_CALENDAR && !sort_by_calendar(m, err))
        return false;
    leave_out_zeros(m);
    if (!take(m, negative, err))
        return false;
    if (negative == HZ_NEGATIVE_POOL || negative == HZ_NEGATIVE_DROP)
        leave_out_zeros(m);
    find_signs(m);
    number_parameters(m);
    if (m->parameters == 0)
        return hz_error_set(err, HZ_ERROR_DATA, m->triangle->place,
                            _("nothing but zeros: there is no model to fit"));
    if (m->parameters > HZ_GLM_MOST)
        return hz_error_set(err, HZ_ERROR_DATA, m->triangle->place,
                            _("%zu levels: a generalised linear model is fitted to at most %d"),
                            m->parameters + 1, HZ_GLM_MOST + 1);
    m->level = hz_allocate(m->parameters, sizeof *m->level);
    m->information = gsl_matrix_calloc(m->parameters, m->parameters);
    m->covariance = gsl_matrix_calloc(m->parameters, m->parameters);
    m->work = gsl_vector_calloc(m->parameters);
    return true;
}

/* ---- The design */

bool hz_glm_is_zero(const struct hz_glm_model *m, size_t c)
{
    const size_t k = c % m->triangle->ages;
    return (m->of[c] < m->classes && m->row[m->of[c]] == none) ||
           (m->column[k] == none && k != m->first);
}

/*
 * A calendar period to come lies on the line, by least squares, through the levels of those that
 * are observed, but for the first, a single cell: adds a multiple of what makes up its level.
 */
static void add_calendar_ahead(const struct hz_glm_model *m, size_t class, double by,
                               gsl_vector *sum)
{
    double n = 0, mean = 0, squares = 0;
    const size_t from = m->classes > 2 ? 1 : 0;
    for (size_t i = from; i < m->classes; i++)
        if (m->row[i] != none) {
            const double away = (double)i - mean;
            n++;
            mean += away / n;
            squares += away * ((double)i - mean);
        }
    for (size_t i = from; i < m->classes; i++)
        if (m->row[i] != none)
            *gsl_vector_ptr(sum, m->row[i]) +=
                by *
                (1 / n + (squares > 0 ? ((double)class - mean) * ((double)i - mean) / squares : 0));
}

void hz_glm_add_row(const struct hz_glm_model *m, size_t c, double by, gsl_vector *sum)
{
    const size_t j = m->column[c % m->triangle->ages];
    if (m->of[c] < m->classes)
        *gsl_vector_ptr(sum, m->row[m->of[c]]) += by;
    else
        add_calendar_ahead(m, m->of[c], by, sum);
    if (j != none)
        *gsl_vector_ptr(sum, j) += by;
}

/* The logarithm of the size of a cell's mean. */
static double predictor(const struct hz_glm_model *m, size_t c)
{
    const size_t j = m->column[c % m->triangle->ages];
    double level = m->offset[c / m->triangle->ages] + (j == none ? 0 : m->level[j]);
    if (m->of[c] < m->classes)
        return level + m->level[m->row[m->of[c]]];
    gsl_vector_set_zero(m->work);
    add_calendar_ahead(m, m->of[c], 1, m->work);
    for (size_t i = 0; i < m->parameters; i++)
        level += gsl_vector_get(m->work, i) * m->level[i];
    return level;
}

double hz_glm_variance(const struct hz_glm_model *m, double mean)
{
    const double size = fabs(mean);
    return pow(size, m->power) + (m->theta > 0 ? size * size / m->theta : 0);
}

double hz_glm_weight(const struct hz_glm_model *m, size_t c)
{
    return m->theta > 0 ? m->mean[c] * m->mean[c] / hz_glm_variance(m, m->mean[c])
                        : pow(fabs(m->mean[c]), 2 - m->power);
}

/* ---- Fitting */

/*
 * The Cholesky factor, in the lower half; false if the matrix is not positive definite by more than
 * rounding: a pivot is what is left of the diagonal, which is the square of the factor's row.
 */
static bool decompose(gsl_matrix *matrix)
{
    if (gsl_linalg_cholesky_decomp1(matrix) != GSL_SUCCESS)
        return false;
    for (size_t j = 0; j < matrix->size1; j++) {
        const gsl_vector_const_view row = gsl_matrix_const_subrow(matrix, j, 0, j + 1);
        const double whole = gsl_blas_dnrm2(&row.vector), pivot = gsl_matrix_get(matrix, j, j);
        if (!(pivot * pivot > 1e-14 * whole * whole) || !isfinite(pivot))
            return false;
    }
    return true;
}

/* X'WX of the cells with an increment. */
static void gather(const struct hz_glm_model *m,
                   double (*weight)(const struct hz_glm_model *, size_t c), gsl_matrix *sum)
{
    const size_t ages = m->triangle->ages;
    gsl_matrix_set_zero(sum);
    for (size_t c = 0; c < cells_of(m); c++) {
        if (isnan(m->increment[c]))
            continue;
        const size_t i = m->row[m->of[c]], j = m->column[c % ages];
        const double w = weight(m, c);
        *gsl_matrix_ptr(sum, i, i) += w;
        if (j == none)
            continue;
        *gsl_matrix_ptr(sum, j, j) += w;
        *gsl_matrix_ptr(sum, i, j) += w;
        *gsl_matrix_ptr(sum, j, i) += w;
    }
}

bool hz_glm_factorise(struct hz_glm_model *m,
                      double (*weight)(const struct hz_glm_model *, size_t c))
{
    gather(m, weight, m->information);
    return decompose(m->information);
}

/* Begins at what was observed, kept away from 0. */
static void begin(struct hz_glm_model *m)
{
    double size = 0;
    for (size_t c = 0; c < cells_of(m); c++)
        size += isnan(m->increment[c]) ? 0 : fabs(m->increment[c]) / (double)m->cells;
    for (size_t c = 0; c < cells_of(m); c++) {
        const int sign = m->sign[c % m->triangle->ages];
        m->mean[c] = sign * fmax(sign * m->increment[c], 0.01 * size);
    }
}

/* The means that the levels give, of all cells; how far the furthest has moved, relatively. */
static double set_means(struct hz_glm_model *m)
{
    double moved = 0;
    for (size_t c = 0; c < cells_of(m); c++) {
        const bool is_zero = hz_glm_is_zero(m, c);
        const double mean = is_zero ? 0 : m->sign[c % m->triangle->ages] * exp(predictor(m, c));
        if (!isnan(m->increment[c]))
            moved = fmax(moved, fabs((mean - m->mean[c]) / mean));
        m->mean[c] = mean;
    }
    return moved;
}

/* One step of iteratively reweighted least squares: the levels of log m + (X - m) / m. */
static bool step(struct hz_glm_model *m)
{
    if (!hz_glm_factorise(m, hz_glm_weight))
        return false;
    gsl_vector_set_zero(m->work);
    for (size_t c = 0; c < cells_of(m); c++)
        if (!isnan(m->increment[c]))
            hz_glm_add_row(m, c,
                           hz_glm_weight(m, c) *
                               (log(fabs(m->mean[c])) - m->offset[c / m->triangle->ages] +
                                (m->increment[c] - m->mean[c]) / m->mean[c]),
                           m->work);
    gsl_blas_dtrsv(CblasLower, CblasNoTrans, CblasNonUnit, m->information, m->work);
    gsl_blas_dtrsv(CblasLower, CblasTrans, CblasNonUnit, m->information, m->work);
    for (size_t i = 0; i < m->parameters; i++)
        m->level[i] = gsl_vector_get(m->work, i);
    return true;
}

bool hz_glm_refuse_fit(struct hz_glm_model *m, struct hz_error *err)
{
    m->is_unfit = true;
    return hz_error_set(err, HZ_ERROR_DATA, m->triangle->place,
                        _("no means fit these increments with variance power %.15g: those of 0 and "
                          "below outweigh the others, or too few cells tell the levels apart; "
                          "another --negative may do, or the chain ladder"),
                        m->power);
}

/* What the fit makes small: minus the quasi-likelihood. */
static double loss(const struct hz_glm_model *m)
{
    double sum = 0;
    for (size_t c = 0; c < cells_of(m); c++) {
        if (isnan(m->increment[c]))
            continue;
        const double mean = fabs(m->mean[c]), p = m->power;
        const double x = m->sign[c % m->triangle->ages] * m->increment[c];
        if (m->theta > 0)
            sum += (x + m->theta) * log1p(mean / m->theta) - x * log(mean);
        else if (p == 1)
            sum += mean - x * log(mean);
        else if (p == 2)
            sum += x / mean + log(mean);
        else
            sum += pow(mean, 2 - p) / (2 - p) - x * pow(mean, 1 - p) / (1 - p);
    }
    return sum;
}

/* A step that does not come nearer is halved, as long as there is a step before. */
static double come_nearer(struct hz_glm_model *m, const double before[], double *least)
{
    double moved = set_means(m), now = loss(m);
    for (int i = 0; i < HALVINGS_MOST && !(now <= *least + 1e-9 * fabs(*least)); i++) {
        for (size_t j = 0; j < m->parameters; j++)
            m->level[j] = (m->level[j] + before[j]) / 2;
        moved = fmax(set_means(m), 1e-6); /* not yet there, whatever it moved */
        now = loss(m);
    }
    *least = now;
    return moved;
}

/* Fisher's scoring, from what was observed. */
static bool score(struct hz_glm_model *m, struct hz_error *err)
{
    double moved = (double)INFINITY, least = (double)INFINITY;
    double *before = hz_allocate(m->parameters, sizeof *before);
    bool done = true;
    begin(m);
    for (int i = 0; i < ITERATIONS_MOST && done && !(moved < 1e-13); i++) {
        const double last = moved;
        memcpy(before, m->level, m->parameters * sizeof *before);
        done = step(m);
        if (!done)
            break;
        moved = come_nearer(m, before, &least);
        done = isfinite(moved) || i == 0;
        /* Where rounding keeps it from coming nearer, this is as near as it comes. */
        if (moved < 1e-11 && moved >= last)
            break;
    }
    free(before);
    return (done && moved < 1e-11) || hz_glm_refuse_fit(m, err);
}

static double signed_mean(const struct hz_glm_model *m, size_t c)
{
    return m->mean[c];
}

static bool has_negative_age(const struct hz_glm_model *m)
{
    for (size_t k = 0; k < m->triangle->ages; k++)
        if (m->sign[k] < 0)
            return true;
    return false;
}

/* What is observed less what is expected, by parameter. */
static void leave(const struct hz_glm_model *m, gsl_vector *sum)
{
    gsl_vector_set_zero(sum);
    for (size_t c = 0; c < cells_of(m); c++)
        if (!isnan(m->increment[c]))
            hz_glm_add_row(m, c, m->increment[c] - m->mean[c], sum);
}

/* Newton's way to means whose sums by class and age are those observed. */
static bool balance(struct hz_glm_model *m, gsl_matrix *sums, gsl_permutation *order,
                    struct hz_error *err)
{
    double moved = (double)INFINITY;
    int swaps;
    for (int i = 0; i < NEWTON_MOST && !(moved < 1e-12); i++) {
        gather(m, signed_mean, sums);
        leave(m, m->work);
        if (gsl_linalg_LU_decomp(sums, order, &swaps) != GSL_SUCCESS ||
            gsl_linalg_LU_svx(sums, order, m->work) != GSL_SUCCESS)
            return hz_glm_refuse_fit(m, err);
        for (size_t j = 0; j < m->parameters; j++)
            m->level[j] += gsl_vector_get(m->work, j);
        moved = set_means(m);
        if (!isfinite(moved))
            break;
    }
    return moved < 1e-9 || hz_glm_refuse_fit(m, err);
}

/* D^-1 V D^-1, D from the signed means, V from their sizes, which is factorised. */
static bool balance_and_spread(struct hz_glm_model *m, struct hz_error *err)
{
    const size_t n = m->parameters;
    gsl_matrix *sums = gsl_matrix_alloc(n, n), *inverse = gsl_matrix_alloc(n, n);
    gsl_matrix *half = gsl_matrix_alloc(n, n);
    gsl_permutation *order = gsl_permutation_alloc(n);
    int swaps;
    bool done = balance(m, sums, order, err);
    if (done) {
        gather(m, signed_mean, sums);
        done = (gsl_linalg_LU_decomp(sums, order, &swaps) == GSL_SUCCESS &&
                gsl_linalg_LU_invert(sums, order, inverse) == GSL_SUCCESS) ||
               hz_glm_refuse_fit(m, err);
    }
    if (done) {
        gather(m, hz_glm_weight, sums);
        gsl_blas_dgemm(CblasNoTrans, CblasNoTrans, 1, inverse, sums, 0, half);
        gsl_blas_dgemm(CblasNoTrans, CblasTrans, 1, half, inverse, 0, m->covariance);
        done = hz_glm_factorise(m, hz_glm_weight) || hz_glm_refuse_fit(m, err);
    }
    gsl_matrix_free(sums);
    gsl_matrix_free(inverse);
    gsl_matrix_free(half);
    gsl_permutation_free(order);
    return done;
}

bool hz_glm_fit(struct hz_glm_model *m, struct hz_error *err)
{
    if (!score(m, err))
        return false;
    if (m->power == 1 && !(m->theta > 0) && has_negative_age(m))
        return balance_and_spread(m, err);
    if (!hz_glm_factorise(m, hz_glm_weight))
        return hz_glm_refuse_fit(m, err);
    gsl_matrix_memcpy(m->covariance, m->information);
    gsl_linalg_cholesky_invert(m->covariance);
    return true;
}

bool hz_glm_disperse(struct hz_glm_model *m, struct hz_error *err)
{
    m->chi_square = 0;
    for (size_t c = 0; c < cells_of(m); c++)
        if (!isnan(m->increment[c])) {
            const double off = m->increment[c] - m->mean[c];
            m->chi_square += off * off / hz_glm_variance(m, m->mean[c]);
        }
    if (m->cells <= m->parameters)
        return hz_error_set(err, HZ_ERROR_DATA, m->triangle->place,
                            _("%zu cells are too few to estimate the spread about %zu parameters"),
                            m->cells, m->parameters);
    m->phi = m->theta > 0 ? 1 : m->chi_square / (double)(m->cells - m->parameters);
    return true;
}

double hz_glm_quadratic(const struct hz_glm_model *m, const gsl_vector *v)
{
    double square;
    gsl_blas_dgemv(CblasNoTrans, 1, m->covariance, v, 0, m->work);
    gsl_blas_ddot(v, m->work, &square);
    return square;
}

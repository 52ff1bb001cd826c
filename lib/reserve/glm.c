/* glm.c: see glm.h. */

#include "reserve/glm.h"

#include "base/memory.h"
#include "reserve/glm_density.h"

#include <gsl/gsl_blas.h>
#include <gsl/gsl_errno.h>
#include <gsl/gsl_linalg.h>
#include <gsl/gsl_min.h>
#include <math.h>
#include <stdlib.h>

enum { ITERATIONS_MOST = 500 };

static const size_t none = (size_t)-1;

/* A model of the cells of a triangle: cell c is origin c / ages, column c % ages. */
struct model {
    const struct hz_triangle *triangle;
    double power;
    double theta;      /* of the negative binomial model; 0: another */
    double *increment; /* NaN: not observed, or left out */
    double *mean;      /* of those */
    size_t cells;      /* observed */
    size_t *row;       /* the parameter of each origin; none: all its amounts are 0 */
    size_t *column;    /* of each age; none: all its amounts are 0, or it is the first */
    size_t first;      /* the age without a parameter of its own */
    size_t parameters;
    double *level;           /* the parameters */
    gsl_matrix *information; /* X'WX, then its Cholesky factor */
    gsl_vector *work;
    double phi;
};

static bool has_cell(const double increment[], size_t from, size_t count, size_t step)
{
    for (size_t i = 0; i < count; i++)
        if (!isnan(increment[from + i * step]))
            return true;
    return false;
}

/* Numbers the parameters of the origins and ages that have cells. */
static void number_parameters(struct model *m)
{
    const size_t origins = m->triangle->origins, ages = m->triangle->ages;
    m->first = none;
    for (size_t o = 0; o < origins; o++)
        m->row[o] = has_cell(m->increment, o * ages, ages, 1) ? m->parameters++ : none;
    for (size_t k = 0; k < ages; k++) {
        m->column[k] = none;
        if (!has_cell(m->increment, k, origins, ages))
            continue;
        if (m->first == none)
            m->first = k;
        else
            m->column[k] = m->parameters++;
    }
    for (size_t c = 0; c < origins * ages; c++)
        m->cells += isnan(m->increment[c]) ? 0 : 1;
}

static void open_model(struct model *m, const struct hz_triangle *triangle, double power)
{
    const size_t cells = triangle->origins * triangle->ages;
    *m = (struct model){.triangle = triangle, .power = power};
    m->increment = hz_allocate(cells, sizeof(double));
    m->mean = hz_allocate(cells, sizeof(double));
    m->row = hz_allocate(triangle->origins, sizeof(size_t));
    m->column = hz_allocate(triangle->ages, sizeof(size_t));
}

static void close_model(struct model *m)
{
    free(m->increment);
    free(m->mean);
    free(m->row);
    free(m->column);
    free(m->level);
    gsl_matrix_free(m->information);
    gsl_vector_free(m->work);
}

static bool set_up(struct model *m, struct hz_error *err)
{
    number_parameters(m);
    if (m->parameters == 0)
        return hz_error_set(err, HZ_ERROR_DATA, m->triangle->place,
                            _("nothing but zeros: there is no model to fit"));
    if (m->parameters > HZ_GLM_MOST)
        return hz_error_set(err, HZ_ERROR_DATA, m->triangle->place,
                            _("%zu origins and ages: a generalised linear model is fitted to at "
                              "most %d"),
                            m->parameters + 1, HZ_GLM_MOST + 1);
    m->level = hz_allocate(m->parameters, sizeof(double));
    m->information = gsl_matrix_calloc(m->parameters, m->parameters);
    m->work = gsl_vector_calloc(m->parameters);
    return true;
}

/* Adds a multiple of a cell's row of the design. */
static void add_row(const struct model *m, size_t c, double by, gsl_vector *sum)
{
    const size_t i = m->row[c / m->triangle->ages], j = m->column[c % m->triangle->ages];
    *gsl_vector_ptr(sum, i) += by;
    if (j != none)
        *gsl_vector_ptr(sum, j) += by;
}

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

/*
 * X'WX of the cells with an increment, and its Cholesky factor; false if levels run into each
 * other.
 */
static bool factorise(struct model *m, double (*weight)(const struct model *, size_t c))
{
    const size_t ages = m->triangle->ages;
    gsl_matrix_set_zero(m->information);
    for (size_t c = 0; c < m->triangle->origins * ages; c++) {
        if (isnan(m->increment[c]))
            continue;
        const size_t i = m->row[c / ages], j = m->column[c % ages];
        const double w = weight(m, c);
        *gsl_matrix_ptr(m->information, i, i) += w;
        if (j == none)
            continue;
        *gsl_matrix_ptr(m->information, j, j) += w;
        *gsl_matrix_ptr(m->information, i, j) += w;
        *gsl_matrix_ptr(m->information, j, i) += w;
    }
    return decompose(m->information);
}

/* v' (X'WX)^-1 v; v becomes the Cholesky factor's inverse times v. */
static double quadratic(const struct model *m, gsl_vector *v)
{
    double square;
    gsl_blas_dtrsv(CblasLower, CblasNoTrans, CblasNonUnit, m->information, v);
    gsl_blas_ddot(v, v, &square);
    return square;
}

/* The variance of an amount of that mean, without phi. */
static double variance(const struct model *m, double mean)
{
    return pow(mean, m->power) + (m->theta > 0 ? mean * mean / m->theta : 0);
}

static double working_weight(const struct model *m, size_t c)
{
    return m->theta > 0 ? m->mean[c] * m->mean[c] / variance(m, m->mean[c])
                        : pow(m->mean[c], 2 - m->power);
}

/* Zeros of an origin or age that has nothing else are left out. */
static void leave_out_zeros(double increment[], size_t from, size_t count, size_t step)
{
    for (size_t i = 0; i < count; i++)
        if (fabs(increment[from + i * step]) > 0)
            return;
    for (size_t i = 0; i < count; i++)
        increment[from + i * step] = (double)NAN;
}

/* Begins at what was observed, kept away from 0. */
static void begin(struct model *m)
{
    const size_t ages = m->triangle->ages;
    double size = 0;
    for (size_t c = 0; c < m->triangle->origins * ages; c++)
        size += isnan(m->increment[c]) ? 0 : fabs(m->increment[c]) / (double)m->cells;
    for (size_t c = 0; c < m->triangle->origins * ages; c++)
        m->mean[c] = fmax(m->increment[c], 0.01 * size);
}

/* The means that the levels give, of all cells; how far the furthest has moved, relatively. */
static double set_means(struct model *m)
{
    const size_t ages = m->triangle->ages;
    double moved = 0;
    for (size_t c = 0; c < m->triangle->origins * ages; c++) {
        const size_t i = m->row[c / ages], k = c % ages;
        const bool is_zero = i == none || (m->column[k] == none && k != m->first);
        const double level =
            is_zero ? 0 : m->level[i] + (m->column[k] == none ? 0 : m->level[m->column[k]]);
        const double mean = is_zero ? 0 : exp(level);
        if (!isnan(m->increment[c]))
            moved = fmax(moved, fabs(mean - m->mean[c]) / mean);
        m->mean[c] = mean;
    }
    return moved;
}

/* One step of iteratively reweighted least squares: the levels of log m + (X - m) / m. */
static bool step(struct model *m)
{
    if (!factorise(m, working_weight))
        return false;
    gsl_vector_set_zero(m->work);
    for (size_t c = 0; c < m->triangle->origins * m->triangle->ages; c++)
        if (!isnan(m->increment[c]))
            add_row(m, c,
                    working_weight(m, c) *
                        (log(m->mean[c]) + (m->increment[c] - m->mean[c]) / m->mean[c]),
                    m->work);
    gsl_blas_dtrsv(CblasLower, CblasNoTrans, CblasNonUnit, m->information, m->work);
    gsl_blas_dtrsv(CblasLower, CblasTrans, CblasNonUnit, m->information, m->work);
    for (size_t i = 0; i < m->parameters; i++)
        m->level[i] = gsl_vector_get(m->work, i);
    return true;
}

static bool refuse_fit(const struct model *m, struct hz_error *err)
{
    return hz_error_set(err, HZ_ERROR_DATA, m->triangle->place,
                        _("no positive means fit these increments with variance power %.15g: "
                          "negative ones outweigh the others, or too few cells tell the origins "
                          "and ages apart; the chain ladder may do"),
                        m->power);
}

static bool fit(struct model *m, struct hz_error *err)
{
    double moved = (double)INFINITY;
    begin(m);
    for (int i = 0; i < ITERATIONS_MOST && !(moved < 1e-13); i++) {
        const double before = moved;
        if (!step(m))
            return refuse_fit(m, err);
        moved = set_means(m);
        if (!isfinite(moved) && i > 0)
            return refuse_fit(m, err);
        /* Where rounding keeps it from coming nearer, this is as near as it comes. */
        if (moved < 1e-11 && moved >= before)
            break;
    }
    if (!(moved < 1e-11) || !factorise(m, working_weight))
        return refuse_fit(m, err);
    return true;
}

static bool disperse(struct model *m, struct hz_error *err)
{
    double chi_square = 0;
    for (size_t c = 0; c < m->triangle->origins * m->triangle->ages; c++)
        if (!isnan(m->increment[c])) {
            const double off = m->increment[c] - m->mean[c];
            chi_square += off * off / variance(m, m->mean[c]);
        }
    if (m->cells <= m->parameters)
        return hz_error_set(err, HZ_ERROR_DATA, m->triangle->place,
                            _("%zu cells are too few to estimate the spread about %zu parameters"),
                            m->cells, m->parameters);
    m->phi = m->theta > 0 ? 1 : chi_square / (double)(m->cells - m->parameters);
    return true;
}

/*
 * The future of an origin: added to `total`, which may be NULL, and its process variance returned.
 */
static double look_ahead(const struct model *m, size_t o, double *expected, double payment[],
                         gsl_vector *gradient, gsl_vector *total)
{
    const size_t ages = m->triangle->ages;
    double process = 0;
    *expected = 0;
    gsl_vector_set_zero(gradient);
    for (size_t k = m->triangle->latest[o] + 1; k < ages; k++) {
        const size_t c = o * ages + k;
        payment[k - 1] = m->mean[c];
        *expected += m->mean[c];
        if (!(m->mean[c] > 0))
            continue;
        process += m->phi * variance(m, m->mean[c]);
        add_row(m, c, m->mean[c], gradient);
    }
    gsl_vector_add(total, gradient);
    return process;
}

static void set_errors(const struct model *m, struct hz_reserve *reserve, size_t o, double tail,
                       double process, gsl_vector *gradient)
{
    const double parameter = m->phi * quadratic(m, gradient);
    reserve->process_se[o] = tail * sqrt(process);
    reserve->parameter_se[o] = tail * sqrt(parameter);
    reserve->se[o] = tail * sqrt(process + parameter);
}

static void predict(const struct model *m, double tail, struct hz_reserve *reserve)
{
    const size_t ages = reserve->ages;
    gsl_vector *gradient = gsl_vector_calloc(m->parameters);
    gsl_vector *total = gsl_vector_calloc(m->parameters);
    double all_process = 0;
    for (size_t o = 0; o < reserve->origins; o++) {
        double *payment = reserve->payment + o * ages;
        double expected;
        const double process = look_ahead(m, o, &expected, payment, gradient, total);
        payment[ages - 1] = (reserve->latest[o] + expected) * (tail - 1);
        reserve->ultimate[o] = (reserve->latest[o] + expected) * tail;
        reserve->ibnr[o] = expected + payment[ages - 1];
        reserve->to_ultimate[o] = (double)NAN;
        set_errors(m, reserve, o, tail, process, gradient);
        all_process += process;
    }
    set_errors(m, reserve, reserve->origins, tail, all_process, total);
    gsl_vector_free(gradient);
    gsl_vector_free(total);
}

/* A figure of the spread that is looked for, and the error that ended the search. */
struct search {
    struct model *m;
    double log_phi; /* of the likeliest phi for the last power */
    struct hz_error *err;
};

/* How unlikely the amounts are, one by one, with the means that were fitted. */
static double unlikelihood(const struct model *m, double phi)
{
    double sum = 0;
    for (size_t c = 0; c < m->triangle->origins * m->triangle->ages; c++)
        if (!isnan(m->increment[c]))
            sum -= m->theta > 0
                       ? hz_log_negative_binomial(m->increment[c], m->mean[c], m->theta)
                       : hz_log_compound_poisson(m->increment[c], m->mean[c], phi, m->power);
    return sum;
}

static double unlikelihood_of_phi(double log_phi, void *context)
{
    const struct search *search = context;
    return unlikelihood(search->m, exp(log_phi));
}

/*
 * The nearest minimum of a curve: downhill from `at` by steps to where it rises again, then Brent's
 * way. False if it still falls at a bound, or has no value.
 */
static bool descend(gsl_function *curve, double at, double step, double least, double most,
                    double *minimum)
{
    enum { MOST = 100 };
    double here = GSL_FN_EVAL(curve, at), next = GSL_FN_EVAL(curve, at + step);
    if (next > here) {
        step = -step;
        next = GSL_FN_EVAL(curve, at + step);
    }
    for (; next < here; next = GSL_FN_EVAL(curve, at + step)) {
        at += step;
        here = next;
        if (at + step < least || at + step > most)
            return false;
    }
    if (isnan(here) || isnan(next))
        return false;
    const double width = fabs(step);
    gsl_min_fminimizer *brent = gsl_min_fminimizer_alloc(gsl_min_fminimizer_brent);
    const bool done =
        gsl_min_fminimizer_set(brent, curve, at, at - width, at + width) == GSL_SUCCESS;
    for (int i = 0; i < MOST && done; i++)
        if (gsl_min_fminimizer_iterate(brent) != GSL_SUCCESS ||
            gsl_min_fminimizer_x_upper(brent) - gsl_min_fminimizer_x_lower(brent) < 1e-7)
            break;
    *minimum = gsl_min_fminimizer_x_minimum(brent);
    gsl_min_fminimizer_free(brent);
    return done;
}

/* The profile of the power: with the means and the phi that are the likeliest for it. */
static double unlikelihood_of_power(double power, void *context)
{
    struct search *search = context;
    gsl_function phi = {.function = unlikelihood_of_phi, .params = search};
    search->m->power = power;
    if (search->err->kind != HZ_NO_ERROR || !fit(search->m, search->err) ||
        !descend(&phi, search->log_phi, 0.25, -700, 700, &search->log_phi))
        return (double)NAN;
    return unlikelihood_of_phi(search->log_phi, search);
}

static double unlikelihood_of_theta(double log_theta, void *context)
{
    const struct search *search = context;
    search->m->theta = exp(log_theta);
    return search->err->kind == HZ_NO_ERROR && fit(search->m, search->err)
               ? unlikelihood(search->m, 1)
               : (double)NAN;
}

static bool check_likelihood(const struct model *m, struct hz_error *err)
{
    for (size_t c = 0; c < m->triangle->origins * m->triangle->ages; c++)
        if (m->increment[c] < 0)
            return hz_error_set(err, HZ_ERROR_DATA, m->triangle->place,
                                _("origin %.*s, development %.15g: the amount is negative, and the "
                                  "spread is estimated by likelihood, which has none for it"),
                                HZ_TEXT_ARGS(m->triangle->origin[c / m->triangle->ages]),
                                m->triangle->age[c % m->triangle->ages]);
    return true;
}

static bool find_power(struct model *m, struct hz_error *err)
{
    struct search search = {.m = m, .err = err};
    gsl_function profile = {.function = unlikelihood_of_power, .params = &search};
    m->power = 1.5;
    if (!check_likelihood(m, err) || !fit(m, err) || !disperse(m, err))
        return false;
    double least_size = (double)INFINITY;
    for (size_t c = 0; c < m->triangle->origins * m->triangle->ages; c++)
        least_size = isnan(m->increment[c]) ? least_size : fmin(least_size, m->mean[c]);
    if (!(m->phi > 1e-14 * sqrt(least_size)))
        return hz_error_set(err, HZ_ERROR_DATA, m->triangle->place,
                            _("the amounts fit exactly: there is no spread to find a power of"));
    search.log_phi = log(m->phi);
    const double least = 1.01, most = 1.99;
    if (!descend(&profile, m->power, 0.02, least, most, &m->power))
        return err->kind == HZ_NO_ERROR &&
               hz_error_set(err, HZ_ERROR_DATA, m->triangle->place,
                            _("no power from %.15g to %.15g is likelier than those around it: "
                              "choose one, or take odp or gamma"),
                            least, most);
    return fit(m, err);
}

/* Starts from the moments: what the squares are beyond Poisson's, by m^2. */
static bool find_theta(struct model *m, struct hz_error *err)
{
    struct search search = {.m = m, .err = err};
    gsl_function profile = {.function = unlikelihood_of_theta, .params = &search};
    double squares = 0, beyond = 0, log_theta;
    if (!check_likelihood(m, err) || !fit(m, err))
        return false;
    for (size_t c = 0; c < m->triangle->origins * m->triangle->ages; c++)
        if (!isnan(m->increment[c])) {
            const double off = m->increment[c] - m->mean[c];
            squares += m->mean[c] * m->mean[c];
            beyond += off * off - m->increment[c];
        }
    if (beyond > 0 && descend(&profile, log(squares / beyond), 0.5, -30, 30, &log_theta)) {
        m->theta = exp(log_theta);
        return fit(m, err);
    }
    return err->kind == HZ_NO_ERROR &&
           hz_error_set(err, HZ_ERROR_DATA, m->triangle->place,
                        _("the amounts spread no more than Poisson numbers of their means, so that "
                          "there is no theta: take odp"));
}

/* `find` fits the means, and what is not known of the spread. */
static bool estimate(const struct hz_reserve_basis *basis, double power,
                     bool (*find)(struct model *, struct hz_error *), struct hz_reserve *reserve,
                     struct hz_error *err)
{
    const struct hz_triangle *triangle = basis->triangle;
    struct model m;
    if (basis->development->tail_fault)
        return hz_development_require(basis->development, triangle, err);
    open_model(&m, triangle, power);
    hz_triangle_increments(triangle, m.increment);
    for (size_t o = 0; o < triangle->origins; o++)
        leave_out_zeros(m.increment, o * triangle->ages, triangle->ages, 1);
    for (size_t k = 0; k < triangle->ages; k++)
        leave_out_zeros(m.increment, k, triangle->origins, triangle->ages);
    const bool done = set_up(&m, err) && find(&m, err) && disperse(&m, err);
    if (done)
        predict(&m, basis->development->factor[triangle->ages - 1], reserve);
    reserve->phi = m.phi;
    reserve->power = m.theta > 0 ? (double)NAN : m.power;
    reserve->theta = m.theta > 0 ? m.theta : (double)NAN;
    close_model(&m);
    return done;
}

bool hz_glm_odp(const struct hz_reserve_basis *basis, struct hz_reserve *reserve,
                struct hz_error *err)
{
    return estimate(basis, 1, fit, reserve, err);
}

bool hz_glm_gamma(const struct hz_reserve_basis *basis, struct hz_reserve *reserve,
                  struct hz_error *err)
{
    return estimate(basis, 2, fit, reserve, err);
}

bool hz_glm_tweedie(const struct hz_reserve_basis *basis, struct hz_reserve *reserve,
                    struct hz_error *err)
{
    return estimate(basis, basis->parameters.power,
                    isnan(basis->parameters.power) ? find_power : fit, reserve, err);
}

bool hz_glm_negative_binomial(const struct hz_reserve_basis *basis, struct hz_reserve *reserve,
                              struct hz_error *err)
{
    return estimate(basis, 1, find_theta, reserve, err);
}

static double given_weight(const struct model *m, size_t c)
{
    return m->mean[c];
}

/* x' (X'WX)^-1 x for a cell's row x, the inverse being there. */
static double variance_of(const struct model *m, size_t c)
{
    const size_t i = m->row[c / m->triangle->ages], j = m->column[c % m->triangle->ages];
    const double own = gsl_matrix_get(m->information, i, i);
    return j == none ? own
                     : own + gsl_matrix_get(m->information, j, j) +
                           2 * gsl_matrix_get(m->information, i, j);
}

bool hz_glm_hat(const struct hz_triangle *triangle, const double weight[], double hat[],
                struct hz_error *err)
{
    struct model m;
    const size_t cells = triangle->origins * triangle->ages;
    open_model(&m, triangle, 1);
    for (size_t c = 0; c < cells; c++) {
        m.mean[c] = weight[c];
        m.increment[c] = weight[c] > 0 ? weight[c] : (double)NAN;
        hat[c] = 0;
    }
    const bool done = set_up(&m, err) && (factorise(&m, given_weight) || refuse_fit(&m, err));
    if (done)
        gsl_linalg_cholesky_invert(m.information);
    for (size_t c = 0; c < cells && done; c++)
        if (weight[c] > 0)
            hat[c] = weight[c] * variance_of(&m, c);
    close_model(&m);
    return done;
}

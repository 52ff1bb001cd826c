/* paid_incurred.c: see paid_incurred.h. */

#include "reserve/paid_incurred.h"

#include "base/memory.h"
#include "reserve/expected.h"
#include "triangle/line.h"

#include <gsl/gsl_blas.h>
#include <gsl/gsl_errno.h>
#include <gsl/gsl_linalg.h>
#include <math.h>
#include <stdlib.h>

/* Steps k = 0 ... steps - 1; the parameters are phi of all steps, then psi. */
struct model {
    const struct hz_reserve_basis *basis;
    size_t steps;
    double *variance; /* sigma^2 of each step, then tau^2 */
    gsl_matrix *covariance;
    gsl_vector *mean;
    gsl_matrix *weight;  /* of the parameters in the logarithm of each origin's ultimate */
    gsl_matrix *between; /* covariances of these logarithms, by the parameters */
    double *process;     /* variance of one of them, given the parameters */
};

static double value_of(const struct model *m, bool is_incurred, size_t o, size_t k)
{
    return hz_triangle_value(is_incurred ? m->basis->incurred : m->basis->triangle, o, k);
}

static double log_ratio(const struct model *m, bool is_incurred, size_t o, size_t k)
{
    return log(value_of(m, is_incurred, o, k + 1) / value_of(m, is_incurred, o, k));
}

/* Whether an origin's link ratios from a column are there and in use. */
static bool has_step(const struct model *m, size_t o, size_t k)
{
    return m->basis->development->used[k * m->basis->triangle->origins + o];
}

/* Var of one step, NaN if it has one origin; `origins` is how many it has. */
static double variance_of(const struct model *m, bool is_incurred, size_t k, size_t *origins)
{
    double n = 0, mean = 0, squares = 0;
    for (size_t o = 0; o < m->basis->triangle->origins; o++)
        if (has_step(m, o, k)) {
            const double off = log_ratio(m, is_incurred, o, k) - mean;
            const double away = n > 0 && hz_is_same_ratio(exp(off), 1) ? 0 : off;
            mean += away / ++n;
            squares += away * away * (n - 1) / n;
        }
    *origins = (size_t)n;
    return n > 1 ? squares / (n - 1) : (double)NAN;
}

static void by_line(double variance[], size_t steps)
{
    struct hz_line line = {0};
    for (size_t k = 0; k < steps; k++)
        if (variance[k] > 0)
            hz_line_add(&line, (double)k, log(variance[k]));
    for (size_t k = 0; k < steps && line.points > 1; k++)
        if (isnan(variance[k]))
            variance[k] = exp(hz_line_at(&line, (double)k));
}

/* As Mack's rule for sigma. */
static void by_minimum(double variance[], size_t steps)
{
    for (size_t k = 2; k < steps; k++)
        if (isnan(variance[k])) {
            const double before = variance[k - 2], last = variance[k - 1];
            const double least = fmin(before, last);
            variance[k] = before > 0 ? fmin(last * last / before, least) : least;
        }
}

static bool find_variances(struct model *m, struct hz_error *err)
{
    const double least = 1e-14; /* beyond which a sum of inverses is no more exact */
    const struct hz_triangle *triangle = m->basis->triangle;
    for (int side = 0; side < 2; side++) {
        double *variance = m->variance + (size_t)side * m->steps;
        size_t origins;
        for (size_t k = 0; k < m->steps; k++) {
            variance[k] = variance_of(m, side == 1, k, &origins);
            if (origins == 0)
                return hz_error_set(err, HZ_ERROR_DATA, triangle->place,
                                    _("paid-incurred: no origin with a link ratio in use is "
                                      "observed at development %.15g and %.15g"),
                                    triangle->age[k], triangle->age[k + 1]);
        }
        if (m->basis->development->choice.sigma_rule == HZ_SIGMA_LOG_LINEAR)
            by_line(variance, m->steps);
        else
            by_minimum(variance, m->steps);
        for (size_t k = 0; k < m->steps; k++) {
            if (isnan(variance[k]))
                return hz_error_set(
                    err, HZ_ERROR_DATA, triangle->place,
                    m->basis->development->choice.sigma_rule == HZ_SIGMA_LOG_LINEAR
                        ? _("paid-incurred: one origin develops from %.15g, and there are no two "
                            "ages at which several develop differently, to draw a line through")
                        : _("paid-incurred: one origin develops from %.15g, and the rule gives no "
                            "sigma (try --sigma log-linear)"),
                    triangle->age[k]);
            variance[k] = fmax(variance[k], least);
        }
    }
    return true;
}

/* Adds what one observation, normal with a mean of the parameters times c, says of them. */
static void observe(gsl_matrix *precision, gsl_vector *sum, const gsl_vector *c, double value,
                    double variance)
{
    gsl_blas_dsyr(CblasLower, 1 / variance, c, precision);
    gsl_blas_daxpy(value / variance, c, sum);
}

static double sum_of(const double variance[], size_t from, size_t to)
{
    double sum = 0;
    for (size_t k = from; k < to; k++)
        sum += variance[k];
    return sum;
}

/* What the ratio of incurred to paid says of an origin: the steps that both have still to go. */
static void observe_latest(const struct model *m, size_t o, gsl_vector *c, gsl_matrix *precision,
                           gsl_vector *sum)
{
    const size_t k = m->basis->triangle->latest[o];
    gsl_vector_set_zero(c);
    for (size_t s = k; s < m->steps; s++) {
        gsl_vector_set(c, s, 1);
        gsl_vector_set(c, m->steps + s, -1);
    }
    if (k < m->steps)
        observe(precision, sum, c, log(value_of(m, true, o, k) / value_of(m, false, o, k)),
                sum_of(m->variance, k, m->steps) + sum_of(m->variance, m->steps + k, 2 * m->steps));
}

static bool find_parameters(struct model *m)
{
    const size_t parameters = 2 * m->steps;
    gsl_matrix *precision = gsl_matrix_calloc(parameters, parameters);
    gsl_vector *sum = gsl_vector_calloc(parameters), *c = gsl_vector_calloc(parameters);
    for (size_t o = 0; o < m->basis->triangle->origins; o++) {
        for (size_t p = 0; p < parameters; p++) {
            const bool is_incurred = p >= m->steps;
            const size_t k = is_incurred ? p - m->steps : p;
            if (!has_step(m, o, k))
                continue;
            *gsl_matrix_ptr(precision, p, p) += 1 / m->variance[p];
            *gsl_vector_ptr(sum, p) += log_ratio(m, is_incurred, o, k) / m->variance[p];
        }
        observe_latest(m, o, c, precision, sum);
    }
    const bool done = gsl_linalg_cholesky_decomp1(precision) == GSL_SUCCESS &&
                      gsl_linalg_cholesky_solve(precision, sum, m->mean) == GSL_SUCCESS &&
                      gsl_linalg_cholesky_invert(precision) == GSL_SUCCESS &&
                      gsl_matrix_memcpy(m->covariance, precision) == GSL_SUCCESS;
    gsl_matrix_free(precision);
    gsl_vector_free(sum);
    gsl_vector_free(c);
    return done;
}

/* How the steps that an origin still has go into its ultimate. */
static void weigh(struct model *m, size_t o, double *beta)
{
    const size_t k = m->basis->triangle->latest[o];
    const double paid = sum_of(m->variance, k, m->steps);
    const double all = paid + sum_of(m->variance, m->steps + k, 2 * m->steps);
    *beta = k < m->steps ? paid / all : 0;
    for (size_t s = k; s < m->steps; s++) {
        gsl_matrix_set(m->weight, o, s, 1 - *beta);
        gsl_matrix_set(m->weight, o, m->steps + s, *beta);
    }
    m->process[o] = (1 - *beta) * paid;
}

static void find_covariances(struct model *m)
{
    gsl_matrix *product = gsl_matrix_alloc(m->weight->size1, m->weight->size2);
    gsl_blas_dsymm(CblasRight, CblasLower, 1, m->covariance, m->weight, 0, product);
    gsl_blas_dgemm(CblasNoTrans, CblasTrans, 1, product, m->weight, 0, m->between);
    gsl_matrix_free(product);
}

static void predict(struct model *m, struct hz_reserve *reserve)
{
    const double tail = m->basis->development->factor[m->steps];
    double *beta = hz_allocate(reserve->origins, sizeof *beta);
    for (size_t o = 0; o < reserve->origins; o++)
        weigh(m, o, &beta[o]);
    find_covariances(m);
    for (size_t o = 0; o < reserve->origins; o++) {
        const size_t k = m->basis->triangle->latest[o];
        const gsl_vector_const_view weight = gsl_matrix_const_row(m->weight, o);
        double to_come;
        gsl_blas_ddot(&weight.vector, m->mean, &to_come);
        const double variance = m->process[o] + gsl_matrix_get(m->between, o, o);
        reserve->ultimate[o] = tail * pow(value_of(m, false, o, k), 1 - beta[o]) *
                               pow(value_of(m, true, o, k), beta[o]) * exp(to_come + variance / 2);
        reserve->ibnr[o] = reserve->ultimate[o] - reserve->latest[o];
        hz_expected_emerge(m->basis, reserve, o);
        reserve->to_ultimate[o] = (double)NAN;
    }
    free(beta);
}

static void find_errors(const struct model *m, struct hz_reserve *reserve)
{
    double all_process = 0, all_parameter = 0;
    for (size_t o = 0; o < reserve->origins; o++) {
        const double own = gsl_matrix_get(m->between, o, o);
        const double square = reserve->ultimate[o] * reserve->ultimate[o];
        const double process = square * exp(own) * expm1(m->process[o]);
        hz_reserve_set_errors(reserve, o, process, square * expm1(own));
        all_process += process;
        for (size_t other = 0; other < reserve->origins; other++)
            all_parameter += reserve->ultimate[o] * reserve->ultimate[other] *
                             expm1(gsl_matrix_get(m->between, o, other));
    }
    hz_reserve_set_errors(reserve, reserve->origins, all_process, all_parameter);
}

static bool check(const struct hz_reserve_basis *basis, struct hz_error *err)
{
    const struct hz_triangle *triangle = basis->triangle;
    if (triangle->ages > HZ_PAID_INCURRED_MOST || triangle->origins > HZ_PAID_INCURRED_MOST)
        return hz_error_set(err, HZ_ERROR_DATA, triangle->place,
                            _("paid-incurred takes up to %d origins and ages, here are %zu and "
                              "%zu: make them coarser (hz-coarsen)"),
                            HZ_PAID_INCURRED_MOST, triangle->origins, triangle->ages);
    for (size_t o = 0; o < triangle->origins; o++)
        for (size_t k = triangle->first[o]; k <= triangle->latest[o]; k++) {
            const double least =
                fmin(hz_triangle_value(triangle, o, k), hz_triangle_value(basis->incurred, o, k));
            if (!(least > 0))
                return hz_error_set(err, HZ_ERROR_DATA, triangle->place,
                                    _("origin %.*s, development %.15g: paid-incurred takes "
                                      "logarithms and wants amounts above 0, found %.15g"),
                                    HZ_TEXT_ARGS(triangle->origin[o]), triangle->age[k], least);
        }
    return hz_development_require(basis->development, triangle, err);
}

/* The posterior, and what follows of it. */
static bool estimate(struct model *m, struct hz_reserve *reserve, struct hz_error *err)
{
    const size_t parameters = 2 * m->steps, origins = reserve->origins;
    m->covariance = gsl_matrix_calloc(parameters, parameters);
    m->mean = gsl_vector_calloc(parameters);
    m->weight = gsl_matrix_calloc(origins, parameters);
    m->between = gsl_matrix_calloc(origins, origins);
    const bool done = find_parameters(m) ||
                      hz_error_set(err, HZ_ERROR_DATA, m->basis->triangle->place,
                                   _("paid-incurred: spreads too far apart to calculate with"));
    if (done) {
        predict(m, reserve);
        find_errors(m, reserve);
    }
    gsl_matrix_free(m->covariance);
    gsl_vector_free(m->mean);
    gsl_matrix_free(m->weight);
    gsl_matrix_free(m->between);
    return done;
}

/* With one age there is nothing to come but the tail. */
static bool settle(const struct hz_reserve_basis *basis, struct hz_reserve *reserve)
{
    for (size_t o = 0; o <= reserve->origins; o++)
        hz_reserve_set_errors(reserve, o, 0, 0);
    for (size_t o = 0; o < reserve->origins; o++) {
        reserve->ultimate[o] = reserve->latest[o] * basis->development->factor[0];
        reserve->ibnr[o] = reserve->ultimate[o] - reserve->latest[o];
        hz_expected_emerge(basis, reserve, o);
        reserve->to_ultimate[o] = (double)NAN;
    }
    return true;
}

bool hz_paid_incurred(const struct hz_reserve_basis *basis, struct hz_reserve *reserve,
                      struct hz_error *err)
{
    const size_t steps = reserve->ages - 1;
    struct hz_arena arena = {0};
    struct model m = {.basis = basis,
                      .steps = steps,
                      .variance = hz_arena_allocate(&arena, 2 * steps, sizeof *m.variance),
                      .process = hz_arena_allocate(&arena, reserve->origins, sizeof *m.process)};
    const bool done = check(basis, err) && find_variances(&m, err) &&
                      (steps == 0 ? settle(basis, reserve) : estimate(&m, reserve, err));
    hz_arena_free(&arena);
    return done;
}

/* glm.c: see glm.h. */

#include "reserve/glm.h"

#include "reserve/glm_model.h"
#include "reserve/glm_spread.h"

#include <gsl/gsl_linalg.h>
#include <math.h>
#include <stdio.h>

const char *const hz_negative_names[] = {"auto", "quasi", "pool", "drop", "offset", NULL};
const char *const hz_glm_design_names[] = {"origin-age", "age-calendar", NULL};

/*
 * The future of an origin: added to `total`, and its process variance returned.
 */
static double look_ahead(const struct hz_glm_model *m, size_t o, double *expected, double payment[],
                         gsl_vector *gradient, gsl_vector *total)
{
    const size_t ages = m->triangle->ages;
    double process = 0;
    *expected = 0;
    gsl_vector_set_zero(gradient);
    for (size_t k = m->triangle->latest[o] + 1; k < ages; k++) {
        const size_t c = o * ages + k;
        const bool is_zero = hz_glm_is_zero(m, c);
        payment[k - 1] = is_zero ? 0 : m->mean[c] - m->constant;
        *expected += payment[k - 1];
        if (is_zero)
            continue;
        process += m->phi * hz_glm_variance(m, m->mean[c]);
        hz_glm_add_row(m, c, m->mean[c], gradient);
    }
    gsl_vector_add(total, gradient);
    return process;
}

static void set_errors(const struct hz_glm_model *m, struct hz_reserve *reserve, size_t o,
                       double tail, double process, const gsl_vector *gradient)
{
    const double parameter = m->phi * hz_glm_quadratic(m, gradient);
    reserve->process_se[o] = tail * sqrt(process);
    reserve->parameter_se[o] = tail * sqrt(parameter);
    reserve->se[o] = tail * sqrt(process + parameter);
}

static void predict(const struct hz_glm_model *m, double tail, struct hz_reserve *reserve)
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

static bool take_exposure(struct hz_glm_model *m, const struct hz_reserve_basis *basis,
                          struct hz_error *err)
{
    const struct hz_triangle *triangle = basis->triangle;
    if (m->design != HZ_GLM_AGE_CALENDAR || !basis->exposure)
        return true;
    for (size_t o = 0; o < triangle->origins; o++) {
        if (!(basis->exposure[o] > 0))
            return hz_error_set(err, HZ_ERROR_DATA, triangle->place,
                                _("origin %.*s: the exposure is %.15g, and amounts per unit of it "
                                  "need one above 0"),
                                HZ_TEXT_ARGS(triangle->origin[o]), basis->exposure[o]);
        m->offset[o] = log(basis->exposure[o]);
    }
    return true;
}

static bool fit_one_way(struct hz_glm_model *m, const struct hz_reserve_basis *basis,
                        enum hz_glm_kind kind, enum hz_negative negative, struct hz_error *err)
{
    const double power[] = {1, 2, basis->parameters.power, 1};
    const bool is_power_unknown = kind == HZ_GLM_TWEEDIE && isnan(basis->parameters.power);
    hz_glm_open(m, basis->triangle, power[kind]);
    m->design = basis->parameters.design;
    return take_exposure(m, basis, err) && hz_glm_set_up(m, negative, err) &&
           (kind == HZ_GLM_NEGATIVE_BINOMIAL ? hz_glm_find_theta(m, err)
            : is_power_unknown               ? hz_glm_find_power(m, err)
                                             : hz_glm_fit(m, err)) &&
           hz_glm_disperse(m, err);
}

/* What the increments were taken for, where the user left it open and there was something to do. */
static void say(const struct hz_glm_model *m, enum hz_negative negative, char note[])
{
    size_t off = 0, signs = 0;
    for (size_t k = 0; k < m->triangle->ages; k++)
        signs += m->sign[k] < 0;
    for (size_t c = 0; c < m->triangle->origins * m->triangle->ages; c++)
        off += negative == HZ_NEGATIVE_DROP && isnan(m->increment[c]) &&
               hz_triangle_is_observed(m->triangle, c / m->triangle->ages, c % m->triangle->ages);
    if (negative == HZ_NEGATIVE_POOL)
        snprintf(
            note, HZ_RESERVE_NOTE,
            _("no means fit the increments as they are: negative ones are taken off the amounts "
              "before them (--negative pool)"));
    else if (negative == HZ_NEGATIVE_DROP)
        snprintf(note, HZ_RESERVE_NOTE,
                 _("no means fit the increments as they are: %zu of 0 and below are left out "
                   "(--negative drop)"),
                 off);
    else if (signs > 0)
        snprintf(note, HZ_RESERVE_NOTE,
                 _("ages whose increments add up to less than 0, so that their means are too: %zu"),
                 signs);
}

bool hz_glm_estimate(struct hz_glm_model *m, const struct hz_reserve_basis *basis,
                     enum hz_glm_kind kind, char note[], struct hz_error *err)
{
    static const enum hz_negative ways[] = {HZ_NEGATIVE_QUASI, HZ_NEGATIVE_POOL, HZ_NEGATIVE_DROP};
    const enum hz_negative chosen = basis->parameters.negative;
    struct hz_error first = {0};
    if (chosen != HZ_NEGATIVE_AUTO)
        return fit_one_way(m, basis, kind, chosen, err);
    for (size_t way = 0; way < HZ_COUNT(ways); way++) {
        struct hz_error why = {0};
        if (way > 0)
            hz_glm_close(m);
        if (fit_one_way(m, basis, kind, ways[way], &why)) {
            say(m, ways[way], note);
            return true;
        }
        if (way == 0)
            first = why;
        if (!m->is_unfit)
            break;
    }
    *err = first;
    return false;
}

static bool reserve_of(const struct hz_reserve_basis *basis, enum hz_glm_kind kind,
                       struct hz_reserve *reserve, struct hz_error *err)
{
    const struct hz_triangle *triangle = basis->triangle;
    struct hz_glm_model m;
    if (basis->development->tail_fault)
        return hz_development_require(basis->development, triangle, err);
    const bool done = hz_glm_estimate(&m, basis, kind, reserve->note, err);
    if (done)
        predict(&m, basis->development->factor[triangle->ages - 1], reserve);
    reserve->phi = m.phi;
    reserve->power = m.theta > 0 ? (double)NAN : m.power;
    reserve->theta = m.theta > 0 ? m.theta : (double)NAN;
    hz_glm_close(&m);
    return done;
}

bool hz_glm_odp(const struct hz_reserve_basis *basis, struct hz_reserve *reserve,
                struct hz_error *err)
{
    return reserve_of(basis, HZ_GLM_ODP, reserve, err);
}

bool hz_glm_gamma(const struct hz_reserve_basis *basis, struct hz_reserve *reserve,
                  struct hz_error *err)
{
    return reserve_of(basis, HZ_GLM_GAMMA, reserve, err);
}

bool hz_glm_tweedie(const struct hz_reserve_basis *basis, struct hz_reserve *reserve,
                    struct hz_error *err)
{
    return reserve_of(basis, HZ_GLM_TWEEDIE, reserve, err);
}

bool hz_glm_negative_binomial(const struct hz_reserve_basis *basis, struct hz_reserve *reserve,
                              struct hz_error *err)
{
    return reserve_of(basis, HZ_GLM_NEGATIVE_BINOMIAL, reserve, err);
}

double hz_glm_leverage(const struct hz_glm_model *m, size_t c)
{
    const size_t i = m->row[m->of[c]], j = m->column[c % m->triangle->ages];
    double spread = gsl_matrix_get(m->covariance, i, i);
    if (j != HZ_GLM_NONE)
        spread += gsl_matrix_get(m->covariance, j, j) + 2 * gsl_matrix_get(m->covariance, i, j);
    return hz_glm_weight(m, c) * spread;
}

bool hz_glm_hat(const struct hz_triangle *triangle, const double weight[], double hat[],
                struct hz_error *err)
{
    struct hz_glm_model m;
    const size_t cells = triangle->origins * triangle->ages;
    hz_glm_open(&m, triangle, 1);
    for (size_t c = 0; c < cells; c++) {
        m.mean[c] = weight[c];
        m.increment[c] = weight[c] > 0 ? weight[c] : (double)NAN;
        hat[c] = 0;
    }
    const bool done = hz_glm_set_up(&m, HZ_NEGATIVE_QUASI, err) &&
                      (hz_glm_factorise(&m, hz_glm_weight) || hz_glm_refuse_fit(&m, err));
    if (done) {
        gsl_matrix_memcpy(m.covariance, m.information);
        gsl_linalg_cholesky_invert(m.covariance);
    }
    for (size_t c = 0; c < cells && done; c++)
        if (weight[c] > 0)
            hat[c] = hz_glm_leverage(&m, c);
    hz_glm_close(&m);
    return done;
}

/* mack.c: see mack.h. */

#include "reserve/mack.h"

#include "reserve/chain_ladder.h"
#include "reserve/skewness.h"

#include <math.h>

/* Why the sigma of the step from column k is not known. */
static bool refuse_sigma(const struct hz_reserve_basis *basis, size_t k, struct hz_error *err)
{
    const struct hz_triangle *triangle = basis->triangle;
    const struct hz_development *d = basis->development;
    if (isnan(d->alpha[k]) && d->choice.between != HZ_BETWEEN_NONE)
        return hz_error_set(
            err, HZ_ERROR_DATA, triangle->place,
            _("no sigma from development %.15g to %.15g: the factor is interpolated "
              "(--between), and has no error: leave mack out"),
            triangle->age[k], triangle->age[k + 1]);
    if (isnan(d->alpha[k]))
        return hz_error_set(
            err, HZ_ERROR_DATA, triangle->place,
            _("no sigma from development %.15g to %.15g: no weighted average of the "
              "link ratios is the selected factor %.15g, so that no model of Mack's "
              "family explains it"),
            triangle->age[k], triangle->age[k + 1], d->factor[k]);
    if (d->pairs[k] > 1)
        return hz_error_set(err, HZ_ERROR_DATA, triangle->place,
                            _("no sigma from development %.15g to %.15g: an origin grows from zero "
                              "or less, for which Mack's model has no variance"),
                            triangle->age[k], triangle->age[k + 1]);
    return hz_error_set(
        err, HZ_ERROR_DATA, triangle->place,
        d->choice.sigma_rule == HZ_SIGMA_MACK
            ? _("no sigma from development %.15g to %.15g: there is one link ratio, "
                "and the rule mack needs sigmas at both ages before it")
            : _("no sigma from development %.15g to %.15g: there is one link ratio, "
                "and the rule log-linear needs two sigmas that are not zero, and a line that "
                "does not lead far above all of them: give it (--last-sigma), or take the rule "
                "mack"),
        triangle->age[k], triangle->age[k + 1]);
}

/* Whether a negative value at column k has no variance on its way to ultimate. */
static bool is_undefined_below_zero(const struct hz_development *d, size_t k)
{
    bool is_defined = true;
    for (; k < d->ages; k++)
        is_defined &= d->alpha[k] <= 0 || d->alpha[k] >= 2;
    return !is_defined;
}

static bool check(const struct hz_reserve_basis *basis, struct hz_error *err)
{
    const struct hz_triangle *triangle = basis->triangle;
    const struct hz_development *d = basis->development;
    if (d->tail_error_fault)
        return hz_error_set(err, HZ_ERROR_DATA, triangle->place,
                            _("the error of the tail %.15g cannot be extrapolated: %s; give its "
                              "standard error and sigma"),
                            d->factor[d->ages - 1], d->tail_error_fault);
    for (size_t k = triangle->latest[triangle->origins - 1]; k + 1 < d->ages; k++)
        if (isnan(d->sigma[k]))
            return refuse_sigma(basis, k, err);
    for (size_t o = 0; o < triangle->origins; o++)
        if (is_undefined_below_zero(d, triangle->latest[o]) && hz_triangle_latest(triangle, o) < 0)
            return hz_error_set(err, HZ_ERROR_DATA, triangle->place,
                                _("origin %.*s, development %.15g: negative, so that Mack's model "
                                  "has no variance; the chain ladder alone may do"),
                                HZ_TEXT_ARGS(triangle->origin[o]),
                                triangle->age[triangle->latest[o]]);
    return true;
}

/* C^(2 - alpha), exact for the usual ones. */
static double volume(double value, double alpha)
{
    return alpha <= 0 && alpha >= 0   ? value * value
           : alpha <= 1 && alpha >= 1 ? value
           : alpha <= 2 && alpha >= 2 ? 1
                                      : pow(value, 2 - alpha);
}

/* One step: variances at column k, of a value that is C there, become those at the next column. */
static void step(const struct hz_development *d, size_t k, double value, double *process,
                 double *parameter)
{
    const double growth = d->factor[k] * d->factor[k];
    *process = growth * *process + d->sigma[k] * d->sigma[k] * volume(value, d->alpha[k]);
    const double of_factor = d->se[k] * d->se[k];
    const double both = d->choice.mse_rule == HZ_MSE_INDEPENDENT ? of_factor * *parameter : 0;
    *parameter = growth * *parameter + of_factor * value * value + both;
}

bool hz_mack(const struct hz_reserve_basis *basis, struct hz_reserve *reserve, struct hz_error *err)
{
    const struct hz_triangle *triangle = basis->triangle;
    const struct hz_development *d = basis->development;
    if (!hz_chain_ladder(basis, reserve, err) || !check(basis, err))
        return false;

    double all_process = 0;
    for (size_t o = 0; o < triangle->origins; o++) {
        double value = reserve->latest[o];
        double process = 0;
        double parameter = 0;
        for (size_t k = triangle->latest[o]; k < d->ages; k++) {
            step(d, k, value, &process, &parameter);
            value *= d->factor[k];
        }
        hz_reserve_set_errors(reserve, o, process, parameter);
        all_process += process;
    }

    /* The sum of all origins that have come to column k; the youngest stand at the end. */
    double sum = 0;
    double unused = 0;
    double all_parameter = 0;
    size_t o = triangle->origins;
    for (size_t k = triangle->latest[o - 1]; k < d->ages; k++) {
        for (; o > 0 && triangle->latest[o - 1] <= k; o--)
            sum += reserve->latest[o - 1];
        step(d, k, sum, &unused, &all_parameter);
        sum *= d->factor[k];
    }
    hz_reserve_set_errors(reserve, triangle->origins, all_process, all_parameter);
    hz_mack_skewness(basis, reserve, reserve->skewness);
    return true;
}

/* development_tail.c: see development_tail.h. */

#include "triangle/development_tail.h"

#include "triangle/emergence.h"

#include <math.h>
#include <stdlib.h>

/* Factors from an age on become those of a growth curve. */
static void smooth_by_growth(struct hz_development *d, const struct hz_triangle *triangle,
                             const struct hz_emergence *fit)
{
    const double from = d->choice.curve.smooth;
    for (size_t k = 0; k + 1 < d->ages && from > 0; k++)
        if (triangle->age[k] >= from)
            d->factor[k] = fit->at[k + 1].share / fit->at[k].share;
}

/* What a growth curve says is still to come after the last age, or after so many steps more. */
static bool tail_by_growth(struct hz_development *d, const struct hz_triangle *triangle,
                           const char **why)
{
    const struct hz_tail_choice *chosen = &d->choice.curve;
    const struct hz_emergence_choice choice = {
        .curve = chosen->curve == HZ_TAIL_CLARK_WEIBULL ? HZ_CURVE_WEIBULL : HZ_CURVE_LOG_LOGISTIC};
    struct hz_arena arena = {0};
    struct hz_error err;
    struct hz_emergence fit;
    const size_t last = triangle->ages - 1;
    *why = _("a growth curve is fitted to all increments: it takes no from and no to");
    if (chosen->from > 0 || chosen->to > 0)
        return false;
    *why = triangle->ages_per_origin > 0
               ? _("no such growth curve fits the increments (hz-emergence says why)")
               : _("the ages do not show how long an origin period is, whose middle a growth curve "
                   "starts from");
    const bool done = hz_emergence_fit(&fit, triangle, NULL, choice, &arena, &err);
    if (done) {
        d->growth = choice;
        d->growth.omega = fit.omega;
        d->growth.theta = fit.theta;
        if (chosen->length > 0)
            d->growth.until = hz_triangle_age(triangle, last + chosen->length);
        d->tail = (struct hz_tail){
            .curve = chosen->curve,
            .length = chosen->length,
            .factor = hz_emergence_by(triangle, &d->growth, (double)INFINITY) / fit.at[last].share};
        smooth_by_growth(d, triangle, &fit);
    }
    hz_arena_free(&arena);
    return done;
}

static bool find_tail(struct hz_development *d, const struct hz_triangle *triangle)
{
    const struct hz_tail_choice *choice = &d->choice.curve;
    if (choice->curve == HZ_TAIL_CLARK_LOGLOGISTIC || choice->curve == HZ_TAIL_CLARK_WEIBULL)
        return tail_by_growth(d, triangle, &d->tail_fault);
    return hz_tail_fit(choice, triangle->age, d->ages - 1, d->factor, &d->tail, &d->tail_fault);
}

double hz_development_tail_left(const struct hz_development *development,
                                const struct hz_triangle *triangle, size_t steps)
{
    const struct hz_development *d = development;
    if (d->choice.tail_decay > 0 || d->tail.curve == HZ_TAIL_CONSTANT)
        return pow(d->choice.tail_decay, (double)steps);
    if (!(d->growth.omega > 0)) {
        const double left = d->tail.factor - hz_tail_upto(&d->tail, steps);
        return d->tail.factor > 1 ? fmax(left, 0) / (d->tail.factor - 1) : 0;
    }
    const size_t last = triangle->ages - 1;
    const double end = hz_emergence_by(triangle, &d->growth, (double)INFINITY);
    const double by =
        hz_emergence_by(triangle, &d->growth, hz_triangle_age(triangle, last + steps));
    return (end - by) / (end - hz_emergence_by(triangle, &d->growth, triangle->age[last]));
}

/* The error of the tail, as given or by the rule, after those of the factors. */
static void attach_tail_error(struct hz_development *d, const struct hz_triangle *triangle,
                              double given, double error[])
{
    const size_t last = d->ages - 1;
    const char *why;
    error[last] = isnan(given) ? 0 : given;
    if (!isnan(given) || d->choice.tail_errors == HZ_TAIL_CERTAIN || isnan(d->factor[last]) ||
        hz_tail_spread(&d->choice.curve, triangle->age, last, d->factor, d->factor[last], error,
                       &error[last], &why))
        return;
    error[last] = (double)NAN;
    d->tail_error_fault = why;
}

void hz_development_attach_tail(struct hz_development *d, const struct hz_triangle *triangle,
                                double alpha)
{
    const size_t last = d->ages - 1;
    d->tail = (struct hz_tail){.factor = d->choice.tail};
    d->tail_fault = NULL;
    if (!find_tail(d, triangle))
        d->tail.factor = (double)NAN;
    else
        d->tail_fault = NULL;
    if (d->choice.no_negative && d->tail.factor < 1)
        d->tail.factor = 1;
    const bool is_given = d->choice.curve.curve == HZ_TAIL_CONSTANT;
    d->factor[last] = is_given ? d->tail.factor * d->beyond : d->tail.factor;
    d->alpha[last] = last > 0 && !isnan(d->alpha[last - 1]) ? d->alpha[last - 1] : alpha;
    attach_tail_error(d, triangle, d->choice.tail_sigma, d->sigma);
    attach_tail_error(d, triangle, d->choice.tail_se, d->se);
}

bool hz_development_require_tail(const struct hz_development *development,
                                 const struct hz_triangle *triangle, struct hz_error *err)
{
    return !development->tail_fault ||
           hz_error_set(err, HZ_ERROR_DATA, triangle->place, _("no tail by the curve %s: %s"),
                        hz_tail_curve_names[development->choice.curve.curve],
                        development->tail_fault);
}

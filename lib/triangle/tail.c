/* tail.c: see tail.h. */

#include "triangle/tail.h"

#include "triangle/line.h"

#include <gsl/gsl_errno.h>
#include <gsl/gsl_roots.h>
#include <math.h>

const char *const hz_tail_curve_names[] = {
    "constant",       "exponential", "inverse-power",     "weibull",       "bondy",
    "modified-bondy", "log-linear",  "clark-loglogistic", "clark-weibull", NULL};
const char *const hz_tail_error_rule_names[] = {"certain", "extrapolated", NULL};

enum { USUAL_LENGTH = 100 };

/* Below, a factor is no development: its logarithm would rule the fit. */
static const double least_factor = 1.00001;

static bool is_in_range(const struct hz_tail_choice *choice, double age)
{
    bool is_chosen = choice->ats == 0;
    for (size_t i = 0; i < choice->ats && !is_chosen; i++)
        is_chosen = fabs(choice->at[i] - age) <= 1e-9;
    return is_chosen && age >= choice->from && (choice->to <= 0 || age <= choice->to);
}

static bool is_fitted(const struct hz_tail_choice *choice, double age, double factor)
{
    return factor > least_factor && is_in_range(choice, age);
}

/* The line's coordinates, and back. */
static double abscissa(enum hz_tail_curve curve, double k)
{
    return curve == HZ_TAIL_EXPONENTIAL || curve == HZ_TAIL_LOG_LINEAR ? k : log(k);
}

static double ordinate(enum hz_tail_curve curve, double factor)
{
    return curve == HZ_TAIL_WEIBULL ? log(log(factor / (factor - 1))) : log(factor - 1);
}

static double factor_of(enum hz_tail_curve curve, double ordinate)
{
    return curve == HZ_TAIL_WEIBULL ? -1 / expm1(-exp(ordinate)) : 1 + exp(ordinate);
}

/* The line of the factors that are fitted, and the last step of them. */
static struct hz_line fit_line(const struct hz_tail_choice *choice, enum hz_tail_curve curve,
                               const double age[], size_t steps, const double factor[],
                               size_t *last)
{
    struct hz_line line = {0};
    *last = steps;
    for (size_t k = 1; k <= steps; k++)
        if (is_fitted(choice, age[k - 1], factor[k - 1])) {
            hz_line_add(&line, abscissa(curve, (double)k), ordinate(curve, factor[k - 1]));
            *last = k;
        }
    return line;
}

static double step_factor(const struct hz_tail *tail, double k)
{
    return factor_of(tail->curve, tail->level + tail->slope * abscissa(tail->curve, k));
}

/*
 * What a Bondy curve has from one step on for so many: ln f falls by its ratio from step to step.
 */
static double bondy_product(const struct hz_tail *tail, size_t first, double steps)
{
    const double ratio = tail->slope;
    return exp(tail->level * pow(ratio, (double)first - (double)tail->origin) *
               (1 - pow(ratio, steps)) / (1 - ratio));
}

double hz_tail_upto(const struct hz_tail *tail, size_t steps)
{
    double product = 1;
    if (tail->length > 0 && steps >= tail->length)
        return tail->factor;
    switch (tail->curve) {
    case HZ_TAIL_BONDY:
    case HZ_TAIL_MODIFIED_BONDY:
        return bondy_product(tail, tail->first, (double)steps);
    case HZ_TAIL_EXPONENTIAL:
    case HZ_TAIL_INVERSE_POWER:
    case HZ_TAIL_WEIBULL:
    case HZ_TAIL_LOG_LINEAR:
        for (size_t k = tail->first; k < tail->first + steps; k++)
            product *= step_factor(tail, (double)k);
        return product;
    case HZ_TAIL_CONSTANT:
    case HZ_TAIL_CLARK_LOGLOGISTIC:
    case HZ_TAIL_CLARK_WEIBULL:
        break;
    }
    return (double)NAN;
}

/* Factors from the age `smooth` on become the curve's. */
static void smooth(const struct hz_tail_choice *choice, const struct hz_tail *tail,
                   const double age[], size_t steps, double factor[])
{
    for (size_t k = 1; k <= steps && choice->smooth > 0; k++)
        if (age[k - 1] >= choice->smooth)
            factor[k - 1] = tail->curve == HZ_TAIL_MODIFIED_BONDY ? bondy_product(tail, k, 1)
                                                                  : step_factor(tail, (double)k);
}

static bool fit_curve(const struct hz_tail_choice *choice, const double age[], size_t steps,
                      double factor[], struct hz_tail *tail, const char **why)
{
    const enum hz_tail_curve curve = choice->curve;
    size_t last;
    const struct hz_line line = fit_line(choice, curve, age, steps, factor, &last);
    *why = _("it is fitted to two factors above 1 at least");
    if (line.points < 2)
        return false;
    *why = _("the factors do not fall with age, so that the curve has no end");
    if (curve == HZ_TAIL_WEIBULL ? !(hz_line_slope(&line) > 0) : !(hz_line_slope(&line) < 0))
        return false;
    *tail = (struct hz_tail){.curve = curve,
                             .level = hz_line_at(&line, 0),
                             .slope = hz_line_slope(&line),
                             .first = (curve == HZ_TAIL_LOG_LINEAR ? last : steps) + 1,
                             .length = choice->length > 0 ? choice->length : USUAL_LENGTH,
                             .factor = 1};
    for (size_t k = tail->first; k < tail->first + tail->length; k++)
        tail->factor *= factor_of(curve, hz_line_at(&line, abscissa(curve, (double)k)));
    smooth(choice, tail, age, steps, factor);
    return true;
}

/* At which step a factor is as large as the tail, on the line of the logarithms of development. */
static bool place_tail(const struct hz_tail_choice *choice, const double age[], size_t steps,
                       const double factor[], double tail, double *place, const char **why)
{
    size_t last;
    const struct hz_line line = fit_line(choice, HZ_TAIL_EXPONENTIAL, age, steps, factor, &last);
    *why = _("the tail is below 1, and the line is one of development above 1");
    if (!(tail > 1))
        return false;
    *why = _("the line wants two factors above 1 at least");
    if (line.points < 2)
        return false;
    *why = _("the factors do not fall with age, so that the line shows no place for the tail");
    if (!(hz_line_slope(&line) < 0))
        return false;
    *place = line.mean_x + (log(tail - 1) - line.mean_y) / hz_line_slope(&line);
    *why =
        _("the tail is larger than all factors, so that its errors would be no more than a guess");
    return *place >= 0;
}

bool hz_tail_spread(const struct hz_tail_choice *choice, const double age[], size_t steps,
                    const double factor[], double tail, const double spread[], double *of_tail,
                    const char **why)
{
    double place;
    struct hz_line line = {0};
    *of_tail = 0;
    if (tail >= 1 && tail <= 1)
        return true;
    if (!place_tail(choice, age, steps, factor, tail, &place, why))
        return false;
    for (size_t k = 1; k <= steps; k++)
        if (spread[k - 1] > 0 && is_in_range(choice, age[k - 1]))
            hz_line_add(&line, (double)k, log(spread[k - 1]));
    *why = _("it wants errors above 0 at two ages at least");
    if (line.points < 2)
        return false;
    *why = _("the errors grow with age, so that there is no end to them");
    if (place > (double)steps && hz_line_slope(&line) >= 0)
        return false;
    *of_tail = exp(hz_line_at(&line, place));
    return true;
}

/* Factors whose logarithms are fitted by level ratio^i. */
struct decay {
    const double *factor;
    size_t steps;
};

/*
 * Of a ratio: the level that goes best with it, and the sum of squares that is left, with its
 * slope.
 */
struct decay_fit {
    double level, misfit, slope;
};

static struct decay_fit fit_decay(const struct decay *decay, double ratio)
{
    double up = 0, down = 0, up_slope = 0, down_slope = 0, squares = 0;
    double power = 1, before = 0; /* ratio^i and ratio^(i - 1) */
    for (size_t i = 0; i < decay->steps; i++) {
        const double y = log(decay->factor[i]);
        up += y * power;
        down += power * power;
        up_slope += y * (double)i * before;
        down_slope += 2 * (double)i * power * before;
        squares += y * y;
        before = power;
        power *= ratio;
    }
    /* misfit = sum y^2 - up^2 / down: its slope needs no difference of sums of squares */
    return (struct decay_fit){.level = up / down,
                              .misfit = squares - up * up / down,
                              .slope = -up / down * (2 * up_slope - up / down * down_slope)};
}

static double slope_of_misfit(double ratio, void *context)
{
    return fit_decay(context, ratio).slope;
}

/*
 * The ratio with the least misfit between 0 and 1: the best of a grid, then the root of the slope.
 */
static double best_ratio(struct decay *decay)
{
    enum { GRID = 200, MOST = 200 };
    int best = 1;
    for (int i = 2; i < GRID; i++)
        if (fit_decay(decay, (double)i / GRID).misfit <
            fit_decay(decay, (double)best / GRID).misfit)
            best = i;
    double low = (best - 1.0) / GRID, high = (best + 1.0) / GRID;
    if (best == 1 || best == GRID - 1 || !(slope_of_misfit(low, decay) < 0) ||
        !(slope_of_misfit(high, decay) > 0))
        return (double)best / GRID;
    gsl_function slope = {.function = slope_of_misfit, .params = decay};
    gsl_root_fsolver *search = gsl_root_fsolver_alloc(gsl_root_fsolver_brent);
    gsl_root_fsolver_set(search, &slope, low, high);
    for (int i = 0; i < MOST && high - low > 1e-15; i++) {
        if (gsl_root_fsolver_iterate(search) != GSL_SUCCESS)
            break;
        low = gsl_root_fsolver_x_lower(search);
        high = gsl_root_fsolver_x_upper(search);
    }
    const double ratio = gsl_root_fsolver_root(search);
    gsl_root_fsolver_free(search);
    return ratio;
}

/* Whether a choice was made that would change nothing. */
static bool is_idle(const struct hz_tail_choice *choice, const char **why)
{
    *why = _("bondy repeats the last factor: it takes no to, length or smooth");
    return choice->curve == HZ_TAIL_BONDY &&
           (choice->to > 0 || choice->length > 0 || choice->smooth > 0);
}

static bool fit_bondy(const struct hz_tail_choice *choice, const double age[], size_t steps,
                      double factor[], struct hz_tail *tail, const char **why)
{
    size_t end = steps;
    while (choice->to > 0 && end > 0 && age[end - 1] > choice->to)
        end--;
    size_t start = end;
    const size_t least = choice->curve == HZ_TAIL_BONDY ? 1 : 2;
    while (start > 0 && factor[start - 1] > 1 && age[start - 1] >= choice->from)
        start--;
    if (is_idle(choice, why))
        return false;
    *why = _("it wants factors above 1 at the last ages: one for bondy, two for modified-bondy");
    if (end - start < least)
        return false;
    *tail = (struct hz_tail){.curve = choice->curve, .first = steps + 1, .length = choice->length};
    if (choice->curve == HZ_TAIL_BONDY) {
        tail->factor = factor[steps - 1];
        tail->level = log(tail->factor);
        tail->slope = 0.5;
        tail->origin = steps;
        return true;
    }
    struct decay decay = {.factor = factor + start, .steps = end - start};
    tail->slope = best_ratio(&decay);
    *why = _("the factors do not fall with age, so that the curve has no end");
    if (tail->slope > 0.99)
        return false;
    tail->level = log(factor[start]);
    tail->origin = start + 1;
    const double length = choice->length > 0 ? (double)choice->length : (double)INFINITY;
    tail->factor = bondy_product(tail, tail->first, length);
    smooth(choice, tail, age, steps, factor);
    return true;
}

bool hz_tail_fit(const struct hz_tail_choice *choice, const double age[], size_t steps,
                 double factor[], struct hz_tail *tail, const char **why)
{
    switch (choice->curve) {
    case HZ_TAIL_CONSTANT:
    case HZ_TAIL_CLARK_LOGLOGISTIC:
    case HZ_TAIL_CLARK_WEIBULL:
        tail->curve = choice->curve;
        return true;
    case HZ_TAIL_BONDY:
    case HZ_TAIL_MODIFIED_BONDY:
        return fit_bondy(choice, age, steps, factor, tail, why);
    case HZ_TAIL_EXPONENTIAL:
    case HZ_TAIL_INVERSE_POWER:
    case HZ_TAIL_WEIBULL:
    case HZ_TAIL_LOG_LINEAR:
        return fit_curve(choice, age, steps, factor, tail, why);
    }
    return false;
}

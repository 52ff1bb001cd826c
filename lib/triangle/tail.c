/* tail.c: see tail.h. */

#include "triangle/tail.h"

#include "triangle/line.h"

#include <gsl/gsl_errno.h>
#include <gsl/gsl_min.h>
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
    return age >= choice->from && (choice->to <= 0 || age <= choice->to);
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

static bool fit_curve(const struct hz_tail_choice *choice, const double age[], size_t steps,
                      double factor[], double *tail, const char **why)
{
    const enum hz_tail_curve curve = choice->curve;
    const size_t length = choice->length > 0 ? choice->length : USUAL_LENGTH;
    size_t last;
    const struct hz_line line = fit_line(choice, curve, age, steps, factor, &last);
    *why = _("it is fitted to two factors above 1 at least");
    if (line.points < 2)
        return false;
    *why = _("the factors do not fall with age, so that the curve has no end");
    if (curve == HZ_TAIL_WEIBULL ? !(hz_line_slope(&line) > 0) : !(hz_line_slope(&line) < 0))
        return false;
    if (curve != HZ_TAIL_LOG_LINEAR)
        last = steps;
    *tail = 1;
    for (size_t k = last + 1; k <= last + length; k++)
        *tail *= factor_of(curve, hz_line_at(&line, abscissa(curve, (double)k)));
    for (size_t k = 1; k <= steps && choice->smooth > 0; k++)
        if (age[k - 1] >= choice->smooth)
            factor[k - 1] = factor_of(curve, hz_line_at(&line, abscissa(curve, (double)k)));
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
    return true;
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

/* The sum of squares left by a ratio, with the level that goes best with it. */
static double misfit(double ratio, void *context)
{
    const struct decay *decay = context;
    double up = 0;
    double down = 0;
    double power = 1;
    for (size_t i = 0; i < decay->steps; i++, power *= ratio) {
        up += log(decay->factor[i]) * power;
        down += power * power;
    }
    double sum = 0;
    power = 1;
    for (size_t i = 0; i < decay->steps; i++, power *= ratio) {
        const double residual = log(decay->factor[i]) - up / down * power;
        sum += residual * residual;
    }
    return sum;
}

/* The ratio with the least misfit between 0 and 1: the best of a grid, then Brent's way. */
static double best_ratio(struct decay *decay)
{
    enum { GRID = 200, MOST = 200 };
    int best = 1;
    for (int i = 2; i < GRID; i++)
        if (misfit((double)i / GRID, decay) < misfit((double)best / GRID, decay))
            best = i;
    if (best == 1 || best == GRID - 1)
        return (double)best / GRID;
    gsl_function curve = {.function = misfit, .params = decay};
    gsl_min_fminimizer *search = gsl_min_fminimizer_alloc(gsl_min_fminimizer_brent);
    gsl_min_fminimizer_set(search, &curve, (double)best / GRID, (best - 1.0) / GRID,
                           (best + 1.0) / GRID);
    for (int i = 0; i < MOST; i++)
        if (gsl_min_fminimizer_iterate(search) != GSL_SUCCESS ||
            gsl_min_fminimizer_x_upper(search) - gsl_min_fminimizer_x_lower(search) < 1e-12)
            break;
    const double ratio = gsl_min_fminimizer_x_minimum(search);
    gsl_min_fminimizer_free(search);
    return ratio;
}

static bool fit_bondy(const struct hz_tail_choice *choice, const double age[], size_t steps,
                      const double factor[], double *tail, const char **why)
{
    size_t start = steps;
    const size_t least = choice->curve == HZ_TAIL_BONDY ? 1 : 2;
    while (start > 0 && factor[start - 1] > 1 && age[start - 1] >= choice->from)
        start--;
    *why = _("it wants factors above 1 at the last ages: one for bondy, two for modified-bondy");
    if (steps - start < least)
        return false;
    *tail = factor[steps - 1];
    if (choice->curve == HZ_TAIL_BONDY)
        return true;
    struct decay decay = {.factor = factor + start, .steps = steps - start};
    const double ratio = best_ratio(&decay);
    *why = _("the factors do not fall with age, so that the curve has no end");
    if (ratio > 0.99)
        return false;
    *tail = exp(log(factor[start]) * pow(ratio, (double)decay.steps) / (1 - ratio));
    return true;
}

bool hz_tail_fit(const struct hz_tail_choice *choice, const double age[], size_t steps,
                 double factor[], double *tail, const char **why)
{
    switch (choice->curve) {
    case HZ_TAIL_CONSTANT:
    case HZ_TAIL_CLARK_LOGLOGISTIC:
    case HZ_TAIL_CLARK_WEIBULL:
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

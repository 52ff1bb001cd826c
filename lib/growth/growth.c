/* growth.c: see growth.h. */

#include "growth/growth.h"

#include <math.h>

/* One row a definition. */
/* clang-format off */
#define METHODS(row) \
    row("level",       0, hz_growth_level,       "(a[n]/a[0])^(1/n) - 1") \
    row("cumulative",  0, hz_growth_cumulative,  "g: sum of (1+g)^i = sum of a[i]/a[0] over 1..n") \
    row("arithmetic",  0, hz_growth_arithmetic,  "mean of a[i]/a[i-1] - 1 over 1..n") \
    row("simple",      0, hz_growth_simple,      "(a[n]/a[0] - 1)/n") \
    row("log-linear",  0, hz_growth_log_linear,  "exp(slope of log a[i] over 0..n) - 1") \
    row("base-inside", 1, hz_growth_base_inside, "(a[n]/a[1])^(1/(n-1)) - 1 by mistake")

#define NAME(name, base, function, formula) name,
#define METHOD(name, base, function, formula) {name, formula, base, function},
/* clang-format on */

const char *const hz_growth_method_names[] = {METHODS(NAME) "all", NULL};
const struct hz_growth_method hz_growth_methods[] = {METHODS(METHOD){NULL, NULL, 0, NULL}};

static bool is_level(double level)
{
    return level >= HZ_GROWTH_LEAST && level <= HZ_GROWTH_MOST;
}

size_t hz_growth_out_of_range(const double *level, size_t n)
{
    size_t i = 0;
    while (i <= n && is_level(level[i]))
        i++;
    return i;
}

double hz_growth_yearly(double before, double level)
{
    return is_level(before) ? level / before - 1 : (double)NAN;
}

static bool require_levels(const double *level, size_t n, struct hz_error *err)
{
    if (n < 1)
        return hz_error_set(err, HZ_ERROR_DATA, HZ_NOWHERE,
                            _("growth needs a base year and at least one year after it"));
    const size_t i = hz_growth_out_of_range(level, n);
    if (i <= n)
        return hz_error_set(err, HZ_ERROR_DATA, HZ_NOWHERE,
                            _("the level %zu years after the base is %g: growth is defined for "
                              "positive levels only"),
                            i, level[i]);
    return true;
}

bool hz_growth_level(const double *level, size_t n, double *rate, struct hz_error *err)
{
    if (!require_levels(level, n, err))
        return false;
    *rate = expm1(log(level[n] / level[0]) / (double)n);
    return true;
}

/*
 * The x > 0 for which x + x^2 + ... + x^n is `total`, by Newton's method. The sum contains x^n, so
 * the root is at most total^(1/n). The sum rises with x and is convex: from above the root each
 * step goes down and none goes past it, until rounding ends the descent. So there is no tolerance
 * to choose and no way not to arrive.
 */
static double root_of_power_sum(size_t n, double total)
{
    double x = pow(total, 1 / (double)n);
    for (;;) {
        double sum = 0, slope = 0; /* of 1 + x + ... + x^(n-1), by Horner's rule */
        for (size_t i = 0; i < n; i++) {
            slope = slope * x + sum;
            sum = sum * x + 1;
        }
        const double next = x - (x * sum - total) / (sum + x * slope);
        if (!(next < x))
            return x;
        x = next;
    }
}

bool hz_growth_cumulative(const double *level, size_t n, double *rate, struct hz_error *err)
{
    if (!require_levels(level, n, err))
        return false;
    double total = 0;
    for (size_t i = 1; i <= n; i++)
        total += level[i];
    *rate = root_of_power_sum(n, total / level[0]) - 1;
    return true;
}

bool hz_growth_arithmetic(const double *level, size_t n, double *rate, struct hz_error *err)
{
    if (!require_levels(level, n, err))
        return false;
    double sum = 0;
    for (size_t i = 1; i <= n; i++)
        sum += hz_growth_yearly(level[i - 1], level[i]);
    *rate = sum / (double)n;
    return true;
}

bool hz_growth_simple(const double *level, size_t n, double *rate, struct hz_error *err)
{
    if (!require_levels(level, n, err))
        return false;
    *rate = (level[n] / level[0] - 1) / (double)n;
    return true;
}

bool hz_growth_log_linear(const double *level, size_t n, double *rate, struct hz_error *err)
{
    if (!require_levels(level, n, err))
        return false;
    const double middle = (double)n / 2;
    double covariance = 0, variance = 0;
    for (size_t i = 0; i <= n; i++) {
        const double distance = (double)i - middle;
        covariance += distance * log(level[i] / level[0]);
        variance += distance * distance;
    }
    *rate = expm1(covariance / variance);
    return true;
}

bool hz_growth_base_inside(const double *level, size_t n, double *rate, struct hz_error *err)
{
    if (n < 2)
        return hz_error_set(err, HZ_ERROR_DATA, HZ_NOWHERE,
                            _("base-inside needs at least two years after the base year: name the "
                              "other methods, without it"));
    return require_levels(level, n, err) && hz_growth_level(level + 1, n - 1, rate, err);
}

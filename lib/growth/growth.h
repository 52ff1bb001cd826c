/*
 * growth.h: average annual growth (年均增幅, 平均增长速度) under every definition in use.
 *
 * All start from n + 1 yearly levels a[0], ..., a[n], oldest first. a[0] is the level of the base
 * year, which stands outside the interval that a sentence such as "2018 to 2022" names, and n is
 * the number of years in it. On levels that grow steadily all definitions but the simple one agree;
 * on no others do they, so a rate says little without the name of its definition.
 *
 * Levels: any one unit, each from HZ_GROWTH_LEAST to HZ_GROWTH_MOST.
 * Rates: fractions a year; 0.114 is 11.4 %.
 * Refused (data), by each of the definitions: n < 1 (base-inside: n < 2), a level out of range.
 * Source: National Bureau of Statistics of China, note on average growth rates in its Statistical
 * Yearbook (level and cumulative method, and that the base year is not among the years named).
 */

#ifndef HZ_GROWTH_GROWTH_H
#define HZ_GROWTH_GROWTH_H

#include "base/error.h"
#include "base/linkage.h"

#include <stddef.h>

HZ_BEGIN_C

/* Beyond these no figure of people or money lies, and sums and ratios of levels stay finite. */
#define HZ_GROWTH_LEAST 1e-100
#define HZ_GROWTH_MOST 1e100

/*
 * Level method (水平法, geometric mean), the usual one: the constant rate that leads from the base
 * level to the last one. What happened between the two makes no difference.
 *
 *     g = (a[n] / a[0])^(1/n) - 1
 */
HZ_MUST_USE bool hz_growth_level(const double *level, size_t n, double *rate, struct hz_error *err);

/*
 * Cumulative method (累计法, 方程法): the constant rate whose levels add up to the actual total of
 * the n years after the base; used for investment in fixed assets.
 *
 *     (1+g) + (1+g)^2 + ... + (1+g)^n = (a[1] + ... + a[n]) / a[0],  g > -1
 */
HZ_MUST_USE bool hz_growth_cumulative(const double *level, size_t n, double *rate,
                                      struct hz_error *err);

/*
 * Arithmetic mean of the n yearly rates of growth. Never below the level method, and the more above
 * it the more the rates differ (Jensen's inequality).
 *
 *     g = (a[1]/a[0] + a[2]/a[1] + ... + a[n]/a[n-1]) / n - 1
 */
HZ_MUST_USE bool hz_growth_arithmetic(const double *level, size_t n, double *rate,
                                      struct hz_error *err);

/*
 * Simple: the growth over all years, divided by their number. Nothing is compounded.
 *
 *     g = (a[n] / a[0] - 1) / n
 */
HZ_MUST_USE bool hz_growth_simple(const double *level, size_t n, double *rate,
                                  struct hz_error *err);

/*
 * Log-linear trend: the rate of the exponential curve fitted to all n + 1 levels by least squares
 * of their logarithms.
 *
 *     g = exp(b) - 1, where log a[i] = c + b i + error
 */
HZ_MUST_USE bool hz_growth_log_linear(const double *level, size_t n, double *rate,
                                      struct hz_error *err);

/*
 * The base counted inside the interval: a frequent mistake, here so that it can be recognised. The
 * first year named serves as base, and the growth into it is lost.
 *
 *     g = (a[n] / a[1])^(1/(n-1)) - 1
 */
HZ_MUST_USE bool hz_growth_base_inside(const double *level, size_t n, double *rate,
                                       struct hz_error *err);

/* A definition, for tables and options. */
struct hz_growth_method {
    const char *name;
    const char *formula; /* in the notation above, on one line */
    size_t base;         /* the level that it measures from: 0, or 1 where the base is inside */
    bool (*rate)(const double *level, size_t n, double *rate, struct hz_error *err);
};

/* The definitions in the order above, then one without a name; their names, then "all", NULL. */
extern const struct hz_growth_method hz_growth_methods[];
extern const char *const hz_growth_method_names[];

/* The index of the first level out of range among the n + 1; n + 1 if there is none. NaN is one. */
size_t hz_growth_out_of_range(const double *level, size_t n);

/* Year on year (同比): level / before - 1; NaN, unknown, unless `before` is a level in range. */
double hz_growth_yearly(double before, double level);

HZ_END_C

#endif

/*
 * invert.h: from a published total and a published rate of growth back to yearly levels.
 *
 * A total T of n years and a rate g leave the years open. On the steady path a[i] = a[0] (1+g)^i
 * they are settled:
 *
 *     a[0] = T / s(g),  s(g) = (1+g) + (1+g)^2 + ... + (1+g)^n
 *
 * which, for the base, is also what the cumulative method (growth.h) says of any path. T and g are
 * rounded; the intervals here hold every level that some T and g within the rounding lead to, and
 * both ends are reached or approached: they are the smallest that do.
 * Refused (data): a rate of -100 % or less, or one without both ends; a total without both ends or
 * not above zero; no year, or more than HZ_INVERT_YEARS.
 */

#ifndef HZ_GROWTH_INVERT_H
#define HZ_GROWTH_INVERT_H

#include "base/linkage.h"
#include "growth/published.h"

#include <stddef.h>

HZ_BEGIN_C

enum { HZ_INVERT_YEARS = 100 };

/* A level, and the least and the most that it may be. */
struct hz_interval {
    double low, value, high;
};

struct hz_inversion {
    struct hz_interval total, rate;
    size_t years;
};

HZ_MUST_USE bool hz_invert(struct hz_inversion *inversion, const struct hz_published *total,
                           const struct hz_published *rate, size_t years, struct hz_error *err);

/* s(g) above. */
double hz_growth_factor_sum(double rate, size_t years);

/* The level of the steady path `year` years after the base, 0 to years. */
struct hz_interval hz_invert_level(const struct hz_inversion *inversion, size_t year);

/* Whether a year's level, known within an interval, agrees with what is claimed. */
struct hz_invert_verdict {
    bool steady;     /* it may lie on the steady path */
    bool level;      /* some path with it has this total and, by the level method, this rate */
    bool cumulative; /* the same by the cumulative method */
};

struct hz_invert_verdict hz_invert_known(const struct hz_inversion *inversion, size_t year,
                                         struct hz_interval known);

HZ_END_C

#endif

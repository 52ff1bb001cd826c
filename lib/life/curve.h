/*
 * curve.h: what money at a later day is worth today: a flat rate, or a curve of rates by term.
 *
 * A curve is checked once, where it is read (curve_table.h), and asked whether it is long enough
 * (hz_curve_need) by who knows how far the payments go; the rest cannot fail. Beyond the last term
 * of a curve nothing is made up.
 */

#ifndef HZ_LIFE_CURVE_H
#define HZ_LIFE_CURVE_H

#include "base/error.h"
#include "base/linkage.h"

#include <stddef.h>

HZ_BEGIN_C

/*
 * Yearly effective spot rates (0.03 is 3 %) by term in years, terms rising. Between two terms the
 * rate is on the line through theirs; before the first it is the first's. One point is a flat rate,
 * which holds for ever; a curve of several ends with its last term.
 */
struct hz_curve {
    size_t points;
    const double *term;
    const double *rate;
    struct hz_place place; /* for messages: its file, and the line of its last point */
};

/* Refused (data): no point, a term that is negative or does not rise, a rate of -1 or less. */
HZ_MUST_USE bool hz_curve_check(const struct hz_curve *curve, struct hz_error *err);

/* Refused (data): a curve that ends before `years`. */
HZ_MUST_USE bool hz_curve_need(const struct hz_curve *curve, double years, struct hz_error *err);

/* The spot rate of a term, which the curve reaches. */
double hz_curve_rate(const struct hz_curve *curve, double years);

/* What 1 in so many years is worth today: (1 + rate)^-years. */
double hz_curve_discount(const struct hz_curve *curve, double years);

/* Present value of amounts in so many years each. */
double hz_present_value(const struct hz_curve *curve, const double amount[], const double years[],
                        size_t n);

/*
 * Macaulay duration: the mean of the years, weighted by present values; NaN if these add up to 0.
 * Divided by 1 + rate, for a flat rate, it is the modified duration.
 */
double hz_duration(const struct hz_curve *curve, const double amount[], const double years[],
                   size_t n);

HZ_END_C

#endif

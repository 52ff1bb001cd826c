/*
 * annuity.h: annuities-certain at a flat yearly rate. `years` is their term, `deferred` the years
 * before it, `times` the number of payments a year, each of 1 / times; payments fall at the end of
 * their part of a year, or, due, at its beginning. years x times and deferred x times are whole.
 *
 *     struct hz_annuity ten = {.rate = 0.05, .years = 10, .times = 1};
 *     hz_annuity_certain(&ten);   7.7217: a of 10 at 5 %
 *
 * Rates are effective and yearly throughout; 0 is fine. Nothing is refused: who reads a rate checks
 * it. Source: Kellison (2009), The Theory of Interest, 3rd ed., chapters 3 and 4.
 */

#ifndef HZ_LIFE_ANNUITY_H
#define HZ_LIFE_ANNUITY_H

#include "base/linkage.h"

#include <stdbool.h>

HZ_BEGIN_C

struct hz_annuity {
    double rate; /* effective, a year; > -1 */
    double years;
    double deferred;
    int times; /* a year: 1, 2, 4, 12, ... */
    bool is_due;
};

/* Present value: the sum of v^t / times over the payments, (1 - v^years) / i in closed form. */
double hz_annuity_certain(const struct hz_annuity *annuity);

/* The same at the end of the term. */
double hz_annuity_accumulated(const struct hz_annuity *annuity);

/* Payments of 1, 2, ... n, and of n, n - 1, ... 1, at the ends of n years. */
double hz_annuity_increasing(double rate, int years);
double hz_annuity_decreasing(double rate, int years);

/* A nominal rate convertible so many times a year, as an effective one, and back. */
double hz_rate_effective(double nominal, int times);
double hz_rate_nominal(double effective, int times);

HZ_END_C

#endif

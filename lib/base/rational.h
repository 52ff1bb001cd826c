/*
 * rational.h: exact sums of fractions (GMP's mpq within). The unearned part of a contribution is
 * 184 / 365 of it: a million such parts, rounded once, are the same in any order and on any number
 * of threads, which sums of doubles are not.
 */

#ifndef HZ_BASE_RATIONAL_H
#define HZ_BASE_RATIONAL_H

#include "base/linkage.h"
#include "base/money.h"

HZ_BEGIN_C

/* An exact fraction. Made by hz_rational_new, released by hz_rational_free. */
struct hz_rational;

struct hz_rational *hz_rational_new(void);           /* zero */
void hz_rational_free(struct hz_rational *rational); /* NULL is fine */

/* Adds numerator / denominator; denominator > 0. */
void hz_rational_add(struct hz_rational *rational, hz_sum numerator, hz_sum denominator);

/* Adds another fraction. */
void hz_rational_add_rational(struct hz_rational *rational, const struct hz_rational *more);

/*
 * The nearest whole number; a half goes away from zero (四舍五入). The one place where an exact sum
 * of fen becomes fen. The result must fit an hz_sum (asserted): 2^64 amounts' shares do.
 */
hz_sum hz_rational_round(const struct hz_rational *rational);

HZ_END_C

#endif

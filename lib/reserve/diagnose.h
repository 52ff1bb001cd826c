/* diagnose.h: whether a triangle keeps to what the chain ladder assumes of it. */

#ifndef HZ_RESERVE_DIAGNOSE_H
#define HZ_RESERVE_DIAGNOSE_H

#include "base/linkage.h"
#include "triangle/development.h"

HZ_BEGIN_C

/* A statistic with the bounds in which it stays by chance alone. */
struct hz_test {
    double statistic;
    double expected;
    double variance;
    double lower;
    double upper;
};

/*
 * Mack's test of calendar-year effects. Each link ratio is large or small beside its age's median
 * (those at the median say nothing). Of a diagonal with n of them, Z is the smaller number of
 * either; without an effect, with m = floor((n-1)/2),
 *
 *     E Z   = n/2 - C(n-1,m) n / 2^n
 *     Var Z = n(n-1)/4 - C(n-1,m) n(n-1) / 2^n + E Z - (E Z)^2.
 *
 * The statistic is the sum over diagonals; the bounds hold 95 % of a normal law. A sum below the
 * lower one is an effect; one above is more mixed than chance, and none.
 *
 * Refused (data): a triangle whose origins and ages do not show its diagonals; one without two link
 * ratios on any diagonal.
 * Source: Mack, T. (1994), Measuring the variability of chain ladder reserve estimates, CAS Forum,
 * Spring 1994, 101-182, appendix H.
 */
HZ_MUST_USE bool hz_test_calendar_effect(const struct hz_triangle *triangle, struct hz_test *test,
                                         struct hz_arena *arena, struct hz_error *err);

/* A diagonal's link ratios beside the medians of their ages. */
struct hz_diagonal {
    size_t diagonal; /* before the latest */
    size_t small, large;
    double expected, variance; /* of the smaller number, without an effect */
    double probability;        /* of numbers at least as unequal, without an effect: exactly */
};

/*
 * Each diagonal with a link ratio, the latest first, whose numbers the test above sums up. Refused
 * (data): a triangle whose origins and ages do not show its diagonals. Source: Mack, T. (1997),
 * Schadenversicherungsmathematik, for the single diagonal.
 */
HZ_MUST_USE bool hz_test_diagonals(const struct hz_triangle *triangle,
                                   struct hz_diagonal **diagonal, size_t *diagonals,
                                   struct hz_arena *arena, struct hz_error *err);

/*
 * Whether an age has developed alike in the older and the younger half of the origins whose link
 * ratios are used (of an odd number, the younger half is the larger).
 */
struct hz_stability {
    size_t earlier, recent;               /* link ratios */
    double factor_earlier, factor_recent; /* their averages */
    double t, factor_probability;         /* of such a difference by chance: Student's, n - 2 */
    double sigma_earlier, sigma_recent;   /* as in Mack's model */
    double sigma_probability;             /* of such a ratio by chance: Fisher's F, both ends */
};

/*
 * With link ratios F that have the weights w = C^alpha and the variance sigma^2 / w, t is that of a
 * regression on the half. NaN with fewer than two link ratios in a half, where C is not above 0 or
 * where all agree.
 */
struct hz_stability hz_test_stability(const struct hz_development *development,
                                      const struct hz_triangle *triangle, size_t column);

/*
 * Mack's test of correlation between successive link ratios: Spearman's rank correlation of each
 * pair of neighbouring ages over their n common origins, averaged with weights n - 1; without
 * correlation its variance is 1 / sum (n - 1). The bounds hold the middle half of a normal law, as
 * in the paper. Equal link ratios share their mean rank; ones from zero have none.
 *
 * Refused (data): no pair of ages with two common origins.
 * Source: ibid., appendix G.
 */
HZ_MUST_USE bool hz_test_development_correlation(const struct hz_triangle *triangle,
                                                 struct hz_test *test, struct hz_arena *arena,
                                                 struct hz_error *err);

/*
 * How much a link ratio differs from its factor, in sigmas: (C[k+1] - f C[k]) / (sigma
 * C[k]^(1-alpha/2)).
 */
double hz_residual(const struct hz_development *development, const struct hz_triangle *triangle,
                   size_t origin, size_t column);

HZ_END_C

#endif

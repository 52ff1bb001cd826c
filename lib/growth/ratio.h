/*
 * ratio.h: what enrolments, payouts and amounts say of each other: frequency, mean payment, cost of
 * an enrolment; and how much of the growth of an amount comes from each.
 */

#ifndef HZ_GROWTH_RATIO_H
#define HZ_GROWTH_RATIO_H

#include "base/linkage.h"
#include "growth/invert.h"

#include <stdbool.h>
#include <stdint.h>

HZ_BEGIN_C

/*
 * The ratio of two figures above 0, with the ends that theirs leave; an end of theirs that is not
 * finite is none, and neither is 0 or INFINITY of the result.
 */
struct hz_interval hz_ratio(struct hz_interval numerator, struct hz_interval denominator);

/* A year: persons enrolled (人次), payouts (人次), and what was paid, in any one unit. */
struct hz_payout_year {
    double enrolments, payouts, amount;
};

/* Parts of a growth, in units of 10^-4 log points of 1 %, which add up to `amount` exactly. */
struct hz_growth_parts {
    int64_t amount, enrolments, frequency, mean_payment;
};

/*
 * amount = enrolments x frequency x mean payment, and so
 *
 *     ln (A'/A) = ln (E'/E) + ln (F'/F) + ln (M'/M),   F = P / E, M = A / P
 *
 * Each is rounded to the nearest unit, but for the largest, which is what the others leave of the
 * rounded whole. All figures are above 0. Source: the additive decomposition of logarithmic change,
 * Tornqvist, Vartia & Vartia (1985), How should relative changes be measured?, The American
 * Statistician 39(1), 43-46.
 */
struct hz_growth_parts hz_growth_decompose(const struct hz_payout_year *before,
                                           const struct hz_payout_year *after);

/*
 * Rounds parts of a whole, each times 10^decimals, so that they add up to the rounded whole: the
 * nearest, but for the part of the largest size. False, and nothing rounded, where a part or the
 * whole has more than 15 digits then, which a double does not know.
 */
HZ_MUST_USE bool hz_round_parts(const double part[], int count, double whole, int decimals,
                                int64_t rounded[]);

HZ_END_C

#endif

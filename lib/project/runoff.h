/*
 * runoff.h: when a reserve is paid: expected payouts by calendar period, their present value and
 * their mean term.
 *
 * Period 1 is the first one after the valuation. Payouts are taken to fall in the middle of their
 * period: with p periods a year, those of period t are (t - 1/2) / p years away.
 */

#ifndef HZ_PROJECT_RUNOFF_H
#define HZ_PROJECT_RUNOFF_H

#include "base/arena.h"
#include "base/date.h"
#include "base/error.h"
#include "base/linkage.h"
#include "base/money.h"
#include "life/curve.h"

HZ_BEGIN_C

/* Expected payouts. Owned by the arena that it was made in. */
struct hz_runoff {
    enum hz_grain grain;
    int shift;       /* months by which its periods start later than the calendar's */
    hz_period first; /* the first period after the valuation */
    size_t periods;  /* from it to that of the last payout; none if nothing is to be paid */
    double *payout;  /* of each period, any unit */
    double total;    /* of all periods */
    double *se;      /* standard error of each period's payout; NULL: not known */
    double total_se;
};

/* An amount expected to be paid in a period. */
struct hz_payment {
    hz_period period;
    double amount;
};

/*
 * Adds up payments by period. One that would have been due before `first` is still to be made, and
 * counted in `first`.
 */
void hz_runoff_of_payments(struct hz_runoff *runoff, const struct hz_payment payment[],
                           size_t payments, hz_period first, enum hz_grain grain,
                           struct hz_arena *arena);

/* What is left to be paid of an origin period, as a reserving method has it. */
struct hz_origin_reserve {
    double to_ultimate; /* development factor from its age to the end, > 0 */
    double ibnr;        /* the reserve, any unit */
};

/*
 * Pays reserves by the development pattern that the origins' own factors imply. reserve[0] is that
 * of the newest origin period, `newest`, at age 1; reserve[k - 1] that of the one at age k; none is
 * left out. Of an origin's reserve R at age k, period t pays the share that emerges at age k + t:
 *
 *     R (e[k+t] - e[k+t-1]) / (1 - e[k]),  e[a] = 1 / to_ultimate at age a
 *
 * What the oldest age leaves open, the tail, is paid at the next age: e = 1 from there on. A
 * reserve whose pattern leaves nothing open, e[k] = 1, is paid in period 1.
 */
void hz_runoff_of_reserves(struct hz_runoff *runoff, const struct hz_origin_reserve reserve[],
                           size_t origins, hz_period newest, enum hz_grain grain,
                           struct hz_arena *arena);

/*
 * Makes the payouts add up to a total that is known better than they are, which is a matter of
 * rounding: the difference is spread over the periods by the size of their payouts. Where they are
 * all 0, the first period has it.
 */
void hz_runoff_settle(struct hz_runoff *runoff, double total, struct hz_arena *arena);

/*
 * Payouts in the prices of the valuation become those of their time: each grows by the yearly rate
 * for as many years as its period lies after the latest one, which prices are of. Standard errors
 * go.
 */
void hz_runoff_inflate(struct hz_runoff *runoff, double rate);

/*
 * The present value of each period's payouts, in the middle of the period, on a curve that reaches
 * the last of them (hz_runoff_check_curve). `present` holds `periods` of them.
 */
void hz_runoff_discount(const struct hz_runoff *runoff, const struct hz_curve *curve,
                        double present[]);

/* Refused (data): a curve that ends before the last payout. */
HZ_MUST_USE bool hz_runoff_check_curve(const struct hz_runoff *runoff, const struct hz_curve *curve,
                                       struct hz_error *err);

/*
 * Adds up periods to longer ones, by the calendar; the first may be a part of one, whose payouts
 * then count as in its middle all the same. Refused (data), at `place`: periods that are longer
 * than `grain`, or that start within the calendar's, for nothing says when in them payments fall.
 */
HZ_MUST_USE bool hz_runoff_regroup(struct hz_runoff *runoff, enum hz_grain grain,
                                   struct hz_place place, struct hz_arena *arena,
                                   struct hz_error *err);

/* A run-off in four figures. */
struct hz_runoff_terms {
    double payout;          /* undiscounted: the reserve */
    double present;         /* discounted */
    double mean_term_years; /* mean time to payment, weighted by payouts; NaN if they add up to 0 */
    double duration_years;  /* Macaulay duration: the same, weighted by present values */
};

/* Without a curve (NULL) nothing is discounted. */
struct hz_runoff_terms hz_runoff_terms(const struct hz_runoff *runoff,
                                       const struct hz_curve *curve);

/*
 * For how many years the reserve is held, in all, if it falls with the payouts: the part that is
 * still to be paid, its mean over each period taken in the middle of it, times the length of the
 * period and, with a curve, its discount there. Without one it is the mean term. NaN if the payouts
 * add up to 0.
 */
double hz_runoff_years_held(const struct hz_runoff *runoff, const struct hz_curve *curve);

/* Amounts of this size and more are not rounded. */
#define HZ_ROUND_MOST 1e20

/*
 * Rounds n amounts, which add up to `total`, to so many decimals (0 to 15) that the rounded ones
 * add up to the rounded total, exactly: each is the rounded sum up to it less the one before, so
 * that no sum of the first ones is off by more than half a unit of the last digit. rounded holds n
 * + 1 figures in such units; the last one is the total, with just the digits that printf gives it.
 * Refused (data), at `place`: a sum of HZ_ROUND_MOST or more in size.
 */
HZ_MUST_USE bool hz_round_in_sum(const double amount[], size_t n, double total, int decimals,
                                 hz_sum rounded[], struct hz_place place, struct hz_error *err);

HZ_END_C

#endif

/*
 * savings.h: cover whose contribution is a deposit that is given back at the end (储金型): what it
 * is worth against a plain contribution, and what is owed while it runs.
 */

#ifndef HZ_FUND_SAVINGS_H
#define HZ_FUND_SAVINGS_H

#include "base/linkage.h"
#include "life/curve.h"
#include "life/rate_table.h"

#include <stdbool.h>

HZ_BEGIN_C

/* What the interest on a deposit is taken to pay for cover. */
enum hz_savings_interest {
    /* it stays, and earns, until the refund; the charge is its value at the start */
    HZ_INTEREST_COMPOUND,
    /* it is taken out at the end of each year; the charge is due at the start */
    HZ_INTEREST_YEARLY,
    HZ_INTEREST_SIMPLE, /* it is reckoned on the deposit alone, and the charge is due at the end */
    HZ_INTERESTS,
};

/* In the order of the enum, then NULL; and what is assumed, as a sentence for people. */
extern const char *const hz_savings_interest_names[];
const char *hz_savings_assumption(enum hz_savings_interest interest);

/*
 * The yearly yield at which a deposit that is refunded after `years` costs its owner as much as a
 * plain contribution that is not:
 *
 *     compound:  plain = deposit (1 - (1 + i)^-years)
 *     yearly:    plain = deposit i a,  a the annuity-certain of 1 at the ends of the years
 *     simple:    plain = deposit i years
 *
 * The first two are the same: interest taken out at i is worth what it would have grown to. Refused
 * (data): a plain contribution that is not above 0 or not below the deposit, no year.
 */
HZ_MUST_USE bool hz_savings_yield(double deposit, double plain, int years,
                                  enum hz_savings_interest interest, double *yield,
                                  struct hz_error *err);

/*
 * Whether a deposit is charged anything: with its interest over the term it is worth more than what
 * is given back. The curve reaches the term.
 */
bool hz_savings_is_charged(double deposit, double refund, double term_years,
                           const struct hz_curve *curve);

/*
 * What is owed for a deposit with so many years of its term to go: the refund at its present value,
 * and of the implied charge, deposit - refund x discount over the whole term, the part not yet
 * earned (unearned, 0 to 1). Amounts may be sums of deposits that are alike, all charged or none,
 * less those taken back. Refused (data): more years to go than the term has, a curve that ends
 * before it.
 */
struct hz_savings_liability {
    double refund;  /* in the end */
    double present; /* its present value */
    double charge;  /* implied, of the whole term */
    double unearned;
    double total; /* present + unearned */
};

HZ_MUST_USE bool hz_savings_owed(double deposit, double refund, bool is_charged, double term_years,
                                 double left_years, double unearned_part,
                                 const struct hz_curve *curve, struct hz_savings_liability *owed,
                                 struct hz_error *err);

/*
 * How a refund of 1 is given back, and what that is worth: by death and by lapse in the middle of
 * each year from now, or of the part of one that is left, the tables' rates at the age then being
 * dependent ones (a part of a year has its part of them), and what is then left at maturity. Of
 * those who die or lapse the refund is whole. Either table may be NULL: nobody leaves by it. The
 * tables have the ages from `age` on that the years need, the curve its term.
 *
 *     present = sum_t p[t] (d[t] + w[t]) v(t + s / 2) + p[n] v(n),  s = 1, or less at the end
 */
struct hz_savings_exits {
    double deaths, lapses, matured; /* together 1 */
    double present;
};

struct hz_savings_exits hz_savings_exit(int age, double left_years, const struct hz_curve *curve,
                                        const struct hz_rate_table *death,
                                        const struct hz_rate_table *lapse);

HZ_END_C

#endif

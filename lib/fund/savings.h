/*
 * savings.h: cover whose contribution is a deposit that is given back at the end (储金型): what it is
 * worth against a plain contribution, and what is owed while it runs.
 */

#ifndef HZ_FUND_SAVINGS_H
#define HZ_FUND_SAVINGS_H

#include "life/curve.h"

#include <stdbool.h>

/* What the interest on a deposit is taken to pay for cover. */
enum hz_savings_interest {
    HZ_INTEREST_COMPOUND, /* it stays, and earns, until the refund; the charge is its value at the start */
    HZ_INTEREST_YEARLY, /* it is taken out at the end of each year; the charge is due at the start */
    HZ_INTEREST_SIMPLE, /* it is reckoned on the deposit alone, and the charge is due at the end */
};

/*
 * The yearly yield at which a deposit that is refunded after `years` costs its owner as much as a plain
 * contribution that is not:
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
 * What is owed for a deposit with so many years of its term to go: the refund at its present value, and
 * of the implied charge, deposit - refund x discount over the whole term, the part not yet earned
 * (unearned, 0 to 1).
 */
struct hz_savings_liability {
    double refund;  /* in the end */
    double present; /* its present value */
    double charge;  /* implied, of the whole term */
    double unearned;
    double total; /* present + unearned */
};

HZ_MUST_USE bool hz_savings_owed(double deposit, double refund, double term_years,
                                 double left_years, double unearned_part,
                                 const struct hz_curve *curve, struct hz_savings_liability *owed,
                                 struct hz_error *err);

#endif

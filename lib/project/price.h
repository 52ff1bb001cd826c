/*
 * price.h: the price of a new plan without claims of its own, from what similar plans have had.
 *
 * The frequency is a weighted mean of those of the similar plans, the weights being stated or those
 * that Bühlmann and Straub's credibility gives a group without a mean of its own. Payouts are those
 * of the similar plans, each as often as it is expected from there. The number is negative
 * binomial: Poisson about a mean that is gamma distributed, with the variance of what is not known.
 *
 * Source: Bühlmann, H. & Gisler, A. (2005), A Course in Credibility Theory and its Applications,
 * Springer, chapter 4; Klugman, Panjer, Willmot, "Loss Models", chapter 9, on compound sums.
 */

#ifndef HZ_PROJECT_PRICE_H
#define HZ_PROJECT_PRICE_H

#include "base/arena.h"
#include "base/error.h"
#include "base/linkage.h"
#include "base/money.h"

#include <stddef.h>

HZ_BEGIN_C

/* What a similar plan has had, and what a payout of it comes to under the terms of the new plan. */
struct hz_similar {
    double exposure, payouts; /* years of cover, above 0, and payouts on them, 0 or more */
    hz_fen mean;              /* of a payout, above 0 */
    double cv;                /* 0: a lump sum */
    double stated;            /* its share of the frequency, 0 to 1; NaN: by credibility */
    double credibility;       /* the answer: Z; NaN for one alone, or where plans do not differ */
    double share;             /* the answer: all add up to 1 */
};

/* What is taken to be true of the new plan, with standard errors; amounts in yuan. */
struct hz_price_basis {
    double frequency, frequency_error; /* payouts a person and year */
    double amount, amount_error;       /* the mean of one */
    double square;                     /* the mean of its square */
    double within, between;            /* see credibility.h; between is NaN for one similar plan */
};

/*
 * Gives each similar plan its share and blends them. With shares c, frequencies F and exposures w
 *
 *     frequency       = sum c F
 *     error^2         = between (1 + sum c^2) + within sum c^2 / w
 *     amount          = sum s mean,  s = c F / frequency
 *     amount_error^2  = sum s^2 (cv mean)^2 / payouts
 *
 * where within is the payouts of all over their exposure. The first error is that of
 * hz_credibility_fit for a group without a mean if all shares are by credibility, and the error of
 * the same linear prediction for any others. Refused (data): stated shares above 1 in all, or below
 * 1 with nobody to take the rest; no payouts where there is a share.
 */
HZ_MUST_USE bool hz_price_blend(struct hz_similar similar[], size_t count,
                                struct hz_price_basis *basis, struct hz_error *err);

struct hz_price_order {
    double persons;  /* for a year each; above 0 */
    double level;    /* the chance that contributions suffice, below 1 */
    double expenses; /* part of a contribution, below 1 */
};

/* Of all persons in yuan, and a price a person in fen: the sum of its parts. */
struct hz_price {
    double payouts, expected, sd;
    double needed; /* the quantile of the sum at the level */
    hz_fen price, pure, chance, doubt, expenses;
    double falls_short; /* P(sum > persons x (price - expenses)) */
};

/*
 * The price, rounded up to the fen, and never below what is expected: rare payouts of few persons
 * would else cost nothing at any usual level. `chance` is what is needed beyond that with a Poisson
 * number, as if the basis were known, and `doubt` what is needed beyond both. The sum is on steps
 * of the lump sums' greatest common divisor where there are only such and it is not too fine, or
 * else on 2^18 steps of equal length. Refused (data): a sum so spread that the level lies beyond 30
 * standard deviations.
 */
HZ_MUST_USE bool hz_price_of(const struct hz_similar similar[], size_t count,
                             const struct hz_price_basis *basis, const struct hz_price_order *order,
                             struct hz_price *price, struct hz_arena *arena, struct hz_error *err);

HZ_END_C

#endif

/*
 * one_year.h: how far the chain ladder's ultimates will move, year by year (claims development
 * result).
 */

#ifndef HZ_VARIABILITY_ONE_YEAR_H
#define HZ_VARIABILITY_ONE_YEAR_H

#include "base/linkage.h"
#include "reserve/method.h"

HZ_BEGIN_C

/* How many diagonals are still to come before the youngest origin is at the last age. */
size_t hz_one_year_periods(const struct hz_triangle *triangle);

/*
 * Refuses (data) what the claims development result has no formula for: a tail by a curve, which
 * would move with the factors; a tail with an error, of which no diagonal tells how much it shows.
 */
HZ_MUST_USE bool hz_one_year_check(const struct hz_development *development,
                                   const struct hz_triangle *triangle, struct hz_error *err);

/*
 * With each new diagonal the ultimates are estimated again. The claims development result of
 * diagonal k is by how much that moves them; its expectation is 0, and in Mack's model its mean
 * square, seen from now,
 *
 *     U[i]^2 (Q[c] / C[i,c]^alpha + P[i]),    c = latest[i] + k - 1,    Q = sigma^2 / f^2,
 *     P[i] = Q[c] / S[c] + sum over j > c of Q[j] (1 / S[j] - 1 / S'[j]),
 *
 * where S[j] is the weight of the link ratios that f[j] is averaged from, before diagonal k, and
 * S'[j] after it, with what the model expects of the diagonals to come. In the total, the first
 * term of the origins adds up, and the second is shared: sum of P[i] U[i] (U[i] + 2 times the U of
 * all younger origins).
 *
 * Over all k, these mean squares add up to Mack's, of each origin and of the total.
 *
 * se has a row of `periods` figures for each origin and one for the total: entry k - 1 is the root
 * for diagonal k. Each origin moves on by one age a diagonal; several may stand at one age. `mack`
 * is what hz_mack has estimated, without a refusal, from the same basis, and hz_one_year_check has
 * not refused.
 *
 * Link ratios that are left out have no weight in S and stay out; those of the diagonals to come
 * are averaged in, also where the average is of the last N. A factor that was selected is the
 * average of its alpha, now and later.
 *
 * Source: Merz, M. & Wuthrich, M. V. (2008), CAS E-Forum, Fall 2008, 542-568 (k = 1, alpha 1);
 * Merz, M. & Wuthrich, M. V. (2014), Claims run-off uncertainty: the full picture, SSRN 2524352.
 */
void hz_one_year_errors(const struct hz_reserve_basis *basis, const struct hz_reserve *mack,
                        double se[]);

HZ_END_C

#endif

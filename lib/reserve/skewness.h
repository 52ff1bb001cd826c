/* skewness.h: how lopsided what is still to come is, in Mack's model. */

#ifndef HZ_RESERVE_SKEWNESS_H
#define HZ_RESERVE_SKEWNESS_H

#include "base/linkage.h"
#include "reserve/method.h"

HZ_BEGIN_C

/*
 * The third central moment of an origin, carried from age to age like its variances (mack.h), C
 * being observed or projected, and mse the sum of both variances so far:
 *
 *     third = f^3 third + 3 f sigma^2 mse + s (E(C^1.5) + C^3 sum c^1.5 / (sum c)^3),
 *     E(C^1.5) = C^1.5 (1 + mse / C^2)^0.375        (as for a log-normal C),
 *     s = sum c^1.5 (F - f)^3 / (n - (sum c^1.5)^2 / (sum c)^3),
 *
 * over the n link ratios F of an age and the values c that they grow from; s is 0 where n is 1, and
 * for the tail. That of the total has besides, for all pairs and triples of origins, the mixed
 * moments of log-normal ones with Mack's covariances.
 *
 * skewness is filled in for each origin and the total: third / mse^1.5, 0 where mse is 0; NaN for
 * all if some alpha is not 1, for then the model has no third moment, or if a value is below 0.
 * `mack` is what hz_mack has estimated from the same basis, without a refusal.
 *
 * Source: Dal Moro, E. (2013), A closed-form formula for the skewness estimation of non-life
 * reserve risk distribution, SSRN 2344297; Dal Moro, E. & Krvavych, Y. (2017), ASTIN Bulletin
 * 47(3), 737-785.
 */
void hz_mack_skewness(const struct hz_reserve_basis *basis, const struct hz_reserve *mack,
                      double skewness[]);

HZ_END_C

#endif

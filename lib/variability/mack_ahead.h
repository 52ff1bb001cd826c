/* mack_ahead.h: what the chain ladder expects of the next diagonals, with Mack's error of it. */

#ifndef HZ_VARIABILITY_MACK_AHEAD_H
#define HZ_VARIABILITY_MACK_AHEAD_H

#include "reserve/method.h"

HZ_BEGIN_C

/*
 * The sum of what all origins will have come to some ages ahead, an origin that reaches the last
 * age before staying there; *se is its root mean square error. Process variances are carried as in
 * hz_mack, origin by origin; the error of the factors is to the first order
 *
 *     sum over k of (se(f[k]) / f[k] . sum over the origins that pass k of their C ahead)^2,
 *
 * which, for all ages ahead, is Mack's formula of the total (1993, corollary to theorem 3). A tail
 * is not reached. hz_mack must have taken the triangle.
 */
void hz_mack_ahead(const struct hz_reserve_basis *basis, size_t ahead, double *sum, double *se);

HZ_END_C

#endif

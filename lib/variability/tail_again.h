/* tail_again.h: the tails of simulated factors, each extrapolated anew. */

#ifndef HZ_VARIABILITY_TAIL_AGAIN_H
#define HZ_VARIABILITY_TAIL_AGAIN_H

#include "base/linkage.h"
#include "random/random.h"
#include "triangle/tail.h"
#include "triangle/triangle.h"

HZ_BEGIN_C

/*
 * Fits the curve (not a constant, nor a growth curve) to the factors of HZ_LANES simulations: a row
 * of lanes a step, the row of the tail, the last, being filled in. Where a simulation's factors
 * have no such curve (they do not fall, or are not above 1), its tail is `otherwise`, and kept[l]
 * is 1 instead of 0.
 */
void hz_tail_again(const struct hz_tail_choice *curve, const struct hz_triangle *triangle,
                   double (*factor)[HZ_LANES], double otherwise, double kept[HZ_LANES]);

HZ_END_C

#endif

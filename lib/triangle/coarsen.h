/* coarsen.h: a triangle of months or quarters as one of quarters or years. */

#ifndef HZ_TRIANGLE_COARSEN_H
#define HZ_TRIANGLE_COARSEN_H

#include "base/linkage.h"
#include "triangle/grains.h"
#include "triangle/triangle.h"

HZ_BEGIN_C

/*
 * Adds the origin periods of a triangle up to longer ones, and keeps the ages that end where the
 * longer development periods do:
 *
 *     C[P, m] = sum of C[o, m - s] over the origins o in P,
 *
 * m months after the start of P and s from there to the start of o; an origin that has not begun by
 * then adds nothing. Ages are counted in development periods. The latest diagonal stays: if it lies
 * within a longer period, so do all ages (0.5, 1.5, ... of years at midyear), and the youngest
 * origin holds only what has begun. Cells for which one of the origins is not observed are left
 * out.
 *
 * Refused (data): origins that are not called like periods of one grain (2021, 2021Q3, 2021-07); a
 * triangle that does not show how long an age lasts; a grain finer than its own; an origin that is
 * missing between those that are there, or in the first or the last period: its claims would be;
 * ages none of which ends with a longer period; what hz_triangle_new refuses.
 */
HZ_MUST_USE bool hz_triangle_coarsen(struct hz_triangle *coarse, const struct hz_triangle *fine,
                                     const struct hz_triangle_grains *grains,
                                     struct hz_arena *arena, struct hz_error *err);

HZ_END_C

#endif

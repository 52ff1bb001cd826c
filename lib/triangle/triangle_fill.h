/*
 * triangle_fill.h: amounts of one age each (increments) become cumulative values: they add up only
 * if all are known, from the first age to the latest diagonal.
 */

#ifndef HZ_TRIANGLE_TRIANGLE_FILL_H
#define HZ_TRIANGLE_TRIANGLE_FILL_H

#include "triangle/triangle.h"

HZ_BEGIN_C

/*
 * Fills the cells that are not there with 0 and adds up each origin; an origin that ends before the
 * latest diagonal is carried on to it. Which one that is, is told by the cells: of the diagonals
 * that an origin and the next would make, the one that most origins reach. `value`, `first` and
 * `latest` are the triangle's own, to be written. O(origins^2).
 *
 * Refused (data): a cell that is not there, unless with_zero says that nothing was paid in such.
 */
HZ_MUST_USE bool hz_triangle_fill(struct hz_triangle *triangle, double value[], size_t first[],
                                  size_t latest[], bool with_zero, struct hz_error *err);

/*
 * Mends ages_per_origin where cells do not show it: where it is neither whole steps between ages
 * nor a step every few origins, and not all origins are on the diagonal that it draws. It is then
 * taken from the diagonal that most origins reach, at least three of them and two thirds; 0 if
 * there is none such.
 */
void hz_triangle_settle_time(struct hz_triangle *triangle);

/*
 * Whether an origin ends before the latest diagonal, on which the others are, and the oldest that
 * does. False where the diagonal cannot be told.
 */
bool hz_triangle_is_behind(const struct hz_triangle *triangle, size_t *origin);

HZ_END_C

#endif

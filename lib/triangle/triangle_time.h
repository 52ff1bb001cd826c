/*
 * triangle_time.h: where the cells of a triangle are in time, as its labels and ages say: how far
 * apart origins are, how age falls from one to the next, and which diagonal a cell is on.
 */

#ifndef HZ_TRIANGLE_TRIANGLE_TIME_H
#define HZ_TRIANGLE_TRIANGLE_TIME_H

#include "triangle/triangle.h"

HZ_BEGIN_C

/*
 * Sets ages_per_origin: the fall of age a period of origins from the last origin that is as old as
 * can be to the youngest, 0 if all are equally old; and step, the least distance of two ages
 * (infinity: there is one age).
 */
void hz_triangle_set_time(struct hz_triangle *triangle);

/*
 * Whether labels say how far it is from an origin to the next: periods of the calendar, or numbers
 * in labels that are else the same. Labels without digits are names, and follow each other.
 */
bool hz_triangle_origins_tell(const struct hz_triangle *triangle, size_t origin);

HZ_END_C

#endif

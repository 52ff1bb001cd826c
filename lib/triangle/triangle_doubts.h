/*
 * triangle_doubts.h: shapes and values of a triangle that tell of how its table was made rather
 * than of claims: what is refused, for its figures would be wrong, and what is told, for they may
 * be.
 */

#ifndef HZ_TRIANGLE_TRIANGLE_DOUBTS_H
#define HZ_TRIANGLE_TRIANGLE_DOUBTS_H

#include "base/linkage.h"
#include "triangle/triangle.h"

HZ_BEGIN_C

/*
 * Refused (data): an origin that is called like no period while most are, as a row of averages or
 * factors below a triangle ("2018 and prior" is one); a number or two figures of a year, 21, beside
 * a year in full; 98 beside 00.
 */
HZ_MUST_USE bool hz_triangle_check_origins(const struct hz_triangle *triangle,
                                           struct hz_error *err);

/*
 * Refused (data), of cells as they were given, whether sums or amounts of one age each:
 *
 * - origins that are years and quarters, say, in one triangle;
 * - three origins or more that all end at the last age while each younger one begins later, as
 *   where developments are calendar periods under other names, or cells stand to the right;
 * - three origins or more, each of which begins later by as much as it is younger, or two that
 *   begin at the last two figures of their years;
 * - an origin, not called like a period, whose cells are the sums of all the others';
 * - unless `is_cut` says that what is later than a valuation has been left out: a rectangle whose
 *   younger origins end in the more zeros.
 */
HZ_MUST_USE bool hz_triangle_check_shape(const struct hz_triangle *triangle, bool is_cut,
                                         struct hz_error *err);

/*
 * Refused (data), of sums: those that are carried on where nothing is known yet. All origins go on
 * to the last age, and the n-th repeats what it had at least n times; or from one diagonal on, two
 * origins or more stand still, two ages at least, and none before.
 */
HZ_MUST_USE bool hz_triangle_check_carried(const struct hz_triangle *triangle,
                                           struct hz_error *err);

/*
 * Refused (data), of sums: a latest diagonal on which every origin that is not at the last age,
 * three at least, stands still, having moved until then.
 */
HZ_MUST_USE bool hz_triangle_check_latest(const struct hz_triangle *triangle, struct hz_error *err);

/*
 * Tells what may well be an oversight: cells that are missing; origins seen to the last age all;
 * one that ends before the latest diagonal, or that none can be told; 0 after sums that are not;
 * sums that fall as amounts of one age do, and the reverse; labels that do not say how far apart
 * origins are. `how` is of enum hz_cells; sentences last as long as the call.
 */
void hz_triangle_doubts(const struct hz_triangle *triangle, int how,
                        void (*tell)(void *context, const char *sentence), void *context);

HZ_END_C

#endif

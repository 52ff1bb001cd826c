/* triangle_cut.h: what is later than a valuation is left out of a triangle's cells. */

#ifndef HZ_TRIANGLE_TRIANGLE_CUT_H
#define HZ_TRIANGLE_TRIANGLE_CUT_H

#include "base/linkage.h"
#include "triangle/triangle.h"

HZ_BEGIN_C

/* When a triangle ends. */
struct hz_triangle_end {
    double end;     /* in months since year 0; infinity: it is not known */
    int unit;       /* months in an age of 1; 0: the ages show it */
    bool is_stated; /* the table itself says so, beside its cells */
};

/*
 * Leaves out the cells that end after the valuation. *unit is valuation->unit, or what the
 * valuation tells of it.
 *
 * One that is stated also tells the unit, where the latest cell ends with it, and when fiscal years
 * start, for they end with it. It leaves all as it is where origins are no periods of the calendar
 * or ages do not say how long they last.
 *
 * Refused (data): without that, such origins and ages; with it, a cell in whose development the
 * valuation falls, for it was seen at another age than it says.
 */
HZ_MUST_USE bool hz_cells_cut(struct hz_cell cell[], size_t *cells,
                              const struct hz_triangle_end *valuation, struct hz_place place,
                              int *unit, struct hz_arena *arena, struct hz_error *err);

HZ_END_C

#endif

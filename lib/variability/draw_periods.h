/* draw_periods.h: the calendar periods into which the future of a triangle falls. */

#ifndef HZ_VARIABILITY_DRAW_PERIODS_H
#define HZ_VARIABILITY_DRAW_PERIODS_H

#include "base/linkage.h"
#include "triangle/triangle.h"

HZ_BEGIN_C

/* Owned by the arena it was made in. */
struct hz_draw_periods {
    size_t periods;
    struct hz_text *label; /* 2024, 2024Q3, 2024-07, FY2024: in the order of the calendar */
    size_t *of; /* origins x ages: of an origin's step from column k to k + 1; the last: the tail */
};

/*
 * A tail falls into one period, that of the age after the last; without one there is none after it.
 * Refused (data): origins that are no periods of the calendar, or ages that do not show theirs, for
 * nothing then says when a payment falls.
 */
HZ_MUST_USE bool hz_draw_periods_new(struct hz_draw_periods *periods,
                                     const struct hz_triangle *triangle, bool has_tail,
                                     struct hz_arena *arena, struct hz_error *err);

HZ_END_C

#endif

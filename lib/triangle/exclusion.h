/* exclusion.h: which link ratios of a triangle a development factor is averaged from. */

#ifndef HZ_TRIANGLE_EXCLUSION_H
#define HZ_TRIANGLE_EXCLUSION_H

#include "base/linkage.h"
#include "triangle/triangle.h"

HZ_BEGIN_C

/* Rules for one step. All zero: every link ratio is used. */
struct hz_ratio_use {
    size_t last;      /* of the youngest so many origins that have one; 0: of all */
    size_t drop_high; /* without so many of the highest, and of the lowest */
    size_t drop_low;
    double above; /* without those above; 0: no limit */
    double below; /* without those below; 0: no limit */
    bool zeros;   /* origins that are zero at both ages count too, for what needs no link ratio */
};

/* Link ratios left out by name. What is not given matches any; at least one of the three is. */
struct hz_exclusion {
    struct hz_text origin;    /* the origin's label; empty: any */
    double age;               /* the age at which the link ratio starts; NaN: any */
    struct hz_text valuation; /* the calendar period at whose end it starts; empty: any */
    struct hz_text reason;
    struct hz_place place; /* where it was read, for messages */
};

/* True if the exclusion matches a link ratio of the triangle. */
bool hz_exclusion_matches(const struct hz_exclusion *exclusion, const struct hz_triangle *triangle);

/* True if it leaves out a link ratio from column k. */
bool hz_exclusion_leaves_out(const struct hz_exclusion *exclusion,
                             const struct hz_triangle *triangle, size_t k);

/*
 * Marks the origins whose link ratio from column k is used. Origins count that are observed at both
 * ages and not zero at both. The order: the youngest `last` of these; without what is excluded by
 * name; without what is above and below the limits; without the highest and lowest of the rest, of
 * equal ones that of the larger value the higher. A limit and the highest and lowest make no
 * difference at an age where no link ratio would be left.
 */
void hz_exclusion_mark(const struct hz_triangle *triangle, size_t k, const struct hz_ratio_use *use,
                       const struct hz_exclusion exclusion[], size_t exclusions, bool used[],
                       struct hz_arena *arena);

HZ_END_C

#endif

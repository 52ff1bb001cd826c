/*
 * origin_exposure.h: the exposures of the origins of triangles, out of a small table:
 * contributions, members or covers. The format is described in huzhu-triangle(5).
 */

#ifndef HZ_TRIANGLE_ORIGIN_EXPOSURE_H
#define HZ_TRIANGLE_ORIGIN_EXPOSURE_H

#include "base/linkage.h"
#include "triangle/triangle_table.h"

HZ_BEGIN_C

struct hz_known_period;

/* The periods that the origins of triangles are called by, each label once. */
struct hz_origin_names {
    const struct hz_known_period *known;
    size_t count;
};

struct hz_origin_names hz_origin_names_list(const struct hz_triangle_table *table,
                                            struct hz_arena *arena);

/* What they call the period of a label: 1/1/2021, AY21, 21 and AY2021 may all be their 2021. */
struct hz_text hz_origin_named(const struct hz_origin_names *names, struct hz_text label);

/*
 * Gives the origins their exposures, out of a table with the columns origin and exposure and any of
 * the group columns; a group column that it lacks makes no difference. A column prior has what is
 * expected per unit of exposure, origin by origin. Origins may be called otherwise than in the
 * triangles, as long as they are the same periods of the calendar: 1/1/2021 or AY2021 for 2021.
 * Rows of groups that there are no triangles of, and of older origins, are not used.
 *
 * Refused (data), with the line: another column; and, group by group: an origin that stands twice;
 * an exposure that is not a number or is negative; an origin of a triangle without an exposure; an
 * origin younger than those of its triangle, whose reserve would go missing.
 */
HZ_MUST_USE bool hz_exposure_read(struct hz_triangle_table *table, const struct hz_sheet *sheet,
                                  struct hz_arena *arena, struct hz_error *err);

/* The same out of a file; NULL: no exposures are asked for. */
HZ_MUST_USE bool hz_exposure_read_file(struct hz_triangle_table *table, const char *path,
                                       struct hz_arena *arena, struct hz_error *err);

HZ_END_C

#endif

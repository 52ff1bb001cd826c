/* outcome_table.h: what became of the triangles of a table, out of a small table of its own. */

#ifndef HZ_VARIABILITY_OUTCOME_TABLE_H
#define HZ_VARIABILITY_OUTCOME_TABLE_H

#include "triangle/triangle_table.h"

HZ_BEGIN_C

/* What became of one triangle. */
struct hz_outcome {
    double all;
    const double *origin; /* of each origin; NULL: the file has them in one figure */
};

/*
 * Reads outcome[triangles] from a file with the group columns of the triangles, `outcome`, and
 * perhaps `origin`: then the outcomes of a group's origins are added up. Columns are found by name;
 * of a file that has no `outcome`, the only column left is it. The arena owns those of origins.
 *
 * Refused (data), with the line: a missing or a further column; an outcome that is not a number; a
 * group (and origin) twice; one that there is no triangle of; a triangle, or an origin of it,
 * without one.
 */
HZ_MUST_USE bool hz_outcome_read(struct hz_outcome outcome[], const char *path,
                                 const struct hz_triangle_table *triangles, struct hz_arena *arena,
                                 struct hz_error *err);

HZ_END_C

#endif

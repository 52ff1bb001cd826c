/*
 * correlation_table.h: how the groups of a table of triangles are correlated, out of a small table.
 */

#ifndef HZ_VARIABILITY_CORRELATION_TABLE_H
#define HZ_VARIABILITY_CORRELATION_TABLE_H

#include "base/linkage.h"
#include "triangle/triangle_table.h"

HZ_BEGIN_C

/*
 * Reads rank[n x n] of the groups item[0 ... n - 1] from a square table: a row a group, with its
 * group columns, and a column a group, called like it (of several group columns: 北京/medical).
 * Groups of the file that are not asked for are not used.
 *
 * Refused (data), with the line: a group column that is missing; a group without a row, twice, or
 * without a column; a cell that is not a number from -1 to 1; a group's own that is not 1; two
 * that should be alike, of A with B and of B with A, and are not.
 */
HZ_MUST_USE bool hz_correlation_read(double rank[], const char *path,
                                     const struct hz_triangle_table *triangles,
                                     const struct hz_group_triangle *const item[], size_t n,
                                     struct hz_arena *arena, struct hz_error *err);

HZ_END_C

#endif

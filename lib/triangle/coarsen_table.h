/* coarsen_table.h: triangles of longer periods, as a table. */

#ifndef HZ_TRIANGLE_COARSEN_TABLE_H
#define HZ_TRIANGLE_COARSEN_TABLE_H

#include "base/linkage.h"
#include "file/table.h"
#include "triangle/grains.h"
#include "triangle/triangle_table.h"

HZ_BEGIN_C

/*
 * The group columns, then origin, development and value (cumulative, with the decimals that it
 * has): the format of huzhu-triangle(5) again. A triangle that does not show how long an age lasts,
 * of one origin, say, takes it from the first that does. Refused (data): what hz_triangle_coarsen
 * refuses (of several triangles, those that are refused are left out, see hz_table_leave_out).
 */
HZ_MUST_USE bool hz_coarsen_table(const struct hz_triangle_grains *grains,
                                  const struct hz_triangle_table *triangles, struct hz_table *out,
                                  struct hz_error *err);

HZ_END_C

#endif

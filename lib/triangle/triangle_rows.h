/*
 * triangle_rows.h: how each result about triangles begins its rows, and what is done with a
 * triangle that is refused.
 */

#ifndef HZ_TRIANGLE_TRIANGLE_ROWS_H
#define HZ_TRIANGLE_TRIANGLE_ROWS_H

#include "base/linkage.h"
#include "file/table.h"
#include "triangle/triangle_table.h"

HZ_BEGIN_C

/*
 * Declares the columns of a result about triangles: the group columns, then `name`, which ends with
 * NULL; and tells what is to be known of how the triangles were read, and which were refused.
 * Refused (data): a group column that is called like one of the result.
 */
HZ_MUST_USE bool hz_triangle_table_declare(const struct hz_triangle_table *triangles,
                                           const char *const name[], struct hz_table *out,
                                           struct hz_error *err);

/* Begins a row of such a result: the group columns. */
void hz_triangle_table_begin(const struct hz_triangle_table *triangles,
                             const struct hz_group_triangle *item, struct hz_table *out);

/* The same, then origin, development and period (empty if it has none) of a cell. */
void hz_triangle_table_begin_cell(const struct hz_triangle_table *triangles,
                                  const struct hz_group_triangle *item, size_t origin,
                                  size_t column, struct hz_table *out);

/*
 * Calls `write` for each triangle without holes (hz_triangle_require_whole), with an arena that
 * lasts as long as the call. Where it refuses, having written nothing, a lone triangle fails, and
 * of several a triangle that is refused for its data is told and left out (hz_table_leave_out).
 */
HZ_MUST_USE bool
hz_triangle_table_each(const struct hz_triangle_table *triangles,
                       bool (*write)(const struct hz_group_triangle *item, const void *context,
                                     struct hz_arena *arena, struct hz_error *err),
                       const void *context, struct hz_table *out, struct hz_error *err);

/* The same, of triangles with holes too. */
HZ_MUST_USE bool hz_triangle_table_each_holed(
    const struct hz_triangle_table *triangles,
    bool (*write)(const struct hz_group_triangle *item, const void *context, struct hz_arena *arena,
                  struct hz_error *err),
    const void *context, struct hz_table *out, struct hz_error *err);

/* Writes an age, or a value, with the decimals that it has, nine at most. */
void hz_age_write(double age, struct hz_table *out);

HZ_END_C

#endif

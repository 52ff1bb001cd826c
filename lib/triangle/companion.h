/*
 * companion.h: the triangles of the same cells that go with those of amounts: numbers of claims,
 * incurred amounts, open and reported claims.
 */

#ifndef HZ_TRIANGLE_COMPANION_H
#define HZ_TRIANGLE_COMPANION_H

#include "base/linkage.h"
#include "triangle/triangle_table.h"

HZ_BEGIN_C

/*
 * Finds each triangle's companion in the table of a file (NULL: none is asked for): the same group
 * columns in any order, the same groups, and the same cells, in the same form but for the value
 * column, which, if the form names the triangles' own, is the one called like the companion
 * (incurred, open, closed, reported). Refused (data), group by group: a group column or a
 * group that the other lacks; a triangle with other origins, ages or cells.
 */
HZ_MUST_USE bool hz_companion_read(struct hz_triangle_table *table, const char *path,
                                   const struct hz_triangle_form *form, enum hz_companion which,
                                   struct hz_arena *arena, struct hz_error *err);

HZ_END_C

#endif

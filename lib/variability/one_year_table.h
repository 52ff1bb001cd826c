/* one_year_table.h: the claims development result of a table of triangles, as a table. */

#ifndef HZ_VARIABILITY_ONE_YEAR_TABLE_H
#define HZ_VARIABILITY_ONE_YEAR_TABLE_H

#include "base/linkage.h"
#include "file/table.h"
#include "triangle/development.h"
#include "triangle/group_totals_rows.h"
#include "triangle/triangle_table.h"

HZ_BEGIN_C

/*
 * origin, ibnr, one_year_se (of the next diagonal), se (of all of them: Mack's): a row for each
 * origin and one of "total". With is_run_off, instead origin, diagonal, se, remaining_se (of the
 * later ones): a row for each origin and diagonal to come. Totals over groups, and the column
 * `level`, as group_totals_rows.h says. Refused (data): what hz_mack refuses; a
 * triangle with no diagonal to come (of several triangles, those are left out).
 */
HZ_MUST_USE bool hz_one_year_table(const struct hz_development_choice *choice, bool is_run_off,
                                   const struct hz_total_choice *totals,
                                   const struct hz_triangle_table *triangles, struct hz_table *out,
                                   struct hz_error *err);

HZ_END_C

#endif

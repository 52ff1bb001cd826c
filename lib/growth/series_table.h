/* series_table.h: yearly figures out of a small table. */

#ifndef HZ_GROWTH_SERIES_TABLE_H
#define HZ_GROWTH_SERIES_TABLE_H

#include "base/linkage.h"
#include "file/sheet.h"
#include "file/table.h"

HZ_BEGIN_C

/* A column of figures. */
struct hz_series {
    struct hz_text name;
    int column;
    int decimals;        /* that its figures are written with */
    const double *level; /* of each year, the oldest first; NaN: the cell is empty */
};

/* All columns of a table. Owned by the arena that it was read into; the sheet is borrowed. */
struct hz_series_table {
    const struct hz_sheet *sheet;
    int first_year;
    size_t years;      /* at least one, without gaps */
    const size_t *row; /* of the sheet, of each year */
    size_t count;
    const struct hz_series *series;
};

/*
 * Reads a table with the column year, from 1 to 9999 in any order, and one or more columns of
 * figures. An empty cell is a figure that is not known.
 * Refused (data), with the place: no column year or none beside it; no row; a year that is not a
 * whole number, stands twice, or is missing between others; a figure that is not a finite number.
 */
HZ_MUST_USE bool hz_series_table_read(struct hz_series_table *table, const struct hz_sheet *sheet,
                                      struct hz_arena *arena, struct hz_error *err);

/*
 * Keeps the series of a list "COLUMN,COLUMN" only, in its order. Refused (usage): a column that the
 * table does not have, or one that stands twice.
 */
HZ_MUST_USE bool hz_series_table_keep(struct hz_series_table *table, const char *list,
                                      struct hz_arena *arena, struct hz_error *err);

/*
 * Tells that rows of a total in this column (total, 合计, 小计) are left out, and how many, if any.
 */
void hz_series_tell_totals(const struct hz_sheet *sheet, int column, struct hz_table *out);

HZ_END_C

#endif

/*
 * triangle_table.h: triangles, and the exposures of their origins, out of small tables. The format
 * is described in huzhu-triangle(5).
 */

#ifndef HZ_TRIANGLE_TRIANGLE_TABLE_H
#define HZ_TRIANGLE_TRIANGLE_TABLE_H

#include "file/sheet.h"
#include "file/table.h"
#include "triangle/development.h"

/* What is chosen for some groups in place of what goes for all (selections.h). */
struct hz_own_choice {
    struct hz_development_choice choice;
    double prior;
};

/* Triangles of the same cells that go with one of amounts. */
enum hz_companion {
    HZ_COMPANION_COUNTS = 0, /* numbers of claims */
    HZ_COMPANION_INCURRED,   /* payments and case reserves */
    HZ_COMPANION_OPEN,       /* numbers of claims not settled */
    HZ_COMPANION_REPORTED,   /* numbers of claims reported */
    HZ_COMPANIONS,
};

/* The triangle of one group. */
struct hz_group_triangle {
    const struct hz_text *key; /* the group's value in each group column */
    struct hz_triangle triangle;
    const double *exposure; /* of each origin; NULL until hz_exposure_read */
    const struct hz_triangle *companion[HZ_COMPANIONS]; /* NULL until hz_companion_read */
    const struct hz_own_choice *own;                    /* NULL: what goes for all */
};

/* All that a table holds, in the order in which the groups first appear. */
struct hz_triangle_table {
    size_t keys;
    const struct hz_text *column; /* the names of the group columns */
    size_t triangles;
    struct hz_group_triangle *triangle;
};

/*
 * The triangles of a table with the columns origin, development and value; every other column is a
 * group column: rows that agree in all of them make a triangle. Rows may come in any order; one with
 * an empty value is no cell. All is owned by the arena, texts by the sheet.
 *
 * Refused (data), with the line: a missing column; an origin that is empty; a development or value
 * that is not a number; what hz_triangle_new refuses, with the group.
 */
HZ_MUST_USE bool hz_triangle_table_read(struct hz_triangle_table *table,
                                        const struct hz_sheet *sheet, bool is_incremental,
                                        struct hz_arena *arena, struct hz_error *err);

/*
 * Gives the origins their exposures, out of a table with the columns origin and exposure and any of
 * the group columns; a group column that it lacks makes no difference. Rows of groups that there
 * are no triangles of, and of older origins, are not used.
 *
 * Refused (data), with the line: another column; an origin that stands twice; an exposure that is
 * not a number or is negative; an origin of a triangle without an exposure; an origin younger than
 * those of its triangle, whose reserve would go missing.
 */
HZ_MUST_USE bool hz_exposure_read(struct hz_triangle_table *table, const struct hz_sheet *sheet,
                                  struct hz_arena *arena, struct hz_error *err);

/* The same out of a file; NULL: no exposures are asked for. */
HZ_MUST_USE bool hz_exposure_read_file(struct hz_triangle_table *table, const char *path,
                                       struct hz_arena *arena, struct hz_error *err);

/*
 * Finds each triangle's companion in the table of a file (NULL: none is asked for): the same group
 * columns in any order, the same groups, and the same cells. Refused (data): a group column or a
 * group that the other lacks; a triangle with other origins, ages or cells.
 */
HZ_MUST_USE bool hz_companion_read(struct hz_triangle_table *table, const char *path,
                                   bool is_incremental, enum hz_companion which,
                                   struct hz_arena *arena, struct hz_error *err);

/*
 * Makes each triangle what it was so many diagonals ago; 0 is now. Refused (data): what
 * hz_triangle_as_of refuses.
 */
HZ_MUST_USE bool hz_triangle_table_as_of(struct hz_triangle_table *table, size_t diagonals,
                                         struct hz_arena *arena, struct hz_error *err);

/*
 * Declares the columns of a result about triangles: the group columns, then `name`, which ends with
 * NULL.
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
 * Calls `write` for each triangle, with an arena that lasts as long as the call. Where it refuses,
 * having written nothing, a lone triangle fails, and of several a triangle that is refused for its
 * data is told and left out (hz_table_leave_out).
 */
HZ_MUST_USE bool
hz_triangle_table_each(const struct hz_triangle_table *triangles,
                       bool (*write)(const struct hz_group_triangle *item, const void *context,
                                     struct hz_arena *arena, struct hz_error *err),
                       const void *context, struct hz_table *out, struct hz_error *err);

/* Writes an age, or a value, with the decimals that it has, nine at most. */
void hz_age_write(double age, struct hz_table *out);

#endif

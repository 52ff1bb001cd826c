/*
 * triangle_table.h: the triangles of a small table. The format is described in huzhu-triangle(5).
 */

#ifndef HZ_TRIANGLE_TRIANGLE_TABLE_H
#define HZ_TRIANGLE_TRIANGLE_TABLE_H

#include "base/linkage.h"
#include "file/sheet.h"
#include "triangle/development.h"
#include "triangle/triangle_form_table.h"

HZ_BEGIN_C

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
    const double *exposure; /* of each origin; NULL until hz_exposure_read (origin_exposure.h) */
    const double *prior;    /* expected per unit of it, of each origin; NULL: one for all, if any */
    const struct hz_triangle *companion[HZ_COMPANIONS]; /* NULL until hz_companion_read */
    const struct hz_own_choice *own;                    /* NULL: what goes for all */
};

/* All that a table holds, in the order in which the groups first appear. */
struct hz_triangle_table {
    size_t keys;
    const struct hz_text *column; /* the names of the group columns */
    size_t triangles;
    struct hz_group_triangle *triangle;
    const char *note[HZ_TRIANGLE_NOTES + 1]; /* what the user is to know of how it was read */
    size_t notes, form_notes;                /* the first of them say in which form the file is */
    bool is_past;  /* what is later than a valuation was left out, of exposures too */
    size_t faults; /* groups that were refused, and are not in the list any more, */
    const struct hz_error *fault; /* and why */
};

/*
 * The triangles of a table in any of the forms of triangle_form_table.h (`form` NULL: usual,
 * cumulative): rows that agree in all group columns make a triangle. Rows may come in any order;
 * one with an empty value is no cell. All is owned by the arena, texts by the sheet.
 *
 * Of several groups, one that is refused leaves the list for that of faults, which the one who
 * writes the result tells (triangle_rows.h); when the last one is refused, all is.
 *
 * Refused (data), with the line: what hz_triangle_forms_read refuses; an origin that is empty; a
 * development or value that is not a number; what hz_triangle_new refuses, with the group.
 */
HZ_MUST_USE bool hz_triangle_table_read(struct hz_triangle_table *table,
                                        const struct hz_sheet *sheet,
                                        const struct hz_triangle_form *form, struct hz_arena *arena,
                                        struct hz_error *err);

/*
 * Keeps the groups that `take` takes, which may change them. One of several that is refused for its
 * data leaves the list for that of faults. False if the only one is refused, or the last, or for
 * another reason than its data.
 */
HZ_MUST_USE bool
hz_triangle_table_filter(struct hz_triangle_table *table,
                         bool (*take)(struct hz_group_triangle *item, void *context,
                                      struct hz_arena *arena, struct hz_error *err),
                         void *context, struct hz_arena *arena, struct hz_error *err);

/*
 * Makes each triangle what it was so many diagonals ago; 0 is now. Refused (data), group by group:
 * what hz_triangle_as_of refuses.
 */
HZ_MUST_USE bool hz_triangle_table_as_of(struct hz_triangle_table *table, size_t diagonals,
                                         struct hz_arena *arena, struct hz_error *err);

/*
 * Raises the values of all triangles that are below `least` to it, and gives how many there were.
 */
size_t hz_triangle_table_floor(struct hz_triangle_table *table, double least,
                               struct hz_arena *arena);

HZ_END_C

#endif

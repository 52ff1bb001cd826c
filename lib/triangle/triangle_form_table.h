/*
 * triangle_form_table.h: the forms in which people have triangles, long and wide, brought into one:
 * a row a cell, with the columns that huzhu-triangle(5) names first.
 */

#ifndef HZ_TRIANGLE_TRIANGLE_FORM_TABLE_H
#define HZ_TRIANGLE_TRIANGLE_FORM_TABLE_H

#include "base/linkage.h"
#include "file/sheet.h"

#include <stdbool.h>

HZ_BEGIN_C

/* How a table is to be read. Zeroed: as it stands, cumulative. Texts are borrowed. */
struct hz_triangle_form {
    bool is_incremental;  /* values are amounts of one age each, and are added up */
    bool fill_zero;       /* an increment without a row is 0 */
    const char *value;    /* the name of the value column; NULL: one of the usual names */
    const char *by;       /* the group columns, parted by commas; NULL: those that can be */
    const char *as_of;    /* what is later is left out: diagonals ago, or a period; NULL: nothing */
    const char *age_unit; /* how long an age of 1 lasts: month to year; NULL: shown by ages */
};

/* month, quarter, half-year and year, then NULL. */
extern const char *const hz_age_unit_names[];

/*
 * How many diagonals ago `as_of` says; 0 if it is a period or NULL. Refused (usage): a text that is
 * neither a number below 1000 nor a period or day of the calendar.
 */
HZ_MUST_USE bool hz_triangle_form_diagonals(const struct hz_triangle_form *form, size_t *diagonals,
                                            struct hz_error *err);

/*
 * The period or day that the lines before a table's header give as its valuation ("# as of
 * 2022-12-31", "valuation date: 2022", "截至2022年12月31日"), for `as_of`, or NULL: none does.
 */
const char *hz_triangle_form_valued(const struct hz_sheet *sheet, struct hz_arena *arena);

/* Months in an age of 1 as --age-unit says; 0: it does not. */
int hz_triangle_form_unit(const struct hz_triangle_form *form);

/*
 * The end that --as-of gives, in months since year 0, of which a day has its part; infinity if it
 * gives none.
 */
double hz_triangle_form_end(const struct hz_triangle_form *form);

/*
 * The end of the valuation that a text dates, in the same months; the last days of a month, on
 * which business ends, and the morning after are its end. False: it is no date.
 */
bool hz_triangle_end_parse(struct hz_text text, double *end);

enum { HZ_TRIANGLE_NOTES = 16 };

/* A table in the one form. */
struct hz_triangle_plain {
    const struct hz_sheet *sheet; /* the one that was read, or what was made of it */
    int origin, development, value;
    const int *key; /* the group columns */
    size_t keys;
    int valued;     /* a column of the date of valuation, one a group; -1: there is none */
    int age_months; /* of an age of 1, where the ages say so; 0: they do not */
    const char *note[HZ_TRIANGLE_NOTES]; /* what was taken for what, to be told */
    size_t notes;
};

/*
 * Finds the columns by their usual names, in any case (origin, AccidentYear, 出险年 ...), turns a
 * wide table (an origin a row, an age a column) into rows of cells, and ages that are written as
 * calendar periods (year, 2021Q3, 2021-07, 202107, dates) into ages. Ages may be written 12, 0-12,
 * 12 months, dev 1; origins as dates or month names become periods. Everything is owned by the
 * arena or the sheet.
 *
 * Refused (data): a column that is not there or twice; a column that is neither group nor known,
 * since its values belong to one origin or row each; ages of which some are calendar periods;
 * origins that are dates of more than one kind; a row of totals.
 */
HZ_MUST_USE bool hz_triangle_forms_read(struct hz_triangle_plain *plain,
                                        const struct hz_sheet *sheet,
                                        const struct hz_triangle_form *form, struct hz_arena *arena,
                                        struct hz_error *err);

HZ_END_C

#endif

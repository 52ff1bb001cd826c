/*
 * triangle_columns_table.h: the steps by which a table of whatever form becomes one of a row a
 * cell: which columns are the origin, the development and the value, which are groups, a wide
 * table's columns into rows, dates into periods and ages.
 *
 * Who reads triangles calls hz_triangle_forms_read (triangle_form_table.h), which takes the steps
 * in that order. Each looks at f->sheet as the step before left it, may put another sheet in its
 * place, and says in notes what it took for what. All that is made is owned by the arena.
 */

#ifndef HZ_TRIANGLE_TRIANGLE_COLUMNS_TABLE_H
#define HZ_TRIANGLE_TRIANGLE_COLUMNS_TABLE_H

#include "triangle/triangle_form_table.h"

HZ_BEGIN_C

/* A table on its way. `plain` is the result so far; `sheet` is plain->sheet. */
struct hz_triangle_forms {
    struct hz_triangle_plain *plain;
    const struct hz_sheet *sheet;
    const struct hz_triangle_form *form; /* how it is to be read */
    struct hz_arena *arena;
    bool *is_used; /* a flag a column of the sheet that was read: what it is is known */
    int *key;      /* plain->key, to be written */
    int shift;     /* months by which origins start later than their labels' years */
    int valued;    /* the column with dates of valuation; -1: there is none */
};

/* Keeps a sentence that says what was taken for what; those above HZ_TRIANGLE_NOTES are dropped. */
HZ_PRINTF(2, 3) void hz_triangle_form_note(struct hz_triangle_forms *f, const char *format, ...);

/*
 * The rank of a header among names that end in NULL, whatever its case and without blanks, strokes
 * and points ("Accident_Year" is "accidentyear"); -1: it is none of them.
 */
int hz_triangle_form_rank(struct hz_text header, const char *const names[]);

/* A column by a name that was given, as it stands or but for case and blanks; -1: there is none. */
int hz_triangle_form_named(const struct hz_triangle_forms *f, struct hz_text name);

/* Says (data) that there is no such column, and which there are. `option` follows the name. */
bool hz_triangle_form_refuse(const struct hz_triangle_forms *f, struct hz_text name,
                             const char *option, struct hz_error *err);

/* Sets *as to a column and marks it as known; -1 is passed on. */
void hz_triangle_form_use(struct hz_triangle_forms *f, int column, int *as);

/* Origin and development by their usual names; -1 where a wide table has none. */
void hz_triangle_form_times(struct hz_triangle_forms *f);

/*
 * Years in one column and their quarters, half-years or months in another, as accident_year and
 * accident_quarter, are joined into the origin or the development (2021Q3), which is noted, unless
 * --by names the second; a row without a part keeps its year. Of months beside their quarters the
 * months are joined, and the quarters are used up. Refused (data): parts beside ages or other
 * numbers, months that are not in their quarters.
 */
HZ_MUST_USE bool hz_triangle_form_parts(struct hz_triangle_forms *f, struct hz_error *err);

/*
 * Notes why a group that is called like parts of years was not joined; false: it is not so called.
 */
bool hz_triangle_form_note_parts(struct hz_triangle_forms *f, int column);

/* The value's column. Refused (data): a name that is not there, several that may be meant. */
HZ_MUST_USE bool hz_triangle_form_value(struct hz_triangle_forms *f, struct hz_error *err);

/*
 * The columns of groups: those that --by names; or of the rest the fewest and coarsest without
 * which two rows would be the same cell, and those that have one value in each group of these.
 * Refused: a name that is not there (data) or is known as something else (usage); a column whose
 * values change within a triangle, such as a premium, unless --value says that such are left out;
 * groups of one origin each; groups that are named in their first row only. A group that is called
 * a sum is noted, and so is, unless --by names it, a column that is called like an origin.
 */
HZ_MUST_USE bool hz_triangle_form_groups(struct hz_triangle_forms *f, struct hz_error *err);

/* Refused (data): a row whose origin is a word for a sum. */
HZ_MUST_USE bool hz_triangle_form_totals(const struct hz_triangle_forms *f, struct hz_error *err);

/*
 * A table of an origin a row and an age a column: finds its groups and makes a row of each cell.
 * Refused (data): no column is an origin or an age; a row of totals.
 */
HZ_MUST_USE bool hz_triangle_wide_read(struct hz_triangle_forms *f, struct hz_error *err);

/*
 * Origins that are dates, names of months or two years in a row (2009-10) become labels of periods;
 * others stay. Refused (data): dates that can be read in two ways, or some origins that are dates
 * and some that are not, or dates of more than one kind.
 */
HZ_MUST_USE bool hz_triangle_form_origins(struct hz_triangle_forms *f, struct hz_error *err);

/*
 * Developments that are calendar periods become ages, counted from the start of their origin; ages
 * with words become numbers, and their unit is noted. What is neither is left to who reads the
 * number. Refused (data): calendar periods for some, of more than one kind, before their origin.
 */
HZ_MUST_USE bool hz_triangle_form_ages(struct hz_triangle_forms *f, struct hz_error *err);

/* Whether a column is called like one of origins. */
bool hz_triangle_form_is_origin(struct hz_text header);

/* Whether a column is called like one of valuation dates. */
bool hz_triangle_form_is_valuation(struct hz_text header);

/*
 * Sets f->valued to the first column that is called so, is not used, and has dates throughout (of
 * a table of a row a cell: in the rows with a value).
 * Refused (data): one that has dates in some rows, unless --value says that what is no group is
 * left out; one of the numbers that days have in a spreadsheet.
 */
HZ_MUST_USE bool hz_triangle_form_find_valuation(struct hz_triangle_forms *f, struct hz_error *err);

/*
 * Of a table of a row a cell, whose ages are numbers: a column that has each cell's own date, when
 * its origin was as old as it says, tells nothing else, but how long an age lasts; it is used.
 */
void hz_triangle_form_drop_own_dates(struct hz_triangle_forms *f);

/*
 * Refuses (data) the column of valuation dates, for they change within a triangle: with the row
 * whose date is not the cell's own where most are, or is another than the first.
 */
bool hz_triangle_form_refuse_valuation(const struct hz_triangle_forms *f, struct hz_error *err);

/* Notes the origins that no observed cell is of: they are in no triangle. */
void hz_triangle_form_unseen(struct hz_triangle_forms *f);

/* Whether a cell says that nothing is known: it is empty, or NA, NaN, n/a, null, -. */
bool hz_triangle_is_missing(struct hz_text cell);

/* The distinct texts of a column, and which of them each row has. */
struct hz_column_texts {
    struct hz_text *text;
    size_t count;
    size_t *of_row; /* index in text */
};

struct hz_column_texts hz_triangle_form_texts(struct hz_triangle_forms *f, int column);

/* Refuses (data) texts that are all the numbers which days have in a spreadsheet, two at least. */
HZ_MUST_USE bool hz_triangle_form_refuse_days(const struct hz_triangle_forms *f, const char *what,
                                              const struct hz_column_texts *list,
                                              struct hz_error *err);

/* Puts a copy of the sheet in its place, whose cells may be changed with hz_triangle_form_put. */
struct hz_sheet *hz_triangle_form_copy(struct hz_triangle_forms *f);
void hz_triangle_form_put(struct hz_sheet *sheet, size_t row, int column, struct hz_text text);

HZ_END_C

#endif

/*
 * table.h: results as a table for people (on a terminal, in Markdown, HTML or a workbook) and for
 * programs (CSV, TSV, JSON).
 *
 *     struct hz_table *table = hz_table_new(output, HZ_FORMAT_CSV);
 *     hz_table_column(table, "year");
 *     hz_table_column(table, "paid");
 *     hz_table_integer(table, 2021);
 *     hz_table_money(table, 123450);      1234.50
 *     hz_table_end_row(table);
 *     hz_table_end(table);
 */

#ifndef HZ_FILE_TABLE_H
#define HZ_FILE_TABLE_H

#include "base/date.h"
#include "base/linkage.h"
#include "base/money.h"
#include "file/labels.h"
#include "file/output.h"

HZ_BEGIN_C

enum hz_format {
    HZ_FORMAT_TABLE,
    HZ_FORMAT_CSV,
    HZ_FORMAT_TSV,
    HZ_FORMAT_JSON,
    HZ_FORMAT_JSONL, /* an object a line */
    HZ_FORMAT_MD,    /* GitHub's Markdown */
    HZ_FORMAT_HTML,
    HZ_FORMAT_XLSX,
    HZ_FORMAT_WIDE, /* triangles: CSV, a row an origin and a column an age */
    HZ_FORMATS
};

/* In the order of enum hz_format, then NULL. */
extern const char *const hz_format_names[];

/* Names of columns are snake_case English, with the unit where two are possible. */
struct hz_table;

/* A table that will go to `output`, which must outlive it. */
struct hz_table *hz_table_new(struct hz_output *output, enum hz_format format);

/* How a table looks to people. Zeroed: as it is made. */
struct hz_table_look {
    bool is_chinese;    /* headings, and the labels of totals */
    int zeros;          /* taken away from amounts and numbers of people: 4 for 万, 8 for 亿 */
    bool adds_up;       /* parts are rounded so that they add up to their total as it is printed */
    bool has_thousands; /* amounts and numbers of people have separators */
    const struct hz_labels *labels; /* columns whose codes have their names beside them; borrowed */
    size_t labelled;                /* how many */
};

/* Before the first column. */
void hz_table_set_look(struct hz_table *table, struct hz_table_look look);

/* Whether texts of CSV and TSV are written so that no workbook runs them (safe_cells.h). */
void hz_table_set_safe(struct hz_table *table, bool is_safe);

/* What it is a table of, copied: a workbook's sheet and HTML's caption. At most 31 signs. */
void hz_table_set_title(struct hz_table *table, const char *title);

/* Declares the next column; `name` is copied. All columns come before the first cell. */
void hz_table_column(struct hz_table *table, const char *name);

/*
 * The cells of a row, left to right, one call a column, then hz_table_end_row. Text in CSV is
 * quoted where RFC 4180 asks for it; TSV replaces tabs and line ends by spaces; JSON is an array of
 * objects with numbers as numbers and an unknown value as null (elsewhere an empty cell).
 */
void hz_table_text(struct hz_table *table, struct hz_text text);
void hz_table_string(struct hz_table *table, const char *string);
void hz_table_integer(struct hz_table *table, hz_sum number);
void hz_table_money(struct hz_table *table, hz_sum fen); /* yuan with two decimals */
void hz_table_date(struct hz_table *table, hz_date date);

/* A number in units of its last decimal, with all its digits: 12345 with 2 decimals is 123.45. */
void hz_table_units(struct hz_table *table, hz_sum units, int decimals);

/*
 * A number with fixed decimals. NaN and infinities are unknown: an empty cell. "-0.00" is "0.00".
 */
void hz_table_number(struct hz_table *table, double number, int decimals);

/*
 * An estimate: `decimals` is the usual number of them for such a figure (2 for money, 6 for
 * factors); --decimals, through hz_table_set_decimals, overrides it for all estimates of the table.
 */
void hz_table_estimate(struct hz_table *table, double number, int decimals);
void hz_table_set_decimals(struct hz_table *table, int decimals);

/*
 * A factor or ratio: as many decimals as estimates are asked to have, and at least the usual ones.
 */
void hz_table_ratio(struct hz_table *table, double ratio, int usual);

/* The decimals that an estimate which usually has `usual` of them will get. */
int hz_table_decimals(const struct hz_table *table, int usual);
void hz_table_unknown(struct hz_table *table);
void hz_table_end_row(struct hz_table *table);

/* A whole row of a table of three columns: a figure's name, the figure, and where it comes from. */
void hz_table_item(struct hz_table *table, const char *name, double number, int decimals,
                   const char *origin);

/*
 * Refused (usage): a unit for a table without a column of amounts or people; a wide table of
 * another result than cells of triangles. Wide, a row is an origin and a column an age: of tables
 * whose last columns are origin, development and value, where the rows of an origin stand together,
 * by ascending age.
 */
HZ_MUST_USE bool hz_table_check(const struct hz_table *table, struct hz_error *err);

/*
 * Ends the table and frees it: a table for people is laid out now, columns aligned by display
 * width, numbers to the right with thousands separators kept out. Rows of the other formats have
 * already gone. A header is printed also for no rows.
 */
void hz_table_end(struct hz_table *table);

/*
 * What was taken for what in the input, to be told beside the result; it does not change its
 * status.
 */
void hz_table_tell(struct hz_table *table, const char *text);
void hz_table_on_tell(struct hz_table *table, void (*tell)(void *context, const char *text),
                      void *context);

/*
 * A part of the result that is missing, one group of many, and why: the reason is told, counted and
 * cleared, and the rest goes on. The one who made the table says whom to tell; a command whose
 * result lacks a part ends with the status of its data.
 */
void hz_table_leave_out(struct hz_table *table, struct hz_error *err);
void hz_table_on_left_out(struct hz_table *table, void (*tell)(void *context, const char *text),
                          void *context);
size_t hz_table_left_out(const struct hz_table *table);

/* Frees the table and prints no more of it. NULL is fine. */
void hz_table_drop(struct hz_table *table);

enum hz_format hz_table_format(const struct hz_table *table);

/* True on a terminal, in Markdown and in HTML: for a result that people see in another shape. */
bool hz_table_is_for_people(const struct hz_table *table);

HZ_END_C

#endif

/* panel.h: one part of a picture while its script is written: the rows of one group of a table. */

#ifndef HZ_REPORT_PANEL_H
#define HZ_REPORT_PANEL_H

#include "base/linkage.h"
#include "file/sheet.h"
#include "report/plot.h"

HZ_BEGIN_C

struct hz_panel {
    const struct hz_sheet *sheet;
    const size_t *row; /* of the sheet, those of this panel; totals are not among them */
    size_t rows;
    struct hz_buffer *script;
    struct hz_arena *arena;
    const struct hz_plot_order *order;
    size_t number, panels; /* which it is of how many */
    size_t blocks;         /* of data so far */
};

/* The label of a row in a column; empty if there is no such column. */
struct hz_text hz_panel_label(const struct hz_panel *panel, size_t row, const char *column);

/* The index of a column, or -1. */
int hz_panel_column(const struct hz_panel *panel, const char *name);

/*
 * A column's numbers, a row each; empty cells, and a column that is not there, are NaN. Refused
 * (data): another cell that is no number.
 */
HZ_MUST_USE bool hz_panel_numbers(struct hz_panel *panel, const char *column, double **number,
                                  struct hz_error *err);
HZ_MUST_USE bool hz_panel_numbers_at(struct hz_panel *panel, int column, double **number,
                                     struct hz_error *err);

/* The different labels of a column, in the order in which they come. */
size_t hz_panel_distinct(struct hz_panel *panel, const char *column, struct hz_text **label);

/* The place of a label in a list, or `count`. */
size_t hz_label_index(const struct hz_text label[], size_t count, struct hz_text wanted);

/*
 * Writes a block of data, `$dN`, a line for each x from 0 to rows - 1: x, then a number of each
 * column. NULLs of `column` are left out. Gives N.
 */
size_t hz_panel_block(struct hz_panel *panel, const double *const column[], size_t columns,
                      size_t rows);

/*
 * The labels of x = 0, 1, ...: so many of them that they stand beside each other, turned when there
 * is little room. `axis`: 'x' or 'y'.
 */
void hz_panel_tics(struct hz_panel *panel, char axis, const struct hz_text label[], size_t labels);

/*
 * Says in what the numbers of the y axis are (`what`, a word, or NULL), for figures up to `largest`
 * in size, and defines `unit`, by which they are divided: 1, a thousand, a million, 万, 亿.
 */
void hz_panel_scale(struct hz_panel *panel, const char *what, double largest);

/* The largest size among numbers; NaN is none. */
double hz_largest(const double number[], size_t count);

/* Starts "plot", or goes on behind a comma. */
void hz_panel_plot(struct hz_panel *panel, bool *is_begun);

/* A title in the key: "title 'text'". */
void hz_panel_key(struct hz_panel *panel, const char *text);
void hz_panel_key_text(struct hz_panel *panel, struct hz_text text);

/* True on terminals of letters, where there are neither areas nor colours. */
bool hz_panel_is_letters(const struct hz_panel *panel);

HZ_END_C

#endif

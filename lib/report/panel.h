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
    const char *columns; /* of its kind: see columns.h */
    const int *group;    /* the columns of groups */
    size_t groups;
    size_t part;           /* which plot of its group, from 0 */
    size_t number, panels; /* which it is of how many */
    size_t width;          /* in pixels; on terminals in letters */
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

/* True of a row's label that says that it is a total: total, 合计. */
bool hz_label_is_total(struct hz_text label);

/* The column of the n-th of its kind's keys or figures that are there; or -1. */
int hz_panel_own(const struct hz_panel *panel, bool is_figure, size_t n);

/*
 * What a row is called: its label in a column, or, where the column is -1, what its group columns
 * hold, "hospital, 2024".
 */
struct hz_text hz_panel_name(const struct hz_panel *panel, size_t row, int column);

/* The different names of rows, in the order in which they come. */
size_t hz_panel_distinct(struct hz_panel *panel, int column, struct hz_text **label);

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

/* What stands beside an axis, 'x' or 'y'. */
void hz_panel_axis(struct hz_panel *panel, char axis, struct hz_text what);

/*
 * Says in what the numbers of an axis are (`what`, a word, or NULL), for figures up to `largest` in
 * size, and defines `unit`, by which they are divided: 1, a thousand, a million, 万, 亿.
 */
void hz_panel_scale(struct hz_panel *panel, char axis, const char *what, double largest);

/* The largest size among numbers; NaN is none. */
double hz_largest(const double number[], size_t count);

/* Starts "plot", or goes on behind a comma. */
void hz_panel_plot(struct hz_panel *panel, bool *is_begun);

/* The title of a part of a picture; that of the whole stays. */
void hz_panel_title(struct hz_panel *panel, const char *text);

/* A column's name for people. */
struct hz_text hz_panel_heading(struct hz_panel *panel, int column);

/* A title in the key: "title 'text'". */
void hz_panel_key(struct hz_panel *panel, const char *text);
void hz_panel_key_text(struct hz_panel *panel, struct hz_text text);

/* The same of a column's name. */
void hz_panel_key_column(struct hz_panel *panel, int column);

/* About how many letters a panel is wide. */
size_t hz_panel_letters(const struct hz_panel *panel);

/* True on terminals of letters, where there are neither areas nor colours. */
bool hz_panel_is_letters(const struct hz_panel *panel);

HZ_END_C

#endif

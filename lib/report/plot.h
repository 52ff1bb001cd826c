/*
 * plot.h: pictures of tables, as scripts for gnuplot (http://www.gnuplot.info/). What a table is of
 * is known by its columns; plot_kinds.c lists the kinds.
 */

#ifndef HZ_REPORT_PLOT_H
#define HZ_REPORT_PLOT_H

#include "base/linkage.h"
#include "file/sheet.h"
#include "file/tree.h"

HZ_BEGIN_C

/* What the picture is: for a file, or for a terminal in letters. */
enum hz_plot_terminal {
    HZ_PLOT_SVG,
    HZ_PLOT_PNG,
    HZ_PLOT_PDF,
    HZ_PLOT_TERMINAL, /* of plain letters */
    HZ_PLOT_BLOCK,    /* of block characters: gnuplot 6 */
    HZ_PLOT_TERMINALS,
};

/* In the order of the enum, then NULL. */
extern const char *const hz_plot_terminal_names[];

/* How a table is drawn. Zeroed: as an SVG, by what is usual. Texts are borrowed. */
struct hz_plot_order {
    enum hz_plot_terminal terminal;
    const char *title;              /* NULL: what the kind of table is called */
    const char *drawing;            /* one of several for that kind of table; NULL: the first */
    const char *only;               /* "plan=hospital,women": of the column, these; NULL: all */
    const char *font;               /* NULL: the usual one */
    int width, height;              /* in pixels, on terminals in letters; 0: the usual size */
    struct hz_text figure;          /* of groups, the column that is drawn; empty: the first */
    const struct hz_node *headings; /* a map of columns and what they are called; NULL: usual */
    bool is_chinese;                /* scales are in 万 and 亿, not in thousands and millions */
};

/* What is to be told beside the picture. */
struct hz_plot_told {
    bool is_unknown; /* a table of no known kind: drawn as lines */
    size_t panels;
};

/*
 * Appends a script that draws the table; it reads nothing but itself and writes to standard output.
 * Rows that agree in the columns before the kind's own (plan, office ...) make a panel each, rows
 * of totals are left out. Refused (usage): a drawing that this kind of table does not have, a
 * column of `only` that is not there or has no such value; (data) a table without a row or without
 * a column of numbers, a cell that should be a number and is none, more than twelve panels.
 */
HZ_MUST_USE bool hz_plot_script(const struct hz_sheet *sheet, const struct hz_plot_order *order,
                                struct hz_buffer *script, struct hz_plot_told *told,
                                struct hz_error *err);

HZ_END_C

#endif

/* plot_kinds.h: the kinds of tables that are known by their columns, and their drawings. */

#ifndef HZ_REPORT_PLOT_KINDS_H
#define HZ_REPORT_PLOT_KINDS_H

#include "base/linkage.h"
#include "report/panel.h"

HZ_BEGIN_C

struct hz_plot_kind {
    const char *drawing; /* its name, for --draw */
    /*
     * The columns by which a table is of this kind: those that say what a row is, then, behind a
     * bar, figures. Of one with a question mark, it need not be there. A column that is not
     * named and stands before the first figure is a group's. "q#" is any name of q and a number.
     */
    const char *columns;
    const char *title; /* a sentence: N_() */
    bool (*draw)(struct hz_panel *panel, struct hz_error *err);
    bool with_totals; /* rows of totals are drawn too */
};

/* The first that has all its columns is the usual one; ends with a row of NULLs. */
extern const struct hz_plot_kind hz_plot_kinds[];

/* Whether the table has the columns of this kind. */
bool hz_plot_kind_has(const struct hz_plot_kind *kind, const struct hz_sheet *sheet);

/* The columns that tell groups apart; their number. */
size_t hz_plot_kind_groups(const struct hz_plot_kind *kind, const struct hz_sheet *sheet,
                           int column[]);

HZ_END_C

#endif

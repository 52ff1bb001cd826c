/* plot_kinds.h: the kinds of tables that are known by their columns, and their drawings. */

#ifndef HZ_REPORT_PLOT_KINDS_H
#define HZ_REPORT_PLOT_KINDS_H

#include "base/linkage.h"
#include "report/panel.h"

HZ_BEGIN_C

/* What becomes of columns that stand before the figures and are not the kind's own. */
enum hz_plot_groups {
    HZ_GROUPS_ARE_PANELS,
    HZ_GROUPS_ARE_SERIES, /* left to the drawing */
};

enum { HZ_PART_FIGURES = -1 }; /* a part for each figure that is there */

struct hz_plot_kind {
    const char *drawing; /* its name, for --draw */
    const char *columns; /* by which a table is of this kind: see columns.h */
    const char *title;   /* a sentence: N_() */
    bool (*draw)(struct hz_panel *panel, struct hz_error *err);
    enum hz_plot_groups groups;
    int parts;        /* plots that a group has; 0: one */
    bool with_totals; /* rows of totals are handed over too */
};

/*
 * The kinds: of those whose columns a table has, the first is the usual drawing. Ends with a row of
 * NULLs.
 */
extern const struct hz_plot_kind hz_plot_kinds[];

HZ_END_C

#endif

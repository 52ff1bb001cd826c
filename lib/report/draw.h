/*
 * draw.h: how each kind of table is drawn: a function writes what its panel adds to the script, up
 * to and with its plot. A function is used by a row of plot_kinds.c.
 */

#ifndef HZ_REPORT_DRAW_H
#define HZ_REPORT_DRAW_H

#include "base/linkage.h"
#include "report/panel.h"

HZ_BEGIN_C

/* ---- draw_bars.c: figures as they stand */

/* The kind's figures beside each other, for each row. */
HZ_MUST_USE bool hz_draw_bars(struct hz_panel *panel, struct hz_error *err);

/* The first figure for each of the first key, beside each other by the second. */
HZ_MUST_USE bool hz_draw_grouped(struct hz_panel *panel, struct hz_error *err);

/* The kind's figures as curves over the first key. */
HZ_MUST_USE bool hz_draw_curves(struct hz_panel *panel, struct hz_error *err);

/* One figure a part, with its growth on the row before written above; of groups, a stack. */
HZ_MUST_USE bool hz_draw_rates(struct hz_panel *panel, struct hz_error *err);

/* The same without growth, for periods shorter than years, which have seasons. */
HZ_MUST_USE bool hz_draw_figures(struct hz_panel *panel, struct hz_error *err);

/* The kind's first figure of the last year, a bar for each group. */
HZ_MUST_USE bool hz_draw_parts(struct hz_panel *panel, struct hz_error *err);

/* Earlier reserves beside what became of them, of the rows of totals. */
HZ_MUST_USE bool hz_draw_look_back(struct hz_panel *panel, struct hz_error *err);

/* Payouts by period with their range: low to high, or a standard error. */
HZ_MUST_USE bool hz_draw_payouts(struct hz_panel *panel, struct hz_error *err);

/* ---- draw_stacked.c: parts of a sum */

/* The first figure by the last key, added up, in colours by the first. */
HZ_MUST_USE bool hz_draw_stacked(struct hz_panel *panel, struct hz_error *err);

/* Payouts or contributions by period as areas, a plan (or another group) each. */
HZ_MUST_USE bool hz_draw_ledger(struct hz_panel *panel, struct hz_error *err);

/* How many findings there are of each code, by severity. */
HZ_MUST_USE bool hz_draw_findings(struct hz_panel *panel, struct hz_error *err);

/* How many odd cells there are of each origin, by what is odd. */
HZ_MUST_USE bool hz_draw_flags(struct hz_panel *panel, struct hz_error *err);

/*
 * Sums of `number` by place `x` of `label` and by series, as areas, or as bars where there are few
 * places; series beyond seven are one of others.
 */
struct hz_stack {
    size_t places, series, rows;
    const struct hz_text *label, *name; /* of the places and the series */
    const size_t *x, *in;               /* of each row */
    const double *number;               /* of each row */
    const char *what;                   /* of the axis */
    struct hz_text x_name;              /* of the other axis; or empty */
    bool are_areas, are_counts;
};
void hz_draw_stack(struct hz_panel *panel, const struct hz_stack *stack);

/* ---- draw_waterfall.c: what leads from one figure to another */

/* The lines of a fund's statement that move its assets. */
HZ_MUST_USE bool hz_draw_fund(struct hz_panel *panel, struct hz_error *err);

/* The columns of a bridge, of the row of totals. */
HZ_MUST_USE bool hz_draw_bridge(struct hz_panel *panel, struct hz_error *err);

/* ---- draw_reserve.c: reserves and their distributions */

/* Ultimates by origin: what was paid, what is to come, and the standard error around both. */
HZ_MUST_USE bool hz_draw_reserve(struct hz_panel *panel, struct hz_error *err);

/* From quantile to quantile, a bar an origin. */
HZ_MUST_USE bool hz_draw_fan(struct hz_panel *panel, struct hz_error *err);

/* The density of the total's reserve that its quantiles leave between them. */
HZ_MUST_USE bool hz_draw_density(struct hz_panel *panel, struct hz_error *err);

/* ---- draw_checks.c: what methods are checked by */

/* By origin, by age and by calendar period: a part each. */
HZ_MUST_USE bool hz_draw_residuals(struct hz_panel *panel, struct hz_error *err);

/* Where each statistic lies in its interval. */
HZ_MUST_USE bool hz_draw_tests(struct hz_panel *panel, struct hz_error *err);

/* The ordered percentiles of each method, with Kolmogorov and Smirnov's bounds at 95 %. */
HZ_MUST_USE bool hz_draw_percentiles(struct hz_panel *panel, struct hz_error *err);

/* ---- draw_triangle.c */

/* Link ratios in their cells, dark where they are high for their age. */
HZ_MUST_USE bool hz_draw_link_ratios(struct hz_panel *panel, struct hz_error *err);

/* Cumulative values by age, a line an origin. */
HZ_MUST_USE bool hz_draw_development(struct hz_panel *panel, struct hz_error *err);

/* ---- draw_lines.c */

/* Every column of numbers as a line, for tables of no known kind. */
HZ_MUST_USE bool hz_draw_lines(struct hz_panel *panel, struct hz_error *err);

HZ_END_C

#endif

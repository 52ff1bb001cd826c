/*
 * draw.h: how each kind of table is drawn: a function writes what its panel adds to the script, up
 * to and with its plot. A function is used by a row of plot_kinds.c.
 */

#ifndef HZ_REPORT_DRAW_H
#define HZ_REPORT_DRAW_H

#include "base/linkage.h"
#include "report/panel.h"

HZ_BEGIN_C

/* Ultimates by origin: what was paid, what is to come, and the standard error around both. */
HZ_MUST_USE bool hz_draw_reserve(struct hz_panel *panel, struct hz_error *err);

/* Link ratios in their cells, dark where they are high for their age. */
HZ_MUST_USE bool hz_draw_link_ratios(struct hz_panel *panel, struct hz_error *err);

/* Cumulative values by age, a line an origin. */
HZ_MUST_USE bool hz_draw_development(struct hz_panel *panel, struct hz_error *err);

/* Every column of numbers as a line, for tables of no known kind. */
HZ_MUST_USE bool hz_draw_lines(struct hz_panel *panel, struct hz_error *err);

HZ_END_C

#endif

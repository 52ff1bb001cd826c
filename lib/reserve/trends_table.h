/* trends_table.h: trends of a table of triangles, as tables. */

#ifndef HZ_RESERVE_TRENDS_TABLE_H
#define HZ_RESERVE_TRENDS_TABLE_H

#include "base/linkage.h"
#include "file/table.h"
#include "reserve/trends.h"
#include "triangle/triangle_table.h"

HZ_BEGIN_C

enum hz_trends_view {
    HZ_TRENDS_RESERVES = 0, /* origin, latest, ultimate, ibnr, se, cv */
    HZ_TRENDS_DETAILS,      /* and process_se and parameter_se */
    HZ_TRENDS_PARAMETERS,   /* parameter, from, value, se, t; then statistics */
    /* origin, development, period, calendar, logarithm, fitted, standardized */
    HZ_TRENDS_RESIDUALS,
    HZ_TRENDS_RUN_OFF, /* origin, development, period, value, as hz_run_off_table */
};

struct hz_trends_order {
    /* By direction: "none", "factor", "slope", or where the slope changes, separated by commas:
     * origins by their labels, ages, and calendar periods by their number from 1; none first: flat
     * before. */
    const char *along[HZ_DIRECTIONS];
    enum hz_forecast forecast;
    bool leaves_out;
    double future; /* NaN: none is chosen */
    enum hz_trends_view view;
};

/*
 * Fits each triangle, per unit of exposure if there are exposures (hz_exposure_read). Statistics
 * are sigma, r2, log_likelihood, aic, bic (R's, of the logarithms), cells, left_out, parameters.
 * Refused (usage): a design that is none of these. Refused (data): an origin or age that the
 * triangle has not, and what hz_trends_fit refuses (of several triangles, those are left out).
 */
HZ_MUST_USE bool hz_trends_table(const struct hz_trends_order *order,
                                 const struct hz_triangle_table *triangles, struct hz_table *out,
                                 struct hz_error *err);

HZ_END_C

#endif

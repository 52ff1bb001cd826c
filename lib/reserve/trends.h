/*
 * trends.h: trends of what is paid, along development, origins and calendar periods: a regression
 * of the logarithms of increments.
 */

#ifndef HZ_RESERVE_TRENDS_H
#define HZ_RESERVE_TRENDS_H

#include "base/linkage.h"
#include "triangle/triangle.h"

HZ_BEGIN_C

/* The directions of a triangle. A calendar period is the diagonal, counted from 1, the oldest. */
enum hz_direction { HZ_ALONG_ORIGIN, HZ_ALONG_DEVELOPMENT, HZ_ALONG_CALENDAR, HZ_DIRECTIONS };

extern const char *const hz_direction_names[];

enum hz_trend_kind {
    HZ_TREND_NONE = 0, /* no parameter */
    HZ_TREND_SLOPE,    /* a slope, and a change of it at each knot */
    HZ_TREND_FACTOR,   /* a level for each period but the first */
};

/* How one direction is modelled. Knots are positions, as hz_trends_position counts them. */
struct hz_trend_design {
    enum hz_trend_kind kind;
    bool is_flat; /* before the first knot: a slope that is none */
    const double *knot;
    size_t knots;
};

/* What the forecast of a cell is. */
enum hz_forecast {
    HZ_FORECAST_MEAN = 0, /* of the log-normal distribution, parameters being uncertain */
    HZ_FORECAST_MEDIAN,   /* exp of the fitted logarithm */
    HZ_FORECAST_PATTERN,  /* the latest value, developed as the medians of the origin are */
};

extern const char *const hz_forecast_names[];

struct hz_trends_choice {
    struct hz_trend_design along[HZ_DIRECTIONS];
    enum hz_forecast forecast;
    bool leaves_out; /* increments that are not above 0, instead of refusing them */
    double future;   /* calendar growth a diagonal after the latest: a rate; NaN: the last slope */
};

/* A parameter: the intercept, or of a direction. */
struct hz_trend_parameter {
    int direction; /* enum hz_direction; -1: the intercept */
    bool is_slope; /* from a position on; else the level at it */
    double from;
    double value, se;
};

/*
 * Owned by the arena it was made in. Arrays of reserves have an entry for each origin, then the
 * total.
 */
struct hz_trends {
    const struct hz_triangle *triangle;
    const double *exposure;
    struct hz_trends_choice choice;
    size_t cells, left_out, parameters;
    struct hz_trend_parameter *parameter;
    double sigma, r2, log_likelihood;
    double *observed, *fitted; /* origins x ages: logarithms; NaN where none was fitted */
    double *payment;           /* origins x ages: what comes at that age; NaN where not to come */
    double *latest, *ultimate, *ibnr, *process_se, *parameter_se, *se;
};

/* Where an origin, an age or a cell's diagonal stands in its direction, from 0. */
double hz_trends_position(const struct hz_triangle *triangle, enum hz_direction direction,
                          size_t origin, size_t column);

enum {
    HZ_TRENDS_MOST = 5000
}; /* cells to come; and as many are fitted by at most 500 parameters */

/*
 * With X the increment of a cell, per unit of exposure if there is one, and e normal with variance
 * sigma^2,
 *
 *     ln X = intercept + trends up to its origin, its development and its calendar period + e
 *
 * by least squares. With m and v the mean and variance of a future cell's fitted logarithm, and w
 * its covariances with another's,
 *
 *     mean      E = exp(m + v/2 + sigma^2/2)
 *     process   sum E^2 exp(v) (exp(sigma^2) - 1),    parameter: sum over pairs E E' (exp(w) - 1)
 *
 * which are those of the sum of log-normal cells exactly. Errors are those of the means, and NaN
 * for the other forecasts. Beyond the observed diagonals the last slope of the calendar goes on,
 * the last level stays, or growth is as chosen.
 *
 * Refused (data): an increment that is not above 0, unless it is left out; trends that the cells do
 * not tell apart (a diagonal is origin + development); a level of an origin or age that is to be
 * forecast and has no increment; no degree of freedom; an exposure that is not above 0; diagonals
 * that ages do not show; more cells or parameters than HZ_TRENDS_MOST says.
 *
 * Source: Barnett, G. & Zehnwirth, B. (2000), Best estimates for reserves, PCAS LXXXVII, 245-321.
 */
HZ_MUST_USE bool hz_trends_fit(struct hz_trends *fit, const struct hz_triangle *triangle,
                               const double exposure[], const struct hz_trends_choice *choice,
                               struct hz_arena *arena, struct hz_error *err);

HZ_END_C

#endif

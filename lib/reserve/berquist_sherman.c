/* berquist_sherman.c: see berquist_sherman.h. */

#include "reserve/berquist_sherman.h"

#include <math.h>

const char *const hz_trend_by_names[] = {"origin", "valuation", NULL};

static double *unknown(const struct hz_triangle *triangle, struct hz_arena *arena)
{
    const size_t cells = triangle->origins * triangle->ages;
    double *figure = hz_arena_allocate(arena, cells, sizeof *figure);
    for (size_t c = 0; c < cells; c++)
        figure[c] = (double)NAN;
    return figure;
}

/* Origin periods from a cell's diagonal to the latest. */
static bool find_periods(const struct hz_triangle *triangle, size_t o, size_t k, double *periods,
                         struct hz_error *err)
{
    size_t diagonal;
    if (!hz_triangle_diagonal(triangle, o, k, &diagonal))
        return hz_error_set(err, HZ_ERROR_DATA, triangle->place,
                            _("the diagonals cannot be told: origins are to follow each other by "
                              "whole steps of age"));
    *periods = (double)diagonal * triangle->step / triangle->ages_per_origin;
    return true;
}

/* The youngest origin at a column: the one that was there latest. */
static size_t youngest_at(const struct hz_triangle *triangle, size_t k)
{
    size_t o = triangle->origins;
    while (o-- > 0)
        if (hz_triangle_is_observed(triangle, o, k))
            return o;
    return 0;
}

/* Figures beyond a double, of trends over many periods, end here. */
static bool check_range(const struct hz_triangle *triangle, size_t o, size_t k, double value,
                        struct hz_error *err)
{
    return isfinite(value) ||
           hz_error_set(err, HZ_ERROR_DATA, triangle->place,
                        _("origin %.*s, development %.15g: the adjusted figure is too large to "
                          "count with"),
                        HZ_TEXT_ARGS(triangle->origin[o]), triangle->age[k]);
}

static bool adjust_case(const struct hz_case_adequacy *result, const struct hz_triangle *paid,
                        const struct hz_triangle *open, size_t o, size_t k, double trend,
                        struct hz_error *err)
{
    const size_t cell = o * paid->ages + k, latest = youngest_at(paid, k);
    const double reserved = result->average[latest * paid->ages + k];
    const double count = hz_triangle_value(open, o, k);
    double periods, then;
    if (!find_periods(paid, o, k, &periods, err) || !find_periods(paid, latest, k, &then, err))
        return false;
    if (isnan(reserved) && fabs(count) > 0)
        return hz_error_set(err, HZ_ERROR_DATA, paid->place,
                            _("origin %.*s, development %.15g: no claim is open to show how such "
                              "claims are reserved now, and origin %.*s has some"),
                            HZ_TEXT_ARGS(paid->origin[latest]), paid->age[k],
                            HZ_TEXT_ARGS(paid->origin[o]));
    result->adjusted_average[cell] = reserved / pow(1 + trend, periods - then);
    const double outstanding = fabs(count) > 0 ? count * result->adjusted_average[cell] : 0;
    result->adjusted[cell] = hz_triangle_value(paid, o, k) + outstanding;
    return check_range(paid, o, k, result->adjusted[cell], err);
}

bool hz_case_adequacy(struct hz_case_adequacy *result, const struct hz_triangle *paid,
                      const struct hz_triangle *incurred, const struct hz_triangle *open,
                      double trend, struct hz_arena *arena, struct hz_error *err)
{
    *result = (struct hz_case_adequacy){.average = unknown(paid, arena),
                                        .adjusted_average = unknown(paid, arena),
                                        .adjusted = unknown(paid, arena)};
    for (size_t o = 0; o < paid->origins; o++)
        for (size_t k = paid->first[o]; k <= paid->latest[o]; k++) {
            const double count = hz_triangle_value(open, o, k);
            const double outstanding =
                hz_triangle_value(incurred, o, k) - hz_triangle_value(paid, o, k);
            if (fabs(count) > 0)
                result->average[o * paid->ages + k] = outstanding / count;
        }
    for (size_t o = 0; o < paid->origins; o++)
        for (size_t k = paid->first[o]; k <= paid->latest[o]; k++)
            if (!adjust_case(result, paid, open, o, k, trend, err))
                return false;
    return true;
}

struct hz_severity_trend hz_severity_trend(const struct hz_triangle *triangle,
                                           const double average[], size_t column)
{
    double n = 0, mean_x = 0, mean_y = 0, xx = 0, xy = 0, yy = 0;
    for (size_t o = 0; o < triangle->origins; o++) {
        const double value = average[o * triangle->ages + column];
        if (!(value > 0))
            continue;
        const double x = hz_triangle_origins_between(triangle, 0, o) - mean_x;
        const double y = log(value) - mean_y;
        n++;
        mean_x += x / n;
        mean_y += y / n;
        xx += x * x * (n - 1) / n;
        xy += x * y * (n - 1) / n;
        yy += y * y * (n - 1) / n;
    }
    return (struct hz_severity_trend){
        .origins = (size_t)n,
        .rate = n > 1 ? expm1(xy / xx) : (double)NAN,
        .r2 = n > 1 ? xy * xy / xx / yy : (double)NAN,
    };
}

/* Which two observed points of an origin are read for so many claims closed: the first of them. */
static size_t points_for(const struct hz_triangle *closed, size_t o, double count)
{
    size_t k = closed->first[o];
    while (k + 1 < closed->latest[o] && hz_triangle_value(closed, o, k + 1) < count)
        k++;
    return k;
}

/* What had been paid when so many claims were closed. */
static bool read_paid(const struct hz_triangle *paid, const struct hz_triangle *closed, size_t o,
                      double count, bool is_linear, double *value, struct hz_error *err)
{
    const size_t k = points_for(closed, o, count);
    const double x0 = hz_triangle_value(closed, o, k), x1 = hz_triangle_value(closed, o, k + 1);
    const double y0 = hz_triangle_value(paid, o, k), y1 = hz_triangle_value(paid, o, k + 1);
    const double way = (count - x0) / (x1 - x0);
    if (!(x1 > x0))
        return hz_error_set(err, HZ_ERROR_DATA, paid->place,
                            _("origin %.*s: from development %.15g to %.15g closed counts go from "
                              "%.15g to %.15g, want more: payments cannot be read between them"),
                            HZ_TEXT_ARGS(paid->origin[o]), paid->age[k], paid->age[k + 1], x0, x1);
    if (!is_linear && !(y0 > 0 && y1 > 0))
        return hz_error_set(err, HZ_ERROR_DATA, paid->place,
                            _("origin %.*s, development %.15g: an exponential curve wants payments "
                              "above 0, found %.15g (or read linearly, --linear)"),
                            HZ_TEXT_ARGS(paid->origin[o]), paid->age[y0 > 0 ? k + 1 : k],
                            y0 > 0 ? y1 : y0);
    *value = is_linear ? y0 + way * (y1 - y0) : y0 * pow(y1 / y0, way);
    return true;
}

/* The chain ladder's ultimate counts by origin. */
static bool find_ultimates(const struct hz_triangle *counts, struct hz_development_choice choice,
                           double ultimate[], struct hz_arena *arena, struct hz_error *err)
{
    struct hz_development d;
    hz_development_fit(&d, counts, choice, arena);
    if (!hz_development_require(&d, counts, err))
        return false;
    for (size_t o = 0; o < counts->origins; o++) {
        ultimate[o] = hz_triangle_latest(counts, o) * d.to_ultimate[counts->latest[o]];
        if (!(ultimate[o] > 0))
            return hz_error_set(err, HZ_ERROR_DATA, counts->place,
                                _("origin %.*s: %.15g claims in the end, want some"),
                                HZ_TEXT_ARGS(counts->origin[o]), ultimate[o]);
    }
    return true;
}

bool hz_settlement_rate(struct hz_settlement_rate *result, const struct hz_triangle *paid,
                        const struct hz_triangle *closed, const struct hz_triangle *reported,
                        struct hz_development_choice choice, bool is_linear, struct hz_arena *arena,
                        struct hz_error *err)
{
    double *ultimate = hz_arena_allocate(arena, paid->origins, sizeof *ultimate);
    *result = (struct hz_settlement_rate){.rate = unknown(paid, arena),
                                          .adjusted_closed = unknown(paid, arena),
                                          .adjusted = unknown(paid, arena)};
    if (!find_ultimates(reported ? reported : closed, choice, ultimate, arena, err))
        return false;
    for (size_t o = 0; o < paid->origins; o++)
        for (size_t k = paid->first[o]; k <= paid->latest[o]; k++)
            result->rate[o * paid->ages + k] = hz_triangle_value(closed, o, k) / ultimate[o];
    for (size_t o = 0; o < paid->origins; o++)
        for (size_t k = paid->first[o]; k <= paid->latest[o]; k++) {
            const size_t cell = o * paid->ages + k, latest = youngest_at(paid, k);
            const double count = result->rate[latest * paid->ages + k] * ultimate[o];
            result->adjusted_closed[cell] = count;
            result->adjusted[cell] = hz_triangle_value(paid, o, k);
            if (latest != o && paid->first[o] < paid->latest[o] &&
                (!read_paid(paid, closed, o, count, is_linear, &result->adjusted[cell], err) ||
                 !check_range(paid, o, k, result->adjusted[cell], err)))
                return false;
        }
    return true;
}

bool hz_trend(const struct hz_triangle *triangle, double rate, enum hz_trend_by by,
              double trended[], struct hz_error *err)
{
    for (size_t o = 0; o < triangle->origins; o++)
        for (size_t k = 0; k < triangle->ages; k++) {
            double periods = hz_triangle_origins_between(triangle, o, triangle->origins - 1);
            trended[o * triangle->ages + k] = (double)NAN;
            if (!hz_triangle_is_observed(triangle, o, k))
                continue;
            if (by == HZ_TREND_BY_VALUATION && !find_periods(triangle, o, k, &periods, err))
                return false;
            trended[o * triangle->ages + k] =
                hz_triangle_value(triangle, o, k) * pow(1 + rate, periods);
            if (!check_range(triangle, o, k, trended[o * triangle->ages + k], err))
                return false;
        }
    return true;
}

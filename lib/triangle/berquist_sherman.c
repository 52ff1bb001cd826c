/* berquist_sherman.c: see berquist_sherman.h. */

#include "triangle/berquist_sherman.h"

#include "triangle/line.h"
#include "triangle/origin_text.h"

#include <math.h>

const char *const hz_trend_by_names[] = {"origin", "valuation", "cumulative", NULL};

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

/* Origin periods from one cell to another at the same age, the later one. */
static bool find_apart(const struct hz_triangle *triangle, size_t o, size_t later, size_t k,
                       double *apart, struct hz_error *err)
{
    double periods, then;
    if (!find_periods(triangle, o, k, &periods, err) ||
        !find_periods(triangle, later, k, &then, err))
        return false;
    *apart = periods - then;
    return true;
}

static bool adjust_case(const struct hz_case_adequacy *result, const struct hz_triangle *paid,
                        const struct hz_triangle *open, size_t o, size_t k, double trend,
                        struct hz_error *err)
{
    const size_t cell = o * paid->ages + k;
    const size_t latest = k == paid->latest[o] ? o : youngest_at(paid, k);
    const double reserved = result->average[latest * paid->ages + k];
    const double count = hz_triangle_value(open, o, k);
    double apart = 0;
    if (fabs(trend) > 0 && latest != o && !find_apart(paid, o, latest, k, &apart, err))
        return false;
    if (isnan(reserved) && count > 0)
        return hz_error_set(err, HZ_ERROR_DATA, paid->place,
                            _("origin %.*s, development %.15g: no claim is open to show how such "
                              "claims are reserved now, and origin %.*s has some: leave that age "
                              "out"),
                            HZ_TEXT_ARGS(paid->origin[latest]), paid->age[k],
                            HZ_TEXT_ARGS(paid->origin[o]));
    result->adjusted_average[cell] = reserved / pow(1 + trend, apart);
    const double outstanding = count > 0 ? count * result->adjusted_average[cell] : 0;
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
            if (count < 0)
                return hz_error_set(err, HZ_ERROR_DATA, paid->place,
                                    _("origin %.*s, development %.15g: %.15g claims are open, "
                                      "expected 0 or more (are more closed than reported?)"),
                                    HZ_TEXT_ARGS(paid->origin[o]), paid->age[k], count);
            if (count > 0)
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
    struct hz_line line = {0};
    for (size_t o = 0; o < triangle->origins; o++)
        if (average[o * triangle->ages + column] > 0)
            hz_line_add(&line, hz_triangle_origins_between(triangle, 0, o),
                        log(average[o * triangle->ages + column]));
    return (struct hz_severity_trend){
        .origins = (size_t)line.points,
        .rate = line.points > 1 ? expm1(hz_line_slope(&line)) : (double)NAN,
        .r2 = line.points > 1 ? line.xy * line.xy / line.xx / line.yy : (double)NAN,
    };
}

/* The last column before `end` from which closed counts grow; end if there is none. */
static size_t growing_before(const struct hz_triangle *closed, size_t o, size_t end)
{
    for (size_t k = end; k-- > closed->first[o];)
        if (hz_triangle_value(closed, o, k + 1) > hz_triangle_value(closed, o, k))
            return k;
    return end;
}

/*
 * From which column to the next payments are read for so many claims closed: the step that reaches
 * that count, looked for from the cell's own age on, forward or back; beyond all, the last or first
 * that grows. The number of ages if none does.
 */
static size_t find_step(const struct hz_triangle *closed, size_t o, size_t own, double count)
{
    const size_t first = closed->first[o], latest = closed->latest[o];
    if (count > hz_triangle_value(closed, o, own)) {
        for (size_t k = own; k < latest; k++)
            if (hz_triangle_value(closed, o, k + 1) >= count)
                return k;
        const size_t last = growing_before(closed, o, latest);
        return last < latest ? last : closed->ages;
    }
    for (size_t k = own; k-- > first;)
        if (hz_triangle_value(closed, o, k) <= count)
            return k;
    for (size_t k = first; k < latest; k++)
        if (hz_triangle_value(closed, o, k + 1) > hz_triangle_value(closed, o, k))
            return k;
    return closed->ages;
}

/* What had been paid when so many claims were closed. */
static bool read_paid(const struct hz_triangle *paid, const struct hz_triangle *closed, size_t o,
                      size_t own, double count, bool is_linear, double *value, struct hz_error *err)
{
    const size_t k = find_step(closed, o, own, count);
    if (k == closed->ages)
        return hz_error_set(err, HZ_ERROR_DATA, paid->place,
                            _("origin %.*s: closed counts never grow, so that payments cannot be "
                              "read for %.15g of them: leave the origin out"),
                            HZ_TEXT_ARGS(paid->origin[o]), count);
    const double x0 = hz_triangle_value(closed, o, k), x1 = hz_triangle_value(closed, o, k + 1);
    const double y0 = hz_triangle_value(paid, o, k), y1 = hz_triangle_value(paid, o, k + 1);
    const double way = (count - x0) / (x1 - x0);
    if (!is_linear && !(y0 > 0 && y1 > 0))
        return hz_error_set(err, HZ_ERROR_DATA, paid->place,
                            _("origin %.*s, development %.15g: an exponential curve wants payments "
                              "above 0, found %.15g (or read linearly, --linear)"),
                            HZ_TEXT_ARGS(paid->origin[o]), paid->age[y0 > 0 ? k + 1 : k],
                            y0 > 0 ? y1 : y0);
    *value = is_linear ? y0 + way * (y1 - y0) : y0 * pow(y1 / y0, way);
    return *value >= 0 ||
           hz_error_set(err, HZ_ERROR_DATA, paid->place,
                        _("origin %.*s, development %.15g: the line through %.15g and %.15g "
                          "claims closed goes below 0 for %.15g: read exponentially, or leave "
                          "the cell out"),
                        HZ_TEXT_ARGS(paid->origin[o]), paid->age[own], x0, x1, count);
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
                                _("origin %.*s: %.15g claims in the end, expected some"),
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
            const size_t latest = k == paid->latest[o] ? o : youngest_at(paid, k);
            const size_t cell = o * paid->ages + k;
            const double closed_now = hz_triangle_value(closed, o, k);
            const double count = result->rate[latest * paid->ages + k] * ultimate[o];
            const bool is_as_it_was = fabs(count - closed_now) <= 1e-9 * fabs(closed_now);
            result->adjusted_closed[cell] = count;
            result->adjusted[cell] = hz_triangle_value(paid, o, k);
            if (!is_as_it_was &&
                (!read_paid(paid, closed, o, k, count, is_linear, &result->adjusted[cell], err) ||
                 !check_range(paid, o, k, result->adjusted[cell], err)))
                return false;
        }
    return true;
}

static bool refuse_index(const struct hz_triangle *triangle, const struct hz_price_index *index,
                         size_t o, size_t k, struct hz_error *err)
{
    return hz_error_set(
        err, HZ_ERROR_DATA, triangle->place,
        _("origin %.*s, development %.15g: %s has no level for it: expected one for "
          "the calendar period in which each amount was paid, and origins that are "
          "such periods"),
        HZ_TEXT_ARGS(triangle->origin[o]), triangle->age[k], index->file);
}

/*
 * The month, since year 0, in which a step of an origin ends. False if the triangle does not show
 * it.
 */
static bool find_month(const struct hz_triangle *triangle, size_t o, size_t k, int64_t *month)
{
    hz_period period;
    enum hz_grain grain;
    if (!(triangle->ages_per_origin > 0) ||
        !hz_origin_period(triangle->origin[o], &period, &grain) ||
        !hz_triangle_months(triangle, grain, k, month))
        return false;
    *month += (int64_t)period * (int)grain - 1;
    return true;
}

/* The level of the latest diagonal over that of a cell. */
static bool find_level(const struct hz_triangle *triangle, const struct hz_price_index *index,
                       size_t o, size_t k, double *level, struct hz_error *err)
{
    int64_t then, now = INT64_MIN, other;
    for (size_t i = 0; i < triangle->origins; i++)
        if (find_month(triangle, i, triangle->latest[i], &other) && other > now)
            now = other;
    if (now == INT64_MIN || !find_month(triangle, o, k, &then))
        return refuse_index(triangle, index, o, k, err);
    *level = hz_price_index_at(index, now) / hz_price_index_at(index, then);
    return isfinite(*level) || refuse_index(triangle, index, o, k, err);
}

static bool find_growth(const struct hz_triangle *triangle, double rate,
                        const struct hz_price_index *index, enum hz_trend_by by, size_t o, size_t k,
                        double *growth, struct hz_error *err)
{
    double periods = hz_triangle_origins_between(triangle, o, triangle->origins - 1);
    if (index)
        return find_level(triangle, index, o, k, growth, err);
    if (by != HZ_TREND_BY_ORIGIN && !find_periods(triangle, o, k, &periods, err))
        return false;
    *growth = pow(1 + rate, periods);
    return true;
}

bool hz_trend(const struct hz_triangle *triangle, double rate, const struct hz_price_index *index,
              enum hz_trend_by by, double trended[], struct hz_error *err)
{
    if (index && by == HZ_TREND_BY_ORIGIN)
        return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                            _("an index is by calendar period: --by valuation"));
    for (size_t o = 0; o < triangle->origins; o++)
        for (size_t k = 0; k < triangle->ages; k++) {
            const size_t cell = o * triangle->ages + k;
            double growth = 1;
            trended[cell] = (double)NAN;
            if (!hz_triangle_is_observed(triangle, o, k))
                continue;
            if (!find_growth(triangle, rate, index, by, o, k, &growth, err))
                return false;
            const bool is_sum = by != HZ_TREND_BY_VALUATION || k == 0;
            if (!is_sum && k == triangle->first[o])
                return hz_error_set(err, HZ_ERROR_DATA, triangle->place,
                                    _("origin %.*s: its first ages are missing, so that it cannot "
                                      "be told when the amount at development %.15g was paid"),
                                    HZ_TEXT_ARGS(triangle->origin[o]), triangle->age[k]);
            const double before = is_sum ? 0 : hz_triangle_value(triangle, o, k - 1);
            trended[cell] = (hz_triangle_value(triangle, o, k) - before) * growth +
                            (is_sum ? 0 : trended[cell - 1]);
            if (!check_range(triangle, o, k, trended[cell], err))
                return false;
        }
    return true;
}

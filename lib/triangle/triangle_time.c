/* triangle_time.c: see triangle_time.h, and triangle.h for what is said there of a triangle. */

#include "triangle/triangle_time.h"

#include "triangle/grains.h"
#include "triangle/origin_text.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

/* A run of digits as a number, nine of them at most; -1: longer ones. */
static double take_number(struct hz_text label, size_t *at)
{
    enum { MOST = 9 };
    const size_t start = *at;
    double number = 0;
    for (; *at < label.length && hz_digit(label.at[*at]) <= 9; ++*at)
        number = number * 10 + hz_digit(label.at[*at]);
    return *at - start > MOST ? -1 : number;
}

/*
 * By how much the numbers in labels grow that are else the same (AY5, AY8; 19/20, 22/23; 2021 (a),
 * 2022 (a)): all that change by the same. 0: that cannot be told.
 */
static double number_between(struct hz_text older, struct hz_text younger)
{
    size_t a = 0, b = 0;
    double growth = 0;
    while (a < older.length && b < younger.length) {
        if (hz_digit(older.at[a]) > 9 || hz_digit(younger.at[b]) > 9) {
            if (older.at[a++] != younger.at[b++])
                return 0;
            continue;
        }
        const double from = take_number(older, &a), to = take_number(younger, &b);
        if (from < 0 || to < 0 ||
            (fabs(growth) > 0 && fabs(to - from) > 0 && fabs(to - from - growth) > 0))
            return 0;
        growth = fabs(growth) > 0 ? growth : to - from;
    }
    return a < older.length || b < younger.length ? 0 : growth;
}

/* From one origin to another in origin periods; `origins` if their labels do not say. */
static double distance(struct hz_text older, struct hz_text younger, double origins)
{
    hz_period from, to;
    enum hz_grain from_grain, to_grain;
    if (hz_origin_period(older, &from, &from_grain) && hz_origin_period(younger, &to, &to_grain) &&
        from_grain == to_grain)
        return to - from;
    const double growth = number_between(older, younger);
    return growth * origins > 0 ? growth : origins;
}

bool hz_triangle_origins_tell(const struct hz_triangle *triangle, size_t origin)
{
    const struct hz_text older = triangle->origin[origin], younger = triangle->origin[origin + 1];
    hz_period period;
    enum hz_grain a, b;
    bool has_digit = false;
    for (size_t i = 0; i < older.length; i++)
        has_digit |= hz_digit(older.at[i]) <= 9;
    return !has_digit || number_between(older, younger) > 0 ||
           (hz_origin_period(older, &period, &a) && hz_origin_period(younger, &period, &b) &&
            a == b);
}

double hz_triangle_origins_between(const struct hz_triangle *triangle, size_t from, size_t to)
{
    return distance(triangle->origin[from], triangle->origin[to], (double)to - (double)from);
}

/* From the last origin that is as old as can be to the youngest, age falls at a steady rate. */
static double infer_ages_per_origin(const struct hz_triangle *triangle)
{
    size_t youngest = triangle->origins - 1;
    size_t oldest = 0;
    while (oldest < youngest && triangle->latest[oldest + 1] == triangle->latest[0])
        oldest++;
    if (oldest == youngest)
        return 0;
    double fall =
        triangle->age[triangle->latest[oldest]] - triangle->age[triangle->latest[youngest]];
    return fall / distance(triangle->origin[oldest], triangle->origin[youngest],
                           (double)(youngest - oldest));
}

static double smallest_step(const struct hz_triangle *triangle)
{
    double step = (double)INFINITY;
    for (size_t k = 0; k + 1 < triangle->ages; k++)
        step = fmin(step, triangle->age[k + 1] - triangle->age[k]);
    return step;
}

void hz_triangle_set_time(struct hz_triangle *triangle)
{
    triangle->ages_per_origin = infer_ages_per_origin(triangle);
    triangle->step = smallest_step(triangle);
}

double hz_triangle_age(const struct hz_triangle *triangle, size_t column)
{
    const double *age = triangle->age;
    const size_t last = triangle->ages - 1;
    if (column <= last)
        return age[column];
    return age[last] + (double)(column - last) * (last > 0 ? age[last] - age[last - 1] : 1);
}

bool hz_triangle_months(const struct hz_triangle *triangle, enum hz_grain grain, size_t column,
                        int64_t *months)
{
    double age = hz_triangle_age(triangle, column);
    if (triangle->age[0] == 0)
        age += hz_triangle_age(triangle, 1);
    double exact = age * (int)grain / triangle->ages_per_origin;
    if (!(exact < 12.0 * 10000))
        return false;
    *months = llround(exact);
    return fabs(exact - (double)*months) < 1e-6;
}

void hz_triangle_period(const struct hz_triangle *triangle, size_t origin, size_t column,
                        char label[HZ_FISCAL_TEXT])
{
    hz_period period;
    enum hz_grain grain;
    int64_t from, to;
    label[0] = '\0';
    if (triangle->ages_per_origin <= 0 ||
        !hz_origin_period(triangle->origin[origin], &period, &grain) ||
        !hz_triangle_months(triangle, grain, column - 1, &from) ||
        !hz_triangle_months(triangle, grain, column, &to))
        return;
    const int64_t length = to - from;
    const int64_t start = (int64_t)period * (int)grain + from;
    if (length == HZ_MONTH && hz_origin_is_fiscal(triangle->origin[origin]))
        return; /* which month of the calendar it is cannot be told */
    if (length != HZ_MONTH && length != HZ_QUARTER && length != HZ_HALF_YEAR && length != HZ_YEAR)
        return;
    if (!hz_origin_is_fiscal(triangle->origin[origin]))
        hz_span_format((hz_period)(start / length), (enum hz_grain)length, (int)(start % length),
                       label);
    else if (start % length == 0)
        hz_fiscal_format((hz_period)(start / length), (enum hz_grain)length, 1, label);
}

bool hz_triangle_is_under_way(const struct hz_triangle *triangle, char label[HZ_PERIOD_TEXT])
{
    const size_t o = triangle->origins - 1;
    hz_period period;
    enum hz_grain grain;
    label[0] = '\0';
    if (!(triangle->ages_per_origin > 0) || !hz_origin_period(triangle->origin[o], &period, &grain))
        return false;
    double age = triangle->age[triangle->latest[o]];
    if (triangle->age[0] <= 0)
        age += hz_triangle_age(triangle, 1);
    const double months = age * (int)grain / triangle->ages_per_origin;
    if (!(months < (int)grain - 1e-6))
        return false;
    if (hz_origin_is_fiscal(triangle->origin[o])) { /* of which months cannot be told */
        snprintf(label, HZ_PERIOD_TEXT, "%.0f months", ceil(months - 1e-6));
        return true;
    }
    hz_period_format((hz_period)((int)period * (int)grain + (int)ceil(months - 1e-6) - 1), HZ_MONTH,
                     label);
    return true;
}

bool hz_triangle_diagonal(const struct hz_triangle *triangle, size_t origin, size_t column,
                          size_t *diagonal)
{
    const size_t youngest = triangle->origins - 1;
    if (triangle->ages_per_origin <= 0 || triangle->ages < 2)
        return false;
    const double now =
        triangle->age[triangle->latest[youngest]] +
        triangle->ages_per_origin * hz_triangle_origins_between(triangle, origin, youngest);
    const double back = (now - triangle->age[column]) / triangle->step;
    if (!(back > -0.5 && back < HZ_TRIANGLE_MOST) || fabs(back - round(back)) > 1e-6)
        return false;
    *diagonal = (size_t)llround(back);
    return true;
}

/* The last column of an origin that lies so many diagonals back; false if there is none. */
static bool find_latest(const struct hz_triangle *triangle, size_t o, size_t diagonals,
                        size_t *latest)
{
    for (size_t k = triangle->latest[o] + 1; k-- > triangle->first[o];) {
        size_t back;
        if (hz_triangle_is_observed(triangle, o, k) &&
            hz_triangle_diagonal(triangle, o, k, &back) && back >= diagonals) {
            *latest = k;
            return true;
        }
    }
    return false;
}

bool hz_triangle_as_of(struct hz_triangle *earlier, const struct hz_triangle *triangle,
                       size_t diagonals, struct hz_arena *arena, struct hz_error *err)
{
    size_t *latest = hz_arena_allocate(arena, triangle->origins, sizeof *latest);
    size_t back;
    *earlier = *triangle;
    earlier->latest = latest;
    if (!hz_triangle_diagonal(triangle, 0, triangle->first[0], &back))
        return hz_error_set(err, HZ_ERROR_DATA, triangle->place,
                            _("the diagonals cannot be told: origins are to follow each other by "
                              "whole steps of age"));
    size_t o = 0;
    while (o < triangle->origins && find_latest(triangle, o, diagonals, &latest[o]))
        o++;
    if (o == 0 || latest[0] == triangle->first[0])
        return hz_error_set(err, HZ_ERROR_DATA, triangle->place,
                            _("that far back (%zu) there was no triangle yet, for that takes two "
                              "diagonals: now it has %zu"),
                            diagonals, back + 1);
    double *value = hz_arena_allocate(arena, o * (latest[0] + 1), sizeof *value);
    for (size_t i = 0; i < o; i++)
        memcpy(value + i * (latest[0] + 1), triangle->value + i * triangle->ages,
               (latest[i] + 1) * sizeof *value);
    earlier->origins = o;
    earlier->ages = latest[0] + 1;
    earlier->step = smallest_step(earlier);
    earlier->value = value;
    return true;
}

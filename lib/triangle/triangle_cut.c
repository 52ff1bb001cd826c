/* triangle_cut.c: see triangle_cut.h. */

#include "triangle/triangle_cut.h"

#include "triangle/origin_text.h"

#include <math.h>
#include <stdlib.h>

/* Whole steps of time agree within this, in months. */
static const double CLOSE = 1e-6;

/* Cells on the calendar. */
struct calendar {
    const struct hz_triangle_end *valuation;
    const double *age; /* the distinct ones, rising */
    size_t ages;
    double *start; /* of each cell's origin, in months since year 0 */
    int unit;
    enum hz_grain grain;
};

static int compare_ages(const void *a, const void *b)
{
    const double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static void list_ages(struct calendar *calendar, const struct hz_cell cell[], size_t cells,
                      struct hz_arena *arena)
{
    double *age = hz_arena_allocate(arena, cells, sizeof *age);
    for (size_t c = 0; c < cells; c++)
        age[c] = cell[c].age;
    qsort(age, cells, sizeof *age, compare_ages);
    for (size_t c = 0; c < cells; c++)
        if (c == 0 || age[c] > age[calendar->ages - 1])
            age[calendar->ages++] = age[c];
    calendar->age = age;
}

/* Reads the origins; false where one is no period of the calendar, *cell. */
static bool read_starts(struct calendar *calendar, const struct hz_cell cell[], size_t cells,
                        size_t *none, struct hz_arena *arena)
{
    calendar->start = hz_arena_allocate(arena, cells, sizeof *calendar->start);
    for (size_t c = 0; c < cells; c++) {
        hz_period period;
        *none = c;
        if (!hz_origin_period(cell[c].origin, &period, &calendar->grain))
            return false;
        calendar->start[c] = (double)period * (int)calendar->grain;
        if (calendar->valuation->is_stated && hz_origin_is_fiscal(cell[c].origin))
            calendar->start[c] += fmod(calendar->valuation->end, (int)calendar->grain);
    }
    return true;
}

/* From the start of an origin to the end of an age; ages from 0 on end a period later. */
static double months_to(const struct calendar *calendar, double age, int unit)
{
    return (age + (calendar->age[0] > 0 ? 0 : 1)) * unit;
}

/* By how much age falls from an origin period to the next, of the oldest and the youngest. */
static double fall_of(const struct calendar *calendar, const struct hz_cell cell[], size_t cells)
{
    size_t oldest = 0, youngest = 0;
    for (size_t c = 1; c < cells; c++) {
        const double *start = calendar->start;
        if (start[c] < start[oldest] ||
            (start[c] <= start[oldest] && cell[c].age > cell[oldest].age))
            oldest = c;
        if (start[c] > start[youngest] ||
            (start[c] >= start[youngest] && cell[c].age > cell[youngest].age))
            youngest = c;
    }
    return (cell[oldest].age - cell[youngest].age) * (int)calendar->grain /
           (calendar->start[youngest] - calendar->start[oldest]);
}

/* Months in an age of 1, by what the ages are; 0 if they do not say. */
static int guess_unit(const struct calendar *calendar, const struct hz_cell cell[], size_t cells)
{
    const int grain = (int)calendar->grain;
    const double fall = fall_of(calendar, cell, cells);
    double step = (double)INFINITY;
    for (size_t a = 1; a < calendar->ages; a++)
        step = fmin(step, calendar->age[a] - calendar->age[a - 1]);
    if (step >= 1 && step <= 1 && fall > 1 && fmod(grain, fall) <= 0)
        return (int)(grain / fall);
    const bool is_one = calendar->age[0] <= 1 && (isinf(step) || (step >= 1 && step <= 1));
    return is_one ? grain : step >= grain && step <= grain ? 1 : 0;
}

/*
 * The unit with which the latest cell ends at the valuation; 0: none, or several. Ages in
 * half-years are too rare for years whose last sums are carried on, by one, to be taken for them.
 */
static int unit_by_end(const struct calendar *calendar, const struct hz_cell cell[], size_t cells)
{
    static const int units[] = {HZ_MONTH, HZ_QUARTER, HZ_YEAR};
    int unit = 0;
    for (size_t u = 0; u < HZ_COUNT(units); u++) {
        double latest = 0;
        for (size_t c = 0; c < cells; c++)
            latest = fmax(latest, calendar->start[c] + months_to(calendar, cell[c].age, units[u]));
        if (fabs(latest - calendar->valuation->end) <= CLOSE)
            unit = unit == 0 ? units[u] : -1;
    }
    return unit > 0 ? unit : 0;
}

static bool is_later(const struct calendar *calendar, const struct hz_cell cell[], size_t c)
{
    return calendar->start[c] + months_to(calendar, cell[c].age, calendar->unit) >
           calendar->valuation->end + CLOSE;
}

/* Whether the valuation falls in the development to a cell, which begins at the age before. */
static bool is_within(const struct calendar *calendar, const struct hz_cell cell[], size_t c)
{
    const double *at =
        bsearch(&cell[c].age, calendar->age, calendar->ages, sizeof *calendar->age, compare_ages);
    const double before = at == calendar->age ? 0 : months_to(calendar, at[-1], calendar->unit);
    return calendar->start[c] + before < calendar->valuation->end - CLOSE;
}

static bool refuse_within(const struct calendar *calendar, const struct hz_cell cell[], size_t c,
                          struct hz_error *err)
{
    const double seen = (calendar->valuation->end - calendar->start[c]) / calendar->unit -
                        (calendar->age[0] > 0 ? 0 : 1);
    return hz_error_set(err, HZ_ERROR_DATA, cell[c].place,
                        _("origin %.*s, development %.15g: the valuation that the table states "
                          "falls before this age is reached: give the age at which it was seen "
                          "(%.4g), or say when the triangle ends (--as-of)"),
                        HZ_TEXT_ARGS(cell[c].origin), cell[c].age, seen);
}

bool hz_cells_cut(struct hz_cell cell[], size_t *cells, const struct hz_triangle_end *valuation,
                  struct hz_place place, int *unit, struct hz_arena *arena, struct hz_error *err)
{
    struct calendar calendar = {.valuation = valuation, .unit = valuation->unit};
    size_t none, kept = 0;
    *unit = valuation->unit;
    if (*cells == 0)
        return true;
    list_ages(&calendar, cell, *cells, arena);
    if (!read_starts(&calendar, cell, *cells, &none, arena))
        return valuation->is_stated ||
               hz_error_set(err, HZ_ERROR_DATA, cell[none].place,
                            _("--as-of expects origins that are periods of the calendar: "
                              "\"%.*s\" is none"),
                            HZ_TEXT_ARGS(cell[none].origin));
    if (calendar.unit == 0 && valuation->is_stated)
        calendar.unit = *unit = unit_by_end(&calendar, cell, *cells);
    if (calendar.unit == 0)
        calendar.unit = guess_unit(&calendar, cell, *cells);
    if (calendar.unit == 0)
        return valuation->is_stated ||
               hz_error_set(err, HZ_ERROR_DATA, place,
                            _("the ages do not show how long an age lasts: say so (--age-unit)"));
    for (size_t c = 0; c < *cells; c++)
        if (valuation->is_stated && is_later(&calendar, cell, c) && is_within(&calendar, cell, c))
            return refuse_within(&calendar, cell, c, err);
    for (size_t c = 0; c < *cells; c++)
        if (!is_later(&calendar, cell, c))
            cell[kept++] = cell[c];
    *cells = kept;
    return true;
}

/* triangle.c: see triangle.h. */

#include "triangle/triangle.h"

#include "triangle/origin_text.h"
#include "triangle/triangle_doubts.h"
#include "triangle/triangle_fill.h"
#include "triangle/triangle_time.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* A run of digits at *at: leading zeros skipped. Moves *at behind it. */
static struct hz_text take_number(struct hz_text label, size_t *at)
{
    while (*at < label.length && label.at[*at] == '0')
        ++*at;
    struct hz_text digits = {label.at + *at, 0};
    while (*at < label.length && hz_digit(label.at[*at]) <= 9) {
        digits.length++;
        ++*at;
    }
    return digits;
}

int hz_origin_compare(struct hz_text a, struct hz_text b)
{
    size_t i = 0;
    size_t j = 0;
    while (i < a.length && j < b.length) {
        if (hz_digit(a.at[i]) <= 9 && hz_digit(b.at[j]) <= 9) {
            struct hz_text m = take_number(a, &i);
            struct hz_text n = take_number(b, &j);
            if (m.length != n.length)
                return m.length < n.length ? -1 : 1;
            int order = hz_text_compare(m, n);
            if (order != 0)
                return order;
        } else if (a.at[i] != b.at[j]) {
            return (unsigned char)a.at[i] < (unsigned char)b.at[j] ? -1 : 1;
        } else {
            i++;
            j++;
        }
    }
    if (i < a.length || j < b.length)
        return i < a.length ? 1 : -1;
    return hz_text_compare(a, b); /* 1 and 01 are two origins */
}

static int compare_cells(const void *left, const void *right)
{
    const struct hz_cell *a = left;
    const struct hz_cell *b = right;
    int order = a->origin.at == b->origin.at ? 0 : hz_origin_compare(a->origin, b->origin);
    if (order == 0)
        order = (a->age > b->age) - (a->age < b->age);
    return order != 0 ? order : (a->place.line > b->place.line) - (a->place.line < b->place.line);
}

static int compare_ages(const void *left, const void *right)
{
    const double a = *(const double *)left;
    const double b = *(const double *)right;
    return (a > b) - (a < b);
}

/* Refuses a cell by name: the sentence says what is wrong and what to do. */
static bool refuse(const struct hz_cell *cell, const char *sentence, struct hz_error *err)
{
    return hz_error_set(err, HZ_ERROR_DATA, cell->place, _("origin %.*s, development %.15g: %s"),
                        HZ_TEXT_ARGS(cell->origin), cell->age, sentence);
}

static bool check_cells(const struct hz_cell cell[], size_t cells, struct hz_place place,
                        struct hz_error *err)
{
    if (cells == 0)
        return hz_error_set(err, HZ_ERROR_DATA, place, _("no cell: a triangle needs one at least"));
    for (size_t c = 0; c < cells; c++) {
        if (!isfinite(cell[c].age) || cell[c].age < 0)
            return refuse(&cell[c], _("an age is a number, not negative"), err);
        if (!isfinite(cell[c].value))
            return refuse(&cell[c], _("the value is not finite: leave the cell out if unknown"),
                          err);
        if (fabs(cell[c].value) > HZ_VALUE_MOST)
            return refuse(&cell[c], _("the value is too large: count in a larger unit"), err);
    }
    return true;
}

static bool is_same_origin(const struct hz_cell *a, const struct hz_cell *b)
{
    return hz_text_equal(a->origin, b->origin);
}

static size_t count_origins(const struct hz_cell cell[], size_t cells)
{
    size_t origins = 1;
    for (size_t c = 1; c < cells; c++)
        origins += !is_same_origin(&cell[c - 1], &cell[c]);
    return origins;
}

/* The labels of the origins of sorted cells. */
static struct hz_text *list_origins(const struct hz_cell cell[], size_t cells, size_t origins,
                                    struct hz_arena *arena)
{
    struct hz_text *origin = hz_arena_allocate(arena, origins, sizeof *origin);
    size_t n = 0;
    for (size_t c = 0; c < cells; c++)
        if (c == 0 || !is_same_origin(&cell[c - 1], &cell[c]))
            origin[n++] = cell[c].origin;
    return origin;
}

/* The distinct ages of all cells, ascending. */
static double *list_ages(const struct hz_cell cell[], size_t cells, size_t *ages,
                         struct hz_arena *arena)
{
    double *age = hz_arena_allocate(arena, cells, sizeof *age);
    size_t n = 0;
    for (size_t c = 0; c < cells; c++)
        age[c] = cell[c].age;
    qsort(age, cells, sizeof *age, compare_ages);
    for (size_t c = 0; c < cells; c++)
        if (n == 0 || age[c] > age[n - 1])
            age[n++] = age[c];
    *ages = n;
    return age;
}

/* Whether a label is a period of the calendar or a number, whose order nobody doubts. */
static bool has_order(struct hz_text label)
{
    hz_period period;
    enum hz_grain grain;
    return strspn(label.at, "0123456789") >= label.length ||
           hz_origin_period(label, &period, &grain);
}

/* A cell beyond the diagonal: an older origin, observed to column `latest`, lacks one like it. */
static bool refuse_beyond(const struct hz_triangle *triangle, const struct hz_cell *cell,
                          struct hz_text older, size_t latest, struct hz_error *err)
{
    if (!has_order(cell->origin) || !has_order(older))
        return hz_error_set(err, HZ_ERROR_DATA, cell->place,
                            _("origin %.*s, development %.15g: beyond the diagonal, for origin "
                              "%.*s, the older by its name, ends at development %.15g: call "
                              "origins 2021, 2021H1, 2021Q3 or 2021-07 if it is not older, or "
                              "complete it (0 is a value), or leave this cell out"),
                            HZ_TEXT_ARGS(cell->origin), cell->age, HZ_TEXT_ARGS(older),
                            triangle->age[latest]);
    return hz_error_set(err, HZ_ERROR_DATA, cell->place,
                        _("origin %.*s, development %.15g: beyond the diagonal, for the older "
                          "origin %.*s ends at development %.15g: complete that one (0 is a value) "
                          "or leave this cell out"),
                        HZ_TEXT_ARGS(cell->origin), cell->age, HZ_TEXT_ARGS(older),
                        triangle->age[latest]);
}

/* Puts one origin's cells, sorted by age, into its row. Returns how many, 0 if one is refused. */
static size_t place_origin(struct hz_triangle *triangle, size_t origin, const struct hz_cell cell[],
                           size_t cells, double row[], size_t *first, size_t *latest,
                           struct hz_error *err)
{
    size_t column = 0;
    size_t n = 0;
    for (; n < cells && is_same_origin(&cell[0], &cell[n]); n++) {
        size_t before = column;
        while (triangle->age[column] < cell[n].age)
            column++;
        if (n == 0)
            *first = column;
        else if (column == before)
            return refuse(&cell[n], _("this cell stands twice"), err);
        for (size_t k = before + 1; n > 0 && k < column; k++, triangle->holes++)
            row[k] = (double)NAN;
        row[column] = cell[n].value;
    }
    *latest = column;
    if (origin > 0 && column > triangle->latest[origin - 1])
        return refuse_beyond(triangle, &cell[n - 1], triangle->origin[origin - 1],
                             triangle->latest[origin - 1], err);
    return n;
}

bool hz_triangle_require_whole(const struct hz_triangle *triangle, struct hz_error *err)
{
    for (size_t o = 0; o < triangle->origins && triangle->holes > 0; o++)
        for (size_t k = triangle->first[o]; k <= triangle->latest[o]; k++)
            if (!hz_triangle_is_observed(triangle, o, k))
                return hz_error_set(err, HZ_ERROR_DATA, triangle->place,
                                    _("origin %.*s, development %.15g: missing, though observed "
                                      "before and after, and this needs every cell: the chain "
                                      "ladder and what is built on it do without"),
                                    HZ_TEXT_ARGS(triangle->origin[o]), triangle->age[k]);
    return true;
}

/* Sorted cells into rows. */
static bool place_cells(struct hz_triangle *triangle, const struct hz_cell cell[], size_t cells,
                        double value[], size_t first[], size_t latest[], struct hz_error *err)
{
    triangle->first = first;
    triangle->latest = latest;
    triangle->value = value;
    for (size_t o = 0, c = 0; o < triangle->origins; o++) {
        size_t placed = place_origin(triangle, o, cell + c, cells - c, value + o * triangle->ages,
                                     &first[o], &latest[o], err);
        if (placed == 0)
            return false;
        c += placed;
    }
    return true;
}

bool hz_triangle_new(struct hz_triangle *triangle, struct hz_cell cell[], size_t cells, int how,
                     struct hz_place place, struct hz_arena *arena, struct hz_error *err)
{
    const bool is_cut = (how & HZ_CELLS_CUT) != 0;
    *triangle = (struct hz_triangle){.place = place};
    if (!check_cells(cell, cells, place, err))
        return false;
    qsort(cell, cells, sizeof *cell, compare_cells);
    triangle->origins = count_origins(cell, cells);
    triangle->origin = list_origins(cell, cells, triangle->origins, arena);
    if (!hz_triangle_check_origins(triangle, err))
        return false;
    triangle->age = list_ages(cell, cells, &triangle->ages, arena);
    if (triangle->origins > HZ_TRIANGLE_MOST / triangle->ages)
        return hz_error_set(err, HZ_ERROR_DATA, place,
                            _("%zu origins of %zu ages are too many for one triangle"),
                            triangle->origins, triangle->ages);
    double *value = hz_arena_allocate(arena, triangle->origins * triangle->ages, sizeof *value);
    size_t *first = hz_arena_allocate(arena, triangle->origins, sizeof *first);
    size_t *latest = hz_arena_allocate(arena, triangle->origins, sizeof *latest);
    if (!place_cells(triangle, cell, cells, value, first, latest, err) ||
        !hz_triangle_check_shape(triangle, is_cut, err))
        return false;
    hz_triangle_set_time(triangle);
    hz_triangle_settle_time(triangle);
    if (how & HZ_CELLS_INCREMENTAL) {
        if (!hz_triangle_fill(triangle, value, first, latest, (how & HZ_CELLS_FILL_ZERO) != 0, err))
            return false;
        hz_triangle_set_time(triangle); /* origins may reach further now */
        hz_triangle_settle_time(triangle);
    }
    return is_cut || hz_triangle_check_carried(triangle, err);
}

void hz_triangle_increments(const struct hz_triangle *triangle, double increment[])
{
    const size_t ages = triangle->ages;
    for (size_t o = 0; o < triangle->origins; o++)
        for (size_t a = 0; a < ages; a++) {
            double *here = &increment[o * ages + a];
            *here = (double)NAN;
            if (!hz_triangle_is_observed(triangle, o, a))
                continue;
            if (a == 0)
                *here = hz_triangle_value(triangle, o, a);
            else if (a > triangle->first[o])
                *here = hz_triangle_value(triangle, o, a) - hz_triangle_value(triangle, o, a - 1);
        }
}

bool hz_triangle_same_cells(const struct hz_triangle *a, const struct hz_triangle *b)
{
    if (a->origins != b->origins || a->ages != b->ages)
        return false;
    for (size_t k = 0; k < a->ages; k++)
        if (fabs(a->age[k] - b->age[k]) > 1e-9)
            return false;
    for (size_t o = 0; o < a->origins; o++)
        if (!hz_text_equal(a->origin[o], b->origin[o]) || a->first[o] != b->first[o] ||
            a->latest[o] != b->latest[o])
            return false;
    for (size_t c = 0; c < a->origins * a->ages; c++)
        if (isnan(a->value[c]) != isnan(b->value[c]))
            return false;
    return true;
}

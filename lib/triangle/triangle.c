/* triangle.c: see triangle.h. */

#include "triangle/triangle.h"

#include "triangle/age_text.h"
#include "triangle/grains.h"

#include <math.h>
#include <stdio.h>
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

/* A cell beyond the diagonal: an older origin, observed to column `latest`, lacks one like it. */
static bool refuse_beyond(const struct hz_triangle *triangle, const struct hz_cell *cell,
                          struct hz_text older, size_t latest, struct hz_error *err)
{
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

/*
 * Whether the values, as they were given, are a rectangle filled with zeros after the diagonal:
 * each row ends in more zeros than the row before. Only one origin of nothing but zeros may be
 * real.
 */
static bool is_filled_rectangle(const struct hz_triangle *triangle)
{
    const size_t ages = triangle->ages;
    size_t zeros_before = 0;
    size_t filled = 0;
    for (size_t o = 0; o < triangle->origins; o++) {
        if (triangle->latest[o] != ages - 1)
            return false;
        size_t zeros = 0;
        while (zeros < ages && hz_triangle_value(triangle, o, ages - 1 - zeros) == 0)
            zeros++;
        if (o > 0 && zeros > 0 && zeros <= zeros_before)
            return false;
        filled += zeros > 0;
        zeros_before = zeros;
    }
    return triangle->origins > 1 && zeros_before > 0 && (zeros_before < ages || filled > 1);
}

/* Of labels that are the same but for a number at the end (AY5, AY8): by how much that grows. */
static double number_between(struct hz_text older, struct hz_text younger, double origins)
{
    enum { MOST = 9 };
    size_t a = older.length, b = younger.length;
    while (a > 0 && hz_digit(older.at[a - 1]) <= 9)
        a--;
    while (b > 0 && hz_digit(younger.at[b - 1]) <= 9)
        b--;
    if (!hz_text_equal((struct hz_text){older.at, a}, (struct hz_text){younger.at, b}) ||
        a == older.length || b == younger.length || older.length - a > MOST ||
        younger.length - b > MOST)
        return origins;
    double from = 0, to = 0;
    for (; a < older.length; a++)
        from = from * 10 + hz_digit(older.at[a]);
    for (; b < younger.length; b++)
        to = to * 10 + hz_digit(younger.at[b]);
    return (to - from) * origins > 0 ? to - from : origins;
}

/* From one origin to another in origin periods; `origins` if their labels do not say. */
static double distance(struct hz_text older, struct hz_text younger, double origins)
{
    hz_period from, to;
    enum hz_grain from_grain, to_grain;
    if (hz_origin_period(older, &from, &from_grain) && hz_origin_period(younger, &to, &to_grain) &&
        from_grain == to_grain)
        return to - from;
    return number_between(older, younger, origins);
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

/* Where the latest diagonal is if age falls so much from an origin period to the next. */
struct diagonal {
    double fall, now; /* the age of the youngest origin there */
    size_t on;        /* origins that reach it */
};

static double age_on(const struct hz_triangle *triangle, const struct diagonal *d, size_t o)
{
    const double most = triangle->age[triangle->ages - 1];
    return fmin(most,
                d->now + d->fall * hz_triangle_origins_between(triangle, o, triangle->origins - 1));
}

static struct diagonal draw_diagonal(const struct hz_triangle *triangle, double fall)
{
    struct diagonal d = {.fall = fall, .now = -(double)INFINITY};
    const size_t youngest = triangle->origins - 1;
    for (size_t o = 0; o <= youngest; o++)
        if (triangle->latest[o] + 1 < triangle->ages || o == youngest)
            d.now = fmax(d.now, triangle->age[triangle->latest[o]] -
                                    fall * hz_triangle_origins_between(triangle, o, youngest));
    for (size_t o = 0; o <= youngest; o++)
        d.on += triangle->age[triangle->latest[o]] >= age_on(triangle, &d, o) - 1e-9;
    return d;
}

/* The diagonal that most origins reach, of those that one origin and the next would make. */
static struct diagonal find_diagonal(const struct hz_triangle *triangle)
{
    struct diagonal best = draw_diagonal(triangle, triangle->ages_per_origin);
    double tried = triangle->ages_per_origin;
    for (size_t o = 0; o + 1 < triangle->origins; o++) {
        const double fall =
            (triangle->age[triangle->latest[o]] - triangle->age[triangle->latest[o + 1]]) /
            hz_triangle_origins_between(triangle, o, o + 1);
        if (!(fall > 0) || fabs(fall - tried) <= 1e-9)
            continue;
        tried = fall;
        const struct diagonal d = draw_diagonal(triangle, fall);
        if (d.on > best.on)
            best = d;
    }
    return best;
}

/* Of increments, the column up to which an origin is observed: the latest diagonal. */
static size_t reach_of(const struct hz_triangle *triangle, const struct diagonal *d, size_t o)
{
    size_t reach = triangle->latest[o];
    while (reach + 1 < triangle->ages && triangle->age[reach + 1] <= age_on(triangle, d, o) + 1e-9)
        reach++;
    return reach;
}

static bool refuse_missing(const struct hz_triangle *triangle, size_t o, size_t k,
                           struct hz_error *err)
{
    return hz_error_set(
        err, HZ_ERROR_DATA, triangle->place,
        _("origin %.*s, development %.15g: missing, but amounts of one age each add "
          "up only if all are known: give it, or --fill-zero if nothing was paid "
          "there"),
        HZ_TEXT_ARGS(triangle->origin[o]), triangle->age[k]);
}

/* Increments that are not there are 0, or refused. `first` and `latest` are the triangle's own. */
static bool fill(struct hz_triangle *triangle, double value[], size_t first[], size_t latest[],
                 bool with_zero, struct hz_error *err)
{
    const struct diagonal diagonal = find_diagonal(triangle);
    for (size_t o = 0; o < triangle->origins; o++) {
        double *row = value + o * triangle->ages;
        const size_t reach = reach_of(triangle, &diagonal, o);
        for (size_t k = 0; k <= reach; k++) {
            if (k >= first[o] && k <= latest[o] && !isnan(row[k]))
                continue;
            if (!with_zero)
                return refuse_missing(triangle, o, k, err);
            row[k] = 0;
        }
        first[o] = 0;
        latest[o] = reach;
    }
    triangle->holes = 0;
    return true;
}

static void cumulate(const struct hz_triangle *triangle, double value[])
{
    for (size_t o = 0; o < triangle->origins; o++)
        for (size_t a = 1; a <= triangle->latest[o]; a++)
            value[o * triangle->ages + a] += value[o * triangle->ages + a - 1];
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

/*
 * The first origin whose values stand still where they cannot be known yet: every origin is
 * observed to the last age, and the n-th at least n cells long repeats what it had. `origins`:
 * none. Of more than two origins, two or more are to do so, those of nothing but zeros apart, which
 * may be real.
 */
static size_t find_carried(const struct hz_triangle *triangle)
{
    const size_t ages = triangle->ages;
    size_t carried = 0;
    if (triangle->origins < 2 || ages < 2)
        return triangle->origins;
    for (size_t o = 0; o < triangle->origins; o++) {
        size_t still = 0;
        if (triangle->latest[o] != ages - 1)
            return triangle->origins;
        while (still + 1 < ages && !(fabs(hz_triangle_value(triangle, o, ages - 1 - still) -
                                          hz_triangle_value(triangle, o, ages - 2 - still)) > 0))
            still++;
        if (still < o && still + 1 < ages)
            return triangle->origins;
        carried += o > 0 && fabs(hz_triangle_latest(triangle, o)) > 0;
    }
    return carried >= (triangle->origins > 2 ? 2 : 1) ? 1 : triangle->origins;
}

/* Sorted cells into rows. */
static bool place_cells(struct hz_triangle *triangle, const struct hz_cell cell[], size_t cells,
                        double value[], size_t first[], size_t latest[], struct hz_arena *arena,
                        struct hz_error *err)
{
    struct hz_text *origin = hz_arena_allocate(arena, triangle->origins, sizeof *origin);
    triangle->origin = origin;
    triangle->first = first;
    triangle->latest = latest;
    triangle->value = value;
    for (size_t o = 0, c = 0; o < triangle->origins; o++) {
        origin[o] = cell[c].origin;
        size_t placed = place_origin(triangle, o, cell + c, cells - c, value + o * triangle->ages,
                                     &first[o], &latest[o], err);
        if (placed == 0)
            return false;
        c += placed;
    }
    return true;
}

static bool refuse_carried(const struct hz_triangle *triangle, size_t o, struct hz_error *err)
{
    return hz_error_set(
        err, HZ_ERROR_DATA, triangle->place,
        _("origin %.*s, development %.15g: every origin goes on to the last age and "
          "the younger stand still there, as sums that are carried on where nothing "
          "is known yet: leave these cells out, or say when the triangle ends "
          "(--as-of)"),
        HZ_TEXT_ARGS(triangle->origin[o]), triangle->age[triangle->ages - 1]);
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
    triangle->age = list_ages(cell, cells, &triangle->ages, arena);
    if (triangle->origins > HZ_TRIANGLE_MOST / triangle->ages)
        return hz_error_set(err, HZ_ERROR_DATA, place,
                            _("%zu origins of %zu ages are too many for one triangle"),
                            triangle->origins, triangle->ages);
    double *value = hz_arena_allocate(arena, triangle->origins * triangle->ages, sizeof *value);
    size_t *first = hz_arena_allocate(arena, triangle->origins, sizeof *first);
    size_t *latest = hz_arena_allocate(arena, triangle->origins, sizeof *latest);
    if (!place_cells(triangle, cell, cells, value, first, latest, arena, err))
        return false;
    if (!is_cut && is_filled_rectangle(triangle))
        return hz_error_set(err, HZ_ERROR_DATA, place,
                            _("every origin is observed to development %.15g, the younger the more "
                              "zeros at the end: leave out the cells that are not observed yet, or "
                              "say when the triangle ends (--as-of)"),
                            triangle->age[triangle->ages - 1]);
    triangle->ages_per_origin = infer_ages_per_origin(triangle);
    triangle->step = smallest_step(triangle);
    if (how & HZ_CELLS_INCREMENTAL) {
        if (!fill(triangle, value, first, latest, (how & HZ_CELLS_FILL_ZERO) != 0, err))
            return false;
        cumulate(triangle, value);
        triangle->ages_per_origin = infer_ages_per_origin(triangle);
    }
    const size_t carried = is_cut ? triangle->origins : find_carried(triangle);
    return carried == triangle->origins || refuse_carried(triangle, carried, err);
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

/* FY2021, 2021/22: a year that does not start with January, and its quarters. */
static bool is_fiscal(struct hz_text label)
{
    const bool has_letters =
        label.length > 2 && (label.at[0] | 32) == 'f' && (label.at[1] | 32) == 'y';
    return has_letters || (label.length > 4 && label.at[4] == '/');
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
    if (length == HZ_MONTH && is_fiscal(triangle->origin[origin]))
        return; /* which month of the calendar it is cannot be told */
    if ((length == HZ_MONTH || length == HZ_QUARTER || length == HZ_YEAR) && start % length == 0)
        hz_fiscal_format((hz_period)(start / length), (enum hz_grain)length,
                         is_fiscal(triangle->origin[origin]), label);
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
    if (is_fiscal(triangle->origin[o])) { /* of which months cannot be told */
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
        return hz_error_set(
            err, HZ_ERROR_DATA, triangle->place,
            _("%zu diagonals ago there was no triangle yet, for that takes two: it has %zu now"),
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

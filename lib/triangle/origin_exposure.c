/* origin_exposure.c: see origin_exposure.h. */

#include "triangle/origin_exposure.h"

#include "file/row_index.h"
#include "triangle/origin_text.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

/* A table of exposures: by group and origin, and the youngest origin of each group. */
struct exposures {
    const struct hz_sheet *sheet;
    int origin;
    int *column; /* the group columns it has, then the origin */
    size_t *key; /* which of the triangles' group columns these are */
    size_t keys; /* without the origin */
    struct hz_row_index by_all;
    struct hz_row_index by_group;
    size_t *twice;                     /* of a row: another one + 1 with the same key; 0: none */
    int exposure_column, prior_column; /* the latter -1: none */
    size_t *youngest; /* of the group that a row is the first of: the row of its youngest origin */
    struct hz_text *text; /* room for a key */
    bool is_past;         /* origins that are younger than the triangle are left out with it */
};

static const char *const origin_names[] = {
    "origin", "accident_year",     "accidentyear", "AccidentYear", "AY",
    "year",   "underwriting_year", "出险年",       "事故年",       "承保年",
    NULL};
static const char *const exposure_names[] = {
    "exposure", "premium",  "earned_premium", "EarnedPremium", "premiums", "contributions",
    "members",  "已赚保费", "保费",           "风险暴露",      "会员数",   NULL};
static const char *const prior_names[] = {"prior", "expected_loss_ratio", "a_priori",
                                          "elr",   "预期赔付率",          NULL};

/* The first of some names that the header has; -1: none. */
static int find_usual(const struct hz_sheet *sheet, const char *const names[])
{
    int column = -1;
    for (size_t n = 0; names[n] && column < 0; n++)
        column = hz_sheet_column(sheet, names[n]);
    return column;
}

static bool find_exposure_columns(struct exposures *x, const struct hz_triangle_table *table,
                                  int *exposure, struct hz_arena *arena, struct hz_error *err)
{
    const struct hz_sheet *sheet = x->sheet;
    x->prior_column = find_usual(sheet, prior_names);
    x->origin = find_usual(sheet, origin_names);
    *exposure = find_usual(sheet, exposure_names);
    if ((x->origin < 0 && !hz_sheet_find(sheet, "origin", &x->origin, err)) ||
        (*exposure < 0 && !hz_sheet_find(sheet, "exposure", exposure, err)))
        return false;
    x->column = hz_arena_allocate(arena, sheet->columns, sizeof *x->column);
    x->key = hz_arena_allocate(arena, sheet->columns, sizeof *x->key);
    for (int c = 0; c < (int)sheet->columns; c++) {
        if (c == x->origin || c == *exposure || c == x->prior_column)
            continue;
        size_t k = 0;
        while (k < table->keys && !hz_text_equal(table->column[k], sheet->header[c]))
            k++;
        if (k == table->keys)
            return hz_error_set(err, HZ_ERROR_DATA, hz_sheet_whole(sheet),
                                _("the column \"%.*s\" is none of the triangles': expected origin, "
                                  "exposure and their group columns"),
                                HZ_TEXT_ARGS(sheet->header[c]));
        x->column[x->keys] = c;
        x->key[x->keys++] = k;
    }
    x->column[x->keys] = x->origin;
    return true;
}

/* The label by which triangles know a period. */
struct hz_known_period {
    enum hz_grain grain;
    hz_period period;
    struct hz_text label;
};

static int compare_periods(const void *left, const void *right)
{
    const struct hz_known_period *a = left, *b = right;
    if (a->grain != b->grain)
        return a->grain < b->grain ? -1 : 1;
    if (a->period != b->period)
        return a->period < b->period ? -1 : 1;
    return hz_text_compare(a->label, b->label);
}

struct hz_origin_names hz_origin_names_list(const struct hz_triangle_table *table,
                                            struct hz_arena *arena)
{
    size_t most = 0, n = 0, kept = 0;
    for (size_t t = 0; t < table->triangles; t++)
        most += table->triangle[t].triangle.origins;
    struct hz_known_period *known = hz_arena_allocate(arena, most, sizeof *known);
    for (size_t t = 0; t < table->triangles; t++)
        for (size_t o = 0; o < table->triangle[t].triangle.origins; o++) {
            known[n].label = table->triangle[t].triangle.origin[o];
            n += hz_origin_period(known[n].label, &known[n].period, &known[n].grain);
        }
    if (n > 0)
        qsort(known, n, sizeof *known, compare_periods);
    for (size_t k = 0; k < n; k++)
        if (kept == 0 || compare_periods(&known[kept - 1], &known[k]) != 0)
            known[kept++] = known[k];
    return (struct hz_origin_names){.known = known, .count = kept};
}

/* What triangles call the period of a label that has been read; the label itself: it is none. */
static struct hz_text name_of(const struct hz_origin_names *names, struct hz_text label,
                              const struct hz_stamp *stamp)
{
    const struct hz_known_period *known = names->known;
    for (size_t k = 0; k < names->count; k++)
        if (hz_text_equal(known[k].label, label))
            return label;
    for (size_t k = 0; k < names->count && stamp->year > 0; k++) {
        /* Oct-19 or 2019-10-01 is FY2019 */
        const bool is_start = known[k].grain == HZ_YEAR && stamp->day <= 1 && stamp->month > 1 &&
                              known[k].label.length > 2 && memcmp(known[k].label.at, "FY", 2) == 0;
        if ((stamp->day > 0 || stamp->grain == known[k].grain || is_start) &&
            hz_stamp_period(stamp, known[k].grain) == known[k].period)
            return known[k].label;
    }
    return label;
}

struct hz_text hz_origin_named(const struct hz_origin_names *names, struct hz_text label)
{
    struct hz_stamp stamp;
    const char short_year[] = {'\'', label.length == 2 ? label.at[0] : '0',
                               label.length == 2 ? label.at[1] : '0', '\0'};
    if (!hz_stamp_parse(label, &stamp) && label.length == 2)
        (void)hz_stamp_parse(hz_text_of(short_year), &stamp);
    return name_of(names, label, &stamp);
}

/* The table with origins called as the triangles call them. */
static const struct hz_sheet *name_as_they(const struct hz_sheet *from, int origin,
                                           const struct hz_triangle_table *table,
                                           struct hz_arena *arena)
{
    const struct hz_origin_names names = hz_origin_names_list(table, arena);
    struct hz_sheet *sheet = hz_arena_allocate(arena, 1, sizeof *sheet);
    struct hz_text *cell = hz_arena_allocate(arena, from->rows * from->columns, sizeof *cell);
    struct hz_text *label = hz_arena_allocate(arena, from->rows, sizeof *label);
    struct hz_stamp *stamp = hz_arena_allocate(arena, from->rows, sizeof *stamp);
    size_t known;
    if (from->rows > 0)
        memcpy(cell, from->cell, from->rows * from->columns * sizeof *cell);
    for (size_t r = 0; r < from->rows; r++)
        label[r] = hz_sheet_cell(from, r, origin);
    hz_stamps_parse(label, from->rows, stamp, &known);
    for (size_t r = 0; r < from->rows; r++) {
        if (stamp[r].year == 0)
            (void)hz_stamp_parse(label[r], &stamp[r]);
        cell[r * from->columns + (size_t)origin] = name_of(&names, label[r], &stamp[r]);
    }
    *sheet = *from;
    sheet->cell = cell;
    return sheet;
}

static void read_exposure(struct exposures *x, size_t row)
{
    const struct hz_sheet *sheet = x->sheet;
    hz_row_index_key(&x->by_all, row, x->text);
    size_t *slot = hz_row_index_slot(&x->by_all, x->text);
    if (*slot != 0)
        x->twice[*slot - 1] = row + 1;
    else
        *slot = row + 1;
    slot = hz_row_index_slot(&x->by_group, x->text);
    if (*slot == 0)
        *slot = row + 1;
    size_t *youngest = &x->youngest[*slot - 1];
    if (*slot == row + 1 ||
        hz_origin_compare(x->text[x->keys], hz_sheet_cell(sheet, *youngest, x->origin)) > 0)
        *youngest = row;
}

/* A number of 0 or more in a row, what is called so. */
static bool read_figure(const struct exposures *x, size_t row, int column, double *figure,
                        struct hz_error *err)
{
    if (!hz_sheet_number(x->sheet, row, column, figure, err))
        return false;
    return *figure >= 0 || hz_error_set(err, HZ_ERROR_DATA, hz_sheet_place(x->sheet, row, column),
                                        _("the %s of origin %.*s is negative"),
                                        column == x->prior_column ? _("prior") : _("exposure"),
                                        HZ_TEXT_ARGS(x->text[x->keys]));
}

/* The exposure, and the prior if there is one, of the origin whose key stands in x->text. */
static bool find_exposure(const struct exposures *x, const struct hz_triangle *triangle,
                          double *exposure, double *prior, struct hz_error *err)
{
    const struct hz_sheet *sheet = x->sheet;
    const struct hz_text origin = x->text[x->keys];
    const size_t row = *hz_row_index_slot(&x->by_all, x->text);
    if (row == 0)
        return hz_error_set(err, HZ_ERROR_DATA, triangle->place,
                            _("origin %.*s: %s has no exposure for it"), HZ_TEXT_ARGS(origin),
                            sheet->file);
    if (x->twice[row - 1] > 0)
        return hz_error_set(
            err, HZ_ERROR_DATA, hz_sheet_place(sheet, x->twice[row - 1] - 1, x->origin),
            _("the exposure of origin %.*s stands twice (first in line %" PRIu64 ")"),
            HZ_TEXT_ARGS(origin), sheet->line[row - 1]);
    return read_figure(x, row - 1, x->exposure_column, exposure, err) &&
           (x->prior_column < 0 || read_figure(x, row - 1, x->prior_column, prior, err));
}

static bool give_exposures(struct hz_group_triangle *item, void *context, struct hz_arena *arena,
                           struct hz_error *err)
{
    const struct exposures *x = context;
    const struct hz_triangle *triangle = &item->triangle;
    double *exposure = hz_arena_allocate(arena, triangle->origins, sizeof *exposure);
    double *prior = hz_arena_allocate(arena, triangle->origins, sizeof *prior);
    for (size_t k = 0; k < x->keys; k++)
        x->text[k] = item->key[x->key[k]];
    for (size_t o = 0; o < triangle->origins; o++) {
        x->text[x->keys] = triangle->origin[o];
        if (!find_exposure(x, triangle, &exposure[o], &prior[o], err))
            return false;
    }
    item->exposure = exposure;
    item->prior = x->prior_column < 0 ? NULL : prior;
    size_t youngest = x->youngest[*hz_row_index_slot(&x->by_group, x->text) - 1];
    struct hz_text origin = hz_sheet_cell(x->sheet, youngest, x->origin);
    struct hz_place place = hz_sheet_place(x->sheet, youngest, x->origin);
    place.field = triangle->place.field;
    if (!x->is_past && hz_origin_compare(origin, triangle->origin[triangle->origins - 1]) > 0)
        return hz_error_set(
            err, HZ_ERROR_DATA, place,
            _("origin %.*s has an exposure and no cell in the triangle, so it would "
              "get no reserve: give it a cell (0 is a value), or leave this out"),
            HZ_TEXT_ARGS(origin));
    return true;
}

bool hz_exposure_read(struct hz_triangle_table *table, const struct hz_sheet *sheet,
                      struct hz_arena *arena, struct hz_error *err)
{
    struct exposures x = {.sheet = sheet};
    if (!find_exposure_columns(&x, table, &x.exposure_column, arena, err))
        return false;
    sheet = x.sheet = name_as_they(sheet, x.origin, table, arena);
    x.by_all = hz_row_index_new(sheet, x.column, x.keys + 1, arena);
    x.by_group = hz_row_index_new(sheet, x.column, x.keys, arena);
    x.youngest = hz_arena_allocate(arena, sheet->rows, sizeof *x.youngest);
    x.is_past = table->is_past;
    x.twice = hz_arena_allocate(arena, sheet->rows, sizeof *x.twice);
    x.text = hz_arena_allocate(arena, x.keys + 1, sizeof *x.text);
    for (size_t r = 0; r < sheet->rows; r++)
        read_exposure(&x, r);
    return hz_triangle_table_filter(table, give_exposures, &x, arena, err);
}

bool hz_exposure_read_file(struct hz_triangle_table *table, const char *path,
                           struct hz_arena *arena, struct hz_error *err)
{
    struct hz_sheet sheet;
    return !path ||
           (hz_sheet_read(&sheet, path, arena, err) && hz_exposure_read(table, &sheet, arena, err));
}

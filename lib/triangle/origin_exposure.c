/* origin_exposure.c: see origin_exposure.h. */

#include "triangle/origin_exposure.h"

#include "file/row_index.h"

#include <inttypes.h>

/* A table of exposures: by group and origin, and the youngest origin of each group. */
struct exposures {
    const struct hz_sheet *sheet;
    int origin;
    int *column; /* the group columns it has, then the origin */
    size_t *key; /* which of the triangles' group columns these are */
    size_t keys; /* without the origin */
    struct hz_row_index by_all;
    struct hz_row_index by_group;
    size_t *twice; /* of a row: another one + 1 with the same key; 0: none */
    int exposure_column;
    size_t *youngest; /* of the group that a row is the first of: the row of its youngest origin */
    struct hz_text *text; /* room for a key */
    bool is_past;         /* origins that are younger than the triangle are left out with it */
};

static bool find_exposure_columns(struct exposures *x, const struct hz_triangle_table *table,
                                  int *exposure, struct hz_arena *arena, struct hz_error *err)
{
    const struct hz_sheet *sheet = x->sheet;
    if (!hz_sheet_find(sheet, "origin", &x->origin, err) ||
        !hz_sheet_find(sheet, "exposure", exposure, err))
        return false;
    x->column = hz_arena_allocate(arena, sheet->columns, sizeof *x->column);
    x->key = hz_arena_allocate(arena, sheet->columns, sizeof *x->key);
    for (int c = 0; c < (int)sheet->columns; c++) {
        if (c == x->origin || c == *exposure)
            continue;
        size_t k = 0;
        while (k < table->keys && !hz_text_equal(table->column[k], sheet->header[c]))
            k++;
        if (k == table->keys)
            return hz_error_set(err, HZ_ERROR_DATA, (struct hz_place){.file = sheet->file},
                                _("the column \"%.*s\" is none of the triangles': expected origin, "
                                  "exposure and their group columns"),
                                HZ_TEXT_ARGS(sheet->header[c]));
        x->column[x->keys] = c;
        x->key[x->keys++] = k;
    }
    x->column[x->keys] = x->origin;
    return true;
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

/* The exposure of the origin whose key stands in x->text. */
static bool find_exposure(const struct exposures *x, const struct hz_triangle *triangle,
                          double *exposure, struct hz_error *err)
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
    if (!hz_sheet_number(sheet, row - 1, x->exposure_column, exposure, err))
        return false;
    return *exposure >= 0 ||
           hz_error_set(err, HZ_ERROR_DATA, hz_sheet_place(sheet, row - 1, x->exposure_column),
                        _("the exposure of origin %.*s is negative"), HZ_TEXT_ARGS(origin));
}

static bool give_exposures(struct hz_group_triangle *item, void *context, struct hz_arena *arena,
                           struct hz_error *err)
{
    const struct exposures *x = context;
    const struct hz_triangle *triangle = &item->triangle;
    double *exposure = hz_arena_allocate(arena, triangle->origins, sizeof *exposure);
    for (size_t k = 0; k < x->keys; k++)
        x->text[k] = item->key[x->key[k]];
    for (size_t o = 0; o < triangle->origins; o++) {
        x->text[x->keys] = triangle->origin[o];
        if (!find_exposure(x, triangle, &exposure[o], err))
            return false;
    }
    item->exposure = exposure;
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

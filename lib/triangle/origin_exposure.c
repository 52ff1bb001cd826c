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
    size_t *youngest; /* of the group that a row is the first of: the row of its youngest origin */
    double *exposure; /* of each row */
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

static bool read_exposure(struct exposures *x, size_t row, int column, struct hz_text key[],
                          struct hz_error *err)
{
    const struct hz_sheet *sheet = x->sheet;
    hz_row_index_key(&x->by_all, row, key);
    size_t *slot = hz_row_index_slot(&x->by_all, key);
    if (*slot != 0)
        return hz_error_set(
            err, HZ_ERROR_DATA, hz_sheet_place(sheet, row, x->origin),
            _("the exposure of origin %.*s stands twice (first in line %" PRIu64 ")"),
            HZ_TEXT_ARGS(key[x->keys]), sheet->line[*slot - 1]);
    *slot = row + 1;
    if (!hz_sheet_number(sheet, row, column, &x->exposure[row], err))
        return false;
    if (x->exposure[row] < 0)
        return hz_error_set(err, HZ_ERROR_DATA, hz_sheet_place(sheet, row, column),
                            _("the exposure of origin %.*s is negative"),
                            HZ_TEXT_ARGS(key[x->keys]));
    slot = hz_row_index_slot(&x->by_group, key);
    if (*slot == 0)
        *slot = row + 1;
    size_t *youngest = &x->youngest[*slot - 1];
    if (*slot == row + 1 ||
        hz_origin_compare(key[x->keys], hz_sheet_cell(sheet, *youngest, x->origin)) > 0)
        *youngest = row;
    return true;
}

static bool give_exposures(const struct exposures *x, struct hz_group_triangle *item,
                           struct hz_text key[], struct hz_arena *arena, struct hz_error *err)
{
    const struct hz_triangle *triangle = &item->triangle;
    double *exposure = hz_arena_allocate(arena, triangle->origins, sizeof *exposure);
    for (size_t k = 0; k < x->keys; k++)
        key[k] = item->key[x->key[k]];
    for (size_t o = 0; o < triangle->origins; o++) {
        key[x->keys] = triangle->origin[o];
        size_t row = *hz_row_index_slot(&x->by_all, key);
        if (row == 0)
            return hz_error_set(err, HZ_ERROR_DATA, triangle->place,
                                _("origin %.*s: %s has no exposure for it"),
                                HZ_TEXT_ARGS(triangle->origin[o]), x->sheet->file);
        exposure[o] = x->exposure[row - 1];
    }
    item->exposure = exposure;
    size_t youngest = x->youngest[*hz_row_index_slot(&x->by_group, key) - 1];
    struct hz_text origin = hz_sheet_cell(x->sheet, youngest, x->origin);
    struct hz_place place = hz_sheet_place(x->sheet, youngest, x->origin);
    place.field = triangle->place.field;
    if (hz_origin_compare(origin, triangle->origin[triangle->origins - 1]) > 0)
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
    int column;
    if (!find_exposure_columns(&x, table, &column, arena, err))
        return false;
    x.by_all = hz_row_index_new(sheet, x.column, x.keys + 1, arena);
    x.by_group = hz_row_index_new(sheet, x.column, x.keys, arena);
    x.youngest = hz_arena_allocate(arena, sheet->rows, sizeof *x.youngest);
    x.exposure = hz_arena_allocate(arena, sheet->rows, sizeof *x.exposure);
    struct hz_text *key = hz_arena_allocate(arena, x.keys + 1, sizeof *key);
    for (size_t r = 0; r < sheet->rows; r++)
        if (!read_exposure(&x, r, column, key, err))
            return false;
    for (size_t g = 0; g < table->triangles; g++)
        if (!give_exposures(&x, &table->triangle[g], key, arena, err))
            return false;
    return true;
}

bool hz_exposure_read_file(struct hz_triangle_table *table, const char *path,
                           struct hz_arena *arena, struct hz_error *err)
{
    struct hz_sheet sheet;
    return !path ||
           (hz_sheet_read(&sheet, path, arena, err) && hz_exposure_read(table, &sheet, arena, err));
}

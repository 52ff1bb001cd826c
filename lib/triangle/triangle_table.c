/* triangle_table.c: see triangle_table.h. */

#include "triangle/triangle_table.h"

#include "file/row_index.h"

/* A table being read: its columns, and the group of each row. */
struct reading {
    const struct hz_sheet *sheet;
    int origin, development, value;
    int *key; /* the group columns */
    size_t *group;
    size_t *count; /* rows of each group */
};

/* "plan 住院, office 吉林", for messages; NULL without groups. */
static const char *describe(const struct hz_triangle_table *table, const struct hz_text key[],
                            struct hz_arena *arena)
{
    struct hz_buffer text = {0};
    if (table->keys == 0)
        return NULL;
    for (size_t k = 0; k < table->keys; k++)
        hz_buffer_format(&text, "%s%.*s %.*s", k > 0 ? ", " : "", HZ_TEXT_ARGS(table->column[k]),
                         HZ_TEXT_ARGS(key[k]));
    char *kept = hz_arena_string(arena, (struct hz_text){text.at, text.length});
    hz_buffer_free(&text);
    return kept;
}

static bool find_columns(struct reading *reading, struct hz_triangle_table *table,
                         struct hz_arena *arena, struct hz_error *err)
{
    const struct hz_sheet *sheet = reading->sheet;
    if (!hz_sheet_find(sheet, "origin", &reading->origin, err) ||
        !hz_sheet_find(sheet, "development", &reading->development, err) ||
        !hz_sheet_find(sheet, "value", &reading->value, err))
        return false;
    struct hz_text *name = hz_arena_allocate(arena, sheet->columns, sizeof *name);
    reading->key = hz_arena_allocate(arena, sheet->columns, sizeof *reading->key);
    for (int c = 0; c < (int)sheet->columns; c++)
        if (c != reading->origin && c != reading->development && c != reading->value) {
            name[table->keys] = sheet->header[c];
            reading->key[table->keys++] = c;
        }
    table->column = name;
    return true;
}

/* Numbers the groups as they appear. */
static void find_groups(struct reading *reading, struct hz_triangle_table *table,
                        struct hz_arena *arena)
{
    const struct hz_sheet *sheet = reading->sheet;
    struct hz_row_index index = hz_row_index_new(sheet, reading->key, table->keys, arena);
    struct hz_text *key = hz_arena_allocate(arena, table->keys, sizeof *key);
    reading->group = hz_arena_allocate(arena, sheet->rows, sizeof *reading->group);
    reading->count = hz_arena_allocate(arena, sheet->rows, sizeof *reading->count);
    for (size_t r = 0; r < sheet->rows; r++) {
        hz_row_index_key(&index, r, key);
        size_t *slot = hz_row_index_slot(&index, key);
        if (*slot == 0) {
            *slot = r + 1;
            reading->group[r] = table->triangles++;
        } else {
            reading->group[r] = reading->group[*slot - 1];
        }
        reading->count[reading->group[r]]++;
    }
}

static void name_groups(const struct reading *reading, struct hz_triangle_table *table,
                        struct hz_arena *arena)
{
    const struct hz_sheet *sheet = reading->sheet;
    table->triangle = hz_arena_allocate(arena, table->triangles, sizeof *table->triangle);
    size_t named = 0;
    for (size_t r = 0; r < sheet->rows; r++)
        if (reading->group[r] == named) {
            struct hz_text *key = hz_arena_allocate(arena, table->keys, sizeof *key);
            for (size_t k = 0; k < table->keys; k++)
                key[k] = hz_sheet_cell(sheet, r, reading->key[k]);
            table->triangle[named].key = key;
            table->triangle[named++].triangle.place =
                (struct hz_place){.file = sheet->file, .field = describe(table, key, arena)};
        }
}

static bool read_cell(const struct reading *reading, size_t row, struct hz_cell *cell,
                      struct hz_error *err)
{
    const struct hz_sheet *sheet = reading->sheet;
    cell->origin = hz_sheet_cell(sheet, row, reading->origin);
    if (cell->origin.length == 0)
        return hz_error_set(err, HZ_ERROR_DATA, hz_sheet_place(sheet, row, reading->origin),
                            _("the origin is empty"));
    return hz_sheet_number(sheet, row, reading->development, &cell->age, err) &&
           hz_sheet_number(sheet, row, reading->value, &cell->value, err);
}

/* Rows into cells, from start[g] on those of group g; filled[g] counts them. */
static bool read_cells(const struct reading *reading, const struct hz_triangle_table *table,
                       const size_t start[], size_t filled[], struct hz_cell cell[],
                       struct hz_error *err)
{
    const struct hz_sheet *sheet = reading->sheet;
    for (size_t r = 0; r < sheet->rows; r++) {
        if (hz_sheet_cell(sheet, r, reading->value).length == 0)
            continue;
        const size_t group = reading->group[r];
        struct hz_cell *here = &cell[start[group] + filled[group]++];
        if (!read_cell(reading, r, here, err))
            return false;
        here->place = hz_sheet_place(sheet, r, reading->value);
        here->place.field = table->triangle[group].triangle.place.field;
    }
    return true;
}

static bool make_triangles(const struct reading *reading, struct hz_triangle_table *table,
                           bool is_incremental, struct hz_arena *arena, struct hz_error *err)
{
    size_t *start = hz_arena_allocate(arena, table->triangles, sizeof *start);
    size_t *filled = hz_arena_allocate(arena, table->triangles, sizeof *filled);
    struct hz_cell *cell = hz_arena_allocate(arena, reading->sheet->rows, sizeof *cell);
    for (size_t g = 1; g < table->triangles; g++)
        start[g] = start[g - 1] + reading->count[g - 1];
    if (!read_cells(reading, table, start, filled, cell, err))
        return false;
    for (size_t g = 0; g < table->triangles; g++) {
        struct hz_triangle *triangle = &table->triangle[g].triangle;
        if (!hz_triangle_new(triangle, cell + start[g], filled[g], is_incremental, triangle->place,
                             arena, err))
            return false;
    }
    return true;
}

bool hz_triangle_table_read(struct hz_triangle_table *table, const struct hz_sheet *sheet,
                            bool is_incremental, struct hz_arena *arena, struct hz_error *err)
{
    struct reading reading = {.sheet = sheet};
    *table = (struct hz_triangle_table){0};
    if (!find_columns(&reading, table, arena, err))
        return false;
    if (sheet->rows == 0)
        return hz_error_set(err, HZ_ERROR_DATA, (struct hz_place){.file = sheet->file},
                            _("no row: a triangle needs one at least"));
    find_groups(&reading, table, arena);
    name_groups(&reading, table, arena);
    return make_triangles(&reading, table, is_incremental, arena, err);
}

static bool take_back(const struct hz_triangle **companion, size_t diagonals,
                      struct hz_arena *arena, struct hz_error *err)
{
    struct hz_triangle *earlier = hz_arena_allocate(arena, 1, sizeof *earlier);
    if (!*companion)
        return true;
    const struct hz_triangle *now = *companion;
    *companion = earlier;
    return hz_triangle_as_of(earlier, now, diagonals, arena, err);
}

bool hz_triangle_table_as_of(struct hz_triangle_table *table, size_t diagonals,
                             struct hz_arena *arena, struct hz_error *err)
{
    for (size_t t = 0; t < table->triangles && diagonals > 0; t++) {
        const struct hz_triangle now = table->triangle[t].triangle;
        struct hz_group_triangle *item = &table->triangle[t];
        if (!hz_triangle_as_of(&item->triangle, &now, diagonals, arena, err))
            return false;
        for (size_t c = 0; c < HZ_COMPANIONS; c++)
            if (!take_back(&item->companion[c], diagonals, arena, err))
                return false;
    }
    return true;
}

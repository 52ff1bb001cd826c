/* triangle_table.c: see triangle_table.h. */

#include "triangle/triangle_table.h"

#include <inttypes.h>
#include <math.h>

/* The rows of a sheet by what stands in some of its columns: open addressing, the first row stays. */
struct index {
    const struct hz_sheet *sheet;
    const int *column;
    size_t columns;
    size_t *slot; /* a row + 1; 0: free */
    size_t mask;
};

static struct index new_index(const struct hz_sheet *sheet, const int *column, size_t columns,
                              struct hz_arena *arena)
{
    size_t slots = 16;
    while (slots < 2 * sheet->rows)
        slots *= 2;
    return (struct index){.sheet = sheet,
                          .column = column,
                          .columns = columns,
                          .slot = hz_arena_allocate(arena, slots, sizeof(size_t)),
                          .mask = slots - 1};
}

/* FNV-1a. */
static uint64_t hash(const struct hz_text key[], size_t columns)
{
    uint64_t sum = UINT64_C(14695981039346656037);
    for (size_t c = 0; c < columns; c++) {
        for (size_t i = 0; i < key[c].length; i++)
            sum = (sum ^ (unsigned char)key[c].at[i]) * UINT64_C(1099511628211);
        sum = (sum ^ 0xFF) * UINT64_C(1099511628211); /* "ab","c" is not "a","bc" */
    }
    return sum ^ (sum >> 32);
}

static bool is_row(const struct index *index, size_t row, const struct hz_text key[])
{
    for (size_t c = 0; c < index->columns; c++)
        if (!hz_text_equal(hz_sheet_cell(index->sheet, row, index->column[c]), key[c]))
            return false;
    return true;
}

/* The slot of a key: of its first row, or a free one. */
static size_t *find_slot(const struct index *index, const struct hz_text key[])
{
    size_t at = (size_t)hash(key, index->columns) & index->mask;
    while (index->slot[at] != 0 && !is_row(index, index->slot[at] - 1, key))
        at = (at + 1) & index->mask;
    return &index->slot[at];
}

static void get_key(const struct index *index, size_t row, struct hz_text key[])
{
    for (size_t c = 0; c < index->columns; c++)
        key[c] = hz_sheet_cell(index->sheet, row, index->column[c]);
}

/* ---- Triangles */

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
    struct index index = new_index(sheet, reading->key, table->keys, arena);
    struct hz_text *key = hz_arena_allocate(arena, table->keys, sizeof *key);
    reading->group = hz_arena_allocate(arena, sheet->rows, sizeof *reading->group);
    reading->count = hz_arena_allocate(arena, sheet->rows, sizeof *reading->count);
    for (size_t r = 0; r < sheet->rows; r++) {
        get_key(&index, r, key);
        size_t *slot = find_slot(&index, key);
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

/* ---- Exposures */

/* A table of exposures: by group and origin, and the youngest origin of each group. */
struct exposures {
    const struct hz_sheet *sheet;
    int origin;
    int *column; /* the group columns it has, then the origin */
    size_t *key; /* which of the triangles' group columns these are */
    size_t keys; /* without the origin */
    struct index by_all;
    struct index by_group;
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
                                _("the column \"%.*s\" is none of the triangles': want origin, "
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
    get_key(&x->by_all, row, key);
    size_t *slot = find_slot(&x->by_all, key);
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
    slot = find_slot(&x->by_group, key);
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
        size_t row = *find_slot(&x->by_all, key);
        if (row == 0)
            return hz_error_set(err, HZ_ERROR_DATA, triangle->place,
                                _("origin %.*s: %s has no exposure for it"),
                                HZ_TEXT_ARGS(triangle->origin[o]), x->sheet->file);
        exposure[o] = x->exposure[row - 1];
    }
    item->exposure = exposure;
    size_t youngest = x->youngest[*find_slot(&x->by_group, key) - 1];
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
    x.by_all = new_index(sheet, x.column, x.keys + 1, arena);
    x.by_group = new_index(sheet, x.column, x.keys, arena);
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

static bool is_same_group(const struct hz_triangle_table *a, const struct hz_group_triangle *of_a,
                          const struct hz_triangle_table *b, const struct hz_group_triangle *of_b)
{
    size_t same = 0;
    for (size_t i = 0; i < a->keys; i++)
        for (size_t j = 0; j < b->keys; j++)
            same += hz_text_equal(a->column[i], b->column[j]) &&
                    hz_text_equal(of_a->key[i], of_b->key[j]);
    return a->keys == b->keys && same == a->keys;
}

bool hz_exposure_read_file(struct hz_triangle_table *table, const char *path,
                           struct hz_arena *arena, struct hz_error *err)
{
    struct hz_sheet sheet;
    return !path ||
           (hz_sheet_read(&sheet, path, arena, err) && hz_exposure_read(table, &sheet, arena, err));
}

bool hz_companion_read(struct hz_triangle_table *table, const char *path, bool is_incremental,
                       enum hz_companion which, struct hz_arena *arena, struct hz_error *err)
{
    struct hz_triangle_table others;
    struct hz_sheet sheet;
    if (!path)
        return true;
    if (!hz_sheet_read(&sheet, path, arena, err) ||
        !hz_triangle_table_read(&others, &sheet, is_incremental, arena, err))
        return false;
    for (size_t t = 0; t < table->triangles; t++) {
        struct hz_group_triangle *item = &table->triangle[t];
        const struct hz_triangle *found = NULL;
        /* They mostly stand in the same order: look there first. */
        for (size_t n = 0; n < others.triangles && !found; n++) {
            const struct hz_group_triangle *other = &others.triangle[(t + n) % others.triangles];
            if (is_same_group(table, item, &others, other))
                found = &other->triangle;
        }
        if (!found || !hz_triangle_same_cells(&item->triangle, found))
            return hz_error_set(err, HZ_ERROR_DATA, item->triangle.place,
                                found ? _("the triangle in %s has not the same cells as this one")
                                      : _("there is no triangle of this group in %s"),
                                sheet.file);
        item->companion[which] = found;
    }
    return true;
}

/* A group column may not be called like one of the result. */
static bool check_names(const struct hz_triangle_table *triangles, const char *const name[],
                        struct hz_error *err)
{
    const struct hz_place file = {.file = triangles->triangle[0].triangle.place.file};
    for (size_t k = 0; k < triangles->keys; k++)
        for (size_t n = 0; name[n]; n++)
            if (hz_text_equal(triangles->column[k], hz_text_of(name[n])))
                return hz_error_set(err, HZ_ERROR_DATA, file,
                                    _("the group column \"%s\" is called like one of the result: "
                                      "rename it"),
                                    name[n]);
    return true;
}

bool hz_triangle_table_declare(const struct hz_triangle_table *triangles, const char *const name[],
                               struct hz_table *out, struct hz_error *err)
{
    struct hz_arena arena = {0};
    if (!check_names(triangles, name, err))
        return false;
    for (size_t k = 0; k < triangles->keys; k++)
        hz_table_column(out, hz_arena_string(&arena, triangles->column[k]));
    for (size_t n = 0; name[n]; n++)
        hz_table_column(out, name[n]);
    hz_arena_free(&arena);
    return true;
}

void hz_triangle_table_begin(const struct hz_triangle_table *triangles,
                             const struct hz_group_triangle *item, struct hz_table *out)
{
    for (size_t k = 0; k < triangles->keys; k++)
        hz_table_text(out, item->key[k]);
}

void hz_triangle_table_begin_cell(const struct hz_triangle_table *triangles,
                                  const struct hz_group_triangle *item, size_t origin,
                                  size_t column, struct hz_table *out)
{
    char period[HZ_PERIOD_TEXT] = "";
    if (column > 0)
        hz_triangle_period(&item->triangle, origin, column, period);
    hz_triangle_table_begin(triangles, item, out);
    hz_table_text(out, item->triangle.origin[origin]);
    hz_age_write(hz_triangle_age(&item->triangle, column), out);
    if (period[0] == '\0')
        hz_table_unknown(out);
    else
        hz_table_string(out, period);
}

bool hz_triangle_table_each(const struct hz_triangle_table *triangles,
                            bool (*write)(const struct hz_group_triangle *item, const void *context,
                                          struct hz_arena *arena, struct hz_error *err),
                            const void *context, struct hz_table *out, struct hz_error *err)
{
    struct hz_arena arena = {0};
    bool done = true;
    for (size_t t = 0; t < triangles->triangles && done; t++) {
        done = write(&triangles->triangle[t], context, &arena, err);
        if (!done && triangles->triangles > 1 && err->kind == HZ_ERROR_DATA) {
            hz_table_leave_out(out, err);
            done = true;
        }
        hz_arena_free(&arena);
    }
    return done;
}

void hz_age_write(double age, struct hz_table *out)
{
    int decimals = 0;
    for (double scaled = age; decimals < 9 && fabs(scaled - round(scaled)) > 1e-9 * fabs(scaled);)
        scaled = age * pow(10, ++decimals);
    hz_table_number(out, age, decimals);
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

/* outcome_table.c: see outcome_table.h. */

#include "variability/outcome_table.h"

#include "file/row_index.h"

#include <inttypes.h>

/* The file, its columns, and which of its rows have been taken. */
struct outcomes {
    struct hz_sheet sheet;
    int *key; /* the group columns, as the triangles have them, then the origin */
    size_t keys;
    int origin, outcome; /* origin: -1, there is none */
    struct hz_row_index index;
    bool *taken;
};

/* The column that is none of the others, if there is but one. */
static int only_one_left(const struct outcomes *x)
{
    int left = -1;
    for (int c = 0; c < (int)x->sheet.columns; c++) {
        bool is_known = c == x->origin;
        for (size_t k = 0; k < x->keys; k++)
            is_known |= c == x->key[k];
        if (is_known)
            continue;
        if (left >= 0)
            return -1;
        left = c;
    }
    return left;
}

static bool find_columns(struct outcomes *x, const struct hz_triangle_table *triangles,
                         struct hz_arena *arena, struct hz_error *err)
{
    x->key = hz_arena_allocate(arena, triangles->keys + 1, sizeof *x->key);
    x->origin = hz_sheet_column(&x->sheet, "origin");
    for (; x->keys < triangles->keys; x->keys++) {
        const char *name = hz_arena_string(arena, triangles->column[x->keys]);
        if (!hz_sheet_find(&x->sheet, name, &x->key[x->keys], err))
            return false;
    }
    x->outcome = hz_sheet_column(&x->sheet, "outcome");
    if (x->outcome < 0)
        x->outcome = only_one_left(x);
    if (x->origin >= 0)
        x->key[x->keys++] = x->origin;
    return x->outcome >= 0 || hz_sheet_find(&x->sheet, "outcome", &x->outcome, err);
}

static bool index_rows(struct outcomes *x, struct hz_text key[], struct hz_arena *arena,
                       struct hz_error *err)
{
    x->index = hz_row_index_new(&x->sheet, x->key, x->keys, arena);
    x->taken = hz_arena_allocate(arena, x->sheet.rows, sizeof *x->taken);
    for (size_t r = 0; r < x->sheet.rows; r++) {
        hz_row_index_key(&x->index, r, key);
        size_t *slot = hz_row_index_slot(&x->index, key);
        if (*slot != 0)
            return hz_error_set(
                err, HZ_ERROR_DATA, hz_sheet_place(&x->sheet, r, x->outcome),
                _("a second outcome of the same (the first is in line %" PRIu64 ")"),
                x->sheet.line[*slot - 1]);
        *slot = r + 1;
    }
    return true;
}

/* The outcome of the row with a key; refused if there is none. */
static bool take(struct outcomes *x, const struct hz_text key[], const struct hz_triangle *triangle,
                 double *outcome, struct hz_error *err)
{
    const size_t row = *hz_row_index_slot(&x->index, key);
    double value;
    if (row == 0 && x->origin >= 0)
        return hz_error_set(err, HZ_ERROR_DATA, triangle->place,
                            _("origin %.*s: %s has no outcome of it"),
                            HZ_TEXT_ARGS(key[x->keys - 1]), x->sheet.file);
    if (row == 0)
        return hz_error_set(err, HZ_ERROR_DATA, triangle->place, _("%s has no outcome of it"),
                            x->sheet.file);
    if (!hz_sheet_number(&x->sheet, row - 1, x->outcome, &value, err))
        return false;
    x->taken[row - 1] = true;
    *outcome = value;
    return true;
}

static bool check_taken(const struct outcomes *x, struct hz_error *err)
{
    for (size_t r = 0; r < x->sheet.rows; r++)
        if (!x->taken[r])
            return hz_error_set(err, HZ_ERROR_DATA, hz_sheet_place(&x->sheet, r, x->outcome),
                                _("an outcome of what there is no triangle of"));
    return true;
}

bool hz_outcome_read(struct hz_outcome outcome[], const char *path,
                     const struct hz_triangle_table *triangles, struct hz_arena *arena,
                     struct hz_error *err)
{
    struct outcomes x = {0};
    struct hz_text *key = hz_arena_allocate(arena, triangles->keys + 1, sizeof *key);
    if (!hz_sheet_read(&x.sheet, path, arena, err) || !find_columns(&x, triangles, arena, err) ||
        !index_rows(&x, key, arena, err))
        return false;
    for (size_t t = 0; t < triangles->triangles; t++) {
        const struct hz_group_triangle *item = &triangles->triangle[t];
        const size_t origins = x.origin < 0 ? 1 : item->triangle.origins;
        double *own = hz_arena_allocate(arena, origins, sizeof *own);
        outcome[t] = (struct hz_outcome){.origin = x.origin < 0 ? NULL : own};
        for (size_t k = 0; k < triangles->keys; k++)
            key[k] = item->key[k];
        for (size_t o = 0; o < origins; o++) {
            if (x.origin >= 0)
                key[x.keys - 1] = item->triangle.origin[o];
            if (!take(&x, key, &item->triangle, &own[o], err))
                return false;
            outcome[t].all += own[o];
        }
    }
    return check_taken(&x, err);
}

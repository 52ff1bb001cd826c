/* correlation_table.c: see correlation_table.h. */

#include "variability/correlation_table.h"

#include "file/row_index.h"

#include <math.h>

/* The file, and where its groups are. */
struct correlations {
    struct hz_sheet sheet;
    int *key;
    struct hz_row_index index;
    size_t *row; /* by group asked for */
    int *column;
};

static const char *name_of(const struct hz_group_triangle *item, size_t keys,
                           struct hz_arena *arena)
{
    struct hz_buffer name = {0};
    for (size_t k = 0; k < keys; k++)
        hz_buffer_format(&name, "%s%.*s", k > 0 ? "/" : "", HZ_TEXT_ARGS(item->key[k]));
    const char *kept = hz_arena_string(arena, (struct hz_text){name.at, name.length});
    hz_buffer_free(&name);
    return kept;
}

static bool index_rows(struct correlations *x, const struct hz_triangle_table *triangles,
                       struct hz_arena *arena, struct hz_error *err)
{
    struct hz_text *key = hz_arena_allocate(arena, triangles->keys, sizeof *key);
    x->key = hz_arena_allocate(arena, triangles->keys, sizeof *x->key);
    for (size_t k = 0; k < triangles->keys; k++)
        if (!hz_sheet_find(&x->sheet, hz_arena_string(arena, triangles->column[k]), &x->key[k],
                           err))
            return false;
    x->index = hz_row_index_new(&x->sheet, x->key, triangles->keys, arena);
    for (size_t r = 0; r < x->sheet.rows; r++) {
        hz_row_index_key(&x->index, r, key);
        size_t *slot = hz_row_index_slot(&x->index, key);
        if (*slot != 0)
            return hz_error_set(err, HZ_ERROR_DATA, hz_sheet_place(&x->sheet, r, x->key[0]),
                                _("a second row of the same group"));
        *slot = r + 1;
    }
    return true;
}

static bool find_group(struct correlations *x, const struct hz_group_triangle *item, size_t g,
                       size_t keys, struct hz_arena *arena, struct hz_error *err)
{
    const char *name = name_of(item, keys, arena);
    const size_t slot = *hz_row_index_slot(&x->index, item->key);
    x->column[g] = hz_sheet_column(&x->sheet, name);
    x->row[g] = slot - 1;
    return (slot > 0 && x->column[g] >= 0) ||
           hz_error_set(err, HZ_ERROR_DATA, (struct hz_place){.file = x->sheet.file},
                        _("%s has no %s here: expected a row and a column for each group"), name,
                        slot == 0 ? _("row") : _("column"));
}

static bool read_cell(const struct correlations *x, size_t a, size_t b, double *rank,
                      struct hz_error *err)
{
    if (!hz_sheet_number(&x->sheet, x->row[a], x->column[b], rank, err))
        return false;
    const struct hz_place place = hz_sheet_place(&x->sheet, x->row[a], x->column[b]);
    if (!(fabs(*rank) <= 1))
        return hz_error_set(err, HZ_ERROR_DATA, place,
                            _("expected a correlation from -1 to 1, found %g"), *rank);
    return a != b || !(*rank < 1) ||
           hz_error_set(err, HZ_ERROR_DATA, place,
                        _("a group's correlation with itself is 1, found %g"), *rank);
}

bool hz_correlation_read(double rank[], const char *path, const struct hz_triangle_table *triangles,
                         const struct hz_group_triangle *const item[], size_t n,
                         struct hz_arena *arena, struct hz_error *err)
{
    struct correlations x = {.row = hz_arena_allocate(arena, n, sizeof *x.row),
                             .column = hz_arena_allocate(arena, n, sizeof *x.column)};
    if (!hz_sheet_read(&x.sheet, path, arena, err) || !index_rows(&x, triangles, arena, err))
        return false;
    for (size_t g = 0; g < n; g++)
        if (!find_group(&x, item[g], g, triangles->keys, arena, err))
            return false;
    for (size_t a = 0; a < n; a++)
        for (size_t b = 0; b < n; b++)
            if (!read_cell(&x, a, b, &rank[a * n + b], err))
                return false;
    for (size_t a = 0; a < n; a++)
        for (size_t b = 0; b < a; b++)
            if (fabs(rank[a * n + b] - rank[b * n + a]) > 1e-9)
                return hz_error_set(err, HZ_ERROR_DATA,
                                    hz_sheet_place(&x.sheet, x.row[a], x.column[b]),
                                    _("%g here and %g the other way round: a correlation is the "
                                      "same both ways"),
                                    rank[a * n + b], rank[b * n + a]);
    return true;
}

/* companion.c: see companion.h. */

#include "triangle/companion.h"

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

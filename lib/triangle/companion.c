/* companion.c: see companion.h. */

#include "triangle/companion.h"

#include <strings.h>

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

/* The triangles of the other file, and where the last one was found. */
struct search {
    const struct hz_triangle_table *table, *others;
    const char *file;
    enum hz_companion which;
    size_t next;
};

static bool find_companion(struct hz_group_triangle *item, void *context, struct hz_arena *arena,
                           struct hz_error *err)
{
    struct search *search = context;
    const struct hz_triangle_table *others = search->others;
    const struct hz_triangle *found = NULL;
    (void)arena;
    /* They mostly stand in the same order: look there first. */
    for (size_t n = 0; n < others->triangles && !found; n++) {
        const size_t at = (search->next + n) % others->triangles;
        if (!is_same_group(search->table, item, others, &others->triangle[at]))
            continue;
        found = &others->triangle[at].triangle;
        search->next = at + 1;
    }
    if (!found && others->faults > 0)
        return hz_error_set(err, HZ_ERROR_DATA, item->triangle.place,
                            _("there is no triangle of this group in %s, which was read only in "
                              "part: %s"),
                            search->file, others->fault[0].text);
    if (!found || !hz_triangle_same_cells(&item->triangle, found))
        return hz_error_set(err, HZ_ERROR_DATA, item->triangle.place,
                            found ? _("the triangle in %s has not the same cells as this one")
                                  : _("there is no triangle of this group in %s"),
                            search->file);
    item->companion[search->which] = found;
    return true;
}

/*
 * Of a file with several amounts, of which --value names the triangle's own, the column that begins
 * with the companion's name; NULL: none does, or several.
 */
static const char *find_value(const struct hz_sheet *sheet, const struct hz_triangle_form *form,
                              enum hz_companion which, struct hz_arena *arena)
{
    static const char *const names[HZ_COMPANIONS] = {[HZ_COMPANION_INCURRED] = "incur",
                                                     [HZ_COMPANION_OPEN] = "open",
                                                     [HZ_COMPANION_COUNTS] = "closed",
                                                     [HZ_COMPANION_REPORTED] = "reported"};
    int found = -1;
    if (!form || !form->value || !names[which])
        return NULL;
    for (int c = 0; c < (int)sheet->columns; c++) {
        const struct hz_text header = sheet->header[c];
        const size_t length = strlen(names[which]);
        if (header.length < length || strncasecmp(header.at, names[which], length) != 0 ||
            hz_text_equal(header, hz_text_of(form->value)))
            continue;
        if (found >= 0)
            return NULL;
        found = c;
    }
    return found < 0 ? NULL : hz_arena_string(arena, sheet->header[found]);
}

bool hz_companion_read(struct hz_triangle_table *table, const char *path,
                       const struct hz_triangle_form *form, enum hz_companion which,
                       struct hz_arena *arena, struct hz_error *err)
{
    struct hz_sheet sheet;
    if (!path)
        return true;
    struct hz_triangle_table *others = hz_arena_allocate(arena, 1, sizeof *others);
    struct hz_triangle_form own = form ? *form : (struct hz_triangle_form){0};
    if (!hz_sheet_read(&sheet, path, arena, err))
        return false;
    own.value = find_value(&sheet, form, which, arena);
    if (!hz_triangle_table_read(others, &sheet, &own, arena, err))
        return false;
    struct search search = {table, others, sheet.file, which, 0};
    return hz_triangle_table_filter(table, find_companion, &search, arena, err);
}

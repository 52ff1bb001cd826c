/* companion.c: see companion.h. */

#include "triangle/companion.h"

#include <math.h>
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

/* Where two triangles first differ in what is observed. */
static void find_difference(const struct hz_triangle *a, const struct hz_triangle *b,
                            struct hz_buffer *out)
{
    for (size_t o = 0; o < a->origins && o < b->origins; o++)
        if (!hz_text_equal(a->origin[o], b->origin[o])) {
            hz_buffer_format(out, _("origin %.*s here, %.*s there"), HZ_TEXT_ARGS(a->origin[o]),
                             HZ_TEXT_ARGS(b->origin[o]));
            return;
        }
    for (size_t k = 0; k < a->ages && k < b->ages; k++)
        if (fabs(a->age[k] - b->age[k]) > 1e-9) {
            hz_buffer_format(out, _("development %.9g here, %.9g there"), a->age[k], b->age[k]);
            return;
        }
    if (a->origins != b->origins || a->ages != b->ages) {
        hz_buffer_format(out, _("%zu origins and %zu ages here, %zu and %zu there"), a->origins,
                         a->ages, b->origins, b->ages);
        return;
    }
    for (size_t o = 0; o < a->origins; o++)
        for (size_t k = 0; k < a->ages; k++)
            if (hz_triangle_is_observed(a, o, k) != hz_triangle_is_observed(b, o, k)) {
                hz_buffer_format(out,
                                 hz_triangle_is_observed(a, o, k)
                                     ? _("origin %.*s, development %.9g is observed here only")
                                     : _("origin %.*s, development %.9g is observed there only"),
                                 HZ_TEXT_ARGS(a->origin[o]), a->age[k]);
                return;
            }
}

static bool check_cells(const struct hz_triangle *triangle, const struct hz_triangle *found,
                        const char *file, struct hz_error *err)
{
    struct hz_buffer difference = {0};
    if (hz_triangle_same_cells(triangle, found))
        return true;
    find_difference(triangle, found, &difference);
    hz_error_set(err, HZ_ERROR_DATA, triangle->place,
                 _("the triangle in %s has not the same cells as this one: %.*s"), file,
                 (int)difference.length, difference.at);
    hz_buffer_free(&difference);
    return false;
}

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
    if (!found)
        return hz_error_set(err, HZ_ERROR_DATA, item->triangle.place,
                            _("there is no triangle of this group in %s"), search->file);
    if (!check_cells(&item->triangle, found, search->file, err))
        return false;
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

/* Whether a note says of another file what one of the table's own says already. */
static bool is_noted(const struct hz_triangle_table *table, const char *sentence)
{
    for (size_t n = 0; n < table->notes; n++) {
        const size_t length = strlen(table->note[n]), end = strlen(sentence);
        if (length >= end && strcmp(table->note[n] + length - end, sentence) == 0)
            return true;
    }
    return false;
}

/*
 * What was noted of the companions, too, but for the form of one and the same file; numbers of what
 * is open may well fall.
 */
static void pass_notes(struct hz_triangle_table *table, const struct hz_triangle_table *others,
                       const char *file, enum hz_companion which)
{
    const size_t before = strlen(file);
    const bool is_own = strcmp(table->triangle[0].triangle.place.file, file) == 0;
    if (which == HZ_COMPANION_OPEN)
        return;
    for (size_t n = is_own ? others->form_notes : 0;
         n < others->notes && table->notes < HZ_COUNT(table->note); n++)
        if (strncmp(others->note[n], file, before) != 0 ||
            !is_noted(table, others->note[n] + before))
            table->note[table->notes++] = others->note[n];
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
    pass_notes(table, others, sheet.file, which);
    struct search search = {table, others, sheet.file, which, 0};
    return hz_triangle_table_filter(table, find_companion, &search, arena, err);
}

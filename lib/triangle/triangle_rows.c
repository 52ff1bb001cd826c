/* triangle_rows.c: see triangle_rows.h. */

#include "triangle/triangle_rows.h"

#include <math.h>

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
    for (size_t n = 0; n < triangles->notes; n++)
        hz_table_tell(out, triangles->note[n]);
    for (size_t f = 0; f < triangles->faults; f++) {
        struct hz_error fault = triangles->fault[f];
        hz_table_leave_out(out, &fault);
    }
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
    char period[HZ_FISCAL_TEXT] = "";
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

typedef bool write_item(const struct hz_group_triangle *item, const void *context,
                        struct hz_arena *arena, struct hz_error *err);

static bool write_each(const struct hz_triangle_table *triangles, bool with_holes,
                       write_item *write, const void *context, struct hz_table *out,
                       struct hz_error *err)
{
    struct hz_arena arena = {0};
    bool done = true;
    for (size_t t = 0; t < triangles->triangles && done; t++) {
        done = (with_holes || hz_triangle_require_whole(&triangles->triangle[t].triangle, err)) &&
               write(&triangles->triangle[t], context, &arena, err);
        if (!done && triangles->triangles + triangles->faults > 1 && err->kind == HZ_ERROR_DATA) {
            hz_table_leave_out(out, err);
            done = true;
        }
        hz_arena_free(&arena);
    }
    return done;
}

bool hz_triangle_table_each(const struct hz_triangle_table *triangles, write_item *write,
                            const void *context, struct hz_table *out, struct hz_error *err)
{
    return write_each(triangles, false, write, context, out, err);
}

bool hz_triangle_table_each_holed(const struct hz_triangle_table *triangles, write_item *write,
                                  const void *context, struct hz_table *out, struct hz_error *err)
{
    return write_each(triangles, true, write, context, out, err);
}

void hz_age_write(double age, struct hz_table *out)
{
    int decimals = 0;
    for (double scaled = age; decimals < 9 && fabs(scaled - round(scaled)) > 1e-9 * fabs(scaled);)
        scaled = age * pow(10, ++decimals);
    hz_table_number(out, age, decimals);
}

/* coarsen_table.c: see coarsen_table.h. */

#include "triangle/coarsen_table.h"

#include "triangle/coarsen.h"
#include "triangle/triangle_rows.h"

static void write_triangle(const struct hz_triangle_table *triangles,
                           const struct hz_group_triangle *item, const struct hz_triangle *coarse,
                           struct hz_table *out)
{
    for (size_t o = 0; o < coarse->origins; o++)
        for (size_t a = coarse->first[o]; a <= coarse->latest[o]; a++) {
            hz_triangle_table_begin(triangles, item, out);
            hz_table_text(out, coarse->origin[o]);
            hz_age_write(coarse->age[a], out);
            hz_age_write(hz_triangle_value(coarse, o, a), out);
            hz_table_end_row(out);
        }
}

/* How long an age lasts, as the first group shows it that does; 0: none. */
static double find_ages_per_origin(const struct hz_triangle_table *triangles)
{
    for (size_t t = 0; t < triangles->triangles; t++)
        if (triangles->triangle[t].triangle.ages_per_origin > 0)
            return triangles->triangle[t].triangle.ages_per_origin;
    return 0;
}

/* A period under way is taken as what it is. */
static void tell_under_way(const struct hz_triangle *coarse, const char *month,
                           struct hz_table *out)
{
    struct hz_buffer text = {0};
    hz_buffer_format(
        &text,
        _("%.*s is under way, seen to %s: all ages end as it does; --as-of with the end "
          "of a period leaves it out"),
        HZ_TEXT_ARGS(coarse->origin[coarse->origins - 1]), month);
    hz_buffer_char(&text, '\0');
    hz_table_tell(out, text.at);
    hz_buffer_free(&text);
}

struct job {
    const struct hz_triangle_grains *grains;
    double usual;
    const struct hz_triangle_table *triangles;
    struct hz_table *out;
};

static bool write_group(const struct hz_group_triangle *item, const void *context,
                        struct hz_arena *arena, struct hz_error *err)
{
    const struct job *job = context;
    struct hz_triangle fine = item->triangle;
    struct hz_triangle coarse;
    if (fine.ages_per_origin <= 0)
        fine.ages_per_origin = job->usual;
    if (!hz_triangle_coarsen(&coarse, &fine, job->grains, arena, err))
        return false;
    char month[HZ_PERIOD_TEXT];
    if (item == job->triangles->triangle && hz_triangle_is_under_way(&coarse, month))
        tell_under_way(&coarse, month, job->out);
    write_triangle(job->triangles, item, &coarse, job->out);
    return true;
}

bool hz_coarsen_table(const struct hz_triangle_grains *grains,
                      const struct hz_triangle_table *triangles, struct hz_table *out,
                      struct hz_error *err)
{
    static const char *const columns[] = {"origin", "development", "value", NULL};
    const struct job job = {grains, find_ages_per_origin(triangles), triangles, out};
    return hz_triangle_table_declare(triangles, columns, out, err) &&
           hz_triangle_table_each(triangles, write_group, &job, out, err);
}

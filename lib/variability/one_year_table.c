/* one_year_table.c: see one_year_table.h. */

#include "variability/one_year_table.h"

#include "triangle/triangle_rows.h"
#include "variability/one_year.h"

#include <math.h>

enum { AMOUNT_DECIMALS = 2 };

/*
 * One triangle, and what is known of it: se has a row of `periods` for each origin and the total.
 */
struct item {
    const struct hz_triangle_table *triangles;
    const struct hz_group_triangle *group;
    struct hz_reserve mack;
    size_t periods;
    double *se;
};

static bool estimate(const struct hz_development_choice *choice, struct item *item,
                     struct hz_arena *arena, struct hz_error *err)
{
    const struct hz_triangle *triangle = &item->group->triangle;
    struct hz_development d;
    hz_development_fit(&d, triangle, *choice, arena);
    const struct hz_reserve_basis basis = {.triangle = triangle, .development = &d};
    if (!hz_method_estimate(hz_method_find(hz_text_of("mack")), &basis, &item->mack, arena, err) ||
        !hz_one_year_check(&d, triangle, err))
        return false;
    item->periods = hz_one_year_periods(triangle);
    if (item->periods == 0)
        return hz_error_set(err, HZ_ERROR_DATA, triangle->place,
                            _("every origin is at the last age: no diagonal is to come"));
    item->se = hz_arena_allocate(arena, (triangle->origins + 1) * item->periods, sizeof(double));
    hz_one_year_errors(&basis, &item->mack, item->se);
    return true;
}

static void begin_row(const struct item *item, size_t o, struct hz_table *out)
{
    const struct hz_triangle *triangle = &item->group->triangle;
    hz_triangle_table_begin(item->triangles, item->group, out);
    hz_table_text(out, o < triangle->origins ? triangle->origin[o] : hz_text_of("total"));
}

static void write_next(const struct item *item, size_t o, struct hz_table *out)
{
    begin_row(item, o, out);
    hz_table_estimate(out, item->mack.ibnr[o], AMOUNT_DECIMALS);
    hz_table_estimate(out, item->se[o * item->periods], AMOUNT_DECIMALS);
    hz_table_estimate(out, item->mack.se[o], AMOUNT_DECIMALS);
    hz_table_end_row(out);
}

static void write_all(const struct item *item, size_t o, struct hz_table *out)
{
    const struct hz_triangle *triangle = &item->group->triangle;
    const double *se = item->se + o * item->periods;
    const size_t left =
        o < triangle->origins ? triangle->ages - 1 - triangle->latest[o] : item->periods;
    for (size_t k = 0; k < left; k++) {
        double remaining = 0;
        for (size_t later = k + 1; later < left; later++)
            remaining += se[later] * se[later];
        begin_row(item, o, out);
        hz_table_integer(out, (hz_sum)k + 1);
        hz_table_estimate(out, se[k], AMOUNT_DECIMALS);
        hz_table_estimate(out, sqrt(remaining), AMOUNT_DECIMALS);
        hz_table_end_row(out);
    }
}

struct job {
    const struct hz_development_choice *choice;
    bool is_run_off;
    const struct hz_triangle_table *triangles;
    struct hz_table *out;
};

static bool write_group(const struct hz_group_triangle *group, const void *context,
                        struct hz_arena *arena, struct hz_error *err)
{
    const struct job *job = context;
    struct item item = {.triangles = job->triangles, .group = group};
    if (!estimate(job->choice, &item, arena, err))
        return false;
    for (size_t o = 0; o <= group->triangle.origins; o++)
        job->is_run_off ? write_all(&item, o, job->out) : write_next(&item, o, job->out);
    return true;
}

bool hz_one_year_table(const struct hz_development_choice *choice, bool is_run_off,
                       const struct hz_triangle_table *triangles, struct hz_table *out,
                       struct hz_error *err)
{
    static const char *const next[] = {"origin", "ibnr", "one_year_se", "se", NULL};
    static const char *const all[] = {"origin", "diagonal", "se", "remaining_se", NULL};
    const struct job job = {choice, is_run_off, triangles, out};
    return hz_triangle_table_declare(triangles, is_run_off ? all : next, out, err) &&
           hz_triangle_table_each(triangles, write_group, &job, out, err);
}

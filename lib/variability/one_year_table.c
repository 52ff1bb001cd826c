/* one_year_table.c: see one_year_table.h. */

#include "variability/one_year_table.h"

#include "triangle/triangle_rows.h"
#include "variability/one_year.h"

#include <math.h>

enum { AMOUNT_DECIMALS = 2, POINTS = 1, ERRORS = 2 };

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

/* The reserve, its error of one year, and of all; then what kind of row it is. */
static void end_row(const struct hz_total_choice *choice, const double figure[], const char *level,
                    struct hz_table *out)
{
    for (size_t f = 0; f < POINTS + ERRORS; f++)
        hz_table_estimate(out, figure[f], AMOUNT_DECIMALS);
    if (hz_total_has_level(choice))
        hz_table_string(out, level);
    hz_table_end_row(out);
}

static void write_next(const struct item *item, const struct hz_total_choice *choice, size_t o,
                       struct hz_table *out)
{
    const double figure[] = {item->mack.ibnr[o], item->se[o * item->periods], item->mack.se[o]};
    begin_row(item, o, out);
    end_row(choice, figure, o < item->mack.origins ? "origin" : "total", out);
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
    struct hz_group_totals *totals;
    const struct hz_triangle_table *triangles;
    struct hz_table *out;
};

static bool write_group(const struct hz_group_triangle *group, const void *context,
                        struct hz_arena *arena, struct hz_error *err)
{
    const struct job *job = context;
    const struct hz_total_choice *choice = &job->totals->choice;
    const size_t all = group->triangle.origins;
    struct item item = {.triangles = job->triangles, .group = group};
    if (!estimate(job->choice, &item, arena, err))
        return false;
    for (size_t o = 0; o < all + !choice->leaves_out; o++)
        job->is_run_off ? write_all(&item, o, job->out) : write_next(&item, choice, o, job->out);
    const double figure[] = {item.mack.ibnr[all], item.se[all * item.periods], item.mack.se[all]};
    if (choice->over_groups)
        hz_group_totals_add(job->totals, group->key, 0, figure);
    return true;
}

static void write_group_totals(struct hz_group_totals *totals, struct hz_table *out)
{
    hz_group_totals_finish(totals);
    for (size_t t = 0; t < totals->totals; t++) {
        hz_group_totals_begin(totals, t, out);
        hz_table_string(out, "total");
        end_row(&totals->choice, totals->total[t].figure, hz_group_totals_level(totals, t), out);
    }
    hz_group_totals_tell(totals, out);
}

bool hz_one_year_table(const struct hz_development_choice *choice, bool is_run_off,
                       const struct hz_total_choice *total_choice,
                       const struct hz_triangle_table *triangles, struct hz_table *out,
                       struct hz_error *err)
{
    static const char *const next[] = {"origin", "ibnr", "one_year_se", "se", "level", NULL};
    static const char *const plain[] = {"origin", "ibnr", "one_year_se", "se", NULL};
    static const char *const all[] = {"origin", "diagonal", "se", "remaining_se", NULL};
    struct hz_group_totals totals = {.choice = *total_choice,
                                     .keys = triangles->keys,
                                     .variants = 1,
                                     .points = POINTS,
                                     .errors = ERRORS};
    const struct job job = {choice, is_run_off, &totals, triangles, out};
    if (is_run_off && hz_total_has_level(total_choice))
        return hz_error_set(
            err, HZ_ERROR_USAGE, HZ_NOWHERE,
            _("--totals and --level are of the next diagonal: leave out --run-off"));
    const bool done = hz_triangle_table_declare(triangles,
                                                is_run_off                         ? all
                                                : hz_total_has_level(total_choice) ? next
                                                                                   : plain,
                                                out, err) &&
                      hz_triangle_table_each(triangles, write_group, &job, out, err);
    if (done)
        write_group_totals(&totals, out);
    hz_group_totals_free(&totals);
    return done;
}

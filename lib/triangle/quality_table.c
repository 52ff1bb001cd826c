/* quality_table.c: see quality_table.h. */

#include "triangle/quality_table.h"

#include "triangle/triangle_rows.h"

#include <gsl/gsl_sort.h>
#include <gsl/gsl_statistics_double.h>
#include <math.h>

enum { DECIMALS = 6, LEAST_RATIOS = 4 };

static const double outlying = 3.5;

struct patient {
    const struct hz_triangle_table *triangles;
    const struct hz_group_triangle *item;
    struct hz_table *out;
};

/* column (size_t)-1: of no age. */
static void flag(const struct patient *p, size_t o, size_t column, const char *name, double value,
                 double score)
{
    const struct hz_triangle *t = &p->item->triangle;
    hz_triangle_table_begin(p->triangles, p->item, p->out);
    if (o < t->origins)
        hz_table_text(p->out, t->origin[o]);
    else
        hz_table_unknown(p->out);
    if (column < t->ages)
        hz_age_write(t->age[column], p->out);
    else
        hz_table_unknown(p->out);
    hz_table_string(p->out, name);
    hz_table_estimate(p->out, value, DECIMALS);
    hz_table_ratio(p->out, score, DECIMALS);
    hz_table_end_row(p->out);
}

/* Whether an origin grows after a column. */
static bool grows_after(const struct hz_triangle *t, size_t o, size_t k)
{
    const double value = hz_triangle_value(t, o, k);
    for (size_t later = k + 1; later <= t->latest[o]; later++)
        if (hz_triangle_is_observed(t, o, later) &&
            fabs(hz_triangle_value(t, o, later) - value) > 0)
            return true;
    return false;
}

static void flag_cell(const struct patient *p, size_t o, size_t k)
{
    const struct hz_triangle *t = &p->item->triangle;
    const double unknown = (double)NAN;
    if (!hz_triangle_is_observed(t, o, k)) {
        flag(p, o, k, "missing", unknown, unknown);
        return;
    }
    const double value = hz_triangle_value(t, o, k);
    if (value < 0)
        flag(p, o, k, "negative", value, unknown);
    if (k == t->first[o] || !hz_triangle_is_observed(t, o, k - 1))
        return;
    const double added = value - hz_triangle_value(t, o, k - 1);
    if (added < 0)
        flag(p, o, k, "decreasing", added, unknown);
    if (!(fabs(added) > 0) && grows_after(t, o, k))
        flag(p, o, k, "zero", 0, unknown);
}

static bool get_ratio(const struct hz_triangle *t, size_t o, size_t k, double *ratio)
{
    if (!hz_triangle_is_observed(t, o, k) || !hz_triangle_is_observed(t, o, k + 1) ||
        !(hz_triangle_value(t, o, k) > 0))
        return false;
    *ratio = hz_triangle_value(t, o, k + 1) / hz_triangle_value(t, o, k);
    return true;
}

static double median_of(double number[], size_t n)
{
    gsl_sort(number, 1, n);
    return gsl_stats_median_from_sorted_data(number, 1, n);
}

static void flag_ratios(const struct patient *p, size_t k, double room[])
{
    const struct hz_triangle *t = &p->item->triangle;
    size_t n = 0;
    double ratio;
    for (size_t o = 0; o < t->origins; o++)
        n += get_ratio(t, o, k, &room[n]);
    if (n < LEAST_RATIOS)
        return;
    const double middle = median_of(room, n);
    for (size_t i = 0; i < n; i++)
        room[i] = fabs(room[i] - middle);
    const double spread = median_of(room, n);
    for (size_t o = 0; o < t->origins && spread > 1e-12 * fabs(middle); o++)
        if (get_ratio(t, o, k, &ratio)) {
            const double score = 0.6745 * (ratio - middle) / spread;
            if (fabs(score) > outlying)
                flag(p, o, k, "outlier", ratio, score);
        }
}

static void flag_diagonals(const struct patient *p, struct hz_arena *arena)
{
    const struct hz_triangle *t = &p->item->triangle;
    size_t oldest, d;
    if (!hz_triangle_diagonal(t, 0, t->first[0], &oldest))
        return;
    bool *is_there = hz_arena_allocate(arena, oldest + 1, sizeof *is_there);
    for (size_t o = 0; o < t->origins; o++)
        for (size_t k = t->first[o]; k <= t->latest[o]; k++)
            if (hz_triangle_is_observed(t, o, k) && hz_triangle_diagonal(t, o, k, &d) &&
                d <= oldest)
                is_there[d] = true;
    for (d = oldest; d > 0; d--)
        if (!is_there[d])
            flag(p, t->origins, t->ages, "missing-diagonal", (double)d, (double)NAN);
}

static void flag_counts(const struct patient *p)
{
    const struct hz_triangle *counts = p->item->companion[HZ_COMPANION_COUNTS];
    for (size_t o = 0; counts && o < counts->origins; o++)
        for (size_t k = counts->first[o] + 1; k <= counts->latest[o]; k++) {
            const double added =
                hz_triangle_value(counts, o, k) - hz_triangle_value(counts, o, k - 1);
            if (added < 0)
                flag(p, o, k, "counts-decreasing", added, (double)NAN);
        }
}

bool hz_quality_table(const struct hz_triangle_table *triangles, struct hz_table *out,
                      struct hz_error *err)
{
    static const char *const columns[] = {"origin", "development", "flag", "value", "score", NULL};
    if (!hz_triangle_table_declare(triangles, columns, out, err))
        return false;
    for (size_t i = 0; i < triangles->triangles; i++) {
        struct hz_arena arena = {0};
        const struct patient p = {triangles, &triangles->triangle[i], out};
        const struct hz_triangle *t = &p.item->triangle;
        double *room = hz_arena_allocate(&arena, t->origins, sizeof *room);
        for (size_t o = 0; o < t->origins; o++)
            for (size_t k = t->first[o]; k <= t->latest[o]; k++)
                flag_cell(&p, o, k);
        for (size_t k = 0; k + 1 < t->ages; k++)
            flag_ratios(&p, k, room);
        flag_diagonals(&p, &arena);
        flag_counts(&p);
        hz_arena_free(&arena);
    }
    return true;
}

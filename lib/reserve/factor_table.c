/* factor_table.c: see factor_table.h. */

#include "reserve/factor_table.h"

#include "triangle/triangle_rows.h"

#include <math.h>

enum { FACTOR_DECIMALS = 6 };

/* A row for each age of each triangle. */
static bool tabulate(const struct hz_reserve_order *order,
                     const struct hz_triangle_table *triangles, const char *const columns[],
                     void (*write)(const struct hz_development *d,
                                   const struct hz_triangle *triangle, size_t k,
                                   struct hz_table *out),
                     struct hz_table *out, struct hz_error *err)
{
    struct hz_arena shared = {0}, arena = {0};
    struct hz_development *all;
    const bool done = hz_portfolio_blend(order, triangles, &all, &shared, err) &&
                      hz_triangle_table_declare(triangles, columns, out, err);
    for (size_t t = 0; t < triangles->triangles && done; t++) {
        const struct hz_group_triangle *item = &triangles->triangle[t];
        struct hz_development d;
        hz_portfolio_develop(order, triangles, all, t, &d, &arena);
        for (size_t k = 0; k < d.ages; k++) {
            hz_triangle_table_begin(triangles, item, out);
            write(&d, &item->triangle, k, out);
        }
        hz_arena_free(&arena);
    }
    hz_arena_free(&shared);
    return done;
}

/* The origins whose link ratios from column k are not used, parted by spaces. */
static void write_excluded(const struct hz_development *d, const struct hz_triangle *triangle,
                           size_t k, struct hz_table *out)
{
    struct hz_buffer list = {0};
    for (size_t o = 0; o < triangle->origins && k + 1 < d->ages; o++)
        if (!d->used[k * triangle->origins + o] && hz_triangle_is_observed(triangle, o, k) &&
            hz_triangle_is_observed(triangle, o, k + 1)) {
            hz_buffer_string(&list, list.length > 0 ? " " : "");
            hz_buffer_text(&list, triangle->origin[o]);
        }
    hz_table_text(out, (struct hz_text){list.at, list.length});
    hz_buffer_free(&list);
}

/* Why: of the age itself, and of each exclusion that leaves out a link ratio from there. */
static void write_reasons(const struct hz_development_choice *choice,
                          const struct hz_triangle *triangle, size_t k, struct hz_table *out)
{
    struct hz_buffer list = {0};
    for (size_t i = 0; i < choice->ats; i++)
        if (fabs(choice->at[i].age - triangle->age[k]) <= 1e-9)
            hz_buffer_text(&list, choice->at[i].reason);
    for (size_t e = 0; e < choice->exclusions && k + 1 < triangle->ages; e++)
        if (hz_exclusion_leaves_out(&choice->exclusion[e], triangle, k) &&
            choice->exclusion[e].reason.length > 0) {
            hz_buffer_string(&list, list.length > 0 ? "; " : "");
            hz_buffer_text(&list, choice->exclusion[e].reason);
        }
    hz_table_text(out, (struct hz_text){list.at, list.length});
    hz_buffer_free(&list);
}

static void write_selection(const struct hz_development *d, const struct hz_triangle *triangle,
                            size_t k, struct hz_table *out)
{
    const bool is_tail = k + 1 == d->ages;
    hz_age_write(triangle->age[k], out);
    hz_table_string(out, is_tail ? hz_tail_curve_names[d->choice.curve.curve]
                                 : hz_average_names[d->average[k]]);
    if (is_tail)
        hz_table_unknown(out);
    else
        hz_table_integer(out, (hz_sum)d->pairs[k]);
    write_excluded(d, triangle, k, out);
    hz_table_ratio(out, is_tail ? (double)NAN : d->average_factor[k], FACTOR_DECIMALS);
    hz_table_ratio(out, d->factor[k], FACTOR_DECIMALS);
    hz_table_ratio(out, is_tail ? (double)NAN : d->alpha[k], FACTOR_DECIMALS);
    write_reasons(&d->choice, triangle, k, out);
    hz_table_end_row(out);
}

bool hz_selections_table(const struct hz_reserve_order *order,
                         const struct hz_triangle_table *triangles, struct hz_table *out,
                         struct hz_error *err)
{
    static const char *const columns[] = {"age",      "average",        "link_ratios",
                                          "excluded", "average_factor", "factor",
                                          "alpha",    "reason",         NULL};
    return tabulate(order, triangles, columns, write_selection, out, err);
}

static void write_rest(const struct hz_development *d, size_t k, struct hz_table *out)
{
    hz_table_ratio(out, d->factor[k], FACTOR_DECIMALS);
    hz_table_ratio(out, d->se[k], FACTOR_DECIMALS);
    hz_table_estimate(out, d->sigma[k], FACTOR_DECIMALS);
    hz_table_ratio(out, d->to_ultimate[k], FACTOR_DECIMALS);
    hz_table_end_row(out);
}

static void write_factor(const struct hz_development *d, const struct hz_triangle *triangle,
                         size_t k, struct hz_table *out)
{
    hz_age_write(triangle->age[k], out);
    write_rest(d, k, out);
}

static void write_blended(const struct hz_development *d, const struct hz_triangle *triangle,
                          size_t k, struct hz_table *out)
{
    const bool is_tail = k + 1 == d->ages;
    hz_age_write(triangle->age[k], out);
    hz_table_ratio(out, is_tail ? (double)NAN : d->average_factor[k], FACTOR_DECIMALS);
    hz_table_ratio(out, is_tail ? d->beyond : d->collective[k], FACTOR_DECIMALS);
    hz_table_ratio(out, is_tail ? (double)NAN : d->credibility[k], FACTOR_DECIMALS);
    write_rest(d, k, out);
}

bool hz_factor_table(const struct hz_reserve_order *order,
                     const struct hz_triangle_table *triangles, struct hz_table *out,
                     struct hz_error *err)
{
    static const char *const alone[] = {"age", "factor", "se", "sigma", "to_ultimate", NULL};
    static const char *const blended[] = {"age", "own",   "collective",  "credibility", "factor",
                                          "se",  "sigma", "to_ultimate", NULL};
    const bool is_blended = order->has_credibility;
    return tabulate(order, triangles, is_blended ? blended : alone,
                    is_blended ? write_blended : write_factor, out, err);
}

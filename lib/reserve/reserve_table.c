/* reserve_table.c: see reserve_table.h. */

#include "reserve/reserve_table.h"

#include "reserve/run_off_table.h"
#include "triangle/selections.h"
#include "triangle/triangle_rows.h"

#include <math.h>
#include <string.h>

enum { AMOUNT_DECIMALS = 2, FACTOR_DECIMALS = 6, CV_DECIMALS = 4 };

/* Whether some triangle's youngest origin period is under way. */
static bool has_under_way(const struct hz_triangle_table *triangles)
{
    char label[HZ_PERIOD_TEXT];
    bool has = false;
    for (size_t t = 0; t < triangles->triangles && !has; t++)
        has = hz_triangle_is_under_way(&triangles->triangle[t].triangle, label);
    return has;
}

static void write_figures(const struct hz_reserve_order *order, const struct hz_reserve *r,
                          size_t o, struct hz_table *out)
{
    hz_table_estimate(out, r->latest[o], AMOUNT_DECIMALS);
    hz_table_ratio(out, r->to_ultimate[o], FACTOR_DECIMALS);
    hz_table_estimate(out, r->ultimate[o], AMOUNT_DECIMALS);
    hz_table_estimate(out, r->ibnr[o], AMOUNT_DECIMALS);
    if (order->with_detail) {
        hz_table_estimate(out, r->process_se[o], AMOUNT_DECIMALS);
        hz_table_estimate(out, r->parameter_se[o], AMOUNT_DECIMALS);
    }
    hz_table_estimate(out, r->se[o], AMOUNT_DECIMALS);
    hz_table_ratio(out, hz_reserve_cv(r->se[o], r->ibnr[o], r->ultimate[o]), CV_DECIMALS);
    if (order->with_skewness)
        hz_table_ratio(out, r->skewness[o], CV_DECIMALS);
    if (order->with_spread) {
        hz_table_ratio(out, r->phi, FACTOR_DECIMALS);
        hz_table_ratio(out, r->power, FACTOR_DECIMALS);
        hz_table_ratio(out, r->theta, FACTOR_DECIMALS);
    }
}

/* The ages, from its latest on, at which an origin has a factor of its own, parted by blanks. */
static void write_own(const struct hz_portfolio *p, const struct hz_group_triangle *item, size_t o,
                      struct hz_table *out)
{
    const struct hz_triangle *triangle = &item->triangle;
    const struct hz_development_choice *choice = item->own ? &item->own->choice : &p->order->choice;
    struct hz_buffer list = {0};
    for (size_t k = o < triangle->origins ? triangle->latest[o] : triangle->ages;
         k < triangle->ages; k++)
        for (size_t i = 0; i < choice->ats; i++)
            if (hz_text_equal(choice->at[i].origin, triangle->origin[o]) &&
                fabs(choice->at[i].age - triangle->age[k]) <= 1e-9)
                hz_buffer_format(&list, "%s%.15g", list.length > 0 ? " " : "", triangle->age[k]);
    hz_table_text(out, (struct hz_text){list.at, list.length});
    hz_buffer_free(&list);
}

/* Whether a tail may come in several ages, so that factors do not tell how it is paid. */
static bool has_long_tail(const struct hz_reserve_order *order,
                          const struct hz_triangle_table *triangles)
{
    const double until = order->parameters.growth.until;
    const bool is_curve = order->methods && strstr(order->methods, "clark-");
    bool has = false;
    for (size_t t = 0; t < triangles->triangles && !has; t++) {
        const struct hz_triangle *triangle = &triangles->triangle[t].triangle;
        const struct hz_own_choice *own = triangles->triangle[t].own;
        const struct hz_development_choice *choice = own ? &own->choice : &order->choice;
        has = choice->curve.curve != HZ_TAIL_CONSTANT ||
              (choice->tail_decay > 0 && fabs(choice->tail - 1) > 0) ||
              (is_curve && !(until > 0 && until <= triangle->age[triangle->ages - 1]));
    }
    return has;
}

static void end_row(const struct hz_portfolio *p, const char *level, struct hz_table *out)
{
    if (hz_total_has_level(&p->order->totals))
        hz_table_string(out, level);
    hz_table_end_row(out);
}

/* The figures that totals over groups have: three that add up, and three errors. */
enum { POINTS = 3, ERRORS = 3 };

static void add_to_groups(const struct hz_portfolio *p, const struct hz_estimated *e)
{
    const size_t all = e->item->triangle.origins;
    for (size_t m = 0; m < p->estimates; m++) {
        const struct hz_reserve *r = &e->reserve[m];
        const double figure[] = {r->latest[all],     r->ultimate[all],     r->ibnr[all],
                                 r->process_se[all], r->parameter_se[all], r->se[all]};
        hz_group_totals_add(p->over_groups, e->item->key, m, figure);
    }
}

static void write_reserves(const struct hz_portfolio *p, const struct hz_estimated *e,
                           struct hz_table *out)
{
    const struct hz_triangle *triangle = &e->item->triangle;
    const size_t rows = triangle->origins + !p->order->totals.leaves_out;
    for (size_t o = 0; o < rows; o++)
        for (size_t m = 0; m < p->estimates; m++) {
            hz_triangle_table_begin(p->triangles, e->item, out);
            hz_portfolio_write_method(p, m, out);
            hz_table_text(out, o < triangle->origins ? triangle->origin[o] : hz_text_of("total"));
            write_figures(p->order, &e->reserve[m], o, out);
            if (p->is_under_way) {
                char label[HZ_PERIOD_TEXT];
                (void)hz_triangle_is_under_way(triangle, label);
                hz_table_string(out, label);
            }
            if (p->has_own)
                write_own(p, e->item, o, out);
            if (p->has_long_tail && o < triangle->origins)
                hz_table_integer(out, (hz_sum)hz_run_off_tail_ages(e, m, o));
            else if (p->has_long_tail)
                hz_table_unknown(out);
            end_row(p, o < triangle->origins ? "origin" : "total", out);
        }
    if (p->over_groups)
        add_to_groups(p, e);
}

/* A total has the figures of a reserve of no origins, but for those that are of one triangle. */
static void write_group_totals(const struct hz_portfolio *p, struct hz_table *out)
{
    for (size_t t = 0; t < p->over_groups->totals; t++)
        for (size_t m = 0; m < p->estimates; m++) {
            double *figure = p->over_groups->total[t].figure + m * (POINTS + ERRORS);
            double none = (double)NAN;
            const struct hz_reserve r = {.latest = &figure[0],
                                         .to_ultimate = &none,
                                         .ultimate = &figure[1],
                                         .ibnr = &figure[2],
                                         .process_se = &figure[3],
                                         .parameter_se = &figure[4],
                                         .se = &figure[5],
                                         .skewness = &none,
                                         .phi = none,
                                         .power = none,
                                         .theta = none};
            hz_group_totals_begin(p->over_groups, t, out);
            hz_portfolio_write_method(p, m, out);
            hz_table_string(out, "total");
            write_figures(p->order, &r, 0, out);
            if (p->is_under_way)
                hz_table_unknown(out);
            for (int unknown = p->has_own + p->has_long_tail; unknown > 0; unknown--)
                hz_table_unknown(out);
            end_row(p, hz_group_totals_level(p->over_groups, t), out);
        }
}

bool hz_reserve_table(const struct hz_reserve_order *order,
                      const struct hz_triangle_table *triangles, struct hz_table *out,
                      struct hz_error *err)
{
    const bool is_under_way = has_under_way(triangles);
    const bool is_long = has_long_tail(order, triangles);
    const bool has_own = hz_selections_have_own(&order->choice, triangles);
    const struct {
        const char *name;
        bool is_missing;
    } all[] = {{"method", false},
               {"origin", false},
               {"latest", false},
               {"development_to_ultimate", false},
               {"ultimate", false},
               {"ibnr", false},
               {"process_se", !order->with_detail},
               {"parameter_se", !order->with_detail},
               {"se", false},
               {"cv", false},
               {"skewness", !order->with_skewness},
               {"phi", !order->with_spread},
               {"power", !order->with_spread},
               {"theta", !order->with_spread},
               {"under_way", !is_under_way},
               {"own_factors", !has_own},
               {"tail_ages", !is_long},
               {"level", !hz_total_has_level(&order->totals)}};
    const char *column[HZ_COUNT(all) + 1] = {NULL};
    size_t columns = 0;
    for (size_t c = 0; c < HZ_COUNT(all); c++)
        if (!all[c].is_missing)
            column[columns++] = all[c].name;
    struct hz_portfolio p = {.order = order,
                             .triangles = triangles,
                             .write = write_reserves,
                             .has_own = has_own,
                             .has_long_tail = is_long,
                             .is_under_way = is_under_way};
    struct hz_group_totals totals = {.choice = order->totals,
                                     .keys = triangles->keys,
                                     .variants = HZ_METHODS_MOST + 1,
                                     .points = POINTS,
                                     .errors = ERRORS};
    if (order->totals.over_groups)
        p.over_groups = &totals;
    const bool done = hz_total_check(&order->totals, triangles, err) &&
                      hz_portfolio_tabulate(&p, column, out, err);
    if (done && p.over_groups) {
        hz_group_totals_finish(&totals);
        write_group_totals(&p, out);
        hz_group_totals_tell(&totals, out);
    }
    hz_group_totals_free(&totals);
    return done;
}

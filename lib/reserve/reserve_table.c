/* reserve_table.c: see reserve_table.h. */

#include "reserve/reserve_table.h"

#include "triangle/triangle_rows.h"

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

static void write_reserves(const struct hz_portfolio *p, const struct hz_estimated *e,
                           struct hz_table *out)
{
    const struct hz_triangle *triangle = &e->item->triangle;
    for (size_t o = 0; o <= triangle->origins; o++)
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
            hz_table_end_row(out);
        }
}

bool hz_reserve_table(const struct hz_reserve_order *order,
                      const struct hz_triangle_table *triangles, struct hz_table *out,
                      struct hz_error *err)
{
    const bool is_under_way = has_under_way(triangles);
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
               {"under_way", !is_under_way}};
    const char *column[HZ_COUNT(all) + 1] = {NULL};
    size_t columns = 0;
    for (size_t c = 0; c < HZ_COUNT(all); c++)
        if (!all[c].is_missing)
            column[columns++] = all[c].name;
    struct hz_portfolio p = {.order = order,
                             .triangles = triangles,
                             .write = write_reserves,
                             .is_under_way = is_under_way};
    return hz_portfolio_tabulate(&p, column, out, err);
}

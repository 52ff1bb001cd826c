/* run_off_table.c: see run_off_table.h. */

#include "reserve/run_off_table.h"

#include "triangle/development_tail.h"
#include "triangle/triangle_rows.h"

#include <math.h>

enum { FACTOR_DECIMALS = 6 };

static void write_payment(const struct hz_portfolio *p, const struct hz_group_triangle *item,
                          size_t m, size_t o, size_t column, double payment, struct hz_table *out)
{
    char period[HZ_FISCAL_TEXT];
    hz_triangle_table_begin(p->triangles, item, out);
    hz_portfolio_write_method(p, m, out);
    hz_table_text(out, item->triangle.origin[o]);
    hz_age_write(hz_triangle_age(&item->triangle, column), out);
    hz_triangle_period(&item->triangle, o, column, period);
    if (period[0] == '\0')
        hz_table_unknown(out);
    else
        hz_table_string(out, period);
    hz_table_estimate(out, payment, FACTOR_DECIMALS);
    hz_table_end_row(out);
}

/*
 * The share of the tail that is left at a further age: as the method's curve has it, or the tail's.
 */
static double left_at(const struct hz_triangle *triangle, const struct hz_emergence_choice *growth,
                      const struct hz_development *d, size_t column)
{
    const double last = triangle->age[triangle->ages - 1];
    if (!(growth->omega > 0))
        return hz_development_tail_left(d, triangle, column - (triangle->ages - 1));
    const double end = hz_emergence_by(triangle, growth, (double)INFINITY);
    return (end - hz_emergence_by(triangle, growth, hz_triangle_age(triangle, column))) /
           (end - hz_emergence_by(triangle, growth, last));
}

/*
 * What is left of the tail at a further age; 0 where it is hardly any, or that age the hundredth.
 */
static double left_after(const struct hz_estimated *e, size_t m, size_t column)
{
    enum { MOST = 100 };
    const double least = 1e-3;
    const struct hz_triangle *triangle = &e->item->triangle;
    const double left = left_at(triangle, &e->reserve[m].growth, &e->development, column);
    return left < least || column + 1 == triangle->ages + MOST ? 0 : left;
}

size_t hz_run_off_tail_ages(const struct hz_estimated *e, size_t m, size_t o)
{
    const size_t ages = e->item->triangle.ages;
    size_t column = ages;
    if (!(fabs(e->reserve[m].payment[o * ages + ages - 1]) > 0))
        return 0;
    while (left_after(e, m, column) > 0)
        column++;
    return column - ages + 1;
}

/*
 * The tail, to the age that leaves less than a thousandth, or, of a curve without end, the
 * hundredth.
 */
static void write_tail(const struct hz_portfolio *p, const struct hz_estimated *e, size_t m,
                       size_t o, double payment, struct hz_table *out)
{
    double left = 1;
    for (size_t column = e->item->triangle.ages; left > 0; column++) {
        const double next = left_after(e, m, column);
        write_payment(p, e->item, m, o, column, payment * (left - next), out);
        left = next;
    }
}

/* What an origin is expected to add, by one method; a tail that adds nothing is left out. */
static void write_run_off(const struct hz_portfolio *p, const struct hz_estimated *e, size_t m,
                          size_t o, struct hz_table *out)
{
    const struct hz_group_triangle *item = e->item;
    const size_t ages = item->triangle.ages;
    const double *payment = e->reserve[m].payment + o * ages;
    for (size_t k = item->triangle.latest[o]; k + 1 < ages; k++)
        write_payment(p, item, m, o, k + 1, payment[k], out);
    if (payment[ages - 1] != 0)
        write_tail(p, e, m, o, payment[ages - 1], out);
}

/* What all of these add up to: the reserve, for they are rounded each by itself. */
static void write_run_off_total(const struct hz_portfolio *p, const struct hz_estimated *e,
                                size_t m, struct hz_table *out)
{
    hz_triangle_table_begin(p->triangles, e->item, out);
    hz_portfolio_write_method(p, m, out);
    hz_table_string(out, "total");
    hz_table_unknown(out);
    hz_table_unknown(out);
    hz_table_estimate(out, e->reserve[m].ibnr[e->item->triangle.origins], FACTOR_DECIMALS);
    hz_table_end_row(out);
}

static void write_run_offs(const struct hz_portfolio *p, const struct hz_estimated *e,
                           struct hz_table *out)
{
    for (size_t o = 0; o < e->item->triangle.origins; o++)
        for (size_t m = 0; m < p->estimates; m++)
            write_run_off(p, e, m, o, out);
    for (size_t m = 0; m < p->estimates && !p->order->totals.leaves_out; m++)
        write_run_off_total(p, e, m, out);
}

bool hz_run_off_table(const struct hz_reserve_order *order,
                      const struct hz_triangle_table *triangles, struct hz_table *out,
                      struct hz_error *err)
{
    static const char *const columns[] = {"method", "origin", "development",
                                          "period", "value",  NULL};
    struct hz_portfolio p = {
        .order = order, .triangles = triangles, .needs_payments = true, .write = write_run_offs};
    return hz_portfolio_tabulate(&p, columns, out, err);
}

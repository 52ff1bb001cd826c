/* prospect_table.c: see prospect_table.h. */

#include "project/prospect_table.h"

void hz_prospect_columns(const struct hz_prospect_order *order, struct hz_table *table)
{
    static const char *const payouts[] = {
        "period", "exposure", "contribution", "payouts",  "expected", "sd",
        "low",    "median",   "high",         "severity", NULL};
    static const char *const assumptions[] = {"item", "value", "error", "origin", NULL};
    hz_table_column(table, "scenario");
    hz_table_column(table, "plan");
    if (order->by_office || order->assumptions)
        hz_table_column(table, "office");
    for (const char *const *name = order->assumptions ? assumptions : payouts; *name; name++)
        hz_table_column(table, *name);
}

static void print_period(const struct hz_prospect_paths *r, size_t period, struct hz_table *table)
{
    char label[HZ_PERIOD_TEXT];
    hz_period_format(r->first + (hz_period)period, r->of->past->order->grain, label);
    hz_table_string(table, period < r->periods ? label : "total");
}

static void print_line(const struct hz_prospect_paths *r, size_t c, size_t period,
                       struct hz_table *table)
{
    const struct hz_prospect_order *order = r->of->past->order;
    const struct hz_prospect_line *line = &r->line[hz_prospect_place(r, c, period)];
    struct hz_prospect_spread spread;
    hz_prospect_describe(r->path + hz_prospect_place(r, c, period) * order->paths, order->paths,
                         order->level, &spread);
    hz_table_text(table, r->of->scenario->name);
    hz_table_string(table, c < r->cells ? order->exposure.plan[r->of->ahead[c].plan] : "total");
    if (order->by_office && c < r->cells)
        hz_table_string(table, order->exposure.office[r->of->ahead[c].office]);
    else if (order->by_office)
        hz_table_unknown(table);
    print_period(r, period, table);
    hz_table_estimate(table, line->exposure, 0);
    hz_table_estimate(table, line->contribution, 2);
    hz_table_estimate(table, line->payouts, 2);
    hz_table_estimate(table, line->expected, 2);
    hz_table_estimate(table, spread.sd, 2);
    hz_table_estimate(table, spread.low, 2);
    hz_table_estimate(table, spread.median, 2);
    hz_table_estimate(table, spread.high, 2);
    if (c < r->cells)
        hz_table_string(table, r->of->basis[r->of->ahead[c].plan]);
    else
        hz_table_unknown(table);
    hz_table_end_row(table);
}

void hz_prospect_print(struct hz_prospect_paths *paths, struct hz_table *table)
{
    for (size_t c = 0; c <= paths->cells; c++)
        for (size_t p = 0; p <= paths->periods; p++)
            if (c == paths->cells ||
                paths->line[hz_prospect_place(paths, c, paths->periods)].exposure > 0)
                print_line(paths, c, p, table);
}

/* prospect_table.c: see prospect_table.h. */

#include "project/prospect_table.h"

#include "base/memory.h"

#include <math.h>
#include <stdlib.h>

/* What is printed of a cell, or of all, in a period, or in all of them. */
struct line {
    double exposure, contribution, payouts, expected;
};

/* The result: for each cell, and one more in all, for each period, and one more in all. */
struct result {
    const struct hz_prospect_projection *of;
    size_t cells, periods;
    hz_period first; /* of the order's grain */
    struct line *line;
    double *path; /* [cell][period][path] */
};

static hz_period period_of(const struct hz_prospect_order *order, size_t month)
{
    const hz_period m = order->exposure.last + 1 + (hz_period)month;
    return m / (hz_period)order->grain;
}

static size_t place(const struct result *r, size_t cell, size_t period)
{
    return cell * (r->periods + 1) + period;
}

/* Adds what a cell has in a month to all four lines that it is a part of. */
static void add_month(struct result *r, size_t cell, size_t month, const struct line *more)
{
    const size_t period = (size_t)(period_of(r->of->past->order, month) - r->first);
    for (int i = 0; i < 4; i++) {
        struct line *line =
            &r->line[place(r, i & 1 ? r->cells : cell, i & 2 ? r->periods : period)];
        line->exposure += more->exposure;
        line->contribution += more->contribution;
        line->payouts += more->payouts;
        line->expected += more->expected;
    }
}

/* By when payouts are made, if the order is so. */
static void shift(const struct result *r, const double incurred[], double paid[])
{
    const struct hz_prospect_past *past = r->of->past;
    const size_t months = past->order->months;
    if (past->order->is_paid)
        hz_prospect_pay(incurred, months, past->share, past->months, paid);
    else
        memcpy(paid, incurred, months * sizeof *paid);
}

static void add_expected(struct result *r, size_t c, double *space)
{
    const struct hz_prospect_ahead *ahead = &r->of->ahead[c];
    const struct hz_prospect_plan *plan = &r->of->plan[ahead->plan];
    const size_t months = r->of->past->order->months;
    double *count = space, *cost = space + months;
    for (size_t t = 0; t < months; t++) {
        count[t] = hz_prospect_rate(plan) * ahead->cell.relativity *
                   (ahead->cell.in_force[t] + ahead->cell.written[t]);
        cost[t] = hz_prospect_mean(r->of->plan, &ahead->cell, t);
    }
    shift(r, count, space + 2 * months);
    shift(r, cost, space + 3 * months);
    for (size_t t = 0; t < months; t++)
        add_month(r, c, t,
                  &(struct line){ahead->exposure[t], ahead->contribution[t], space[2 * months + t],
                                 space[3 * months + t]});
}

static void add_path(struct result *r, size_t path, const struct hz_prospect_cell cell[],
                     double *space)
{
    const struct hz_prospect_order *order = r->of->past->order;
    const size_t months = order->months;
    double *paid = space + r->cells * months;
    hz_prospect_path(r->of->plan, cell, r->cells, months, order->seed, path, space);
    for (size_t c = 0; c < r->cells; c++) {
        shift(r, space + c * months, paid);
        for (size_t t = 0; t < months; t++) {
            const size_t period = (size_t)(period_of(order, t) - r->first);
            r->path[place(r, c, period) * order->paths + path] += paid[t];
            r->path[place(r, c, r->periods) * order->paths + path] += paid[t];
            r->path[place(r, r->cells, period) * order->paths + path] += paid[t];
            r->path[place(r, r->cells, r->periods) * order->paths + path] += paid[t];
        }
    }
}

static void simulate(struct result *r)
{
    const struct hz_prospect_order *order = r->of->past->order;
    struct hz_prospect_cell *cell = hz_allocate(r->cells, sizeof *cell);
    double *space = hz_allocate((r->cells + 4) * order->months, sizeof *space);
    for (size_t c = 0; c < r->cells; c++) {
        cell[c] = r->of->ahead[c].cell;
        add_expected(r, c, space);
    }
    for (size_t path = 0; path < order->paths; path++)
        add_path(r, path, cell, space);
    free(cell);
    free(space);
}

/* ---- Printing */

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

static void print_period(const struct result *r, size_t period, struct hz_table *table)
{
    char label[HZ_PERIOD_TEXT];
    hz_period_format(r->first + (hz_period)period, r->of->past->order->grain, label);
    hz_table_string(table, period < r->periods ? label : "total");
}

static void print_line(const struct result *r, size_t c, size_t period, struct hz_table *table)
{
    const struct hz_prospect_order *order = r->of->past->order;
    const struct line *line = &r->line[place(r, c, period)];
    struct hz_prospect_spread spread;
    hz_prospect_describe(r->path + place(r, c, period) * order->paths, order->paths, order->level,
                         &spread);
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

void hz_prospect_print(const struct hz_prospect_projection *projection, struct hz_table *table)
{
    const struct hz_prospect_order *order = projection->past->order;
    struct result r = {.of = projection, .cells = projection->aheads, .first = period_of(order, 0)};
    r.periods = (size_t)(period_of(order, order->months - 1) - r.first) + 1;
    const size_t lines = (r.cells + 1) * (r.periods + 1);
    r.line = hz_allocate(lines, sizeof *r.line);
    r.path = hz_allocate(lines * order->paths, sizeof *r.path);
    memset(r.line, 0, lines * sizeof *r.line);
    memset(r.path, 0, lines * order->paths * sizeof *r.path);
    simulate(&r);
    for (size_t c = 0; c <= r.cells; c++)
        for (size_t p = 0; p <= r.periods; p++)
            if (c == r.cells || r.line[place(&r, c, r.periods)].exposure > 0)
                print_line(&r, c, p, table);
    free(r.line);
    free(r.path);
}

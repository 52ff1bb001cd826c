/*
 * prospect_simulate.c: see prospect_simulate.h. A path adds to its own numbers alone, so threads
 * need no lock and the sums are the same, bit for bit, for any number of them.
 */

#include "project/prospect_simulate.h"

#include "base/memory.h"
#include "base/parallel.h"

#include <stdlib.h>
#include <string.h>

enum { BLOCK = 16 }; /* paths that a thread draws at a time */

static hz_period period_of(const struct hz_prospect_order *order, size_t month)
{
    const hz_period m = order->exposure.last + 1 + (hz_period)month;
    return m / (hz_period)order->grain;
}

/* Adds what a cell has in a month to all four lines that it is a part of. */
static void add_month(struct hz_prospect_paths *r, size_t cell, size_t month,
                      const struct hz_prospect_line *more)
{
    const size_t period = (size_t)(period_of(r->of->past->order, month) - r->first);
    for (int i = 0; i < 4; i++) {
        struct hz_prospect_line *line =
            &r->line[hz_prospect_place(r, i & 1 ? r->cells : cell, i & 2 ? r->periods : period)];
        line->exposure += more->exposure;
        line->contribution += more->contribution;
        line->payouts += more->payouts;
        line->expected += more->expected;
    }
}

/* By when payouts are made, if the order is so. */
static void shift(const struct hz_prospect_paths *r, const double incurred[], double paid[])
{
    const struct hz_prospect_past *past = r->of->past;
    const size_t months = past->order->months;
    if (past->order->is_paid)
        hz_prospect_pay(incurred, months, past->share, past->months, paid);
    else
        memcpy(paid, incurred, months * sizeof *paid);
}

static void add_expected(struct hz_prospect_paths *r, size_t c, double *space)
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
                  &(struct hz_prospect_line){ahead->exposure[t], ahead->contribution[t],
                                             space[2 * months + t], space[3 * months + t]});
}

static void add_path(struct hz_prospect_paths *r, size_t path, const struct hz_prospect_cell cell[],
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
            r->path[hz_prospect_place(r, c, period) * order->paths + path] += paid[t];
            r->path[hz_prospect_place(r, c, r->periods) * order->paths + path] += paid[t];
            r->path[hz_prospect_place(r, r->cells, period) * order->paths + path] += paid[t];
            r->path[hz_prospect_place(r, r->cells, r->periods) * order->paths + path] += paid[t];
        }
    }
}

/* The paths of some workers, each with room of its own. */
struct job {
    struct hz_prospect_paths *paths;
    struct hz_prospect_cell *cell;
    double **space;
};

static void draw_block(uint64_t index, int worker, void *context)
{
    const struct job *job = context;
    const size_t paths = job->paths->of->past->order->paths;
    for (size_t p = index * BLOCK; p < (index + 1) * BLOCK && p < paths; p++)
        add_path(job->paths, p, job->cell, job->space[worker]);
}

static void draw_paths(struct hz_prospect_paths *r)
{
    const struct hz_prospect_order *order = r->of->past->order;
    const int threads = order->threads > 0 ? order->threads : 1;
    const size_t room = (r->cells + 4) * order->months;
    struct job job = {.paths = r,
                      .cell = hz_allocate(r->cells, sizeof *job.cell),
                      .space = hz_allocate((size_t)threads, sizeof *job.space)};
    for (int t = 0; t < threads; t++)
        job.space[t] = hz_allocate(room, sizeof **job.space);
    for (size_t c = 0; c < r->cells; c++) {
        job.cell[c] = r->of->ahead[c].cell;
        add_expected(r, c, job.space[0]);
    }
    hz_parallel_do(&(struct hz_parallel){.count = (order->paths + BLOCK - 1) / BLOCK,
                                         .threads = threads,
                                         .context = &job,
                                         .make = draw_block});
    for (int t = 0; t < threads; t++)
        free(job.space[t]);
    free(job.space);
    free(job.cell);
}

void hz_prospect_simulate(const struct hz_prospect_projection *projection,
                          struct hz_prospect_paths *paths)
{
    const struct hz_prospect_order *order = projection->past->order;
    *paths = (struct hz_prospect_paths){
        .of = projection, .cells = projection->aheads, .first = period_of(order, 0)};
    paths->periods = (size_t)(period_of(order, order->months - 1) - paths->first) + 1;
    const size_t lines = (paths->cells + 1) * (paths->periods + 1);
    paths->line = hz_allocate(lines, sizeof *paths->line);
    paths->path = hz_allocate(lines * order->paths, sizeof *paths->path);
    draw_paths(paths);
}

void hz_prospect_paths_free(struct hz_prospect_paths *paths)
{
    free(paths->line);
    free(paths->path);
}

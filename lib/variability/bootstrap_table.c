/* bootstrap_table.c: see bootstrap_table.h. */

#include "variability/bootstrap_table.h"

#include "triangle/triangle_rows.h"
#include <math.h>
#include <stdio.h>

enum { AMOUNT_DECIMALS = 2, FIXED_COLUMNS = 6 };

static bool declare(const struct hz_bootstrap_order *order,
                    const struct hz_triangle_table *triangles, struct hz_table *out,
                    struct hz_error *err)
{
    const struct hz_levels *levels = &order->levels;
    char name[HZ_LEVELS_MOST][24], error_name[HZ_LEVELS_MOST][24];
    const char *column[FIXED_COLUMNS + 2 * HZ_LEVELS_MOST + 1] = {"origin",     "ibnr", "mean",
                                                                  "mean_error", "se",   "se_error"};
    size_t c = FIXED_COLUMNS;
    for (size_t q = 0; q < levels->levels; q++) {
        snprintf(name[q], sizeof *name, "q%s", levels->name[q]);
        snprintf(error_name[q], sizeof *error_name, "q%s_error", levels->name[q]);
        column[c++] = name[q];
        column[c++] = error_name[q];
    }
    return hz_triangle_table_declare(triangles, column, out, err);
}

static void write_row(const struct hz_triangle_table *triangles,
                      const struct hz_group_triangle *item, struct hz_text origin, double ibnr,
                      const struct hz_trial_figure *figure, size_t levels, struct hz_table *out)
{
    hz_triangle_table_begin(triangles, item, out);
    hz_table_text(out, origin);
    hz_table_estimate(out, ibnr, AMOUNT_DECIMALS);
    hz_table_estimate(out, figure->mean, AMOUNT_DECIMALS);
    hz_table_estimate(out, figure->mean_error, AMOUNT_DECIMALS);
    hz_table_estimate(out, figure->sd, AMOUNT_DECIMALS);
    hz_table_estimate(out, figure->sd_error, AMOUNT_DECIMALS);
    for (size_t q = 0; q < levels; q++) {
        hz_table_estimate(out, figure->quantile[q], AMOUNT_DECIMALS);
        hz_table_estimate(out, figure->quantile_error[q], AMOUNT_DECIMALS);
    }
    hz_table_end_row(out);
}

/* Draws that hang together leave more to chance than as many that do not. */
static void widen(struct hz_trial_figure *figure, const struct hz_draws *draws, size_t levels)
{
    const double by = sqrt((double)draws->trials / draws->independent);
    figure->mean_error *= by;
    figure->sd_error *= by;
    for (size_t q = 0; q < levels; q++)
        figure->quantile_error[q] *= by;
}

static bool simulate(const struct hz_bootstrap_order *order, const struct hz_triangle *triangle,
                     const struct hz_draws *draws, struct hz_trial_figure *figure,
                     struct hz_arena *arena, struct hz_error *err)
{
    const struct hz_trials trials = {.trials = draws->trials,
                                     .figures = triangle->origins + 1,
                                     .threads = order->choice.threads,
                                     .draw = draws->draw,
                                     .model = draws->model,
                                     .level = order->levels.level,
                                     .levels = order->levels.levels};
    if (!hz_trials_run(&trials, figure, arena, err))
        return false;
    for (size_t o = 0; o <= triangle->origins; o++)
        widen(&figure[o], draws, order->levels.levels);
    return true;
}

struct job {
    const struct hz_bootstrap_order *order;
    const struct hz_triangle_table *triangles;
    struct hz_table *out;
};

static bool write_group(const struct hz_group_triangle *item, const void *context,
                        struct hz_arena *arena, struct hz_error *err)
{
    const struct job *job = context;
    const size_t origins = item->triangle.origins;
    struct hz_draws draws;
    struct hz_trial_figure *figure = hz_arena_allocate(arena, origins + 1, sizeof *figure);
    if (!hz_draws_new(&draws, &item->triangle, item->exposure, &job->order->choice, arena, err) ||
        !simulate(job->order, &item->triangle, &draws, figure, arena, err))
        return false;
    for (size_t o = 0; o <= origins; o++)
        write_row(job->triangles, item,
                  o < origins ? item->triangle.origin[o] : hz_text_of("total"), draws.ibnr[o],
                  &figure[o], job->order->levels.levels, job->out);
    return true;
}

bool hz_bootstrap_table(const struct hz_bootstrap_order *order,
                        const struct hz_triangle_table *triangles, struct hz_table *out,
                        struct hz_error *err)
{
    const struct job job = {order, triangles, out};
    return declare(order, triangles, out, err) &&
           hz_triangle_table_each(triangles, write_group, &job, out, err);
}

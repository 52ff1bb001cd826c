/* bootstrap_table.c: see bootstrap_table.h. */

#include "variability/bootstrap_table.h"

#include "base/identity.h"
#include "triangle/group_totals_rows.h"
#include "triangle/triangle_rows.h"
#include "variability/correlation_table.h"
#include "variability/outcome_table.h"

#include <math.h>
#include <stdio.h>

enum { AMOUNT_DECIMALS = 2, FIXED_COLUMNS = 6, OUTCOME_COLUMNS = 3 };

/* What is under way. The draws of all groups last as long, for the total over them. */
struct job {
    const struct hz_bootstrap_order *order;
    const struct hz_triangle_table *triangles;
    struct hz_table *out;
    struct hz_arena *arena;
    struct hz_outcome *outcome;            /* of each triangle; NULL: not asked for */
    const struct hz_group_triangle **item; /* that were drawn, */
    const struct hz_draws **draws;
    size_t groups;
};

static bool declare(const struct hz_bootstrap_order *order,
                    const struct hz_triangle_table *triangles, struct hz_table *out,
                    struct hz_error *err)
{
    const struct hz_levels *levels = &order->levels;
    char name[HZ_LEVELS_MOST][24], error_name[HZ_LEVELS_MOST][24];
    const char *column[FIXED_COLUMNS + 2 * HZ_LEVELS_MOST + OUTCOME_COLUMNS + 1] = {
        order->choice.bootstrap.is_by_period ? "period" : "origin",
        "ibnr",
        "mean",
        "mean_error",
        "se",
        "se_error"};
    size_t c = FIXED_COLUMNS;
    for (size_t q = 0; q < levels->levels; q++) {
        snprintf(name[q], sizeof *name, "q%s", levels->name[q]);
        snprintf(error_name[q], sizeof *error_name, "q%s_error", levels->name[q]);
        column[c++] = name[q];
        column[c++] = error_name[q];
    }
    if (order->outcome) {
        column[c++] = "outcome";
        column[c++] = "percentile";
        column[c++] = "percentile_error";
    }
    return hz_triangle_table_declare(triangles, column, out, err);
}

/* ---- Writing */

/* A row, from its label on. `outcome` is NaN if it is not known. */
static void write_figure(const struct job *job, struct hz_text label, double ibnr,
                         const struct hz_trial_figure *figure, double outcome, double independent)
{
    struct hz_table *out = job->out;
    hz_table_text(out, label);
    hz_table_estimate(out, ibnr, AMOUNT_DECIMALS);
    hz_table_estimate(out, figure->mean, AMOUNT_DECIMALS);
    hz_table_estimate(out, figure->mean_error, AMOUNT_DECIMALS);
    hz_table_estimate(out, figure->sd, AMOUNT_DECIMALS);
    hz_table_estimate(out, figure->sd_error, AMOUNT_DECIMALS);
    for (size_t q = 0; q < job->order->levels.levels; q++) {
        hz_table_estimate(out, figure->quantile[q], AMOUNT_DECIMALS);
        hz_table_estimate(out, figure->quantile_error[q], AMOUNT_DECIMALS);
    }
    if (job->outcome) {
        const double below = figure->below;
        hz_table_estimate(out, outcome, AMOUNT_DECIMALS);
        hz_table_ratio(out, 100 * below, 2);
        hz_table_ratio(out, 100 * sqrt(below * (1 - below) / independent), 2);
    }
    hz_table_end_row(out);
}

static struct hz_text label_of(const struct hz_triangle *triangle, const struct hz_draws *draws,
                               size_t f)
{
    return f == draws->figures ? hz_text_of("total")
           : draws->periods    ? draws->periods->label[f]
                               : triangle->origin[f];
}

/* A tail that could not be extrapolated is no figure of the table. */
static void tell_kept_tails(const struct job *job, const struct hz_draws *draws, double share)
{
    char text[160];
    const double kept = share * (double)draws->trials;
    if (kept < 0.5)
        return;
    snprintf(text, sizeof text,
             _("in %.0f of %llu simulations the factors have no such curve: their tail is that of "
               "the triangle itself"),
             kept, (unsigned long long)draws->trials);
    hz_table_tell(job->out, text);
}

static void tell_note(const struct job *job, const struct hz_group_triangle *item,
                      const struct hz_draws *draws)
{
    struct hz_error note = {0};
    if (draws->note && !hz_error_set(&note, HZ_ERROR_DATA, item->triangle.place, "%s: %s",
                                     hz_draws_names[job->order->choice.model], draws->note))
        hz_table_tell(job->out, note.text);
}

/* ---- Drawing */

/* Draws that hang together leave more to chance than as many that do not. */
static void widen(struct hz_trial_figure *figure, const struct hz_draws *draws, size_t levels)
{
    const double by = sqrt((double)draws->trials / draws->independent);
    figure->mean_error *= by;
    figure->sd_error *= by;
    for (size_t q = 0; q < levels; q++)
        figure->quantile_error[q] *= by;
}

static bool simulate(const struct hz_bootstrap_order *order, const struct hz_draws *draws,
                     const double outcome[], struct hz_trial_figure *figure, struct hz_arena *arena,
                     struct hz_error *err)
{
    const struct hz_trials trials = {.trials = draws->trials,
                                     .figures = draws->figures + 1 + draws->counts_tails,
                                     .threads = order->choice.threads,
                                     .draw = draws->draw,
                                     .model = draws->model,
                                     .level = order->levels.level,
                                     .levels = order->levels.levels,
                                     .outcome = outcome};
    if (!hz_trials_run(&trials, figure, arena, err))
        return false;
    for (size_t f = 0; f <= draws->figures; f++)
        widen(&figure[f], draws, order->levels.levels);
    return true;
}

/* What each figure's payments came to, or NaN; what is known already is taken off. */
static const double *outcomes_of(const struct job *job, const struct hz_group_triangle *item,
                                 const struct hz_draws *draws, struct hz_arena *arena)
{
    const struct hz_triangle *triangle = &item->triangle;
    double *outcome = hz_arena_allocate(arena, draws->figures + 2, sizeof *outcome);
    if (!job->outcome)
        return NULL;
    const struct hz_outcome *became = &job->outcome[item - job->triangles->triangle];
    double latest = 0;
    for (size_t f = 0; f < draws->figures + 2; f++)
        outcome[f] = (double)NAN;
    for (size_t o = 0; o < triangle->origins; o++) {
        latest += hz_triangle_latest(triangle, o);
        if (became->origin && !draws->periods)
            outcome[o] = became->origin[o] - hz_triangle_latest(triangle, o);
    }
    outcome[draws->figures] = became->all - latest;
    return outcome;
}

/* The seed of what a group draws around its future: its own, whatever other groups there are. */
static uint64_t seed_of(const struct hz_triangle_table *triangles,
                        const struct hz_group_triangle *item, uint64_t seed)
{
    struct hz_identity name = {0};
    for (size_t k = 0; k < triangles->keys; k++)
        name = hz_identity_with(name, item->key[k]);
    return triangles->keys > 0 ? seed ^ name.low : seed;
}

static bool write_group(const struct hz_group_triangle *item, const void *context,
                        struct hz_arena *arena, struct hz_error *err)
{
    struct job *job = (struct job *)(uintptr_t)context;
    struct hz_draws_choice choice = job->order->choice;
    struct hz_draws *draws = hz_arena_allocate(job->arena, 1, sizeof *draws);
    choice.bootstrap.process_seed = seed_of(job->triangles, item, choice.bootstrap.seed);
    if (!hz_draws_new(draws, &item->triangle, item->exposure, item->prior, &choice, job->arena,
                      err))
        return false;
    struct hz_trial_figure *figure = hz_arena_allocate(arena, draws->figures + 2, sizeof *figure);
    const double *outcome = outcomes_of(job, item, draws, arena);
    if (!simulate(job->order, draws, outcome, figure, arena, err))
        return false;
    for (size_t f = 0; f <= draws->figures; f++) {
        hz_triangle_table_begin(job->triangles, item, job->out);
        write_figure(job, label_of(&item->triangle, draws, f), draws->ibnr[f], &figure[f],
                     outcome ? outcome[f] : (double)NAN, draws->independent);
    }
    tell_note(job, item, draws);
    if (draws->counts_tails)
        tell_kept_tails(job, draws, figure[draws->figures + 1].mean);
    job->item[job->groups] = item;
    job->draws[job->groups++] = draws;
    return true;
}

/* ---- The total over groups */

static bool write_total(struct job *job, struct hz_error *err)
{
    const struct hz_bootstrap_order *order = job->order;
    struct hz_joint joint = {.dependence = order->dependence,
                             .trials = order->choice.trials,
                             .seed = order->choice.bootstrap.seed};
    struct hz_trial_figure figure;
    double *rank = hz_arena_allocate(job->arena, job->groups * job->groups, sizeof *rank);
    double ibnr = 0, outcome = job->outcome ? 0 : (double)NAN;
    double independent = (double)joint.trials;
    for (size_t g = 0; g < job->groups; g++) {
        const struct hz_draws *draws = job->draws[g];
        ibnr += draws->ibnr[draws->figures];
        independent = fmin(independent, draws->independent);
        if (job->outcome)
            outcome += outcomes_of(job, job->item[g], draws, job->arena)[draws->figures];
    }
    const struct hz_draws sum = {
        .draw = hz_joint_draw, .model = &joint, .trials = joint.trials, .independent = independent};
    const bool done =
        (!order->correlation || hz_correlation_read(rank, order->correlation, job->triangles,
                                                    job->item, job->groups, job->arena, err)) &&
        hz_joint_new(&joint, job->draws, job->groups, rank, job->arena, err) &&
        simulate(order, &sum, job->outcome ? &outcome : NULL, &figure, job->arena, err);
    hz_joint_free(&joint);
    if (!done)
        return false;
    for (size_t k = 0; k < job->triangles->keys; k++)
        hz_table_string(job->out, "total");
    write_figure(job, hz_text_of("total"), ibnr, &figure, outcome, independent);
    if (hz_table_left_out(job->out) > 0)
        hz_table_tell(job->out, _("the total over groups is without those that were refused"));
    return true;
}

static bool check_total(const struct hz_bootstrap_order *order,
                        const struct hz_triangle_table *triangles, struct hz_error *err)
{
    const struct hz_total_choice totals = {.over_groups = true};
    if (!order->has_total)
        return true;
    if (order->dependence == HZ_JOINT_UNSTATED)
        return hz_error_set(
            err, HZ_ERROR_USAGE, HZ_NOWHERE,
            _("how far a total over groups may be off follows from how they are off "
              "together: --dependence independent or synchronous, or --correlation "
              "FILE"));
    if (order->dependence == HZ_JOINT_SYNCHRONOUS && order->choice.model >= HZ_DRAWS_CRC)
        return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                            _("%s resamples no residuals that groups could have in common: take "
                              "--correlation FILE, or independent"),
                            hz_draws_names[order->choice.model]);
    return hz_total_check(&totals, triangles, err);
}

bool hz_bootstrap_table(const struct hz_bootstrap_order *order,
                        const struct hz_triangle_table *triangles, struct hz_table *out,
                        struct hz_error *err)
{
    struct hz_arena arena = {0};
    struct job job = {
        .order = order,
        .triangles = triangles,
        .out = out,
        .arena = &arena,
        .item = hz_arena_allocate(&arena, triangles->triangles, sizeof *job.item),
        .draws = hz_arena_allocate(&arena, triangles->triangles, sizeof *job.draws),
    };
    if (order->outcome)
        job.outcome = hz_arena_allocate(&arena, triangles->triangles, sizeof *job.outcome);
    const bool done =
        check_total(order, triangles, err) &&
        (!order->outcome || hz_outcome_read(job.outcome, order->outcome, triangles, &arena, err)) &&
        declare(order, triangles, out, err) &&
        hz_triangle_table_each(triangles, write_group, &job, out, err) &&
        (!order->has_total || job.groups == 0 || write_total(&job, err));
    hz_arena_free(&arena);
    return done;
}

/* emergence_table.c: see emergence_table.h. */

#include "triangle/emergence_table.h"
#include "triangle/triangle_rows.h"

#include <math.h>

enum { FIGURE_DECIMALS = 6, AMOUNT_DECIMALS = 2 };

struct job {
    const struct hz_emergence_choice *choice;
    enum hz_emergence_view view;
    const struct hz_triangle_table *triangles;
    struct hz_table *out;
};

/* One triangle, its curve, and where its rows go. */
struct item {
    const struct job *job;
    const struct hz_group_triangle *group;
    struct hz_emergence fit;
    struct hz_table *out;
};

static void begin_row(const struct item *item)
{
    hz_triangle_table_begin(item->job->triangles, item->group, item->out);
}

static void write_parameter(const struct item *item, const char *name, double value, double se)
{
    begin_row(item);
    hz_table_string(item->out, name);
    hz_table_estimate(item->out, value, FIGURE_DECIMALS);
    hz_table_estimate(item->out, se, FIGURE_DECIMALS);
    hz_table_end_row(item->out);
}

static void write_count(const struct item *item, const char *name, size_t count)
{
    begin_row(item);
    hz_table_string(item->out, name);
    hz_table_integer(item->out, (hz_sum)count);
    hz_table_unknown(item->out);
    hz_table_end_row(item->out);
}

/* The standard error of the one level of all origins: its own, and what it takes from the curve. */
static double level_se(const struct hz_emergence *fit)
{
    const struct hz_share used = fit->used[0];
    const double level = fit->level[0];
    const double omega = -level * used.by_omega / used.share;
    const double theta = -level * used.by_theta / used.share;
    return sqrt(fit->sigma2 * level * level / fit->claims[0] + omega * omega * fit->omega_variance +
                theta * theta * fit->theta_variance +
                2 * omega * theta * fit->omega_theta_covariance);
}

static void write_parameters(const struct item *item)
{
    const struct hz_emergence *fit = &item->fit;
    write_parameter(item, "omega", fit->omega, sqrt(fit->omega_variance));
    write_parameter(item, "theta", fit->theta, sqrt(fit->theta_variance));
    write_parameter(item, "covariance", fit->omega_theta_covariance, (double)NAN);
    if (fit->exposure)
        write_parameter(item, "ratio", fit->level[0], level_se(fit));
    write_parameter(item, "sigma2", fit->sigma2, (double)NAN);
    write_parameter(item, "log_likelihood", fit->log_likelihood, (double)NAN);
    write_count(item, "cells", fit->cells);
    write_count(item, "parameters", fit->parameters);
}

static void write_pattern(const struct item *item)
{
    const struct hz_emergence *fit = &item->fit;
    const size_t ages = item->group->triangle.ages;
    for (size_t k = 0; k <= ages; k++) {
        begin_row(item);
        if (k < ages)
            hz_age_write(item->group->triangle.age[k], item->out);
        else if (fit->choice.until > 0)
            hz_age_write(fit->choice.until, item->out);
        else
            hz_table_unknown(item->out);
        hz_table_ratio(item->out, fit->at[k].share, FIGURE_DECIMALS);
        hz_table_ratio(item->out, fit->at[ages].share / fit->at[k].share, FIGURE_DECIMALS);
        hz_table_end_row(item->out);
    }
}

static void write_residual(const struct item *item, size_t o, size_t k)
{
    const double value = hz_emergence_observed(&item->fit, o, k);
    const double fitted = hz_emergence_fitted(&item->fit, o, k);
    hz_triangle_table_begin_cell(item->job->triangles, item->group, o, k, item->out);
    hz_table_estimate(item->out, value, AMOUNT_DECIMALS);
    hz_table_estimate(item->out, fitted, AMOUNT_DECIMALS);
    hz_table_estimate(item->out, value - fitted, AMOUNT_DECIMALS);
    hz_table_ratio(item->out, (value - fitted) / sqrt(item->fit.sigma2 * fitted), FIGURE_DECIMALS);
    hz_table_end_row(item->out);
}

static void write_residuals(const struct item *item)
{
    const struct hz_triangle *triangle = &item->group->triangle;
    for (size_t o = 0; o < triangle->origins; o++)
        for (size_t k = triangle->first[o]; k <= triangle->latest[o]; k++)
            write_residual(item, o, k);
}

static bool write_group(const struct hz_group_triangle *group, const void *context,
                        struct hz_arena *arena, struct hz_error *err)
{
    static void (*const write[])(const struct item *item) = {write_parameters, write_pattern,
                                                             write_residuals};
    const struct job *job = context;
    struct item item = {.job = job, .group = group, .out = job->out};
    if (!hz_emergence_fit(&item.fit, &group->triangle, group->exposure, *job->choice, arena, err))
        return false;
    write[job->view](&item);
    return true;
}

bool hz_emergence_table(const struct hz_emergence_choice *choice, enum hz_emergence_view view,
                        const struct hz_triangle_table *triangles, struct hz_table *out,
                        struct hz_error *err)
{
    static const char *const parameters[] = {"parameter", "value", "se", NULL};
    static const char *const pattern[] = {"age", "emerged", "to_ultimate", NULL};
    static const char *const residuals[] = {"origin", "development", "period",       "value",
                                            "fitted", "residual",    "standardized", NULL};
    static const char *const *const columns[] = {parameters, pattern, residuals};
    const struct job job = {choice, view, triangles, out};
    return hz_triangle_table_declare(triangles, columns[view], out, err) &&
           hz_triangle_table_each(triangles, write_group, &job, out, err);
}

/* emergence_table.c: see emergence_table.h. */

#include "triangle/emergence_table.h"
#include "triangle/triangle_rows.h"

#include <math.h>
#include <stdlib.h>

enum { FIGURE_DECIMALS = 6, AMOUNT_DECIMALS = 2 };

struct job {
    const struct hz_emergence_choice *choice;
    enum hz_emergence_view view;
    const struct hz_emergence_ages *ages;
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

static void write_share(const struct item *item, double age, double share)
{
    const struct hz_emergence *fit = &item->fit;
    begin_row(item);
    if (isfinite(age))
        hz_age_write(age, item->out);
    else
        hz_table_unknown(item->out);
    hz_table_ratio(item->out, share, FIGURE_DECIMALS);
    hz_table_ratio(item->out, fit->at[item->group->triangle.ages].share / share, FIGURE_DECIMALS);
    hz_table_end_row(item->out);
}

static void write_pattern(const struct item *item)
{
    const struct hz_emergence *fit = &item->fit;
    const struct hz_triangle *triangle = &item->group->triangle;
    const struct hz_emergence_ages *ages = item->job->ages;
    struct hz_emergence_choice choice = fit->choice;
    choice.omega = fit->omega;
    choice.theta = fit->theta;
    for (size_t k = 0; k < (ages->ages > 0 ? 0 : triangle->ages); k++)
        write_share(item, triangle->age[k], fit->at[k].share);
    for (size_t a = 0; a < ages->ages; a++)
        write_share(item, ages->age[a], hz_emergence_by(triangle, &choice, ages->age[a]));
    write_share(item, choice.until > 0 ? choice.until : (double)INFINITY,
                fit->at[triangle->ages].share);
}

static void write_triangle(const struct item *item)
{
    const struct hz_triangle *triangle = &item->group->triangle;
    const struct hz_emergence_ages *ages = item->job->ages;
    for (size_t o = 0; o < triangle->origins; o++)
        for (size_t a = 0; a < ages->ages; a++) {
            const double value = hz_emergence_interpolate(&item->fit, o, ages->age[a]);
            if (!isfinite(value))
                continue;
            begin_row(item);
            hz_table_text(item->out, triangle->origin[o]);
            hz_age_write(ages->age[a], item->out);
            hz_table_estimate(item->out, value, AMOUNT_DECIMALS);
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
            if (hz_triangle_is_observed(triangle, o, k))
                write_residual(item, o, k);
}

static bool write_group(const struct hz_group_triangle *group, const void *context,
                        struct hz_arena *arena, struct hz_error *err)
{
    static void (*const write[])(const struct item *item) = {write_parameters, write_pattern,
                                                             write_residuals, write_triangle};
    const struct job *job = context;
    struct item item = {.job = job, .group = group, .out = job->out};
    if (!hz_emergence_fit(&item.fit, &group->triangle, group->exposure, *job->choice, arena, err))
        return false;
    write[job->view](&item);
    return true;
}

bool hz_emergence_ages_parse(struct hz_emergence_ages *ages, const char *list,
                             struct hz_arena *arena, struct hz_error *err)
{
    enum { MOST = 1000 };
    *ages = (struct hz_emergence_ages){0};
    if (!list)
        return true;
    double *age = hz_arena_allocate(arena, MOST, sizeof *age), last = 0;
    for (const char *at = list; ages->ages < MOST; at++) {
        char *end;
        const double number = strtod(at, &end);
        if (hz_digit(*at) > 9 || !(number > last) || !(number < 1e9) || (*end && *end != ','))
            break;
        age[ages->ages++] = last = number;
        ages->age = age;
        if (*end == '\0')
            return true;
        at = end;
    }
    return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                        _("--ages: \"%s\": expected rising numbers, such as 12,24,36"), list);
}

bool hz_emergence_table(const struct hz_emergence_choice *choice, enum hz_emergence_view view,
                        const struct hz_emergence_ages *ages,
                        const struct hz_triangle_table *triangles, struct hz_table *out,
                        struct hz_error *err)
{
    static const char *const triangle[] = {"origin", "development", "value", NULL};
    static const char *const parameters[] = {"parameter", "value", "se", NULL};
    static const char *const pattern[] = {"age", "emerged", "to_ultimate", NULL};
    static const char *const residuals[] = {"origin", "development", "period",       "value",
                                            "fitted", "residual",    "standardized", NULL};
    static const char *const *const columns[] = {parameters, pattern, residuals, triangle};
    const struct job job = {choice, view, ages, triangles, out};
    return hz_triangle_table_declare(triangles, columns[view], out, err) &&
           hz_triangle_table_each_holed(triangles, write_group, &job, out, err);
}

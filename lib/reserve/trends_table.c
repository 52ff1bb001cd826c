/* trends_table.c: see trends_table.h. */

#include "reserve/trends_table.h"

#include "base/decimal.h"
#include "reserve/method.h"
#include "triangle/triangle_rows.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { AMOUNT_DECIMALS = 2, FIGURE_DECIMALS = 6, CV_DECIMALS = 4 };

/* One triangle, its trends, and where its rows go. */
struct item {
    const struct hz_trends_order *order;
    const struct hz_triangle_table *triangles;
    const struct hz_group_triangle *group;
    struct hz_trends fit;
    struct hz_table *out;
};

/* The position that a knot names. */
static bool find_knot(const struct hz_triangle *triangle, enum hz_direction direction,
                      struct hz_text name, double *position, struct hz_error *err)
{
    struct hz_decimal decimal = {0};
    if (direction == HZ_ALONG_ORIGIN)
        for (size_t o = 0; o < triangle->origins; o++)
            if (hz_text_equal(triangle->origin[o], name)) {
                *position = hz_trends_position(triangle, direction, o, 0);
                return true;
            }
    const bool is_number = hz_decimal_parse(name, &decimal);
    const double number = (double)decimal.value / (double)HZ_DECIMAL_ONE;
    for (size_t k = 0; k < triangle->ages && is_number && direction == HZ_ALONG_DEVELOPMENT; k++)
        if (fabs(triangle->age[k] - number) < 1e-9) {
            *position = hz_trends_position(triangle, direction, 0, k);
            return true;
        }
    if (is_number && direction == HZ_ALONG_CALENDAR && number >= 1 && number < 1e6) {
        *position = number - 1;
        return true;
    }
    return hz_error_set(err,
                        is_number || direction == HZ_ALONG_ORIGIN ? HZ_ERROR_DATA : HZ_ERROR_USAGE,
                        triangle->place,
                        _("--%s: \"%.*s\" is none of: none, slope, factor, nor a place of this "
                          "triangle where a slope may change"),
                        hz_direction_names[direction], HZ_TEXT_ARGS(name));
}

static bool read_design(const struct hz_triangle *triangle, enum hz_direction direction,
                        const char *text, struct hz_trend_design *design, struct hz_arena *arena,
                        struct hz_error *err)
{
    static const char *const kinds[] = {"none", "slope", "factor", NULL};
    for (size_t kind = 0; kinds[kind]; kind++)
        if (strcmp(text, kinds[kind]) == 0) {
            *design = (struct hz_trend_design){.kind = (enum hz_trend_kind)kind};
            return true;
        }
    double *knot = hz_arena_allocate(arena, strlen(text) + 1, sizeof *knot);
    *design = (struct hz_trend_design){.kind = HZ_TREND_SLOPE, .knot = knot};
    for (const char *at = text; at; at = strchr(at, ',')) {
        at += at != text;
        const struct hz_text name = {at, strcspn(at, ",")};
        if (at == text && hz_text_equal(name, hz_text_of("none"))) {
            design->is_flat = true;
            continue;
        }
        if (!find_knot(triangle, direction, name, &knot[design->knots++], err))
            return false;
    }
    return true;
}

static void begin_row(const struct item *item)
{
    hz_triangle_table_begin(item->triangles, item->group, item->out);
}

static void write_reserves(const struct item *item)
{
    const struct hz_trends *fit = &item->fit;
    const struct hz_triangle *triangle = fit->triangle;
    for (size_t o = 0; o <= triangle->origins; o++) {
        begin_row(item);
        hz_table_text(item->out, o < triangle->origins ? triangle->origin[o] : hz_text_of("total"));
        hz_table_estimate(item->out, fit->latest[o], AMOUNT_DECIMALS);
        hz_table_estimate(item->out, fit->ultimate[o], AMOUNT_DECIMALS);
        hz_table_estimate(item->out, fit->ibnr[o], AMOUNT_DECIMALS);
        if (item->order->view == HZ_TRENDS_DETAILS) {
            hz_table_estimate(item->out, fit->process_se[o], AMOUNT_DECIMALS);
            hz_table_estimate(item->out, fit->parameter_se[o], AMOUNT_DECIMALS);
        }
        hz_table_estimate(item->out, fit->se[o], AMOUNT_DECIMALS);
        hz_table_ratio(item->out, hz_reserve_cv(fit->se[o], fit->ibnr[o], fit->ultimate[o]),
                       CV_DECIMALS);
        hz_table_end_row(item->out);
    }
}

/* Where a parameter begins, as the triangle names it. */
static void write_place(const struct item *item, const struct hz_trend_parameter *parameter)
{
    const struct hz_triangle *triangle = item->fit.triangle;
    if (parameter->direction == HZ_ALONG_CALENDAR) {
        hz_table_integer(item->out, (hz_sum)llround(parameter->from) + 1);
        return;
    }
    for (size_t o = 0; o < triangle->origins && parameter->direction == HZ_ALONG_ORIGIN; o++)
        if (fabs(hz_trends_position(triangle, HZ_ALONG_ORIGIN, o, 0) - parameter->from) < 0.5) {
            hz_table_text(item->out, triangle->origin[o]);
            return;
        }
    for (size_t k = 0; k < triangle->ages && parameter->direction == HZ_ALONG_DEVELOPMENT; k++)
        if (fabs(hz_trends_position(triangle, HZ_ALONG_DEVELOPMENT, 0, k) - parameter->from) <
            0.5) {
            hz_age_write(triangle->age[k], item->out);
            return;
        }
    hz_table_unknown(item->out);
}

static void write_parameter(const struct item *item, const struct hz_trend_parameter *parameter)
{
    char name[64];
    snprintf(name, sizeof name, "%s_%s",
             parameter->direction < 0 ? "" : hz_direction_names[parameter->direction],
             parameter->is_slope ? (parameter->from > 0 ? "change" : "slope") : "level");
    begin_row(item);
    hz_table_string(item->out, parameter->direction < 0 ? "intercept" : name);
    write_place(item, parameter);
    hz_table_estimate(item->out, parameter->value, FIGURE_DECIMALS);
    hz_table_estimate(item->out, parameter->se, FIGURE_DECIMALS);
    hz_table_ratio(item->out, parameter->value / parameter->se, CV_DECIMALS);
    hz_table_end_row(item->out);
}

static void write_statistic(const struct item *item, const char *name, double value, int decimals)
{
    begin_row(item);
    hz_table_string(item->out, name);
    hz_table_unknown(item->out);
    if (decimals == 0)
        hz_table_integer(item->out, (hz_sum)value);
    else
        hz_table_estimate(item->out, value, decimals);
    hz_table_unknown(item->out);
    hz_table_unknown(item->out);
    hz_table_end_row(item->out);
}

static void write_parameters(const struct item *item)
{
    const struct hz_trends *fit = &item->fit;
    const double free_ones = (double)fit->parameters + 1; /* with sigma */
    for (size_t p = 0; p < fit->parameters; p++)
        write_parameter(item, &fit->parameter[p]);
    write_statistic(item, "sigma", fit->sigma, FIGURE_DECIMALS);
    write_statistic(item, "r2", fit->r2, FIGURE_DECIMALS);
    write_statistic(item, "log_likelihood", fit->log_likelihood, FIGURE_DECIMALS);
    write_statistic(item, "aic", 2 * (free_ones - fit->log_likelihood), FIGURE_DECIMALS);
    write_statistic(item, "bic", log((double)fit->cells) * free_ones - 2 * fit->log_likelihood,
                    FIGURE_DECIMALS);
    write_statistic(item, "cells", (double)fit->cells, 0);
    write_statistic(item, "left_out", (double)fit->left_out, 0);
    write_statistic(item, "parameters", (double)fit->parameters, 0);
}

/* The number of a cell's diagonal, if the triangle shows it. */
static void write_calendar(const struct item *item, size_t o, size_t k)
{
    const struct hz_triangle *triangle = item->fit.triangle;
    if (triangle->ages_per_origin > 0)
        hz_table_integer(
            item->out, (hz_sum)llround(hz_trends_position(triangle, HZ_ALONG_CALENDAR, o, k)) + 1);
    else
        hz_table_unknown(item->out);
}

static void write_residuals(const struct item *item)
{
    const struct hz_triangle *triangle = item->fit.triangle;
    for (size_t o = 0; o < triangle->origins; o++)
        for (size_t k = triangle->first[o]; k <= triangle->latest[o]; k++) {
            const double y = item->fit.observed[o * triangle->ages + k];
            const double fitted = item->fit.fitted[o * triangle->ages + k];
            if (isnan(y))
                continue;
            hz_triangle_table_begin_cell(item->triangles, item->group, o, k, item->out);
            write_calendar(item, o, k);
            hz_table_estimate(item->out, y, FIGURE_DECIMALS);
            hz_table_estimate(item->out, fitted, FIGURE_DECIMALS);
            hz_table_estimate(item->out, (y - fitted) / item->fit.sigma, FIGURE_DECIMALS);
            hz_table_end_row(item->out);
        }
}

static void write_run_off(const struct item *item)
{
    const struct hz_triangle *triangle = item->fit.triangle;
    for (size_t o = 0; o < triangle->origins; o++)
        for (size_t k = triangle->latest[o] + 1; k < triangle->ages; k++) {
            hz_triangle_table_begin_cell(item->triangles, item->group, o, k, item->out);
            hz_table_estimate(item->out, item->fit.payment[o * triangle->ages + k],
                              FIGURE_DECIMALS);
            hz_table_end_row(item->out);
        }
    begin_row(item);
    hz_table_string(item->out, "total");
    hz_table_unknown(item->out);
    hz_table_unknown(item->out);
    hz_table_estimate(item->out, item->fit.ibnr[triangle->origins], FIGURE_DECIMALS);
    hz_table_end_row(item->out);
}

static bool fit(struct item *item, struct hz_arena *arena, struct hz_error *err)
{
    const struct hz_triangle *triangle = &item->group->triangle;
    struct hz_trends_choice choice = {.forecast = item->order->forecast,
                                      .leaves_out = item->order->leaves_out,
                                      .future = item->order->future};
    for (int d = 0; d < HZ_DIRECTIONS; d++)
        if (!read_design(triangle, (enum hz_direction)d, item->order->along[d], &choice.along[d],
                         arena, err))
            return false;
    return hz_trends_fit(&item->fit, triangle, item->group->exposure, &choice, arena, err);
}

struct job {
    const struct hz_trends_order *order;
    const struct hz_triangle_table *triangles;
    struct hz_table *out;
};

static bool write_group(const struct hz_group_triangle *group, const void *context,
                        struct hz_arena *arena, struct hz_error *err)
{
    static void (*const write[])(const struct item *item) = {
        write_reserves, write_reserves, write_parameters, write_residuals, write_run_off};
    const struct job *job = context;
    struct item item = {
        .order = job->order, .triangles = job->triangles, .group = group, .out = job->out};
    if (!fit(&item, arena, err))
        return false;
    write[job->order->view](&item);
    return true;
}

bool hz_trends_table(const struct hz_trends_order *order, const struct hz_triangle_table *triangles,
                     struct hz_table *out, struct hz_error *err)
{
    static const char *const columns[][9] = {
        {"origin", "latest", "ultimate", "ibnr", "se", "cv", NULL},
        {"origin", "latest", "ultimate", "ibnr", "process_se", "parameter_se", "se", "cv", NULL},
        {"parameter", "from", "value", "se", "t", NULL},
        {"origin", "development", "period", "calendar", "logarithm", "fitted", "standardized",
         NULL},
        {"origin", "development", "period", "value", NULL}};
    const struct job job = {order, triangles, out};
    return hz_triangle_table_declare(triangles, columns[order->view], out, err) &&
           hz_triangle_table_each(triangles, write_group, &job, out, err);
}

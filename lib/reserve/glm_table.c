/* glm_table.c: see glm_table.h. */

#include "reserve/glm_table.h"

#include "reserve/glm.h"
#include "reserve/glm_spread.h"
#include "triangle/triangle_rows.h"

#include <math.h>

enum { DECIMALS = 6, AMOUNT_DECIMALS = 2, COLUMNS_MOST = 12 };

const char *const hz_glm_view_names[] = {"coefficients", "cells", "summary", NULL};

static const char *const columns[][COLUMNS_MOST] = {
    {"method", "term", "level", "estimate", "se", "t", NULL},
    {"method", "origin", "development", "observed", "fitted", "pearson", "deviance", "leverage",
     "standardised", NULL},
    {"method", "power", "theta", "phi", "pearson", "deviance", "cells", "parameters", "freedom",
     "log_likelihood", "aic", NULL},
};

/* In the order of enum hz_glm_kind. */
static const char *const kinds[] = {"odp", "gamma", "tweedie", "negative-binomial"};

struct job {
    enum hz_glm_view view;
    const struct hz_reserve_order *order;
    const struct hz_triangle_table *triangles;
    enum hz_glm_kind kind[HZ_COUNT(kinds)];
    size_t models;
    struct hz_table *out;
};

/* One model of one triangle. */
struct shown {
    const struct job *job;
    const struct hz_group_triangle *item;
    const char *method;
    const struct hz_glm_model *m;
};

static bool find_kinds(struct job *job, struct hz_error *err)
{
    for (const char *at = job->order->methods; at; at = strchr(at, ',')) {
        at += at != job->order->methods;
        const struct hz_text name = {at, strcspn(at, ",")};
        size_t kind = 0;
        while (kind < HZ_COUNT(kinds) && !hz_text_equal(name, hz_text_of(kinds[kind])))
            kind++;
        if (kind == HZ_COUNT(kinds) || job->models == HZ_COUNT(kinds))
            return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                                _("--model is of generalised linear models, and %.*s is none: "
                                  "expected --method odp, gamma, tweedie or negative-binomial"),
                                HZ_TEXT_ARGS(name));
        job->kind[job->models++] = (enum hz_glm_kind)kind;
    }
    return true;
}

static struct hz_table *begin_row(const struct shown *shown)
{
    struct hz_table *out = shown->job->out;
    hz_triangle_table_begin(shown->job->triangles, shown->item, out);
    if (shown->job->models > 1)
        hz_table_string(out, shown->method);
    return out;
}

/* ---- Coefficients */

/* What a parameter is above another, which may be none. */
static void write_coefficient(const struct shown *shown, size_t i, size_t base)
{
    const struct hz_glm_model *m = shown->m;
    struct hz_table *out = shown->job->out;
    double estimate = m->level[i], variance = gsl_matrix_get(m->covariance, i, i);
    if (base != HZ_GLM_NONE) {
        estimate -= m->level[base];
        variance +=
            gsl_matrix_get(m->covariance, base, base) - 2 * gsl_matrix_get(m->covariance, i, base);
    }
    const double se = sqrt(fmax(m->phi * variance, 0));
    hz_table_ratio(out, estimate, DECIMALS);
    hz_table_ratio(out, se, DECIMALS);
    hz_table_ratio(out, estimate / se, DECIMALS);
    hz_table_end_row(out);
}

/* The calendar period of a class: as the calendar calls it, or its number. */
static void write_calendar(const struct hz_glm_model *m, size_t class, struct hz_table *out)
{
    const size_t ages = m->triangle->ages;
    char period[HZ_PERIOD_TEXT] = "";
    for (size_t c = 0; c < m->triangle->origins * ages && period[0] == '\0'; c++)
        if (m->of[c] == class && c % ages > 0)
            hz_triangle_period(m->triangle, c / ages, c % ages, period);
    if (period[0] == '\0')
        hz_table_integer(out, (hz_sum) class + 1);
    else
        hz_table_string(out, period);
}

static void write_coefficients(const struct shown *shown)
{
    const struct hz_glm_model *m = shown->m;
    size_t base = HZ_GLM_NONE;
    for (size_t i = 0; i < m->classes; i++) {
        if (m->row[i] == HZ_GLM_NONE)
            continue;
        struct hz_table *out = begin_row(shown);
        const bool is_first = base == HZ_GLM_NONE;
        hz_table_string(out, is_first                           ? "intercept"
                             : m->design == HZ_GLM_AGE_CALENDAR ? "calendar"
                                                                : "origin");
        if (m->design == HZ_GLM_AGE_CALENDAR)
            write_calendar(m, i, out);
        else
            hz_table_text(out, m->triangle->origin[i]);
        write_coefficient(shown, m->row[i], base);
        base = is_first ? m->row[i] : base;
    }
    for (size_t k = 0; k < m->triangle->ages; k++)
        if (m->column[k] != HZ_GLM_NONE) {
            struct hz_table *out = begin_row(shown);
            hz_table_string(out, "age");
            hz_age_write(m->triangle->age[k], out);
            write_coefficient(shown, m->column[k], HZ_GLM_NONE);
        }
}

/* ---- Cells */

static void write_cell(const struct shown *shown, size_t c)
{
    const struct hz_glm_model *m = shown->m;
    const double off = m->increment[c] - m->mean[c], leverage = hz_glm_leverage(m, c);
    const double pearson = off / sqrt(hz_glm_variance(m, m->mean[c]));
    struct hz_table *out = begin_row(shown);
    hz_table_text(out, m->triangle->origin[c / m->triangle->ages]);
    hz_age_write(m->triangle->age[c % m->triangle->ages], out);
    hz_table_estimate(out, m->increment[c] - m->constant, AMOUNT_DECIMALS);
    hz_table_estimate(out, m->mean[c] - m->constant, AMOUNT_DECIMALS);
    hz_table_ratio(out, pearson, DECIMALS);
    hz_table_ratio(out, copysign(sqrt(fmax(hz_glm_deviance_of(m, c), 0)), off), DECIMALS);
    hz_table_ratio(out, leverage, DECIMALS);
    /* A cell that is alone with its level is fitted exactly: rounding is no residual. */
    hz_table_ratio(out, leverage < 1 - 1e-9 ? pearson / sqrt(m->phi * (1 - leverage)) : (double)NAN,
                   DECIMALS);
    hz_table_end_row(out);
}

static void write_cells(const struct shown *shown)
{
    const struct hz_glm_model *m = shown->m;
    for (size_t c = 0; c < m->triangle->origins * m->triangle->ages; c++)
        if (!isnan(m->increment[c]))
            write_cell(shown, c);
}

/* ---- Summary */

static void write_summary(const struct shown *shown)
{
    const struct hz_glm_model *m = shown->m;
    struct hz_table *out = begin_row(shown);
    const bool has_theta = m->theta > 0;
    const double deviance = hz_glm_deviance(m);
    const double likelihood = hz_glm_log_likelihood(m, has_theta ? 1 : deviance / (double)m->cells);
    hz_table_ratio(out, has_theta ? (double)NAN : m->power, DECIMALS);
    hz_table_ratio(out, has_theta ? m->theta : (double)NAN, DECIMALS);
    hz_table_ratio(out, m->phi, DECIMALS);
    hz_table_ratio(out, m->chi_square, DECIMALS);
    hz_table_ratio(out, deviance, DECIMALS);
    hz_table_integer(out, (hz_sum)m->cells);
    hz_table_integer(out, (hz_sum)m->parameters);
    hz_table_integer(out, (hz_sum)(m->cells - m->parameters));
    hz_table_ratio(out, likelihood, DECIMALS);
    hz_table_ratio(out, -2 * likelihood + 2 * (double)(m->parameters + 1), DECIMALS);
    hz_table_end_row(out);
}

static void (*const writers[])(const struct shown *) = {write_coefficients, write_cells,
                                                        write_summary};

static bool show(const struct job *job, const struct hz_group_triangle *item, enum hz_glm_kind kind,
                 struct hz_error *err)
{
    const struct hz_reserve_basis basis = {.triangle = &item->triangle,
                                           .exposure = item->exposure,
                                           .parameters = job->order->parameters};
    struct hz_glm_model m;
    struct hz_error told = {0};
    char note[HZ_RESERVE_NOTE] = "";
    const bool done = hz_glm_estimate(&m, &basis, kind, note, err);
    const struct shown shown = {job, item, kinds[kind], &m};
    if (done) {
        if (note[0] != '\0' &&
            !hz_error_set(&told, HZ_ERROR_DATA, item->triangle.place, "%s: %s", kinds[kind], note))
            hz_table_tell(job->out, told.text);
        writers[job->view](&shown);
    }
    hz_glm_close(&m);
    return done;
}

static bool write_group(const struct hz_group_triangle *item, const void *context,
                        struct hz_arena *arena, struct hz_error *err)
{
    const struct job *job = context;
    (void)arena;
    for (size_t i = 0; i < job->models; i++)
        if (!show(job, item, job->kind[i], err))
            return false;
    return true;
}

bool hz_glm_table(enum hz_glm_view view, const struct hz_reserve_order *order,
                  const struct hz_triangle_table *triangles, struct hz_table *out,
                  struct hz_error *err)
{
    struct job job = {.view = view, .order = order, .triangles = triangles, .out = out};
    return find_kinds(&job, err) &&
           hz_triangle_table_declare(triangles, columns[view] + (job.models == 1), out, err) &&
           hz_triangle_table_each(triangles, write_group, &job, out, err);
}

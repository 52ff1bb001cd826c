/* multivariate_table.c: see multivariate_table.h. */

#include "reserve/multivariate_table.h"
#include "reserve/method.h"
#include "triangle/triangle_rows.h"

#include <math.h>
#include <stdio.h>

enum { AMOUNT_DECIMALS = 2, RATIO_DECIMALS = 6, CV_DECIMALS = 4 };

static const char total[] = "total";

/* One portfolio: some of the triangles of the table. */
struct portfolio {
    const struct hz_multivariate_order *order;
    const struct hz_triangle_table *table;
    size_t across;
    size_t members;
    const struct hz_group_triangle **member;
    struct hz_multivariate fit;
    struct hz_table *out;
};

static bool find_across(const struct hz_multivariate_order *order,
                        const struct hz_triangle_table *table, size_t *across, struct hz_error *err)
{
    const struct hz_place file = {.file = table->triangle[0].triangle.place.file};
    if (table->keys == 0)
        return hz_error_set(err, HZ_ERROR_DATA, file,
                            _("one triangle is no portfolio: a group column, office say, is to "
                              "tell several apart"));
    if (!order->across && table->keys > 1)
        return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                            _("there are several group columns: say whose triangles go together "
                              "(--across COLUMN)"));
    for (size_t k = 0; k < table->keys; k++)
        if (!order->across || hz_text_equal(table->column[k], hz_text_of(order->across))) {
            *across = k;
            return true;
        }
    return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE, _("no group column is called \"%s\""),
                        order->across);
}

static bool goes_with(const struct portfolio *p, const struct hz_group_triangle *a,
                      const struct hz_group_triangle *b)
{
    for (size_t k = 0; k < p->table->keys; k++)
        if (k != p->across && !hz_text_equal(a->key[k], b->key[k]))
            return false;
    return true;
}

/*
 * The triangles that go with the t-th; none if an older one goes with it, whose portfolio it is in.
 */
static void gather(struct portfolio *p, size_t t)
{
    p->members = 0;
    for (size_t i = 0; i < p->table->triangles; i++) {
        if (!goes_with(p, &p->table->triangle[t], &p->table->triangle[i]))
            continue;
        if (i < t)
            return;
        p->member[p->members++] = &p->table->triangle[i];
    }
}

static void begin_row(const struct portfolio *p, size_t m)
{
    for (size_t k = 0; k < p->table->keys; k++)
        if (k == p->across && m == p->members)
            hz_table_string(p->out, total);
        else
            hz_table_text(p->out, p->member[m < p->members ? m : 0]->key[k]);
}

static void write_reserves(const struct portfolio *p)
{
    const struct hz_multivariate *fit = &p->fit;
    for (size_t m = 0; m <= p->members; m++)
        for (size_t o = 0; o <= fit->origins; o++) {
            const size_t at = o * (p->members + 1) + m;
            begin_row(p, m);
            hz_table_text(p->out,
                          o < fit->origins ? fit->triangle[0]->origin[o] : hz_text_of(total));
            hz_table_estimate(p->out, fit->latest[at], AMOUNT_DECIMALS);
            hz_table_estimate(p->out, fit->ultimate[at], AMOUNT_DECIMALS);
            hz_table_estimate(p->out, fit->ibnr[at], AMOUNT_DECIMALS);
            if (p->order->with_detail) {
                hz_table_estimate(p->out, fit->process_se[at], AMOUNT_DECIMALS);
                hz_table_estimate(p->out, fit->parameter_se[at], AMOUNT_DECIMALS);
            }
            hz_table_estimate(p->out, fit->se[at], AMOUNT_DECIMALS);
            hz_table_ratio(p->out, hz_reserve_cv(fit->se[at], fit->ibnr[at], fit->ultimate[at]),
                           CV_DECIMALS);
            hz_table_end_row(p->out);
        }
}

/* Of a triangle with another, or itself. */
static void write_pair(const struct portfolio *p, size_t k, size_t a, size_t b)
{
    const struct hz_multivariate *fit = &p->fit;
    const double *sigma = fit->covariance + k * p->members * p->members;
    const double own = sigma[a * p->members + a], other = sigma[b * p->members + b];
    const double covariance = sigma[a * p->members + b];
    begin_row(p, a);
    hz_age_write(fit->triangle[0]->age[k], p->out);
    hz_table_text(p->out, p->member[b]->key[p->across]);
    hz_table_string(p->out, fit->is_joint[k] ? "yes" : "no");
    if (p->order->choice.has_intercept)
        hz_table_ratio(p->out, a == b ? hz_multivariate_intercept(fit, k, a) : (double)NAN,
                       RATIO_DECIMALS);
    hz_table_ratio(p->out, hz_multivariate_factor(fit, k, a, b), RATIO_DECIMALS);
    hz_table_estimate(p->out, covariance, RATIO_DECIMALS);
    hz_table_ratio(p->out, covariance / sqrt(own * other), RATIO_DECIMALS);
    hz_table_ratio(p->out, fit->factor_covariance[(k * p->members + a) * p->members + b], 9);
    hz_table_end_row(p->out);
}

static void write_parameters(const struct portfolio *p)
{
    for (size_t k = 0; k + 1 < p->fit.ages; k++)
        for (size_t a = 0; a < p->members; a++)
            for (size_t b = p->order->choice.is_general ? 0 : a; b < p->members; b++)
                write_pair(p, k, a, b);
}

static const char *const *columns_of(const struct hz_multivariate_order *order)
{
    static const char *const plain[] = {"origin", "latest", "ultimate", "ibnr", "se", "cv", NULL};
    static const char *const detailed[] = {
        "origin", "latest", "ultimate", "ibnr", "process_se", "parameter_se", "se", "cv", NULL};
    static const char *const parameters[] = {
        "age", "with", "joint", "factor", "covariance", "correlation", "factor_covariance", NULL};
    static const char *const constants[] = {
        "age",    "with",       "joint",       "intercept",
        "factor", "covariance", "correlation", "factor_covariance",
        NULL};
    return order->with_parameters && order->choice.has_intercept ? constants
           : order->with_parameters                              ? parameters
           : order->with_detail                                  ? detailed
                                                                 : plain;
}

static bool fit(struct portfolio *p, struct hz_arena *arena, struct hz_error *err)
{
    const struct hz_triangle **triangle = hz_arena_allocate(arena, p->members, sizeof *triangle);
    for (size_t m = 0; m < p->members; m++) {
        const struct hz_text name = p->member[m]->key[p->across];
        triangle[m] = &p->member[m]->triangle;
        if (hz_text_equal(name, hz_text_of(total)))
            return hz_error_set(err, HZ_ERROR_DATA, triangle[m]->place,
                                _("\"total\" is what the portfolio is called: rename this one"));
    }
    return hz_multivariate_fit(&p->fit, triangle, p->members, p->order->choice, arena, err);
}

/* A portfolio lacks what was refused of it. */
static void tell_refused(const struct hz_triangle_table *triangles, struct hz_table *out)
{
    char text[120];
    if (triangles->faults == 0)
        return;
    snprintf(text, sizeof text, _("totals over groups are without the %zu that were refused"),
             triangles->faults);
    hz_table_tell(out, text);
}

bool hz_multivariate_table(const struct hz_multivariate_order *order,
                           const struct hz_triangle_table *triangles, struct hz_table *out,
                           struct hz_error *err)
{
    struct hz_arena members = {0}, arena = {0};
    struct portfolio p = {.order = order, .table = triangles, .out = out};
    p.member = hz_arena_allocate(&members, triangles->triangles, sizeof *p.member);
    bool done = find_across(order, triangles, &p.across, err) &&
                hz_triangle_table_declare(triangles, columns_of(order), out, err);
    if (done)
        tell_refused(triangles, out);
    for (size_t t = 0; t < triangles->triangles && done; t++) {
        gather(&p, t);
        if (p.members == 0)
            continue;
        if (fit(&p, &arena, err)) {
            order->with_parameters ? write_parameters(&p) : write_reserves(&p);
        } else {
            done = p.members < triangles->triangles && err->kind == HZ_ERROR_DATA;
            if (done)
                hz_table_leave_out(out, err);
        }
        hz_arena_free(&arena);
    }
    hz_arena_free(&members);
    return done;
}

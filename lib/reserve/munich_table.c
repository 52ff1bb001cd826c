/* munich_table.c: see munich_table.h. */

#include "reserve/munich_table.h"
#include "triangle/triangle_rows.h"

#include <math.h>

enum { AMOUNT_DECIMALS = 2, RATIO_DECIMALS = 6 };

/* One group, what was fitted to it, and where its rows go. */
struct item {
    const struct hz_triangle_table *triangles;
    const struct hz_group_triangle *group;
    struct hz_munich fit;
    struct hz_table *out;
};

static void begin_row(const struct item *item)
{
    hz_triangle_table_begin(item->triangles, item->group, item->out);
}

static void write_amounts(const struct item *item, double paid, double incurred)
{
    hz_table_estimate(item->out, paid, AMOUNT_DECIMALS);
    hz_table_estimate(item->out, incurred, AMOUNT_DECIMALS);
}

static double separate_of(const struct hz_munich_side *side, size_t o)
{
    return hz_triangle_latest(side->triangle, o) *
           side->development.to_ultimate[side->triangle->latest[o]];
}

/* What an origin, and then all, come to: latest, projected together, and each by itself. */
struct figures {
    double paid, incurred, paid_ultimate, incurred_ultimate, separate_paid, separate_incurred;
};

static void write_figures(const struct item *item, struct hz_text origin, const struct figures *f)
{
    begin_row(item);
    hz_table_text(item->out, origin);
    write_amounts(item, f->paid, f->incurred);
    write_amounts(item, f->paid_ultimate, f->incurred_ultimate);
    hz_table_ratio(item->out, f->paid_ultimate / f->incurred_ultimate, RATIO_DECIMALS);
    write_amounts(item, f->separate_paid, f->separate_incurred);
    hz_table_ratio(item->out, f->separate_paid / f->separate_incurred, RATIO_DECIMALS);
    hz_table_end_row(item->out);
}

static void write_ultimates(const struct item *item)
{
    const struct hz_munich_side *paid = &item->fit.paid, *incurred = &item->fit.incurred;
    const struct hz_triangle *triangle = paid->triangle;
    struct figures total = {0};
    for (size_t o = 0; o < triangle->origins; o++) {
        const size_t end = o * triangle->ages + triangle->ages - 1;
        const struct figures f = {
            .paid = hz_triangle_latest(triangle, o),
            .incurred = hz_triangle_latest(incurred->triangle, o),
            .paid_ultimate = paid->projected[end],
            .incurred_ultimate = incurred->projected[end],
            .separate_paid = separate_of(paid, o),
            .separate_incurred = separate_of(incurred, o),
        };
        write_figures(item, triangle->origin[o], &f);
        total.paid += f.paid;
        total.incurred += f.incurred;
        total.paid_ultimate += f.paid_ultimate;
        total.incurred_ultimate += f.incurred_ultimate;
        total.separate_paid += f.separate_paid;
        total.separate_incurred += f.separate_incurred;
    }
    write_figures(item, hz_text_of("total"), &total);
}

static void write_side_parameters(const struct item *item, const struct hz_munich_side *side,
                                  const char *amounts)
{
    for (size_t k = 0; k < side->triangle->ages; k++) {
        const bool is_last = k + 1 == side->triangle->ages;
        begin_row(item);
        hz_table_string(item->out, amounts);
        hz_age_write(side->triangle->age[k], item->out);
        hz_table_ratio(item->out, is_last ? (double)NAN : side->development.factor[k],
                       RATIO_DECIMALS);
        hz_table_ratio(item->out, is_last ? (double)NAN : side->development.sigma[k],
                       RATIO_DECIMALS);
        hz_table_ratio(item->out, side->ratio[k], RATIO_DECIMALS);
        hz_table_ratio(item->out, side->rho[k], RATIO_DECIMALS);
        hz_table_ratio(item->out, side->lambda, RATIO_DECIMALS);
        hz_table_end_row(item->out);
    }
}

static void write_side_projected(const struct item *item, const struct hz_munich_side *side,
                                 const char *amounts)
{
    const struct hz_triangle *triangle = side->triangle;
    for (size_t o = 0; o < triangle->origins; o++)
        for (size_t k = triangle->first[o]; k < triangle->ages; k++) {
            begin_row(item);
            hz_table_string(item->out, amounts);
            hz_table_text(item->out, triangle->origin[o]);
            hz_age_write(triangle->age[k], item->out);
            hz_table_string(item->out, k <= triangle->latest[o] ? "yes" : "no");
            hz_table_estimate(item->out, side->projected[o * triangle->ages + k], AMOUNT_DECIMALS);
            hz_table_end_row(item->out);
        }
}

static void write_side_residuals(const struct item *item, const struct hz_munich_side *side,
                                 const char *amounts)
{
    const struct hz_triangle *triangle = side->triangle;
    const struct hz_munich_side *other =
        side == &item->fit.paid ? &item->fit.incurred : &item->fit.paid;
    double ratio, link;
    for (size_t o = 0; o < triangle->origins; o++)
        for (size_t k = 0; k + 1 < triangle->ages; k++) {
            if (!hz_munich_residuals(side, other, o, k, &ratio, &link))
                continue;
            begin_row(item);
            hz_table_string(item->out, amounts);
            hz_table_text(item->out, triangle->origin[o]);
            hz_age_write(triangle->age[k], item->out);
            hz_table_ratio(item->out, ratio, RATIO_DECIMALS);
            hz_table_ratio(item->out, link, RATIO_DECIMALS);
            hz_table_end_row(item->out);
        }
}

struct job {
    const struct hz_development_choice *choice;
    enum hz_munich_view view;
    const struct hz_triangle_table *triangles;
    struct hz_table *out;
};

static bool write_group(const struct hz_group_triangle *group, const void *context,
                        struct hz_arena *arena, struct hz_error *err)
{
    static void (*const write[])(const struct item *item, const struct hz_munich_side *side,
                                 const char *amounts) = {
        NULL, write_side_parameters, write_side_projected, write_side_residuals};
    const struct job *job = context;
    struct item item = {.triangles = job->triangles, .group = group, .out = job->out};
    if (!hz_munich_fit(&item.fit, &group->triangle, group->companion[HZ_COMPANION_INCURRED],
                       group->own ? group->own->choice : *job->choice, arena, err))
        return false;
    if (job->view == HZ_MUNICH_ULTIMATES) {
        write_ultimates(&item);
        return true;
    }
    write[job->view](&item, &item.fit.paid, "paid");
    write[job->view](&item, &item.fit.incurred, "incurred");
    return true;
}

bool hz_munich_table(const struct hz_development_choice *choice, enum hz_munich_view view,
                     const struct hz_triangle_table *triangles, struct hz_table *out,
                     struct hz_error *err)
{
    static const char *const columns[][10] = {
        {"origin", "paid", "incurred", "paid_ultimate", "incurred_ultimate", "ratio",
         "separate_paid", "separate_incurred", "separate_ratio", NULL},
        {"amounts", "age", "factor", "sigma", "ratio", "rho", "lambda", NULL},
        {"amounts", "origin", "development", "observed", "value", NULL},
        {"amounts", "origin", "development", "ratio_residual", "link_residual", NULL},
    };
    const struct job job = {choice, view, triangles, out};
    return hz_triangle_table_declare(triangles, columns[view], out, err) &&
           hz_triangle_table_each(triangles, write_group, &job, out, err);
}

/* reserve_table.c: see reserve_table.h. */

#include "record/reserve_table.h"

#include "reserve/select.h"

#include <assert.h>
#include <math.h>

enum { METHODS_MOST = 64, AMOUNT_DECIMALS = 2, FACTOR_DECIMALS = 6, CV_DECIMALS = 4 };

struct methods {
    const struct hz_method *method[METHODS_MOST];
    size_t count;
    struct hz_selection selection; /* one more estimate, of all of them */
    size_t estimates;              /* with that one */
    struct hz_arena arena;
};

static bool find_methods(struct methods *methods, const struct hz_reserve_order *order,
                         struct hz_error *err)
{
    const char *list = order->methods;
    *methods = (struct methods){0};
    for (const char *at = list; at; at = strchr(at, ',')) {
        at += at != list;
        struct hz_text name = {at, strcspn(at, ",")};
        const struct hz_method *method = hz_method_find(name);
        if (!method)
            return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE, _("no method is called \"%.*s\""),
                                HZ_TEXT_ARGS(name));
        for (size_t m = 0; m < methods->count; m++)
            if (methods->method[m] == method)
                return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                                    _("the method %.*s is named twice"), HZ_TEXT_ARGS(name));
        assert(methods->count < METHODS_MOST);
        methods->method[methods->count++] = method;
    }
    methods->estimates = methods->count + (order->select != NULL);
    return hz_selection_parse(&methods->selection, order->select, methods->method, methods->count,
                              &methods->arena, err);
}

static void write_key(const struct hz_triangle_table *triangles,
                      const struct hz_group_triangle *item, struct hz_table *out)
{
    for (size_t k = 0; k < triangles->keys; k++)
        hz_table_text(out, item->key[k]);
}

/* Which method a row is by, if there are several. */
static void write_method(const struct methods *methods, size_t m, struct hz_table *out)
{
    if (methods->estimates > 1)
        hz_table_string(out, m < methods->count ? methods->method[m]->name : "selected");
}

/* One triangle by all methods. */
static bool estimate(const struct hz_reserve_order *order, const struct methods *methods,
                     const struct hz_group_triangle *item, struct hz_development *development,
                     struct hz_reserve reserve[], struct hz_arena *arena, struct hz_error *err)
{
    hz_development_fit(development, &item->triangle, order->choice, arena);
    const struct hz_reserve_basis basis = {.triangle = &item->triangle,
                                           .development = development,
                                           .exposure = item->exposure,
                                           .counts = item->counts,
                                           .incurred = item->incurred,
                                           .prior = order->prior,
                                           .iterations = order->iterations,
                                           .trend = order->trend,
                                           .decay = order->decay,
                                           .power = order->power};
    for (size_t m = 0; m < methods->count; m++)
        if (!hz_method_estimate(methods->method[m], &basis, &reserve[m], arena, err))
            return false;
    if (methods->estimates > methods->count)
        hz_selection_apply(&methods->selection, reserve, methods->count, &reserve[methods->count],
                           arena);
    return true;
}

/* One triangle of many that cannot be estimated is told, and its rows are missing; a lone one fails. */
static bool leave_out(const struct hz_triangle_table *triangles, struct hz_table *out,
                      struct hz_error *err)
{
    if (triangles->triangles == 1 || err->kind != HZ_ERROR_DATA)
        return false;
    hz_table_leave_out(out, err);
    return true;
}

/* A factor or ratio: as many decimals as amounts are asked to have, and at least the usual number. */
static void write_ratio(double ratio, int usual, struct hz_table *out)
{
    const int asked = hz_table_decimals(out, usual);
    hz_table_number(out, ratio, asked > usual ? asked : usual);
}

static void write_figures(const struct hz_reserve *r, size_t o, bool with_detail,
                          bool with_skewness, struct hz_table *out)
{
    hz_table_estimate(out, r->latest[o], AMOUNT_DECIMALS);
    write_ratio(r->to_ultimate[o], FACTOR_DECIMALS, out);
    hz_table_estimate(out, r->ultimate[o], AMOUNT_DECIMALS);
    hz_table_estimate(out, r->ibnr[o], AMOUNT_DECIMALS);
    if (with_detail) {
        hz_table_estimate(out, r->process_se[o], AMOUNT_DECIMALS);
        hz_table_estimate(out, r->parameter_se[o], AMOUNT_DECIMALS);
    }
    hz_table_estimate(out, r->se[o], AMOUNT_DECIMALS);
    write_ratio(r->se[o] / r->ibnr[o], CV_DECIMALS, out);
    if (with_skewness)
        write_ratio(r->skewness[o], CV_DECIMALS, out);
    hz_table_end_row(out);
}

bool hz_reserve_table(const struct hz_reserve_order *order,
                      const struct hz_triangle_table *triangles, bool with_detail,
                      struct hz_table *out, struct hz_error *err)
{
    static const char *const plain[] = {"method",   "origin", "latest", "development_to_ultimate",
                                        "ultimate", "ibnr",   "se",     "cv"};
    static const char *const detailed[] = {
        "method",   "origin", "latest",     "development_to_ultimate",
        "ultimate", "ibnr",   "process_se", "parameter_se",
        "se",       "cv"};
    const char *column[HZ_COUNT(detailed) + 2] = {NULL};
    const size_t columns = with_detail ? HZ_COUNT(detailed) : HZ_COUNT(plain);
    memcpy(column, with_detail ? detailed : plain, columns * sizeof *column);
    column[columns] = order->with_skewness ? "skewness" : NULL;
    struct methods methods;
    struct hz_arena arena = {0};
    bool done = find_methods(&methods, order, err) &&
                hz_triangle_table_declare(triangles, column + (methods.estimates == 1), out, err);
    for (size_t t = 0; t < triangles->triangles && done; t++) {
        const struct hz_group_triangle *item = &triangles->triangle[t];
        struct hz_development development;
        struct hz_reserve reserve[METHODS_MOST + 1];
        bool is_there = estimate(order, &methods, item, &development, reserve, &arena, err);
        done = is_there || leave_out(triangles, out, err);
        for (size_t o = 0; o <= item->triangle.origins && is_there; o++)
            for (size_t m = 0; m < methods.estimates; m++) {
                write_key(triangles, item, out);
                write_method(&methods, m, out);
                hz_table_text(out, o < item->triangle.origins ? item->triangle.origin[o]
                                                              : hz_text_of("total"));
                write_figures(&reserve[m], o, with_detail, order->with_skewness, out);
            }
        hz_arena_free(&arena);
    }
    hz_arena_free(&methods.arena);
    return done;
}

/* The origins whose link ratios from column k are not used, parted by spaces. */
static void write_excluded(const struct hz_development *d, const struct hz_triangle *triangle,
                           size_t k, struct hz_table *out)
{
    struct hz_buffer list = {0};
    for (size_t o = 0; o < triangle->origins && k + 1 < d->ages; o++)
        if (!d->used[k * triangle->origins + o] && hz_triangle_is_observed(triangle, o, k) &&
            hz_triangle_is_observed(triangle, o, k + 1)) {
            hz_buffer_string(&list, list.length > 0 ? " " : "");
            hz_buffer_text(&list, triangle->origin[o]);
        }
    hz_table_text(out, (struct hz_text){list.at, list.length});
    hz_buffer_free(&list);
}

/* Why: of the age itself, and of each exclusion that leaves out a link ratio from there. */
static void write_reasons(const struct hz_development_choice *choice,
                          const struct hz_triangle *triangle, size_t k, struct hz_table *out)
{
    struct hz_buffer list = {0};
    for (size_t i = 0; i < choice->ats; i++)
        if (fabs(choice->at[i].age - triangle->age[k]) <= 1e-9)
            hz_buffer_text(&list, choice->at[i].reason);
    for (size_t e = 0; e < choice->exclusions && k + 1 < triangle->ages; e++)
        if (hz_exclusion_leaves_out(&choice->exclusion[e], triangle, k) &&
            choice->exclusion[e].reason.length > 0) {
            hz_buffer_string(&list, list.length > 0 ? "; " : "");
            hz_buffer_text(&list, choice->exclusion[e].reason);
        }
    hz_table_text(out, (struct hz_text){list.at, list.length});
    hz_buffer_free(&list);
}

static void write_selection(const struct hz_development *d, const struct hz_triangle *triangle,
                            size_t k, struct hz_table *out)
{
    const bool is_tail = k + 1 == d->ages;
    hz_age_write(triangle->age[k], out);
    hz_table_string(out, is_tail ? hz_tail_curve_names[d->choice.curve.curve]
                                 : hz_average_names[d->average[k]]);
    if (is_tail)
        hz_table_unknown(out);
    else
        hz_table_integer(out, (hz_sum)d->pairs[k]);
    write_excluded(d, triangle, k, out);
    write_ratio(is_tail ? (double)NAN : d->average_factor[k], FACTOR_DECIMALS, out);
    write_ratio(d->factor[k], FACTOR_DECIMALS, out);
    hz_table_number(out, is_tail ? (double)NAN : d->alpha[k], FACTOR_DECIMALS);
    write_reasons(&d->choice, triangle, k, out);
    hz_table_end_row(out);
}

bool hz_selections_table(const struct hz_reserve_order *order,
                         const struct hz_triangle_table *triangles, struct hz_table *out,
                         struct hz_error *err)
{
    static const char *const columns[] = {"age",      "average",        "link_ratios",
                                          "excluded", "average_factor", "factor",
                                          "alpha",    "reason",         NULL};
    struct hz_arena arena = {0};
    if (!hz_triangle_table_declare(triangles, columns, out, err))
        return false;
    for (size_t t = 0; t < triangles->triangles; t++) {
        const struct hz_group_triangle *item = &triangles->triangle[t];
        struct hz_development d;
        hz_development_fit(&d, &item->triangle, order->choice, &arena);
        for (size_t k = 0; k < d.ages; k++) {
            write_key(triangles, item, out);
            write_selection(&d, &item->triangle, k, out);
        }
        hz_arena_free(&arena);
    }
    return true;
}

bool hz_factor_table(const struct hz_reserve_order *order,
                     const struct hz_triangle_table *triangles, struct hz_table *out,
                     struct hz_error *err)
{
    static const char *const columns[] = {"age", "factor", "se", "sigma", "to_ultimate", NULL};
    if (!hz_triangle_table_declare(triangles, columns, out, err))
        return false;
    struct hz_arena arena = {0};
    for (size_t t = 0; t < triangles->triangles; t++) {
        const struct hz_group_triangle *item = &triangles->triangle[t];
        struct hz_development d;
        hz_development_fit(&d, &item->triangle, order->choice, &arena);
        for (size_t k = 0; k < d.ages; k++) {
            write_key(triangles, item, out);
            hz_age_write(item->triangle.age[k], out);
            write_ratio(d.factor[k], FACTOR_DECIMALS, out);
            write_ratio(d.se[k], FACTOR_DECIMALS, out);
            hz_table_estimate(out, d.sigma[k], FACTOR_DECIMALS);
            write_ratio(d.to_ultimate[k], FACTOR_DECIMALS, out);
            hz_table_end_row(out);
        }
        hz_arena_free(&arena);
    }
    return true;
}

/* What an origin is expected to add, by one method; a tail that adds nothing is left out. */
static void write_run_off(const struct hz_triangle_table *triangles,
                          const struct hz_group_triangle *item, const struct methods *methods,
                          size_t m, const double payment[], size_t o, struct hz_table *out)
{
    const struct hz_triangle *triangle = &item->triangle;
    char period[HZ_PERIOD_TEXT];
    for (size_t k = triangle->latest[o]; k < triangle->ages; k++) {
        if (k + 1 == triangle->ages && payment[k] == 0)
            continue;
        write_key(triangles, item, out);
        write_method(methods, m, out);
        hz_table_text(out, triangle->origin[o]);
        hz_age_write(hz_triangle_age(triangle, k + 1), out);
        hz_triangle_period(triangle, o, k + 1, period);
        if (period[0] == '\0')
            hz_table_unknown(out);
        else
            hz_table_string(out, period);
        hz_table_estimate(out, payment[k], FACTOR_DECIMALS);
        hz_table_end_row(out);
    }
}

/* What all of these add up to: the reserve, for they are rounded each by itself. */
static void write_run_off_total(const struct hz_triangle_table *triangles,
                                const struct hz_group_triangle *item, const struct methods *methods,
                                size_t m, double ibnr, struct hz_table *out)
{
    write_key(triangles, item, out);
    write_method(methods, m, out);
    hz_table_string(out, "total");
    hz_table_unknown(out);
    hz_table_unknown(out);
    hz_table_estimate(out, ibnr, FACTOR_DECIMALS);
    hz_table_end_row(out);
}

bool hz_run_off_table(const struct hz_reserve_order *order,
                      const struct hz_triangle_table *triangles, struct hz_table *out,
                      struct hz_error *err)
{
    static const char *const columns[] = {"method", "origin", "development",
                                          "period", "value",  NULL};
    struct methods methods;
    struct hz_arena arena = {0};
    bool done = find_methods(&methods, order, err) &&
                hz_triangle_table_declare(triangles, columns + (methods.estimates == 1), out, err);
    for (size_t t = 0; t < triangles->triangles && done; t++) {
        const struct hz_group_triangle *item = &triangles->triangle[t];
        const size_t ages = item->triangle.ages;
        struct hz_development d;
        struct hz_reserve reserve[METHODS_MOST + 1];
        bool is_there = estimate(order, &methods, item, &d, reserve, &arena, err) &&
                        hz_development_require(&d, &item->triangle, err);
        done = is_there || leave_out(triangles, out, err);
        for (size_t o = 0; o < item->triangle.origins && is_there; o++)
            for (size_t m = 0; m < methods.estimates; m++)
                write_run_off(triangles, item, &methods, m, reserve[m].payment + o * ages, o, out);
        for (size_t m = 0; m < methods.estimates && is_there; m++)
            write_run_off_total(triangles, item, &methods, m,
                                reserve[m].ibnr[item->triangle.origins], out);
        hz_arena_free(&arena);
    }
    hz_arena_free(&methods.arena);
    return done;
}

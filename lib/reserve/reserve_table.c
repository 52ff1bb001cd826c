/* reserve_table.c: see reserve_table.h. */

#include "reserve/reserve_table.h"

#include "base/memory.h"
#include "file/blocks.h"
#include "reserve/select.h"
#include "triangle/development_credibility.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>

enum { METHODS_MOST = 64, BATCH = 16, AMOUNT_DECIMALS = 2, FACTOR_DECIMALS = 6, CV_DECIMALS = 4 };

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

/* Which method a row is by, if there are several. */
static void write_method(const struct methods *methods, size_t m, struct hz_table *out)
{
    if (methods->estimates > 1)
        hz_table_string(out, m < methods->count ? methods->method[m]->name : "selected");
}

static struct hz_development_choice choice_of(const struct hz_reserve_order *order,
                                              const struct hz_group_triangle *item)
{
    return item->own ? item->own->choice : order->choice;
}

/* The developments of triangles that lend each other credibility; NULL: each stands alone. */
static bool blend(const struct hz_reserve_order *order, const struct hz_triangle_table *triangles,
                  struct hz_development **all, struct hz_arena *arena, struct hz_error *err)
{
    const size_t groups = triangles->triangles;
    *all = NULL;
    if (!order->has_credibility)
        return true;
    if (groups < 2)
        return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                            _("credibility wants groups: there is one triangle only"));
    struct hz_credibility_group *group = hz_arena_allocate(arena, groups, sizeof *group);
    *all = hz_arena_allocate(arena, groups, sizeof **all);
    for (size_t t = 0; t < groups; t++) {
        group[t] = (struct hz_credibility_group){&triangles->triangle[t].triangle, &(*all)[t]};
        hz_development_average(group[t].development, group[t].triangle,
                               choice_of(order, &triangles->triangle[t]), arena);
    }
    if (!hz_credibility_blend(group, groups, arena, err))
        return false;
    for (size_t t = 0; t < groups; t++)
        hz_development_finish(group[t].development, group[t].triangle);
    return true;
}

/* The development of one triangle, as all of them were blended, or of its own. */
static void develop(const struct hz_reserve_order *order, const struct hz_triangle_table *triangles,
                    const struct hz_development all[], size_t t, struct hz_development *d,
                    struct hz_arena *arena)
{
    if (all)
        *d = all[t];
    else
        hz_development_fit(d, &triangles->triangle[t].triangle,
                           choice_of(order, &triangles->triangle[t]), arena);
}

/* One triangle by all methods. */
static bool estimate(const struct hz_reserve_order *order, const struct methods *methods,
                     const struct hz_group_triangle *item, const struct hz_development *development,
                     struct hz_reserve reserve[], struct hz_arena *arena, struct hz_error *err)
{
    const struct hz_reserve_basis basis = {.triangle = &item->triangle,
                                           .development = development,
                                           .exposure = item->exposure,
                                           .counts = item->companion[HZ_COMPANION_COUNTS],
                                           .incurred = item->companion[HZ_COMPANION_INCURRED],
                                           .prior = item->own ? item->own->prior : order->prior,
                                           .iterations = order->iterations,
                                           .trend = order->trend,
                                           .decay = order->decay,
                                           .completion = order->completion,
                                           .percent = order->percent,
                                           .percent_of = order->percent_of,
                                           .power = order->power,
                                           .growth = order->growth};
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

/* Whether every payment of every method is known; if not, it is for want of a factor. */
static bool has_payments(const struct hz_reserve reserve[], size_t estimates,
                         const struct hz_development *d, const struct hz_triangle *triangle,
                         struct hz_error *err)
{
    for (size_t m = 0; m < estimates; m++)
        for (size_t o = 0; o < triangle->origins; o++)
            for (size_t k = triangle->latest[o]; k < triangle->ages; k++)
                if (!isfinite(reserve[m].payment[o * triangle->ages + k]))
                    return hz_development_require(d, triangle, err) &&
                           hz_error_set(err, HZ_ERROR_DATA, triangle->place,
                                        _("origin %.*s: it is not known when it is paid after "
                                          "development %.15g"),
                                        HZ_TEXT_ARGS(triangle->origin[o]), triangle->age[k]);
    return true;
}

/* What some triangles, from the first on, come to; made by any thread, written in their order. */
struct batch {
    size_t first, count;
    struct hz_arena arena;
    struct estimated {
        bool is_there;
        struct hz_error err; /* why not */
        struct hz_development development;
        struct hz_reserve *reserve;
    } item[BATCH];
};

/* A table of all triangles. */
struct job {
    const struct hz_reserve_order *order;
    const struct methods *methods;
    const struct hz_triangle_table *triangles;
    struct hz_development *blended; /* or NULL */
    bool needs_payments, with_detail;
    void (*write)(const struct job *job, const struct hz_group_triangle *item,
                  const struct estimated *estimated);
    struct hz_table *out;
    struct hz_error *err;
    bool done;
};

static void make_batch(uint64_t index, struct hz_buffer *buffer, const void *context)
{
    const struct job *job = context;
    struct batch *batch = hz_allocate(1, sizeof *batch);
    batch->first = (size_t)index * BATCH;
    while (batch->count < BATCH && batch->first + batch->count < job->triangles->triangles) {
        const size_t t = batch->first + batch->count;
        const struct hz_group_triangle *item = &job->triangles->triangle[t];
        struct estimated *e = &batch->item[batch->count++];
        e->reserve = hz_arena_allocate(&batch->arena, job->methods->estimates, sizeof *e->reserve);
        develop(job->order, job->triangles, job->blended, t, &e->development, &batch->arena);
        e->is_there =
            estimate(job->order, job->methods, item, &e->development, e->reserve, &batch->arena,
                     &e->err) &&
            (!job->needs_payments || has_payments(e->reserve, job->methods->estimates,
                                                  &e->development, &item->triangle, &e->err));
    }
    hz_buffer_append(buffer, &batch, sizeof batch);
}

static bool write_batch(struct hz_buffer *buffer, void *context)
{
    struct job *job = context;
    struct batch *batch;
    memcpy(&batch, buffer->at, sizeof batch);
    for (size_t i = 0; i < batch->count && job->done; i++) {
        struct estimated *e = &batch->item[i];
        if (e->is_there) {
            job->write(job, &job->triangles->triangle[batch->first + i], e);
            continue;
        }
        *job->err = e->err;
        job->done = leave_out(job->triangles, job->out, job->err);
    }
    hz_arena_free(&batch->arena);
    free(batch);
    return true;
}

/* Estimates all triangles and writes them in the order in which they stand. */
static bool run_job(struct job *job)
{
    struct hz_arena arena = {0};
    if (!blend(job->order, job->triangles, &job->blended, &arena, job->err)) {
        hz_arena_free(&arena);
        return false;
    }
    const size_t batches = (job->triangles->triangles + BATCH - 1) / BATCH;
    const size_t threads = job->order->threads > 0 ? (size_t)job->order->threads : 1;
    const struct hz_blocks blocks = {.threads = (int)(threads < batches ? threads : batches),
                                     .count = batches,
                                     .context = job,
                                     .produce = make_batch,
                                     .pass = write_batch,
                                     .passed = job};
    job->done = true;
    hz_blocks_write(&blocks, NULL);
    hz_arena_free(&arena);
    return job->done;
}

/* A factor or ratio: as many decimals as amounts are asked to have, and at least the usual number. */
static void write_ratio(double ratio, int usual, struct hz_table *out)
{
    const int asked = hz_table_decimals(out, usual);
    hz_table_number(out, ratio, asked > usual ? asked : usual);
}

static void write_figures(const struct job *job, const struct hz_reserve *r, size_t o)
{
    struct hz_table *out = job->out;
    hz_table_estimate(out, r->latest[o], AMOUNT_DECIMALS);
    write_ratio(r->to_ultimate[o], FACTOR_DECIMALS, out);
    hz_table_estimate(out, r->ultimate[o], AMOUNT_DECIMALS);
    hz_table_estimate(out, r->ibnr[o], AMOUNT_DECIMALS);
    if (job->with_detail) {
        hz_table_estimate(out, r->process_se[o], AMOUNT_DECIMALS);
        hz_table_estimate(out, r->parameter_se[o], AMOUNT_DECIMALS);
    }
    hz_table_estimate(out, r->se[o], AMOUNT_DECIMALS);
    write_ratio(r->se[o] / r->ibnr[o], CV_DECIMALS, out);
    if (job->order->with_skewness)
        write_ratio(r->skewness[o], CV_DECIMALS, out);
    if (job->order->with_spread) {
        write_ratio(r->phi, FACTOR_DECIMALS, out);
        write_ratio(r->power, FACTOR_DECIMALS, out);
        write_ratio(r->theta, FACTOR_DECIMALS, out);
    }
    hz_table_end_row(out);
}

static void write_reserves(const struct job *job, const struct hz_group_triangle *item,
                           const struct estimated *e)
{
    const struct hz_triangle *triangle = &item->triangle;
    for (size_t o = 0; o <= triangle->origins; o++)
        for (size_t m = 0; m < job->methods->estimates; m++) {
            hz_triangle_table_begin(job->triangles, item, job->out);
            write_method(job->methods, m, job->out);
            hz_table_text(job->out,
                          o < triangle->origins ? triangle->origin[o] : hz_text_of("total"));
            write_figures(job, &e->reserve[m], o);
        }
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
    static const char *const spread[] = {"phi", "power", "theta"};
    const char *column[HZ_COUNT(detailed) + HZ_COUNT(spread) + 2] = {NULL};
    size_t columns = with_detail ? HZ_COUNT(detailed) : HZ_COUNT(plain);
    memcpy(column, with_detail ? detailed : plain, columns * sizeof *column);
    if (order->with_skewness)
        column[columns++] = "skewness";
    if (order->with_spread)
        memcpy(column + columns, spread, sizeof spread);
    struct methods methods;
    struct job job = {.order = order,
                      .methods = &methods,
                      .triangles = triangles,
                      .with_detail = with_detail,
                      .write = write_reserves,
                      .out = out,
                      .err = err};
    bool done = find_methods(&methods, order, err) &&
                hz_triangle_table_declare(triangles, column + (methods.estimates == 1), out, err) &&
                run_job(&job);
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
    struct hz_arena shared = {0}, arena = {0};
    struct hz_development *all;
    const bool done = blend(order, triangles, &all, &shared, err) &&
                      hz_triangle_table_declare(triangles, columns, out, err);
    for (size_t t = 0; t < triangles->triangles && done; t++) {
        const struct hz_group_triangle *item = &triangles->triangle[t];
        struct hz_development d;
        develop(order, triangles, all, t, &d, &arena);
        for (size_t k = 0; k < d.ages; k++) {
            hz_triangle_table_begin(triangles, item, out);
            write_selection(&d, &item->triangle, k, out);
        }
        hz_arena_free(&arena);
    }
    hz_arena_free(&shared);
    return done;
}

static void write_factor(const struct hz_development *d, size_t k, bool has_credibility,
                         struct hz_table *out)
{
    const bool is_tail = k + 1 == d->ages;
    if (has_credibility) {
        write_ratio(is_tail ? (double)NAN : d->average_factor[k], FACTOR_DECIMALS, out);
        write_ratio(is_tail ? d->beyond : d->collective[k], FACTOR_DECIMALS, out);
        write_ratio(is_tail ? (double)NAN : d->credibility[k], FACTOR_DECIMALS, out);
    }
    write_ratio(d->factor[k], FACTOR_DECIMALS, out);
    write_ratio(d->se[k], FACTOR_DECIMALS, out);
    hz_table_estimate(out, d->sigma[k], FACTOR_DECIMALS);
    write_ratio(d->to_ultimate[k], FACTOR_DECIMALS, out);
    hz_table_end_row(out);
}

bool hz_factor_table(const struct hz_reserve_order *order,
                     const struct hz_triangle_table *triangles, struct hz_table *out,
                     struct hz_error *err)
{
    static const char *const alone[] = {"age", "factor", "se", "sigma", "to_ultimate", NULL};
    static const char *const blended[] = {"age", "own",   "collective",  "credibility", "factor",
                                          "se",  "sigma", "to_ultimate", NULL};
    struct hz_arena shared = {0}, arena = {0};
    struct hz_development *all;
    const bool done = blend(order, triangles, &all, &shared, err) &&
                      hz_triangle_table_declare(triangles, all ? blended : alone, out, err);
    for (size_t t = 0; t < triangles->triangles && done; t++) {
        const struct hz_group_triangle *item = &triangles->triangle[t];
        struct hz_development d;
        develop(order, triangles, all, t, &d, &arena);
        for (size_t k = 0; k < d.ages; k++) {
            hz_triangle_table_begin(triangles, item, out);
            hz_age_write(item->triangle.age[k], out);
            write_factor(&d, k, all != NULL, out);
        }
        hz_arena_free(&arena);
    }
    hz_arena_free(&shared);
    return done;
}

static void write_payment(const struct job *job, const struct hz_group_triangle *item, size_t m,
                          size_t o, size_t column, double payment)
{
    char period[HZ_PERIOD_TEXT];
    hz_triangle_table_begin(job->triangles, item, job->out);
    write_method(job->methods, m, job->out);
    hz_table_text(job->out, item->triangle.origin[o]);
    hz_age_write(hz_triangle_age(&item->triangle, column), job->out);
    hz_triangle_period(&item->triangle, o, column, period);
    if (period[0] == '\0')
        hz_table_unknown(job->out);
    else
        hz_table_string(job->out, period);
    hz_table_estimate(job->out, payment, FACTOR_DECIMALS);
    hz_table_end_row(job->out);
}

/* What a further age leaves of the tail: a share of what the one before left, or what the curve has. */
static double left_after(const struct hz_triangle *triangle, const struct hz_growth_choice *growth,
                         double decay, double left, size_t column)
{
    const double last = triangle->age[triangle->ages - 1];
    if (!(growth->omega > 0))
        return left * decay;
    const double end = hz_growth_by(triangle, growth, (double)INFINITY);
    return (end - hz_growth_by(triangle, growth, hz_triangle_age(triangle, column))) /
           (end - hz_growth_by(triangle, growth, last));
}

/* The tail, to the age that leaves less than a thousandth, or, of a curve without end, the hundredth. */
static void write_tail(const struct job *job, const struct hz_group_triangle *item, size_t m,
                       size_t o, double payment, const struct estimated *e)
{
    enum { MOST = 100 };
    const double least = 1e-3;
    const struct hz_triangle *triangle = &item->triangle;
    double left = 1;
    for (size_t column = triangle->ages; left > 0; column++) {
        double next = left_after(triangle, &e->reserve[m].growth, e->development.choice.tail_decay,
                                 left, column);
        if (next < least || column + 1 == triangle->ages + MOST)
            next = 0;
        write_payment(job, item, m, o, column, payment * (left - next));
        left = next;
    }
}

/* What an origin is expected to add, by one method; a tail that adds nothing is left out. */
static void write_run_off(const struct job *job, const struct hz_group_triangle *item,
                          const struct estimated *e, size_t m, size_t o)
{
    const size_t ages = item->triangle.ages;
    const double *payment = e->reserve[m].payment + o * ages;
    for (size_t k = item->triangle.latest[o]; k + 1 < ages; k++)
        write_payment(job, item, m, o, k + 1, payment[k]);
    if (payment[ages - 1] != 0)
        write_tail(job, item, m, o, payment[ages - 1], e);
}

/* What all of these add up to: the reserve, for they are rounded each by itself. */
static void write_run_off_total(const struct hz_triangle_table *triangles,
                                const struct hz_group_triangle *item, const struct methods *methods,
                                size_t m, double ibnr, struct hz_table *out)
{
    hz_triangle_table_begin(triangles, item, out);
    write_method(methods, m, out);
    hz_table_string(out, "total");
    hz_table_unknown(out);
    hz_table_unknown(out);
    hz_table_estimate(out, ibnr, FACTOR_DECIMALS);
    hz_table_end_row(out);
}

static void write_run_offs(const struct job *job, const struct hz_group_triangle *item,
                           const struct estimated *e)
{
    const struct hz_triangle *triangle = &item->triangle;
    for (size_t o = 0; o < triangle->origins; o++)
        for (size_t m = 0; m < job->methods->estimates; m++)
            write_run_off(job, item, e, m, o);
    for (size_t m = 0; m < job->methods->estimates; m++)
        write_run_off_total(job->triangles, item, job->methods, m,
                            e->reserve[m].ibnr[triangle->origins], job->out);
}

bool hz_run_off_table(const struct hz_reserve_order *order,
                      const struct hz_triangle_table *triangles, struct hz_table *out,
                      struct hz_error *err)
{
    static const char *const columns[] = {"method", "origin", "development",
                                          "period", "value",  NULL};
    struct methods methods;
    struct job job = {.order = order,
                      .methods = &methods,
                      .triangles = triangles,
                      .needs_payments = true,
                      .write = write_run_offs,
                      .out = out,
                      .err = err};
    bool done =
        find_methods(&methods, order, err) &&
        hz_triangle_table_declare(triangles, columns + (methods.estimates == 1), out, err) &&
        run_job(&job);
    hz_arena_free(&methods.arena);
    return done;
}

/* portfolio.c: see portfolio.h. */

#include "reserve/portfolio.h"

#include "base/memory.h"
#include "base/parallel.h"
#include "triangle/development_between.h"
#include "triangle/development_credibility.h"
#include "triangle/triangle_rows.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>

enum { BATCH = 16 };

static bool find_methods(struct hz_portfolio *p, struct hz_arena *arena, struct hz_error *err)
{
    const char *list = p->order->methods;
    for (const char *at = list; at; at = strchr(at, ',')) {
        at += at != list;
        struct hz_text name = {at, strcspn(at, ",")};
        const struct hz_method *method = hz_method_find(name);
        if (!method)
            return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE, _("no method is called \"%.*s\""),
                                HZ_TEXT_ARGS(name));
        for (size_t m = 0; m < p->methods; m++)
            if (p->method[m] == method)
                return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                                    _("the method %.*s is named twice"), HZ_TEXT_ARGS(name));
        assert(p->methods < HZ_METHODS_MOST);
        p->method[p->methods++] = method;
    }
    p->estimates = p->methods + (p->order->select != NULL);
    return hz_selection_parse(&p->selection, p->order->select, p->method, p->methods, arena, err);
}

void hz_portfolio_write_method(const struct hz_portfolio *p, size_t m, struct hz_table *out)
{
    if (p->estimates > 1)
        hz_table_string(out, m < p->methods ? p->method[m]->name : "selected");
}

static struct hz_development_choice choice_of(const struct hz_reserve_order *order,
                                              const struct hz_group_triangle *item)
{
    return item->own ? item->own->choice : order->choice;
}

bool hz_portfolio_blend(const struct hz_reserve_order *order,
                        const struct hz_triangle_table *triangles, struct hz_development **all,
                        struct hz_arena *arena, struct hz_error *err)
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
        hz_development_finish(group[t].development, group[t].triangle, arena);
    return true;
}

void hz_portfolio_develop(const struct hz_reserve_order *order,
                          const struct hz_triangle_table *triangles,
                          const struct hz_development all[], size_t t, struct hz_development *d,
                          struct hz_arena *arena)
{
    const struct hz_triangle *triangle = &triangles->triangle[t].triangle;
    struct hz_development_choice choice = choice_of(order, &triangles->triangle[t]);
    if (all) {
        *d = all[t];
        return;
    }
    if (choice.between != HZ_BETWEEN_NONE && hz_development_fit_between(d, triangle, choice, arena))
        return;
    choice.between = HZ_BETWEEN_NONE;
    hz_development_fit(d, triangle, choice, arena);
}

/* One triangle by all methods. */
static bool estimate(const struct hz_portfolio *p, const struct hz_group_triangle *item,
                     const struct hz_development *development, struct hz_reserve reserve[],
                     struct hz_arena *arena, struct hz_error *err)
{
    struct hz_reserve_basis basis = {.triangle = &item->triangle,
                                     .development = development,
                                     .exposure = item->exposure,
                                     .prior = item->prior,
                                     .counts = item->companion[HZ_COMPANION_COUNTS],
                                     .incurred = item->companion[HZ_COMPANION_INCURRED],
                                     .parameters = p->order->parameters};
    if (item->own)
        basis.parameters.prior = item->own->prior;
    if (p->triangles->triangles == 1)
        basis.parameters.threads = p->order->threads;
    for (size_t m = 0; m < p->methods; m++)
        if (!hz_method_estimate(p->method[m], &basis, &reserve[m], arena, err))
            return false;
    if (p->estimates > p->methods)
        hz_selection_apply(&p->selection, reserve, p->methods, &reserve[p->methods], arena);
    return true;
}

/*
 * One triangle of many that cannot be estimated is told, and its rows are missing; a lone one
 * fails.
 */
static bool leave_out(const struct hz_triangle_table *triangles, struct hz_table *out,
                      struct hz_error *err)
{
    if (triangles->triangles + triangles->faults == 1 || err->kind != HZ_ERROR_DATA)
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
    struct made {
        bool is_there;
        struct hz_error err; /* why not */
        struct hz_estimated is;
    } item[BATCH];
};

/* A portfolio being written. */
struct job {
    const struct hz_portfolio *portfolio;
    struct hz_development *blended; /* or NULL */
    struct batch *batch;            /* of each worker */
    struct hz_table *out;
    struct hz_error *err;
    bool done;
};

static bool make(const struct job *job, size_t t, struct made *made, struct hz_arena *arena)
{
    const struct hz_portfolio *p = job->portfolio;
    const struct hz_triangle *triangle = &p->triangles->triangle[t].triangle;
    struct hz_estimated *is = &made->is;
    is->item = &p->triangles->triangle[t];
    is->reserve = hz_arena_allocate(arena, p->estimates, sizeof *is->reserve);
    hz_portfolio_develop(p->order, p->triangles, job->blended, t, &is->development, arena);
    return estimate(p, is->item, &is->development, is->reserve, arena, &made->err) &&
           (!p->needs_payments ||
            has_payments(is->reserve, p->estimates, &is->development, triangle, &made->err));
}

static void make_batch(uint64_t index, int worker, void *context)
{
    const struct job *job = context;
    const size_t triangles = job->portfolio->triangles->triangles;
    struct batch *batch = &job->batch[worker];
    *batch = (struct batch){.first = (size_t)index * BATCH};
    while (batch->count < BATCH && batch->first + batch->count < triangles) {
        struct made *made = &batch->item[batch->count];
        made->is_there = make(job, batch->first + batch->count++, made, &batch->arena);
    }
}

/*
 * What is to be known of how a reserve came about, with the triangle and the method that it is of.
 */
static void tell_notes(const struct hz_portfolio *p, const struct hz_estimated *is,
                       struct hz_table *out)
{
    for (size_t m = 0; m < p->methods; m++) {
        struct hz_error note = {0};
        if (is->reserve[m].note[0] != '\0' &&
            !hz_error_set(&note, HZ_ERROR_DATA, is->item->triangle.place, "%s: %s",
                          p->method[m]->name, is->reserve[m].note))
            hz_table_tell(out, note.text);
    }
}

static bool write_batch(uint64_t index, int worker, void *context)
{
    struct job *job = context;
    struct batch *batch = &job->batch[worker];
    (void)index;
    for (size_t i = 0; i < batch->count && job->done; i++) {
        struct made *made = &batch->item[i];
        if (made->is_there) {
            tell_notes(job->portfolio, &made->is, job->out);
            job->portfolio->write(job->portfolio, &made->is, job->out);
            continue;
        }
        *job->err = made->err;
        job->done = leave_out(job->portfolio->triangles, job->out, job->err);
    }
    hz_arena_free(&batch->arena);
    return true;
}

/* Estimates all triangles and writes them in the order in which they stand. */
static bool run_job(struct job *job)
{
    const struct hz_portfolio *p = job->portfolio;
    struct hz_arena arena = {0};
    if (!hz_portfolio_blend(p->order, p->triangles, &job->blended, &arena, job->err)) {
        hz_arena_free(&arena);
        return false;
    }
    const size_t batches = (p->triangles->triangles + BATCH - 1) / BATCH;
    const size_t threads = p->order->threads > 0 ? (size_t)p->order->threads : 1;
    job->batch = hz_allocate(threads, sizeof *job->batch);
    job->done = true;
    hz_parallel_do(&(struct hz_parallel){.threads = (int)threads,
                                         .count = batches,
                                         .context = job,
                                         .make = make_batch,
                                         .take = write_batch});
    free(job->batch);
    hz_arena_free(&arena);
    return job->done;
}

bool hz_portfolio_tabulate(struct hz_portfolio *p, const char *const column[], struct hz_table *out,
                           struct hz_error *err)
{
    struct job job = {.portfolio = p, .out = out, .err = err};
    struct hz_arena arena = {0};
    p->methods = 0;
    bool done = find_methods(p, &arena, err) &&
                hz_triangle_table_declare(p->triangles, column + (p->estimates == 1), out, err) &&
                run_job(&job);
    hz_arena_free(&arena);
    return done;
}

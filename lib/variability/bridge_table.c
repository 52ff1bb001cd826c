/* bridge_table.c: see bridge_table.h. */

#include "variability/bridge_table.h"

#include "triangle/triangle_rows.h"

#include <math.h>

enum { DECIMALS = 2, RATIO_DECIMALS = 4 };

bool hz_bridge_order_parse(enum hz_bridge_change change[HZ_BRIDGE_CHANGES], const char *list,
                           struct hz_error *err)
{
    bool is_there[HZ_BRIDGE_CHANGES] = {false};
    size_t changes = 0;
    for (const char *at = list; at; at = strchr(at, ',')) {
        at += *at == ',';
        const struct hz_text name = {at, strcspn(at, ",")};
        size_t c = 0;
        while (hz_bridge_change_names[c] &&
               !hz_text_equal(name, hz_text_of(hz_bridge_change_names[c])))
            c++;
        if (!hz_bridge_change_names[c] || is_there[c])
            return hz_error_set(
                err, HZ_ERROR_USAGE, HZ_NOWHERE,
                _("--order: \"%.*s\": expected selections, prior and method, each once"),
                HZ_TEXT_ARGS(name));
        is_there[c] = true;
        change[changes++] = (enum hz_bridge_change)c;
    }
    return changes == HZ_BRIDGE_CHANGES ||
           hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                        _("--order: \"%s\": expected selections, prior and method, each once"),
                        list);
}

/* A row: the opening reserve, each step, the closing one; unwind and rate if it is discounted. */
static void write_row(const int64_t level[HZ_BRIDGE_LEVELS], bool is_discounted,
                      struct hz_table *out)
{
    hz_table_units(out, level[HZ_BRIDGE_OPENING], DECIMALS);
    for (size_t l = 1; l < HZ_BRIDGE_LEVELS; l++)
        if (is_discounted || (l != HZ_BRIDGE_UNWIND && l != HZ_BRIDGE_RATE))
            hz_table_units(out, level[l] - level[l - 1], DECIMALS);
    hz_table_units(out, level[HZ_BRIDGE_NEW], DECIMALS);
    hz_table_end_row(out);
}

/* A group without a valuation before: all of it is new. */
static bool open_with_nothing(struct hz_bridge *bridge, const struct hz_valuation *after,
                              struct hz_arena *arena, struct hz_error *err)
{
    const size_t origins = after->triangle->origins;
    const struct hz_reserve_basis basis = {
        .triangle = after->triangle, .exposure = after->exposure, .parameters = after->parameters};
    struct hz_development development;
    struct hz_reserve_basis with = basis;
    struct hz_reserve reserve;
    hz_development_fit(&development, after->triangle, after->choice, arena);
    with.development = &development;
    *bridge = (struct hz_bridge){
        .origins = origins, .level = hz_arena_allocate(arena, origins + 1, sizeof *bridge->level)};
    if (!hz_method_estimate(after->method, &with, &reserve, arena, err))
        return false;
    for (size_t o = 0; o < origins; o++) {
        double worth;
        if (!hz_bridge_worth(&worth, after->triangle, &reserve, o, after->triangle->latest[o],
                             after->rate, 0, err) ||
            !hz_bridge_cents(worth, after->triangle->place, &bridge->level[o][HZ_BRIDGE_NEW],
                             &bridge->level[origins][HZ_BRIDGE_NEW], err))
            return false;
    }
    return true;
}

/*
 * The index of a group in another table, by the names of the group columns; its number if not
 * there.
 */
static size_t find_group(const struct hz_triangle_table *in, const struct hz_triangle_table *of,
                         const struct hz_group_triangle *item)
{
    for (size_t t = 0; t < in->triangles; t++) {
        bool is_same = in->keys == of->keys;
        for (size_t k = 0; is_same && k < of->keys; k++) {
            size_t there = 0;
            while (there < in->keys && !hz_text_equal(in->column[there], of->column[k]))
                there++;
            is_same = there < in->keys && hz_text_equal(in->triangle[t].key[there], item->key[k]);
        }
        if (is_same)
            return t;
    }
    return in->triangles;
}

static struct hz_valuation valuation_of(const struct hz_valuation *order,
                                        const struct hz_group_triangle *item)
{
    struct hz_valuation valuation = *order;
    valuation.triangle = &item->triangle;
    valuation.exposure = item->exposure;
    if (item->own) {
        valuation.choice = item->own->choice;
        valuation.parameters.prior = item->own->prior;
    }
    return valuation;
}

struct job {
    const struct hz_bridge_order *order;
    const struct hz_triangle_table *before, *after;
    struct hz_table *out;
};

static bool bridge_group(const struct hz_group_triangle *item, const void *context,
                         struct hz_arena *arena, struct hz_error *err)
{
    const struct job *job = context;
    const size_t then = find_group(job->before, job->after, item);
    const struct hz_valuation after = valuation_of(&job->order->after, item);
    struct hz_bridge bridge;
    if (then == job->before->triangles && job->before->faults > 0)
        return hz_error_set(err, HZ_ERROR_DATA, item->triangle.place,
                            _("this group is not in the valuation before, which was read only in "
                              "part: %s"),
                            job->before->fault[0].text);
    if (then == job->before->triangles) {
        if (!open_with_nothing(&bridge, &after, arena, err))
            return false;
    } else {
        const struct hz_valuation before =
            valuation_of(&job->order->before, &job->before->triangle[then]);
        if (!hz_bridge_new(&bridge, &before, &after, job->order->change, arena, err))
            return false;
    }
    for (size_t o = 0; o <= bridge.origins; o++) {
        hz_triangle_table_begin(job->after, item, job->out);
        hz_table_text(job->out,
                      o < bridge.origins ? item->triangle.origin[o] : hz_text_of("total"));
        write_row(bridge.level[o], !isnan(job->order->after.rate), job->out);
    }
    return true;
}

static bool check_groups(const struct hz_triangle_table *before,
                         const struct hz_triangle_table *after, struct hz_error *err)
{
    size_t refused = after->faults; /* which are told */
    for (size_t t = 0; t < before->triangles; t++)
        if (find_group(after, before, &before->triangle[t]) == after->triangles && refused-- == 0)
            return hz_error_set(
                err, HZ_ERROR_DATA, before->triangle[t].triangle.place,
                _("a group of the valuation before that is not in this one: its reserve "
                  "would go missing"));
    return true;
}

bool hz_bridge_table(const struct hz_bridge_order *order, const struct hz_triangle_table *before,
                     const struct hz_triangle_table *after, struct hz_table *out,
                     struct hz_error *err)
{
    const bool is_discounted = !isnan(order->after.rate);
    const char *column[HZ_BRIDGE_LEVELS + 3] = {"origin", "opening", "expected"};
    size_t c = 3;
    if (is_discounted)
        column[c++] = "unwind";
    column[c++] = "paid";
    column[c++] = "experience";
    column[c++] = "factors";
    for (size_t change = 0; change < HZ_BRIDGE_CHANGES; change++)
        column[c++] = hz_bridge_change_names[order->change[change]];
    if (is_discounted)
        column[c++] = "rate";
    column[c++] = "new";
    column[c] = "closing";
    const struct job job = {order, before, after, out};
    return check_groups(before, after, err) && hz_triangle_table_declare(after, column, out, err) &&
           hz_triangle_table_each(after, bridge_group, &job, out, err);
}

/* ---- Looking back */

static bool estimate(const struct hz_valuation *valuation, struct hz_reserve *reserve,
                     struct hz_arena *arena, struct hz_error *err)
{
    struct hz_development development;
    hz_development_fit(&development, valuation->triangle, valuation->choice, arena);
    const struct hz_reserve_basis basis = {.triangle = valuation->triangle,
                                           .development = &development,
                                           .exposure = valuation->exposure,
                                           .parameters = valuation->parameters};
    return hz_method_estimate(valuation->method, &basis, reserve, arena, err);
}

struct look {
    int64_t reserve, paid, held;
};

static void write_look(const struct job *job, const struct hz_group_triangle *item, size_t ago,
                       struct hz_text origin, const struct look *look)
{
    const int64_t run_off = look->reserve - look->paid - look->held;
    hz_triangle_table_begin(job->after, item, job->out);
    hz_table_integer(job->out, (hz_sum)ago);
    hz_table_text(job->out, origin);
    hz_table_units(job->out, look->reserve, DECIMALS);
    hz_table_units(job->out, look->paid, DECIMALS);
    hz_table_units(job->out, look->held, DECIMALS);
    hz_table_units(job->out, run_off, DECIMALS);
    hz_table_ratio(job->out,
                   look->reserve != 0 ? (double)run_off / (double)look->reserve : (double)NAN,
                   RATIO_DECIMALS);
    hz_table_end_row(job->out);
}

static bool look_back(const struct job *job, const struct hz_group_triangle *item,
                      const struct hz_reserve *now, size_t ago, struct look look[], size_t *origins,
                      struct hz_arena *arena, struct hz_error *err)
{
    struct hz_valuation valuation = valuation_of(&job->order->after, item);
    struct hz_triangle earlier;
    struct hz_reserve then;
    if (!hz_triangle_as_of(&earlier, &item->triangle, ago, arena, err))
        return false;
    valuation.triangle = &earlier;
    if (!estimate(&valuation, &then, arena, err))
        return false;
    struct look *all = &look[earlier.origins];
    *all = (struct look){0};
    for (size_t o = 0; o < earlier.origins; o++) {
        const double paid =
            hz_triangle_latest(&item->triangle, o) - hz_triangle_latest(&earlier, o);
        const struct hz_place place = item->triangle.place;
        if (!hz_bridge_cents(then.ibnr[o], place, &look[o].reserve, &all->reserve, err) ||
            !hz_bridge_cents(paid, place, &look[o].paid, &all->paid, err) ||
            !hz_bridge_cents(now->ibnr[o], place, &look[o].held, &all->held, err))
            return false;
    }
    *origins = earlier.origins;
    return true;
}

static bool look_back_group(const struct hz_group_triangle *item, const void *context,
                            struct hz_arena *arena, struct hz_error *err)
{
    const struct job *job = context;
    const size_t most = item->triangle.origins + 1, looks = job->order->look_back;
    const struct hz_valuation valuation = valuation_of(&job->order->after, item);
    struct look *look = hz_arena_allocate(arena, looks * most, sizeof *look);
    size_t *origins = hz_arena_allocate(arena, looks, sizeof *origins);
    struct hz_reserve now;
    if (!estimate(&valuation, &now, arena, err))
        return false;
    /* All of them, before a row is written: a group is whole or refused. */
    for (size_t l = 0; l < looks; l++)
        if (!look_back(job, item, &now, looks - l, look + l * most, &origins[l], arena, err))
            return false;
    for (size_t l = 0; l < looks; l++)
        for (size_t o = 0; o <= origins[l]; o++)
            write_look(job, item, looks - l,
                       o < origins[l] ? item->triangle.origin[o] : hz_text_of("total"),
                       &look[l * most + o]);
    return true;
}

bool hz_look_back_table(const struct hz_bridge_order *order,
                        const struct hz_triangle_table *triangles, struct hz_table *out,
                        struct hz_error *err)
{
    static const char *const column[] = {"ago",  "origin",  "reserve", "paid",
                                         "held", "run_off", "ratio",   NULL};
    const struct job job = {.order = order, .after = triangles, .out = out};
    return hz_triangle_table_declare(triangles, column, out, err) &&
           hz_triangle_table_each(triangles, look_back_group, &job, out, err);
}

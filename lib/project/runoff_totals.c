/* runoff_totals.c: see runoff_totals.h. */

#include "project/runoff_totals.h"

#include <math.h>
#include <string.h>

/* The table being added to: its own projections come first. */
struct adding {
    struct hz_runoff_table *table;
    const struct hz_total_choice *choice;
    size_t own;
    size_t groups; /* key columns that are summed over, not the method */
    bool *is_method;
    struct hz_arena *arena;
};

static const char total[] = "total";

static bool check(struct adding *a, struct hz_error *err)
{
    const struct hz_place place = hz_sheet_whole(a->table->sheet);
    if (a->groups == 0)
        return hz_error_set(err, HZ_ERROR_DATA, place,
                            _("there are no groups to add up: leave out --totals"));
    for (size_t i = 0; i < a->own; i++) {
        if (a->table->runoff[i].runoff.grain != a->table->runoff[0].runoff.grain ||
            a->table->runoff[i].runoff.shift != a->table->runoff[0].runoff.shift)
            return hz_error_set(err, HZ_ERROR_DATA, place,
                                _("the groups have periods of several lengths: --grain makes them "
                                  "alike"));
        for (size_t k = 0; k < a->table->keys; k++)
            if (hz_text_equal(a->table->runoff[i].key[k], hz_text_of(total)))
                return hz_error_set(
                    err, HZ_ERROR_DATA, place,
                    _("\"total\" is what totals over groups are called: rename that "
                      "group"));
    }
    return true;
}

/* The key of a group's total at a depth: the first groups and the method are kept. */
static const struct hz_text *key_at(const struct adding *a, const struct hz_text own[],
                                    size_t depth)
{
    struct hz_text *key = hz_arena_allocate(a->arena, a->table->keys, sizeof *key);
    size_t group = 0;
    for (size_t k = 0; k < a->table->keys; k++)
        key[k] = a->is_method[k] || group++ < depth ? own[k] : hz_text_of(total);
    return key;
}

static bool agrees(const struct adding *a, const struct hz_text x[], const struct hz_text y[])
{
    for (size_t k = 0; k < a->table->keys; k++)
        if (!hz_text_equal(x[k], y[k]))
            return false;
    return true;
}

static hz_period end_of(const struct hz_runoff *runoff)
{
    return runoff->first + (hz_period)runoff->periods;
}

/* Makes a run-off so wide that it holds another's periods. */
static void widen(const struct adding *a, struct hz_runoff *sum, const struct hz_runoff *other)
{
    const hz_period first = other->first < sum->first ? other->first : sum->first;
    const hz_period end = end_of(other) > end_of(sum) ? end_of(other) : end_of(sum);
    const size_t periods = (size_t)(end - first), before = (size_t)(sum->first - first);
    if (first == sum->first && periods == sum->periods)
        return;
    double *payout = hz_arena_allocate(a->arena, periods, sizeof *payout);
    double *se = hz_arena_allocate(a->arena, periods, sizeof *se);
    for (size_t t = 0; t < sum->periods; t++) {
        payout[before + t] = sum->payout[t];
        se[before + t] = sum->se[t];
    }
    sum->first = first;
    sum->periods = periods;
    sum->payout = payout;
    sum->se = se;
}

/* Errors are added as the dependence has it, squares as such until all are there. */
static double part_of(const struct adding *a, double se)
{
    return a->choice->dependence == HZ_DEPENDENCE_INDEPENDENT ? se * se : se;
}

static void add(const struct adding *a, struct hz_runoff *sum, const struct hz_runoff *other)
{
    widen(a, sum, other);
    const size_t from = (size_t)(other->first - sum->first);
    for (size_t t = 0; t < other->periods; t++) {
        sum->payout[from + t] += other->payout[t];
        if (other->se)
            sum->se[from + t] += part_of(a, other->se[t]);
    }
    sum->total += other->total;
    if (other->se)
        sum->total_se += part_of(a, other->total_se);
}

static double finish_error(const struct adding *a, double sum)
{
    return a->choice->dependence == HZ_DEPENDENCE_UNSTATED      ? (double)NAN
           : a->choice->dependence == HZ_DEPENDENCE_INDEPENDENT ? sqrt(sum)
                                                                : sum;
}

static void finish(const struct adding *a, struct hz_runoff *sum)
{
    if (!a->table->has_errors)
        sum->se = NULL;
    for (size_t t = 0; t < sum->periods && sum->se; t++)
        sum->se[t] = finish_error(a, sum->se[t]);
    sum->total_se = finish_error(a, sum->total_se);
}

/* All totals of one depth. */
static void add_depth(struct adding *a, size_t depth)
{
    struct hz_runoff_table *table = a->table;
    const size_t from = table->runoffs;
    for (size_t i = 0; i < a->own; i++) {
        const struct hz_text *key = key_at(a, table->runoff[i].key, depth);
        const struct hz_runoff *own = &table->runoff[i].runoff;
        size_t at = from;
        while (at < table->runoffs && !agrees(a, table->runoff[at].key, key))
            at++;
        if (at == table->runoffs)
            table->runoff[table->runoffs++] = (struct hz_group_runoff){
                .key = key,
                .level = depth > 0 ? "subtotal" : "all",
                .runoff = {.grain = own->grain, .shift = own->shift, .first = own->first}};
        add(a, &table->runoff[at].runoff, own);
    }
    for (size_t at = from; at < table->runoffs; at++)
        finish(a, &table->runoff[at].runoff);
}

bool hz_runoff_add_totals(struct hz_runoff_table *table, const struct hz_total_choice *choice,
                          struct hz_arena *arena, struct hz_error *err)
{
    struct adding a = {.table = table, .choice = choice, .own = table->runoffs, .arena = arena};
    a.is_method = hz_arena_allocate(arena, table->keys, sizeof *a.is_method);
    for (size_t k = 0; k < table->keys; k++) {
        a.is_method[k] = hz_text_equal(table->sheet->header[k], hz_text_of("method"));
        a.groups += !a.is_method[k];
    }
    if (!check(&a, err))
        return false;
    struct hz_group_runoff *all = hz_arena_allocate(arena, a.own * (a.groups + 1), sizeof *all);
    memcpy(all, table->runoff, a.own * sizeof *all);
    table->runoff = all;
    for (size_t depth = a.groups; depth-- > 0;)
        add_depth(&a, depth);
    return true;
}

/* backtest_table.c: see backtest_table.h. */

#include "variability/backtest_table.h"

#include "base/parallel.h"
#include "triangle/triangle_rows.h"
#include "variability/board_table.h"
#include "variability/outcome_table.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const char *const hz_backtest_print_names[] = {"board", "scores", "points", "refusals", NULL};

enum { METHODS_MOST = 64, AMOUNT_DECIMALS = 2 };

/* A forecast to be made: of a triangle as it was some diagonals ago, by all methods. */
struct item {
    const struct hz_group_triangle *of;
    size_t cut; /* 0: none, the outcome was given */
    double outcome;
    size_t by; /* which group of --each */
    struct made {
        bool is_there;
        struct hz_backtest test;
        struct hz_error err; /* why not */
    } * made;                /* by each method */
};

struct backtest {
    const struct hz_backtest_order *order;
    const struct hz_triangle_table *triangles;
    struct hz_backtest_method method[METHODS_MOST];
    size_t methods;
    struct item *item;
    size_t items;
    int by_column;
    struct hz_text *by; /* its values */
    size_t bys;
};

static bool find_methods(struct backtest *b, struct hz_error *err)
{
    for (const char *at = b->order->methods; at; at = strchr(at, ',')) {
        at += *at == ',';
        const struct hz_text name = {at, strcspn(at, ",")};
        if (b->methods == METHODS_MOST)
            return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE, _("more than %d methods"),
                                METHODS_MOST);
        for (size_t m = 0; m < b->methods; m++)
            if (hz_text_equal(b->method[m].name, name))
                return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                                    _("the method %.*s is named twice"), HZ_TEXT_ARGS(name));
        if (!hz_backtest_method_find(&b->method[b->methods++], name, err))
            return false;
    }
    return true;
}

static bool find_by(struct backtest *b, struct hz_error *err)
{
    b->by_column = -1;
    if (!b->order->by)
        return true;
    for (size_t k = 0; k < b->triangles->keys; k++)
        if (hz_text_equal(b->triangles->column[k], hz_text_of(b->order->by)))
            b->by_column = (int)k;
    return b->by_column >= 0 ||
           hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                        _("--each: \"%s\" is no group column of the triangles"), b->order->by);
}

static size_t group_of(struct backtest *b, const struct hz_group_triangle *of)
{
    if (b->by_column < 0)
        return 0;
    const struct hz_text value = of->key[b->by_column];
    size_t g = 0;
    while (g < b->bys && !hz_text_equal(b->by[g], value))
        g++;
    if (g == b->bys)
        b->by[b->bys++] = value;
    return g;
}

/* ---- Making the forecasts */

static bool develop_and_test(const struct backtest *b, const struct item *item, size_t m,
                             const struct hz_triangle *triangle, size_t ahead, double outcome,
                             struct made *made, struct hz_arena *arena)
{
    struct hz_development development;
    hz_development_fit(&development, triangle, b->order->choice.draws.development, arena);
    const struct hz_reserve_basis basis = {
        .triangle = triangle,
        .development = &development,
        .exposure = item->of->exposure,
        .counts = item->cut ? NULL : item->of->companion[HZ_COMPANION_COUNTS],
        .incurred = item->cut ? NULL : item->of->companion[HZ_COMPANION_INCURRED],
        .parameters = b->order->choice.parameters};
    return hz_backtest_one(&b->method[m], &b->order->choice, &basis, ahead, outcome, &made->test,
                           &made->err);
}

static void make_item(uint64_t index, int worker, void *context)
{
    const struct backtest *b = context;
    struct item *item = &b->item[index];
    const struct hz_triangle *now = &item->of->triangle;
    struct hz_triangle earlier = *now;
    struct hz_arena arena = {0};
    struct hz_error err = {0};
    double outcome = item->outcome;
    size_t ahead = 0;
    bool is_there = true;
    (void)worker;
    if (item->cut > 0) {
        ahead = b->order->horizon > 0 ? b->order->horizon : item->cut;
        is_there = hz_triangle_as_of(&earlier, now, item->cut, &arena, &err) &&
                   (hz_backtest_outcome(&earlier, now, ahead, &outcome) ||
                    hz_error_set(&err, HZ_ERROR_DATA, now->place,
                                 _("what came %zu diagonals on is not in the triangle"), ahead));
    }
    for (size_t m = 0; m < b->methods; m++) {
        struct made *made = &item->made[m];
        made->err = err;
        made->is_there =
            is_there && develop_and_test(b, item, m, &earlier, ahead, outcome, made, &arena);
    }
    hz_arena_free(&arena);
}

static bool list_items(struct backtest *b, struct hz_arena *arena, struct hz_error *err)
{
    const struct hz_backtest_order *order = b->order;
    const size_t triangles = b->triangles->triangles, cuts = order->cuts > 0 ? order->cuts : 1;
    struct hz_outcome *outcome = hz_arena_allocate(arena, triangles, sizeof *outcome);
    if ((order->outcome != NULL) == (order->cuts > 0))
        return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                            _("expected --outcome FILE, or --cut N for the last N diagonals"));
    if (order->outcome && order->horizon > 0)
        return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                            _("--horizon goes with --cut: outcomes are in the end"));
    if (order->outcome && !hz_outcome_read(outcome, order->outcome, b->triangles, arena, err))
        return false;
    b->item = hz_arena_allocate(arena, triangles * cuts, sizeof *b->item);
    b->by = hz_arena_allocate(arena, triangles, sizeof *b->by);
    for (size_t t = 0; t < triangles; t++)
        for (size_t c = 0; c < cuts; c++) {
            /* The oldest forecast first. */
            struct item *item = &b->item[b->items++];
            *item = (struct item){.of = &b->triangles->triangle[t],
                                  .cut = order->cuts > 0 ? cuts - c : 0,
                                  .outcome = outcome[t].all,
                                  .by = group_of(b, &b->triangles->triangle[t]),
                                  .made = hz_arena_allocate(arena, b->methods, sizeof *item->made)};
        }
    return true;
}

/* ---- Printing */

static void write_method(const struct backtest *b, size_t m, struct hz_table *out)
{
    hz_table_text(out, b->method[m].name);
}

static bool print_scores(const struct backtest *b, struct hz_table *out, struct hz_error *err)
{
    static const char *const column[] = {"method", "cut",       "latest",     "estimate",
                                         "se",     "outcome",   "percentile", "error",
                                         "crps",   "log_score", "refused",    NULL};
    if (!hz_triangle_table_declare(b->triangles, column, out, err))
        return false;
    for (size_t i = 0; i < b->items; i++)
        for (size_t m = 0; m < b->methods; m++) {
            const struct item *item = &b->item[i];
            const struct made *made = &item->made[m];
            const struct hz_backtest *test = &made->test;
            const double unknown = (double)NAN;
            hz_triangle_table_begin(b->triangles, item->of, out);
            write_method(b, m, out);
            hz_table_integer(out, (hz_sum)item->cut);
            const double amount[] = {test->latest, test->estimate, test->se, test->outcome};
            for (size_t a = 0; a < HZ_COUNT(amount); a++)
                hz_table_estimate(out, made->is_there ? amount[a] : unknown, AMOUNT_DECIMALS);
            hz_table_ratio(out, made->is_there ? 100 * test->score.percentile : unknown, 2);
            hz_table_estimate(out, made->is_there ? test->score.error : unknown, AMOUNT_DECIMALS);
            hz_table_estimate(out, made->is_there ? test->score.crps : unknown, AMOUNT_DECIMALS);
            hz_table_ratio(out, made->is_there ? test->score.log_score : unknown, 4);
            hz_table_string(out, made->is_there ? "" : made->err.text);
            hz_table_end_row(out);
        }
    return true;
}

/* The forecasts as the board takes them. */
static struct hz_board board_of(const struct backtest *b, struct hz_arena *arena)
{
    struct hz_text *name = hz_arena_allocate(arena, b->methods, sizeof *name);
    size_t *group_of = hz_arena_allocate(arena, b->items, sizeof *group_of);
    struct hz_board_entry *entry = hz_arena_allocate(arena, b->items * b->methods, sizeof *entry);
    for (size_t m = 0; m < b->methods; m++)
        name[m] = b->method[m].name;
    for (size_t i = 0; i < b->items; i++) {
        group_of[i] = b->item[i].by;
        for (size_t m = 0; m < b->methods; m++) {
            const struct made *made = &b->item[i].made[m];
            entry[i * b->methods + m] = (struct hz_board_entry){.is_there = made->is_there,
                                                                .estimate = made->test.estimate,
                                                                .outcome = made->test.outcome,
                                                                .score = made->test.score};
        }
    }
    return (struct hz_board){.heading = "method",
                             .name = name,
                             .names = b->methods,
                             .by = b->order->by,
                             .group = b->by,
                             .groups = b->order->by ? b->bys : 0,
                             .items = b->items,
                             .group_of = group_of,
                             .entry = entry};
}

/* What comes after a word and a colon that a text begins with; or the text. */
static const char *after(const char *text, const char *word)
{
    const size_t length = word ? strlen(word) : 0;
    return length > 0 && strncmp(text, word, length) == 0 && strncmp(text + length, ": ", 2) == 0
               ? text + length + 2
               : text;
}

/* A reason without the file and group that it begins with. */
static const char *reason_of(const struct item *item, const struct hz_error *err)
{
    const struct hz_place *place = &item->of->triangle.place;
    return after(after(err->text, place->file), place->field);
}

static void print_refusals(const struct backtest *b, struct hz_table *out, struct hz_arena *arena)
{
    const char **reason = hz_arena_allocate(arena, b->items, sizeof *reason);
    size_t *count = hz_arena_allocate(arena, b->items, sizeof *count);
    hz_table_column(out, "method");
    hz_table_column(out, "refused");
    hz_table_column(out, "reason");
    for (size_t m = 0; m < b->methods; m++) {
        size_t reasons = 0;
        for (size_t i = 0; i < b->items; i++) {
            if (b->item[i].made[m].is_there)
                continue;
            const char *text = reason_of(&b->item[i], &b->item[i].made[m].err);
            size_t r = 0;
            while (r < reasons && strcmp(reason[r], text) != 0)
                r++;
            reason[r] = text;
            count[r] = r < reasons ? count[r] + 1 : 1;
            reasons += r == reasons;
        }
        for (size_t r = 0; r < reasons; r++) {
            write_method(b, m, out);
            hz_table_integer(out, (hz_sum)count[r]);
            hz_table_string(out, reason[r]);
            hz_table_end_row(out);
        }
    }
}

/* What models took otherwise than it stands. */
static void tell_floored(const struct backtest *b, struct hz_table *out)
{
    for (size_t m = 0; m < b->methods; m++) {
        char text[160];
        size_t values = 0, forecasts = 0;
        for (size_t i = 0; i < b->items; i++) {
            values += b->item[i].made[m].test.floored;
            forecasts += b->item[i].made[m].test.floored > 0;
        }
        if (values == 0)
            continue;
        snprintf(text, sizeof text,
                 _("%.*s: values below 1, taken as 1: %zu, in %zu of %zu forecasts"),
                 HZ_TEXT_ARGS(b->method[m].name), values, forecasts, b->items);
        hz_table_tell(out, text);
    }
}

static bool print(const struct backtest *b, struct hz_table *out, struct hz_arena *arena,
                  struct hz_error *err)
{
    const struct hz_board board = board_of(b, arena);
    switch (b->order->print) {
    case HZ_BACKTEST_SCORES:
        return print_scores(b, out, err);
    case HZ_BACKTEST_BOARD:
        hz_board_print(&board, out, arena);
        break;
    case HZ_BACKTEST_POINTS:
        hz_board_points(&board, out, arena);
        break;
    case HZ_BACKTEST_REFUSALS:
        print_refusals(b, out, arena);
        break;
    }
    return true;
}

/* A command line that no method can follow is the user's to mend, not a refusal to be counted. */
static bool check_usage(const struct backtest *b, struct hz_error *err)
{
    for (size_t i = 0; i < b->items; i++)
        for (size_t m = 0; m < b->methods; m++)
            if (b->item[i].made[m].err.kind > HZ_ERROR_DATA) {
                *err = b->item[i].made[m].err;
                return false;
            }
    return true;
}

bool hz_backtest_table(const struct hz_backtest_order *order,
                       const struct hz_triangle_table *triangles, struct hz_table *out,
                       struct hz_error *err)
{
    struct hz_arena arena = {0};
    struct backtest b = {.order = order, .triangles = triangles};
    bool done = find_methods(&b, err) && find_by(&b, err) && list_items(&b, &arena, err);
    if (done) {
        hz_parallel_do(&(struct hz_parallel){
            .count = b.items, .threads = order->threads, .context = &b, .make = make_item});
        done = check_usage(&b, err);
        if (done)
            tell_floored(&b, out);
        done = done && print(&b, out, &arena, err);
    }
    hz_arena_free(&arena);
    return done;
}

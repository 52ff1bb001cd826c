/* prospect_back_table.c: see prospect_back_table.h. */

#include "variability/prospect_back_table.h"

#include "file/forms.h"
#include "file/row_index.h"
#include "variability/board_table.h"

#include <inttypes.h>
#include <math.h>

enum { AMOUNT_DECIMALS = 2 };

struct prospects {
    const struct hz_prospect_back_order *order;
    const struct hz_sheet *in;
    int scenario, expected, sd; /* columns; scenario: -1, there is none */
    struct hz_sheet outcomes;
    int outcome;
    int *key, *in_key; /* the columns that tell outcomes apart, there and in the forecasts */
    const char **key_name;
    size_t keys;
    double *came;         /* of each outcome */
    struct hz_text *name; /* the scenarios */
    size_t names;
    size_t *row; /* outcomes x scenarios: the forecast's row + 1; 0: there is none */
    struct hz_board board;
};

static bool find_columns(struct prospects *p, struct hz_arena *arena, struct hz_error *err)
{
    p->key = hz_arena_allocate(arena, p->outcomes.columns, sizeof *p->key);
    p->in_key = hz_arena_allocate(arena, p->outcomes.columns, sizeof *p->in_key);
    p->key_name = hz_arena_allocate(arena, p->outcomes.columns, sizeof *p->key_name);
    p->scenario = hz_sheet_column(p->in, "scenario");
    if (!hz_sheet_find(p->in, "expected", &p->expected, err) ||
        !hz_sheet_find(p->in, "sd", &p->sd, err) ||
        !hz_sheet_find(&p->outcomes, "outcome", &p->outcome, err))
        return false;
    for (int c = 0; c < (int)p->outcomes.columns; c++) {
        if (c == p->outcome)
            continue;
        p->key[p->keys] = c;
        p->key_name[p->keys] = hz_arena_string(arena, p->outcomes.header[c]);
        if (!hz_sheet_find(p->in, p->key_name[p->keys], &p->in_key[p->keys], err))
            return false;
        p->keys++;
    }
    return true;
}

static bool read_outcomes(struct prospects *p, struct hz_row_index *index, struct hz_text key[],
                          struct hz_arena *arena, struct hz_error *err)
{
    *index = hz_row_index_new(&p->outcomes, p->key, p->keys, arena);
    p->came = hz_arena_allocate(arena, p->outcomes.rows, sizeof *p->came);
    for (size_t r = 0; r < p->outcomes.rows; r++) {
        if (!hz_sheet_number(&p->outcomes, r, p->outcome, &p->came[r], err))
            return false;
        hz_row_index_key(index, r, key);
        size_t *slot = hz_row_index_slot(index, key);
        if (*slot != 0)
            return hz_error_set(
                err, HZ_ERROR_DATA, hz_sheet_place(&p->outcomes, r, p->outcome),
                _("a second outcome of the same (the first is in line %" PRIu64 ")"),
                p->outcomes.line[*slot - 1]);
        *slot = r + 1;
    }
    return true;
}

static size_t find_name(struct prospects *p, struct hz_text name)
{
    size_t n = 0;
    while (n < p->names && !hz_text_equal(p->name[n], name))
        n++;
    if (n == p->names)
        p->name[p->names++] = name;
    return n;
}

/* In which columns a key has a total, a bit a column (the first 64). */
static uint64_t totals_of(const struct prospects *p, const struct hz_text key[])
{
    uint64_t totals = 0;
    for (size_t k = 0; k < p->keys && k < 64; k++)
        totals |= (uint64_t)hz_form_is_total(key[k]) << k;
    return totals;
}

/* Whether some outcome has totals in just these columns. */
static bool are_wanted(const struct prospects *p, uint64_t totals, const struct hz_row_index *index,
                       struct hz_text key[])
{
    bool is = false;
    for (size_t o = 0; o < p->outcomes.rows && !is; o++) {
        hz_row_index_key(index, o, key);
        is = totals_of(p, key) == totals;
    }
    return is;
}

static bool refuse_without_outcome(const struct prospects *p, size_t row, struct hz_error *err)
{
    struct hz_buffer names = {0};
    for (size_t k = 0; k < p->keys; k++) {
        const struct hz_text cell = hz_sheet_cell(p->in, row, p->in_key[k]);
        hz_buffer_format(&names, "%s%.*s", k > 0 ? ", " : "", HZ_TEXT_ARGS(cell));
    }
    hz_buffer_char(&names, '\0');
    hz_error_set(err, HZ_ERROR_DATA, hz_sheet_place(p->in, row, p->expected),
                 _("%s has no outcome of %s (0, if nothing came)"), p->outcomes.file, names.at);
    hz_buffer_free(&names);
    return false;
}

/* Finds the forecast of each outcome by each scenario. */
static bool pair(struct prospects *p, struct hz_arena *arena, struct hz_error *err)
{
    struct hz_text *key = hz_arena_allocate(arena, p->keys + 1, sizeof *key);
    struct hz_text *other = hz_arena_allocate(arena, p->keys + 1, sizeof *other);
    size_t *scenario = hz_arena_allocate(arena, p->in->rows, sizeof *scenario);
    size_t *of = hz_arena_allocate(arena, p->in->rows, sizeof *of);
    struct hz_row_index index;
    if (!read_outcomes(p, &index, key, arena, err))
        return false;
    p->name = hz_arena_allocate(arena, p->in->rows + 1, sizeof *p->name);
    for (size_t r = 0; r < p->in->rows; r++) {
        for (size_t k = 0; k < p->keys; k++)
            key[k] = hz_sheet_cell(p->in, r, p->in_key[k]);
        scenario[r] = find_name(p, p->scenario < 0 ? hz_text_of("prospect")
                                                   : hz_sheet_cell(p->in, r, p->scenario));
        of[r] = *hz_row_index_slot(&index, key);
        if (of[r] == 0 && are_wanted(p, totals_of(p, key), &index, other))
            return refuse_without_outcome(p, r, err);
    }
    p->row = hz_arena_allocate(arena, p->outcomes.rows * p->names, sizeof *p->row);
    for (size_t r = 0; r < p->in->rows; r++) {
        size_t *row = of[r] > 0 ? &p->row[(of[r] - 1) * p->names + scenario[r]] : NULL;
        if (row && *row > 0)
            return hz_error_set(err, HZ_ERROR_DATA, hz_sheet_place(p->in, r, p->expected),
                                _("a second forecast of the same (the first is in line %" PRIu64
                                  "): give the outcomes a column more, which tells them apart"),
                                p->in->line[*row - 1]);
        if (row)
            *row = r + 1;
    }
    return true;
}

static bool score_one(const struct prospects *p, size_t row, double outcome,
                      struct hz_board_entry *entry, struct hz_error *err)
{
    struct hz_foretold foretold = {.shape = p->order->shape};
    if (!hz_sheet_number(p->in, row, p->expected, &foretold.mean, err) ||
        !hz_sheet_number(p->in, row, p->sd, &foretold.sd, err))
        return false;
    if (foretold.sd < 0)
        return hz_error_set(err, HZ_ERROR_DATA, hz_sheet_place(p->in, row, p->sd),
                            _("a standard deviation below 0"));
    *entry = (struct hz_board_entry){
        .is_there = foretold.mean > 0, .estimate = foretold.mean, .outcome = outcome};
    if (entry->is_there)
        entry->score = hz_foretold_score(&foretold, outcome);
    return true;
}

static bool score_all(struct prospects *p, struct hz_arena *arena, struct hz_error *err)
{
    struct hz_board_entry *entry =
        hz_arena_allocate(arena, p->outcomes.rows * p->names, sizeof *entry);
    for (size_t o = 0; o < p->outcomes.rows; o++) {
        bool is_met = false;
        for (size_t n = 0; n < p->names; n++) {
            const size_t row = p->row[o * p->names + n];
            is_met |= row > 0;
            if (row > 0 && !score_one(p, row - 1, p->came[o], &entry[o * p->names + n], err))
                return false;
        }
        if (!is_met)
            return hz_error_set(err, HZ_ERROR_DATA, hz_sheet_place(&p->outcomes, o, p->outcome),
                                _("an outcome of what there is no forecast of"));
    }
    p->board = (struct hz_board){.heading = "scenario",
                                 .name = p->name,
                                 .names = p->names,
                                 .items = p->outcomes.rows,
                                 .entry = entry};
    return true;
}

/* Puts the outcomes into groups by a column of theirs. */
static bool group(struct prospects *p, struct hz_arena *arena, struct hz_error *err)
{
    if (!p->order->by)
        return true;
    const int by = hz_sheet_column(&p->outcomes, p->order->by);
    if (by < 0 || by == p->outcome)
        return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                            _("--each: \"%s\" is no column that tells outcomes apart"),
                            p->order->by);
    struct hz_text *name = hz_arena_allocate(arena, p->outcomes.rows, sizeof *name);
    size_t *group_of = hz_arena_allocate(arena, p->outcomes.rows, sizeof *group_of), groups = 0;
    for (size_t o = 0; o < p->outcomes.rows; o++) {
        const struct hz_text value = hz_sheet_cell(&p->outcomes, o, by);
        size_t g = 0;
        while (g < groups && !hz_text_equal(name[g], value))
            g++;
        if (g == groups)
            name[groups++] = value;
        group_of[o] = g;
    }
    p->board.by = p->order->by;
    p->board.group = name;
    p->board.groups = groups;
    p->board.group_of = group_of;
    return true;
}

/* Why a scenario has no forecast of an outcome. */
static const char *refusal(const struct prospects *p, size_t o, size_t n)
{
    return p->row[o * p->names + n] > 0 ? _("nothing is expected: there is no distribution")
                                        : _("there is no forecast");
}

static void print_scores(const struct prospects *p, struct hz_table *out)
{
    static const char *const column[] = {"scenario", "estimate",   "se",
                                         "outcome",  "percentile", "error",
                                         "crps",     "log_score",  "refused"};
    for (size_t k = 0; k < p->keys; k++)
        hz_table_column(out, p->key_name[k]);
    for (size_t c = 0; c < HZ_COUNT(column); c++)
        hz_table_column(out, column[c]);
    for (size_t o = 0; o < p->outcomes.rows; o++)
        for (size_t n = 0; n < p->names; n++) {
            const struct hz_board_entry *entry = &p->board.entry[o * p->names + n];
            const size_t row = p->row[o * p->names + n];
            const double unknown = (double)NAN;
            double sd = unknown;
            struct hz_error ignored = {0};
            if (row > 0 && !hz_sheet_number(p->in, row - 1, p->sd, &sd, &ignored))
                sd = unknown;
            for (size_t k = 0; k < p->keys; k++)
                hz_table_text(out, hz_sheet_cell(&p->outcomes, o, p->key[k]));
            hz_table_text(out, p->name[n]);
            hz_table_estimate(out, row > 0 ? entry->estimate : unknown, AMOUNT_DECIMALS);
            hz_table_estimate(out, sd, AMOUNT_DECIMALS);
            hz_table_estimate(out, p->came[o], AMOUNT_DECIMALS);
            hz_table_ratio(out, entry->is_there ? 100 * entry->score.percentile : unknown, 2);
            hz_table_estimate(out, entry->is_there ? entry->score.error : unknown, AMOUNT_DECIMALS);
            hz_table_estimate(out, entry->is_there ? entry->score.crps : unknown, AMOUNT_DECIMALS);
            hz_table_ratio(out, entry->is_there ? entry->score.log_score : unknown, 4);
            hz_table_string(out, entry->is_there ? "" : refusal(p, o, n));
            hz_table_end_row(out);
        }
}

static void print_refusals(const struct prospects *p, struct hz_table *out)
{
    hz_table_column(out, "scenario");
    hz_table_column(out, "refused");
    hz_table_column(out, "reason");
    for (size_t n = 0; n < p->names; n++)
        for (int has_row = 0; has_row < 2; has_row++) {
            const char *reason = NULL;
            hz_sum count = 0;
            for (size_t o = 0; o < p->outcomes.rows; o++)
                if (!p->board.entry[o * p->names + n].is_there &&
                    (p->row[o * p->names + n] > 0) == (has_row == 1)) {
                    reason = refusal(p, o, n);
                    count++;
                }
            if (count == 0)
                continue;
            hz_table_text(out, p->name[n]);
            hz_table_integer(out, count);
            hz_table_string(out, reason);
            hz_table_end_row(out);
        }
}

static void print(const struct prospects *p, struct hz_table *out, struct hz_arena *arena)
{
    switch (p->order->print) {
    case HZ_BACKTEST_SCORES:
        print_scores(p, out);
        break;
    case HZ_BACKTEST_BOARD:
        hz_board_print(&p->board, out, arena);
        break;
    case HZ_BACKTEST_POINTS:
        hz_board_points(&p->board, out, arena);
        break;
    case HZ_BACKTEST_REFUSALS:
        print_refusals(p, out);
        break;
    }
}

bool hz_prospect_back_table(const struct hz_prospect_back_order *order, const struct hz_sheet *in,
                            struct hz_table *out, struct hz_error *err)
{
    struct hz_arena arena = {0};
    struct prospects p = {.order = order, .in = in};
    if (!order->outcome)
        return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                            _("--outcome FILE is required: what the year came to"));
    const bool done = hz_sheet_read(&p.outcomes, order->outcome, &arena, err) &&
                      find_columns(&p, &arena, err) && pair(&p, &arena, err) &&
                      score_all(&p, &arena, err) && group(&p, &arena, err);
    if (done)
        print(&p, out, &arena);
    hz_arena_free(&arena);
    return done;
}

/* prospect_fold.c: see prospect_fold.h. */

#include "record/prospect_fold.h"

#include "project/prospect_table.h"

enum {
    NEEDS = HZ_CLAIM_NEEDS(HZ_CLAIM_NUMBER) | HZ_CLAIM_NEEDS(HZ_CLAIM_EVENT) |
            HZ_CLAIM_NEEDS(HZ_CLAIM_TRANSACTION) | HZ_CLAIM_NEEDS(HZ_CLAIM_PAID) |
            HZ_CLAIM_NEEDS(HZ_CLAIM_STATUS)
};
enum { PLAN = HZ_CLAIM_COLUMNS, OFFICE, MEMBER };
enum { PLAN_KEY, OFFICE_KEY, MEMBER_KEY, CLAIM_KEY, EVENT_KEY, PAID_KEY, KEYS };
enum { PAID, LATEST, CLOSED, VALUES };

/* Whose claim it is; one that names nobody is of a person of its own. */
static struct hz_text member_of(const struct hz_batch *batch, size_t r)
{
    const struct hz_text *member = batch->column[MEMBER];
    return member && member[r].length > 0 ? member[r] : batch->column[HZ_CLAIM_NUMBER][r];
}

static void absorb(struct hz_tally *tally, struct hz_batch *batch, const void *settings)
{
    const struct hz_prospect_fold *fold = settings;
    const struct hz_prospect_order *order = &fold->order;
    struct hz_claim_rows rows;
    hz_claim_read(batch, NEEDS, &rows);
    for (int column = PLAN; column <= MEMBER; column++)
        hz_batch_texts(batch, column);
    for (size_t r = 0; r < batch->rows; r++) {
        if (batch->rejected[r])
            continue;
        if (rows.transaction[r] > order->exposure.as_of || rows.is_ex_gratia[r]) {
            hz_batch_leave_out(batch, r);
            continue;
        }
        const struct hz_key key[HZ_TALLY_KEYS] = {
            [PLAN_KEY] = {.text = batch->column[PLAN][r]},
            [OFFICE_KEY] = {.text = batch->column[OFFICE][r]},
            [MEMBER_KEY] = {.text = member_of(batch, r)},
            [CLAIM_KEY] = {.text = batch->column[HZ_CLAIM_NUMBER][r]},
            [EVENT_KEY] = {.integer = hz_period_of(rows.event[r], HZ_MONTH)},
            [PAID_KEY] = {.integer = hz_period_of(rows.transaction[r], HZ_MONTH)}};
        const hz_sum value[HZ_TALLY_VALUES] = {
            rows.paid[r], (hz_sum)rows.transaction[r] * HZ_CLAIM_STEPS + rows.step[r],
            rows.is_closed[r]};
        hz_tally_add(tally, key, value);
    }
}

/* A claim is paid after its event, and within the time that is looked at. */
static bool accepts(const struct hz_key key[], const hz_sum value[], const void *settings)
{
    const struct hz_prospect_fold *fold = settings;
    const int64_t event = key[EVENT_KEY].integer, paid = key[PAID_KEY].integer;
    (void)value;
    return hz_period_is_any(event, HZ_MONTH) && paid >= event &&
           paid <= hz_period_of(fold->order.exposure.as_of, HZ_MONTH);
}

/* Where a claim belongs; refused if there is no cover for it. */
static bool place_claim(const struct hz_prospect_order *order, const struct hz_tally_row *row,
                        struct hz_prospect_claim *claim, struct hz_error *err)
{
    const struct hz_exposure_table *table = &order->exposure;
    const hz_period month = (hz_period)row->key[EVENT_KEY].integer;
    char label[HZ_PERIOD_TEXT];
    claim->plan = hz_exposure_name(table->plan, table->plans, row->key[PLAN_KEY].text);
    claim->office = hz_exposure_name(table->office, table->offices, row->key[OFFICE_KEY].text);
    claim->month = (size_t)(month - table->first);
    hz_period_format(month, HZ_MONTH, label);
    return (claim->plan < table->plans && claim->office < table->offices && month >= table->first &&
            month <= table->last) ||
           hz_error_set(
               err, HZ_ERROR_DATA, (struct hz_place){.file = table->file},
               _("claim %.*s of plan %.*s, office %.*s, in %s has no cover here: expected the "
                 "exposures of all members"),
               HZ_TEXT_ARGS(row->key[CLAIM_KEY].text), HZ_TEXT_ARGS(row->key[PLAN_KEY].text),
               HZ_TEXT_ARGS(row->key[OFFICE_KEY].text), label);
}

/* The rows of one claim, one a month of payment, from `from` to before `to`. */
static bool add_claim(const struct hz_tally *tally, size_t from, size_t to, size_t member,
                      struct hz_prospect_past *past, struct hz_error *err)
{
    struct hz_prospect_claim claim = {.member = member};
    struct hz_tally_row row = hz_tally_row(tally, from);
    hz_sum paid = 0;
    if (!place_claim(past->order, &row, &claim, err))
        return false;
    const size_t age = past->months - 1 - claim.month;
    for (size_t i = from; i < to; i++) {
        row = hz_tally_row(tally, i);
        const size_t lag = (size_t)(row.key[PAID_KEY].integer - row.key[EVENT_KEY].integer);
        paid += row.value[PAID];
        past->payment[age * past->months + lag] += (double)row.value[PAID] / 100;
        if (row.value[PAID] > 0)
            claim.lag = lag;
    }
    claim.amount = (double)paid / 100;
    if (paid > 0 && row.value[CLOSED] > 0)
        past->claim[past->claims++] = claim;
    else if (paid > 0)
        past->open++;
    return true;
}

static bool collect(const struct hz_tally *tally, struct hz_prospect_past *past,
                    struct hz_arena *arena, struct hz_error *err)
{
    const struct hz_exposure_table *table = &past->order->exposure;
    const size_t rows = hz_tally_size(tally);
    past->months = (size_t)(table->last - table->first) + 1;
    past->payment = hz_arena_allocate(arena, past->months * past->months, sizeof(double));
    past->claim = hz_arena_allocate(arena, rows + 1, sizeof *past->claim);
    for (size_t from = 0, to, member = 0; from < rows; from = to) {
        const struct hz_tally_row first = hz_tally_row(tally, from);
        to = hz_tally_group_end(tally, from, PAID_KEY);
        if (!add_claim(tally, from, to, member, past, err))
            return false;
        if (to < rows) {
            const struct hz_tally_row next = hz_tally_row(tally, to);
            member += !hz_tally_same_key(tally, &first, &next, CLAIM_KEY);
        }
    }
    return past->claims > 0 ||
           hz_error_set(err, HZ_ERROR_DATA, HZ_NOWHERE,
                        _("no claim has been paid and closed by the valuation: there is nothing "
                          "to estimate from"));
}

static bool finish(struct hz_tally *tally, const void *settings, struct hz_table *table,
                   struct hz_error *err)
{
    struct hz_arena arena = {0};
    const struct hz_prospect_fold *fold = settings;
    struct hz_prospect_past past = {.order = &fold->order};
    hz_tally_sort(tally);
    bool done = collect(tally, &past, &arena, err);
    if (done) {
        hz_prospect_estimate(&past, &arena);
        hz_prospect_columns(past.order, table);
    }
    for (size_t s = 0; done && s < past.order->scenarios; s++) {
        struct hz_prospect_projection projection;
        struct hz_prospect_paths paths;
        done = hz_prospect_project(&past, &past.order->scenario[s], &projection, &arena, err);
        if (done && past.order->assumptions) {
            hz_prospect_assumptions(&projection, table);
        } else if (done) {
            hz_prospect_simulate(&projection, &paths);
            hz_prospect_print(&paths, table);
            hz_prospect_paths_free(&paths);
        }
    }
    hz_arena_free(&arena);
    return done;
}

void hz_prospect_fold(struct hz_prospect_fold *settings, struct hz_fold *fold)
{
    static const char *const keys[KEYS] = {"plan", "office", "member", "claim", "event", "paid_in"};
    hz_claim_columns(NEEDS, settings->column);
    settings->column[PLAN] = (struct hz_column){.name = "plan"};
    settings->column[OFFICE] = (struct hz_column){.name = "office"};
    settings->column[MEMBER] =
        (struct hz_column){.name = "member", .is_optional = true, .is_personal = true};
    settings->column[MEMBER + 1] = (struct hz_column){0};
    *fold = (struct hz_fold){.columns = settings->column,
                             .layout = {.values = VALUES,
                                        .value = {[PAID] = {"paid", HZ_VALUE_SUM},
                                                  [LATEST] = {"latest", HZ_VALUE_MAX},
                                                  [CLOSED] = {"closed", HZ_VALUE_OF_MAX}}},
                             .settings = settings,
                             .absorb = absorb,
                             .finish = finish,
                             .accepts = accepts};
    for (size_t k = 0; k < KEYS; k++)
        hz_tally_key(&fold->layout, keys[k], k < EVENT_KEY ? HZ_KEY_TEXT : HZ_KEY_INTEGER);
}

/* prospect_fold.c: see prospect_fold.h. */

#include "record/prospect_fold.h"

#include "project/prospect_table.h"
#include "record/claim_book.h"

#include <stdlib.h>

enum {
    NEEDS = HZ_CLAIM_NEEDS(HZ_CLAIM_NUMBER) | HZ_CLAIM_NEEDS(HZ_CLAIM_EVENT) |
            HZ_CLAIM_NEEDS(HZ_CLAIM_TRANSACTION) | HZ_CLAIM_NEEDS(HZ_CLAIM_PAID) |
            HZ_CLAIM_NEEDS(HZ_CLAIM_STATUS)
};
enum { PLAN = HZ_CLAIM_COLUMNS, OFFICE, MEMBER };
enum { PLAN_KEY, OFFICE_KEY, CLAIM_KEY, MEMBER_KEY, PAID_KEY, KEYS };
enum { PAID, LATEST, CLOSED, EVENT, VALUES };

static void absorb(struct hz_tally *tally, struct hz_batch *batch, const void *settings)
{
    const struct hz_prospect_fold *fold = settings;
    const struct hz_prospect_order *order = &fold->order;
    const struct hz_text none = {"", 0};
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
            [CLAIM_KEY] = {.text = batch->column[HZ_CLAIM_NUMBER][r]},
            [MEMBER_KEY] = {.text = batch->column[MEMBER] ? batch->column[MEMBER][r] : none},
            [PAID_KEY] = {.integer = hz_period_of(rows.transaction[r], HZ_MONTH)}};
        const hz_sum value[HZ_TALLY_VALUES] = {[PAID] = rows.paid[r],
                                               [LATEST] = hz_claim_latest(&rows, r),
                                               [CLOSED] = rows.is_closed[r],
                                               [EVENT] = hz_period_of(rows.event[r], HZ_MONTH)};
        hz_tally_add(tally, key, value);
    }
}

/* A claim is paid after its event, and within the time that is looked at. */
static bool accepts(const struct hz_key key[], const hz_sum value[], const void *settings)
{
    const struct hz_prospect_fold *fold = settings;
    const int64_t paid = key[PAID_KEY].integer;
    const hz_sum event = value[EVENT];
    return event == (int64_t)event && hz_period_is_any((int64_t)event, HZ_MONTH) && paid >= event &&
           paid <= hz_period_of(fold->order.exposure.as_of, HZ_MONTH);
}

/* A claim as its rows have it, all of them taken together. */
struct found {
    struct hz_prospect_claim claim;
    struct hz_text number, member; /* a claim that names nobody is of a person of its own */
};

/* Where a claim belongs; refused if there is no cover for it. */
static bool place_claim(const struct hz_prospect_order *order, const struct hz_tally_row *row,
                        struct hz_prospect_claim *claim, struct hz_error *err)
{
    const struct hz_exposure_table *table = &order->exposure;
    const hz_period month = (hz_period)row->value[EVENT];
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

/*
 * The latest row of a claim, from `from` to before `to`, and whom the latest that names one does.
 */
static struct hz_tally_row find_latest(const struct hz_tally *tally, size_t from, size_t to,
                                       struct found *found)
{
    struct hz_tally_row latest = hz_tally_row(tally, from);
    bool is_named = false;
    hz_sum named = 0;
    found->number = found->member = latest.key[CLAIM_KEY].text;
    for (size_t i = from; i < to; i++) {
        const struct hz_tally_row row = hz_tally_row(tally, i);
        const struct hz_text member = row.key[MEMBER_KEY].text;
        if (row.value[LATEST] > latest.value[LATEST])
            latest = row;
        if (member.length > 0 && (!is_named || row.value[LATEST] > named)) {
            is_named = true;
            named = row.value[LATEST];
            found->member = member;
        }
    }
    return latest;
}

/* A payment of a claim, whose age is that of its event; refused before that. */
static bool add_payment(const struct hz_tally_row *row, hz_period event,
                        struct hz_prospect_past *past, struct found *found, struct hz_error *err)
{
    const hz_period month = (hz_period)row->key[PAID_KEY].integer;
    const size_t lag = month < event ? 0 : (size_t)(month - event);
    if (month < event && row->value[PAID] != 0) {
        char before[HZ_PERIOD_TEXT], label[HZ_PERIOD_TEXT];
        hz_period_format(month, HZ_MONTH, before);
        hz_period_format(event, HZ_MONTH, label);
        return hz_error_set(err, HZ_ERROR_DATA, HZ_NOWHERE,
                            _("claim %.*s was paid in %s, before the event of its latest row, in "
                              "%s: expected the same event in all of its rows"),
                            HZ_TEXT_ARGS(found->number), before, label);
    }
    const size_t age = past->months - 1 - found->claim.month;
    past->payment[age * past->months + lag] += (double)row->value[PAID] / 100;
    if (row->value[PAID] > 0 && lag > found->claim.lag)
        found->claim.lag = lag;
    return true;
}

/* The rows of one claim, one a member and month of payment, from `from` to before `to`. */
static bool add_claim(const struct hz_tally *tally, size_t from, size_t to,
                      struct hz_prospect_past *past, struct found *found, struct hz_error *err)
{
    const struct hz_tally_row latest = find_latest(tally, from, to, found);
    hz_sum paid = 0;
    found->claim = (struct hz_prospect_claim){0};
    if (!place_claim(past->order, &latest, &found->claim, err))
        return false;
    for (size_t i = from; i < to; i++) {
        const struct hz_tally_row row = hz_tally_row(tally, i);
        if (!add_payment(&row, (hz_period)latest.value[EVENT], past, found, err))
            return false;
        paid += row.value[PAID];
    }
    found->claim.amount = (double)paid / 100;
    if (paid > 0 && latest.value[CLOSED] > 0)
        past->claims++;
    else if (paid > 0)
        past->open++;
    return true;
}

static int by_member(const void *a, const void *b)
{
    const struct found *x = a, *y = b;
    if (x->claim.plan != y->claim.plan)
        return x->claim.plan < y->claim.plan ? -1 : 1;
    if (x->claim.office != y->claim.office)
        return x->claim.office < y->claim.office ? -1 : 1;
    const int order = hz_text_compare(x->member, y->member);
    return order != 0 ? order : hz_text_compare(x->number, y->number);
}

/* Claims in the order of their members, which are numbered. */
static void number_members(struct found *found, struct hz_prospect_past *past)
{
    qsort(found, past->claims, sizeof *found, by_member);
    for (size_t i = 0, member = 0; i < past->claims; i++) {
        member += i > 0 && !hz_text_equal(found[i].member, found[i - 1].member);
        found[i].claim.member = member;
        past->claim[i] = found[i].claim;
    }
}

static bool collect(const struct hz_tally *tally, struct hz_prospect_past *past,
                    struct hz_arena *arena, struct hz_error *err)
{
    const struct hz_exposure_table *table = &past->order->exposure;
    const size_t rows = hz_tally_size(tally);
    past->months = (size_t)(table->last - table->first) + 1;
    past->payment = hz_arena_allocate(arena, past->months * past->months, sizeof(double));
    past->claim = hz_arena_allocate(arena, rows + 1, sizeof *past->claim);
    struct found *found = hz_arena_allocate(arena, rows + 1, sizeof *found);
    for (size_t from = 0, to; from < rows; from = to) {
        to = hz_tally_group_end(tally, from, MEMBER_KEY);
        if (!add_claim(tally, from, to, past, &found[past->claims], err))
            return false;
    }
    number_members(found, past);
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
    static const char *const keys[KEYS] = {"plan", "office", "claim", "member", "paid_in"};
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
                                                  [CLOSED] = {"closed", HZ_VALUE_OF_MAX},
                                                  [EVENT] = {"event", HZ_VALUE_OF_MAX}}},
                             .settings = settings,
                             .absorb = absorb,
                             .finish = finish,
                             .accepts = accepts};
    for (size_t k = 0; k < KEYS; k++)
        hz_tally_key(&fold->layout, keys[k], k < PAID_KEY ? HZ_KEY_TEXT : HZ_KEY_INTEGER);
}

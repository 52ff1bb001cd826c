/*
 * ledger_claims.c: the ledger of claim records; see ledger_fold.h. The key of the state is the
 * groups, the claim and the period.
 */

#include "record/ledger_rows.h"

enum { CLAIM_LINES = HZ_LEDGER_LINES - HZ_LEDGER_MEMBER_LINES };
enum { LATEST = CLAIM_LINES - 1, ESTIMATE, CLAIM_VALUES };
enum {
    CLAIM_NEEDS = HZ_CLAIM_NEEDS(HZ_CLAIM_NUMBER) | HZ_CLAIM_NEEDS(HZ_CLAIM_TRANSACTION) |
                  HZ_CLAIM_NEEDS(HZ_CLAIM_PAID) | HZ_CLAIM_NEEDS(HZ_CLAIM_ESTIMATE) |
                  HZ_CLAIM_NEEDS(HZ_CLAIM_STATUS)
};
enum { CLAIM_PLAN = HZ_CLAIM_COLUMNS };

static const char *const group_names[] = {"province", "office", "plan"};

static int at(int line)
{
    return line - HZ_LEDGER_MEMBER_LINES;
}

static void book_claim(const struct hz_ledger_fold *fold, const struct hz_claim_rows *rows,
                       size_t r, const struct hz_text *status, hz_sum value[])
{
    memset(value, 0, CLAIM_VALUES * sizeof *value);
    value[LATEST] = (hz_sum)rows->transaction[r] * HZ_CLAIM_STEPS + rows->step[r];
    if (rows->is_ex_gratia[r]) {
        value[at(HZ_LEDGER_AID)] = rows->paid[r];
        return;
    }
    const bool is_payout = rows->paid[r] > 0;
    value[at(HZ_LEDGER_PAID)] = rows->paid[r];
    value[at(HZ_LEDGER_PAYOUTS)] = is_payout;
    value[at(HZ_LEDGER_REPORTED)] =
        rows->report[r] != HZ_CLAIM_NO_DATE && rows->report[r] == rows->transaction[r];
    value[at(HZ_LEDGER_REJECTED)] = hz_text_equal(status[r], hz_text_of("rejected"));
    value[at(HZ_LEDGER_PROMPT)] = is_payout && rows->report[r] != HZ_CLAIM_NO_DATE &&
                                  rows->transaction[r] - rows->report[r] <= fold->prompt_days;
    value[ESTIMATE] = rows->is_closed[r] ? 0 : rows->estimate[r];
}

static void absorb_claims(struct hz_tally *tally, struct hz_batch *batch, const void *settings)
{
    const struct hz_ledger_fold *fold = settings;
    struct hz_claim_rows rows;
    struct hz_key key[HZ_TALLY_KEYS];
    hz_sum value[HZ_TALLY_VALUES];
    hz_claim_read(batch, CLAIM_NEEDS, &rows);
    for (size_t r = 0; r < batch->rows; r++) {
        if (batch->rejected[r])
            continue;
        const hz_period period = hz_period_of(rows.transaction[r], fold->grain);
        if (period > fold->last) {
            hz_batch_leave_out(batch, r);
            continue;
        }
        hz_ledger_key(batch, CLAIM_PLAN, r, key);
        key[HZ_LEDGER_PERIOD].text = batch->column[HZ_CLAIM_NUMBER][r];
        key[HZ_LEDGER_PERIOD + 1].integer = period;
        book_claim(fold, &rows, r, batch->column[HZ_CLAIM_STATUS], value);
        hz_tally_add(tally, key, value);
    }
}

/* Claims' rows become sums by period; an estimate stands until the claim's next transaction. */
static struct hz_tally *sum_claims(struct hz_tally *tally, const struct hz_ledger_fold *fold)
{
    struct hz_tally_layout layout = {.values = CLAIM_LINES};
    hz_ledger_layout(&layout);
    struct hz_tally *sums = hz_tally_new(&layout);
    hz_tally_sort(tally);
    for (size_t i = 0; i < hz_tally_size(tally); i++) {
        const struct hz_tally_row row = hz_tally_row(tally, i);
        struct hz_tally_row next = row;
        struct hz_key key[HZ_TALLY_KEYS];
        hz_sum value[HZ_TALLY_VALUES];
        if (i + 1 < hz_tally_size(tally))
            next = hz_tally_row(tally, i + 1);
        const bool goes_on = i + 1 < hz_tally_size(tally) &&
                             hz_tally_same_key(tally, &row, &next, HZ_LEDGER_PERIOD + 1);
        hz_period period = (hz_period)row.key[HZ_LEDGER_PERIOD + 1].integer;
        const hz_period until =
            goes_on ? (hz_period)next.key[HZ_LEDGER_PERIOD + 1].integer - 1 : fold->last;
        memcpy(key, row.key, sizeof key);
        memcpy(value, row.value, CLAIM_LINES * sizeof *value);
        value[at(HZ_LEDGER_OUTSTANDING)] = row.value[ESTIMATE];
        for (; period <= until; period++) {
            key[HZ_LEDGER_PERIOD].integer = period;
            if (period >= fold->first)
                hz_tally_add(sums, key, value);
            memset(value, 0, (size_t)at(HZ_LEDGER_OUTSTANDING) * sizeof *value);
            if (row.value[ESTIMATE] == 0)
                break;
        }
    }
    return sums;
}

static bool finish_claims(struct hz_tally *tally, const void *settings, struct hz_table *table,
                          struct hz_error *err)
{
    (void)err;
    struct hz_tally *sums = sum_claims(tally, settings);
    hz_ledger_head(table);
    hz_tally_sort(sums);
    for (size_t i = 0; i < hz_tally_size(sums); i++) {
        const struct hz_tally_row row = hz_tally_row(sums, i);
        hz_ledger_lines(settings, row.key, HZ_LEDGER_MEMBER_LINES, HZ_LEDGER_LINES, row.value,
                        table);
    }
    hz_tally_free(sums);
    return true;
}

void hz_ledger_claims(struct hz_ledger_fold *settings, struct hz_fold *fold)
{
    hz_claim_columns(CLAIM_NEEDS, settings->column);
    hz_ledger_columns(settings->column + CLAIM_PLAN);
    settings->column[CLAIM_PLAN + 3] = (struct hz_column){0};
    *fold = (struct hz_fold){.columns = settings->column,
                             .settings = settings,
                             .absorb = absorb_claims,
                             .finish = finish_claims};
    for (size_t k = 0; k < HZ_LEDGER_PERIOD; k++)
        hz_tally_key(&fold->layout, group_names[k], HZ_KEY_TEXT);
    hz_tally_key(&fold->layout, "claim", HZ_KEY_TEXT);
    hz_tally_key(&fold->layout, "period", HZ_KEY_INTEGER);
    for (int v = 0; v < LATEST; v++)
        hz_tally_value(&fold->layout, hz_ledger_items[HZ_LEDGER_MEMBER_LINES + v].name,
                       HZ_VALUE_SUM);
    hz_tally_value(&fold->layout, "latest", HZ_VALUE_MAX);
    hz_tally_value(&fold->layout, "estimate", HZ_VALUE_OF_MAX);
}

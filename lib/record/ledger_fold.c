/* ledger_fold.c: see ledger.h. */

#include "record/ledger_fold.h"

#include <assert.h>

/* The columns that both kinds of records begin their keys with. */
enum { PROVINCE_KEY, OFFICE_KEY, PLAN_KEY, GROUP_KEYS };

static const char *const group_names[GROUP_KEYS] = {"province", "office", "plan"};

/* Where those columns are: `plan`, then office, then province, one after the other. */
static void set_groups(const struct hz_batch *batch, int plan, size_t row, struct hz_key key[])
{
    const struct hz_text office = batch->column[plan + 1][row];
    const struct hz_text *province = batch->column[plan + 2];
    key[PLAN_KEY].text = batch->column[plan][row];
    key[OFFICE_KEY].text = office;
    key[PROVINCE_KEY].text =
        province ? province[row]
                 : (struct hz_text){office.at, office.length < 2 ? office.length : 2};
}

static void group_columns(struct hz_column column[])
{
    column[0] = (struct hz_column){.name = "plan"};
    column[1] = (struct hz_column){.name = "office"};
    column[2] = (struct hz_column){.name = "province", .is_optional = true};
}

static void group_layout(struct hz_tally_layout *layout)
{
    for (size_t k = 0; k < GROUP_KEYS; k++)
        hz_tally_key(layout, group_names[k], HZ_KEY_TEXT);
}

/* ---- Printing */

static void print_columns(struct hz_table *table)
{
    for (size_t k = 0; k < GROUP_KEYS; k++)
        hz_table_column(table, group_names[k]);
    hz_table_column(table, "period");
    hz_table_column(table, "item");
    hz_table_column(table, "amount");
}

/* Rows for the lines from first to before last; a line of nothing has none. */
static void print_lines(const struct hz_ledger_fold *fold, const struct hz_tally_row *row,
                        hz_period period, int first, int last, const hz_sum value[],
                        struct hz_table *table)
{
    char label[HZ_PERIOD_TEXT];
    hz_period_format(period, fold->grain, label);
    for (int line = first; line < last; line++) {
        if (value[line - first] == 0)
            continue;
        for (size_t k = 0; k < GROUP_KEYS; k++)
            hz_table_text(table, row->key[k].text);
        hz_table_string(table, label);
        hz_table_string(table, hz_ledger_items[line].name);
        if (hz_ledger_items[line].is_money)
            hz_table_money(table, value[line - first]);
        else
            hz_table_integer(table, value[line - first]);
        hz_table_end_row(table);
    }
}

/* ---- Members */

enum { START, END, CONTRIBUTION, PLAN, OFFICE, PROVINCE, UNITS, ENTER_TYPE, PAYER, PAYERS = 4 };

static_assert(PAYER + PAYERS + 1 <= HZ_LEDGER_OWN_COLUMNS, "room for the list and its end");
static_assert((int)HZ_LEDGER_MEMBER_LINES <= (int)HZ_TALLY_VALUES, "a value a line");

/* A member record as the ledger needs it. */
struct member {
    struct hz_cover cover;
    hz_fen contribution;
    hz_fen payer[PAYERS];
    int64_t units;
    bool is_renewal;
};

static int64_t overlap(hz_date from, hz_date to, hz_date first, hz_date last)
{
    const hz_date a = from > first ? from : first, b = to < last ? to : last;
    return a <= b ? b - a + 1 : 0;
}

static void book_start(const struct member *m, hz_sum value[])
{
    hz_fen named = 0;
    value[HZ_LEDGER_COVERS] = 1;
    value[HZ_LEDGER_RENEWALS] = m->is_renewal;
    value[HZ_LEDGER_GIFTS] = m->contribution == 0;
    for (int p = 0; p < PAYERS; p++) {
        value[HZ_LEDGER_SELF + p] = m->payer[p];
        named += m->payer[p];
    }
    value[HZ_LEDGER_OTHER] = m->contribution - named;
}

/* The lines of one cover in one period. */
static enum hz_unearned_fault book(const struct hz_ledger_fold *fold, const struct member *m,
                                   hz_period period, hz_sum value[])
{
    const hz_date first = hz_period_first(period, fold->grain);
    const hz_date last = hz_period_last(period, fold->grain);
    struct hz_unearned how = fold->how;
    struct hz_unearned_part part;
    memset(value, 0, HZ_LEDGER_MEMBER_LINES * sizeof *value);
    how.as_of = last;
    const enum hz_unearned_fault fault = hz_unearned_part(&how, &m->cover, &part);
    if (fault != HZ_UNEARNED_GOOD)
        return fault;
    if (m->cover.start >= first)
        book_start(m, value);
    value[HZ_LEDGER_ENDS] = m->cover.end >= first && m->cover.end <= last;
    value[HZ_LEDGER_EXPOSURE] = overlap(m->cover.start, m->cover.end, first, last) * m->units;
    value[HZ_LEDGER_IN_FORCE] = m->cover.end > last;
    value[HZ_LEDGER_REMAINING] =
        overlap(last + 1, m->cover.end, m->cover.start, m->cover.end) * m->units;
    const hz_sum whole = part.whole;
    value[HZ_LEDGER_UNEARNED] = ((hz_sum)m->contribution * part.left * 2 + whole) / (2 * whole);
    return HZ_UNEARNED_GOOD;
}

static int64_t read_units(struct hz_batch *batch, size_t row)
{
    const struct hz_text *text = batch->column[UNITS];
    hz_sum units = 1;
    if (text && text[row].length > 0 &&
        (!hz_sum_parse(text[row], &units) || units < 1 || units > 1000000))
        hz_batch_reject(batch, row, UNITS, "bad_units",
                        _("is no number of units: want a whole number from 1 to 1000000"));
    return (int64_t)units;
}

static void read_payers(struct hz_batch *batch, hz_fen payer[PAYERS][HZ_BATCH_ROWS],
                        const hz_fen contribution[])
{
    for (int p = 0; p < PAYERS; p++)
        hz_batch_fen_or(batch, PAYER + p, 0, payer[p]);
    for (size_t r = 0; r < batch->rows; r++) {
        hz_fen named = 0;
        for (int p = 0; p < PAYERS && !batch->rejected[r]; p++)
            named += payer[p][r];
        if (!batch->rejected[r] && (named > contribution[r] || named < 0))
            hz_batch_reject(batch, r, CONTRIBUTION, "payers_not_total",
                            _("is less than what the payers have paid together"));
    }
}

/* Adds a cover to all periods that it is in, or rejects its row. */
static void absorb_member(struct hz_tally *tally, struct hz_batch *batch, size_t row,
                          const struct hz_ledger_fold *fold, const struct member *m)
{
    struct hz_key key[HZ_TALLY_KEYS];
    hz_sum value[HZ_TALLY_VALUES];
    set_groups(batch, PLAN, row, key);
    hz_period from = hz_period_of(m->cover.start, fold->grain);
    hz_period to = hz_period_of(m->cover.end, fold->grain);
    from = from > fold->first ? from : fold->first;
    to = to < fold->last ? to : fold->last;
    for (hz_period period = from; period <= to; period++) {
        const enum hz_unearned_fault fault = book(fold, m, period, value);
        if (fault != HZ_UNEARNED_GOOD) {
            hz_batch_reject(batch, row, END, hz_unearned_fault_code(fault), "%s",
                            hz_unearned_fault_text(fault));
            return;
        }
        key[GROUP_KEYS].integer = period;
        hz_tally_add(tally, key, value);
    }
}

static void absorb_members(struct hz_tally *tally, struct hz_batch *batch, const void *settings)
{
    hz_date start[HZ_BATCH_ROWS], end[HZ_BATCH_ROWS];
    hz_fen contribution[HZ_BATCH_ROWS], payer[PAYERS][HZ_BATCH_ROWS];
    hz_batch_dates(batch, START, start);
    hz_batch_dates(batch, END, end);
    hz_batch_fen_positive(batch, CONTRIBUTION, contribution);
    read_payers(batch, payer, contribution);
    const struct hz_text *type = batch->column[ENTER_TYPE];
    for (size_t r = 0; r < batch->rows; r++) {
        struct member m = {.cover = {start[r], end[r], start[r]}, .contribution = contribution[r]};
        if (batch->rejected[r])
            continue;
        m.units = read_units(batch, r);
        if (end[r] < start[r])
            hz_batch_reject(batch, r, END, "end_before_start", "%s",
                            hz_unearned_fault_text(HZ_UNEARNED_END_BEFORE_START));
        if (batch->rejected[r])
            continue;
        m.is_renewal = type && hz_text_equal(type[r], hz_text_of("renew"));
        for (int p = 0; p < PAYERS; p++)
            m.payer[p] = payer[p][r];
        absorb_member(tally, batch, r, settings, &m);
    }
}

static bool finish_members(struct hz_tally *tally, const void *settings, struct hz_table *table,
                           struct hz_error *err)
{
    (void)err;
    print_columns(table);
    hz_tally_sort(tally);
    for (size_t i = 0; i < hz_tally_size(tally); i++) {
        const struct hz_tally_row row = hz_tally_row(tally, i);
        print_lines(settings, &row, (hz_period)row.key[GROUP_KEYS].integer, 0,
                    HZ_LEDGER_MEMBER_LINES, row.value, table);
    }
    return true;
}

void hz_ledger_members(struct hz_ledger_fold *settings, struct hz_fold *fold)
{
    static const char *const payers[PAYERS] = {"contribution_self", "contribution_unit",
                                               "contribution_union", "contribution_government"};
    struct hz_column *column = settings->column;
    column[START] = (struct hz_column){.name = "start"};
    column[END] = (struct hz_column){.name = "end"};
    column[CONTRIBUTION] = (struct hz_column){.name = "contribution"};
    group_columns(column + PLAN);
    column[UNITS] = (struct hz_column){.name = "units", .is_optional = true};
    column[ENTER_TYPE] = (struct hz_column){.name = "enter_type", .is_optional = true};
    for (int p = 0; p < PAYERS; p++)
        column[PAYER + p] = (struct hz_column){.name = payers[p], .is_optional = true};
    *fold = (struct hz_fold){.columns = column,
                             .settings = settings,
                             .absorb = absorb_members,
                             .finish = finish_members};
    group_layout(&fold->layout);
    hz_tally_key(&fold->layout, "period", HZ_KEY_INTEGER);
    for (int line = 0; line < HZ_LEDGER_MEMBER_LINES; line++)
        hz_tally_value(&fold->layout, hz_ledger_items[line].name, HZ_VALUE_SUM);
}

/* ---- Claims: the key is the groups, the claim and the period */

enum { CLAIM_LINES = HZ_LEDGER_LINES - HZ_LEDGER_MEMBER_LINES };
enum { LATEST = CLAIM_LINES - 1, ESTIMATE, CLAIM_VALUES };
enum {
    CLAIM_NEEDS = HZ_CLAIM_NEEDS(HZ_CLAIM_NUMBER) | HZ_CLAIM_NEEDS(HZ_CLAIM_TRANSACTION) |
                  HZ_CLAIM_NEEDS(HZ_CLAIM_PAID) | HZ_CLAIM_NEEDS(HZ_CLAIM_ESTIMATE) |
                  HZ_CLAIM_NEEDS(HZ_CLAIM_STATUS)
};
enum { CLAIM_PLAN = HZ_CLAIM_COLUMNS };

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
        set_groups(batch, CLAIM_PLAN, r, key);
        key[GROUP_KEYS].text = batch->column[HZ_CLAIM_NUMBER][r];
        key[GROUP_KEYS + 1].integer = period;
        book_claim(fold, &rows, r, batch->column[HZ_CLAIM_STATUS], value);
        hz_tally_add(tally, key, value);
    }
}

/* Claims' rows become sums by period; an estimate stands until the claim's next transaction. */
static struct hz_tally *sum_claims(struct hz_tally *tally, const struct hz_ledger_fold *fold)
{
    struct hz_tally_layout layout = {.values = CLAIM_LINES};
    group_layout(&layout);
    hz_tally_key(&layout, "period", HZ_KEY_INTEGER);
    struct hz_tally *sums = hz_tally_new(&layout);
    hz_tally_sort(tally);
    for (size_t i = 0; i < hz_tally_size(tally); i++) {
        const struct hz_tally_row row = hz_tally_row(tally, i);
        struct hz_tally_row next = row;
        struct hz_key key[HZ_TALLY_KEYS];
        hz_sum value[HZ_TALLY_VALUES];
        if (i + 1 < hz_tally_size(tally))
            next = hz_tally_row(tally, i + 1);
        const bool goes_on =
            i + 1 < hz_tally_size(tally) && hz_tally_same_key(tally, &row, &next, GROUP_KEYS + 1);
        hz_period period = (hz_period)row.key[GROUP_KEYS + 1].integer;
        const hz_period until =
            goes_on ? (hz_period)next.key[GROUP_KEYS + 1].integer - 1 : fold->last;
        memcpy(key, row.key, sizeof key);
        memcpy(value, row.value, CLAIM_LINES * sizeof *value);
        value[at(HZ_LEDGER_OUTSTANDING)] = row.value[ESTIMATE];
        for (; period <= until; period++) {
            key[GROUP_KEYS].integer = period;
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
    print_columns(table);
    hz_tally_sort(sums);
    for (size_t i = 0; i < hz_tally_size(sums); i++) {
        const struct hz_tally_row row = hz_tally_row(sums, i);
        print_lines(settings, &row, (hz_period)row.key[GROUP_KEYS].integer, HZ_LEDGER_MEMBER_LINES,
                    HZ_LEDGER_LINES, row.value, table);
    }
    hz_tally_free(sums);
    return true;
}

void hz_ledger_claims(struct hz_ledger_fold *settings, struct hz_fold *fold)
{
    hz_claim_columns(CLAIM_NEEDS, settings->column);
    group_columns(settings->column + CLAIM_PLAN);
    settings->column[CLAIM_PLAN + 3] = (struct hz_column){0};
    *fold = (struct hz_fold){.columns = settings->column,
                             .settings = settings,
                             .absorb = absorb_claims,
                             .finish = finish_claims};
    group_layout(&fold->layout);
    hz_tally_key(&fold->layout, "claim", HZ_KEY_TEXT);
    hz_tally_key(&fold->layout, "period", HZ_KEY_INTEGER);
    for (int v = 0; v < LATEST; v++)
        hz_tally_value(&fold->layout, hz_ledger_items[HZ_LEDGER_MEMBER_LINES + v].name,
                       HZ_VALUE_SUM);
    hz_tally_value(&fold->layout, "latest", HZ_VALUE_MAX);
    hz_tally_value(&fold->layout, "estimate", HZ_VALUE_OF_MAX);
}

/*
 * ledger_claims.c: the ledger of claim records; see ledger_fold.h.
 *
 * Sums go to their period at once. What is counted by claim, and case estimates, which stand until
 * the claim's next transaction, come out of the book (claim_book.h): what each period of a claim
 * changes is added to that period, and estimates are added up over the periods at the end.
 */

#include "record/claim_book.h"
#include "record/ledger_rows.h"

enum { FIRST = HZ_LEDGER_MEMBER_LINES, LINES = HZ_LEDGER_OUTSTANDING + 1 - FIRST };
enum {
    NEEDS = HZ_CLAIM_NEEDS(HZ_CLAIM_NUMBER) | HZ_CLAIM_NEEDS(HZ_CLAIM_TRANSACTION) |
            HZ_CLAIM_NEEDS(HZ_CLAIM_PAID) | HZ_CLAIM_NEEDS(HZ_CLAIM_ESTIMATE) |
            HZ_CLAIM_NEEDS(HZ_CLAIM_STATUS)
};
enum { SERVICE = HZ_CLAIM_COLUMNS, PLAN, END_OF_LIST = PLAN + 3 };

static int at(int line)
{
    return line - FIRST;
}

/* What a row adds to its period, and what it says of its claim. */
static void book(const struct hz_ledger_fold *fold, const struct hz_claim_rows *rows, size_t r,
                 hz_fen cost, bool is_rejected, hz_sum value[], int64_t field[])
{
    const bool has_report = rows->report[r] != HZ_CLAIM_NO_DATE;
    memset(value, 0, LINES * sizeof *value);
    memset(field, 0, HZ_CLAIM_FIELDS * sizeof *field);
    field[HZ_CLAIM_LATEST] = hz_claim_latest(rows, r);
    value[at(HZ_LEDGER_SERVICE_COST)] = field[HZ_CLAIM_SERVICE] = cost;
    if (rows->is_ex_gratia[r]) {
        value[at(HZ_LEDGER_AID)] = field[HZ_CLAIM_AID] = rows->paid[r];
        return;
    }
    const bool is_payment = rows->paid[r] > 0;
    value[at(HZ_LEDGER_PAID)] = field[HZ_CLAIM_CASH] = rows->paid[r];
    value[at(HZ_LEDGER_PAYMENTS)] = is_payment;
    value[at(HZ_LEDGER_REPORTED)] = has_report && rows->report[r] == rows->transaction[r];
    value[at(HZ_LEDGER_PROMPT)] =
        is_payment && has_report && rows->transaction[r] - rows->report[r] <= fold->prompt_days;
    field[HZ_CLAIM_OWED] = rows->is_closed[r] ? 0 : rows->estimate[r];
    field[HZ_CLAIM_IS_REJECTED] = is_rejected;
}

static void absorb(struct hz_tally *tally, struct hz_batch *batch, const void *settings)
{
    const struct hz_ledger_fold *fold = settings;
    struct hz_claim_rows rows;
    hz_fen cost[HZ_BATCH_ROWS];
    struct hz_key key[HZ_TALLY_KEYS];
    hz_sum value[HZ_TALLY_VALUES];
    int64_t field[HZ_BOOK_FIELDS];
    hz_claim_read(batch, NEEDS, &rows);
    hz_claim_amounts(batch, SERVICE, cost);
    hz_ledger_texts(batch, PLAN);
    for (size_t r = 0; r < batch->rows; r++) {
        if (batch->rejected[r])
            continue;
        const hz_period period = hz_fiscal_of(rows.transaction[r], fold->grain, fold->shift);
        if (period > fold->last) {
            hz_batch_leave_out(batch, r);
            continue;
        }
        const struct hz_text status = batch->column[HZ_CLAIM_STATUS][r];
        hz_ledger_key(batch, PLAN, r, key);
        key[HZ_LEDGER_PERIOD].integer = period;
        book(fold, &rows, r, cost[r], hz_text_equal(status, hz_text_of("rejected")), value, field);
        hz_tally_add_entry(tally, key, value, hz_identity_of(batch->column[HZ_CLAIM_NUMBER][r]),
                           field);
    }
}

/* What each period changes of a claim. */
static void visit(struct hz_tally *tally, const struct hz_book_entry entry[], size_t count,
                  const void *settings)
{
    (void)settings;
    struct hz_claim_standing now = {0};
    for (size_t i = 0; i < count; i++) {
        const struct hz_claim_standing before = now;
        hz_sum value[HZ_TALLY_VALUES] = {0};
        hz_claim_move(&now, &entry[i]);
        value[at(HZ_LEDGER_CLAIMS)] = now.is_cash - before.is_cash;
        value[at(HZ_LEDGER_SERVICES)] = now.is_service - before.is_service;
        value[at(HZ_LEDGER_REJECTED)] = now.is_rejected - before.is_rejected;
        value[at(HZ_LEDGER_OUTSTANDING)] = now.owed - before.owed;
        hz_tally_join(tally, &entry[i], value);
    }
}

static bool accepts(const struct hz_key key[], const hz_sum value[], const void *settings)
{
    const struct hz_ledger_fold *fold = settings;
    (void)value;
    return hz_period_is_any(key[HZ_LEDGER_PERIOD].integer, fold->grain);
}

/* The periods of a part from row `from` on; what is outstanding stands until it changes. */
static size_t print_part(const struct hz_tally *tally, size_t from,
                         const struct hz_ledger_fold *fold, struct hz_table *table)
{
    const struct hz_tally_row first = hz_tally_row(tally, from);
    const size_t size = hz_tally_size(tally);
    struct hz_tally_row row = first;
    struct hz_key key[HZ_TALLY_KEYS];
    hz_sum outstanding = 0;
    size_t i = from;
    memcpy(key, first.key, sizeof key);
    for (hz_period period = (hz_period)first.key[HZ_LEDGER_PERIOD].integer; period <= fold->last;
         period++) {
        hz_sum line[LINES] = {0};
        if (i < size && hz_tally_same_key(tally, &first, &row, HZ_LEDGER_PERIOD) &&
            row.key[HZ_LEDGER_PERIOD].integer == period) {
            memcpy(line, row.value, sizeof line);
            outstanding += line[at(HZ_LEDGER_OUTSTANDING)];
            if (++i < size)
                row = hz_tally_row(tally, i);
        }
        line[at(HZ_LEDGER_OUTSTANDING)] = outstanding;
        key[HZ_LEDGER_PERIOD].integer = period;
        if (period >= fold->first)
            hz_ledger_lines(fold, key, FIRST, HZ_LEDGER_OUTSTANDING + 1, line, table);
    }
    return i;
}

static bool finish(struct hz_tally *tally, const void *settings, struct hz_table *table,
                   struct hz_error *err)
{
    if (!hz_tally_settle(tally, HZ_LEDGER_PERIOD, visit, settings, err))
        return false;
    hz_ledger_head(table);
    hz_tally_sort(tally);
    for (size_t i = 0; i < hz_tally_size(tally);)
        i = print_part(tally, i, settings, table);
    return true;
}

void hz_ledger_claims(struct hz_ledger_fold *settings, struct hz_fold *fold)
{
    hz_claim_columns(NEEDS, settings->column);
    settings->column[SERVICE] = (struct hz_column){.name = "service_cost", .is_optional = true};
    hz_ledger_columns(settings->column + PLAN);
    settings->column[END_OF_LIST] = (struct hz_column){0};
    *fold = (struct hz_fold){.columns = settings->column,
                             .settings = settings,
                             .absorb = absorb,
                             .finish = finish,
                             .accepts = accepts};
    hz_ledger_layout(&fold->layout);
    for (int line = FIRST; line <= HZ_LEDGER_OUTSTANDING; line++)
        hz_tally_value(&fold->layout, hz_ledger_items[line].name, HZ_VALUE_SUM);
    hz_claim_book_layout(&fold->layout, HZ_LEDGER_PERIOD, settings->is_adjacent, visit, settings);
}

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

/* Rows on their way into the tally, and what each says of its claim. */
struct columns {
    struct hz_gather gather;
    struct hz_text province[HZ_BATCH_ROWS];
    hz_period period[HZ_BATCH_ROWS];
    int64_t key[HZ_BATCH_ROWS]; /* the period */
    int64_t value[LINES][HZ_BATCH_ROWS], field[HZ_CLAIM_FIELDS][HZ_BATCH_ROWS];
    struct hz_identity claim[HZ_BATCH_ROWS];
};

/* The lines of single rows; the others come out of the book. */
static void begin(struct columns *columns, struct hz_tally *tally, const struct hz_batch *batch)
{
    static const int lines[] = {HZ_LEDGER_PAID,     HZ_LEDGER_PAYMENTS, HZ_LEDGER_AID,
                                HZ_LEDGER_REPORTED, HZ_LEDGER_PROMPT,   HZ_LEDGER_SERVICE_COST};
    struct hz_gather *gather = &columns->gather;
    hz_gather_begin(gather, tally);
    hz_ledger_gather(batch, PLAN, columns->province, gather);
    gather->columns.integer[HZ_LEDGER_PERIOD] = columns->key;
    for (size_t l = 0; l < HZ_COUNT(lines); l++)
        gather->columns.value[at(lines[l])] = columns->value[at(lines[l])];
    gather->columns.subject = columns->claim;
    for (int f = 0; f < HZ_CLAIM_FIELDS; f++)
        gather->columns.field[f] = columns->field[f];
}

/* What a row adds to its period, and what it says of its claim. */
static void book(const struct hz_ledger_fold *fold, const struct hz_claim_rows *rows, size_t r,
                 hz_fen cost, bool is_rejected, struct columns *columns)
{
    const bool has_report = rows->report[r] != HZ_CLAIM_NO_DATE, is_aid = rows->is_ex_gratia[r];
    const hz_fen paid = is_aid ? 0 : rows->paid[r], aid = is_aid ? rows->paid[r] : 0;
    const bool is_prompt =
        has_report && (int64_t)rows->transaction[r] - rows->report[r] <= fold->prompt_days;
    const bool is_report = has_report && rows->report[r] == rows->transaction[r];
    const int64_t value[] = {[HZ_LEDGER_PAID - FIRST] = paid,
                             [HZ_LEDGER_PAYMENTS - FIRST] = paid > 0,
                             [HZ_LEDGER_AID - FIRST] = aid,
                             [HZ_LEDGER_REPORTED - FIRST] = is_report && !is_aid,
                             [HZ_LEDGER_PROMPT - FIRST] = is_prompt && paid > 0,
                             [HZ_LEDGER_SERVICE_COST - FIRST] = cost};
    const int64_t field[HZ_CLAIM_FIELDS] = {
        [HZ_CLAIM_CASH] = paid,
        [HZ_CLAIM_SERVICE] = cost,
        [HZ_CLAIM_AID] = aid,
        [HZ_CLAIM_LATEST] = hz_claim_latest(rows, r),
        [HZ_CLAIM_OWED] = is_aid || rows->is_closed[r] ? 0 : rows->estimate[r],
        [HZ_CLAIM_IS_REJECTED] = is_rejected && !is_aid};
    for (size_t l = 0; l < HZ_COUNT(value); l++)
        columns->value[l][r] = value[l];
    for (int f = 0; f < HZ_CLAIM_FIELDS; f++)
        columns->field[f][r] = field[f];
}

static void absorb(struct hz_tally *tally, struct hz_batch *batch, const void *settings)
{
    const struct hz_ledger_fold *fold = settings;
    struct hz_claim_rows rows;
    struct columns columns;
    hz_fen cost[HZ_BATCH_ROWS];
    hz_claim_read(batch, NEEDS, &rows);
    hz_claim_amounts(batch, SERVICE, cost);
    hz_ledger_texts(batch, PLAN);
    hz_fiscals_of(rows.transaction, batch->rows, fold->grain, fold->shift, columns.period);
    begin(&columns, tally, batch);
    for (size_t r = 0; r < batch->rows; r++) {
        if (batch->rejected[r])
            continue;
        if (columns.period[r] > fold->last) {
            hz_batch_leave_out(batch, r);
            continue;
        }
        const struct hz_text status = batch->column[HZ_CLAIM_STATUS][r];
        columns.key[r] = columns.period[r];
        columns.claim[r] = hz_identity_of(batch->column[HZ_CLAIM_NUMBER][r]);
        book(fold, &rows, r, cost[r], hz_claim_is_rejected(status), &columns);
        hz_gather_row(&columns.gather, r);
    }
    hz_gather_join(&columns.gather);
}

static void add(struct hz_tally *tally, const struct hz_book_entry *entry, int line, int64_t change)
{
    if (change != 0)
        hz_tally_join_sum(tally, entry, (size_t)at(line), change);
}

/* What each period changes of a claim. */
static void visit(struct hz_tally *tally, const struct hz_book_entry entry[], size_t count,
                  const void *settings)
{
    (void)settings;
    struct hz_claim_standing now = {0};
    for (size_t i = 0; i < count; i++) {
        const struct hz_claim_standing before = now;
        hz_claim_move(&now, &entry[i]);
        add(tally, &entry[i], HZ_LEDGER_CLAIMS, now.is_cash - before.is_cash);
        add(tally, &entry[i], HZ_LEDGER_SERVICES, now.is_service - before.is_service);
        add(tally, &entry[i], HZ_LEDGER_REJECTED, now.is_rejected - before.is_rejected);
        add(tally, &entry[i], HZ_LEDGER_OUTSTANDING, now.owed - before.owed);
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

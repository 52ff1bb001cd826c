/* claims.c: see claims.h. */

#include "record/claims.h"

void hz_claim_columns(unsigned needed, struct hz_column column[HZ_CLAIM_COLUMNS])
{
    static const char *const names[HZ_CLAIM_COLUMNS] = {
        "claim", "event",         "report", "start",    "transaction",
        "paid",  "case_estimate", "status", "ex_gratia"};
    for (unsigned c = 0; c < HZ_CLAIM_COLUMNS; c++)
        column[c] =
            (struct hz_column){.name = names[c], .is_optional = !(needed & HZ_CLAIM_NEEDS(c))};
}

/* A word that a cell may hold. */
#define WORD(word)                                                                                 \
    {                                                                                              \
        word, sizeof(word) - 1                                                                     \
    }

static void read_numbers(struct hz_batch *batch)
{
    hz_batch_texts(batch, HZ_CLAIM_NUMBER);
    for (size_t r = 0; r < batch->rows; r++)
        if (!batch->rejected[r] && batch->column[HZ_CLAIM_NUMBER][r].length == 0)
            hz_batch_reject(batch, r, HZ_CLAIM_NUMBER, "empty_claim",
                            _("is empty: expected the number of the claim"));
}

/* Upper-case letters of ASCII, and no other bytes, are those of a word but for these bits. */
#define CASE_BITS UINT64_C(0x2020202020202020)

int hz_claim_step(struct hz_text status)
{
    static const struct {
        struct hz_text word;
        signed char step;
    } statuses[] = {{WORD("reported"), 0},
                    {WORD("opened"), 1},
                    {WORD("approved"), 2},
                    {WORD("paid"), HZ_CLAIM_CLOSED},
                    {WORD("closed"), HZ_CLAIM_CLOSED},
                    {WORD("rejected"), HZ_CLAIM_CLOSED},
                    {WORD("withdrawn"), HZ_CLAIM_CLOSED},
                    {WORD("reopened"), HZ_CLAIM_STEPS - 1}};
    if (status.length < 4)
        return -1;
    const uint64_t begins = hz_text_word(status.at, status.length < 8 ? status.length : 8);
    for (size_t s = 0; s < HZ_COUNT(statuses); s++) {
        const struct hz_text word = statuses[s].word;
        const uint64_t wanted = hz_text_word(word.at, word.length < 8 ? word.length : 8);
        if (status.length == word.length && (begins | CASE_BITS) == (wanted | CASE_BITS) &&
            (word.length <= 8 || (status.at[8] | 0x20) == word.at[8]))
            return statuses[s].step;
    }
    return -1;
}

bool hz_claim_is_rejected(struct hz_text status)
{
    return status.length > 0 && (status.at[0] | 0x20) == 'r' &&
           hz_claim_step(status) == HZ_CLAIM_CLOSED;
}

const char *hz_claim_status_text(void)
{
    return _(
        "is no status: expected reported, opened, approved, reopened, paid, closed, rejected or "
        "withdrawn");
}

static void read_statuses(struct hz_batch *batch, struct hz_claim_rows *rows)
{
    const struct hz_text *text = hz_batch_texts(batch, HZ_CLAIM_STATUS);
    for (size_t r = 0; r < batch->rows; r++) {
        const int step = hz_claim_step(text[r]);
        if (step < 0) {
            hz_batch_reject(batch, r, HZ_CLAIM_STATUS, "bad_status", "%s", hz_claim_status_text());
            continue;
        }
        rows->step[r] = (unsigned char)step;
        rows->is_closed[r] = step == HZ_CLAIM_CLOSED;
    }
}

const char *hz_claim_too_large_text(void)
{
    return _("is more than 100 billion yuan: no amount of one claim");
}

void hz_claim_amounts(struct hz_batch *batch, int column, hz_fen fen[])
{
    bool is_wrong = false;
    hz_batch_fen_or(batch, column, 0, fen);
    for (size_t r = 0; r < batch->rows; r++)
        is_wrong |= !batch->rejected[r] && (fen[r] > HZ_CLAIM_MOST || fen[r] < -HZ_CLAIM_MOST);
    for (size_t r = 0; r < batch->rows && is_wrong; r++)
        if (!batch->rejected[r] && (fen[r] > HZ_CLAIM_MOST || fen[r] < -HZ_CLAIM_MOST))
            hz_batch_reject(batch, r, column, "claim_too_large", "%s", hz_claim_too_large_text());
}

static void read_estimates(struct hz_batch *batch, hz_fen estimate[])
{
    hz_claim_amounts(batch, HZ_CLAIM_ESTIMATE, estimate);
    for (size_t r = 0; r < batch->rows; r++)
        if (!batch->rejected[r] && estimate[r] < 0)
            hz_batch_reject(batch, r, HZ_CLAIM_ESTIMATE, "negative_money", "%s",
                            hz_money_fault_text(HZ_MONEY_NEGATIVE));
}

static void read_dates(struct hz_batch *batch, unsigned needed, int column, hz_date date[])
{
    if (needed & HZ_CLAIM_NEEDS(column))
        hz_batch_dates(batch, column, date);
    else
        hz_batch_dates_or(batch, column, HZ_CLAIM_NO_DATE, date);
}

const char *hz_claim_century_text(void)
{
    return _("is more than a hundred years before what was done about it: no day of this claim");
}

/* One of the two is no day of this claim: a placeholder, or a slip of the year. */
static bool is_century(hz_date event, hz_date later)
{
    return event != HZ_CLAIM_NO_DATE && later != HZ_CLAIM_NO_DATE &&
           (int64_t)later - event > HZ_CLAIM_CENTURY;
}

static bool is_before(hz_date date, hz_date other)
{
    return date < other && date != HZ_CLAIM_NO_DATE && other != HZ_CLAIM_NO_DATE;
}

/* Start, event, report, transaction: none is before another that precedes it. */
static void check_row(struct hz_batch *batch, size_t r, bool has_start,
                      const struct hz_claim_rows *rows)
{
    const hz_date event = rows->event[r], report = rows->report[r], done = rows->transaction[r];
    if (has_start && is_before(event, rows->start[r]))
        hz_batch_reject(batch, r, HZ_CLAIM_EVENT, "event_before_start",
                        _("is before the start of the cover"));
    else if (is_before(report, event))
        hz_batch_reject(batch, r, HZ_CLAIM_REPORT, "report_before_event", _("is before the event"));
    else if (is_before(done, report))
        hz_batch_reject(batch, r, HZ_CLAIM_TRANSACTION, "transaction_before_report",
                        _("is before the report"));
    else if (is_before(done, event))
        hz_batch_reject(batch, r, HZ_CLAIM_TRANSACTION, "transaction_before_event",
                        _("is before the event"));
    else if (is_century(event, report) || is_century(event, done))
        hz_batch_reject(batch, r, HZ_CLAIM_EVENT, "century", "%s", hz_claim_century_text());
}

/* A row whose days are all told, in order and of one century needs no look. */
static void check_order(struct hz_batch *batch, unsigned needed, const struct hz_claim_rows *rows)
{
    const bool has_start = needed & HZ_CLAIM_NEEDS(HZ_CLAIM_START);
    for (size_t r = 0; r < batch->rows; r++) {
        const int64_t event = rows->event[r], report = rows->report[r], done = rows->transaction[r];
        const bool is_usual = (event != HZ_CLAIM_NO_DATE) & (event <= report) & (report <= done) &
                              (done - event <= HZ_CLAIM_CENTURY) & !has_start;
        if (!is_usual && !batch->rejected[r])
            check_row(batch, r, has_start, rows);
    }
}

void hz_claim_read(struct hz_batch *batch, unsigned needed, struct hz_claim_rows *rows)
{
    read_dates(batch, needed, HZ_CLAIM_EVENT, rows->event);
    read_dates(batch, needed, HZ_CLAIM_REPORT, rows->report);
    read_dates(batch, needed, HZ_CLAIM_TRANSACTION, rows->transaction);
    if (needed & HZ_CLAIM_NEEDS(HZ_CLAIM_START))
        hz_batch_dates(batch, HZ_CLAIM_START, rows->start);
    if (needed & HZ_CLAIM_NEEDS(HZ_CLAIM_NUMBER))
        read_numbers(batch);
    if (needed & HZ_CLAIM_NEEDS(HZ_CLAIM_PAID))
        hz_claim_amounts(batch, HZ_CLAIM_PAID, rows->paid);
    if (needed & HZ_CLAIM_NEEDS(HZ_CLAIM_ESTIMATE))
        read_estimates(batch, rows->estimate);
    const bool has_status = batch->column[HZ_CLAIM_STATUS] != NULL;
    if ((needed & HZ_CLAIM_NEEDS(HZ_CLAIM_STATUS)) ||
        (has_status && (needed & HZ_CLAIM_NEEDS(HZ_CLAIM_ESTIMATE))))
        read_statuses(batch, rows);
    else
        memset(rows->step, 0, sizeof rows->step);
    hz_batch_flags(batch, HZ_CLAIM_EX_GRATIA, rows->is_ex_gratia);
    check_order(batch, needed, rows);
}

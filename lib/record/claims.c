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

static bool is_one_of(struct hz_text text, const struct hz_text words[], size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (hz_text_equal(text, words[i]))
            return true;
    return false;
}

static void read_numbers(struct hz_batch *batch)
{
    for (size_t r = 0; r < batch->rows; r++)
        if (!batch->rejected[r] && batch->column[HZ_CLAIM_NUMBER][r].length == 0)
            hz_batch_reject(batch, r, HZ_CLAIM_NUMBER, "empty_claim",
                            _("is empty: expected the number of the claim"));
}

static void read_statuses(struct hz_batch *batch, struct hz_claim_rows *rows)
{
    enum { CLOSED = 3 };
    static const struct {
        struct hz_text word;
        unsigned char step;
    } statuses[] = {{WORD("reported"), 0},       {WORD("opened"), 1},
                    {WORD("approved"), 2},       {WORD("paid"), CLOSED},
                    {WORD("closed"), CLOSED},    {WORD("rejected"), CLOSED},
                    {WORD("withdrawn"), CLOSED}, {WORD("reopened"), HZ_CLAIM_STEPS - 1}};
    for (size_t r = 0; r < batch->rows; r++) {
        struct hz_text text = batch->column[HZ_CLAIM_STATUS][r];
        size_t s = 0;
        while (s < HZ_COUNT(statuses) && !hz_text_equal(text, statuses[s].word))
            s++;
        if (s == HZ_COUNT(statuses)) {
            hz_batch_reject(batch, r, HZ_CLAIM_STATUS, "bad_status",
                            _("is no status: expected reported, opened, approved, reopened, paid, "
                              "closed, rejected or withdrawn"));
            continue;
        }
        rows->step[r] = statuses[s].step;
        rows->is_closed[r] = statuses[s].step == CLOSED;
    }
}

static void read_flags(struct hz_batch *batch, bool is_set[])
{
    static const struct hz_text yes[] = {WORD("1"), WORD("true"), WORD("yes")};
    static const struct hz_text no[] = {WORD(""), WORD("0"), WORD("false"), WORD("no")};
    const struct hz_text *text = batch->column[HZ_CLAIM_EX_GRATIA];
    for (size_t r = 0; r < batch->rows; r++) {
        is_set[r] = false;
        if (!text || text[r].length == 0 || (text[r].length == 1 && text[r].at[0] == '0'))
            continue; /* as nearly all are */
        is_set[r] = is_one_of(text[r], yes, HZ_COUNT(yes));
        if (!is_set[r] && !is_one_of(text[r], no, HZ_COUNT(no)))
            hz_batch_reject(
                batch, r, HZ_CLAIM_EX_GRATIA, "bad_flag",
                _("is neither yes nor no: expected 1, true, yes or 是, or 0, false, no, "
                  "否 or nothing"));
    }
}

static void read_estimates(struct hz_batch *batch, hz_fen estimate[])
{
    hz_batch_fen_or(batch, HZ_CLAIM_ESTIMATE, 0, estimate);
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

static bool is_before(hz_date date, hz_date other)
{
    return date < other && date != HZ_CLAIM_NO_DATE && other != HZ_CLAIM_NO_DATE;
}

/* Start, event, report, transaction: none is before another that precedes it. */
static void check_order(struct hz_batch *batch, unsigned needed, const struct hz_claim_rows *rows)
{
    const bool has_start = needed & HZ_CLAIM_NEEDS(HZ_CLAIM_START);
    for (size_t r = 0; r < batch->rows; r++) {
        if (batch->rejected[r])
            continue;
        const hz_date event = rows->event[r], report = rows->report[r];
        if (has_start && is_before(event, rows->start[r]))
            hz_batch_reject(batch, r, HZ_CLAIM_EVENT, "event_before_start",
                            _("is before the start of the cover"));
        else if (is_before(report, event))
            hz_batch_reject(batch, r, HZ_CLAIM_REPORT, "report_before_event",
                            _("is before the event"));
        else if (is_before(rows->transaction[r], report))
            hz_batch_reject(batch, r, HZ_CLAIM_TRANSACTION, "transaction_before_report",
                            _("is before the report"));
        else if (is_before(rows->transaction[r], event))
            hz_batch_reject(batch, r, HZ_CLAIM_TRANSACTION, "transaction_before_event",
                            _("is before the event"));
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
        hz_batch_fen_or(batch, HZ_CLAIM_PAID, 0, rows->paid);
    if (needed & HZ_CLAIM_NEEDS(HZ_CLAIM_ESTIMATE))
        read_estimates(batch, rows->estimate);
    const bool has_status = batch->column[HZ_CLAIM_STATUS] != NULL;
    if ((needed & HZ_CLAIM_NEEDS(HZ_CLAIM_STATUS)) ||
        (has_status && (needed & HZ_CLAIM_NEEDS(HZ_CLAIM_ESTIMATE))))
        read_statuses(batch, rows);
    else
        memset(rows->step, 0, sizeof rows->step);
    read_flags(batch, rows->is_ex_gratia);
    check_order(batch, needed, rows);
}

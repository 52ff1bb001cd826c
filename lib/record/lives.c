/* lives.c: see lives.h. */

#include "record/lives.h"

#include "file/forms.h"

const char *const hz_entry_names[] = {"original", "reversal", "refund", NULL};

void hz_life_columns(unsigned may_lack, struct hz_column column[HZ_LIFE_COLUMNS])
{
    static const char *const names[HZ_LIFE_COLUMNS] = {"start", "end",    "contribution", "ended",
                                                       "entry", "status", "deposit"};
    for (unsigned c = 0; c < HZ_LIFE_COLUMNS; c++)
        column[c] = (struct hz_column){.name = names[c],
                                       .is_optional = c >= HZ_LIFE_ENDED || (may_lack >> c & 1)};
}

bool hz_entry_of(struct hz_text text, hz_fen contribution, bool has_ended, enum hz_entry *entry)
{
    *entry = contribution >= 0 ? HZ_ENTRY_ORIGINAL
             : has_ended       ? HZ_ENTRY_REFUND
                               : HZ_ENTRY_REVERSAL;
    for (int e = 0; text.length > 0 && hz_entry_names[e]; e++)
        if (hz_text_equal(text, hz_text_of(hz_entry_names[e]))) {
            *entry = (enum hz_entry)e;
            return true;
        }
    return text.length == 0;
}

bool hz_entry_may_be(enum hz_entry entry, hz_fen contribution)
{
    return entry == HZ_ENTRY_REVERSAL || contribution == 0 ||
           (entry == HZ_ENTRY_ORIGINAL) == (contribution > 0);
}

const char *hz_entry_fault_text(void)
{
    return _("is no entry: expected original, reversal or refund, or nothing");
}

const char *hz_entry_sign_text(enum hz_entry entry)
{
    return entry == HZ_ENTRY_ORIGINAL
               ? _("is of an amount below zero: expected a reversal or a refund")
               : _("is of an amount above zero: what is taken back is below it");
}

const char *hz_deposit_of_refund_text(void)
{
    return _(
        "is of a row that refunds a contribution: what is given back of a deposit stands in the "
        "row that paid it in, as refund, with its day as ended");
}

bool hz_status_ends(struct hz_text status)
{
    static const char *const ends[] = {"cancelled", "terminated_by_payout", "dead", "retired"};
    for (size_t e = 0; status.length > 0 && e < HZ_COUNT(ends); e++)
        if (hz_text_equal(status, hz_text_of(ends[e])))
            return true;
    return false;
}

struct hz_years_days hz_life_term(hz_date start, hz_date end)
{
    struct hz_years_days term = hz_date_years_days(start, end + 1);
    if (term.days == 1 && hz_date_civil(end).day < hz_date_civil(start).day)
        term.days = 0;
    return term;
}

static enum hz_entry entry_of(struct hz_batch *batch, size_t r, hz_fen contribution, bool has_ended)
{
    const struct hz_text *text = batch->column[HZ_LIFE_ENTRY];
    enum hz_entry entry;
    if (!hz_entry_of(text ? text[r] : (struct hz_text){0}, contribution, has_ended, &entry))
        hz_batch_reject(batch, r, HZ_LIFE_ENTRY, "bad_entry", "%s", hz_entry_fault_text());
    else if (!hz_entry_may_be(entry, contribution))
        hz_batch_reject(batch, r, HZ_LIFE_ENTRY, "entry_sign", "%s", hz_entry_sign_text(entry));
    return entry;
}

static void reject_end(struct hz_batch *batch, size_t r)
{
    hz_batch_reject(batch, r, HZ_LIFE_END, "end_before_start", "%s",
                    hz_unearned_fault_text(HZ_UNEARNED_END_BEFORE_START));
}

/* Whether the seat of a row has gone to another. */
static bool is_swapped(const struct hz_batch *batch, size_t r)
{
    const struct hz_text *status = batch->column[HZ_LIFE_STATUS];
    return status && hz_text_equal(status[r], hz_text_of("swapped_out"));
}

static void read_row(struct hz_batch *batch, size_t r, hz_date ended, struct hz_life_rows *rows)
{
    static const signed char covers[] = {
        [HZ_ENTRY_ORIGINAL] = 1, [HZ_ENTRY_REVERSAL] = -1, [HZ_ENTRY_REFUND] = 0};
    const bool has_ended = ended != HZ_NO_DATE, has_end = rows->end[r] != HZ_NO_DATE;
    rows->last[r] = has_ended && (!has_end || ended < rows->end[r]) ? ended : rows->end[r];
    rows->paid_to[r] = is_swapped(batch, r) ? rows->end[r] : rows->last[r];
    enum hz_entry entry = entry_of(batch, r, rows->contribution[r], has_ended);
    if (entry == HZ_ENTRY_REVERSAL && rows->contribution[r] > 0)
        entry = HZ_ENTRY_REFUND; /* one that is taken back */
    rows->entry[r] = (unsigned char)entry;
    rows->covers[r] = covers[entry];
    rows->booked[r] = entry == HZ_ENTRY_REFUND && has_ended ? rows->last[r] : rows->start[r];
    if (has_end && rows->end[r] < rows->start[r])
        reject_end(batch, r);
    else if (has_ended && ended < rows->start[r])
        hz_batch_reject(batch, r, HZ_LIFE_ENDED, "ended_before_start",
                        _("is before the start: a cover that never held is taken back by a row "
                          "with its contribution below zero"));
}

/* As most files are: no cover ended early, and the amount alone says what a row books. */
static void read_terms(struct hz_batch *batch, struct hz_life_rows *rows)
{
    memcpy(rows->last, rows->end, batch->rows * sizeof *rows->last);
    memcpy(rows->paid_to, rows->end, batch->rows * sizeof *rows->paid_to);
    memcpy(rows->booked, rows->start, batch->rows * sizeof *rows->booked);
    bool is_wrong = false;
    for (size_t r = 0; r < batch->rows; r++) {
        const bool is_back = rows->contribution[r] < 0;
        rows->covers[r] = is_back ? -1 : 1;
        rows->entry[r] = is_back ? HZ_ENTRY_REVERSAL : HZ_ENTRY_ORIGINAL;
        is_wrong |= rows->end[r] < rows->start[r];
    }
    for (size_t r = 0; is_wrong && r < batch->rows; r++)
        if (!batch->rejected[r] && rows->end[r] != HZ_NO_DATE && rows->end[r] < rows->start[r])
            reject_end(batch, r);
}

static bool has_entry(const struct hz_batch *batch, size_t r)
{
    return batch->column[HZ_LIFE_ENTRY] && batch->column[HZ_LIFE_ENTRY][r].length > 0;
}

/* A row without a contribution and an entry whose deposit is below zero takes one back. */
static void take_deposits_back(const struct hz_batch *batch, struct hz_life_rows *rows)
{
    const struct hz_text *deposit = batch->column[HZ_LIFE_DEPOSIT];
    for (size_t r = 0; r < batch->rows; r++) {
        struct hz_form_note note;
        hz_fen fen;
        if (batch->rejected[r] || rows->contribution[r] != 0 || deposit[r].length == 0 ||
            has_entry(batch, r) ||
            hz_form_money(deposit[r], hz_batch_forms(batch), &fen, &note) != HZ_FORM_GOOD ||
            fen >= 0)
            continue;
        rows->entry[r] = HZ_ENTRY_REVERSAL;
        rows->covers[r] = -1;
        rows->booked[r] = rows->start[r];
    }
}

static void read_lives(struct hz_batch *batch, unsigned may_lack, struct hz_life_rows *rows)
{
    hz_date ended[HZ_BATCH_ROWS];
    hz_batch_dates(batch, HZ_LIFE_START, rows->start);
    if (may_lack & HZ_LIFE_MAY_LACK(HZ_LIFE_END))
        hz_batch_dates_or(batch, HZ_LIFE_END, HZ_NO_DATE, rows->end);
    else
        hz_batch_dates(batch, HZ_LIFE_END, rows->end);
    if (may_lack & HZ_LIFE_MAY_LACK(HZ_LIFE_CONTRIBUTION))
        hz_batch_fen_or(batch, HZ_LIFE_CONTRIBUTION, 0, rows->contribution);
    else
        hz_batch_fen(batch, HZ_LIFE_CONTRIBUTION, rows->contribution);
    if (!batch->column[HZ_LIFE_ENDED] && !batch->column[HZ_LIFE_ENTRY]) {
        read_terms(batch, rows);
        return;
    }
    hz_batch_dates_or(batch, HZ_LIFE_ENDED, HZ_NO_DATE, ended);
    hz_batch_texts(batch, HZ_LIFE_ENTRY);
    const bool are_plain = !batch->column[HZ_LIFE_ENDED] && !batch->column[HZ_LIFE_ENTRY];
    if (batch->column[HZ_LIFE_ENDED])
        hz_batch_texts(batch, HZ_LIFE_STATUS);
    for (size_t r = 0; r < batch->rows; r++) {
        if (are_plain && rows->contribution[r] >= 0 && rows->end[r] >= rows->start[r]) {
            /* As nearly all rows are, without a question asked. */
            rows->last[r] = rows->paid_to[r] = rows->end[r];
            rows->booked[r] = rows->start[r];
            rows->entry[r] = HZ_ENTRY_ORIGINAL;
            rows->covers[r] = 1;
        } else if (!batch->rejected[r]) {
            read_row(batch, r, ended[r], rows);
        }
    }
}

void hz_lives_read_lacking(struct hz_batch *batch, unsigned may_lack, struct hz_life_rows *rows)
{
    read_lives(batch, may_lack, rows);
    if (batch->column[HZ_LIFE_DEPOSIT])
        take_deposits_back(batch, rows);
}

void hz_lives_read(struct hz_batch *batch, struct hz_life_rows *rows)
{
    hz_lives_read_lacking(batch, 0, rows);
}

/* ---- Deposits */

static void reject_deposit(struct hz_batch *batch, size_t r, int column, int covers)
{
    hz_batch_reject(batch, r, column, "negative_money", "%s",
                    covers > 0 ? _("is below zero: expected what was paid in, or is given back")
                               : _("is above zero: what is taken back is below it"));
}

/* What is given back of a reversal may stand as it stood in the row that it takes back. */
static void read_deposit(struct hz_batch *batch, size_t r, const int column[2],
                         struct hz_life_rows *rows, hz_fen *deposit, hz_fen *refund)
{
    const bool is_told = *deposit != HZ_NO_DEPOSIT, has_refund = *refund != HZ_NO_DEPOSIT;
    const int covers = rows->covers[r];
    if (covers == 0) {
        if (is_told && *deposit != 0)
            hz_batch_reject(batch, r, column[0], "deposit_of_refund", "%s",
                            hz_deposit_of_refund_text());
        *deposit = *refund = 0;
        return;
    }
    if (is_told && *deposit * covers < 0)
        reject_deposit(batch, r, column[0], covers);
    else if (has_refund && *refund < 0 && covers > 0)
        reject_deposit(batch, r, column[1], covers);
    if (has_refund && *refund > 0 && covers < 0)
        *refund = -*refund;
    if (!has_refund)
        *refund = *deposit;
}

void hz_lives_read_deposits(struct hz_batch *batch, int deposit, int refund,
                            struct hz_life_rows *rows, hz_fen deposits[], hz_fen refunds[])
{
    const int column[2] = {deposit, refund};
    hz_batch_fen_or(batch, deposit, HZ_NO_DEPOSIT, deposits);
    hz_batch_fen_or(batch, refund, HZ_NO_DEPOSIT, refunds);
    for (size_t r = 0; r < batch->rows; r++)
        if (!batch->rejected[r])
            read_deposit(batch, r, column, rows, &deposits[r], &refunds[r]);
}

/*
 * Of a refund of days that the seat's next holder is covered for: what is left of them, of what
 * was left on the last day.
 */
static enum hz_unearned_fault part_of_swap(const struct hz_unearned *how, hz_date last,
                                           const struct hz_cover *term,
                                           struct hz_unearned_part *part)
{
    struct hz_unearned then = *how;
    struct hz_unearned_part at_last;
    then.as_of = last;
    const enum hz_unearned_fault fault = hz_unearned_part(&then, term, &at_last);
    if (fault == HZ_UNEARNED_GOOD && at_last.left > 0)
        part->whole = at_last.left;
    return fault;
}

enum hz_unearned_fault hz_life_part_any(const struct hz_unearned *how,
                                        const struct hz_life_rows *rows, size_t row,
                                        hz_date wait_from, struct hz_unearned_part *part)
{
    const struct hz_cover term = {rows->start[row], rows->end[row], wait_from};
    const enum hz_unearned_fault fault = hz_unearned_part(how, &term, part);
    if (fault != HZ_UNEARNED_GOOD)
        return fault;
    const bool is_of_rest =
        rows->entry[row] == HZ_ENTRY_REFUND && rows->booked[row] != rows->start[row];
    if (how->as_of >= rows->paid_to[row])
        part->left = 0;
    else if (is_of_rest && how->as_of < rows->last[row])
        part->left = part->whole;
    else if (is_of_rest)
        return part_of_swap(how, rows->last[row], &term, part);
    return HZ_UNEARNED_GOOD;
}

enum { ABREAST = 64 };

/* Without a branch: hz_unearned_daily, and what hz_life_part asks before and after it. */
HZ_FOR_EACH_PROCESSOR
static void daily_parts(hz_date as_of, const struct hz_life_rows *restrict rows, size_t from,
                        int64_t left[restrict], int64_t whole[restrict])
{
    const hz_date *start = rows->start + from, *end = rows->end + from;
    for (size_t i = 0; i < ABREAST; i++) {
        const hz_date over = as_of < end[i] ? as_of : end[i];
        const uint32_t to_come =
            (uint32_t)end[i] - (uint32_t)(over < start[i] ? start[i] - 1 : over);
        const uint32_t term = (uint32_t)end[i] - (uint32_t)start[i];
        const bool is_usual = (term < HZ_TERM_DAYS) & (rows->entry[from + i] != HZ_ENTRY_REFUND);
        left[i] = as_of < rows->paid_to[from + i] ? to_come : 0;
        whole[i] = is_usual ? term + 1 : 0;
    }
}

void hz_life_parts(const struct hz_unearned *how, const struct hz_life_rows *rows, size_t count,
                   int64_t left[], int64_t whole[])
{
    size_t done = 0;
    for (; how->method == HZ_UNEARNED_DAILY && done + ABREAST <= count; done += ABREAST)
        daily_parts(how->as_of, rows, done, left + done, whole + done);
    memset(whole + done, 0, (count - done) * sizeof *whole);
}

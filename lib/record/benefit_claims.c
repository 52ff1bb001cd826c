/* benefit_claims.c: see benefit_claims.h. */

#include "record/benefit_claims.h"

const char *const hz_benefit_column_names[HZ_BENEFIT_COLUMNS] = {
    "claim",         "member",        "member_id",     "seat_id",   "plan",
    "plan_version",  "benefit",       "event",         "report",    "admit",
    "discharge",     "days",          "hosp_level",    "ci_code",   "diag_icd",
    "dis_grade",     "medfee_sumamt", "inscp_scp_amt", "hifp_pay",  "hifob_pay",
    "hifmi_pay",     "hifes_pay",     "cvlserv_pay",   "claimed",   "inscope_selfpay",
    "total_selfpay", "start",         "end",           "wait_from", "units",
    "enter_type",    "cover_status",  "ended",         "id_no",     "status",
    "approved",      "paid"};

static struct hz_text slice(const struct hz_batch *batch, int column, size_t row)
{
    return batch->column[column] ? batch->column[column][row] : (struct hz_text){0};
}

static void read_texts(struct hz_batch *batch)
{
    static const int texts[] = {HZ_BENEFIT_CLAIM,     HZ_BENEFIT_MEMBER, HZ_BENEFIT_MEMBER_ID,
                                HZ_BENEFIT_SEAT,      HZ_BENEFIT_PLAN,   HZ_BENEFIT_VERSION,
                                HZ_BENEFIT_BENEFIT,   HZ_BENEFIT_LEVEL,  HZ_BENEFIT_DISEASE,
                                HZ_BENEFIT_DIAGNOSIS, HZ_BENEFIT_GRADES, HZ_BENEFIT_ENTER_TYPE,
                                HZ_BENEFIT_STATUS};
    for (size_t t = 0; t < HZ_COUNT(texts); t++)
        hz_batch_texts(batch, texts[t]);
}

/* Amounts of the columns from HZ_BENEFIT_TOTAL to HZ_BENEFIT_TOTAL_SELFPAY. */
enum { AMOUNTS = HZ_BENEFIT_TOTAL_SELFPAY - HZ_BENEFIT_TOTAL + 1 };
struct amounts {
    hz_fen of[AMOUNTS][HZ_BATCH_ROWS];
};

static void read_amounts(struct hz_batch *batch, struct amounts *amounts)
{
    for (int a = 0; a < AMOUNTS; a++) {
        /* cppcheck-suppress uninitvar */
        hz_batch_fen_or(batch, HZ_BENEFIT_TOTAL + a, HZ_NO_AMOUNT, amounts->of[a]);
        for (size_t r = 0; r < batch->rows && batch->column[HZ_BENEFIT_TOTAL + a]; r++)
            if (amounts->of[a][r] < 0 && amounts->of[a][r] != HZ_NO_AMOUNT)
                hz_batch_reject(batch, r, HZ_BENEFIT_TOTAL + a, "negative_money", "%s",
                                hz_money_fault_text(HZ_MONEY_NEGATIVE));
    }
}

/* What is left of an expense after all the funds; not known without the first of them. */
static hz_fen self_paid(hz_fen own, hz_fen expense, hz_fen pooled, hz_fen funds)
{
    if (own != HZ_NO_AMOUNT)
        return own;
    if (expense == HZ_NO_AMOUNT || pooled == HZ_NO_AMOUNT)
        return HZ_NO_AMOUNT;
    return expense > funds ? expense - funds : 0;
}

static void set_expenses(struct hz_plan_claim *claim, const struct amounts *amounts, size_t row)
{
    hz_fen a[AMOUNTS], funds = 0;
    for (int i = 0; i < AMOUNTS; i++)
        a[i] = amounts->of[i][row];
    for (int i = HZ_BENEFIT_POOLED - HZ_BENEFIT_TOTAL; i <= HZ_BENEFIT_FUND5 - HZ_BENEFIT_TOTAL;
         i++)
        funds += a[i] == HZ_NO_AMOUNT ? 0 : a[i];
    claim->expense[HZ_POOLED_PAYMENT] = a[HZ_BENEFIT_POOLED - HZ_BENEFIT_TOTAL];
    claim->expense[HZ_INSCOPE_EXPENSE] = a[HZ_BENEFIT_INSCOPE - HZ_BENEFIT_TOTAL];
    claim->expense[HZ_TOTAL_EXPENSE] = a[HZ_BENEFIT_TOTAL - HZ_BENEFIT_TOTAL];
    claim->expense[HZ_CLAIMED] = a[HZ_BENEFIT_CLAIMED - HZ_BENEFIT_TOTAL];
    claim->expense[HZ_INSCOPE_SELFPAY] = self_paid(a[HZ_BENEFIT_INSCOPE_SELFPAY - HZ_BENEFIT_TOTAL],
                                                   a[HZ_BENEFIT_INSCOPE - HZ_BENEFIT_TOTAL],
                                                   a[HZ_BENEFIT_POOLED - HZ_BENEFIT_TOTAL], funds);
    claim->expense[HZ_TOTAL_SELFPAY] = self_paid(a[HZ_BENEFIT_TOTAL_SELFPAY - HZ_BENEFIT_TOTAL],
                                                 a[HZ_BENEFIT_TOTAL - HZ_BENEFIT_TOTAL],
                                                 a[HZ_BENEFIT_POOLED - HZ_BENEFIT_TOTAL], funds);
}

bool hz_benefit_claims_decide(const struct hz_reader_file *file)
{
    return file->field_of[HZ_BENEFIT_APPROVED] >= 0 || file->field_of[HZ_BENEFIT_PAID] >= 0;
}

/*
 * What was paid, if anything was, or else approved, which of a rejected claim is nothing; of an
 * open claim nothing paid says nothing.
 */
static hz_fen decided_amount(const struct hz_batch *batch, size_t r, hz_fen paid, hz_fen approved)
{
    static const char *const open[] = {"reported", "opened", "reopened", "withdrawn"};
    const struct hz_text status = slice(batch, HZ_BENEFIT_CLAIM_STATUS, r);
    if (paid != HZ_NO_AMOUNT && paid != 0)
        return paid;
    if (hz_text_equal(status, hz_text_of("rejected")))
        return 0;
    if (approved != HZ_NO_AMOUNT)
        return approved;
    for (size_t s = 0; s < HZ_COUNT(open); s++)
        if (hz_text_equal(status, hz_text_of(open[s])))
            return HZ_NO_AMOUNT;
    return paid;
}

int hz_benefit_key_column(enum hz_cover_key key)
{
    return key == HZ_KEY_SEAT        ? HZ_BENEFIT_SEAT
           : key == HZ_KEY_MEMBER_ID ? HZ_BENEFIT_MEMBER_ID
                                     : HZ_BENEFIT_MEMBER;
}

bool hz_benefit_column_is_needed(int column, enum hz_cover_key key, bool has_members)
{
    if (column == HZ_BENEFIT_EVENT || column == hz_benefit_key_column(key))
        return true;
    return !has_members &&
           (column == HZ_BENEFIT_PLAN || column == HZ_BENEFIT_START || column == HZ_BENEFIT_END);
}

static void check_row(struct hz_batch *batch, size_t r, const struct hz_benefit_claim *row,
                      enum hz_cover_key by, bool has_members)
{
    const int key = hz_benefit_key_column(by);
    if (batch->column[key] && batch->column[key][r].length == 0)
        hz_batch_reject(batch, r, key, "no_member", _("is empty: whose claim is this?"));
    if (!has_members && row->facts.wait_from != HZ_NO_DATE &&
        row->facts.wait_from > row->facts.start)
        hz_batch_reject(batch, r, HZ_BENEFIT_WAIT_FROM, "wait_after_start",
                        _("is after the start"));
    if (!has_members && row->facts.end < row->facts.start)
        hz_batch_reject(batch, r, HZ_BENEFIT_END, "end_before_start", _("is before the start"));
    if (!has_members && row->facts.ended != HZ_NO_DATE && row->facts.ended < row->facts.start)
        hz_batch_reject(batch, r, HZ_BENEFIT_ENDED_ON, "ended_before_start",
                        _("is before the start"));
}

void hz_benefit_claims_read(struct hz_batch *batch, enum hz_cover_key key, bool has_members,
                            struct hz_benefit_claim row[])
{
    hz_date event[HZ_BATCH_ROWS], report[HZ_BATCH_ROWS], admit[HZ_BATCH_ROWS];
    hz_date discharge[HZ_BATCH_ROWS], start[HZ_BATCH_ROWS], end[HZ_BATCH_ROWS];
    hz_date wait_from[HZ_BATCH_ROWS], ended[HZ_BATCH_ROWS];
    int64_t days[HZ_BATCH_ROWS], units[HZ_BATCH_ROWS];
    hz_fen paid[HZ_BATCH_ROWS], approved[HZ_BATCH_ROWS];
    struct amounts amounts;
    hz_batch_dates(batch, HZ_BENEFIT_EVENT, event);
    hz_batch_dates_or(batch, HZ_BENEFIT_REPORT, HZ_NO_DATE, report);
    hz_batch_dates_or(batch, HZ_BENEFIT_ADMIT, HZ_NO_DATE, admit);
    hz_batch_dates_or(batch, HZ_BENEFIT_DISCHARGE, HZ_NO_DATE, discharge);
    hz_batch_dates_or(batch, HZ_BENEFIT_START, HZ_NO_DATE, start);
    hz_batch_dates_or(batch, HZ_BENEFIT_END, HZ_NO_DATE, end);
    hz_batch_dates_or(batch, HZ_BENEFIT_WAIT_FROM, HZ_NO_DATE, wait_from);
    hz_batch_dates_or(batch, HZ_BENEFIT_ENDED_ON, HZ_NO_DATE, ended);
    hz_batch_integers_or(batch, HZ_BENEFIT_DAYS, -1, 0, 36600, days);
    hz_batch_integers_or(batch, HZ_BENEFIT_UNITS, 1, 1, HZ_PLAN_UNITS, units);
    hz_batch_fen_or(batch, HZ_BENEFIT_PAID, HZ_NO_AMOUNT, paid);
    hz_batch_fen_or(batch, HZ_BENEFIT_APPROVED, HZ_NO_AMOUNT, approved);
    read_amounts(batch, &amounts);
    read_texts(batch);
    for (size_t r = 0; r < batch->rows; r++) {
        row[r].claim_no = slice(batch, HZ_BENEFIT_CLAIM, r);
        row[r].facts = (struct hz_cover_facts){.member = slice(batch, HZ_BENEFIT_MEMBER, r),
                                               .member_id = slice(batch, HZ_BENEFIT_MEMBER_ID, r),
                                               .id_no = slice(batch, HZ_BENEFIT_ID_NO, r),
                                               .seat = slice(batch, HZ_BENEFIT_SEAT, r),
                                               .plan = slice(batch, HZ_BENEFIT_PLAN, r),
                                               .version = slice(batch, HZ_BENEFIT_VERSION, r),
                                               .enter_type = slice(batch, HZ_BENEFIT_ENTER_TYPE, r),
                                               .status = slice(batch, HZ_BENEFIT_STATUS, r),
                                               .start = start[r],
                                               .end = end[r],
                                               .wait_from = wait_from[r],
                                               .ended = ended[r],
                                               .units = units[r]};
        row[r].claim = (struct hz_plan_claim){.benefit = slice(batch, HZ_BENEFIT_BENEFIT, r),
                                              .event = event[r],
                                              .report = report[r],
                                              .admit = admit[r],
                                              .discharge = discharge[r],
                                              .days = days[r],
                                              .disease = slice(batch, HZ_BENEFIT_DISEASE, r),
                                              .diagnosis = slice(batch, HZ_BENEFIT_DIAGNOSIS, r),
                                              .level = slice(batch, HZ_BENEFIT_LEVEL, r),
                                              .grades = slice(batch, HZ_BENEFIT_GRADES, r)};
        set_expenses(&row[r].claim, &amounts, r);
        row[r].decided = decided_amount(batch, r, paid[r], approved[r]);
        check_row(batch, r, &row[r], key, has_members);
        row[r].identity = hz_cover_identity(&row[r].facts, key);
    }
}

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

/* Where in a claim the texts and days of its columns go. */
struct goes {
    int column;
    size_t at;
};
#define GOES(column, member)                                                                       \
    {                                                                                              \
        column, offsetof(struct hz_benefit_claim, member)                                          \
    }
static const struct goes texts[] = {GOES(HZ_BENEFIT_CLAIM, claim_no),
                                    GOES(HZ_BENEFIT_MEMBER, facts.member),
                                    GOES(HZ_BENEFIT_MEMBER_ID, facts.member_id),
                                    GOES(HZ_BENEFIT_SEAT, facts.seat),
                                    GOES(HZ_BENEFIT_PLAN, facts.plan),
                                    GOES(HZ_BENEFIT_VERSION, facts.version),
                                    GOES(HZ_BENEFIT_BENEFIT, claim.benefit),
                                    GOES(HZ_BENEFIT_LEVEL, claim.level),
                                    GOES(HZ_BENEFIT_DISEASE, claim.disease),
                                    GOES(HZ_BENEFIT_DIAGNOSIS, claim.diagnosis),
                                    GOES(HZ_BENEFIT_GRADES, claim.grades),
                                    GOES(HZ_BENEFIT_ENTER_TYPE, facts.enter_type),
                                    GOES(HZ_BENEFIT_STATUS, facts.status),
                                    GOES(HZ_BENEFIT_ID_NO, facts.id_no)};
static const struct goes days[] = {
    GOES(HZ_BENEFIT_EVENT, claim.event),         GOES(HZ_BENEFIT_REPORT, claim.report),
    GOES(HZ_BENEFIT_ADMIT, claim.admit),         GOES(HZ_BENEFIT_DISCHARGE, claim.discharge),
    GOES(HZ_BENEFIT_START, facts.start),         GOES(HZ_BENEFIT_END, facts.end),
    GOES(HZ_BENEFIT_WAIT_FROM, facts.wait_from), GOES(HZ_BENEFIT_ENDED_ON, facts.ended)};
enum { TEXTS = HZ_COUNT(texts), DAYS = HZ_COUNT(days) };

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

/* Whether a status is a word, in small letters, whatever its own are. */
static bool is_status(struct hz_text status, const char *word)
{
    if (status.length != strlen(word))
        return false;
    for (size_t i = 0; i < status.length; i++)
        if ((status.at[i] | 0x20) != word[i])
            return false;
    return true;
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
    if (is_status(status, "rejected"))
        return 0;
    if (approved != HZ_NO_AMOUNT)
        return approved;
    for (size_t s = 0; s < HZ_COUNT(open); s++)
        if (is_status(status, open[s]))
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

static void check_stay(struct hz_batch *batch, size_t r, const struct hz_plan_claim *claim)
{
    if (claim->admit == HZ_NO_DATE || claim->discharge == HZ_NO_DATE)
        return;
    if (claim->discharge < claim->admit)
        hz_batch_reject(batch, r, HZ_BENEFIT_DISCHARGE, "discharge_before_admit",
                        _("is before the admission"));
    else if (claim->discharge - claim->admit > HZ_PLAN_DAYS)
        hz_batch_reject(batch, r, HZ_BENEFIT_DISCHARGE, "stay_too_long",
                        _("is more than a hundred years after the admission: expected the last "
                          "day of the stay"));
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
    check_stay(batch, r, &row->claim);
    if (!has_members && row->facts.ended != HZ_NO_DATE && row->facts.ended < row->facts.start)
        hz_batch_reject(batch, r, HZ_BENEFIT_ENDED_ON, "ended_before_start",
                        _("is before the start"));
}

/* A claim whose file has no column but those that are needed. */
static struct hz_benefit_claim absent(void)
{
    struct hz_benefit_claim claim = {.decided = HZ_NO_AMOUNT};
    for (size_t d = 0; d < DAYS; d++)
        memcpy((char *)&claim + days[d].at, &(hz_date){HZ_NO_DATE}, sizeof(hz_date));
    for (int e = 0; e < HZ_EXPENSES; e++)
        claim.claim.expense[e] = HZ_NO_AMOUNT;
    return claim;
}

/* The columns that the file has, and where they go. */
struct given {
    size_t texts, days;
    const struct hz_text *text[TEXTS];
    hz_date day[DAYS][HZ_BATCH_ROWS];
    size_t text_at[TEXTS], day_at[DAYS];
};

static void read_given(struct hz_batch *batch, struct given *given)
{
    given->texts = given->days = 0;
    for (size_t d = 0; d < DAYS; d++) {
        if (!batch->column[days[d].column])
            continue;
        given->day_at[given->days] = days[d].at;
        if (days[d].column == HZ_BENEFIT_EVENT)
            hz_batch_dates(batch, days[d].column, given->day[given->days++]);
        else
            hz_batch_dates_or(batch, days[d].column, HZ_NO_DATE, given->day[given->days++]);
    }
    for (size_t t = 0; t < TEXTS; t++) {
        if (!batch->column[texts[t].column])
            continue;
        given->text_at[given->texts] = texts[t].at;
        given->text[given->texts++] = batch->column[texts[t].column];
    }
}

static void set_given(struct hz_benefit_claim *claim, const struct given *given, size_t row)
{
    for (size_t t = 0; t < given->texts; t++)
        memcpy((char *)claim + given->text_at[t], &given->text[t][row], sizeof(struct hz_text));
    for (size_t d = 0; d < given->days; d++)
        memcpy((char *)claim + given->day_at[d], &given->day[d][row], sizeof(hz_date));
}

static bool has_any(const struct hz_batch *batch, int from, int to)
{
    while (from <= to && !batch->column[from])
        from++;
    return from <= to;
}

void hz_benefit_claims_read(struct hz_batch *batch, enum hz_cover_key key, bool has_members,
                            struct hz_benefit_claim row[])
{
    const struct hz_benefit_claim none = absent();
    const bool has_amounts = has_any(batch, HZ_BENEFIT_TOTAL, HZ_BENEFIT_TOTAL_SELFPAY);
    const bool decides = has_any(batch, HZ_BENEFIT_CLAIM_STATUS, HZ_BENEFIT_PAID);
    struct given given;
    int64_t stay[HZ_BATCH_ROWS], units[HZ_BATCH_ROWS];
    hz_fen paid[HZ_BATCH_ROWS], approved[HZ_BATCH_ROWS];
    struct amounts amounts;
    read_given(batch, &given);
    hz_batch_integers_or(batch, HZ_BENEFIT_DAYS, -1, 0, HZ_PLAN_DAYS, stay);
    hz_batch_integers_or(batch, HZ_BENEFIT_UNITS, 1, 1, HZ_PLAN_UNITS, units);
    hz_batch_fen_or(batch, HZ_BENEFIT_PAID, HZ_NO_AMOUNT, paid);
    hz_batch_fen_or(batch, HZ_BENEFIT_APPROVED, HZ_NO_AMOUNT, approved);
    if (has_amounts)
        read_amounts(batch, &amounts);
    for (size_t t = 0; t < TEXTS; t++)
        hz_batch_texts(batch, texts[t].column);
    for (size_t r = 0; r < batch->rows; r++) {
        row[r] = none;
        set_given(&row[r], &given, r);
        row[r].claim.days = stay[r];
        row[r].facts.units = units[r];
        if (has_amounts)
            set_expenses(&row[r].claim, &amounts, r);
        if (decides)
            row[r].decided = decided_amount(batch, r, paid[r], approved[r]);
        check_row(batch, r, &row[r], key, has_members);
        row[r].identity = hz_cover_identity(&row[r].facts, key);
    }
}

/* check_claims.c: the checks of claim records: see check.h. */

#include "base/identity.h"
#include "base/memory.h"
#include "plan/benefit.h"
#include "record/check.h"
#include "record/claims.h"
#include "record/cover_reader.h"

#include <inttypes.h>
#include <stdlib.h>

enum {
    CLAIM,
    MEMBER,
    MEMBER_ID,
    PLAN,
    VERSION,
    BENEFIT,
    EVENT,
    REPORT,
    FILED,
    DECIDED,
    TRANSACTION,
    ADMIT,
    DISCHARGE,
    DAYS,
    START,
    END,
    WAIT_FROM,
    UNITS,
    COVER_STATUS,
    ENTER_TYPE,
    TOTAL,
    OWN_PAY,
    OVER_LIMIT,
    PRE_PAY,
    INSCOPE,
    CLAIMED,
    APPROVED,
    PAID,
    ENDED,
    ID_NO,
    SEAT,
    ESTIMATE,
    STATUS,
    EX_GRATIA,
    OFFICE,
    PROVINCE,
    LEVEL
};

static const struct hz_column columns[] = {
    [CLAIM] = {"claim", true, false},
    [MEMBER] = {"member", true, true},
    [MEMBER_ID] = {"member_id", true, true},
    [PLAN] = {"plan", true, false},
    [VERSION] = {"plan_version", true, false},
    [BENEFIT] = {"benefit", true, false},
    [EVENT] = {"event", false, false},
    [REPORT] = {"report", true, false},
    [FILED] = {"filed", true, false},
    [DECIDED] = {"decided", true, false},
    [TRANSACTION] = {"transaction", true, false},
    [ADMIT] = {"admit", true, false},
    [DISCHARGE] = {"discharge", true, false},
    [DAYS] = {"days", true, false},
    [START] = {"start", true, false},
    [END] = {"end", true, false},
    [WAIT_FROM] = {"wait_from", true, false},
    [UNITS] = {"units", true, false},
    [COVER_STATUS] = {"cover_status", true, false},
    [ENTER_TYPE] = {"enter_type", true, false},
    [TOTAL] = {"medfee_sumamt", true, false},
    [OWN_PAY] = {"fulamt_ownpay_amt", true, false},
    [OVER_LIMIT] = {"overlmt_selfpay", true, false},
    [PRE_PAY] = {"preselfpay_amt", true, false},
    [INSCOPE] = {"inscp_scp_amt", true, false},
    [CLAIMED] = {"claimed", true, false},
    [APPROVED] = {"approved", true, false},
    [PAID] = {"paid", true, false},
    [ENDED] = {"ended", true, false},
    [ID_NO] = {"id_no", true, true},
    [SEAT] = {"seat_id", true, true},
    [ESTIMATE] = {"case_estimate", true, false},
    [STATUS] = {"status", true, false},
    [EX_GRATIA] = {"ex_gratia", true, false},
    [OFFICE] = {"office", true, false},
    [PROVINCE] = {"province", true, false},
    [LEVEL] = {"hosp_level", true, false},
    {NULL, false, false},
};

struct row {
    struct hz_text edited; /* the first, as hz_check_rows wants it */
    const struct hz_plan *plan;
    const struct hz_benefit *benefit; /* NULL: not told */
    struct hz_identity claim, cover, person;
    bool has_claim, has_cover, has_invoice;
    hz_date admit, discharge; /* of the invoice, with its total */
    hz_fen total;
    hz_fen paid;
    struct hz_text paid_text;
    int64_t units;
    hz_date event;
    struct hz_text event_text;
    struct hz_cover_facts facts; /* by which it is joined to its cover */
};

/* What has been paid under a cover, for one benefit or for all. */
struct paid_so_far {
    struct hz_identity identity;
    hz_fen paid;
    int64_t claims;
    hz_date ended; /* day of the event that ended it; 0: none, as no cover is of 1970 */
    struct hz_identity ended_by;
};

/* What one claim was paid of them, net: it counts as long as that is above nothing. */
struct paid_claim {
    struct hz_identity identity;
    hz_fen paid;
};

struct claims {
    const struct hz_check_settings *settings;
    struct hz_index invoice, paid, claim;
    struct hz_covers covers;
};

struct invoice {
    struct hz_identity identity, claim;
};

/* ---- A row by itself */

/* Each date that is there, against the nearest one before it that is. */
static void check_order(const struct hz_check_cell *cell, const hz_date date[])
{
    static const struct {
        int column;
        const char *code, *sentence;
    } steps[] = {{EVENT, "", ""},
                 {REPORT, "report_before_event", N_("is before the event")},
                 {FILED, "filed_before_report", N_("is before the step before it")},
                 {DECIDED, "decided_before_filed", N_("is before the step before it")},
                 {TRANSACTION, "paid_before_decided", N_("is before the step before it")}};
    hz_date last = date[EVENT];
    for (size_t s = 1; s < HZ_COUNT(steps); s++) {
        const hz_date day = date[steps[s].column];
        if (day == HZ_NO_DATE)
            continue;
        if (last != HZ_NO_DATE && day < last)
            hz_cell_find(cell, HZ_REJECTED, steps[s].column, steps[s].code, _(steps[s].sentence));
        last = day > last ? day : last;
    }
}

static void check_stay(const struct hz_check_cell *cell, hz_date admit, hz_date discharge,
                       int64_t days)
{
    if (admit == HZ_NO_DATE || discharge == HZ_NO_DATE)
        return;
    if (discharge < admit)
        hz_cell_find(cell, HZ_REJECTED, DISCHARGE, "discharge_before_admit",
                     _("is before the admission"));
    else if (days >= 0 && days != discharge - admit && days != discharge - admit + 1)
        hz_batch_find(cell->batch, cell->row, HZ_WARNED, DAYS, hz_cell_raw(cell, DAYS),
                      "days_mismatch", _("is not %d, the nights between admission and discharge"),
                      discharge - admit);
}

static bool exceeds(hz_fen a, hz_fen b)
{
    return a != HZ_NO_AMOUNT && b != HZ_NO_AMOUNT && a > b;
}

static void check_amounts(const struct hz_check_cell *cell, const hz_fen amount[])
{
    hz_fen parts = 0;
    bool whole = amount[TOTAL] != HZ_NO_AMOUNT;
    if (exceeds(amount[PAID], amount[APPROVED]))
        hz_cell_find(cell, HZ_REJECTED, PAID, "paid_above_approved",
                     _("is more than was approved"));
    if (exceeds(amount[APPROVED], amount[CLAIMED]))
        hz_cell_find(cell, HZ_REJECTED, APPROVED, "approved_above_claimed",
                     _("is more than was claimed"));
    for (int c = OWN_PAY; c <= INSCOPE; c++) {
        whole &= amount[c] != HZ_NO_AMOUNT;
        parts += amount[c] == HZ_NO_AMOUNT ? 0 : amount[c];
    }
    if (whole && llabs(parts - amount[TOTAL]) > 1)
        hz_cell_find(cell, HZ_WARNED, TOTAL, "expense_sum", _("is not the sum of its four parts"));
}

static void check_cover(const struct hz_check_cell *cell, const hz_date date[])
{
    const bool is_swapped =
        hz_text_equal(hz_cell_code(cell, COVER_STATUS), hz_text_of("swapped_out"));
    if (date[EVENT] == HZ_NO_DATE)
        return;
    if (date[START] != HZ_NO_DATE && date[EVENT] < date[START])
        hz_cell_find(cell, HZ_REJECTED, EVENT, "before_cover",
                     _("is before the first day of cover"));
    if (date[END] != HZ_NO_DATE && date[EVENT] > date[END])
        hz_cell_find(cell, HZ_REJECTED, EVENT, is_swapped ? "swapped_out_holder" : "after_cover",
                     is_swapped ? _("is after the seat went to another")
                                : _("is after the last day of cover"));
    else if (date[ENDED] != HZ_NO_DATE && date[EVENT] > date[ENDED])
        hz_cell_find(cell, HZ_REJECTED, EVENT, is_swapped ? "swapped_out_holder" : "ended",
                     is_swapped ? _("is after the seat went to another")
                                : _("is after the day on which the cover ended"));
}

/* A payment within a band of waiting days that is paid nothing. */
static void check_waiting(const struct hz_check_cell *cell, const struct row *row,
                          const hz_date date[])
{
    const hz_date from = date[WAIT_FROM] != HZ_NO_DATE ? date[WAIT_FROM] : date[START];
    const struct hz_text enter = hz_cell_code(cell, ENTER_TYPE);
    const bool is_renewal =
        date[WAIT_FROM] == HZ_NO_DATE && hz_text_equal(enter, hz_text_of("renew"));
    if (!row->benefit || from == HZ_NO_DATE || row->paid <= 0 || is_renewal)
        return;
    const int64_t day = (int64_t)date[EVENT] - from + 1;
    for (size_t w = 0; w < row->benefit->waitings; w++) {
        const struct hz_waiting_band *band = &row->benefit->waiting[w];
        const int64_t pays = band->has_amount ? band->amount : band->rate.value;
        if (pays == 0 && day >= band->from && day <= band->through)
            hz_batch_find(
                cell->batch, cell->row, HZ_WARNED, EVENT, hz_cell_raw(cell, EVENT), "waiting",
                _("is day %" PRId64 " of cover, in the waiting days to %" PRId64 ", and was paid"),
                day, band->through);
    }
}

static const struct hz_plan *plan_of(const struct hz_check_cell *cell, hz_date day)
{
    size_t at = 0;
    const struct hz_plans *plans = cell->settings->plans;
    if (!plans || !cell->batch->column[PLAN] || day == HZ_NO_DATE)
        return NULL;
    const struct hz_plan *plan =
        hz_plans_find(plans, hz_cell_code(cell, PLAN), hz_cell_code(cell, VERSION), day, &at);
    if (!plan)
        hz_cell_find(cell, HZ_REJECTED, PLAN, "unknown_plan",
                     _("is no plan of --plans that holds on the day"));
    return plan;
}

static const struct hz_benefit *benefit_of(const struct hz_check_cell *cell,
                                           const struct hz_plan *plan)
{
    const struct hz_text word = hz_cell_code(cell, BENEFIT);
    if (!plan || word.length == 0)
        return plan && plan->benefits == 1 ? &plan->benefit[0] : NULL;
    for (size_t b = 0; b < plan->benefits; b++)
        if (hz_text_equal(plan->benefit[b].code, word) || hz_texts_have(plan->benefit[b].ons, word))
            return &plan->benefit[b];
    hz_cell_find(cell, HZ_REJECTED, BENEFIT, "unknown_benefit", _("is no benefit of the plan"));
    return NULL;
}

static void identify(const struct hz_check_cell *cell, struct row *row, const hz_date date[],
                     hz_fen total)
{
    const struct hz_text claim = hz_cell_code(cell, CLAIM);
    row->facts = (struct hz_cover_facts){.member = hz_cell_code(cell, MEMBER),
                                         .member_id = hz_cell_code(cell, MEMBER_ID),
                                         .id_no = hz_cell_code(cell, ID_NO),
                                         .seat = hz_cell_code(cell, SEAT),
                                         .plan = hz_cell_code(cell, PLAN)};
    const struct hz_text who =
        row->facts.member.length > 0 ? row->facts.member : row->facts.member_id;
    row->has_claim = claim.length > 0;
    row->claim = hz_identity_of(claim);
    row->has_cover = who.length > 0 && row->plan;
    if (row->has_cover)
        row->cover = hz_identity_number(hz_identity_with(hz_identity_of(who), row->plan->code),
                                        date[START] == HZ_NO_DATE ? 0 : date[START]);
    row->person = hz_identity_person(row->facts.id_no, row->facts.member_id);
    if (row->person.low == 0)
        row->person = hz_identity_of(row->facts.member);
    row->person.high = 0; /* half of it tells persons, as in covers */
    row->has_invoice = (who.length > 0 || row->facts.id_no.length > 0) &&
                       date[ADMIT] != HZ_NO_DATE && total != HZ_NO_AMOUNT;
    row->admit = date[ADMIT];
    row->discharge = date[DISCHARGE];
    row->total = total;
}

/* Texts that commands compare or group by. */
#define COLUMN(column) HZ_BATCH_COLUMN(column)
static const uint64_t texts = COLUMN(CLAIM) | COLUMN(MEMBER) | COLUMN(MEMBER_ID) | COLUMN(PLAN) |
                              COLUMN(VERSION) | COLUMN(BENEFIT) | COLUMN(COVER_STATUS) |
                              COLUMN(ENTER_TYPE) | COLUMN(OFFICE) | COLUMN(PROVINCE) |
                              COLUMN(LEVEL);

/* What other commands will refuse of a row that is good enough for some: told here before. */
static void check_status(const struct hz_check_cell *cell, hz_date transaction, hz_fen paid)
{
    const struct hz_batch *batch = cell->batch;
    hz_cell_flag(cell, EX_GRATIA);
    hz_cell_money(cell, ESTIMATE, false);
    if (batch->column[STATUS] && hz_claim_step(hz_cell_code(cell, STATUS)) < 0)
        hz_cell_find(cell, HZ_WARNED, STATUS, "bad_status", hz_claim_status_text());
    if (batch->column[CLAIM] && hz_cell_code(cell, CLAIM).length == 0)
        hz_cell_find(cell, HZ_WARNED, CLAIM, "empty_claim",
                     _("is empty: expected the number of the claim"));
    if (batch->column[TRANSACTION] && hz_cell_raw(cell, TRANSACTION).length == 0 &&
        transaction == HZ_NO_DATE && paid != HZ_NO_AMOUNT && paid != 0)
        hz_cell_find(cell, HZ_WARNED, TRANSACTION, "no_transaction",
                     _("is empty: a triangle needs the day of a payment"));
}

/* What was done so long after the event that one of the two is no day of this claim. */
static void check_century(const struct hz_check_cell *cell, const hz_date date[])
{
    const hz_date event = date[EVENT], report = date[REPORT], transaction = date[TRANSACTION];
    if ((report != HZ_NO_DATE && report - event > HZ_CLAIM_CENTURY) ||
        (transaction != HZ_NO_DATE && transaction - event > HZ_CLAIM_CENTURY))
        hz_cell_find(cell, HZ_REJECTED, EVENT, "century", hz_claim_century_text());
}

static void check_row(const struct hz_check_cell *cell, void *carried)
{
    struct row *row = carried;
    static const int dates[] = {EVENT,     REPORT, FILED, DECIDED,   TRANSACTION, ADMIT,
                                DISCHARGE, START,  END,   WAIT_FROM, ENDED};
    hz_date date[ENDED + 1];
    hz_fen amount[PAID + 1];
    for (size_t d = 0; d < HZ_COUNT(dates); d++)
        date[dates[d]] = hz_cell_date(cell, dates[d]);
    for (int c = TOTAL; c <= PAID; c++)
        amount[c] = hz_cell_money(cell, c, c == PAID);
    row->units = hz_cell_integer(cell, UNITS, 1, 1, HZ_PLAN_UNITS);
    const int64_t days = hz_cell_integer(cell, DAYS, -1, 0, INT32_MAX);
    hz_cell_codes(cell, texts);
    check_status(cell, date[TRANSACTION], amount[PAID]);
    if (cell->batch->rejected[cell->row])
        return;
    if (date[EVENT] == HZ_NO_DATE) {
        hz_cell_find(cell, HZ_REJECTED, EVENT, "no_event", _("is empty: when did it happen?"));
        return;
    }
    if (amount[PAID] != HZ_NO_AMOUNT && llabs(amount[PAID]) > HZ_CLAIM_MOST)
        hz_cell_find(cell, HZ_REJECTED, PAID, "claim_too_large", hz_claim_too_large_text());
    check_order(cell, date);
    check_century(cell, date);
    check_stay(cell, date[ADMIT], date[DISCHARGE], days);
    check_amounts(cell, amount);
    check_cover(cell, date);
    row->event = date[EVENT];
    row->paid = amount[PAID] == HZ_NO_AMOUNT ? 0 : amount[PAID];
    row->paid_text = hz_cell_raw(cell, PAID);
    row->event_text = hz_cell_raw(cell, EVENT);
    row->plan = plan_of(cell, date[START] != HZ_NO_DATE ? date[START] : date[EVENT]);
    row->benefit = benefit_of(cell, row->plan);
    check_waiting(cell, row, date);
    identify(cell, row, date, amount[TOTAL]);
}

static void each(struct hz_batch *batch, void *carry, struct hz_buffer *out, const void *settings)
{
    (void)out;
    hz_check_rows(batch, settings, carry, sizeof(struct row), check_row);
}

/* ---- Rows together, in order */

static void check_invoice(struct claims *claims, struct hz_batch *batch, size_t r,
                          const struct row *row)
{
    bool is_new;
    if (!row->has_invoice)
        return;
    struct hz_identity same = hz_identity_number(row->person, row->admit);
    same = hz_identity_number(hz_identity_number(same, row->discharge), row->total);
    struct invoice *invoice = hz_index_add(&claims->invoice, same, &is_new);
    if (is_new)
        invoice->claim = row->claim;
    else if (!row->has_claim || !hz_identity_equal(invoice->claim, row->claim))
        hz_batch_find(batch, r, HZ_WARNED, HZ_WHOLE_ROW, (struct hz_text){0}, "duplicate_invoice",
                      _("the same stay and expense of the same person as in an earlier claim"));
}

static void warn_paid(struct hz_batch *batch, size_t r, const struct row *row, const char *code,
                      const char *sentence)
{
    hz_batch_find(batch, r, HZ_WARNED, PAID, row->paid_text, code, "%s", sentence);
}

static void check_limits(struct claims *claims, struct hz_batch *batch, size_t r,
                         const struct row *row, bool ends_paid)
{
    const struct hz_plan *plan = row->plan;
    const struct hz_benefit *benefit = row->benefit;
    bool is_new;
    if (!row->has_cover || row->paid == 0)
        return;
    struct hz_identity own = row->cover;
    if (benefit)
        own = hz_identity_number(own, benefit - plan->benefit + 1);
    const struct hz_text number = {(const char *)&row->claim, sizeof row->claim};
    struct paid_claim *claim = hz_index_add(&claims->claim, hz_identity_with(own, number), NULL);
    const bool was_paid = claim->paid > 0;
    claim->paid += row->paid;
    struct paid_so_far *so_far = hz_index_add(&claims->paid, own, &is_new);
    const bool is_other = so_far->ended != 0 && !hz_identity_equal(so_far->ended_by, row->claim);
    so_far->paid += row->paid;
    so_far->claims += (claim->paid > 0) - was_paid;
    const hz_fen most = benefit ? benefit->most_per_term : plan->most_per_term;
    const int64_t times =
        benefit ? (benefit->per_unit ? row->units : 1) : (plan->limit_per_unit ? row->units : 1);
    if (row->paid < 0) {
        if (!is_other && claim->paid <= 0)
            so_far->ended = 0; /* what had ended the benefit was taken back */
        return;
    }
    if (most != HZ_UNLIMITED && (hz_sum)so_far->paid > (hz_sum)most * times)
        warn_paid(batch, r, row, "limit_exceeded",
                  _("with what was paid before is above the limit of the term"));
    if (benefit && so_far->claims > benefit->most_claims)
        warn_paid(batch, r, row, "too_many_claims", _("is for one claim more than the term has"));
    if (is_other && row->event >= so_far->ended)
        warn_paid(batch, r, row, "after_termination",
                  _("after a payment that has ended the benefit"));
    if ((ends_paid || (benefit && benefit->terminates != HZ_ENDS_NOTHING)) && so_far->ended == 0) {
        so_far->ended = row->event;
        so_far->ended_by = row->claim;
    }
}

/* What a claim finds in the file of members: false, and told, if it has no cover on the day. */
static bool check_member(const struct claims *claims, struct hz_batch *batch, size_t r,
                         const struct row *row, struct hz_cover_record *cover)
{
    const struct hz_check_settings *set = claims->settings;
    const char *code = NULL, *sentence = NULL;
    if (!hz_covers_find(&claims->covers, hz_cover_identity(&row->facts, set->key), row->event,
                        cover)) {
        hz_batch_find(batch, r, HZ_REJECTED, set->key == HZ_KEY_MEMBER ? MEMBER : MEMBER_ID,
                      set->key == HZ_KEY_MEMBER ? row->facts.member : row->facts.member_id,
                      "no_cover", _("is no member of --members"));
    } else if (row->event < cover->start) {
        code = "before_cover";
        sentence = _("is before the first day of cover");
    } else if (row->event > hz_cover_last(cover) && cover->is_swapped_out) {
        code = "swapped_out_holder";
        sentence = _("is after the seat went to another");
    } else if (row->event > cover->end) {
        code = "after_cover";
        sentence = _("is after the last day of cover");
    } else if (row->event > hz_cover_last(cover)) {
        code = "ended";
        sentence = _("is after the day on which the cover ended");
    }
    if (code)
        hz_batch_find(batch, r, HZ_REJECTED, EVENT, row->event_text, code, "%s", sentence);
    return !batch->rejected[r];
}

static void settle_row(struct claims *claims, struct hz_batch *batch, size_t r, struct row *row)
{
    struct hz_cover_record cover = {0};
    if (claims->settings->members && !check_member(claims, batch, r, row, &cover))
        return;
    if (cover.person != 0)
        row->person = (struct hz_identity){.low = cover.person};
    check_invoice(claims, batch, r, row);
    check_limits(claims, batch, r, row, cover.ends_paid);
}

static void settle(struct hz_batch *batch, void *const carry[], size_t lane, struct hz_buffer *out,
                   void *state)
{
    struct hz_check_passed passed = {batch, out, 0};
    (void)lane;
    for (size_t r = 0; r < batch->rows; r++) {
        struct row *row = carry[r];
        if (!batch->rejected[r])
            settle_row(state, batch, r, row);
        if (batch->rejected[r] || row->edited.length > 0)
            hz_check_pass(&passed, r, row->edited);
    }
    hz_check_pass(&passed, batch->rows, (struct hz_text){0});
}

static void free_claims(void *state)
{
    struct claims *claims = state;
    hz_index_free(&claims->invoice);
    hz_index_free(&claims->paid);
    hz_index_free(&claims->claim);
    hz_covers_free(&claims->covers);
    free(claims);
}

static bool load(void *state, int threads, struct hz_error *err)
{
    struct claims *claims = state;
    const struct hz_check_settings *set = claims->settings;
    const struct hz_cover_source source = {set->members, set->plans, set->key};
    return !set->members || hz_covers_read(&claims->covers, &source, threads, err);
}

struct hz_map hz_check_claims(const struct hz_check_settings *settings)
{
    struct claims *claims = hz_allocate(1, sizeof *claims);
    claims->settings = settings;
    claims->invoice.size = sizeof(struct invoice);
    claims->paid.size = sizeof(struct paid_so_far);
    claims->claim.size = sizeof(struct paid_claim);
    return (struct hz_map){.columns = columns,
                           .carried = sizeof(struct row),
                           .settings = settings,
                           .state = claims,
                           .load = load,
                           .each = each,
                           .settle = settle,
                           .release = free_claims};
}

/* check_members.c: the checks of member records: see check.h. */

#include "base/identity.h"
#include "file/forms.h"
#include "fund/unearned.h"
#include "plan/benefit.h"
#include "record/check.h"
#include "record/check_held.h"
#include "record/repair.h"

#include <inttypes.h>

const char *const hz_checked_names[] = {"members", "claims", NULL};

enum {
    MEMBER,
    MEMBER_ID,
    PLAN,
    VERSION,
    UNIT,
    HEADCOUNT,
    ID_TYPE,
    ID_NO,
    NAME,
    SEX,
    BIRTH,
    UNITS,
    START,
    END,
    WAIT_FROM,
    ENTER_TYPE,
    CONTRIBUTION,
    SELF,
    EMPLOYER,
    UNION,
    GOVERNMENT,
    PAID_DATE,
    INSURANCE,
    WORKER_TYPE,
    SEAT,
    REPLACES,
    OFFICE,
    STATUS,
    ENDED,
    ENTRY,
    PROVINCE,
    UNIT_NAME,
    OCCUPATION,
    DEPOSIT,
    GIVEN_BACK
};

static const struct hz_column columns[] = {
    [MEMBER] = {"member", true, true},
    [MEMBER_ID] = {"member_id", true, true},
    [PLAN] = {"plan", true, false},
    [VERSION] = {"plan_version", true, false},
    [UNIT] = {"unit_id", true, false},
    [HEADCOUNT] = {"unit_headcount", true, false},
    [ID_TYPE] = {"id_type", true, false},
    [ID_NO] = {"id_no", true, true},
    [NAME] = {"name", true, true},
    [SEX] = {"sex", true, true},
    [BIRTH] = {"birth", true, true},
    [UNITS] = {"units", true, false},
    [START] = {"start", false, false},
    [END] = {"end", false, false},
    [WAIT_FROM] = {"wait_from", true, false},
    [ENTER_TYPE] = {"enter_type", true, false},
    [CONTRIBUTION] = {"contribution", true, false},
    [SELF] = {"contribution_self", true, false},
    [EMPLOYER] = {"contribution_unit", true, false},
    [UNION] = {"contribution_union", true, false},
    [GOVERNMENT] = {"contribution_government", true, false},
    [PAID_DATE] = {"paid_date", true, false},
    [INSURANCE] = {"med_ins_type", true, false},
    [WORKER_TYPE] = {"worker_type", true, false},
    [SEAT] = {"seat_id", true, true},
    [REPLACES] = {"replaces", true, true},
    [OFFICE] = {"office", true, false},
    [STATUS] = {"status", true, false},
    [ENDED] = {"ended", true, false},
    [ENTRY] = {"entry", true, false},
    [PROVINCE] = {"province", true, false},
    [UNIT_NAME] = {"unit_name", true, false},
    [OCCUPATION] = {"occupation", true, false},
    [DEPOSIT] = {"deposit", true, false},
    [GIVEN_BACK] = {"refund", true, false},
    {NULL, false, false},
};

/* ---- A row by itself */

static inline bool is_word(struct hz_text text, const char *word)
{
    return hz_text_equal(text, hz_text_of(word));
}

static int sex_of(const struct hz_check_cell *cell)
{
    struct hz_text text = hz_cell_code(cell, SEX);
    if (is_word(text, "1"))
        return 1;
    if (is_word(text, "2"))
        return 2;
    if (text.length > 0 && !is_word(text, "0") && !is_word(text, "9"))
        hz_cell_find(cell, HZ_REJECTED, SEX, "bad_sex",
                     _("is no sex: expected 1, 2, 0 or 9 (GB/T 2261.1)"));
    return 0;
}

static bool has_card(const struct hz_check_cell *cell)
{
    const struct hz_text type = hz_cell_code(cell, ID_TYPE);
    return type.length == 0 || is_word(type, "01") || is_word(type, "1");
}

/* The number of an identity card, and whether birth and sex agree with it. */
static void check_card(const struct hz_check_cell *cell, int *sex, hz_date *birth)
{
    const bool is_card = has_card(cell);
    struct hz_text number = is_card ? hz_cell_card(cell, ID_NO) : hz_cell_code(cell, ID_NO);
    hz_date born;
    int is;
    if (number.length == 0) {
        if (cell->batch->column[ID_NO])
            hz_cell_find(cell, HZ_WARNED, ID_NO, "id_missing",
                         _("is empty: this person cannot be told from others"));
        return;
    }
    if (!is_card)
        return;
    if (number.length == 18 && number.at[17] == 'x') {
        char upper[18];
        memcpy(upper, number.at, 18);
        upper[17] = 'X';
        hz_batch_find(cell->batch, cell->row, cell->settings->fixes ? HZ_FIXED : HZ_REJECTED, ID_NO,
                      number, "id_small_x",
                      cell->settings->fixes ? _("ends in X now")
                                            : _("should end in a capital X: --fix does that"));
        number = hz_batch_keep(cell->batch, (struct hz_text){upper, 18});
        if (cell->settings->fixes) {
            cell->repaired->text[ID_NO] = number;
            cell->repaired->any = true;
        }
    }
    enum hz_card_fault fault = hz_card_check(number, &born, &is);
    if (fault != HZ_CARD_GOOD) {
        /* Some numbers that were issued fail the check: a person decides. */
        char why[HZ_CARD_TEXT];
        hz_card_tell(fault, number, why);
        hz_cell_find(cell, fault == HZ_CARD_CHECK_DIGIT ? HZ_WARNED : HZ_REJECTED, ID_NO,
                     hz_card_codes[fault], why);
        return;
    }
    if (*birth != HZ_NO_DATE && *birth != born)
        hz_cell_find(cell, HZ_WARNED, BIRTH, "birth_mismatch",
                     _("is not the day in the identity card's number"));
    if (*sex != 0 && *sex != is)
        hz_cell_find(cell, HZ_WARNED, SEX, "sex_mismatch",
                     _("is not the sex in the identity card's number"));
    *birth = *birth == HZ_NO_DATE ? born : *birth;
    *sex = *sex == 0 ? is : *sex;
}

/* Whole years on a day. */
static int64_t age_on(hz_date birth, hz_date day)
{
    struct hz_civil b = hz_date_civil(birth), d = hz_date_civil(day);
    return d.year - b.year - (d.month < b.month || (d.month == b.month && d.day < b.day));
}

static void check_age(const struct hz_check_cell *cell, const struct hz_plan *plan, int64_t age,
                      struct hz_ages ages)
{
    (void)plan;
    if (age < ages.least && ages.most == HZ_UNLIMITED)
        hz_batch_find(
            cell->batch, cell->row, HZ_WARNED, BIRTH, hz_cell_raw(cell, BIRTH), "age",
            _("is an age of %" PRId64 " on the first day: the plan takes %" PRId64 " and above"),
            age, ages.least);
    else if (age < ages.least || age > ages.most)
        hz_batch_find(
            cell->batch, cell->row, HZ_WARNED, BIRTH, hz_cell_raw(cell, BIRTH), "age",
            _("is an age of %" PRId64 " on the first day: the plan takes %" PRId64 " to %" PRId64),
            age, ages.least, ages.most);
}

static void check_person(const struct hz_check_cell *cell, const struct hz_plan *plan, int sex,
                         hz_date birth, hz_date start)
{
    const struct hz_text kind = hz_cell_code(cell, WORKER_TYPE);
    const struct hz_text insurance = hz_cell_code(cell, INSURANCE);
    if (plan->sex != HZ_ANY_SEX && sex != 0 && sex != (int)plan->sex)
        hz_cell_find(cell, HZ_REJECTED, SEX, "wrong_sex", _("is not the sex that the plan is for"));
    if (birth != HZ_NO_DATE && start != HZ_NO_DATE) {
        const int64_t age = age_on(birth, start);
        check_age(cell, plan, age, plan->ages);
        if (sex == 1)
            check_age(cell, plan, age, plan->male);
        if (sex == 2)
            check_age(cell, plan, age, plan->female);
    }
    if (kind.length > 0 && plan->worker_types.count > 0 && !hz_texts_have(plan->worker_types, kind))
        hz_cell_find(cell, HZ_WARNED, WORKER_TYPE, "worker_type",
                     _("is not a kind that the plan is for"));
    if (insurance.length > 0 && plan->insurance.count > 0 &&
        !hz_texts_have(plan->insurance, insurance) &&
        !hz_texts_have(plan->insurance, hz_text_of(is_word(insurance, "310")   ? "employee"
                                                   : is_word(insurance, "390") ? "resident"
                                                                               : "")))
        hz_cell_find(cell, HZ_WARNED, INSURANCE, "insurance",
                     _("is not the insurance that the plan is for"));
}

/* A gift that nobody has paid for. */
static bool is_free(const struct hz_check_cell *cell, hz_fen contribution)
{
    return contribution == 0 && is_word(hz_cell_code(cell, ENTER_TYPE), "gift");
}

/* One who takes a seat over, or has given it up, has a part of the term and pays nothing for it. */
static bool is_swap(const struct hz_check_cell *cell, const struct hz_plan *plan)
{
    return plan->has_seats && (is_word(hz_cell_code(cell, ENTER_TYPE), "swap") ||
                               is_word(hz_cell_code(cell, STATUS), "swapped_out") ||
                               hz_cell_code(cell, REPLACES).length > 0);
}

static void tell_no_end(const struct hz_check_cell *cell)
{
    hz_cell_find(cell, HZ_WARNED, STATUS, "status_without_ended",
                 _("says that the cover is over, but no day \"ended\" says since when: it is "
                   "taken to hold to its end"));
}

static void check_terms(const struct hz_check_cell *cell, const struct hz_plan *plan,
                        const struct hz_held_row *row, hz_fen contribution)
{
    const hz_fen price = hz_plan_contribution(plan, row->start, row->end);
    char due[HZ_SUM_TEXT];
    if (!hz_plan_is_term_end(plan, row->start, row->end) &&
        !hz_plan_is_mid_term(plan, row->start, row->end) && !is_swap(cell, plan))
        hz_cell_find(cell, HZ_WARNED, END, "term", _("is not the last day of the plan's term"));
    if (row->units > plan->most_units || row->units == 0)
        hz_batch_find(cell->batch, cell->row, HZ_REJECTED, UNITS, hz_cell_raw(cell, UNITS), "units",
                      _("is not 1 to %" PRId64 ", the units one may hold"), plan->most_units);
    else if (price >= 0 && contribution != HZ_NO_AMOUNT && contribution != price * row->units &&
             !is_swap(cell, plan) && !is_free(cell, contribution)) {
        hz_money_format((hz_sum)price * row->units, due);
        hz_batch_find(cell->batch, cell->row, HZ_WARNED, CONTRIBUTION,
                      hz_cell_raw(cell, CONTRIBUTION), "contribution",
                      _("is not what these units cost: %s"), due);
    }
}

static void check_payers(const struct hz_check_cell *cell, hz_fen contribution)
{
    hz_fen sum = 0;
    bool any = false;
    for (int c = SELF; c <= GOVERNMENT; c++) {
        const hz_fen part = hz_cell_money(cell, c, contribution < 0);
        any |= part != HZ_NO_AMOUNT;
        sum += part != HZ_NO_AMOUNT ? part : 0;
    }
    if (any && contribution != HZ_NO_AMOUNT && sum != contribution)
        hz_cell_find(cell, HZ_REJECTED, CONTRIBUTION, "payers_sum",
                     _("is not the sum of what each payer has paid"));
}

static void check_name(const struct hz_check_cell *cell)
{
    struct hz_text name = hz_cell_code(cell, NAME);
    for (size_t i = 0; i < name.length; i++)
        if (name.at[i] == ' ' && i > 0 && ((unsigned char)name.at[i - 1] & 0x80)) {
            hz_cell_find(cell, HZ_WARNED, NAME, "name_space", _("has a space between its signs"));
            return;
        }
}

static const struct hz_plan *plan_of(const struct hz_check_cell *cell, hz_date start)
{
    const struct hz_plans *plans = cell->settings->plans;
    const struct hz_text code = hz_cell_code(cell, PLAN);
    size_t at = 0;
    if (!plans || start == HZ_NO_DATE)
        return NULL;
    const struct hz_plan *plan =
        hz_plans_find(plans, code, hz_cell_code(cell, VERSION), start, &at);
    if (!plan)
        hz_cell_find(cell, HZ_REJECTED, PLAN, "unknown_plan",
                     _("is no plan of --plans that holds on the first day of the cover"));
    return plan;
}

/* When the cover ended, and whether its status says so too. */
static void check_end(const struct hz_check_cell *cell, struct hz_held_row *row, hz_date ended)
{
    row->last = ended != HZ_NO_DATE && ended < row->end ? ended : row->end;
    if (ended == HZ_NO_DATE && hz_status_ends(hz_cell_code(cell, STATUS)))
        tell_no_end(cell);
    if (ended == HZ_NO_DATE)
        return;
    if (ended < row->start)
        hz_cell_find(cell, HZ_REJECTED, ENDED, "ended_before_start",
                     _("is before the start: a cover that never held is taken back by a row with "
                       "its contribution below zero"));
    else if (ended > row->end)
        hz_cell_find(cell, HZ_WARNED, ENDED, "ended_after_end",
                     _("is after the end of the term, which counts"));
}

/*
 * What the row books, under its enrolment's number or else its person's: a contribution, or,
 * without one, a deposit, which a row below zero takes back (hz_lives_read_deposits).
 */
static void set_entry(const struct hz_check_cell *cell, struct hz_held_row *row,
                      hz_fen contribution, hz_date ended)
{
    const struct hz_text member = hz_cell_code(cell, MEMBER), entry = hz_cell_code(cell, ENTRY);
    const hz_fen told = hz_cell_money(cell, DEPOSIT, true);
    const hz_fen deposit = told == HZ_NO_AMOUNT ? 0 : told;
    const bool is_deposit = (contribution == HZ_NO_AMOUNT || contribution == 0) && deposit != 0;
    const hz_fen amount = is_deposit ? deposit : contribution == HZ_NO_AMOUNT ? 0 : contribution;
    const unsigned char amount_column = is_deposit ? DEPOSIT : CONTRIBUTION;
    hz_cell_money(cell, GIVEN_BACK, true);
    row->number = member.length > 0 ? hz_identity_of(member) : row->person;
    row->has_number = member.length > 0 && cell->batch->column[REPLACES];
    struct hz_entry_facts *facts = &row->entry;
    *facts = (struct hz_entry_facts){.plan = row->plan,
                                     .start = row->start,
                                     .end = row->end,
                                     .ended = ended,
                                     .contribution = amount,
                                     .is_told = entry.length > 0,
                                     .amount_column = amount_column,
                                     .amount_text = hz_cell_raw(cell, amount_column)};
    row->has_entry = member.length > 0 || row->who.length > 0;
    facts->enrolment = hz_identity_within(row->number, hz_cell_code(cell, PLAN), row->start);
    if (!hz_entry_of(entry, amount, ended != HZ_NO_DATE && !is_deposit, &facts->entry))
        hz_cell_find(cell, HZ_REJECTED, ENTRY, "bad_entry", hz_entry_fault_text());
    else if (facts->entry == HZ_ENTRY_REFUND && deposit != 0)
        hz_cell_find(cell, HZ_REJECTED, DEPOSIT, "deposit_of_refund", hz_deposit_of_refund_text());
    else if (!hz_entry_may_be(facts->entry, amount))
        hz_cell_find(cell, HZ_REJECTED, ENTRY, "entry_sign", hz_entry_sign_text(facts->entry));
}

#define COLUMN(column) HZ_BATCH_COLUMN(column)

/* Texts that commands compare or group by; the parts of a contribution; who is a person. */
static const uint64_t texts =
    COLUMN(MEMBER) | COLUMN(MEMBER_ID) | COLUMN(PLAN) | COLUMN(VERSION) | COLUMN(UNIT) |
    COLUMN(ENTER_TYPE) | COLUMN(INSURANCE) | COLUMN(WORKER_TYPE) | COLUMN(SEAT) | COLUMN(REPLACES) |
    COLUMN(OFFICE) | COLUMN(PROVINCE) | COLUMN(UNIT_NAME) | COLUMN(OCCUPATION);
static const uint64_t payers = COLUMN(SELF) | COLUMN(EMPLOYER) | COLUMN(UNION) | COLUMN(GOVERNMENT);
static const uint64_t cards = COLUMN(ID_TYPE) | COLUMN(ID_NO);

/* A word that is none of these counts as no renewal and no gift, here and elsewhere. */
static void check_enter_type(const struct hz_check_cell *cell)
{
    const struct hz_text type = hz_cell_code(cell, ENTER_TYPE);
    if (type.length > 0 && !is_word(type, "new") && !is_word(type, "renew") &&
        !is_word(type, "swap") && !is_word(type, "gift"))
        hz_cell_find(cell, HZ_WARNED, ENTER_TYPE, "bad_enter_type",
                     _("is no kind of enrolment: expected new, renew, swap or gift"));
}

/*
 * What a sorted file is sorted by: the first of the columns that is there. Without the number that
 * the others have, a row is of somebody else than they.
 */
static void set_key(const struct hz_check_cell *cell, struct hz_held_row *row)
{
    const uint64_t has = cell->columns->has;
    row->key_column = has & COLUMN(ID_NO) ? ID_NO : has & COLUMN(MEMBER_ID) ? MEMBER_ID : MEMBER;
    row->key = row->key_column == row->who_column ? row->who
               : row->key_column == MEMBER        ? hz_cell_code(cell, MEMBER)
                                                  : (struct hz_text){0};
}

static void check_row(const struct hz_check_cell *cell, void *carried)
{
    struct hz_held_row *row = carried;
    const hz_date wait_from = hz_cell_date(cell, WAIT_FROM);
    hz_date birth = hz_cell_date(cell, BIRTH);
    const hz_date ended = hz_cell_date(cell, ENDED);
    const hz_fen contribution = hz_cell_money(cell, CONTRIBUTION, true);
    int sex = sex_of(cell);
    row->start = hz_cell_date(cell, START);
    row->end = hz_cell_date(cell, END);
    hz_cell_date(cell, PAID_DATE);
    row->units = hz_cell_integer(cell, UNITS, 1, 1, 1000000);
    row->headcount = hz_cell_integer(cell, HEADCOUNT, 0, 0, INT32_MAX);
    row->is_renewal = is_word(hz_cell_code(cell, ENTER_TYPE), "renew");
    row->unit = hz_cell_code(cell, UNIT);
    row->enter_type = hz_cell_raw(cell, ENTER_TYPE);
    row->enter_type_column = ENTER_TYPE;
    hz_cell_codes(cell, texts);
    check_enter_type(cell);
    if (cell->batch->column[CONTRIBUTION] && contribution == HZ_NO_AMOUNT &&
        hz_form_is_empty(hz_cell_raw(cell, CONTRIBUTION), hz_batch_forms(cell->batch)))
        hz_cell_find(cell, HZ_WARNED, CONTRIBUTION, "no_contribution",
                     hz_money_fault_text(HZ_MONEY_EMPTY));
    check_name(cell);
    if (cell->columns->has & cards)
        check_card(cell, &sex, &birth);
    if (cell->columns->has & payers)
        check_payers(cell, contribution);
    if (cell->batch->rejected[cell->row])
        return;
    if (row->start == HZ_NO_DATE || row->end == HZ_NO_DATE) {
        hz_cell_find(cell, HZ_REJECTED, row->start == HZ_NO_DATE ? START : END, "no_term",
                     _("is empty: a cover has a first and a last day"));
        return;
    }
    if (row->end < row->start)
        hz_cell_find(cell, HZ_REJECTED, END, "end_before_start", _("is before the start"));
    else if ((int64_t)row->end - row->start >= HZ_TERM_DAYS)
        hz_cell_find(cell, HZ_REJECTED, END, "term_too_long",
                     hz_unearned_fault_text(HZ_UNEARNED_TERM_TOO_LONG));
    check_end(cell, row, ended);
    if (wait_from != HZ_NO_DATE && wait_from > row->start)
        hz_cell_find(cell, HZ_REJECTED, WAIT_FROM, "wait_after_start", _("is after the start"));
    if (birth != HZ_NO_DATE && birth > row->start)
        hz_cell_find(cell, HZ_REJECTED, BIRTH, "birth_after_start",
                     _("is after the start of the cover"));
    row->plan = plan_of(cell, row->start);
    if (row->plan) {
        check_person(cell, row->plan, sex, birth, row->start);
        /* The seat's first holder has the whole term, or up to the swap if the row ends with it. */
        if (ended == HZ_NO_DATE && is_word(hz_cell_code(cell, STATUS), "swapped_out") &&
            hz_plan_is_term_end(row->plan, row->start, row->end))
            tell_no_end(cell);
        if ((contribution >= 0 && !is_word(hz_cell_code(cell, ENTRY), "reversal")) ||
            contribution == HZ_NO_AMOUNT)
            check_terms(cell, row->plan, row, contribution);
    }
    row->who_column = hz_cell_code(cell, ID_NO).length > 0 ? ID_NO : MEMBER_ID;
    row->who = row->who_column == ID_NO && has_card(cell) ? hz_cell_card(cell, ID_NO)
                                                          : hz_cell_code(cell, row->who_column);
    if (cell->repaired->text[row->who_column].at)
        row->who = cell->repaired->text[row->who_column];
    row->person = hz_identity_person(row->who, (struct hz_text){0});
    set_key(cell, row);
    if (row->plan)
        row->held = hz_held_identity(row->person, row->plan);
    row->replaces = hz_cell_code(cell, REPLACES);
    row->replaces_column = REPLACES;
    set_entry(cell, row, contribution, ended);
}

static void each(struct hz_batch *batch, void *carry, struct hz_buffer *out, const void *settings)
{
    (void)out;
    hz_check_rows(batch, settings, carry, sizeof(struct hz_held_row), check_row);
}

static void settle(struct hz_batch *batch, void *const carry[], size_t lane, struct hz_buffer *out,
                   void *state)
{
    struct hz_held *held = state;
    (void)lane;
    hz_held_expect(held, carry, batch->rows);
    struct hz_check_passed passed = {batch, out, 0};
    for (size_t r = 0; r < batch->rows; r++) {
        const struct hz_held_row *row = carry[r];
        if (!batch->rejected[r])
            hz_held_check(held, batch, r, row);
        if (batch->rejected[r] || row->edited.length > 0)
            hz_check_pass(&passed, r, row->edited);
    }
    hz_check_pass(&passed, batch->rows, (struct hz_text){0});
}

static void finish(void *state, struct hz_notes *notes)
{
    hz_held_finish(state, notes);
}

static void release(void *state)
{
    hz_held_free(state);
}

struct hz_map hz_check_members(const struct hz_check_settings *settings)
{
    return (struct hz_map){.columns = columns,
                           .carried = sizeof(struct hz_held_row),
                           .settings = settings,
                           .state = hz_held_new(settings->plans, settings->is_sorted),
                           .each = each,
                           .settle = settle,
                           .finish = finish,
                           .release = release};
}

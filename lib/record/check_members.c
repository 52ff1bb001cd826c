/* check_members.c: the checks of member records: see check.h. */

#include "base/identity.h"
#include "base/memory.h"
#include "file/forms.h"
#include "plan/benefit.h"
#include "record/check.h"
#include "record/check_entries.h"
#include "record/repair.h"

#include <inttypes.h>
#include <stdlib.h>

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

/* What a row leaves for the checks that look at several. */
struct row {
    struct hz_text edited; /* the first, as hz_check_rows wants it */
    const struct hz_plan *plan;
    struct hz_identity person; /* zero: nobody is named */
    struct hz_text who, unit, enter_type;
    int who_column;
    hz_date start, end, last; /* the last day covered */
    int64_t units, headcount;
    bool is_renewal;
    bool has_entry;              /* there is an enrolment to book it under */
    struct hz_entry_facts entry; /* what it books */
};

/* The covers of a person under a plan so far: the one that ends last, and, chained, all others. */
struct held {
    struct hz_identity identity;
    hz_date start, end;
    uint32_t other; /* number among the others, from 1; 0: none */
};

struct other {
    hz_date start, end;
    uint32_t other;
};

/* An employer's members under a plan. */
struct employer {
    struct hz_identity identity;
    const struct hz_plan *plan;
    const char *unit;
    int64_t members, headcount, units;
    hz_date start; /* of the covers that are counted: the latest */
};

struct members {
    const struct hz_check_settings *settings;
    struct hz_entries entries;
    struct hz_index held, employer;
    struct hz_buffer other; /* struct other: of held covers, all but the one that ends last */
    struct hz_arena arena;
};

/* ---- A row by itself */

static bool is_word(struct hz_text text, const char *word)
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
    if (age < ages.least || age > ages.most)
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

/* One who takes a seat over, or has given it up, has a part of the term and pays nothing for it. */
static bool is_swap(const struct hz_check_cell *cell, const struct hz_plan *plan)
{
    return plan->has_seats && (is_word(hz_cell_code(cell, ENTER_TYPE), "swap") ||
                               is_word(hz_cell_code(cell, STATUS), "swapped_out") ||
                               hz_cell_raw(cell, REPLACES).length > 0);
}

static void check_terms(const struct hz_check_cell *cell, const struct hz_plan *plan,
                        const struct row *row, hz_fen contribution)
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
             !is_swap(cell, plan)) {
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
    size_t at;
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
static void check_end(const struct hz_check_cell *cell, struct row *row, hz_date ended)
{
    row->last = ended != HZ_NO_DATE && ended < row->end ? ended : row->end;
    if (ended == HZ_NO_DATE && hz_status_ends(hz_cell_code(cell, STATUS)))
        hz_cell_find(cell, HZ_WARNED, STATUS, "status_without_ended",
                     _("says that the cover is over, but no day \"ended\" says since when: it is "
                       "taken to hold to its end"));
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
 * What the row books, under its enrolment's number or else its person's: a contribution, or, without
 * one, a deposit, which a row below zero takes back (hz_lives_read_deposits).
 */
static void set_entry(const struct hz_check_cell *cell, struct row *row, hz_fen contribution,
                      hz_date ended)
{
    const struct hz_text member = hz_cell_code(cell, MEMBER), entry = hz_cell_code(cell, ENTRY);
    const hz_fen told = hz_cell_money(cell, DEPOSIT, true);
    const hz_fen deposit = told == HZ_NO_AMOUNT ? 0 : told;
    const bool is_deposit = (contribution == HZ_NO_AMOUNT || contribution == 0) && deposit != 0;
    const hz_fen amount = is_deposit ? deposit : contribution == HZ_NO_AMOUNT ? 0 : contribution;
    const int amount_column = is_deposit ? DEPOSIT : CONTRIBUTION;
    hz_cell_money(cell, GIVEN_BACK, true);
    const struct hz_identity who = member.length > 0 ? hz_identity_of(member) : row->person;
    struct hz_entry_facts *facts = &row->entry;
    *facts = (struct hz_entry_facts){.plan = row->plan,
                                     .start = row->start,
                                     .end = row->end,
                                     .ended = ended,
                                     .contribution = amount,
                                     .is_told = entry.length > 0,
                                     .entry_column = ENTRY,
                                     .amount_column = amount_column,
                                     .entry_text = hz_cell_raw(cell, ENTRY),
                                     .amount_text = hz_cell_raw(cell, amount_column)};
    row->has_entry = member.length > 0 || row->who.length > 0;
    facts->enrolment =
        hz_identity_number(hz_identity_with(who, hz_cell_code(cell, PLAN)), row->start);
    if (!hz_entry_of(entry, amount, ended != HZ_NO_DATE && !is_deposit, &facts->entry))
        hz_cell_find(cell, HZ_REJECTED, ENTRY, "bad_entry", hz_entry_fault_text());
    else if (facts->entry == HZ_ENTRY_REFUND && deposit != 0)
        hz_cell_find(cell, HZ_REJECTED, DEPOSIT, "deposit_of_refund", hz_deposit_of_refund_text());
    else if (!hz_entry_may_be(facts->entry, amount))
        hz_cell_find(cell, HZ_REJECTED, ENTRY, "entry_sign", hz_entry_sign_text(facts->entry));
}

/* Texts that commands compare or group by. */
static void check_texts(const struct hz_check_cell *cell)
{
    static const int texts[] = {MEMBER,     MEMBER_ID, PLAN,        VERSION,   UNIT,
                                ENTER_TYPE, INSURANCE, WORKER_TYPE, SEAT,      REPLACES,
                                OFFICE,     PROVINCE,  UNIT_NAME,   OCCUPATION};
    for (size_t t = 0; t < HZ_COUNT(texts); t++)
        if (cell->batch->column[texts[t]])
            hz_cell_code(cell, texts[t]);
}

static void check_row(const struct hz_check_cell *cell, void *carried)
{
    struct row *row = carried;
    const hz_date wait_from = hz_cell_date(cell, WAIT_FROM);
    hz_date birth = hz_cell_date(cell, BIRTH);
    const hz_date ended = hz_cell_date(cell, ENDED);
    const hz_fen contribution = hz_cell_money(cell, CONTRIBUTION, true);
    int sex = sex_of(cell);
    row->start = hz_cell_date(cell, START);
    row->end = hz_cell_date(cell, END);
    hz_cell_date(cell, PAID_DATE);
    row->units = hz_cell_integer(cell, UNITS, 1);
    row->headcount = hz_cell_integer(cell, HEADCOUNT, 0);
    row->is_renewal = is_word(hz_cell_code(cell, ENTER_TYPE), "renew");
    row->unit = hz_cell_code(cell, UNIT);
    row->enter_type = hz_cell_raw(cell, ENTER_TYPE);
    check_texts(cell);
    if (cell->batch->column[CONTRIBUTION] && contribution == HZ_NO_AMOUNT &&
        hz_form_is_empty(hz_cell_raw(cell, CONTRIBUTION), hz_batch_forms(cell->batch)))
        hz_cell_find(cell, HZ_WARNED, CONTRIBUTION, "no_contribution",
                     hz_money_fault_text(HZ_MONEY_EMPTY));
    check_name(cell);
    check_card(cell, &sex, &birth);
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
    check_end(cell, row, ended);
    if (wait_from != HZ_NO_DATE && wait_from > row->start)
        hz_cell_find(cell, HZ_REJECTED, WAIT_FROM, "wait_after_start", _("is after the start"));
    if (birth != HZ_NO_DATE && birth > row->start)
        hz_cell_find(cell, HZ_REJECTED, BIRTH, "birth_after_start",
                     _("is after the start of the cover"));
    row->plan = plan_of(cell, row->start);
    if (row->plan) {
        check_person(cell, row->plan, sex, birth, row->start);
        if (contribution >= 0 || contribution == HZ_NO_AMOUNT)
            check_terms(cell, row->plan, row, contribution);
    }
    row->who_column = hz_cell_raw(cell, ID_NO).length > 0 ? ID_NO : MEMBER_ID;
    row->who = row->who_column == ID_NO && has_card(cell) ? hz_cell_card(cell, ID_NO)
                                                          : hz_cell_code(cell, row->who_column);
    if (cell->repaired->text[row->who_column].at)
        row->who = cell->repaired->text[row->who_column];
    row->person = hz_identity_person(row->who, (struct hz_text){0});
    set_entry(cell, row, contribution, ended);
}

static void each(struct hz_batch *batch, void *carry, struct hz_buffer *out, const void *settings)
{
    (void)out;
    hz_check_rows(batch, settings, carry, sizeof(struct row), check_row);
}

/* ---- Rows together, in order */

static struct hz_identity under(struct hz_identity person, struct hz_text plan)
{
    return hz_identity_with(person, plan);
}

static const struct other *other_at(const struct members *members, uint32_t number)
{
    return number == 0 ? NULL : (const struct other *)(void *)members->other.at + (number - 1);
}

/* Whether one of the covers held shares a day with the row's: which one, in *found. */
static bool overlaps(const struct members *members, const struct held *held, const struct row *row,
                     struct other *found)
{
    if (!held)
        return false;
    *found = (struct other){held->start, held->end, held->other};
    while (row->start > found->end || row->last < found->start) {
        const struct other *next = other_at(members, found->other);
        if (!next)
            return false;
        *found = *next;
    }
    return true;
}

static void check_exclusive(const struct members *members, struct hz_batch *batch, size_t r,
                            const struct row *row)
{
    const struct hz_plans *plans = members->settings->plans;
    struct other same;
    for (size_t p = 0; p < plans->count && !batch->rejected[r]; p++) {
        const struct hz_plan *other = plans->plan[p];
        if ((hz_texts_have(row->plan->exclusive, other->code) ||
             hz_texts_have(other->exclusive, row->plan->code)) &&
            overlaps(members, hz_index_find(&members->held, under(row->person, other->code)), row,
                     &same))
            hz_batch_find(batch, r, HZ_REJECTED, row->who_column, row->who, "exclusive_plans",
                          _("holds plan %.*s on the same days: one may hold one of the two"),
                          HZ_TEXT_ARGS(other->code));
    }
}

/* Remembers a cover: the one that ends last is at hand, the others are chained behind it. */
static void hold(struct members *members, struct held *held, const struct row *row, bool is_new)
{
    struct other other = {row->start, row->last, held->other};
    if (is_new || row->last > held->end) {
        other.start = held->start;
        other.end = held->end;
        held->start = row->start;
        held->end = row->last;
    }
    if (is_new)
        return;
    hz_buffer_append(&members->other, &other, sizeof other);
    held->other = (uint32_t)(members->other.length / sizeof other);
}

static void check_held(struct members *members, struct hz_batch *batch, size_t r,
                       const struct row *row)
{
    bool is_new;
    check_exclusive(members, batch, r, row);
    if (batch->rejected[r])
        return;
    struct held *held = hz_index_add(&members->held, under(row->person, row->plan->code), &is_new);
    struct other same;
    if (!is_new && !row->plan->stacks && overlaps(members, held, row, &same)) {
        const bool is_same = same.start == row->start && same.end == row->last;
        hz_batch_find(batch, r, HZ_REJECTED, row->who_column, row->who,
                      is_same ? "duplicate" : "overlapping_cover",
                      is_same ? _("is enrolled in this plan for these days already")
                              : _("is enrolled in this plan for some of these days already"));
        return;
    }
    if (!is_new && row->is_renewal && row->start - held->end - 1 > row->plan->grace)
        hz_batch_find(batch, r, HZ_WARNED, ENTER_TYPE, row->enter_type, "renewal_gap",
                      _("after a gap of %d days, the plan allows %" PRId64 ": waiting begins anew"),
                      row->start - held->end - 1, row->plan->grace);
    hold(members, held, row, is_new);
}

/* A cover that was taken back is held no longer: of those of these days, one. */
static void let_go(struct members *members, const struct row *row)
{
    struct held *held = hz_index_find(&members->held, under(row->person, row->plan->code));
    struct other *all = (struct other *)(void *)members->other.at, *latest = NULL;
    if (!held)
        return;
    const bool is_at_hand = held->start == row->start;
    for (uint32_t o = held->other; o > 0; o = all[o - 1].other) {
        struct other *other = &all[o - 1];
        if (!is_at_hand && other->start == row->start) {
            other->start = other->end + 1; /* no day is in it */
            return;
        }
        if (!latest || other->end > latest->end)
            latest = other;
    }
    if (!is_at_hand)
        return;
    held->start = latest ? latest->start : held->start;
    held->end = latest ? latest->end : held->start - 1;
    if (latest)
        latest->start = latest->end + 1;
}

static void check_employer(struct members *members, struct hz_batch *batch, size_t r,
                           const struct row *row)
{
    bool is_new;
    const struct hz_identity identity =
        hz_identity_number(under(hz_identity_of(row->unit), row->plan->code), row->start);
    struct employer *employer = hz_index_add(&members->employer, identity, &is_new);
    if (is_new) {
        employer->plan = row->plan;
        employer->unit = hz_arena_string(&members->arena, row->unit);
        employer->units = row->units;
    }
    employer->members++;
    employer->headcount =
        row->headcount > employer->headcount ? row->headcount : employer->headcount;
    if (row->plan->equal_units && row->units != employer->units)
        hz_batch_find(
            batch, r, HZ_WARNED, HZ_WHOLE_ROW, (struct hz_text){0}, "unequal_units",
            _("%" PRId64 " units, others of the employer hold %" PRId64 ": all must hold the same"),
            row->units, employer->units);
}

/* A row against those before it; what corrects another is held by nobody. */
static void check_together(struct members *members, struct hz_batch *batch, size_t r,
                           const struct row *row)
{
    const bool has_person = row->plan && row->who.length > 0;
    const bool is_original = row->entry.entry == HZ_ENTRY_ORIGINAL;
    if (has_person && is_original)
        check_held(members, batch, r, row);
    if (batch->rejected[r] ||
        (row->has_entry && !hz_entries_book(&members->entries, batch, r, &row->entry)))
        return;
    if (has_person && row->entry.entry == HZ_ENTRY_REVERSAL)
        let_go(members, row);
    if (row->plan && row->unit.length > 0 && is_original)
        check_employer(members, batch, r, row);
}

static void settle(struct hz_batch *batch, void *carry, struct hz_buffer *out, void *state)
{
    struct members *members = state;
    const struct row *row = carry;
    for (size_t r = 0; r < batch->rows; r++) {
        if (batch->rejected[r])
            continue;
        check_together(members, batch, r, &row[r]);
        if (!batch->rejected[r])
            hz_check_pass(batch, r, row[r].edited, out);
    }
}

/* How many of an employer's staff must join, told for those where too few have. */
static void finish(void *state, struct hz_notes *notes)
{
    struct members *members = state;
    for (uint32_t e = 0; e < members->employer.count; e++) {
        const struct employer *employer = hz_index_at(&members->employer, e);
        const struct hz_plan *plan = employer->plan;
        const bool all = employer->headcount < plan->all_below;
        const hz_sum needed = all ? employer->headcount * (hz_sum)HZ_DECIMAL_ONE
                                  : employer->headcount * (hz_sum)plan->participation.value;
        if (employer->headcount > 0 && employer->members * (hz_sum)HZ_DECIMAL_ONE < needed)
            hz_note(
                notes, HZ_WARNED, "participation",
                all ? _("unit_id %s: %" PRId64 " of %" PRId64 " have joined %.*s, where all must")
                    : _("unit_id %s: only %" PRId64 " of %" PRId64 " have joined %.*s"),
                employer->unit, employer->members, employer->headcount, HZ_TEXT_ARGS(plan->code));
        if (employer->members < plan->least_members)
            hz_note(notes, HZ_WARNED, "least_members",
                    _("unit_id %s: %" PRId64 " members of %.*s, fewer than a group has"),
                    employer->unit, employer->members, HZ_TEXT_ARGS(plan->code));
    }
}

static void free_members(void *state)
{
    struct members *members = state;
    hz_entries_free(&members->entries);
    hz_index_free(&members->held);
    hz_index_free(&members->employer);
    hz_buffer_free(&members->other);
    hz_arena_free(&members->arena);
    free(members);
}

struct hz_map hz_check_members(const struct hz_check_settings *settings)
{
    struct members *members = hz_allocate(1, sizeof *members);
    members->settings = settings;
    members->entries = hz_entries_new();
    members->held.size = sizeof(struct held);
    members->employer.size = sizeof(struct employer);
    return (struct hz_map){.columns = columns,
                           .carried = sizeof(struct row),
                           .settings = settings,
                           .state = members,
                           .each = each,
                           .settle = settle,
                           .finish = finish,
                           .release = free_members};
}

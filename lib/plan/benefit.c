/* benefit.c: see benefit.h. */

#include "plan/benefit.h"

#include "plan/gross.h"

#include <inttypes.h>

/* Marked for explanations alone: columns hold the codes themselves. */
const char *const hz_cover_standing_names[] = {N_("covered"),
                                               N_("no_cover"),
                                               N_("before_cover"),
                                               N_("after_cover"),
                                               N_("ended"),
                                               N_("not_holder"),
                                               NULL};
const char *const hz_reason_names[] = {N_("paid"),
                                       N_("waiting"),
                                       N_("no_benefit"),
                                       N_("not_listed"),
                                       N_("level_not_covered"),
                                       N_("not_mature"),
                                       N_("benefit_ended"),
                                       N_("class_paid_before"),
                                       N_("late_claim"),
                                       N_("below_deductible"),
                                       N_("below_minimum"),
                                       N_("raised_to_minimum"),
                                       N_("count_limit"),
                                       N_("days_limit"),
                                       N_("claim_limit"),
                                       N_("term_limit"),
                                       N_("plan_limit"),
                                       N_("less_paid_before"),
                                       N_("service"),
                                       N_("ex_gratia"),
                                       NULL};

size_t hz_cover_state_size(const struct hz_plan *plan)
{
    return sizeof(struct hz_cover_state) + plan->benefits * sizeof(struct hz_benefit_state);
}

/* The plan's one rounding of an amount that is not below zero. */
static hz_fen round_gross(const struct hz_plan *plan, hz_sum gross)
{
    static const int fens[] = {[HZ_TO_FEN] = 1, [HZ_TO_JIAO] = 10, [HZ_TO_YUAN] = 100};
    const hz_sum unit = HZ_WHOLE_FEN * fens[plan->round_to];
    const hz_sum add = plan->rounding == HZ_HALF_UP    ? unit / 2
                       : plan->rounding == HZ_ROUND_UP ? unit - 1
                                                       : 0;
    return (hz_fen)((gross + add) / unit * fens[plan->round_to]);
}

/* ---- Conditions */

/*
 * The column that a benefit cannot be computed without and that the claim does not have; or NULL.
 */
static const char *missing_fact(const struct hz_benefit *benefit, const struct hz_plan_claim *claim)
{
    static const char *const column[HZ_EXPENSES] = {
        "hifp_pay", "inscp_scp_amt", "inscp_scp_amt", "medfee_sumamt", "medfee_sumamt", "claimed"};
    if ((hz_benefit_kind_likes[benefit->kind] & HZ_OF_EXPENSE) != 0 &&
        claim->expense[benefit->base] == HZ_NO_AMOUNT)
        return column[benefit->base];
    if (benefit->kind == HZ_PER_DIEM && hz_benefit_days(benefit, claim) < 0)
        return "days";
    if (benefit->lists > 0 && claim->disease.length == 0 && claim->diagnosis.length == 0)
        return "ci_code";
    if (benefit->kind == HZ_DISABILITY && claim->grades.length == 0)
        return "dis_grade";
    return NULL;
}

/*
 * Whether the claim asks for the benefit: by name, or, naming none, for all that it has the facts
 * for; what wants no fact must be named.
 */
static bool is_asked(const struct hz_benefit *benefit, const struct hz_plan_claim *claim)
{
    if (claim->benefit.length > 0)
        return benefit->ons.count > 0 ? hz_texts_have(benefit->ons, claim->benefit)
                                      : hz_text_equal(benefit->code, claim->benefit);
    const bool has_no_facts =
        benefit->lists == 0 && (hz_benefit_kind_likes[benefit->kind] & HZ_BY_NAME) != 0;
    return !has_no_facts && !missing_fact(benefit, claim);
}

static bool find_item(struct hz_benefit_step *p, const struct hz_list_item **item)
{
    const struct hz_benefit *benefit = p->benefit;
    *item = hz_lists_find(benefit->list, benefit->lists, p->claim->disease, p->claim->diagnosis);
    if (*item)
        hz_step_say(p, _("disease %.*s %.*s"), HZ_TEXT_ARGS((*item)->code),
                    HZ_TEXT_ARGS((*item)->name));
    return *item || benefit->lists == 0;
}

/* The band that the event's day is in; NULL: none, so the benefit is paid in full. */
static const struct hz_waiting_band *waiting_band(const struct hz_benefit_step *p, int64_t *day)
{
    *day = (int64_t)p->claim->event - p->cover->wait_from + 1;
    *day = *day < 1 ? 1 : *day; /* continuous cover that is yet to begin is none */
    for (size_t w = 0; w < p->benefit->waitings && !p->cover->is_continuous; w++)
        if (*day >= p->benefit->waiting[w].from && *day <= p->benefit->waiting[w].through)
            return &p->benefit->waiting[w];
    return NULL;
}

static void say_waiting(const struct hz_benefit_step *p, const struct hz_waiting_band *band,
                        int64_t day)
{
    hz_step_say(
        p, _("day %" PRId64 " of cover is of the waiting days %" PRId64 " to %" PRId64 ": %s%s"),
        day, band->from, band->through,
        band->has_amount ? hz_yuan(band->amount).text : hz_percent(band->rate).text,
        band->has_amount ? "" : "%");
}

/* True, and the reason given, if a condition of the plan is not met. */
static bool is_barred(struct hz_benefit_step *p, const struct hz_list_item **item,
                      const struct hz_paid_before *before)
{
    const struct hz_benefit *benefit = p->benefit;
    if (p->own->is_ended)
        return hz_step_nothing(p, HZ_BENEFIT_ENDED);
    if (!find_item(p, item)) {
        hz_step_say(p, _("the disease is not on the plan's list"));
        return hz_step_nothing(p, HZ_NOT_LISTED);
    }
    p->result->disease = *item ? (*item)->code : (struct hz_text){0};
    if (benefit->excludes_paid_class && *item && before &&
        before->asks(before->context, (*item)->code)) {
        hz_step_say(p, _("this disease was paid in an earlier term"));
        return hz_step_nothing(p, HZ_CLASS_PAID_BEFORE);
    }
    if (benefit->hospital_levels.count > 0 &&
        !hz_texts_have(benefit->hospital_levels, hz_hospital_level(p->claim->level))) {
        hz_step_say(p, _("hospital level \"%.*s\" is not covered"), HZ_TEXT_ARGS(p->claim->level));
        return hz_step_nothing(p, HZ_LEVEL_NOT_COVERED);
    }
    int64_t day;
    const struct hz_waiting_band *band = waiting_band(p, &day);
    if (band && (band->has_amount ? band->amount : band->rate.value) == 0) {
        say_waiting(p, band, day);
        return hz_step_nothing(p, HZ_WAITING);
    }
    if (benefit->kind == HZ_REFUND && p->claim->event < p->cover->end) {
        hz_step_say(p, _("the deposit is refunded on the last day of cover"));
        return hz_step_nothing(p, HZ_NOT_MATURE);
    }
    return false;
}

/* ---- From the gross amount to the payment */

static void apply_waiting(struct hz_benefit_step *p)
{
    int64_t day;
    const struct hz_waiting_band *band = waiting_band(p, &day);
    if (!band)
        return;
    hz_step_give(p, HZ_WAITING);
    say_waiting(p, band, day);
    if (band->has_amount)
        p->gross = p->gross > 0 ? band->amount * HZ_WHOLE_FEN * p->times : 0;
    else
        p->gross = p->gross / HZ_BILLION * band->rate.value;
}

/*
 * Payments of the term that count against this one: of its own kind of disability, of benefits
 * named.
 */
static hz_fen paid_against(const struct hz_benefit_step *p)
{
    hz_fen paid = p->benefit->kind == HZ_DISABILITY ? p->own->paid : 0;
    for (size_t b = 0; b < p->plan->benefits; b++)
        if (p->benefit->less_paid >> b & 1)
            paid += p->state->benefit[b].paid;
    return paid;
}

/* Payments of the term by all benefits, ex-gratia aid apart. */
static hz_fen paid_in_all(const struct hz_benefit_step *p)
{
    hz_fen paid = 0;
    for (size_t b = 0; b < p->plan->benefits; b++)
        if (!p->plan->benefit[b].is_ex_gratia)
            paid += p->state->benefit[b].paid;
    return paid;
}

static hz_fen limit(struct hz_benefit_step *p, hz_fen amount, hz_fen most, int64_t times,
                    hz_fen used, enum hz_reason reason)
{
    if (most == HZ_UNLIMITED)
        return amount;
    const hz_sum whole = (hz_sum)most * times, left = hz_beyond(whole, used);
    if (amount <= left)
        return amount;
    hz_step_give(p, reason);
    hz_step_say(p,
                reason == HZ_CLAIM_LIMIT  ? _("limit of a claim %s: %s")
                : reason == HZ_TERM_LIMIT ? _("limit of the term %s, of which is left: %s")
                                          : _("limit of the plan %s, of which is left: %s"),
                hz_yuan(whole).text, hz_yuan(left).text);
    return (hz_fen)left;
}

static hz_fen apply_minimum(struct hz_benefit_step *p, hz_fen amount)
{
    const hz_fen minimum = p->benefit->minimum * p->times;
    if (amount == 0 || amount >= minimum)
        return amount;
    const bool raises = p->benefit->below == HZ_BELOW_RAISE;
    hz_step_give(p, raises ? HZ_RAISED_TO_MINIMUM : HZ_BELOW_MINIMUM);
    hz_step_say(p,
                raises ? _("raised to the minimum of %s") : _("below the minimum of %s: nothing"),
                hz_yuan(minimum).text);
    return raises ? minimum : 0;
}

/* Whether the number of claims has room for one more; else the reason is given. */
static bool has_claims_left(struct hz_benefit_step *p)
{
    if (p->own->claims < p->benefit->most_claims)
        return true;
    hz_step_say(p, _("%d claims of the term are paid, the most there may be"), p->own->claims);
    hz_step_give(p, HZ_COUNT_LIMIT);
    return false;
}

static hz_fen apply_limits(struct hz_benefit_step *p, hz_fen amount)
{
    const struct hz_benefit *benefit = p->benefit;
    const hz_fen before = paid_against(p);
    if (before > 0 && amount > 0) {
        hz_step_give(p, HZ_LESS_PAID_BEFORE);
        amount = (hz_fen)hz_beyond(amount, before);
        hz_step_say(p, _("less %s paid before: %s"), hz_yuan(before).text, hz_yuan(amount).text);
    }
    amount = apply_minimum(p, amount);
    amount = limit(p, amount, benefit->most_per_claim, p->times, 0, HZ_CLAIM_LIMIT);
    amount = limit(p, amount, benefit->most_per_term, p->times, p->own->paid, HZ_TERM_LIMIT);
    if (!benefit->is_ex_gratia && p->plan->most_per_term != HZ_UNLIMITED)
        amount =
            limit(p, amount, p->plan->most_per_term, p->plan->limit_per_unit ? p->cover->units : 1,
                  paid_in_all(p), HZ_PLAN_LIMIT);
    return amount > 0 && has_claims_left(p) ? amount : 0;
}

/* A claim more that was paid or served, and what that ends. */
static void count_claim(struct hz_benefit_step *p)
{
    p->own->claims = (p->own->claims + 1U) & INT32_MAX;
    if (p->benefit->terminates == HZ_ENDS_BENEFIT)
        p->own->is_ended = true;
    if (p->benefit->terminates == HZ_ENDS_PLAN)
        p->state->is_over = true;
}

static void move_on(struct hz_benefit_step *p, hz_fen amount)
{
    if (amount == 0)
        return;
    p->own->paid += amount;
    p->own->days += (int32_t)p->days;
    count_claim(p);
    if (p->cover->ends_paid)
        p->state->is_over = true;
}

/* A service is no payment: it has a cost, and knows of no limit but a number. */
static void give_service(struct hz_benefit_step *p, hz_fen cost)
{
    if (!p->own->is_ended && has_claims_left(p)) {
        hz_step_give(p, HZ_IS_SERVICE);
        p->result->cost = cost;
        count_claim(p);
    }
    hz_step_say(p, _("a service: no cash, a cost of %s"), hz_yuan(p->result->cost).text);
}

/* One benefit that was asked for, from its conditions to its payment. */
static bool pay_one(struct hz_benefit_step *p, const struct hz_paid_before *before)
{
    const struct hz_list_item *item = NULL;
    if (p->explain)
        hz_buffer_format(p->explain, "  %.*s %.*s%s%.*s\n", HZ_TEXT_ARGS(p->benefit->code),
                         HZ_TEXT_ARGS(p->benefit->name), p->benefit->clause.length > 0 ? ", " : "",
                         HZ_TEXT_ARGS(p->benefit->clause));
    if (!is_barred(p, &item, before)) {
        if (!hz_benefit_gross(p, item))
            return false;
        p->own->stays++;
    }
    if (p->times > 1 && p->gross > 0)
        hz_step_say(p, _("x %" PRId64 " units"), p->times);
    p->gross *= p->times;
    apply_waiting(p);
    hz_fen amount = round_gross(p->plan, p->gross);
    if (p->benefit->kind == HZ_SERVICE) {
        give_service(p, amount);
        return true;
    }
    amount = apply_limits(p, amount);
    move_on(p, amount);
    p->result->payable = amount;
    if (amount > 0)
        hz_step_give(p, p->benefit->is_ex_gratia ? HZ_IS_EX_GRATIA : HZ_PAID);
    hz_step_say(p, p->benefit->is_ex_gratia ? _("aid beyond the terms: %s") : _("payable: %s"),
                hz_yuan(amount).text);
    return true;
}

static void add_up(struct hz_claim_result *result, const struct hz_benefit *benefit,
                   const struct hz_benefit_result *one)
{
    *(benefit->is_ex_gratia ? &result->aid : &result->payable) += one->payable;
    result->cost += one->cost;
    result->reasons |= one->reasons;
}

/* ---- The claim as a whole */

static enum hz_cover_standing standing_of(const struct hz_plan_cover *cover,
                                          const struct hz_plan_claim *claim,
                                          const struct hz_cover_state *state)
{
    if (!cover)
        return HZ_NOT_COVERED;
    if (claim->event < cover->start)
        return HZ_BEFORE_COVER;
    if (claim->event > cover->end)
        return HZ_AFTER_COVER;
    return state->is_over || claim->event > cover->end - cover->cut ? HZ_COVER_ENDED : HZ_COVERED;
}

/* The day `days` working days (Monday to Friday; 1970-01-01 was a Thursday) after a day. */
static hz_date add_working_days(hz_date day, int64_t days)
{
    while (days > 0) {
        day++;
        int weekday = (int)(((day + 3) % 7 + 7) % 7); /* 0: Monday */
        days -= weekday < 5;
    }
    return day;
}

/* Whether it was reported after the deadline that is counted from a day. */
static bool is_late_from(const struct hz_plan *plan, const struct hz_plan_claim *claim,
                         hz_date from)
{
    if (plan->deadline_days == HZ_UNLIMITED || claim->report == HZ_NO_DATE)
        return false;
    return claim->report > (plan->deadline_is_working ? add_working_days(from, plan->deadline_days)
                                                      : from + (hz_date)plan->deadline_days);
}

static bool is_late(const struct hz_plan *plan, const struct hz_plan_cover *cover,
                    const struct hz_plan_claim *claim)
{
    const bool is_from_discharge =
        plan->deadline_from == HZ_FROM_DISCHARGE && claim->discharge != HZ_NO_DATE;
    return is_late_from(plan, claim,
                        plan->deadline_from == HZ_FROM_END ? cover->end
                        : is_from_discharge                ? claim->discharge
                                                           : claim->event);
}

/* Whether it would be refused as late, counted from the event since no discharge is known. */
static bool lacks_discharge(const struct hz_plan *plan, const struct hz_plan_claim *claim)
{
    return plan->late == HZ_LATE_REFUSE && plan->deadline_from == HZ_FROM_DISCHARGE &&
           claim->discharge == HZ_NO_DATE && is_late_from(plan, claim, claim->event);
}

static bool refuse_expenses(const struct hz_plan_claim *claim, struct hz_error *err)
{
    for (int e = 0; e < HZ_EXPENSES; e++)
        if (claim->expense[e] != HZ_NO_AMOUNT &&
            (claim->expense[e] < 0 || claim->expense[e] > HZ_PLAN_AMOUNT))
            return !hz_error_set(
                err, HZ_ERROR_DATA, (struct hz_place){.field = hz_expense_names[e]},
                _("the expense is %s: expected 0 to 10^9 yuan"), hz_yuan(claim->expense[e]).text);
    return false;
}

bool hz_benefit_can_pay(const struct hz_plan *plan, const struct hz_plan_claim *claim,
                        struct hz_error *err)
{
    int grade;
    if (refuse_expenses(claim, err))
        return false;
    if (lacks_discharge(plan, claim))
        return hz_error_set(err, HZ_ERROR_DATA, (struct hz_place){.field = "discharge"},
                            _("is empty or not there, and plan %.*s counts its deadline from it"),
                            HZ_TEXT_ARGS(plan->code));
    for (size_t b = 0; b < plan->benefits; b++) {
        const struct hz_benefit *benefit = &plan->benefit[b];
        if (!is_asked(benefit, claim))
            continue;
        const char *missing = missing_fact(benefit, claim);
        if (missing)
            return hz_error_set(err, HZ_ERROR_DATA, (struct hz_place){.field = missing},
                                _("is empty or not there, and benefit %.*s of plan %.*s needs it"),
                                HZ_TEXT_ARGS(benefit->code), HZ_TEXT_ARGS(plan->code));
        if (benefit->kind == HZ_DISABILITY &&
            !hz_grades_combine(claim->grades, benefit->combination, &grade))
            return hz_error_set(
                err, HZ_ERROR_DATA, (struct hz_place){.field = "dis_grade"},
                _("\"%.*s\" is no grade of disability (expected 1 to 10, or several as "
                  "in 7;9)"),
                HZ_TEXT_ARGS(claim->grades));
    }
    return true;
}

/* Pays each benefit that is asked for; *asked tells whether any was. */
static bool pay_asked(struct hz_benefit_step *p, const struct hz_paid_before *before,
                      struct hz_claim_result *result, bool *asked)
{
    const struct hz_plan *plan = p->plan;
    for (size_t b = 0; b < plan->benefits; b++) {
        const struct hz_benefit *benefit = &plan->benefit[b];
        if (!is_asked(benefit, p->claim))
            continue;
        *asked = true;
        p->benefit = benefit;
        p->own = &p->state->benefit[b];
        p->result = &result->benefit[b];
        p->result->asked = true;
        p->gross = p->days = 0;
        p->times = benefit->per_unit ? p->cover->units : 1;
        if (!pay_one(p, before))
            return false;
        add_up(result, benefit, p->result);
    }
    return true;
}

/*
 * Of a claim that names no benefit, one that does not list its disease was not really asked, if
 * another was.
 */
static uint32_t reasons_of(const struct hz_plan *plan, const struct hz_claim_result *result)
{
    const uint32_t not_listed = UINT32_C(1) << HZ_NOT_LISTED;
    for (size_t b = 0; b < plan->benefits; b++)
        if (result->benefit[b].asked && !(result->benefit[b].reasons & not_listed))
            return result->reasons & ~not_listed;
    return result->reasons;
}

void hz_benefit_pay_checked(const struct hz_plan *plan, const struct hz_plan_cover *cover,
                            const struct hz_plan_claim *claim, const struct hz_paid_before *before,
                            struct hz_cover_state *state, struct hz_claim_result *result,
                            struct hz_buffer *explain)
{
    struct hz_error none;
    struct hz_benefit_step p = {.plan = plan,
                                .cover = cover,
                                .claim = claim,
                                .state = state,
                                .explain = explain,
                                .err = &none};
    bool asked = false;
    result->standing = standing_of(cover, claim, state);
    result->payable = result->aid = result->cost = 0;
    result->reasons = 0;
    memset(result->benefit, 0, plan->benefits * sizeof *result->benefit); /* not of those beyond */
    if (result->standing != HZ_COVERED)
        return;
    if (is_late(plan, cover, claim)) {
        result->reasons |= UINT32_C(1) << HZ_LATE_CLAIM;
        if (plan->late == HZ_LATE_REFUSE)
            return;
    }
    if (!pay_asked(&p, before, result, &asked))
        return;
    if (!asked)
        result->reasons |= UINT32_C(1) << HZ_NO_BENEFIT;
    if (claim->benefit.length == 0)
        result->reasons = reasons_of(plan, result);
}

bool hz_benefit_pay(const struct hz_plan *plan, const struct hz_plan_cover *cover,
                    const struct hz_plan_claim *claim, const struct hz_paid_before *before,
                    struct hz_cover_state *state, struct hz_claim_result *result,
                    struct hz_buffer *explain, struct hz_error *err)
{
    if (!hz_benefit_can_pay(plan, claim, err))
        return false;
    hz_benefit_pay_checked(plan, cover, claim, before, state, result, explain);
    return true;
}

/* gross.c: see gross.h. */

#include "plan/gross.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>

/* ---- The derivation */

void hz_step_line(const struct hz_benefit_step *p, const char *sentence, ...)
{
    char line[512];
    va_list values;
    va_start(values, sentence);
    vsnprintf(line, sizeof line, sentence, values);
    va_end(values);
    hz_buffer_format(p->explain, "    %s\n", line);
}

struct hz_shown hz_yuan(hz_sum fen)
{
    struct hz_shown shown = {""};
    hz_money_format(fen, shown.text);
    return shown;
}

struct hz_shown hz_percent(struct hz_decimal rate)
{
    struct hz_shown shown = {""};
    hz_decimal_format((struct hz_decimal){rate.value * 100}, shown.text);
    return shown;
}

void hz_step_give(struct hz_benefit_step *p, enum hz_reason reason)
{
    p->result->reasons |= UINT32_C(1) << reason;
}

bool hz_step_nothing(struct hz_benefit_step *p, enum hz_reason reason)
{
    hz_step_give(p, reason);
    p->gross = 0;
    return true;
}

/* ---- Gross amounts, by kind */

hz_sum hz_tiers_amount(const struct hz_tier tier[], size_t tiers, hz_sum expense)
{
    hz_sum amount = 0;
    for (size_t t = 0; t < tiers && expense > tier[t].above; t++) {
        hz_sum upper = expense < tier[t].through ? expense : tier[t].through;
        amount += (upper - tier[t].above) * tier[t].rate.value;
    }
    return amount;
}

/* The tier in which an amount lies, from 1; 0: none. */
static int tier_of(const struct hz_tier tier[], size_t tiers, hz_sum amount)
{
    for (size_t t = 0; t < tiers; t++)
        if (amount > tier[t].above && amount <= tier[t].through)
            return (int)t + 1;
    return tiers > 0 && amount > tier[tiers - 1].through ? (int)tiers : 0;
}

static hz_fen deductible_of(const struct hz_benefit *benefit, int32_t stays)
{
    size_t ordinal = (size_t)stays;
    if (benefit->deductibles == 0)
        return 0;
    return benefit->deductible[ordinal < benefit->deductibles ? ordinal : benefit->deductibles - 1];
}

static void say_tiers(const struct hz_benefit_step *p, hz_sum from, hz_sum to)
{
    for (size_t t = 0; t < p->benefit->tiers && p->explain; t++) {
        const struct hz_tier *tier = &p->benefit->tier[t];
        hz_sum low = from > tier->above ? from : tier->above;
        hz_sum high = to < tier->through ? to : tier->through;
        if (high > low)
            hz_step_say(p, _("tier %zu, above %s: %s x %s%%"), t + 1, hz_yuan(tier->above).text,
                        hz_yuan(high - low).text, hz_percent(tier->rate).text);
    }
}

/* Of an expense, as net of what went before in the term and of the stay's own deductible. */
static bool rate_expense(struct hz_benefit_step *p, hz_sum from, hz_sum to)
{
    const struct hz_benefit *benefit = p->benefit;
    const size_t ordinal = (size_t)p->own->stays;
    struct hz_decimal rate = benefit->rate;
    const bool over_term = benefit->tiers_over == HZ_PER_TERM;
    switch (benefit->rate_by) {
    case HZ_RATE_BY_TIER:
        to = over_term ? to : to - from;
        from = over_term ? from : 0;
        say_tiers(p, from, to);
        p->result->tier = tier_of(benefit->tier, benefit->tiers, to);
        p->gross = (hz_tiers_amount(benefit->tier, benefit->tiers, to) -
                    hz_tiers_amount(benefit->tier, benefit->tiers, from)) *
                   HZ_BILLION;
        return p->gross > 0 || hz_step_nothing(p, HZ_BELOW_DEDUCTIBLE);
    case HZ_RATE_BY_LEVEL:
        for (size_t l = 0; l < benefit->levels; l++)
            if (hz_text_equal(benefit->by_level[l].word, hz_hospital_level(p->claim->level))) {
                p->result->tier = (int)l + 1;
                rate = benefit->by_level[l].rate;
                hz_step_say(p, _("hospital level %.*s: %s%%"), HZ_TEXT_ARGS(p->claim->level),
                            hz_percent(rate).text);
                break;
            } else if (l + 1 == benefit->levels) {
                hz_step_say(p, _("hospital level \"%.*s\" has no rate"),
                            HZ_TEXT_ARGS(p->claim->level));
                return hz_step_nothing(p, HZ_LEVEL_NOT_COVERED);
            }
        break;
    case HZ_RATE_BY_STAY:
        rate = benefit->by_stay[ordinal < benefit->stays ? ordinal : benefit->stays - 1];
        p->result->tier = (int)(ordinal < benefit->stays ? ordinal + 1 : benefit->stays);
        hz_step_say(p, _("claim %zu of the term: %s%%"), ordinal + 1, hz_percent(rate).text);
        break;
    case HZ_RATE_FLAT:
        hz_step_say(p, _("rate: %s%%"), hz_percent(rate).text);
        break;
    }
    p->gross = (to - from) * rate.value * HZ_BILLION;
    return true;
}

static bool reimburse(struct hz_benefit_step *p)
{
    const struct hz_benefit *benefit = p->benefit;
    const hz_fen expense = p->claim->expense[benefit->base];
    const bool per_term = benefit->deductible_per == HZ_PER_TERM;
    const hz_fen deductible = deductible_of(benefit, per_term ? 0 : p->own->stays);
    const hz_sum net = per_term ? expense : hz_beyond(expense, deductible);
    const hz_sum before = p->own->base, after = before + net;
    const hz_sum term = per_term ? deductible : 0;
    hz_step_say(p, _("expense (%s): %s"), hz_expense_names[benefit->base], hz_yuan(expense).text);
    if (deductible > 0)
        hz_step_say(p,
                    per_term ? _("deductible of the term: %s, of which %s are left")
                             : _("deductible of the stay: %s; %s is beyond it"),
                    hz_yuan(deductible).text,
                    hz_yuan(per_term ? hz_beyond(deductible, before) : net).text);
    p->own->base = (hz_fen)after;
    if (hz_beyond(after, term) == hz_beyond(before, term))
        return hz_step_nothing(p, HZ_BELOW_DEDUCTIBLE);
    return rate_expense(p, hz_beyond(before, term), hz_beyond(after, term));
}

static bool step(struct hz_benefit_step *p)
{
    const struct hz_benefit *benefit = p->benefit;
    const hz_fen expense = p->claim->expense[benefit->base];
    hz_step_say(p, _("expense (%s): %s"), hz_expense_names[benefit->base], hz_yuan(expense).text);
    for (size_t t = 0; t < benefit->tiers; t++)
        if (expense > benefit->tier[t].above && expense <= benefit->tier[t].through) {
            p->result->tier = (int)t + 1;
            p->gross = benefit->tier[t].amount * HZ_WHOLE_FEN;
            hz_step_say(p, _("step %zu, above %s: %s"), t + 1, hz_yuan(benefit->tier[t].above).text,
                        hz_yuan(benefit->tier[t].amount).text);
            return true;
        }
    hz_step_say(p, _("in no step"));
    return hz_step_nothing(p, HZ_BELOW_DEDUCTIBLE);
}

int64_t hz_benefit_days(const struct hz_benefit *benefit, const struct hz_plan_claim *claim)
{
    if (claim->days >= 0)
        return claim->days;
    if (claim->admit == HZ_NO_DATE || claim->discharge == HZ_NO_DATE)
        return -1;
    const int64_t nights = (int64_t)claim->discharge - claim->admit;
    if (nights < 0 || nights > HZ_PLAN_DAYS)
        return -1;
    return nights + (benefit->count_days == HZ_COUNT_DAYS);
}

static int64_t at_most(struct hz_benefit_step *p, int64_t number, int64_t limit,
                       enum hz_reason reason)
{
    if (number <= limit)
        return number;
    hz_step_give(p, reason);
    return limit;
}

static bool per_diem(struct hz_benefit_step *p)
{
    const struct hz_benefit *benefit = p->benefit;
    int64_t days = hz_benefit_days(benefit, p->claim);
    hz_step_say(p, _("days in hospital: %" PRId64 ", of which the first %" PRId64 " do not count"),
                days, benefit->deductible_days);
    days = (int64_t)hz_beyond(days, benefit->deductible_days);
    if (days == 0)
        return hz_step_nothing(p, HZ_BELOW_DEDUCTIBLE);
    days = at_most(p, days, benefit->days_per_stay, HZ_DAYS_LIMIT);
    if (benefit->days_per_term != HZ_UNLIMITED) {
        int64_t left = benefit->days_per_term - p->own->days;
        hz_step_say(p, _("days left in the term: %" PRId64 " of %" PRId64), left,
                    benefit->days_per_term);
        days = at_most(p, days, left, HZ_DAYS_LIMIT);
    }
    p->days = days;
    p->gross = (hz_sum)benefit->amount * days * HZ_WHOLE_FEN;
    hz_step_say(p, _("%" PRId64 " days x %s"), days, hz_yuan(benefit->amount).text);
    return true;
}

static bool by_class(struct hz_benefit_step *p, const struct hz_list_item *item)
{
    const struct hz_benefit *benefit = p->benefit;
    for (size_t c = 0; c < benefit->classes; c++)
        if (hz_text_equal(benefit->by_class[c].word, item->group)) {
            p->result->tier = (int)c + 1;
            p->gross = benefit->by_class[c].amount * HZ_WHOLE_FEN;
            hz_step_say(p, _("class %.*s: %s"), HZ_TEXT_ARGS(item->group),
                        hz_yuan(benefit->by_class[c].amount).text);
            return true;
        }
    return hz_step_nothing(p, HZ_NOT_LISTED);
}

bool hz_grades_combine(struct hz_text grades, enum hz_combination combination, int *grade)
{
    int most = HZ_GRADES + 1, equals = 0;
    for (size_t i = 0; i < grades.length;) {
        int number = 0;
        size_t digits = 0;
        for (; i < grades.length && hz_digit(grades.at[i]) <= 9 && digits < 3; i++, digits++)
            number = 10 * number + (int)hz_digit(grades.at[i]);
        if (digits == 0 || number < 1 || number > HZ_GRADES)
            return false;
        equals = number < most ? 1 : equals + (number == most);
        most = number < most ? number : most;
        if (i < grades.length && !strchr(";,/+ ", grades.at[i++]))
            return false;
        if (i == grades.length && hz_digit(grades.at[i - 1]) > 9)
            return false;
    }
    if (most > HZ_GRADES)
        return false;
    *grade = most - (combination == HZ_MOST_SEVERE_UP_ONE && equals > 1 && most > 1);
    return true;
}

static bool disability(struct hz_benefit_step *p)
{
    const struct hz_benefit *benefit = p->benefit;
    int grade;
    if (!hz_grades_combine(p->claim->grades, benefit->combination, &grade))
        return hz_error_set(
            p->err, HZ_ERROR_DATA, (struct hz_place){.field = "dis_grade"},
            _("\"%.*s\" is no grade of disability (expected 1 to 10, or several as in "
              "7;9)"),
            HZ_TEXT_ARGS(p->claim->grades));
    const struct hz_decimal part = benefit->schedule->part[grade - 1];
    p->result->tier = grade;
    p->gross = hz_fen_times_exact(benefit->amount, part) * HZ_BILLION;
    hz_step_say(p, _("grade %d by schedule %.*s: %s%% of %s"), grade,
                HZ_TEXT_ARGS(benefit->schedule->code), hz_percent(part).text,
                hz_yuan(benefit->amount).text);
    return true;
}

bool hz_benefit_gross(struct hz_benefit_step *p, const struct hz_list_item *item)
{
    switch (p->benefit->kind) {
    case HZ_PER_DIEM:
        return per_diem(p);
    case HZ_REIMBURSEMENT:
        return reimburse(p);
    case HZ_STEPS:
        return step(p);
    case HZ_CLASSES:
        return by_class(p, item);
    case HZ_DISABILITY:
        return disability(p);
    case HZ_REFUND:
        p->gross = p->plan->deposit * HZ_WHOLE_FEN;
        hz_step_say(p, _("deposit: %s"), hz_yuan(p->plan->deposit).text);
        return true;
    case HZ_LUMP_SUM:
    case HZ_DEATH:
    case HZ_SERVICE:
    case HZ_BENEFIT_KINDS:
        break;
    }
    p->gross = p->benefit->amount * HZ_WHOLE_FEN;
    hz_step_say(p, _("amount: %s"), hz_yuan(p->benefit->amount).text);
    return true;
}

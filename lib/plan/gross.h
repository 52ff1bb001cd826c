/*
 * gross.h: the gross amount of one benefit for one claim, by kind of benefit, before units,
 * waiting, limits and rounding; and the derivation that is written on the way.
 *
 * A new kind of benefit is a new case of hz_benefit_gross, and of nothing else here. For
 * lib/plan/{gross,benefit}.c alone.
 */

#ifndef HZ_PLAN_GROSS_H
#define HZ_PLAN_GROSS_H

#include "base/linkage.h"
#include "plan/benefit.h"

HZ_BEGIN_C

/*
 * Amounts before the one rounding are whole numbers of 10^-18 fen: an expense in fen, times a rate
 * in billionths, times the rate of a waiting band in billionths.
 */
#define HZ_BILLION ((hz_sum)HZ_DECIMAL_ONE)
#define HZ_WHOLE_FEN (HZ_BILLION * HZ_BILLION)

/*
 * Everything that the steps of one benefit of one claim share: what is given (plan to state), what
 * is found (own to days), and where a refusal goes. `explain` is NULL where nobody asks for
 * reasons.
 */
struct hz_benefit_step {
    const struct hz_plan *plan;
    const struct hz_benefit *benefit;
    const struct hz_plan_cover *cover;
    const struct hz_plan_claim *claim;
    struct hz_cover_state *state;
    struct hz_benefit_state *own;
    struct hz_benefit_result *result;
    struct hz_buffer *explain;
    hz_sum gross;  /* 10^-18 fen */
    int64_t times; /* units that amounts and limits are multiplied by */
    int64_t days;  /* of the stay that count, for a per diem */
    struct hz_error *err;
};

/*
 * Sets p->gross, p->days and the result's tier, gives reasons, and moves the expense of the term
 * on. `item` is the disease, for a benefit by class. False: refused (err).
 */
HZ_MUST_USE bool hz_benefit_gross(struct hz_benefit_step *p, const struct hz_list_item *item);

/*
 * Days of a stay as the benefit counts them; -1: not known, or by dates that are none of a stay: in
 * the wrong order, or more than HZ_PLAN_DAYS apart.
 */
int64_t hz_benefit_days(const struct hz_benefit *benefit, const struct hz_plan_claim *claim);

/*
 * Adds a line to the derivation, if one is wanted: else not even its sentence is looked up, which
 * would take longer than the payment.
 */
#define hz_step_say(p, ...) ((p)->explain ? hz_step_line((p), __VA_ARGS__) : (void)0)
void hz_step_line(const struct hz_benefit_step *p, const char *sentence, ...) HZ_PRINTF(2, 3);

/* Adds a reason; and, for the second, leaves no amount and is true. */
void hz_step_give(struct hz_benefit_step *p, enum hz_reason reason);
bool hz_step_nothing(struct hz_benefit_step *p, enum hz_reason reason);

/* What of an amount lies beyond another. */
static inline hz_sum hz_beyond(hz_sum amount, hz_sum other)
{
    return amount > other ? amount - other : 0;
}

/* Numbers as a derivation shows them: "1234.50" of fen, "80%" of a rate; returned, for printf. */
struct hz_shown {
    char text[HZ_SUM_TEXT];
};
struct hz_shown hz_yuan(hz_sum fen);
struct hz_shown hz_percent(struct hz_decimal rate);

HZ_END_C

#endif

/* payments.c: see payments.h. */

#include "record/payments.h"

#include <assert.h>

/* A record of the index: the identity, and the state of as many benefits as the plan has. */
enum { STATE = sizeof(struct hz_identity) };
static_assert(STATE % _Alignof(struct hz_cover_state) == 0, "states lie behind their identities");

struct paid {
    struct hz_identity identity;
    hz_date start;
};

struct hz_payments hz_payments_new(void)
{
    return (struct hz_payments){.paid = {.size = sizeof(struct paid)}};
}

void hz_payments_free(struct hz_payments *payments)
{
    for (size_t b = 0; b < HZ_COUNT(payments->state); b++)
        hz_index_free(&payments->state[b]);
    hz_index_free(&payments->paid);
}

void hz_payments_clear(struct hz_payments *payments)
{
    for (size_t b = 0; b < HZ_COUNT(payments->state); b++)
        hz_index_clear(&payments->state[b]);
}

/* Policy years that ended before the event. */
static int64_t year_of(hz_date start, hz_date event)
{
    int64_t year = (event - start) / 366;
    while (hz_plan_months_end(start, (int)(12 * (year + 1))) < event)
        year++;
    return year;
}

/* Plans are told apart by where they lie: what is made of an identity is seen by nobody. */
struct hz_paid_cover hz_payments_cover(const struct hz_plan *plan, struct hz_identity cover,
                                       hz_date start, hz_date event)
{
    cover.high ^= (uint64_t)(uintptr_t)plan * UINT64_C(0x9E3779B97F4A7C15);
    const bool is_of_year = plan->limit_period == HZ_POLICY_YEAR && event >= start;
    return (struct hz_paid_cover){
        cover, is_of_year ? hz_identity_number(cover, year_of(start, event)) : cover};
}

static struct hz_cover_state *state_of(struct hz_payments *payments, const struct hz_plan *plan,
                                       struct hz_identity cover)
{
    struct hz_index *index = &payments->state[plan->benefits];
    const size_t whole = sizeof(uint64_t); /* the next identity begins at such a place */
    index->size = STATE + (hz_cover_state_size(plan) + whole - 1) / whole * whole;
    char *record = hz_index_add(index, cover, NULL);
    return (struct hz_cover_state *)(void *)(record + STATE);
}

/* What payments have ended: a bit a benefit, and one more for the whole. */
static uint64_t ended_of(const struct hz_plan *plan, const struct hz_cover_state *state)
{
    uint64_t ended = (uint64_t)state->is_over << plan->benefits;
    for (size_t b = 0; b < plan->benefits; b++)
        ended |= (uint64_t)state->benefit[b].is_ended << b;
    return ended;
}

static void set_ended(const struct hz_plan *plan, uint64_t ended, struct hz_cover_state *state)
{
    state->is_over = ended >> plan->benefits & 1;
    for (size_t b = 0; b < plan->benefits; b++)
        state->benefit[b].is_ended = ended >> b & 1;
}

struct hz_cover_state *hz_payments_state(struct hz_payments *payments, const struct hz_plan *plan,
                                         const struct hz_paid_cover *cover)
{
    if (plan->limit_period != HZ_POLICY_YEAR)
        return state_of(payments, plan, cover->period);
    const uint64_t ended = ended_of(plan, state_of(payments, plan, cover->whole));
    struct hz_cover_state *state = state_of(payments, plan, cover->period);
    set_ended(plan, ended, state);
    return state;
}

void hz_payments_keep(struct hz_payments *payments, const struct hz_plan *plan,
                      const struct hz_paid_cover *cover, const struct hz_cover_state *state)
{
    if (plan->limit_period == HZ_POLICY_YEAR)
        set_ended(plan, ended_of(plan, state), state_of(payments, plan, cover->whole));
}

const struct hz_index *hz_payments_index(const struct hz_payments *payments,
                                         const struct hz_plan *plan)
{
    return &payments->state[plan->benefits];
}

static struct hz_identity disease_of(struct hz_identity person, const struct hz_plan *plan,
                                     struct hz_text disease)
{
    return hz_identity_with(hz_identity_with(person, plan->code), disease);
}

bool hz_payments_before(const struct hz_payments *payments, struct hz_identity person,
                        const struct hz_plan *plan, struct hz_text disease, hz_date start)
{
    const struct paid *paid = hz_index_find(&payments->paid, disease_of(person, plan, disease));
    return paid && paid->start < start;
}

void hz_payments_note(struct hz_payments *payments, struct hz_identity person,
                      const struct hz_plan *plan, struct hz_text disease, hz_date start)
{
    bool is_new;
    struct paid *paid = hz_index_add(&payments->paid, disease_of(person, plan, disease), &is_new);
    if (is_new || start < paid->start)
        paid->start = start;
}

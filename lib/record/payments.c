/* payments.c: see payments.h. */

#include "record/payments.h"

#include "base/memory.h"

#include <stdlib.h>

struct place {
    struct hz_identity identity;
    uint64_t at;
};

struct paid {
    struct hz_identity identity;
    hz_date start;
};

struct hz_payments hz_payments_new(void)
{
    return (struct hz_payments){.state = {.size = sizeof(struct place)},
                                .paid = {.size = sizeof(struct paid)}};
}

void hz_payments_free(struct hz_payments *payments)
{
    hz_index_free(&payments->state);
    hz_index_free(&payments->paid);
    free(payments->bytes);
}

void hz_payments_clear(struct hz_payments *payments)
{
    hz_index_clear(&payments->state);
    payments->length = 0;
}

/* Whole years from the first day of cover to the event. */
static int64_t year_of(hz_date start, hz_date event)
{
    int64_t year = (event - start) / 366;
    while (hz_date_add_months(start, (int)(12 * (year + 1))) <= event)
        year++;
    return year;
}

/* A cover under a plan. The half that says where to look stays the cover's own: it is expected. */
static struct hz_identity under(struct hz_identity cover, const struct hz_plan *plan)
{
    const struct hz_identity terms =
        hz_identity_with(hz_identity_with((struct hz_identity){0}, plan->code), plan->version);
    return (struct hz_identity){.low = cover.low, .high = cover.high ^ terms.high};
}

struct hz_cover_state *hz_payments_state(struct hz_payments *payments, const struct hz_plan *plan,
                                         struct hz_identity cover, hz_date start, hz_date event)
{
    bool is_new;
    cover = under(cover, plan);
    if (plan->limit_period == HZ_POLICY_YEAR && event >= start)
        cover = hz_identity_number(cover, year_of(start, event));
    struct place *place = hz_index_add(&payments->state, cover, &is_new);
    if (is_new) {
        const size_t size = hz_cover_state_size(plan);
        if (payments->length + size > payments->room) {
            payments->room = payments->room ? 2 * payments->room : 1 << 16;
            payments->bytes = hz_reallocate(payments->bytes, payments->room, 1);
        }
        memset(payments->bytes + payments->length, 0, size);
        place->at = payments->length;
        payments->length += size;
    }
    return (struct hz_cover_state *)(void *)(payments->bytes + place->at);
}

void hz_payments_expect(const struct hz_payments *payments, struct hz_identity cover)
{
    const struct place *place = hz_index_expected(&payments->state, cover);
    if (place)
        __builtin_prefetch(payments->bytes + place->at);
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

/* payments.h: what covers have paid so far, kept while claims stream by. */

#ifndef HZ_RECORD_PAYMENTS_H
#define HZ_RECORD_PAYMENTS_H

#include "base/identity.h"
#include "base/linkage.h"
#include "plan/benefit.h"

HZ_BEGIN_C

/* States of covers under one set of plans. Zeroed but for `paid.size`, see hz_payments_new. */
struct hz_payments {
    struct hz_index state; /* by cover and year of limits: where its state is */
    char *bytes;           /* the states */
    size_t length, room;
    uint64_t again;       /* rows of a claim that the cover's row before was of */
    struct hz_index paid; /* by person, plan and disease: first day of the cover that paid */
};

struct hz_payments hz_payments_new(void);
void hz_payments_free(struct hz_payments *payments);

/*
 * Forgets the covers' states: where a key is never met again. What persons were paid for stays,
 * since one may have several covers.
 */
void hz_payments_clear(struct hz_payments *payments);

/* The state of a cover in the year of an event (one for the whole term, unless the plan says). */
struct hz_cover_state *hz_payments_state(struct hz_payments *payments, const struct hz_plan *plan,
                                         struct hz_identity cover, hz_date start, hz_date event);

/* Asks for the memory of that state: a step after hz_index_expect_record of `state`. */
void hz_payments_expect(const struct hz_payments *payments, struct hz_identity cover);

/* Whether a disease of a person was paid in a term that began before; and that it now is. */
bool hz_payments_before(const struct hz_payments *payments, struct hz_identity person,
                        const struct hz_plan *plan, struct hz_text disease, hz_date start);
void hz_payments_note(struct hz_payments *payments, struct hz_identity person,
                      const struct hz_plan *plan, struct hz_text disease, hz_date start);

HZ_END_C

#endif

/* payments.h: what covers have paid so far, kept while claims stream by. */

#ifndef HZ_RECORD_PAYMENTS_H
#define HZ_RECORD_PAYMENTS_H

#include "base/identity.h"
#include "base/linkage.h"
#include "plan/benefit.h"

HZ_BEGIN_C

/* States of covers under one set of plans. Zeroed but for sizes, see hz_payments_new. */
struct hz_payments {
    struct hz_index state[HZ_PLAN_BENEFITS + 1]; /* of covers, by the number of benefits */
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

/*
 * A cover under a plan, and the same in the year of an event if the plan's limits are a year's,
 * else once more: what payments have ended stays so in all years.
 */
struct hz_paid_cover {
    struct hz_identity whole, period;
};
struct hz_paid_cover hz_payments_cover(const struct hz_plan *plan, struct hz_identity cover,
                                       hz_date start, hz_date event);

/*
 * The state of the period; after a payment hz_payments_keep tells the cover what that has ended.
 * For many at once hz_payments_index is asked for memory, as of any index.
 */
struct hz_cover_state *hz_payments_state(struct hz_payments *payments, const struct hz_plan *plan,
                                         const struct hz_paid_cover *cover);
void hz_payments_keep(struct hz_payments *payments, const struct hz_plan *plan,
                      const struct hz_paid_cover *cover, const struct hz_cover_state *state);
const struct hz_index *hz_payments_index(const struct hz_payments *payments,
                                         const struct hz_plan *plan);

/* Whether a disease of a person was paid in a term that began before; and that it now is. */
bool hz_payments_before(const struct hz_payments *payments, struct hz_identity person,
                        const struct hz_plan *plan, struct hz_text disease, hz_date start);
void hz_payments_note(struct hz_payments *payments, struct hz_identity person,
                      const struct hz_plan *plan, struct hz_text disease, hz_date start);

HZ_END_C

#endif

/* review.h: what of a claim a person should look at before it is paid (compliance review). */

#ifndef HZ_RECORD_REVIEW_H
#define HZ_RECORD_REVIEW_H

#include "base/identity.h"
#include "base/linkage.h"
#include "plan/benefit.h"
#include "plan/plans.h"

HZ_BEGIN_C

/* Remembers invoices, stays and amounts: some 60 bytes a claim. */
struct hz_review;

struct hz_review *hz_review_new(const struct hz_plans *plans);
void hz_review_free(struct hz_review *review); /* NULL is fine */

/* A claim that has been paid; plan NULL: no cover. */
struct hz_review_claim {
    uint64_t number; /* of the claim, as an identity; 0: not told. Its rows are one claim */
    struct hz_identity member;
    const struct hz_plan_claim *claim;
    const struct hz_plan *plan;
    const struct hz_plan_cover *cover; /* NULL: none */
    const struct hz_claim_result *result;
    hz_fen decided; /* what was paid or approved; HZ_NO_AMOUNT: nothing yet */
};

/*
 * Appends the flags of a claim, a ';' between two, and remembers it:
 *
 * duplicate_invoice  same member, days of the stay and total expense as an earlier claim
 * repeated_stay      admitted within 15 days of the discharge before
 * waiting_edge       within 10 days after the last waiting day
 * at_limit           a limit of the plan has cut it
 * late_report        reported after the deadline, or, without one, more than 180 days after the
 *                    event
 * paid_differs       what was paid or approved is not what the plan gives
 * unusual_amount     its logarithm is more than 3 standard deviations above the mean of the claims
 *                    of this benefit before it, from the 100th on
 */
void hz_review_claim(struct hz_review *review, const struct hz_review_claim *claim,
                     struct hz_buffer *out);

HZ_END_C

#endif

/*
 * benefit_due.h: a claim with its cover under its plan, held against what payment wants: all that
 * is known before it is told what was paid so far.
 */

#ifndef HZ_RECORD_BENEFIT_DUE_H
#define HZ_RECORD_BENEFIT_DUE_H

#include "base/linkage.h"
#include "record/benefit_claims.h"
#include "record/payments.h"

HZ_BEGIN_C

struct hz_benefit_due {
    const struct hz_plan *plan; /* NULL: there is no cover */
    struct hz_paid_cover paid;  /* the cover under it */
    uint64_t number;            /* of the claim, as an identity; 0: not told */
    bool is_holders;            /* false: the seat was another's on the day */
    uint8_t share;              /* bits of the cover's identity, whatever the plan */
    uint16_t at;                /* index of the plan */
    struct hz_plan_cover cover;
    struct hz_plan_claim claim;
    struct hz_text claim_no;
    hz_fen decided; /* what was paid, or approved; HZ_NO_AMOUNT: not decided yet */
    const struct hz_plan *against;
    struct hz_paid_cover paid_against;
    struct hz_identity person; /* where the plan or the caller asks who it is */
};

/* By what claims are joined and paid. */
struct hz_benefit_terms {
    const struct hz_plans *plans;
    const struct hz_plans *against; /* NULL: none. A plan that it lacks stays as it is */
    const struct hz_covers *covers; /* NULL: claims have the columns of their covers */
    enum hz_cover_key key;
    bool is_sorted; /* the covers are those of one key: see hz_covers_advance */
    bool names_persons;
    bool *looks_back; /* by plan: whether a version of it asks what was paid in earlier terms */
};

/*
 * Makes the most of a claim. False: its row is rejected, and nothing of it is due (unknown_plan,
 * other_plan, missing_fact, renewal_unseen). *at is as for hz_plans_find.
 */
HZ_MUST_USE bool hz_benefit_due_of(const struct hz_benefit_terms *terms, struct hz_batch *batch,
                                   size_t r, const struct hz_benefit_claim *row, size_t *at,
                                   struct hz_benefit_due *due);

HZ_END_C

#endif

/*
 * benefit_claims.h: claim records as benefits need them, typed, with the cover that they tell of.
 */

#ifndef HZ_RECORD_BENEFIT_CLAIMS_H
#define HZ_RECORD_BENEFIT_CLAIMS_H

#include "base/linkage.h"
#include "record/covers.h"
#include "record/groups.h"
#include "stream/batch.h"
#include "stream/reader.h"

HZ_BEGIN_C

/*
 * The columns, in this order; all may be absent but those that hz_benefit_column_is_needed tells.
 */
enum hz_benefit_column {
    HZ_BENEFIT_CLAIM,
    HZ_BENEFIT_MEMBER,
    HZ_BENEFIT_MEMBER_ID,
    HZ_BENEFIT_SEAT,
    HZ_BENEFIT_PLAN,
    HZ_BENEFIT_VERSION,
    HZ_BENEFIT_BENEFIT,
    HZ_BENEFIT_EVENT,
    HZ_BENEFIT_REPORT,
    HZ_BENEFIT_ADMIT,
    HZ_BENEFIT_DISCHARGE,
    HZ_BENEFIT_DAYS,
    HZ_BENEFIT_LEVEL,
    HZ_BENEFIT_DISEASE,
    HZ_BENEFIT_DIAGNOSIS,
    HZ_BENEFIT_GRADES,
    HZ_BENEFIT_TOTAL,
    HZ_BENEFIT_INSCOPE,
    HZ_BENEFIT_POOLED,
    HZ_BENEFIT_FUND2,
    HZ_BENEFIT_FUND3,
    HZ_BENEFIT_FUND4,
    HZ_BENEFIT_FUND5,
    HZ_BENEFIT_CLAIMED,
    HZ_BENEFIT_INSCOPE_SELFPAY,
    HZ_BENEFIT_TOTAL_SELFPAY,
    HZ_BENEFIT_START,
    HZ_BENEFIT_END,
    HZ_BENEFIT_WAIT_FROM,
    HZ_BENEFIT_UNITS,
    HZ_BENEFIT_ENTER_TYPE,
    HZ_BENEFIT_STATUS,
    HZ_BENEFIT_ENDED_ON,
    HZ_BENEFIT_ID_NO,
    HZ_BENEFIT_CLAIM_STATUS,
    HZ_BENEFIT_APPROVED,
    HZ_BENEFIT_PAID,
    HZ_BENEFIT_COLUMNS
};

extern const char *const hz_benefit_column_names[HZ_BENEFIT_COLUMNS];

/* The column that names the cover under a key. */
int hz_benefit_key_column(enum hz_cover_key key);

bool hz_benefit_column_is_needed(int column, enum hz_cover_key key, bool has_members);

/* A row, typed; texts are slices of the input. */
struct hz_benefit_claim {
    struct hz_text claim_no;
    struct hz_cover_facts facts;
    struct hz_plan_claim claim;
    hz_fen decided;              /* what was paid, or approved; HZ_NO_AMOUNT: not decided yet */
    struct hz_identity identity; /* of its cover */
};

/* Whether a file has columns of what was decided. */
bool hz_benefit_claims_decide(const struct hz_reader_file *file);

/*
 * Reads a batch. An expense after all funds is the column of that name, or the expense less what
 * the funds have paid; not known without hifp_pay. Rejects: no_member, end_before_start,
 * discharge_before_admit, stay_too_long, negative_money, and the faults of typed columns.
 */
void hz_benefit_claims_read(struct hz_batch *batch, enum hz_cover_key key, bool has_members,
                            struct hz_benefit_claim claim[]);

HZ_END_C

#endif

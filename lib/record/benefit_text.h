/*
 * benefit_text.h: what a claim is paid, as text: the columns that its row gets, and the first and
 * last line of a derivation (the lines between are plan/benefit's).
 */

#ifndef HZ_RECORD_BENEFIT_TEXT_H
#define HZ_RECORD_BENEFIT_TEXT_H

#include "plan/benefit.h"

HZ_BEGIN_C

/* An amount in yuan: "1234.50". */
void hz_benefit_put_money(struct hz_buffer *out, hz_fen fen);

/*
 * The six columns, each behind a delimiter: cover, payable, aid, service_cost, by_benefit
 * (code=amount;...) and reasons (code;...). `plan` is NULL where there is no cover.
 */
void hz_benefit_put_result(struct hz_buffer *out, char delimiter, const struct hz_plan *plan,
                           const struct hz_claim_result *result);

/* "claim C1, event 2024-03-01, plan P 2024, cover 2024-01-01 to 2024-12-31"; NULL: no cover. */
void hz_benefit_put_head(struct hz_buffer *out, struct hz_text claim, hz_date event,
                         const struct hz_plan *plan, hz_date start, hz_date end);

/* The last line: the amount, how the cover stands, and the reasons as a sentence, not as codes. */
void hz_benefit_put_foot(struct hz_buffer *out, const struct hz_claim_result *result);

HZ_END_C

#endif

/*
 * ledger_fold.h: what records say of a fund, period by period: contributions, cover, unearned parts
 * out of member records; payouts and case estimates out of claim records. Both fill the ledger, whose
 * columns are province, office, plan, period, item, amount; projections and fund statements are made
 * from it.
 */

#ifndef HZ_RECORD_LEDGER_FOLD_H
#define HZ_RECORD_LEDGER_FOLD_H

#include "fund/ledger.h"
#include "fund/unearned.h"
#include "record/claims.h"
#include "stream/fold.h"

enum { HZ_LEDGER_OWN_COLUMNS = 16 };

/* The settings of the folds, which are used as long as they are. */
struct hz_ledger_fold {
    enum hz_grain grain;
    hz_period first, last;                          /* the periods that are told */
    int prompt_days;                                /* what is prompt */
    struct hz_unearned how;                         /* how contributions are earned */
    struct hz_column column[HZ_LEDGER_OWN_COLUMNS]; /* by the functions below */
};

/*
 * The ledger of member records. It reads plan, office, start, end, contribution and, as far as they
 * are there, province (else the first two characters of office, GB/T 2260), units (else 1),
 * enter_type, and the contributions by payer. A contribution is booked on the first day of its cover;
 * the unearned part of a cover at the end of a period is rounded to the fen, so that groups add up.
 * Rejects: the faults of hz_unearned_part and of the typed columns; payers that together are not the
 * contribution (payers_not_total); units that are not a whole number above 0 (bad_units).
 */
void hz_ledger_members(struct hz_ledger_fold *settings, struct hz_fold *fold);

/*
 * The ledger of claim records: plan, office, province as above, and the columns of claims.h. The case
 * estimate of a claim stands as its last transaction of the period left it, and on in later periods.
 */
void hz_ledger_claims(struct hz_ledger_fold *settings, struct hz_fold *fold);

#endif

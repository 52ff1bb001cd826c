/*
 * prospect_fold.h: payouts to come of cover in force and of cover to be written: claim records, a
 * table of exposures (exposure_fold.h) and scenarios (scenario.h) become expected payouts and their
 * quantiles, by plan or by plan and office, and period.
 */

#ifndef HZ_RECORD_PROSPECT_FOLD_H
#define HZ_RECORD_PROSPECT_FOLD_H

#include "base/linkage.h"
#include "project/prospect_past.h"
#include "record/claims.h"
#include "stream/fold.h"

HZ_BEGIN_C

enum { HZ_PROSPECT_OWN_COLUMNS = HZ_CLAIM_COLUMNS + 4 };

/* The settings of the fold, which are used as long as it is. */
struct hz_prospect_fold {
    struct hz_prospect_order order;
    struct hz_column column[HZ_PROSPECT_OWN_COLUMNS]; /* by hz_prospect_fold */
};

/*
 * The fold reads claim, plan, office, event, transaction, paid, status and, where it is there,
 * member. Transactions after the valuation and ex-gratia aid are left out. What counts is a claim
 * that has been paid and closed: its number by the month of its event, its amount all that was
 * paid. Refused (data) by its end: a claim of a plan or an office, or with an event in a month,
 * that has no cover.
 */
void hz_prospect_fold(struct hz_prospect_fold *settings, struct hz_fold *fold);

HZ_END_C

#endif

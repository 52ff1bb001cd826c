/*
 * exposure_fold.h: how much cover there is, month by month: what has been earned, what cover in
 * force has still to earn, and what cover to be written will look like if it is like that of the
 * last year.
 */

#ifndef HZ_RECORD_EXPOSURE_FOLD_H
#define HZ_RECORD_EXPOSURE_FOLD_H

#include "base/linkage.h"
#include "record/lives.h"
#include "stream/fold.h"

HZ_BEGIN_C

enum { HZ_EXPOSURE_OWN_COLUMNS = HZ_LIFE_COLUMNS + 6 };

/* The settings of the fold, which are used as long as it is. how.as_of is the valuation. */
struct hz_exposure_fold {
    struct hz_unearned how;                           /* daily, or by risk weights */
    struct hz_column column[HZ_EXPOSURE_OWN_COLUMNS]; /* by hz_exposure_fold */
};

/*
 * The fold of member records: plan, office, those of lives.h, and where they are there units (else
 * 1), enter_type, wait_from (with risk weights). Its table has a row for each plan,
 * office, year of writing and month:
 *
 *     plan, office
 *     written         the last day of the twelve months, up to the valuation, in which covers
 *                     started
 *     period          the month
 *     covers          that started in it, and of them
 *     renewals        with the enter_type renew
 *     contribution    of those that started
 *     exposure        days of cover in it, times units, each by its weight
 *
 * all net of what was taken back and refunded; a cover that has ended by the valuation is exposed
 * until then. What is booked after the valuation is left out. Rejects: the faults of
 * hz_unearned_part, of hz_lives_read, and units that are no whole number from 1 to 1,000,000.
 */
void hz_exposure_fold(struct hz_exposure_fold *settings, struct hz_fold *fold);

HZ_END_C

#endif

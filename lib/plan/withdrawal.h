/*
 * withdrawal.h: what of a contribution one gets back who leaves before the end (退会退费).
 * A refund is booked as a row below zero; hz-check holds such rows against this figure.
 */

#ifndef HZ_PLAN_WITHDRAWAL_H
#define HZ_PLAN_WITHDRAWAL_H

#include "base/linkage.h"
#include "plan/plan.h"

HZ_BEGIN_C

/*
 * The refund of a contribution for a cover of these days that ended on `ended`, its last day:
 * nothing after the plan's last day of withdrawal; of the days left over those of the term, or by
 * the rate of the day of cover on which it ended, half-up to the fen; less the fee, and not below
 * zero. The plan has a withdrawal.
 */
hz_fen hz_withdrawal_refund(const struct hz_plan *plan, hz_fen contribution, hz_date start,
                            hz_date end, hz_date ended);

HZ_END_C

#endif

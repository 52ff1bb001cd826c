/* years_fold.h: member records, or claim records, to a table of calendar years, by group. */

#ifndef HZ_RECORD_YEARS_FOLD_H
#define HZ_RECORD_YEARS_FOLD_H

#include "record/claims.h"
#include "record/groups.h"
#include "stream/fold.h"

enum hz_years_of { HZ_YEARS_MEMBERS, HZ_YEARS_CLAIMS };

/* In the order of the enum: members, claims; then NULL. */
extern const char *const hz_years_of_names[];

/* Columns of a result, which no group may be named after; by enum hz_years_of. */
extern const char *const *const hz_years_results[];

/* The settings of the fold, which are used as long as it is. */
struct hz_years_fold {
    enum hz_years_of of;
    struct hz_groups by;
    struct hz_column column[HZ_CLAIM_COLUMNS + HZ_GROUPS_MOST + 1]; /* by hz_years_fold */
};

/*
 * Fills in the fold: a row a year and group, in order, all sums exact; no totals, since the rows of a
 * year add up.
 *
 * Members, by the year of start: enrolments (人次), units (份; empty if a record does not say),
 * contribution, the parts of the four payers, and unstated, what of the contribution has no payer:
 * the five add up to the contribution.
 * Claims, by the year of transaction: payments (records that pay, above zero), amount (what came back
 * taken off), mean_payment (amount over payments; empty without any), and the same of ex-gratia aid,
 * which is in none of these: ex_gratia_payments, ex_gratia_amount.
 * Rejects: the faults of the typed columns and of hz_claim_read; payers_above_contribution. Left out:
 * claim records that pay nothing.
 */
void hz_years_fold(struct hz_years_fold *settings, struct hz_fold *fold);

#endif

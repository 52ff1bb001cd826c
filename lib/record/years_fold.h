/* years_fold.h: member records, or claim records, to a table of years, by group. */

#ifndef HZ_RECORD_YEARS_FOLD_H
#define HZ_RECORD_YEARS_FOLD_H

#include "base/linkage.h"
#include "record/claims.h"
#include "record/groups.h"
#include "record/persons.h"
#include "record/rollup.h"
#include "record/year_start.h"
#include "stream/fold.h"

HZ_BEGIN_C

/* Records of members, or of claims: claims are counted, or the records of them that pay. */
enum hz_years_of { HZ_YEARS_MEMBERS, HZ_YEARS_CLAIMS, HZ_YEARS_PAYMENTS };

/* In the order of the enum: members, claims; then NULL. */
extern const char *const hz_years_of_names[];

/* What is counted of claims: claims, payments; then NULL. */
extern const char *const hz_years_count_names[];

/* Columns of a result, which no group may be named after; by enum hz_years_of. */
extern const char *const *const hz_years_results[];

enum { HZ_YEARS_OWN_COLUMNS = 16 };

/* The settings of the fold, which are used as long as it is. */
struct hz_years_fold {
    enum hz_years_of of;
    struct hz_groups by;
    struct hz_year_start begin;
    enum hz_grain grain; /* HZ_YEAR with a beginning that is no first of a month */
    bool is_adjacent;    /* the rows of a claim stand together */
    bool is_asked;       /* for what is counted: nobody need be told what payments are not */
    const char *persons; /* the column that tells persons apart; NULL: they are not counted */
    struct hz_persons_key key;
    struct hz_rollup rollup; /* its .to NULL: none */
    size_t rolled;           /* which group it makes; by hz_years_fold */
    struct hz_column column[HZ_YEARS_OWN_COLUMNS + HZ_GROUPS_MOST + 2]; /* by hz_years_fold */
};

/*
 * Fills in the fold: a row a year (or quarter, month, term) and group, in order, all sums exact; no
 * totals, since the rows of a year add up (but for persons).
 *
 * Members, by the year of start: enrolments (人次), persons (人: different values of the column,
 * within the year and group; empty if it is not asked for, or a record does not say), units (份;
 * empty if a record does not say), seats (records of a seat that take no other's place),
 * contribution, the parts of the four payers, and unstated, what of the contribution has no payer:
 * the five add up to it. What was taken back is taken off, and a refund is in the year in which it
 * was given: lives.h.
 *
 * Claims, by the year of transaction: claims, whatever their records, or payments, the records that
 * pay (above zero, or a service that costs); beneficiaries (persons among them), amount (what came
 * back taken off), mean_claim or mean_payment (the amount over those that pay cash; empty without
 * any), service_cost (of benefits that pay no cash), and of ex-gratia aid, which is in none of
 * these: ex_gratia_claims or ex_gratia_payments, ex_gratia_amount. A claim, told by its number
 * within the office's plan, counts in the year in which what it was paid in all rises above
 * nothing, and -1 in the one in which all of it has come back. A group that has the name of the
 * rollup's second column is made of its first.
 *
 * Persons are told apart by 96 bits of base/identity.h's numbers: among 10^9 of them the chance
 * that two count as one is 10^-11. States of shards join exactly. Where nobody asked for payments,
 * a record that takes one back is told (payment_stands). Rejects: the faults of the typed columns,
 * of hz_lives_read and of hz_claim_read; payers_above_contribution; not_in_rollup. Left out: claim
 * records that pay nothing and cost nothing; what happened before the first term. Refused (data) at
 * the end: rows of a claim that do not stand together, if that was said.
 */
void hz_years_fold(struct hz_years_fold *settings, struct hz_fold *fold);

HZ_END_C

#endif

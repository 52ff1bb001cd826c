/*
 * savings_fold.h: members whose deposit is given back at the end (储金型) to what is owed to them:
 * the deposits' movement, exact, and estimates of their worth; or a ladder of maturities.
 */

#ifndef HZ_RECORD_SAVINGS_FOLD_H
#define HZ_RECORD_SAVINGS_FOLD_H

#include "base/linkage.h"
#include "life/curve_table.h"
#include "plan/plans.h"
#include "record/groups.h"
#include "stream/fold.h"

HZ_BEGIN_C

enum { HZ_SAVINGS_OWN_COLUMNS = 13 };

/* Columns of a result, which no group may be named after. */
extern const char *const hz_savings_result[];
extern const char *const hz_savings_ladder[];

/* The settings of the fold, which are used as long as it is. */
struct hz_savings_fold {
    hz_date from,
        as_of; /* the period whose movement is told; values are at the end of its last day */
    struct hz_curve curve;               /* reaches the longest term */
    bool has_losses;                     /* a rate of it is below zero: by hz_savings_fold */
    const struct hz_plans *plans;        /* deposits of a unit; NULL: the column deposit has them */
    const struct hz_rate_tables *tables; /* of death and lapse; NULL: all stay to maturity */
    const char *death, *lapse;           /* names of tables; NULL: nobody leaves by it */
    bool is_ladder;
    struct hz_groups by;
    struct hz_column column[HZ_SAVINGS_OWN_COLUMNS + HZ_GROUPS_MOST + 1]; /* by hz_savings_fold */
};

/*
 * Fills in the fold. It reads rows as lives.h has them, of which the end is the maturity and an
 * `ended` the day on which the deposit was given back before it, with status (dead; anything else
 * is a withdrawal), and, as far as they are there, deposit (else the plan's, times units), refund
 * (else the deposit), birth and sex for the tables. What is given back on a day after the valuation
 * is not known then: the deposit is owed whole.
 *
 * A deposit is owed from its first day on and given back on its last, or on the day `ended`:
 *
 *     opening + new - matured - died - withdrawn - kept = closing
 *
 * where the three are what was given back and kept is what deposits were above it. Of the
 * closing ones count and refund are exact; estimates are deaths, lapses (of the refund),
 * present, charge (implied, of the whole term), unearned (of it, by days), and liability =
 * present + unearned. hz_savings_owed and hz_savings_exit have the formulas; years are counted
 * by anniversaries. Whether a deposit is charged anything is decided for each, so that groups add
 * up to their total.
 *
 * The ladder has a row a month of maturity: count, refund, present, without exits before.
 *
 * Left out: rows without a deposit, or not owed in the period. Rejects: the faults of the typed
 * columns and of lives.h; term_too_long, unknown_plan, no_birth and no_rate (a table lacks the
 * row's sex or an age), beyond_curve.
 */
void hz_savings_fold(struct hz_savings_fold *settings, struct hz_fold *fold);

HZ_END_C

#endif

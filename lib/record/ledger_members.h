/*
 * ledger_members.h: the state of the ledger of member records, between rows in
 * (ledger_members.c) and the lines printed (ledger_members_print.c).
 *
 * Unearned parts are fractions of days. As in unearned_fold.c the key of the state ends with their
 * denominator, so that numerators add up as whole numbers and one rounding is left to the end.
 */

#ifndef HZ_RECORD_LEDGER_MEMBERS_H
#define HZ_RECORD_LEDGER_MEMBERS_H

#include "base/linkage.h"
#include "record/ledger_rows.h"

#include <assert.h>

HZ_BEGIN_C

enum { HZ_LEDGER_DENOMINATOR = HZ_LEDGER_KEYS };

/*
 * The state has rows of five sorts, told apart by the denominator: of covers, the lines up to
 * HZ_LEDGER_DEPOSITS_IN; of deposits, the lines from there on; of lapses, their number and what was
 * not yet earned, over HZ_LEDGER_LAPSE_ROWS - denominator; of persons, who are counted once within
 * an office's plan and in what is above it; and of spells.
 */
enum { HZ_LEDGER_DEPOSIT_ROW = -1, HZ_LEDGER_PERSONS_ROW = -2, HZ_LEDGER_LAPSE_ROWS = -3 };
enum {
    HZ_LEDGER_COVER_VALUES = HZ_LEDGER_DEPOSITS_IN,
    HZ_LEDGER_PERSONS_VALUE = HZ_LEDGER_COVER_VALUES,
    HZ_LEDGER_VALUES
};

/*
 * A spell is of covers that begin in the same period, the row's own, end in the same, and have
 * terms of as many days. Whatever their days, all that they add to all of these periods follows
 * from these sums, beside those of what is booked when they begin: units and contributions times
 * days add up as well. Any period before the first that is told is the one before it, and any after
 * the last the one after it: nothing is asked of these two.
 */
static const int64_t HZ_LEDGER_SPELL_ROWS = INT64_MIN / 4; /* far from any of a lapse */
enum {
    HZ_SPELL_UNITS = HZ_LEDGER_ENDS,      /* as many covers end as began */
    HZ_SPELL_BEFORE = HZ_LEDGER_EXPOSURE, /* units x days of the first period before the cover, */
    HZ_SPELL_AFTER,                       /* and of the last period after it */
    HZ_SPELL_IN_FORCE,                    /* covers that end with the last period */
    HZ_SPELL_UNITS_BY_END,                /* units x the day on which the term ends */
    HZ_SPELL_MONEY_BY_END,                /* contribution x that day */
    HZ_SPELL_VALUES
};
static_assert((int)HZ_SPELL_VALUES == (int)HZ_LEDGER_VALUES, "all of a row's");

/* The denominator of a spell's rows, whose last period is so many after the first. */
static inline int64_t hz_spell_sort(int64_t periods, int64_t days)
{
    return HZ_LEDGER_SPELL_ROWS - (periods << 16 | days);
}

/* A hz_fold's. */
bool hz_ledger_members_accepts(const struct hz_key key[], const hz_sum value[],
                               const void *settings);
bool hz_ledger_members_finish(struct hz_tally *tally, const void *settings, struct hz_table *table,
                              struct hz_error *err);

HZ_END_C

#endif

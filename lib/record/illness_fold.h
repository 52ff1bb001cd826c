/*
 * illness_fold.h: members of cover of several years that pays a sum once, at the first diagnosis
 * of a critical illness, to the reserve that is held for them by a table of incidence; or one
 * such cover.
 */

#ifndef HZ_RECORD_ILLNESS_FOLD_H
#define HZ_RECORD_ILLNESS_FOLD_H

#include "base/linkage.h"
#include "life/curve_table.h"
#include "record/groups.h"
#include "record/lives.h"
#include "stream/fold.h"

HZ_BEGIN_C

enum { HZ_ILLNESS_OWN_COLUMNS = HZ_LIFE_COLUMNS + 5 };

/* Columns of the result, which no group may be named after. */
extern const char *const hz_illness_result[];

/* What is assumed of all covers. */
struct hz_illness_basis {
    const struct hz_rate_tables *tables;
    const char *incidence; /* name of a table: of first diagnosis */
    const char *death;     /* NULL: nobody dies */
    double rate;           /* of interest, flat and effective, a year */
    hz_fen benefit;        /* of a unit, where records do not say; 0: they must */
};

/* The settings of the fold, which are used as long as it is. */
struct hz_illness_fold {
    struct hz_illness_basis basis;
    hz_date as_of; /* values are at the end of this day */
    struct hz_groups by;
    struct hz_column column[HZ_ILLNESS_OWN_COLUMNS + HZ_GROUPS_MOST + 1]; /* by hz_illness_fold */
};

/*
 * Fills in the fold. It reads the columns of lives.h, birth and, as far as they are there, sex,
 * benefit (the sum that is paid; else that of the basis, times units), and status; all is net of
 * what was taken back.
 *
 *     net_single   what the benefits are worth at the start of the terms (hz_cover_reserve)
 *     reserve      what they are worth at the end of `as_of`, on a line between anniversaries
 *     unearned     contribution x the incidence still to come / the incidence of all years
 *
 * the incidence of a year being spread evenly over its days.
 *
 * Left out: covers that have not begun or are over, by their last day, by `ended`, or by a
 * status of cancelled, swapped_out, terminated_by_payout or dead. Refunds are,
 * too: of a cover that is over, or not booked yet. Rejects: the faults of hz_lives_read and of the
 * typed columns; term_not_years (1 to 100), no_birth, no_benefit, no_rate (a
 * table lacks the row's sex or an age), no_risk (all rates of the term are 0).
 */
void hz_illness_fold(struct hz_illness_fold *settings, struct hz_fold *fold);

/*
 * One cover of a unit, year by year: age, incidence, in_force (the probability to be covered
 * still), reserve, unearned_part. Refused (data): a table that lacks the sex or an age.
 */
struct hz_illness_cover {
    int age, years;
    const char *sex; /* the code that the tables have */
};
HZ_MUST_USE bool hz_illness_table(const struct hz_illness_basis *basis,
                                  const struct hz_illness_cover *cover, struct hz_table *out,
                                  struct hz_error *err);

HZ_END_C

#endif

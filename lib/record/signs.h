/*
 * signs.h: signs of fraud among claims, by hospital, office, handler or whatever column: what a
 * group has, what it would be expected to have, and how far that is apart. A sign is a question,
 * not a refusal.
 */

#ifndef HZ_RECORD_SIGNS_H
#define HZ_RECORD_SIGNS_H

#include "base/linkage.h"
#include "file/table.h"
#include "record/groups.h"
#include "record/review.h"

HZ_BEGIN_C

/* Some 300 bytes a group, 40 a group and plan, and what invoices.h says, of two million at most. */
struct hz_signs;

struct hz_signs *hz_signs_new(const struct hz_groups *by, hz_fen threshold); /* 0: none */
void hz_signs_free(struct hz_signs *signs);                                  /* NULL is fine */

/* Adds a claim to the group of these texts, one for each column of `by`. */
void hz_signs_add(struct hz_signs *signs, const struct hz_text group[],
                  const struct hz_review_claim *seen);

/*
 * A row for each group and sign that its claims bear: the columns of `by`, sign, claims (that were
 * looked at), observed, expected, and apart, their difference in standard deviations:
 *
 *     concentration   claims; expected: of several columns, what independence of the first from the
 *                     others gives (Haberman 1973: over the root of what is expected), of one, an
 *                     equal share
 *     amount          what they are paid; expected: their number by plan times the mean of all
 *                     claims of the plan
 *     near_threshold  of the claims within a tenth of the threshold, how many are below it;
 *                     expected: a half
 *     first_digits    chi-square of the first digits of what was claimed, or else of the total
 *                     expense, against Benford's log10(1 + 1/d); expected: its mean of 8, with a
 *                     standard deviation of 4; only of 300 and more, which span two orders of
 *                     magnitude
 *     after_waiting   claims of the first ten days after waiting days; expected: if the days of
 *                     cover behind them were alike
 *     shared_invoice  claims whose days, hospital level and total expense another person has
 *                     claimed before; apart is empty: one is enough
 *
 * Rows of which less than 5 would be expected are left out, but for the last sign.
 */
void hz_signs_tabulate(struct hz_signs *signs, struct hz_table *table);

/* Of so many different invoices one was looked at for shared_invoice: 1, or 2, 4... of many. */
double hz_signs_invoices_each(const struct hz_signs *signs);

HZ_END_C

#endif

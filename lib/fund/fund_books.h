/* fund_books.h: the books of each part of a fund, period by period, out of its ledger's lines. */

#ifndef HZ_FUND_FUND_BOOKS_H
#define HZ_FUND_FUND_BOOKS_H

#include "base/linkage.h"
#include "fund/fund_table.h"

HZ_BEGIN_C

/* The calendar year that a period is in, and the terms that hold then. */
int hz_fund_year_of(const struct hz_fund *fund, hz_period period);
const struct hz_fund_terms *hz_fund_terms_at(const struct hz_fund *fund, hz_period period);

/*
 * Keeps the books of parts that have their lines and opening balances: outstanding, best estimate
 * and deficiency as hz_fund_read says, and a statement a period. In periods shorter than a year the
 * payouts, exposure and change of outstanding are those of twelve months, so that the end of a year
 * has the same reserves; the yield is its part of the yearly one, without interest on it; and the
 * surplus of a year is shared when it ends. Refused (data): no ibnr in the terms where there are no
 * reserves, or a year without them; deposits that are not what the records hold; what
 * hz_fund_advance refuses.
 */
HZ_MUST_USE bool hz_fund_keep(struct hz_fund *fund, struct hz_arena *arena, struct hz_error *err);

HZ_END_C

#endif

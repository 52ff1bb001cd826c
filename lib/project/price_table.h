/* price_table.h: prices of new plans from a table of similar ones, or all that they rest on. */

#ifndef HZ_PROJECT_PRICE_TABLE_H
#define HZ_PROJECT_PRICE_TABLE_H

#include "base/linkage.h"
#include "file/sheet.h"
#include "file/table.h"

HZ_BEGIN_C

struct hz_price_table_order {
    double level, expenses; /* as in struct hz_price_order */
    bool assumptions;       /* print these instead */
};

/*
 * The sheet has a row for each similar plan of each new one: plan, persons, similar, exposure,
 * payouts, mean, cv and, where it is there, credibility (empty: not stated).
 *
 * plan, persons, frequency, payouts, amount, expected, sd, level, needed, price, pure, chance,
 * doubt, expenses, short: a row for each new plan, in the order of their first rows. Or plan,
 * similar, item, value, error, origin: a row for each assumption.
 *
 * Refused (data), with the place: a column that is not there, a number out of its bounds, rows of a
 * plan that disagree in persons, a similar plan that is named twice; what hz_price_blend and
 * hz_price_of refuse, by the plan's name.
 */
HZ_MUST_USE bool hz_price_table(const struct hz_sheet *sheet,
                                const struct hz_price_table_order *order, struct hz_table *out,
                                struct hz_error *err);

HZ_END_C

#endif

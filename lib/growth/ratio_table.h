/*
 * ratio_table.h: frequency, mean payment and cost of an enrolment, of published totals or by year.
 */

#ifndef HZ_GROWTH_RATIO_TABLE_H
#define HZ_GROWTH_RATIO_TABLE_H

#include "base/linkage.h"
#include "file/sheet.h"
#include "file/table.h"

HZ_BEGIN_C

/* Totals as they were published (growth/published.h); NULL: not given. */
struct hz_ratio_order {
    const char *enrolments, *payouts, *amount, *contribution;
};

/*
 * ratio, low, value, high: a row for each ratio that the totals make, with the ends that their
 * printed rounding leaves (empty: none): frequency_percent, mean_payment, cost_per_enrolment,
 * contribution_per_enrolment, payout_ratio_percent. Refused (usage): a figure that cannot be read
 * or is not above 0; fewer than two.
 */
HZ_MUST_USE bool hz_ratio_table(const struct hz_ratio_order *order, struct hz_table *out,
                                struct hz_error *err);

/*
 * The same by year, of a table with the columns year, enrolments, payouts (or claims, payments) and
 * amount (or amount_wan_yuan), and contribution (or contribution_wan_yuan) if there is one; another
 * column's name may be given in the order in place of a figure. Yuan throughout. With `decompose`
 * instead: year, amount_growth, and its parts by_enrolments, by_frequency, by_mean_payment, in
 * percent of logarithmic change, which add up to the last digit (growth/ratio.h). Refused (data),
 * with the place: a column that is not there, a figure that is not above 0.
 */
HZ_MUST_USE bool hz_ratio_years_table(const struct hz_sheet *sheet,
                                      const struct hz_ratio_order *order, bool decompose,
                                      struct hz_table *out, struct hz_error *err);

/*
 * What each part (office, plan) adds to the growth of the whole, from a table with a row a year and
 * part: year, PART, level, growth_percent, contribution_points. The points of a year's parts, in
 * percent of the whole of the year before, add up to the growth of their "total". A part without a
 * row in a year stands at 0. Refused (data): a column that is not there, a figure that is no number
 * or below 0, a part that stands twice in a year.
 */
HZ_MUST_USE bool hz_contribution_table(const struct hz_sheet *sheet, const char *part,
                                       const char *figure, struct hz_table *out,
                                       struct hz_error *err);

HZ_END_C

#endif

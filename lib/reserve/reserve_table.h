/* reserve_table.h: the reserves of a table of triangles, as a table. */

#ifndef HZ_RESERVE_RESERVE_TABLE_H
#define HZ_RESERVE_RESERVE_TABLE_H

#include "base/linkage.h"
#include "reserve/portfolio.h"

HZ_BEGIN_C

/*
 * method (if there are several), origin, latest, development_to_ultimate, ultimate, ibnr,
 * process_se and parameter_se (with_detail), se, cv = se / ibnr, skewness (with_skewness), phi,
 * power and theta of a generalised linear model (with_spread): a row for each origin and method,
 * and at the end of a triangle one of origin "total" for each method.
 *
 * With a selection, each origin has one more row, of the method "selected": the largest figure of
 * all methods, their mean, a weighted one, or that of one method. The selected total is the sum of
 * the origins, except for the largest: it is that of the largest total, origin by origin too, so
 * that one method is taken for the triangle as a whole. A standard error is there where one method
 * is taken.
 *
 * Refused (usage): a selection of a method that is not among those estimated; shares that are
 * negative or do not add up to 1; a largest or mean of fewer than two methods.
 * Refused further: what hz_portfolio_tabulate refuses. Where the youngest origin
 * period of some triangle is under way, one more column, under_way, has the month in which its
 * latest diagonal ends: hz-project cannot tell from such a table when it is paid.
 */
HZ_MUST_USE bool hz_reserve_table(const struct hz_reserve_order *order,
                                  const struct hz_triangle_table *triangles, struct hz_table *out,
                                  struct hz_error *err);

HZ_END_C

#endif

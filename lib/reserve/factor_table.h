/* factor_table.h: the development factors of a table of triangles, and how they were chosen. */

#ifndef HZ_RESERVE_FACTOR_TABLE_H
#define HZ_RESERVE_FACTOR_TABLE_H

#include "base/linkage.h"
#include "reserve/portfolio.h"

HZ_BEGIN_C

/*
 * age, factor, se, sigma, to_ultimate: a row for each age, the last one for the tail. What cannot
 * be computed is empty. With credibility, before the factor: own, collective, credibility. With
 * order->ages, a row for each of these, without errors (development_between.h), where a triangle
 * without factors is refused.
 */
HZ_MUST_USE bool hz_factor_table(const struct hz_reserve_order *order,
                                 const struct hz_triangle_table *triangles, struct hz_table *out,
                                 struct hz_error *err);

/*
 * What was in force at each age: age, average, link_ratios (used), excluded (their origins),
 * average_factor, factor, alpha (of Mack's model), reason. The last row is the tail's, whose
 * average is its curve.
 */
HZ_MUST_USE bool hz_selections_table(const struct hz_reserve_order *order,
                                     const struct hz_triangle_table *triangles,
                                     struct hz_table *out, struct hz_error *err);

/*
 * parameter, value: of each tail's curve (tail.h), level and slope, or level and ratio of Bondy's;
 * the first and the number of the steps that are extrapolated (empty: without end); its factor. Of
 * growth curves omega and theta (emergence.h), of a tail that is given the factor alone.
 */
HZ_MUST_USE bool hz_tail_parameters_table(const struct hz_reserve_order *order,
                                          const struct hz_triangle_table *triangles,
                                          struct hz_table *out, struct hz_error *err);

HZ_END_C

#endif

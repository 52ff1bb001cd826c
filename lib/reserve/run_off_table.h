/* run_off_table.h: what is expected to be paid when, of a table of triangles. */

#ifndef HZ_RESERVE_RUN_OFF_TABLE_H
#define HZ_RESERVE_RUN_OFF_TABLE_H

#include "base/linkage.h"
#include "reserve/portfolio.h"

HZ_BEGIN_C

/*
 * method (if there are several), origin, development, period, value: what each origin is expected
 * to add up to each later age, with six decimals, for it is there to be added up; and the calendar
 * period that this age falls in, if origins are called like calendar periods. A tail is in one
 * further age. At the end of a triangle there is one of origin "total" for each method: the
 * reserve. Refused: what hz_portfolio_tabulate refuses.
 */
HZ_MUST_USE bool hz_run_off_table(const struct hz_reserve_order *order,
                                  const struct hz_triangle_table *triangles, struct hz_table *out,
                                  struct hz_error *err);

/* In how many ages after the last one the tail of an origin comes there; 0: it has none. */
size_t hz_run_off_tail_ages(const struct hz_estimated *e, size_t m, size_t o);

HZ_END_C

#endif

/* on_level.h: what exposures would be at the present price (费率还原). */

#ifndef HZ_TRIANGLE_ON_LEVEL_H
#define HZ_TRIANGLE_ON_LEVEL_H

#include "base/linkage.h"

#include <stddef.h>

HZ_BEGIN_C

/* A change of the price of cover that begins from then on. */
struct hz_rate_change {
    double month;  /* months since some beginning, parts of a month too */
    double change; /* 0.05: 5 % dearer; above -1 */
};

/*
 * The present price over the average price of what was earned in the months from `from` to `to`.
 * Cover of `term` months begins evenly over time, so that a change earns its way in: the share of
 * what was earned before a change at d is
 *
 *     (1 / (to - from)) integral over t of min(1, max(0, (d - t + term) / term)),
 *
 * exactly (the parallelogram method); with a term of 0, a change holds for all from its date on, as
 * it does for contributions by the date they are written (the vertical one). Changes are sorted by
 * month; the present price is that after the last.
 *
 * Source: Friedland, J. (2010), Estimating unpaid claims using basic techniques, Casualty Actuarial
 * Society, chapter 7; McClenahan, C. L. (1990), Ratemaking, in: Foundations of casualty actuarial
 * science.
 */
double hz_on_level_factor(const struct hz_rate_change change[], size_t changes, double term,
                          double from, double to);

HZ_END_C

#endif

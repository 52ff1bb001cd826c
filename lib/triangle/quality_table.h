/* quality_table.h: what is odd about the cells of triangles, as a table. */

#ifndef HZ_TRIANGLE_QUALITY_TABLE_H
#define HZ_TRIANGLE_QUALITY_TABLE_H

#include "base/linkage.h"
#include "file/table.h"
#include "triangle/triangle_table.h"

HZ_BEGIN_C

/*
 * The group columns, origin, development, flag, value, score: a row for each of
 *
 *     negative        a cumulative value below 0: the value
 *     decreasing      one below that of the age before: what was added
 *     zero            nothing was added, and something was later: 0
 *     missing         a cell between observed ones that is not known
 *     missing-diagonal no cell of a diagonal between the first and the latest is known; development
 *                     is empty, and value says how many diagonals ago
 *     outlier         a link ratio whose score is beyond 3.5 in size: the link ratio to the next
 *                     age
 *     counts-decreasing  of counts, if they were read: one below that of the age before
 *
 * The score of a link ratio F is 0.6745 (F - median) / median |F - median|, both medians of its
 * age, of four link ratios and more; where more than half of them are equal, it is not known.
 *
 * Source: Iglewicz, B. & Hoaglin, D. C. (1993), How to detect and handle outliers, ASQC.
 */
HZ_MUST_USE bool hz_quality_table(const struct hz_triangle_table *triangles, struct hz_table *out,
                                  struct hz_error *err);

HZ_END_C

#endif

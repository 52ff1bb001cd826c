/* line.h: a line by least squares, from points that come one by one. */

#ifndef HZ_TRIANGLE_LINE_H
#define HZ_TRIANGLE_LINE_H

#include "base/linkage.h"

#include <stdbool.h>

HZ_BEGIN_C

/*
 * Whether two ratios of amounts are one, but for rounding: to 1e-11 of their size. Amounts that
 * were computed and written with nine decimals (hz-adjust, hz-coarsen) are off by as much, and no
 * two real ratios of amounts up to a billion yuan, exact to the fen, are as near to each other.
 */
bool hz_is_same_ratio(double a, double b);

/* Zeroed: no point. xx, xy and yy are sums of squares and products about the means. */
struct hz_line {
    double points, mean_x, mean_y, xx, xy, yy;
};

void hz_line_add(struct hz_line *line, double x, double y);

/*
 * Two points with different x are wanted, else these are NaN. Points whose y are the same but for
 * rounding, as for hz_is_same_ratio, lie on a level line: its slope is 0.
 */
double hz_line_slope(const struct hz_line *line);
double hz_line_at(const struct hz_line *line, double x);

HZ_END_C

#endif

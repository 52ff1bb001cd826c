/* line.h: a line by least squares, from points that come one by one. */

#ifndef HZ_TRIANGLE_LINE_H
#define HZ_TRIANGLE_LINE_H

/* Zeroed: no point. xx, xy and yy are sums of squares and products about the means. */
struct hz_line {
    double points, mean_x, mean_y, xx, xy, yy;
};

void hz_line_add(struct hz_line *line, double x, double y);

/* Two points with different x are wanted, else these are NaN. */
double hz_line_slope(const struct hz_line *line);
double hz_line_at(const struct hz_line *line, double x);

#endif

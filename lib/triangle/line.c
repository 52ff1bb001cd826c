/* line.c: see line.h. */

#include "triangle/line.h"

#include <math.h>

void hz_line_add(struct hz_line *line, double x, double y)
{
    const double from_x = x - line->mean_x, from_y = y - line->mean_y;
    const double n = ++line->points;
    line->mean_x += from_x / n;
    line->mean_y += from_y / n;
    line->xx += from_x * from_x * (n - 1) / n;
    line->xy += from_x * from_y * (n - 1) / n;
    line->yy += from_y * from_y * (n - 1) / n;
}

bool hz_is_same_ratio(double a, double b)
{
    return fabs(a - b) <= 1e-11 * fmax(fabs(a), fabs(b));
}

double hz_line_slope(const struct hz_line *line)
{
    const double rounding = 1e-11;
    const double level = fmax(fabs(line->mean_y), 1);
    if (line->yy <= line->points * rounding * rounding * level * level && line->xx > 0)
        return 0;
    return line->xy / line->xx;
}

double hz_line_at(const struct hz_line *line, double x)
{
    return line->mean_y + hz_line_slope(line) * (x - line->mean_x);
}

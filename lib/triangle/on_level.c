/* on_level.c: see on_level.h. */

#include "triangle/on_level.h"

/* The integral of min(1, max(0, u / term)) up to u. */
static double area(double u, double term)
{
    if (u <= 0)
        return 0;
    return u < term ? u * u / (2 * term) : u - term / 2;
}

/* What was earned in these months of cover that began before d, as a share. */
static double share_before(double d, double term, double from, double to)
{
    return (area(d - from + term, term) - area(d - to + term, term)) / (to - from);
}

double hz_on_level_factor(const struct hz_rate_change change[], size_t changes, double term,
                          double from, double to)
{
    double level = 1, average = 0, before = 0;
    for (size_t c = 0; c < changes; c++) {
        const double share = share_before(change[c].month, term, from, to);
        average += level * (share - before);
        level *= 1 + change[c].change;
        before = share;
    }
    return level / (average + level * (1 - before));
}

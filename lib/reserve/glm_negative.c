/* glm_negative.c: see glm_negative.h. */

#include "reserve/glm_negative.h"

#include <math.h>

/* From the latest age back, then, if the first is below 0, from there on. */
static bool pool_origin(double increment[], size_t first, size_t latest)
{
    for (size_t k = latest; k > first; k--)
        if (increment[k] < 0) {
            increment[k - 1] += increment[k];
            increment[k] = 0;
        }
    for (size_t k = first; k < latest && increment[k] < 0; k++) {
        increment[k + 1] += increment[k];
        increment[k] = 0;
    }
    return !(increment[latest] < 0);
}

bool hz_negative_pool(const struct hz_triangle *triangle, double increment[], size_t *origin)
{
    for (size_t o = 0; o < triangle->origins; o++) {
        double *own = increment + o * triangle->ages;
        size_t first = triangle->first[o];
        while (first < triangle->latest[o] && isnan(own[first]))
            first++;
        if (!pool_origin(own, first, triangle->latest[o])) {
            *origin = o;
            return false;
        }
    }
    return true;
}

void hz_negative_drop(const struct hz_triangle *triangle, double increment[])
{
    for (size_t c = 0; c < triangle->origins * triangle->ages; c++)
        if (!(increment[c] > 0))
            increment[c] = (double)NAN;
}

double hz_negative_offset(const struct hz_triangle *triangle, double increment[])
{
    double least = 0;
    for (size_t c = 0; c < triangle->origins * triangle->ages; c++)
        least = fmin(least, increment[c]); /* NaN is no number to fmin */
    for (size_t c = 0; c < triangle->origins * triangle->ages; c++)
        increment[c] -= least;
    return -least;
}

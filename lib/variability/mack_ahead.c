/* mack_ahead.c: see mack_ahead.h. */

#include "variability/mack_ahead.h"

#include <math.h>

/* What an origin comes to at column `end`, and the process variance of that. */
static double carry(const struct hz_reserve_basis *basis, size_t o, size_t end, double *process)
{
    const struct hz_development *d = basis->development;
    double value = hz_triangle_latest(basis->triangle, o);
    *process = 0;
    for (size_t k = basis->triangle->latest[o]; k < end; k++) {
        const double sigma = d->sigma[k], factor = d->factor[k];
        *process = factor * factor * *process + sigma * sigma * pow(value, 2 - d->alpha[k]);
        value *= factor;
    }
    return value;
}

static size_t end_of(const struct hz_triangle *triangle, size_t o, size_t ahead)
{
    const size_t end = triangle->latest[o] + ahead;
    return end < triangle->ages ? end : triangle->ages - 1;
}

void hz_mack_ahead(const struct hz_reserve_basis *basis, size_t ahead, double *sum, double *se)
{
    const struct hz_triangle *triangle = basis->triangle;
    const struct hz_development *d = basis->development;
    double square = 0;
    *sum = 0;
    for (size_t o = 0; o < triangle->origins; o++) {
        double process;
        *sum += carry(basis, o, end_of(triangle, o, ahead), &process);
        square += process;
    }
    for (size_t k = 0; k + 1 < triangle->ages; k++) {
        double passing = 0, unused;
        for (size_t o = 0; o < triangle->origins; o++) {
            const size_t end = end_of(triangle, o, ahead);
            if (triangle->latest[o] <= k && k < end)
                passing += carry(basis, o, end, &unused);
        }
        if (passing != 0)
            square += pow(d->se[k] / d->factor[k] * passing, 2);
    }
    *se = sqrt(square);
}

/* errors.c: see errors.h. */

#include "project/errors.h"

#include "base/memory.h"

#include <math.h>
#include <stdlib.h>

/* The expected value and the process variance of an origin when it comes to a column. */
struct at {
    double value;
    double variance;
};

static struct at step(const struct hz_development *d, size_t k, struct at at)
{
    const double alpha = (double)d->choice.average;
    return (struct at){
        .value = at.value * d->factor[k],
        .variance = d->factor[k] * d->factor[k] * at.variance +
                    d->sigma[k] * d->sigma[k] * pow(at.value, 2 - alpha),
    };
}

static struct at advance(const struct hz_development *d, struct at at, size_t from, size_t to)
{
    for (size_t k = from; k < to; k++)
        at = step(d, k, at);
    return at;
}

/* Adds what one origin pays in one period to the period's process variance and its derivatives. */
static void add(const struct hz_reserve_basis *basis, const struct hz_paid_between *paid,
                double *process, double derivative[])
{
    const struct hz_development *d = basis->development;
    const size_t latest = basis->triangle->latest[paid->origin];
    const struct at now = {.value = hz_triangle_latest(basis->triangle, paid->origin)};
    const struct at before = advance(d, now, latest, paid->from);
    const struct at given = {.value = before.value};
    const struct at after = advance(d, given, paid->from, paid->to);
    const double growth = before.value > 0 ? after.value / before.value : 1;
    *process += pow(growth - 1, 2) * before.variance + after.variance;
    for (size_t j = latest; j < paid->to; j++)
        derivative[j] += (after.value - (j < paid->from ? before.value : 0)) / d->factor[j];
}

void hz_runoff_errors(const struct hz_reserve_basis *basis, const struct hz_paid_between between[],
                      size_t n, size_t periods, double se[])
{
    const struct hz_development *d = basis->development;
    double *process = hz_allocate(periods, sizeof *process);
    double *derivative = hz_allocate(periods * d->ages, sizeof *derivative);
    for (size_t i = 0; i < n; i++)
        add(basis, &between[i], &process[between[i].period],
            &derivative[between[i].period * d->ages]);
    for (size_t t = 0; t < periods; t++) {
        double variance = process[t];
        for (size_t j = 0; j < d->ages; j++)
            if (derivative[t * d->ages + j] != 0)
                variance += pow(d->se[j] * derivative[t * d->ages + j], 2);
        se[t] = sqrt(variance);
    }
    free(process);
    free(derivative);
}

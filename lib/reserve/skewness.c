/* skewness.c: see skewness.h. */

#include "reserve/skewness.h"

#include "base/memory.h"

#include <math.h>
#include <stdlib.h>

/* Of one age: s, and the third moment of its factor by s. */
struct third {
    double s;
    double factor;
};

static double cube(double number)
{
    return number * number * number;
}

static struct third third_of(const struct hz_reserve_basis *basis, size_t k)
{
    const struct hz_triangle *triangle = basis->triangle;
    const struct hz_development *d = basis->development;
    double n = 0, sum = 0, sum_15 = 0, off = 0;
    for (size_t o = 0; o < triangle->origins && k + 1 < d->ages; o++)
        if (d->used[k * triangle->origins + o]) {
            const double c = hz_triangle_value(triangle, o, k);
            const double ratio = hz_triangle_value(triangle, o, k + 1) / c;
            n++;
            sum += c;
            sum_15 += pow(c, 1.5);
            off += pow(c, 1.5) * cube(ratio - d->average_factor[k]);
        }
    if (n < 2)
        return (struct third){0};
    return (struct third){.s = off / (n - sum_15 * sum_15 / cube(sum)),
                          .factor = sum_15 / cube(sum)};
}

/*
 * Of one origin: its ultimate, and by that, its mean square error, parameter variance and third
 * moment.
 */
struct moments {
    double ultimate, mse, parameter, third;
};

static struct moments follow(const struct hz_reserve_basis *basis, const struct third third[],
                             double latest, size_t from)
{
    const struct hz_development *d = basis->development;
    double c = latest, process = 0, parameter = 0, moment = 0;
    for (size_t k = from; k < d->ages; k++) {
        const double f = d->factor[k], mse = process + parameter;
        const double power = c > 0 ? pow(c, 1.5) * pow(1 + mse / (c * c), 0.375) : 0;
        moment = cube(f) * moment + 3 * f * d->sigma[k] * d->sigma[k] * mse +
                 third[k].s * (power + cube(c) * third[k].factor);
        process = f * f * process + d->sigma[k] * d->sigma[k] * c;
        parameter = f * f * parameter + d->se[k] * d->se[k] * c * c;
        c *= f;
    }
    const double by = c > 0 ? c : 1;
    return (struct moments){c, (process + parameter) / (by * by), parameter / (by * by),
                            moment / cube(by)};
}

/*
 * The third moment of the total. The covariance of two origins is the parameter variance of the
 * older one. `younger` is the sum of the ultimates of the origins after b.
 */
static double add_up(const struct moments m[], size_t origins)
{
    double total = 0;
    for (size_t a = 0; a < origins; a++) {
        total += m[a].third * cube(m[a].ultimate);
        double younger = 0;
        for (size_t b = origins; b-- > a + 1;) {
            const double c = m[a].parameter, c_young = m[b].parameter;
            const double shared = c * (2 + c);
            const double of_two = 3 * m[a].ultimate * (c * c + m[a].mse * shared) +
                                  3 * m[b].ultimate * (c * c + m[b].mse * shared);
            const double of_three = c * (c + 2 * c_young + c * c_young);
            total += m[a].ultimate * m[b].ultimate * (of_two + 6 * younger * of_three);
            younger += m[b].ultimate;
        }
    }
    return total;
}

static bool has_third_moment(const struct hz_reserve_basis *basis)
{
    const struct hz_triangle *triangle = basis->triangle;
    const struct hz_development *d = basis->development;
    bool has = true;
    for (size_t k = triangle->latest[triangle->origins - 1]; k + 1 < d->ages; k++)
        has &= fabs(d->alpha[k] - 1) <= 0;
    for (size_t o = 0; o < triangle->origins; o++)
        has &= hz_triangle_latest(triangle, o) >= 0;
    return has;
}

void hz_mack_skewness(const struct hz_reserve_basis *basis, const struct hz_reserve *mack,
                      double skewness[])
{
    const struct hz_triangle *triangle = basis->triangle;
    const size_t origins = triangle->origins;
    for (size_t o = 0; o <= origins; o++)
        skewness[o] = (double)NAN;
    if (!has_third_moment(basis))
        return;
    struct third *third = hz_allocate(triangle->ages, sizeof *third);
    struct moments *m = hz_allocate(origins, sizeof *m);
    for (size_t k = triangle->latest[origins - 1]; k < triangle->ages; k++)
        third[k] = third_of(basis, k);
    for (size_t o = 0; o < origins; o++) {
        m[o] = follow(basis, third, mack->latest[o], triangle->latest[o]);
        skewness[o] = m[o].mse > 0 ? m[o].third / pow(m[o].mse, 1.5) : 0;
    }
    const double se = mack->se[origins];
    skewness[origins] = se > 0 ? add_up(m, origins) / cube(se) : 0;
    free(m);
    free(third);
}

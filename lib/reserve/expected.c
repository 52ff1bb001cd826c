/* expected.c: see expected.h. */

#include "reserve/expected.h"

#include <math.h>

double hz_expected_ultimate(const struct hz_reserve_basis *basis, size_t o)
{
    const size_t youngest = basis->triangle->origins - 1;
    if (basis->prior) /* each as it stands */
        return basis->exposure[o] * basis->prior[o];
    const double ultimate = basis->exposure[o] * basis->parameters.prior;
    if (basis->parameters.trend == 0)
        return ultimate;
    return ultimate / pow(1 + basis->parameters.trend,
                          hz_triangle_origins_between(basis->triangle, o, youngest));
}

void hz_expected_emerge(const struct hz_reserve_basis *basis, struct hz_reserve *reserve, size_t o)
{
    const size_t latest = basis->triangle->latest[o];
    double *payment = reserve->payment + o * reserve->ages;
    const double left = 1 - 1 / reserve->to_ultimate[o];
    if (left == 0)
        payment[latest] = reserve->ibnr[o];
    else
        hz_development_emerge(basis->development, o, latest, reserve->ibnr[o] / left, payment);
}

bool hz_expected(const struct hz_reserve_basis *basis, struct hz_reserve *reserve,
                 struct hz_error *err)
{
    (void)err;
    for (size_t o = 0; o < reserve->origins; o++) {
        reserve->ultimate[o] = hz_expected_ultimate(basis, o);
        reserve->ibnr[o] = reserve->ultimate[o] - reserve->latest[o];
        hz_expected_emerge(basis, reserve, o);
    }
    return true;
}

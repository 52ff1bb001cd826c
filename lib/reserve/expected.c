/* expected.c: see expected.h. */

#include "reserve/expected.h"

bool hz_expected(const struct hz_reserve_basis *basis, struct hz_reserve *reserve,
                 struct hz_error *err)
{
    (void)err;
    for (size_t o = 0; o < reserve->origins; o++) {
        const size_t latest = basis->triangle->latest[o];
        double *payment = reserve->payment + o * reserve->ages;
        reserve->ultimate[o] = basis->exposure[o] * basis->prior;
        reserve->ibnr[o] = reserve->ultimate[o] - reserve->latest[o];
        const double left = 1 - 1 / reserve->to_ultimate[o];
        if (left == 0)
            payment[latest] = reserve->ibnr[o];
        else
            hz_development_emerge(basis->development, latest, reserve->ibnr[o] / left, payment);
    }
    return true;
}

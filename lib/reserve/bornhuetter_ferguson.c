/* bornhuetter_ferguson.c: see bornhuetter_ferguson.h. */

#include "reserve/bornhuetter_ferguson.h"

#include "reserve/expected.h"

bool hz_bornhuetter_ferguson(const struct hz_reserve_basis *basis, struct hz_reserve *reserve,
                             struct hz_error *err)
{
    const struct hz_triangle *triangle = basis->triangle;
    if (!hz_development_require(basis->development, triangle, err))
        return false;
    for (size_t o = 0; o < reserve->origins; o++) {
        const double expected = hz_expected_ultimate(basis, o);
        reserve->ibnr[o] = expected * (1 - 1 / reserve->to_ultimate[o]);
        reserve->ultimate[o] = reserve->latest[o] + reserve->ibnr[o];
        hz_development_emerge(basis->development, o, triangle->latest[o], expected,
                              reserve->payment + o * reserve->ages);
    }
    return true;
}

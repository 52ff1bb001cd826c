/* benktander.c: see benktander.h. */

#include "reserve/benktander.h"

#include "reserve/expected.h"

bool hz_benktander(const struct hz_reserve_basis *basis, struct hz_reserve *reserve,
                   struct hz_error *err)
{
    const struct hz_triangle *triangle = basis->triangle;
    if (!hz_development_require(basis->development, triangle, err))
        return false;
    for (size_t o = 0; o < reserve->origins; o++) {
        const double left = 1 - 1 / reserve->to_ultimate[o];
        double expected = hz_expected_ultimate(basis, o);
        for (int64_t n = 1; n < basis->parameters.iterations; n++)
            expected = reserve->latest[o] + expected * left;
        reserve->ibnr[o] = expected * left;
        reserve->ultimate[o] = reserve->latest[o] + reserve->ibnr[o];
        hz_development_emerge(basis->development, o, triangle->latest[o], expected,
                              reserve->payment + o * reserve->ages);
    }
    return true;
}

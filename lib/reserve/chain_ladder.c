/* chain_ladder.c: see chain_ladder.h. */

#include "reserve/chain_ladder.h"

bool hz_chain_ladder(const struct hz_reserve_basis *basis, struct hz_reserve *reserve,
                     struct hz_error *err)
{
    const struct hz_triangle *triangle = basis->triangle;
    if (!hz_development_require(basis->development, triangle, err))
        return false;
    for (size_t o = 0; o < reserve->origins; o++) {
        reserve->ultimate[o] = reserve->latest[o] * reserve->to_ultimate[o];
        reserve->ibnr[o] = reserve->ultimate[o] - reserve->latest[o];
        hz_development_emerge(basis->development, o, triangle->latest[o], reserve->ultimate[o],
                              reserve->payment + o * reserve->ages);
    }
    return true;
}

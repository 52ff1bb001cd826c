/* cape_cod.c: see cape_cod.h. */

#include "reserve/cape_cod.h"

#include <math.h>

/* What an origin's claims are brought to the level of the youngest with. */
static double trend_of(const struct hz_reserve_basis *basis, size_t o)
{
    const size_t youngest = basis->triangle->origins - 1;
    return pow(1 + basis->parameters.trend,
               hz_triangle_origins_between(basis->triangle, o, youngest));
}

/* Expected per unit of exposure, at the level of the youngest origin, as seen from one origin. */
static double level_of(const struct hz_reserve_basis *basis, const struct hz_reserve *reserve,
                       size_t o)
{
    double claims = 0;
    double exposure = 0;
    for (size_t j = 0; j < reserve->origins; j++) {
        const double apart = fabs(hz_triangle_origins_between(basis->triangle, o, j));
        const double near = pow(basis->parameters.decay, apart);
        const double used = basis->exposure[j] / reserve->to_ultimate[j];
        exposure += near * used;
        claims += used > 0 ? near * reserve->latest[j] * trend_of(basis, j) : 0;
    }
    return claims / exposure;
}

bool hz_cape_cod(const struct hz_reserve_basis *basis, struct hz_reserve *reserve,
                 struct hz_error *err)
{
    const struct hz_triangle *triangle = basis->triangle;
    if (!hz_development_require(basis->development, triangle, err))
        return false;
    for (size_t o = 0; o < reserve->origins; o++) {
        const double level = level_of(basis, reserve, o);
        if (!isfinite(level))
            return hz_error_set(err, HZ_ERROR_DATA, triangle->place,
                                _("origin %.*s: cape-cod finds no level, for the exposures that it "
                                  "would be averaged over are zero"),
                                HZ_TEXT_ARGS(triangle->origin[o]));
        const double expected = basis->exposure[o] * level / trend_of(basis, o);
        reserve->ibnr[o] = expected * (1 - 1 / reserve->to_ultimate[o]);
        reserve->ultimate[o] = reserve->latest[o] + reserve->ibnr[o];
        hz_development_emerge(basis->development, o, triangle->latest[o], expected,
                              reserve->payment + o * reserve->ages);
    }
    return true;
}

/* completion.c: see completion.h. */

#include "reserve/completion.h"

#include <math.h>

/* What an origin's claims are brought to the level of the youngest with. */
static double trend_of(const struct hz_reserve_basis *basis, size_t o)
{
    const size_t youngest = basis->triangle->origins - 1;
    return pow(1 + basis->parameters.trend,
               hz_triangle_origins_between(basis->triangle, o, youngest));
}

static bool is_complete(const struct hz_reserve_basis *basis, const struct hz_reserve *reserve,
                        size_t o)
{
    return 1 / reserve->to_ultimate[o] >= basis->parameters.completion;
}

/* Per unit of exposure, at the level of the youngest origin. */
static double level_of(const struct hz_reserve_basis *basis, const struct hz_reserve *reserve)
{
    double claims = 0;
    double exposure = 0;
    if (!isnan(basis->parameters.prior))
        return basis->parameters.prior;
    for (size_t o = 0; o < reserve->origins; o++)
        if (is_complete(basis, reserve, o)) {
            claims += reserve->latest[o] * reserve->to_ultimate[o] * trend_of(basis, o);
            exposure += basis->exposure[o];
        }
    return claims / exposure;
}

bool hz_completion(const struct hz_reserve_basis *basis, struct hz_reserve *reserve,
                   struct hz_error *err)
{
    const struct hz_triangle *triangle = basis->triangle;
    if (isnan(basis->parameters.completion))
        return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                            _("completion needs the share from which on an origin speaks for "
                              "itself (--completion)"));
    if (!hz_development_require(basis->development, triangle, err))
        return false;
    const double level = level_of(basis, reserve);
    for (size_t o = 0; o < reserve->origins; o++) {
        double expected = reserve->latest[o] * reserve->to_ultimate[o];
        if (!is_complete(basis, reserve, o)) {
            expected = basis->prior ? basis->exposure[o] * basis->prior[o]
                                    : basis->exposure[o] * level / trend_of(basis, o);
            if (!isfinite(expected))
                return hz_error_set(err, HZ_ERROR_DATA, triangle->place,
                                    _("origin %.*s: completion finds no level, for no origin with "
                                      "exposure is complete to %.15g: give a prior or a smaller "
                                      "share"),
                                    HZ_TEXT_ARGS(triangle->origin[o]),
                                    basis->parameters.completion);
        }
        reserve->ibnr[o] = expected * (1 - 1 / reserve->to_ultimate[o]);
        reserve->ultimate[o] = reserve->latest[o] + reserve->ibnr[o];
        hz_development_emerge(basis->development, o, triangle->latest[o], expected,
                              reserve->payment + o * reserve->ages);
    }
    return true;
}

/* incremental_additive.c: see incremental_additive.h. */

#include "reserve/incremental_additive.h"

#include <math.h>

/* What the claims of one diagonal are brought to the latest one's level with. */
static double trend_of(const struct hz_reserve_basis *basis, size_t o, size_t k)
{
    const struct hz_triangle *triangle = basis->triangle;
    if (basis->trend == 0)
        return 1;
    return pow(1 + basis->trend,
               (triangle->age[triangle->latest[o]] - triangle->age[k]) / triangle->ages_per_origin);
}

/* What the step from column k adds to a unit of exposure; NaN if it is not known. */
static double zeta_of(const struct hz_reserve_basis *basis, size_t k)
{
    const struct hz_triangle *triangle = basis->triangle;
    double claims = 0;
    double exposure = 0;
    for (size_t o = 0; o < triangle->origins; o++)
        if (hz_triangle_is_observed(triangle, o, k) &&
            hz_triangle_is_observed(triangle, o, k + 1)) {
            const double added =
                hz_triangle_value(triangle, o, k + 1) - hz_triangle_value(triangle, o, k);
            claims += added * trend_of(basis, o, k + 1);
            exposure += basis->exposure[o];
        }
    return claims / exposure;
}

static bool check(const struct hz_reserve_basis *basis, struct hz_error *err)
{
    const struct hz_triangle *triangle = basis->triangle;
    if (basis->development->tail_fault)
        return hz_development_require(basis->development, triangle, err);
    if (basis->trend != 0 && triangle->ages_per_origin <= 0)
        return hz_error_set(err, HZ_ERROR_DATA, triangle->place,
                            _("incremental-additive with a trend wants to know how age falls from "
                              "origin to origin, which this triangle does not show"));
    for (size_t k = triangle->latest[triangle->origins - 1]; k + 1 < triangle->ages; k++)
        if (!isfinite(zeta_of(basis, k)))
            return hz_error_set(
                err, HZ_ERROR_DATA, triangle->place,
                _("incremental-additive finds no exposure from development %.15g to "
                  "%.15g"),
                triangle->age[k], triangle->age[k + 1]);
    return true;
}

bool hz_incremental_additive(const struct hz_reserve_basis *basis, struct hz_reserve *reserve,
                             struct hz_error *err)
{
    const struct hz_triangle *triangle = basis->triangle;
    const size_t last = reserve->ages - 1;
    if (!check(basis, err))
        return false;
    for (size_t o = 0; o < reserve->origins; o++)
        reserve->ultimate[o] = reserve->latest[o];
    for (size_t k = 0; k < last; k++) {
        const double zeta = zeta_of(basis, k);
        for (size_t o = 0; o < reserve->origins; o++)
            if (triangle->latest[o] <= k) {
                double *payment = reserve->payment + o * reserve->ages;
                payment[k] = zeta * basis->exposure[o] / trend_of(basis, o, k + 1);
                reserve->ultimate[o] += payment[k];
            }
    }
    for (size_t o = 0; o < reserve->origins; o++) {
        reserve->payment[o * reserve->ages + last] =
            reserve->ultimate[o] * (basis->development->factor[last] - 1);
        reserve->ultimate[o] *= basis->development->factor[last];
        reserve->ibnr[o] = reserve->ultimate[o] - reserve->latest[o];
        reserve->to_ultimate[o] = (double)NAN;
    }
    return true;
}

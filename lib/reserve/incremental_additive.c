/* incremental_additive.c: see incremental_additive.h. */

#include "reserve/incremental_additive.h"

#include <math.h>

/* What the claims of one diagonal are brought to the latest one's level with. */
static double trend_of(const struct hz_reserve_basis *basis, size_t o, size_t k)
{
    const struct hz_triangle *triangle = basis->triangle;
    if (basis->parameters.trend == 0)
        return 1;
    return pow(1 + basis->parameters.trend,
               (triangle->age[triangle->latest[o]] - triangle->age[k]) / triangle->ages_per_origin);
}

/* What each step adds to a unit of exposure, over the origins that are not left out there. */
static void find_zetas(const struct hz_reserve_basis *basis, double zeta[], struct hz_arena *arena)
{
    const struct hz_triangle *triangle = basis->triangle;
    const struct hz_development_choice *choice = &basis->development->choice;
    bool *used = hz_arena_allocate(arena, triangle->origins, sizeof *used);
    for (size_t k = 0; k + 1 < triangle->ages; k++) {
        const struct hz_ratio_use use = {
            .last = hz_development_choice_at(choice, triangle->age[k]).use.last, .zeros = true};
        double claims = 0;
        double exposure = 0;
        hz_exclusion_mark(triangle, k, &use, choice->exclusion, choice->exclusions, used, arena);
        for (size_t o = 0; o < triangle->origins; o++)
            if (used[o]) {
                const double added =
                    hz_triangle_value(triangle, o, k + 1) - hz_triangle_value(triangle, o, k);
                claims += added * trend_of(basis, o, k + 1);
                exposure += basis->exposure[o];
            }
        zeta[k] = claims / exposure;
    }
}

static bool check(const struct hz_reserve_basis *basis, const double zeta[], struct hz_error *err)
{
    const struct hz_triangle *triangle = basis->triangle;
    if (basis->development->tail_fault)
        return hz_development_require(basis->development, triangle, err);
    if (basis->parameters.trend != 0 && triangle->ages_per_origin <= 0)
        return hz_error_set(err, HZ_ERROR_DATA, triangle->place,
                            _("incremental-additive with a trend wants to know how age falls from "
                              "origin to origin, which this triangle does not show"));
    for (size_t k = triangle->latest[triangle->origins - 1]; k + 1 < triangle->ages; k++)
        if (!isfinite(zeta[k]))
            return hz_error_set(
                err, HZ_ERROR_DATA, triangle->place,
                _("incremental-additive finds no exposure from development %.15g to "
                  "%.15g"),
                triangle->age[k], triangle->age[k + 1]);
    return true;
}

/* What each origin adds, step by step. */
static void project(const struct hz_reserve_basis *basis, const double zeta[],
                    struct hz_reserve *reserve)
{
    const size_t last = reserve->ages - 1;
    const double tail = basis->development->factor[last];
    for (size_t o = 0; o < reserve->origins; o++) {
        double *payment = reserve->payment + o * reserve->ages;
        double value = reserve->latest[o];
        for (size_t k = basis->triangle->latest[o]; k < last; k++) {
            payment[k] = zeta[k] * basis->exposure[o] / trend_of(basis, o, k + 1);
            value += payment[k];
        }
        payment[last] = value * (tail - 1);
        reserve->ultimate[o] = value * tail;
        reserve->ibnr[o] = reserve->ultimate[o] - reserve->latest[o];
        reserve->to_ultimate[o] = (double)NAN;
    }
}

bool hz_incremental_additive(const struct hz_reserve_basis *basis, struct hz_reserve *reserve,
                             struct hz_error *err)
{
    struct hz_arena arena = {0};
    double *zeta = hz_arena_allocate(&arena, reserve->ages, sizeof *zeta);
    find_zetas(basis, zeta, &arena);
    const bool done = check(basis, zeta, err);
    if (done)
        project(basis, zeta, reserve);
    hz_arena_free(&arena);
    return done;
}

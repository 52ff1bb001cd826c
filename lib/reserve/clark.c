/* clark.c: see clark.h. */

#include "reserve/clark.h"

#include <math.h>

/* What is still to emerge of an origin of exposure 1 and level 1. */
static struct hz_share left_of(const struct hz_emergence *fit, size_t o)
{
    struct hz_share left = hz_emergence_share(fit, o, fit->triangle->ages);
    hz_share_add(&left, -1, hz_emergence_share(fit, o, fit->triangle->latest[o]));
    return left;
}

/* The parameter variance of the reserve of the origins of one group, from one up to another. */
struct gradient {
    double omega, theta; /* of the reserve, levels following */
    double own;          /* variance of the levels by themselves, in units of sigma2 */
};

static void add_origins(const struct hz_emergence *fit, size_t group, size_t from, size_t to,
                        struct gradient *gradient)
{
    const double level = fit->level[group];
    const struct hz_share used = fit->used[group];
    double share = 0; /* of the reserve in the level: exposure times what is left */
    if (!(level > 0))
        return;
    for (size_t o = from; o < to; o++) {
        const struct hz_share left = left_of(fit, o);
        const double exposure = hz_emergence_exposure(fit, o);
        share += exposure * left.share;
        gradient->omega += level * exposure * left.by_omega;
        gradient->theta += level * exposure * left.by_theta;
    }
    gradient->omega -= share * level * used.by_omega / used.share;
    gradient->theta -= share * level * used.by_theta / used.share;
    gradient->own += share * share * level * level / fit->claims[group];
}

static double variance_of(const struct hz_emergence *fit, const struct gradient *d)
{
    return fit->sigma2 * d->own + d->omega * d->omega * fit->omega_variance +
           2 * d->omega * d->theta * fit->omega_theta_covariance +
           d->theta * d->theta * fit->theta_variance;
}

static void find_errors(const struct hz_emergence *fit, struct hz_reserve *reserve)
{
    const size_t origins = reserve->origins;
    struct gradient total = {0};
    double ibnr = 0;
    for (size_t o = 0; o < origins; o++) {
        struct gradient own = {0};
        add_origins(fit, hz_emergence_group(fit, o), o, o + 1, &own);
        hz_reserve_set_errors(reserve, o, fit->sigma2 * reserve->ibnr[o], variance_of(fit, &own));
        ibnr += reserve->ibnr[o];
        if (!fit->exposure)
            add_origins(fit, o, o, o + 1, &total);
    }
    if (fit->exposure)
        add_origins(fit, 0, 0, origins, &total);
    hz_reserve_set_errors(reserve, origins, fit->sigma2 * ibnr, variance_of(fit, &total));
}

/* A curve from elsewhere may be one that these claims speak against. */
static bool has_errors(const struct hz_emergence *fit, struct hz_error *err)
{
    return isfinite(fit->omega_variance) ||
           hz_error_set(err, HZ_ERROR_DATA, fit->triangle->place,
                        _("the curve with omega %.15g and theta %.15g is too far from these claims "
                          "to tell its errors: compare hz-emergence --residuals"),
                        fit->omega, fit->theta);
}

static bool estimate(const struct hz_reserve_basis *basis, const double exposure[],
                     struct hz_reserve *reserve, struct hz_error *err)
{
    const struct hz_triangle *triangle = basis->triangle;
    const size_t ages = triangle->ages;
    struct hz_arena arena = {0};
    struct hz_emergence fit;
    const bool done =
        hz_emergence_fit(&fit, triangle, exposure, basis->parameters.growth, &arena, err) &&
        has_errors(&fit, err);
    for (size_t o = 0; o < reserve->origins && done; o++) {
        const size_t latest = triangle->latest[o];
        const double expected =
            fit.level[hz_emergence_group(&fit, o)] * hz_emergence_exposure(&fit, o);
        reserve->to_ultimate[o] =
            hz_emergence_share(&fit, o, ages).share / hz_emergence_share(&fit, o, latest).share;
        reserve->ibnr[o] = expected * left_of(&fit, o).share;
        reserve->ultimate[o] = reserve->latest[o] + reserve->ibnr[o];
        for (size_t k = latest; k < ages; k++)
            reserve->payment[o * ages + k] = expected * (hz_emergence_share(&fit, o, k + 1).share -
                                                         hz_emergence_share(&fit, o, k).share);
    }
    reserve->growth = basis->parameters.growth;
    reserve->growth.omega = fit.omega;
    reserve->growth.theta = fit.theta;
    if (done)
        find_errors(&fit, reserve);
    hz_arena_free(&arena);
    return done;
}

bool hz_clark_ldf(const struct hz_reserve_basis *basis, struct hz_reserve *reserve,
                  struct hz_error *err)
{
    return estimate(basis, NULL, reserve, err);
}

bool hz_clark_cape_cod(const struct hz_reserve_basis *basis, struct hz_reserve *reserve,
                       struct hz_error *err)
{
    return estimate(basis, basis->exposure, reserve, err);
}

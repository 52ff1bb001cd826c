/* disposal_rate.c: see disposal_rate.h. */

#include "reserve/disposal_rate.h"

#include <math.h>

/* The claims of the triangle of counts, and what is known of each age. */
struct claims {
    const struct hz_reserve_basis *basis;
    const double *ultimate; /* of each origin */
    double *rate;           /* settled by an age */
    double *severity;       /* of those settled from an age to the next */
};

static double trend_of(const struct hz_reserve_basis *basis, size_t o)
{
    const size_t youngest = basis->triangle->origins - 1;
    return pow(1 + basis->parameters.trend,
               hz_triangle_origins_between(basis->triangle, o, youngest));
}

static double growth(const struct hz_triangle *triangle, size_t o, size_t k)
{
    return hz_triangle_value(triangle, o, k + 1) - hz_triangle_value(triangle, o, k);
}

/* The disposal rate of column k, and the severity from there to the next. */
static void average(struct claims *claims, size_t k)
{
    const struct hz_reserve_basis *basis = claims->basis;
    const struct hz_triangle *triangle = basis->triangle;
    double settled = 0, ultimate = 0, paid = 0, count = 0;
    for (size_t o = 0; o < triangle->origins; o++) {
        if (!hz_triangle_is_observed(triangle, o, k))
            continue;
        settled += hz_triangle_value(basis->counts, o, k);
        ultimate += claims->ultimate[o];
        if (k + 1 < triangle->ages && hz_triangle_is_observed(triangle, o, k + 1)) {
            paid += growth(triangle, o, k) * trend_of(basis, o);
            count += growth(basis->counts, o, k);
        }
    }
    claims->rate[k] = settled / ultimate;
    claims->severity[k] = paid / count;
}

static bool project(const struct claims *claims, struct hz_reserve *reserve, size_t o,
                    struct hz_error *err)
{
    const struct hz_reserve_basis *basis = claims->basis;
    const struct hz_triangle *triangle = basis->triangle;
    const size_t last = reserve->ages - 1;
    const size_t latest = triangle->latest[o];
    const double open = claims->ultimate[o] - hz_triangle_latest(basis->counts, o);
    const double tail = basis->development->factor[last];
    double *payment = reserve->payment + o * reserve->ages;
    double value = reserve->latest[o];
    for (size_t k = latest; k < last; k++) {
        const double share =
            (claims->rate[k + 1] - claims->rate[k]) / (claims->rate[last] - claims->rate[latest]);
        if (open == 0 || claims->rate[k + 1] - claims->rate[k] == 0)
            continue;
        payment[k] = open * share * claims->severity[k] / trend_of(basis, o);
        if (!isfinite(payment[k]))
            return hz_error_set(err, HZ_ERROR_DATA, triangle->place,
                                _("origin %.*s: claims are to be settled from development %.15g to "
                                  "%.15g, where it is not known what they cost"),
                                HZ_TEXT_ARGS(triangle->origin[o]), triangle->age[k],
                                triangle->age[k + 1]);
        value += payment[k];
    }
    payment[last] = value * (tail - 1);
    reserve->ultimate[o] = value * tail;
    reserve->ibnr[o] = reserve->ultimate[o] - reserve->latest[o];
    reserve->to_ultimate[o] = (double)NAN;
    return true;
}

bool hz_disposal_rate(const struct hz_reserve_basis *basis, struct hz_reserve *reserve,
                      struct hz_error *err)
{
    struct hz_arena arena = {0};
    struct hz_development counts;
    struct hz_development_choice choice = hz_development_usual;
    double *ultimate = hz_arena_allocate(&arena, reserve->origins, sizeof *ultimate);
    struct claims claims = {.basis = basis,
                            .ultimate = ultimate,
                            .rate = hz_arena_allocate(&arena, reserve->ages, sizeof *claims.rate),
                            .severity =
                                hz_arena_allocate(&arena, reserve->ages, sizeof *claims.severity)};
    choice.average = basis->development->choice.average;
    hz_development_fit(&counts, basis->counts, choice, &arena);
    bool done = (basis->development->tail_fault == NULL ||
                 hz_development_require(basis->development, basis->triangle, err)) &&
                hz_development_require(&counts, basis->counts, err);
    for (size_t o = 0; o < reserve->origins && done; o++)
        ultimate[o] =
            hz_triangle_latest(basis->counts, o) * counts.to_ultimate[basis->counts->latest[o]];
    for (size_t k = 0; k < reserve->ages && done; k++)
        average(&claims, k);
    for (size_t o = 0; o < reserve->origins && done; o++)
        done = project(&claims, reserve, o, err);
    hz_arena_free(&arena);
    return done;
}

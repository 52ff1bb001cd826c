/* bridge.c: see bridge.h. */

#include "variability/bridge.h"

#include "triangle/origin_text.h"

#include <math.h>

const char *const hz_bridge_change_names[] = {"selections", "prior", "method", NULL};

static bool check(const struct hz_triangle *before, const struct hz_triangle *after,
                  struct hz_error *err)
{
    for (size_t o = 0; o < before->origins; o++) {
        if (o >= after->origins || !hz_text_equal(before->origin[o], after->origin[o]))
            return hz_error_set(
                err, HZ_ERROR_DATA, after->place,
                _("origin %.*s of the valuation before is not here: expected all of its "
                  "origins, and younger ones after them"),
                HZ_TEXT_ARGS(before->origin[o]));
        if (after->latest[o] < before->latest[o])
            return hz_error_set(err, HZ_ERROR_DATA, after->place,
                                _("origin %.*s is observed less far than in the valuation before"),
                                HZ_TEXT_ARGS(after->origin[o]));
    }
    for (size_t k = 0; k < before->ages; k++)
        if (k >= after->ages || fabs(before->age[k] - after->age[k]) > 1e-9)
            return hz_error_set(
                err, HZ_ERROR_DATA, after->place,
                _("development %.15g of the valuation before is not here: expected the "
                  "same ages"),
                before->age[k]);
    return true;
}

/* The old factors on the ages of the new triangle, whose own development `now` gives the arrays. */
static void freeze(const struct hz_development *before, struct hz_development *now)
{
    const size_t last = before->ages - 1;
    for (size_t k = 0; k < now->ages; k++)
        now->factor[k] = k <= last ? before->factor[k] : 1;
    double to_ultimate = 1;
    for (size_t k = now->ages; k-- > 0;)
        now->to_ultimate[k] = to_ultimate *= now->factor[k];
}

/* One estimate; the ultimates of the first `origins` origins. */
static bool estimate(const struct hz_valuation *by, const struct hz_triangle *triangle,
                     const double exposure[], const struct hz_development *development,
                     struct hz_reserve *reserve, struct hz_arena *arena, struct hz_error *err)
{
    const struct hz_reserve_basis basis = {.triangle = triangle,
                                           .development = development,
                                           .exposure = exposure,
                                           .parameters = by->parameters};
    return hz_method_estimate(by->method, &basis, reserve, arena, err);
}

bool hz_bridge_cents(double amount, struct hz_place place, int64_t *cents, int64_t *sum,
                     struct hz_error *err)
{
    const double most = 1e14;
    *cents = fabs(amount) < most ? (int64_t)llround(100 * amount) : 0;
    return (fabs(amount) < most && !__builtin_add_overflow(*sum, *cents, sum)) ||
           hz_error_set(err, HZ_ERROR_DATA, place,
                        _("the reserves are too large to be told to the cent: count in a larger "
                          "unit"));
}

/* The levels as they are estimated: a row an origin. */
typedef double levels[HZ_BRIDGE_LEVELS];

/* How long a step from a column to the next takes; false if the triangle does not show it. */
static bool step_years(const struct hz_triangle *triangle, size_t k, double *years)
{
    hz_period period;
    enum hz_grain grain;
    if (!(triangle->ages_per_origin > 0) || !hz_origin_period(triangle->origin[0], &period, &grain))
        return false;
    *years = (hz_triangle_age(triangle, k + 1) - hz_triangle_age(triangle, k)) /
             triangle->ages_per_origin * (int)grain / HZ_YEAR;
    return true;
}

bool hz_bridge_worth(double *worth, const struct hz_triangle *triangle,
                     const struct hz_reserve *reserve, size_t origin, size_t from, double rate,
                     double passed, struct hz_error *err)
{
    const double *payment = reserve->payment + origin * triangle->ages;
    double at = -passed, sum = 0;
    if (isnan(rate) && from == triangle->latest[origin]) {
        *worth = reserve->ibnr[origin];
        return true;
    }
    for (size_t k = triangle->latest[origin]; k < triangle->ages; k++) {
        double years = 0;
        if (!isnan(rate) && !step_years(triangle, k, &years))
            return hz_error_set(err, HZ_ERROR_DATA, triangle->place,
                                _("origin %.*s: nothing says how far away its payments are, so "
                                  "that they cannot be discounted; call origins like 2021, 2021Q3 "
                                  "or 2021-07, one age apart"),
                                HZ_TEXT_ARGS(triangle->origin[origin]));
        if (k >= from)
            sum += isnan(rate) ? payment[k] : payment[k] * pow(1 + rate, -(at + years / 2));
        at += years;
    }
    *worth = sum;
    return isfinite(sum) ||
           hz_error_set(err, HZ_ERROR_DATA, triangle->place,
                        _("this method does not say when origin %.*s is paid, so that it cannot be "
                          "discounted"),
                        HZ_TEXT_ARGS(triangle->origin[origin]));
}

static bool set_reserves(levels amount[], const struct hz_triangle *triangle,
                         const struct hz_reserve *reserve, double rate, size_t origins,
                         size_t level, struct hz_error *err)
{
    for (size_t o = 0; o < origins; o++)
        if (!hz_bridge_worth(&amount[o][level], triangle, reserve, o, triangle->latest[o], rate, 0,
                             err))
            return false;
    return true;
}

static double years_between(const struct hz_triangle *before, const struct hz_triangle *after,
                            size_t o)
{
    double sum = 0, years = 0;
    for (size_t k = before->latest[o]; k < after->latest[o] && step_years(after, k, &years); k++)
        sum += years;
    return sum;
}

/* The opening reserve, and what is left of it by what was expected to be paid, and by what was. */
static bool set_payments(levels amount[], const struct hz_reserve *opening, double rate,
                         const struct hz_triangle *before, const struct hz_triangle *after,
                         struct hz_error *err)
{
    if (!set_reserves(amount, before, opening, rate, before->origins, HZ_BRIDGE_OPENING, err))
        return false;
    for (size_t o = 0; o < before->origins; o++) {
        double *level = amount[o], expected = 0;
        const double actual = hz_triangle_latest(after, o) - hz_triangle_latest(before, o);
        for (size_t k = before->latest[o]; k < after->latest[o] && k < before->ages; k++)
            expected += opening->payment[o * before->ages + k];
        level[HZ_BRIDGE_EXPECTED] = level[HZ_BRIDGE_OPENING] - expected;
        level[HZ_BRIDGE_UNWIND] = level[HZ_BRIDGE_EXPECTED];
        if (!isnan(rate) &&
            !hz_bridge_worth(&level[HZ_BRIDGE_UNWIND], before, opening, o, after->latest[o], rate,
                             years_between(before, after, o), err))
            return false;
        level[HZ_BRIDGE_PAID] = level[HZ_BRIDGE_UNWIND] + expected - actual;
    }
    return true;
}

static bool round_levels(struct hz_bridge *bridge, levels amount[], struct hz_place place,
                         struct hz_error *err)
{
    for (size_t o = 0; o < bridge->origins; o++)
        for (size_t l = 0; l < HZ_BRIDGE_LEVELS; l++)
            if (!hz_bridge_cents(amount[o][l], place, &bridge->level[o][l],
                                 &bridge->level[bridge->origins][l], err))
                return false;
    return true;
}

/* Exposures as they were, and of new origins as they are. */
static const double *old_exposure(const struct hz_valuation *before,
                                  const struct hz_valuation *after, struct hz_arena *arena)
{
    if (!before->exposure || !after->exposure)
        return after->exposure ? after->exposure : before->exposure;
    double *exposure = hz_arena_allocate(arena, after->triangle->origins, sizeof *exposure);
    for (size_t o = 0; o < after->triangle->origins; o++)
        exposure[o] = o < before->triangle->origins ? before->exposure[o] : after->exposure[o];
    return exposure;
}

static bool make_changes(levels amount[], const struct hz_valuation *before,
                         const struct hz_valuation *after, const enum hz_bridge_change order[],
                         struct hz_arena *arena, struct hz_error *err)
{
    const struct hz_triangle *now = after->triangle;
    const size_t old = before->triangle->origins;
    struct hz_valuation by = *before;
    struct hz_development development;
    struct hz_reserve reserve;
    by.exposure = old_exposure(before, after, arena);
    for (size_t step = 0; step <= HZ_BRIDGE_CHANGES; step++) {
        if (step > 0)
            switch (order[step - 1]) {
            case HZ_BRIDGE_SELECTIONS:
                by.choice = after->choice;
                break;
            case HZ_BRIDGE_PRIOR:
                by.exposure = after->exposure;
                by.parameters = after->parameters;
                break;
            case HZ_BRIDGE_METHOD:
                by.method = after->method;
                break;
            case HZ_BRIDGE_CHANGES:
                break;
            }
        hz_development_fit(&development, now, by.choice, arena);
        if (!estimate(&by, now, by.exposure, &development, &reserve, arena, err))
            return false;
        if (!set_reserves(amount, now, &reserve, before->rate, old, HZ_BRIDGE_FACTORS + step, err))
            return false;
    }
    return set_reserves(amount, now, &reserve, after->rate, old, HZ_BRIDGE_RATE, err) &&
           set_reserves(amount, now, &reserve, after->rate, now->origins, HZ_BRIDGE_NEW, err);
}

bool hz_bridge_new(struct hz_bridge *bridge, const struct hz_valuation *before,
                   const struct hz_valuation *after, const enum hz_bridge_change order[],
                   struct hz_arena *arena, struct hz_error *err)
{
    const struct hz_triangle *now = after->triangle;
    const size_t old = before->triangle->origins;
    struct hz_development development, frozen;
    struct hz_reserve opening, experience;
    *bridge = (struct hz_bridge){
        .origins = now->origins,
        .level = hz_arena_allocate(arena, now->origins + 1, sizeof *bridge->level)};
    levels *amount = hz_arena_allocate(arena, now->origins, sizeof *amount);
    hz_development_fit(&development, before->triangle, before->choice, arena);
    if (!check(before->triangle, now, err) ||
        !estimate(before, before->triangle, before->exposure, &development, &opening, arena, err))
        return false;
    if (!set_payments(amount, &opening, before->rate, before->triangle, now, err))
        return false;
    struct hz_triangle same = *now; /* without the origins that are new */
    same.origins = old;
    hz_development_fit(&frozen, &same, before->choice, arena);
    if (before->method->takes_holes)
        freeze(&development, &frozen);
    if (!estimate(before, &same, before->exposure, &frozen, &experience, arena, err) ||
        !make_changes(amount, before, after, order, arena, err) ||
        !set_reserves(amount, &same, &experience, before->rate, old, HZ_BRIDGE_EXPERIENCE, err))
        return false;
    if (!before->method->takes_holes)
        for (size_t o = 0; o < old; o++)
            amount[o][HZ_BRIDGE_EXPERIENCE] = amount[o][HZ_BRIDGE_FACTORS];
    return round_levels(bridge, amount, now->place, err);
}

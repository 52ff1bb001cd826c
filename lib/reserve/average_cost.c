/* average_cost.c: see average_cost.h. */

#include "reserve/average_cost.h"

#include <math.h>

/* Value / count, where there is one; no count and no value is no cost. */
static bool divide(const struct hz_triangle *triangle, const struct hz_triangle *counts,
                   struct hz_triangle *cost, struct hz_arena *arena, struct hz_error *err)
{
    double *value = hz_arena_allocate(arena, triangle->origins * triangle->ages, sizeof *value);
    *cost = *triangle;
    cost->value = value;
    for (size_t o = 0; o < triangle->origins; o++)
        for (size_t k = triangle->first[o]; k <= triangle->latest[o]; k++) {
            const double count = hz_triangle_value(counts, o, k);
            const double amount = hz_triangle_value(triangle, o, k);
            if (count < 0 || (count == 0 && amount != 0))
                return hz_error_set(err, HZ_ERROR_DATA, counts->place,
                                    _("origin %.*s, development %.15g: a count of %.15g for a "
                                      "value of %.15g"),
                                    HZ_TEXT_ARGS(triangle->origin[o]), triangle->age[k], count,
                                    amount);
            value[o * triangle->ages + k] = count > 0 ? amount / count : 0;
        }
    return true;
}

/* The values that an origin passes through, one product after the other. */
static void project(const struct hz_reserve_basis *basis, const struct hz_development *counts,
                    const struct hz_development *costs, struct hz_reserve *reserve, size_t o)
{
    double *payment = reserve->payment + o * reserve->ages;
    double value = reserve->latest[o];
    for (size_t k = basis->triangle->latest[o]; k < reserve->ages; k++) {
        const double next = value * counts->factor[k] * costs->factor[k];
        payment[k] = next - value;
        value = next;
    }
    reserve->ultimate[o] = value;
    reserve->ibnr[o] = value - reserve->latest[o];
    reserve->to_ultimate[o] = (double)NAN;
}

bool hz_average_cost(const struct hz_reserve_basis *basis, struct hz_reserve *reserve,
                     struct hz_error *err)
{
    struct hz_development_choice choice = hz_development_usual;
    struct hz_arena arena = {0};
    struct hz_triangle cost;
    struct hz_development counts, costs;
    choice.average = basis->development->choice.average;
    hz_development_fit(&counts, basis->counts, choice, &arena);
    bool done = divide(basis->triangle, basis->counts, &cost, &arena, err);
    if (done)
        hz_development_fit(&costs, &cost, basis->development->choice, &arena);
    done = done && hz_development_require(&counts, basis->counts, err) &&
           hz_development_require(&costs, &cost, err);
    for (size_t o = 0; o < reserve->origins && done; o++)
        project(basis, &counts, &costs, reserve, o);
    hz_arena_free(&arena);
    return done;
}

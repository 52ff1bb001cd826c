/* development_between.c: see development_between.h. */

#include "triangle/development_between.h"
#include "triangle/development_tail.h"

#include <math.h>

const char *const hz_between_names[] = {"linear", "exponential", NULL};

static bool goes_on(const struct hz_triangle *triangle, size_t k)
{
    for (size_t o = 0; o < triangle->origins; o++)
        if (k < triangle->latest[o] && hz_triangle_is_observed(triangle, o, k))
            return true;
    return false;
}

/* Marks the regular ages; how many there are. */
static size_t find_regular(const struct hz_triangle *triangle, bool is_regular[])
{
    double first = (double)NAN, last = 0, step = (double)INFINITY;
    size_t regular = 0;
    for (size_t k = 0; k < triangle->ages; k++) {
        is_regular[k] = goes_on(triangle, k);
        if (!is_regular[k])
            continue;
        if (isnan(first))
            first = triangle->age[k];
        else
            step = fmin(step, triangle->age[k] - last);
        last = triangle->age[k];
    }
    if (isinf(step))
        step = first; /* one such age: years of 12 */
    for (size_t k = 0; k < triangle->ages; k++) {
        const double steps = (triangle->age[k] - first) / step;
        is_regular[k] |= fabs(steps - round(steps)) <= 1e-6;
        regular += is_regular[k];
    }
    return regular;
}

bool hz_development_regular(struct hz_triangle *regular, const struct hz_triangle *triangle,
                            struct hz_arena *arena)
{
    bool *is_regular = hz_arena_allocate(arena, triangle->ages, sizeof *is_regular);
    struct hz_cell *cell =
        hz_arena_allocate(arena, triangle->origins * triangle->ages, sizeof *cell);
    struct hz_error ignored = {0};
    size_t cells = 0;
    *regular = *triangle;
    const size_t ages = find_regular(triangle, is_regular);
    for (size_t o = 0; o < triangle->origins; o++)
        for (size_t k = 0; k < triangle->ages; k++)
            if (is_regular[k] && hz_triangle_is_observed(triangle, o, k))
                cell[cells++] = (struct hz_cell){.origin = triangle->origin[o],
                                                 .age = triangle->age[k],
                                                 .value = hz_triangle_value(triangle, o, k),
                                                 .place = triangle->place};
    return ages == triangle->ages ||
           (ages > 0 &&
            hz_triangle_new(regular, cell, cells, HZ_CELLS_CUT, triangle->place, arena, &ignored));
}

size_t hz_development_grown_beyond(const struct hz_triangle *triangle, double *age,
                                   struct hz_arena *arena)
{
    bool *is_regular = hz_arena_allocate(arena, triangle->ages, sizeof *is_regular);
    size_t o = 0, last = triangle->ages;
    if (find_regular(triangle, is_regular) == 0)
        return triangle->origins;
    while (!is_regular[--last]) {
    }
    *age = triangle->age[last];
    for (; o < triangle->origins; o++) {
        const size_t latest = triangle->latest[o];
        if (latest > last && hz_triangle_is_observed(triangle, o, last) &&
            hz_triangle_value(triangle, o, latest) > hz_triangle_value(triangle, o, last))
            break;
    }
    return o;
}

bool hz_development_shares_new(struct hz_development_shares *shares,
                               const struct hz_triangle *triangle,
                               struct hz_development_choice choice, struct hz_arena *arena)
{
    shares->between = choice.between;
    choice.between = HZ_BETWEEN_NONE;
    if (!hz_development_regular(&shares->regular, triangle, arena))
        return false;
    hz_development_fit(&shares->development, &shares->regular, choice, arena);
    return true;
}

/* Between two shares that are still to come. */
static double interpolate(enum hz_between between, double from, double to, double part)
{
    return between == HZ_BETWEEN_EXPONENTIAL && from > 0 && to > 0
               ? pow(from, 1 - part) * pow(to, part)
               : (1 - part) * from + part * to;
}

/* What is still to come after the last age. */
static double left_behind(const struct hz_development_shares *shares, enum hz_between between,
                          double age)
{
    const struct hz_development *d = &shares->development;
    const struct hz_triangle *t = &shares->regular;
    const size_t last = t->ages - 1;
    const double left = 1 - 1 / d->to_ultimate[last];
    const double steps = (age - t->age[last]) / (hz_triangle_age(t, last + 1) - t->age[last]);
    const double whole = fmin(floor(steps), HZ_TRIANGLE_MOST);
    return left * interpolate(between, hz_development_tail_left(d, t, (size_t)whole),
                              hz_development_tail_left(d, t, (size_t)whole + 1), steps - whole);
}

double hz_development_share(const struct hz_development_shares *shares, double age)
{
    const struct hz_development *d = &shares->development;
    const struct hz_triangle *t = &shares->regular;
    const enum hz_between between = shares->between;
    size_t k = 0;
    if (age < t->age[0])
        return age / t->age[0] / d->to_ultimate[0];
    while (k + 1 < t->ages && t->age[k + 1] <= age)
        k++;
    if (k + 1 == t->ages)
        return 1 - left_behind(shares, between, age);
    return 1 - interpolate(between, 1 - 1 / d->to_ultimate[k], 1 - 1 / d->to_ultimate[k + 1],
                           (age - t->age[k]) / (t->age[k + 1] - t->age[k]));
}

bool hz_development_fit_between(struct hz_development *development,
                                const struct hz_triangle *triangle,
                                struct hz_development_choice choice, struct hz_arena *arena)
{
    struct hz_development_shares shares = {0};
    struct hz_development *d = development;
    const size_t last = triangle->ages - 1;
    if (!hz_development_shares_new(&shares, triangle, choice, arena) ||
        shares.regular.ages == triangle->ages)
        return false;
    hz_development_average(d, triangle, choice, arena);
    for (size_t k = 0; k <= last; k++)
        d->to_ultimate[k] = 1 / hz_development_share(&shares, triangle->age[k]);
    for (size_t k = 0; k <= last; k++) {
        d->factor[k] = d->to_ultimate[k] / (k < last ? d->to_ultimate[k + 1] : 1);
        d->se[k] = d->sigma[k] = d->alpha[k] = d->average_factor[k] = (double)NAN;
    }
    d->choice.curve = (struct hz_tail_choice){0};
    d->choice.tail = d->tail.factor = d->factor[last];
    d->tail_fault = shares.development.tail_fault;
    return true;
}

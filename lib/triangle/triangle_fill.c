/* triangle_fill.c: see triangle_fill.h. */

#include "triangle/triangle_fill.h"

#include <math.h>

/* Where the latest diagonal is if age falls so much from an origin period to the next. */
struct diagonal {
    double fall, now; /* the age of the youngest origin there */
    size_t on;        /* origins that reach it */
    size_t shown;     /* of them those that the last age does not cut off before it */
};

/* How old an origin is on it, beyond the last age too. */
static double old_on(const struct hz_triangle *triangle, const struct diagonal *d, size_t o)
{
    return d->now + d->fall * hz_triangle_origins_between(triangle, o, triangle->origins - 1);
}

static double age_on(const struct hz_triangle *triangle, const struct diagonal *d, size_t o)
{
    return fmin(triangle->age[triangle->ages - 1], old_on(triangle, d, o));
}

static struct diagonal draw_diagonal(const struct hz_triangle *triangle, double fall)
{
    struct diagonal d = {.fall = fall, .now = -(double)INFINITY};
    const size_t youngest = triangle->origins - 1;
    for (size_t o = 0; o <= youngest; o++)
        d.now = fmax(d.now, triangle->age[triangle->latest[o]] -
                                fall * hz_triangle_origins_between(triangle, o, youngest));
    for (size_t o = 0; o <= youngest; o++) {
        d.on += triangle->age[triangle->latest[o]] >= age_on(triangle, &d, o) - 1e-6;
        d.shown += triangle->age[triangle->latest[o]] >= old_on(triangle, &d, o) - 1e-6;
    }
    return d;
}

/* Whether age falls by whole steps. */
static bool is_whole(const struct hz_triangle *triangle, double fall)
{
    const double steps = fall / triangle->step;
    return fabs(steps - round(steps)) <= 1e-6;
}

/* The diagonal that most origins reach, of those that one origin and the next would make. */
static struct diagonal find_diagonal(const struct hz_triangle *triangle)
{
    struct diagonal best = draw_diagonal(triangle, triangle->ages_per_origin);
    double tried = triangle->ages_per_origin;
    for (size_t o = 0; o + 1 < triangle->origins; o++) {
        const double fall =
            (triangle->age[triangle->latest[o]] - triangle->age[triangle->latest[o + 1]]) /
            hz_triangle_origins_between(triangle, o, o + 1);
        if (!(fall > 0) || fabs(fall - tried) <= 1e-9)
            continue;
        tried = fall;
        const struct diagonal d = draw_diagonal(triangle, fall);
        const bool is_better = is_whole(triangle, d.fall) && !is_whole(triangle, best.fall);
        if (d.on > best.on || (d.on == best.on && is_better))
            best = d;
    }
    return best;
}

void hz_triangle_settle_time(struct hz_triangle *triangle)
{
    enum { LEAST = 3 };
    const double fall = triangle->ages_per_origin, origins = triangle->step / fall;
    if (!(fall > 0) || is_whole(triangle, fall) || fabs(origins - round(origins)) <= 1e-6 ||
        (triangle->origins >= LEAST && draw_diagonal(triangle, fall).on == triangle->origins))
        return;
    const struct diagonal d = find_diagonal(triangle);
    const bool are_most = d.on >= LEAST && 3 * d.on >= 2 * triangle->origins;
    triangle->ages_per_origin = are_most && is_whole(triangle, d.fall) ? d.fall : 0;
}

bool hz_triangle_is_behind(const struct hz_triangle *triangle, size_t *origin)
{
    const struct diagonal d = draw_diagonal(triangle, triangle->ages_per_origin);
    if (!(d.fall > 0) || !is_whole(triangle, d.fall))
        return false;
    for (*origin = 0; *origin < triangle->origins; ++*origin)
        if (triangle->age[triangle->latest[*origin]] < age_on(triangle, &d, *origin) - 1e-6)
            return true;
    return false;
}

/*
 * Of increments, where a row may be missing at the end of an origin: of diagonals that as many
 * origins show the one on which age falls least, for an end that is missing makes it fall more.
 */
static struct diagonal find_flattest(const struct hz_triangle *triangle)
{
    struct diagonal best = find_diagonal(triangle);
    for (size_t o = 0; o + 1 < triangle->origins; o++) {
        const double fall =
            (triangle->age[triangle->latest[o]] - triangle->age[triangle->latest[o + 1]]) /
            hz_triangle_origins_between(triangle, o, o + 1);
        if (!(fall > 0) || !(fall < best.fall) || !is_whole(triangle, fall))
            continue;
        const struct diagonal d = draw_diagonal(triangle, fall);
        if (d.shown >= best.shown)
            best = d;
    }
    return best;
}

/* Of increments, the column up to which an origin is observed: the latest diagonal. */
static size_t reach_of(const struct hz_triangle *triangle, const struct diagonal *d, size_t o)
{
    size_t reach = triangle->latest[o];
    while (reach + 1 < triangle->ages && triangle->age[reach + 1] <= age_on(triangle, d, o) + 1e-9)
        reach++;
    return reach;
}

static bool refuse_missing(const struct hz_triangle *triangle, size_t o, size_t k,
                           struct hz_error *err)
{
    return hz_error_set(
        err, HZ_ERROR_DATA, triangle->place,
        _("origin %.*s, development %.15g: missing, but amounts of one age each add "
          "up only if all are known: give it, or --fill-zero if nothing was paid "
          "there"),
        HZ_TEXT_ARGS(triangle->origin[o]), triangle->age[k]);
}

static void cumulate(const struct hz_triangle *triangle, double value[])
{
    for (size_t o = 0; o < triangle->origins; o++)
        for (size_t a = 1; a <= triangle->latest[o]; a++)
            value[o * triangle->ages + a] += value[o * triangle->ages + a - 1];
}

bool hz_triangle_fill(struct hz_triangle *triangle, double value[], size_t first[], size_t latest[],
                      bool with_zero, struct hz_error *err)
{
    const struct diagonal diagonal = find_flattest(triangle);
    for (size_t o = 0; o < triangle->origins; o++) {
        double *row = value + o * triangle->ages;
        const size_t reach = reach_of(triangle, &diagonal, o);
        for (size_t k = 0; k <= reach; k++) {
            if (k >= first[o] && k <= latest[o] && !isnan(row[k]))
                continue;
            if (!with_zero)
                return refuse_missing(triangle, o, k, err);
            row[k] = 0;
        }
        first[o] = 0;
        latest[o] = reach;
    }
    triangle->holes = 0;
    cumulate(triangle, value);
    return true;
}

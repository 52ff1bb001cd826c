/* exclusion.c: see exclusion.h. */

#include "triangle/exclusion.h"

#include "triangle/origin_text.h"

#include <math.h>
#include <stdlib.h>

/* A link ratio and its place, to be ranked. */
struct ratio {
    double ratio;
    double base;
    size_t origin;
};

static bool is_valuation(struct hz_text valuation, const struct hz_triangle *triangle, size_t o,
                         size_t k)
{
    char label[HZ_FISCAL_TEXT];
    hz_period asked, next;
    enum hz_grain asked_grain, next_grain;
    /* The first column has no period of its own, so the question is put to the next one. */
    hz_triangle_period(triangle, o, k + 1, label);
    return hz_origin_period(hz_text_of(label), &next, &next_grain) &&
           hz_origin_period(valuation, &asked, &asked_grain) && next_grain == asked_grain &&
           next == asked + 1;
}

static bool is_excluded(const struct hz_exclusion *exclusion, const struct hz_triangle *triangle,
                        size_t o, size_t k)
{
    if (exclusion->origin.length > 0 && !hz_text_equal(exclusion->origin, triangle->origin[o]))
        return false;
    if (!isnan(exclusion->age) && fabs(exclusion->age - triangle->age[k]) > 1e-9)
        return false;
    return exclusion->valuation.length == 0 || is_valuation(exclusion->valuation, triangle, o, k);
}

bool hz_exclusion_leaves_out(const struct hz_exclusion *exclusion,
                             const struct hz_triangle *triangle, size_t k)
{
    for (size_t o = 0; o < triangle->origins; o++)
        if (triangle->first[o] <= k && k < triangle->latest[o] &&
            is_excluded(exclusion, triangle, o, k))
            return true;
    return false;
}

bool hz_exclusion_matches(const struct hz_exclusion *exclusion, const struct hz_triangle *triangle)
{
    for (size_t k = 0; k + 1 < triangle->ages; k++)
        if (hz_exclusion_leaves_out(exclusion, triangle, k))
            return true;
    return false;
}

static int compare_ratios(const void *left, const void *right)
{
    const struct ratio *a = left;
    const struct ratio *b = right;
    int order = (a->ratio > b->ratio) - (a->ratio < b->ratio);
    if (order == 0)
        order = (a->base > b->base) - (a->base < b->base);
    return order != 0 ? order : (a->origin > b->origin) - (a->origin < b->origin);
}

/* Drops the highest and the lowest of those in use. */
static void drop_extremes(const struct hz_triangle *triangle, size_t k,
                          const struct hz_ratio_use *use, bool used[], struct hz_arena *arena)
{
    if (use->drop_high + use->drop_low == 0)
        return;
    struct ratio *list = hz_arena_allocate(arena, triangle->origins, sizeof *list);
    size_t n = 0;
    for (size_t o = 0; o < triangle->origins; o++)
        if (used[o]) {
            double base = hz_triangle_value(triangle, o, k);
            list[n++] = (struct ratio){hz_triangle_value(triangle, o, k + 1) / base, base, o};
        }
    if (use->drop_high >= n || use->drop_low >= n - use->drop_high)
        return;
    qsort(list, n, sizeof *list, compare_ratios);
    for (size_t i = 0; i < n; i++)
        if (i < use->drop_low || i >= n - use->drop_high)
            used[list[i].origin] = false;
}

static bool is_within(const struct hz_ratio_use *use, double ratio)
{
    return (use->above <= 0 || ratio <= use->above) && (use->below <= 0 || ratio >= use->below);
}

static double ratio_of(const struct hz_triangle *triangle, size_t o, size_t k)
{
    return hz_triangle_value(triangle, o, k + 1) / hz_triangle_value(triangle, o, k);
}

/* Drops those beyond the limits, unless that would be all. */
static void drop_beyond(const struct hz_triangle *triangle, size_t k,
                        const struct hz_ratio_use *use, bool used[])
{
    size_t left = 0;
    for (size_t o = 0; o < triangle->origins; o++)
        left += used[o] && is_within(use, ratio_of(triangle, o, k));
    for (size_t o = 0; o < triangle->origins && left > 0; o++)
        used[o] = used[o] && is_within(use, ratio_of(triangle, o, k));
}

void hz_exclusion_mark(const struct hz_triangle *triangle, size_t k, const struct hz_ratio_use *use,
                       const struct hz_exclusion exclusion[], size_t exclusions, bool used[],
                       struct hz_arena *arena)
{
    size_t found = 0;
    for (size_t o = triangle->origins; o-- > 0;) {
        used[o] = false;
        if (!hz_triangle_is_observed(triangle, o, k) ||
            !hz_triangle_is_observed(triangle, o, k + 1))
            continue;
        double base = hz_triangle_value(triangle, o, k);
        double next = hz_triangle_value(triangle, o, k + 1);
        if ((base == 0 && next == 0 && !use->zeros) || (use->last > 0 && found >= use->last))
            continue;
        found++;
        used[o] = true;
        for (size_t e = 0; e < exclusions && used[o]; e++)
            used[o] = !is_excluded(&exclusion[e], triangle, o, k);
    }
    drop_beyond(triangle, k, use, used);
    drop_extremes(triangle, k, use, used, arena);
}

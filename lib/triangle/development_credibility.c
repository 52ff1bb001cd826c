/* development_credibility.c: see credibility.h. */

#include "triangle/development_credibility.h"

#include <math.h>
#include <stdlib.h>

/* A step of some group, from an age to the next. */
struct step {
    double from, to;
};

static int compare_steps(const void *left, const void *right)
{
    const struct step *a = left;
    const struct step *b = right;
    const int order = (a->from > b->from) - (a->from < b->from);
    return order != 0 ? order : (a->to > b->to) - (a->to < b->to);
}

/* The steps that any group has, each once. */
static struct step *list_steps(const struct hz_credibility_group group[], size_t groups,
                               size_t *steps, struct hz_arena *arena)
{
    size_t most = 0;
    for (size_t g = 0; g < groups; g++)
        most += group[g].triangle->ages;
    struct step *list = hz_arena_allocate(arena, most, sizeof *list);
    size_t n = 0;
    for (size_t g = 0; g < groups; g++)
        for (size_t k = 0; k + 1 < group[g].triangle->ages; k++)
            list[n++] = (struct step){group[g].triangle->age[k], group[g].triangle->age[k + 1]};
    qsort(list, n, sizeof *list, compare_steps);
    *steps = 0;
    for (size_t i = 0; i < n; i++)
        if (i == 0 || compare_steps(&list[i], &list[i - 1]) != 0)
            list[(*steps)++] = list[i];
    return list;
}

/* The column of a triangle that a step starts from; false if it does not have the step. */
static bool find_column(const struct hz_triangle *triangle, const struct step *step, size_t *k)
{
    for (*k = 0; *k + 1 < triangle->ages && triangle->age[*k] <= step->from; ++*k)
        if (triangle->age[*k] >= step->from)
            return triangle->age[*k + 1] >= step->to && triangle->age[*k + 1] <= step->to;
    return false;
}

static bool is_chosen(const struct hz_credibility_group *group, size_t k)
{
    return hz_development_choice_at(&group->development->choice, group->triangle->age[k]).factor >
           0;
}

/* The groups' own averages of a step. Refused: geometric ones, which have no weights. */
static bool collect(const struct hz_credibility_group group[], size_t groups,
                    const struct step *step, struct hz_credible own[], struct hz_error *err)
{
    for (size_t g = 0; g < groups; g++) {
        const struct hz_development *d = group[g].development;
        size_t k;
        own[g] = (struct hz_credible){.mean = (double)NAN};
        if (!find_column(group[g].triangle, step, &k) || is_chosen(&group[g], k))
            continue;
        if (d->average[k] == HZ_AVERAGE_GEOMETRIC)
            return hz_error_set(
                err, HZ_ERROR_USAGE, HZ_NOWHERE,
                _("credibility wants weighted averages, not geometric ones: simple, "
                  "volume, regression or medial"));
        if (!isfinite(d->average_factor[k]) || !(d->weight[k] > 0))
            continue;
        own[g] = (struct hz_credible){.mean = d->average_factor[k],
                                      .weight = d->weight[k],
                                      .variance =
                                          d->pairs[k] > 1 ? d->sigma[k] * d->sigma[k] : (double)NAN,
                                      .degrees = d->pairs[k] > 0 ? d->pairs[k] - 1 : 0};
    }
    return true;
}

static void give(const struct hz_credibility_group group[], size_t groups, const struct step *step,
                 const struct hz_credible blended[], const struct hz_credibility *all)
{
    for (size_t g = 0; g < groups; g++) {
        struct hz_development *d = group[g].development;
        size_t k;
        if (!find_column(group[g].triangle, step, &k) || is_chosen(&group[g], k))
            continue;
        d->factor[k] = blended[g].blended;
        d->sigma[k] = sqrt(all->within);
        d->se[k] = blended[g].se;
        d->credibility[k] = blended[g].credibility;
        d->collective[k] = all->mean;
    }
}

/* What all groups expect after a triangle's last age: the collective factors from there on. */
static double develop_beyond(const struct hz_triangle *triangle, const struct step step[],
                             const struct hz_credibility all[], size_t steps)
{
    double at = triangle->age[triangle->ages - 1];
    double factor = 1;
    for (size_t s = 0; s < steps; s++)
        if (step[s].from >= at && step[s].from <= at && all[s].mean > 0) {
            factor *= all[s].mean;
            at = step[s].to;
        }
    return factor;
}

/* Mack's rule, where no group knows the variance. */
static double extrapolate(const struct hz_credibility all[], size_t s)
{
    if (s < 2 || !(all[s - 2].within > 0) || isnan(all[s - 1].within))
        return (double)NAN;
    const double before = all[s - 2].within;
    const double last = all[s - 1].within;
    return fmin(last * last / before, fmin(before, last));
}

bool hz_credibility_blend(const struct hz_credibility_group group[], size_t groups,
                          struct hz_arena *arena, struct hz_error *err)
{
    size_t steps;
    const struct step *step = list_steps(group, groups, &steps, arena);
    struct hz_credibility *all = hz_arena_allocate(arena, steps, sizeof *all);
    struct hz_credible *own = hz_arena_allocate(arena, groups, sizeof *own);
    for (size_t s = 0; s < steps; s++) {
        all[s].within = extrapolate(all, s);
        if (!collect(group, groups, &step[s], own, err))
            return false;
        if (hz_credibility_fit(own, groups, &all[s]))
            give(group, groups, &step[s], own, &all[s]);
    }
    for (size_t g = 0; g < groups; g++)
        group[g].development->beyond = develop_beyond(group[g].triangle, step, all, steps);
    return true;
}

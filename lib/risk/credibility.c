/* credibility.c: see credibility.h. */

#include "risk/credibility.h"

#include <math.h>

/* Averages the groups' own variances, if any is known. */
static void pool_variances(const struct hz_credible group[], size_t groups, double *within)
{
    double sum = 0;
    double degrees = 0;
    for (size_t g = 0; g < groups; g++)
        if (!isnan(group[g].mean) && group[g].degrees > 0 && !isnan(group[g].variance)) {
            sum += (double)group[g].degrees * group[g].variance;
            degrees += (double)group[g].degrees;
        }
    if (degrees > 0)
        *within = sum / degrees;
}

/* By weight: the mean of all, their sum, and the unbiased variance between them, at least 0. */
static double weigh(const struct hz_credible group[], size_t groups, struct hz_credibility *all,
                    size_t *found)
{
    double weight = 0, sum = 0, squares = 0, spread = 0;
    *found = 0;
    for (size_t g = 0; g < groups; g++)
        if (!isnan(group[g].mean)) {
            weight += group[g].weight;
            sum += group[g].weight * group[g].mean;
            squares += group[g].weight * group[g].weight;
            ++*found;
        }
    all->mean = sum / weight;
    for (size_t g = 0; g < groups; g++)
        if (!isnan(group[g].mean))
            spread += group[g].weight * pow(group[g].mean - all->mean, 2);
    all->between =
        fmax(0, (spread - (double)(*found - 1) * all->within) / (weight - squares / weight));
    return weight;
}

/* Groups do not differ, or there is but one: what all come to together. */
static void take_common(struct hz_credible group[], size_t groups, double credibility, double se,
                        double mean)
{
    for (size_t g = 0; g < groups; g++) {
        group[g].credibility = isnan(group[g].mean) ? 0 : credibility;
        group[g].blended = mean;
        group[g].se = se;
    }
}

bool hz_credibility_fit(struct hz_credible group[], size_t groups, struct hz_credibility *all)
{
    struct hz_credibility fit = {.within = all->within};
    size_t found;
    pool_variances(group, groups, &fit.within);
    const double weight = weigh(group, groups, &fit, &found);
    if (found == 0 || isnan(fit.within))
        return false;
    if (found == 1 || !(fit.between > 0)) {
        fit.between = found == 1 ? (double)NAN : 0;
        take_common(group, groups, found == 1 ? 1 : 0, sqrt(fit.within / weight), fit.mean);
        *all = fit;
        return true;
    }
    double sum = 0, credibility = 0;
    for (size_t g = 0; g < groups; g++) {
        struct hz_credible *here = &group[g];
        here->credibility =
            isnan(here->mean) ? 0 : here->weight / (here->weight + fit.within / fit.between);
        sum += here->credibility > 0 ? here->credibility * here->mean : 0;
        credibility += here->credibility;
    }
    fit.mean = sum / credibility;
    for (size_t g = 0; g < groups; g++) {
        struct hz_credible *here = &group[g];
        const double rest = 1 - here->credibility;
        here->blended =
            rest * fit.mean + (here->credibility > 0 ? here->credibility * here->mean : 0);
        here->se = sqrt(fit.between * rest * (1 + rest / credibility));
    }
    *all = fit;
    return true;
}

bool hz_credibility_of_years(const struct hz_group_year row[], size_t rows,
                             struct hz_credible group[], size_t groups, struct hz_credibility *all)
{
    *all = (struct hz_credibility){0};
    for (size_t g = 0; g < groups; g++)
        group[g] = (struct hz_credible){.blended = (double)NAN};
    for (size_t r = 0; r < rows; r++) {
        struct hz_credible *of = &group[row[r].group];
        of->weight += row[r].weight;
        of->mean += row[r].weight * row[r].ratio;
        of->degrees += row[r].weight > 0;
    }
    for (size_t g = 0; g < groups; g++) {
        group[g].mean /= group[g].weight; /* NaN without any */
        group[g].degrees -= group[g].degrees > 0;
    }
    for (size_t r = 0; r < rows; r++)
        if (row[r].weight > 0)
            group[row[r].group].variance +=
                row[r].weight * pow(row[r].ratio - group[row[r].group].mean, 2);
    for (size_t g = 0; g < groups; g++)
        group[g].variance /= group[g].degrees > 0 ? (double)group[g].degrees : 1;
    return hz_credibility_fit(group, groups, all);
}

/*
 * credibility.h: how far a small group stands for itself, and how far for all groups together:
 * Bühlmann and Straub's credibility.
 */

#ifndef HZ_RISK_CREDIBILITY_H
#define HZ_RISK_CREDIBILITY_H

#include "base/attr.h"
#include "base/linkage.h"

#include <stdbool.h>
#include <stddef.h>

HZ_BEGIN_C

/* One group's own average of something: its weight, its variance per unit of weight, and what both
 * are of. */
struct hz_credible {
    double mean;                     /* NaN: it has none */
    double weight;                   /* above 0 */
    double variance;                 /* within the group, of one unit of weight; NaN: not known */
    size_t degrees;                  /* of freedom of that variance */
    double credibility, blended, se; /* the answer, see below */
};

/* What all groups have in common. */
struct hz_credibility {
    double mean;    /* of all, by their credibilities */
    double within;  /* variance of one unit of weight around its group's mean */
    double between; /* variance of the groups' means around that of all */
};

/*
 * Bühlmann and Straub's credibility. Each group's mean F with the weight w is blended into
 *
 *     Z F + (1 - Z) m,   Z = w / (w + within / between),   m = sum Z F / sum Z,
 *     within  = the groups' variances, averaged by their degrees of freedom,
 *     between = c (sum w (F - mean by w)^2 - (K - 1) within) / sum w, at least 0,
 *     c       = 1 / sum (w / sum w) (1 - w / sum w),
 *
 * over the K groups that have a mean; se is the root of between (1 - Z) (1 + (1 - Z) / sum Z). A
 * group without a mean has Z = 0 and gets m. If between comes out as 0, groups do not differ beyond
 * chance: all Z are 0, m is the mean by weight and se the root of within / sum w. `within`, if it
 * is not NaN when given, stays: where no group has a variance of its own. False, with nothing
 * changed, if within is not known then, or no group has a mean; with one group that has one, Z is
 * 1.
 *
 * Source: Bühlmann, H. & Straub, E. (1970), Glaubwürdigkeit für Schadensätze, Mitteilungen der
 * Vereinigung schweizerischer Versicherungsmathematiker 70, 111-133; Bühlmann, H. & Gisler, A.
 * (2005), A Course in Credibility Theory and its Applications, Springer, chapter 4.
 */
HZ_MUST_USE bool hz_credibility_fit(struct hz_credible group[], size_t groups,
                                    struct hz_credibility *all);

/* A group in a year; groups are numbered from 0. A weight of 0 is no observation. */
struct hz_group_year {
    size_t group;
    double ratio, weight;
};

/*
 * The same from yearly ratios: sets all of `group`, mean (NaN without any weight), weight, variance
 * and degrees, and fits. Within is 0 where no group has two years. False, with blended NaN for all,
 * if there is no weight at all.
 */
HZ_MUST_USE bool hz_credibility_of_years(const struct hz_group_year row[], size_t rows,
                                         struct hz_credible group[], size_t groups,
                                         struct hz_credibility *all);

HZ_END_C

#endif

/*
 * credibility.h: the development factors of small groups (机构), blended with those of all groups
 * together by how much each group's own say is worth.
 */

#ifndef HZ_RESERVE_CREDIBILITY_H
#define HZ_RESERVE_CREDIBILITY_H

#include "reserve/development.h"

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
 * over the K groups that have a mean; se is the root of between (1 - Z) (1 + (1 - Z) / sum Z). A group
 * without a mean has Z = 0 and gets m. If between comes out as 0, groups do not differ beyond chance:
 * all Z are 0, m is the mean by weight and se the root of within / sum w. `within`, if it is not NaN
 * when given, stays: where no group has a variance of its own. False, with nothing changed, if within
 * is not known then, or no group has a mean; with one group that has one, Z is 1.
 *
 * Source: Bühlmann, H. & Straub, E. (1970), Glaubwürdigkeit für Schadensätze, Mitteilungen der
 * Vereinigung schweizerischer Versicherungsmathematiker 70, 111-133; Bühlmann, H. & Gisler, A. (2005), A
 * Course in Credibility Theory and its Applications, Springer, chapter 4.
 */
HZ_MUST_USE bool hz_credibility_fit(struct hz_credible group[], size_t groups,
                                    struct hz_credibility *all);

/* A group's triangle and its development, made by hz_development_average. */
struct hz_credibility_group {
    const struct hz_triangle *triangle;
    struct hz_development *development;
};

/*
 * Blends the factors of each step, from the same age to the same age, of all groups: average_factor
 * stays the group's own, and factor, sigma, se, credibility and collective become what comes out. Ages at
 * which no group has a second link ratio take `within` by Mack's rule from the two steps before. Factors
 * that were selected by judgement stay, and are not blended into others. Ages that a group's triangle
 * does not reach, and others do, are developed by the collective factors: they are in its tail.
 *
 * Refused (usage): geometric averages, which have no weights.
 *
 * Source: Gisler, A. & Wüthrich, M. V. (2008), Credibility for the chain ladder reserving method, ASTIN
 * Bulletin 38(2), 565-600.
 */
HZ_MUST_USE bool hz_credibility_blend(const struct hz_credibility_group group[], size_t groups,
                                      struct hz_arena *arena, struct hz_error *err);

#endif

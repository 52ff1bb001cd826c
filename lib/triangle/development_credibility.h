/*
 * development_credibility.h: the development factors of small groups (机构), blended with those of
 * all groups together by how much each group's own say is worth.
 */

#ifndef HZ_TRIANGLE_DEVELOPMENT_CREDIBILITY_H
#define HZ_TRIANGLE_DEVELOPMENT_CREDIBILITY_H

#include "base/linkage.h"
#include "risk/credibility.h"
#include "triangle/development.h"

HZ_BEGIN_C

/* A group's triangle and its development, made by hz_development_average. */
struct hz_credibility_group {
    const struct hz_triangle *triangle;
    struct hz_development *development;
};

/*
 * Blends the factors of each step, from the same age to the same age, of all groups: average_factor
 * stays the group's own, and factor, sigma, se, credibility and collective become what comes out.
 * Ages at which no group has a second link ratio take `within` by Mack's rule from the two steps
 * before. Factors that were selected by judgement stay, and are not blended into others. Ages that
 * a group's triangle does not reach, and others do, are developed by the collective factors: they
 * are in its tail.
 *
 * Refused (usage): geometric averages, which have no weights.
 *
 * Source: Gisler, A. & Wüthrich, M. V. (2008), Credibility for the chain ladder reserving method,
 * ASTIN Bulletin 38(2), 565-600.
 */
HZ_MUST_USE bool hz_credibility_blend(const struct hz_credibility_group group[], size_t groups,
                                      struct hz_arena *arena, struct hz_error *err);

HZ_END_C

#endif

/*
 * development_between.h: development by ages between those of a triangle, by interpolation of the
 * share that has developed (1 / factor to ultimate).
 */

#ifndef HZ_TRIANGLE_DEVELOPMENT_BETWEEN_H
#define HZ_TRIANGLE_DEVELOPMENT_BETWEEN_H

#include "base/linkage.h"
#include "triangle/development.h"

HZ_BEGIN_C

/*
 * The shares that a triangle's factors expect to have developed by its regular ages: those from
 * which some origin goes on, and others at whole steps from them. An age at which origins are seen
 * last only, as where a table by years is valued in August, is none, and has no factor of its own.
 */
struct hz_development_shares {
    struct hz_triangle regular; /* the triangle at these ages */
    struct hz_development development;
    enum hz_between between;
};

/* The triangle at its regular ages. False if nothing is observed there. */
HZ_MUST_USE bool hz_development_regular(struct hz_triangle *regular,
                                        const struct hz_triangle *triangle, struct hz_arena *arena);

/*
 * An origin that has grown after the last regular age, *age, which no factor tells; as many as
 * there are origins: none.
 */
size_t hz_development_grown_beyond(const struct hz_triangle *triangle, double *age,
                                   struct hz_arena *arena);

/* Fits them. False if nothing is observed at regular ages. */
HZ_MUST_USE bool hz_development_shares_new(struct hz_development_shares *shares,
                                           const struct hz_triangle *triangle,
                                           struct hz_development_choice choice,
                                           struct hz_arena *arena);

/*
 * The share G by any age above 0: between two regular ages, with w from 0 at the first to 1 at the
 * second,
 *
 *     linear         G = (1 - w) G1 + w G2
 *     exponential    1 - G = (1 - G1)^(1 - w) (1 - G2)^w, where both are above 0; else linear
 *
 * before the first on a line from 0 at age 0, and after the last as hz_development_tail_left has
 * it, between whole steps in the same way: without a curve or decay, a tail comes in one step.
 *
 * Source: Bloom, L. (2015), Interpolation hacks and their efficacy, CAS E-Forum, Fall 2015, which
 * compares ways to interpolate; huzhu-methods(7).
 */
double hz_development_share(const struct hz_development_shares *shares, double age);

/*
 * Of a triangle with ages that are not regular: its development at all ages, where `to_ultimate` is
 * 1 / G and factors lead from one to the next, without errors. False, and nothing done, if all are
 * regular, or none.
 */
bool hz_development_fit_between(struct hz_development *development,
                                const struct hz_triangle *triangle,
                                struct hz_development_choice choice, struct hz_arena *arena);

HZ_END_C

#endif

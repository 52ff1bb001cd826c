/* glm_negative.h: increments below 0, for models of amounts that are not. */

#ifndef HZ_RESERVE_GLM_NEGATIVE_H
#define HZ_RESERVE_GLM_NEGATIVE_H

#include "base/linkage.h"
#include "reserve/method.h"

HZ_BEGIN_C

/*
 * Pool: an amount below 0 is a recovery of what was paid before: it is taken off the amount of its
 * origin's age before, and is 0; one that is left at an origin's first age is taken off the next.
 * What an origin adds up to stays. False if an origin adds up to less than 0: its index is in
 * *origin.
 */
bool hz_negative_pool(const struct hz_triangle *triangle, double increment[], size_t *origin);

/* Drop: increments of 0 and below become NaN, which is not observed. */
void hz_negative_drop(const struct hz_triangle *triangle, double increment[]);

/* Offset: the least amount, if it is below 0, is taken off all; returns what was added. */
double hz_negative_offset(const struct hz_triangle *triangle, double increment[]);

HZ_END_C

#endif

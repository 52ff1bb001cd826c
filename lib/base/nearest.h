/*
 * nearest.h: the name that was meant by one that is not there: of an option, a column, a key, a
 * plan. A refusal names it, so that who has mistyped need not look it up.
 */

#ifndef HZ_BASE_NEAREST_H
#define HZ_BASE_NEAREST_H

#include "base/linkage.h"
#include "base/text.h"

HZ_BEGIN_C

/*
 * How many letters (bytes) one must insert, leave out, change or swap with the next to make one
 * text the other (Damerau 1964); 64 if one of them is longer than that.
 */
size_t hz_nearest_distance(struct hz_text a, struct hz_text b);

/*
 * The name that is most like a text, by that number; NULL if none is like it at all. The names end
 * with NULL.
 */
const char *hz_nearest(struct hz_text text, const char *const names[]);

HZ_END_C

#endif

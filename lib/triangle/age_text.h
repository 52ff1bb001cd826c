/* age_text.h: ages of triangles, as people write them. */

#ifndef HZ_TRIANGLE_AGE_TEXT_H
#define HZ_TRIANGLE_AGE_TEXT_H

#include "base/linkage.h"
#include "base/text.h"

#include <stdbool.h>

HZ_BEGIN_C

/* Of an age in days, which are no part of a month that is always the same. */
enum { HZ_AGE_DAYS = -1 };

/*
 * An age: 12, 12 months, 0-12 (its end), dev 1, 第2年, 第二年, 2nd year, X12. `months` is how long
 * an age of 1 lasts, 0 if the text does not say, or HZ_AGE_DAYS. False for any other text.
 */
bool hz_age_parse(struct hz_text text, double *age, int *months);

/* From which age to which: 12-24, 0-12 months. False for any other text, also for one age. */
bool hz_age_range_parse(struct hz_text text, double *from, double *to);

HZ_END_C

#endif

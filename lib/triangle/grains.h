/* grains.h: how long the periods of a triangle are. */

#ifndef HZ_TRIANGLE_GRAINS_H
#define HZ_TRIANGLE_GRAINS_H

#include "base/date.h"
#include "base/error.h"
#include "base/linkage.h"

HZ_BEGIN_C

/* How long the periods are. Development periods are as long as origin periods, or shorter. */
/* `shift` is how many months after January a year starts; 0: with it. */
struct hz_triangle_grains {
    enum hz_grain origin;
    enum hz_grain development;
    int shift;
};

/* Room for "half-year:quarter" and its NUL. */
enum { HZ_TRIANGLE_GRAINS_TEXT = 24 };

/* Writes "year" or, where development periods are shorter, "year:quarter"; terminated. */
void hz_triangle_grains_format(const struct hz_triangle_grains *grains, char text[]);

/*
 * Reads "year", "half-year", "quarter", "month" or two of them, origin first and development not
 * the longer, "year:quarter"; Y, H, Q and M are short for them. Refused (usage): any other text.
 */
HZ_MUST_USE bool hz_triangle_grains_parse(struct hz_triangle_grains *grains, const char *text,
                                          struct hz_error *err);

HZ_END_C

#endif

/*
 * verdict.h: whether a published figure is what the data give, both as the intervals that they are.
 *
 * A range holds all values that a quantity may have. Its ends are whole numbers of 10^-12
 * (HZ_PUBLISHED_ONE); sums of ranges are exact, a quotient that is not is widened to the next such
 * numbers. So no range is ever too small.
 */

#ifndef HZ_GROWTH_VERDICT_H
#define HZ_GROWTH_VERDICT_H

#include "base/linkage.h"
#include "growth/published.h"

HZ_BEGIN_C

struct hz_range {
    bool has_low, has_high;     /* false: unbounded on that side */
    bool holds_low, holds_high; /* the end itself is one of the values */
    hz_sum low, high;
};

struct hz_range hz_range_of(hz_sum value); /* it alone */
struct hz_range hz_range_published(const struct hz_published *figure);
struct hz_range hz_range_negative(struct hz_range range);

/* Sums, and quotients by what is above zero. False: beyond 128 bits, or a divisor that may be 0. */
HZ_MUST_USE bool hz_range_add(struct hz_range a, struct hz_range b, struct hz_range *sum);
HZ_MUST_USE bool hz_range_divide(struct hz_range a, struct hz_range b, struct hz_range *quotient);

enum hz_verdict {
    HZ_REPRODUCED,    /* whatever the quantity is, it is printed as it was */
    HZ_CONSISTENT,    /* it may be, but need not */
    HZ_CONTRADICTED,  /* it cannot be */
    HZ_NOT_DERIVABLE, /* nothing is known of it */
};
extern const char *const hz_verdict_names[]; /* reproduced, consistent, ..., NULL */

/* What is known of a quantity against what is said of it. Never HZ_NOT_DERIVABLE. */
enum hz_verdict hz_reconcile(struct hz_range said, struct hz_range known);

/* How far the one is from the other: 0 unless contradicted, above 0 if what is known is more. */
hz_sum hz_reconcile_off(struct hz_range said, struct hz_range known);

HZ_END_C

#endif

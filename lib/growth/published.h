/*
 * published.h: figures as reports print them ("9773万", "约63亿", "11.40%"), and all that they may
 * mean.
 *
 * A printed figure is a rounded one: it stands for each value that rounds to it. A qualifier widens
 * or turns that to one side. Everything here is a whole number of 10^-12 and exact.
 * Source: the usage of Chinese statistical reports; GB/T 8170 for rounding to the nearest.
 */

#ifndef HZ_GROWTH_PUBLISHED_H
#define HZ_GROWTH_PUBLISHED_H

#include "base/error.h"
#include "base/linkage.h"
#include "base/money.h"

HZ_BEGIN_C

/* The unit of all values here stands 10^12 times in 1. */
#define HZ_PUBLISHED_ONE INT64_C(1000000000000)

enum hz_published_qualifier {
    /* none, or 约 近似 大约: the nearest; [v - h, v + h), h half a last digit */
    HZ_PUBLISHED_ROUNDED,
    HZ_PUBLISHED_NEARLY, /* 近 将近: at most v, by how little is not said; (.., v] */
    HZ_PUBLISHED_OVER,   /* 超 逾 超过: at least v, by how much is not said; [v, ..) */
    HZ_PUBLISHED_ODD,    /* 余 多 behind: v and less than one of its last digit that is not 0 */
};

enum hz_published_unit { HZ_PLAIN, HZ_WAN, HZ_YI, HZ_PERCENT };

/* A published figure, and the interval of the values that it may stand for. */
struct hz_published {
    enum hz_published_qualifier qualifier;
    hz_sum value;           /* as printed */
    hz_sum step;            /* of its last printed digit: 10^4 for "9773万" */
    hz_sum low, high;       /* low is in the interval */
    bool has_low, has_high; /* false: unbounded on that side */
    bool has_high_end;      /* high is in the interval itself (近) */
    int decimals;           /* printed */
    enum hz_published_unit unit;
    bool has_separators; /* thousands are set apart by ',' */
    bool says_about;     /* 约 was printed */
};

/*
 * Reads [约|近|超|...] digits [,separators] [.decimals] [万|亿|%|％] [余|多]; 余 may also stand in
 * front of the unit ("500余万"); spaces at the ends and around the unit are fine, and so is '-'.
 * "over", "nearly" and "about" are read for 超, 近 and 约. At most 18 digits, 10 decimals (8 before
 * %). Refused (data): any other text; a qualifier in front together with 余; separators that are
 * not every three digits.
 */
HZ_MUST_USE bool hz_published_parse(struct hz_text text, struct hz_published *figure,
                                    struct hz_error *err);

/* True if a value (in 10^-12) lies in the interval. */
bool hz_published_holds(const struct hz_published *figure, hz_sum value);

/* The same for a double; values within a rounding error of an end are held. */
bool hz_published_holds_estimate(const struct hz_published *figure, double value);

/* The ends as doubles, for calculations; -INFINITY and INFINITY where there is none. */
double hz_published_low(const struct hz_published *figure);
double hz_published_high(const struct hz_published *figure);
double hz_published_value(const struct hz_published *figure);

/* Appends it as it was printed, with 约 近 超 余, 万 亿 %, in one spelling of each. */
void hz_published_format(const struct hz_published *figure, struct hz_buffer *text);

/*
 * Appends another value (in 10^-12) as the figure is printed: its unit, decimals and separators,
 * rounded to the nearest, a half away from zero, without a qualifier.
 */
void hz_published_format_like(const struct hz_published *figure, hz_sum value,
                              struct hz_buffer *text);

HZ_END_C

#endif

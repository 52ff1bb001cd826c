/* stamp_text.h: days and periods of the calendar, as people write them. */

#ifndef HZ_TRIANGLE_STAMP_TEXT_H
#define HZ_TRIANGLE_STAMP_TEXT_H

#include "base/date.h"
#include "base/linkage.h"
#include "base/text.h"

#include <stdbool.h>

HZ_BEGIN_C

/* A day or period of the calendar, as it is written; `day` is 0 for a period. */
struct hz_stamp {
    int year, month, day;
    enum hz_grain grain; /* of a period; HZ_MONTH for a day */
    bool is_plain;       /* it is 2021, 2021H1, 2021Q3 or 2021-07, also behind letters: AY2021 */
    bool is_short;       /* only the last two figures of the year are there, and no month, */
    bool is_two_years;   /* but those of the next, as in 98/99 */
};

/*
 * 2021, AY2021, 2021年, 2021/22, 2021Q3, Q3 2021, 2021H1, 1H21, 2021上半年, 2021-07, 202107,
 * Jul-21, July 2021, 2021年7月, 2021-07-31, 2021/7/31, Jul 31, 2021, and 7/31/2021 or 31/7/2021 if
 * one of the two is above 12, or 1, or both are the same; AY21, '21, 21年, 20/21; and the first and
 * last day or month of such a period, 2021-07/2022-06. Years of two figures are 1970 to 2069. False
 * for any other text, which makes *stamp all 0.
 */
bool hz_stamp_parse(struct hz_text text, struct hz_stamp *stamp);

/* The year of two figures: 1970 to 2069. */
int hz_full_year(int figures);

/* The end of a day or period, in months since year 0, of which a day has its part. */
double hz_stamp_end(const struct hz_stamp *stamp);

/* The period of that grain which a stamp is in. */
hz_period hz_stamp_period(const struct hz_stamp *stamp, enum hz_grain grain);

HZ_END_C

#endif

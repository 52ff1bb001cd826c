/* age_text.h: ages and calendar periods of triangles, as people write them. */

#ifndef HZ_TRIANGLE_AGE_TEXT_H
#define HZ_TRIANGLE_AGE_TEXT_H

#include "base/date.h"
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

/*
 * The same of many labels, and how many are *known. Years of two figures (AY21, 21/22) count only
 * if all labels are known, lest AY98 stand beside AY100; two figures alone, as 98, 99, 00, if all
 * are such and they show that they do not count anything: one above 69, and one that begins with 0.
 */
void hz_stamps_parse(const struct hz_text text[], size_t count, struct hz_stamp stamp[],
                     size_t *known);

/* Whether a text is a day as a spreadsheet counts it, of 1970 to 2099: 44562 is 2022-01-01. */
bool hz_is_day_number(struct hz_text text);

/* Whether a label is a number, or a year of two figures, and no year of four. */
bool hz_origin_is_short(struct hz_text label);

/*
 * The grain of many: that of periods, which are to agree, or of days what their firsts or lasts are
 * of: years, half-years, quarters or months. False if they disagree, or a day is neither first nor
 * last of a month.
 */
bool hz_stamps_grain(const struct hz_stamp stamp[], size_t count, enum hz_grain *grain);

/* The end of a day or period, in months since year 0, of which a day has its part. */
double hz_stamp_end(const struct hz_stamp *stamp);

/* The period of that grain which a stamp is in. */
hz_period hz_stamp_period(const struct hz_stamp *stamp, enum hz_grain grain);

/*
 * The calendar period that an origin's label names: 2021, 2021H1, 2021Q3, 2021-07, also behind
 * letters (AY2021, FY2021, UY 2021Q3) and before 年 or a second year (2021/22). False for any
 * other.
 */
bool hz_origin_period(struct hz_text label, hz_period *period, enum hz_grain *grain);

/* FY2021, 2021/22: a year that does not start with January, or a quarter of one. */
bool hz_origin_is_fiscal(struct hz_text label);

HZ_END_C

#endif

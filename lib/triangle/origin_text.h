/* origin_text.h: labels of origins: which periods they name, by themselves and together. */

#ifndef HZ_TRIANGLE_ORIGIN_TEXT_H
#define HZ_TRIANGLE_ORIGIN_TEXT_H

#include "base/linkage.h"
#include "triangle/stamp_text.h"

#include <stdbool.h>

HZ_BEGIN_C

/*
 * Labels as days and periods, and how many are *known. Years of two figures (AY21, 21/22) count
 * only if all labels are known, lest AY98 stand beside AY100; two figures alone, as 98, 99, 00, if
 * all are such and show that they do not count anything: one above 69, and one that begins with 0.
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

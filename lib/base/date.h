/* date.h: calendar dates and the periods that contain them (Gregorian, proleptic). */

#ifndef HZ_BASE_DATE_H
#define HZ_BASE_DATE_H

#include "base/linkage.h"
#include "base/text.h"

#include <stdbool.h>
#include <stdint.h>

HZ_BEGIN_C

/* A day: days since 1970-01-01. */
typedef int32_t hz_date;

/* A date that is not there. */
#define HZ_NO_DATE INT32_MIN

/* A day of the calendar. Year 0 is the one before year 1; data stay within 1800 to 9999. */
struct hz_civil {
    int year;
    int month; /* 1..12 */
    int day;   /* 1..31 */
};

/* The number of a day that exists, and the calendar day of any number: inverses. */
hz_date hz_date_of(struct hz_civil civil);
struct hz_civil hz_date_civil(hz_date date);

/* Days in a month of a year: 28 to 31. */
int hz_date_month_days(int year, int month);

/*
 * Reads YYYY-MM-DD, a day that exists, years 1800 to 9999 and nothing else. False, and *date left
 * alone, for any other text.
 */
HZ_MUST_USE bool hz_date_parse(struct hz_text text, hz_date *date);

/* Many at once, faster: of a text that hz_date_parse refuses, the date is HZ_NO_DATE. */
void hz_dates_parse(const struct hz_text text[], size_t count, hz_date date[]);

/* Room for any date and its NUL: a sum of dates and days may leave the years of four digits. */
enum { HZ_DATE_TEXT = 16 };

/* Writes YYYY-MM-DD, terminated. */
void hz_date_format(hz_date date, char text[]);

/*
 * The day `months` later (earlier, if negative), or the last day of that month where it has no such
 * day: 2024-01-31 and one month is 2024-02-29. The result must be within a million years of today.
 */
hz_date hz_date_add_months(hz_date date, int months);

/*
 * Years from a day to a later one: whole ones by anniversaries, and of the one after them the part
 * that its days are. 2024-07-01 to 2026-07-01 is 2; to 2026-12-31 it is 2 and 183 / 365.
 */
double hz_date_years(hz_date from, hz_date to);

/* The same in whole numbers: days of the year after the whole ones, which has 365 or 366. */
struct hz_years_days {
    int years, days, of;
};
struct hz_years_days hz_date_years_days(hz_date from, hz_date to);

/* The whole ones of them: an age. */
int hz_date_whole_years(hz_date from, hz_date to);

/* How long a period is. The value is its length in months. */
enum hz_grain { HZ_MONTH = 1, HZ_QUARTER = 3, HZ_HALF_YEAR = 6, HZ_YEAR = 12 };

/* "year", "half-year", "quarter", "month", NULL, which --grain takes: in no order of values. */
extern const char *const hz_grain_names[];

/* Reads one of these names, or Y, H, Q or M for them; false, and nothing set, for any other. */
HZ_MUST_USE bool hz_grain_parse(struct hz_text text, enum hz_grain *grain);

/* Its name, as --grain takes it. */
const char *hz_grain_name(enum hz_grain grain);

/*
 * Periods of a grain are numbered without gaps; year 0's first one is number 0. So the age of a
 * payment is a difference of two numbers.
 */
typedef int32_t hz_period;

hz_period hz_period_of(hz_date date, enum hz_grain grain);

/* Many at once, faster, of days in the years 0 to 9999; for any other the period means nothing. */
void hz_periods_of(const hz_date date[], size_t count, enum hz_grain grain, hz_period period[]);

/* Whether a number read from elsewhere is a day, or a period, of the years 0 to 9999. */
bool hz_date_is_any(int64_t number);
bool hz_period_is_any(int64_t number, enum hz_grain grain);

hz_date hz_period_first(hz_period period, enum hz_grain grain);
hz_date hz_period_last(hz_period period, enum hz_grain grain);

/* Room for the longest label and its NUL. */
enum { HZ_PERIOD_TEXT = 16 };

/* Writes "2021", "2021H2", "2021Q3" or "2021-07", terminated. */
void hz_period_format(hz_period period, enum hz_grain grain, char text[]);

/*
 * Of a year or quarter that starts so many months after the calendar's, its first and last month:
 * "2021-09/2022-08"; with a shift of 0, and of months, as hz_period_format has it. `shift` is 0 to
 * 11.
 */
void hz_span_format(hz_period period, enum hz_grain grain, int shift, char text[HZ_PERIOD_TEXT]);

/* Reads what that writes; false, and nothing set, for any other text. */
HZ_MUST_USE bool hz_span_parse(struct hz_text text, hz_period *period, enum hz_grain *grain,
                               int *shift);

/* Reads a label of those four forms, years 1800 to 9999; false, and nothing set, for any other. */
HZ_MUST_USE bool hz_period_parse(struct hz_text text, hz_period *period, enum hz_grain *grain);

/*
 * Years, and their quarters, that start so many months after January (财政年度), named after the
 * calendar year in which they start: the period of a day, its first and last day, and its label
 * (FY2021, FY2021Q3; without a shift, and of months, as hz_period_format has it). A shift is 0 to
 * 11.
 */
enum { HZ_FISCAL_TEXT = HZ_PERIOD_TEXT }; /* has room for the letters too */
hz_period hz_fiscal_of(hz_date date, enum hz_grain grain, int shift);
/* Of many dates at once. */
void hz_fiscals_of(const hz_date date[], size_t count, enum hz_grain grain, int shift,
                   hz_period period[]);
hz_date hz_fiscal_first(hz_period period, enum hz_grain grain, int shift);
hz_date hz_fiscal_last(hz_period period, enum hz_grain grain, int shift);
void hz_fiscal_format(hz_period period, enum hz_grain grain, int shift, char label[HZ_FISCAL_TEXT]);

/* Reads such a label; *is_fiscal: with the letters. When the year starts it does not say. */
HZ_MUST_USE bool hz_fiscal_parse(struct hz_text text, hz_period *period, enum hz_grain *grain,
                                 bool *is_fiscal);

HZ_END_C

#endif

/* date.c: see date.h. */

#include "base/date.h"

#include <endian.h>

/*
 * Days are counted in years that begin on 1 March, so that a leap day is a year's last one, and in
 * cycles of 400 years, after which the Gregorian calendar repeats. They begin 20,000 cycles before
 * year 0, which is before every hz_date, so that no division meets a number below zero.
 */
#define CYCLE_YEARS 400U
#define CYCLE_DAYS 146097U
#define YEARS_TO_ZERO (20000U * CYCLE_YEARS)
#define DAYS_TO_EPOCH (UINT64_C(20000) * CYCLE_DAYS + 719468U) /* 719468: year 0 to 1970-01-01 */

enum { FIRST_YEAR = 1800 }; /* of those that are read; the last one is 9999 */

/* Days from 1 March to the first of each month, January first. */
static const unsigned short days_before_month[] = {306, 337, 0,   31,  61,  92,
                                                   122, 153, 184, 214, 245, 275};

static unsigned days_before_year(unsigned year)
{
    return year * 365 + year / 4 - year / 100 + year / 400;
}

/* The sum is right modulo 2^32, as is all that a date holds. */
hz_date hz_date_of(struct hz_civil civil)
{
    bool is_early = civil.month < 3; /* January and February belong to the year before */
    unsigned year = (unsigned)(civil.year - is_early) + YEARS_TO_ZERO;
    return (hz_date)(days_before_year(year) + days_before_month[civil.month - 1] +
                     (unsigned)civil.day - 1 - (unsigned)DAYS_TO_EPOCH);
}

struct hz_civil hz_date_civil(hz_date date)
{
    uint64_t days = (uint64_t)(date + (int64_t)DAYS_TO_EPOCH);
    unsigned cycle = (unsigned)(days / CYCLE_DAYS);
    unsigned in_cycle = (unsigned)(days % CYCLE_DAYS);
    /* Without the leap days passed so far, every year has 365 days. */
    unsigned year = (in_cycle - in_cycle / 1460 + in_cycle / 36524 - in_cycle / 146096) / 365;
    unsigned in_year = in_cycle - days_before_year(year);
    unsigned months = (5 * in_year + 2) / 153; /* full ones since March: 31, 30, 31, 30, 31 days */
    bool is_early = months >= 10;
    unsigned month = is_early ? months - 9 : months + 3;
    return (struct hz_civil){
        .year = (int)(cycle * CYCLE_YEARS + year - YEARS_TO_ZERO) + is_early,
        .month = (int)month,
        .day = (int)(in_year - days_before_month[month - 1]) + 1,
    };
}

static int64_t floor_divide(int64_t value, int64_t by)
{
    return value / by - (value % by < 0);
}

int hz_date_month_days(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return month == 2 && is_leap ? 29 : days[month - 1];
}

/* Two digits; 100 or more if they are none. */
static inline unsigned two_digits(const char *at)
{
    unsigned tens = hz_digit(at[0]);
    unsigned ones = hz_digit(at[1]);
    return tens <= 9 && ones <= 9 ? tens * 10 + ones : 100;
}

static inline bool parse_year(const char *at, int *year)
{
    unsigned century = two_digits(at);
    unsigned in_century = two_digits(at + 2);
    *year = (int)(century * 100 + in_century);
    return century < 100 && in_century < 100 && *year >= FIRST_YEAR;
}

static inline bool parse_month(const char *at, int *month)
{
    *month = (int)two_digits(at);
    return *month >= 1 && *month <= 12;
}

/*
 * The eight bytes "YYYY-MM-" as digits of value 0 to 9 and separators of value 0, the first byte
 * lowest, or all ones if they are not of that form. Records hold a date or two each: this is one of
 * the few hot places, and a comparison a byte is too much there.
 */
static inline uint64_t year_and_month(const char *at)
{
    uint64_t bytes;
    memcpy(&bytes, at, sizeof bytes);
    uint64_t values = le64toh(bytes) ^ UINT64_C(0x2D30302D30303030);
    uint64_t beyond_9 =
        (values | (values + UINT64_C(0x7676767676767676))) & UINT64_C(0x8080808080808080);
    return beyond_9 | (values & UINT64_C(0xFF0000FF00000000)) ? UINT64_MAX : values;
}

static inline int digit_of(uint64_t values, int byte)
{
    return (int)(values >> (8 * byte) & 0xFF);
}

bool hz_date_parse(struct hz_text text, hz_date *date)
{
    if (text.length != 10)
        return false;
    uint64_t values = year_and_month(text.at);
    unsigned day = two_digits(text.at + 8);
    if (values == UINT64_MAX || day > 31)
        return false;
    struct hz_civil civil = {
        .year = digit_of(values, 0) * 1000 + digit_of(values, 1) * 100 + digit_of(values, 2) * 10 +
                digit_of(values, 3),
        .month = digit_of(values, 5) * 10 + digit_of(values, 6),
        .day = (int)day,
    };
    if (civil.year < FIRST_YEAR || civil.month < 1 || civil.month > 12 || civil.day < 1 ||
        (civil.day > 28 && civil.day > hz_date_month_days(civil.year, civil.month)))
        return false;
    *date = hz_date_of(civil);
    return true;
}

/*
 * Dates side by side, in arithmetic alone: no branch, no table. Divisions by 5 and 100 are
 * multiplications that are exact for the numbers that occur.
 */
enum { ABREAST = 64 };

struct abreast {
    uint32_t year[ABREAST], month[ABREAST], day[ABREAST]; /* "YYYY", "-MM-", "DD" as they stand */
};

HZ_FOR_EACH_PROCESSOR
static void read_abreast(const struct abreast *restrict text, hz_date date[restrict])
{
    for (size_t i = 0; i < ABREAST; i++) {
        const uint32_t y = text->year[i] ^ 0x30303030U;
        const uint32_t m = text->month[i] ^ 0x2D30302DU;
        const uint32_t d = text->day[i] ^ 0x3030U;
        const uint32_t beyond_9 =
            (y | (y + 0x76767676U) | m | (m + 0x76767676U) | d | (d + 0x76767676U)) & 0x80808080U;
        const uint32_t pairs = (y * 10 + (y >> 8)) & 0x00FF00FFU;
        const uint32_t century = pairs & 0xFF, in_century = pairs >> 16;
        const uint32_t year = century * 100 + in_century;
        const uint32_t month = (m >> 8 & 0xFF) * 10 + (m >> 16 & 0xFF);
        const uint32_t day = (d & 0xFF) * 10 + (d >> 8);
        const uint32_t is_leap = ((in_century ? in_century : century) & 3) == 0;
        const uint32_t last = month == 2 ? 28 + is_leap : 30 + ((month ^ month >> 3) & 1);
        const uint32_t is_wrong = beyond_9 | (m & 0xFF0000FFU) | (year < FIRST_YEAR) |
                                  (month - 1 > 11) | (day - 1 >= last);
        const uint32_t is_early = month < 3;
        const uint32_t from_march = year - is_early;
        const uint32_t hundreds = from_march * 5243 >> 19;
        const uint32_t months = month + 12 * is_early - 3;
        const uint32_t days = 365 * from_march + (from_march >> 2) - hundreds + (hundreds >> 2) +
                              ((153 * months + 2) * 52429 >> 18) + day - 1 - 719468U;
        date[i] = is_wrong ? HZ_NO_DATE : (hz_date)days;
    }
}

void hz_dates_parse(const struct hz_text text[], size_t count, hz_date date[])
{
    static const char none[10];
    struct abreast abreast = {0};
    hz_date result[ABREAST];
    for (size_t from = 0; from < count; from += ABREAST) {
        const size_t some = count - from < ABREAST ? count - from : ABREAST;
        for (size_t i = 0; i < some; i++) {
            const char *at = text[from + i].length == 10 ? text[from + i].at : none;
            abreast.year[i] = (uint32_t)hz_text_word(at, 4);
            abreast.month[i] = (uint32_t)hz_text_word(at + 4, 4);
            abreast.day[i] = (unsigned char)at[8] | (uint32_t)(unsigned char)at[9] << 8;
        }
        read_abreast(&abreast, result);
        memcpy(date + from, result, some * sizeof *date);
    }
}

/* Writes a number with zeros in front up to `digits`; gives the place behind it. */
static char *write_number(char *at, int number, int digits)
{
    static const unsigned powers[] = {1,      10,      100,      1000,      10000,
                                      100000, 1000000, 10000000, 100000000, 1000000000};
    if (number < 0)
        *at++ = '-';
    unsigned left = number < 0 ? 0U - (unsigned)number : (unsigned)number;
    while (digits < (int)HZ_COUNT(powers) && left >= powers[digits])
        digits++;
    for (; digits > 0; digits--) {
        *at++ = (char)('0' + (int)(left / powers[digits - 1]));
        left %= powers[digits - 1];
    }
    return at;
}

void hz_date_format(hz_date date, char text[])
{
    struct hz_civil civil = hz_date_civil(date);
    char *at = write_number(text, civil.year, 4);
    *at++ = '-';
    at = write_number(at, civil.month, 2);
    *at++ = '-';
    at = write_number(at, civil.day, 2);
    *at = '\0';
}

/* Months since January of year 0. */
static int64_t month_number(struct hz_civil civil)
{
    return (int64_t)civil.year * 12 + civil.month - 1;
}

/* The day of a month, or the month's last one. */
static hz_date day_of_month(int64_t number, int day)
{
    int64_t year = floor_divide(number, 12);
    int month = (int)(number - year * 12) + 1;
    int last = hz_date_month_days((int)year, month);
    return hz_date_of((struct hz_civil){(int)year, month, day < last ? day : last});
}

hz_date hz_date_add_months(hz_date date, int months)
{
    struct hz_civil civil = hz_date_civil(date);
    return day_of_month(month_number(civil) + months, civil.day);
}

/* Whole years; an anniversary of 29 February is 28 February where there is no such day. */
static int years_between(struct hz_civil from, struct hz_civil to)
{
    const int last = hz_date_month_days(to.year, to.month);
    const int day = from.day < last ? from.day : last;
    const bool is_before = to.month < from.month || (to.month == from.month && to.day < day);
    return to.year - from.year - is_before;
}

int hz_date_whole_years(hz_date from, hz_date to)
{
    return years_between(hz_date_civil(from), hz_date_civil(to));
}

struct hz_years_days hz_date_years_days(hz_date from, hz_date to)
{
    const struct hz_civil civil = hz_date_civil(from);
    const int years = years_between(civil, hz_date_civil(to));
    const int64_t month = month_number(civil) + 12 * (int64_t)years;
    const hz_date last = day_of_month(month, civil.day), next = day_of_month(month + 12, civil.day);
    return (struct hz_years_days){years, to - last, next - last};
}

double hz_date_years(hz_date from, hz_date to)
{
    const struct hz_years_days is = hz_date_years_days(from, to);
    return is.years + (double)is.days / is.of;
}

const char *const hz_grain_names[] = {"year", "half-year", "quarter", "month", NULL};

static const enum hz_grain grains[] = {HZ_YEAR, HZ_HALF_YEAR, HZ_QUARTER, HZ_MONTH};

bool hz_grain_parse(struct hz_text text, enum hz_grain *grain)
{
    for (size_t g = 0; hz_grain_names[g]; g++) {
        const char letter[] = {"YHQM"[g], '\0'};
        if (!hz_text_equal(text, hz_text_of(hz_grain_names[g])) &&
            !hz_text_equal(text, hz_text_of(letter)))
            continue;
        *grain = grains[g];
        return true;
    }
    return false;
}

const char *hz_grain_name(enum hz_grain grain)
{
    size_t g = 0;
    while (grains[g] != grain)
        g++;
    return hz_grain_names[g];
}

hz_period hz_period_of(hz_date date, enum hz_grain grain)
{
    return (hz_period)floor_divide(month_number(hz_date_civil(date)), (int)grain);
}

/*
 * Months since January of year 0, in arithmetic alone, for the days from 0000-03-01 on: centuries,
 * then years of a century, then months of a year that begins in March.
 */
HZ_FOR_EACH_PROCESSOR
static void months_abreast(const hz_date date[restrict], uint32_t month[restrict])
{
    for (size_t i = 0; i < ABREAST; i++) {
        const uint32_t quarters = 4 * ((uint32_t)date[i] + 719468U) + 3;
        const uint32_t century = quarters / CYCLE_DAYS;
        const uint32_t in_century = (quarters % CYCLE_DAYS) | 3;
        const uint32_t year = in_century / 1461;
        const uint32_t day = in_century % 1461 / 4;
        const uint32_t months = (5 * day + 2) / 153; /* full ones since March */
        month[i] = (century * 100 + year) * 12 + months + 2;
    }
}

void hz_periods_of(const hz_date date[], size_t count, enum hz_grain grain, hz_period period[])
{
    hz_date some[ABREAST] = {0};
    uint32_t month[ABREAST];
    for (size_t from = 0; from < count; from += ABREAST) {
        const size_t more = count - from < ABREAST ? count - from : ABREAST;
        memcpy(some, date + from, more * sizeof *date);
        months_abreast(some, month);
        for (size_t i = 0; i < more; i++)
            period[from + i] = (hz_period)(grain == HZ_MONTH       ? month[i]
                                           : grain == HZ_QUARTER   ? month[i] / 3
                                           : grain == HZ_HALF_YEAR ? month[i] / 6
                                                                   : month[i] / 12);
    }
}

hz_date hz_period_first(hz_period period, enum hz_grain grain)
{
    return day_of_month((int64_t)period * (int)grain, 1);
}

hz_date hz_period_last(hz_period period, enum hz_grain grain)
{
    return hz_period_first(period + 1, grain) - 1;
}

void hz_period_format(hz_period period, enum hz_grain grain, char text[])
{
    int in_year = 12 / (int)grain;
    int64_t year = floor_divide(period, in_year);
    int part = (int)(period - year * in_year) + 1;
    char *at = write_number(text, (int)year, 4);
    switch (grain) {
    case HZ_YEAR:
        break;
    case HZ_HALF_YEAR:
    case HZ_QUARTER:
        *at++ = grain == HZ_QUARTER ? 'Q' : 'H';
        at = write_number(at, part, 1);
        break;
    case HZ_MONTH:
        *at++ = '-';
        at = write_number(at, part, 2);
        break;
    }
    *at = '\0';
}

bool hz_period_parse(struct hz_text text, hz_period *period, enum hz_grain *grain)
{
    int year;
    int part = 1;
    enum hz_grain found = HZ_YEAR;
    if (text.length < 4 || !parse_year(text.at, &year))
        return false;
    if (text.length == 6 && (text.at[4] == 'Q' || text.at[4] == 'H')) {
        found = text.at[4] == 'Q' ? HZ_QUARTER : HZ_HALF_YEAR;
        part = (int)hz_digit(text.at[5]);
        if (part < 1 || part > HZ_YEAR / (int)found)
            return false;
    } else if (text.length == 7 && text.at[4] == '-') {
        found = HZ_MONTH;
        if (!parse_month(text.at + 5, &part))
            return false;
    } else if (text.length != 4) {
        return false;
    }
    *grain = found;
    *period = year * (12 / (int)found) + part - 1;
    return true;
}

void hz_span_format(hz_period period, enum hz_grain grain, int shift, char text[HZ_PERIOD_TEXT])
{
    const hz_period start = period * (int)grain + shift;
    if (shift == 0 || grain == HZ_MONTH) {
        hz_period_format(period, grain, text);
        return;
    }
    hz_period_format(start, HZ_MONTH, text);
    char *at = text + strlen(text);
    *at++ = '/';
    hz_period_format(start + (int)grain - 1, HZ_MONTH, at);
}

bool hz_span_parse(struct hz_text text, hz_period *period, enum hz_grain *grain, int *shift)
{
    enum { MONTH = 7 }; /* bytes of 2021-09 */
    hz_period from, to;
    enum hz_grain of_from, of_to;
    if (hz_period_parse(text, period, grain)) {
        *shift = 0;
        return true;
    }
    if (text.length != 2 * MONTH + 1 || text.at[MONTH] != '/' ||
        !hz_period_parse((struct hz_text){text.at, MONTH}, &from, &of_from) ||
        !hz_period_parse((struct hz_text){text.at + MONTH + 1, MONTH}, &to, &of_to) ||
        of_from != HZ_MONTH || of_to != HZ_MONTH ||
        (to - from + 1 != HZ_QUARTER && to - from + 1 != HZ_HALF_YEAR && to - from + 1 != HZ_YEAR))
        return false;
    *grain = (enum hz_grain)(to - from + 1);
    *period = from / (int)*grain;
    *shift = from % (int)*grain;
    return true;
}

bool hz_date_is_any(int64_t number)
{
    return number >= hz_date_of((struct hz_civil){0, 1, 1}) &&
           number <= hz_date_of((struct hz_civil){9999, 12, 31});
}

bool hz_period_is_any(int64_t number, enum hz_grain grain)
{
    return number >= 0 && number < INT64_C(10000) * 12 / (int64_t)grain;
}

hz_period hz_fiscal_of(hz_date date, enum hz_grain grain, int shift)
{
    const int month = hz_period_of(date, HZ_MONTH) - (grain == HZ_MONTH ? 0 : shift);
    return month / (int)grain;
}

void hz_fiscals_of(const hz_date date[], size_t count, enum hz_grain grain, int shift,
                   hz_period period[])
{
    hz_periods_of(date, count, HZ_MONTH, period);
    for (size_t i = 0; i < count; i++) /* divisors that are known need no division */
        period[i] = grain == HZ_MONTH       ? period[i]
                    : grain == HZ_QUARTER   ? (period[i] - shift) / HZ_QUARTER
                    : grain == HZ_HALF_YEAR ? (period[i] - shift) / HZ_HALF_YEAR
                                            : (period[i] - shift) / HZ_YEAR;
}

hz_date hz_fiscal_first(hz_period period, enum hz_grain grain, int shift)
{
    return hz_period_first(period * (int)grain + (grain == HZ_MONTH ? 0 : shift), HZ_MONTH);
}

hz_date hz_fiscal_last(hz_period period, enum hz_grain grain, int shift)
{
    return hz_fiscal_first(period + 1, grain, shift) - 1;
}

void hz_fiscal_format(hz_period period, enum hz_grain grain, int shift, char label[HZ_FISCAL_TEXT])
{
    const bool is_fiscal = shift > 0 && grain != HZ_MONTH;
    memcpy(label, "FY", 2);
    hz_period_format(period, grain, is_fiscal ? label + 2 : label);
}

bool hz_fiscal_parse(struct hz_text text, hz_period *period, enum hz_grain *grain, bool *is_fiscal)
{
    *is_fiscal = text.length > 2 && memcmp(text.at, "FY", 2) == 0;
    const size_t letters = *is_fiscal ? 2 : 0;
    return hz_period_parse((struct hz_text){text.at + letters, text.length - letters}, period,
                           grain) &&
           !(*is_fiscal && *grain == HZ_MONTH);
}

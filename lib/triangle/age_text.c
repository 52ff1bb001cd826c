/* age_text.c: see age_text.h. */

#include "triangle/age_text.h"

#include <stdlib.h>

/* A text being read, small letters, without the blanks around. */
struct cursor {
    char at[48];
    size_t length, next;
};

static bool begin(struct cursor *c, struct hz_text text)
{
    text = hz_text_trim(text);
    *c = (struct cursor){.length = text.length};
    if (text.length == 0 || text.length >= sizeof c->at)
        return false;
    for (size_t i = 0; i < text.length; i++) {
        const char byte = text.at[i];
        c->at[i] = byte >= 'A' && byte <= 'Z' ? (char)(byte - 'A' + 'a') : byte;
    }
    return true;
}

static bool is_at_end(const struct cursor *c)
{
    return c->next == c->length;
}

static void skip_blanks(struct cursor *c)
{
    while (c->next < c->length && strchr(" _.\t\r\n", c->at[c->next]))
        c->next++;
}

/* Passes the first of some words that stands here. Its number; -1: none. */
static int take_word(struct cursor *c, const char *const words[])
{
    for (int w = 0; words[w]; w++) {
        const size_t length = strlen(words[w]);
        if (length <= c->length - c->next && memcmp(c->at + c->next, words[w], length) == 0) {
            c->next += length;
            return w;
        }
    }
    return -1;
}

static bool take_number(struct cursor *c, double *number)
{
    char *end = NULL;
    const char first = c->at[c->next];
    if (c->next >= c->length || hz_digit(first) > 9)
        return false;
    if (strspn(c->at + c->next, "0123456789.") == 0)
        return false;
    char digits[48];
    const size_t length = strspn(c->at + c->next, "0123456789.");
    memcpy(digits, c->at + c->next, length);
    digits[length] = '\0';
    *number = strtod(digits, &end);
    c->next += (size_t)(end - digits);
    return end != digits;
}

/* 一, 十二, 二十: the number of a period in words, up to 99. */
static bool take_chinese_number(struct cursor *c, double *number)
{
    static const char *const digits[] = {"一", "二", "三", "四", "五",
                                         "六", "七", "八", "九", NULL};
    static const char *const ten[] = {"十", NULL};
    const int tens = take_word(c, digits) + 1;
    if (take_word(c, ten) < 0) {
        *number = tens;
        return tens > 0;
    }
    *number = 10 * (tens > 0 ? tens : 1) + take_word(c, digits) + 1;
    return true;
}

/* So many digits, most of them `most`. Their number of digits; 0: none. */
static size_t take_digits(struct cursor *c, size_t most, int *number)
{
    size_t digits = 0;
    *number = 0;
    while (digits < most && c->next < c->length && hz_digit(c->at[c->next]) <= 9) {
        *number = *number * 10 + (int)hz_digit(c->at[c->next++]);
        digits++;
    }
    return digits;
}

/* An age; *from is where a range of them starts, -1 where it is none. */
static bool parse_age(struct hz_text text, double *from, double *age, int *months)
{
    static const char *const before[] = {"development year",
                                         "development month",
                                         "development",
                                         "developmentyear",
                                         "dev",
                                         "age",
                                         "lag",
                                         "month",
                                         "quarter",
                                         "year",
                                         "yr",
                                         "@",
                                         "第",
                                         "进展年",
                                         "进展期",
                                         "进展",
                                         "发展年",
                                         "发展期",
                                         "发展",
                                         "x",
                                         "d",
                                         "m",
                                         "q",
                                         "y",
                                         "t",
                                         NULL};
    static const char *const dash[] = {"-", "–", "—", "~", "～", "至", "to", NULL};
    static const char *const after[] = {
        "个月",     "月",      "months", "month", "mths", "mos",  "mo",    "m",    "季度", "季",
        "quarters", "quarter", "qtrs",   "q",     "年度", "年",   "years", "year", "yrs",  "yr",
        "y",        "天",      "日",     "days",  "day",  "进展", "期",    "末",   "(",    ")",
        "（",       "）",      "st",     "nd",    "rd",   "th",   NULL};
    enum { QUARTERS = 8, YEARS = 14, DAYS = 21, NEITHER = 25 };
    struct cursor c;
    double end;
    *months = 0;
    *from = -1;
    if (!begin(&c, text))
        return false;
    for (int word; skip_blanks(&c), (word = take_word(&c, before)) >= 0;) {
    }
    if (!take_number(&c, age) && !(c.next > 0 && take_chinese_number(&c, age)))
        return false;
    skip_blanks(&c);
    if (take_word(&c, dash) >= 0) {
        skip_blanks(&c);
        if (!take_number(&c, &end) || !(end > *age))
            return false;
        *from = *age;
        *age = end;
    }
    for (int word; skip_blanks(&c), (word = take_word(&c, after)) >= 0;)
        if (word < NEITHER)
            *months = word < QUARTERS ? HZ_MONTH
                      : word < YEARS  ? HZ_QUARTER
                      : word < DAYS   ? HZ_YEAR
                                      : HZ_AGE_DAYS;
    return is_at_end(&c);
}

bool hz_age_parse(struct hz_text text, double *age, int *months)
{
    double from;
    return parse_age(text, &from, age, months);
}

bool hz_age_range_parse(struct hz_text text, double *from, double *to)
{
    int months;
    return parse_age(text, from, to, &months) && *from >= 0;
}

static bool is_year(int year)
{
    return year >= 1800 && year <= 2199;
}

static int take_month_name(struct cursor *c)
{
    static const char *const names[] = {"january",  "february", "march",  "april",     "may",
                                        "june",     "july",     "august", "september", "october",
                                        "november", "december", NULL};
    static const char *const abbreviated[] = {"jan", "feb", "mar", "apr", "may", "jun", "jul",
                                              "aug", "sep", "oct", "nov", "dec", NULL};
    const int month = take_word(c, names);
    return (month >= 0 ? month : take_word(c, abbreviated)) + 1;
}

static void skip_joint(struct cursor *c)
{
    while (c->next < c->length && strchr(" -/.,'", c->at[c->next]))
        c->next++;
}

/* The year of two figures: 1970 to 2069. */
static int full_year(int figures)
{
    return figures + (figures < 70 ? 2000 : 1900);
}

/* 2021, or 21 of this century or the one before. */
static bool take_year(struct cursor *c, int *year)
{
    const size_t digits = take_digits(c, 5, year);
    if (digits == 2)
        *year = full_year(*year);
    return (digits == 2 || digits == 4) && is_year(*year);
}

static bool set_day(struct hz_stamp *stamp, int year, int month, int day)
{
    if (!is_year(year) || month < 1 || month > 12 || day < 1 ||
        day > hz_date_month_days(year, month))
        return false;
    *stamp = (struct hz_stamp){.year = year, .month = month, .day = day, .grain = HZ_MONTH};
    return true;
}

/* Jul-21, July 2021, 31-Jul-2021, Jul 31, 2021, 2021-Jul. */
static bool parse_month_name(struct cursor c, struct hz_stamp *stamp)
{
    int year, first = 0, second;
    struct cursor year_first = c;
    const bool has_year = take_digits(&year_first, 5, &year) == 4 && is_year(year);
    if (has_year)
        c = year_first;
    const bool has_day = !has_year && take_digits(&c, 2, &first) > 0;
    skip_joint(&c);
    const int month = take_month_name(&c);
    if (month == 0)
        return false;
    skip_joint(&c);
    *stamp = (struct hz_stamp){.year = year, .month = month, .grain = HZ_MONTH};
    if (has_year)
        return is_at_end(&c);
    struct cursor day_second = c;
    if (!has_day && take_digits(&day_second, 3, &second) <= 2 && second > 0 &&
        (skip_joint(&day_second), take_digits(&day_second, 5, &year) == 4))
        return is_at_end(&day_second) && set_day(stamp, year, month, second);
    if (!take_year(&c, &year) || !is_at_end(&c))
        return false;
    stamp->year = year;
    return !has_day || set_day(stamp, year, month, first);
}

/* 7/2021, 07-2021: a month before its year. */
static bool parse_month_first(struct cursor c, struct hz_stamp *stamp)
{
    int month, year;
    static const char *const joint[] = {"/", "-", ".", NULL};
    if (take_digits(&c, 2, &month) == 0 || month < 1 || month > 12 || take_word(&c, joint) < 0 ||
        take_digits(&c, 5, &year) != 4 || !is_year(year) || !is_at_end(&c))
        return false;
    *stamp = (struct hz_stamp){.year = year, .month = month, .grain = HZ_MONTH};
    return true;
}

/* 7/31/2021, 31.7.2021: a day or a month first, if it can be told. */
static bool parse_day_last_year(struct cursor c, struct hz_stamp *stamp)
{
    int a, b, year;
    static const char *const joint[] = {"/", ".", "-", NULL};
    if (take_digits(&c, 2, &a) == 0 || take_word(&c, joint) < 0 || take_digits(&c, 2, &b) == 0 ||
        take_word(&c, joint) < 0 || take_digits(&c, 5, &year) != 4 || !is_at_end(&c))
        return false;
    if (a > 12 ||
        (a == 1 && b <= 12)) /* the first of a month: no list of origins is of one month */
        return set_day(stamp, year, b, a);
    return (b > 12 || b == 1 || a == b) && set_day(stamp, year, a, b);
}

/* 一季度: the first to the fourth in words. */
static bool take_numeral(struct cursor *c, int *number)
{
    static const char *const numerals[] = {"一", "二", "三", "四", NULL};
    *number = take_word(c, numerals) + 1;
    return *number > 0;
}

/* The first month of a part of a year, of so many months: 3, 6; 0: there is no such part. */
static int month_of_part(int part, int months)
{
    return part >= 1 && part <= HZ_YEAR / months ? (part - 1) * months + 1 : 0;
}

/* H1, S1, 上半年, 1st half behind a year. */
static bool parse_half(struct cursor c, int year, struct hz_stamp *stamp)
{
    static const char *const chinese[] = {"上半年", "下半年", "第1半年", "第2半年", NULL};
    static const char *const halves[] = {"h", "s", "half", NULL};
    static const char *const ends[] = {"1st half", "2nd half", "first half", "second half", NULL};
    static const char *const joint[] = {"-", "/", ".", NULL};
    int number = take_word(&c, chinese);
    stamp->is_plain = false;
    if (number < 0) {
        const size_t at = c.next;
        skip_blanks(&c);
        const bool is_plain = c.next == at && take_word(&c, joint) < 0;
        number = take_word(&c, ends);
        if (number < 0) {
            const int half = take_word(&c, halves);
            skip_blanks(&c);
            if (half < 0 || take_digits(&c, 2, &number) != 1 || number < 1 || number > 2)
                return false;
            number--;
            stamp->is_plain = is_plain && half == 0;
        }
    }
    *stamp = (struct hz_stamp){.year = year,
                               .month = month_of_part(number % 2 + 1, HZ_HALF_YEAR),
                               .grain = HZ_HALF_YEAR,
                               .is_plain = stamp->is_plain};
    return is_at_end(&c);
}

/* What may stand behind a year: nothing, a second year, a quarter, a month, a day. */
static bool parse_behind_year(struct cursor c, int year, bool is_prefixed, struct hz_stamp *stamp)
{
    static const char *const joint[] = {"-", "/", ".", NULL};
    static const char *const of_year[] = {"年度末", "年末", "年底", "年度", "年", NULL};
    static const char *const quarters[] = {"q", "第", NULL};
    static const char *const months[] = {"m", "p", NULL};
    static const char *const quarter_ends[] = {"季度", "季", NULL};
    static const char *const month_ends[] = {"月份", "月", NULL};
    int number, day;
    *stamp = (struct hz_stamp){.year = year, .month = 1, .grain = HZ_YEAR, .is_plain = true};
    const bool is_chinese = take_word(&c, of_year) >= 0;
    if (is_at_end(&c)) {
        stamp->is_plain = !is_chinese;
        return true;
    }
    if (c.length - c.next == 2 && memcmp(c.at + c.next, ".0", 2) == 0) {
        stamp->is_plain = false; /* a whole number that a program wrote */
        return true;
    }
    if (parse_half(c, year, stamp))
        return true;
    *stamp = (struct hz_stamp){.year = year, .month = 1, .grain = HZ_YEAR, .is_plain = true};
    struct cursor second = c;
    if (take_word(&second, joint) >= 0 && take_digits(&second, 4, &number) > 0 &&
        is_at_end(&second) && (number == (year + 1) % 100 || number == year + 1) &&
        (number > 12 || c.at[c.next] == '/'))
        return true;
    skip_blanks(&c);
    const bool is_canonical = c.at[c.next] == '-';
    const bool is_joint = take_word(&c, joint) >= 0;
    const int quarter = take_word(&c, quarters);
    if (quarter >= 0) {
        stamp->grain = HZ_QUARTER;
        const size_t number_digits = take_digits(&c, 2, &number);
        stamp->is_plain = !is_joint && quarter == 0 && number_digits == 1;
        if ((number_digits == 0 && !take_numeral(&c, &number)) || number < 1 || number > 4 ||
            (quarter == 1 && take_word(&c, quarter_ends) < 0))
            return false;
        stamp->month = 3 * number - 2;
        return is_at_end(&c);
    }
    const bool has_month_sign = take_word(&c, months) >= 0;
    const size_t digits = take_digits(&c, 2, &number);
    if (digits == 0 && !take_numeral(&c, &number))
        return false;
    if (number >= 1 && number <= 4 && take_word(&c, quarter_ends) >= 0) {
        *stamp = (struct hz_stamp){.year = year, .month = 3 * number - 2, .grain = HZ_QUARTER};
        return is_at_end(&c);
    }
    (void)take_word(&c, month_ends);
    if (digits == 0 || number < 1 || number > 12)
        return false;
    stamp->month = number;
    stamp->grain = HZ_MONTH;
    stamp->is_plain = is_canonical && digits == 2 && !is_chinese && !has_month_sign;
    if (is_at_end(&c))
        return is_joint || is_chinese || digits == 2 || is_prefixed || has_month_sign;
    (void)take_word(&c, joint);
    static const char *const day_ends[] = {"日", NULL};
    static const char *const midnights[] = {" 00:00:00", "t00:00:00", " 00:00", NULL};
    const size_t day_digits = take_digits(&c, 2, &day);
    if (day_digits == 0 || (!is_joint && !is_chinese && (digits != 2 || day_digits != 2)))
        return false;
    (void)take_word(&c, day_ends);
    (void)take_word(&c, midnights);
    return is_at_end(&c) && set_day(stamp, year, number, day);
}

/* Q3 2021, 3Q21, H1 2021, 1H21, S1 2021, Half 1 2021, first half 2021, 1st half of 2021. */
static bool parse_part_first(struct cursor c, struct hz_stamp *stamp)
{
    static const char *const parts[] = {"q", "half", "h", "s", NULL};
    static const char *const numerals[] = {"first", "second", NULL};
    static const char *const ends[] = {"st", "nd", NULL};
    static const char *const of[] = {"of", NULL};
    int number = take_word(&c, numerals) + 1, year;
    const bool is_behind = number > 0 || take_digits(&c, 1, &number) == 1;
    if (is_behind)
        (void)take_word(&c, ends);
    skip_blanks(&c);
    const int part = take_word(&c, parts);
    skip_blanks(&c);
    if (part < 0 || (!is_behind && take_digits(&c, 2, &number) != 1))
        return false;
    const enum hz_grain grain = part == 0 ? HZ_QUARTER : HZ_HALF_YEAR;
    skip_joint(&c);
    (void)take_word(&c, of);
    skip_joint(&c);
    if (!take_year(&c, &year) || !is_at_end(&c))
        return false;
    *stamp =
        (struct hz_stamp){.year = year, .month = month_of_part(number, (int)grain), .grain = grain};
    return stamp->month > 0;
}

/* AY21, FY 98, '98, 21年, 21Q1, 98/99, 98-99: the last two figures of years. */
static bool parse_short(struct cursor c, struct hz_stamp *stamp)
{
    static const char *const before[] = {"ay", "fy", "uy", "py", "cy", "'", "’", NULL};
    static const char *const behind[] = {"年度", "年", NULL};
    static const char *const joint[] = {"/", "-", NULL};
    static const char *const part[] = {"q", "h", NULL};
    int year, second, number;
    bool is_known = false;
    while (take_word(&c, before) >= 0) {
        is_known = true;
        skip_joint(&c);
    }
    if (take_digits(&c, 3, &year) != 2)
        return false;
    *stamp =
        (struct hz_stamp){.year = full_year(year), .month = 1, .grain = HZ_YEAR, .is_short = true};
    if (is_at_end(&c))
        return is_known;
    if (take_word(&c, behind) >= 0)
        return is_at_end(&c);
    if (take_word(&c, joint) >= 0) {
        stamp->is_two_years = true;
        return take_digits(&c, 3, &second) == 2 && second == (year + 1) % 100 && is_at_end(&c);
    }
    const int which = take_word(&c, part);
    if (which < 0 || take_digits(&c, 2, &number) != 1 || !is_at_end(&c))
        return false;
    stamp->grain = which == 0 ? HZ_QUARTER : HZ_HALF_YEAR;
    stamp->month = month_of_part(number, (int)stamp->grain);
    return stamp->month > 0;
}

/* One day or period. */
static bool parse_one(struct hz_text text, struct hz_stamp *stamp)
{
    struct cursor c;
    int year;
    if (!begin(&c, text))
        return false;
    if (parse_month_name(c, stamp) || parse_part_first(c, stamp) || parse_month_first(c, stamp) ||
        parse_day_last_year(c, stamp))
        return true;
    static const char *const earlier[] = {"pre", "prior", "before", "until", NULL};
    struct cursor whole = c;
    const size_t start = c.next;
    if (take_word(&whole, earlier) >= 0) /* all until then, and no period */
        return false;
    while (c.next < c.length &&
           ((c.at[c.next] >= 'a' && c.at[c.next] <= 'z') || strchr(" _-'", c.at[c.next])))
        c.next++;
    return (take_digits(&c, 4, &year) == 4 && is_year(year) &&
            parse_behind_year(c, year, c.next - 4 > start, stamp)) ||
           parse_short(whole, stamp);
}

/* 2021-07/2022-06, 2021-07-01 to 2022-06-30: a year, half-year or quarter by where it ends. */
static bool parse_range(struct hz_text text, struct hz_stamp *stamp)
{
    static const char *const joint[] = {" to ", "至", "~", "–", "—", " - ", "/"};
    for (size_t j = 0; j < HZ_COUNT(joint); j++) {
        struct hz_stamp last;
        const size_t length = strlen(joint[j]);
        const char *at = memmem(text.at, text.length, joint[j], length);
        if (!at || !parse_one((struct hz_text){text.at, (size_t)(at - text.at)}, stamp) ||
            !parse_one((struct hz_text){at + length, text.length - (size_t)(at - text.at) - length},
                       &last) ||
            stamp->grain != HZ_MONTH || last.grain != HZ_MONTH || stamp->day > 1 ||
            (last.day > 0 && last.day != hz_date_month_days(last.year, last.month)))
            continue;
        const int months = 12 * (last.year - stamp->year) + last.month - stamp->month + 1;
        if (months != HZ_YEAR && months != HZ_HALF_YEAR && months != HZ_QUARTER)
            return false;
        const bool is_aligned = (stamp->month - 1) % months == 0;
        *stamp = (struct hz_stamp){.year = stamp->year, .month = stamp->month, .grain = HZ_MONTH};
        stamp->grain = is_aligned ? (enum hz_grain)months : HZ_MONTH;
        return is_aligned || months == HZ_YEAR;
    }
    return false;
}

bool hz_stamp_parse(struct hz_text text, struct hz_stamp *stamp)
{
    const bool is_known = text.length > 0 && (parse_one(text, stamp) || parse_range(text, stamp));
    if (!is_known)
        *stamp = (struct hz_stamp){0};
    return is_known;
}

static bool are_digits(struct hz_text text)
{
    bool are = text.length > 0;
    for (size_t i = 0; i < text.length; i++)
        are &= hz_digit(text.at[i]) <= 9;
    return are;
}

/* Whether all are two figures alone, of which some are before 2000 and some begin with 0. */
static bool are_two_figures(const struct hz_text text[], size_t count)
{
    bool are = true, is_old = false, is_new = false;
    for (size_t i = 0; i < count && are; i++) {
        are = text[i].length == 2 && are_digits(text[i]);
        is_old |= are && text[i].at[0] >= '7';
        is_new |= are && text[i].at[0] == '0';
    }
    return are && is_old && is_new;
}

void hz_stamps_parse(const struct hz_text text[], size_t count, struct hz_stamp stamp[],
                     size_t *known)
{
    const bool are_alone = are_two_figures(text, count);
    *known = 0;
    for (size_t i = 0; i < count; i++) {
        if (are_alone)
            stamp[i] = (struct hz_stamp){
                .year = full_year(10 * (int)hz_digit(text[i].at[0]) + (int)hz_digit(text[i].at[1])),
                .month = 1,
                .grain = HZ_YEAR,
                .is_short = true};
        *known += are_alone || hz_stamp_parse(text[i], &stamp[i]);
    }
    if (*known == count)
        return;
    for (size_t i = 0; i < count; i++)
        if (stamp[i].is_short) {
            stamp[i] = (struct hz_stamp){0};
            --*known;
        }
}

bool hz_is_day_number(struct hz_text text)
{
    enum { DIGITS = 5, FIRST = 25569, LAST = 73050 };
    int number = 0;
    for (size_t i = 0; i < text.length && i < DIGITS; i++)
        number = 10 * number + (int)hz_digit(text.at[i]);
    return text.length == DIGITS && are_digits(text) && number >= FIRST && number <= LAST;
}

bool hz_origin_is_short(struct hz_text label)
{
    struct hz_stamp stamp;
    return (label.length < 4 && are_digits(label)) ||
           (hz_stamp_parse(label, &stamp) && stamp.is_short);
}

static bool is_first_day(const struct hz_stamp *s, int months)
{
    return s->day == 1 && (s->month - 1) % months == 0;
}

static bool is_last_day(const struct hz_stamp *s, int months)
{
    return s->day == hz_date_month_days(s->year, s->month) && s->month % months == 0;
}

bool hz_stamps_grain(const struct hz_stamp stamp[], size_t count, enum hz_grain *grain)
{
    static const enum hz_grain grains[] = {HZ_YEAR, HZ_HALF_YEAR, HZ_QUARTER, HZ_MONTH};
    bool are_days = true, are_alike = true;
    for (size_t i = 0; i < count; i++) {
        are_days &= stamp[i].day > 0;
        are_alike &= stamp[i].day == 0 && stamp[i].grain == stamp[0].grain;
    }
    *grain = stamp[0].grain;
    for (size_t g = 0; g < HZ_COUNT(grains) && are_days; g++) {
        bool are_first = true, are_last = true;
        for (size_t i = 0; i < count; i++) {
            are_first &= is_first_day(&stamp[i], (int)grains[g]);
            are_last &= is_last_day(&stamp[i], (int)grains[g]);
        }
        *grain = grains[g];
        if (are_first || are_last)
            return true;
    }
    return are_alike;
}

double hz_stamp_end(const struct hz_stamp *stamp)
{
    if (stamp->day == 0)
        return ((double)hz_stamp_period(stamp, stamp->grain) + 1) * (int)stamp->grain;
    return (double)hz_stamp_period(stamp, HZ_MONTH) +
           stamp->day / (double)hz_date_month_days(stamp->year, stamp->month);
}

hz_period hz_stamp_period(const struct hz_stamp *stamp, enum hz_grain grain)
{
    return (hz_period)((stamp->year * 12 + stamp->month - 1) / (int)grain);
}

bool hz_origin_period(struct hz_text label, hz_period *period, enum hz_grain *grain)
{
    struct hz_stamp stamp;
    if (hz_period_parse(label, period, grain))
        return true;
    if (!hz_stamp_parse(label, &stamp) || !stamp.is_plain)
        return false;
    *grain = stamp.grain;
    *period = hz_stamp_period(&stamp, stamp.grain);
    return true;
}

bool hz_origin_is_fiscal(struct hz_text label)
{
    const bool has_letters =
        label.length > 2 && (label.at[0] | 32) == 'f' && (label.at[1] | 32) == 'y';
    return has_letters || (label.length > 4 && label.at[4] == '/') ||
           (label.length == sizeof "2021-2022" - 1 && label.at[4] == '-');
}

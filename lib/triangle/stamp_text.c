/* stamp_text.c: see stamp_text.h. */

#include "triangle/stamp_text.h"

#include "triangle/text_cursor.h"

#include <string.h>

static bool is_year(int year)
{
    return year >= 1800 && year <= 2199;
}

static int take_month_name(struct hz_cursor *c)
{
    static const char *const names[] = {"january",  "february", "march",  "april",     "may",
                                        "june",     "july",     "august", "september", "october",
                                        "november", "december", NULL};
    static const char *const abbreviated[] = {"jan", "feb", "mar", "apr", "may", "jun", "jul",
                                              "aug", "sep", "oct", "nov", "dec", NULL};
    const int month = hz_cursor_word(c, names);
    return (month >= 0 ? month : hz_cursor_word(c, abbreviated)) + 1;
}

static void skip_joint(struct hz_cursor *c)
{
    while (c->next < c->length && strchr(" -/.,'", c->at[c->next]))
        c->next++;
}

int hz_full_year(int figures)
{
    return figures + (figures < 70 ? 2000 : 1900);
}

/* 2021, or 21 of this century or the one before. */
static bool take_year(struct hz_cursor *c, int *year)
{
    const size_t digits = hz_cursor_digits(c, 5, year);
    if (digits == 2)
        *year = hz_full_year(*year);
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
static bool parse_month_name(struct hz_cursor c, struct hz_stamp *stamp)
{
    int year, first = 0, second;
    struct hz_cursor year_first = c;
    const bool has_year = hz_cursor_digits(&year_first, 5, &year) == 4 && is_year(year);
    if (has_year)
        c = year_first;
    const bool has_day = !has_year && hz_cursor_digits(&c, 2, &first) > 0;
    skip_joint(&c);
    const int month = take_month_name(&c);
    if (month == 0)
        return false;
    skip_joint(&c);
    *stamp = (struct hz_stamp){.year = year, .month = month, .grain = HZ_MONTH};
    if (has_year)
        return hz_cursor_is_at_end(&c);
    struct hz_cursor day_second = c;
    if (!has_day && hz_cursor_digits(&day_second, 3, &second) <= 2 && second > 0 &&
        (skip_joint(&day_second), hz_cursor_digits(&day_second, 5, &year) == 4))
        return hz_cursor_is_at_end(&day_second) && set_day(stamp, year, month, second);
    if (!take_year(&c, &year) || !hz_cursor_is_at_end(&c))
        return false;
    stamp->year = year;
    return !has_day || set_day(stamp, year, month, first);
}

/* 7/2021, 07-2021: a month before its year. */
static bool parse_month_first(struct hz_cursor c, struct hz_stamp *stamp)
{
    int month, year;
    static const char *const joint[] = {"/", "-", ".", NULL};
    if (hz_cursor_digits(&c, 2, &month) == 0 || month < 1 || month > 12 ||
        hz_cursor_word(&c, joint) < 0 || hz_cursor_digits(&c, 5, &year) != 4 || !is_year(year) ||
        !hz_cursor_is_at_end(&c))
        return false;
    *stamp = (struct hz_stamp){.year = year, .month = month, .grain = HZ_MONTH};
    return true;
}

/* 7/31/2021, 31.7.2021: a day or a month first, if it can be told. */
static bool parse_day_last_year(struct hz_cursor c, struct hz_stamp *stamp)
{
    int a, b, year;
    static const char *const joint[] = {"/", ".", "-", NULL};
    if (hz_cursor_digits(&c, 2, &a) == 0 || hz_cursor_word(&c, joint) < 0 ||
        hz_cursor_digits(&c, 2, &b) == 0 || hz_cursor_word(&c, joint) < 0 ||
        hz_cursor_digits(&c, 5, &year) != 4 || !hz_cursor_is_at_end(&c))
        return false;
    if (a > 12 ||
        (a == 1 && b <= 12)) /* the first of a month: no list of origins is of one month */
        return set_day(stamp, year, b, a);
    return (b > 12 || b == 1 || a == b) && set_day(stamp, year, a, b);
}

/* 一季度: the first to the fourth in words. */
static bool take_numeral(struct hz_cursor *c, int *number)
{
    static const char *const numerals[] = {"一", "二", "三", "四", NULL};
    *number = hz_cursor_word(c, numerals) + 1;
    return *number > 0;
}

/* The first month of a part of a year, of so many months: 3, 6; 0: there is no such part. */
static int month_of_part(int part, int months)
{
    return part >= 1 && part <= HZ_YEAR / months ? (part - 1) * months + 1 : 0;
}

/* H1, S1, 上半年, 1st half behind a year. */
static bool parse_half(struct hz_cursor c, int year, struct hz_stamp *stamp)
{
    static const char *const chinese[] = {"上半年", "下半年", "第1半年", "第2半年", NULL};
    static const char *const halves[] = {"h", "s", "half", NULL};
    static const char *const ends[] = {"1st half", "2nd half", "first half", "second half", NULL};
    static const char *const joint[] = {"-", "/", ".", NULL};
    int number = hz_cursor_word(&c, chinese);
    stamp->is_plain = false;
    if (number < 0) {
        const size_t at = c.next;
        hz_cursor_skip_blanks(&c);
        const bool is_plain = c.next == at && hz_cursor_word(&c, joint) < 0;
        number = hz_cursor_word(&c, ends);
        if (number < 0) {
            const int half = hz_cursor_word(&c, halves);
            hz_cursor_skip_blanks(&c);
            if (half < 0 || hz_cursor_digits(&c, 2, &number) != 1 || number < 1 || number > 2)
                return false;
            number--;
            stamp->is_plain = is_plain && half == 0;
        }
    }
    *stamp = (struct hz_stamp){.year = year,
                               .month = month_of_part(number % 2 + 1, HZ_HALF_YEAR),
                               .grain = HZ_HALF_YEAR,
                               .is_plain = stamp->is_plain};
    return hz_cursor_is_at_end(&c);
}

/* What may stand behind a year: nothing, a second year, a quarter, a month, a day. */
static bool parse_behind_year(struct hz_cursor c, int year, bool is_prefixed,
                              struct hz_stamp *stamp)
{
    static const char *const joint[] = {"-", "/", ".", NULL};
    static const char *const of_year[] = {"年度末", "年末", "年底", "年度", "年", NULL};
    static const char *const quarters[] = {"q", "第", NULL};
    static const char *const months[] = {"m", "p", NULL};
    static const char *const quarter_ends[] = {"季度", "季", NULL};
    static const char *const month_ends[] = {"月份", "月", NULL};
    int number, day;
    *stamp = (struct hz_stamp){.year = year, .month = 1, .grain = HZ_YEAR, .is_plain = true};
    const bool is_chinese = hz_cursor_word(&c, of_year) >= 0;
    if (hz_cursor_is_at_end(&c)) {
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
    struct hz_cursor second = c;
    if (hz_cursor_word(&second, joint) >= 0 && hz_cursor_digits(&second, 4, &number) > 0 &&
        hz_cursor_is_at_end(&second) && (number == (year + 1) % 100 || number == year + 1) &&
        (number > 12 || c.at[c.next] == '/'))
        return true;
    hz_cursor_skip_blanks(&c);
    const bool is_canonical = c.at[c.next] == '-';
    const bool is_joint = hz_cursor_word(&c, joint) >= 0;
    const int quarter = hz_cursor_word(&c, quarters);
    if (quarter >= 0) {
        stamp->grain = HZ_QUARTER;
        const size_t number_digits = hz_cursor_digits(&c, 2, &number);
        stamp->is_plain = !is_joint && quarter == 0 && number_digits == 1;
        if ((number_digits == 0 && !take_numeral(&c, &number)) || number < 1 || number > 4 ||
            (quarter == 1 && hz_cursor_word(&c, quarter_ends) < 0))
            return false;
        stamp->month = 3 * number - 2;
        return hz_cursor_is_at_end(&c);
    }
    const bool has_month_sign = hz_cursor_word(&c, months) >= 0;
    const size_t digits = hz_cursor_digits(&c, 2, &number);
    if (digits == 0 && !take_numeral(&c, &number))
        return false;
    if (number >= 1 && number <= 4 && hz_cursor_word(&c, quarter_ends) >= 0) {
        *stamp = (struct hz_stamp){.year = year, .month = 3 * number - 2, .grain = HZ_QUARTER};
        return hz_cursor_is_at_end(&c);
    }
    (void)hz_cursor_word(&c, month_ends);
    if (digits == 0 || number < 1 || number > 12)
        return false;
    stamp->month = number;
    stamp->grain = HZ_MONTH;
    stamp->is_plain = is_canonical && digits == 2 && !is_chinese && !has_month_sign;
    if (hz_cursor_is_at_end(&c))
        return is_joint || is_chinese || digits == 2 || is_prefixed || has_month_sign;
    (void)hz_cursor_word(&c, joint);
    static const char *const day_ends[] = {"日", NULL};
    static const char *const midnights[] = {" 00:00:00", "t00:00:00", " 00:00", NULL};
    const size_t day_digits = hz_cursor_digits(&c, 2, &day);
    if (day_digits == 0 || (!is_joint && !is_chinese && (digits != 2 || day_digits != 2)))
        return false;
    (void)hz_cursor_word(&c, day_ends);
    (void)hz_cursor_word(&c, midnights);
    return hz_cursor_is_at_end(&c) && set_day(stamp, year, number, day);
}

/* Q3 2021, 3Q21, H1 2021, 1H21, S1 2021, Half 1 2021, first half 2021, 1st half of 2021. */
static bool parse_part_first(struct hz_cursor c, struct hz_stamp *stamp)
{
    static const char *const parts[] = {"q", "half", "h", "s", NULL};
    static const char *const numerals[] = {"first", "second", NULL};
    static const char *const ends[] = {"st", "nd", NULL};
    static const char *const of[] = {"of", NULL};
    int number = hz_cursor_word(&c, numerals) + 1, year;
    const bool is_behind = number > 0 || hz_cursor_digits(&c, 1, &number) == 1;
    if (is_behind)
        (void)hz_cursor_word(&c, ends);
    hz_cursor_skip_blanks(&c);
    const int part = hz_cursor_word(&c, parts);
    hz_cursor_skip_blanks(&c);
    if (part < 0 || (!is_behind && hz_cursor_digits(&c, 2, &number) != 1))
        return false;
    const enum hz_grain grain = part == 0 ? HZ_QUARTER : HZ_HALF_YEAR;
    skip_joint(&c);
    (void)hz_cursor_word(&c, of);
    skip_joint(&c);
    if (!take_year(&c, &year) || !hz_cursor_is_at_end(&c))
        return false;
    *stamp =
        (struct hz_stamp){.year = year, .month = month_of_part(number, (int)grain), .grain = grain};
    return stamp->month > 0;
}

/* AY21, FY 98, '98, 21年, 21Q1, 98/99, 98-99: the last two figures of years. */
static bool parse_short(struct hz_cursor c, struct hz_stamp *stamp)
{
    static const char *const before[] = {"ay", "fy", "uy", "py", "cy", "'", "’", NULL};
    static const char *const behind[] = {"年度", "年", NULL};
    static const char *const joint[] = {"/", "-", NULL};
    static const char *const part[] = {"q", "h", NULL};
    int year, second, number;
    bool is_known = false;
    while (hz_cursor_word(&c, before) >= 0) {
        is_known = true;
        skip_joint(&c);
    }
    if (hz_cursor_digits(&c, 3, &year) != 2)
        return false;
    *stamp = (struct hz_stamp){
        .year = hz_full_year(year), .month = 1, .grain = HZ_YEAR, .is_short = true};
    if (hz_cursor_is_at_end(&c))
        return is_known;
    if (hz_cursor_word(&c, behind) >= 0)
        return hz_cursor_is_at_end(&c);
    if (hz_cursor_word(&c, joint) >= 0) {
        stamp->is_two_years = true;
        return hz_cursor_digits(&c, 3, &second) == 2 && second == (year + 1) % 100 &&
               hz_cursor_is_at_end(&c);
    }
    const int which = hz_cursor_word(&c, part);
    if (which < 0 || hz_cursor_digits(&c, 2, &number) != 1 || !hz_cursor_is_at_end(&c))
        return false;
    stamp->grain = which == 0 ? HZ_QUARTER : HZ_HALF_YEAR;
    stamp->month = month_of_part(number, (int)stamp->grain);
    return stamp->month > 0;
}

/* One day or period. */
static bool parse_one(struct hz_text text, struct hz_stamp *stamp)
{
    struct hz_cursor c;
    int year;
    if (!hz_cursor_begin(&c, text))
        return false;
    if (parse_month_name(c, stamp) || parse_part_first(c, stamp) || parse_month_first(c, stamp) ||
        parse_day_last_year(c, stamp))
        return true;
    static const char *const earlier[] = {"pre", "prior", "before", "until", NULL};
    struct hz_cursor whole = c;
    const size_t start = c.next;
    if (hz_cursor_word(&whole, earlier) >= 0) /* all until then, and no period */
        return false;
    while (c.next < c.length &&
           ((c.at[c.next] >= 'a' && c.at[c.next] <= 'z') || strchr(" _-'", c.at[c.next])))
        c.next++;
    return (hz_cursor_digits(&c, 4, &year) == 4 && is_year(year) &&
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

/* age_text.c: see age_text.h. */

#include "triangle/age_text.h"

#include "base/date.h"
#include "triangle/text_cursor.h"

#include <stdlib.h>

static bool take_number(struct hz_cursor *c, double *number)
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
static bool take_chinese_number(struct hz_cursor *c, double *number)
{
    static const char *const digits[] = {"一", "二", "三", "四", "五",
                                         "六", "七", "八", "九", NULL};
    static const char *const ten[] = {"十", NULL};
    const int tens = hz_cursor_word(c, digits) + 1;
    if (hz_cursor_word(c, ten) < 0) {
        *number = tens;
        return tens > 0;
    }
    *number = 10 * (tens > 0 ? tens : 1) + hz_cursor_word(c, digits) + 1;
    return true;
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
    struct hz_cursor c;
    double end;
    *months = 0;
    *from = -1;
    if (!hz_cursor_begin(&c, text))
        return false;
    for (int word; hz_cursor_skip_blanks(&c), (word = hz_cursor_word(&c, before)) >= 0;) {
    }
    if (!take_number(&c, age) && !(c.next > 0 && take_chinese_number(&c, age)))
        return false;
    hz_cursor_skip_blanks(&c);
    if (hz_cursor_word(&c, dash) >= 0) {
        hz_cursor_skip_blanks(&c);
        if (!take_number(&c, &end) || !(end > *age))
            return false;
        *from = *age;
        *age = end;
    }
    for (int word; hz_cursor_skip_blanks(&c), (word = hz_cursor_word(&c, after)) >= 0;)
        if (word < NEITHER)
            *months = word < QUARTERS ? HZ_MONTH
                      : word < YEARS  ? HZ_QUARTER
                      : word < DAYS   ? HZ_YEAR
                                      : HZ_AGE_DAYS;
    return hz_cursor_is_at_end(&c);
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

/* origin_text.c: see origin_text.h. */

#include "triangle/origin_text.h"

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
            stamp[i] = (struct hz_stamp){.year = hz_full_year(10 * (int)hz_digit(text[i].at[0]) +
                                                              (int)hz_digit(text[i].at[1])),
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

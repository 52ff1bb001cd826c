/* triangle_origins_table.c: origins as they are written: see triangle_columns_table.h. */

#include "triangle/origin_text.h"
#include "triangle/triangle_columns_table.h"

#include <stdio.h>

/* A few digits as a number. */
static int number_of(const char *at, size_t digits)
{
    int number = 0;
    for (size_t i = 0; i < digits; i++)
        number = number * 10 + (int)hz_digit(at[i]);
    return number;
}

static bool is_digits(struct hz_text text)
{
    bool are = text.length > 0;
    for (size_t i = 0; i < text.length; i++)
        are &= hz_digit(text.at[i]) <= 9;
    return are;
}

/* Whether all are two years in a row, 2009-10, 2010-11, of which some would do as months. */
static bool are_two_years(const struct hz_column_texts *list)
{
    bool are = list->count > 1;
    for (size_t i = 0; i < list->count && are; i++) {
        const struct hz_text t = list->text[i];
        are = t.length == 7 && t.at[4] == '-' && is_digits((struct hz_text){t.at, 4}) &&
              is_digits((struct hz_text){t.at + 5, 2}) &&
              (number_of(t.at, 4) + 1) % 100 == number_of(t.at + 5, 2);
    }
    return are;
}

/* Three numbers with a stroke or point between: a date, of whatever order. */
static bool looks_like_date(struct hz_text text)
{
    size_t parts = 0, digits = 0;
    for (size_t i = 0; i <= text.length; i++) {
        const bool is_digit = i < text.length && hz_digit(text.at[i]) <= 9;
        if (is_digit) {
            digits++;
            continue;
        }
        if (digits == 0 || digits > 4 || (i < text.length && !strchr("/.-", text.at[i])))
            return false;
        parts++;
        digits = 0;
    }
    return parts == 3;
}

/* Two numbers with a stroke between that are no two years in a row: 1/21, 12/22. */
static bool looks_like_month(struct hz_text text)
{
    const char *stroke = text.length > 0 ? memchr(text.at, '/', text.length) : NULL;
    const size_t first = stroke ? (size_t)(stroke - text.at) : 0;
    return first > 0 && first <= 2 && text.length - first == 3 &&
           is_digits((struct hz_text){text.at, first}) &&
           is_digits((struct hz_text){stroke + 1, 2});
}

/* 21-Jan: a day or a year before the name of a month. */
static bool looks_like_day_or_year(struct hz_text text)
{
    struct hz_stamp stamp;
    char turned[16];
    if (text.length < 5 || text.length > 12 || !is_digits((struct hz_text){text.at, 2}) ||
        !memchr("- ", text.at[2], 2))
        return false;
    snprintf(turned, sizeof turned, "2021-%.*s", (int)text.length - 3, text.at + 3);
    return hz_stamp_parse(hz_text_of(turned), &stamp) && stamp.grain == HZ_MONTH &&
           hz_digit(text.at[3]) > 9;
}

/* 上半年, 下半年: halves without their year. */
static bool is_half_alone(struct hz_text text)
{
    return hz_text_equal(text, hz_text_of("上半年")) || hz_text_equal(text, hz_text_of("下半年"));
}

/* Refused (data): a label that can be read in two ways, or is half of one. */
static bool check_labels(const struct hz_triangle_forms *f, const struct hz_column_texts *list,
                         const struct hz_stamp stamp[], struct hz_error *err)
{
    const struct hz_place place = hz_sheet_whole(f->sheet);
    for (size_t i = 0; i < list->count; i++) {
        const struct hz_text text = list->text[i];
        if (stamp[i].year > 0)
            continue;
        if (looks_like_date(text))
            return hz_error_set(err, HZ_ERROR_DATA, place,
                                _("origin \"%.*s\": which part of it is the month cannot be told: "
                                  "expected 2021-07"),
                                HZ_TEXT_ARGS(text));
        if (looks_like_month(text) || looks_like_day_or_year(text))
            return hz_error_set(err, HZ_ERROR_DATA, place,
                                _("origin \"%.*s\": which part of it is the year cannot be told: "
                                  "expected 2021-07"),
                                HZ_TEXT_ARGS(text));
        if (is_half_alone(text))
            return hz_error_set(err, HZ_ERROR_DATA, place,
                                _("origin \"%.*s\": the year is missing: expected 2021H1"),
                                HZ_TEXT_ARGS(text));
    }
    return true;
}

/*
 * Whether all are the same month of different years, as years that do not start with January are
 * written: by their first day or month, or by their last. A month without a day is the last if a
 * quarter ends with it. Months from January to their start, 0: they are the calendar's.
 */
static bool are_fiscal(const struct hz_stamp stamp[], size_t count, int *shift)
{
    bool are_firsts = true, are_lasts = true;
    for (size_t i = 0; i < count; i++) {
        if (stamp[i].grain != HZ_MONTH || stamp[i].is_plain || stamp[i].month != stamp[0].month ||
            (i > 0 && stamp[i].year == stamp[0].year))
            return false;
        const bool is_end = stamp[i].day == 0 && stamp[i].month % 3 == 0;
        are_firsts &= stamp[i].day <= 1 && !is_end;
        are_lasts &= is_end || stamp[i].day == hz_date_month_days(stamp[i].year, stamp[i].month);
    }
    *shift = (are_firsts ? stamp[0].month - 1 : stamp[0].month % 12);
    return count > 1 && (are_firsts || are_lasts);
}

/*
 * The label of a stamp, and, for fiscal years, that of the year which it starts or ends. Where only
 * two figures are there, 98/99 is 1998/99. FY stays.
 */
static void label_of(struct hz_text text, const struct hz_stamp *stamp, enum hz_grain grain,
                     int shift, char label[HZ_PERIOD_TEXT])
{
    const bool is_called = hz_origin_is_fiscal(text);
    const bool is_fiscal = is_called && hz_digit(text.at[0]) > 9;
    const bool is_end = stamp->day > 1 || (stamp->day == 0 && stamp->month % 3 == 0);
    if (stamp->is_two_years || (is_called && !is_fiscal && stamp->is_plain))
        snprintf(label, HZ_PERIOD_TEXT, "%d/%02d", stamp->year, (stamp->year + 1) % 100);
    else if (shift > 0)
        hz_fiscal_format((hz_period)(stamp->year - is_end), HZ_YEAR, shift, label);
    else
        hz_fiscal_format(hz_stamp_period(stamp, grain), grain, is_fiscal, label);
}

/* Dates, month names and their like become the labels of periods; years with letters stay. */
bool hz_triangle_form_origins(struct hz_triangle_forms *f, struct hz_error *err)
{
    const struct hz_column_texts list = hz_triangle_form_texts(f, f->plain->origin);
    struct hz_stamp *stamp = hz_arena_allocate(f->arena, list.count, sizeof *stamp);
    size_t known, plain = 0;
    enum hz_grain grain;
    const struct hz_place place = hz_sheet_whole(f->sheet);
    const bool are_years = are_two_years(&list);
    for (size_t i = 0; i < list.count && are_years; i++) {
        char *label = hz_arena_string(f->arena, list.text[i]);
        label[4] = '/';
        list.text[i] = hz_text_of(label);
    }
    hz_stamps_parse(list.text, list.count, stamp, &known);
    for (size_t i = 0; i < list.count; i++)
        plain += stamp[i].is_plain;
    const bool are_all = known == list.count && known > 0;
    if (!check_labels(f, &list, stamp, err))
        return false;
    if (!hz_triangle_form_refuse_days(f, "origin", &list, err))
        return false;
    if (known == plain && !are_years)
        return true;
    for (size_t i = 0; i < list.count && !are_all; i++)
        if (stamp[i].year == 0 && list.text[i].length > 0)
            return hz_error_set(
                err, HZ_ERROR_DATA, place,
                _("origin \"%.*s\": others are written as dates, and this is none that "
                  "can be told: expected 2021, 2021Q3 or 2021-07"),
                HZ_TEXT_ARGS(list.text[i]));
    const bool are_fiscal_years = are_all && are_fiscal(stamp, list.count, &f->shift);
    if (!are_fiscal_years)
        f->shift = 0;
    if (!are_all || (!hz_stamps_grain(stamp, list.count, &grain) && !are_fiscal_years))
        return !are_all ||
               hz_error_set(err, HZ_ERROR_DATA, place,
                            _("origins are written as dates of more than one kind, such as "
                              "\"%.*s\": expected years, quarters or months, all alike (2021-07)"),
                            HZ_TEXT_ARGS(list.text[0]));
    struct hz_sheet *sheet = hz_triangle_form_copy(f);
    grain = are_fiscal_years ? HZ_YEAR : grain;
    for (size_t i = 0; i < list.count; i++) {
        char label[HZ_PERIOD_TEXT];
        label_of(list.text[i], &stamp[i], grain, f->shift, label);
        if (are_years)
            continue;
        if (i == 0) {
            hz_triangle_form_note(f, _("origins are taken as periods: \"%.*s\" as %s"),
                                  HZ_TEXT_ARGS(list.text[i]), label);
        }
        list.text[i] = hz_arena_text(f->arena, hz_text_of(label));
    }
    for (size_t r = 0; r < sheet->rows; r++)
        hz_triangle_form_put(sheet, r, f->plain->origin, list.text[list.of_row[r]]);
    return true;
}

/* triangle_periods_table.c: origins and ages as they are written: see triangle_columns_table.h. */

#include "file/row_index.h"
#include "triangle/age_text.h"
#include "triangle/grains.h"
#include "triangle/triangle_columns_table.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

static struct hz_text age_text(struct hz_triangle_forms *f, double age)
{
    char text[32];
    snprintf(text, sizeof text, "%.15g", age);
    return hz_arena_text(f->arena, hz_text_of(text));
}

/* The distinct texts of a column, and which of them each row has. */
struct column_texts {
    struct hz_text *text;
    size_t count;
    size_t *of_row; /* index in text */
};

static struct column_texts list_texts(struct hz_triangle_forms *f, int column)
{
    const struct hz_sheet *sheet = f->sheet;
    struct column_texts list = {.text = hz_arena_allocate(f->arena, sheet->rows, sizeof *list.text),
                                .of_row =
                                    hz_arena_allocate(f->arena, sheet->rows, sizeof *list.of_row)};
    int *key = hz_arena_allocate(f->arena, 1, sizeof *key);
    *key = column;
    const struct hz_row_index index = hz_row_index_new(sheet, key, 1, f->arena);
    for (size_t r = 0; r < sheet->rows; r++) {
        struct hz_text text;
        hz_row_index_key(&index, r, &text);
        size_t *slot = hz_row_index_slot(&index, &text);
        if (*slot == 0) {
            *slot = r + 1;
            list.of_row[r] = list.count;
            list.text[list.count++] = text;
        } else {
            list.of_row[r] = list.of_row[*slot - 1];
        }
    }
    return list;
}

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
static bool are_two_years(const struct column_texts *list)
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

static bool are_day_numbers(const struct column_texts *list)
{
    bool are = list->count > 1;
    for (size_t i = 0; i < list->count && are; i++)
        are = hz_is_day_number(list->text[i]);
    return are;
}

static bool refuse_day_numbers(const struct hz_triangle_forms *f, const char *what,
                               struct hz_text text, struct hz_error *err)
{
    return hz_error_set(err, HZ_ERROR_DATA, hz_sheet_whole(f->sheet),
                        _("%s \"%.*s\" looks like the number of a day in a spreadsheet: write "
                          "dates (2021-07-31) or periods (2021, 2021Q3, 2021-07)"),
                        what, HZ_TEXT_ARGS(text));
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
static bool check_labels(const struct hz_triangle_forms *f, const struct column_texts *list,
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
    const struct column_texts list = list_texts(f, f->plain->origin);
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
    if (are_day_numbers(&list))
        return refuse_day_numbers(f, "origin", list.text[0], err);
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

/* What a calendar development says of each row. */
struct calendar {
    struct column_texts list;
    struct hz_stamp *stamp;
    enum hz_grain grain;
    size_t at_origin; /* rows whose development is their own origin */
    size_t before;    /* rows whose development lies before it */
    bool are_years_only;
    double most_small,
        least_year;   /* of numbers: the largest that is no year, the smallest that is */
    bool has_origins; /* all origins are periods, of one grain */
    enum hz_grain origin_grain;
};

static bool period_of_origin(const struct hz_triangle_forms *f, size_t row, hz_period *period,
                             enum hz_grain *grain)
{
    return hz_origin_period(hz_sheet_cell(f->sheet, row, f->plain->origin), period, grain);
}

static bool is_calendar_form(struct hz_text text, const struct hz_stamp *stamp)
{
    return !(is_digits(text) && text.length == 4) && stamp->year > 0;
}

/* Months from an origin's start, so much after its label's, to the end of a calendar period. */
static double months_upto(hz_period origin, enum hz_grain grain, int shift,
                          const struct hz_stamp *stamp, enum hz_grain of_stamp)
{
    const hz_period period = hz_stamp_period(stamp, of_stamp);
    return (double)((int64_t)(period + 1) * (int)of_stamp - (int64_t)origin * (int)grain - shift);
}

static struct calendar look_at_development(struct hz_triangle_forms *f)
{
    struct calendar c = {.list = list_texts(f, f->plain->development), .has_origins = true};
    c.stamp = hz_arena_allocate(f->arena, c.list.count, sizeof *c.stamp);
    for (size_t i = 0; i < c.list.count; i++)
        if (hz_stamp_parse(c.list.text[i], &c.stamp[i]) && c.stamp[i].is_short)
            c.stamp[i] = (struct hz_stamp){0}; /* 21年 is an age */
    c.are_years_only = true;
    c.least_year = (double)INFINITY;
    for (size_t i = 0; i < c.list.count; i++) {
        double age;
        int months;
        c.are_years_only &= !is_calendar_form(c.list.text[i], &c.stamp[i]);
        if (c.stamp[i].year > 0)
            c.least_year = fmin(c.least_year, c.stamp[i].year);
        else if (hz_age_parse(c.list.text[i], &age, &months))
            c.most_small = fmax(c.most_small, age);
    }
    for (size_t r = 0; r < f->sheet->rows; r++) {
        hz_period origin;
        enum hz_grain grain;
        const struct hz_stamp *stamp = &c.stamp[c.list.of_row[r]];
        if (hz_triangle_is_missing(hz_sheet_cell(f->sheet, r, f->plain->value)))
            continue;
        if (!period_of_origin(f, r, &origin, &grain)) {
            c.has_origins = false;
            break;
        }
        c.origin_grain = grain;
        if (stamp->year == 0)
            continue;
        const int year = (int)((int64_t)origin * (int)grain / 12);
        c.at_origin += stamp->year == year;
        c.before += stamp->year < year;
    }
    return c;
}

/*
 * Whether the periods are first days, none of them within its origin: the morning after the period
 * that was valued, so that 2022-01-01 is the end of 2021.
 */
static bool are_mornings(const struct hz_triangle_forms *f, const struct calendar *c)
{
    for (size_t i = 0; i < c->list.count; i++)
        if (c->stamp[i].day != 1)
            return false;
    for (size_t r = 0; r < f->sheet->rows; r++) {
        hz_period origin;
        enum hz_grain grain;
        if (!period_of_origin(f, r, &origin, &grain) ||
            months_upto(origin, grain, f->shift, &c->stamp[c->list.of_row[r]], c->grain) <=
                (double)grain)
            return false;
    }
    return f->sheet->rows > 0;
}

static bool write_calendar_ages(struct hz_triangle_forms *f, const struct calendar *c)
{
    struct hz_sheet *sheet = hz_triangle_form_copy(f);
    const double after = are_mornings(f, c) ? (double)c->grain : 0;
    bool are_whole = true;
    for (size_t r = 0; r < sheet->rows; r++) {
        hz_period origin;
        enum hz_grain grain;
        if (!period_of_origin(f, r, &origin, &grain))
            return false;
        are_whole &=
            fmod(months_upto(origin, grain, f->shift, &c->stamp[c->list.of_row[r]], c->grain) -
                     after,
                 (double)c->grain) == 0;
    }
    const int unit = are_whole ? (int)c->grain : 1;
    for (size_t r = 0; r < sheet->rows; r++) {
        hz_period origin;
        enum hz_grain grain;
        if (!period_of_origin(f, r, &origin, &grain))
            return false;
        const double months =
            months_upto(origin, grain, f->shift, &c->stamp[c->list.of_row[r]], c->grain) - after;
        hz_triangle_form_put(sheet, r, f->plain->development, age_text(f, months / unit));
    }
    f->plain->age_months = unit;
    hz_triangle_form_note(
        f, _("development is taken as calendar periods, such as \"%.*s\", and turned into ages"),
        HZ_TEXT_ARGS(c->list.text[0]));
    return true;
}

/* Development written as the calendar period of the valuation. */
static bool read_calendar(struct hz_triangle_forms *f, const struct calendar *c, bool *is_calendar,
                          struct hz_error *err)
{
    size_t known = 0, calendar = 0;
    for (size_t i = 0; i < c->list.count; i++) {
        known += c->stamp[i].year > 0;
        calendar += is_calendar_form(c->list.text[i], &c->stamp[i]);
    }
    *is_calendar = false;
    /* Ages in days may look like a year, but then there are some that are nearly as large. */
    const bool is_leap = known > 0 && c->least_year - c->most_small > 1000;
    const bool looks_so = calendar > 0 || (known > 0 && c->at_origin > 0) || is_leap;
    if (!looks_so || (c->are_years_only && !c->has_origins))
        return true;
    const struct hz_place place = hz_sheet_whole(f->sheet);
    if (known < c->list.count || !c->has_origins)
        return hz_error_set(
            err, HZ_ERROR_DATA, place,
            _("development: some are calendar periods and some are not, or origins "
              "are none: expected ages (1, 2, 3), or periods for all (2021, 2021Q3); "
              "a spreadsheet makes Dec-24 of 12-24"));
    enum hz_grain grain;
    if (!hz_stamps_grain(c->stamp, c->list.count, &grain) || (int)grain > (int)c->origin_grain)
        return hz_error_set(err, HZ_ERROR_DATA, place,
                            _("development: the calendar periods are not of one kind, or longer "
                              "than origins, or days within a month: expected ages, or the ends of "
                              "months, quarters or years"));
    if (c->before > 0)
        return hz_error_set(err, HZ_ERROR_DATA, place,
                            _("development is written as calendar periods, but some lie before "
                              "their origin: expected ages"));
    struct calendar with_grain = *c;
    with_grain.grain = grain;
    *is_calendar = true;
    return write_calendar_ages(f, &with_grain);
}

/*
 * Whether all are ranges, the first of which does not start at 0, and another starts where it ends:
 * 12-24, 24-36, as the factors between ages are headed. (1-12, 13-24 are the months of a year.)
 */
static bool are_steps(const struct column_texts *list)
{
    double least = (double)INFINITY, end = 0, from, to;
    bool is_continued = list->count == 1;
    for (size_t i = 0; i < list->count; i++) {
        if (!hz_age_range_parse(list->text[i], &from, &to))
            return false;
        if (from < least) {
            least = from;
            end = to;
        }
    }
    for (size_t i = 0; i < list->count; i++)
        is_continued |= hz_age_range_parse(list->text[i], &from, &to) && from >= end && from <= end;
    return least > 0 && is_continued;
}

static int compare_numbers(const void *left, const void *right)
{
    const double a = *(const double *)left, b = *(const double *)right;
    return (a > b) - (a < b);
}

/* Whether ages rise by the same step, as 12, 24, 36; of two, the second is twice the first or less. */
static bool are_steady(struct hz_triangle_forms *f, const double number[], size_t count)
{
    double *age = hz_arena_allocate(f->arena, count, sizeof *age);
    memcpy(age, number, count * sizeof *age);
    qsort(age, count, sizeof *age, compare_numbers);
    bool are = count > 2 || age[1] <= 2 * age[0];
    for (size_t i = 2; i < count && are; i++)
        are = fabs(age[i] - 2 * age[i - 1] + age[i - 2]) <= 1e-9 * age[i];
    return are;
}

/*
 * The months that an age of 1 lasts, as the texts say it; 0: they do not. Where they say different
 * ones (6 months, 1 year) they are turned into months, *in_months. Where only some say it, the
 * others are of the same, which shows in the steps between them (12 months, 24, 36). Refused
 * (data): some of another unit, or of none while that does not show (1 year, 12).
 */
static bool find_unit(struct hz_triangle_forms *f, const struct column_texts *list, int *months,
                      bool *in_months, struct hz_error *err)
{
    bool are_alike = true, has_days = false;
    size_t said = 0, first_said = 0;
    int first = 0;
    double *age = hz_arena_allocate(f->arena, list->count, sizeof *age);
    for (size_t i = 0; i < list->count; i++) {
        int unit;
        if (!hz_age_parse(list->text[i], &age[i], &unit))
            return true; /* who reads the number says what is wrong with it, and where */
        if (unit != 0 && said++ == 0) {
            first = unit;
            first_said = i;
        }
        are_alike &= unit == 0 || unit == first;
        has_days |= unit == HZ_AGE_DAYS;
    }
    const bool are_said = said == list->count;
    const bool is_clear = are_alike ? are_said || said == 0 || are_steady(f, age, list->count)
                                    : are_said && !has_days;
    *in_months = !are_alike;
    *months = has_days ? 0 : are_alike ? first : HZ_MONTH;
    if (is_clear)
        return true;
    return hz_error_set(err, HZ_ERROR_DATA, hz_sheet_whole(f->sheet),
                        _("development: ages are in different units, and \"%.*s\" is one of them: "
                          "expected all in months, or all in years (12, 24, 36)"),
                        HZ_TEXT_ARGS(list->text[first_said]));
}

/* Ages with words in them become numbers. */
static bool read_ages(struct hz_triangle_forms *f, const struct calendar *c, struct hz_error *err)
{
    bool are_plain = true, in_months = false;
    int months = 0, unit;
    double age;
    if (are_steps(&c->list))
        return hz_error_set(err, HZ_ERROR_DATA, hz_sheet_whole(f->sheet),
                            _("development \"%.*s\": no age starts at 0, as in a table of the "
                              "factors from age to age: expected amounts, under the ages by which "
                              "they stood so (12, 24, 36, or 0-12, 12-24)"),
                            HZ_TEXT_ARGS(c->list.text[0]));
    if (!find_unit(f, &c->list, &months, &in_months, err))
        return false;
    for (size_t i = 0; i < c->list.count; i++) {
        if (!hz_age_parse(c->list.text[i], &age, &unit))
            return true;
        are_plain &= strspn(c->list.text[i].at, "0123456789.") >= c->list.text[i].length;
    }
    f->plain->age_months = months;
    if (are_plain)
        return true;
    struct hz_text *number = hz_arena_allocate(f->arena, c->list.count, sizeof *number);
    for (size_t i = 0; i < c->list.count; i++)
        if (hz_age_parse(c->list.text[i], &age, &unit))
            number[i] = age_text(f, in_months ? age * unit : age);
    struct hz_sheet *sheet = hz_triangle_form_copy(f);
    for (size_t r = 0; r < sheet->rows; r++)
        hz_triangle_form_put(sheet, r, f->plain->development, number[c->list.of_row[r]]);
    return true;
}

bool hz_triangle_form_ages(struct hz_triangle_forms *f, struct hz_error *err)
{
    const struct calendar calendar = look_at_development(f);
    bool is_calendar;
    if (are_day_numbers(&calendar.list))
        return refuse_day_numbers(f, "development", calendar.list.text[0], err);
    return read_calendar(f, &calendar, &is_calendar, err) &&
           (is_calendar || read_ages(f, &calendar, err));
}

/* triangle_ages_table.c: developments as they are written: see triangle_columns_table.h. */

#include "triangle/age_text.h"
#include "triangle/origin_text.h"
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

static bool is_digits(struct hz_text text)
{
    bool are = text.length > 0;
    for (size_t i = 0; i < text.length; i++)
        are &= hz_digit(text.at[i]) <= 9;
    return are;
}

/* What a calendar development says of each row. */
struct calendar {
    struct hz_column_texts list;
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
    struct calendar c = {.list = hz_triangle_form_texts(f, f->plain->development),
                         .has_origins = true};
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
static bool are_steps(const struct hz_column_texts *list)
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

/* Whether ages rise by the same step, as 12, 24, 36; of two, the second is at most twice as old. */
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
static bool find_unit(struct hz_triangle_forms *f, const struct hz_column_texts *list, int *months,
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
    return hz_triangle_form_refuse_days(f, "development", &calendar.list, err) &&
           read_calendar(f, &calendar, &is_calendar, err) &&
           (is_calendar || read_ages(f, &calendar, err));
}

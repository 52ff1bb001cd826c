/* triangle_valuation_table.c: a column of valuation dates: see triangle_columns_table.h. */

#include "triangle/origin_text.h"
#include "triangle/triangle_columns_table.h"

#include <math.h>

/* Usual names, as hz_triangle_form_rank folds them. */
static const char *const names[] = {"valuation",
                                    "valuationdate",
                                    "valuationyear",
                                    "valuationquarter",
                                    "valuationmonth",
                                    "valuationperiod",
                                    "valuedat",
                                    "valdate",
                                    "evaluation",
                                    "evaluationdate",
                                    "evaluationyear",
                                    "evaldate",
                                    "asof",
                                    "asofdate",
                                    "asat",
                                    "asatdate",
                                    "snapshot",
                                    "snapshotdate",
                                    "developmentyear",
                                    "developmentdate",
                                    "calendaryear",
                                    "calendarperiod",
                                    "评估日",
                                    "评估日期",
                                    "评估年",
                                    "评估年度",
                                    "评估时点",
                                    "估值日",
                                    "估值日期",
                                    "估值时点",
                                    "截至日",
                                    "截至日期",
                                    "截止日",
                                    "截止日期",
                                    "统计截止日",
                                    "日历年",
                                    "日历年度",
                                    NULL};

bool hz_triangle_form_is_valuation(struct hz_text header)
{
    return hz_triangle_form_rank(header, names) >= 0;
}

/* Months that an age of 1 may last. */
static const int units[] = {HZ_YEAR, HZ_HALF_YEAR, HZ_QUARTER, HZ_MONTH};

/* Part of a month by which dates may differ: the last day of business, the morning after. */
static const double BUSINESS_DAYS = 0.2;

bool hz_triangle_end_parse(struct hz_text text, double *end)
{
    struct hz_stamp stamp;
    if (!hz_stamp_parse(text, &stamp))
        return false;
    *end = hz_stamp_end(&stamp);
    if (fabs(*end - round(*end)) < BUSINESS_DAYS)
        *end = round(*end);
    return true;
}

/* Whether nothing is there that a date could be of; false while no column of values is known. */
static bool is_without_value(const struct hz_triangle_forms *f, size_t row)
{
    return f->plain->value >= 0 &&
           hz_triangle_is_missing(hz_sheet_cell(f->sheet, row, f->plain->value));
}

/*
 * Whether a column has dates where values are; *other is the first such row without one, `rows`
 * where there is none.
 */
static bool has_dates(const struct hz_triangle_forms *f, int column, size_t *other)
{
    const struct hz_sheet *sheet = f->sheet;
    const struct hz_text *last = NULL;
    size_t dates = 0;
    *other = sheet->rows;
    for (size_t r = 0; r < sheet->rows; r++) {
        double end;
        const struct hz_text *cell = &sheet->cell[r * sheet->columns + (size_t)column];
        if (is_without_value(f, r) || (last && hz_text_equal(*last, *cell)))
            continue;
        last = cell;
        if (hz_triangle_end_parse(*cell, &end))
            dates++;
        else if (*other == sheet->rows)
            *other = r;
    }
    return dates > 0;
}

bool hz_triangle_form_find_valuation(struct hz_triangle_forms *f, struct hz_error *err)
{
    for (int c = 0; c < (int)f->sheet->columns && f->valued < 0; c++) {
        const struct hz_text name = f->sheet->header[c];
        size_t other;
        if (f->is_used[c] || f->sheet->rows == 0 || !hz_triangle_form_is_valuation(name))
            continue;
        const bool are_dates = has_dates(f, c, &other);
        const struct hz_text text =
            other < f->sheet->rows ? hz_sheet_cell(f->sheet, other, c) : hz_text_of("");
        if (are_dates && other == f->sheet->rows) {
            f->valued = c;
        } else if (are_dates && !f->form->value) {
            return hz_error_set(err, HZ_ERROR_DATA, hz_sheet_place(f->sheet, other, c),
                                _("%.*s \"%.*s\" is no date, as those of other rows are: expected "
                                  "2021-12-31, 2021Q4 or 2021"),
                                HZ_TEXT_ARGS(name), HZ_TEXT_ARGS(text));
        } else if (hz_is_day_number(text)) {
            return hz_error_set(err, HZ_ERROR_DATA, hz_sheet_place(f->sheet, other, c),
                                _("%.*s \"%.*s\" looks like the number of a day in a spreadsheet: "
                                  "write dates (2021-12-31)"),
                                HZ_TEXT_ARGS(name), HZ_TEXT_ARGS(text));
        } else if (!are_dates) {
            hz_triangle_form_note(
                f,
                _("the column \"%.*s\" has no dates (2021-12-31) but \"%.*s\": it "
                  "says of no triangle when it was valued"),
                HZ_TEXT_ARGS(name), HZ_TEXT_ARGS(text));
        }
    }
    return true;
}

/*
 * Whether a row's date is the end of its cell, where an age of 1 has so many months and the first
 * is `least`. Also if nothing is there.
 */
static bool is_own_date(const struct hz_triangle_forms *f, size_t row, int unit, double least)
{
    hz_period period;
    enum hz_grain grain;
    double end = 0, age = 0;
    struct hz_error ignored = {0};
    if (is_without_value(f, row))
        return true;
    if (!hz_origin_period(hz_sheet_cell(f->sheet, row, f->plain->origin), &period, &grain) ||
        !hz_sheet_number(f->sheet, row, f->plain->development, &age, &ignored) ||
        !hz_triangle_end_parse(hz_sheet_cell(f->sheet, row, f->valued), &end))
        return false;
    const double months = (age + (least > 0 ? 0 : 1)) * unit;
    return fabs((double)period * (int)grain + f->shift + months - end) < BUSINESS_DAYS;
}

/* The months in an age of 1 with which most rows' dates are their own, and the number of these. */
static int find_unit(const struct hz_triangle_forms *f, double least, size_t *own)
{
    int unit = f->plain->age_months;
    *own = 0;
    for (size_t u = 0; u < HZ_COUNT(units); u++) {
        size_t count = 0;
        if (f->plain->age_months > 0 && units[u] != f->plain->age_months)
            continue;
        for (size_t r = 0; r < f->sheet->rows; r++)
            count += is_own_date(f, r, units[u], least);
        if (count > *own) {
            *own = count;
            unit = units[u];
        }
    }
    return unit;
}

static double least_age(const struct hz_triangle_forms *f)
{
    double least = (double)INFINITY, age = 0;
    struct hz_error ignored = {0};
    for (size_t r = 0; r < f->sheet->rows; r++)
        if (hz_sheet_number(f->sheet, r, f->plain->development, &age, &ignored))
            least = fmin(least, age);
    return least;
}

/* Whether the dates of all rows are their own. */
static bool are_own_dates(const struct hz_triangle_forms *f, int unit, double least)
{
    bool are = f->plain->age_months == 0 || f->plain->age_months == unit;
    for (size_t r = 0; r < f->sheet->rows && are; r++)
        are = is_own_date(f, r, unit, least);
    return are;
}

void hz_triangle_form_drop_own_dates(struct hz_triangle_forms *f)
{
    const double least = f->valued >= 0 ? least_age(f) : 0;
    for (size_t u = 0; u < HZ_COUNT(units) && f->valued >= 0; u++)
        if (are_own_dates(f, units[u], least)) {
            f->plain->age_months = units[u];
            f->is_used[f->valued] = true;
            f->valued = -1;
        }
}

/* Whether a row's date is that of the first row. Also if nothing is there. */
static bool is_first_date(const struct hz_triangle_forms *f, size_t row, struct hz_text first)
{
    return is_without_value(f, row) ||
           hz_text_equal(first, hz_sheet_cell(f->sheet, row, f->valued));
}

bool hz_triangle_form_refuse_valuation(const struct hz_triangle_forms *f, struct hz_error *err)
{
    const struct hz_text name = f->sheet->header[f->valued];
    const bool is_long = f->plain->value >= 0 && f->plain->development >= 0;
    const double least = is_long ? least_age(f) : 0;
    size_t own = 0, alike = 0, r = 0;
    const int unit = is_long ? find_unit(f, least, &own) : 0;
    while (r + 1 < f->sheet->rows && is_without_value(f, r))
        r++;
    const struct hz_text first = hz_sheet_cell(f->sheet, r, f->valued);
    for (size_t i = 0; i < f->sheet->rows; i++)
        alike += is_first_date(f, i, first);
    const bool are_own = own > alike;
    while (r + 1 < f->sheet->rows &&
           (are_own ? is_own_date(f, r, unit, least) : is_first_date(f, r, first)))
        r++;
    const struct hz_text text = hz_sheet_cell(f->sheet, r, f->valued);
    if (are_own)
        return hz_error_set(
            err, HZ_ERROR_DATA, hz_sheet_place(f->sheet, r, f->valued),
            _("%.*s \"%.*s\" is not when origin %.*s is %.*s old, as the dates of most rows are: "
              "mend it, or leave the column out (--value %.*s)"),
            HZ_TEXT_ARGS(name), HZ_TEXT_ARGS(text),
            HZ_TEXT_ARGS(hz_sheet_cell(f->sheet, r, f->plain->origin)),
            HZ_TEXT_ARGS(hz_sheet_cell(f->sheet, r, f->plain->development)),
            HZ_TEXT_ARGS(f->sheet->header[f->plain->value]));
    return hz_error_set(err, HZ_ERROR_DATA, hz_sheet_place(f->sheet, r, f->valued),
                        _("%.*s \"%.*s\": expected one date for all of a triangle, as \"%.*s\" "
                          "above, or that of each cell: mend it, or leave the column out"),
                        HZ_TEXT_ARGS(name), HZ_TEXT_ARGS(text), HZ_TEXT_ARGS(first));
}

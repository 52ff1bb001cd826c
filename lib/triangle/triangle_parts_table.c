/* triangle_parts_table.c: years and their parts in two columns: see triangle_columns_table.h. */

#include "triangle/age_text.h"
#include "triangle/origin_text.h"
#include "triangle/triangle_columns_table.h"

#include <stdio.h>

/* How columns of parts are called, as hz_triangle_form_rank folds them. */
static const char *const quarters[] = {
    "quarter", "qtr",  "accidentquarter", "accquarter", "lossquarter", "originquarter", "aq",
    "季",      "季度", "出险季",          "出险季度",   "事故季度",    "事故季",        "承保季度",
    NULL};
static const char *const halves[] = {
    "half", "halfyear", "semester", "accidenthalf", "accidenthalfyear", "半年", "出险半年", NULL};
static const char *const months[] = {
    "month", "mon",    "accidentmonth", "accmonth", "lossmonth", "originmonth", "am", "月",
    "月份",  "出险月", "出险月份",      "事故月",   "事故月份",  "承保月",      NULL};

/* The same of developments. */
static const char *const development_quarters[] = {
    "developmentquarter", "devquarter", "valuationquarter", "evaluationquarter", "calendarquarter",
    "paymentquarter",     "进展季",     "进展季度",         "评估季度",          NULL};
static const char *const development_halves[] = {"developmenthalf", "valuationhalf", "calendarhalf",
                                                 NULL};
static const char *const development_months[] = {
    "developmentmonth", "devmonth", "valuationmonth", "evaluationmonth", "calendarmonth",
    "paymentmonth",     "进展月",   "评估月",         "评估月份",        NULL};

/* Columns of parts of one length. */
struct part_names {
    enum hz_grain grain;
    const char *const *name;
};

static const struct part_names of_origins[] = {
    {HZ_QUARTER, quarters}, {HZ_HALF_YEAR, halves}, {HZ_MONTH, months}};
static const struct part_names of_developments[] = {{HZ_QUARTER, development_quarters},
                                                    {HZ_HALF_YEAR, development_halves},
                                                    {HZ_MONTH, development_months}};

/* Which part of the year a cell says: 3, Q3, 3季度, Mar, 上半年, or 2021Q3. 0: none. */
static int part_of(struct hz_text cell, enum hz_grain grain)
{
    const char *const before[] = {grain == HZ_QUARTER     ? "2021Q"
                                  : grain == HZ_HALF_YEAR ? "2021H"
                                                          : "2021-",
                                  "2021", ""};
    char text[48];
    struct hz_stamp stamp;
    for (size_t b = 0; b < HZ_COUNT(before) && cell.length > 0 && cell.length < 32; b++) {
        snprintf(text, sizeof text, "%s%.*s", before[b], HZ_TEXT_ARGS(cell));
        if (hz_stamp_parse(hz_text_of(text), &stamp) && stamp.grain == grain && stamp.day == 0)
            return (stamp.month - 1) / (int)grain + 1;
    }
    return 0;
}

/* Whether a column has years in full in all rows, and another their parts. */
static bool are_parts(const struct hz_triangle_forms *f, int year, int part, enum hz_grain grain)
{
    for (size_t r = 0; r < f->sheet->rows; r++) {
        struct hz_stamp stamp, own;
        const struct hz_text cell = hz_sheet_cell(f->sheet, r, part);
        if (!hz_stamp_parse(hz_sheet_cell(f->sheet, r, year), &stamp) || stamp.grain != HZ_YEAR ||
            (grain == HZ_MONTH && hz_origin_is_fiscal(hz_sheet_cell(f->sheet, r, year))) ||
            part_of(cell, grain) == 0 ||
            (hz_stamp_parse(cell, &own) && own.year != stamp.year)) /* 2021Q3 beside 2020 */
            return false;
    }
    return f->sheet->rows > 0;
}

/* Whether --by names a column. */
static bool is_asked_for(const struct hz_triangle_forms *f, int column)
{
    for (const char *at = f->form->by; at && *at;) {
        const size_t length = strcspn(at, ",");
        if (hz_triangle_form_named(f, hz_text_trim((struct hz_text){at, length})) == column)
            return true;
        at += length + (at[length] == ',');
    }
    return false;
}

/* Puts 2021Q3 where there were 2021 and 3. */
static void join(struct hz_triangle_forms *f, int year, int part, enum hz_grain grain)
{
    struct hz_sheet *sheet = hz_triangle_form_copy(f);
    for (size_t r = 0; r < sheet->rows; r++) {
        char label[HZ_FISCAL_TEXT];
        const struct hz_text text = hz_sheet_cell(sheet, r, year);
        const struct hz_text cell = hz_sheet_cell(sheet, r, part);
        struct hz_stamp stamp;
        (void)hz_stamp_parse(text, &stamp);
        const bool is_fiscal = hz_origin_is_fiscal(text);
        const hz_period period =
            (hz_period)(hz_stamp_period(&stamp, grain) + part_of(cell, grain) - 1);
        hz_fiscal_format(period, grain, is_fiscal, label);
        if (r == 0)
            hz_triangle_form_note(
                f,
                _("\"%.*s\" and \"%.*s\" are taken together: %.*s and %.*s as %s (--by says if "
                  "one is a group)"),
                HZ_TEXT_ARGS(sheet->header[year]), HZ_TEXT_ARGS(sheet->header[part]),
                HZ_TEXT_ARGS(text), HZ_TEXT_ARGS(cell), label);
        hz_triangle_form_put(sheet, r, year, hz_arena_text(f->arena, hz_text_of(label)));
    }
}

/* Whether a column has parts in all rows, and another numbers that are no years: ages. */
static bool are_parts_of_ages(const struct hz_triangle_forms *f, int age, int part,
                              enum hz_grain grain)
{
    for (size_t r = 0; r < f->sheet->rows; r++) {
        struct hz_stamp stamp;
        double number;
        int unit;
        const struct hz_text text = hz_sheet_cell(f->sheet, r, age);
        if (part_of(hz_sheet_cell(f->sheet, r, part), grain) == 0 || hz_stamp_parse(text, &stamp) ||
            !hz_age_parse(text, &number, &unit))
            return false;
    }
    return f->sheet->rows > 0;
}

static bool join_parts(struct hz_triangle_forms *f, int year, const struct part_names names[],
                       size_t count, struct hz_error *err)
{
    for (int c = 0; c < (int)f->sheet->columns && year >= 0; c++)
        for (size_t n = 0; n < count; n++) {
            if (f->is_used[c] || hz_triangle_form_rank(f->sheet->header[c], names[n].name) < 0 ||
                is_asked_for(f, c))
                continue;
            if (are_parts(f, year, c, names[n].grain)) {
                f->is_used[c] = true;
                join(f, year, c, names[n].grain);
                return true;
            }
            if (are_parts_of_ages(f, year, c, names[n].grain))
                return hz_error_set(
                    err, HZ_ERROR_DATA, hz_sheet_whole(f->sheet),
                    _("\"%.*s\" has parts of years, and \"%.*s\" no years to go with them: give "
                      "both in one column, as 2021Q3 or as an age in quarters, or say that it is a "
                      "group (--by %.*s)"),
                    HZ_TEXT_ARGS(f->sheet->header[c]), HZ_TEXT_ARGS(f->sheet->header[year]),
                    HZ_TEXT_ARGS(f->sheet->header[c]));
        }
    return true;
}

bool hz_triangle_form_parts(struct hz_triangle_forms *f, struct hz_error *err)
{
    return join_parts(f, f->plain->origin, of_origins, HZ_COUNT(of_origins), err) &&
           join_parts(f, f->plain->development, of_developments, HZ_COUNT(of_developments), err);
}

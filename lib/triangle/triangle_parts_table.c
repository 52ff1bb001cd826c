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

enum { LENGTHS = 3 }; /* of parts, the shortest first */

static const struct part_names of_origins[LENGTHS] = {
    {HZ_MONTH, months}, {HZ_QUARTER, quarters}, {HZ_HALF_YEAR, halves}};
static const struct part_names of_developments[LENGTHS] = {{HZ_MONTH, development_months},
                                                           {HZ_QUARTER, development_quarters},
                                                           {HZ_HALF_YEAR, development_halves}};

/* A column of parts. */
struct parts {
    int column;
    enum hz_grain grain;
};

/* Which part of the year a cell says: 3, 3.0, Q3, 3季度, Mar, 上半年, or 2021Q3. 0: none. */
static int part_of(struct hz_text cell, enum hz_grain grain)
{
    const char *const before[] = {grain == HZ_QUARTER     ? "2021Q"
                                  : grain == HZ_HALF_YEAR ? "2021H"
                                                          : "2021-",
                                  "2021", ""};
    char text[48];
    struct hz_stamp stamp;
    if (cell.length > 2 && memcmp(cell.at + cell.length - 2, ".0", 2) == 0)
        cell.length -= 2; /* a whole number that a program wrote */
    for (size_t b = 0; b < HZ_COUNT(before) && cell.length > 0 && cell.length < 32; b++) {
        snprintf(text, sizeof text, "%s%.*s", before[b], HZ_TEXT_ARGS(cell));
        if (hz_stamp_parse(hz_text_of(text), &stamp) && stamp.grain == grain && stamp.day == 0)
            return (stamp.month - 1) / (int)grain + 1;
    }
    return 0;
}

/* Whether a row has a year in full and a part of it; or no part, so that the year stays one. */
static bool is_part(const struct hz_triangle_forms *f, size_t row, int year, struct parts part)
{
    struct hz_stamp stamp, own;
    const struct hz_text text = hz_sheet_cell(f->sheet, row, year);
    const struct hz_text cell = hz_sheet_cell(f->sheet, row, part.column);
    if (hz_triangle_is_missing(cell))
        return true;
    return hz_stamp_parse(text, &stamp) && stamp.grain == HZ_YEAR &&
           (part.grain != HZ_MONTH || !hz_origin_is_fiscal(text)) &&
           part_of(cell, part.grain) > 0 &&
           (!hz_stamp_parse(cell, &own) || own.year == stamp.year); /* no 2021Q3 beside 2020 */
}

/* Whether all rows are so, and one at least has a part. */
static bool are_parts(const struct hz_triangle_forms *f, int year, struct parts part)
{
    size_t missing = 0;
    for (size_t r = 0; r < f->sheet->rows; r++) {
        missing += hz_triangle_is_missing(hz_sheet_cell(f->sheet, r, part.column));
        if (!is_part(f, r, year, part))
            return false;
    }
    return missing < f->sheet->rows;
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
static void join(struct hz_triangle_forms *f, int year, struct parts part)
{
    struct hz_sheet *sheet = hz_triangle_form_copy(f);
    bool is_told = false;
    for (size_t r = 0; r < sheet->rows; r++) {
        char label[HZ_FISCAL_TEXT];
        const struct hz_text text = hz_sheet_cell(sheet, r, year);
        const struct hz_text cell = hz_sheet_cell(sheet, r, part.column);
        struct hz_stamp stamp;
        if (hz_triangle_is_missing(cell))
            continue;
        (void)hz_stamp_parse(text, &stamp);
        const bool is_fiscal = hz_origin_is_fiscal(text);
        const hz_period period =
            (hz_period)(hz_stamp_period(&stamp, part.grain) + part_of(cell, part.grain) - 1);
        hz_fiscal_format(period, part.grain, is_fiscal, label);
        if (!is_told)
            hz_triangle_form_note(
                f,
                _("\"%.*s\" and \"%.*s\" are taken together: %.*s and %.*s as %s (--by says if "
                  "one is a group)"),
                HZ_TEXT_ARGS(sheet->header[year]), HZ_TEXT_ARGS(sheet->header[part.column]),
                HZ_TEXT_ARGS(text), HZ_TEXT_ARGS(cell), label);
        is_told = true;
        hz_triangle_form_put(sheet, r, year, hz_arena_text(f->arena, hz_text_of(label)));
    }
}

/* Whether a column has parts in all rows, and another numbers that are no years: ages. */
static bool are_parts_of_ages(const struct hz_triangle_forms *f, int age, struct parts part)
{
    for (size_t r = 0; r < f->sheet->rows; r++) {
        struct hz_stamp stamp;
        double number;
        int unit;
        const struct hz_text text = hz_sheet_cell(f->sheet, r, age);
        if (part_of(hz_sheet_cell(f->sheet, r, part.column), part.grain) == 0 ||
            hz_stamp_parse(text, &stamp) || !hz_age_parse(text, &number, &unit))
            return false;
    }
    return f->sheet->rows > 0;
}

static bool refuse_ages(const struct hz_triangle_forms *f, int age, int part, struct hz_error *err)
{
    return hz_error_set(
        err, HZ_ERROR_DATA, hz_sheet_whole(f->sheet),
        _("\"%.*s\" has parts of years, and \"%.*s\" no years to go with them: give "
          "both in one column, as 2021Q3 or as an age in quarters, or say that it is a "
          "group (--by %.*s)"),
        HZ_TEXT_ARGS(f->sheet->header[part]), HZ_TEXT_ARGS(f->sheet->header[age]),
        HZ_TEXT_ARGS(f->sheet->header[part]));
}

/*
 * Keeps of two columns of parts the shorter ones, which say the others too: month 5 is in quarter
 * 2. But where each is the same month of its quarter, as 3, 6, 9 and 12 are, the quarters are
 * meant. Refused: month 5 beside quarter 1.
 */
static bool keep_one(const struct hz_triangle_forms *f, struct parts *kept, struct parts longer,
                     struct hz_error *err)
{
    const struct hz_sheet *sheet = f->sheet;
    const int in_one = (int)longer.grain / (int)kept->grain;
    int place = -1;
    bool are_places = false;
    for (size_t r = 0; r < sheet->rows; r++) {
        const struct hz_text a = hz_sheet_cell(sheet, r, kept->column);
        const struct hz_text b = hz_sheet_cell(sheet, r, longer.column);
        if (hz_triangle_is_missing(a) || hz_triangle_is_missing(b))
            continue;
        const int before = part_of(a, kept->grain) - 1;
        if (before / in_one + 1 != part_of(b, longer.grain))
            return hz_error_set(
                err, HZ_ERROR_DATA, hz_sheet_place(sheet, r, longer.column),
                _("%.*s \"%.*s\" and %.*s \"%.*s\" are not in one part of the year: leave one of "
                  "the two columns out, or say that one is a group (--by %.*s)"),
                HZ_TEXT_ARGS(sheet->header[longer.column]), HZ_TEXT_ARGS(b),
                HZ_TEXT_ARGS(sheet->header[kept->column]), HZ_TEXT_ARGS(a),
                HZ_TEXT_ARGS(sheet->header[kept->column]));
        are_places |= place >= 0 && place != before % in_one;
        place = before % in_one;
    }
    if (!are_places && in_one > 1)
        *kept = longer;
    return true;
}

static bool join_parts(struct hz_triangle_forms *f, int year,
                       const struct part_names names[LENGTHS], struct hz_error *err)
{
    struct parts kept = {.column = -1};
    for (size_t n = 0; n < LENGTHS && year >= 0; n++)
        for (int c = 0; c < (int)f->sheet->columns; c++) {
            const struct parts part = {c, names[n].grain};
            if (f->is_used[c] || hz_triangle_form_rank(f->sheet->header[c], names[n].name) < 0 ||
                is_asked_for(f, c))
                continue;
            if (are_parts_of_ages(f, year, part))
                return refuse_ages(f, year, c, err);
            if (!are_parts(f, year, part))
                continue;
            if (kept.column < 0)
                kept = part;
            else if (!keep_one(f, &kept, part, err))
                return false;
            f->is_used[c] = true;
        }
    if (kept.column >= 0)
        join(f, year, kept);
    return true;
}

bool hz_triangle_form_parts(struct hz_triangle_forms *f, struct hz_error *err)
{
    return join_parts(f, f->plain->origin, of_origins, err) &&
           join_parts(f, f->plain->development, of_developments, err);
}

bool hz_triangle_form_note_parts(struct hz_triangle_forms *f, int column)
{
    const struct hz_text name = f->sheet->header[column];
    for (size_t n = 0; n < 2 * LENGTHS; n++) {
        const struct part_names *names =
            n < LENGTHS ? &of_origins[n] : &of_developments[n - LENGTHS];
        const int year = n < LENGTHS ? f->plain->origin : f->plain->development;
        size_t r = 0;
        if (year < 0 || hz_triangle_form_rank(name, names->name) < 0)
            continue;
        while (r + 1 < f->sheet->rows && is_part(f, r, year, (struct parts){column, names->grain}))
            r++;
        hz_triangle_form_note(
            f,
            _("the column \"%.*s\" is called like parts of the years in \"%.*s\", but \"%.*s\" "
              "beside \"%.*s\" is not read as one: it is taken as a group, so that each of its "
              "values is a triangle (--by says so, or not)"),
            HZ_TEXT_ARGS(name), HZ_TEXT_ARGS(f->sheet->header[year]),
            HZ_TEXT_ARGS(hz_sheet_cell(f->sheet, r, column)),
            HZ_TEXT_ARGS(hz_sheet_cell(f->sheet, r, year)));
        return true;
    }
    return false;
}

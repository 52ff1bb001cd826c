/* triangle_form_table.c: see triangle_form_table.h. */

#include "triangle/triangle_form_table.h"

#include "triangle/age_text.h"
#include "triangle/stamp_text.h"
#include "triangle/triangle_columns_table.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

const char *const hz_age_unit_names[] = {"month", "quarter", "half-year", "year", NULL};

int hz_triangle_form_unit(const struct hz_triangle_form *form)
{
    static const int months[] = {HZ_MONTH, HZ_QUARTER, HZ_HALF_YEAR, HZ_YEAR};
    for (size_t u = 0; form && form->age_unit && u < HZ_COUNT(months); u++)
        if (strcmp(form->age_unit, hz_age_unit_names[u]) == 0)
            return months[u];
    return 0;
}

static bool is_diagonals(const struct hz_triangle_form *form)
{
    const size_t digits = form && form->as_of ? strspn(form->as_of, "0123456789") : 0;
    return digits > 0 && digits < 4 && form->as_of[digits] == '\0';
}

bool hz_triangle_form_diagonals(const struct hz_triangle_form *form, size_t *diagonals,
                                struct hz_error *err)
{
    struct hz_stamp stamp;
    *diagonals = form && is_diagonals(form) ? strtoul(form->as_of, NULL, 10) : 0;
    if (!form || !form->as_of || is_diagonals(form) ||
        hz_stamp_parse(hz_text_of(form->as_of), &stamp))
        return true;
    return hz_error_set(
        err, HZ_ERROR_USAGE, HZ_NOWHERE,
        _("--as-of: \"%s\" is neither a number of diagonals below 1000 nor a period "
          "or day (2021, 2021Q3, 2021-07, 2021-07-31)"),
        form->as_of);
}

/* The bytes of the date or period that a text begins with, blanks and colons before it passed. */
static struct hz_text date_at(struct hz_text text)
{
    static const char *const signs[] = {"年", "月", "日", "季", "第"};
    struct hz_text date;
    while (text.length > 0 && (*text.at == ' ' || *text.at == ':' || *text.at == '='))
        text = (struct hz_text){text.at + 1, text.length - 1};
    if (text.length >= 3 && memcmp(text.at, "：", 3) == 0)
        text = (struct hz_text){text.at + 3, text.length - 3};
    for (date = (struct hz_text){text.at, 0}; date.length < text.length;) {
        const char *at = text.at + date.length;
        const size_t left = text.length - date.length;
        size_t length = memchr("0123456789-/Qq", *at, 14) != NULL;
        for (size_t s = 0; length == 0 && s < HZ_COUNT(signs); s++)
            if (left >= strlen(signs[s]) && memcmp(at, signs[s], strlen(signs[s])) == 0)
                length = strlen(signs[s]);
        if (length == 0)
            break;
        date.length += length;
    }
    return date;
}

const char *hz_triangle_form_valued(const struct hz_sheet *sheet, struct hz_arena *arena)
{
    static const char *const phrase[] = {
        "as of",    "as at",  "valuation date", "valuation", "valued at", "评估时点",
        "评估日期", "评估日", "估值日期",       "估值日",    "截至"};
    for (size_t i = 0; i < sheet->before.length; i++)
        for (size_t p = 0; p < HZ_COUNT(phrase); p++) {
            const size_t length = strlen(phrase[p]);
            struct hz_stamp stamp;
            if (sheet->before.length - i < length ||
                strncasecmp(sheet->before.at + i, phrase[p], length) != 0)
                continue;
            const struct hz_text date = date_at(
                (struct hz_text){sheet->before.at + i + length, sheet->before.length - i - length});
            if (date.length > 0 && hz_stamp_parse(date, &stamp))
                return hz_arena_string(arena, date);
        }
    return NULL;
}

double hz_triangle_form_end(const struct hz_triangle_form *form)
{
    struct hz_stamp stamp;
    if (!form || !form->as_of || is_diagonals(form) ||
        !hz_stamp_parse(hz_text_of(form->as_of), &stamp))
        return (double)INFINITY;
    return hz_stamp_end(&stamp);
}

/* Whether the header has ages, and nothing that is called like amounts: a wide table. */
static bool is_wide(const struct hz_triangle_forms *f)
{
    size_t ages = 0;
    for (size_t c = 0; c < f->sheet->columns; c++) {
        struct hz_stamp stamp;
        double age;
        int months;
        ages += hz_age_parse(f->sheet->header[c], &age, &months) ||
                hz_stamp_parse(f->sheet->header[c], &stamp);
    }
    return ages > 0;
}

/* A table of a row a cell. */
static bool read_long(struct hz_triangle_forms *f, struct hz_error *err)
{
    if (!hz_triangle_form_totals(f, err) || !hz_triangle_form_origins(f, err) ||
        !hz_triangle_form_ages(f, err) || !hz_triangle_form_find_valuation(f, err))
        return false;
    hz_triangle_form_drop_own_dates(f);
    return hz_triangle_form_groups(f, err);
}

/* A table of a row an origin, where a column called like a date of valuation is no development. */
static bool read_wide(struct hz_triangle_forms *f, struct hz_error *err)
{
    const int development = f->plain->development;
    if (f->plain->origin >= 0 && development >= 0) {
        f->is_used[development] = false;
        f->plain->development = -1;
    }
    return hz_triangle_form_find_valuation(f, err) && hz_triangle_wide_read(f, err) &&
           hz_triangle_form_origins(f, err) && hz_triangle_form_ages(f, err);
}

/* A table of either form. */
static bool read_any(struct hz_triangle_forms *f, struct hz_error *err)
{
    struct hz_triangle_plain *plain = f->plain;
    hz_triangle_form_times(f);
    if (!hz_triangle_form_parts(f, err))
        return false;
    if (plain->origin < 0 || plain->development < 0)
        return read_wide(f, err);
    if (!hz_triangle_form_value(f, err))
        return false;
    if (plain->value < 0 && hz_triangle_form_is_valuation(f->sheet->header[plain->development]) &&
        is_wide(f))
        return read_wide(f, err);
    if (plain->value < 0)
        return hz_triangle_form_refuse(
            f, hz_text_of("value"), _(", nor another usual name of amounts (--value COLUMN)"), err);
    return read_long(f, err);
}

bool hz_triangle_forms_read(struct hz_triangle_plain *plain, const struct hz_sheet *sheet,
                            const struct hz_triangle_form *form, struct hz_arena *arena,
                            struct hz_error *err)
{
    static const struct hz_triangle_form usual = {0};
    struct hz_triangle_forms f = {.plain = plain,
                                  .sheet = sheet,
                                  .form = form ? form : &usual,
                                  .arena = arena,
                                  .valued = -1,
                                  .is_used =
                                      hz_arena_allocate(arena, sheet->columns, sizeof *f.is_used),
                                  .key = hz_arena_allocate(arena, sheet->columns, sizeof *f.key)};
    *plain = (struct hz_triangle_plain){.sheet = sheet, .value = -1, .valued = -1};
    plain->key = f.key;
    if (!read_any(&f, err))
        return false;
    hz_triangle_form_unseen(&f);
    return true;
}

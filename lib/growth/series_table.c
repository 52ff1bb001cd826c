/* series_table.c: see series_table.h. */

#include "growth/series_table.h"

#include "file/forms.h"
#include "file/sheet_decimals.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

enum { LAST_YEAR = 9999 };

struct year_row {
    int64_t year;
    size_t row;
};

static int compare_years(const void *left, const void *right)
{
    const struct year_row *a = left, *b = right;
    if (a->year != b->year)
        return a->year < b->year ? -1 : 1;
    return a->row < b->row ? -1 : 1;
}

/* 2021, 2021年 or 2021年度. */
static bool read_year(const struct hz_sheet *sheet, int column, struct year_row *at,
                      struct hz_error *err)
{
    if (!hz_sheet_year(sheet, at->row, column, &at->year, err))
        return false;
    if (at->year < 1 || at->year > LAST_YEAR)
        return hz_error_set(err, HZ_ERROR_DATA, hz_sheet_place(sheet, at->row, column),
                            _("year: %" PRId64 " is not a year (expected 1 to %d)"), at->year,
                            LAST_YEAR);
    return true;
}

/* That each of the sorted years follows the one before it. */
static bool check_years(const struct hz_sheet *sheet, int column, const struct year_row at[],
                        struct hz_error *err)
{
    for (size_t i = 1; i < sheet->rows; i++) {
        const struct hz_place place = hz_sheet_place(sheet, at[i].row, column);
        if (at[i].year == at[i - 1].year)
            return hz_error_set(err, HZ_ERROR_DATA, place,
                                _("year: %" PRId64 " stands on line %" PRIu64 " already"),
                                at[i].year, sheet->line[at[i - 1].row]);
        if (at[i].year > at[i - 1].year + 1)
            return hz_error_set(err, HZ_ERROR_DATA, place,
                                _("year: %" PRId64 " comes after %" PRId64 ": there is no row for "
                                  "%" PRId64),
                                at[i].year, at[i - 1].year, at[i - 1].year + 1);
    }
    return true;
}

/* Finds the rows in the order of their years. */
static bool read_years(struct hz_series_table *table, int column, struct hz_arena *arena,
                       struct hz_error *err)
{
    const struct hz_sheet *sheet = table->sheet;
    if (sheet->rows == 0)
        return hz_error_set(err, HZ_ERROR_DATA, hz_sheet_whole(sheet),
                            _("there is no row: expected one a year"));
    struct year_row *at = hz_arena_allocate(arena, sheet->rows, sizeof *at);
    for (size_t i = 0; i < sheet->rows; i++) {
        at[i].row = i;
        if (!read_year(sheet, column, &at[i], err))
            return false;
    }
    qsort(at, sheet->rows, sizeof *at, compare_years);
    if (!check_years(sheet, column, at, err))
        return false;
    size_t *row = hz_arena_allocate(arena, sheet->rows, sizeof *row);
    for (size_t i = 0; i < sheet->rows; i++)
        row[i] = at[i].row;
    table->first_year = (int)at[0].year;
    table->years = sheet->rows;
    table->row = row;
    return true;
}

static bool read_levels(const struct hz_series_table *table, struct hz_series *series,
                        struct hz_arena *arena, struct hz_error *err)
{
    double *level = hz_arena_allocate(arena, table->years, sizeof *level);
    for (size_t y = 0; y < table->years; y++)
        if (hz_sheet_cell(table->sheet, table->row[y], series->column).length == 0)
            level[y] = (double)NAN;
        else if (!hz_sheet_number(table->sheet, table->row[y], series->column, &level[y], err))
            return false;
    series->level = level;
    series->decimals = hz_sheet_decimals(table->sheet, series->column);
    return true;
}

bool hz_series_table_read(struct hz_series_table *table, const struct hz_sheet *sheet,
                          struct hz_arena *arena, struct hz_error *err)
{
    int year;
    *table = (struct hz_series_table){.sheet = sheet};
    if (!hz_sheet_find(sheet, "year", &year, err) || !read_years(table, year, arena, err))
        return false;
    if (sheet->columns < 2)
        return hz_error_set(err, HZ_ERROR_DATA, hz_sheet_whole(sheet),
                            _("there is no column of figures beside \"year\""));
    struct hz_series *series = hz_arena_allocate(arena, sheet->columns - 1, sizeof *series);
    for (int c = 0; c < (int)sheet->columns; c++) {
        if (c == year)
            continue;
        struct hz_series *next = &series[table->count++];
        *next = (struct hz_series){.name = sheet->header[c], .column = c};
        if (!read_levels(table, next, arena, err))
            return false;
    }
    table->series = series;
    return true;
}

bool hz_series_table_keep(struct hz_series_table *table, const char *list, struct hz_arena *arena,
                          struct hz_error *err)
{
    struct hz_series *kept = hz_arena_allocate(arena, table->count, sizeof *kept);
    size_t count = 0;
    for (const char *at = list; *at; at += strcspn(at, ","), at += *at == ',') {
        const struct hz_text name = {at, strcspn(at, ",")};
        const int column = hz_sheet_column(table->sheet, hz_arena_string(arena, name));
        size_t s = 0;
        while (s < table->count && table->series[s].column != column)
            s++;
        if (s == table->count)
            return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                                _("--series: the table has no column \"%.*s\" of figures"),
                                HZ_TEXT_ARGS(name));
        for (size_t k = 0; k < count; k++)
            if (kept[k].column == column)
                return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                                    _("--series: \"%.*s\" stands twice"), HZ_TEXT_ARGS(name));
        kept[count++] = table->series[s];
    }
    table->series = kept;
    table->count = count;
    return true;
}

void hz_series_tell_totals(const struct hz_sheet *sheet, int column, struct hz_table *out)
{
    char text[300];
    size_t totals = 0;
    for (size_t r = 0; r < sheet->rows; r++)
        totals += hz_form_is_total(hz_sheet_cell(sheet, r, column));
    if (totals == 0)
        return;
    snprintf(text, sizeof text, _("%s: rows of totals, which are added up anew, are left out: %zu"),
             sheet->file, totals);
    hz_table_tell(out, text);
}

/* exposure_table.c: see exposure_table.h. */

#include "project/exposure_table.h"

#include "file/sheet.h"

#include <stdlib.h>

enum { PLAN, OFFICE, WRITTEN, PERIOD, COVERS, RENEWALS, CONTRIBUTION, EXPOSURE, COLUMNS };
enum { MONTHS_MOST = 600 };

const char *const hz_exposure_columns[] = {
    "plan", "office", "written", "period", "covers", "renewals", "contribution", "exposure", NULL};

static int by_text(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static int by_name(const void *text, const void *name)
{
    return hz_text_compare(*(const struct hz_text *)text, hz_text_of(*(const char *const *)name));
}

size_t hz_exposure_name(const char *const names[], size_t count, struct hz_text text)
{
    const char *const *found = bsearch(&text, names, count, sizeof *names, by_name);
    return found ? (size_t)(found - names) : count;
}

/* The different texts of a column, sorted. */
static const char *const *names_of(const struct hz_sheet *sheet, int column, size_t *count,
                                   struct hz_arena *arena)
{
    const char **names = hz_arena_allocate(arena, sheet->rows + 1, sizeof *names);
    for (size_t r = 0; r < sheet->rows; r++)
        names[r] = hz_arena_string(arena, hz_sheet_cell(sheet, r, column));
    qsort(names, sheet->rows, sizeof *names, by_text);
    for (size_t r = 0; r < sheet->rows; r++)
        if (r == 0 || strcmp(names[r], names[*count - 1]) != 0)
            names[(*count)++] = names[r];
    names[*count] = NULL;
    return names;
}

static bool read_row(struct hz_exposure_table *t, const struct hz_sheet *sheet, size_t r,
                     const int column[], struct hz_error *err)
{
    struct hz_exposure_row *row = &t->row[r];
    double *const number[] = {&row->covers, &row->renewals, &row->contribution, &row->exposure};
    const struct hz_text written = hz_sheet_cell(sheet, r, column[WRITTEN]);
    enum hz_grain grain = HZ_YEAR;
    hz_date until;
    row->plan = hz_exposure_name(t->plan, t->plans, hz_sheet_cell(sheet, r, column[PLAN]));
    row->office = hz_exposure_name(t->office, t->offices, hz_sheet_cell(sheet, r, column[OFFICE]));
    if (!hz_date_parse(written, &until) || until > t->as_of)
        return hz_error_set(err, HZ_ERROR_DATA, hz_sheet_place(sheet, r, column[WRITTEN]),
                            _("\"%.*s\" is no day up to the valuation: make the table with the "
                              "same --as-of"),
                            HZ_TEXT_ARGS(written));
    const int months = hz_period_of(t->as_of + 1, HZ_MONTH) - hz_period_of(until + 1, HZ_MONTH);
    row->years_ago = months / 12;
    if (hz_date_add_months(t->as_of + 1, -12 * row->years_ago) != until + 1)
        return hz_error_set(err, HZ_ERROR_DATA, hz_sheet_place(sheet, r, column[WRITTEN]),
                            _("\"%.*s\" is not whole years before the valuation: make the table "
                              "with the same --as-of"),
                            HZ_TEXT_ARGS(written));
    if (!hz_period_parse(hz_sheet_cell(sheet, r, column[PERIOD]), &row->month, &grain) ||
        grain != HZ_MONTH)
        return hz_error_set(err, HZ_ERROR_DATA, hz_sheet_place(sheet, r, column[PERIOD]),
                            _("expected a month, 2024-03"));
    for (int n = 0; n < 4; n++)
        if (!hz_sheet_number(sheet, r, column[COVERS + n], number[n], err))
            return false;
    return row->exposure >= 0 ||
           hz_error_set(err, HZ_ERROR_DATA, hz_sheet_place(sheet, r, column[EXPOSURE]),
                        _("%g is negative: expected 0 or more; a record takes back a cover that "
                          "is not there, which hz-check members finds"),
                        row->exposure);
}

/*
 * A month may have more taken back than begun, and more given back than paid; but not all of the
 * year that is written again, of an office's plan.
 */
static bool check_written(const struct hz_exposure_table *t, struct hz_arena *arena,
                          struct hz_error *err)
{
    const size_t cells = t->plans * t->offices;
    double *covers = hz_arena_allocate(arena, 2 * cells + 1, sizeof *covers);
    double *renewals = covers + cells;
    for (size_t r = 0; r < t->rows; r++)
        if (t->row[r].years_ago == 0) {
            const size_t c = t->row[r].plan * t->offices + t->row[r].office;
            covers[c] += t->row[r].covers;
            renewals[c] += t->row[r].renewals;
        }
    for (size_t c = 0; c < cells; c++)
        if (covers[c] < 0 || renewals[c] < 0)
            return hz_error_set(err, HZ_ERROR_DATA, (struct hz_place){.file = t->file},
                                _("%g covers of plan %s, office %s, and %g renewals were written "
                                  "in the last twelve months: expected 0 or more; a record takes "
                                  "back a cover that is not there, which hz-check members finds"),
                                covers[c], t->plan[c / t->offices], t->office[c % t->offices],
                                renewals[c]);
    return true;
}

static bool check_months(struct hz_exposure_table *t, struct hz_error *err)
{
    t->first = t->last = hz_period_of(t->as_of, HZ_MONTH);
    bool has_past = false;
    for (size_t r = 0; r < t->rows; r++) {
        if (t->row[r].month < t->first)
            t->first = t->row[r].month;
        has_past = has_past || (t->row[r].month <= t->last && t->row[r].exposure > 0);
    }
    if (!has_past)
        return hz_error_set(err, HZ_ERROR_DATA, (struct hz_place){.file = t->file},
                            _("no cover up to the valuation: there is nothing to estimate from"));
    return t->last - t->first < MONTHS_MOST ||
           hz_error_set(err, HZ_ERROR_DATA, (struct hz_place){.file = t->file},
                        _("more than %d months of cover: leave out the oldest"), MONTHS_MOST);
}

bool hz_exposures_read(struct hz_exposure_table *table, const char *path, hz_date as_of,
                       struct hz_arena *arena, struct hz_error *err)
{
    struct hz_sheet sheet;
    int column[COLUMNS];
    if (hz_period_last(hz_period_of(as_of, HZ_MONTH), HZ_MONTH) != as_of)
        return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                            _("a valuation in the middle of a month: expected its last day"));
    if (!hz_sheet_read(&sheet, path, arena, err))
        return false;
    for (int c = 0; c < COLUMNS; c++)
        if (!hz_sheet_find(&sheet, hz_exposure_columns[c], &column[c], err))
            return false;
    *table = (struct hz_exposure_table){.file = sheet.file, .as_of = as_of, .rows = sheet.rows};
    table->plan = names_of(&sheet, column[PLAN], &table->plans, arena);
    table->office = names_of(&sheet, column[OFFICE], &table->offices, arena);
    table->row = hz_arena_allocate(arena, sheet.rows + 1, sizeof *table->row);
    for (size_t r = 0; r < sheet.rows; r++)
        if (!read_row(table, &sheet, r, column, err))
            return false;
    return check_written(table, arena, err) && check_months(table, err);
}

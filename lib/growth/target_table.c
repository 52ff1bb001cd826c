/* target_table.c: see target_table.h. */

#include "growth/target_table.h"

#include "file/forms.h"
#include "file/sheet_decimals.h"
#include "growth/series_table.h"

#include <inttypes.h>
#include <math.h>
#include <stdlib.h>

enum { PERCENT_DECIMALS = 2 };

/* A figure of a part in a year. */
struct entry {
    int64_t year;
    struct hz_text part;
    double figure;
    size_t row;
};

struct entries {
    const struct hz_sheet *sheet;
    struct entry *at; /* by year and part */
    size_t count;
    int part_column, decimals;
};

static int by_year_and_part(const void *a, const void *b)
{
    const struct entry *x = a, *y = b;
    return x->year != y->year ? (x->year > y->year) - (x->year < y->year)
                              : hz_text_compare(x->part, y->part);
}

static bool read_entry(const struct hz_sheet *sheet, const int column[3], int64_t year,
                       struct entry *entry, struct hz_error *err)
{
    entry->part = hz_sheet_cell(sheet, entry->row, column[1]);
    entry->year = year;
    if ((column[0] >= 0 && !hz_sheet_year(sheet, entry->row, column[0], &entry->year, err)) ||
        !hz_sheet_number(sheet, entry->row, column[2], &entry->figure, err))
        return false;
    return entry->figure >= 0 ||
           hz_error_set(err, HZ_ERROR_DATA, hz_sheet_place(sheet, entry->row, column[2]),
                        _("expected a figure of 0 or more"));
}

/*
 * Columns: year (-1: there is none, and all are of `year`), part, figure. Rows of totals are left
 * out.
 */
static bool read_entries(struct entries *entries, const struct hz_sheet *sheet, const int column[3],
                         int64_t year, struct hz_arena *arena, struct hz_error *err)
{
    *entries = (struct entries){.sheet = sheet,
                                .at = hz_arena_allocate(arena, sheet->rows, sizeof *entries->at),
                                .part_column = column[1],
                                .decimals = hz_sheet_decimals(sheet, column[2])};
    for (size_t r = 0; r < sheet->rows; r++) {
        struct entry *entry = &entries->at[entries->count];
        *entry = (struct entry){.row = r};
        if (hz_form_is_total(hz_sheet_cell(sheet, r, column[1])))
            continue;
        if (!read_entry(sheet, column, year, entry, err))
            return false;
        ++entries->count;
    }
    qsort(entries->at, entries->count, sizeof *entries->at, by_year_and_part);
    for (size_t i = 1; i < entries->count; i++)
        if (by_year_and_part(&entries->at[i - 1], &entries->at[i]) == 0)
            return hz_error_set(err, HZ_ERROR_DATA,
                                hz_sheet_place(sheet, entries->at[i].row, column[1]),
                                _("\"%.*s\" stands twice in %" PRId64),
                                HZ_TEXT_ARGS(entries->at[i].part), entries->at[i].year);
    return entries->count > 0 ||
           hz_error_set(err, HZ_ERROR_DATA, hz_sheet_whole(sheet), _("has no rows"));
}

static const struct entry *find(const struct entries *entries, const struct entry *like)
{
    return bsearch(like, entries->at, entries->count, sizeof *entries->at, by_year_and_part);
}

/* The years of targets have levels, and every part that has a row there has a target. */
static bool check_targets(const struct entries *levels, const struct entries *targets,
                          struct hz_error *err)
{
    for (size_t t = 0, l = 0; t < targets->count; t++) {
        const struct entry *target = &targets->at[t];
        while (l < levels->count && levels->at[l].year < target->year)
            l++;
        if (l == levels->count || levels->at[l].year != target->year)
            return hz_error_set(err, HZ_ERROR_DATA,
                                hz_sheet_place(targets->sheet, target->row, targets->part_column),
                                _("%s has no figures of %" PRId64 ": give it rows of that year, or "
                                  "leave its targets out"),
                                levels->sheet->file, target->year);
        for (; l < levels->count && levels->at[l].year == target->year; l++)
            if (!find(targets, &levels->at[l]))
                return hz_error_set(
                    err, HZ_ERROR_DATA,
                    hz_sheet_place(levels->sheet, levels->at[l].row, levels->part_column),
                    _("\"%.*s\" has no target in %" PRId64 " in %s: give it one, be it 0"),
                    HZ_TEXT_ARGS(levels->at[l].part), target->year, targets->sheet->file);
        while (t + 1 < targets->count && targets->at[t + 1].year == target->year)
            t++;
    }
    return true;
}

static void print_row(struct hz_table *out, int64_t year, struct hz_text part, double target,
                      double level, int decimals)
{
    hz_table_integer(out, year);
    hz_table_text(out, part);
    hz_table_number(out, target, decimals);
    hz_table_number(out, level, decimals);
    hz_table_estimate(out, target > 0 ? 100 * level / target : (double)NAN, PERCENT_DECIMALS);
    hz_table_number(out, level - target, decimals);
    hz_table_end_row(out);
}

/* The rows of one year, from *t on, and their total. */
static void print_year(const struct entries *levels, const struct entries *targets, size_t *t,
                       struct hz_table *out)
{
    const int64_t year = targets->at[*t].year;
    const int decimals =
        levels->decimals > targets->decimals ? levels->decimals : targets->decimals;
    double level = 0, target = 0;
    for (; *t < targets->count && targets->at[*t].year == year; ++*t) {
        const struct entry *planned = &targets->at[*t], *found = find(levels, planned);
        print_row(out, year, planned->part, planned->figure, found ? found->figure : 0, decimals);
        target += planned->figure;
        level += found ? found->figure : 0;
    }
    print_row(out, year, hz_text_of("total"), target, level, decimals);
}

bool hz_target_table(const struct hz_sheet *sheet, const char *part, const char *figure,
                     const struct hz_sheet *targets, struct hz_table *out, struct hz_error *err)
{
    static const char *const columns[] = {"target", "level", "completion_percent", "gap"};
    struct hz_arena arena = {0};
    struct entries level, target;
    int of_level[3], of_target[3] = {hz_sheet_column(targets, "year"), 0, 0};
    bool done =
        hz_sheet_find(sheet, "year", &of_level[0], err) &&
        hz_sheet_find(sheet, part, &of_level[1], err) &&
        hz_sheet_find(sheet, figure, &of_level[2], err) &&
        hz_sheet_find(targets, part, &of_target[1], err) &&
        hz_sheet_find(targets, "target", &of_target[2], err) &&
        read_entries(&level, sheet, of_level, 0, &arena, err) &&
        read_entries(&target, targets, of_target, level.at[level.count - 1].year, &arena, err) &&
        check_targets(&level, &target, err);
    if (done) {
        hz_series_tell_totals(sheet, of_level[1], out);
        hz_series_tell_totals(targets, of_target[1], out);
        hz_table_column(out, "year");
        hz_table_column(out, part);
        for (size_t c = 0; c < HZ_COUNT(columns); c++)
            hz_table_column(out, columns[c]);
        for (size_t t = 0; t < target.count;)
            print_year(&level, &target, &t, out);
    }
    hz_arena_free(&arena);
    return done;
}

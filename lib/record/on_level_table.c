/* on_level_table.c: see on_level_table.h. */

#include "record/on_level_table.h"

#include "base/date.h"
#include "base/decimal.h"
#include "reserve/on_level.h"

#include <math.h>
#include <stdlib.h>

enum { AMOUNT_DECIMALS = 2, FACTOR_DECIMALS = 6 };

struct job {
    const struct hz_on_level_order *order;
    const struct hz_sheet *sheet;
    int origin, exposure;
    double youngest; /* where the youngest origin begins, in months */
    struct hz_sheet rates;
    int date, change;
    const int *column; /* of the exposures, for each column of the rates; -1: none */
    struct hz_rate_change *of_row;
    struct hz_arena arena;
};

/* Months since the year 0; a day is its part of the month. */
static double month_of(hz_date date)
{
    const struct hz_civil day = hz_date_civil(date);
    const hz_period month = hz_period_of(date, HZ_MONTH);
    const hz_date first = hz_period_first(month, HZ_MONTH);
    const int days = hz_period_last(month, HZ_MONTH) - first + 1;
    return 12.0 * day.year + day.month - 1 + (double)(date - first) / days;
}

static bool read_change(const struct job *job, size_t row, struct hz_rate_change *change,
                        struct hz_error *err)
{
    const struct hz_text date = hz_sheet_cell(&job->rates, row, job->date);
    const struct hz_text text = hz_sheet_cell(&job->rates, row, job->change);
    struct hz_decimal rate;
    hz_date day;
    if (!hz_date_parse(date, &day))
        return hz_error_set(err, HZ_ERROR_DATA, hz_sheet_place(&job->rates, row, job->date),
                            _("\"%.*s\" is no date, want one like 2021-07-01"), HZ_TEXT_ARGS(date));
    if (!hz_decimal_parse(text, &rate) || rate.value <= -HZ_DECIMAL_ONE)
        return hz_error_set(err, HZ_ERROR_DATA, hz_sheet_place(&job->rates, row, job->change),
                            _("\"%.*s\" is no change of a price, want one like 5%% or -0.1, above "
                              "-100%%"),
                            HZ_TEXT_ARGS(text));
    change->month = month_of(day);
    change->change = (double)rate.value / (double)HZ_DECIMAL_ONE;
    return true;
}

static int by_month(const void *a, const void *b)
{
    const struct hz_rate_change *x = a, *y = b;
    return (x->month > y->month) - (x->month < y->month);
}

static bool applies(const struct job *job, size_t change, size_t row)
{
    for (int c = 0; c < (int)job->rates.columns; c++)
        if (job->column[c] >= 0 && !hz_text_equal(hz_sheet_cell(&job->rates, change, c),
                                                  hz_sheet_cell(job->sheet, row, job->column[c])))
            return false;
    return true;
}

/* The changes that a row of exposures has seen, sorted. */
static bool find_changes(const struct job *job, size_t row, size_t *changes, struct hz_error *err)
{
    *changes = 0;
    for (size_t r = 0; r < job->rates.rows; r++)
        if (applies(job, r, row) && !read_change(job, r, &job->of_row[(*changes)++], err))
            return false;
    if (*changes > 1)
        qsort(job->of_row, *changes, sizeof *job->of_row, by_month);
    for (size_t c = 1; c < *changes; c++)
        if (!(job->of_row[c].month > job->of_row[c - 1].month))
            return hz_error_set(err, HZ_ERROR_DATA, hz_sheet_place(job->sheet, row, job->origin),
                                _("two changes in %s are of the same day: make them one, or say "
                                  "in a column of the exposures whose they are"),
                                job->rates.file);
    return true;
}

/* The rates' other columns are columns of the exposures. */
static bool read_rates(struct job *job, struct hz_error *err)
{
    if (!job->order->rates)
        return true;
    if (!hz_sheet_read(&job->rates, job->order->rates, &job->arena, err) ||
        !hz_sheet_find(&job->rates, "date", &job->date, err) ||
        !hz_sheet_find(&job->rates, "change", &job->change, err))
        return false;
    int *column = hz_arena_allocate(&job->arena, job->rates.columns, sizeof *column);
    job->column = column;
    job->of_row = hz_arena_allocate(&job->arena, job->rates.rows + 1, sizeof *job->of_row);
    for (int c = 0; c < (int)job->rates.columns; c++) {
        column[c] = -1;
        if (c == job->date || c == job->change)
            continue;
        const char *name = hz_arena_string(&job->arena, job->rates.header[c]);
        if (!hz_sheet_find(job->sheet, name, &column[c], err))
            return false;
    }
    struct hz_rate_change change;
    for (size_t r = 0; r < job->rates.rows; r++)
        if (!read_change(job, r, &change, err))
            return false;
    return true;
}

/* The months that an origin's label names. */
static bool read_origin(const struct job *job, size_t row, double *from, double *to,
                        struct hz_error *err)
{
    const struct hz_text label = hz_sheet_cell(job->sheet, row, job->origin);
    hz_period period;
    enum hz_grain grain;
    if (!hz_period_parse(label, &period, &grain))
        return hz_error_set(err, HZ_ERROR_DATA, hz_sheet_place(job->sheet, row, job->origin),
                            _("\"%.*s\" is no period, want one like 2021, 2021Q3 or 2021-07"),
                            HZ_TEXT_ARGS(label));
    *from = month_of(hz_period_first(period, grain));
    *to = *from + (int)grain;
    return true;
}

static void declare(struct job *job, struct hz_table *out)
{
    for (int c = 0; c < (int)job->sheet->columns; c++) {
        if (job->order->with_detail && c == job->exposure) {
            hz_table_column(out, "given");
            hz_table_column(out, "factor");
        }
        hz_table_column(out, hz_arena_string(&job->arena, job->sheet->header[c]));
    }
}

static bool write_row(const struct job *job, size_t row, struct hz_table *out, struct hz_error *err)
{
    double given, from, to;
    size_t changes;
    if (!read_origin(job, row, &from, &to, err) ||
        !hz_sheet_number(job->sheet, row, job->exposure, &given, err) ||
        !find_changes(job, row, &changes, err))
        return false;
    const double factor = hz_on_level_factor(job->of_row, changes, job->order->term, from, to) *
                          pow(1 + job->order->trend, (job->youngest - from) / 12);
    if (!isfinite(given * factor))
        return hz_error_set(err, HZ_ERROR_DATA, hz_sheet_place(job->sheet, row, job->exposure),
                            _("%.15g times %.15g is too large to count with"), given, factor);
    for (int c = 0; c < (int)job->sheet->columns; c++) {
        if (c != job->exposure) {
            hz_table_text(out, hz_sheet_cell(job->sheet, row, c));
            continue;
        }
        if (job->order->with_detail) {
            hz_table_estimate(out, given, AMOUNT_DECIMALS);
            hz_table_number(out, factor, FACTOR_DECIMALS);
        }
        hz_table_estimate(out, given * factor, AMOUNT_DECIMALS);
    }
    hz_table_end_row(out);
    return true;
}

static bool find_youngest(struct job *job, struct hz_error *err)
{
    double from, to;
    job->youngest = -(double)INFINITY;
    for (size_t r = 0; r < job->sheet->rows; r++) {
        if (!read_origin(job, r, &from, &to, err))
            return false;
        job->youngest = fmax(job->youngest, from);
    }
    return true;
}

bool hz_on_level_table(const struct hz_on_level_order *order, const struct hz_sheet *sheet,
                       struct hz_table *out, struct hz_error *err)
{
    struct job job = {.order = order, .sheet = sheet};
    bool done = hz_sheet_find(sheet, "origin", &job.origin, err) &&
                hz_sheet_find(sheet, "exposure", &job.exposure, err) && read_rates(&job, err) &&
                find_youngest(&job, err);
    if (done)
        declare(&job, out);
    for (size_t r = 0; r < sheet->rows && done; r++)
        done = write_row(&job, r, out, err);
    hz_arena_free(&job.arena);
    return done;
}

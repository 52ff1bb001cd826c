/* on_level_table.c: see on_level_table.h. */

#include "triangle/on_level_table.h"

#include "base/date.h"
#include "base/decimal.h"
#include "triangle/on_level.h"

#include <math.h>
#include <stdlib.h>

enum { AMOUNT_DECIMALS = 2, FACTOR_DECIMALS = 6 };

/* A row of the rates. */
struct change {
    struct hz_rate_change rate;
    size_t row;
    bool is_used;
};

struct job {
    const struct hz_on_level_order *order;
    const struct hz_sheet *sheet;
    int origin, exposure;
    double youngest; /* where the youngest origin begins, in months */
    struct hz_sheet rates;
    int date, change;
    const int *column;             /* of the exposures, for each column of the rates; -1: none */
    struct change *all;            /* sorted by month */
    struct hz_rate_change *of_row; /* those that apply to a row */
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
                            _("\"%.*s\" is no date, expected one like 2021-07-01"),
                            HZ_TEXT_ARGS(date));
    const bool is_percent = text.length > 0 && text.at[text.length - 1] == '%';
    if (!hz_decimal_parse(text, &rate) || rate.value <= -HZ_DECIMAL_ONE ||
        (rate.value > HZ_DECIMAL_ONE && !is_percent))
        return hz_error_set(
            err, HZ_ERROR_DATA, hz_sheet_place(&job->rates, row, job->change),
            _("\"%.*s\" is no change of a price, expected one like 5%% or -0.1, above "
              "-100%%, and above 1 with the %%"),
            HZ_TEXT_ARGS(text));
    change->month = month_of(day);
    change->change = (double)rate.value / (double)HZ_DECIMAL_ONE;
    return true;
}

static int by_month(const void *a, const void *b)
{
    const struct change *x = a, *y = b;
    return (x->rate.month > y->rate.month) - (x->rate.month < y->rate.month);
}

static bool applies(const struct job *job, size_t change, size_t row)
{
    for (int c = 0; c < (int)job->rates.columns; c++)
        if (job->column[c] >= 0 && !hz_text_equal(hz_sheet_cell(&job->rates, change, c),
                                                  hz_sheet_cell(job->sheet, row, job->column[c])))
            return false;
    return true;
}

/* The changes that a row of exposures has seen, in order. */
static bool find_changes(struct job *job, size_t row, size_t *changes, struct hz_error *err)
{
    *changes = 0;
    for (size_t r = 0; r < job->rates.rows; r++) {
        struct change *change = &job->all[r];
        if (!applies(job, change->row, row))
            continue;
        change->is_used = true;
        job->of_row[*changes] = change->rate;
        if (*changes > 0 && !(change->rate.month > job->of_row[*changes - 1].month))
            return hz_error_set(err, HZ_ERROR_DATA,
                                hz_sheet_place(&job->rates, change->row, job->date),
                                _("two changes are of the same day: make them one, or say in a "
                                  "column of the exposures whose they are"));
        ++*changes;
    }
    return true;
}

/* A change of nothing is a misspelt name. */
static bool check_used(const struct job *job, struct hz_error *err)
{
    for (size_t r = 0; r < job->rates.rows; r++)
        if (!job->all[r].is_used)
            return hz_error_set(err, HZ_ERROR_DATA,
                                hz_sheet_place(&job->rates, job->all[r].row, job->date),
                                _("no exposure has the other columns of this change: correct "
                                  "them, or leave it out"));
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
    job->all = hz_arena_allocate(&job->arena, job->rates.rows + 1, sizeof *job->all);
    job->of_row = hz_arena_allocate(&job->arena, job->rates.rows + 1, sizeof *job->of_row);
    for (int c = 0; c < (int)job->rates.columns; c++) {
        column[c] = -1;
        if (c == job->date || c == job->change)
            continue;
        const char *name = hz_arena_string(&job->arena, job->rates.header[c]);
        if (!hz_sheet_find(job->sheet, name, &column[c], err))
            return false;
    }
    for (size_t r = 0; r < job->rates.rows; r++) {
        job->all[r].row = r;
        if (!read_change(job, r, &job->all[r].rate, err))
            return false;
    }
    if (job->rates.rows > 1)
        qsort(job->all, job->rates.rows, sizeof *job->all, by_month);
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
                            _("\"%.*s\" is no period, expected one like 2021, 2021Q3 or 2021-07"),
                            HZ_TEXT_ARGS(label));
    *from = month_of(hz_period_first(period, grain));
    *to = *from + (int)grain;
    return true;
}

/* With detail, two more columns, which the table may not have yet. */
static bool check_names(const struct job *job, struct hz_error *err)
{
    static const char *const added[] = {"given", "factor", NULL};
    for (size_t n = 0; added[n] && job->order->with_detail; n++)
        if (hz_sheet_column(job->sheet, added[n]) >= 0)
            return hz_error_set(err, HZ_ERROR_DATA, hz_sheet_whole(job->sheet),
                                _("the column \"%s\" is called like one of the result: rename "
                                  "it"),
                                added[n]);
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

/* To be read again: two decimals, or as many as a small figure needs. */
static void write_exposure(double exposure, struct hz_table *out)
{
    const double size = fabs(exposure);
    const int usual = size > 0 && size < 1000 ? 5 - (int)floor(log10(size)) : AMOUNT_DECIMALS;
    hz_table_estimate(out, exposure, usual < 9 ? usual : 9);
}

static bool write_row(struct job *job, size_t row, struct hz_table *out, struct hz_error *err)
{
    double given, from, to;
    size_t changes;
    if (!read_origin(job, row, &from, &to, err) ||
        !hz_sheet_number(job->sheet, row, job->exposure, &given, err) ||
        !find_changes(job, row, &changes, err))
        return false;
    const double factor = hz_on_level_factor(job->of_row, changes, job->order->term, from, to) *
                          pow(1 + job->order->trend, (job->youngest - from) / 12);
    if (!(given >= 0) || !(factor > 0) || !isfinite(given * factor))
        return hz_error_set(err, HZ_ERROR_DATA, hz_sheet_place(job->sheet, row, job->exposure),
                            _("an exposure of %.15g times %.15g: expected one of 0 or more, and "
                              "changes and a trend that leave a price to count with"),
                            given, factor);
    for (int c = 0; c < (int)job->sheet->columns; c++) {
        if (c != job->exposure) {
            hz_table_text(out, hz_sheet_cell(job->sheet, row, c));
            continue;
        }
        if (job->order->with_detail) {
            hz_table_text(out, hz_sheet_cell(job->sheet, row, c));
            hz_table_ratio(out, factor, FACTOR_DECIMALS);
        }
        write_exposure(given * factor, out);
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
                hz_sheet_find(sheet, "exposure", &job.exposure, err) && check_names(&job, err) &&
                read_rates(&job, err) && find_youngest(&job, err);
    if (done)
        declare(&job, out);
    for (size_t r = 0; r < sheet->rows && done; r++)
        done = write_row(&job, r, out, err);
    done = done && check_used(&job, err);
    hz_arena_free(&job.arena);
    return done;
}

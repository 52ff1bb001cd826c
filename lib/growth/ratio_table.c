/* ratio_table.c: see ratio_table.h. */

#include "growth/ratio_table.h"

#include "file/forms.h"
#include "file/sheet_decimals.h"
#include "growth/published.h"
#include "growth/ratio.h"
#include "growth/series_table.h"

#include <inttypes.h>
#include <math.h>
#include <stdlib.h>

enum { ENROLMENTS, PAYOUTS, AMOUNT, CONTRIBUTION, FIGURES };
enum { MONEY_DECIMALS = 2, PERCENT_DECIMALS = 3, POINT_DECIMALS = 4 };

/* A ratio: which figure over which, times what. */
static const struct ratio {
    const char *name;
    int over, under;
    double times;
    int decimals;
} ratios[] = {
    {"frequency_percent", PAYOUTS, ENROLMENTS, 100, PERCENT_DECIMALS},
    {"mean_payment", AMOUNT, PAYOUTS, 1, MONEY_DECIMALS},
    {"cost_per_enrolment", AMOUNT, ENROLMENTS, 1, MONEY_DECIMALS},
    {"contribution_per_enrolment", CONTRIBUTION, ENROLMENTS, 1, MONEY_DECIMALS},
    {"payout_ratio_percent", AMOUNT, CONTRIBUTION, 100, MONEY_DECIMALS},
};

static const char *const options[FIGURES] = {"--enrolments", "--payouts", "--amount",
                                             "--contribution"};

static const char *given(const struct hz_ratio_order *order, int figure)
{
    const char *const all[FIGURES] = {order->enrolments, order->payouts, order->amount,
                                      order->contribution};
    return all[figure];
}

static bool read_figure(const char *text, int figure, struct hz_interval *span,
                        struct hz_error *err)
{
    struct hz_published published;
    struct hz_error why = {0};
    if (!hz_published_parse(hz_text_of(text), &published, &why))
        return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE, "%s: %s", options[figure], why.text);
    *span = (struct hz_interval){hz_published_low(&published), hz_published_value(&published),
                                 hz_published_high(&published)};
    if (!(span->value > 0) || published.unit == HZ_PERCENT)
        return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                            _("%s \"%s\": expected a figure above 0, and not in per cent"),
                            options[figure], text);
    return true;
}

static void print_end(struct hz_table *out, double value, int decimals)
{
    if (isfinite(value) && value > 0)
        hz_table_estimate(out, value, decimals);
    else
        hz_table_unknown(out);
}

bool hz_ratio_table(const struct hz_ratio_order *order, struct hz_table *out, struct hz_error *err)
{
    struct hz_interval span[FIGURES];
    size_t rows = 0;
    for (int f = 0; f < FIGURES; f++)
        if (given(order, f) && !read_figure(given(order, f), f, &span[f], err))
            return false;
    for (size_t i = 0; i < HZ_COUNT(ratios); i++)
        rows += given(order, ratios[i].over) && given(order, ratios[i].under);
    if (rows == 0)
        return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                            _("no ratio can be made of these: give two of --enrolments, --payouts, "
                              "--amount, --contribution, or a FILE"));
    hz_table_column(out, "ratio");
    hz_table_column(out, "low");
    hz_table_column(out, "value");
    hz_table_column(out, "high");
    for (size_t i = 0; i < HZ_COUNT(ratios); i++) {
        const struct ratio *r = &ratios[i];
        if (!given(order, r->over) || !given(order, r->under))
            continue;
        const struct hz_interval found = hz_ratio(span[r->over], span[r->under]);
        hz_table_string(out, r->name);
        print_end(out, r->times * found.low, r->decimals);
        hz_table_estimate(out, r->times * found.value, r->decimals);
        print_end(out, r->times * found.high, r->decimals);
        hz_table_end_row(out);
    }
    return true;
}

/* ---- By year */

/* Where a figure stands in a table, and what its unit is in ones or yuan. */
struct source {
    const struct hz_series *series; /* NULL: there is none */
    double unit;
    bool is_claims; /* the column says that claims are counted, and not payments */
};

static const struct hz_series *find_series(const struct hz_series_table *table, const char *name)
{
    for (size_t s = 0; s < table->count; s++)
        if (table->series[s].column == hz_sheet_column(table->sheet, name))
            return &table->series[s];
    return NULL;
}

static bool find_source(const struct hz_series_table *table, const struct hz_ratio_order *order,
                        int figure, struct source *source, struct hz_error *err)
{
    static const char *const names[FIGURES][4] = {{"enrolments"},
                                                  {"payouts", "claims", "payments"},
                                                  {"amount", "amount_wan_yuan"},
                                                  {"contribution", "contribution_wan_yuan"}};
    const char *name = given(order, figure) ? given(order, figure) : names[figure][0];
    source->series = find_series(table, name);
    for (int n = 1; !source->series && !given(order, figure) && names[figure][n]; n++)
        if ((source->series = find_series(table, names[figure][n])))
            name = names[figure][n];
    source->is_claims = strcmp(name, "claims") == 0;
    const size_t length = strlen(name), wan = sizeof "_wan_yuan" - 1;
    source->unit = length > wan && strcmp(name + length - wan, "_wan_yuan") == 0 ? 10000 : 1;
    if (source->series || (figure == CONTRIBUTION && !given(order, figure)))
        return true;
    return hz_error_set(
        err, HZ_ERROR_DATA, (struct hz_place){.file = table->sheet->file, .line = 1},
        _("there is no column \"%s\": name another with %s COLUMN"), name, options[figure]);
}

static bool read_year(const struct hz_series_table *table, const struct source source[], size_t y,
                      double figure[], struct hz_error *err)
{
    for (int f = 0; f < FIGURES; f++) {
        const struct hz_series *series = source[f].series;
        figure[f] = series ? series->level[y] * source[f].unit : (double)NAN;
        if (series && !(figure[f] > 0))
            return hz_error_set(err, HZ_ERROR_DATA,
                                hz_sheet_place(table->sheet, table->row[y], series->column),
                                _("no ratio can be made of it: expected a figure above 0"));
    }
    return true;
}

static void print_ratios(const double figure[], const struct source source[], struct hz_table *out)
{
    for (size_t i = 0; i < HZ_COUNT(ratios); i++)
        if (source[ratios[i].over].series && source[ratios[i].under].series)
            hz_table_estimate(out,
                              ratios[i].times * figure[ratios[i].over] / figure[ratios[i].under],
                              ratios[i].decimals);
}

static void print_parts(const double before[], const double after[], struct hz_table *out)
{
    const struct hz_payout_year from = {before[ENROLMENTS], before[PAYOUTS], before[AMOUNT]};
    const struct hz_payout_year to = {after[ENROLMENTS], after[PAYOUTS], after[AMOUNT]};
    const struct hz_growth_parts parts = hz_growth_decompose(&from, &to);
    hz_table_units(out, parts.amount, POINT_DECIMALS);
    hz_table_units(out, parts.enrolments, POINT_DECIMALS);
    hz_table_units(out, parts.frequency, POINT_DECIMALS);
    hz_table_units(out, parts.mean_payment, POINT_DECIMALS);
}

static void print_columns(const struct source source[], bool decompose, struct hz_table *out)
{
    static const char *const parts[] = {"amount_growth", "by_enrolments", "by_frequency",
                                        "by_mean_payment"};
    hz_table_column(out, "year");
    for (size_t i = 0; decompose && i < HZ_COUNT(parts); i++)
        hz_table_column(out, parts[i]);
    for (size_t i = 0; !decompose && i < HZ_COUNT(ratios); i++)
        if (source[ratios[i].over].series && source[ratios[i].under].series)
            hz_table_column(out, source[PAYOUTS].is_claims && ratios[i].under == PAYOUTS
                                     ? "mean_claim"
                                     : ratios[i].name);
}

bool hz_ratio_years_table(const struct hz_sheet *sheet, const struct hz_ratio_order *order,
                          bool decompose, struct hz_table *out, struct hz_error *err)
{
    struct hz_arena arena = {0};
    struct hz_series_table table;
    struct source source[FIGURES];
    double figure[2][FIGURES];
    bool done = hz_series_table_read(&table, sheet, &arena, err);
    for (int f = 0; done && f < FIGURES; f++)
        done = find_source(&table, order, f, &source[f], err);
    if (done)
        print_columns(source, decompose, out);
    for (size_t y = 0; done && y < table.years; y++) {
        double *now = figure[y % 2], *before = figure[(y + 1) % 2];
        done = read_year(&table, source, y, now, err);
        if (!done || (decompose && y == 0))
            continue;
        hz_table_integer(out, table.first_year + (int64_t)y);
        if (decompose)
            print_parts(before, now, out);
        else
            print_ratios(now, source, out);
        hz_table_end_row(out);
    }
    hz_arena_free(&arena);
    return done;
}

/* ---- Parts of a whole */

struct cell {
    int64_t year;
    struct hz_text part;
    size_t row;
    double level;
};

static int by_year_and_part(const void *a, const void *b)
{
    const struct cell *x = a, *y = b;
    return x->year != y->year ? (x->year > y->year) - (x->year < y->year)
                              : hz_text_compare(x->part, y->part);
}

static int by_part(const void *a, const void *b)
{
    const struct hz_text *x = a, *y = b;
    return hz_text_compare(*x, *y);
}

/* A table of parts: levels, years x parts. */
struct parts {
    int64_t first_year;
    size_t years, parts;
    struct hz_text *name;
    double *level;
    int decimals;
};

static bool read_cell(const struct hz_sheet *sheet, const int column[3], struct cell *cell,
                      struct hz_error *err)
{
    if (!hz_sheet_year(sheet, cell->row, column[0], &cell->year, err) ||
        !hz_sheet_number(sheet, cell->row, column[2], &cell->level, err))
        return false;
    return (cell->level >= 0 && cell->year >= 1 && cell->year <= 9999) ||
           hz_error_set(err, HZ_ERROR_DATA,
                        hz_sheet_place(sheet, cell->row, column[cell->level < 0 ? 2 : 0]),
                        _("expected a year from 1 to 9999 and a figure of 0 or more"));
}

/* That each of the sorted cells is alone in its part and year, and that no year is missing. */
static bool check_cells(const struct hz_sheet *sheet, const int column[3], const struct cell cell[],
                        size_t count, struct hz_error *err)
{
    for (size_t c = 1; c < count; c++) {
        if (by_year_and_part(&cell[c - 1], &cell[c]) == 0)
            return hz_error_set(err, HZ_ERROR_DATA, hz_sheet_place(sheet, cell[c].row, column[1]),
                                _("\"%.*s\" has another row in this year: add them up first"),
                                HZ_TEXT_ARGS(cell[c].part));
        if (cell[c].year > cell[c - 1].year + 1)
            return hz_error_set(err, HZ_ERROR_DATA, hz_sheet_place(sheet, cell[c].row, column[0]),
                                _("year: %" PRId64 " comes after %" PRId64 ": there is no row for "
                                  "%" PRId64 ": give it rows, be they 0"),
                                cell[c].year, cell[c - 1].year, cell[c - 1].year + 1);
    }
    return true;
}

/* In the order of years and parts, without the rows of totals. */
static bool read_cells(const struct hz_sheet *sheet, const int column[3], struct cell cell[],
                       size_t *count, struct hz_error *err)
{
    *count = 0;
    for (size_t r = 0; r < sheet->rows; r++) {
        struct cell *next = &cell[*count];
        *next = (struct cell){.part = hz_sheet_cell(sheet, r, column[1]), .row = r};
        if (hz_form_is_total(next->part))
            continue;
        if (!read_cell(sheet, column, next, err))
            return false;
        ++*count;
    }
    if (*count == 0)
        return hz_error_set(err, HZ_ERROR_DATA, hz_sheet_whole(sheet),
                            _("has no rows: nothing grows"));
    qsort(cell, *count, sizeof *cell, by_year_and_part);
    return check_cells(sheet, column, cell, *count, err);
}

static size_t find_part(const struct parts *parts, struct hz_text name)
{
    const struct hz_text *found =
        bsearch(&name, parts->name, parts->parts, sizeof *parts->name, by_part);
    return (size_t)(found - parts->name);
}

static bool read_parts(struct parts *parts, const struct hz_sheet *sheet, const int column[3],
                       struct hz_arena *arena, struct hz_error *err)
{
    struct cell *cell = hz_arena_allocate(arena, sheet->rows, sizeof *cell);
    size_t count;
    if (!read_cells(sheet, column, cell, &count, err))
        return false;
    const int64_t last = cell[count - 1].year;
    *parts = (struct parts){.first_year = cell[0].year,
                            .years = (size_t)(last - cell[0].year) + 1,
                            .name = hz_arena_allocate(arena, count, sizeof *parts->name),
                            .decimals = hz_sheet_decimals(sheet, column[2])};
    for (size_t r = 0; r < count; r++)
        parts->name[r] = cell[r].part;
    qsort(parts->name, count, sizeof *parts->name, by_part);
    for (size_t r = 0; r < count; r++)
        if (r == 0 || !hz_text_equal(parts->name[r], parts->name[r - 1]))
            parts->name[parts->parts++] = parts->name[r];
    parts->level = hz_arena_allocate(arena, parts->years * parts->parts, sizeof *parts->level);
    for (size_t r = 0; r < count; r++)
        parts->level[(size_t)(cell[r].year - parts->first_year) * parts->parts +
                     find_part(parts, cell[r].part)] = cell[r].level;
    return true;
}

static double sum_of(const double level[], size_t count)
{
    double sum = 0;
    for (size_t i = 0; i < count; i++)
        sum += level[i];
    return sum;
}

static void print_part(struct hz_table *out, int64_t year, struct hz_text name, double before,
                       double now, const int64_t *points, int decimals)
{
    hz_table_integer(out, year);
    hz_table_text(out, name);
    hz_table_number(out, now, decimals);
    hz_table_estimate(out, before > 0 ? 100 * (now / before - 1) : (double)NAN, POINT_DECIMALS);
    if (points)
        hz_table_units(out, *points, POINT_DECIMALS);
    else
        hz_table_unknown(out);
    hz_table_end_row(out);
}

static bool print_year(const struct parts *parts, size_t y, struct hz_place place,
                       struct hz_arena *arena, struct hz_table *out, struct hz_error *err)
{
    const size_t count = parts->parts;
    const double *now = parts->level + y * count, *before = now - count;
    const double whole = sum_of(now, count), base = sum_of(before, count);
    double *part = hz_arena_allocate(arena, count, sizeof *part);
    int64_t *points = hz_arena_allocate(arena, count, sizeof *points), total = 0;
    for (size_t i = 0; i < count; i++)
        part[i] = base > 0 ? 100 * (now[i] - before[i]) / base : 0;
    if (!hz_round_parts(part, (int)count, base > 0 ? 100 * (whole / base - 1) : 0, POINT_DECIMALS,
                        points))
        return hz_error_set(err, HZ_ERROR_DATA, place,
                            _("%" PRId64 ": figures of one and of the year before are so far apart "
                              "that no growth can be told: are their units the same?"),
                            parts->first_year + (int64_t)y);
    for (size_t i = 0; i < count; i++) {
        total += points[i];
        print_part(out, parts->first_year + (int64_t)y, parts->name[i], before[i], now[i],
                   base > 0 ? &points[i] : NULL, parts->decimals);
    }
    print_part(out, parts->first_year + (int64_t)y, hz_text_of("total"), base, whole,
               base > 0 ? &total : NULL, parts->decimals);
    return true;
}

bool hz_contribution_table(const struct hz_sheet *sheet, const char *part, const char *figure,
                           struct hz_table *out, struct hz_error *err)
{
    static const char *const columns[] = {"level", "growth_percent", "contribution_points"};
    struct hz_arena arena = {0};
    struct parts parts = {0};
    int column[3];
    bool done = hz_sheet_find(sheet, "year", &column[0], err) &&
                hz_sheet_find(sheet, part, &column[1], err) &&
                hz_sheet_find(sheet, figure, &column[2], err) &&
                read_parts(&parts, sheet, column, &arena, err);
    if (done) {
        hz_series_tell_totals(sheet, column[1], out);
        hz_table_column(out, "year");
        hz_table_column(out, part);
        for (size_t c = 0; c < HZ_COUNT(columns); c++)
            hz_table_column(out, columns[c]);
        for (size_t y = 1; y < parts.years && done; y++)
            done = print_year(&parts, y, hz_sheet_whole(sheet), &arena, out, err);
    }
    hz_arena_free(&arena);
    return done;
}

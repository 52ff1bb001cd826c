/* growth_table.c: see growth_table.h. */

#include "growth/growth_table.h"

#include "growth/growth.h"
#include "growth/published.h"

#include <math.h>

enum { PERCENT_DECIMALS = 4 };

/* The years of an order, as places in a series: levels base to base + n. */
struct span {
    size_t base;
    size_t n;
};

static bool find_year(const struct hz_series_table *table, int year, const char *option,
                      size_t *place, struct hz_error *err)
{
    const int last = table->first_year + (int)table->years - 1;
    if (year < table->first_year || year > last)
        return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                            _("%s %d: the table has the years %d to %d"), option, year,
                            table->first_year, last);
    *place = (size_t)(year - table->first_year);
    return true;
}

static bool find_span(const struct hz_series_table *table, const struct hz_growth_order *order,
                      struct span *span, struct hz_error *err)
{
    size_t last = table->years - 1;
    span->base = 0;
    if (order->base_year && !find_year(table, order->base_year, "--base-year", &span->base, err))
        return false;
    if (order->last_year && !find_year(table, order->last_year, "--to", &last, err))
        return false;
    if (!order->base_year && order->most_years && last > (size_t)order->most_years)
        span->base = last - (size_t)order->most_years;
    if (last < span->base)
        return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                            _("the last year, %d, is before the base year, %d"),
                            table->first_year + (int)last, table->first_year + (int)span->base);
    span->n = last - span->base;
    return true;
}

static bool check_levels(const struct hz_series_table *table, const struct hz_series *series,
                         struct span span, struct hz_error *err)
{
    const size_t i = hz_growth_out_of_range(series->level + span.base, span.n);
    if (i > span.n)
        return true;
    const size_t y = span.base + i;
    const int year = table->first_year + (int)y;
    const struct hz_place place = hz_sheet_place(table->sheet, table->row[y], series->column);
    if (isnan(series->level[y]))
        return hz_error_set(err, HZ_ERROR_DATA, place,
                            _("%.*s: the level of %d is missing (--base-year and --to leave out "
                              "years at the ends)"),
                            HZ_TEXT_ARGS(series->name), year);
    return hz_error_set(err, HZ_ERROR_DATA, place,
                        _("%.*s: the level of %d is %.*s: growth is defined for positive levels "
                          "only (--base-year and --to leave out years at the ends)"),
                        HZ_TEXT_ARGS(series->name), year,
                        HZ_TEXT_ARGS(hz_sheet_cell(table->sheet, table->row[y], series->column)));
}

static bool is_listed(const char *list, const char *name)
{
    const size_t length = strlen(name);
    for (const char *at = list;; at++) {
        const size_t word = strcspn(at, ",");
        if (word == length && memcmp(at, name, length) == 0)
            return true;
        at += word;
        if (!*at)
            return false;
    }
}

static bool is_chosen(const struct hz_growth_order *order, const struct hz_growth_method *method)
{
    return is_listed(order->methods, method->name) || is_listed(order->methods, "all");
}

/* That there are years enough for the chosen methods. */
static bool check_years(const struct hz_series_table *table, const struct hz_growth_order *order,
                        struct span span, struct hz_error *err)
{
    for (const struct hz_growth_method *method = hz_growth_methods; method->name; method++)
        if (is_chosen(order, method) && span.n <= method->base)
            return hz_error_set(
                err, HZ_ERROR_DATA, hz_sheet_whole(table->sheet),
                _("too few years after %d for the method %s: %zu, expected %zu or more"),
                table->first_year + (int)span.base, method->name, span.n, method->base + 1);
    return true;
}

/* The claimed rate; left alone where there is none. */
static bool read_claimed(const struct hz_growth_order *order, struct hz_published *claimed,
                         struct hz_error *err)
{
    struct hz_error why = {0};
    if (!order->claimed)
        return true;
    if (!hz_published_parse(hz_text_of(order->claimed), claimed, &why))
        return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE, "--claimed: %s", why.text);
    return claimed->unit == HZ_PERCENT ||
           hz_error_set(
               err, HZ_ERROR_USAGE, HZ_NOWHERE,
               _("--claimed \"%s\" is not a rate: expected one in per cent, as in 11.40%%"),
               order->claimed);
}

static void write_verdict(const struct hz_published *claimed, double rate, struct hz_table *out)
{
    struct hz_buffer text = {0};
    const bool holds = hz_published_holds_estimate(claimed, rate);
    const double low = hz_published_low(claimed), high = hz_published_high(claimed);
    const double off = holds ? 0 : rate < low ? rate - low : rate - high;
    hz_published_format(claimed, &text);
    hz_table_text(out, (struct hz_text){text.at, text.length});
    hz_table_string(out, holds ? "reproduced" : "not");
    hz_table_estimate(out, 100 * off, PERCENT_DECIMALS);
    hz_buffer_free(&text);
}

static bool write_rate(const struct hz_series_table *table, const struct hz_series *series,
                       const struct hz_growth_method *method, struct span span,
                       const struct hz_published *claimed, struct hz_table *out,
                       struct hz_error *err)
{
    double rate;
    if (!method->rate(series->level + span.base, span.n, &rate, err))
        return false;
    const hz_sum base_year = table->first_year + (hz_sum)(span.base + method->base);
    const hz_sum years = (hz_sum)(span.n - method->base);
    hz_table_text(out, series->name);
    hz_table_string(out, method->name);
    hz_table_integer(out, base_year);
    hz_table_integer(out, base_year + years);
    hz_table_integer(out, years);
    hz_table_estimate(out, 100 * rate, PERCENT_DECIMALS);
    if (claimed)
        write_verdict(claimed, rate, out);
    return true;
}

static bool write_series(const struct hz_series_table *table, const struct hz_series *series,
                         const struct hz_growth_order *order, struct span span,
                         const struct hz_published *claimed, struct hz_table *out,
                         struct hz_error *err)
{
    for (const struct hz_growth_method *method = hz_growth_methods; method->name; method++) {
        if (!is_chosen(order, method))
            continue;
        if (!write_rate(table, series, method, span, claimed, out, err))
            return false;
        if (order->with_definitions)
            hz_table_string(out, method->formula);
        hz_table_end_row(out);
    }
    return true;
}

bool hz_growth_table(const struct hz_series_table *table, const struct hz_growth_order *order,
                     struct hz_table *out, struct hz_error *err)
{
    static const char *const columns[] = {"series",    "method", "base_year",
                                          "last_year", "years",  "rate_percent"};
    static const char *const verdicts[] = {"claimed", "verdict", "off_percent"};
    struct span span;
    struct hz_published claimed;
    if (!find_span(table, order, &span, err) || !check_years(table, order, span, err) ||
        !read_claimed(order, &claimed, err))
        return false;
    for (size_t s = 0; s < table->count; s++)
        if (!check_levels(table, &table->series[s], span, err))
            return false;
    for (size_t c = 0; c < HZ_COUNT(columns); c++)
        hz_table_column(out, columns[c]);
    for (size_t c = 0; order->claimed && c < HZ_COUNT(verdicts); c++)
        hz_table_column(out, verdicts[c]);
    if (order->with_definitions)
        hz_table_column(out, "definition");
    for (size_t s = 0; s < table->count; s++)
        if (!write_series(table, &table->series[s], order, span, order->claimed ? &claimed : NULL,
                          out, err))
            return false;
    return true;
}

bool hz_year_on_year_table(const struct hz_series_table *table, const struct hz_growth_order *order,
                           struct hz_table *out, struct hz_error *err)
{
    static const char *const columns[] = {"series", "year", "level", "growth_percent"};
    struct span span;
    if (!find_span(table, order, &span, err))
        return false;
    for (size_t c = 0; c < HZ_COUNT(columns); c++)
        hz_table_column(out, columns[c]);
    for (size_t s = 0; s < table->count; s++)
        for (size_t y = span.base; y <= span.base + span.n; y++) {
            const struct hz_series *series = &table->series[s];
            const double before = y > span.base ? series->level[y - 1] : (double)NAN;
            hz_table_text(out, series->name);
            hz_table_integer(out, table->first_year + (hz_sum)y);
            hz_table_number(out, series->level[y], series->decimals);
            hz_table_estimate(out, 100 * hz_growth_yearly(before, series->level[y]),
                              PERCENT_DECIMALS);
            hz_table_end_row(out);
        }
    return true;
}

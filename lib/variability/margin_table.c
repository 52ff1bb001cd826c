/* margin_table.c: see margin_table.h. */

#include "variability/margin_table.h"

#include <math.h>
#include <stdio.h>

enum { AMOUNT_DECIMALS = 2, LEVEL_DECIMALS = 6 };

/* Where the columns stand. */
struct reader {
    const struct hz_margin_order *order;
    const struct hz_sheet *in;
    int origin, ibnr, se, skewness;
    struct hz_margin_pool pool; /* the totals so far */
    bool lacks_total;           /* one of them has no quantiles */
    double held;                /* their ibnr times the years that capital is held for each */
};

struct row {
    double ibnr, se, skewness;
    double years; /* that capital is held */
};

static bool find_columns(struct reader *reader, struct hz_error *err)
{
    if (!hz_sheet_find(reader->in, "origin", &reader->origin, err) ||
        !hz_sheet_find(reader->in, "ibnr", &reader->ibnr, err) ||
        !hz_sheet_find(reader->in, "se", &reader->se, err))
        return false;
    reader->skewness = hz_sheet_column(reader->in, "skewness");
    const struct hz_place place = {.file = reader->in->file};
    if (reader->ibnr < reader->origin || reader->se < reader->origin)
        return hz_error_set(err, HZ_ERROR_DATA, place,
                            _("the columns ibnr and se are to stand right of origin: what is left "
                              "of it are keys"));
    if (reader->order->distribution == HZ_DISTRIBUTION_SKEWED && reader->skewness < 0)
        return hz_error_set(err, HZ_ERROR_DATA, place,
                            _("no column skewness: hz-reserve --method mack --skewness prints it"));
    if (reader->in->rows == 0)
        return hz_error_set(err, HZ_ERROR_DATA, place, _("no row"));
    return true;
}

static bool is_empty(const struct reader *reader, size_t r, int column)
{
    return hz_sheet_cell(reader->in, r, column).length == 0;
}

static void declare(const struct reader *reader, struct hz_table *out)
{
    const struct hz_levels *levels = &reader->order->levels;
    char name[32];
    for (int c = 0; c <= reader->origin; c++) {
        snprintf(name, sizeof name, "%.*s", HZ_TEXT_ARGS(reader->in->header[c]));
        hz_table_column(out, name);
    }
    hz_table_column(out, "ibnr");
    hz_table_column(out, "se");
    for (size_t q = 0; q < levels->levels; q++) {
        snprintf(name, sizeof name, "q%s", levels->name[q]);
        hz_table_column(out, name);
        snprintf(name, sizeof name, "margin%s", levels->name[q]);
        hz_table_column(out, name);
    }
    if (!isnan(reader->order->margin))
        hz_table_column(out, "level");
    if (!isnan(reader->order->rate)) {
        hz_table_column(out, "capital");
        hz_table_column(out, "capital_margin");
    }
}

static double quantile_of(const struct reader *reader, const struct row *row, double level)
{
    return hz_margin_quantile(reader->order->distribution, row->ibnr, row->se, row->skewness,
                              level);
}

static void write_figures(const struct reader *reader, const struct row *row, struct hz_table *out)
{
    const struct hz_margin_order *order = reader->order;
    hz_table_estimate(out, row->ibnr, AMOUNT_DECIMALS);
    hz_table_estimate(out, row->se, AMOUNT_DECIMALS);
    for (size_t q = 0; q < order->levels.levels; q++) {
        const double quantile = quantile_of(reader, row, order->levels.level[q]);
        hz_table_estimate(out, quantile, AMOUNT_DECIMALS);
        hz_table_estimate(out, quantile - row->ibnr, AMOUNT_DECIMALS);
    }
    if (!isnan(order->margin))
        hz_table_ratio(out,
                       hz_margin_level(order->distribution, row->ibnr, row->se, row->skewness,
                                       row->ibnr + order->margin),
                       LEVEL_DECIMALS);
    if (!isnan(order->rate)) {
        const double capital = quantile_of(reader, row, order->capital_level) - row->ibnr;
        hz_table_estimate(out, capital, AMOUNT_DECIMALS);
        hz_table_estimate(out, capital * order->rate * row->years, AMOUNT_DECIMALS);
    }
    hz_table_end_row(out);
}

static void write_row(const struct reader *reader, size_t r, const struct row *row,
                      struct hz_table *out)
{
    for (int c = 0; c <= reader->origin; c++)
        hz_table_text(out, hz_sheet_cell(reader->in, r, c));
    write_figures(reader, row, out);
}

static bool is_total(const struct reader *reader, size_t r)
{
    return hz_text_equal(hz_sheet_cell(reader->in, r, reader->origin), hz_text_of("total"));
}

static void pool_row(struct reader *reader, const struct row *row)
{
    const bool is_skewed = reader->order->distribution == HZ_DISTRIBUTION_SKEWED;
    hz_margin_pool_add(&reader->pool, row->ibnr, row->se, is_skewed ? row->skewness : 0);
    reader->held += row->ibnr * row->years;
}

/* Whether there are totals of groups to be added up, and nothing else among them. */
static bool check_pool(const struct reader *reader, struct hz_error *err)
{
    const struct hz_place place = {.file = reader->in->file};
    size_t totals = 0;
    for (size_t r = 0; r < reader->in->rows; r++)
        totals += is_total(reader, r);
    for (int c = 0; c < reader->origin; c++)
        if (hz_text_equal(reader->in->header[c], hz_text_of("method")))
            return hz_error_set(err, HZ_ERROR_DATA, place,
                                _("several methods for one reserve do not add up: choose one"));
    if (reader->origin == 0 || totals == 0)
        return hz_error_set(
            err, HZ_ERROR_DATA, place,
            _("to add up groups, expected a column left of origin that names them, and "
              "a row of origin total of each"));
    return true;
}

/* Whether the expansion rises at all levels that are asked for. */
static bool rises(const struct reader *reader, const struct row *row)
{
    const struct hz_margin_order *order = reader->order;
    bool does = order->distribution != HZ_DISTRIBUTION_SKEWED || !(row->se > 0) ||
                isnan(order->rate) || hz_margin_rises_at(row->skewness, order->capital_level);
    for (size_t q = 0; q < order->levels.levels; q++)
        does &= order->distribution != HZ_DISTRIBUTION_SKEWED || !(row->se > 0) ||
                hz_margin_rises_at(row->skewness, order->levels.level[q]);
    return does;
}

/* The sum of all groups' totals. */
static bool write_pool(const struct reader *reader, struct hz_table *out, struct hz_error *err)
{
    const struct hz_margin_pool *pool = &reader->pool;
    struct row row = {.ibnr = pool->mean, .years = reader->held / pool->mean};
    hz_margin_pool_moments(pool, reader->order->correlation, &row.se, &row.skewness);
    const bool is_log_normal = reader->order->distribution == HZ_DISTRIBUTION_LOG_NORMAL;
    const char *why =
        reader->lacks_total ? _("a group's total has no quantiles, so that there is no sum of all")
        : isnan(row.se)     ? _("a skewness of more than 2.83 in size is too much to add groups up "
                                    "with: take another distribution")
        : !rises(reader, &row)
            ? _("the sum of all groups is too skewed for these levels: ask for ones nearer to 50")
        : is_log_normal && row.ibnr <= 0
            ? _("the sum of all groups is not positive, so that it cannot be log-normal")
            : NULL;
    if (why)
        return hz_error_set(err, HZ_ERROR_DATA, (struct hz_place){.file = reader->in->file}, "%s",
                            why);
    for (int c = 0; c < reader->origin; c++)
        hz_table_string(out, c == 0 ? "all" : "");
    hz_table_string(out, "total");
    write_figures(reader, &row, out);
    return true;
}

/* The payouts of the row's keys; NULL: there are none. */
static const struct hz_runoff *find_payouts(const struct reader *reader, size_t r)
{
    const struct hz_runoff_table *payouts = reader->order->payouts;
    for (size_t p = 0; p < payouts->runoffs && payouts->keys == (size_t)reader->origin; p++) {
        size_t same = 0;
        while (same < payouts->keys &&
               hz_text_equal(payouts->runoff[p].key[same], hz_sheet_cell(reader->in, r, (int)same)))
            same++;
        if (same == payouts->keys)
            return &payouts->runoff[p].runoff;
    }
    return NULL;
}

/* For how long capital is held for a row. */
static bool find_years(const struct reader *reader, size_t r, struct row *row, struct hz_error *err)
{
    const struct hz_margin_order *order = reader->order;
    row->years = order->term;
    if (!order->payouts)
        return true;
    const struct hz_runoff *payouts = find_payouts(reader, r);
    row->years = payouts ? hz_runoff_years_held(payouts, order->curve) : (double)NAN;
    return !payouts || !order->curve || hz_runoff_check_curve(payouts, order->curve, err);
}

/* Why a row has no quantiles; NULL: it has. */
static const char *what_is_missing(const struct reader *reader, size_t r, const struct row *row)
{
    const enum hz_distribution distribution = reader->order->distribution;
    if (is_empty(reader, r, reader->se))
        return _("no standard error: the method has none, or cannot tell it");
    if (distribution == HZ_DISTRIBUTION_SKEWED && is_empty(reader, r, reader->skewness))
        return _("no skewness: mack with averages by volume gives it");
    if (distribution == HZ_DISTRIBUTION_LOG_NORMAL && row->se > 0 && row->ibnr <= 0)
        return _("not positive, so that it cannot be log-normal");
    if (!rises(reader, row))
        return _("too skewed for these levels: the expansion falls there, where a quantile rises; "
                 "ask for levels nearer to 50, or take log-normal");
    if (reader->order->payouts && isnan(row->years))
        return _("no payouts of this group and method, of which capital would be held for");
    return NULL;
}

static bool read_row(const struct reader *reader, size_t r, struct row *row, struct hz_error *err)
{
    *row = (struct row){.skewness = 0};
    if (!hz_sheet_number(reader->in, r, reader->ibnr, &row->ibnr, err) ||
        (!is_empty(reader, r, reader->se) &&
         !hz_sheet_number(reader->in, r, reader->se, &row->se, err)) ||
        (reader->skewness >= 0 && !is_empty(reader, r, reader->skewness) &&
         !hz_sheet_number(reader->in, r, reader->skewness, &row->skewness, err)))
        return false;
    if (row->se < 0)
        return hz_error_set(err, HZ_ERROR_DATA, hz_sheet_place(reader->in, r, reader->se),
                            _("a standard error is not below 0"));
    return find_years(reader, r, row, err);
}

bool hz_margin_table(const struct hz_margin_order *order, const struct hz_sheet *in,
                     struct hz_table *out, struct hz_error *err)
{
    struct reader reader = {.order = order, .in = in};
    const bool has_pool = !isnan(order->correlation);
    if (!find_columns(&reader, err) || (has_pool && !check_pool(&reader, err)))
        return false;
    declare(&reader, out);
    for (size_t r = 0; r < in->rows; r++) {
        struct row row;
        if (!read_row(&reader, r, &row, err)) {
            if (reader.origin == 0 || err->kind != HZ_ERROR_DATA)
                return false;
            reader.lacks_total |= is_total(&reader, r);
            hz_table_leave_out(out, err);
            continue;
        }
        const char *missing = what_is_missing(&reader, r, &row);
        if (!missing) {
            write_row(&reader, r, &row, out);
            if (has_pool && is_total(&reader, r))
                pool_row(&reader, &row);
            continue;
        }
        reader.lacks_total |= is_total(&reader, r);
        struct hz_error reason = {0};
        (void)hz_error_set(&reason, HZ_ERROR_DATA, hz_sheet_place(in, r, reader.ibnr), "%s",
                           missing);
        hz_table_leave_out(out, &reason);
    }
    return !has_pool || write_pool(&reader, out, err);
}

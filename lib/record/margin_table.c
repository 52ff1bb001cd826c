/* margin_table.c: see margin_table.h. */

#include "record/margin_table.h"

#include <math.h>
#include <stdio.h>

enum { AMOUNT_DECIMALS = 2, LEVEL_DECIMALS = 6 };

/* Where the columns stand. */
struct reader {
    const struct hz_margin_order *order;
    const struct hz_sheet *in;
    int origin, ibnr, se, skewness;
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

static void write_row(const struct reader *reader, size_t r, const struct row *row,
                      struct hz_table *out)
{
    const struct hz_margin_order *order = reader->order;
    for (int c = 0; c <= reader->origin; c++)
        hz_table_text(out, hz_sheet_cell(reader->in, r, c));
    hz_table_estimate(out, row->ibnr, AMOUNT_DECIMALS);
    hz_table_estimate(out, row->se, AMOUNT_DECIMALS);
    for (size_t q = 0; q < order->levels.levels; q++) {
        const double quantile = quantile_of(reader, row, order->levels.level[q]);
        hz_table_estimate(out, quantile, AMOUNT_DECIMALS);
        hz_table_estimate(out, quantile - row->ibnr, AMOUNT_DECIMALS);
    }
    if (!isnan(order->margin))
        hz_table_number(out,
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
    if (!find_columns(&reader, err))
        return false;
    declare(&reader, out);
    for (size_t r = 0; r < in->rows; r++) {
        struct row row;
        if (!read_row(&reader, r, &row, err))
            return false;
        const char *missing = what_is_missing(&reader, r, &row);
        if (!missing) {
            write_row(&reader, r, &row, out);
            continue;
        }
        struct hz_error reason = {0};
        (void)hz_error_set(&reason, HZ_ERROR_DATA, hz_sheet_place(in, r, reader.ibnr), "%s",
                           missing);
        hz_table_leave_out(out, &reason);
    }
    return true;
}

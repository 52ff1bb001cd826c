/* invert_table.c: see invert_table.h. */

#include "growth/invert_table.h"

#include "growth/invert.h"

#include <math.h>

enum { LEVEL_DECIMALS = 0, PERCENT_DECIMALS = 2 };

/* A year's level as somebody knows it. */
struct known {
    bool is_given;
    size_t year; /* after the base */
    struct hz_interval level;
};

static bool read_figure(const char *option, struct hz_text text, struct hz_published *figure,
                        struct hz_error *err)
{
    struct hz_error why = {0};
    return hz_published_parse(text, figure, &why) ||
           hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE, "%s: %s", option, why.text);
}

/* A total or a level, which is no rate. */
static bool read_amount(const char *option, const char *text, struct hz_published *figure,
                        struct hz_error *err)
{
    if (!read_figure(option, hz_text_of(text), figure, err))
        return false;
    return figure->unit != HZ_PERCENT ||
           hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                        _("%s \"%s\": expected a figure above 0, and not in per cent"), option,
                        text);
}

/* A rate without its sign is a number: 75 would be 7500 %. */
static bool read_rate(struct hz_text text, struct hz_published *rate, struct hz_error *err)
{
    if (!read_figure("--rate", text, rate, err))
        return false;
    return rate->unit == HZ_PERCENT || rate->value <= 10 * (hz_sum)HZ_PUBLISHED_ONE ||
           hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                        _("--rate: %.*s is more than 10 (1000 %%): %.*s per cent is written "
                          "%.*s%%"),
                        HZ_TEXT_ARGS(text), HZ_TEXT_ARGS(text), HZ_TEXT_ARGS(text));
}

static bool read_known(const struct hz_invert_order *order, struct known *known,
                       struct hz_error *err)
{
    *known = (struct known){0};
    if (!order->known)
        return true;
    const char *equals = strchr(order->known, '=');
    hz_sum year = 0;
    if (!equals ||
        !hz_sum_parse((struct hz_text){order->known, (size_t)(equals - order->known)}, &year))
        return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                            _("--known \"%s\": expected YEAR=VALUE, as in 2019=1659万"),
                            order->known);
    if (year < order->base_year || year > (hz_sum)order->base_year + order->years)
        return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                            _("--known %s: the year is not one of %d to %d (--base-year names the "
                              "year before the first)"),
                            order->known, order->base_year, order->base_year + order->years);
    struct hz_published figure;
    if (!read_amount("--known", equals + 1, &figure, err))
        return false;
    known->is_given = true;
    known->year = (size_t)(year - order->base_year);
    known->level = (struct hz_interval){hz_published_low(&figure), hz_published_value(&figure),
                                        hz_published_high(&figure)};
    return true;
}

static void write_known(const struct hz_inversion *inversion, const struct known *known,
                        struct hz_interval steady, struct hz_table *out)
{
    const struct hz_invert_verdict verdict = hz_invert_known(inversion, known->year, known->level);
    hz_table_estimate(out, known->level.value, LEVEL_DECIMALS);
    hz_table_estimate(out, 100 * (known->level.value / steady.value - 1), PERCENT_DECIMALS);
    hz_table_string(out, verdict.steady ? "yes" : "no");
    hz_table_string(out, verdict.level ? "yes" : "no");
    hz_table_string(out, verdict.cumulative ? "yes" : "no");
}

/* A level in ones, or as the total is printed: in its unit, with its decimals and separators. */
static void write_level(double level, const struct hz_published *like, struct hz_table *out)
{
    const double ones = floor(level);
    struct hz_buffer text = {0};
    if (!like) {
        hz_table_estimate(out, level, LEVEL_DECIMALS);
        return;
    }
    hz_published_format_like(
        like, (hz_sum)ones * HZ_PUBLISHED_ONE + (hz_sum)((level - ones) * (double)HZ_PUBLISHED_ONE),
        &text);
    hz_table_text(out, (struct hz_text){text.at, text.length});
    hz_buffer_free(&text);
}

static void write_columns(const struct known *known, struct hz_table *out)
{
    static const char *const columns[] = {"year",   "low",          "level",
                                          "high",   "known",        "difference_percent",
                                          "steady", "level_method", "cumulative_method"};
    for (size_t c = 0; c < (known->is_given ? HZ_COUNT(columns) : 4); c++)
        hz_table_column(out, columns[c]);
}

bool hz_invert_table(const struct hz_invert_order *order, struct hz_table *out,
                     struct hz_error *err)
{
    struct hz_published total, rate;
    struct hz_inversion inversion;
    struct known known;
    struct hz_error why = {0};
    if (!read_amount("--total", order->total, &total, err) ||
        !read_rate(hz_text_of(order->rate), &rate, err) || !read_known(order, &known, err))
        return false;
    if (!hz_invert(&inversion, &total, &rate, (size_t)order->years, &why))
        return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE, "%s", why.text);
    write_columns(&known, out);
    for (size_t y = 0; y <= inversion.years; y++) {
        const struct hz_interval level = hz_invert_level(&inversion, y);
        const struct hz_published *like = order->as_published ? &total : NULL;
        hz_table_integer(out, order->base_year + (hz_sum)y);
        write_level(level.low, like, out);
        write_level(level.value, like, out);
        write_level(level.high, like, out);
        if (known.is_given && y == known.year)
            write_known(&inversion, &known, level, out);
        else
            for (int empty = 0; known.is_given && empty < 5; empty++)
                hz_table_unknown(out);
        hz_table_end_row(out);
    }
    return true;
}

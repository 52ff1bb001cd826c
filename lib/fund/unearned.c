/* unearned.c: see unearned.h. */

#include "fund/unearned.h"

#include "base/decimal.h"

#include <inttypes.h>
#include <stdlib.h>

const char *const hz_unearned_method_names[] = {"daily", "24ths", "78", "reverse-78", "risk", NULL};

/* ---- Weights of days */

static bool refuse_band(struct hz_text band, const char *reason, struct hz_error *err)
{
    return hz_error_set(
        err, HZ_ERROR_USAGE, HZ_NOWHERE,
        _("--risk-weights: \"%.*s\" %s (expected DAY:WEIGHT,..., as in 30:0,60:0.5)"),
        HZ_TEXT_ARGS(band), reason);
}

static bool parse_day(struct hz_text text, int64_t *day)
{
    hz_sum number;
    if (text.length == 0 || text.length > 5 || !hz_sum_parse(text, &number))
        return false;
    *day = (int64_t)number;
    return *day >= 1 && *day <= HZ_TERM_DAYS;
}

/* Ten-thousandths: so no sum of contributions times weights overflows. */
static bool parse_weight(struct hz_text text, int64_t *weight)
{
    const int64_t unit = HZ_DECIMAL_ONE / 10000;
    struct hz_decimal decimal;
    if (!hz_decimal_parse(text, &decimal) || decimal.value < 0 ||
        decimal.value > 100 * HZ_DECIMAL_ONE || decimal.value % unit != 0)
        return false;
    *weight = decimal.value / unit;
    return true;
}

static bool parse_band(struct hz_risk_weights *weights, struct hz_text band, struct hz_error *err)
{
    const char *colon = memchr(band.at, ':', band.length);
    if (!colon)
        return refuse_band(band, _("has no colon"), err);
    struct hz_text day = {band.at, (size_t)(colon - band.at)};
    struct hz_text weight = {colon + 1, band.length - day.length - 1};
    const size_t b = weights->bands;
    if (b == HZ_RISK_BANDS)
        return refuse_band(band, _("is one band too many"), err);
    if (!parse_day(day, &weights->last_day[b]))
        return refuse_band(band, _("does not begin with a number of days"), err);
    if (b > 0 && weights->last_day[b] <= weights->last_day[b - 1])
        return refuse_band(band, _("does not come after the band before it"), err);
    if (!parse_weight(weight, &weights->weight[b]))
        return refuse_band(band, _("has no weight from 0 to 100, of four decimals at most"), err);
    weights->bands++;
    return true;
}

static int64_t greatest_common_divisor(int64_t a, int64_t b)
{
    while (b != 0) {
        int64_t rest = a % b;
        a = b;
        b = rest;
    }
    return a;
}

bool hz_risk_weights_parse(struct hz_risk_weights *weights, const char *text, struct hz_error *err)
{
    weights->bands = 0;
    for (const char *at = text;; at++) {
        struct hz_text band = {at, strcspn(at, ",")};
        if (!parse_band(weights, band, err))
            return false;
        at += band.length;
        if (!*at)
            break;
    }
    int64_t divisor = weights->weight[weights->bands] = 10000;
    for (size_t b = 0; b < weights->bands; b++)
        divisor = greatest_common_divisor(divisor, weights->weight[b]);
    for (size_t b = 0; b <= weights->bands; b++)
        weights->weight[b] /= divisor;
    return true;
}

/* What the days 1 to `day` weigh together. */
static int64_t weight_through(const struct hz_risk_weights *weights, int64_t day)
{
    int64_t sum = 0, done = 0;
    for (size_t b = 0; b < weights->bands && done < day; b++) {
        int64_t last = weights->last_day[b] < day ? weights->last_day[b] : day;
        sum += (last - done) * weights->weight[b];
        done = last;
    }
    return done < day ? sum + (day - done) * weights->weight[weights->bands] : sum;
}

/* ---- Months */

static int months_between(hz_date from, hz_date to)
{
    return hz_period_of(to, HZ_MONTH) - hz_period_of(from, HZ_MONTH);
}

static bool has_no_such_day(hz_date start, hz_date back)
{
    return hz_date_civil(back).day < hz_date_civil(start).day;
}

/* The months of a term, 0 if they are not whole. */
static int term_months(const struct hz_cover *cover)
{
    int months = months_between(cover->start, cover->end + 1);
    if (hz_date_add_months(cover->start, months) == cover->end + 1)
        return months;
    months = months_between(cover->start, cover->end);
    hz_date back = hz_date_add_months(cover->start, months);
    return back == cover->end && has_no_such_day(cover->start, back) ? months : 0;
}

/* Months completed at the end of a day. */
static int months_completed(hz_date start, hz_date day)
{
    int months = months_between(start, day + 1);
    return hz_date_add_months(start, months) > day + 1 ? months - 1 : months;
}

/* ---- Parts */

bool hz_unearned_check(const struct hz_unearned *how, struct hz_error *err)
{
    hz_date last = hz_period_last(hz_period_of(how->as_of, HZ_MONTH), HZ_MONTH);
    if (how->method != HZ_UNEARNED_24THS || how->as_of == last)
        return true;
    char wanted[HZ_DATE_TEXT];
    hz_date_format(last, wanted);
    return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                        _("the method 24ths values at the end of a month: expected %s, or another "
                          "method"),
                        wanted);
}

/* All n months, k of them completed. */
static struct hz_unearned_part part_of_months(enum hz_unearned_method method, int64_t n, int64_t k)
{
    const int64_t r = n - k;
    if (method == HZ_UNEARNED_78)
        return (struct hz_unearned_part){r * (r + 1), n * (n + 1)};
    return (struct hz_unearned_part){n * (n + 1) - k * (k + 1), n * (n + 1)};
}

static enum hz_unearned_fault monthly(const struct hz_unearned *how, const struct hz_cover *cover,
                                      struct hz_unearned_part *part)
{
    const int months = term_months(cover);
    if (months == 0)
        return HZ_UNEARNED_TERM_NOT_MONTHS;
    if (how->as_of < cover->start)
        *part = (struct hz_unearned_part){1, 1};
    else if (how->as_of >= cover->end)
        *part = (struct hz_unearned_part){0, 1};
    else if (how->method == HZ_UNEARNED_24THS)
        *part = (struct hz_unearned_part){
            2 * (months - months_between(cover->start, how->as_of)) - 1, 2 * months};
    else
        *part = part_of_months(how->method, months, months_completed(cover->start, how->as_of));
    return HZ_UNEARNED_GOOD;
}

/* The last day that is over, as a day of the cover: from the day before it to its end. */
static hz_date last_day_over(const struct hz_unearned *how, const struct hz_cover *cover)
{
    if (how->as_of < cover->start)
        return cover->start - 1;
    return how->as_of < cover->end ? how->as_of : cover->end;
}

static enum hz_unearned_fault by_risk(const struct hz_unearned *how, const struct hz_cover *cover,
                                      struct hz_unearned_part *part)
{
    if (cover->wait_from > cover->start)
        return HZ_UNEARNED_WAIT_AFTER_START;
    const int64_t before = (int64_t)cover->wait_from - 1; /* day 0 */
    const int64_t all = weight_through(&how->weights, cover->end - before);
    const int64_t whole = all - weight_through(&how->weights, cover->start - 1 - before);
    if (whole == 0)
        return HZ_UNEARNED_NO_RISK;
    const int64_t over = last_day_over(how, cover) - before;
    *part = (struct hz_unearned_part){all - weight_through(&how->weights, over), whole};
    return HZ_UNEARNED_GOOD;
}

enum hz_unearned_fault hz_unearned_part(const struct hz_unearned *how, const struct hz_cover *cover,
                                        struct hz_unearned_part *part)
{
    const int64_t days = (int64_t)cover->end - cover->start + 1;
    if (days <= 0)
        return HZ_UNEARNED_END_BEFORE_START;
    if (days > HZ_TERM_DAYS)
        return HZ_UNEARNED_TERM_TOO_LONG;
    switch (how->method) {
    case HZ_UNEARNED_DAILY:
        *part = hz_unearned_daily(how->as_of, cover);
        return HZ_UNEARNED_GOOD;
    case HZ_UNEARNED_24THS:
    case HZ_UNEARNED_78:
    case HZ_UNEARNED_REVERSE_78:
        return monthly(how, cover, part);
    case HZ_UNEARNED_RISK:
        return by_risk(how, cover, part);
    }
    abort();
}

/* ---- Faults */

const char *hz_unearned_fault_code(enum hz_unearned_fault fault)
{
    static const char *const codes[] = {
        "",           "end_before_start", "term_too_long", "term_not_months", "wait_after_start",
        "no_risk_day"};
    return codes[fault];
}

const char *hz_unearned_fault_text(enum hz_unearned_fault fault)
{
    switch (fault) {
    case HZ_UNEARNED_GOOD:
        return "";
    case HZ_UNEARNED_END_BEFORE_START:
        return _("is before the start: expected the last day of the cover");
    case HZ_UNEARNED_TERM_TOO_LONG:
        return _(
            "is more than a hundred years after the start: expected the last day of the cover");
    case HZ_UNEARNED_TERM_NOT_MONTHS:
        return _("does not end a term of whole months: use --method daily for such covers");
    case HZ_UNEARNED_WAIT_AFTER_START:
        return _("is after the start: expected the first day of continuous cover");
    case HZ_UNEARNED_NO_RISK:
        return _("ends a cover of which no day has a weight: use --method daily for such covers");
    }
    abort();
}

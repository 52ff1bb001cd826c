/* published.c: see published.h. */

#include "growth/published.h"

#include <math.h>

enum { DIGITS_MOST = 18, DECIMALS_MOST = 10, PLACES = 12 };

/* Words in front, the longest first where one begins another. */
static const struct {
    const char *word;
    enum hz_published_qualifier qualifier;
    bool is_about;
} words[] = {
    {"超过", HZ_PUBLISHED_OVER, false},    {"超", HZ_PUBLISHED_OVER, false},
    {"逾", HZ_PUBLISHED_OVER, false},      {"over", HZ_PUBLISHED_OVER, false},
    {"将近", HZ_PUBLISHED_NEARLY, false},  {"接近", HZ_PUBLISHED_NEARLY, false},
    {"近", HZ_PUBLISHED_NEARLY, false},    {"nearly", HZ_PUBLISHED_NEARLY, false},
    {"大约", HZ_PUBLISHED_ROUNDED, true},  {"约", HZ_PUBLISHED_ROUNDED, true},
    {"about", HZ_PUBLISHED_ROUNDED, true},
};

static const struct {
    const char *word;
    enum hz_published_unit unit;
} units[] = {{"万", HZ_WAN}, {"亿", HZ_YI}, {"%", HZ_PERCENT}, {"％", HZ_PERCENT}};

/* The power of ten that a unit is. */
static const int exponent[] = {[HZ_PLAIN] = 0, [HZ_WAN] = 4, [HZ_YI] = 8, [HZ_PERCENT] = -2};
static const char *const unit_names[] = {"", "万", "亿", "%"};

static hz_sum power_of_ten(int n)
{
    hz_sum power = 1;
    while (n-- > 0)
        power *= 10;
    return power;
}

static bool take(struct hz_text *text, const char *word)
{
    const size_t length = strlen(word);
    if (text->length < length || memcmp(text->at, word, length) != 0)
        return false;
    text->at += length;
    text->length -= length;
    *text = hz_text_trim(*text);
    return true;
}

static bool take_odd(struct hz_text *text)
{
    return take(text, "余") || take(text, "多");
}

/*
 * Digits, separators and decimals, in units of the last digit printed. A separator stands before
 * three digits, and then everywhere or nowhere.
 */
static bool take_number(struct hz_text *text, struct hz_published *figure, hz_sum *number)
{
    int digits = 0, group = 0, decimals = -1;
    hz_sum sum = 0;
    size_t i = 0;
    for (; i < text->length; i++) {
        const char c = text->at[i];
        if (hz_digit(c) <= 9) {
            sum = sum * 10 + (hz_sum)hz_digit(c);
            digits++;
            group++;
            decimals += decimals >= 0;
            if (digits > DIGITS_MOST)
                return false;
        } else if (c == ',' && decimals < 0) {
            if (group < 1 || group > 3 || (figure->has_separators && group != 3))
                return false;
            figure->has_separators = true;
            group = 0;
        } else if (c == '.' && decimals < 0 && digits > 0) {
            if (figure->has_separators && group != 3)
                return false;
            decimals = 0;
        } else {
            break;
        }
    }
    if (digits == 0 || decimals == 0 || (decimals < 0 && figure->has_separators && group != 3))
        return false;
    figure->decimals = decimals < 0 ? 0 : decimals;
    *number = sum;
    *text = hz_text_trim((struct hz_text){text->at + i, text->length - i});
    return true;
}

static void bound(struct hz_published *figure)
{
    const hz_sum half = figure->step / 2;
    figure->has_low = figure->qualifier != HZ_PUBLISHED_NEARLY;
    figure->has_high = figure->qualifier != HZ_PUBLISHED_OVER;
    figure->low = figure->high = figure->value;
    figure->has_high_end = figure->qualifier == HZ_PUBLISHED_NEARLY;
    if (figure->qualifier == HZ_PUBLISHED_ROUNDED) {
        figure->low -= half;
        figure->high += half;
    } else if (figure->qualifier == HZ_PUBLISHED_ODD) {
        hz_sum odd = figure->step; /* "500余万" is less than 600万, "63余亿" less than 64亿 */
        while (figure->value != 0 && figure->value % (odd * 10) == 0)
            odd *= 10;
        figure->high += odd;
    }
}

/* Everything but the bounds; false: not a figure. */
static bool take_figure(struct hz_text text, struct hz_published *figure)
{
    bool is_negative, is_odd;
    hz_sum number;
    for (size_t w = 0; w < HZ_COUNT(words); w++)
        if (take(&text, words[w].word)) {
            figure->qualifier = words[w].qualifier;
            figure->says_about = words[w].is_about;
            break;
        }
    is_negative = take(&text, "-");
    if (!take_number(&text, figure, &number))
        return false;
    is_odd = take_odd(&text);
    for (size_t u = 0; u < HZ_COUNT(units); u++)
        if (take(&text, units[u].word)) {
            figure->unit = units[u].unit;
            break;
        }
    is_odd = is_odd || take_odd(&text);
    const int places = PLACES + exponent[figure->unit] - figure->decimals;
    if (text.length > 0 || figure->decimals > DECIMALS_MOST ||
        (figure->unit == HZ_PERCENT && figure->decimals > DECIMALS_MOST - 2))
        return false;
    if (is_odd && (figure->qualifier != HZ_PUBLISHED_ROUNDED || figure->says_about || is_negative))
        return false;
    if (is_odd)
        figure->qualifier = HZ_PUBLISHED_ODD;
    figure->step = power_of_ten(places);
    figure->value = (is_negative ? -number : number) * figure->step;
    return true;
}

bool hz_published_parse(struct hz_text text, struct hz_published *figure, struct hz_error *err)
{
    struct hz_published read = {0};
    if (!take_figure(hz_text_trim(text), &read))
        return hz_error_set(
            err, HZ_ERROR_DATA, HZ_NOWHERE,
            _("\"%.*s\" is not a published figure: expected one like 9773万, 1.9亿, "
              "11.40%% or 97,730,000, with 约, 近 or 超 in front or 余 behind"),
            HZ_TEXT_ARGS(text));
    bound(&read);
    *figure = read;
    return true;
}

bool hz_published_holds(const struct hz_published *figure, hz_sum value)
{
    if (figure->has_low && value < figure->low)
        return false;
    if (!figure->has_high)
        return true;
    return figure->has_high_end ? value <= figure->high : value < figure->high;
}

double hz_published_value(const struct hz_published *figure)
{
    return (double)figure->value / (double)HZ_PUBLISHED_ONE;
}

double hz_published_low(const struct hz_published *figure)
{
    return figure->has_low ? (double)figure->low / (double)HZ_PUBLISHED_ONE : -(double)INFINITY;
}

double hz_published_high(const struct hz_published *figure)
{
    return figure->has_high ? (double)figure->high / (double)HZ_PUBLISHED_ONE : (double)INFINITY;
}

bool hz_published_holds_estimate(const struct hz_published *figure, double value)
{
    const double slack =
        1e-13 * (1 + fabs(value)); /* a rate's rounding errors, far below a digit */
    return value >= hz_published_low(figure) - slack && value <= hz_published_high(figure) + slack;
}

static void format_number(const struct hz_published *figure, hz_sum value, struct hz_buffer *text)
{
    const hz_sum step = figure->step;
    hz_magnitude number = (hz_sum_magnitude(value) + (hz_magnitude)step / 2) / (hz_magnitude)step;
    char digits[HZ_SUM_TEXT];
    const size_t length = hz_sum_format((hz_sum)number, digits);
    const size_t decimals = (size_t)figure->decimals;
    const size_t whole = length > decimals ? length - decimals : 0;
    if (value < 0 && number != 0)
        hz_buffer_char(text, '-');
    for (size_t i = 0; i < whole; i++) {
        if (figure->has_separators && i > 0 && (whole - i) % 3 == 0)
            hz_buffer_char(text, ',');
        hz_buffer_char(text, digits[i]);
    }
    if (whole == 0)
        hz_buffer_char(text, '0');
    if (decimals == 0)
        return;
    hz_buffer_char(text, '.');
    for (size_t zero = length; zero < decimals; zero++)
        hz_buffer_char(text, '0');
    hz_buffer_append(text, digits + whole, length - whole);
}

void hz_published_format_like(const struct hz_published *figure, hz_sum value,
                              struct hz_buffer *text)
{
    format_number(figure, value, text);
    hz_buffer_string(text, unit_names[figure->unit]);
}

void hz_published_format(const struct hz_published *figure, struct hz_buffer *text)
{
    static const char *const front[] = {[HZ_PUBLISHED_ROUNDED] = "",
                                        [HZ_PUBLISHED_NEARLY] = "近",
                                        [HZ_PUBLISHED_OVER] = "超",
                                        [HZ_PUBLISHED_ODD] = ""};
    hz_buffer_string(text, figure->says_about ? "约" : front[figure->qualifier]);
    hz_published_format_like(figure, figure->value, text);
    if (figure->qualifier == HZ_PUBLISHED_ODD)
        hz_buffer_string(text, "余");
}

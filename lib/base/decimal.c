/* decimal.c: see decimal.h. */

#include "base/decimal.h"

#include <assert.h>

/* Reads the digits before the '.', worth `unit` each; leaves *text at what follows them. */
static bool parse_whole(struct hz_text *text, int64_t unit, int64_t *value)
{
    const int64_t limit = HZ_DECIMAL_ONE * HZ_DECIMAL_ONE / unit;
    int64_t whole = 0;
    size_t digits = 0;
    for (; digits < text->length && hz_digit(text->at[digits]) <= 9; digits++) {
        whole = whole * 10 + hz_digit(text->at[digits]);
        if (whole >= limit)
            return false;
    }
    text->at += digits;
    text->length -= digits;
    *value = whole * unit;
    return digits > 0;
}

/* Adds the '.' and the digits after it, if there are any; nothing else may follow. */
static bool parse_fraction(struct hz_text text, int64_t unit, int64_t *value)
{
    if (text.length == 0)
        return true;
    if (text.length == 1 || text.at[0] != '.')
        return false;
    for (size_t i = 1; i < text.length; i++) {
        unsigned digit = hz_digit(text.at[i]);
        unit /= 10;
        if (digit > 9 || (digit > 0 && unit == 0))
            return false;
        *value += digit * unit;
    }
    return true;
}

bool hz_decimal_parse(struct hz_text text, struct hz_decimal *decimal)
{
    if (text.length == 0)
        return false;
    bool is_negative = text.at[0] == '-';
    bool is_percent = text.at[text.length - 1] == '%';
    if (is_negative) {
        text.at++;
        text.length--;
    }
    if (is_percent)
        text.length--;
    int64_t unit = is_percent ? HZ_DECIMAL_ONE / 100 : HZ_DECIMAL_ONE;
    int64_t value;
    if (!parse_whole(&text, unit, &value) || !parse_fraction(text, unit, &value))
        return false;
    decimal->value = is_negative ? -value : value;
    return true;
}

size_t hz_decimal_format(struct hz_decimal decimal, char text[])
{
    uint64_t magnitude = (uint64_t)hz_sum_magnitude(decimal.value);
    uint64_t fraction = magnitude % (uint64_t)HZ_DECIMAL_ONE;
    char *at = text;
    if (decimal.value < 0)
        *at++ = '-';
    at += hz_sum_format((hz_sum)(magnitude / (uint64_t)HZ_DECIMAL_ONE), at);
    if (fraction > 0)
        *at++ = '.';
    for (; fraction > 0; fraction = fraction * 10 % (uint64_t)HZ_DECIMAL_ONE)
        *at++ = (char)('0' + (int)(fraction * 10 / (uint64_t)HZ_DECIMAL_ONE));
    *at = '\0';
    return (size_t)(at - text);
}

bool hz_fen_round(hz_sum billionths, hz_fen *fen)
{
    const int64_t half = HZ_DECIMAL_ONE / 2;
    hz_sum nearest = billionths / HZ_DECIMAL_ONE; /* cut towards zero */
    int64_t rest = (int64_t)(billionths % HZ_DECIMAL_ONE);
    nearest += (rest >= half) - (rest <= -half);
    if (nearest < INT64_MIN || nearest > INT64_MAX)
        return false;
    *fen = (hz_fen)nearest;
    return true;
}

hz_fen hz_fen_times(hz_fen amount, struct hz_decimal rate)
{
    hz_fen product = 0;
    bool fits = hz_fen_round(hz_fen_times_exact(amount, rate), &product);
    assert(fits);
    (void)fits;
    return product;
}

/* unit.c: see unit.h. */

#include "file/unit.h"

/* A number's sign, digits and decimals; false of a text that is none. */
struct parts {
    bool is_negative;
    size_t digits, decimals;
    char digit[80];
};

static bool take_apart(struct hz_text number, struct parts *parts)
{
    bool has_point = false;
    *parts = (struct parts){0};
    for (size_t i = 0; i < number.length; i++) {
        const char c = number.at[i];
        if (i == 0 && (c == '-' || c == '+')) {
            parts->is_negative = c == '-';
            continue;
        }
        if (c == '.' && !has_point) {
            has_point = true;
            continue;
        }
        if (c == ',' && !has_point && parts->digits > 0)
            continue;
        if (hz_digit(c) > 9 || parts->digits == sizeof parts->digit)
            return false;
        parts->digit[parts->digits++] = c;
        parts->decimals += has_point;
    }
    return parts->digits > 0;
}

/* Digits with so many decimals, which may be more than there are digits, or negative: zeros. */
static struct hz_text put_together(const struct parts *parts, long decimals, struct hz_arena *arena)
{
    struct hz_buffer out = {0};
    const long digits = (long)parts->digits;
    size_t from = 0, zeros = 0;
    while (zeros < parts->digits && parts->digit[zeros] == '0')
        zeros++;
    if (zeros == parts->digits && decimals <= 0)
        return hz_text_of("0");
    hz_buffer_string(&out, parts->is_negative ? "-" : "");
    while ((long)from + 1 < digits - decimals &&
           parts->digit[from < parts->digits ? from : 0] == '0' && from + 1 < parts->digits)
        from++;
    for (long i = (long)from; i < digits || i < digits - decimals; i++) {
        if (i == digits - decimals && i == (long)from)
            hz_buffer_char(&out, '0');
        if (i == digits - decimals && decimals > 0)
            hz_buffer_char(&out, '.');
        hz_buffer_char(&out, i >= 0 && i < digits ? parts->digit[i] : '0');
    }
    const struct hz_text text = hz_arena_text(arena, (struct hz_text){out.at, out.length});
    hz_buffer_free(&out);
    return text;
}

static struct hz_text move(struct hz_text number, int places, struct hz_arena *arena)
{
    struct parts parts;
    if (!take_apart(number, &parts))
        return number;
    long decimals = (long)parts.decimals - places;
    /* Zeros in front, so that a digit stands before the point. */
    if (decimals >= (long)parts.digits) {
        const size_t zeros = (size_t)decimals + 1 - parts.digits;
        if (parts.digits + zeros > sizeof parts.digit)
            return number;
        memmove(parts.digit + zeros, parts.digit, parts.digits);
        memset(parts.digit, '0', zeros);
        parts.digits += zeros;
    }
    return put_together(&parts, decimals, arena);
}

struct hz_text hz_unit_raise(struct hz_text number, int places, struct hz_arena *arena)
{
    return move(number, places, arena);
}

struct hz_text hz_unit_lower(struct hz_text number, int places, struct hz_arena *arena)
{
    return move(number, -places, arena);
}

void hz_unit_thousands(struct hz_text number, struct hz_buffer *out)
{
    const char *point = memchr(number.at, '.', number.length);
    const size_t whole = point ? (size_t)(point - number.at) : number.length;
    for (size_t i = 0; i < number.length; i++) {
        const bool is_behind_digit = i > 0 && hz_digit(number.at[i - 1]) <= 9;
        if (i < whole && is_behind_digit && (whole - i) % 3 == 0)
            hz_buffer_char(out, ',');
        hz_buffer_char(out, number.at[i]);
    }
}

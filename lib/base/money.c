/* money.c: see money.h. */

#include "base/money.h"

#include <stdlib.h>

enum { YUAN_DIGITS = 16 };

/* The decimals from the '.' on, in fen. */
static enum hz_money_fault parse_decimals(const char *at, const char *end, uint64_t *fen)
{
    if (*at++ != '.' || at == end)
        return HZ_MONEY_NOT_A_NUMBER;
    enum hz_money_fault fault = HZ_MONEY_GOOD;
    unsigned worth = 10;
    for (*fen = 0; at < end; at++, worth /= 10) {
        unsigned digit = hz_digit(*at);
        if (digit > 9)
            return HZ_MONEY_NOT_A_NUMBER;
        *fen += digit * worth;
        if (worth == 0 && digit > 0)
            fault = HZ_MONEY_TOO_MANY_DIGITS;
    }
    return fault;
}

enum hz_money_fault hz_money_parse(struct hz_text text, hz_fen *fen)
{
    if (text.length == 0)
        return HZ_MONEY_EMPTY;
    const char *at = text.at;
    const char *end = at + text.length;
    bool is_negative = *at == '-';
    at += is_negative;
    const char *first = at;
    while (at < end && *at == '0')
        at++;
    const char *significant = at;
    uint64_t yuan = 0; /* may wrap: more digits than fit are refused below */
    for (; at < end && hz_digit(*at) <= 9; at++)
        yuan = yuan * 10 + hz_digit(*at);
    if (at == first)
        return HZ_MONEY_NOT_A_NUMBER;

    bool is_large = at - significant > YUAN_DIGITS;
    uint64_t decimals = 0;
    enum hz_money_fault fault = at < end ? parse_decimals(at, end, &decimals) : HZ_MONEY_GOOD;
    if (is_large && fault != HZ_MONEY_NOT_A_NUMBER)
        return HZ_MONEY_TOO_LARGE;
    if (fault != HZ_MONEY_GOOD)
        return fault;
    hz_fen amount = (hz_fen)(yuan * 100 + decimals);
    *fen = is_negative ? -amount : amount;
    return HZ_MONEY_GOOD;
}

enum hz_money_fault hz_money_parse_positive(struct hz_text text, hz_fen *fen)
{
    hz_fen amount;
    enum hz_money_fault fault = hz_money_parse(text, &amount);
    if (fault != HZ_MONEY_GOOD)
        return fault;
    if (amount < 0)
        return HZ_MONEY_NEGATIVE;
    *fen = amount;
    return HZ_MONEY_GOOD;
}

enum { ABREAST = 64 };

/*
 * Amounts side by side. Each is eight bytes with its last one highest and zeros in front; what is
 * before a point moves up to the decimals, and pairs of digits are joined three times.
 */
HZ_FOR_EACH_PROCESSOR
static void read_abreast(const uint64_t text[restrict], hz_fen fen[restrict])
{
    const uint64_t points = UINT64_C(0x1E) << 40;
    for (size_t i = 0; i < ABREAST; i++) {
        const uint64_t bytes = text[i] ^ UINT64_C(0x3030303030303030);
        const bool has_point = (bytes & UINT64_C(0xFF) << 40) == points;
        const uint64_t joined =
            (bytes & UINT64_C(0xFFFFFFFFFF)) << 8 | (bytes & UINT64_C(0xFFFF) << 48);
        const uint64_t digits = has_point ? joined : bytes;
        const uint64_t beyond_9 =
            (digits | (digits + UINT64_C(0x7676767676767676))) & UINT64_C(0x8080808080808080);
        const uint64_t twos =
            ((digits << 3) + (digits << 1) + (digits >> 8)) & UINT64_C(0x00FF00FF00FF00FF);
        const uint64_t fours =
            ((twos << 6) + (twos << 5) + (twos << 2) + (twos >> 16)) & UINT64_C(0x0000FFFF0000FFFF);
        const uint64_t number = (uint64_t)(uint32_t)fours * 10000 + (fours >> 32);
        const uint64_t amount = has_point ? number : number * 100;
        fen[i] = beyond_9 ? HZ_MONEY_OTHER : (hz_fen)amount;
    }
}

void hz_money_parse_usual(const struct hz_text text[], size_t count, hz_fen fen[])
{
    uint64_t bytes[ABREAST] = {0};
    hz_fen result[ABREAST];
    for (size_t from = 0; from < count; from += ABREAST) {
        const size_t some = count - from < ABREAST ? count - from : ABREAST;
        for (size_t i = 0; i < some; i++) {
            const struct hz_text one = text[from + i];
            const size_t spare = 8 - one.length; /* wraps for a longer one */
            const bool has_yuan = one.length != 3 || one.at[0] != '.';
            bytes[i] = spare > 7 || !has_yuan ? 0 : hz_text_word(one.at, one.length) << 8 * spare;
            if (spare > 0 && spare <= 7 && has_yuan)
                bytes[i] |= UINT64_C(0x3030303030303030) >> 8 * (8 - spare);
        }
        read_abreast(bytes, result);
        memcpy(fen + from, result, some * sizeof *fen);
    }
}

const char *hz_money_fault_text(enum hz_money_fault fault)
{
    switch (fault) {
    case HZ_MONEY_GOOD:
        return "";
    case HZ_MONEY_EMPTY:
        return _("is empty: expected an amount in yuan");
    case HZ_MONEY_NOT_A_NUMBER:
        return _("is not an amount: expected yuan in plain digits, such as 1234.50");
    case HZ_MONEY_TOO_LARGE:
        return _("is too large: expected less than 10^16 yuan");
    case HZ_MONEY_TOO_MANY_DIGITS:
        return _("is not whole fen: expected at most two decimals");
    case HZ_MONEY_NEGATIVE:
        return _("is below zero: expected an amount of 0 or more");
    }
    abort();
}

/* Writes a number's digits, at least `least` of them, before `end`; gives where they begin. */
static char *write_digits(hz_magnitude number, int least, char *end)
{
    static const char pairs[] =
        "00010203040506070809101112131415161718192021222324252627282930313233343536373839"
        "40414243444546474849505152535455565758596061626364656667686970717273747576777879"
        "8081828384858687888990919293949596979899";
    for (; number > UINT64_MAX; number /= 10, least--)
        *--end = (char)('0' + (int)(number % 10));
    uint64_t rest = (uint64_t)number; /* 64-bit division is many times faster */
    for (; rest > 99; rest /= 100, least -= 2)
        memcpy(end -= 2, &pairs[2 * (rest % 100)], 2);
    for (; rest > 0 || least > 0; rest /= 10, least--)
        *--end = (char)('0' + (int)(rest % 10));
    return end;
}

size_t hz_money_format(hz_sum fen, char text[])
{
    char scratch[HZ_SUM_TEXT];
    char *end = scratch + sizeof scratch;
    const char *digits = write_digits(hz_sum_magnitude(fen), 3, end);
    size_t yuan = (size_t)(end - digits) - 2;
    char *at = text;
    if (fen < 0)
        *at++ = '-';
    memcpy(at, digits, yuan);
    at += yuan;
    *at++ = '.';
    memcpy(at, digits + yuan, 2);
    at[2] = '\0';
    return (size_t)(at + 2 - text);
}

size_t hz_sum_format(hz_sum number, char text[])
{
    char scratch[HZ_SUM_TEXT];
    char *end = scratch + sizeof scratch;
    char *digits = write_digits(hz_sum_magnitude(number), 1, end);
    if (number < 0)
        *--digits = '-';
    size_t length = (size_t)(end - digits);
    memcpy(text, digits, length);
    text[length] = '\0';
    return length;
}

bool hz_sum_parse(struct hz_text text, hz_sum *number)
{
    bool is_negative = text.length > 0 && text.at[0] == '-';
    if (text.length == (is_negative ? 1 : 0))
        return false;
    hz_sum sum = 0; /* built on the number's own side of zero, so that -2^127 fits */
    for (size_t i = is_negative; i < text.length; i++) {
        hz_sum digit = hz_digit(text.at[i]);
        if (digit > 9 || __builtin_mul_overflow(sum, 10, &sum) ||
            __builtin_add_overflow(sum, is_negative ? -digit : digit, &sum))
            return false;
    }
    *number = sum;
    return true;
}

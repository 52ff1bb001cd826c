/* grid_number.c: plain decimal numbers as people read them: see grid.h. */

#include "report/grid.h"

bool hz_report_is_number(struct hz_text text)
{
    size_t at = text.length > 0 && text.at[0] == '-', digits = 0;
    for (; at < text.length && hz_digit(text.at[at]) <= 9; at++)
        digits++;
    if (digits == 0 || at == text.length)
        return digits > 0;
    if (text.at[at++] != '.' || at == text.length)
        return false;
    while (at < text.length && hz_digit(text.at[at]) <= 9)
        at++;
    return at == text.length;
}

int hz_report_shift(enum hz_report_unit unit)
{
    return unit == HZ_REPORT_WAN ? 4 : unit == HZ_REPORT_YI ? 8 : 0;
}

/* Adds one to the last of some decimal digits; those that were all 9 get a 1 in front. */
static void count_up(struct hz_buffer *digits)
{
    size_t at = digits->length;
    while (at > 0 && digits->at[at - 1] == '9')
        digits->at[--at] = '0';
    if (at > 0) {
        digits->at[at - 1]++;
        return;
    }
    hz_buffer_char(digits, '0');
    memmove(digits->at + 1, digits->at, digits->length - 1);
    digits->at[0] = '1';
}

/* All digits, at least one of them before `places` decimals, rounded to `decimals` of these. */
static int round_digits(struct hz_buffer *digits, int places, int decimals)
{
    while (places < decimals) {
        hz_buffer_char(digits, '0');
        places++;
    }
    if (places == decimals)
        return places;
    const size_t cut = digits->length - (size_t)(places - decimals);
    const bool is_up = digits->at[cut] >= '5';
    digits->length = cut;
    if (is_up)
        count_up(digits);
    return decimals;
}

static bool is_zero(const struct hz_buffer *digits)
{
    for (size_t i = 0; i < digits->length; i++)
        if (digits->at[i] != '0')
            return false;
    return true;
}

void hz_report_scale(struct hz_buffer *out, struct hz_text number, int shift, int decimals)
{
    const bool is_negative = number.at[0] == '-';
    const char *point = memchr(number.at, '.', number.length);
    const size_t begin = is_negative;
    const size_t whole = (point ? (size_t)(point - number.at) : number.length) - begin;
    const size_t fraction = point ? number.length - begin - whole - 1 : 0;
    struct hz_buffer digits = {0};
    for (int z = 0; z < shift; z++)
        hz_buffer_char(&digits, '0');
    hz_buffer_append(&digits, number.at + begin, whole);
    if (fraction > 0)
        hz_buffer_append(&digits, point + 1, fraction);
    if (decimals < 0)
        decimals = shift > 0 ? 2 : (int)fraction;
    decimals = round_digits(&digits, (int)fraction + shift, decimals);
    size_t first = 0;
    while (first + 1 + (size_t)decimals < digits.length && digits.at[first] == '0')
        first++;
    if (is_negative && !is_zero(&digits))
        hz_buffer_char(out, '-');
    hz_buffer_append(out, digits.at + first, digits.length - first - (size_t)decimals);
    if (decimals > 0) {
        hz_buffer_char(out, '.');
        hz_buffer_append(out, digits.at + digits.length - decimals, (size_t)decimals);
    }
    hz_buffer_free(&digits);
}

void hz_report_group(struct hz_buffer *out, struct hz_text number)
{
    if (!hz_report_is_number(number)) {
        hz_buffer_text(out, number);
        return;
    }
    const char *point = memchr(number.at, '.', number.length);
    const size_t whole = point ? (size_t)(point - number.at) : number.length;
    const size_t begin = number.at[0] == '-';
    for (size_t i = 0; i < whole; i++) {
        if (i > begin && (whole - i) % 3 == 0)
            hz_buffer_char(out, ',');
        hz_buffer_char(out, number.at[i]);
    }
    hz_buffer_append(out, number.at + whole, number.length - whole);
}

/* xlsx_value.c: see xlsx_value.h. */

#include "file/xlsx_value.h"

#include "base/date.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <strings.h>

enum { DIGITS = 15, NUMBER = 64, DAY_SECONDS = 86400, LEAP_DAY = 60, LAST_SERIAL = 2958465 };

bool hz_xlsx_is_date_id(unsigned long id)
{
    return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || id == 45 || id == 47 ||
           (id >= 50 && id <= 58);
}

/* Behind something in a number format that is not a code: quoted, escaped, in brackets. */
static const char *skip_literal(const char *code)
{
    static const char open[] = "\"[", close[] = "\"]";
    const char *kind = strchr(open, *code);
    if (kind) {
        const char *end = strchr(code + 1, close[kind - open]);
        return end ? end + 1 : code + strlen(code);
    }
    return code[1] ? code + 2 : code + 1; /* behind \ _ * */
}

/* A length of time: [h], [mm], [ss]. */
static bool is_elapsed(const char *code)
{
    const size_t letters = strspn(code + 1, "hHmMsS");
    return letters > 0 && code[1 + letters] == ']';
}

bool hz_xlsx_is_date_code(const char *code)
{
    static const char general[] = "General";
    bool is_date = false;
    while (*code && *code != ';') {
        if (*code == '[' && is_elapsed(code))
            return false;
        if (strchr("\"[\\_*", *code)) {
            code = skip_literal(code);
        } else if (strncasecmp(code, general, sizeof general - 1) == 0) {
            code += sizeof general - 1;
        } else if (strncmp(code, "E+", 2) == 0 || strncmp(code, "E-", 2) == 0) {
            code += 2;
        } else {
            is_date |= strchr("yYmMdDhHsSeE", *code) != NULL;
            code++;
        }
    }
    return is_date;
}

/* Plain digits that a workbook cannot have changed: they need no reading. */
static bool is_plain(struct hz_text text)
{
    size_t digits = 0, points = 0, i = text.length > 0 && text.at[0] == '-';
    for (; i < text.length; i++) {
        digits += hz_digit(text.at[i]) <= 9;
        points += text.at[i] == '.';
    }
    return digits > 0 && digits <= DIGITS && points <= 1 &&
           digits + points + (text.at[0] == '-') == text.length;
}

static bool read_number(struct hz_text stored, double *number)
{
    char text[NUMBER];
    char *end;
    if (stored.length == 0 || stored.length >= sizeof text)
        return false;
    memcpy(text, stored.at, stored.length);
    text[stored.length] = '\0';
    *number = strtod(text, &end);
    return strspn(text, "+-.0123456789eE") == stored.length && end == text + stored.length &&
           isfinite(*number);
}

/* Takes zeros, and a point behind which nothing is left, from the end of a number's text. */
static void trim_zeros(char *text)
{
    char *end = text + strlen(text);
    if (!strchr(text, '.'))
        return;
    while (end[-1] == '0')
        *--end = '\0';
    if (end[-1] == '.')
        end[-1] = '\0';
}

static void append_digits(double number, struct hz_buffer *out)
{
    char text[NUMBER];
    enum { SMALLEST = 20 };
    snprintf(text, sizeof text, "%.*e", DIGITS - 1, number);
    char *mark = strchr(text, 'e');
    const int power = (int)strtol(mark + 1, NULL, 10);
    if (power >= DIGITS || power < -SMALLEST) {
        *mark = '\0';
        trim_zeros(text);
        hz_buffer_format(out, "%sE%+d", text, power);
        return;
    }
    snprintf(text, sizeof text, "%.*f", DIGITS - 1 - power, number);
    trim_zeros(text);
    hz_buffer_string(out, strcmp(text, "-0") == 0 ? "0" : text);
}

void hz_xlsx_append_number(struct hz_text stored, struct hz_buffer *out)
{
    double number;
    if (is_plain(stored) || !read_number(stored, &number))
        hz_buffer_text(out, stored);
    else
        append_digits(number, out);
}

static void append_time(int64_t second, struct hz_buffer *out)
{
    hz_buffer_format(out, "%02d:%02d:%02d", (int)(second / 3600), (int)(second / 60 % 60),
                     (int)(second % 60));
}

static void append_day(int64_t serial, bool is_1904, struct hz_buffer *out)
{
    char text[HZ_DATE_TEXT];
    const hz_date first =
        hz_date_of(is_1904 ? (struct hz_civil){1904, 1, 1} : (struct hz_civil){1899, 12, 30});
    if (!is_1904 && serial == LEAP_DAY) {
        hz_buffer_string(out, "1900-02-29");
        return;
    }
    hz_date_format((hz_date)(first + serial + (!is_1904 && serial < LEAP_DAY)), text);
    hz_buffer_string(out, text);
}

void hz_xlsx_append_date(struct hz_text stored, bool is_1904, struct hz_buffer *out)
{
    enum { BETWEEN = 1462 }; /* days from the first of one system to that of the other */
    double number;
    if (!read_number(stored, &number) || number < 0 ||
        number >= LAST_SERIAL + 1 - (is_1904 ? BETWEEN : 0)) {
        hz_xlsx_append_number(stored, out);
        return;
    }
    int64_t day = (int64_t)floor(number);
    int64_t second = (int64_t)round((number - floor(number)) * DAY_SECONDS);
    if (second == DAY_SECONDS) {
        day++;
        second = 0;
    }
    if (day == 0 && !is_1904 && second == 0) {
        hz_buffer_string(out, "1900-01-00"); /* as a workbook shows a 0 */
        return;
    }
    const bool has_day = day > 0 || (is_1904 && second == 0);
    if (has_day)
        append_day(day, is_1904, out);
    if (has_day && second > 0)
        hz_buffer_char(out, ' ');
    if (second > 0)
        append_time(second, out);
}

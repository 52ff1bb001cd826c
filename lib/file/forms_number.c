/* forms_number.c: numbers, amounts and flags: see forms.h. */

#include "file/forms.h"

#include <stdio.h>
#include <strings.h>

const char *hz_form_number_text(void)
{
    return _("is not a number (expected 1234.5, without separators)");
}

static enum hz_form refuse_number(const char *text, struct hz_form_note *note)
{
    static const char *const currencies[] = {"$", "€", "£", "USD", "EUR", "HKD", "GBP", "JPY"};
    if (text[0] == '#')
        return hz_form_tell(note, HZ_FORM_BAD,
                            _("is an error of a spreadsheet: mend its formula, or leave the cell "
                              "empty where nothing is known"));
    for (size_t c = 0; c < HZ_COUNT(currencies); c++)
        if (strstr(text, currencies[c]))
            return hz_form_tell(note, HZ_FORM_BAD,
                                _("has the sign of another currency: take the signs out if all "
                                  "amounts are in one"));
    return hz_form_tell(note, HZ_FORM_BAD, "%s", hz_form_number_text());
}

/* Passes a text at *at. */
static bool passes(const char **at, const char *sign)
{
    const size_t length = strlen(sign);
    if (strncmp(*at, sign, length) != 0)
        return false;
    *at += length;
    return true;
}

static void pass_blanks(const char **at)
{
    while (**at == ' ')
        (*at)++;
}

/* The signs in front: '-' and a currency's, in either order. False: two of a kind. */
static bool pass_signs(const char **at, bool *is_negative)
{
    static const char *const yuan[] = {"¥", "\xEF\xBF\xA5", "CNY", "RMB"};
    bool has_sign = false, has_yuan = false;
    for (;;) {
        pass_blanks(at);
        const bool is_minus = passes(at, "-"), is_plus = !is_minus && passes(at, "+");
        bool is_yuan = false;
        for (size_t y = 0; y < HZ_COUNT(yuan) && !is_yuan; y++)
            is_yuan = passes(at, yuan[y]);
        if (!is_minus && !is_plus && !is_yuan)
            return true;
        if (((is_minus || is_plus) && has_sign) || (is_yuan && has_yuan))
            return false;
        has_sign |= is_minus || is_plus;
        has_yuan |= is_yuan;
        *is_negative |= is_minus;
    }
}

/* The digits and what splits them, up to `end`. */
struct digits {
    size_t commas, points, blanks;
    const char *last_comma, *last_point;
};

static bool survey(const char *at, const char *end, struct digits *found)
{
    *found = (struct digits){0};
    for (const char *c = at; c < end; c++) {
        if (*c == ',') {
            found->commas++;
            found->last_comma = c;
        } else if (*c == '.') {
            found->points++;
            found->last_point = c;
        } else if (*c == ' ') {
            found->blanks++;
        } else if (hz_digit(*c) > 9) {
            return false;
        }
    }
    return at < end && hz_digit(*at) <= 9 && hz_digit(end[-1]) <= 9;
}

/*
 * Copies digits in groups of three split by `sign`; 0 for any other grouping, and after a lone
 * zero.
 */
static size_t copy_groups(const char *at, const char *end, char sign, char *out)
{
    size_t length = 0, in_group = 0, groups = 1;
    const char first = *at;
    for (; at < end; at++) {
        if (*at == sign) {
            if (groups == 1 ? in_group == 0 || in_group > 3 || first == '0' : in_group != 3)
                return 0;
            groups++;
            in_group = 0;
        } else if (hz_digit(*at) > 9) {
            return 0;
        } else {
            out[length++] = *at;
            in_group++;
        }
    }
    return groups > 1 && in_group != 3 ? 0 : length;
}

/*
 * Which sign is the decimal one: the point, unless a comma is said or can be nothing else: one
 * comma, in a file that it does not split, that is followed by another number of digits than three,
 * or stands behind points or a lone zero.
 */
static char decimal_sign(const char *at, const char *end, const struct digits *found,
                         const struct hz_forms *forms)
{
    if (forms->has_decimal_comma)
        return found->commas == 0 && found->points == 1 && end - found->last_point != 4 ? 0 : ',';
    if (!forms->is_split_by_commas && found->commas == 0 && found->points > 1)
        return ','; /* 1.234.567 */
    if (forms->is_split_by_commas || found->commas != 1)
        return '.';
    if (found->points > 0 && found->last_point > found->last_comma)
        return '.';
    const bool is_behind_points = found->points > 0;
    const bool is_behind_zero = found->last_comma == at + 1 && *at == '0';
    return end - found->last_comma != 4 || is_behind_points || is_behind_zero ? ',' : '.';
}

static enum hz_form refuse_comma(struct hz_form_note *note)
{
    return hz_form_tell(note, HZ_FORM_BAD,
                        _("could be a decimal comma or a sign between thousands: say "
                          "--decimal-comma, or write it with a point or without a sign"));
}

/* One comma, and what is behind it is not three digits and a point. */
static bool is_doubtful_comma(const struct digits *found, const struct hz_forms *forms)
{
    return found->commas == 1 && found->points == 0 && !forms->is_split_by_commas &&
           !forms->has_decimal_comma;
}

static enum hz_form read_digits(const char *at, const char *end, const struct hz_forms *forms,
                                char *out, struct hz_form_note *note)
{
    struct digits found;
    if (at + 1 < end && *at == '.' && !forms->has_decimal_comma &&
        strspn(at + 1, "0123456789") == (size_t)(end - at - 1)) {
        snprintf(out, HZ_FORM_NUMBER - 1, "0%.*s", (int)(end - at), at); /* as databases write it */
        return HZ_FORM_GOOD;
    }
    if (!survey(at, end, &found))
        return refuse_number(at, note);
    const char decimal = decimal_sign(at, end, &found, forms);
    if (decimal == '.' && is_doubtful_comma(&found, forms))
        return refuse_comma(note);
    const char *point = decimal == ',' ? found.last_comma : found.last_point;
    const char *whole_end = point ? point : end;
    const char other = decimal == ',' ? '.' : ',';
    const bool has_other = memchr(at, other, (size_t)(whole_end - at)) != NULL;
    const size_t length =
        decimal == 0 ? 0 : copy_groups(at, whole_end, has_other ? other : ' ', out);
    bool is_good = length > 0;
    for (const char *c = whole_end; c < end && is_good; c++)
        is_good = hz_digit(*c) <= 9 || c == point;
    if (!is_good && found.commas == 1 && found.points == 0 && !forms->has_decimal_comma)
        return refuse_comma(note);
    if (!is_good)
        return hz_form_tell(note, HZ_FORM_BAD,
                            _("is not one number: expected plain digits, or groups of three"));
    memcpy(out + length, whole_end, (size_t)(end - whole_end));
    if (point)
        out[length] = '.';
    out[length + (size_t)(end - whole_end)] = '\0';
    return HZ_FORM_GOOD;
}

/* What stands behind the digits; *end is set to where they end. */
static enum hz_form check_tail(const char *at, const char **end, struct hz_form_note *note)
{
    size_t length = strlen(at);
    static const char *const units[] = {"元", "CNY", "RMB"};
    if (strstr(at, "万") || strstr(at, "亿") || strstr(at, "千"))
        return hz_form_tell(
            note, HZ_FORM_BAD,
            _("is in another unit: expected yuan in plain digits, such as 1234.50"));
    for (size_t u = 0; u < HZ_COUNT(units); u++) {
        const size_t unit = strlen(units[u]);
        if (length > unit && strcmp(at + length - unit, units[u]) == 0) {
            length -= unit;
            break;
        }
    }
    while (length > 0 && at[length - 1] == ' ')
        length--;
    *end = at + length;
    if (length > 1 && at[length - 1] == '-')
        return hz_form_tell(note, HZ_FORM_BAD, _("has its minus behind: write it in front"));
    return HZ_FORM_GOOD;
}

bool hz_form_shows_comma(struct hz_text text, const struct hz_forms *forms)
{
    char plain[HZ_FORM_NUMBER];
    struct hz_form_note note;
    const char *comma = memchr(text.at, ',', text.length), *const end = text.at + text.length;
    return comma && !memchr(comma, '.', (size_t)(end - comma)) &&
           hz_form_number(text, forms, plain, &note) == HZ_FORM_GOOD && strchr(plain, '.');
}

bool hz_form_is_doubtful(struct hz_text text)
{
    enum { GROUP = 3 };
    const char *at = text.at, *const end = at + text.length;
    at += at < end && *at == '-';
    const char *point = memchr(at, '.', (size_t)(end - at));
    if (!point || end - point != 1 + GROUP || point == at || point - at > GROUP || *at == '0')
        return false;
    for (const char *c = at; c < end; c++)
        if (hz_digit(*c) > 9 && c != point)
            return false;
    return true;
}

static enum hz_form refuse_point(struct hz_form_note *note)
{
    return hz_form_tell(note, HZ_FORM_BAD,
                        _("could be a decimal point or a sign between thousands: say "
                          "--decimal-comma, or write it without a sign or with other decimals"));
}

/* Of plain digits: whether their point is in doubt, where amounts or whole numbers are wanted. */
static bool has_doubtful_point(const char *plain, const struct hz_forms *forms)
{
    return forms->is_split_by_semicolons && !forms->has_decimal_comma &&
           hz_form_is_doubtful(hz_text_of(plain));
}

enum hz_form hz_form_number(struct hz_text text, const struct hz_forms *forms,
                            char plain[HZ_FORM_NUMBER], struct hz_form_note *note)
{
    char code[HZ_FORM_ASCII];
    const char *at = code, *end = code;
    bool is_negative = false;
    if (hz_form_is_empty(text, forms))
        return HZ_FORM_EMPTY;
    if (!hz_form_ascii(text, code) || strlen(code) + 2 > HZ_FORM_NUMBER)
        return refuse_number("", note);
    if (*at == '(')
        return hz_form_tell(note, HZ_FORM_BAD,
                            _("stands in parentheses: write a minus if that is meant"));
    if (strncmp(at, "\xE2\x80\x90", 2) == 0)
        return hz_form_tell(note, HZ_FORM_BAD,
                            _("begins with a dash that is no minus sign: write - in front"));
    if (!pass_signs(&at, &is_negative))
        return refuse_number(at, note);
    enum hz_form form = check_tail(at, &end, note);
    plain[0] = '-';
    if (form == HZ_FORM_GOOD)
        form = read_digits(at, end, forms, plain + is_negative, note);
    return form == HZ_FORM_GOOD && forms->shows_decimal_commas && has_doubtful_point(plain, forms)
               ? refuse_point(note)
               : form;
}

enum hz_form hz_form_money(struct hz_text text, const struct hz_forms *forms, hz_fen *fen,
                           struct hz_form_note *note)
{
    char plain[HZ_FORM_NUMBER];
    enum hz_form form = hz_form_number(text, forms, plain, note);
    if (form == HZ_FORM_BAD && strcmp(note->text, hz_form_number_text()) == 0)
        return hz_form_tell(note, form, "%s", hz_money_fault_text(HZ_MONEY_NOT_A_NUMBER));
    if (form != HZ_FORM_GOOD)
        return form;
    if (has_doubtful_point(plain, forms))
        return refuse_point(note);
    enum hz_money_fault fault = hz_money_parse(hz_text_of(plain), fen);
    return fault == HZ_MONEY_GOOD
               ? HZ_FORM_GOOD
               : hz_form_tell(note, HZ_FORM_BAD, "%s", hz_money_fault_text(fault));
}

enum hz_form hz_form_integer(struct hz_text text, const struct hz_forms *forms, int64_t *number,
                             struct hz_form_note *note)
{
    enum { MOST_DIGITS = 18 };
    char plain[HZ_FORM_NUMBER];
    enum hz_form form = hz_form_number(text, forms, plain, note);
    if (form != HZ_FORM_GOOD)
        return form;
    if (has_doubtful_point(plain, forms))
        return refuse_point(note);
    const bool is_negative = plain[0] == '-';
    const char *at = plain + is_negative, *end = at + strcspn(at, ".");
    if (end - at > MOST_DIGITS)
        return hz_form_tell(note, HZ_FORM_BAD, _("has more than 18 digits"));
    if (*end && strspn(end + 1, "0") != strlen(end + 1))
        return hz_form_tell(note, HZ_FORM_BAD, _("is not a whole number"));
    int64_t value = 0;
    for (; at < end; at++)
        value = 10 * value + (int64_t)hz_digit(*at);
    *number = is_negative ? -value : value;
    return HZ_FORM_GOOD;
}

enum hz_form hz_form_flag(struct hz_text text, const struct hz_forms *forms, bool *is_set)
{
    static const char *const yes[] = {"1", "1.0", "1.00", "true", "t", "yes",
                                      "y", "是",  "√",    "✓",    "✔"};
    static const char *const no[] = {"0", "0.0", "0.00", "false", "f", "no",
                                     "n", "否",  "×",    "✗",     "✘"};
    char code[HZ_FORM_ASCII];
    if (hz_form_is_empty(text, forms))
        return HZ_FORM_EMPTY;
    if (!hz_form_ascii(text, code))
        return HZ_FORM_BAD;
    for (size_t w = 0; w < HZ_COUNT(yes); w++) {
        if (strcasecmp(code, yes[w]) != 0 && strcasecmp(code, no[w]) != 0)
            continue;
        *is_set = strcasecmp(code, yes[w]) == 0;
        return HZ_FORM_GOOD;
    }
    return HZ_FORM_BAD;
}

const char *hz_form_flag_text(void)
{
    return _("is neither yes nor no: expected 1, true, yes or 是, or 0, false, no, 否 or nothing");
}

/* repair.c: see repair.h. */

#include "record/repair.h"

const char *const hz_card_codes[HZ_CARD_FAULTS] = {
    "", "id_scientific", "id_length", "id_rounded", "id_not_a_number", "id_date", "id_check_digit"};

const char *hz_card_text(enum hz_card_fault fault)
{
    switch (fault) {
    case HZ_CARD_SCIENTIFIC:
    case HZ_CARD_ROUNDED:
        return _("is damaged by a workbook, which keeps 15 digits: enter the column as text");
    case HZ_CARD_LENGTH:
        return _("has not 18 digits");
    case HZ_CARD_NOT_A_NUMBER:
        return _("is no number of an identity card: expected 17 digits and a digit or X");
    case HZ_CARD_DATE:
        return _("has a day of birth in it that does not exist");
    case HZ_CARD_CHECK_DIGIT:
        return _("has a wrong check digit: a digit is mistyped");
    case HZ_CARD_GOOD:
    case HZ_CARD_FAULTS:
        break;
    }
    return "";
}

static bool begins_with(struct hz_text text, const char *bytes)
{
    size_t length = strlen(bytes);
    return text.length >= length && memcmp(text.at, bytes, length) == 0;
}

/* Bytes of a sign that takes room only on the screen; 0 if none begins here. */
static size_t blank_at(struct hz_text text)
{
    static const char *const blanks[] = {" ",
                                         "\t",
                                         "\xC2\xA0",
                                         "\xE3\x80\x80",
                                         "\xE2\x80\x8B",
                                         "\xE2\x80\x8C",
                                         "\xE2\x80\x8D",
                                         "\xEF\xBB\xBF"};
    for (size_t b = 0; b < HZ_COUNT(blanks); b++)
        if (begins_with(text, blanks[b]))
            return strlen(blanks[b]);
    return 0;
}

/* The ASCII sign of a full-width one (U+FF01 to U+FF5E, three bytes); 0: none. */
static char narrow_at(struct hz_text text)
{
    if (text.length < 3 || (unsigned char)text.at[0] != 0xEF)
        return 0;
    unsigned code = 0xF000U | ((unsigned)text.at[1] & 0x3F) << 6 | ((unsigned)text.at[2] & 0x3F);
    return code >= 0xFF01 && code <= 0xFF5E ? (char)(code - 0xFEE0) : 0;
}

size_t hz_repair_code(struct hz_text text, char out[HZ_REPAIR_TEXT])
{
    size_t length = 0;
    while (text.length > 0) {
        size_t step = blank_at(text);
        if (step == 0) {
            char narrow = narrow_at(text);
            if (length + 1 >= HZ_REPAIR_TEXT)
                return 0;
            out[length++] = narrow ? narrow : text.at[0];
            step = narrow ? 3 : 1;
        }
        text.at += step;
        text.length -= step;
    }
    out[length] = '\0';
    return length;
}

static bool is_date(int64_t year, int64_t month, int64_t day, hz_date *date)
{
    if (year < 1800 || year > 9999 || month < 1 || month > 12 || day < 1 ||
        day > hz_date_month_days((int)year, (int)month))
        return false;
    *date = hz_date_of((struct hz_civil){(int)year, (int)month, (int)day});
    return true;
}

/* Digits from *at on; -1 if there are none, or more than eight. */
static int64_t digits_at(const char **at, size_t *digits)
{
    int64_t number = 0;
    *digits = 0;
    for (; hz_digit(**at) <= 9; (*at)++, (*digits)++)
        number = *digits < 9 ? 10 * number + (int64_t)hz_digit(**at) : number;
    return *digits == 0 || *digits > 8 ? -1 : number;
}

static bool passes(const char **at, const char *sign)
{
    size_t length = strlen(sign);
    if (strncmp(*at, sign, length) != 0)
        return false;
    *at += length;
    return true;
}

bool hz_repair_date(struct hz_text text, hz_date *date)
{
    enum { FIRST_SERIAL = 20000, LAST_SERIAL = 80000 };
    char code[HZ_REPAIR_TEXT];
    const char *at = code;
    size_t digits, ignored;
    if (hz_repair_code(text, code) == 0)
        return false;
    int64_t year = digits_at(&at, &digits);
    if (*at == '\0' && digits == 8)
        return is_date(year / 10000, year / 100 % 100, year % 100, date);
    if (*at == '\0' && digits == 5 && year >= FIRST_SERIAL && year <= LAST_SERIAL) {
        *date = (hz_date)(hz_date_of((struct hz_civil){1899, 12, 30}) + year);
        return true;
    }
    if (digits != 4)
        return false;
    const bool is_chinese = passes(&at, "年");
    if (!is_chinese && !passes(&at, "/") && !passes(&at, ".") && !passes(&at, "-"))
        return false;
    int64_t month = digits_at(&at, &ignored);
    if (is_chinese ? !passes(&at, "月")
                   : !passes(&at, "/") && !passes(&at, ".") && !passes(&at, "-"))
        return false;
    int64_t day = digits_at(&at, &ignored);
    if (is_chinese)
        passes(&at, "日");
    return *at == '\0' && is_date(year, month, day, date);
}

bool hz_repair_money(struct hz_text text, hz_fen *fen)
{
    char code[HZ_REPAIR_TEXT], plain[HZ_REPAIR_TEXT];
    size_t length = 0, since = 0;
    bool has_separator = false, has_point = false;
    if (hz_repair_code(text, code) == 0)
        return false;
    const char *at = code;
    if (!passes(&at, "¥"))
        passes(&at, "\xEF\xBF\xA5");
    for (; *at; at++) {
        if (*at == ',') {
            if (has_point || since == 0 || since > 3 || (has_separator && since != 3))
                return false;
            has_separator = true;
            since = 0;
            continue;
        }
        if (strcmp(at, "元") == 0)
            break;
        if (*at == '.') {
            if (has_separator && since != 3)
                return false;
            has_point = true;
        }
        since++;
        plain[length++] = *at;
    }
    if (has_separator && !has_point && since != 3)
        return false;
    return hz_money_parse((struct hz_text){plain, length}, fen) == HZ_MONEY_GOOD;
}

enum hz_card_fault hz_card_check(struct hz_text text, hz_date *birth, int *sex)
{
    static const int weight[17] = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    int sum = 0;
    bool are_digits = true;
    if (memchr(text.at, '+', text.length) &&
        (memchr(text.at, 'E', text.length) || memchr(text.at, 'e', text.length)))
        return HZ_CARD_SCIENTIFIC;
    if (text.length != 18)
        return HZ_CARD_LENGTH;
    for (int i = 0; i < 17; i++) {
        are_digits &= hz_digit(text.at[i]) <= 9;
        sum += weight[i] * (int)hz_digit(text.at[i]);
    }
    if (!are_digits || (hz_digit(text.at[17]) > 9 && text.at[17] != 'X'))
        return HZ_CARD_NOT_A_NUMBER;
    if (text.at[17] != "10X98765432"[sum % 11])
        return memcmp(text.at + 15, "000", 3) == 0 ? HZ_CARD_ROUNDED : HZ_CARD_CHECK_DIGIT;
    int64_t day = 0;
    for (int i = 6; i < 14; i++)
        day = 10 * day + (int64_t)hz_digit(text.at[i]);
    if (!is_date(day / 10000, day / 100 % 100, day % 100, birth))
        return HZ_CARD_DATE;
    *sex = hz_digit(text.at[16]) % 2 == 1 ? 1 : 2;
    return HZ_CARD_GOOD;
}

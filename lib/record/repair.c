/* repair.c: see repair.h. */

#include "record/repair.h"

#include "file/forms.h"

#include <stdio.h>

const char *const hz_card_codes[HZ_CARD_FAULTS] = {
    "", "id_scientific", "id_length", "id_rounded", "id_not_a_number", "id_date", "id_check_digit"};

enum { CARD_DIGITS = 18 };

/* The check digit that the first 17 ask for (ISO 7064 MOD 11-2). */
static char check_digit(struct hz_text number)
{
    static const int weight[CARD_DIGITS - 1] = {7, 9, 10, 5,  8, 4, 2, 1, 6,
                                                3, 7, 9,  10, 5, 8, 4, 2};
    int sum = 0;
    for (int i = 0; i < CARD_DIGITS - 1; i++)
        sum += weight[i] * (int)hz_digit(number.at[i]);
    return "10X98765432"[sum % 11];
}

/* The first sign that cannot stand where it does, from 1; 0 if there is none. */
static int odd_position(struct hz_text number)
{
    for (int i = 0; i < (int)number.length && i < CARD_DIGITS; i++)
        if (hz_digit(number.at[i]) > 9 && (i < CARD_DIGITS - 1 || number.at[i] != 'X'))
            return i + 1;
    return 0;
}

void hz_card_tell(enum hz_card_fault fault, struct hz_text number, char text[HZ_CARD_TEXT])
{
    const char *sentence = "";
    switch (fault) {
    case HZ_CARD_SCIENTIFIC:
    case HZ_CARD_ROUNDED:
        sentence = _("is damaged by a workbook, which keeps 15 digits: enter the column as text");
        break;
    case HZ_CARD_LENGTH:
        sentence = _("has not 18 digits");
        break;
    case HZ_CARD_NOT_A_NUMBER:
        snprintf(
            text, HZ_CARD_TEXT,
            _("is no number of an identity card: position %d is no digit (expected 17 digits and "
              "a digit or X)"),
            odd_position(number));
        return;
    case HZ_CARD_DATE:
        sentence = _("has a day of birth in it that does not exist: see positions 7 to 14");
        break;
    case HZ_CARD_CHECK_DIGIT:
        snprintf(text, HZ_CARD_TEXT,
                 _("has a wrong check digit: position 18 is %c, the others ask for %c; a digit is "
                   "mistyped"),
                 number.at[CARD_DIGITS - 1], check_digit(number));
        return;
    case HZ_CARD_GOOD:
    case HZ_CARD_FAULTS:
        break;
    }
    snprintf(text, HZ_CARD_TEXT, "%s", sentence);
}

/* The bytes of a sign that may stand around a number by accident; 0: none begins, or ends, here. */
static size_t sign_at(struct hz_text text, bool is_end)
{
    static const char *const wide[] = {"“",  "”",  "‘",  "’",  "「", "」",
                                       "【", "】", "《", "》", "、", "。"};
    const char c = text.length > 0 ? text.at[is_end ? text.length - 1 : 0] : '0';
    for (size_t w = 0; w < HZ_COUNT(wide); w++) {
        const size_t length = strlen(wide[w]);
        if (text.length >= length &&
            memcmp(text.at + (is_end ? text.length - length : 0), wide[w], length) == 0)
            return length;
    }
    return c > 0 && !(c >= '0' && c <= '9') && !(c >= 'A' && c <= 'Z') && !(c >= 'a' && c <= 'z');
}

size_t hz_repair_card(struct hz_text text, char out[HZ_REPAIR_TEXT])
{
    char code[HZ_FORM_ASCII];
    size_t length = 0;
    for (size_t sign; (sign = sign_at(text, false)) > 0;)
        text = (struct hz_text){text.at + sign, text.length - sign};
    for (size_t sign; (sign = sign_at(text, true)) > 0;)
        text.length -= sign;
    if (!hz_form_ascii(text, code))
        return 0;
    const char *at = code;
    while (*at && sign_at(hz_text_of(at), false) > 0)
        at++;
    for (; *at; at++) {
        if (*at == ' ')
            continue;
        if (length + 1 == HZ_REPAIR_TEXT)
            return 0;
        out[length++] = *at;
    }
    while (length > 0 && sign_at((struct hz_text){out, length}, true) > 0)
        length--;
    out[length] = '\0';
    return length;
}

enum hz_card_fault hz_card_check(struct hz_text text, hz_date *birth, int *sex)
{
    if (memchr(text.at, '+', text.length) &&
        (memchr(text.at, 'E', text.length) || memchr(text.at, 'e', text.length)))
        return HZ_CARD_SCIENTIFIC;
    if (text.length != CARD_DIGITS)
        return HZ_CARD_LENGTH;
    if (odd_position(text) != 0)
        return HZ_CARD_NOT_A_NUMBER;
    if (text.at[CARD_DIGITS - 1] != check_digit(text))
        return memcmp(text.at + 15, "000", 3) == 0 ? HZ_CARD_ROUNDED : HZ_CARD_CHECK_DIGIT;
    int64_t day = 0;
    for (int i = 6; i < 14; i++)
        day = 10 * day + (int64_t)hz_digit(text.at[i]);
    const int64_t year = day / 10000, month = day / 100 % 100;
    if (year < 1800 || month < 1 || month > 12 || day % 100 < 1 ||
        day % 100 > hz_date_month_days((int)year, (int)month))
        return HZ_CARD_DATE;
    *birth = hz_date_of((struct hz_civil){(int)year, (int)month, (int)(day % 100)});
    *sex = hz_digit(text.at[16]) % 2 == 1 ? 1 : 2;
    return HZ_CARD_GOOD;
}

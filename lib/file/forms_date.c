/* forms_date.c: dates as spreadsheets and databases write them: see forms.h. */

#include "file/forms.h"

#include <stdlib.h>

/* Serials that are read: to 2199. A longer number is more likely a month of six digits. */
enum { LAST_SERIAL = 109573 };

static enum hz_form refuse(struct hz_form_note *note)
{
    return hz_form_tell(note, HZ_FORM_BAD, _("is not a date (expected YYYY-MM-DD)"));
}

static bool is_date(int64_t year, int64_t month, int64_t day, hz_date *date)
{
    if (year < 1800 || year > 9999 || month < 1 || month > 12 || day < 1 ||
        day > hz_date_month_days((int)year, (int)month))
        return false;
    *date = hz_date_of((struct hz_civil){(int)year, (int)month, (int)day});
    return true;
}

static void pass_blanks(const char **at)
{
    while (**at == ' ')
        (*at)++;
}

static bool passes(const char **at, const char *sign)
{
    const size_t length = strlen(sign);
    if (strncmp(*at, sign, length) != 0)
        return false;
    *at += length;
    return true;
}

/* A number, at most nine digits of which count; *digits is how many there are. */
static int64_t number_at(const char **at, size_t *digits)
{
    int64_t number = 0;
    for (*digits = 0; hz_digit(**at) <= 9; (*at)++, (*digits)++)
        number = *digits < 9 ? 10 * number + (int64_t)hz_digit(**at) : number;
    return number;
}

/* ---- Chinese numerals: 二〇二四年十二月三十一日 */

static int numeral_at(const char **at)
{
    static const char *const numerals[] = {"〇", "一", "二", "三", "四", "五",
                                           "六", "七", "八", "九", "十", "零"};
    for (int n = 0; n < (int)HZ_COUNT(numerals); n++)
        if (passes(at, numerals[n]))
            return n == 11 ? 0 : n;
    return -1;
}

/* A year is four digits one after the other; 0 if it is anything else. */
static int64_t chinese_year(const char **at)
{
    int64_t year = 0;
    for (int digits = 0; digits < 4; digits++) {
        const int digit = numeral_at(at);
        if (digit < 0 || digit > 9)
            return 0;
        year = 10 * year + digit;
    }
    return year;
}

/* 一 to 九十九; 0 if it is none. */
static int64_t chinese_number(const char **at)
{
    int number = 0, tens = 0;
    for (int numeral; (numeral = numeral_at(at)) >= 0; number = numeral == 10 ? 0 : numeral) {
        if (numeral == 0 || (numeral == 10 ? tens > 0 : number > 0))
            return 0;
        if (numeral == 10)
            tens = number > 0 ? number : 1;
    }
    return 10 * tens + number;
}

static bool read_chinese(const char *at, hz_date *date)
{
    const int64_t year = chinese_year(&at);
    if (!passes(&at, "年"))
        return false;
    const int64_t month = chinese_number(&at);
    if (!passes(&at, "月"))
        return false;
    const int64_t day = chinese_number(&at);
    return (passes(&at, "日") || passes(&at, "号")) && *at == '\0' &&
           is_date(year, month, day, date);
}

/* ---- Serials */

/* The day of a serial; false for one that is none: 60 of the 1900 system is a 29 February 1900. */
static bool read_serial(int64_t serial, enum hz_date_system system, hz_date *date)
{
    enum { LEAP_DAY = 60 };
    if (serial > LAST_SERIAL)
        return false;
    if (system == HZ_DATE_SYSTEM_1904) {
        *date = (hz_date)(hz_date_of((struct hz_civil){1904, 1, 1}) + serial);
        return true;
    }
    if (serial == 0 || serial == LEAP_DAY)
        return false;
    *date = (hz_date)(hz_date_of((struct hz_civil){1899, 12, 30}) + serial + (serial < LEAP_DAY));
    return true;
}

static enum hz_form form_of_serial(int64_t serial, bool has_time, const struct hz_forms *forms,
                                   hz_date *date, struct hz_form_note *note)
{
    enum { SHORT = 9999 }; /* fewer digits are a year or anything */
    hz_date by_1900, by_1904;
    char text_1900[HZ_DATE_TEXT], text_1904[HZ_DATE_TEXT];
    if (forms->date_system != HZ_DATE_SYSTEM_UNKNOWN) {
        if (!read_serial(serial, forms->date_system, date))
            return refuse(note);
        return has_time
                   ? hz_form_tell(note, HZ_FORM_TOLD, _("has a time of day: only the day is taken"))
                   : HZ_FORM_GOOD;
    }
    if (serial <= SHORT || !read_serial(serial, HZ_DATE_SYSTEM_1900, &by_1900) ||
        !read_serial(serial, HZ_DATE_SYSTEM_1904, &by_1904))
        return refuse(note);
    hz_date_format(by_1900, text_1900);
    hz_date_format(by_1904, text_1904);
    return hz_form_tell(note, HZ_FORM_BAD,
                        _("is the number of a day in a workbook: %s by the 1900 date system, %s by "
                          "the 1904 one: say --date-system 1900 or 1904"),
                        text_1900, text_1904);
}

/* ---- Year, month, day */

/* Behind the day: nothing, or a time of day. */
static enum hz_form form_of_time(const char *at, struct hz_form_note *note)
{
    size_t digits[3] = {0};
    int64_t number[3] = {0};
    const bool is_apart = *at == 'T' || *at == 't' || *at == ' ';
    if (*at == 'T' || *at == 't')
        at++;
    pass_blanks(&at);
    if (*at == '\0')
        return HZ_FORM_GOOD;
    bool is_morning = passes(&at, "上午"), is_afternoon = !is_morning && passes(&at, "下午");
    pass_blanks(&at);
    for (int n = 0; n < 3; n++) {
        if (n > 0 && !passes(&at, ":"))
            break;
        number[n] = number_at(&at, &digits[n]);
    }
    size_t decimals = 0;
    int64_t fraction = 0;
    if (digits[2] > 0 && passes(&at, "."))
        fraction = number_at(&at, &decimals);
    pass_blanks(&at);
    is_morning |= passes(&at, "AM");
    is_afternoon |= passes(&at, "PM");
    if (digits[1] > 0 && (*at == 'Z' || *at == '+' || *at == '-'))
        return hz_form_tell(note, HZ_FORM_BAD,
                            _("is a moment in another time zone, where it may be another day: "
                              "write the day as YYYY-MM-DD"));
    if (!is_apart || *at != '\0' || digits[0] == 0 || digits[0] > 2 || digits[1] != 2 ||
        (digits[2] != 0 && digits[2] != 2) || number[0] > 23 || number[1] > 59 || number[2] > 59)
        return refuse(note);
    const int64_t midnight = is_morning ? 12 : 0;
    if (!is_afternoon && (number[0] == 0 || number[0] == midnight) && number[1] == 0 &&
        number[2] == 0 && fraction == 0)
        return HZ_FORM_GOOD;
    return hz_form_tell(note, HZ_FORM_TOLD, _("has a time of day: only the day is taken"));
}

/* The sign between two parts: 0 is none, 'C' a Chinese character. */
static char sign_at(const char **at, const char *chinese)
{
    pass_blanks(at);
    const char sign = **at;
    if (passes(at, chinese)) {
        pass_blanks(at);
        return 'C';
    }
    if (sign != '-' && sign != '/' && sign != '.')
        return 0;
    (*at)++;
    pass_blanks(at);
    return sign;
}

static enum hz_form refuse_order(struct hz_form_note *note, size_t year_digits, size_t day_digits)
{
    if (day_digits == 4)
        return hz_form_tell(note, HZ_FORM_BAD,
                            _("does not begin with its year, and its day and month could be "
                              "either: write YYYY-MM-DD"));
    return year_digits <= 2 ? hz_form_tell(note, HZ_FORM_BAD,
                                           _("has a year of two digits, or none: write all four, "
                                             "YYYY-MM-DD"))
                            : refuse(note);
}

static enum hz_form form_of_parts(const char *at, hz_date *date, struct hz_form_note *note)
{
    size_t digits[3];
    const int64_t year = number_at(&at, &digits[0]);
    const char first = sign_at(&at, "年");
    const int64_t month = number_at(&at, &digits[1]);
    const char second = sign_at(&at, "月");
    const int64_t day = number_at(&at, &digits[2]);
    if (digits[0] == 0 || digits[1] == 0 || first == 0)
        return refuse(note);
    if (digits[0] == 4 && digits[1] <= 2 && digits[2] == 0 && *at == '\0')
        return hz_form_tell(note, HZ_FORM_BAD, _("is a month without a day: expected YYYY-MM-DD"));
    if (digits[0] != 4 || digits[1] > 2 || digits[2] > 2 || first != second)
        return refuse_order(note, digits[0], digits[2]);
    if (first == 'C') {
        const char *behind = at;
        pass_blanks(&behind);
        if (passes(&behind, "日") || passes(&behind, "号"))
            at = behind;
        if (*at != '\0' && *at != ' ') /* a time may follow at once */
            return refuse(note);
    }
    if (year == 0)
        return hz_form_tell(note, HZ_FORM_BAD,
                            _("is what databases write for no date: leave the cell empty, or give "
                              "the day as YYYY-MM-DD"));
    hz_date taken;
    if (!is_date(year, month, day, &taken))
        return refuse(note);
    const enum hz_form form = form_of_time(at, note);
    if (form != HZ_FORM_BAD)
        *date = taken;
    return form;
}

enum hz_form hz_form_date(struct hz_text text, const struct hz_forms *forms, hz_date *date,
                          struct hz_form_note *note)
{
    char code[HZ_FORM_ASCII];
    const char *at = code;
    size_t digits, decimals = 0;
    int64_t fraction = 0;
    if (hz_form_is_empty(text, forms))
        return HZ_FORM_EMPTY;
    if (!hz_form_ascii(text, code))
        return refuse(note);
    if (strstr(code, "年") && hz_digit(*code) > 9)
        return read_chinese(code, date) ? HZ_FORM_GOOD : refuse(note);
    const int64_t number = number_at(&at, &digits);
    if (digits == 8) {
        hz_date taken;
        if (!is_date(number / 10000, number / 100 % 100, number % 100, &taken))
            return refuse(note);
        const enum hz_form form = form_of_time(at, note);
        if (form != HZ_FORM_BAD)
            *date = taken;
        return form;
    }
    if (*at == '.' && digits == 5) {
        at++;
        fraction = number_at(&at, &decimals);
    }
    if (*at == '\0' && digits > 0 && digits <= 6)
        return form_of_serial(number, fraction != 0, forms, date, note);
    return form_of_parts(code, date, note);
}

const char *hz_form_placeholder_text(void)
{
    return _("is what programs write where they have no day");
}

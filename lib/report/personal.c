/* personal.c: see personal.h. */

#include "report/personal.h"

#include "file/columns.h"
#include "record/mask.h"

enum { CARD = 18, MOBILE = 11 };

bool hz_report_is_personal(struct hz_text column)
{
    const char *known = hz_column_canonical(column);
    const struct hz_text name = known ? hz_text_of(known) : column;
    for (size_t m = 0; hz_mask_known[m].name; m++)
        if (hz_text_equal(name, hz_text_of(hz_mask_known[m].name)))
            return !hz_text_equal(name, hz_text_of("claim")) &&
                   !hz_text_equal(name, hz_text_of("seat_id"));
    return false;
}

static bool is_card(const char *at)
{
    static const int weight[] = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    unsigned sum = 0;
    for (int i = 0; i < CARD - 1; i++) {
        if (hz_digit(at[i]) > 9)
            return false;
        sum += hz_digit(at[i]) * (unsigned)weight[i];
    }
    const char last = at[CARD - 1] == 'x' ? 'X' : at[CARD - 1];
    const unsigned century = hz_digit(at[6]) * 10 + hz_digit(at[7]);
    const unsigned month = hz_digit(at[10]) * 10 + hz_digit(at[11]);
    const unsigned day = hz_digit(at[12]) * 10 + hz_digit(at[13]);
    return last == "10X98765432"[sum % 11] && (century == 18 || century == 19 || century == 20) &&
           month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

struct hz_text hz_report_identity(struct hz_text text)
{
    for (size_t i = 0; i + CARD <= text.length; i++) {
        if (i > 0 && hz_digit(text.at[i - 1]) <= 9)
            continue;
        if (i + CARD < text.length && hz_digit(text.at[i + CARD]) <= 9)
            continue;
        if (is_card(text.at + i))
            return (struct hz_text){text.at + i, CARD};
    }
    return (struct hz_text){0};
}

bool hz_report_is_phone(struct hz_text text)
{
    size_t digits = 0;
    text = hz_text_trim(text);
    while (digits < text.length && hz_digit(text.at[digits]) <= 9)
        digits++;
    return digits == MOBILE && text.length == MOBILE && text.at[0] == '1' && text.at[1] >= '3';
}

/* forms.c: texts: see forms.h. */

#include "file/forms.h"

#include <stdarg.h>
#include <stdio.h>
#include <strings.h>

static bool begins_with(struct hz_text text, const char *bytes)
{
    const size_t length = strlen(bytes);
    return text.length >= length && memcmp(text.at, bytes, length) == 0;
}

/* The ASCII sign of a full-width one (U+FF01 to U+FF5E, three bytes) or of a minus; 0: none. */
static char narrow_at(struct hz_text text)
{
    if (begins_with(text, "\xE2\x88\x92") || begins_with(text, "\xEF\xB9\xA3"))
        return '-'; /* U+2212, U+FE63 */
    if (text.length < 3 || (unsigned char)text.at[0] != 0xEF)
        return 0;
    const unsigned code =
        0xF000U | ((unsigned)text.at[1] & 0x3F) << 6 | ((unsigned)text.at[2] & 0x3F);
    return code >= 0xFF01 && code <= 0xFF5E ? (char)(code - 0xFEE0) : 0;
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* The apostrophe at the front, which tells a workbook that what follows is a text; or 0. */
static size_t apostrophe_at(struct hz_text text)
{
    static const char *const signs[] = {"'", "\xE2\x80\x98", "\xE2\x80\x99", "\xEF\xBC\x87"};
    for (size_t s = 0; s < HZ_COUNT(signs); s++) {
        const size_t length = strlen(signs[s]);
        if (!begins_with(text, signs[s]) || text.length == length)
            continue;
        struct hz_text rest = {text.at + length, text.length - length};
        const char next = narrow_at(rest) ? narrow_at(rest) : rest.at[0];
        return hz_digit(next) <= 9 || strchr("=+-@", next) ? length : 0;
    }
    return 0;
}

static struct hz_text unwrap(struct hz_text text)
{
    text = hz_text_trim(text);
    if (begins_with(text, "=\"") && text.length > 3 && text.at[text.length - 1] == '"')
        return hz_text_trim((struct hz_text){text.at + 2, text.length - 3});
    const size_t front = apostrophe_at(text);
    text = (struct hz_text){text.at + front, text.length - front};
    if (front > 0 && text.length > 1 && text.at[text.length - 1] == '\'')
        text.length--;
    return text;
}

bool hz_form_ascii(struct hz_text text, char out[HZ_FORM_ASCII])
{
    size_t length = 0;
    for (text = unwrap(text); text.length > 0; length++) {
        if (length + 1 == HZ_FORM_ASCII)
            return false;
        const size_t blank = hz_text_blank(text);
        const char narrow = narrow_at(text);
        out[length] = blank ? ' ' : narrow ? narrow : text.at[0];
        const size_t step = blank ? blank : narrow ? 3 : 1;
        text = (struct hz_text){text.at + step, text.length - step};
    }
    out[length] = '\0';
    return true;
}

/* Whether a full-width letter or digit is in it. */
static bool is_wide(struct hz_text text)
{
    for (size_t i = 0; i + 2 < text.length; i++) {
        const char narrow = narrow_at((struct hz_text){text.at + i, text.length - i});
        if (is_letter(narrow) || (narrow && hz_digit(narrow) <= 9))
            return true;
    }
    return false;
}

static struct hz_text narrowed(struct hz_text text, struct hz_arena *arena)
{
    char *copy = hz_arena_allocate(arena, text.length + 64, 1); /* readers may look by words */
    size_t length = 0;
    while (text.length > 0) {
        const char narrow = narrow_at(text);
        const bool is_taken = is_letter(narrow) || (narrow && hz_digit(narrow) <= 9);
        copy[length++] = is_taken ? narrow : text.at[0];
        const size_t step = is_taken ? 3 : 1;
        text = (struct hz_text){text.at + step, text.length - step};
    }
    return (struct hz_text){copy, length};
}

static bool is_word_for_nothing(struct hz_text text, const char *more)
{
    static const char *const words[] = {"NULL", "null", "(null)", "\\N", "N/A", "n/a",
                                        "-",    "--",   "—",      "——",  "–",   "－"};
    enum { LONGEST = 6 };
    if (more && hz_text_equal(text, hz_text_of(more)))
        return true;
    if (text.length > LONGEST || hz_digit(text.at[0]) <= 9)
        return false;
    for (size_t w = 0; w < HZ_COUNT(words); w++)
        if (hz_text_equal(text, hz_text_of(words[w])))
            return true;
    return false;
}

bool hz_form_is_empty(struct hz_text text, const struct hz_forms *forms)
{
    text = hz_text_trim(text);
    return text.length == 0 || is_word_for_nothing(text, forms->null);
}

/* Where a sign makes one look: in front; or in front and behind, of NULL and N/A, of 1E+17. */
enum { FRONT = 1, DIGIT = 2, LETTER = 4 };

#define EIGHT FRONT, FRONT, FRONT, FRONT, FRONT, FRONT, FRONT, FRONT
static const unsigned char in_front[256] = {
    EIGHT,         EIGHT,         EIGHT,          EIGHT,          EIGHT, /* to the apostrophe */
    ['('] = FRONT, ['-'] = FRONT, ['='] = FRONT,  ['\\'] = FRONT, ['0'] = DIGIT, ['1'] = DIGIT,
    ['2'] = DIGIT, ['3'] = DIGIT, ['4'] = DIGIT,  ['5'] = DIGIT,  ['6'] = DIGIT, ['7'] = DIGIT,
    ['8'] = DIGIT, ['9'] = DIGIT, ['N'] = LETTER, ['n'] = LETTER};
static const unsigned char behind[256] = {
    ['.'] = DIGIT, ['E'] = DIGIT, ['e'] = DIGIT, ['U'] = LETTER, ['u'] = LETTER, ['/'] = LETTER};

static bool has_high_bytes(struct hz_text text)
{
    uint64_t any = 0;
    for (size_t i = 0; i < text.length; i += 8)
        any |= hz_text_word(text.at + i, text.length - i < 8 ? text.length - i : 8);
    return (any & UINT64_C(0x8080808080808080)) != 0;
}

bool hz_form_are_plain(const struct hz_text text[], size_t count, const struct hz_forms *forms,
                       bool has_high)
{
    unsigned found = 0;
    if (forms->null)
        return false;
    for (size_t t = 0; t < count; t++) {
        const size_t length = text[t].length;
        if (length == 0)
            continue;
        const unsigned char *at = (const unsigned char *)text[t].at;
        const unsigned first = in_front[at[0]];
        found |= (first & (FRONT | behind[at[length > 1]])) | (at[length - 1] <= ' ');
    }
    for (size_t t = 0; t < count && has_high && found == 0; t++)
        found |= has_high_bytes(text[t]);
    return found == 0;
}

/* A digit, a point and digits or nothing, E, a plus and one digit or two. */
bool hz_form_is_short(struct hz_text text)
{
    enum { LONGEST = 24 };
    const char *at = text.at, *const end = text.at + text.length;
    if (text.length < 4 || text.length > LONGEST || hz_digit(*at++) > 9)
        return false;
    if (*at == '.')
        for (at++; at < end && hz_digit(*at) <= 9;)
            at++;
    if (end - at < 3 || end - at > 4 || (*at | 0x20) != 'e' || at[1] != '+')
        return false;
    for (at += 2; at < end; at++)
        if (hz_digit(*at) > 9)
            return false;
    return true;
}

const char *hz_form_short_text(void)
{
    return _("is a number in the short form of a workbook, which has lost digits: enter the "
             "column as text");
}

struct hz_text hz_form_text(struct hz_text text, const struct hz_forms *forms,
                            struct hz_arena *arena)
{
    if (hz_form_are_plain(&text, 1, forms, true))
        return text;
    text = unwrap(text);
    if (is_word_for_nothing(text, forms->null))
        return (struct hz_text){text.at, 0};
    return is_wide(text) ? narrowed(text, arena) : text;
}

enum hz_form hz_form_tell(struct hz_form_note *note, enum hz_form form, const char *sentence, ...)
{
    va_list values;
    va_start(values, sentence);
    vsnprintf(note->text, sizeof note->text, sentence, values);
    va_end(values);
    return form;
}

bool hz_form_is_total(struct hz_text text)
{
    static const char *const totals[] = {"合计", "总计", "小计", "共计", "total"};
    char word[16];
    size_t length = 0;
    while (text.length > 0 && length < sizeof word) {
        const size_t blank = hz_text_blank(text), step = blank ? blank : 1;
        if (!blank)
            word[length++] =
                text.at[0] >= 'A' && text.at[0] <= 'Z' ? (char)(text.at[0] | 0x20) : text.at[0];
        text = (struct hz_text){text.at + step, text.length - step};
    }
    if (text.length > 0)
        return false;
    if (length > 3 && memcmp(word + length - 3, "：", 3) == 0)
        length -= 3;
    else if (length > 1 && word[length - 1] == ':')
        length--;
    for (size_t t = 0; t < HZ_COUNT(totals); t++)
        if (hz_text_equal((struct hz_text){word, length}, hz_text_of(totals[t])))
            return true;
    return false;
}

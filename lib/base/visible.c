/* visible.c: see visible.h. */

#include "base/visible.h"

#include "base/attr.h"

#include <stdio.h>
#include <string.h>

bool hz_text_is_invisible(uint32_t point)
{
    static const uint32_t ranges[][2] = {
        {0x80, 0x9F},     {0xAD, 0xAD},     {0x61C, 0x61C},   {0x180E, 0x180E}, {0x200B, 0x200F},
        {0x2028, 0x202E}, {0x2060, 0x206F}, {0xFEFF, 0xFEFF}, {0xFFF9, 0xFFFB}, {0xE0000, 0xE007F}};
    for (size_t r = 0; r < HZ_COUNT(ranges); r++)
        if (point >= ranges[r][0] && point <= ranges[r][1])
            return true;
    return false;
}

/* The code point at the front and its bytes; 0 bytes: it is cut. What is no UTF-8 is a byte. */
static size_t point_of(const unsigned char *at, uint32_t *point)
{
    const size_t length = *at < 0xC0 ? 1 : *at < 0xE0 ? 2 : *at < 0xF0 ? 3 : 4;
    *point = length == 1 ? *at : *at & (0x7FU >> length);
    if (length == 1)
        *point = *at < 0x80 ? *at : 0xFFFD;
    for (size_t i = 1; i < length; i++) {
        if (at[i] == '\0')
            return 0;
        if ((at[i] & 0xC0) != 0x80) {
            *point = 0xFFFD;
            return i;
        }
        *point = *point << 6 | (at[i] & 0x3F);
    }
    return length;
}

size_t hz_text_invisible(struct hz_text text)
{
    enum { LONGEST = 4 };
    unsigned char front[LONGEST + 1] = "";
    uint32_t point = 0;
    memcpy(front, text.at, text.length < LONGEST ? text.length : LONGEST);
    const size_t length = text.length > 0 ? point_of(front, &point) : 0;
    return length > 0 && hz_text_is_invisible(point) ? length : 0;
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_word(char c)
{
    return is_digit(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_';
}

enum { CARD = 18, OLD_CARD = 15, CARD_HEAD = 6, CARD_TAIL = 4, MOBILE = 11, MOBILE_HEAD = 2 };

static bool begins_mobile(const char *at)
{
    return at[0] == '1' && at[1] >= '3' && at[1] <= '9';
}

/* Whether so many digits are the number of a card; `tail` is behind them. */
static bool is_card(const char *at, size_t digits, char tail)
{
    if (digits == CARD || (digits == CARD - 1 && (tail | 0x20) == 'x'))
        return true;
    if (digits != OLD_CARD || at[0] == '0')
        return false;
    const int month = (at[8] - '0') * 10 + at[9] - '0', day = (at[10] - '0') * 10 + at[11] - '0';
    return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

/* 139-1234-5678, 139 1234 5678: covers it, and is true. */
static bool hide_parted(char *at, size_t digits)
{
    enum { FIRST = 3, OTHER = 4, ALL = FIRST + 1 + OTHER + 1 + OTHER };
    if (digits != FIRST || !begins_mobile(at) || (at[FIRST] != '-' && at[FIRST] != ' ') ||
        strspn(at + FIRST + 1, "0123456789") != OTHER || at[FIRST + 1 + OTHER] != at[FIRST] ||
        strspn(at + ALL - OTHER, "0123456789") != OTHER || is_word(at[ALL]))
        return false;
    for (size_t i = MOBILE_HEAD; i < ALL; i++)
        if (is_digit(at[i]))
            at[i] = '*';
    return true;
}

void hz_text_hide_numbers(char text[])
{
    enum { LETTERS = 3 }; /* No110101..., 139...x: as many, and it still stands by itself */
    for (char *at = text, *end; *at; at = end) {
        char *first = at;
        while (is_word(*first) && !is_digit(*first))
            first++;
        for (end = first; is_word(*end); end++)
            ;
        const size_t digits = strspn(first, "0123456789");
        const size_t country = digits == MOBILE + 2 && strncmp(first, "86", 2) == 0 ? 2 : 0;
        if (first - at <= LETTERS && end - (first + digits) <= LETTERS && digits > 0) {
            if (is_card(first, digits, first[digits]))
                memset(first + CARD_HEAD, '*',
                       (digits == OLD_CARD ? OLD_CARD : CARD) - CARD_HEAD - CARD_TAIL);
            else if (digits == MOBILE + country && begins_mobile(first + country) && *end != '.')
                memset(first + country + MOBILE_HEAD, '*', MOBILE - MOBILE_HEAD);
            else if (hide_parted(first, digits))
                end = first + strspn(first, "0123456789*- ");
        }
        end += *end && end == at;
    }
}

bool hz_text_may_be_name(struct hz_text text)
{
    static const char figures[] = "年月日号时分元角万亿千百十零〇一二三四五六七八九两"
                                  "壹贰叁肆伍陆柒捌玖拾佰仟圆整约第季度上下午点￥";
    for (size_t i = 0, length; i < text.length; i += length) {
        const unsigned char first = (unsigned char)text.at[i];
        length = first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
        if (first < 0x80 || first == 0xEF || i + length > text.length)
            continue; /* 0xEF: forms of full width */
        char sign[5] = "";
        memcpy(sign, text.at + i, length);
        if (first >= 0xE3 && !strstr(figures, sign) && strncmp(sign, "\xE3\x80", 2) != 0)
            return true;
    }
    return false;
}

void hz_text_make_visible(char text[], size_t size)
{
    enum { ESCAPE = 10 }; /* \U000e0001 */
    for (size_t at = 0; text[at];) {
        uint32_t point;
        const size_t length = point_of((const unsigned char *)text + at, &point);
        if (length == 0) {
            text[at] = '\0';
            return;
        }
        if (!hz_text_is_invisible(point)) {
            at += length;
            continue;
        }
        char escape[ESCAPE + 1];
        const size_t written =
            (size_t)snprintf(escape, sizeof escape, point > 0xFFFF ? "\\U%08x" : "\\u%04x", point);
        const size_t rest = strlen(text + at + length);
        if (at + written + 1 > size) {
            text[at] = '\0';
            return;
        }
        const size_t kept = at + written + rest + 1 > size ? size - at - written - 1 : rest;
        memmove(text + at + written, text + at + length, kept);
        memcpy(text + at, escape, written);
        text[at + written + kept] = '\0';
        at += written;
    }
}

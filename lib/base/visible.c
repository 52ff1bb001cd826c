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

/* text.c: see text.h. */

#include "base/text.h"

#include "base/memory.h"
#include "base/width.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

int hz_text_compare(struct hz_text a, struct hz_text b)
{
    size_t common = a.length < b.length ? a.length : b.length;
    int order = common > 0 ? memcmp(a.at, b.at, common) : 0;
    if (order != 0)
        return order;
    return (a.length > b.length) - (a.length < b.length);
}

/* U+2000 to U+206F, General Punctuation: spaces of all widths, joiners, marks of direction. */
static bool is_blank_punctuation(unsigned second, unsigned third)
{
    if (second == 0x80)
        return (third >= 0x80 && third <= 0x8F) || (third >= 0xA8 && third <= 0xAF);
    return second == 0x81 && third >= 0x9F && third <= 0xAF;
}

size_t hz_text_blank(struct hz_text text)
{
    if (text.length == 0)
        return 0;
    const unsigned char *at = (const unsigned char *)text.at;
    if (at[0] < 0x80)
        return at[0] == ' ' || (at[0] >= '\t' && at[0] <= '\r');
    if (at[0] == 0xC2)
        return text.length >= 2 && (at[1] == 0xA0 || at[1] == 0xAD) ? 2 : 0;
    if (text.length < 3)
        return 0;
    const bool is_blank = (at[0] == 0xE2 && is_blank_punctuation(at[1], at[2])) ||
                          (at[0] == 0xE3 && at[1] == 0x80 && at[2] == 0x80) ||
                          (at[0] == 0xEF && at[1] == 0xBB && at[2] == 0xBF);
    return is_blank ? 3 : 0;
}

static size_t blank_before(const char *end, size_t left)
{
    for (size_t bytes = 1; bytes <= 3 && bytes <= left; bytes++)
        if (hz_text_blank((struct hz_text){end - bytes, bytes}) == bytes)
            return bytes;
    return 0;
}

/* ASCII that shows: as a text's first and last byte it leaves nothing to trim. */
static bool is_sign(char byte)
{
    return byte > ' ' && byte <= '~';
}

struct hz_text hz_text_trim(struct hz_text text)
{
    size_t bytes;
    if (text.length > 0 && is_sign(text.at[0]) && is_sign(text.at[text.length - 1]))
        return text;
    while (text.length > 0 && (bytes = hz_text_blank(text)) > 0) {
        text.at += bytes;
        text.length -= bytes;
    }
    while (text.length > 0 && (bytes = blank_before(text.at + text.length, text.length)) > 0)
        text.length -= bytes;
    return text;
}

/* Reads one code point; a byte that starts none is a code point of its own. */
static uint32_t next_code_point(struct hz_text *text)
{
    const unsigned char *s = (const unsigned char *)text->at;
    size_t bytes = s[0] < 0x80   ? 1
                   : s[0] < 0xC2 ? 0
                   : s[0] < 0xE0 ? 2
                   : s[0] < 0xF0 ? 3
                   : s[0] < 0xF5 ? 4
                                 : 0;
    uint32_t point = bytes <= 1 ? s[0] : s[0] & (0xFFU >> (bytes + 1));
    bool whole = bytes > 0 && bytes <= text->length;
    for (size_t i = 1; whole && i < bytes; i++) {
        whole = (s[i] & 0xC0) == 0x80;
        point = point << 6 | (s[i] & 0x3F);
    }
    if (!whole) {
        bytes = 1;
        point = s[0];
    }
    text->at += bytes;
    text->length -= bytes;
    return point;
}

size_t hz_text_width(struct hz_text text)
{
    size_t width = 0;
    while (text.length > 0)
        width += hz_code_point_width(next_code_point(&text));
    return width;
}

char *hz_buffer_grow(struct hz_buffer *buffer, size_t more)
{
    if (!buffer->at || more > buffer->capacity - buffer->length) {
        size_t wanted = buffer->length + more;
        size_t doubled = buffer->capacity * 2;
        buffer->capacity = wanted > doubled ? wanted : doubled;
        if (buffer->capacity < 256)
            buffer->capacity = 256;
        buffer->at = hz_reallocate(buffer->at, buffer->capacity, 1);
    }
    return buffer->at + buffer->length;
}

void hz_buffer_format(struct hz_buffer *buffer, const char *format, ...)
{
    va_list values;
    va_start(values, format);
    va_list again;
    va_copy(again, values);
    int length = vsnprintf(NULL, 0, format, values);
    if (length > 0) {
        char *room = hz_buffer_reserve(buffer, (size_t)length + 1);
        vsnprintf(room, (size_t)length + 1, format, again);
        buffer->length += (size_t)length;
    }
    va_end(again);
    va_end(values);
}

void hz_buffer_free(struct hz_buffer *buffer)
{
    free(buffer->at);
    *buffer = (struct hz_buffer){0};
}

bool hz_text_has_number(struct hz_text text)
{
    enum { MANY = 6 };
    size_t digits = 0;
    for (size_t i = 0; i < text.length && digits < MANY; i++)
        digits = text.at[i] >= '0' && text.at[i] <= '9' ? digits + 1 : 0;
    return digits >= MANY;
}

void hz_buffer_list(struct hz_buffer *buffer, const struct hz_text texts[], size_t count,
                    size_t most)
{
    const size_t start = buffer->length;
    for (size_t i = 0; i < count; i++)
        if (hz_text_has_number(texts[i])) {
            hz_buffer_format(buffer, _("%zu fields that look like a record: is there a header?"),
                             count);
            return;
        }
    for (size_t i = 0; i < count; i++) {
        if (i > 0)
            hz_buffer_char(buffer, ',');
        if (buffer->length - start + texts[i].length > most) {
            hz_buffer_string(buffer, "...");
            return;
        }
        hz_buffer_text(buffer, texts[i]);
    }
}

void hz_letters(uint64_t column, char text[HZ_LETTERS_TEXT])
{
    enum { ALPHABET = 26 };
    size_t length = 0;
    for (uint64_t left = column; left > 0; left = (left - 1) / ALPHABET)
        length++;
    text[length] = '\0';
    for (; column > 0; column = (column - 1) / ALPHABET)
        text[--length] = (char)('A' + (column - 1) % ALPHABET);
}

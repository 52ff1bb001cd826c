/*
 * text.h: borrowed pieces of text, and a buffer that text grows in.
 *
 * Cells of records are read where they lie: a struct hz_text points into the block of the file that
 * was read, without a copy and without a NUL behind it, and is good as long as that block. Who
 * keeps one copies it into an arena (base/arena.h). Text is UTF-8 throughout, bytes that are none
 * included: no function here fails at them.
 */

#ifndef HZ_BASE_TEXT_H
#define HZ_BASE_TEXT_H

#include "base/attr.h"
#include "base/linkage.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

HZ_BEGIN_C

/* A piece of somebody else's bytes: not terminated, not owned. Zeroed, it is empty. */
struct hz_text {
    const char *at;
    size_t length;
};

/* For printf's "%.*s". */
#define HZ_TEXT_ARGS(text) (int)(text).length, (text).at

/* The piece that a terminated string is; NULL gives an empty one. */
static inline struct hz_text hz_text_of(const char *string)
{
    return (struct hz_text){string, string ? strlen(string) : 0};
}

/* The same bytes. Letters in another case, full-width digits and blanks make a difference. */
static inline bool hz_text_equal(struct hz_text a, struct hz_text b)
{
    return a.length == b.length && (a.length == 0 || memcmp(a.at, b.at, a.length) == 0);
}

/* The value of an ASCII digit; above 9 for any other byte. */
static inline unsigned hz_digit(char c)
{
    return (unsigned)(unsigned char)c - '0';
}

/*
 * Up to eight bytes as a number, the first one lowest, NULs behind; reads no byte beyond them. Two
 * short texts are compared, or a usual form is recognised, with one comparison of numbers.
 */
static inline uint64_t hz_text_word(const char *at, size_t length)
{
    uint64_t word = 0;
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
    if (length == 8) {
        memcpy(&word, at, 8);
        return word;
    }
    if (length >= 4) {
        uint32_t low, high;
        memcpy(&low, at, 4);
        memcpy(&high, at + length - 4, 4);
        return low | (uint64_t)high << 8 * (length - 4);
    }
#endif
    for (size_t i = length; i > 0; i--)
        word = word << 8 | (unsigned char)at[i - 1];
    return word;
}

/* Order by bytes, which for UTF-8 is the order of code points; less than, equal to, above 0. */
int hz_text_compare(struct hz_text a, struct hz_text b);

/*
 * The bytes of a sign at the front that one does not see, or 0: a blank of any width (also no-break
 * and ideographic, U+00A0 and U+3000), a line end, a zero-width sign, a mark of direction, a soft
 * hyphen, a byte order mark (U+FEFF).
 */
size_t hz_text_blank(struct hz_text text);

/* Without such signs at both ends. */
struct hz_text hz_text_trim(struct hz_text text);

/*
 * How many columns a terminal needs for UTF-8 text: two for East Asian wide characters, none for
 * NUL, combining marks and zero-width signs, one for everything else (a byte that is no UTF-8
 * included).
 */
size_t hz_text_width(struct hz_text text);

/* A column of a workbook by its letters, terminated: "A" for 1, "XFD" for 16384. */
enum { HZ_LETTERS_TEXT = 16 };
void hz_letters(uint64_t column, char text[HZ_LETTERS_TEXT]);

/*
 * Bytes that grow. Zeroed, it is empty; hz_buffer_free releases it and leaves it empty. Its bytes
 * are not terminated, and may move whenever something is appended: keep offsets, not pointers.
 * Setting `length` to a smaller number forgets the end and keeps the memory, which is how a buffer
 * serves a million rows; `capacity` is the buffer's own.
 *
 *     struct hz_buffer line = {0};
 *     hz_buffer_format(&line, "%s,%d", name, year);
 *     hz_buffer_char(&line, '\n');
 */
struct hz_buffer {
    char *at;
    size_t length;
    size_t capacity;
};

/*
 * Makes room for `more` bytes after the present ones and gives their place, also for none. What is
 * written there counts once the caller adds it to `length`.
 */
char *hz_buffer_grow(struct hz_buffer *buffer, size_t more);
static inline char *hz_buffer_reserve(struct hz_buffer *buffer, size_t more)
{
    return more < buffer->capacity - buffer->length ? buffer->at + buffer->length
                                                    : hz_buffer_grow(buffer, more);
}

/* Appends bytes, a text, a string without its NUL, a byte, what printf would print. */
static inline void hz_buffer_append(struct hz_buffer *buffer, const void *bytes, size_t length)
{
    char *room = hz_buffer_reserve(buffer, length);
    if (length > 0)
        memcpy(room, bytes, length);
    buffer->length += length;
}
static inline void hz_buffer_text(struct hz_buffer *buffer, struct hz_text text)
{
    hz_buffer_append(buffer, text.at, text.length);
}
static inline void hz_buffer_string(struct hz_buffer *buffer, const char *string)
{
    hz_buffer_append(buffer, string, strlen(string));
}
static inline void hz_buffer_char(struct hz_buffer *buffer, char c)
{
    *hz_buffer_reserve(buffer, 1) = c;
    buffer->length++;
}
void hz_buffer_format(struct hz_buffer *buffer, const char *format, ...) HZ_PRINTF(2, 3);
void hz_buffer_free(struct hz_buffer *buffer);

/*
 * Appends a list for a message: "a,b,c", and "..." in place of what comes after about `most` bytes.
 */
void hz_buffer_list(struct hz_buffer *buffer, const struct hz_text texts[], size_t count,
                    size_t most);

/*
 * True if six digits or more stand in a row: that is no name of a column, but the number of an
 * identity card or a phone, or an amount.
 */
bool hz_text_has_number(struct hz_text text);

HZ_END_C

#endif

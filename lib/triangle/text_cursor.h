/* text_cursor.h: a short text read from left to right, as ages and dates of triangles are. */

#ifndef HZ_TRIANGLE_TEXT_CURSOR_H
#define HZ_TRIANGLE_TEXT_CURSOR_H

#include "base/linkage.h"
#include "base/text.h"

#include <stdbool.h>

HZ_BEGIN_C

/* A text being read, in small letters, without the blanks around; copied, it goes on from there. */
struct hz_cursor {
    char at[48];
    size_t length, next;
};

/* False for a text that is empty, or longer than any age or date. */
bool hz_cursor_begin(struct hz_cursor *c, struct hz_text text);

bool hz_cursor_is_at_end(const struct hz_cursor *c);

/* Passes blanks, underscores and points. */
void hz_cursor_skip_blanks(struct hz_cursor *c);

/* Passes the first of some words, NULL behind the last, that stands here. Its number; -1: none. */
int hz_cursor_word(struct hz_cursor *c, const char *const words[]);

/* Passes digits, `most` at most, and reads their number. How many they are. */
size_t hz_cursor_digits(struct hz_cursor *c, size_t most, int *number);

HZ_END_C

#endif

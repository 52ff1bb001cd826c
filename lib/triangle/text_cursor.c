/* text_cursor.c: see text_cursor.h. */

#include "triangle/text_cursor.h"

bool hz_cursor_begin(struct hz_cursor *c, struct hz_text text)
{
    text = hz_text_trim(text);
    *c = (struct hz_cursor){.length = text.length};
    if (text.length == 0 || text.length >= sizeof c->at)
        return false;
    for (size_t i = 0; i < text.length; i++) {
        const char byte = text.at[i];
        c->at[i] = byte >= 'A' && byte <= 'Z' ? (char)(byte - 'A' + 'a') : byte;
    }
    return true;
}

bool hz_cursor_is_at_end(const struct hz_cursor *c)
{
    return c->next == c->length;
}

void hz_cursor_skip_blanks(struct hz_cursor *c)
{
    while (c->next < c->length && strchr(" _.\t\r\n", c->at[c->next]))
        c->next++;
}

int hz_cursor_word(struct hz_cursor *c, const char *const words[])
{
    for (int w = 0; words[w]; w++) {
        const size_t length = strlen(words[w]);
        if (length <= c->length - c->next && memcmp(c->at + c->next, words[w], length) == 0) {
            c->next += length;
            return w;
        }
    }
    return -1;
}

size_t hz_cursor_digits(struct hz_cursor *c, size_t most, int *number)
{
    size_t digits = 0;
    *number = 0;
    while (digits < most && c->next < c->length && hz_digit(c->at[c->next]) <= 9) {
        *number = *number * 10 + (int)hz_digit(c->at[c->next++]);
        digits++;
    }
    return digits;
}

/* header_name.c: names of columns compared, and shown in messages: see header.h. */

#include "file/header.h"

#include "base/arena.h"
#include "base/memory.h"
#include "base/nearest.h"

#include <stdlib.h>

/* A sign of no width at all, among those that hz_text_blank knows. */
static bool is_invisible(const unsigned char *at, size_t bytes)
{
    if (bytes == 2)
        return at[1] == 0xAD;
    return bytes == 3 && (at[0] == 0xEF ||
                          (at[0] == 0xE2 && (at[1] != 0x80 || at[2] >= 0x8B) &&
                           !(at[1] == 0x80 && (at[2] == 0xA8 || at[2] == 0xA9 || at[2] == 0xAF)) &&
                           !(at[1] == 0x81 && at[2] == 0x9F)));
}

/* The next sign of a name, folded, at most three bytes; 0 bytes for a blank. */
static size_t fold_sign(struct hz_text *text, char sign[4], bool *is_gone)
{
    const unsigned char *at = (const unsigned char *)text->at;
    const size_t blank = hz_text_blank(*text);
    size_t step = blank ? blank : 1, length = blank ? 0 : 1;
    sign[0] = text->at[0];
    *is_gone = blank && is_invisible(at, blank);
    if (!blank && at[0] == 0xEF && text->length >= 3) {
        const unsigned code = 0xF000U | (at[1] & 0x3FU) << 6 | (at[2] & 0x3FU);
        if (code >= 0xFF01 && code <= 0xFF5E) {
            sign[0] = (char)(code - 0xFEE0);
            step = 3;
        }
    }
    if (length > 0 && sign[0] >= 'A' && sign[0] <= 'Z')
        sign[0] = (char)(sign[0] | 0x20);
    *text = (struct hz_text){text->at + step, text->length - step};
    return length;
}

static bool is_word(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
}

static size_t without(const char *ending, const char text[], size_t length)
{
    const size_t tail = strlen(ending);
    return length > tail && memcmp(text + length - tail, ending, tail) == 0 ? length - tail
                                                                            : length;
}

size_t hz_header_fold(struct hz_text name, char out[], size_t room)
{
    size_t length = 0;
    bool is_after_blank = false;
    for (name = hz_text_trim(name); name.length > 0 && length + 1 < room;) {
        char sign[4];
        bool is_gone;
        if (fold_sign(&name, sign, &is_gone) == 0) {
            is_after_blank |= !is_gone;
            continue;
        }
        if (sign[0] == '*' && (length == 0 || name.length == 0))
            continue;
        if (is_after_blank && length > 0 && is_word(out[length - 1]) && is_word(sign[0]))
            out[length++] = '_';
        is_after_blank = false;
        out[length++] = sign[0];
    }
    static const char *const said[] = {":",     "(必填)", "(选填)", "(元)",       "[元]",
                                       "(rmb)", "(cny)",  "(yuan)", "(人民币元)", "(人民币)"};
    for (size_t n = 0; n < HZ_COUNT(said); n++)
        length = without(said[n], out, length);
    while (length > 1 && out[length - 1] == '_')
        length--; /* before what has been taken off */
    return length;
}

bool hz_header_same(struct hz_text a, struct hz_text b)
{
    char x[HZ_HEADER_NAME], y[HZ_HEADER_NAME];
    if (hz_text_equal(a, b))
        return true;
    const size_t length = hz_header_fold(a, x, sizeof x);
    return length > 0 && length == hz_header_fold(b, y, sizeof y) && memcmp(x, y, length) == 0;
}

/* The code point of a sign of one, two or three bytes. */
static unsigned code_point(const char *at, size_t bytes)
{
    const unsigned char *s = (const unsigned char *)at;
    return bytes == 1   ? s[0]
           : bytes == 2 ? (s[0] & 0x1FU) << 6 | (s[1] & 0x3FU)
                        : (s[0] & 0x0FU) << 12 | (s[1] & 0x3FU) << 6 | (s[2] & 0x3FU);
}

void hz_header_show(struct hz_text name, struct hz_buffer *out)
{
    while (name.length > 0) {
        const size_t blank = name.at[0] == ' ' ? 0 : hz_text_blank(name), step = blank ? blank : 1;
        if (blank || (unsigned char)name.at[0] < ' ')
            hz_buffer_format(out, "<U+%04X>", code_point(name.at, step));
        else
            hz_buffer_char(out, name.at[0]);
        name = (struct hz_text){name.at + step, name.length - step};
    }
}

void hz_header_list(const struct hz_text name[], size_t names, size_t unknown, const char *missing,
                    struct hz_buffer *out)
{
    enum { MOST = 400 };
    struct hz_arena arena = {0};
    for (size_t n = 0; n < names; n++)
        if (hz_text_has_number(name[n])) {
            hz_buffer_format(out, _("%zu fields that look like a record: is there a header?"),
                             names + unknown);
            return;
        }
    if (names == 0) {
        hz_buffer_format(out, _("none that is known, of %zu: is it a header?"), unknown);
        return;
    }
    const char **folded = hz_allocate(names + 1, sizeof *folded);
    for (size_t n = 0; n < names; n++) {
        char text[HZ_HEADER_NAME];
        const size_t length = hz_header_fold(name[n], text, sizeof text);
        folded[n] = hz_arena_string(&arena, (struct hz_text){text, length});
        if (out->length >= MOST)
            continue;
        hz_buffer_string(out, n > 0 ? "," : "");
        hz_header_show(name[n], out);
        if (out->length >= MOST)
            hz_buffer_string(out, "...");
    }
    if (unknown > 0)
        hz_buffer_format(out, _(" and %zu more that are not known"), unknown);
    const char *nearest = hz_nearest(hz_text_of(missing), folded);
    for (size_t n = 0; n < names && nearest; n++) {
        if (folded[n] != nearest)
            continue;
        hz_buffer_string(out, _("; the nearest is \""));
        hz_header_show(name[n], out);
        hz_buffer_char(out, '"');
    }
    free(folded);
    hz_arena_free(&arena);
}

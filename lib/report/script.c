/* script.c: see script.h. */

#include "report/script.h"

#include "base/visible.h"

#include <math.h>

/* The bytes of the first letter of UTF-8. */
static size_t letter(struct hz_text text)
{
    size_t bytes = 1;
    while (bytes < text.length && ((unsigned char)text.at[bytes] & 0xC0) == 0x80)
        bytes++;
    return bytes;
}

/* What fits into the columns, with room for the sign of what is left out. */
static size_t fitting(struct hz_text text, size_t columns)
{
    size_t length = 0, width = 1;
    if (columns == 0 || hz_text_width(text) <= columns)
        return text.length;
    while (length < text.length) {
        const struct hz_text rest = {text.at + length, text.length - length};
        const size_t bytes = letter(rest);
        width += hz_text_width((struct hz_text){rest.at, bytes});
        if (width > columns)
            break;
        length += bytes;
    }
    return length;
}

/* In single quotes a quote is two; `doubled` (or 0) is another sign that means itself only so. */
static void append_label(struct hz_buffer *script, struct hz_text text, size_t columns,
                         char doubled)
{
    const size_t length = fitting(text, columns);
    hz_buffer_char(script, '\'');
    for (size_t i = 0; i < length;) {
        const unsigned char c = (unsigned char)text.at[i];
        const size_t unseen = hz_text_invisible((struct hz_text){text.at + i, length - i});
        const bool is_blank = unseen > 0 || c < ' ' || c == 0x7F;
        if (!is_blank && (c == '\'' || (doubled && text.at[i] == doubled)))
            hz_buffer_char(script, text.at[i]);
        hz_buffer_char(script, is_blank ? ' ' : text.at[i]);
        i += unseen > 0 ? unseen : 1;
    }
    hz_buffer_string(script, length < text.length ? "…'" : "'");
}

void hz_script_label(struct hz_buffer *script, struct hz_text text, size_t columns)
{
    append_label(script, text, columns, '\0');
}

void hz_script_tic(struct hz_buffer *script, struct hz_text text, size_t columns)
{
    append_label(script, text, columns, '%');
}

void hz_script_number(struct hz_buffer *script, double number)
{
    if (isfinite(number))
        hz_buffer_format(script, "%.12g", number);
    else
        hz_buffer_string(script, "NaN");
}

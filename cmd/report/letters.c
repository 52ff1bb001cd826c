/* letters.c: see letters.h. */

#include "letters.h"

/* Of the private use area: in no text that is meant to be read. */
static const char filler[] = "\xEF\xA3\xBF";
enum { FILLER = sizeof filler - 1 };

static size_t letter_length(struct hz_text text)
{
    size_t bytes = 1;
    while (bytes < text.length && ((unsigned char)text.at[bytes] & 0xC0) == 0x80)
        bytes++;
    return bytes;
}

bool hz_letters_has_wide(struct hz_text text)
{
    for (size_t step; text.length > 0; text.at += step, text.length -= step) {
        step = letter_length(text);
        if (step > 1 && hz_text_width((struct hz_text){text.at, step}) == 2)
            return true;
    }
    return false;
}

void hz_letters_widen(struct hz_buffer *script)
{
    struct hz_buffer wide = {0};
    struct hz_text text = {script->at, script->length};
    for (size_t step; text.length > 0; text.at += step, text.length -= step) {
        step = letter_length(text);
        hz_buffer_append(&wide, text.at, step);
        if (hz_text_width((struct hz_text){text.at, step}) == 2)
            hz_buffer_append(&wide, filler, FILLER);
    }
    hz_buffer_free(script);
    *script = wide;
}

void hz_letters_narrow(struct hz_buffer *picture)
{
    size_t kept = 0;
    for (size_t i = 0; i < picture->length;) {
        if (picture->length - i >= FILLER && memcmp(picture->at + i, filler, FILLER) == 0) {
            i += FILLER;
            continue;
        }
        while (picture->at[i] == '\n' && kept > 0 && picture->at[kept - 1] == ' ')
            kept--;
        picture->at[kept++] = picture->at[i++];
    }
    picture->length = kept;
}

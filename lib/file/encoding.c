/* encoding.c: see encoding.h. */

#include "file/encoding.h"

#include "base/memory.h"

#include <errno.h>
#include <iconv.h>
#include <stdlib.h>

enum { WORD = 8, NO_UTF8 = 0xFF };

static inline bool has_high_word(const char *at)
{
    uint64_t word;
    memcpy(&word, at, WORD);
    return (word & UINT64_C(0x8080808080808080)) != 0;
}

/* The length of the character at `at` that is not ASCII, 0 if it is none (RFC 3629, section 4). */
static size_t high_character(const unsigned char *at, size_t left)
{
    const unsigned char lead = at[0];
    size_t length = lead >= 0xC2 && lead <= 0xDF   ? 2
                    : lead >= 0xE0 && lead <= 0xEF ? 3
                    : lead >= 0xF0 && lead <= 0xF4 ? 4
                                                   : 0;
    if (length == 0 || length > left)
        return 0;
    const unsigned least = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    const unsigned most = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    if (at[1] < least || at[1] > most)
        return 0;
    for (size_t i = 2; i < length; i++)
        if ((at[i] & 0xC0) != 0x80)
            return 0;
    return length;
}

/* How much of the front is UTF-8. */
static size_t utf8_length(struct hz_text text)
{
    size_t i = 0;
    while (i < text.length) {
        if (i + WORD <= text.length && !has_high_word(text.at + i)) {
            i += WORD;
            continue;
        }
        size_t length = 1;
        if ((unsigned char)text.at[i] >= 0x80)
            length = high_character((const unsigned char *)text.at + i, text.length - i);
        if (length == 0)
            break;
        i += length;
    }
    return i;
}

bool hz_text_is_utf8(struct hz_text text)
{
    return utf8_length(text) == text.length;
}

/* Whether it converts to its end, but for a character that the end of the piece may have cut. */
static bool is_in(const char *encoding, struct hz_text text)
{
    enum { LONGEST = 4 };
    char out[4096];
    iconv_t conversion = iconv_open("UTF-8", encoding);
    if (conversion == (iconv_t)-1)
        return false;
    char *in = (char *)(uintptr_t)text.at;
    size_t left = text.length;
    bool goes_on = true;
    while (left > 0 && goes_on) {
        char *to = out;
        size_t room = sizeof out;
        goes_on = iconv(conversion, &in, &left, &to, &room) != (size_t)-1 || errno == E2BIG;
    }
    iconv_close(conversion);
    return left < LONGEST && (left == 0 || errno == EINVAL);
}

const char *hz_encoding_guess(struct hz_text beginning)
{
    enum { LONGEST = 4 };
    if (beginning.length >= 2 &&
        (memcmp(beginning.at, "\xFF\xFE", 2) == 0 || memcmp(beginning.at, "\xFE\xFF", 2) == 0))
        return "UTF-16";
    if (beginning.length - utf8_length(beginning) < LONGEST)
        return NULL;
    return is_in("GB18030", beginning) ? "GB18030" : NULL;
}

struct hz_decoder {
    iconv_t conversion;
};

bool hz_decoder_new(struct hz_decoder **decoder, const char *encoding, struct hz_error *err)
{
    iconv_t conversion = iconv_open("UTF-8", encoding);
    if (conversion == (iconv_t)-1)
        return hz_error_set(
            err, HZ_ERROR_USAGE, HZ_NOWHERE,
            _("the encoding \"%s\" is not known here (iconv -l lists those that are)"), encoding);
    *decoder = hz_allocate(1, sizeof **decoder);
    (*decoder)->conversion = conversion;
    return true;
}

void hz_decoder_free(struct hz_decoder *decoder)
{
    if (decoder)
        iconv_close(decoder->conversion);
    free(decoder);
}

size_t hz_decoder_convert(struct hz_decoder *decoder, struct hz_text *bytes, bool is_end,
                          char out[], size_t room)
{
    char *in = (char *)(uintptr_t)bytes->at, *to = out;
    size_t left = bytes->length, free_room = room;
    while (left > 0 && free_room > 0) {
        if (iconv(decoder->conversion, &in, &left, &to, &free_room) != (size_t)-1)
            continue;
        const bool is_cut = errno == EINVAL;
        if (errno == E2BIG || (is_cut && !is_end) || free_room == 0)
            break;
        *to++ = (char)NO_UTF8;
        free_room--;
        in++;
        left--;
    }
    *bytes = (struct hz_text){in, left};
    return room - free_room;
}

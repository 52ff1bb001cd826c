/* decoder.c: see decoder.h. */

#include "file/decoder.h"

#include "base/memory.h"
#include "file/encoding.h"

#include <errno.h>
#include <iconv.h>
#include <stdlib.h>
#include <strings.h>

enum { LINE_MOST = 1 << 15, NO_UTF8 = 0xFF };

struct hz_decoder {
    iconv_t conversion;
    bool is_done;    /* all of the file, and what the conversion has kept until its end */
    bool by_line;    /* UTF-8 may pass for it: each line is judged, but for too long ones */
    size_t ahead;    /* bytes that have been judged */
    bool is_foreign; /* they are UTF-8 */
    bool is_in_line; /* what was judged last ends within a line that is too long */
};

/* Encodings that UTF-8 passes for, and of which no character has a newline in it. */
static bool is_chinese(const char *encoding)
{
    static const char *const names[] = {"GB", "CP936", "EUC-CN", "BIG5", "BIG-5", "CP950"};
    for (size_t n = 0; n < HZ_COUNT(names); n++)
        if (strncasecmp(encoding, names[n], strlen(names[n])) == 0)
            return true;
    return false;
}

bool hz_decoder_new(struct hz_decoder **decoder, const char *encoding, struct hz_error *err)
{
    iconv_t conversion = iconv_open("UTF-8", encoding);
    if (conversion == (iconv_t)-1)
        return hz_error_set(
            err, HZ_ERROR_USAGE, HZ_NOWHERE,
            _("the encoding \"%s\" is not known here (iconv -l lists those that are)"), encoding);
    *decoder = hz_allocate(1, sizeof **decoder);
    (*decoder)->conversion = conversion;
    (*decoder)->by_line = is_chinese(encoding);
    return true;
}

void hz_decoder_free(struct hz_decoder *decoder)
{
    if (decoder)
        iconv_close(decoder->conversion);
    free(decoder);
}

/* Judges the next line, or all if lines are not judged; nothing is ahead: more must be read. */
static void judge(struct hz_decoder *decoder, struct hz_text bytes, bool is_end)
{
    if (!decoder->by_line) {
        decoder->ahead = bytes.length;
        return;
    }
    const size_t seen = bytes.length < LINE_MOST ? bytes.length : LINE_MOST;
    const char *newline = memchr(bytes.at, '\n', seen);
    const bool is_last = is_end && seen == bytes.length;
    if (!newline && !is_last && !decoder->is_in_line && seen < LINE_MOST)
        return;
    const bool is_whole = !decoder->is_in_line && (newline || is_last);
    decoder->ahead = newline ? (size_t)(newline + 1 - bytes.at) : seen;
    decoder->is_foreign =
        is_whole && hz_text_is_surely_utf8((struct hz_text){bytes.at, decoder->ahead});
    decoder->is_in_line = !newline;
}

/* Where it stands: what is left to convert, and the room for it. */
struct standing {
    char *in, *to;
    size_t left, room;
};

static void put_mark(struct standing *at)
{
    *at->to++ = (char)NO_UTF8;
    at->room--;
}

static void copy(struct hz_decoder *decoder, struct standing *at)
{
    const size_t length = decoder->ahead < at->room ? decoder->ahead : at->room;
    memcpy(at->to, at->in, length);
    at->to += length;
    at->in += length;
    at->room -= length;
    at->left -= length;
    decoder->ahead -= length;
}

/* Converts what is ahead, as far as it goes; false: there is no more room, or more must be read. */
static bool convert(struct hz_decoder *decoder, struct standing *at, bool is_end)
{
    size_t ahead = decoder->ahead;
    const size_t done = iconv(decoder->conversion, &at->in, &ahead, &at->to, &at->room);
    at->left -= decoder->ahead - ahead;
    decoder->ahead = ahead;
    if (done != (size_t)-1)
        return true;
    if (errno == E2BIG || at->room == 0)
        return false;
    if (errno == EINVAL && ahead < at->left) {
        decoder->ahead = 0; /* a character across the end of what was judged */
        return true;
    }
    if (errno == EINVAL && !is_end)
        return false;
    put_mark(at);
    at->in++;
    at->left--;
    decoder->ahead--;
    return true;
}

bool hz_decoder_is_done(const struct hz_decoder *decoder)
{
    return decoder->is_done;
}

size_t hz_decoder_convert(struct hz_decoder *decoder, struct hz_text *bytes, bool is_end,
                          char out[], size_t room)
{
    struct standing at = {(char *)(uintptr_t)bytes->at, out, bytes->length, room};
    if (!decoder->by_line)
        decoder->ahead = 0; /* more may have come */
    for (bool goes_on = true; goes_on && at.left > 0 && at.room > 0;) {
        if (decoder->ahead == 0) {
            judge(decoder, (struct hz_text){at.in, at.left}, is_end);
            if (decoder->ahead > 0 && decoder->is_foreign)
                put_mark(&at);
        }
        if (decoder->ahead > 0 && decoder->is_foreign)
            copy(decoder, &at);
        else
            goes_on = decoder->ahead > 0 && convert(decoder, &at, is_end);
    }
    /* Some encodings (CP1258, TCVN) keep a letter until they know what follows it. */
    enum { LETTER = 8 };
    if (is_end && at.left == 0 && at.room >= LETTER) {
        iconv(decoder->conversion, NULL, NULL, &at.to, &at.room);
        decoder->is_done = true;
    }
    *bytes = (struct hz_text){at.in, at.left};
    return room - at.room;
}

bool hz_encoding_convert(const char *encoding, struct hz_text bytes, struct hz_buffer *out,
                         struct hz_error *err)
{
    enum { STEP = 1 << 16 };
    struct hz_decoder *decoder = NULL;
    if (!hz_decoder_new(&decoder, encoding, err))
        return false;
    while (!decoder->is_done)
        out->length +=
            hz_decoder_convert(decoder, &bytes, true, hz_buffer_reserve(out, STEP), STEP);
    hz_decoder_free(decoder);
    return true;
}

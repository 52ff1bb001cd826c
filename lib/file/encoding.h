/* encoding.h: UTF-8 told from other text, and other text turned into it. */

#ifndef HZ_FILE_ENCODING_H
#define HZ_FILE_ENCODING_H

#include "base/error.h"
#include "base/linkage.h"
#include "base/text.h"

HZ_BEGIN_C

/*
 * True if the text is UTF-8 (RFC 3629: no surrogates, no overlong forms, nothing beyond U+10FFFF).
 */
bool hz_text_is_utf8(struct hz_text text);

/*
 * The encoding that the beginning of a file shows, as iconv names it: "UTF-16" by its byte order
 * mark, "GB18030" (and so GBK and GB2312) if it is that and not UTF-8, else NULL for UTF-8.
 */
const char *hz_encoding_guess(struct hz_text beginning);

/* Turns one encoding into UTF-8, piece by piece (iconv). */
struct hz_decoder;

/* Refused (usage): an encoding that the system does not know. */
HZ_MUST_USE bool hz_decoder_new(struct hz_decoder **decoder, const char *encoding,
                                struct hz_error *err);
void hz_decoder_free(struct hz_decoder *decoder); /* NULL is fine */

/*
 * Converts from the front of `bytes`, which moves on, into at most `room` bytes; gives how many.
 * What is left of `bytes` is the beginning of a character (or did not fit); at the end of the file,
 * and wherever bytes are no character, a byte 0xFF takes their place, which no UTF-8 has: the row
 * that it is in will be rejected.
 */
size_t hz_decoder_convert(struct hz_decoder *decoder, struct hz_text *bytes, bool is_end,
                          char out[], size_t room);

HZ_END_C

#endif

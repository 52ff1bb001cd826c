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
 * The encoding that the first bytes of a file show by a byte order mark, or, for UTF-16, by the
 * NULs that every comma and digit has then: "UTF-16", "UTF-32", "UTF-16LE" or "UTF-16BE", else
 * NULL.
 */
const char *hz_encoding_mark(struct hz_text beginning);

/*
 * The evidence that a guess is made on: so many bytes from the first one beyond ASCII on, or all.
 */
enum { HZ_ENCODING_EVIDENCE = 1 << 20 };

/*
 * The encoding that the evidence speaks for, as iconv names it: "GB18030" (and so GBK and GB2312)
 * or "BIG5", else NULL for UTF-8. It is UTF-8 as soon as lines of it are, however few; lines that
 * are not are then the file's faults.
 */
const char *hz_encoding_guess(struct hz_text evidence);

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

/*
 * All of a small file: appended to `out` as UTF-8. Refused (usage): an encoding that is not known.
 */
HZ_MUST_USE bool hz_encoding_convert(const char *encoding, struct hz_text bytes,
                                     struct hz_buffer *out, struct hz_error *err);

/* How many bytes at the front are ASCII. */
size_t hz_text_ascii(struct hz_text text);

HZ_END_C

#endif

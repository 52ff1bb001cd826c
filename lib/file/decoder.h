/* decoder.h: text of other encodings turned into UTF-8, by iconv. */

#ifndef HZ_FILE_DECODER_H
#define HZ_FILE_DECODER_H

#include "base/error.h"
#include "base/linkage.h"
#include "base/text.h"

HZ_BEGIN_C

/* Turns one encoding into UTF-8, piece by piece. */
struct hz_decoder;

/* Refused (usage): an encoding that the system does not know. */
HZ_MUST_USE bool hz_decoder_new(struct hz_decoder **decoder, const char *encoding,
                                struct hz_error *err);
void hz_decoder_free(struct hz_decoder *decoder); /* NULL is fine */

/*
 * Converts from the front of `bytes`, which moves on, into at most `room` bytes; gives how many.
 * What is left of `bytes` did not fit, or wants what follows it: the beginning of a character, or a
 * line of a Chinese encoding, at most 32 KiB of it. At the end of the file, and wherever bytes are
 * no character, a byte 0xFF takes their place, which no UTF-8 has: the row that it is in will be
 * rejected. It also stands before a line that is UTF-8 in a file of GB18030 or Big5, which would be
 * read as other signs.
 */
size_t hz_decoder_convert(struct hz_decoder *decoder, struct hz_text *bytes, bool is_end,
                          char out[], size_t room);

/*
 * True once the end of the file has been converted. Some encodings keep their last letter until
 * then, which may want room that the call that took the last byte did not have: call again.
 */
bool hz_decoder_is_done(const struct hz_decoder *decoder);

/*
 * All of a small file: appended to `out` as UTF-8. Refused (usage): an encoding that is not known.
 */
HZ_MUST_USE bool hz_encoding_convert(const char *encoding, struct hz_text bytes,
                                     struct hz_buffer *out, struct hz_error *err);

HZ_END_C

#endif

/* encoding.h: UTF-8 told from other text. */

#ifndef HZ_FILE_ENCODING_H
#define HZ_FILE_ENCODING_H

#include "base/linkage.h"
#include "base/text.h"

HZ_BEGIN_C

/*
 * True if the text is UTF-8 (RFC 3629: no surrogates, no overlong forms, nothing beyond U+10FFFF).
 */
bool hz_text_is_utf8(struct hz_text text);

/*
 * True if a line is UTF-8 as Chinese is written, and no GB 2312 or Big5: these have no byte from
 * 0x80 to 0xA0. Rare signs of GBK do; that all others of their line fit UTF-8, they do not see.
 */
bool hz_text_is_surely_utf8(struct hz_text line);

/*
 * The encoding that the first bytes of a file show by a byte order mark, or by the NULs that every
 * comma and digit has in UTF-16, and all signs have in UTF-32: "UTF-16", "UTF-16LE" and their like,
 * else NULL.
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

/* How many bytes at the front are ASCII. */
size_t hz_text_ascii(struct hz_text text);

HZ_END_C

#endif

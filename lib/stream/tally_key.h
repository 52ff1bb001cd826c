/*
 * tally_key.h: the keys of a tally as bytes that memcmp puts in order.
 *
 * A text is followed by the NULs, one at least, that fill up its last word of eight bytes; a whole
 * number is a word, the largest byte first, its sign bit turned. So there is one comparison, one
 * hash and one sort for any key, each a word at a time. Texts hold no NUL, and a short one takes
 * two words whatever its length, so that no branch must be guessed.
 *
 *     {"住院", 2021}   E4 BD 8F E9 99 A2 00 00  00 .. 00  80 00 .. 07 E5
 */

#ifndef HZ_STREAM_TALLY_KEY_H
#define HZ_STREAM_TALLY_KEY_H

#include "base/text.h"
#include "stream/tally.h"

HZ_BEGIN_C

enum { HZ_TALLY_WORD = 8 };

/* A key that was written: what finds its slot, and where its bytes are in the buffer. */
struct hz_tally_written {
    uint64_t hash;
    size_t from, length;
};

/*
 * Writes a key behind the buffer's bytes, and leaves it to the caller to count them in. The hash is
 * a multiplication a word, made on the way; it is never saved, for it need not be good against an
 * enemy, nor the same in the next version.
 */
struct hz_tally_written hz_tally_key_write(const struct hz_tally_layout *layout,
                                           struct hz_buffer *keys, const struct hz_key key[]);

/* The hash of a key that was written. */
uint64_t hz_tally_key_hash(struct hz_text key);

/* The parts of a key again; texts are borrowed from its bytes. */
void hz_tally_key_read(const struct hz_tally_layout *layout, const char *at, struct hz_key key[]);

/* One word again. */
int64_t hz_tally_key_integer(const char *at);

HZ_END_C

#endif

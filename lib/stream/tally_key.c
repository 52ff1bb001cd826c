/* tally_key.c: see tally_key.h. */

#include "stream/tally_key.h"

#include "base/attr.h"

#include <endian.h>
#include <string.h>

enum { WORD = HZ_TALLY_WORD };

static inline uint64_t integer_word(int64_t number)
{
    return htobe64((uint64_t)number ^ UINT64_C(1) << 63);
}

int64_t hz_tally_key_integer(const char *at)
{
    uint64_t bits;
    memcpy(&bits, at, WORD);
    return (int64_t)(be64toh(bits) ^ UINT64_C(1) << 63);
}

/*
 * Bytes that a text takes in a key: two words for all short ones, so that no branch must be
 * guessed.
 */
static inline size_t text_bytes(size_t length)
{
    return length < WORD ? 2 * WORD : length / WORD * WORD + WORD;
}

/* A key in the making: where its next word goes, and what finds its slot (never saved). */
struct writer {
    char *at;
    uint64_t hash;
};

/* The words' products do not wait for each other. */
static inline uint64_t hash_on(uint64_t hash, uint64_t word)
{
    return (hash << 7 | hash >> 57) + (word ^ word >> 32) * UINT64_C(0x9E3779B97F4A7C15);
}

static inline uint64_t hash_end(uint64_t hash)
{
    const uint64_t mixed = (hash ^ hash >> 32) * UINT64_C(0xD6E8FEB86659FD93);
    return mixed ^ mixed >> 32;
}

static inline void put_word(struct writer *writer, uint64_t word)
{
    memcpy(writer->at, &word, WORD);
    writer->at += WORD;
    writer->hash = hash_on(writer->hash, word);
}

/* `after` is the most bytes that the parts behind it take, unless they are long, too. */
static void put_long_text(struct hz_buffer *keys, struct writer *writer, struct hz_text text,
                          size_t after)
{
    const size_t done = (size_t)(writer->at - keys->at) - keys->length;
    const size_t whole = text.length / WORD * WORD;
    writer->at = hz_buffer_reserve(keys, done + text_bytes(text.length) + after) + done;
    for (size_t i = 0; i < whole; i += WORD)
        put_word(writer, htole64(hz_text_word(text.at + i, WORD)));
    put_word(writer, htole64(hz_text_word(text.at + whole, text.length - whole)));
    if (whole == 0)
        put_word(writer, 0);
}

#if defined(__x86_64__) && !HZ_WATCHED
/*
 * Codes are short and their lengths vary. Where the sixteen bytes from a text's start lie in one
 * page of memory they can be read, whatever is behind the text, and what is not the text's is
 * masked.
 */
static inline bool put_short_text(struct writer *writer, struct hz_text text)
{
    static const unsigned char ones[4 * WORD] = {255, 255, 255, 255, 255, 255, 255, 255,
                                                 255, 255, 255, 255, 255, 255, 255, 255};
    enum { PAGE = 4096 };
    uint64_t word[2], mask[2];
    if (text.length >= 2 * WORD || ((uintptr_t)text.at & (PAGE - 1)) > PAGE - 2 * WORD)
        return false;
    memcpy(word, text.at, sizeof word);
    memcpy(mask, ones + 2 * WORD - text.length, sizeof mask);
    put_word(writer, word[0] & mask[0]);
    put_word(writer, word[1] & mask[1]);
    return true;
}
#else
static inline bool put_short_text(struct writer *writer, struct hz_text text)
{
    (void)writer;
    (void)text;
    return false;
}
#endif

struct hz_tally_written hz_tally_key_write(const struct hz_tally_layout *layout,
                                           struct hz_buffer *keys, const struct hz_key key[])
{
    const size_t usual = 2 * WORD * layout->keys, from = keys->length;
    if (keys->capacity - from < usual)
        hz_buffer_reserve(keys, usual);
    struct writer writer = {.at = keys->at + from};
    for (size_t k = 0; k < layout->keys; k++)
        if (layout->key[k].kind == HZ_KEY_INTEGER)
            put_word(&writer, integer_word(key[k].integer));
        else if (!put_short_text(&writer, key[k].text))
            put_long_text(keys, &writer, key[k].text, 2 * WORD * (layout->keys - k - 1));
    return (struct hz_tally_written){.hash = hash_end(writer.hash),
                                     .from = from,
                                     .length = (size_t)(writer.at - keys->at) - from};
}

uint64_t hz_tally_key_hash(struct hz_text key)
{
    uint64_t hash = 0, word;
    for (size_t at = 0; at < key.length; at += WORD) {
        memcpy(&word, key.at + at, WORD);
        hash = hash_on(hash, word);
    }
    return hash_end(hash);
}

void hz_tally_key_read(const struct hz_tally_layout *layout, const char *at, struct hz_key key[])
{
    for (size_t k = 0; k < layout->keys; k++) {
        if (layout->key[k].kind == HZ_KEY_INTEGER) {
            key[k].integer = hz_tally_key_integer(at);
            at += WORD;
        } else {
            key[k].text = hz_text_of(at);
            at += text_bytes(key[k].text.length);
        }
    }
}

void hz_tally_key(struct hz_tally_layout *layout, const char *name, enum hz_key_kind kind)
{
    layout->key[layout->keys].name = name;
    layout->key[layout->keys++].kind = kind;
}

void hz_tally_value(struct hz_tally_layout *layout, const char *name, enum hz_value_rule rule)
{
    layout->value[layout->values].name = name;
    layout->value[layout->values++].rule = rule;
}

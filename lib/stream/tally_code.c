/* tally_code.c: see tally_code.h. */

#include "stream/tally_code.h"

#include "base/attr.h"
#include "base/memory.h"
#include "stream/tally.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

/* No part has more than 2^MOST_BITS numbers, so that what is kept of it stays in a core's cache. */
enum { WORD = 8, PIECE = 2 * WORD, FIRST_SLOTS = 64, MOST_BITS = 16 };

/* Up to so many slots few of them are used, so that the first one looked at is the right one. */
enum { SMALL = 1 << 13 };

/*
 * A text is met in pieces, the last one filled up with NULs, one at least: the first sixteen bytes,
 * which nearly always are all, then eight by eight, each with the number of what came before it as
 * its last four bytes, and four NULs before these, so that no first piece is like it. A whole
 * number is its own first word.
 */
struct piece {
    uint64_t word[2];
    uint64_t number; /* from 1; 0: a free slot */
};

/*
 * The pieces of one part of the key: open addressing, at most a quarter of the slots used, and of
 * SMALL ones a sixteenth.
 */
struct part {
    struct piece *piece;
    uint32_t mask, count;
};

/* What codes were given: the same, at most half of the slots used, of SMALL ones an eighth. */
struct given {
    uint64_t code; /* 0: a free slot */
    void *record;
};

struct hz_tally_codes {
    size_t parts;  /* 0: there are no codes, or no more */
    unsigned bits; /* of a part's number */
    struct part part[HZ_TALLY_KEYS];
    struct given *given;
    size_t mask, count;
};

struct hz_tally_codes *hz_tally_codes_new(size_t parts)
{
    struct hz_tally_codes *codes = hz_allocate(1, sizeof *codes);
    assert(parts > 0);
    codes->parts = parts;
    codes->bits = parts * MOST_BITS <= 64 ? MOST_BITS : 64 / (unsigned)parts;
    for (size_t k = 0; k < parts; k++) {
        codes->part[k].piece = hz_allocate(FIRST_SLOTS, sizeof(struct piece));
        codes->part[k].mask = FIRST_SLOTS - 1;
    }
    codes->given = hz_allocate(FIRST_SLOTS, sizeof *codes->given);
    codes->mask = FIRST_SLOTS - 1;
    return codes;
}

static void turn_off(struct hz_tally_codes *codes)
{
    for (size_t k = 0; k < codes->parts; k++)
        free(codes->part[k].piece);
    free(codes->given);
    codes->given = NULL;
    codes->parts = 0;
}

void hz_tally_codes_free(struct hz_tally_codes *codes)
{
    if (codes)
        turn_off(codes);
    free(codes);
}

static inline size_t place_of(uint64_t low, uint64_t high)
{
    return (size_t)((low ^ (high << 29 | high >> 35)) * UINT64_C(0x9E3779B97F4A7C15) >> 32);
}

/* The slot of a piece, or the free one where it belongs. */
static inline struct piece *slot_of(const struct part *part, uint64_t low, uint64_t high)
{
    size_t at = place_of(low, high) & part->mask;
    while (part->piece[at].number != 0 &&
           (part->piece[at].word[0] != low || part->piece[at].word[1] != high))
        at = (at + 1) & part->mask;
    return &part->piece[at];
}

static void grow(struct part *part)
{
    struct piece *old = part->piece;
    const uint32_t slots = part->mask + 1;
    part->piece = hz_allocate(slots * 2, sizeof *part->piece);
    part->mask = slots * 2 - 1;
    for (uint32_t i = 0; i < slots; i++)
        if (old[i].number != 0)
            *slot_of(part, old[i].word[0], old[i].word[1]) = old[i];
    free(old);
}

/* The number of a piece, a new one if need be; 0: there are none left, and no codes any more. */
static uint64_t number_of(struct hz_tally_codes *codes, struct part *part, uint64_t low,
                          uint64_t high)
{
    struct piece *piece = slot_of(part, low, high);
    if (piece->number != 0)
        return piece->number;
    if (part->count + 1 == UINT32_C(1) << codes->bits) {
        turn_off(codes);
        return 0;
    }
    *piece = (struct piece){{low, high}, ++part->count};
    if (part->count * (part->mask < SMALL ? 16 : 4) > part->mask)
        grow(part);
    return part->count;
}

static __attribute__((noinline)) uint64_t number_of_text(struct hz_tally_codes *codes,
                                                         struct part *part, struct hz_text text)
{
    const size_t first = text.length < PIECE ? text.length : PIECE;
    const size_t half = first < WORD ? first : WORD;
    uint64_t number = number_of(codes, part, hz_text_word(text.at, half),
                                hz_text_word(text.at + half, first - half));
    for (size_t done = PIECE; number != 0 && done <= text.length; done += WORD) {
        const size_t more = text.length - done < WORD ? text.length - done : WORD;
        number = number_of(codes, part, hz_text_word(text.at + done, more), number << 32);
    }
    return number;
}

/*
 * Codes are short, and where the sixteen bytes from a text's start lie in one page of memory they
 * can be read, whatever is behind it; what is not the text's is masked. False: otherwise.
 */
static inline bool read_short(struct hz_text text, uint64_t word[2])
{
#if defined(__x86_64__) && !HZ_WATCHED
    static const unsigned char ones[2 * PIECE] = {255, 255, 255, 255, 255, 255, 255, 255,
                                                  255, 255, 255, 255, 255, 255, 255, 255};
    enum { PAGE = 4096 };
    uint64_t mask[2];
    if (text.length >= PIECE || ((uintptr_t)text.at & (PAGE - 1)) > PAGE - PIECE)
        return false;
    memcpy(word, text.at, PIECE);
    memcpy(mask, ones + PIECE - text.length, PIECE);
    word[0] &= mask[0];
    word[1] &= mask[1];
    return true;
#else
    (void)text;
    (void)word;
    return false;
#endif
}

/* The number that the slot looked at first has for it; 0: another slot has, or none. */
static inline uint64_t first_number(struct part part, uint64_t low, uint64_t high)
{
    const struct piece *piece = &part.piece[place_of(low, high) & part.mask];
    return piece->word[0] == low && piece->word[1] == high ? piece->number : 0;
}

bool hz_tally_code_texts(struct hz_tally_codes *codes, size_t k, const struct hz_text text[],
                         const uint16_t row[], size_t count, uint64_t code[])
{
    const unsigned bits = codes->bits;
    struct part part = codes->part[k];
    if (codes->parts == 0)
        return false;
    for (size_t i = 0; i < count; i++) {
        uint64_t word[2], number = 0;
        if (read_short(text[row[i]], word))
            number = first_number(part, word[0], word[1]);
        if (number == 0) {
            number = number_of_text(codes, &codes->part[k], text[row[i]]);
            part = codes->part[k];
        }
        if (number == 0)
            return false;
        code[i] = code[i] << bits | number;
    }
    return true;
}

bool hz_tally_code_numbers(struct hz_tally_codes *codes, size_t k, const int64_t value[],
                           const uint16_t row[], size_t count, uint64_t code[])
{
    const unsigned bits = codes->bits;
    struct part part = codes->part[k];
    if (codes->parts == 0)
        return false;
    for (size_t i = 0; i < count; i++) {
        const uint64_t word = (uint64_t)value[row[i]];
        uint64_t number = first_number(part, word, 0);
        if (number == 0) {
            number = number_of(codes, &codes->part[k], word, 0);
            part = codes->part[k];
        }
        if (number == 0)
            return false;
        code[i] = code[i] << bits | number;
    }
    return true;
}

static struct given *find(const struct hz_tally_codes *codes, uint64_t code)
{
    size_t at = (size_t)(code * UINT64_C(0x9E3779B97F4A7C15) >> 32);
    while (codes->given[at & codes->mask].code != 0 && codes->given[at & codes->mask].code != code)
        at++;
    return &codes->given[at & codes->mask];
}

void hz_tally_code_find(const struct hz_tally_codes *codes, const uint64_t code[], size_t count,
                        void *record[])
{
    for (size_t i = 0; i < count; i++)
        record[i] = find(codes, code[i])->record;
}

void hz_tally_code_give(struct hz_tally_codes *codes, uint64_t code, void *record)
{
    struct given *given = find(codes, code);
    codes->count += given->code == 0;
    *given = (struct given){code, record};
    if (codes->count * (codes->mask < SMALL ? 8 : 2) <= codes->mask)
        return;
    struct given *old = codes->given;
    const size_t slots = codes->mask + 1;
    codes->given = hz_allocate(slots * 2, sizeof *codes->given);
    codes->mask = slots * 2 - 1;
    for (size_t i = 0; i < slots; i++)
        if (old[i].code != 0)
            *find(codes, old[i].code) = old[i];
    free(old);
}

/*
 * tally_table.h: what a tally is made of, for the files that make it: tally.c has the table and its
 * rows, tally_batch.c adds the rows of a batch in columns, tally_entry.c and tally_book.c read and
 * settle what rows have said of subjects, tally_sort.c puts the records in order. Others look at a
 * tally through tally.h.
 */

#ifndef HZ_STREAM_TALLY_TABLE_H
#define HZ_STREAM_TALLY_TABLE_H

#include "base/arena.h"
#include "base/linkage.h"
#include "base/memory.h"
#include "stream/tally.h"
#include "stream/tally_code.h"
#include "stream/tally_key.h"

HZ_BEGIN_C

/*
 * A record holds its key, as tally_key.h writes it, behind its values, so that joining a row
 * touches a slot and one stretch of memory.
 *
 * Where all values are sums, they are kept in 64 bits, which is half of that memory: what does not
 * fit into one is added to the same value of `beyond`, so that the two together are exact.
 */
struct hz_tally_record {
    uint32_t length; /* of the key */
    uint32_t number; /* in the order of coming */
    hz_sum *beyond;  /* NULL: nothing */
    hz_sum value[];  /* or int64_t, of sums alone; then the key */
};

struct hz_tally_slot {
    uint64_t hash;
    struct hz_tally_record *record; /* NULL: free */
};

/* Up to so many groups all of them are in a core's cache, and rows need not wait. */
enum { HZ_TALLY_FEW = 1 << 12 };

/* Others wait until there are so many of them; memory comes in lines of so many bytes. */
enum { HZ_TALLY_QUEUE = 32, HZ_TALLY_LINE = 64 };

struct hz_tally {
    struct hz_tally_layout layout;
    struct hz_tally_codes *codes; /* of rows that came in columns; NULL: none did */
    bool only_sums;
    size_t value_bytes;      /* of a record */
    bool is_plain;           /* no row says anything of a person */
    size_t distinct;         /* the value that counts persons; or as many as there are values */
    struct hz_index counted; /* them: identities whose upper half ends in the record's number */
    struct hz_tally_slot *slots;
    size_t mask; /* slots - 1, slots a power of two, at most half of them used */
    size_t size;
    struct hz_tally_record **sorted; /* of hz_tally_sort */
    struct hz_arena records;
    struct hz_tally_written waiting[HZ_TALLY_QUEUE];
    size_t waits;
    struct hz_buffer keys; /* of the rows that wait, one behind the other */
    hz_sum *values;        /* of them: HZ_TALLY_QUEUE x values */

    struct hz_book *book;              /* NULL: none */
    struct hz_tally_record **numbered; /* the records by number, if there is a book */
    size_t room;
    struct hz_book_entry note[HZ_TALLY_QUEUE]; /* what rows that wait say of a subject */
    bool has_note[HZ_TALLY_QUEUE];

    /* A thread's own, while several hand out what is in a book (settle_pieces); else NULL. */
    const struct hz_tally *whole;    /* that has the book, and the rows that entries are of */
    struct hz_tally_record **joined; /* by their numbers: what was joined to them; NULL: nothing */
    int threads;                     /* that may do so */
};

static inline const char *hz_tally_record_key(const struct hz_tally *tally,
                                              const struct hz_tally_record *record)
{
    return (const char *)record->value + tally->value_bytes;
}

static inline uint64_t hz_tally_word(const char *at)
{
    uint64_t word;
    memcpy(&word, at, HZ_TALLY_WORD);
    return word;
}

/* The values of a record, each whole. */
static inline void hz_tally_record_values(const struct hz_tally *tally,
                                          const struct hz_tally_record *record, hz_sum value[])
{
    const int64_t *narrow = (const int64_t *)(const void *)record->value;
    for (size_t v = 0; v < tally->layout.values; v++)
        value[v] = !tally->only_sums ? record->value[v]
                   : record->beyond  ? narrow[v] + record->beyond[v]
                                     : narrow[v];
}

/* A person that was counted, without the record's number. */
static inline hz_sum hz_tally_person_of(struct hz_identity counted)
{
    return (hz_sum)(counted.high >> 32) << 64 | (hz_sum)counted.low;
}

/* The record that an entry's row is. */
static inline struct hz_tally_record *hz_tally_numbered(const struct hz_tally *tally,
                                                        uint32_t number)
{
    return (tally->whole ? tally->whole : tally)->numbered[number];
}

/* Joins values into the record of a key, which is made if need be; a key as it was written. */
struct hz_tally_record *hz_tally_put(struct hz_tally *tally, struct hz_text key, uint64_t hash,
                                     const hz_sum value[]);
struct hz_tally_record *hz_tally_put_key(struct hz_tally *tally, const struct hz_key key[],
                                         const hz_sum value[]);

/* Adds to a value what does not fit into its 64 bits; all values are sums. */
void hz_tally_add_beyond(struct hz_tally *tally, struct hz_tally_record *record, size_t v,
                         hz_sum more);

/* No row waits any more. */
void hz_tally_flush(struct hz_tally *tally);

/* How the tally's book looks at its entries; a visit may add to the tally. */
struct hz_book_keeper hz_tally_keeper(struct hz_tally *tally);

/* What rows have said of subjects, once no row waits. */
void hz_tally_write_notes(struct hz_tally *tally, const struct hz_book_entry note[], size_t notes);

HZ_END_C

#endif

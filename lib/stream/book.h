/*
 * book.h: what rows say of a subject (a claim) that is not known before all of its rows have been
 * seen: parts that add up, payments that were taken back, the status that stands.
 *
 * An entry is what the rows of one subject say under one row of a tally: whole numbers, joined by
 * the tally's rules (HZ_VALUE_SUM, HZ_VALUE_MAX, HZ_VALUE_OF_MAX). Entries are kept as bytes, 12
 * for the subject and some for each number, in pieces by the subject's first byte: nothing is
 * looked up while rows come. A piece that has grown twofold is sorted and its entries joined. A
 * subject of some rows takes 25 to 60 bytes, in any order of rows.
 *
 * If a subject's rows stand together, it is handed out when the next one begins, and of it 8 bytes
 * are left, to tell if it comes back. What stands at a cut, where a stretch of rows begins or ends,
 * stays in the book until the other side of the cut is joined to it.
 */

#ifndef HZ_STREAM_BOOK_H
#define HZ_STREAM_BOOK_H

#include "base/identity.h"
#include "base/linkage.h"

HZ_BEGIN_C

enum { HZ_BOOK_FIELDS = 8 };

/*
 * How two numbers of one entry are joined: as the rules of a tally of those names; a sum beyond 64
 * bits stays at its end of them.
 */
enum hz_book_rule { HZ_BOOK_SUM, HZ_BOOK_MAX, HZ_BOOK_OF_MAX };

struct hz_book_layout {
    size_t fields;
    struct {
        const char *name; /* borrowed */
        enum hz_book_rule rule;
    } field[HZ_BOOK_FIELDS];
    bool is_adjacent; /* a subject's rows stand together */
};

/* 96 bits of a subject's identity: among 10^9 the chance that two are one is 10^-11. */
struct hz_subject {
    uint64_t low;
    uint32_t high;
};

struct hz_book_entry {
    struct hz_subject subject;
    uint32_t row; /* of the tally: its number */
    int64_t field[HZ_BOOK_FIELDS];
};

/*
 * Whoever keeps the book: `order` compares two rows of the tally, by which the entries of a subject
 * are sorted; `visit` takes all entries of one subject, one a row.
 */
struct hz_book_keeper {
    int (*order)(void *context, uint32_t a, uint32_t b);
    void (*visit)(void *context, const struct hz_book_entry entry[], size_t count);
    void *context;
};

struct hz_book;

struct hz_book *hz_book_new(const struct hz_book_layout *layout);
void hz_book_free(struct hz_book *book); /* NULL is fine */

/* Joins what a row says. A book of adjacent subjects may hand out the one before it. */
void hz_book_add(struct hz_book *book, const struct hz_book_entry *entry,
                 const struct hz_book_keeper *keeper);

/* A stretch of rows ends here, and what comes next may not follow it. */
void hz_book_cut(struct hz_book *book);

/*
 * Joins `from`, which is emptied; row[n], for each of its rows, is what its row n is in `into`.
 * Both have been cut. It costs little: the pieces are handed over as they are.
 */
void hz_book_merge(struct hz_book *into, struct hz_book *from, const uint32_t row[], size_t rows);

/*
 * Hands out each subject in the pieces from the first to the last, in the order of their numbers,
 * and leaves them in the book, which has been cut. Several threads may walk at once.
 */
enum { HZ_BOOK_PIECES = 256 };
void hz_book_walk(const struct hz_book *book, int first, int last,
                  const struct hz_book_keeper *keeper);

/* How many subjects came back after they were handed out. */
uint64_t hz_book_returned(struct hz_book *book);

/*
 * The numbers of those that were handed out, sorted, by the number's first byte, and last of those
 * that are in the book because of a cut, each once; and to take one over from elsewhere.
 */
enum { HZ_BOOK_CROSSING = HZ_BOOK_PIECES };
const uint64_t *hz_book_numbers(struct hz_book *book, int piece, size_t *count);
void hz_book_note(struct hz_book *book, uint64_t number, bool is_crossing);

HZ_END_C

#endif

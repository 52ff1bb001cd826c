/* book.c: see book.h. */

#include "stream/book.h"

#include "base/memory.h"
#include "stream/closed.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

enum { SUBJECT_BYTES = 12, VARINT_MOST = 10 };
enum { ENTRY_MOST = SUBJECT_BYTES + (1 + HZ_BOOK_FIELDS) * VARINT_MOST };
enum { FIRST_ROOM = 1 << 10, FIRST_LIMIT = 1 << 18, MERGED_MOST = 16 };
enum { FIELDS = 2 }; /* a sorter's words of an entry before its fields */

/* Entries as bytes, one after the other. */
struct piece {
    unsigned char *at;
    size_t length, room;
    size_t limit; /* beyond it entries are joined */
};

/* The pieces of a book that was merged, as they were: row[n] is what its row n is here. */
struct merged {
    struct piece piece[HZ_BOOK_PIECES];
    uint32_t *row;
    size_t rows;
};

/*
 * Room in which the entries of a piece are sorted, for one after the other. An entry is so many
 * words: the subject's first 64 bits; its others, above the row; the fields.
 */
struct sorter {
    uint64_t *entry, *sorted;
    size_t *end;
    size_t room, places;
    struct hz_book_entry *subject; /* all entries of one */
    size_t subject_room;
};

struct hz_book {
    struct hz_book_layout layout;
    size_t words; /* of an entry in a sorter */
    struct piece piece[HZ_BOOK_PIECES];
    struct merged *merged[MERGED_MOST];
    size_t merges;
    struct hz_closed closed[HZ_BOOK_PIECES + 1]; /* the last: those in pieces because of a cut */
    struct hz_book_entry *run; /* of adjacent subjects: the one whose rows are coming */
    size_t runs, run_room;
    bool run_is_first;    /* since the cut: it may have begun before that */
    struct sorter sorter; /* of pieces that are joined while rows come */
};

struct hz_book *hz_book_new(const struct hz_book_layout *layout)
{
    assert(layout->fields <= HZ_BOOK_FIELDS);
    struct hz_book *book = hz_allocate(1, sizeof *book);
    book->layout = *layout;
    book->words = FIELDS + layout->fields;
    book->run_is_first = true;
    return book;
}

static void free_sorter(struct sorter *sorter)
{
    free(sorter->entry);
    free(sorter->sorted);
    free(sorter->end);
    free(sorter->subject);
}

static void free_merged(struct merged *merged)
{
    for (int p = 0; p < HZ_BOOK_PIECES; p++)
        free(merged->piece[p].at);
    free(merged->row);
    free(merged);
}

void hz_book_free(struct hz_book *book)
{
    if (!book)
        return;
    for (int p = 0; p < HZ_BOOK_PIECES; p++)
        free(book->piece[p].at);
    for (size_t m = 0; m < book->merges; m++)
        free_merged(book->merged[m]);
    for (int p = 0; p <= HZ_BOOK_CROSSING; p++)
        free(book->closed[p].number);
    free(book->run);
    free_sorter(&book->sorter);
    free(book);
}

static int piece_of(uint64_t number)
{
    return (int)(number >> 56);
}

/* ---- Entries as bytes */

static unsigned char *put_varint(unsigned char *at, uint64_t number)
{
    for (; number >= 0x80; number >>= 7)
        *at++ = (unsigned char)(number | 0x80);
    *at++ = (unsigned char)number;
    return at;
}

static const unsigned char *get_varint(const unsigned char *at, uint64_t *number)
{
    unsigned shift = 0;
    *number = 0;
    do
        *number |= (uint64_t)(*at & 0x7F) << shift;
    while (shift += 7, *at++ & 0x80);
    return at;
}

/* Small numbers of either sign are few bytes. */
static uint64_t zigzag(int64_t number)
{
    return (uint64_t)number << 1 ^ (number < 0 ? UINT64_MAX : 0);
}

static int64_t unzigzag(uint64_t number)
{
    return (int64_t)(number >> 1 ^ (~(number & 1) + 1));
}

static void append(const struct hz_book *book, struct piece *piece,
                   const struct hz_book_entry *entry)
{
    if (piece->length + ENTRY_MOST > piece->room) {
        piece->room = piece->room ? piece->room + piece->room / 4 : FIRST_ROOM;
        piece->at = hz_reallocate(piece->at, piece->room, 1);
    }
    unsigned char *at = piece->at + piece->length;
    memcpy(at, &entry->subject.low, 8);
    memcpy(at + 8, &entry->subject.high, 4);
    at = put_varint(at + SUBJECT_BYTES, entry->row);
    for (size_t f = 0; f < book->layout.fields; f++)
        at = put_varint(at, zigzag(entry->field[f]));
    piece->length = (size_t)(at - piece->at);
}

/* An entry in a sorter's words; gives what is behind it. */
static const unsigned char *take(const struct hz_book *book, const unsigned char *at,
                                 uint64_t entry[])
{
    uint64_t row, number;
    uint32_t high;
    memcpy(&entry[0], at, 8);
    memcpy(&high, at + 8, 4);
    at = get_varint(at + SUBJECT_BYTES, &row);
    entry[1] = (uint64_t)high << 32 | row;
    for (size_t f = 0; f < book->layout.fields; f++) {
        at = get_varint(at, &number);
        entry[FIELDS + f] = (uint64_t)unzigzag(number);
    }
    return at;
}

static void read_entry(const struct hz_book *book, const uint64_t words[],
                       struct hz_book_entry *entry)
{
    entry->subject = (struct hz_subject){words[0], (uint32_t)(words[1] >> 32)};
    entry->row = (uint32_t)words[1];
    for (size_t f = 0; f < book->layout.fields; f++)
        entry->field[f] = (int64_t)words[FIELDS + f];
}

/* The most entries that a piece may have, with those of its number that were merged. */
static size_t most_entries(const struct hz_book *book, int p)
{
    const size_t least = SUBJECT_BYTES + 1 + book->layout.fields;
    size_t bytes = book->piece[p].length;
    for (size_t m = 0; m < book->merges; m++)
        bytes += book->merged[m]->piece[p].length;
    return bytes / least;
}

/* Room for so many entries, and for about as many places; gives the places' bits. */
static unsigned make_room(const struct hz_book *book, size_t most, struct sorter *sorter)
{
    unsigned bits = 1;
    while ((size_t)1 << bits < most)
        bits++;
    if (most > sorter->room) {
        sorter->room = most + most / 4;
        free(sorter->entry);
        free(sorter->sorted);
        sorter->entry = hz_reallocate(NULL, sorter->room, book->words * sizeof(uint64_t));
        sorter->sorted = hz_reallocate(NULL, sorter->room, book->words * sizeof(uint64_t));
    }
    if ((size_t)1 << bits > sorter->places) {
        sorter->places = (size_t)1 << bits;
        sorter->end = hz_reallocate(sorter->end, sorter->places + 1, sizeof *sorter->end);
    }
    return bits;
}

/* The entries of a piece, in the order of coming, and of a merged one under the rows here. */
static uint64_t *unpack(const struct hz_book *book, const struct piece *piece, const uint32_t row[],
                        uint64_t *entry)
{
    const unsigned char *at = piece->at, *end = piece->at + piece->length;
    for (; at < end; entry += book->words) {
        at = take(book, at, entry);
        if (row)
            entry[1] = (entry[1] & ~(uint64_t)UINT32_MAX) | row[(uint32_t)entry[1]];
    }
    return entry;
}

static size_t unpack_all(const struct hz_book *book, int p, uint64_t *entry)
{
    uint64_t *end = unpack(book, &book->piece[p], NULL, entry);
    for (size_t m = 0; m < book->merges; m++)
        end = unpack(book, &book->merged[m]->piece[p], book->merged[m]->row, end);
    return (size_t)(end - entry) / book->words;
}

/* ---- Order, and joining */

/* By subject, and then by row. */
static int by_subject(const void *left, const void *right)
{
    const uint64_t *a = left, *b = right;
    return a[0] != b[0] ? (a[0] > b[0]) - (a[0] < b[0]) : (a[1] > b[1]) - (a[1] < b[1]);
}

static void sort_few(uint64_t *entry, size_t count, size_t words)
{
    enum { FEW = 16 };
    const size_t bytes = words * sizeof *entry;
    if (count > FEW) {
        qsort(entry, count, bytes, by_subject);
        return;
    }
    for (size_t i = 1; i < count; i++) {
        uint64_t moved[FIELDS + HZ_BOOK_FIELDS];
        size_t at = i;
        while (at > 0 && by_subject(entry + (at - 1) * words, entry + i * words) > 0)
            at--;
        if (at == i)
            continue;
        memcpy(moved, entry + i * words, bytes);
        memmove(entry + (at + 1) * words, entry + at * words, (i - at) * bytes);
        memcpy(entry + at * words, moved, bytes);
    }
}

/* A sum keeps its sign, however many rows of how much there are. */
static int64_t add(int64_t a, int64_t b)
{
    int64_t sum;
    return __builtin_add_overflow(a, b, &sum) ? (a > 0 ? INT64_MAX : INT64_MIN) : sum;
}

/*
 * Of two that are both the largest, the one with the smaller of what goes with them, field by
 * field: no order of rows matters.
 */
static void join(const struct hz_book_layout *layout, int64_t into[], const int64_t more[])
{
    int newer = 0;
    for (size_t f = 0; f < layout->fields; f++) {
        const int64_t a = into[f], b = more[f];
        if (layout->field[f].rule == HZ_BOOK_SUM) {
            into[f] = add(a, b);
            continue;
        }
        if (layout->field[f].rule == HZ_BOOK_MAX)
            newer = (b > a) - (b < a);
        else if (newer == 0)
            newer = (b < a) - (b > a);
        if (newer > 0)
            into[f] = b;
    }
}

static inline void copy_entry(uint64_t *to, const uint64_t *from, size_t words)
{
    if (words == FIELDS + 1) /* of one field, as of persons: no call */
        memcpy(to, from, (FIELDS + 1) * sizeof *to);
    else
        memcpy(to, from, words * sizeof *to);
}

/* Sorted entries become one a subject and row; gives how many. */
static size_t join_all(const struct hz_book *book, uint64_t *entry, size_t count)
{
    const size_t words = book->words;
    uint64_t *last = entry;
    for (size_t i = 1; i < count; i++) {
        const uint64_t *next = entry + i * words;
        if (by_subject(last, next) == 0) {
            join(&book->layout, (int64_t *)last + FIELDS, (const int64_t *)next + FIELDS);
        } else {
            last += words;
            if (last != next)
                copy_entry(last, next, words);
        }
    }
    return count == 0 ? 0 : (size_t)(last - entry) / words + 1;
}

/*
 * Puts each entry at its place among 2^bits, by the bits of its number behind the first `skip`;
 * end[p] is then where place p ends.
 */
static void spread(const uint64_t *from, size_t count, size_t words, unsigned skip, unsigned bits,
                   size_t end[], uint64_t *to)
{
    const size_t places = (size_t)1 << bits;
    const uint64_t *const from_end = from + count * words;
    memset(end, 0, (places + 1) * sizeof *end);
    for (const uint64_t *entry = from; entry < from_end; entry += words)
        end[(*entry << skip >> (64 - bits)) + 1]++;
    for (size_t at = 0; at < places; at++)
        end[at + 1] += end[at];
    for (const uint64_t *entry = from; entry < from_end; entry += words)
        copy_entry(to + end[*entry << skip >> (64 - bits)]++ * words, entry, words);
}

/* Sorts entries that agree in the first `skip` bits and are spread evenly behind them. */
static void sort_spread(const uint64_t *from, size_t count, size_t words, unsigned skip,
                        unsigned bits, size_t end[], uint64_t *to)
{
    spread(from, count, words, skip, bits, end, to);
    for (size_t at = 0, first = 0; at < (size_t)1 << bits; first = end[at++])
        if (end[at] - first > 1)
            sort_few(to + first * words, end[at] - first, words);
}

/*
 * The entries of a piece, sorted, one a subject and row; gives how many. Their numbers agree in the
 * first byte and are spread evenly behind it, so each goes at once to about its place, by the bits
 * that follow. Of many the next byte parts them first, so that what is being sorted lies in a
 * core's cache.
 */
static size_t sort_piece(const struct hz_book *book, int p, struct sorter *sorter)
{
    enum { BYTE = 8, PARTS = 1 << BYTE, FEW_BITS = 15 };
    const size_t most = most_entries(book, p), words = book->words;
    if (most == 0)
        return 0;
    const unsigned bits = make_room(book, most, sorter);
    const size_t count = unpack_all(book, p, sorter->entry);
    if (bits <= FEW_BITS) {
        sort_spread(sorter->entry, count, words, BYTE, bits, sorter->end, sorter->sorted);
        return join_all(book, sorter->sorted, count);
    }
    size_t part_end[PARTS + 1];
    spread(sorter->entry, count, words, BYTE, BYTE, part_end, sorter->sorted);
    for (size_t part = 0, first = 0; part < PARTS; first = part_end[part++])
        sort_spread(sorter->sorted + first * words, part_end[part] - first, words, 2 * BYTE,
                    bits - BYTE, sorter->end, sorter->entry + first * words);
    uint64_t *const sorted = sorter->entry;
    sorter->entry = sorter->sorted;
    sorter->sorted = sorted;
    return join_all(book, sorter->sorted, count);
}

/* All entries of a piece, joined, in its own bytes; those that were merged have been forgotten. */
static void compact(struct hz_book *book, int p)
{
    const size_t count = sort_piece(book, p, &book->sorter);
    struct piece *piece = &book->piece[p];
    const size_t bytes = piece->length;
    piece->length = 0;
    for (size_t m = 0; m < book->merges; m++)
        book->merged[m]->piece[p].length = 0;
    for (size_t i = 0; i < count; i++) {
        struct hz_book_entry entry;
        read_entry(book, book->sorter.sorted + i * book->words, &entry);
        append(book, piece, &entry);
    }
    /* Where little was to be joined, there will be little. */
    const size_t next = (bytes - piece->length < bytes / 16 ? 4 : 2) * piece->length;
    piece->limit = next > FIRST_LIMIT ? next : FIRST_LIMIT;
}

static void keep(struct hz_book *book, const struct hz_book_entry *entry)
{
    const int p = piece_of(entry->subject.low);
    struct piece *piece = &book->piece[p];
    append(book, piece, entry);
    if (piece->length > (piece->limit ? piece->limit : FIRST_LIMIT))
        compact(book, p);
}

/* Sorts what one subject's rows said under each row of the tally, and hands it out. */
static void hand_out(const struct hz_book_keeper *keeper, struct hz_book_entry *entry, size_t count)
{
    for (size_t i = 1; i < count; i++) { /* few, and nearly in order */
        const struct hz_book_entry moved = entry[i];
        size_t at = i;
        for (; at > 0 && keeper->order(keeper->context, entry[at - 1].row, moved.row) > 0; at--)
            entry[at] = entry[at - 1];
        if (at < i)
            entry[at] = moved;
    }
    keeper->visit(keeper->context, entry, count);
}

/* ---- Subjects whose rows stand together */

void hz_book_note(struct hz_book *book, uint64_t number, bool is_crossing)
{
    hz_closed_note(&book->closed[is_crossing ? HZ_BOOK_CROSSING : piece_of(number)], number);
}

/* The subject whose rows came goes into the book, as it may go on elsewhere. */
static void keep_run(struct hz_book *book)
{
    for (size_t i = 0; i < book->runs; i++)
        keep(book, &book->run[i]);
    if (book->runs > 0)
        hz_book_note(book, book->run[0].subject.low, true);
    book->runs = 0;
}

static void end_run(struct hz_book *book, const struct hz_book_keeper *keeper)
{
    if (book->run_is_first) {
        keep_run(book);
    } else {
        const uint64_t number = book->run[0].subject.low;
        const size_t count = book->runs;
        book->runs = 0;
        hand_out(keeper, book->run, count);
        hz_book_note(book, number, false);
    }
    book->run_is_first = false;
}

static void add_to_run(struct hz_book *book, const struct hz_book_entry *entry)
{
    for (size_t i = 0; i < book->runs; i++)
        if (book->run[i].row == entry->row) {
            join(&book->layout, book->run[i].field, entry->field);
            return;
        }
    if (book->runs == book->run_room) {
        book->run_room = book->run_room ? 2 * book->run_room : 8;
        book->run = hz_reallocate(book->run, book->run_room, sizeof *book->run);
    }
    book->run[book->runs++] = *entry;
}

void hz_book_add(struct hz_book *book, const struct hz_book_entry *entry,
                 const struct hz_book_keeper *keeper)
{
    if (!book->layout.is_adjacent) {
        keep(book, entry);
        return;
    }
    if (book->runs > 0 && (book->run[0].subject.low != entry->subject.low ||
                           book->run[0].subject.high != entry->subject.high))
        end_run(book, keeper);
    add_to_run(book, entry);
}

void hz_book_cut(struct hz_book *book)
{
    keep_run(book);
    book->run_is_first = true;
}

/* ---- All of it */

/* What was merged becomes the book's own, so that there is room for more. */
static void take_in(struct hz_book *book)
{
    for (int p = 0; p < HZ_BOOK_PIECES; p++)
        compact(book, p);
    while (book->merges > 0)
        free_merged(book->merged[--book->merges]);
}

static void add_merged(struct hz_book *into, struct merged *merged)
{
    if (into->merges == MERGED_MOST)
        take_in(into);
    into->merged[into->merges++] = merged;
}

void hz_book_merge(struct hz_book *into, struct hz_book *from, const uint32_t row[], size_t rows)
{
    struct merged *own = hz_allocate(1, sizeof *own);
    memcpy(own->piece, from->piece, sizeof own->piece);
    memset(from->piece, 0, sizeof from->piece);
    own->row = hz_allocate(rows, sizeof *own->row);
    own->rows = rows;
    for (size_t r = 0; r < rows; r++)
        own->row[r] = row[r];
    add_merged(into, own);
    for (size_t m = 0; m < from->merges; m++) {
        struct merged *merged = from->merged[m];
        for (size_t r = 0; r < merged->rows; r++)
            merged->row[r] = row[merged->row[r]];
        add_merged(into, merged);
    }
    from->merges = 0;
    for (int p = 0; p <= HZ_BOOK_CROSSING; p++)
        hz_closed_join(&into->closed[p], &from->closed[p]);
}

static bool same_subject(const uint64_t *a, const uint64_t *b)
{
    return a[0] == b[0] && a[1] >> 32 == b[1] >> 32;
}

/* Hands out the subject that begins with entry `from` of the sorted; gives the entry after it. */
static size_t hand_out_next(const struct hz_book *book, struct sorter *sorter, size_t from,
                            size_t count, const struct hz_book_keeper *keeper)
{
    const uint64_t *first = sorter->sorted + from * book->words, *entry = first;
    size_t entries = 0;
    for (; from + entries < count && same_subject(first, entry); entry += book->words) {
        if (entries == sorter->subject_room) {
            sorter->subject_room = sorter->subject_room ? 2 * sorter->subject_room : 16;
            sorter->subject =
                hz_reallocate(sorter->subject, sorter->subject_room, sizeof *sorter->subject);
        }
        read_entry(book, entry, &sorter->subject[entries++]);
    }
    hand_out(keeper, sorter->subject, entries);
    return from + entries;
}

void hz_book_walk(const struct hz_book *book, int first, int last,
                  const struct hz_book_keeper *keeper)
{
    struct sorter sorter = {0};
    for (int p = first; p <= last; p++) {
        const size_t count = sort_piece(book, p, &sorter);
        for (size_t from = 0; from < count;)
            from = hand_out_next(book, &sorter, from, count, keeper);
    }
    free_sorter(&sorter);
}

const uint64_t *hz_book_numbers(struct hz_book *book, int piece, size_t *count)
{
    struct hz_closed *closed = &book->closed[piece];
    if (piece == HZ_BOOK_CROSSING)
        hz_closed_sort_crossing(closed);
    else if (closed->count > 1)
        hz_closed_sort(closed);
    *count = closed->count;
    return closed->number;
}

uint64_t hz_book_returned(struct hz_book *book)
{
    uint64_t returned = 0;
    size_t count;
    for (int p = 0; p < HZ_BOOK_PIECES; p++) {
        const uint64_t *number = hz_book_numbers(book, p, &count);
        for (size_t i = 1; i < count; i++)
            returned += number[i] == number[i - 1];
    }
    const uint64_t *crossing = hz_book_numbers(book, HZ_BOOK_CROSSING, &count);
    for (size_t i = 0; i < count; i++)
        returned += hz_closed_has(&book->closed[piece_of(crossing[i])], crossing[i]);
    return returned;
}

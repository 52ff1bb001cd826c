/* book.c: see book.h. */

#include "stream/book.h"

#include "base/memory.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

enum { SUBJECT_BYTES = 12, VARINT_MOST = 10 };
enum { ENTRY_MOST = SUBJECT_BYTES + (1 + HZ_BOOK_FIELDS) * VARINT_MOST };
enum { FIRST_ROOM = 1 << 10, FIRST_LIMIT = 1 << 18 };

/* Entries as bytes, one after the other. */
struct piece {
    unsigned char *at;
    size_t length, room;
    size_t limit; /* beyond it entries are joined */
};

/* Numbers of subjects that were handed out. */
struct closed {
    uint64_t *number;
    size_t count, room;
};

/* Room in which the entries of a piece are sorted, for one after the other. */
struct sorter {
    struct hz_book_entry *entry, *sorted;
    size_t *end;
    size_t room, places;
};

struct hz_book {
    struct hz_book_layout layout;
    struct piece piece[HZ_BOOK_PIECES];
    struct closed closed[HZ_BOOK_PIECES + 1]; /* the last: those in pieces because of a cut */
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
    book->run_is_first = true;
    return book;
}

static void free_sorter(struct sorter *sorter)
{
    free(sorter->entry);
    free(sorter->sorted);
    free(sorter->end);
}

void hz_book_free(struct hz_book *book)
{
    if (!book)
        return;
    for (int p = 0; p < HZ_BOOK_PIECES; p++)
        free(book->piece[p].at);
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

static const unsigned char *take(const struct hz_book *book, const unsigned char *at,
                                 struct hz_book_entry *entry)
{
    uint64_t number;
    memcpy(&entry->subject.low, at, 8);
    memcpy(&entry->subject.high, at + 8, 4);
    at = get_varint(at + SUBJECT_BYTES, &number);
    entry->row = (uint32_t)number;
    for (size_t f = 0; f < book->layout.fields; f++) {
        at = get_varint(at, &number);
        entry->field[f] = unzigzag(number);
    }
    return at;
}

/* Room for the entries of a piece, and for about as many places; gives the places' bits. */
static unsigned make_room(const struct hz_book *book, const struct piece *piece,
                          struct sorter *sorter)
{
    const size_t least = SUBJECT_BYTES + 1 + book->layout.fields;
    const size_t most = piece->length / least + 1;
    unsigned bits = 1;
    while ((size_t)1 << bits < most)
        bits++;
    if (most > sorter->room) {
        sorter->room = most + most / 4;
        free(sorter->entry);
        free(sorter->sorted);
        sorter->entry = hz_reallocate(NULL, sorter->room, sizeof *sorter->entry);
        sorter->sorted = hz_reallocate(NULL, sorter->room, sizeof *sorter->sorted);
    }
    if ((size_t)1 << bits > sorter->places) {
        sorter->places = (size_t)1 << bits;
        sorter->end = hz_reallocate(sorter->end, sorter->places + 1, sizeof *sorter->end);
    }
    return bits;
}

/* All entries of a piece, in the order of coming. */
static size_t unpack(const struct hz_book *book, const struct piece *piece,
                     struct hz_book_entry *entry)
{
    const unsigned char *at = piece->at, *end = piece->at + piece->length;
    size_t count = 0;
    while (at < end)
        at = take(book, at, &entry[count++]);
    return count;
}

/* ---- Order, and joining */

static int compare_subjects(const struct hz_book_entry *a, const struct hz_book_entry *b)
{
    if (a->subject.low != b->subject.low)
        return a->subject.low < b->subject.low ? -1 : 1;
    return (a->subject.high > b->subject.high) - (a->subject.high < b->subject.high);
}

static int by_subject(const void *left, const void *right)
{
    const struct hz_book_entry *a = left, *b = right;
    const int order = compare_subjects(a, b);
    return order != 0 ? order : (a->row > b->row) - (a->row < b->row);
}

static void sort_few(struct hz_book_entry *entry, size_t count)
{
    enum { FEW = 16 };
    if (count > FEW) {
        qsort(entry, count, sizeof *entry, by_subject);
        return;
    }
    for (size_t i = 1; i < count; i++) {
        const struct hz_book_entry moved = entry[i];
        size_t at = i;
        for (; at > 0 && by_subject(&entry[at - 1], &moved) > 0; at--)
            entry[at] = entry[at - 1];
        if (at < i)
            entry[at] = moved;
    }
}

static size_t place_of(const struct hz_book_entry *entry, unsigned bits)
{
    return (size_t)(entry->subject.low << 8 >> (64 - bits));
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
static void join(const struct hz_book_layout *layout, struct hz_book_entry *into,
                 const struct hz_book_entry *more)
{
    int newer = 0;
    for (size_t f = 0; f < layout->fields; f++) {
        const int64_t a = into->field[f], b = more->field[f];
        if (layout->field[f].rule == HZ_BOOK_SUM) {
            into->field[f] = add(a, b);
            continue;
        }
        if (layout->field[f].rule == HZ_BOOK_MAX)
            newer = (b > a) - (b < a);
        else if (newer == 0)
            newer = (b < a) - (b > a);
        if (newer > 0)
            into->field[f] = b;
    }
}

/* Sorted entries become one a subject and row; gives how many. */
static size_t join_all(const struct hz_book *book, struct hz_book_entry *entry, size_t count)
{
    size_t kept = 0;
    for (size_t i = 0; i < count; i++)
        if (kept > 0 && by_subject(&entry[kept - 1], &entry[i]) == 0)
            join(&book->layout, &entry[kept - 1], &entry[i]);
        else
            entry[kept++] = entry[i];
    return kept;
}

/*
 * The entries of a piece, sorted, one a subject and row; gives how many. Their numbers agree in the
 * first byte and are spread evenly behind it, so each goes at once to about its place, by the bits
 * that follow.
 */
static size_t sort_piece(const struct hz_book *book, const struct piece *piece,
                         struct sorter *sorter)
{
    const unsigned bits = make_room(book, piece, sorter);
    const size_t places = (size_t)1 << bits, count = unpack(book, piece, sorter->entry);
    size_t *end = sorter->end;
    memset(end, 0, (places + 1) * sizeof *end);
    for (size_t i = 0; i < count; i++)
        end[place_of(&sorter->entry[i], bits) + 1]++;
    for (size_t p = 0; p < places; p++)
        end[p + 1] += end[p];
    for (size_t i = 0; i < count; i++)
        sorter->sorted[end[place_of(&sorter->entry[i], bits)]++] = sorter->entry[i];
    for (size_t p = 0, from = 0; p < places; from = end[p++])
        sort_few(sorter->sorted + from, end[p] - from);
    return join_all(book, sorter->sorted, count);
}

static void compact(struct hz_book *book, struct piece *piece)
{
    const size_t count = sort_piece(book, piece, &book->sorter);
    piece->length = 0;
    for (size_t i = 0; i < count; i++)
        append(book, piece, &book->sorter.sorted[i]);
    piece->limit = piece->length > FIRST_LIMIT / 2 ? 2 * piece->length : FIRST_LIMIT;
}

static void keep(struct hz_book *book, const struct hz_book_entry *entry)
{
    struct piece *piece = &book->piece[piece_of(entry->subject.low)];
    append(book, piece, entry);
    if (piece->length > (piece->limit ? piece->limit : FIRST_LIMIT))
        compact(book, piece);
}

/* Sorts what one subject's rows said under each row of the tally, and hands it out. */
static void hand_out(const struct hz_book_keeper *keeper, struct hz_book_entry *entry, size_t count)
{
    for (size_t i = 1; i < count; i++) { /* few, and nearly in order */
        const struct hz_book_entry moved = entry[i];
        size_t at = i;
        for (; at > 0 && keeper->order(keeper->context, entry[at - 1].row, moved.row) > 0; at--)
            entry[at] = entry[at - 1];
        entry[at] = moved;
    }
    keeper->visit(keeper->context, entry, count);
}

/* ---- Subjects whose rows stand together */

static void note(struct closed *closed, uint64_t number)
{
    if (closed->count == closed->room) {
        closed->room = closed->room ? closed->room + closed->room / 2 : 16;
        closed->number = hz_reallocate(closed->number, closed->room, sizeof *closed->number);
    }
    closed->number[closed->count++] = number;
}

void hz_book_note(struct hz_book *book, uint64_t number, bool is_crossing)
{
    note(&book->closed[is_crossing ? HZ_BOOK_CROSSING : piece_of(number)], number);
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
            join(&book->layout, &book->run[i], entry);
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
    if (book->runs > 0 && compare_subjects(&book->run[0], entry) != 0)
        end_run(book, keeper);
    add_to_run(book, entry);
}

void hz_book_cut(struct hz_book *book)
{
    keep_run(book);
    book->run_is_first = true;
}

/* ---- All of it */

void hz_book_merge(struct hz_book *into, struct hz_book *from, const uint32_t row[])
{
    for (int p = 0; p < HZ_BOOK_PIECES; p++) {
        struct piece *piece = &from->piece[p];
        const unsigned char *at = piece->at, *end = piece->at + piece->length;
        struct hz_book_entry entry;
        while (at < end) {
            at = take(from, at, &entry);
            entry.row = row[entry.row];
            keep(into, &entry);
        }
        free(piece->at);
        *piece = (struct piece){0};
    }
    for (int p = 0; p <= HZ_BOOK_CROSSING; p++) {
        for (size_t i = 0; i < from->closed[p].count; i++)
            note(&into->closed[p], from->closed[p].number[i]);
        from->closed[p].count = 0;
    }
}

void hz_book_walk(struct hz_book *book, const struct hz_book_keeper *keeper)
{
    struct sorter sorter = {0};
    for (int p = 0; p < HZ_BOOK_PIECES; p++) {
        if (book->piece[p].length == 0)
            continue;
        const size_t count = sort_piece(book, &book->piece[p], &sorter);
        struct hz_book_entry *entry = sorter.sorted;
        for (size_t from = 0, to; from < count; from = to) {
            for (to = from + 1; to < count; to++)
                if (compare_subjects(&entry[from], &entry[to]) != 0)
                    break;
            hand_out(keeper, entry + from, to - from);
        }
    }
    free_sorter(&sorter);
}

static int by_number(const void *left, const void *right)
{
    const uint64_t a = *(const uint64_t *)left, b = *(const uint64_t *)right;
    return (a > b) - (a < b);
}

/* As sort_piece: each number goes at once to about its place, by the bits behind its first byte. */
static void sort_numbers(struct closed *closed)
{
    unsigned bits = 1;
    while ((size_t)1 << bits < closed->count)
        bits++;
    const size_t places = (size_t)1 << bits;
    size_t *end = hz_allocate(places + 1, sizeof *end);
    uint64_t *sorted = hz_reallocate(NULL, closed->room, sizeof *sorted);
    for (size_t i = 0; i < closed->count; i++)
        end[(closed->number[i] << 8 >> (64 - bits)) + 1]++;
    for (size_t p = 0; p < places; p++)
        end[p + 1] += end[p];
    for (size_t i = 0; i < closed->count; i++)
        sorted[end[closed->number[i] << 8 >> (64 - bits)]++] = closed->number[i];
    for (size_t p = 0, from = 0; p < places; from = end[p++])
        if (end[p] - from > 1)
            qsort(sorted + from, end[p] - from, sizeof *sorted, by_number);
    free(closed->number);
    closed->number = sorted;
    free(end);
}

const uint64_t *hz_book_numbers(struct hz_book *book, int piece, size_t *count)
{
    struct closed *closed = &book->closed[piece];
    if (piece == HZ_BOOK_CROSSING && closed->count > 0)
        qsort(closed->number, closed->count, sizeof *closed->number, by_number);
    else if (closed->count > 1)
        sort_numbers(closed);
    *count = closed->count;
    return closed->number;
}

static bool is_closed(const struct hz_book *book, uint64_t number)
{
    const struct closed *closed = &book->closed[piece_of(number)];
    return closed->count > 0 && bsearch(&number, closed->number, closed->count,
                                        sizeof *closed->number, by_number) != NULL;
}

uint64_t hz_book_returned(struct hz_book *book)
{
    uint64_t returned = 0;
    for (int p = 0; p < HZ_BOOK_PIECES; p++) {
        size_t count;
        const uint64_t *number = hz_book_numbers(book, p, &count);
        for (size_t i = 1; i < count; i++)
            returned += number[i] == number[i - 1];
    }
    const struct closed *crossing = &book->closed[HZ_BOOK_CROSSING];
    for (size_t i = 0; i < crossing->count; i++)
        returned += is_closed(book, crossing->number[i]);
    return returned;
}

/*
 * tally.c: see tally.h.
 *
 * A hash table with open addressing over records in an arena, by keys that were turned into bytes
 * (tally_key.h). Rows wait in a queue until the memory that they will touch has come.
 *
 * Invariants: at most half of the slots are used; a key is in at most one record; records never
 * move. Cost: about a cache miss a row once the groups outgrow the cache, hidden by the queue;
 * memory is the number of keys, not of rows. Sorting is done once, by bytes, since keys are kept in
 * an encoding whose order is theirs.
 */

#include "stream/tally.h"

#include "base/arena.h"
#include "base/memory.h"
#include "base/parallel.h"
#include "stream/tally_code.h"
#include "stream/tally_key.h"

#include <assert.h>
#include <endian.h>
#include <inttypes.h>
#include <stdlib.h>

/*
 * A record holds its key, as tally_key.h writes it, behind its values, so that joining a row
 * touches a slot and one stretch of memory.
 *
 * Where all values are sums, they are kept in 64 bits, which is half of that memory: what does not
 * fit into one is added to the same value of `beyond`, so that the two together are exact.
 */
struct record {
    uint32_t length; /* of the key */
    uint32_t number; /* in the order of coming */
    hz_sum *beyond;  /* NULL: nothing */
    hz_sum value[];  /* or int64_t, of sums alone; then the key */
};

struct slot {
    uint64_t hash;
    struct record *record; /* NULL: free */
};

/*
 * Rows wait until there are some of them: the memory that each will touch is asked for first, and
 * comes while the others are looked up.
 */
enum { QUEUE = 32, FIRST_SLOTS = 64, WORD = HZ_TALLY_WORD, LINE = 64 };

/* Up to so many groups all of them are in a core's cache, and rows need not wait. */
enum { FEW = 1 << 12 };

struct hz_tally {
    struct hz_tally_layout layout;
    struct hz_tally_codes *codes; /* of rows that came in columns; NULL: none did */
    bool only_sums;
    size_t value_bytes;      /* of a record */
    bool is_plain;           /* no row says anything of a person */
    size_t distinct;         /* the value that counts persons; or as many as there are values */
    struct hz_index counted; /* them: identities whose upper half ends in the record's number */
    struct slot *slots;
    size_t mask; /* slots - 1, slots a power of two, at most half of them used */
    size_t size;
    struct record **sorted; /* of hz_tally_sort */
    struct hz_arena records;
    struct hz_tally_written waiting[QUEUE];
    size_t waits;
    struct hz_buffer keys; /* of the rows that wait, one behind the other */
    hz_sum *values;        /* of them: QUEUE x values */

    struct hz_book *book;     /* NULL: none */
    struct record **numbered; /* the records by number, if there is a book */
    size_t room;
    struct hz_book_entry note[QUEUE]; /* what rows that wait say of a subject */
    bool has_note[QUEUE];

    /* A thread's own, while several hand out what is in a book (settle_pieces); else NULL. */
    const struct hz_tally *whole; /* that has the book, and the rows that entries are of */
    struct record **joined;       /* by their numbers: what was joined to them; NULL: nothing */
    int threads;                  /* that may do so */
};

static const char *key_of(const struct hz_tally *tally, const struct record *record)
{
    return (const char *)record->value + tally->value_bytes;
}

struct hz_tally *hz_tally_new(const struct hz_tally_layout *layout)
{
    assert(layout->keys <= HZ_TALLY_KEYS && layout->values <= HZ_TALLY_VALUES);
    struct hz_tally *tally = hz_allocate(1, sizeof *tally);
    tally->layout = *layout;
    tally->only_sums = true;
    tally->distinct = layout->values;
    tally->counted.size = sizeof(struct hz_identity);
    for (size_t v = 0; v < layout->values; v++) {
        tally->only_sums &= layout->value[v].rule == HZ_VALUE_SUM;
        if (layout->value[v].rule == HZ_VALUE_DISTINCT)
            tally->distinct = v;
    }
    tally->value_bytes = layout->values * (tally->only_sums ? sizeof(int64_t) : sizeof(hz_sum));
    tally->is_plain = tally->distinct == layout->values;
    tally->mask = FIRST_SLOTS - 1;
    tally->slots = hz_allocate(FIRST_SLOTS, sizeof *tally->slots);
    tally->values = hz_allocate(QUEUE * layout->values, sizeof *tally->values);
    if (layout->book.fields > 0)
        tally->book = hz_book_new(&layout->book);
    return tally;
}

void hz_tally_free(struct hz_tally *tally)
{
    if (!tally)
        return;
    hz_tally_codes_free(tally->codes);
    free(tally->slots);
    free(tally->sorted);
    hz_index_free(&tally->counted);
    hz_buffer_free(&tally->keys);
    free(tally->values);
    free(tally->numbered);
    free(tally->joined);
    hz_book_free(tally->book);
    hz_arena_free(&tally->records);
    free(tally);
}

const struct hz_tally_layout *hz_tally_layout(const struct hz_tally *tally)
{
    return &tally->layout;
}

size_t hz_tally_size(const struct hz_tally *tally)
{
    return tally->size;
}

static inline uint64_t word_at(const char *at)
{
    uint64_t word;
    memcpy(&word, at, WORD);
    return word;
}

static inline bool same_key(const char *a, const char *b, size_t length)
{
    uint64_t differs = 0;
    for (size_t i = 0; i < length; i += WORD)
        differs |= word_at(a + i) ^ word_at(b + i);
    return differs == 0;
}

static struct slot *free_slot(const struct hz_tally *tally, uint64_t hash)
{
    size_t at = hash & tally->mask;
    while (tally->slots[at].record)
        at = (at + 1) & tally->mask;
    return &tally->slots[at];
}

static void grow_slots(struct hz_tally *tally)
{
    struct slot *old = tally->slots;
    size_t slots = tally->mask + 1;
    tally->slots = hz_allocate(slots * 2, sizeof *tally->slots);
    tally->mask = slots * 2 - 1;
    for (size_t i = 0; i < slots; i++)
        if (old[i].record)
            *free_slot(tally, old[i].hash) = old[i];
    free(old);
}

static void join(const struct hz_tally_layout *layout, hz_sum into[], const hz_sum more[])
{
    int newer = 0; /* whether the last maximum's newcomer is larger, 0: as large */
    for (size_t v = 0; v < layout->values; v++) {
        switch (layout->value[v].rule) {
        case HZ_VALUE_SUM:
            into[v] += more[v];
            break;
        case HZ_VALUE_MAX:
            newer = (more[v] > into[v]) - (more[v] < into[v]);
            if (newer > 0)
                into[v] = more[v];
            break;
        case HZ_VALUE_MIN:
            if (more[v] < into[v])
                into[v] = more[v];
            break;
        case HZ_VALUE_OF_MAX:
            if (newer == 0) /* of equals the one with the smaller of what goes with them */
                newer = (more[v] < into[v]) - (more[v] > into[v]);
            if (newer > 0)
                into[v] = more[v];
            break;
        case HZ_VALUE_DISTINCT: /* by count_person */
            break;
        }
    }
}

static __attribute__((noinline)) void add_beyond(struct hz_tally *tally, struct record *record,
                                                 size_t v, hz_sum more)
{
    const size_t values = tally->layout.values;
    if (!record->beyond)
        record->beyond = hz_arena_allocate(&tally->records, values, sizeof(hz_sum));
    record->beyond[v] += more;
}

static inline void add_sums(struct hz_tally *tally, struct record *record, const hz_sum more[])
{
    int64_t *into = (void *)record->value;
    for (size_t v = 0; v < tally->layout.values; v++) {
        const int64_t narrow = (int64_t)more[v];
        int64_t sum;
        if (narrow != more[v] || __builtin_add_overflow(into[v], narrow, &sum))
            add_beyond(tally, record, v, more[v]);
        else
            into[v] = sum;
    }
}

/* The values of a record, each whole. */
static void read_values(const struct hz_tally *tally, const struct record *record, hz_sum value[])
{
    const int64_t *narrow = (const void *)record->value;
    for (size_t v = 0; v < tally->layout.values; v++)
        value[v] = !tally->only_sums ? record->value[v]
                   : record->beyond  ? narrow[v] + record->beyond[v]
                                     : narrow[v];
}

static inline void join_record(struct hz_tally *tally, struct record *record, const hz_sum value[])
{
    if (tally->only_sums)
        add_sums(tally, record, value);
    else
        join(&tally->layout, record->value, value);
}

static struct record *new_record(struct hz_tally *tally, struct hz_text key, const hz_sum value[])
{
    const size_t bytes = sizeof(struct record) + tally->value_bytes + key.length;
    struct record *record = hz_arena_allocate(&tally->records, 1, bytes);
    *record = (struct record){.length = (uint32_t)key.length, .number = (uint32_t)tally->size++};
    if (key.length > 0)
        memcpy((char *)record->value + tally->value_bytes, key.at, key.length);
    if (tally->only_sums) {
        add_sums(tally, record, value);
    } else {
        memcpy(record->value, value, tally->value_bytes);
    }
    if (tally->distinct < tally->layout.values)
        record->value[tally->distinct] = 0;
    if (tally->book) {
        if (tally->size > tally->room) {
            tally->room = tally->room ? 2 * tally->room : FIRST_SLOTS;
            tally->numbered = hz_reallocate(tally->numbered, tally->room, sizeof(struct record *));
        }
        tally->numbered[record->number] = record;
    }
    return record;
}

static inline struct record *add_encoded(struct hz_tally *tally, struct hz_text key, uint64_t hash,
                                         const hz_sum value[])
{
    size_t at = hash & tally->mask;
    for (struct record *record; (record = tally->slots[at].record); at = (at + 1) & tally->mask)
        if (tally->slots[at].hash == hash && record->length == key.length &&
            same_key(key_of(tally, record), key.at, key.length)) {
            join_record(tally, record, value);
            return record;
        }
    struct record *record = new_record(tally, key, value);
    tally->slots[at] = (struct slot){hash, record};
    if (tally->size * 2 > tally->mask)
        grow_slots(tally);
    return record;
}

static struct hz_identity within(hz_sum person, uint32_t number)
{
    return (struct hz_identity){.low = (uint64_t)person,
                                .high = (uint64_t)(person >> 64) << 32 | number};
}

static hz_sum person_of(struct hz_identity counted)
{
    return (hz_sum)(counted.high >> 32) << 64 | (hz_sum)counted.low;
}

static void count_person(struct hz_tally *tally, struct record *record, hz_sum person)
{
    bool is_new;
    if (person == 0)
        return;
    hz_index_add(&tally->counted, within(person, record->number), &is_new);
    record->value[tally->distinct] += is_new;
}

/* ---- The book */

static struct record *row_of(const struct hz_tally *tally, uint32_t number)
{
    return (tally->whole ? tally->whole : tally)->numbered[number];
}

static size_t when_at(const struct hz_tally *tally, const struct record *record)
{
    return tally->layout.when == 0 ? 0 : record->length - WORD;
}

/* By the groups, and then by the time, which is the first or the last word. */
static int order_rows(void *context, uint32_t left, uint32_t right)
{
    const struct hz_tally *tally = context;
    const struct record *a = row_of(tally, left), *b = row_of(tally, right);
    const size_t groups = tally->layout.when == 0 ? WORD : 0;
    const size_t la = a->length - WORD, lb = b->length - WORD;
    const int order = hz_text_compare((struct hz_text){key_of(tally, a) + groups, la},
                                      (struct hz_text){key_of(tally, b) + groups, lb});
    return order != 0 ? order
                      : memcmp(key_of(tally, a) + when_at(tally, a),
                               key_of(tally, b) + when_at(tally, b), WORD);
}

static bool same_groups(const struct hz_tally *tally, uint32_t left, uint32_t right)
{
    const struct record *a = row_of(tally, left), *b = row_of(tally, right);
    const size_t groups = tally->layout.when == 0 ? WORD : 0;
    return a->length == b->length &&
           memcmp(key_of(tally, a) + groups, key_of(tally, b) + groups, a->length - WORD) == 0;
}

/* A subject's entries, sorted: those of the same groups together. */
static void visit_groups(void *context, const struct hz_book_entry entry[], size_t count)
{
    struct hz_tally *tally = context;
    for (size_t from = 0, to; from < count; from = to) {
        for (to = from + 1; to < count; to++)
            if (!same_groups(tally, entry[from].row, entry[to].row))
                break;
        tally->layout.visit(tally, entry + from, to - from, tally->layout.settings);
    }
}

static struct hz_book_keeper keeper_of(struct hz_tally *tally)
{
    return (struct hz_book_keeper){order_rows, visit_groups, tally};
}

int64_t hz_tally_when(const struct hz_tally *tally, const struct hz_book_entry *entry)
{
    const struct record *record = row_of(tally, entry->row);
    return hz_tally_key_integer(key_of(tally, record) + when_at(tally, record));
}

/* A thread's own record of a row, to which nothing was joined before. */
static struct record *join_first(struct hz_tally *tally, uint32_t row, const hz_sum value[])
{
    const struct record *record = row_of(tally, row);
    const struct hz_text key = {key_of(tally, record), record->length};
    return tally->joined[row] = add_encoded(tally, key, hz_tally_key_hash(key), value);
}

void hz_tally_join(struct hz_tally *tally, const struct hz_book_entry *entry, const hz_sum value[])
{
    struct record *record = tally->whole ? tally->joined[entry->row] : tally->numbered[entry->row];
    if (record)
        join_record(tally, record, value);
    else
        record = join_first(tally, entry->row, value);
    if (tally->distinct < tally->layout.values)
        count_person(tally, record, value[tally->distinct]);
}

struct hz_book *hz_tally_book(struct hz_tally *tally)
{
    return tally->book;
}

/* Once no row waits: what rows have said of subjects, which may add to the tally. */
static void write_notes(struct hz_tally *tally, const struct hz_book_entry note[], size_t notes)
{
    const struct hz_book_keeper keeper = keeper_of(tally);
    for (size_t i = 0; i < notes; i++)
        hz_book_add(tally->book, &note[i], &keeper);
}

static void settle(struct hz_tally *tally)
{
    struct hz_book_entry note[QUEUE];
    size_t notes = 0;
    const size_t values = tally->layout.values;
    const bool counts = tally->distinct < values;
    const hz_sum *person = tally->values + tally->distinct;
    for (size_t i = 0; i < tally->waits; i++) {
        const char *record =
            (const char *)tally->slots[tally->waiting[i].hash & tally->mask].record;
        const size_t bytes = sizeof(struct record) + tally->value_bytes + tally->waiting[i].length;
        for (size_t at = 0; record && at < bytes; at += LINE)
            __builtin_prefetch(record + at);
        if (counts)
            hz_index_expect_record(&tally->counted, within(person[i * values], 0));
    }
    for (size_t i = 0; i < tally->waits; i++) {
        const struct hz_tally_written *row = &tally->waiting[i];
        struct record *record =
            add_encoded(tally, (struct hz_text){tally->keys.at + row->from, row->length}, row->hash,
                        tally->values + i * values);
        if (counts)
            count_person(tally, record, person[i * values]);
        if (tally->has_note[i]) {
            note[notes] = tally->note[i];
            note[notes++].row = record->number;
            tally->has_note[i] = false;
        }
    }
    tally->waits = tally->keys.length = 0;
    if (notes > 0)
        write_notes(tally, note, notes);
}

static bool is_at_hand(const struct hz_tally *tally)
{
    return tally->size < FEW && tally->is_plain;
}

static struct record *add_at_once(struct hz_tally *tally, const struct hz_key key[],
                                  const hz_sum value[])
{
    const struct hz_tally_written row = hz_tally_key_write(&tally->layout, &tally->keys, key);
    return add_encoded(tally, (struct hz_text){tally->keys.at + row.from, row.length}, row.hash,
                       value);
}

void hz_tally_add_entry(struct hz_tally *tally, const struct hz_key key[], const hz_sum value[],
                        struct hz_identity subject, const int64_t field[])
{
    const bool waits = !is_at_hand(tally);
    struct hz_book_entry at_once, *note = waits ? &tally->note[tally->waits] : &at_once;
    note->subject = (struct hz_subject){subject.low, (uint32_t)subject.high};
    for (size_t f = 0; f < tally->layout.book.fields; f++)
        note->field[f] = field[f];
    if (waits) {
        tally->has_note[tally->waits] = true;
        hz_tally_add(tally, key, value);
        return;
    }
    note->row = add_at_once(tally, key, value)->number;
    write_notes(tally, note, 1);
}

void hz_tally_cut(struct hz_tally *tally)
{
    settle(tally);
    if (tally->book)
        hz_book_cut(tally->book);
}

void hz_tally_threads(struct hz_tally *tally, int threads)
{
    tally->threads = threads;
}

/* Pieces of a book are settled so many at a time. */
enum { STRETCH = 8, STRETCHES = HZ_BOOK_PIECES / STRETCH };

static void settle_pieces(uint64_t index, int worker, void *context)
{
    struct hz_tally **tally = context;
    const struct hz_book_keeper keeper = keeper_of(tally[worker]);
    const int first = (int)index * STRETCH;
    hz_book_walk(tally[worker]->whole->book, first, first + STRETCH - 1, &keeper);
}

/* What subjects add is summed up by each thread for itself, and joined in the end. */
static void settle_together(struct hz_tally *whole)
{
    struct hz_tally_layout layout = whole->layout;
    struct hz_tally **tally = hz_allocate((size_t)whole->threads, sizeof *tally);
    layout.book.fields = 0;
    for (int t = 0; t < whole->threads; t++) {
        tally[t] = hz_tally_new(&layout);
        tally[t]->whole = whole;
        tally[t]->joined = hz_allocate(whole->size, sizeof *tally[t]->joined);
    }
    hz_parallel_do(&(struct hz_parallel){
        .count = STRETCHES, .threads = whole->threads, .context = tally, .make = settle_pieces});
    for (int t = 0; t < whole->threads; t++) {
        hz_tally_merge(whole, tally[t]);
        hz_tally_free(tally[t]);
    }
    free(tally);
}

bool hz_tally_is_together(struct hz_tally *tally, struct hz_error *err)
{
    hz_tally_cut(tally);
    const uint64_t returned = tally->book ? hz_book_returned(tally->book) : 0;
    return returned == 0 ||
           hz_error_set(err, HZ_ERROR_DATA, HZ_NOWHERE,
                        _("rows of a claim do not stand together, of %" PRIu64 " in all: sort "
                          "the records by claim, or leave --adjacent out"),
                        returned);
}

bool hz_tally_settle(struct hz_tally *tally, size_t when, hz_tally_visit *visit,
                     const void *settings, struct hz_error *err)
{
    if (!hz_tally_is_together(tally, err))
        return false;
    tally->layout.when = when;
    tally->layout.visit = visit;
    tally->layout.settings = settings;
    if (tally->threads > 1) {
        settle_together(tally);
    } else {
        const struct hz_book_keeper keeper = keeper_of(tally);
        hz_book_walk(tally->book, 0, HZ_BOOK_PIECES - 1, &keeper);
    }
    settle(tally);
    return true;
}

void hz_tally_add(struct hz_tally *tally, const struct hz_key key[], const hz_sum value[])
{
    const size_t values = tally->layout.values;
    if (is_at_hand(tally)) {
        add_at_once(tally, key, value);
        return;
    }
    const struct hz_tally_written row = hz_tally_key_write(&tally->layout, &tally->keys, key);
    tally->keys.length += row.length;
    __builtin_prefetch(&tally->slots[row.hash & tally->mask]);
    if (tally->distinct < values)
        hz_index_expect(&tally->counted, within(value[tally->distinct], 0));
    for (size_t v = 0; v < values; v++)
        tally->values[tally->waits * values + v] = value[v];
    tally->waiting[tally->waits++] = row;
    if (tally->waits == QUEUE)
        settle(tally);
}

/* ---- Rows of a batch at once */

/* Codes of the rows' keys; false: they have none. */
static bool code_rows(struct hz_tally *tally, const struct hz_tally_columns *columns,
                      const uint16_t row[], size_t count, uint64_t code[])
{
    bool has = true;
    if (!tally->codes)
        tally->codes = hz_tally_codes_new(tally->layout.keys);
    for (size_t k = 0; k < tally->layout.keys && has; k++)
        has = tally->layout.key[k].kind == HZ_KEY_TEXT
                  ? hz_tally_code_texts(tally->codes, k, columns->text[k], row, count, code)
                  : hz_tally_code_numbers(tally->codes, k, columns->integer[k], row, count, code);
    return has;
}

static void add_narrow(struct hz_tally *tally, struct record *record,
                       const struct hz_tally_columns *columns, size_t row)
{
    int64_t *into = (void *)record->value;
    for (size_t v = 0; v < tally->layout.values; v++) {
        const int64_t more = columns->value[v][row];
        int64_t sum;
        if (__builtin_add_overflow(into[v], more, &sum))
            add_beyond(tally, record, v, more);
        else
            into[v] = sum;
    }
}

static void read_row(const struct hz_tally *tally, const struct hz_tally_columns *columns,
                     size_t row, struct hz_key key[], hz_sum value[])
{
    for (size_t k = 0; k < tally->layout.keys; k++)
        if (tally->layout.key[k].kind == HZ_KEY_TEXT)
            key[k].text = columns->text[k][row];
        else
            key[k].integer = columns->integer[k][row];
    for (size_t v = 0; v < tally->layout.values; v++)
        value[v] = columns->value[v][row];
}

void hz_tally_add_rows(struct hz_tally *tally, const struct hz_tally_columns *columns,
                       const uint16_t row[], size_t count)
{
    enum { SOME = 64 }; /* the memory of so many records comes at once */
    assert(tally->only_sums);
    for (size_t done = 0; done < count; done += SOME, row += SOME) {
        const size_t some = count - done < SOME ? count - done : SOME;
        uint64_t code[SOME] = {0};
        void *record[SOME] = {NULL};
        const bool has = code_rows(tally, columns, row, some, code);
        if (has)
            hz_tally_code_find(tally->codes, code, some, record);
        for (size_t i = 0; i < some && tally->size >= FEW; i++)
            if (record[i])
                __builtin_prefetch(record[i]);
        for (size_t i = 0; i < some; i++) {
            struct hz_key key[HZ_TALLY_KEYS];
            hz_sum value[HZ_TALLY_VALUES];
            if (record[i]) {
                add_narrow(tally, record[i], columns, row[i]);
                continue;
            }
            read_row(tally, columns, row[i], key, value);
            if (has)
                hz_tally_code_give(tally->codes, code[i], add_at_once(tally, key, value));
            else
                hz_tally_add(tally, key, value);
        }
    }
}

void hz_tally_merge(struct hz_tally *into, struct hz_tally *from)
{
    hz_tally_cut(into);
    hz_tally_cut(from);
    struct record **joined = hz_allocate(from->size, sizeof(struct record *));
    for (size_t i = 0; i <= from->mask; i++) {
        const struct record *record = from->slots[i].record;
        hz_sum value[HZ_TALLY_VALUES];
        if (!record)
            continue;
        read_values(from, record, value);
        joined[record->number] =
            add_encoded(into, (struct hz_text){key_of(from, record), record->length},
                        from->slots[i].hash, value);
    }
    for (uint32_t i = 0; i < from->counted.count; i++) {
        const struct hz_identity *counted = hz_index_at(&from->counted, i);
        count_person(into, joined[(uint32_t)counted->high], person_of(*counted));
    }
    if (from->book) {
        uint32_t *row = hz_allocate(from->size, sizeof *row);
        for (size_t i = 0; i < from->size; i++)
            row[i] = joined[i]->number;
        hz_book_merge(into->book, from->book, row, from->size);
        free(row);
    }
    free(joined);
}

static int by_row(const void *a, const void *b)
{
    const struct hz_tally_counted *x = a, *y = b;
    return x->row != y->row ? (x->row > y->row) - (x->row < y->row)
                            : (x->person > y->person) - (x->person < y->person);
}

struct hz_tally_counted *hz_tally_counted(const struct hz_tally *tally, size_t *count)
{
    size_t *row = hz_allocate(tally->size, sizeof *row);
    struct hz_tally_counted *all = hz_allocate(tally->counted.count, sizeof *all);
    for (size_t i = 0; i < tally->size; i++)
        row[tally->sorted[i]->number] = i;
    *count = tally->counted.count;
    for (uint32_t i = 0; i < *count; i++) {
        const struct hz_identity *counted = hz_index_at(&tally->counted, i);
        all[i] = (struct hz_tally_counted){row[(uint32_t)counted->high], person_of(*counted)};
    }
    if (*count > 1)
        qsort(all, *count, sizeof *all, by_row);
    free(row);
    return all;
}

/* A record in the making of an order, and the word of its key that is looked at. */
struct sorting {
    uint64_t word;
    struct record *record;
};

static int by_word(const void *a, const void *b)
{
    const uint64_t x = ((const struct sorting *)a)->word, y = ((const struct sorting *)b)->word;
    return (x > y) - (x < y);
}

/*
 * Sorts records whose keys agree before `at`, a word of the keys after the other, each fetched
 * once. No key begins with all of another.
 */
static void sort_records(const struct hz_tally *tally, struct sorting list[], size_t count,
                         size_t at)
{
    for (; count > 1; at += WORD) {
        bool differs = false;
        for (size_t i = 0; i < count; i++) {
            list[i].word = be64toh(word_at(key_of(tally, list[i].record) + at));
            differs |= list[i].word != list[0].word;
        }
        if (differs)
            break;
    }
    if (count <= 1)
        return;
    qsort(list, count, sizeof *list, by_word);
    for (size_t from = 0, to; from < count; from = to) {
        for (to = from + 1; to < count && list[to].word == list[from].word;)
            to++;
        sort_records(tally, list + from, to - from, at + WORD);
    }
}

void hz_tally_sort(struct hz_tally *tally)
{
    size_t size = 0;
    hz_tally_cut(tally);
    struct sorting *list = hz_allocate(tally->size, sizeof *list);
    for (size_t i = 0; i <= tally->mask; i++)
        if (tally->slots[i].record)
            list[size++].record = tally->slots[i].record;
    sort_records(tally, list, size, 0);
    tally->sorted = hz_reallocate(tally->sorted, tally->size, sizeof *tally->sorted);
    for (size_t i = 0; i < size; i++)
        tally->sorted[i] = list[i].record;
    free(list);
}

struct hz_tally_row hz_tally_row(const struct hz_tally *tally, size_t index)
{
    enum { AHEAD = 8 }; /* records lie anywhere, and are read in order */
    if (index + AHEAD < tally->size) {
        const char *const record = (const char *)tally->sorted[index + AHEAD];
        for (size_t at = 0; at < sizeof(struct record) + tally->value_bytes + LINE; at += LINE)
            __builtin_prefetch(record + at);
    }
    struct hz_tally_row row;
    memset(row.key, 0, tally->layout.keys * sizeof *row.key);
    read_values(tally, tally->sorted[index], row.value);
    hz_tally_key_read(&tally->layout, key_of(tally, tally->sorted[index]), row.key);
    return row;
}

void hz_tally_key_of(const struct hz_tally *tally, const struct hz_book_entry *entry,
                     struct hz_key key[])
{
    hz_tally_key_read(&tally->layout, key_of(tally, row_of(tally, entry->row)), key);
}

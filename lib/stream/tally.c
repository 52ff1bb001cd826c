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

#include "stream/tally_table.h"

#include <assert.h>
#include <stdlib.h>

enum { FIRST_SLOTS = 64 };

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
    tally->values = hz_allocate(HZ_TALLY_QUEUE * layout->values, sizeof *tally->values);
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

static inline bool same_key(const char *a, const char *b, size_t length)
{
    uint64_t differs = 0;
    for (size_t i = 0; i < length; i += HZ_TALLY_WORD)
        differs |= hz_tally_word(a + i) ^ hz_tally_word(b + i);
    return differs == 0;
}

static struct hz_tally_slot *free_slot(const struct hz_tally *tally, uint64_t hash)
{
    size_t at = hash & tally->mask;
    while (tally->slots[at].record)
        at = (at + 1) & tally->mask;
    return &tally->slots[at];
}

static void grow_slots(struct hz_tally *tally)
{
    struct hz_tally_slot *old = tally->slots;
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

void hz_tally_add_beyond(struct hz_tally *tally, struct hz_tally_record *record, size_t v,
                         hz_sum more)
{
    const size_t values = tally->layout.values;
    if (!record->beyond)
        record->beyond = hz_arena_allocate(&tally->records, values, sizeof(hz_sum));
    record->beyond[v] += more;
}

static inline void add_sums(struct hz_tally *tally, struct hz_tally_record *record,
                            const hz_sum more[])
{
    int64_t *into = (void *)record->value;
    for (size_t v = 0; v < tally->layout.values; v++) {
        const int64_t narrow = (int64_t)more[v];
        int64_t sum;
        if (narrow != more[v] || __builtin_add_overflow(into[v], narrow, &sum))
            hz_tally_add_beyond(tally, record, v, more[v]);
        else
            into[v] = sum;
    }
}

static inline void join_record(struct hz_tally *tally, struct hz_tally_record *record,
                               const hz_sum value[])
{
    if (tally->only_sums)
        add_sums(tally, record, value);
    else
        join(&tally->layout, record->value, value);
}

static struct hz_tally_record *new_record(struct hz_tally *tally, struct hz_text key,
                                          const hz_sum value[])
{
    const size_t bytes = sizeof(struct hz_tally_record) + tally->value_bytes + key.length;
    struct hz_tally_record *record = hz_arena_allocate(&tally->records, 1, bytes);
    *record =
        (struct hz_tally_record){.length = (uint32_t)key.length, .number = (uint32_t)tally->size++};
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
            tally->numbered =
                hz_reallocate(tally->numbered, tally->room, sizeof(struct hz_tally_record *));
        }
        tally->numbered[record->number] = record;
    }
    return record;
}

struct hz_tally_record *hz_tally_put(struct hz_tally *tally, struct hz_text key, uint64_t hash,
                                     const hz_sum value[])
{
    size_t at = hash & tally->mask;
    for (struct hz_tally_record *record; (record = tally->slots[at].record);
         at = (at + 1) & tally->mask)
        if (tally->slots[at].hash == hash && record->length == key.length &&
            same_key(hz_tally_record_key(tally, record), key.at, key.length)) {
            join_record(tally, record, value);
            return record;
        }
    struct hz_tally_record *record = new_record(tally, key, value);
    tally->slots[at] = (struct hz_tally_slot){hash, record};
    if (tally->size * 2 > tally->mask)
        grow_slots(tally);
    return record;
}

static struct hz_identity within(hz_sum person, uint32_t number)
{
    return (struct hz_identity){.low = (uint64_t)person,
                                .high = (uint64_t)(person >> 64) << 32 | number};
}

static void count_person(struct hz_tally *tally, struct hz_tally_record *record, hz_sum person)
{
    bool is_new;
    if (person == 0)
        return;
    hz_index_add(&tally->counted, within(person, record->number), &is_new);
    record->value[tally->distinct] += is_new;
}

/* A thread's own record of a row, to which nothing was joined before. */
static struct hz_tally_record *join_first(struct hz_tally *tally, uint32_t row,
                                          const hz_sum value[])
{
    const struct hz_tally_record *record = hz_tally_numbered(tally, row);
    const struct hz_text key = {hz_tally_record_key(tally, record), record->length};
    return tally->joined[row] = hz_tally_put(tally, key, hz_tally_key_hash(key), value);
}

/* What is joined to an entry's row here; NULL: nothing yet. */
static struct hz_tally_record *joined_to(const struct hz_tally *tally,
                                         const struct hz_book_entry *entry)
{
    return tally->whole ? tally->joined[entry->row] : tally->numbered[entry->row];
}

void hz_tally_join(struct hz_tally *tally, const struct hz_book_entry *entry, const hz_sum value[])
{
    struct hz_tally_record *record = joined_to(tally, entry);
    if (record)
        join_record(tally, record, value);
    else
        record = join_first(tally, entry->row, value);
    if (tally->distinct < tally->layout.values)
        count_person(tally, record, value[tally->distinct]);
}

void hz_tally_join_sum(struct hz_tally *tally, const struct hz_book_entry *entry, size_t v,
                       int64_t more)
{
    struct hz_tally_record *record = joined_to(tally, entry);
    int64_t sum;
    assert(tally->layout.value[v].rule == HZ_VALUE_SUM);
    if (!record) {
        hz_sum value[HZ_TALLY_VALUES] = {0};
        value[v] = more;
        join_first(tally, entry->row, value);
    } else if (!tally->only_sums) {
        record->value[v] += more;
    } else {
        int64_t *into = (int64_t *)(void *)record->value + v;
        if (__builtin_add_overflow(*into, more, &sum))
            hz_tally_add_beyond(tally, record, v, more);
        else
            *into = sum;
    }
}

void hz_tally_flush(struct hz_tally *tally)
{
    struct hz_book_entry note[HZ_TALLY_QUEUE];
    size_t notes = 0;
    const size_t values = tally->layout.values;
    const bool counts = tally->distinct < values;
    const hz_sum *person = tally->values + tally->distinct;
    for (size_t i = 0; i < tally->waits; i++) {
        const char *record =
            (const char *)tally->slots[tally->waiting[i].hash & tally->mask].record;
        const size_t bytes =
            sizeof(struct hz_tally_record) + tally->value_bytes + tally->waiting[i].length;
        for (size_t at = 0; record && at < bytes; at += HZ_TALLY_LINE)
            __builtin_prefetch(record + at);
        if (counts)
            hz_index_expect_record(&tally->counted, within(person[i * values], 0));
    }
    for (size_t i = 0; i < tally->waits; i++) {
        const struct hz_tally_written *row = &tally->waiting[i];
        struct hz_tally_record *record =
            hz_tally_put(tally, (struct hz_text){tally->keys.at + row->from, row->length},
                         row->hash, tally->values + i * values);
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
        hz_tally_write_notes(tally, note, notes);
}

static bool is_at_hand(const struct hz_tally *tally)
{
    return tally->size < HZ_TALLY_FEW && tally->is_plain;
}

struct hz_tally_record *hz_tally_put_key(struct hz_tally *tally, const struct hz_key key[],
                                         const hz_sum value[])
{
    const struct hz_tally_written row = hz_tally_key_write(&tally->layout, &tally->keys, key);
    return hz_tally_put(tally, (struct hz_text){tally->keys.at + row.from, row.length}, row.hash,
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
    note->row = hz_tally_put_key(tally, key, value)->number;
    hz_tally_write_notes(tally, note, 1);
}

void hz_tally_cut(struct hz_tally *tally)
{
    hz_tally_flush(tally);
    if (tally->book)
        hz_book_cut(tally->book);
}

void hz_tally_threads(struct hz_tally *tally, int threads)
{
    tally->threads = threads;
}

void hz_tally_add(struct hz_tally *tally, const struct hz_key key[], const hz_sum value[])
{
    const size_t values = tally->layout.values;
    if (is_at_hand(tally)) {
        hz_tally_put_key(tally, key, value);
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
    if (tally->waits == HZ_TALLY_QUEUE)
        hz_tally_flush(tally);
}

void hz_tally_merge(struct hz_tally *into, struct hz_tally *from)
{
    hz_tally_cut(into);
    hz_tally_cut(from);
    struct hz_tally_record **joined = hz_allocate(from->size, sizeof(struct hz_tally_record *));
    for (size_t i = 0; i <= from->mask; i++) {
        const struct hz_tally_record *record = from->slots[i].record;
        hz_sum value[HZ_TALLY_VALUES];
        if (!record)
            continue;
        hz_tally_record_values(from, record, value);
        joined[record->number] =
            hz_tally_put(into, (struct hz_text){hz_tally_record_key(from, record), record->length},
                         from->slots[i].hash, value);
    }
    for (uint32_t i = 0; i < from->counted.count; i++) {
        const struct hz_identity *counted = hz_index_at(&from->counted, i);
        count_person(into, joined[(uint32_t)counted->high], hz_tally_person_of(*counted));
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

/* identity.c: see identity.h. */

#include "base/identity.h"

#include "base/memory.h"

#include <endian.h>
#include <stdlib.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

static struct hz_identity identity_of(XXH128_hash_t hash)
{
    return (struct hz_identity){hash.low64, hash.high64};
}

struct hz_identity hz_identity_of(struct hz_text text)
{
    return identity_of(XXH3_128bits(text.at, text.length));
}

struct hz_identity hz_identity_with(struct hz_identity of, struct hz_text text)
{
    struct hz_identity own = hz_identity_of(text);
    const uint64_t both[] = {of.low, of.high, own.low, own.high};
    return identity_of(XXH3_128bits(both, sizeof both));
}

struct hz_identity hz_identity_number(struct hz_identity of, int64_t number)
{
    const uint64_t both[] = {of.low, of.high, (uint64_t)number};
    return identity_of(XXH3_128bits(both, sizeof both));
}

struct hz_identity hz_identity_within(struct hz_identity of, struct hz_text text, int64_t number)
{
    struct hz_identity own = hz_identity_of(text);
    const uint64_t all[] = {of.low, of.high, own.low, own.high, (uint64_t)number};
    return identity_of(XXH3_128bits(all, sizeof all));
}

enum { CARD = 18 };

struct hz_identity hz_identity_person(struct hz_text id_no, struct hz_text member_id)
{
    char card[CARD];
    if (id_no.length + member_id.length == 0)
        return (struct hz_identity){0};
    const struct hz_text number = hz_text_trim(id_no);
    const struct hz_text who = number.length > 0 ? number : hz_text_trim(member_id);
    if (who.length == 0)
        return (struct hz_identity){0};
    if (who.length != CARD || who.at[CARD - 1] != 'x')
        return hz_identity_of(who);
    memcpy(card, who.at, CARD);
    card[CARD - 1] = 'X';
    return hz_identity_of((struct hz_text){card, CARD});
}

struct hz_identity hz_identity_keyed(struct hz_mac *key, struct hz_identity of)
{
    struct hz_identity keyed = {0};
    if (of.low == 0 && of.high == 0)
        return keyed;
    const uint64_t both[] = {htole64(of.low), htole64(of.high)};
    const struct hz_digest digest =
        hz_mac_of(key, (struct hz_text){(const char *)both, sizeof both});
    for (size_t i = 0; i < sizeof keyed.low; i++) {
        keyed.low = keyed.low << 8 | digest.byte[i];
        keyed.high = keyed.high << 8 | digest.byte[sizeof keyed.low + i];
    }
    return keyed;
}

bool hz_identity_is_card(struct hz_text text)
{
    size_t digits = 0;
    while (digits < text.length && hz_digit(text.at[digits]) <= 9)
        digits++;
    return text.length == CARD &&
           (digits == CARD || (digits == CARD - 1 && (text.at[digits] | 0x20) == 'x'));
}

static const struct hz_identity *identity_at(const struct hz_index *index, uint32_t number)
{
    return hz_index_at(index, number);
}

/*
 * What a slot tells of an identity beside the number of its record, in the bits that this leaves.
 */
static uint32_t mark_of(const struct hz_index *index, struct hz_identity identity)
{
    return (uint32_t)identity.high & ~index->mask;
}

/* The slot of an identity, or the free one where it would be. */
static uint32_t *slot_of(const struct hz_index *index, struct hz_identity identity)
{
    const uint32_t mark = mark_of(index, identity);
    uint32_t at = (uint32_t)identity.low & index->mask;
    for (uint32_t slot; (slot = index->slot[at]) != 0; at = (at + 1) & index->mask)
        if ((slot & ~index->mask) == mark &&
            hz_identity_equal(*identity_at(index, (slot & index->mask) - 1), identity))
            break;
    return &index->slot[at];
}

/* Puts a record that is not there: none need be looked at. */
static void put(struct hz_index *index, struct hz_identity identity, uint32_t number)
{
    uint32_t at = (uint32_t)identity.low & index->mask;
    while (index->slot[at] != 0)
        at = (at + 1) & index->mask;
    index->slot[at] = mark_of(index, identity) | (number + 1);
}

void *hz_index_find(const struct hz_index *index, struct hz_identity identity)
{
    if (!index->slot)
        return NULL;
    const uint32_t slot = *slot_of(index, identity);
    return slot == 0 ? NULL : hz_index_at(index, (slot & index->mask) - 1);
}

/* For one record more. */
static void make_room(struct hz_index *index)
{
    if (index->count < index->room)
        return;
    index->room = index->room ? index->room + index->room / 2 : 64;
    index->record = hz_reallocate(index->record, index->room, index->size);
}

/* Zeroed, at the end. */
static void *new_record(struct hz_index *index, struct hz_identity identity)
{
    void *record = hz_index_at(index, index->count++);
    memset(record, 0, index->size);
    memcpy(record, &identity, sizeof identity);
    return record;
}

enum { AHEAD = 16 }; /* records whose slots are asked for before they are needed */

static void expect_record(const struct hz_index *index, uint32_t number)
{
    if (number < index->count)
        hz_index_expect(index, *identity_at(index, number));
}

/* The most records that so many slots are good for: number + 1 of one fits under the mask. */
static uint32_t most_in(size_t slots)
{
    return (uint32_t)(slots / 3 * 2);
}

/* So many slots that the records are found, of which those before `known` have been. */
static void make_slots(struct hz_index *index, uint32_t records, uint32_t known)
{
    size_t slots = index->slot ? (size_t)index->mask + 1 : 0;
    if (records <= most_in(slots))
        return;
    for (slots = slots ? slots : 64; records > most_in(slots);)
        slots *= 2;
    free(index->slot);
    index->mask = (uint32_t)(slots - 1);
    index->slot = hz_allocate(slots, sizeof *index->slot);
    for (uint32_t i = 0; i < known; i++) {
        expect_record(index, i + AHEAD);
        put(index, *identity_at(index, i), i);
    }
}

void *hz_index_add(struct hz_index *index, struct hz_identity identity, bool *is_new)
{
    make_room(index);
    make_slots(index, index->count + 1, index->count);
    uint32_t *slot = slot_of(index, identity);
    if (is_new)
        *is_new = *slot == 0;
    if (*slot != 0)
        return hz_index_at(index, (*slot & index->mask) - 1);
    *slot = mark_of(index, identity) | (index->count + 1);
    return new_record(index, identity);
}

void *hz_index_append(struct hz_index *index, struct hz_identity identity)
{
    make_room(index);
    return new_record(index, identity);
}

void hz_index_take_up(struct hz_index *index, uint32_t from,
                      void (*join)(void *context, void *first, void *again), void *context)
{
    make_slots(index, index->count, from);
    for (uint32_t i = from; i < index->count; i++) {
        expect_record(index, i + AHEAD);
        uint32_t *slot = slot_of(index, *identity_at(index, i));
        if (*slot == 0)
            *slot = mark_of(index, *identity_at(index, i)) | (i + 1);
        else
            join(context, hz_index_at(index, (*slot & index->mask) - 1), hz_index_at(index, i));
    }
}

void hz_index_clear(struct hz_index *index)
{
    enum { FEW = 1024, MANY_TIMES = 64 };
    if (index->mask > FEW && index->count < index->mask / MANY_TIMES) {
        hz_index_free(
            index); /* a large group was before: its slots are not to be swept each time */
        return;
    }
    if (index->slot && index->count > 0)
        memset(index->slot, 0, ((size_t)index->mask + 1) * sizeof *index->slot);
    index->count = 0;
}

void hz_index_free(struct hz_index *index)
{
    free(index->record);
    free(index->slot);
    *index = (struct hz_index){.size = index->size};
}

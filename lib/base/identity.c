/* identity.c: see identity.h. */

#include "base/identity.h"

#include "base/memory.h"

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

static const struct hz_identity *identity_at(const struct hz_index *index, uint32_t number)
{
    return hz_index_at(index, number);
}

/* The slot of an identity, or the free one where it would be. */
static uint32_t *slot_of(const struct hz_index *index, struct hz_identity identity)
{
    size_t at = identity.low & index->mask;
    while (index->slot[at] != 0 &&
           !hz_identity_equal(*identity_at(index, index->slot[at] - 1), identity))
        at = (at + 1) & index->mask;
    return &index->slot[at];
}

/* The free slot for an identity that is not there: no record need be looked at. */
static uint32_t *free_slot(const struct hz_index *index, struct hz_identity identity)
{
    size_t at = identity.low & index->mask;
    while (index->slot[at] != 0)
        at = (at + 1) & index->mask;
    return &index->slot[at];
}

void *hz_index_find(const struct hz_index *index, struct hz_identity identity)
{
    if (!index->slot)
        return NULL;
    uint32_t number = *slot_of(index, identity);
    return number == 0 ? NULL : hz_index_at(index, number - 1);
}

/* Half full is the most: each slot that is passed over is a record that is fetched from memory. */
static void make_room(struct hz_index *index)
{
    if (index->count == index->room) {
        index->room = index->room ? index->room + index->room / 2 : 64;
        index->record = hz_reallocate(index->record, index->room, index->size);
    }
    const size_t slots = index->slot ? index->mask + 1 : 0;
    if ((size_t)index->count + 1 <= slots / 2)
        return;
    free(index->slot);
    index->mask = (slots ? 2 * slots : 128) - 1;
    index->slot = hz_allocate(index->mask + 1, sizeof *index->slot);
    for (uint32_t i = 0; i < index->count; i++)
        *free_slot(index, *identity_at(index, i)) = i + 1;
}

void *hz_index_add(struct hz_index *index, struct hz_identity identity, bool *is_new)
{
    void *record = hz_index_find(index, identity);
    if (is_new)
        *is_new = !record;
    if (record)
        return record;
    make_room(index);
    *free_slot(index, identity) = ++index->count;
    record = hz_index_at(index, index->count - 1);
    memset(record, 0, index->size);
    memcpy(record, &identity, sizeof identity);
    return record;
}

void hz_index_clear(struct hz_index *index)
{
    if (index->count > 0)
        memset(index->slot, 0, (index->mask + 1) * sizeof *index->slot);
    index->count = 0;
}

void hz_index_free(struct hz_index *index)
{
    free(index->record);
    free(index->slot);
    *index = (struct hz_index){.size = index->size};
}

/*
 * identity.h: who is who among millions, without keeping their names: texts become 128-bit numbers
 * (XXH3), and records are found by them. Among 10^9 different texts the chance that two have the
 * same number is 10^-21.
 */

#ifndef HZ_BASE_IDENTITY_H
#define HZ_BASE_IDENTITY_H

#include "base/digest.h"
#include "base/linkage.h"
#include "base/text.h"

HZ_BEGIN_C

/* All zero: nobody. */
struct hz_identity {
    uint64_t low, high;
};

/* Of a text; and of what a text is within, or together with, something else. The order counts. */
struct hz_identity hz_identity_of(struct hz_text text);
struct hz_identity hz_identity_with(struct hz_identity of, struct hz_text text);
struct hz_identity hz_identity_number(struct hz_identity of, int64_t number);
/* Of both at once, which is a third less work; another one than one after the other gives. */
struct hz_identity hz_identity_within(struct hz_identity of, struct hz_text text, int64_t number);

/*
 * Of a person: by the number of the identity document, or else by the membership number; a last x
 * of an identity card's number is X, and blanks around a number do not count. Nobody, all zero, if
 * both are empty.
 */
struct hz_identity hz_identity_person(struct hz_text id_no, struct hz_text member_id);

/*
 * Numbers of persons are few: who has a state of hz_identity_person's sees in a second whose they
 * are. What leaves the office is keyed: 128 bits of the HMAC-SHA-256 of the identity. Nobody stays
 * nobody.
 */
struct hz_identity hz_identity_keyed(struct hz_mac *key, struct hz_identity of);

/*
 * True of a text that looks like the number of an identity card (GB 11643): 17 digits and a digit
 * or X.
 */
bool hz_identity_is_card(struct hz_text text);

/* Nobody equals nobody: who must not count persons without a number looks for zero first. */
static inline bool hz_identity_equal(struct hz_identity a, struct hz_identity b)
{
    return a.low == b.low && a.high == b.high;
}

/*
 * Records found by identity: a set or a map of millions. Each begins with its struct hz_identity.
 * They lie in one array, in the order in which they were added; 6 to 12 bytes each come on top. A
 * pointer to a record is good until the next one is added. Set `size` (of a record) in a zeroed
 * index; hz_index_free releases it.
 *
 *     struct seen { struct hz_identity identity; int64_t rows; };
 *     struct hz_index index = {.size = sizeof(struct seen)};
 *     struct seen *seen = hz_index_add(&index, hz_identity_of(name), &is_new);
 *     seen->rows++;
 *
 * Open addressing, at most two thirds of the slots used. Looking up costs two misses of the cache
 * once the index outgrows it, one for the slot and one for the record. Who has a batch of lookups
 * hides both: hz_index_expect for all of it, then hz_index_expect_record for all, then the lookups.
 */
struct hz_index {
    size_t size;
    uint32_t count;
    char *record;
    size_t room;
    uint32_t *slot; /* number of a record from 1, under the mask; above it, bits of its identity */
    uint32_t mask;
};

/* The record, or NULL. */
void *hz_index_find(const struct hz_index *index, struct hz_identity identity);

/* The record; a new, zeroed one if there is none yet, which *is_new (or NULL) tells. */
void *hz_index_add(struct hz_index *index, struct hz_identity identity, bool *is_new);

/*
 * For who looks up seldom among many, an index in two steps: a new, zeroed record that is not
 * looked for, which costs a tenth, and, before looking up, those appended from number `from` on
 * taken up, in their order. One whose identity has a record already is joined to that one, by the
 * caller, and not found itself. Not to be mixed with hz_index_add.
 */
void *hz_index_append(struct hz_index *index, struct hz_identity identity);
void hz_index_take_up(struct hz_index *index, uint32_t from,
                      void (*join)(void *context, void *first, void *again), void *context);

/* The record of a number from 0, in the order of adding. */
static inline void *hz_index_at(const struct hz_index *index, uint32_t number)
{
    return index->record + (size_t)number * index->size;
}

/* Asks for the memory that looking up will need: for a batch of lookups to come. */
static inline void hz_index_expect(const struct hz_index *index, struct hz_identity identity)
{
    if (index->slot)
        __builtin_prefetch(&index->slot[identity.low & index->mask]);
}

/* Forgets the records, and keeps the memory: for one group after the other. */
void hz_index_clear(struct hz_index *index);

/* A step later: the record that is likely meant, not looked at yet; or NULL. */
static inline void *hz_index_expected(const struct hz_index *index, struct hz_identity identity)
{
    const uint32_t slot = index->slot ? index->slot[identity.low & index->mask] : 0;
    return slot == 0 ? NULL : hz_index_at(index, (slot & index->mask) - 1);
}

/* And asks for its memory. */
static inline void hz_index_expect_record(const struct hz_index *index, struct hz_identity identity)
{
    const char *record = (const char *)hz_index_expected(index, identity);
    if (!record)
        return;
    __builtin_prefetch(record);
    __builtin_prefetch(record + index->size - 1); /* of the next line of the cache, often */
}

/* Releases the records, and leaves an index that is empty and ready. */
void hz_index_free(struct hz_index *index);

HZ_END_C

#endif

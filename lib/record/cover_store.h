/*
 * cover_store.h: covers in flat records, 40 bytes each, in shards of blocks: by person while the
 * waiting days of each are told by those before it, then by identity, sorted, for claims to find.
 * Only covers.c and covers_settle.c look in here.
 */

#ifndef HZ_RECORD_COVER_STORE_H
#define HZ_RECORD_COVER_STORE_H

#include "base/linkage.h"
#include "record/covers.h"

HZ_BEGIN_C

/* As in struct hz_cover_record. Waiting days beyond 65535 are no other than 65535. */
struct hz_cover_kept {
    uint64_t low, person; /* low, high: of the identity */
    uint32_t high;
    hz_date start, end;
    uint32_t row;
    uint16_t waited; /* days before the start from which waiting days count */
    uint16_t held, plan;
    uint16_t units : 10, is_continuous : 1, is_swapped_out : 1, ends_paid : 1, is_by_id_no : 1,
        follows : 1, is_taken_back : 1;
} __attribute__((packed, aligned(4)));

enum { HZ_COVER_BLOCK_BITS = 10, HZ_COVER_BLOCK = 1 << HZ_COVER_BLOCK_BITS };

/* The cover of a number in its shard. */
static inline struct hz_cover_kept *hz_cover_at(const struct hz_cover_shard *shard, uint32_t number)
{
    return &shard->block[number >> HZ_COVER_BLOCK_BITS][number & (HZ_COVER_BLOCK - 1)];
}

/* Whose cover it is; one who is not named is nobody else. */
static inline uint64_t hz_cover_whose(const struct hz_cover_kept *cover)
{
    return cover->person ? cover->person : cover->low;
}

/* The shard of a person or of the half of an identity: its first bits. */
static inline size_t hz_cover_shard_of(uint64_t key)
{
    return key >> (64 - HZ_COVER_SHARD_BITS);
}

/* The bucket of a shard that covers of an identity are in. */
static inline uint32_t hz_cover_bucket(const struct hz_cover_shard *shard, uint64_t key)
{
    return shard->bits ? (uint32_t)((key << HZ_COVER_SHARD_BITS) >> (64 - shard->bits)) : 0;
}

/* Room for one cover more at the end; a new block is `spare`, or allocated if that is NULL. */
struct hz_cover_kept *hz_cover_room(struct hz_cover_shard *shard, struct hz_cover_kept **spare);

static inline hz_date hz_cover_kept_last(const struct hz_cover_kept *cover)
{
    return cover->held == HZ_HELD_TO_END ? cover->end : cover->start + cover->held;
}

HZ_END_C

#endif

/*
 * cover_store.h: covers in flat records, 24 bytes each, in shards of blocks by identity: in the
 * order of the file, then sorted, for claims to find. Who is covered lies beside a block, 12 bytes
 * a cover, if one of its covers tells it. Only covers.c and covers_settle.c look in here.
 */

#ifndef HZ_RECORD_COVER_STORE_H
#define HZ_RECORD_COVER_STORE_H

#include "base/linkage.h"
#include "record/covers.h"

HZ_BEGIN_C

/*
 * As in struct hz_cover_record. Of an identity 80 bits are kept: among 10^8 covers and as many
 * claims the chance that two are taken for one is 10^-8. Waiting days beyond 65535 are no other
 * than 65535.
 */
struct hz_cover_kept {
    uint64_t low; /* of the identity */
    uint64_t day : 22, days : 22, plan : 16, is_by_id_no : 1, ends_paid : 1, follows : 1,
        is_taken_back : 1; /* day: the start; days: from it to the end */
    uint16_t high;         /* of the identity, its first bits */
    uint16_t waited;       /* days before the start from which waiting days count */
    uint16_t held;
    uint16_t units : 10, is_continuous : 1, is_swapped_out : 1;
};

/* Who is covered, if that is told, and the row of the file. */
struct hz_cover_told {
    uint64_t person;
    uint32_t row;
} __attribute__((packed, aligned(4)));

enum { HZ_COVER_BLOCK_BITS = 10, HZ_COVER_BLOCK = 1 << HZ_COVER_BLOCK_BITS };

struct hz_cover_block {
    struct hz_cover_kept *kept;
    struct hz_cover_told *told; /* NULL: nobody */
};

/* The cover of a number in its shard, and who has it: NULL or 0, if that is not told. */
static inline struct hz_cover_kept *hz_cover_at(const struct hz_cover_shard *shard, uint32_t number)
{
    return &shard->block[number >> HZ_COVER_BLOCK_BITS].kept[number & (HZ_COVER_BLOCK - 1)];
}
static inline struct hz_cover_told *hz_cover_told_at(const struct hz_cover_shard *shard,
                                                     uint32_t number)
{
    struct hz_cover_told *told = shard->block[number >> HZ_COVER_BLOCK_BITS].told;
    return told ? &told[number & (HZ_COVER_BLOCK - 1)] : NULL;
}
static inline uint64_t hz_cover_person(const struct hz_cover_shard *shard, uint32_t number)
{
    const struct hz_cover_told *told = hz_cover_told_at(shard, number);
    return told ? told->person : 0;
}

/* The shard of an identity, by the first bits of its half. */
static inline size_t hz_cover_shard_of(uint64_t low)
{
    return low >> (64 - HZ_COVER_SHARD_BITS);
}

/* The bucket of a shard that covers of an identity are in. */
static inline uint32_t hz_cover_bucket(const struct hz_cover_shard *shard, uint64_t low)
{
    return shard->bits ? (uint32_t)((low << HZ_COVER_SHARD_BITS) >> (64 - shard->bits)) : 0;
}

/* Of an identity, what is kept. */
static inline uint16_t hz_cover_high(struct hz_identity identity)
{
    return (uint16_t)(identity.high >> 48);
}

/* Days are kept from 1790 on: all that a file can hold are after it, and before 2^22 days more. */
enum { HZ_COVER_DAY_0 = -65536 };

static inline hz_date hz_cover_kept_start(const struct hz_cover_kept *cover)
{
    return (hz_date)cover->day + HZ_COVER_DAY_0;
}
static inline hz_date hz_cover_kept_end(const struct hz_cover_kept *cover)
{
    return hz_cover_kept_start(cover) + (hz_date)cover->days;
}
static inline hz_date hz_cover_kept_last(const struct hz_cover_kept *cover)
{
    return cover->held == HZ_HELD_TO_END ? hz_cover_kept_end(cover)
                                         : hz_cover_kept_start(cover) + cover->held;
}

HZ_END_C

#endif

/*
 * covers.h: the covers of a file of members, for claims to be joined to: who is covered when, under
 * which plan, for how many units, and since when without a gap.
 */

#ifndef HZ_RECORD_COVERS_H
#define HZ_RECORD_COVERS_H

#include "base/identity.h"
#include "base/linkage.h"
#include "plan/benefit.h"
#include "plan/plans.h"

HZ_BEGIN_C

/* One cover. */
struct hz_cover_record {
    struct hz_identity identity;
    uint64_t person; /* of hz_identity_person, half of it; 0: not told */
    hz_date start, end, wait_from;
    uint32_t row;   /* of the file: settling takes covers that begin together in their order */
    uint16_t plan;  /* index in the plans */
    uint16_t units; /* at most HZ_PLAN_UNITS */
    uint16_t held;  /* days after the start on which it still held; HZ_HELD_TO_END: to its end */
    bool is_continuous : 1, is_swapped_out : 1, ends_paid : 1;
    bool is_by_id_no : 1; /* what told the person */
    bool follows : 1; /* its waiting is told by the cover before it; once settled: if any were */
};
enum { HZ_HELD_TO_END = UINT16_MAX };

/* How claims name their cover. */
enum hz_cover_key {
    HZ_KEY_MEMBER,    /* number of the enrolment */
    HZ_KEY_MEMBER_ID, /* number of the person, and the plan */
    HZ_KEY_SEAT,      /* number of the seat, and the plan */
};

enum { HZ_COVER_SHARD_BITS = 7, HZ_COVER_SHARDS = 1 << HZ_COVER_SHARD_BITS };

/* Covers whose identities begin with the same bits: cover_store.h. */
struct hz_cover_shard {
    struct hz_cover_block *block;
    uint32_t count, blocks, room;
    uint32_t *bucket; /* numbers of the first cover of each bucket, and of the end; NULL: none */
    unsigned bits;
    bool has_told;
};

/*
 * Zeroed, it is empty. 25 bytes a cover, 37 where persons are told, and 2 to 4 while they are put
 * in order.
 */
struct hz_covers {
    struct hz_cover_shard shard[HZ_COVER_SHARDS];
    struct hz_cover_record *back; /* what rows below zero take back */
    size_t backs, back_room;
    uint64_t believed; /* renewals of which no earlier cover is here */
};

/* The texts and days of one cover, as a member's record, or a claim's own columns, have them. */
struct hz_cover_facts {
    struct hz_text member, member_id, id_no, seat, plan, version, enter_type, status;
    hz_date start, end, wait_from, ended; /* HZ_NO_DATE: not told */
    int64_t units;
};

/* The identity that a cover, or a claim, has under a key. */
struct hz_identity hz_cover_identity(const struct hz_cover_facts *facts, enum hz_cover_key key);

/*
 * The order of keys in files that are sorted: by bytes, but a last x of an identity card's number
 * is X, as in the identity.
 */
int hz_cover_key_compare(enum hz_cover_key key, struct hz_text a, struct hz_text b);

/*
 * What the facts make of a cover under a plan. Its person is told by id_no, or else member_id; of a
 * seat, whose claims may name the holder by membership number only, the other way round.
 */
struct hz_cover_record hz_cover_record_of(const struct hz_cover_facts *facts, enum hz_cover_key key,
                                          const struct hz_plan *plan, size_t at);

/* False if the claim says that it is of another person than the cover's. */
bool hz_cover_is_of(const struct hz_cover_record *cover, const struct hz_cover_facts *claim);

/* The last day on which it held. */
hz_date hz_cover_last(const struct hz_cover_record *cover);

/* The cover as benefits are paid by it. */
struct hz_plan_cover hz_cover_terms(const struct hz_cover_record *cover);

/*
 * Adds a cover, in the order of the file. Several threads may, of different lanes: hz_cover_lane is
 * below HZ_MAP_LANES, and of one identity there is one.
 */
void hz_covers_add(struct hz_covers *covers, const struct hz_cover_record *cover);
unsigned hz_cover_lane(const struct hz_cover_record *cover);

/*
 * Notes a row that takes one back: the first of its identity, plan and start, of the same person,
 * units and last day if there is one.
 */
void hz_covers_take_back(struct hz_covers *covers, const struct hz_cover_record *cover);

/*
 * When all covers are there: takes back what was taken back, and says of those that do not tell
 * themselves since when waiting days count. A renewal, or a cover that does not say what it is,
 * goes on where the same person's cover before it under the plan's code did, if the plan's days of
 * grace, or fewer, lie between; after more it waits anew. A renewal without a cover before it is
 * believed to be one, and counted.
 */
void hz_covers_settle(struct hz_covers *covers, const struct hz_plans *plans, int threads);

/*
 * The cover of an identity on a day, of those settled: the one that held on the day, or else the
 * one that began last before it, or else the one that begins first; of several that begin
 * together the one whose row is the last. False if there is none at all.
 */
bool hz_covers_find(const struct hz_covers *covers, struct hz_identity identity, hz_date day,
                    struct hz_cover_record *cover);

/* The same, of those under a plan of a code: of all if it is empty. */
bool hz_covers_find_of(const struct hz_covers *covers, const struct hz_plans *plans,
                       struct hz_text code, struct hz_identity identity, hz_date day,
                       struct hz_cover_record *cover);

/* Asks for memory that finding will need: for many at once, in two steps. */
void hz_covers_expect(const struct hz_covers *covers, struct hz_identity identity);
void hz_covers_expect_record(const struct hz_covers *covers, struct hz_identity identity);

void hz_covers_free(struct hz_covers *covers);

HZ_END_C

#endif

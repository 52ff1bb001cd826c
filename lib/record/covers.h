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

/*
 * One cover, 48 bytes. Those of one identity (the terms of a member, the holders of a seat) are
 * chained.
 */
struct hz_cover_record {
    struct hz_identity identity;
    uint64_t person; /* of hz_identity_person, half of it; 0: not told */
    hz_date start, end, wait_from;
    uint32_t older; /* number of the one added before it, from 1; 0: none */
    uint16_t plan;  /* index in the plans */
    uint16_t units;
    uint16_t held; /* days after the start on which it still held; HZ_HELD_TO_END: to its end */
    bool is_continuous : 1, is_swapped_out : 1, ends_paid : 1;
    bool is_by_id_no : 1;   /* what told the person */
    bool follows : 1;       /* its waiting is told by the cover before it: see hz_covers_settle */
    bool is_taken_back : 1; /* by a row below zero: it is as if it were not there */
    bool is_believed : 1;   /* a renewal, of which no earlier cover is here */
    bool is_first : 1;      /* it may go on from an earlier cover, but none is here */
};
enum { HZ_HELD_TO_END = UINT16_MAX };

/* How claims name their cover. */
enum hz_cover_key {
    HZ_KEY_MEMBER,    /* number of the enrolment */
    HZ_KEY_MEMBER_ID, /* number of the person, and the plan */
    HZ_KEY_SEAT,      /* number of the seat, and the plan */
};

struct hz_covers {
    struct hz_index latest;        /* struct hz_cover_record: the one of each identity added last */
    struct hz_cover_record *older; /* those before it */
    uint32_t olders;
    size_t older_room;
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

void hz_covers_add(struct hz_covers *covers, const struct hz_cover_record *cover);

/* Notes a row that takes one back: the first of its identity, plan and start, of units and last day
 * like its own if there is one. */
void hz_covers_take_back(struct hz_covers *covers, const struct hz_cover_record *cover);

/*
 * When all covers are there: takes back what was taken back, and says of those that do not tell
 * themselves since when waiting days count. A renewal, or a cover that does not say what it is,
 * goes on where the same person's cover before it under the plan's code did, if the plan's days of
 * grace, or fewer, lie between; after more it waits anew. A renewal without a cover before it is
 * believed to be one, and counted.
 */
void hz_covers_settle(struct hz_covers *covers, const struct hz_plans *plans);

/*
 * The cover of an identity on a day: the one that held on the day, or else the one that began last
 * before it, or else any; NULL if there is none at all.
 */
struct hz_cover_record *hz_covers_find(const struct hz_covers *covers, struct hz_identity identity,
                                       hz_date day);

void hz_covers_free(struct hz_covers *covers);

HZ_END_C

#endif

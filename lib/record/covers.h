/*
 * covers.h: the covers of a file of members, for claims to be joined to: who is covered when, under
 * which plan, for how many units.
 */

#ifndef HZ_RECORD_COVERS_H
#define HZ_RECORD_COVERS_H

#include "base/identity.h"
#include "plan/benefit.h"
#include "plan/plans.h"
#include "stream/reader.h"

/* One cover, 48 bytes. Those of one identity (the terms of a member, the holders of a seat) are chained. */
struct hz_cover_record {
    struct hz_identity identity;
    hz_date start, end, wait_from;
    uint32_t older;  /* number of the one added before it, from 1; 0: none */
    uint32_t person; /* of the holder's identity: a check of seats. 0: not told */
    uint16_t plan;   /* index in the plans */
    uint16_t units;
    bool is_continuous, is_swapped_out;
};

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
};

/* The texts and days of one cover, as a member's record, or a claim's own columns, have them. */
struct hz_cover_facts {
    struct hz_text member, member_id, seat, plan, version, enter_type, status;
    hz_date start, end, wait_from; /* HZ_NO_DATE: not told */
    int64_t units;
};

/* The identity that a cover, or a claim, has under a key. */
struct hz_identity hz_cover_identity(const struct hz_cover_facts *facts, enum hz_cover_key key);

/* What the facts make of a cover under a plan. */
struct hz_cover_record hz_cover_record_of(const struct hz_cover_facts *facts,
                                          const struct hz_plan *plan, size_t at);

void hz_covers_add(struct hz_covers *covers, const struct hz_cover_record *cover);

/*
 * The cover of an identity on a day: the one that the day is in, or else the one that began last before
 * it, or else any; NULL if there is none at all.
 */
struct hz_cover_record *hz_covers_find(const struct hz_covers *covers, struct hz_identity identity,
                                       hz_date day);

/*
 * Reads covers from a file, one after the other: all of them into a hz_covers, or, where both inputs
 * are sorted by the key, those of one key at a time.
 */
struct hz_cover_reader;

HZ_MUST_USE bool hz_cover_reader_open(struct hz_cover_reader **reader, const char *path,
                                      const struct hz_plans *plans, enum hz_cover_key key,
                                      struct hz_error *err);
void hz_cover_reader_close(struct hz_cover_reader *reader);

/* Whether the file has the columns of a key. */
bool hz_cover_reader_has(const struct hz_cover_reader *reader, enum hz_cover_key key);

/*
 * Adds all covers. Refused (data): a row that is none, or whose plan is not known, with its place:
 * a join must not lack covers in silence.
 */
HZ_MUST_USE bool hz_covers_read(struct hz_covers *covers, struct hz_cover_reader *reader,
                                struct hz_error *err);

/*
 * Replaces the covers by those whose key is `text`, passing over smaller ones: for a claim whose key
 * is larger than that of the claims before. Refused (data) as above, and where the keys of the file fall.
 */
HZ_MUST_USE bool hz_covers_advance(struct hz_covers *covers, struct hz_cover_reader *reader,
                                   struct hz_text text, struct hz_error *err);

void hz_covers_free(struct hz_covers *covers);

#endif

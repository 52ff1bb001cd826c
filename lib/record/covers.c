/* covers.c: see covers.h. */

#include "record/covers.h"

#include "base/memory.h"
#include "record/cover_store.h"

#include <assert.h>
#include <stdlib.h>

static_assert(sizeof(struct hz_cover_kept) == 24 && sizeof(struct hz_cover_told) == 12 &&
                  HZ_PLAN_UNITS < 1 << 10,
              "24 bytes a cover, and 12 who has it");

/* ---- One cover */

struct hz_identity hz_cover_identity(const struct hz_cover_facts *facts, enum hz_cover_key key)
{
    const struct hz_text none = {0};
    switch (key) {
    case HZ_KEY_MEMBER_ID:
        return hz_identity_with(hz_identity_person(none, facts->member_id), facts->plan);
    case HZ_KEY_SEAT:
        return hz_identity_with(hz_identity_of(facts->seat), facts->plan);
    case HZ_KEY_MEMBER:
        break;
    }
    return hz_identity_of(facts->member);
}

int hz_cover_key_compare(enum hz_cover_key key, struct hz_text a, struct hz_text b)
{
    enum { CARD = 18 };
    char card[2][CARD];
    struct hz_text *text[] = {&a, &b};
    for (size_t t = 0; t < HZ_COUNT(text) && key == HZ_KEY_MEMBER_ID; t++)
        if (text[t]->length == CARD && text[t]->at[CARD - 1] == 'x') {
            memcpy(card[t], text[t]->at, CARD);
            card[t][CARD - 1] = 'X';
            text[t]->at = card[t];
        }
    return hz_text_compare(a, b);
}

static uint64_t person_of(struct hz_text number)
{
    return hz_identity_person(number, (struct hz_text){0}).low;
}

static inline bool is_word(struct hz_text text, const char *word)
{
    return text.length > 0 && hz_text_equal(text, hz_text_of(word));
}

static uint16_t held_days(const struct hz_cover_facts *facts)
{
    const int64_t days = (int64_t)facts->ended - facts->start;
    return facts->ended != HZ_NO_DATE && facts->ended < facts->end && days < HZ_HELD_TO_END
               ? (uint16_t)days
               : HZ_HELD_TO_END;
}

struct hz_cover_record hz_cover_record_of(const struct hz_cover_facts *facts, enum hz_cover_key key,
                                          const struct hz_plan *plan, size_t at)
{
    const bool has_id_no = facts->id_no.length > 0 && hz_text_trim(facts->id_no).length > 0;
    const bool is_by_id_no = has_id_no && (key != HZ_KEY_SEAT || facts->member_id.length == 0);
    const bool is_swap = is_word(facts->enter_type, "swap");
    const bool is_renewal = is_word(facts->enter_type, "renew");
    const bool is_new = is_word(facts->enter_type, "new");
    const bool has_wait = facts->wait_from != HZ_NO_DATE;
    return (struct hz_cover_record){
        .identity = hz_cover_identity(facts, key),
        .person = person_of(is_by_id_no ? facts->id_no : facts->member_id),
        .is_by_id_no = is_by_id_no,
        .start = facts->start,
        .end = facts->end,
        .wait_from = has_wait ? facts->wait_from : facts->start,
        .plan = (uint16_t)at,
        .units = (uint16_t)facts->units,
        .held = held_days(facts),
        .is_continuous = (is_renewal && !has_wait) ||
                         (is_swap && plan->has_seats && plan->swap_waiting == HZ_SWAP_WAIVES),
        .follows = !has_wait && !is_swap && !is_new,
        .ends_paid = facts->ended == HZ_NO_DATE && is_word(facts->status, "terminated_by_payout"),
        .is_swapped_out = is_word(facts->status, "swapped_out"),
    };
}

bool hz_cover_is_of(const struct hz_cover_record *cover, const struct hz_cover_facts *claim)
{
    if (cover->person == 0)
        return true;
    const uint64_t person = person_of(cover->is_by_id_no ? claim->id_no : claim->member_id);
    return person == 0 || cover->person == person;
}

hz_date hz_cover_last(const struct hz_cover_record *cover)
{
    return cover->held == HZ_HELD_TO_END ? cover->end : cover->start + cover->held;
}

struct hz_plan_cover hz_cover_terms(const struct hz_cover_record *cover)
{
    return (struct hz_plan_cover){.start = cover->start,
                                  .end = cover->end,
                                  .wait_from = cover->wait_from,
                                  .is_continuous = cover->is_continuous,
                                  .ends_paid = cover->ends_paid,
                                  .units = cover->units,
                                  .cut = cover->end - hz_cover_last(cover)};
}

/* ---- Covers and how they are found */

static struct hz_cover_kept kept_of(const struct hz_cover_record *cover)
{
    enum { DAYS = (1 << 22) - 1 };
    const int64_t waited = (int64_t)cover->start - cover->wait_from;
    return (struct hz_cover_kept){.low = cover->identity.low,
                                  .high = hz_cover_high(cover->identity),
                                  .day = (unsigned)(cover->start - HZ_COVER_DAY_0) & DAYS,
                                  .days = (unsigned)(cover->end - cover->start) & DAYS,
                                  .waited = waited < UINT16_MAX ? (uint16_t)waited : UINT16_MAX,
                                  .held = cover->held,
                                  .plan = cover->plan,
                                  .units = (unsigned)cover->units & 0x3FFU,
                                  .is_continuous = cover->is_continuous,
                                  .is_swapped_out = cover->is_swapped_out,
                                  .ends_paid = cover->ends_paid,
                                  .is_by_id_no = cover->is_by_id_no,
                                  .follows = cover->follows};
}

static struct hz_cover_record record_of(const struct hz_cover_kept *kept, uint64_t person,
                                        struct hz_identity identity)
{
    const hz_date start = hz_cover_kept_start(kept);
    return (struct hz_cover_record){.identity = identity,
                                    .person = person,
                                    .start = start,
                                    .end = hz_cover_kept_end(kept),
                                    .wait_from = start - kept->waited,
                                    .held = kept->held,
                                    .plan = kept->plan,
                                    .units = kept->units,
                                    .is_continuous = kept->is_continuous,
                                    .is_swapped_out = kept->is_swapped_out,
                                    .ends_paid = kept->ends_paid,
                                    .is_by_id_no = kept->is_by_id_no,
                                    .follows = kept->follows};
}

/* A block more at the end. */
static void add_block(struct hz_cover_shard *shard)
{
    if (shard->blocks == shard->room) {
        shard->room = shard->room ? 2 * shard->room : 4;
        shard->block = hz_reallocate(shard->block, shard->room, sizeof *shard->block);
    }
    shard->block[shard->blocks++] = (struct hz_cover_block){
        .kept = hz_reallocate(NULL, HZ_COVER_BLOCK, sizeof(struct hz_cover_kept))};
}

unsigned hz_cover_lane(const struct hz_cover_record *cover)
{
    return (unsigned)(cover->identity.low >> 60);
}

void hz_covers_add(struct hz_covers *covers, const struct hz_cover_record *cover)
{
    struct hz_cover_shard *shard = &covers->shard[hz_cover_shard_of(cover->identity.low)];
    const uint32_t number = shard->count++;
    if (number >> HZ_COVER_BLOCK_BITS == shard->blocks)
        add_block(shard);
    *hz_cover_at(shard, number) = kept_of(cover);
    struct hz_cover_block *block = &shard->block[number >> HZ_COVER_BLOCK_BITS];
    if (cover->person != 0 && !block->told) {
        block->told = hz_allocate(HZ_COVER_BLOCK, sizeof *block->told);
        shard->has_told = true;
    }
    if (cover->person != 0)
        *hz_cover_told_at(shard, number) = (struct hz_cover_told){cover->person, cover->row};
}

/* Whether of two covers, the second later in the file, a day is rather the second's. */
static bool is_better(const struct hz_cover_kept *a, const struct hz_cover_kept *b, hz_date day)
{
    const hz_date a_start = hz_cover_kept_start(a), b_start = hz_cover_kept_start(b);
    const bool a_has = day >= a_start && day <= hz_cover_kept_last(a);
    const bool b_has = day >= b_start && day <= hz_cover_kept_last(b);
    if (a_has != b_has)
        return b_has;
    const bool a_began = a_start <= day, b_began = b_start <= day;
    if (a_began != b_began)
        return b_began;
    return a_began ? b_start >= a_start : b_start <= a_start;
}

/* The numbers of the covers among which those of an identity are. */
static void range_of(const struct hz_cover_shard *shard, uint64_t low, uint32_t *from, uint32_t *to)
{
    const uint32_t bucket = shard->bucket ? hz_cover_bucket(shard, low) : 0;
    *from = shard->bucket ? shard->bucket[bucket] : 0;
    *to = shard->bucket ? shard->bucket[bucket + 1] : shard->count;
}

bool hz_covers_find(const struct hz_covers *covers, struct hz_identity identity, hz_date day,
                    struct hz_cover_record *cover)
{
    return hz_covers_find_of(covers, NULL, (struct hz_text){0}, identity, day, cover);
}

bool hz_covers_find_of(const struct hz_covers *covers, const struct hz_plans *plans,
                       struct hz_text code, struct hz_identity identity, hz_date day,
                       struct hz_cover_record *cover)
{
    const struct hz_cover_shard *shard = &covers->shard[hz_cover_shard_of(identity.low)];
    const struct hz_cover_kept *best = NULL;
    uint32_t from, to, found = 0;
    range_of(shard, identity.low, &from, &to);
    for (; from < to; from++) {
        const struct hz_cover_kept *kept = hz_cover_at(shard, from);
        if (kept->low > identity.low)
            break;
        if (kept->low == identity.low && kept->high == hz_cover_high(identity) &&
            (code.length == 0 || hz_text_equal(plans->plan[kept->plan]->code, code)) &&
            (!best || is_better(best, kept, day))) {
            best = kept;
            found = from;
        }
    }
    if (best)
        *cover = record_of(best, hz_cover_person(shard, found), identity);
    return best != NULL;
}

void hz_covers_expect(const struct hz_covers *covers, struct hz_identity identity)
{
    const struct hz_cover_shard *shard = &covers->shard[hz_cover_shard_of(identity.low)];
    if (shard->bucket)
        __builtin_prefetch(&shard->bucket[hz_cover_bucket(shard, identity.low)]);
}

void hz_covers_expect_record(const struct hz_covers *covers, struct hz_identity identity)
{
    enum { LINES = 4 }; /* of the cache: most of a bucket */
    const struct hz_cover_shard *shard = &covers->shard[hz_cover_shard_of(identity.low)];
    uint32_t from, to;
    range_of(shard, identity.low, &from, &to);
    if (from < to)
        for (int l = 0; l < LINES; l++)
            __builtin_prefetch((const char *)hz_cover_at(shard, from) + (ptrdiff_t)l * 64);
}

void hz_covers_free(struct hz_covers *covers)
{
    for (size_t s = 0; s < HZ_COVER_SHARDS; s++) {
        for (uint32_t b = 0; b < covers->shard[s].blocks; b++) {
            free(covers->shard[s].block[b].kept);
            free(covers->shard[s].block[b].told);
        }
        free(covers->shard[s].block);
        free(covers->shard[s].bucket);
    }
    free(covers->back);
    *covers = (struct hz_covers){0};
}

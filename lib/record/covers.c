/* covers.c: see covers.h. */

#include "record/covers.h"

#include "base/memory.h"

#include <assert.h>
#include <stdlib.h>

static_assert(sizeof(struct hz_cover_record) <= 48, "64 bytes a cover, with its slot");

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

static uint64_t person_of(struct hz_text number)
{
    return hz_identity_person(number, (struct hz_text){0}).low;
}

static bool is_word(struct hz_text text, const char *word)
{
    return hz_text_equal(text, hz_text_of(word));
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
    const bool has_id_no = hz_text_trim(facts->id_no).length > 0;
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
    const uint64_t person = person_of(cover->is_by_id_no ? claim->id_no : claim->member_id);
    return cover->person == 0 || person == 0 || cover->person == person;
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

void hz_covers_add(struct hz_covers *covers, const struct hz_cover_record *cover)
{
    bool is_new;
    covers->latest.size = sizeof(struct hz_cover_record);
    struct hz_cover_record *record = hz_index_add(&covers->latest, cover->identity, &is_new);
    uint32_t older = 0;
    if (!is_new) {
        if (covers->olders == covers->older_room) {
            covers->older_room = covers->older_room ? 2 * covers->older_room : 64;
            covers->older = hz_reallocate(covers->older, covers->older_room, sizeof *covers->older);
        }
        covers->older[covers->olders++] = *record;
        older = covers->olders;
    }
    *record = *cover;
    record->older = older;
}

static struct hz_cover_record *older_of(const struct hz_covers *covers,
                                        const struct hz_cover_record *cover)
{
    return cover->older > 0 ? &covers->older[cover->older - 1] : NULL;
}

static bool is_better(const struct hz_cover_record *a, const struct hz_cover_record *b, hz_date day)
{
    const bool a_has = day >= a->start && day <= hz_cover_last(a);
    const bool b_has = day >= b->start && day <= hz_cover_last(b);
    if (a_has != b_has)
        return a_has;
    const bool a_began = a->start <= day, b_began = b->start <= day;
    if (a_began != b_began)
        return a_began;
    return a_began && a->start > b->start;
}

struct hz_cover_record *hz_covers_find(const struct hz_covers *covers, struct hz_identity identity,
                                       hz_date day)
{
    struct hz_cover_record *cover = hz_index_find(&covers->latest, identity), *best = NULL;
    for (; cover; cover = older_of(covers, cover))
        if (!cover->is_taken_back && (!best || is_better(cover, best, day)))
            best = cover;
    return best;
}

void hz_covers_free(struct hz_covers *covers)
{
    hz_index_free(&covers->latest);
    free(covers->older);
    free(covers->back);
    *covers = (struct hz_covers){0};
}

/* ---- When all of them are there */

void hz_covers_take_back(struct hz_covers *covers, const struct hz_cover_record *cover)
{
    if (covers->backs == covers->back_room) {
        covers->back_room = covers->back_room ? 2 * covers->back_room : 16;
        covers->back = hz_reallocate(covers->back, covers->back_room, sizeof *covers->back);
    }
    covers->back[covers->backs++] = *cover;
}

static int likeness(const struct hz_cover_record *cover, const struct hz_cover_record *back)
{
    return 2 * (cover->units == back->units) + (hz_cover_last(cover) == hz_cover_last(back));
}

/*
 * The one that a row takes back; of several, the one most like it in units and last day, and of
 * those the one added first.
 */
static struct hz_cover_record *taken_back(const struct hz_covers *covers,
                                          const struct hz_cover_record *back)
{
    struct hz_cover_record *cover = hz_index_find(&covers->latest, back->identity), *best = NULL;
    for (; cover; cover = older_of(covers, cover))
        if (!cover->is_taken_back && cover->plan == back->plan && cover->start == back->start &&
            (!best || likeness(cover, back) >= likeness(best, back)))
            best = cover;
    return best;
}

/* A cover in the order of persons, plans and days. */
struct in_order {
    uint64_t person;
    hz_date start;
    uint32_t plan;   /* the first of its code */
    uint32_t number; /* of the latest, then of the older ones */
};

static int by_person(const void *a, const void *b)
{
    const struct in_order *x = a, *y = b;
    if (x->person != y->person)
        return x->person < y->person ? -1 : 1;
    if (x->plan != y->plan)
        return x->plan < y->plan ? -1 : 1;
    if (x->start != y->start)
        return x->start < y->start ? -1 : 1;
    return (x->number > y->number) - (x->number < y->number);
}

static struct hz_cover_record *numbered(const struct hz_covers *covers, uint32_t number)
{
    return number < covers->latest.count ? hz_index_at(&covers->latest, number)
                                         : &covers->older[number - covers->latest.count];
}

static uint32_t first_of_code(const struct hz_plans *plans, uint32_t plan)
{
    while (plan > 0 && hz_text_equal(plans->plan[plan - 1]->code, plans->plan[plan]->code))
        plan--;
    return plan;
}

/*
 * Since when a cover has waited, behind the one before it that held longest; NULL: there is none.
 */
static void follow(struct hz_covers *covers, const struct hz_plans *plans,
                   struct hz_cover_record *cover, const struct hz_cover_record *before)
{
    if (!cover->follows)
        return;
    if (!before) {
        cover->is_first = true;
        cover->is_believed = cover->is_continuous;
        covers->believed += cover->is_continuous;
        return;
    }
    const int64_t gap = (int64_t)cover->start - hz_cover_last(before) - 1;
    const bool goes_on = gap <= plans->plan[cover->plan]->grace;
    cover->is_continuous = goes_on && before->is_continuous;
    cover->wait_from = goes_on ? before->wait_from : cover->start;
}

static size_t list_in_order(const struct hz_covers *covers, const struct hz_plans *plans,
                            struct in_order *order)
{
    const uint32_t all = covers->latest.count + covers->olders;
    size_t count = 0;
    for (uint32_t n = 0; n < all; n++) {
        const struct hz_cover_record *cover = numbered(covers, n);
        if (!cover->is_taken_back)
            /* One who is not named is nobody else: covers of one enrolment follow each other. */
            order[count++] = (struct in_order){cover->person ? cover->person : cover->identity.low,
                                               cover->start, first_of_code(plans, cover->plan), n};
    }
    qsort(order, count, sizeof *order, by_person);
    return count;
}

void hz_covers_settle(struct hz_covers *covers, const struct hz_plans *plans)
{
    for (size_t b = 0; b < covers->backs; b++) {
        struct hz_cover_record *cover = taken_back(covers, &covers->back[b]);
        if (cover)
            cover->is_taken_back = true;
    }
    covers->backs = 0;
    struct in_order *order =
        hz_allocate((size_t)covers->latest.count + covers->olders, sizeof *order);
    const size_t count = list_in_order(covers, plans, order);
    const struct hz_cover_record *before = NULL;
    for (size_t i = 0; i < count; i++) {
        struct hz_cover_record *cover = numbered(covers, order[i].number);
        if (i > 0 && (order[i].person != order[i - 1].person || order[i].plan != order[i - 1].plan))
            before = NULL;
        follow(covers, plans, cover, before);
        if (!before || hz_cover_last(cover) > hz_cover_last(before))
            before = cover;
    }
    free(order);
}

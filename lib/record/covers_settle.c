/* covers_settle.c: what is done when all covers are there, see covers.h. */

#include "base/memory.h"
#include "base/parallel.h"
#include "record/cover_store.h"

#include <stdlib.h>

/* ---- In order: numbers of a shard's covers by up to three keys */

struct entry {
    uint64_t key;
    uint32_t second;
    int32_t third;
    uint32_t number;
};

static int by_keys(const void *a, const void *b)
{
    const struct entry *x = a, *y = b;
    if (x->key != y->key)
        return x->key < y->key ? -1 : 1;
    if (x->second != y->second)
        return x->second < y->second ? -1 : 1;
    if (x->third != y->third)
        return x->third < y->third ? -1 : 1;
    return (x->number > y->number) - (x->number < y->number);
}

static void sort_few(struct entry *entry, size_t count)
{
    enum { FEW = 32 };
    if (count > FEW) {
        qsort(entry, count, sizeof *entry, by_keys);
        return;
    }
    for (size_t i = 1; i < count; i++) {
        const struct entry moved = entry[i];
        size_t at = i;
        for (; at > 0 && by_keys(&moved, &entry[at - 1]) < 0; at--)
            entry[at] = entry[at - 1];
        entry[at] = moved;
    }
}

enum { IN_BUCKET = 8 }; /* about so many */

/*
 * Sorts the entries of a shard into `sorted`: keys are spread evenly, so a bucket by their next
 * bits holds few. Gives where the buckets begin, and sets how many bits there are.
 */
static uint32_t *sort_entries(struct hz_cover_shard *shard, const struct entry entry[],
                              struct entry sorted[], uint32_t count)
{
    shard->bits = 0;
    while (count >> shard->bits > IN_BUCKET)
        shard->bits++;
    const size_t buckets = (size_t)1 << shard->bits;
    uint32_t *from = hz_allocate(buckets + 2, sizeof *from), *next = from + 1;
    for (uint32_t i = 0; i < count; i++)
        from[hz_cover_bucket(shard, entry[i].key) + 2]++;
    for (size_t b = 2; b < buckets + 2; b++)
        from[b] += from[b - 1];
    for (uint32_t i = 0; i < count; i++)
        sorted[next[hz_cover_bucket(shard, entry[i].key)]++] = entry[i];
    for (size_t b = 0; b < buckets; b++)
        sort_few(sorted + from[b], from[b + 1] - from[b]);
    return from;
}

/* ---- Taken back */

/* An identity of which covers are taken back, and the first of those it has; numbers from 1. */
struct taken {
    struct hz_identity identity; /* as far as it is kept */
    uint32_t first, last;
};

struct candidate {
    struct hz_cover_kept *cover;
    uint32_t next;
};

static struct hz_identity kept_identity(uint64_t low, uint32_t high)
{
    return (struct hz_identity){low, high};
}

static int likeness(const struct hz_cover_kept *cover, const struct hz_cover_record *back)
{
    return 4 * (cover->person == back->person) + 2 * (cover->units == back->units) +
           (hz_cover_kept_last(cover) == hz_cover_last(back));
}

/* The cover that a row takes back: the one most like it, and of those the first in the file. */
static struct hz_cover_kept *taken_back(const struct candidate candidate[], uint32_t first,
                                        const struct hz_cover_record *back)
{
    struct hz_cover_kept *best = NULL;
    for (uint32_t c = first; c != 0; c = candidate[c - 1].next) {
        struct hz_cover_kept *cover = candidate[c - 1].cover;
        if (cover->is_taken_back || cover->plan != back->plan || cover->start != back->start)
            continue;
        const int more = best ? likeness(cover, back) - likeness(best, back) : 1;
        if (more > 0 || (more == 0 && cover->row < best->row))
            best = cover;
    }
    return best;
}

/* Lists the covers of the identities that are taken back from, in order. */
static struct candidate *list_candidates(const struct hz_covers *covers, struct hz_index *index)
{
    struct candidate *candidate = NULL;
    uint32_t count = 0, room = 0;
    for (size_t s = 0; s < HZ_COVER_SHARDS; s++)
        for (uint32_t n = 0; n < covers->shard[s].count; n++) {
            struct hz_cover_kept *cover = hz_cover_at(&covers->shard[s], n);
            struct taken *taken = hz_index_find(index, kept_identity(cover->low, cover->high));
            if (!taken)
                continue;
            if (count == room) {
                room = room ? 2 * room : 64;
                candidate = hz_reallocate(candidate, room, sizeof *candidate);
            }
            candidate[count++] = (struct candidate){.cover = cover};
            *(taken->first == 0 ? &taken->first : &candidate[taken->last - 1].next) = count;
            taken->last = count;
        }
    return candidate;
}

static void take_back(struct hz_covers *covers)
{
    struct hz_index index = {.size = sizeof(struct taken)};
    for (size_t b = 0; b < covers->backs; b++) {
        const struct hz_identity of = covers->back[b].identity;
        hz_index_add(&index, kept_identity(of.low, (uint32_t)(of.high >> 32)), NULL);
    }
    struct candidate *candidate = list_candidates(covers, &index);
    for (size_t b = 0; b < covers->backs; b++) {
        const struct hz_identity of = covers->back[b].identity;
        const struct taken *taken =
            hz_index_find(&index, kept_identity(of.low, (uint32_t)(of.high >> 32)));
        struct hz_cover_kept *cover = taken_back(candidate, taken->first, &covers->back[b]);
        if (cover)
            cover->is_taken_back = true;
    }
    free(candidate);
    hz_index_free(&index);
    covers->backs = 0;
}

void hz_covers_take_back(struct hz_covers *covers, const struct hz_cover_record *cover)
{
    if (covers->backs == covers->back_room) {
        covers->back_room = covers->back_room ? 2 * covers->back_room : 16;
        covers->back = hz_reallocate(covers->back, covers->back_room, sizeof *covers->back);
    }
    covers->back[covers->backs++] = *cover;
}

/* ---- Waiting days, a shard of persons at a time */

struct settling {
    struct hz_covers *covers;
    const struct hz_plans *plans;
};

static uint32_t first_of_code(const struct hz_plans *plans, uint32_t plan)
{
    while (plan > 0 && hz_text_equal(plans->plan[plan - 1]->code, plans->plan[plan]->code))
        plan--;
    return plan;
}

/*
 * Since when a cover has waited, behind the one before it that held longest; NULL: there is none.
 */
static void follow(struct hz_cover_shard *shard, const struct hz_plans *plans,
                   struct hz_cover_kept *cover, const struct hz_cover_kept *before)
{
    if (!cover->follows)
        return;
    if (!before) {
        shard->believed += cover->is_continuous;
        return;
    }
    const int64_t gap = (int64_t)cover->start - hz_cover_kept_last(before) - 1;
    const bool goes_on = gap <= plans->plan[cover->plan]->grace;
    const int64_t waited = (int64_t)cover->start - before->start + before->waited;
    cover->follows = false;
    cover->is_continuous = goes_on && before->is_continuous;
    cover->waited = !goes_on ? 0 : waited < UINT16_MAX ? (uint16_t)waited : UINT16_MAX;
}

static void follow_shard(uint64_t number, int worker, void *context)
{
    const struct settling *settling = context;
    struct hz_cover_shard *shard = &settling->covers->shard[number];
    struct entry *entry = hz_reallocate(NULL, 2 * (size_t)shard->count + 1, sizeof *entry);
    uint32_t count = 0;
    (void)worker;
    for (uint32_t n = 0; n < shard->count; n++) {
        const struct hz_cover_kept *cover = hz_cover_at(shard, n);
        if (!cover->is_taken_back)
            entry[count++] =
                (struct entry){hz_cover_whose(cover), first_of_code(settling->plans, cover->plan),
                               cover->start, n};
    }
    struct entry *sorted = entry + count;
    free(sort_entries(shard, entry, sorted, count));
    const struct hz_cover_kept *before = NULL;
    for (uint32_t i = 0; i < count; i++) {
        struct hz_cover_kept *cover = hz_cover_at(shard, sorted[i].number);
        if (i > 0 &&
            (sorted[i].key != sorted[i - 1].key || sorted[i].second != sorted[i - 1].second))
            before = NULL;
        follow(shard, settling->plans, cover, before);
        if (!before || hz_cover_kept_last(cover) > hz_cover_kept_last(before))
            before = cover;
    }
    free(entry);
}

/* ---- From shards of persons to shards of identities */

/* Blocks that are empty are filled again, so that memory does not grow. */
static void deal_anew(struct hz_covers *covers)
{
    struct hz_cover_shard *anew = hz_allocate(HZ_COVER_SHARDS, sizeof *anew);
    struct hz_cover_kept **spare = hz_allocate(HZ_COVER_SHARDS + 1, sizeof *spare);
    size_t spares = 0;
    for (size_t s = 0; s < HZ_COVER_SHARDS; s++) {
        struct hz_cover_shard *shard = &covers->shard[s];
        for (uint32_t b = 0; b < shard->blocks; b++) {
            struct hz_cover_kept *block = shard->block[b];
            const uint32_t left = shard->count - (b << HZ_COVER_BLOCK_BITS);
            for (uint32_t n = 0; n < left && n < HZ_COVER_BLOCK; n++) {
                if (block[n].is_taken_back)
                    continue;
                struct hz_cover_kept **top = spares > 0 ? &spare[spares - 1] : NULL;
                *hz_cover_room(&anew[hz_cover_shard_of(block[n].low)], top) = block[n];
                spares -= top && !*top;
            }
            if (spares < HZ_COVER_SHARDS)
                spare[spares++] = block;
            else
                free(block);
        }
        free(shard->block);
        covers->believed += shard->believed;
    }
    while (spares > 0)
        free(spare[--spares]);
    free(spare);
    memcpy(covers->shard, anew, sizeof covers->shard);
    free(anew);
}

static void sort_shard(uint64_t number, int worker, void *context)
{
    enum { FEW = 16 }; /* are looked through */
    const struct settling *settling = context;
    struct hz_cover_shard *shard = &settling->covers->shard[number];
    const uint32_t count = shard->count;
    (void)worker;
    if (count <= FEW)
        return;
    struct entry *entry = hz_reallocate(NULL, 2 * (size_t)count, sizeof *entry);
    for (uint32_t n = 0; n < count; n++) {
        const struct hz_cover_kept *cover = hz_cover_at(shard, n);
        entry[n] = (struct entry){.key = cover->low, .second = cover->high, .number = n};
    }
    struct entry *sorted = entry + count;
    shard->bucket = sort_entries(shard, entry, sorted, count);
    struct hz_cover_kept *ordered = hz_reallocate(NULL, count, sizeof *ordered);
    for (uint32_t n = 0; n < count; n++)
        ordered[n] = *hz_cover_at(shard, sorted[n].number);
    for (uint32_t n = 0; n < count; n++)
        *hz_cover_at(shard, n) = ordered[n];
    free(ordered);
    free(entry);
}

static void each_shard(struct settling *settling, int threads,
                       void (*make)(uint64_t index, int worker, void *context))
{
    for (uint64_t s = 0; s < HZ_COVER_SHARDS && threads == 1; s++)
        if (settling->covers->shard[s].count > 0)
            make(s, 0, settling);
    if (threads > 1)
        hz_parallel_do(&(struct hz_parallel){
            .count = HZ_COVER_SHARDS, .threads = threads, .context = settling, .make = make});
}

void hz_covers_settle(struct hz_covers *covers, const struct hz_plans *plans, int threads)
{
    struct settling settling = {covers, plans};
    if (covers->backs > 0)
        take_back(covers);
    each_shard(&settling, threads, follow_shard);
    deal_anew(covers);
    each_shard(&settling, threads, sort_shard);
}

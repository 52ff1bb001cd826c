/* covers_settle.c: what is done when all covers are there, see covers.h. */

#include "base/memory.h"
#include "base/parallel.h"
#include "record/cover_store.h"

#include <stdlib.h>

/* ---- Covers by up to three keys, and of those alike as they come */

struct entry {
    uint64_t key;
    uint32_t second;
    int32_t third;
    uint32_t order;
    struct hz_cover_kept *cover;
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
    return (x->order > y->order) - (x->order < y->order);
}

enum { FEW = 32, IN_BUCKET = 10 /* at most, about */ };

static void sort_few(struct entry *entry, size_t count)
{
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

static unsigned bits_for(uint32_t count)
{
    unsigned bits = 0;
    while (count >> bits > IN_BUCKET)
        bits++;
    return bits;
}

/* Of how many are in bucket b, at b + 2: where it begins, at b + 1; once placed, at b. */
static void add_up(uint32_t from[], size_t buckets)
{
    for (size_t b = 2; b < buckets + 2; b++)
        from[b] += from[b - 1];
}

/*
 * Sorts entries into `sorted`: keys are spread evenly behind their first bits, which all share, so
 * a bucket by the next ones holds few.
 */
static void sort_entries(const struct entry entry[], struct entry sorted[], uint32_t count,
                         unsigned shared)
{
    const unsigned bits = bits_for(count);
    const size_t buckets = (size_t)1 << bits;
    uint32_t *from = hz_allocate(buckets + 2, sizeof *from), *next = from + 1;
    for (uint32_t i = 0; i < count; i++)
        from[(bits ? entry[i].key << shared >> (64 - bits) : 0) + 2]++;
    add_up(from, buckets);
    for (uint32_t i = 0; i < count; i++)
        sorted[next[bits ? entry[i].key << shared >> (64 - bits) : 0]++] = entry[i];
    for (size_t b = 0; b < buckets; b++)
        sort_few(sorted + from[b], from[b + 1] - from[b]);
    free(from);
}

/* ---- Taken back */

/* An identity of which covers are taken back, and the first of those it has; numbers from 1. */
struct taken {
    struct hz_identity identity; /* as far as it is kept */
    uint32_t first, last;
};

struct candidate {
    struct hz_cover_kept *cover;
    uint64_t person;
    uint32_t next;
};

static struct hz_identity kept_identity(uint64_t low, uint16_t high)
{
    return (struct hz_identity){low, high};
}

static int likeness(const struct candidate *candidate, const struct hz_cover_record *back)
{
    const struct hz_cover_kept *cover = candidate->cover;
    return 4 * (candidate->person == back->person) + 2 * (cover->units == back->units) +
           (hz_cover_kept_last(cover) == hz_cover_last(back));
}

/* The cover that a row takes back: the one most like it, and of those the first in the file. */
static struct hz_cover_kept *taken_back(const struct candidate candidate[], uint32_t first,
                                        const struct hz_cover_record *back)
{
    struct hz_cover_kept *best = NULL;
    int most = -1;
    for (uint32_t c = first; c != 0; c = candidate[c - 1].next) {
        struct hz_cover_kept *cover = candidate[c - 1].cover;
        if (cover->is_taken_back || cover->plan != back->plan ||
            hz_cover_kept_start(cover) != back->start)
            continue;
        const int like = likeness(&candidate[c - 1], back);
        best = like > most ? cover : best;
        most = like > most ? like : most;
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
            candidate[count++] =
                (struct candidate){.cover = cover, .person = hz_cover_person(&covers->shard[s], n)};
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
        hz_index_add(&index, kept_identity(of.low, hz_cover_high(of)), NULL);
    }
    struct candidate *candidate = list_candidates(covers, &index);
    for (size_t b = 0; b < covers->backs; b++) {
        const struct hz_identity of = covers->back[b].identity;
        const struct taken *taken = hz_index_find(&index, kept_identity(of.low, hz_cover_high(of)));
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

/* The covers of a shard, one behind the other. */
struct row_of_covers {
    struct hz_cover_kept *kept;
    struct hz_cover_told *told; /* NULL: nobody is */
    uint32_t count;
};

struct settling {
    struct hz_covers *covers;
    const struct hz_plans *plans;
    struct row_of_covers *row;          /* of each worker, with room for any shard */
    size_t chunks;                      /* of persons */
    uint64_t believed[HZ_COVER_SHARDS]; /* by shard, or chunk */
};

/* ---- Waiting days */

static uint32_t first_of_code(const struct hz_plans *plans, uint32_t plan)
{
    while (plan > 0 && hz_text_equal(plans->plan[plan - 1]->code, plans->plan[plan]->code))
        plan--;
    return plan;
}

static struct entry entry_of(const struct hz_plans *plans, uint64_t whose, uint32_t order,
                             struct hz_cover_kept *cover)
{
    return (struct entry){whose, first_of_code(plans, cover->plan), hz_cover_kept_start(cover),
                          order, cover};
}

/*
 * Since when a cover has waited, behind the one before it that held longest; NULL: there is none,
 * and true of a renewal, which is believed then.
 */
static bool follow(const struct hz_plans *plans, struct hz_cover_kept *cover,
                   const struct hz_cover_kept *before)
{
    if (!cover->follows)
        return false;
    if (!before)
        return cover->is_continuous;
    const hz_date start = hz_cover_kept_start(cover);
    const int64_t gap = (int64_t)start - hz_cover_kept_last(before) - 1;
    const bool goes_on = gap <= plans->plan[cover->plan]->grace;
    const int64_t waited = (int64_t)start - hz_cover_kept_start(before) + before->waited;
    cover->follows = false;
    cover->is_continuous = goes_on && before->is_continuous;
    cover->waited = !goes_on ? 0 : waited < UINT16_MAX ? (uint16_t)waited : UINT16_MAX;
    return false;
}

/* In order by whose they are, plan and start. Gives how many renewals are believed. */
static uint64_t follow_all(const struct hz_plans *plans, const struct entry entry[], uint32_t count)
{
    const struct hz_cover_kept *before = NULL;
    uint64_t believed = 0;
    for (uint32_t i = 0; i < count; i++) {
        if (i > 0 && (entry[i].key != entry[i - 1].key || entry[i].second != entry[i - 1].second))
            before = NULL;
        believed += follow(plans, entry[i].cover, before);
        if (!before || hz_cover_kept_last(entry[i].cover) > hz_cover_kept_last(before))
            before = entry[i].cover;
    }
    return believed;
}

/* A part of those who are told: their covers may be of any shard. */
static void follow_told(uint64_t chunk, int worker, void *context)
{
    struct settling *settling = context;
    uint32_t count = 0, room = 0;
    const unsigned shared = settling->chunks > 1 ? 4 : 0;
    struct entry *entry = NULL;
    (void)worker;
    for (size_t s = 0; s < HZ_COVER_SHARDS; s++) {
        const struct hz_cover_shard *shard = &settling->covers->shard[s];
        for (uint32_t n = 0; shard->has_told && n < shard->count; n++) {
            const struct hz_cover_told *told = hz_cover_told_at(shard, n);
            if (told->person == 0 || (shared > 0 && told->person >> (64 - shared) != chunk))
                continue;
            if (count == room) {
                room = room ? 2 * room : 64;
                entry = hz_reallocate(entry, room, sizeof *entry);
            }
            entry[count++] =
                entry_of(settling->plans, told->person, told->row, hz_cover_at(shard, n));
        }
    }
    struct entry *sorted = hz_reallocate(NULL, (size_t)count + 1, sizeof *sorted);
    sort_entries(entry, sorted, count, shared);
    settling->believed[chunk] += follow_all(settling->plans, sorted, count);
    free(sorted);
    free(entry);
}

/* ---- In order */

static bool is_same(const struct hz_cover_kept *a, const struct hz_cover_kept *b)
{
    return a->low == b->low && a->high == b->high;
}

static bool is_before(const struct hz_cover_kept *a, const struct hz_cover_kept *b)
{
    return a->low != b->low ? a->low < b->low : a->high < b->high;
}

static void sort_many(struct hz_cover_kept kept[], struct hz_cover_told *told, uint32_t count)
{
    struct entry *entry = hz_reallocate(NULL, count, sizeof *entry);
    struct hz_cover_kept *ordered = hz_reallocate(NULL, count, sizeof *ordered);
    struct hz_cover_told *who = hz_reallocate(NULL, count, sizeof *who);
    for (uint32_t i = 0; i < count; i++)
        entry[i] = (struct entry){.key = kept[i].low, .second = kept[i].high, .order = i};
    qsort(entry, count, sizeof *entry, by_keys);
    for (uint32_t i = 0; i < count; i++) {
        ordered[i] = kept[entry[i].order];
        if (told)
            who[i] = told[entry[i].order];
    }
    memcpy(kept, ordered, count * sizeof *kept);
    if (told)
        memcpy(told, who, count * sizeof *told);
    free(who);
    free(ordered);
    free(entry);
}

/* Sorts by identity; those of one stay in the order of the file. `told` is NULL, or goes along. */
static void sort_bucket(struct hz_cover_kept kept[], struct hz_cover_told *told, uint32_t count)
{
    if (count > FEW) {
        sort_many(kept, told, count);
        return;
    }
    for (uint32_t i = 1; i < count; i++) {
        const struct hz_cover_kept moved = kept[i];
        const struct hz_cover_told who = told ? told[i] : (struct hz_cover_told){0};
        uint32_t at = i;
        for (; at > 0 && is_before(&moved, &kept[at - 1]); at--) {
            kept[at] = kept[at - 1];
            if (told)
                told[at] = told[at - 1];
        }
        kept[at] = moved;
        if (told)
            told[at] = who;
    }
}

/* Takes those out of the blocks that are not taken back, by buckets, and sorts these. */
static void take_out(struct hz_cover_shard *shard, struct row_of_covers *row)
{
    shard->bits = bits_for(shard->count);
    const size_t buckets = (size_t)1 << shard->bits;
    uint32_t *from = hz_allocate(buckets + 2, sizeof *from), *next = from + 1;
    for (uint32_t n = 0; n < shard->count; n++) {
        const struct hz_cover_kept *cover = hz_cover_at(shard, n);
        from[hz_cover_bucket(shard, cover->low) + 2] += !cover->is_taken_back;
    }
    add_up(from, buckets);
    for (uint32_t n = 0; n < shard->count; n++) {
        const struct hz_cover_kept *cover = hz_cover_at(shard, n);
        if (cover->is_taken_back)
            continue;
        const uint32_t at = next[hz_cover_bucket(shard, cover->low)]++;
        const struct hz_cover_told *told = hz_cover_told_at(shard, n);
        row->kept[at] = *cover;
        if (row->told)
            row->told[at] = told ? *told : (struct hz_cover_told){0};
    }
    row->count = from[buckets];
    for (size_t b = 0; b < buckets; b++)
        sort_bucket(row->kept + from[b], row->told ? row->told + from[b] : NULL,
                    from[b + 1] - from[b]);
    shard->bucket = from;
}

static void put_back(struct hz_cover_shard *shard, const struct row_of_covers *row)
{
    shard->count = row->count;
    for (uint32_t b = 0; b < shard->blocks; b++) {
        const uint32_t first = b << HZ_COVER_BLOCK_BITS;
        const uint32_t left = row->count > first ? row->count - first : 0;
        const uint32_t count = left < HZ_COVER_BLOCK ? left : HZ_COVER_BLOCK;
        struct hz_cover_block *block = &shard->block[b];
        memcpy(block->kept, row->kept + first, count * sizeof *row->kept);
        if (row->told && !block->told)
            block->told = hz_allocate(HZ_COVER_BLOCK, sizeof *block->told);
        if (row->told)
            memcpy(block->told, row->told + first, count * sizeof *row->told);
    }
}

/* Covers of nobody that is told follow each other where they are of one identity. */
static uint64_t follow_untold(const struct hz_plans *plans, const struct row_of_covers *row)
{
    struct entry *entry = NULL;
    uint64_t believed = 0;
    for (uint32_t from = 0, to; from < row->count; from = to) {
        uint32_t count = 0;
        for (to = from + 1; to < row->count && is_same(&row->kept[from], &row->kept[to]);)
            to++;
        if (to == from + 1) {
            believed += (!row->told || row->told[from].person == 0) &&
                        follow(plans, &row->kept[from], NULL);
            continue;
        }
        entry = hz_reallocate(entry, to - from, sizeof *entry);
        for (uint32_t n = from; n < to; n++)
            if (!row->told || row->told[n].person == 0)
                entry[count++] = entry_of(plans, 0, n, &row->kept[n]);
        sort_few(entry, count);
        believed += follow_all(plans, entry, count);
    }
    free(entry);
    return believed;
}

static void settle_shard(uint64_t number, int worker, void *context)
{
    struct settling *settling = context;
    struct hz_cover_shard *shard = &settling->covers->shard[number];
    struct row_of_covers row = settling->row[worker];
    if (shard->count == 0)
        return;
    row.told = shard->has_told ? row.told : NULL;
    take_out(shard, &row);
    settling->believed[number] += follow_untold(settling->plans, &row);
    put_back(shard, &row);
}

/* Many by several threads; a few at once. */
static void do_each(struct settling *settling, int threads, uint64_t count,
                    void (*make)(uint64_t index, int worker, void *context))
{
    for (uint64_t i = 0; i < count && threads == 1; i++)
        make(i, 0, settling);
    if (threads > 1)
        hz_parallel_do(&(struct hz_parallel){
            .count = count, .threads = threads, .context = settling, .make = make});
}

static void settle_shards(struct settling *settling, int threads, uint32_t largest, bool has_told)
{
    settling->row = hz_allocate((size_t)threads, sizeof *settling->row);
    for (int t = 0; t < threads; t++) {
        settling->row[t].kept = hz_reallocate(NULL, largest, sizeof *settling->row->kept);
        if (has_told)
            settling->row[t].told = hz_reallocate(NULL, largest, sizeof *settling->row->told);
    }
    do_each(settling, threads, HZ_COVER_SHARDS, settle_shard);
    for (int t = 0; t < threads; t++) {
        free(settling->row[t].kept);
        free(settling->row[t].told);
    }
    free(settling->row);
}

void hz_covers_settle(struct hz_covers *covers, const struct hz_plans *plans, int threads)
{
    enum { MANY = 1 << 16, CHUNKS = 16 };
    struct settling settling = {.covers = covers, .plans = plans};
    size_t count = 0;
    uint32_t largest = 0;
    bool has_told = false;
    if (covers->backs > 0)
        take_back(covers);
    for (size_t s = 0; s < HZ_COVER_SHARDS; s++) {
        const struct hz_cover_shard *shard = &covers->shard[s];
        count += shard->count;
        largest = shard->count > largest ? shard->count : largest;
        has_told |= shard->has_told;
    }
    settle_shards(&settling, threads, largest, has_told);
    settling.chunks = count > MANY ? CHUNKS : 1;
    if (has_told)
        do_each(&settling, settling.chunks > 1 ? threads : 1, settling.chunks, follow_told);
    for (size_t s = 0; s < HZ_COVER_SHARDS; s++)
        covers->believed += settling.believed[s];
}

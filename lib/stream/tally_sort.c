/* tally_sort.c: a tally's records in the order of their keys: see hz_tally_sort. */

#include "stream/tally_table.h"

#include <endian.h>
#include <stdlib.h>

static int by_row(const void *a, const void *b)
{
    const struct hz_tally_counted *x = a, *y = b;
    return x->row != y->row ? (x->row > y->row) - (x->row < y->row)
                            : (x->person > y->person) - (x->person < y->person);
}

struct hz_tally_counted *hz_tally_counted(const struct hz_tally *tally, size_t *count)
{
    size_t *row = hz_allocate(tally->size, sizeof *row);
    struct hz_tally_counted *all = hz_allocate(tally->counted.count, sizeof *all);
    for (size_t i = 0; i < tally->size; i++)
        row[tally->sorted[i]->number] = i;
    *count = tally->counted.count;
    for (uint32_t i = 0; i < *count; i++) {
        const struct hz_identity *counted = hz_index_at(&tally->counted, i);
        all[i] =
            (struct hz_tally_counted){row[(uint32_t)counted->high], hz_tally_person_of(*counted)};
    }
    if (*count > 1)
        qsort(all, *count, sizeof *all, by_row);
    free(row);
    return all;
}

/* A record in the making of an order, and the word of its key that is looked at. */
struct sorting {
    uint64_t word;
    struct hz_tally_record *record;
};

static int by_word(const void *a, const void *b)
{
    const uint64_t x = ((const struct sorting *)a)->word, y = ((const struct sorting *)b)->word;
    return (x > y) - (x < y);
}

/*
 * Sorts records whose keys agree before `at`, a word of the keys after the other, each fetched
 * once. No key begins with all of another.
 */
static void sort_records(const struct hz_tally *tally, struct sorting list[], size_t count,
                         size_t at)
{
    for (; count > 1; at += HZ_TALLY_WORD) {
        bool differs = false;
        for (size_t i = 0; i < count; i++) {
            list[i].word = be64toh(hz_tally_word(hz_tally_record_key(tally, list[i].record) + at));
            differs |= list[i].word != list[0].word;
        }
        if (differs)
            break;
    }
    if (count <= 1)
        return;
    qsort(list, count, sizeof *list, by_word);
    for (size_t from = 0, to; from < count; from = to) {
        for (to = from + 1; to < count && list[to].word == list[from].word;)
            to++;
        sort_records(tally, list + from, to - from, at + HZ_TALLY_WORD);
    }
}

void hz_tally_sort(struct hz_tally *tally)
{
    size_t size = 0;
    hz_tally_cut(tally);
    struct sorting *list = hz_allocate(tally->size, sizeof *list);
    for (size_t i = 0; i <= tally->mask; i++)
        if (tally->slots[i].record)
            list[size++].record = tally->slots[i].record;
    sort_records(tally, list, size, 0);
    tally->sorted = hz_reallocate(tally->sorted, tally->size, sizeof *tally->sorted);
    for (size_t i = 0; i < size; i++)
        tally->sorted[i] = list[i].record;
    free(list);
}

struct hz_tally_row hz_tally_row(const struct hz_tally *tally, size_t index)
{
    enum { AHEAD = 8 }; /* records lie anywhere, and are read in order */
    if (index + AHEAD < tally->size) {
        const char *const record = (const char *)tally->sorted[index + AHEAD];
        for (size_t at = 0;
             at < sizeof(struct hz_tally_record) + tally->value_bytes + HZ_TALLY_LINE;
             at += HZ_TALLY_LINE)
            __builtin_prefetch(record + at);
    }
    struct hz_tally_row row;
    memset(row.key, 0, tally->layout.keys * sizeof *row.key);
    hz_tally_record_values(tally, tally->sorted[index], row.value);
    hz_tally_key_read(&tally->layout, hz_tally_record_key(tally, tally->sorted[index]), row.key);
    return row;
}

bool hz_tally_same_key(const struct hz_tally *tally, const struct hz_tally_row *a,
                       const struct hz_tally_row *b, size_t parts)
{
    const struct hz_tally_layout *layout = hz_tally_layout(tally);
    for (size_t k = 0; k < parts; k++) {
        bool same = layout->key[k].kind == HZ_KEY_INTEGER
                        ? a->key[k].integer == b->key[k].integer
                        : hz_text_equal(a->key[k].text, b->key[k].text);
        if (!same)
            return false;
    }
    return true;
}

size_t hz_tally_group_end(const struct hz_tally *tally, size_t from, size_t parts)
{
    const struct hz_tally_row first = hz_tally_row(tally, from);
    for (size_t next = from + 1; next < hz_tally_size(tally); next++) {
        const struct hz_tally_row row = hz_tally_row(tally, next);
        if (!hz_tally_same_key(tally, &first, &row, parts))
            return next;
    }
    return hz_tally_size(tally);
}

/* closed.c: see closed.h. */

#include "stream/closed.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

static void give_room(struct hz_closed *closed, size_t room)
{
    closed->room = room;
    closed->number = hz_reallocate(closed->number, room, sizeof *closed->number);
}

void hz_closed_note(struct hz_closed *closed, uint64_t number)
{
    if (closed->count == closed->room)
        give_room(closed, closed->room ? closed->room + closed->room / 4 : 16);
    closed->number[closed->count++] = number;
}

void hz_closed_join(struct hz_closed *into, struct hz_closed *from)
{
    if (into->count + from->count > into->room)
        give_room(into, into->count + from->count);
    if (from->count > 0)
        memcpy(into->number + into->count, from->number, from->count * sizeof *from->number);
    into->count += from->count;
    free(from->number);
    *from = (struct hz_closed){0};
}

static int by_number(const void *left, const void *right)
{
    const uint64_t a = *(const uint64_t *)left, b = *(const uint64_t *)right;
    return (a > b) - (a < b);
}

/* Each number goes at once to about its place, by the bits behind its first byte. */
void hz_closed_sort(struct hz_closed *closed)
{
    unsigned bits = 1;
    while ((size_t)1 << bits < closed->count)
        bits++;
    const size_t places = (size_t)1 << bits;
    size_t *end = hz_allocate(places + 1, sizeof *end);
    uint64_t *sorted = hz_reallocate(NULL, closed->count, sizeof *sorted);
    for (size_t i = 0; i < closed->count; i++)
        end[(closed->number[i] << 8 >> (64 - bits)) + 1]++;
    for (size_t p = 0; p < places; p++)
        end[p + 1] += end[p];
    for (size_t i = 0; i < closed->count; i++)
        sorted[end[closed->number[i] << 8 >> (64 - bits)]++] = closed->number[i];
    for (size_t p = 0, from = 0; p < places; from = end[p++])
        if (end[p] - from > 1)
            qsort(sorted + from, end[p] - from, sizeof *sorted, by_number);
    free(closed->number);
    closed->number = sorted;
    closed->room = closed->count;
    free(end);
}

void hz_closed_sort_crossing(struct hz_closed *closed)
{
    size_t kept = 0;
    if (closed->count > 0)
        qsort(closed->number, closed->count, sizeof *closed->number, by_number);
    for (size_t i = 0; i < closed->count; i++)
        if (kept == 0 || closed->number[i] != closed->number[kept - 1])
            closed->number[kept++] = closed->number[i];
    closed->count = kept;
}

bool hz_closed_has(const struct hz_closed *closed, uint64_t number)
{
    return closed->count > 0 && bsearch(&number, closed->number, closed->count,
                                        sizeof *closed->number, by_number) != NULL;
}

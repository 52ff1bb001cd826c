/*
 * closed.h: the numbers of subjects that a book has handed out, 8 bytes each, by which one that
 * comes back is found: see book.h.
 */

#ifndef HZ_STREAM_CLOSED_H
#define HZ_STREAM_CLOSED_H

#include "base/linkage.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

HZ_BEGIN_C

/* Those of one piece: they agree in the first byte. free() the numbers. */
struct hz_closed {
    uint64_t *number;
    size_t count, room;
};

void hz_closed_note(struct hz_closed *closed, uint64_t number);

/* Joins `from`, which is emptied. */
void hz_closed_join(struct hz_closed *into, struct hz_closed *from);

/* In order; two at least. */
void hz_closed_sort(struct hz_closed *closed);

/* In order, of any first byte, each once: a subject on both sides of a cut is noted on each. */
void hz_closed_sort_crossing(struct hz_closed *closed);

/* Whether a number is among those, which are in order. */
bool hz_closed_has(const struct hz_closed *closed, uint64_t number);

HZ_END_C

#endif

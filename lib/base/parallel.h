/* parallel.h: numbered pieces of work, done by several threads. */

#ifndef HZ_BASE_PARALLEL_H
#define HZ_BASE_PARALLEL_H

#include "base/linkage.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

HZ_BEGIN_C

/*
 * make: does piece `index`; several pieces at once, in any order. `worker`, from 0 to threads - 1,
 * is the thread that does it: what it makes may lie in a slot of that number until it is taken.
 * take: called for the pieces in order of their index, never by two threads at once, by the thread
 * that has made the piece, before that thread makes another. False ends the work: no piece after
 * that one is taken, though some may have been made. NULL: pieces are independent of each other.
 *
 * A result that depends on the index and the context alone is the same for any number of threads.
 * A thread that the system does not give is work for the others.
 */
struct hz_parallel {
    uint64_t count; /* of pieces; UINT64_MAX: until take ends it */
    int threads;    /* at least 1; this thread is one of them */
    void *context;
    void (*make)(uint64_t index, int worker, void *context);
    bool (*take)(uint64_t index, int worker, void *context);
};

/*
 * Returns when all is done, made and taken. Costs two passes through a lock a piece: pieces are not
 * to be tiny.
 */
void hz_parallel_do(const struct hz_parallel *work);

HZ_END_C

#endif

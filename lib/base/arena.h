/*
 * arena.h: memory that is released all at once.
 *
 * Who reads a file or fits a model takes an arena, puts into it all that the result holds, and says
 * "owned by the arena"; who called frees the arena and nothing else. There is no way to give back a
 * part. Memory comes in blocks of 64 KiB, so that a request costs a few instructions; what is
 * larger than a block has one of its own.
 *
 *     struct hz_arena arena = {0};
 *     double *age = hz_arena_allocate(&arena, ages, sizeof *age);
 *     ...
 *     hz_arena_free(&arena);
 */

#ifndef HZ_BASE_ARENA_H
#define HZ_BASE_ARENA_H

#include "base/linkage.h"
#include "base/text.h"

#include <stddef.h>

HZ_BEGIN_C

/* Zeroed, it is empty and ready. What it gives lives until hz_arena_free. Not thread-safe. */
struct hz_arena {
    struct hz_arena_block *blocks;
    char *next;
    size_t left;
    size_t total; /* bytes asked of the system */
};

/* `count` zeroed elements of `size` bytes, aligned for any type. */
void *hz_arena_allocate(struct hz_arena *arena, size_t count, size_t size)
    __attribute__((returns_nonnull));

/* A copy of the text, followed by a NUL that its length does not count. */
struct hz_text hz_arena_text(struct hz_arena *arena, struct hz_text text);

/* A copy as a terminated string. */
char *hz_arena_string(struct hz_arena *arena, struct hz_text text);

/* Releases everything and leaves the arena empty. */
void hz_arena_free(struct hz_arena *arena);

HZ_END_C

#endif

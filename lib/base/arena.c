/* arena.c: see arena.h. */

#include "base/arena.h"

#include "base/memory.h"

#include <stdalign.h>
#include <stdlib.h>

enum { BLOCK_BYTES = 64 * 1024 };

struct hz_arena_block {
    struct hz_arena_block *older;
    alignas(max_align_t) char bytes[];
};

static void add_block(struct hz_arena *arena, size_t bytes)
{
    struct hz_arena_block *block = hz_allocate(1, sizeof *block + bytes);
    block->older = arena->blocks;
    arena->blocks = block;
    arena->next = block->bytes;
    arena->left = bytes;
    arena->total += sizeof *block + bytes;
}

void *hz_arena_allocate(struct hz_arena *arena, size_t count, size_t size)
{
    const size_t unit = alignof(max_align_t);
    size_t bytes;
    if (__builtin_mul_overflow(count, size, &bytes) || bytes > SIZE_MAX / 2)
        bytes = SIZE_MAX / 2; /* more than there is: the allocator refuses it */
    bytes = (bytes + unit - 1) / unit * unit;
    if (!arena->next || bytes > arena->left)
        add_block(arena, bytes > BLOCK_BYTES ? bytes : BLOCK_BYTES);
    void *memory = arena->next;
    arena->next += bytes;
    arena->left -= bytes;
    return memory;
}

struct hz_text hz_arena_text(struct hz_arena *arena, struct hz_text text)
{
    return (struct hz_text){hz_arena_string(arena, text), text.length};
}

char *hz_arena_string(struct hz_arena *arena, struct hz_text text)
{
    char *copy = hz_arena_allocate(arena, text.length + 1, 1);
    if (text.length > 0)
        memcpy(copy, text.at, text.length);
    return copy;
}

void hz_arena_free(struct hz_arena *arena)
{
    for (struct hz_arena_block *block = arena->blocks; block;) {
        struct hz_arena_block *older = block->older;
        free(block);
        block = older;
    }
    *arena = (struct hz_arena){0};
}

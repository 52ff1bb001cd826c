/* memory.c: see memory.h. */

#include "base/memory.h"

#include <stdint.h>
#include <stdlib.h>
#include <unistd.h>

static void die(void)
{
    static const char message[] = "huzhu: out of memory\n";
    ssize_t ignored = write(STDERR_FILENO, message, sizeof message - 1);
    (void)ignored;
    _Exit(3);
}

static void (*exhausted)(void) = die;

void hz_memory_on_exhaustion(void (*handler)(void))
{
    exhausted = handler ? handler : die;
}

void *hz_allocate(size_t count, size_t size)
{
    void *memory = calloc(count > 0 ? count : 1, size > 0 ? size : 1);
    if (!memory) {
        exhausted();
        abort();
    }
    return memory;
}

void *hz_reallocate(void *memory, size_t count, size_t size)
{
    void *grown = NULL;
    if (size == 0 || count <= SIZE_MAX / size)
        grown = realloc(memory, count * size > 0 ? count * size : 1);
    if (!grown) {
        exhausted();
        abort();
    }
    return grown;
}

/*
 * allocator.c: in the programs, no library is told that there is no memory. Those that look at
 * none of their allocations end in SIGSEGV where one fails, or leave a workbook without its
 * formats; here the process ends as where ours fails: nothing unfinished left, status 3.
 *
 * That a program may put its own functions in the place of malloc and its kin, for itself and all
 * libraries that it loads, the manual of the GNU C library says under "Replacing malloc". These
 * call those that would have been found without them, so that free() is theirs. A sanitizer has its
 * own, and macOS lets a program replace nothing for others: there the libraries are left as they
 * are.
 */

#include "common/allocator.h"

#include "base/attr.h"
#include "base/memory.h"

#if defined(__linux__) && !HZ_WATCHED

#include <dlfcn.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

static void *(*next_malloc)(size_t);
static void *(*next_calloc)(size_t, size_t);
static void *(*next_realloc)(void *, size_t);

/* POSIX has it that what dlsym returns is a function; ISO C knows no such conversion. */
static void find(void *function, const char *name)
{
    void *found = dlsym(RTLD_NEXT, name);
    memcpy(function, &found, sizeof found);
}

/*
 * The loader is the first to allocate, before there are threads. Should dlsym want memory itself
 * (glibc before 2.34), it gets none, which it expects.
 */
static bool is_found(void)
{
    static bool is_looking;
    if (next_realloc)
        return true;
    if (is_looking)
        return false;
    is_looking = true;
    find(&next_malloc, "malloc");
    find(&next_calloc, "calloc");
    find(&next_realloc, "realloc");
    is_looking = false;
    return next_realloc;
}

static void *never_null(void *memory)
{
    if (!memory)
        hz_memory_exhausted();
    return memory;
}

void *malloc(size_t size)
{
    return is_found() ? never_null(next_malloc(size)) : NULL;
}

void *calloc(size_t count, size_t size)
{
    return is_found() ? never_null(next_calloc(count, size)) : NULL;
}

/* Of no bytes is a free(), and gives nothing. */
void *realloc(void *memory, size_t size)
{
    if (!is_found())
        return NULL;
    void *grown = next_realloc(memory, size);
    return size > 0 ? never_null(grown) : grown;
}

void hz_allocator_take_over(void)
{
    (void)is_found();
}

#else

void hz_allocator_take_over(void)
{
}

#endif

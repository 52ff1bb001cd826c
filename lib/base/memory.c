/* memory.c: see memory.h. */

#include "base/memory.h"

#include <gmp.h>
#include <gsl/gsl_errno.h>
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

void hz_memory_exhausted(void)
{
    exhausted();
    abort();
}

void *hz_allocate(size_t count, size_t size)
{
    void *memory = calloc(count > 0 ? count : 1, size > 0 ? size : 1);
    if (!memory)
        hz_memory_exhausted();
    return memory;
}

void *hz_reallocate(void *memory, size_t count, size_t size)
{
    void *grown = NULL;
    if (size == 0 || count <= SIZE_MAX / size)
        grown = realloc(memory, count * size > 0 ? count * size : 1);
    if (!grown)
        hz_memory_exhausted();
    return grown;
}

/*
 * What GSL meets: each caller looks at the status that comes back, but memory never runs out
 * quietly.
 */
static void go_on(const char *reason, const char *file, int line, int status)
{
    (void)reason, (void)file, (void)line;
    if (status == GSL_ENOMEM)
        hz_memory_exhausted();
}

/* GMP aborts where memory runs out. */
static void *gmp_allocate(size_t size)
{
    return hz_reallocate(NULL, size, 1);
}

static void *gmp_reallocate(void *memory, size_t old, size_t size)
{
    (void)old;
    return hz_reallocate(memory, size, 1);
}

static void gmp_free(void *memory, size_t size)
{
    (void)size;
    free(memory);
}

/*
 * GSL's own handler ends the process of whoever links the library, for a matrix that is not
 * positive definite. Here, since every program that calls the library has this file.
 */
__attribute__((constructor)) static void take_over(void)
{
    gsl_set_error_handler(go_on);
    mp_set_memory_functions(gmp_allocate, gmp_reallocate, gmp_free);
}

/*
 * memory.h: allocation that does not come back empty-handed.
 *
 * Running out of memory is the one failure that is not returned: no caller could do anything but
 * pass it on. It calls a handler that must not return; the default one says so on stderr and ends
 * the process with status 3. A program that embeds the library may set its own.
 */

#ifndef HZ_BASE_MEMORY_H
#define HZ_BASE_MEMORY_H

#include <stddef.h>

/* `count` zeroed elements of `size` bytes. Never NULL, also for none. The caller frees. */
void *hz_allocate(size_t count, size_t size) __attribute__((malloc, returns_nonnull));

/* The same memory with room for `count` elements; what is new is not set. The caller frees. */
void *hz_reallocate(void *memory, size_t count, size_t size) __attribute__((returns_nonnull));

/* Called when memory is exhausted; it may not return. NULL restores the default. */
void hz_memory_on_exhaustion(void (*handler)(void));

#endif

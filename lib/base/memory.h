/*
 * memory.h: allocation that does not come back empty-handed.
 *
 * Running out of memory is the one failure that is not returned: no caller could do anything but
 * pass it on. It calls a handler that must not return; the default one says so on stderr and ends
 * the process with status 3. A program that embeds the library may set its own.
 *
 * GMP, libcrypto and Jansson are given allocators that do not come back empty-handed either. The
 * handler is called also where GSL cannot allocate: as the library is loaded it sets GSL's error
 * handler, which otherwise aborts the process at any failure, to one that leaves all others to the
 * status that GSL returns. A program that sets GSL's handler itself afterwards must let it return.
 *
 * libxlsxwriter takes no allocator and looks at few of its allocations: where one fails in a
 * program that embeds this library, it may end in SIGSEGV or leave a workbook without its formats.
 * The commands keep it from that (cmd/common/allocator.h).
 */

#ifndef HZ_BASE_MEMORY_H
#define HZ_BASE_MEMORY_H

#include "base/linkage.h"

#include <stddef.h>

HZ_BEGIN_C

/* `count` zeroed elements of `size` bytes. Never NULL, also for none. The caller frees. */
void *hz_allocate(size_t count, size_t size) __attribute__((malloc, returns_nonnull));

/* The same memory with room for `count` elements; what is new is not set. The caller frees. */
void *hz_reallocate(void *memory, size_t count, size_t size) __attribute__((returns_nonnull));

/* What is done then, for who allocates by other means. */
void hz_memory_exhausted(void) __attribute__((noreturn));

/* Called when memory is exhausted; it may not return. NULL restores the default. */
void hz_memory_on_exhaustion(void (*handler)(void));

HZ_END_C

#endif

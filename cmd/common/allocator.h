/* allocator.h: no library is told that there is no memory. */

#ifndef HZ_COMMON_ALLOCATOR_H
#define HZ_COMMON_ALLOCATOR_H

/*
 * A program that calls this has, on Linux, a malloc(), calloc() and realloc() of its own, for
 * itself and all libraries that it loads, which call those that were there and never return NULL
 * for want of memory (hz_memory_exhausted). It is so from the beginning; the call has the linker
 * take them.
 */
void hz_allocator_take_over(void);

#endif

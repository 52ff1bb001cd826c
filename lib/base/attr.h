/*
 * attr.h: what the compiler is asked to check for us, and the mark of a translatable sentence.
 *
 *     HZ_MUST_USE  in front of a function that can fail
 *     HZ_PRINTF    behind one that formats
 *     _("...")     around a sentence for people; hz_sentence translates it (base/sentence.h)
 *     HZ_COUNT     how many elements an array has that is in sight
 *     HZ_WATCHED   1 under a sanitizer, else 0
 *
 * Other compilers than GCC and clang see nothing of it, and lose only the checks.
 */

#ifndef HZ_BASE_ATTR_H
#define HZ_BASE_ATTR_H

#include <stdint.h> /* any header of the C library's says whether it is glibc */

/* A fallible function's answer may not be dropped. */
#define HZ_MUST_USE __attribute__((warn_unused_result))

/*
 * A printf-like function: the format is argument `pattern`, its first value `first` (0: a va_list).
 */
#define HZ_PRINTF(pattern, first) __attribute__((format(printf, pattern, first)))

/*
 * A sentence for people. Column names, codes and file formats are never translated. A program that
 * includes these headers keeps its own _().
 */
#ifdef HZ_BUILDING
#include "base/sentence.h"
#define _(sentence) hz_sentence(sentence)
#define N_(sentence) sentence /* for xgettext: translated where it is used */
#endif

/* Built to be watched: what is fast but looks strange to the watcher is done the plain way. */
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define HZ_WATCHED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define HZ_WATCHED 1
#endif
#endif
#ifndef HZ_WATCHED
#define HZ_WATCHED 0
#endif

/*
 * A loop of plain C over arrays of fixed length, compiled for several processors, of which the
 * loader takes the best. The arithmetic is of whole numbers: the same everywhere. GCC from 12 on
 * only, which knows these levels: clang 14 gives the clones of static functions names that clash.
 */
#if defined(__x86_64__) && defined(__GLIBC__) && defined(__OPTIMIZE__) && !defined(__clang__) &&   \
    __GNUC__ >= 12 && !HZ_WATCHED
#define HZ_FOR_EACH_PROCESSOR                                                                      \
    __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define HZ_FOR_EACH_PROCESSOR
#endif

/* The size of an array whose elements are in sight. */
#define HZ_COUNT(array) (sizeof(array) / sizeof((array)[0]))

#endif

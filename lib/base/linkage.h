/*
 * linkage.h: the library's names as C has them, for programs in C++. Each header's declarations are
 * between the two marks, HZ_BEGIN_C after its includes and HZ_END_C at its end; tests/headers.sh
 * compiles every header alone, in C and in C++, and asks for the marks.
 *
 * What C++ does not have stays out of headers: designated initialisers of arrays, flexible members
 * in structs that are made there, pointers that are `restrict`.
 */

#ifndef HZ_BASE_LINKAGE_H
#define HZ_BASE_LINKAGE_H

#ifdef __cplusplus
#define HZ_BEGIN_C extern "C" {
#define HZ_END_C }
#else
#define HZ_BEGIN_C
#define HZ_END_C
#endif

#endif

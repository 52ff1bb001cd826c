/*
 * linkage.h: the library's names as C has them, for programs in C++. Each header is between the
 * two.
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

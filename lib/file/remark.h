/* remark.h: what a person should know of a file that was read, told to whoever listens. */

#ifndef HZ_FILE_REMARK_H
#define HZ_FILE_REMARK_H

#include "base/error.h"
#include "base/linkage.h"

HZ_BEGIN_C

/* Who is told, set once, before the first file is read; NULL: nobody. */
void hz_remark_to(void (*tell)(void *context, const char *remark), void *context);

/* Tells a remark on a place in a file. */
void hz_remark(struct hz_place place, const char *sentence, ...) HZ_PRINTF(2, 3);

HZ_END_C

#endif

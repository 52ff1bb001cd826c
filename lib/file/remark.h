/*
 * remark.h: what a person should know of a file that was read, told to whoever listens: that its
 * encoding was guessed, which of several sheets was read, that a column has formulas without
 * values.
 *
 * A remark is no error: what is read is used, and the status stays. It is told at once and not
 * kept, since a file may be gone through before anybody asks. The library prints nothing by itself.
 */

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

/* unit.h: amounts in 万 and 亿, as text: the decimal point moved. */

#ifndef HZ_FILE_UNIT_H
#define HZ_FILE_UNIT_H

#include "base/arena.h"
#include "base/linkage.h"
#include "base/text.h"

HZ_BEGIN_C

/*
 * A number with its decimal point moved by so many places, to the right (raise) or to the left
 * (lower), with all its digits; separators of thousands are taken out. A text that is no plain
 * number is returned as it is.
 */
struct hz_text hz_unit_raise(struct hz_text number, int places, struct hz_arena *arena);
struct hz_text hz_unit_lower(struct hz_text number, int places, struct hz_arena *arena);

/* Appends a number with a comma between each three of the digits before its decimal point. */
void hz_unit_thousands(struct hz_text number, struct hz_buffer *out);

HZ_END_C

#endif

/*
 * visible.h: signs that one does not see, for messages: a name with a mark of direction in it reads
 * as another name, and a cell with a zero-width space is refused for no reason that one can see.
 */

#ifndef HZ_BASE_VISIBLE_H
#define HZ_BASE_VISIBLE_H

#include "base/linkage.h"
#include "base/text.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

HZ_BEGIN_C

/*
 * True of a code point that a terminal does not show, or that changes what it shows: C1 controls,
 * directions of writing, joiners and other signs of no width, marks of a byte order.
 */
bool hz_text_is_invisible(uint32_t point);

/* The bytes of the invisible code point that a UTF-8 text begins with; 0: it begins with none. */
size_t hz_text_invisible(struct hz_text text);

/*
 * In UTF-8 that ends with NUL, in a buffer of that size: invisible code points become \uXXXX, as
 * far as there is room, and a letter that was cut at the end is taken off.
 */
void hz_text_make_visible(char text[], size_t size);

/*
 * Covers with '*', but for its beginning and the end of the first, what stands by itself and looks
 * like the number of an identity card (GB 11643: 17 digits and a digit or X, or 15 as before 1999)
 * or of a mobile phone (11 digits, perhaps with 86 in front, or parted as in 139-1234-5678): in a
 * file that is shifted or has no header, they stand anywhere. A letter or two beside it are no
 * other word.
 */
void hz_text_hide_numbers(char text[]);

/*
 * True of a text, where a date or a number should stand, that may be a name: it has letters beyond
 * ASCII other than those that dates and amounts are written with.
 */
bool hz_text_may_be_name(struct hz_text text);

HZ_END_C

#endif

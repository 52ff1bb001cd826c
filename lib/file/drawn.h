/* drawn.h: tables that were drawn for people, as --format table prints them, read again. */

#ifndef HZ_FILE_DRAWN_H
#define HZ_FILE_DRAWN_H

#include "base/linkage.h"
#include "base/text.h"

#include <stdbool.h>

HZ_BEGIN_C

/*
 * Whether the first line that is no comment has two blanks between words, and neither , nor ; nor
 * tab.
 */
bool hz_drawn_is(struct hz_text bytes);

/*
 * The same as CSV, line by line. A field ends at two blanks; one that is missing is told by where
 * the others stand: under the beginning of a column's name, if it is text, or under its end.
 */
void hz_drawn_to_csv(struct hz_text bytes, struct hz_buffer *csv);

HZ_END_C

#endif

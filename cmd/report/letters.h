/*
 * letters.h: pictures of letters with wide ones among them. gnuplot gives each letter one column;
 * a Chinese one takes two. Each is followed by a filler in the script, so that it has its room, and
 * the fillers are taken out of the picture, as are blanks at the ends of its lines.
 */

#ifndef HZ_CMD_LETTERS_H
#define HZ_CMD_LETTERS_H

#include "base/text.h"

/* True of a text with letters of two columns. */
bool hz_letters_has_wide(struct hz_text text);

void hz_letters_widen(struct hz_buffer *script);
void hz_letters_narrow(struct hz_buffer *picture);

#endif

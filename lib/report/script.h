/*
 * script.h: the text of a gnuplot script. What comes out of a table goes into it in two ways only:
 * as numbers, and as texts in single quotes, in which gnuplot interprets nothing.
 */

#ifndef HZ_REPORT_SCRIPT_H
#define HZ_REPORT_SCRIPT_H

#include "base/linkage.h"
#include "base/text.h"

HZ_BEGIN_C

/*
 * Appends a text as a label of at most so many columns of a terminal (0: any number), in single
 * quotes: line ends, controls and signs of no width, which a terminal would obey, are blanks, a
 * label that is too long ends in "…". hz_script_tic: beside an axis, where "%g" would be a number.
 */
void hz_script_label(struct hz_buffer *script, struct hz_text text, size_t columns);
void hz_script_tic(struct hz_buffer *script, struct hz_text text, size_t columns);

/* Appends a number for gnuplot; NaN and infinities are NaN, which it leaves out. */
void hz_script_number(struct hz_buffer *script, double number);

HZ_END_C

#endif

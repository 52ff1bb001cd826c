/*
 * safe_cells.h: cells of CSV that a workbook would run as formulas when it opens the file. It is
 * not the default: the apostrophe in front becomes part of the text for every other program.
 */

#ifndef HZ_FILE_SAFE_CELLS_H
#define HZ_FILE_SAFE_CELLS_H

#include "base/linkage.h"
#include "base/text.h"

HZ_BEGIN_C

/* True for a text that begins with =, +, -, @, a tab or a carriage return, and is no number. */
bool hz_cell_is_formula(struct hz_text text);

/* Appends rows of CSV, each closed by a newline, with an apostrophe before each such cell. */
void hz_safe_cells(struct hz_text rows, char delimiter, struct hz_buffer *out);

HZ_END_C

#endif

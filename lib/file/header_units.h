/*
 * header_units.h: units of amounts as titles, rows under a header and names of columns say them.
 * Amounts are read in yuan: one that is said to be in 万元 or in US dollars is refused.
 */

#ifndef HZ_FILE_HEADER_UNITS_H
#define HZ_FILE_HEADER_UNITS_H

#include "base/linkage.h"
#include "base/text.h"

HZ_BEGIN_C

/*
 * True if a title or a name says a unit that is not yuan: 单位：千元, 会费（分）, "in thousands";
 * but not where it belongs to an amount, as in 10万元保障计划. *unit is its place in the text.
 */
bool hz_unit_is_said(struct hz_text text, struct hz_text *unit);

/* True for a cell of a row of units: 元, (人), yyyy-mm-dd, or a rule of dashes. */
bool hz_unit_is_word(struct hz_text cell);

/* True for such a cell if it is a unit of amounts that is not yuan. */
bool hz_unit_is_other(struct hz_text cell);

HZ_END_C

#endif

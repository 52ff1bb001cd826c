/*
 * headings.h: what the columns of our tables are called in Chinese: the one dictionary for printing
 * and reading, and the units that stand behind a heading.
 */

#ifndef HZ_FILE_HEADINGS_H
#define HZ_FILE_HEADINGS_H

#include "base/arena.h"
#include "base/linkage.h"
#include "base/text.h"

HZ_BEGIN_C

/*
 * What --unit divides. Averages a head stay in yuan; a standard error, say, is of an amount if it
 * follows one in its table.
 */
enum hz_heading_unit {
    HZ_HEADING_PLAIN,
    HZ_HEADING_YUAN,
    HZ_HEADING_PERSONS,
    HZ_HEADING_FOLLOWS,
};

/* A column's name, and the one heading that it has in Chinese. */
struct hz_heading {
    const char *name, *chinese;
    enum hz_heading_unit unit;
};

/* Ends with a row of NULLs. */
extern const struct hz_heading hz_headings[];

/* By the name, or by the Chinese heading as headers are compared (header.h); or NULL. */
const struct hz_heading *hz_heading_of(struct hz_text name);
const struct hz_heading *hz_heading_in_chinese(struct hz_text heading);

/*
 * By what name a column is looked up, `before` being the column before it (empty: the first one):
 * "origin" behind a figure is where that comes from, "source", and no period.
 */
struct hz_text hz_heading_sense(struct hz_text name, struct hz_text before);

/* Of any name, also q75 and margin75. */
enum hz_heading_unit hz_heading_unit_of(struct hz_text name);

/*
 * Appends a heading: the name or what it is in Chinese, "75%分位数" for q75, a name that is not
 * known as it stands; behind it the unit of an amount or of people with so many zeros (0, 4, 8)
 * taken away, "(万元)".
 */
void hz_heading_print(struct hz_text name, bool is_chinese, int zeros, struct hz_buffer *out);

/*
 * The name and the zeros of a heading that hz_heading_print has made other than the name itself;
 * false of any other header. What must be made is the arena's.
 */
bool hz_heading_read(struct hz_text header, struct hz_arena *arena, struct hz_text *name,
                     int *zeros);

/*
 * The unit at the end of a header, "会费（万元）", "人次_万": true, what stands before it, which is
 * the arena's, and the zeros that it takes away (0 of 元, 人次).
 */
bool hz_heading_split(struct hz_text header, struct hz_arena *arena, struct hz_text *name,
                      int *zeros);

/* Whether a unit that is a multiple of yuan or of persons stands behind a header. */
bool hz_heading_has_other_unit(struct hz_text header);

HZ_END_C

#endif

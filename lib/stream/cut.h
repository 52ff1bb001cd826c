/*
 * cut.h: where the records of a part end, and what of it is none: lines with a quote that is opened
 * and not closed, records longer than the longest. What is decided depends on the bytes alone, not
 * on how they are read.
 */

#ifndef HZ_STREAM_CUT_H
#define HZ_STREAM_CUT_H

#include "base/linkage.h"
#include "stream/part.h"

HZ_BEGIN_C

/* What goes on from one part to the next. */
enum hz_cut_mode {
    HZ_CUT_NORMAL, /* a record begins */
    /* lines behind a stray quote, a rejected row each, until one fits the header */
    HZ_CUT_GIVING_UP,
    HZ_CUT_LINE,   /* within a line that was too long: what is left of it */
    HZ_CUT_RECORD, /* within a record that was too long: its lines, until one fits the header */
    HZ_CUT_RECORD_LINE, /* the same, and within a line of it */
};

/* A part must hold what a decision needs, and a block more. */
enum { HZ_CUT_WINDOW = 2 * HZ_RECORD_MOST };

/*
 * How much of the part's data belongs to it; the rest is carried to the next one. What of that is
 * no record is put into the part's list of bad ranges. 0 if more must be read.
 */
size_t hz_part_cut(struct hz_reader_part *part, bool at_end, enum hz_cut_mode *mode);

HZ_END_C

#endif

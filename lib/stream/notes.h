/*
 * notes.h: what a run tells, counts and writes of its rows: those that were rejected, and other
 * findings, in the order of the input. run.c calls it under its lock, part by part.
 */

#ifndef HZ_STREAM_NOTES_H
#define HZ_STREAM_NOTES_H

#include "base/linkage.h"
#include "stream/part.h"
#include "stream/run.h"

HZ_BEGIN_C

struct hz_notes {
    const struct hz_run *run;
    struct hz_counts *counts;
    struct hz_error *err;              /* why the run is over, if it failed */
    const struct hz_reader_file *file; /* the present one */
    uint64_t lines;                    /* of it, before the next part */
    bool is_over;                      /* an error, or nobody reads on */
};

/* What is to be told and written where a file begins. */
void hz_notes_file(struct hz_notes *notes, const struct hz_reader_file *file);

/* A sentence about the present file; a guess at its encoding, NULL: none. */
void hz_notes_tell(const struct hz_notes *notes, const char *sentence);
void hz_notes_guess(const struct hz_notes *notes, const char *guess);

/* The header of the file of rejected rows. */
void hz_notes_header(struct hz_output *rejects, const struct hz_reader_file *file);

/*
 * All that was found in a part, sorted by row, since columns are checked one after the other. A
 * rejected row of a strict run, and a header among the rows, end it.
 */
void hz_notes_rejects(struct hz_notes *notes, struct hz_reader_part *part);

HZ_END_C

#endif

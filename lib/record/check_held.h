/*
 * check_held.h: member records against those before them: who holds the same cover already, or one
 * that excludes it, after what gap a cover is renewed, what corrects which row, and whether enough
 * of an employer's staff have joined.
 *
 * Rows come in the order of their files, one at a time. Memory: 32 bytes a person and plan,
 * and what an index takes, 12 a further cover of theirs, what check_entries.h says of enrolments,
 * 32 an enrolment where a column says who takes whose seat, and some 80 bytes an employer. Where
 * rows are sorted by the person, what is of persons and enrolments is forgotten with each.
 */

#ifndef HZ_RECORD_CHECK_HELD_H
#define HZ_RECORD_CHECK_HELD_H

#include "plan/catalogue.h"
#include "record/check_entries.h"
#include "stream/fold.h"

HZ_BEGIN_C

/* What a row, which is good by itself, leaves for the checks that look at several. */
struct hz_held_row {
    struct hz_text edited;                /* the first, as hz_check_rows wants it */
    const struct hz_plan *plan;           /* NULL: not known */
    struct hz_identity person, held;      /* held: the person under the plan */
    struct hz_text who, unit, enter_type; /* an empty `who`: nobody is named */
    hz_date start, end, last;             /* the last day covered */
    int64_t units, headcount;
    struct hz_text key;        /* by which rows are sorted, if they are: of the person */
    struct hz_text replaces;   /* the enrolment whose seat is taken over; empty: none */
    struct hz_identity number; /* of the enrolment, if the file tells who replaces whom */
    unsigned char who_column, key_column, enter_type_column, replaces_column;
    bool is_renewal, has_number;
    bool has_entry;              /* there is an enrolment to book it under */
    struct hz_entry_facts entry; /* what it books */
};

struct hz_held;

/*
 * `plans` may be NULL: then nothing is held against them. Sorted: keys do not fall from row to row,
 * in the order of bytes.
 */
struct hz_held *hz_held_new(const struct hz_plans *plans, bool is_sorted);
void hz_held_free(struct hz_held *members);

/* Of a person under a plan. */
struct hz_identity hz_held_identity(struct hz_identity person, const struct hz_plan *plan);

/* Asks for the memory that some struct hz_held_row will need: for those to be checked next. */
void hz_held_expect(const struct hz_held *members, void *const row[], size_t rows);

/*
 * Checks a row and remembers it. Rejects: not_sorted, exclusive_plans, duplicate,
 * overlapping_cover, and what hz_entries_book rejects; warns: renewal_gap, swap_overlap,
 * unequal_units. A row that takes another back ends that one's cover; a row that corrects another
 * is nobody's cover.
 */
void hz_held_check(struct hz_held *members, struct hz_batch *batch, size_t r,
                   const struct hz_held_row *row);

/* After all rows: employers of whose staff too few have joined (participation, least_members). */
void hz_held_finish(const struct hz_held *members, struct hz_notes *notes);

HZ_END_C

#endif

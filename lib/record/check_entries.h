/*
 * check_entries.h: rows of members that correct others, against those that they correct: a reversal
 * of nothing, two of one row, a refund above what was paid or other than the plan's.
 */

#ifndef HZ_RECORD_CHECK_ENTRIES_H
#define HZ_RECORD_CHECK_ENTRIES_H

#include "base/identity.h"
#include "base/linkage.h"
#include "plan/plan.h"
#include "record/lives.h"

HZ_BEGIN_C

/*
 * What has been booked of each enrolment so far: 24 bytes an original row, 8 to 16 more as soon as
 * a row corrects one; 56 an enrolment that is booked again, corrected or of more than 21 million
 * yuan, and what an index takes an amount beyond its first.
 */
struct hz_entries {
    struct hz_index enrolment, amount;
    struct hz_buffer more;
    uint32_t known; /* of the enrolments, those that are looked for */
};

struct hz_entries hz_entries_new(void);
void hz_entries_clear(struct hz_entries *entries); /* forgets all, and keeps the memory */
void hz_entries_free(struct hz_entries *entries);

/* A row that is none of these is not rejected yet; its amount is below zero but for an original. */
struct hz_entry_facts {
    struct hz_identity enrolment; /* with its plan and first day */
    const struct hz_plan *plan;   /* NULL: not known */
    hz_date start, end, ended;    /* HZ_NO_DATE: not told */
    hz_fen contribution;
    enum hz_entry entry;
    bool is_told; /* by the column entry, not by the sign */
    unsigned char amount_column;
    struct hz_text amount_text;
};

/*
 * Books a row, in the order of the file. Rejects, if it corrects what is not there:
 * reversal_of_nothing, reversed_twice, refund_of_nothing, refund_above_contribution. Warns of an
 * amount that is not the plan's (refund_differs), of a row below zero without an entry and without
 * an end that is not as large as what it would take back (refund_without_ended), of a row with
 * another end than the one that it corrects (ended_differs), and of all given back without an entry
 * (refund_of_all). False: rejected.
 */
bool hz_entries_book(struct hz_entries *entries, struct hz_batch *batch, size_t row,
                     const struct hz_entry_facts *facts);

HZ_END_C

#endif

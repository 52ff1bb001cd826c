/*
 * lives.h: a row of a file of members as a cover that was lived: until when it really held, and
 * what the row books: a cover, one taken back whole (红字冲销), or a part given back (退费).
 *
 * Every fold over members begins its list of columns with hz_life_columns and reads its rows here,
 * so that a cover ends on the same day, and a correction counts the same, in all of them. No row
 * needs another: what takes back an earlier row carries its dates and the opposite amount, so sums
 * are net in constant memory and in any order. huzhu-records(5) says what files write.
 */

#ifndef HZ_RECORD_LIVES_H
#define HZ_RECORD_LIVES_H

#include "base/linkage.h"
#include "fund/unearned.h"
#include "stream/batch.h"

HZ_BEGIN_C

/* The columns, in the order of a list that hz_life_columns has filled in. */
enum hz_life_column {
    HZ_LIFE_START,
    HZ_LIFE_END,
    HZ_LIFE_CONTRIBUTION,
    HZ_LIFE_ENDED,   /* the last day of a cover that ended before its term did */
    HZ_LIFE_ENTRY,   /* original, reversal, refund; empty: see enum hz_entry */
    HZ_LIFE_STATUS,  /* swapped_out: the seat goes on, and with it what was paid for it */
    HZ_LIFE_DEPOSIT, /* below zero, where nothing else is paid: the row of that deposit back */
    HZ_LIFE_COLUMNS,
};

/* A set of columns that a fold can do without; those from ended on always are optional. */
#define HZ_LIFE_MAY_LACK(column) (1U << (column))

void hz_life_columns(unsigned may_lack, struct hz_column column[HZ_LIFE_COLUMNS]);

/*
 * What a row books. A file without entries tells it by the sign: an amount of 0 or more is an
 * original; one below zero is a refund where the row has an `ended`, since days were covered until
 * then, and else a reversal. A reversal above zero takes back a refund, and counts like one.
 */
enum hz_entry { HZ_ENTRY_ORIGINAL, HZ_ENTRY_REVERSAL, HZ_ENTRY_REFUND };
extern const char *const hz_entry_names[]; /* in the order of the enum, then NULL */

/*
 * Whether a text names an entry; an empty one is told by the sign, and by whether there is an end.
 */
bool hz_entry_of(struct hz_text text, hz_fen contribution, bool has_ended, enum hz_entry *entry);

/* Whether an entry may have an amount of that sign. */
bool hz_entry_may_be(enum hz_entry entry, hz_fen contribution);

/* What is wrong with an entry that is none, or may not be: to follow the text found. */
const char *hz_entry_fault_text(void);
const char *hz_entry_sign_text(enum hz_entry entry);
const char *hz_deposit_of_refund_text(void);

/* Whether a member's status says that the cover is over before its term: it wants an `ended`. */
bool hz_status_ends(struct hz_text status);

/*
 * The years of a term, both days covered. Whole ones end the day before an anniversary of the start
 * or, as from 29 February to 28 February, on the last day of the month where that has no such day.
 */
struct hz_years_days hz_life_term(hz_date start, hz_date end);

/* A batch, typed; of rows that are not rejected. */
struct hz_life_rows {
    hz_date start[HZ_BATCH_ROWS], end[HZ_BATCH_ROWS]; /* the term, both days covered */
    hz_date last[HZ_BATCH_ROWS];        /* the last day covered: ended, or else the end */
    hz_date paid_to[HZ_BATCH_ROWS];     /* until when it earns: last, or of a seat swapped, end */
    hz_date booked[HZ_BATCH_ROWS];      /* of the contribution: the start; of a refund, last */
    hz_fen contribution[HZ_BATCH_ROWS]; /* below zero for a reversal or refund */
    signed char
        covers[HZ_BATCH_ROWS]; /* how many covers it is: 1, -1 of a reversal, 0 of a refund */
    unsigned char entry[HZ_BATCH_ROWS]; /* enum hz_entry */
};

/*
 * Reads a batch. Whatever a fold counts or measures of a cover (covers, renewals, units, exposure,
 * in force), it multiplies by `covers`, over the days from `start` to `last`; payers' parts have
 * the sign of the contribution. A column that is absent by may_lack is HZ_NO_DATE or 0. Rejects:
 * end_before_start, ended_before_start, bad_entry, entry_sign (an original below zero, a refund
 * above it), and the faults of the typed columns.
 */
void hz_lives_read(struct hz_batch *batch, struct hz_life_rows *rows);

/* The same of columns with may_lack, whose empty cells are as if the column were absent. */
void hz_lives_read_lacking(struct hz_batch *batch, unsigned may_lack, struct hz_life_rows *rows);

/*
 * Deposits (储金), whose columns are these, in fen, and what is given back of them, the deposit
 * itself unless the row says; both have the sign of `covers`, and are HZ_NO_DEPOSIT where neither
 * is told.
 * Rejects: negative_money (a sign that is not the entry's), and deposit_of_refund: a row that gives
 * back a part of a contribution has no deposit, as what is given back of that stands, with its day,
 * in the row that paid it in.
 */
#define HZ_NO_DEPOSIT INT64_MIN
void hz_lives_read_deposits(struct hz_batch *batch, int deposit, int refund,
                            struct hz_life_rows *rows, hz_fen deposits[], hz_fen refunds[]);

/*
 * The unearned part of a row's contribution: by its term as long as the cover holds, nothing from
 * the day on which it is paid to; of a refund all until its last day, as it is booked on it, and
 * nothing then, or of a seat swapped what is left of the days after it. A refund that tells no last
 * day is spread over the term. Faults as of hz_unearned_part.
 */
HZ_MUST_USE enum hz_unearned_fault hz_life_part_any(const struct hz_unearned *how,
                                                    const struct hz_life_rows *rows, size_t row,
                                                    hz_date wait_from,
                                                    struct hz_unearned_part *part);

HZ_MUST_USE static inline enum hz_unearned_fault hz_life_part(const struct hz_unearned *how,
                                                              const struct hz_life_rows *rows,
                                                              size_t row, hz_date wait_from,
                                                              struct hz_unearned_part *part)
{
    const struct hz_cover term = {rows->start[row], rows->end[row], wait_from};
    const int64_t days = (int64_t)term.end - term.start; /* but one */
    if (how->method != HZ_UNEARNED_DAILY || rows->entry[row] == HZ_ENTRY_REFUND || days < 0 ||
        days >= HZ_TERM_DAYS)
        return hz_life_part_any(how, rows, row, wait_from, part);
    *part = hz_unearned_daily(how->as_of, &term); /* as nearly all are */
    if (how->as_of >= rows->paid_to[row])
        part->left = 0;
    return HZ_UNEARNED_GOOD;
}

/*
 * The same of the first `count` rows at once, of nearly all of them: by days, of a usual term, no
 * refund. Where whole[row] is 0 ask for the row's part. Of a row that is rejected it means nothing.
 */
void hz_life_parts(const struct hz_unearned *how, const struct hz_life_rows *rows, size_t count,
                   int64_t left[], int64_t whole[]);

HZ_END_C

#endif

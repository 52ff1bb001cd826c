/*
 * ledger_rows.h: what the ledgers of members, claims and other entries share: groups, and printing.
 */

#ifndef HZ_RECORD_LEDGER_ROWS_H
#define HZ_RECORD_LEDGER_ROWS_H

#include "base/linkage.h"
#include "record/ledger_fold.h"
#include "stream/gather.h"

HZ_BEGIN_C

/* The parts that the keys of all ledgers begin with. */
enum { HZ_LEDGER_PROVINCE, HZ_LEDGER_OFFICE, HZ_LEDGER_PLAN, HZ_LEDGER_PERIOD, HZ_LEDGER_KEYS };

/* Lists the columns plan, office and province: three from column[0] on. */
void hz_ledger_columns(struct hz_column column[]);

/* Their texts as they are compared (hz_batch_texts). */
void hz_ledger_texts(struct hz_batch *batch, int plan);

/* The province of an office: the first two signs of its code; a name that is no code has none. */
static inline struct hz_text hz_ledger_province_of(struct hz_text office)
{
    const size_t length = office.length < 2 ? office.length : 2;
    const bool is_code = (length < 1 || (unsigned char)office.at[0] < 0x80) &&
                         (length < 2 || (unsigned char)office.at[1] < 0x80);
    return (struct hz_text){office.at, is_code ? length : 0};
}

/* A row's province: its own, or its office's. */
static inline struct hz_text hz_ledger_province(const struct hz_batch *batch, int plan, size_t row)
{
    const struct hz_text *own = batch->column[plan + 2];
    return own ? own[row] : hz_ledger_province_of(batch->column[plan + 1][row]);
}

/* The same parts of a row's key; the columns are from number `plan` on. */
void hz_ledger_key(const struct hz_batch *batch, int plan, size_t row, struct hz_key key[]);

/* The same of a whole batch, as rows are gathered; `province` is room for theirs. */
void hz_ledger_gather(const struct hz_batch *batch, int plan, struct hz_text province[],
                      struct hz_gather *gather);

/* Appends the HZ_LEDGER_KEYS to a layout, which is empty. */
void hz_ledger_layout(struct hz_tally_layout *layout);

/* Declares the columns of the result. */
void hz_ledger_head(struct hz_table *table);

/* Rows for the lines from `first` to before `last`; a line of nothing has none. */
void hz_ledger_lines(const struct hz_ledger_fold *fold, const struct hz_key key[], int first,
                     int last, const hz_sum value[], struct hz_table *table);

HZ_END_C

#endif

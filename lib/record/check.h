/*
 * check.h: records against what they should be and against the plans: rows without an error pass
 * unchanged; what is found is told by code, place and what to do. hz-check(1) lists the codes.
 */

#ifndef HZ_RECORD_CHECK_H
#define HZ_RECORD_CHECK_H

#include "base/linkage.h"
#include "file/forms.h"
#include "plan/plans.h"
#include "record/covers.h"
#include "stream/fold.h"

HZ_BEGIN_C

struct hz_check_settings {
    const struct hz_plans *plans; /* NULL: records are not held against plans */
    const char *members;          /* file of covers that claims are held against; NULL: none */
    enum hz_cover_key key;        /* by what claims name their covers */
    bool fixes;                   /* safe repairs are made, not only told */
    bool is_sorted;               /* members, by the person: see hz_held_check */
};

enum hz_checked { HZ_CHECK_MEMBERS, HZ_CHECK_CLAIMS };
extern const char *const hz_checked_names[]; /* members, claims, NULL */

/* ---- For the two kinds of records */

/* A row with repairs: the new texts of some of its columns. */
struct hz_repaired {
    struct hz_text text[HZ_BATCH_COLUMNS]; /* at NULL: as it stands */
    bool any;
};

/*
 * What is known of the batch's columns, so that the rows of a usual file are passed by with hardly
 * a look: sets of columns, and the values of those that were read at once, which the first row that
 * asks for one has done. A value in another form than the usual one is HZ_NO_DATE or
 * HZ_MONEY_OTHER: its cell is looked at by itself, and so are those of columns too many.
 */
enum { HZ_CHECK_DATES = 8, HZ_CHECK_AMOUNTS = 4 };
struct hz_check_columns {
    uint64_t has;    /* those that are there */
    uint64_t plain;  /* of these, those whose texts are as commands compare them */
    uint64_t looked; /* of these, those that were looked at for that: hz_batch_is_plain */
    int dates, amounts;
    unsigned char place[HZ_BATCH_COLUMNS]; /* by column, from 1; 0: not read */
    hz_date date[HZ_CHECK_DATES][HZ_BATCH_ROWS];
    hz_fen fen[HZ_CHECK_AMOUNTS][HZ_BATCH_ROWS];
};

/*
 * One column's cell, repaired if need be: see check_cells.c. The value of a cell that is at fault
 * is absent.
 */
struct hz_check_cell {
    struct hz_batch *batch;
    size_t row;
    const struct hz_check_settings *settings;
    struct hz_repaired *repaired;
    struct hz_check_columns *columns;
};

/* The slice as it stands; empty if the column is absent. */
static inline struct hz_text hz_cell_raw(const struct hz_check_cell *cell, int column)
{
    const struct hz_text *text = cell->batch->column[column];
    return text ? text[cell->row] : hz_text_of(NULL);
}

/* What the functions below make of a text that is not empty: most columns are absent. */
hz_date hz_cell_date_of(const struct hz_check_cell *cell, int column, struct hz_text raw);
hz_fen hz_cell_money_of(const struct hz_check_cell *cell, int column, struct hz_text raw,
                        bool may_be_negative);
int64_t hz_cell_integer_of(const struct hz_check_cell *cell, int column, struct hz_text raw,
                           int64_t absent, int64_t least, int64_t most);
struct hz_text hz_cell_code_of(const struct hz_check_cell *cell, int column, struct hz_text raw);

/* HZ_NO_DATE for an empty or absent cell and one at fault, which is rejected. */
static inline hz_date hz_cell_date(const struct hz_check_cell *cell, int column)
{
    const struct hz_text raw = hz_cell_raw(cell, column);
    const unsigned char place = cell->columns->place[column];
    if (raw.length == 0)
        return HZ_NO_DATE;
    const hz_date date = place > 0 ? cell->columns->date[place - 1][cell->row] : HZ_NO_DATE;
    return date == HZ_NO_DATE || hz_form_is_placeholder(date) ? hz_cell_date_of(cell, column, raw)
                                                              : date;
}

/* HZ_NO_AMOUNT likewise. */
static inline hz_fen hz_cell_money(const struct hz_check_cell *cell, int column,
                                   bool may_be_negative)
{
    const struct hz_text raw = hz_cell_raw(cell, column);
    const unsigned char place = cell->columns->place[column];
    if (raw.length == 0)
        return HZ_NO_AMOUNT;
    const hz_fen fen = place > 0 ? cell->columns->fen[place - 1][cell->row] : HZ_MONEY_OTHER;
    return fen >= 0 || (fen != HZ_MONEY_OTHER && may_be_negative)
               ? fen
               : hz_cell_money_of(cell, column, raw, may_be_negative);
}

static inline int64_t hz_cell_integer(const struct hz_check_cell *cell, int column, int64_t absent,
                                      int64_t least, int64_t most)
{
    const struct hz_text raw = hz_cell_raw(cell, column);
    return raw.length == 0 ? absent : hz_cell_integer_of(cell, column, raw, absent, least, most);
}

/* False for an empty or absent cell and one at fault. */
bool hz_cell_flag(const struct hz_check_cell *cell, int column);
/* A text as commands compare it (hz_form_text): put right or told; empty if absent. */
static inline struct hz_text hz_cell_code(const struct hz_check_cell *cell, int column)
{
    const struct hz_text raw = hz_cell_raw(cell, column);
    return raw.length == 0 || (cell->columns->plain & HZ_BATCH_COLUMN(column))
               ? raw
               : hz_cell_code_of(cell, column, raw);
}
/* The same of each of a set of columns: what is told of them. */
static inline void hz_cell_codes(const struct hz_check_cell *cell, uint64_t columns)
{
    columns &= cell->columns->has & ~cell->columns->plain;
    for (; columns != 0; columns &= columns - 1)
        hz_cell_code(cell, __builtin_ctzll(columns));
}
/* The number of an identity card, without the blanks and signs in, around and before it. */
struct hz_text hz_cell_card(const struct hz_check_cell *cell, int column);

/* Tells a finding about a cell. */
void hz_cell_find(const struct hz_check_cell *cell, enum hz_finding severity, int column,
                  const char *code, const char *sentence);

/*
 * Checks each row of a batch that is a record: `rows` are elements of `size` bytes, zeroed first,
 * that begin with a struct hz_text: the row with its repairs and its newline, or empty if there are
 * none.
 */
void hz_check_rows(struct hz_batch *batch, const struct hz_check_settings *settings, void *rows,
                   size_t size, void (*check)(const struct hz_check_cell *cell, void *row));

/*
 * Rows that pass, in settle: those that stand as they are, are passed together, from `next` on,
 * when one comes that does not.
 */
struct hz_check_passed {
    const struct hz_batch *batch;
    struct hz_buffer *out;
    size_t next;
};

/*
 * A row, in order, that is rejected, or whose repairs are passed in its place; or, behind the last
 * row, their number.
 */
void hz_check_pass(struct hz_check_passed *passed, size_t row, struct hz_text edited);

/* The maps of the two kinds of records, which use the settings as long as they live. */
struct hz_map hz_check_members(const struct hz_check_settings *settings);
struct hz_map hz_check_claims(const struct hz_check_settings *settings);

HZ_END_C

#endif

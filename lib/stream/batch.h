/*
 * batch.h: records as the folds and maps see them: some hundreds of rows at a time, each column
 * that was asked for as an array of slices into the input.
 */

#ifndef HZ_STREAM_BATCH_H
#define HZ_STREAM_BATCH_H

#include "base/date.h"
#include "base/error.h"
#include "base/linkage.h"
#include "base/money.h"
#include "base/text.h"

HZ_BEGIN_C

/*
 * The most rows a batch holds: small enough that a batch's slices stay in a core's cache, and some
 * less than a power of two: a row's cells in columns of 4096 bytes would crowd out one another.
 */
enum { HZ_BATCH_ROWS = 504 };

/* The most columns a fold or map may read. */
enum { HZ_BATCH_COLUMNS = 64 };

/* The most lanes a map may have: see fold.h. */
enum { HZ_MAP_LANES = 16 };

/* A column that a fold or map reads. A list of them ends with a row whose name is NULL. */
struct hz_column {
    const char *name; /* the canonical name; known aliases also match (columns.h) */
    bool is_optional; /* absent: its slices are NULL */
    bool is_personal; /* its text is masked in every message; some are so by name: columns.h */
};

struct hz_batch {
    size_t rows;
    const struct hz_text *column[HZ_BATCH_COLUMNS]; /* column[c][row], unquoted; NULL: not there */
    const struct hz_text *record;                   /* the row as it stands, without its line end */
    bool rejected[HZ_BATCH_ROWS];                   /* set by hz_batch_reject; skip these rows */
    uint8_t lane[HZ_BATCH_ROWS];                    /* of a map with lanes: see fold.h */
    size_t *end; /* set by hz_batch_pass: where a row's text ends in the output; NULL: unasked */
    const uint64_t *number;      /* where a map settles: of the rows among all, from 0 */
    struct hz_reader_part *part; /* where the rows lie: stream/ alone looks there */
};

/*
 * What is wrong with a row has a code, snake_case and permanent: scripts count by it.
 *
 * Refuses a row: it goes to --reject and into the counts, once, with the first reason given.
 * `column` is an index into the list of columns, or HZ_WHOLE_ROW; `code` is a string constant; the
 * sentence says what was expected ("is not a date: want YYYY-MM-DD"): the text found precedes it,
 * quoted, masked if the column is personal.
 */
enum { HZ_WHOLE_ROW = -1 };
void hz_batch_reject(struct hz_batch *batch, size_t row, int column, const char *code,
                     const char *sentence, ...) HZ_PRINTF(5, 6);

/* What a finding does to its row. */
enum hz_finding {
    HZ_REJECTED, /* the row is refused, as by hz_batch_reject */
    HZ_WARNED,   /* a person should look; the row goes on */
    HZ_FIXED,    /* put right, safely; the row goes on */
    HZ_TOLD,     /* worth knowing: nothing is at fault */
    HZ_ENDED,    /* the run cannot go on behind this row */
};

/*
 * True, and told, if the row is no record: blank cells alone, or the header once more, which are
 * left out; another header ends the run. hz_batch_reject looks at each row that it is to refuse:
 * only who might not refuse one, since it reads nothing but texts, need ask.
 */
bool hz_batch_set_aside(struct hz_batch *batch, size_t row);

/*
 * The same for a finding of any severity and a text that need not be the column's own: where a map
 * settles, it is what was carried. A row may have many findings, but is rejected once.
 */
void hz_batch_find(struct hz_batch *batch, size_t row, enum hz_finding severity, int column,
                   struct hz_text text, const char *code, const char *sentence, ...)
    HZ_PRINTF(7, 8);

/* Appends `text` as a message may show it if it is personal: masked (110105********002X). */
void hz_mask(struct hz_buffer *out, struct hz_text text);

/* Findings on all rows together, after the last. */
struct hz_notes;
void hz_note(struct hz_notes *notes, enum hz_finding severity, const char *code,
             const char *sentence, ...) HZ_PRINTF(4, 5);

/*
 * Leaves a row out without fault (a row that this command does not count, such as ex-gratia aid):
 * it is told in the summary as neither used nor rejected.
 */
void hz_batch_leave_out(struct hz_batch *batch, size_t row);

/* The delimiter of the file that the rows are of. What else is known of it: hz_batch_file. */
char hz_batch_delimiter(const struct hz_batch *batch);

/*
 * Whether a column that must be there, or says whose the row is, has a text that is no word for a
 * total: without one, it is hardly a record.
 */
bool hz_batch_has_required(const struct hz_batch *batch, size_t row);
/* The first such column; -1: there is none. */
int hz_batch_required(const struct hz_batch *batch);

/* The columns that are there, as a set. */
#define HZ_BATCH_COLUMN(column) (UINT64_C(1) << (column))
uint64_t hz_batch_has(const struct hz_batch *batch);

/* Whether messages must mask the column's text. */
bool hz_batch_is_personal(const struct hz_batch *batch, int column);

/* A copy of a text that lives as long as the batch's slices, also until a map has settled. */
struct hz_text hz_batch_keep(struct hz_batch *batch, struct hz_text text);

/* Appends the row as it stands in the input, with `more` after it (",1.00"), and its line end. */
void hz_batch_pass(const struct hz_batch *batch, size_t row, struct hz_text more,
                   struct hz_buffer *out);

/*
 * Appends the rows from `from` to before `to` as they stand: in one piece as far as they lie one
 * behind the other, as those of a usual file do.
 */
void hz_batch_pass_all(const struct hz_batch *batch, size_t from, size_t to, struct hz_buffer *out);

/*
 * The field `field` of a row, from 0, which begins at `at`: as hz_scan_field, but at once where the
 * scan knows the ends of the batch's fields.
 */
struct hz_scan_field;
const char *hz_batch_field(const struct hz_batch *batch, size_t row, size_t field, const char *at,
                           struct hz_scan_field *found);

/*
 * The same field of all rows at once, as it stands; false where quotes are in the batch, or rows
 * are to be split one by one.
 */
bool hz_batch_cells(const struct hz_batch *batch, size_t field, struct hz_text cell[]);

/*
 * Appends a row with new texts for some of its fields: better[c] takes the place of what the row
 * has in column c, quoted if need be; one whose `at` is NULL leaves the field as it stands, byte
 * for byte.
 */
void hz_batch_rewrite(const struct hz_batch *batch, size_t row, const struct hz_text better[],
                      struct hz_buffer *out);

/*
 * A whole column, typed: value[row] for every row not yet rejected; a row whose text is at fault is
 * rejected (bad_date, bad_money, negative_money, bad_integer, bad_flag). The forms of file/forms.h
 * are read; told are a time of day and a day that programs write for none (time_of_day,
 * placeholder_date). The column must be present, but for *_or variants, flags and texts: *_or take
 * `absent` for an absent column and an empty cell, and a flag is false then.
 */
void hz_batch_dates(struct hz_batch *batch, int column, hz_date value[]);
void hz_batch_dates_or(struct hz_batch *batch, int column, hz_date absent, hz_date value[]);
void hz_batch_fen(struct hz_batch *batch, int column, hz_fen value[]);
void hz_batch_fen_positive(struct hz_batch *batch, int column, hz_fen value[]); /* >= 0 */
void hz_batch_fen_or(struct hz_batch *batch, int column, hz_fen absent, hz_fen value[]);
void hz_batch_integers_or(struct hz_batch *batch, int column, int64_t absent, int64_t least,
                          int64_t most, int64_t value[]);
void hz_batch_flags(struct hz_batch *batch, int column, bool value[]);

/*
 * A column of texts as they are compared (hz_form_text): batch->column has them so from now on; a
 * number in a workbook's short form, 1.1E+17, is rejected (code_short). NULL for an absent column.
 */
const struct hz_text *hz_batch_texts(struct hz_batch *batch, int column);

/* True if none of a column's texts changes by that; false tells nothing. The column is there. */
bool hz_batch_is_plain(const struct hz_batch *batch, int column);

/* How the cells of the batch's file are meant. */
const struct hz_forms *hz_batch_forms(const struct hz_batch *batch);

HZ_END_C

#endif

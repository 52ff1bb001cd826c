/*
 * fold.h: the two verbs. A fold turns many records into one tally and the tally into a result; a
 * map turns one record into one record, in input order. The driver runs either over any input with
 * any number of threads; nobody else writes threading, sharding or partial states.
 */

#ifndef HZ_STREAM_FOLD_H
#define HZ_STREAM_FOLD_H

#include "base/linkage.h"
#include "file/output.h"
#include "file/table.h"
#include "stream/batch.h"
#include "stream/tally.h"

HZ_BEGIN_C

/*
 * absorb: joins the rows of a batch that it does not reject into the tally. finish: prints the
 * result of a whole tally, which it may sort. accepts: whether records could have made a row of
 * that key and values (all 0: of an entry, see book.h) that a state holds, which somebody may have
 * forged. It keeps out all that `finish` relies on not to meet: numbers that are no dates,
 * denominators of 0. NULL: any. accepts_entry: the same of the fields of an entry. NULL: any.
 * persons: the column, if any, whose different values are counted: a state carries numbers of them.
 * settings: the command's own, the same for all workers; never written while they run.
 */
struct hz_fold {
    const struct hz_column *columns;
    struct hz_tally_layout layout;
    const void *settings;
    void (*absorb)(struct hz_tally *tally, struct hz_batch *batch, const void *settings);
    bool (*finish)(struct hz_tally *tally, const void *settings, struct hz_table *table,
                   struct hz_error *err);
    bool (*accepts)(const struct hz_key key[], const hz_sum value[], const void *settings);
    bool (*accepts_entry)(const int64_t field[], const void *settings);
    const char *persons; /* its canonical name, or NULL */
};

struct hz_reader_file;

/*
 * each: looks at the rows of a batch, several batches at once. It appends what they become to
 * `out`, or, in a map that settles, leaves what settle has to know of row r in `carry`, an array of
 * elements of `carried` bytes. Slices of the input may be carried.
 * accept: looks at the header of the first file, which those of all others equal, before a row is
 * read, and may change the state. NULL: any will do.
 * load: called once then, with the threads there are: what rows are to be joined to. NULL: nothing.
 * settle: called with the rows in input order, one batch at a time: here a map may remember rows.
 * Its batch has no columns, only records; carry[r] is what `each` left of row r. NULL: no row
 * depends on another.
 * lanes: where a row depends only on some of those before it, `each` tells in batch->lane which of
 * so many lanes it is of, and settle is called for the lanes side by side, for each in input order.
 * Such a settle writes no state but its lane's, prints a row by hz_batch_pass or not at all, and
 * finds no faults. 0 or 1: all rows in order.
 * has_failed: after each settle, of one lane: what ended the map (a second input that cannot be
 * read), or NULL.
 * finish: after the last row, for what only all rows together show. NULL: nothing.
 * tabulate: a map that prints no rows but a table in the end. NULL: a header (the input's, and the
 * columns `added`) and rows.
 * settings: the same for all threads, never written while they run; state: of settle and what
 * follows.
 */
struct hz_map {
    const struct hz_column *columns;
    const char *const *added; /* columns behind the input's own; ends with NULL; NULL: none */
    bool is_text;             /* prints no header */
    size_t carried;
    size_t lanes; /* at most HZ_MAP_LANES */
    const void *settings;
    void *state;
    bool (*accept)(const struct hz_reader_file *file, void *state, struct hz_error *err);
    bool (*load)(void *state, int threads, struct hz_error *err);
    void (*each)(struct hz_batch *batch, void *carry, struct hz_buffer *out, const void *settings);
    void (*settle)(struct hz_batch *batch, void *const carry[], size_t lane, struct hz_buffer *out,
                   void *state);
    const struct hz_error *(*has_failed)(const void *state); /* NULL: it never does */
    void (*finish)(void *state, struct hz_notes *notes);
    bool (*tabulate)(void *state, struct hz_table *table, struct hz_error *err);
    void (*release)(void *state); /* frees it, when the map has done; NULL: nothing to free */
};

HZ_END_C

#endif

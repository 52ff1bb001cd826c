/*
 * fold.h: the two verbs. A fold turns many records into one tally and the tally into a result; a map
 * turns one record into one record, in input order. The driver runs either over any input with any
 * number of threads; nobody else writes threading, sharding or partial states.
 */

#ifndef HZ_STREAM_FOLD_H
#define HZ_STREAM_FOLD_H

#include "stream/batch.h"
#include "stream/output.h"
#include "stream/table.h"
#include "stream/tally.h"

/*
 * absorb: joins the rows of a batch that it does not reject into the tally.
 * finish: prints the result of a whole tally, which it may sort.
 * settings: the command's own, the same for all workers; never written while they run.
 */
struct hz_fold {
    const struct hz_column *columns;
    struct hz_tally_layout layout;
    const void *settings;
    void (*absorb)(struct hz_tally *tally, struct hz_batch *batch, const void *settings);
    bool (*finish)(struct hz_tally *tally, const void *settings, struct hz_table *table,
                   struct hz_error *err);
};

/*
 * each: appends what the rows of a batch become to `out`. The outputs of all batches are written in
 * input order.
 */
struct hz_map {
    const struct hz_column *columns;
    const void *settings;
    void (*each)(struct hz_batch *batch, struct hz_buffer *out, const void *settings);
};

#endif

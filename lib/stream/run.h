/*
 * run.h: runs a fold or a map over files of records, with any number of threads.
 *
 * The files are cut into blocks at the ends of records; a thread takes the next block, reads its
 * rows into columns, and absorbs them into a tally of its own (a fold) or writes them anew (a map).
 * What must keep the order of the input (rejected rows, findings, what a map prints) is put down by
 * block, one after the other, and so are the rows of a lane that a map settles. So the result, and
 * every byte of it, is the same for any number of threads and any size of block.
 */

#ifndef HZ_STREAM_RUN_H
#define HZ_STREAM_RUN_H

#include "base/linkage.h"
#include "stream/fold.h"
#include "stream/reader.h"

HZ_BEGIN_C

/* How many rows had one fault. */
struct hz_fault_count {
    const char *code;
    uint64_t rows;
    enum hz_finding severity;
};

enum { HZ_FAULT_CODES = 64 };

/* What became of the rows: in = used + left_out + rejected. */
struct hz_counts {
    uint64_t in;
    uint64_t used;
    uint64_t left_out;
    uint64_t rejected;
    struct hz_fault_count fault[HZ_FAULT_CODES]; /* in order of first appearance */
    size_t faults;
    struct hz_fault_count note[HZ_FAULT_CODES]; /* findings that reject no row, likewise */
    size_t notes;
};

struct hz_progress {
    uint64_t rows;
    uint64_t bytes;
    uint64_t size; /* 0: not known */
};

struct hz_run {
    struct hz_reader_settings input; /* its columns are the fold's or map's */
    int threads;                     /* at least 1 */
    bool is_strict;                  /* the first rejected row ends the run (data) */
    size_t group_limit;              /* a fold of more keys than these is refused (data); 0: none */
    struct hz_output *rejects;       /* NULL: rejected rows are only told */
    struct hz_output *findings;      /* a CSV row a finding; NULL: none are written */

    /*
     * Called in input order, never by two threads at once, with a message for each of the first
     * rejected rows of a kind (messages_per_code of them), and now and then with the progress.
     */
    void (*tell)(void *context, const char *message);
    void (*show)(void *context, const struct hz_progress *progress);
    void *context;
    uint64_t messages_per_code;

    bool has_safe_cells; /* a map's rows are written by hz_safe_cells */
};

/*
 * Folds all records into a new tally, which the caller frees. Rejected rows do not make it fail:
 * see the counts.
 */
HZ_MUST_USE bool hz_run_fold(const struct hz_run *run, const struct hz_fold *fold,
                             struct hz_tally **tally, struct hz_counts *counts,
                             struct hz_error *err);

/*
 * Maps all records to the output, in input order, behind a header unless the map says otherwise. A
 * reader of the output that has gone ends it. Refused (data): a file whose header is not the first
 * one's.
 */
HZ_MUST_USE bool hz_run_map(const struct hz_run *run, const struct hz_map *map,
                            struct hz_output *output, struct hz_counts *counts,
                            struct hz_error *err);

HZ_END_C

#endif

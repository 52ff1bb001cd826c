/*
 * part.h: a worker's own side of the reader: a block of one file, of bounded size whatever the file
 * holds, that becomes batches of rows, and what is found in these.
 *
 * Only stream/ looks into a part. Who reads the rows of a batch has batch.h; who reads a file by
 * itself, row after row, may hold a part and hand it to these functions (record/cover_reader.c).
 */

#ifndef HZ_STREAM_PART_H
#define HZ_STREAM_PART_H

#include "base/arena.h"
#include "base/linkage.h"
#include "stream/reader.h"

HZ_BEGIN_C

/* Why a row was refused, or what else was found in it; the texts are in the part's buffer. */
struct hz_reject {
    enum hz_finding severity;
    bool is_more;  /* another fault of a row that has been rejected: for --findings alone */
    size_t record; /* offset of the row in the part */
    size_t length;
    size_t field_at;   /* offset of the field in the part, or of the row */
    bool has_column;   /* false: the text is not the input's own, or it is the whole row */
    const char *field; /* its canonical name; NULL for the whole row */
    const char *code;
    size_t message;  /* offset of the message in the part's text; terminated there */
    size_t sentence; /* the same without the quoted value before it */
};

/* Bytes of a part that are no record: see cut.h. */
struct hz_bad_range {
    size_t from, to;
    uint64_t lines; /* that end in it */
    bool is_row;    /* it counts as a rejected row, with the reason that follows */
    const char *code, *sentence;
};

/* How often a code was found in a part, and before the present batch. */
struct hz_code_count {
    const char *code;
    uint64_t found, before;
};
enum { HZ_PART_CODES = 32 };

/* Rows of a map that settles, see lanes.h: their numbers, uint32_t, and what they print. */
struct hz_part_lane {
    struct hz_buffer rows, out;
};

/* A block of one file and what is made of it. */
struct hz_reader_part {
    const struct hz_reader *reader;
    const struct hz_reader_file *file;
    uint64_t sequence; /* parts are numbered in input order, from 0 */
    char *data;        /* whole records, the last one closed by a newline, then slack */
    size_t length;
    size_t cursor;
    size_t hidden_to;         /* the end of a record whose lines are rejected one by one */
    struct hz_bad_range *bad; /* in order */
    size_t bads, bad_capacity, bad_next;
    const char *guess;  /* the encoding, if that was decided while the part was read; NULL */
    const char *remark; /* what is known at the end of a workbook; NULL */

    uint32_t *index;      /* scratch of the scan: HZ_BATCH_ROWS x fields and a block */
    const uint32_t *ends; /* of the batch's fields, behind ends_from: plain rows; NULL: others */
    const char *ends_from;
    size_t scratch_fields; /* how many fields a row index and field have room for */
    struct hz_text *field; /* one row's fields */
    struct hz_text *slice; /* columns x HZ_BATCH_ROWS */
    struct hz_text record[HZ_BATCH_ROWS];
    struct hz_arena unescaped;
    bool has_high; /* the batch's rows may hold bytes beyond ASCII */

    uint64_t rows, left_out, lines;
    struct hz_reject *reject;
    size_t rejects, reject_capacity;
    struct hz_code_count code[HZ_PART_CODES]; /* those after so many are always told */
    size_t codes;
    struct hz_buffer text; /* of the rejects */
    struct hz_buffer out;  /* of a map */
    struct hz_buffer kept; /* of a map that settles: records, and what else its rows carry */
    struct hz_buffer carry;
    struct hz_part_lane *lane; /* NULL: no rows are kept */
    size_t settled;            /* lanes */
    bool is_whole;             /* all that its rows print is in `out` */
    struct hz_error failure;   /* that ended the map */
};

/* A part for a worker, and its end. */
void hz_part_new(struct hz_reader_part *part, const struct hz_reader *reader);
void hz_part_free(struct hz_reader_part *part);

/*
 * The next rows of the part, at most HZ_BATCH_ROWS; false when there are none left. The slices
 * point into the part and live until it is filled again.
 */
bool hz_part_batch(struct hz_reader_part *part, struct hz_batch *batch);

/* See hz_batch_cells. */
bool hz_part_cells(const struct hz_reader_part *part, size_t rows, size_t field,
                   struct hz_text cell[]);

/*
 * A batch begins: its findings come column by column, those of the batches before it are of rows
 * before its own. So the first of a code, by rows, are among those of its first batches.
 */
void hz_part_begin_findings(struct hz_reader_part *part);

/* Where a finding lies, whose row begins in a line. */
struct hz_place hz_part_place(const struct hz_reader_part *part, const struct hz_reject *reject,
                              uint64_t line);

/*
 * For who refuses a file by its first fault: true if no finding so far rejects a row or ends the
 * run. Refused (data): the first that does, with its line; `before` lines of the file came before
 * the part.
 */
HZ_MUST_USE bool hz_part_is_good(const struct hz_reader_part *part, uint64_t before,
                                 struct hz_error *err);

HZ_END_C

#endif

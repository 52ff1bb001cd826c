/*
 * reader.h: files of records, cut at record boundaries into parts that workers scan by themselves
 * (part.h): hz_reader_next is the only thing workers share.
 */

#ifndef HZ_STREAM_READER_H
#define HZ_STREAM_READER_H

#include "base/linkage.h"
#include "file/forms.h"
#include "file/header.h"
#include "file/json_rows.h"
#include "file/xlsx_read.h"
#include "stream/batch.h"
#include "stream/values.h"

HZ_BEGIN_C

/* A column's name in somebody's files, and ours. */
struct hz_rename {
    const char *theirs;
    const char *ours;
};

struct hz_reader_settings {
    const char *const *path; /* in order; "-" is stdin */
    size_t paths;
    const struct hz_column *columns;
    const struct hz_rename
        *rename;                   /* ends with a NULL; NULL: none. Goes before the known aliases */
    const struct hz_value *value;  /* likewise, before the known words of values.h */
    const char *encoding;          /* as iconv names it; NULL: see hz_bytes_open */
    const char *sheet;             /* of a workbook; NULL: the first */
    size_t block;                  /* bytes read at a time; 0: the usual size */
    struct hz_forms forms;         /* how cells are meant, as said */
    struct hz_header_order header; /* where the header is, as said */
    bool tells_all;                /* all faults of a row are found, not the first alone */
    uint64_t sentences;            /* so many are made of a code, at least; 0: all */
};

enum {
    HZ_RECORD_MOST = 1 << 20,  /* the longest record, in bytes */
    HZ_READER_BLOCK = 1 << 18, /* the usual block: a worker's part stays in its cache */
};

/* One input file, as its header bound it. */
struct hz_reader_file {
    const char *name;     /* "<stdin>" for stdin */
    struct hz_xlsx *book; /* NULL: it is no workbook */
    struct hz_json *json; /* NULL: it is no JSON */
    const char
        *guess; /* the encoding it was taken to have, if it is not UTF-8 and none was named */
    struct hz_forms forms;
    struct hz_text header;
    char delimiter;
    const char *remark; /* what a person should know of its header; NULL: nothing */
    uint64_t header_line;
    size_t fields;
    struct hz_text *name_of;        /* of the fields, as they stand in the header */
    bool has_digits;                /* one of these names begins with a digit */
    int field_of[HZ_BATCH_COLUMNS]; /* by column of the settings; -1: not there */
    int *column_of;                 /* the same the other way, by field; -1: not wanted */
    uint64_t header_lines;
    struct hz_reader_file *older;
};

/* The file that the rows of a batch are of. */
const struct hz_reader_file *hz_batch_file(const struct hz_batch *batch);

/* For messages about a line, from 1, or, of 0, about the file. */
struct hz_place hz_reader_place(const struct hz_reader_file *file, uint64_t line);

struct hz_reader_part;
struct hz_reader;

/*
 * Opens the first file and binds its header. Refused (data): an empty file, no header, a missing
 * column, a column that stands twice, compressed data or a spreadsheet (the message names the
 * command that opens it); (system) a file that cannot be read.
 */
HZ_MUST_USE bool hz_reader_open(struct hz_reader **reader,
                                const struct hz_reader_settings *settings, struct hz_error *err);
void hz_reader_close(struct hz_reader *reader); /* NULL is fine */

/* The first file, whose header is bound. */
const struct hz_reader_file *hz_reader_first(const struct hz_reader *reader);

/* The columns of the settings, and how many bytes a part's data needs. */
const struct hz_column *hz_reader_columns(const struct hz_reader *reader);
size_t hz_reader_capacity(const struct hz_reader *reader);

/* The words that stand for codes in a column, from `value` of the settings and values.h. */
const struct hz_recodings *hz_reader_recodings(const struct hz_reader *reader, size_t column);

/* Whether a text is the name of a column, wanted or not. */
bool hz_reader_knows(const struct hz_reader *reader, struct hz_text name);
/* Whether two names are of the same column. */
bool hz_reader_same(const struct hz_reader *reader, struct hz_text a, struct hz_text b);
bool hz_reader_tells_all(const struct hz_reader *reader);
uint64_t hz_reader_sentences(const struct hz_reader *reader);

/* Whether messages must mask a column's text. */
bool hz_reader_is_personal(const struct hz_reader *reader, size_t column);

/* Bytes in all files where that can be known, else 0. */
uint64_t hz_reader_size(const struct hz_reader *reader);

/*
 * Fills the part with the next block; false at the end of all files, and when one cannot be read
 * (err is set then). Safe to call from several threads, each with its own part.
 */
bool hz_reader_next(struct hz_reader *reader, struct hz_reader_part *part, struct hz_error *err);

HZ_END_C

#endif

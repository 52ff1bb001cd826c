/* scan.h: where fields and records of CSV end (RFC 4180): the innermost loops of the reader. */

#ifndef HZ_FILE_SCAN_H
#define HZ_FILE_SCAN_H

#include "base/linkage.h"
#include "base/text.h"

HZ_BEGIN_C

/* Bytes that are kept free behind data: for a newline that is lacking, and for reading by words. */
enum { HZ_SCAN_SLACK = 64 };

/* What was found from the start of a record on. */
struct hz_scan_found {
    size_t positions;
    size_t newlines; /* among the positions */
    size_t records;  /* length of the whole records: to behind the last of these newlines */
    bool has_quotes;
    bool has_escapes; /* doubled quotes within quoted fields */
    bool is_open;     /* the data end within quotes */
    bool is_odd;      /* quotes that only hz_scan_field knows to read: forget the positions */
    bool has_nul;
    bool has_high; /* bytes that are not ASCII */
};

/*
 * Finds the field ends of records, 64 bytes at a time: the positions of `delimiter` and of newlines
 * outside quotes, in order, from `data`, where a record begins. Stops at the end of the data, after
 * the 64 bytes in which the `newlines_wanted`th newline stands, or when fewer than 64 of `capacity`
 * positions are free. `position` may be NULL. All that is told is of the bytes that were looked at.
 */
struct hz_scan_found hz_scan_index(const char *data, size_t length, char delimiter,
                                   size_t newlines_wanted, uint32_t position[], size_t capacity);

typedef struct hz_scan_found hz_scan(const char *data, size_t length, char delimiter,
                                     size_t newlines_wanted, uint32_t position[], size_t capacity);

/* The ways to do it that this processor has, fastest first, the plain one last; then NULL. */
hz_scan *hz_scan_variant(size_t number);
const char *hz_scan_variant_name(size_t number); /* "avx512", "avx2", "plain" */

/* The same by one byte after the other: the reference that the tests hold the others to. */
struct hz_scan_found hz_scan_index_plain(const char *data, size_t length, char delimiter,
                                         size_t newlines_wanted, uint32_t position[],
                                         size_t capacity);

/* How a field is written. */
struct hz_scan_field {
    struct hz_text text; /* as it stands, without the outer quotes */
    bool is_escaped;     /* holds doubled quotes that are to become single ones */
    bool has_tail;       /* at fault: text between the closing quote and the field's end */
    bool is_quoted;
};

/*
 * One field from `at`; `end` points behind the newline that closes the data. Gives where the field
 * ends (a delimiter or newline), or NULL if a quote is opened and not closed before `end`. A quote
 * means something only at the front of a field, where blanks may stand before it, and behind it.
 */
const char *hz_scan_field(const char *at, const char *end, char delimiter,
                          struct hz_scan_field *field);

/* The start of the record after the one at `at`, or NULL if it does not end before `end`. */
const char *hz_scan_record(const char *at, const char *end, char delimiter);

/* Writes the text with each doubled quote made single; returns its length, at most the text's. */
size_t hz_scan_unescape(struct hz_text text, char out[]);

/*
 * The way back: appends a field, quoted if it holds a comma, the delimiter, a quote or a line end,
 * with its quotes doubled.
 */
void hz_scan_quote(struct hz_text text, char delimiter, struct hz_buffer *out);

/* How many newlines there are from `from` to before `to`. */
uint64_t hz_scan_newlines(const char *from, const char *to);

/*
 * Whether a quoted field, before which `before` others stand, holds line ends between which the
 * delimiters of a header of so many fields stand: rows that a stray quote has swallowed, most
 * likely. With few columns, any text may have as many.
 */
bool hz_scan_hides_rows(struct hz_text field, char delimiter, size_t fields, size_t before);

HZ_END_C

#endif

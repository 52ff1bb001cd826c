/* scan.h: where fields and records of CSV end (RFC 4180): the innermost loops of the reader. */

#ifndef HZ_STREAM_SCAN_H
#define HZ_STREAM_SCAN_H

#include "base/text.h"

/* The scans may read this many bytes beyond the end they are given, never write there. */
enum { HZ_SCAN_SLACK = 64 };

/*
 * Finds the field ends of quote-free data, 64 bytes at a time: the positions of `delimiter` and of
 * newlines, in order, from `data`. Stops at the end of the data, after the 64 bytes in which the
 * `newlines_wanted`th newline stands, or when fewer than 64 of `capacity` positions are free.
 * Gives the number of positions and, in *newlines, how many of them are newlines.
 */
size_t hz_scan_index(const char *data, size_t length, char delimiter, size_t newlines_wanted,
                     uint32_t position[], size_t capacity, size_t *newlines);

/* The same by one byte after the other: the reference that the tests hold the others to. */
size_t hz_scan_index_plain(const char *data, size_t length, char delimiter, size_t newlines_wanted,
                           uint32_t position[], size_t capacity, size_t *newlines);

/* How a field is written. */
struct hz_scan_field {
    struct hz_text text; /* as it stands, without the outer quotes */
    bool is_escaped;     /* holds doubled quotes that are to become single ones */
    bool has_tail;       /* at fault: text between the closing quote and the field's end */
};

/*
 * One field from `at`; `end` points behind the newline that closes the data. Gives where the field
 * ends (a delimiter or newline), or NULL if a quote is opened and not closed before `end`. A quote
 * means something only as the first byte of a field.
 */
const char *hz_scan_field(const char *at, const char *end, char delimiter,
                          struct hz_scan_field *field);

/* The start of the record after the one at `at`, or NULL if it does not end before `end`. */
const char *hz_scan_record(const char *at, const char *end, char delimiter);

/* Writes the text with each doubled quote made single; returns its length, at most the text's. */
size_t hz_scan_unescape(struct hz_text text, char out[]);

#endif

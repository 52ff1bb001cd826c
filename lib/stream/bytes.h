/*
 * bytes.h: the bytes of one file of records as UTF-8, whatever it is encoded in, read in steps.
 *
 * They are read, not mapped: of 739 MB in the page cache mmap, whole or a block at a time with
 * MAP_POPULATE, took as long as read in blocks of 256 KiB to 4 MiB, and a mapped file that shrinks
 * kills the process.
 */

#ifndef HZ_STREAM_BYTES_H
#define HZ_STREAM_BYTES_H

#include "base/error.h"
#include "base/linkage.h"

#include <stddef.h>

HZ_BEGIN_C

struct hz_bytes;

/*
 * Opens a file, "-" for stdin; an encoding as iconv names it, or NULL: then it is UTF-8, UTF-16 by
 * its mark or its NULs, or what hz_encoding_guess says of the first bytes beyond ASCII, once these
 * are reached. Of a workbook (xlsx_read.h) they are the CSV of a sheet, by its name or, of NULL,
 * the first; one that cannot be sought in is kept in a temporary file. Of JSON (json_rows.h) they
 * are its CSV too. Refused (data): what is no
 * text (hz_file_is_text); (system) what cannot be read.
 */
HZ_MUST_USE bool hz_bytes_open(struct hz_bytes **bytes, const char *path, const char *encoding,
                               const char *sheet, struct hz_error *err);
void hz_bytes_close(struct hz_bytes *bytes); /* NULL is fine */

/*
 * Reads on until `data` holds `wanted` bytes or the file ends; a character that is converted is
 * written whole, so that there may be up to eight bytes more.
 */
HZ_MUST_USE bool hz_bytes_fill(struct hz_bytes *bytes, char *data, size_t *length, size_t wanted,
                               struct hz_error *err);

/* True if nothing is left. */
bool hz_bytes_at_end(const struct hz_bytes *bytes);

/* The encoding that was taken for what is not UTF-8, as far as has been read; NULL: none. */
const char *hz_bytes_guess(const struct hz_bytes *bytes);

/* The workbook that is read, or NULL; closing the bytes ends it, the caller closes it. */
struct hz_xlsx *hz_bytes_book(const struct hz_bytes *bytes);

/* The JSON that is read, or NULL; the caller frees it, when the bytes are closed. */
struct hz_json *hz_bytes_json(const struct hz_bytes *bytes);

HZ_END_C

#endif

/* bind.h: a file's header found, and the columns wanted bound to its fields. */

#ifndef HZ_STREAM_BIND_H
#define HZ_STREAM_BIND_H

#include "base/linkage.h"
#include "stream/reader.h"

HZ_BEGIN_C

/*
 * Finds the header in the beginning of a file, closed by a newline and without a byte order mark,
 * and binds the columns: sets the file's header (a copy), delimiter, fields, remark and what goes
 * with them; *next is how much of the beginning is passed. Refused (data): no header, a missing
 * column, one that stands twice.
 */
HZ_MUST_USE bool hz_bind_header(const struct hz_reader_settings *settings,
                                struct hz_reader_file *file, struct hz_text beginning, size_t *next,
                                struct hz_error *err);

/*
 * The canonical name of a column of the file as the settings rename it, or NULL: it goes by itself.
 */
const char *hz_bind_canonical(const struct hz_reader_settings *settings, struct hz_text header);

HZ_END_C

#endif

/* file.h: a small file read whole. */

#ifndef HZ_STREAM_FILE_H
#define HZ_STREAM_FILE_H

#include "base/error.h"
#include "base/text.h"

/* A path as messages show it: "<stdin>" for NULL and "-". */
const char *hz_file_name(const char *path);

/*
 * Appends the bytes of a file (NULL or "-": stdin) to the buffer. Refused (system): a file that
 * cannot be opened or read, a directory, more than `most` bytes.
 */
HZ_MUST_USE bool hz_file_read(const char *path, size_t most, struct hz_buffer *bytes,
                              struct hz_error *err);

/*
 * Refused (data) if the bytes are something that CSV never is: compressed data, a workbook, UTF-16.
 * The message names what it is and the command that makes CSV of it.
 */
HZ_MUST_USE bool hz_file_is_text(const char *name, struct hz_text bytes, struct hz_error *err);

#endif

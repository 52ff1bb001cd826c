/* file.h: a small file read whole. */

#ifndef HZ_FILE_FILE_H
#define HZ_FILE_FILE_H

#include "base/arena.h"
#include "base/digest.h"
#include "base/error.h"
#include "base/linkage.h"
#include "base/text.h"

HZ_BEGIN_C

/* A path as messages show it: "<stdin>" for NULL, "-" and "/dev/stdin". */
const char *hz_file_name(const char *path);

/*
 * Opens a file for reading, NULL or "-": stdin. Refused (system): one that cannot be opened; (data)
 * one that a gate keeps out (gate.h). The caller closes what is not stdin. A secret's file need not
 * be among those that a gate lists.
 */
HZ_MUST_USE bool hz_file_open(const char *path, int *descriptor, struct hz_error *err);
HZ_MUST_USE bool hz_file_open_secret(const char *path, int *descriptor, struct hz_error *err);

/*
 * After a read that failed: true if it is to be done again, for it was interrupted, or there was
 * nothing yet where somebody else has made the descriptor a non-blocking one; then it waits.
 */
bool hz_file_may_go_on(int descriptor);

/*
 * Appends the bytes of a file (NULL or "-": stdin) to the buffer. Refused (system): a file that
 * cannot be opened or read, a directory, more than `most` bytes.
 */
HZ_MUST_USE bool hz_file_read(const char *path, size_t most, struct hz_buffer *bytes,
                              struct hz_error *err);

/*
 * The SHA-256 of an open file of any size; `name` is what messages and audit trails call it. Asked
 * after each step, go_on(context) says whether there is time for another. Refused (system): a file
 * that cannot be read, or not in that time.
 */
HZ_MUST_USE bool hz_file_digest(int descriptor, const char *name,
                                bool (*go_on)(const void *context), const void *context,
                                struct hz_digest *digest, struct hz_error *err);

/*
 * Refused (data) if the bytes are something that CSV never is: compressed data, a workbook, UTF-16.
 * The message names what it is and the command that makes CSV of it.
 */
HZ_MUST_USE bool hz_file_is_text(const char *name, struct hz_text bytes, struct hz_error *err);

/*
 * The paths of the files in a directory whose names end in `ending`, in the order of their bytes;
 * hidden ones apart. Refused (system): a directory that cannot be read; (data) one with something
 * of such a name that is no plain file.
 */
HZ_MUST_USE bool hz_file_list(const char *directory, const char *ending, struct hz_arena *arena,
                              const char *const **path, size_t *paths, struct hz_error *err);

HZ_END_C

#endif

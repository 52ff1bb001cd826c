/* output.h: where results go: stdout, or a file that appears whole or not at all. */

#ifndef HZ_FILE_OUTPUT_H
#define HZ_FILE_OUTPUT_H

#include "base/error.h"
#include "base/linkage.h"
#include "base/text.h"

HZ_BEGIN_C

/* A buffered writer. A failure is kept and told by hz_output_close; writing on is harmless. */
struct hz_output;

/*
 * Opens a file for writing, NULL or "-" for stdout. A named regular file is written beside its
 * place and renamed by hz_output_close, keeping the mode of the file that it replaces; a symbolic
 * link stays and its target is replaced; a device or a pipe is written directly. `path` is borrowed
 * until the output is closed or dropped.
 */
HZ_MUST_USE bool hz_output_open(struct hz_output **output, const char *path, struct hz_error *err);

/* Opens a writer that appends to `bytes`, which must outlive it, what it has when it is flushed. */
struct hz_output *hz_output_to(struct hz_buffer *bytes);

void hz_output_write(struct hz_output *output, const void *bytes, size_t length);
void hz_output_text(struct hz_output *output, struct hz_text text);

/*
 * A failure on the way to the output, as a sentence of the program's own: nothing more is written,
 * and hz_output_close tells it.
 */
void hz_output_fail(struct hz_output *output, const char *sentence);

/* Hands on what is buffered now, for a reader that waits. False once anything has failed. */
HZ_MUST_USE bool hz_output_flush(struct hz_output *output);

/* True once the reader has gone (EPIPE): there is no more to do, and nothing to complain of. */
bool hz_output_is_closed(const struct hz_output *output);

/*
 * Writes what is left, closes, and gives a named file its name. Fails (system) if any write had
 * failed, except for a reader that has gone. Frees the output; NULL is fine.
 */
HZ_MUST_USE bool hz_output_close(struct hz_output *output, struct hz_error *err);

/* Gives up: frees the output, and removes the unfinished file of a named one. NULL is fine. */
void hz_output_drop(struct hz_output *output);

/* Removes the unfinished file of a named one, and nothing else: for a signal's handler. */
void hz_output_remove(const struct hz_output *output);

HZ_END_C

#endif

/*
 * inputs.h: files that were named on the command line, seen from the folder in which commands run.
 */

#ifndef HZ_CMD_INPUTS_H
#define HZ_CMD_INPUTS_H

#include "base/arena.h"
#include "base/error.h"

/* The folder of a path, with a slash behind it; NULL: this one. */
const char *hz_directory_of(const char *path, struct hz_arena *arena);

/*
 * A list "NAME=FILE,..." (NULL: none) with each file seen from the directory (NULL: this one).
 * Refused (system): a folder that cannot be told.
 */
HZ_MUST_USE bool hz_inputs_seen_from(const char **seen, const char *list, const char *directory,
                                     struct hz_arena *arena, struct hz_error *err);

#endif

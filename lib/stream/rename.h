/* rename.h: --columns: the names that somebody's files use for our columns, from a YAML map. */

#ifndef HZ_STREAM_RENAME_H
#define HZ_STREAM_RENAME_H

#include "base/arena.h"
#include "stream/reader.h"

/*
 * Reads "theirs: ours" pairs into a list that ends with a NULL row. Refused (data): what is no map
 * of texts, and one of our names given to two of theirs.
 */
HZ_MUST_USE bool hz_rename_read(const struct hz_rename **renames, const char *path,
                                struct hz_arena *arena, struct hz_error *err);

#endif

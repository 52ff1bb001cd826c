/*
 * rename.h: --columns: the names and words that somebody's files use for ours, from a YAML map:
 *
 *     出险日期: event_date
 *     values: {sex: {男: 1, 女: 2}}
 */

#ifndef HZ_STREAM_RENAME_H
#define HZ_STREAM_RENAME_H

#include "base/arena.h"
#include "base/linkage.h"
#include "file/sheet.h"
#include "stream/reader.h"

HZ_BEGIN_C

/*
 * Reads "theirs: ours" pairs into a list that ends with a NULL row; and from the map `values`, if
 * there is one, by column (in either name) the words of theirs that stand for ours. Refused (data):
 * what is no map of texts, and one of our names given to two of theirs.
 */
HZ_MUST_USE bool hz_rename_read(const struct hz_rename **renames, const struct hz_value **values,
                                const char *path, struct hz_arena *arena, struct hz_error *err);

/* Gives a small table our names and words, by the same lists (values NULL: none). */
void hz_rename_sheet(const struct hz_rename *renames, const struct hz_value *values,
                     struct hz_sheet *sheet, struct hz_arena *arena);

/* Gives a small table of records the codes for the words of huzhu-records(5): 已支付 is paid. */
void hz_recode_sheet(struct hz_sheet *sheet, struct hz_arena *arena);

HZ_END_C

#endif

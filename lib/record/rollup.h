/*
 * rollup.h: groups of groups: offices into provinces (省级统筹), plans into lines, by a small
 * table. An office that acts for a province is a line like any other.
 */

#ifndef HZ_RECORD_ROLLUP_H
#define HZ_RECORD_ROLLUP_H

#include "base/arena.h"
#include "base/error.h"
#include "base/linkage.h"

HZ_BEGIN_C

/* What a column's values are joined into. Owned by the arena it was read into. */
struct hz_rollup {
    const char *file;
    const char *from, *to; /* names of the columns; NULL: there is none */
    size_t count;
    struct hz_rollup_row {
        struct hz_text from, to;
    } * row; /* in the order of the bytes of `from` */
};

/*
 * Reads a table of two columns: each value of the first, once, and what it is joined into. Refused
 * (data), with line and column: other than two columns, an empty cell, a value that stands twice.
 */
HZ_MUST_USE bool hz_rollup_read(struct hz_rollup *rollup, const char *path, struct hz_arena *arena,
                                struct hz_error *err);

/* What a value is joined into; no text (at: NULL) if the table does not say. */
struct hz_text hz_rollup_find(const struct hz_rollup *rollup, struct hz_text value);

HZ_END_C

#endif

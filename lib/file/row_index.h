/*
 * row_index.h: the rows of a small table found by what some of their columns hold: rows that agree
 * there are one key's, and the first of them stands for it. Twice in a table is found so, and a
 * group's rows wherever they stand.
 */

#ifndef HZ_FILE_ROW_INDEX_H
#define HZ_FILE_ROW_INDEX_H

#include "base/linkage.h"
#include "file/sheet.h"

HZ_BEGIN_C

/* Open addressing, at most half full; owned by the arena that it was made in. */
struct hz_row_index {
    const struct hz_sheet *sheet;
    const int *column; /* that make the key */
    size_t columns;
    size_t *slot; /* a row + 1; 0: free */
    size_t mask;
};

/* An empty index of a table's rows by some of its columns, which are borrowed. */
struct hz_row_index hz_row_index_new(const struct hz_sheet *sheet, const int *column,
                                     size_t columns, struct hz_arena *arena);

/*
 * Where a key's first row is: its number + 1; or 0 in the place where it belongs, for the caller to
 * write it there. Expected constant time.
 */
size_t *hz_row_index_slot(const struct hz_row_index *index, const struct hz_text key[]);

/* The key of a row, one text for each of the index's columns. */
void hz_row_index_key(const struct hz_row_index *index, size_t row, struct hz_text key[]);

HZ_END_C

#endif

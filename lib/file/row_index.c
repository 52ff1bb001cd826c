/* row_index.c: see row_index.h. */

#include "file/row_index.h"

#include "base/identity.h"

struct hz_row_index hz_row_index_new(const struct hz_sheet *sheet, const int *column,
                                     size_t columns, struct hz_arena *arena)
{
    size_t slots = 16;
    while (slots < 2 * sheet->rows)
        slots *= 2;
    return (struct hz_row_index){.sheet = sheet,
                                 .column = column,
                                 .columns = columns,
                                 .slot = hz_arena_allocate(arena, slots, sizeof(size_t)),
                                 .mask = slots - 1};
}

static uint64_t hash(const struct hz_text key[], size_t columns)
{
    struct hz_identity sum = {0};
    for (size_t c = 0; c < columns; c++)
        sum = hz_identity_with(sum, key[c]);
    return sum.low;
}

static bool is_row(const struct hz_row_index *index, size_t row, const struct hz_text key[])
{
    for (size_t c = 0; c < index->columns; c++)
        if (!hz_text_equal(hz_sheet_cell(index->sheet, row, index->column[c]), key[c]))
            return false;
    return true;
}

size_t *hz_row_index_slot(const struct hz_row_index *index, const struct hz_text key[])
{
    size_t at = (size_t)hash(key, index->columns) & index->mask;
    while (index->slot[at] != 0 && !is_row(index, index->slot[at] - 1, key))
        at = (at + 1) & index->mask;
    return &index->slot[at];
}

void hz_row_index_key(const struct hz_row_index *index, size_t row, struct hz_text key[])
{
    for (size_t c = 0; c < index->columns; c++)
        key[c] = hz_sheet_cell(index->sheet, row, index->column[c]);
}

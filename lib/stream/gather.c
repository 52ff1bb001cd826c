/* gather.c: see gather.h. */

#include "stream/gather.h"

void hz_gather_begin(struct hz_gather *gather, struct hz_tally *tally)
{
    gather->tally = tally;
    gather->count = 0;
    for (size_t k = 0; k < HZ_TALLY_KEYS; k++)
        gather->text[k] = NULL;
}

void hz_gather_text(struct hz_gather *gather, size_t k, const struct hz_text *column)
{
    gather->text[k] = column;
    if (column)
        return;
    for (size_t r = 0; r < HZ_BATCH_ROWS; r++)
        gather->none[r] = (struct hz_text){"", 0};
    gather->text[k] = gather->none;
}

void hz_gather_join(struct hz_gather *gather)
{
    struct hz_tally_columns columns;
    for (size_t k = 0; k < HZ_TALLY_KEYS; k++) {
        columns.text[k] = gather->text[k];
        columns.integer[k] = gather->integer[k];
    }
    for (size_t v = 0; v < HZ_TALLY_VALUES; v++)
        columns.value[v] = gather->value[v];
    hz_tally_add_rows(gather->tally, &columns, gather->row, gather->count);
    gather->count = 0;
}

void hz_gather_wide(struct hz_gather *gather, size_t row, const hz_sum value[])
{
    const struct hz_tally_layout *layout = hz_tally_layout(gather->tally);
    struct hz_key key[HZ_TALLY_KEYS];
    for (size_t k = 0; k < layout->keys; k++)
        if (layout->key[k].kind == HZ_KEY_TEXT)
            key[k].text = gather->text[k][row];
        else
            key[k].integer = gather->integer[k][row];
    hz_tally_add(gather->tally, key, value);
}

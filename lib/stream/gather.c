/* gather.c: see gather.h. */

#include "stream/gather.h"

void hz_gather_begin(struct hz_gather *gather, struct hz_tally *tally)
{
    gather->tally = tally;
    gather->columns = (struct hz_tally_columns){.text = {NULL}};
    gather->count = 0;
}

void hz_gather_text(struct hz_gather *gather, size_t k, const struct hz_text *column)
{
    gather->columns.text[k] = column ? column : gather->none;
    for (size_t r = 0; r < HZ_BATCH_ROWS && !column; r++)
        gather->none[r] = (struct hz_text){"", 0};
}

void hz_gather_join(struct hz_gather *gather)
{
    hz_tally_add_rows(gather->tally, &gather->columns, gather->row, gather->count);
    gather->count = 0;
}

void hz_gather_value(struct hz_gather *gather, size_t row, size_t v, hz_sum value)
{
    const struct hz_tally_layout *layout = hz_tally_layout(gather->tally);
    struct hz_key key[HZ_TALLY_KEYS];
    hz_sum alone[HZ_TALLY_VALUES] = {0};
    alone[v] = value;
    for (size_t k = 0; k < layout->keys; k++)
        if (layout->key[k].kind == HZ_KEY_TEXT)
            key[k].text = gather->columns.text[k][row];
        else
            key[k].integer = gather->columns.integer[k][row];
    hz_tally_add(gather->tally, key, alone);
}

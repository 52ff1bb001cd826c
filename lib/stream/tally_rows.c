/* tally_rows.c: rows of a sorted tally that agree: see tally.h. */

#include "stream/tally.h"

bool hz_tally_same_key(const struct hz_tally *tally, const struct hz_tally_row *a,
                       const struct hz_tally_row *b, size_t parts)
{
    const struct hz_tally_layout *layout = hz_tally_layout(tally);
    for (size_t k = 0; k < parts; k++) {
        bool same = layout->key[k].kind == HZ_KEY_INTEGER
                        ? a->key[k].integer == b->key[k].integer
                        : hz_text_equal(a->key[k].text, b->key[k].text);
        if (!same)
            return false;
    }
    return true;
}

size_t hz_tally_group_end(const struct hz_tally *tally, size_t from, size_t parts)
{
    const struct hz_tally_row first = hz_tally_row(tally, from);
    for (size_t next = from + 1; next < hz_tally_size(tally); next++) {
        const struct hz_tally_row row = hz_tally_row(tally, next);
        if (!hz_tally_same_key(tally, &first, &row, parts))
            return next;
    }
    return hz_tally_size(tally);
}

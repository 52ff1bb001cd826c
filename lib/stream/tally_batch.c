/* tally_batch.c: rows of a batch join a tally in columns: see hz_tally_add_rows. */

#include "stream/tally_table.h"

#include <assert.h>

/* Codes of the rows' keys; false: they have none. */
static bool code_rows(struct hz_tally *tally, const struct hz_tally_columns *columns,
                      const uint16_t row[], size_t count, uint64_t code[])
{
    bool has = true;
    if (!tally->codes)
        tally->codes = hz_tally_codes_new(tally->layout.keys);
    for (size_t k = 0; k < tally->layout.keys && has; k++)
        has = tally->layout.key[k].kind == HZ_KEY_TEXT
                  ? hz_tally_code_texts(tally->codes, k, columns->text[k], row, count, code)
                  : hz_tally_code_numbers(tally->codes, k, columns->integer[k], row, count, code);
    return has;
}

static void read_key(const struct hz_tally *tally, const struct hz_tally_columns *columns,
                     size_t row, struct hz_key key[])
{
    for (size_t k = 0; k < tally->layout.keys; k++)
        if (tally->layout.key[k].kind == HZ_KEY_TEXT)
            key[k].text = columns->text[k][row];
        else
            key[k].integer = columns->integer[k][row];
}

/* The record of a row whose code was given none, with nothing added. */
static void *make_record(struct hz_tally *tally, const struct hz_tally_columns *columns, size_t row,
                         uint64_t code)
{
    static const hz_sum nothing[HZ_TALLY_VALUES];
    struct hz_key key[HZ_TALLY_KEYS];
    read_key(tally, columns, row, key);
    void *record = hz_tally_put_key(tally, key, nothing);
    hz_tally_code_give(tally->codes, code, record);
    return record;
}

/* Rows whose records are known: a column of values after the other. */
static void add_columns(struct hz_tally *tally, const struct hz_tally_columns *columns,
                        const uint16_t row[], size_t count, void *const record[])
{
    for (size_t v = 0; v < tally->layout.values; v++) {
        const int64_t *more = columns->value[v];
        for (size_t i = 0; i < count; i++) {
            struct hz_tally_record *into = record[i];
            int64_t *value = (int64_t *)(void *)into->value + v, sum;
            if (__builtin_add_overflow(*value, more[row[i]], &sum))
                hz_tally_add_beyond(tally, into, v, more[row[i]]);
            else
                *value = sum;
        }
    }
}

/* Rows without codes. */
static void add_singly(struct hz_tally *tally, const struct hz_tally_columns *columns,
                       const uint16_t row[], size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct hz_key key[HZ_TALLY_KEYS];
        hz_sum value[HZ_TALLY_VALUES];
        read_key(tally, columns, row[i], key);
        for (size_t v = 0; v < tally->layout.values; v++)
            value[v] = columns->value[v][row[i]];
        hz_tally_add(tally, key, value);
    }
}

void hz_tally_add_rows(struct hz_tally *tally, const struct hz_tally_columns *columns,
                       const uint16_t row[], size_t count)
{
    enum { SOME = 64 }; /* the memory of so many records comes at once */
    assert(tally->only_sums);
    for (size_t done = 0; done < count; done += SOME, row += SOME) {
        const size_t some = count - done < SOME ? count - done : SOME;
        uint64_t code[SOME] = {0};
        void *record[SOME];
        if (!code_rows(tally, columns, row, some, code)) {
            add_singly(tally, columns, row, some);
            continue;
        }
        hz_tally_code_find(tally->codes, code, some, record);
        for (size_t i = 0; i < some; i++)
            if (!record[i])
                record[i] = make_record(tally, columns, row[i], code[i]);
            else if (tally->size >= HZ_TALLY_FEW)
                __builtin_prefetch(record[i]);
        add_columns(tally, columns, row, some, record);
    }
}

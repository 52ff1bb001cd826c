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

static void read_values(const struct hz_tally *tally, const struct hz_tally_columns *columns,
                        size_t row, hz_sum value[])
{
    for (size_t v = 0; v < tally->layout.values; v++)
        value[v] = columns->value[v] ? columns->value[v][row] : 0;
}

/* Rows whose records are known: a column of values after the other. NULL: added before. */
static void add_sums(struct hz_tally *tally, const struct hz_tally_columns *columns,
                     const uint16_t row[], size_t count, void *const record[])
{
    for (size_t v = 0; v < tally->layout.values; v++) {
        const int64_t *more = columns->value[v];
        for (size_t i = 0; i < count && more; i++) {
            struct hz_tally_record *into = record[i];
            if (!into)
                continue;
            int64_t *value = (int64_t *)(void *)into->value + v, sum;
            if (__builtin_add_overflow(*value, more[row[i]], &sum))
                hz_tally_add_beyond(tally, into, v, more[row[i]]);
            else
                *value = sum;
        }
    }
}

/* The same where not all values are sums. */
static void add_maxima(struct hz_tally *tally, const struct hz_tally_columns *columns,
                       const uint16_t row[], size_t count, void *const record[])
{
    for (size_t v = 0; v < tally->layout.values; v++) {
        const int64_t *more = columns->value[v];
        const bool is_sum = tally->layout.value[v].rule == HZ_VALUE_SUM;
        assert(!more || is_sum || tally->layout.value[v].rule == HZ_VALUE_MAX);
        for (size_t i = 0; i < count && more; i++) {
            struct hz_tally_record *into = record[i];
            if (into && is_sum)
                into->value[v] += more[row[i]];
            else if (into && more[row[i]] > into->value[v])
                into->value[v] = more[row[i]];
        }
    }
}

/* The first row of a code. */
static struct hz_tally_record *
add_first(struct hz_tally *tally, const struct hz_tally_columns *columns, size_t row, uint64_t code)
{
    struct hz_key key[HZ_TALLY_KEYS];
    hz_sum value[HZ_TALLY_VALUES];
    read_key(tally, columns, row, key);
    read_values(tally, columns, row, value);
    struct hz_tally_record *record = hz_tally_put_key(tally, key, value);
    hz_tally_code_give(tally->codes, code, record);
    return record;
}

/* Rows without codes. */
static void add_singly(struct hz_tally *tally, const struct hz_tally_columns *columns,
                       const uint16_t row[], size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct hz_key key[HZ_TALLY_KEYS];
        hz_sum value[HZ_TALLY_VALUES];
        int64_t field[HZ_BOOK_FIELDS];
        read_key(tally, columns, row[i], key);
        read_values(tally, columns, row[i], value);
        if (!columns->subject) {
            hz_tally_add(tally, key, value);
            continue;
        }
        for (size_t f = 0; f < tally->layout.book.fields; f++)
            field[f] = columns->field[f][row[i]];
        hz_tally_add_entry(tally, key, value, columns->subject[row[i]], field);
    }
}

static void note_rows(struct hz_tally *tally, const struct hz_tally_columns *columns,
                      const uint16_t row[], size_t count, const uint32_t number[])
{
    for (size_t i = 0; i < count; i++) {
        const struct hz_identity *subject = &columns->subject[row[i]];
        struct hz_book_entry entry;
        entry.subject = (struct hz_subject){subject->low, (uint32_t)subject->high};
        entry.row = number[i];
        for (size_t f = 0; f < tally->layout.book.fields; f++)
            entry.field[f] = columns->field[f][row[i]];
        hz_tally_write_notes(tally, &entry, 1);
    }
}

void hz_tally_add_rows(struct hz_tally *tally, const struct hz_tally_columns *columns,
                       const uint16_t row[], size_t count)
{
    enum { SOME = 64 }; /* the memory of so many records comes at once */
    hz_tally_flush(tally);
    for (size_t done = 0; done < count; done += SOME, row += SOME) {
        const size_t some = count - done < SOME ? count - done : SOME;
        uint64_t code[SOME] = {0};
        void *record[SOME];
        uint32_t number[SOME];
        if (!code_rows(tally, columns, row, some, code)) {
            add_singly(tally, columns, row, some);
            continue;
        }
        hz_tally_code_find(tally->codes, code, some, record);
        for (size_t i = 0; i < some && tally->size >= HZ_TALLY_FEW; i++)
            if (record[i])
                __builtin_prefetch(record[i]);
        for (size_t i = 0; i < some; i++) {
            const struct hz_tally_record *known = record[i];
            if (!known)
                known = add_first(tally, columns, row[i], code[i]);
            number[i] = known->number;
        }
        if (tally->only_sums)
            add_sums(tally, columns, row, some, record);
        else
            add_maxima(tally, columns, row, some, record);
        if (columns->subject)
            note_rows(tally, columns, row, some, number);
    }
}

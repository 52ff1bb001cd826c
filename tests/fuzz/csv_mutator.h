/*
 * csv_mutator.h: changes of a table that know what a table is: rows, fields and headers are moved,
 * doubled, cut, quoted and given each other's values. A target of tables includes it; the replay
 * uses it where there is no fuzzer, whose own changes of bytes are one in four here.
 */

#ifndef HZ_TESTS_FUZZ_CSV_MUTATOR_H
#define HZ_TESTS_FUZZ_CSV_MUTATOR_H

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

size_t LLVMFuzzerMutate(uint8_t *data, size_t size, size_t most) __attribute__((weak));
size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t most, unsigned seed);

enum { CSV_ROWS = 400, CSV_FIELDS = 40 };

struct csv_text {
    const char *at;
    size_t length;
};

struct csv_table {
    char separator;
    size_t rows, fields[CSV_ROWS];
    struct csv_text cell[CSV_ROWS][CSV_FIELDS];
};

static uint32_t csv_random(uint32_t *state, uint32_t below)
{
    *state = *state * 1664525U + 1013904223U;
    return (uint32_t)(((uint64_t)*state * below) >> 32);
}

/* False: there is no table in it, or one that is too large. */
static int csv_split(struct csv_table *table, const char *at, size_t size)
{
    const char *end = at + size, *line_end = memchr(at, '\n', size);
    const size_t head = line_end ? (size_t)(line_end - at) : size;
    table->separator = memchr(at, ',', head)    ? ','
                       : memchr(at, '\t', head) ? '\t'
                       : memchr(at, ';', head)  ? ';'
                                                : ',';
    table->rows = 0;
    while (at < end) {
        if (table->rows == CSV_ROWS)
            return 0;
        size_t *fields = &table->fields[table->rows];
        int is_quoted = 0, is_over = 0;
        *fields = 0;
        for (const char *from = at; !is_over; at++) {
            is_over = at == end || (*at == '\n' && !is_quoted);
            is_quoted ^= at < end && *at == '"';
            if (!is_over && (is_quoted || *at != table->separator))
                continue;
            if (*fields == CSV_FIELDS)
                return 0;
            table->cell[table->rows][(*fields)++] = (struct csv_text){from, (size_t)(at - from)};
            from = at + 1;
        }
        table->rows++;
    }
    return table->rows > 0;
}

static const char *const csv_words[] = {"",
                                        "\"",
                                        "\"a,b\"",
                                        "\"a\nb\"",
                                        "-0",
                                        "1e300",
                                        "nan",
                                        "0.005",
                                        "-1.00",
                                        "1,234",
                                        "12345678901234567890",
                                        "99999999999999.99",
                                        "9223372036854775807",
                                        "2024-02-30",
                                        "2024-02-29",
                                        "1899-12-31",
                                        "2024Q1",
                                        "2024",
                                        "total",
                                        "合计",
                                        "origin",
                                        "development",
                                        "value",
                                        "year",
                                        "plan",
                                        "amount",
                                        "paid",
                                        "start",
                                        "end",
                                        "\xEF\xBB\xBF",
                                        "１２",
                                        "\xFF",
                                        "\r",
                                        "=1+1",
                                        "110101199003074477",
                                        "2024-13",
                                        "0",
                                        "1",
                                        "x"};

static struct csv_text csv_word(uint32_t *seed)
{
    const char *word = csv_words[csv_random(seed, sizeof csv_words / sizeof *csv_words)];
    return (struct csv_text){word, strlen(word)};
}

static void csv_swap_rows(struct csv_table *table, size_t a, size_t b)
{
    struct csv_text kept[CSV_FIELDS];
    const size_t fields = table->fields[a];
    memcpy(kept, table->cell[a], sizeof kept);
    memcpy(table->cell[a], table->cell[b], sizeof kept);
    memcpy(table->cell[b], kept, sizeof kept);
    table->fields[a] = table->fields[b];
    table->fields[b] = fields;
}

/* Another row at the place, which the last one of a full table gives way to. */
static void csv_double_row(struct csv_table *table, size_t from, size_t to)
{
    if (table->rows < CSV_ROWS)
        table->rows++;
    memcpy(table->cell[table->rows - 1], table->cell[from], sizeof table->cell[from]);
    table->fields[table->rows - 1] = table->fields[from];
    csv_swap_rows(table, to, table->rows - 1);
}

static void csv_insert(struct csv_table *table, size_t row, size_t field, struct csv_text text)
{
    if (table->fields[row] == CSV_FIELDS)
        return;
    memmove(&table->cell[row][field + 1], &table->cell[row][field],
            (table->fields[row] - field) * sizeof text);
    table->cell[row][field] = text;
    table->fields[row]++;
}

static void csv_cut(struct csv_table *table, size_t row, size_t field)
{
    table->fields[row]--;
    memmove(&table->cell[row][field], &table->cell[row][field + 1],
            (table->fields[row] - field) * sizeof(struct csv_text));
}

/* In all rows: two columns change places, or one is doubled. */
static void csv_move_column(struct csv_table *table, size_t from, size_t to, int is_doubled)
{
    for (size_t r = 0; r < table->rows; r++) {
        if (from >= table->fields[r] || to >= table->fields[r])
            continue;
        const struct csv_text kept = table->cell[r][to];
        table->cell[r][to] = table->cell[r][from];
        if (!is_doubled)
            table->cell[r][from] = kept;
    }
}

static void csv_change(struct csv_table *table, uint32_t *seed)
{
    const size_t row = csv_random(seed, (uint32_t)table->rows);
    const size_t other = csv_random(seed, (uint32_t)table->rows);
    const uint32_t fields = (uint32_t)table->fields[row];
    const size_t field = fields > 0 ? csv_random(seed, fields) : 0;
    const struct csv_text word = csv_word(seed);
    switch (fields > 0 ? csv_random(seed, 10) : 0) {
    case 0:
        csv_swap_rows(table, row, other);
        break;
    case 1:
        csv_double_row(table, row, other);
        break;
    case 2:
        csv_swap_rows(table, row, table->rows - 1);
        table->rows -= table->rows > 1;
        break;
    case 3:
        csv_cut(table, row, field);
        break;
    case 4:
        csv_insert(table, row, field, word);
        break;
    case 5: /* a value that its column has elsewhere */
        if (field < table->fields[other])
            table->cell[row][field] = table->cell[other][field];
        break;
    case 6:
        csv_move_column(table, field, csv_random(seed, fields), 0);
        break;
    case 7:
        csv_move_column(table, field, csv_random(seed, fields), 1);
        break;
    case 8: /* a heading */
        if (table->fields[0] > 0)
            table->cell[0][csv_random(seed, (uint32_t)table->fields[0])] = word;
        break;
    default:
        table->cell[row][field] = word;
    }
}

static size_t csv_join(const struct csv_table *table, int has_returns, uint8_t *out, size_t most)
{
    size_t length = 0;
    for (size_t r = 0; r < table->rows; r++)
        for (size_t f = 0; f < table->fields[r]; f++) {
            const struct csv_text *cell = &table->cell[r][f];
            if (length + cell->length + 2 > most)
                return length;
            memcpy(out + length, cell->at, cell->length);
            length += cell->length;
            if (f + 1 < table->fields[r])
                out[length++] = (uint8_t)table->separator;
            else if (has_returns)
                out[length++] = '\r';
            if (f + 1 == table->fields[r])
                out[length++] = '\n';
        }
    return length;
}

size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t most, unsigned seed)
{
    static struct csv_table table;
    uint32_t random = seed;
    if (LLVMFuzzerMutate && csv_random(&random, 4) == 0)
        return LLVMFuzzerMutate(data, size, most);
    char *kept = malloc(size + 1);
    uint8_t *out = malloc(most + 1);
    if (kept && out) {
        memcpy(kept, data, size);
        if (csv_split(&table, kept, size)) {
            for (uint32_t n = 1 + csv_random(&random, 4); n > 0; n--)
                csv_change(&table, &random);
            if (csv_random(&random, 16) == 0)
                table.separator = ",\t;|"[csv_random(&random, 4)];
            const size_t length = csv_join(&table, csv_random(&random, 8) == 0, out, most);
            memcpy(data, out, length);
            size = length;
        }
    }
    free(kept);
    free(out);
    return size;
}

#endif

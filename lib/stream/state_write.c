/* state_write.c: see state.h; the records are those of state_form.h. */

#include "file/scan.h"
#include "stream/state.h"
#include "stream/state_form.h"

#include <inttypes.h>
#include <stdlib.h>

static void put_text(struct hz_buffer *out, struct hz_text text)
{
    hz_scan_quote(text, ',', out);
}

static void put_sum(struct hz_buffer *out, hz_sum number)
{
    char text[HZ_SUM_TEXT];
    hz_buffer_append(out, text, hz_sum_format(number, text));
}

static int ascending(const void *a, const void *b)
{
    const uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

static void put_start(struct hz_buffer *out, const char *command)
{
    hz_buffer_format(out, "%scommand,%s\n", HZ_STATE_MAGIC, command);
}

/* What follows the start. */
static void put_head(struct hz_buffer *out, const struct hz_state_head *head,
                     const struct hz_tally_layout *layout)
{
    if (head->version)
        hz_buffer_format(out, "version,%s\n", head->version);
    if (head->key)
        hz_buffer_format(out, "persons-key,%s\n", head->key);
    for (size_t a = 0; a < head->arguments; a++) {
        hz_buffer_string(out, "argument,");
        put_text(out, hz_text_of(head->argument[a]));
        hz_buffer_char(out, '\n');
    }
    if (head->states > 1)
        hz_buffer_format(out, "states,%" PRIu64 "\n", head->states);
    if (head->part.parts > 0)
        qsort(head->part.number, head->part.parts, sizeof *head->part.number, ascending);
    for (uint32_t i = 0; i < head->part.parts; i++)
        hz_buffer_format(out, "part,%" PRIu32 ",%" PRIu32 "\n", head->part.number[i],
                         head->part.of);
    hz_buffer_format(out, "rows,%" PRIu64 ",%" PRIu64 ",%" PRIu64 ",%" PRIu64 "\n", head->counts.in,
                     head->counts.used, head->counts.left_out, head->counts.rejected);
    for (size_t f = 0; f < head->counts.faults; f++)
        hz_buffer_format(out, "fault,%s,%" PRIu64 "\n", head->counts.fault[f].code,
                         head->counts.fault[f].rows);
    for (size_t k = 0; k < layout->keys; k++)
        hz_buffer_format(out, "key,%s,%s\n", hz_state_key_kinds[layout->key[k].kind],
                         layout->key[k].name);
    for (size_t v = 0; v < layout->values; v++)
        hz_buffer_format(out, "value,%s,%s\n", hz_state_value_rules[layout->value[v].rule],
                         layout->value[v].name);
    for (size_t f = 0; f < layout->book.fields; f++)
        hz_buffer_format(out, "field,%s,%s\n", hz_state_field_rules[layout->book.field[f].rule],
                         layout->book.field[f].name);
}

static void put_keys(struct hz_buffer *out, const struct hz_tally_layout *layout,
                     const struct hz_key key[])
{
    for (size_t k = 0; k < layout->keys; k++) {
        hz_buffer_char(out, ',');
        if (layout->key[k].kind == HZ_KEY_TEXT)
            put_text(out, key[k].text);
        else
            put_sum(out, key[k].integer);
    }
}

static void put_row(struct hz_buffer *out, const struct hz_tally_layout *layout,
                    const struct hz_tally_row *row)
{
    hz_buffer_string(out, "row");
    put_keys(out, layout, row->key);
    for (size_t v = 0; v < layout->values; v++) {
        hz_buffer_char(out, ',');
        put_sum(out, row->value[v]);
    }
    hz_buffer_char(out, '\n');
}

/* What is written, and its checksum so far. */
struct writer {
    struct hz_output *output;
    struct hz_buffer out;
    uint64_t sum;
    uint64_t rows;
};

static void hand_on(struct writer *writer)
{
    writer->sum = hz_state_checksum(writer->sum, writer->out.at, writer->out.length);
    hz_output_write(writer->output, writer->out.at, writer->out.length);
    writer->out.length = 0;
}

static void write_row(struct writer *writer, const struct hz_tally_layout *layout,
                      const struct hz_tally_row *row)
{
    enum { ENOUGH = 1 << 16 };
    put_row(&writer->out, layout, row);
    writer->rows++;
    if (writer->out.length > ENOUGH)
        hand_on(writer);
}

/*
 * Rows that count persons are written with none, and behind all rows come the persons: each as the
 * row that has counted it, of which nothing but the person is to be added.
 */
static void write_persons(struct writer *writer, const struct hz_tally *tally, size_t distinct)
{
    size_t count;
    struct hz_tally_counted *counted = hz_tally_counted(tally, &count);
    for (size_t i = 0; i < count; i++) {
        struct hz_tally_row row = hz_tally_row(tally, counted[i].row);
        memset(row.value, 0, sizeof row.value);
        row.value[distinct] = counted[i].person;
        write_row(writer, hz_tally_layout(tally), &row);
    }
    free(counted);
}

/* Behind the rows, what is known of subjects: a record an entry. */
struct entry_writer {
    struct writer *writer;
    struct hz_tally *tally;
};

static int order_numbers(void *context, uint32_t a, uint32_t b)
{
    struct hz_book_entry left = {.row = a}, right = {.row = b};
    struct hz_key x[HZ_TALLY_KEYS], y[HZ_TALLY_KEYS];
    const struct entry_writer *to = context;
    const struct hz_tally_layout *layout = hz_tally_layout(to->tally);
    int order = 0;
    hz_tally_key_of(to->tally, &left, x);
    hz_tally_key_of(to->tally, &right, y);
    for (size_t k = 0; k < layout->keys && order == 0; k++)
        order = layout->key[k].kind == HZ_KEY_TEXT
                    ? hz_text_compare(x[k].text, y[k].text)
                    : (x[k].integer > y[k].integer) - (x[k].integer < y[k].integer);
    return order;
}

static void end_record(struct writer *writer)
{
    enum { ENOUGH = 1 << 16 };
    hz_buffer_char(&writer->out, '\n');
    if (writer->out.length > ENOUGH)
        hand_on(writer);
}

static void write_entries(void *context, const struct hz_book_entry entry[], size_t count)
{
    const struct entry_writer *to = context;
    const struct hz_tally_layout *layout = hz_tally_layout(to->tally);
    struct hz_buffer *out = &to->writer->out;
    for (size_t i = 0; i < count; i++) {
        struct hz_key key[HZ_TALLY_KEYS];
        hz_tally_key_of(to->tally, &entry[i], key);
        hz_buffer_format(out, "entry,%016" PRIx64 "%08" PRIx32, entry[i].subject.low,
                         entry[i].subject.high);
        put_keys(out, layout, key);
        for (size_t f = 0; f < layout->book.fields; f++)
            hz_buffer_format(out, ",%" PRId64, entry[i].field[f]);
        end_record(to->writer);
    }
}

static void write_book(struct writer *writer, struct hz_tally *tally)
{
    struct hz_book *book = hz_tally_book(tally);
    struct entry_writer to = {writer, tally};
    if (!book)
        return;
    hz_book_walk(book, 0, HZ_BOOK_PIECES - 1,
                 &(struct hz_book_keeper){order_numbers, write_entries, &to});
    for (int p = 0; p <= HZ_BOOK_CROSSING; p++) {
        size_t count;
        const uint64_t *number = hz_book_numbers(book, p, &count);
        for (size_t i = 0; i < count; i++) {
            hz_buffer_format(&writer->out, "%s,%016" PRIx64,
                             p == HZ_BOOK_CROSSING ? "open" : "closed", number[i]);
            end_record(writer);
        }
    }
}

bool hz_state_begin(struct hz_output *output, const char *command)
{
    struct hz_buffer out = {0};
    put_start(&out, command);
    hz_output_write(output, out.at, out.length);
    hz_buffer_free(&out);
    return hz_output_flush(output);
}

void hz_state_write(struct hz_output *output, const struct hz_state_head *head,
                    struct hz_tally *tally)
{
    const struct hz_tally_layout *layout = hz_tally_layout(tally);
    struct writer writer = {.output = output, .sum = HZ_STATE_CHECKSUM};
    size_t distinct = 0;
    while (distinct < layout->values && layout->value[distinct].rule != HZ_VALUE_DISTINCT)
        distinct++;
    put_start(&writer.out, head->command);
    if (head->is_begun) {
        writer.sum = hz_state_checksum(writer.sum, writer.out.at, writer.out.length);
        writer.out.length = 0;
    }
    put_head(&writer.out, head, layout);
    for (size_t i = 0; i < hz_tally_size(tally); i++) {
        struct hz_tally_row row = hz_tally_row(tally, i);
        if (distinct < layout->values)
            row.value[distinct] = 0;
        write_row(&writer, layout, &row);
    }
    if (distinct < layout->values)
        write_persons(&writer, tally, distinct);
    write_book(&writer, tally);
    hand_on(&writer);
    hz_buffer_format(&writer.out, "end,%" PRIu64 ",%016" PRIx64 "\n", writer.rows, writer.sum);
    hz_output_write(output, writer.out.at, writer.out.length);
    hz_buffer_free(&writer.out);
}

void hz_state_write_failure(struct hz_output *output, const struct hz_state_head *head,
                            const char *reason)
{
    struct hz_buffer out = {0};
    if (!head->is_begun)
        put_start(&out, head->command);
    hz_buffer_string(&out, "failed,");
    put_text(&out, hz_text_of(reason));
    hz_buffer_string(&out, "\nend,0,0000000000000000\n");
    hz_output_write(output, out.at, out.length);
    hz_buffer_free(&out);
}

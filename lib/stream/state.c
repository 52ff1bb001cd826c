/* state.c: see state.h. A state is CSV: a record's first field says what the record is. */

#include "stream/state.h"

#include "base/memory.h"
#include "file/file.h"
#include "file/scan.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

static const char magic[] = "huzhu-state,2\n";
static const char *const kind_names[] = {"text", "integer"};
static const char *const rule_names[] = {"sum", "max", "min", "of-max", "distinct"};
static const char *const field_rule_names[] = {"sum", "max", "of-max"}; /* of enum hz_book_rule */

/* FNV-1a (Fowler, Noll, Vo; 64 bits): against accidents, not against forgery. */
static uint64_t checksum(uint64_t sum, const char *bytes, size_t length)
{
    for (size_t i = 0; i < length; i++)
        sum = (sum ^ (unsigned char)bytes[i]) * UINT64_C(0x100000001B3);
    return sum;
}
#define CHECKSUM_START UINT64_C(0xCBF29CE484222325)

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

static void put_head(struct hz_buffer *out, const struct hz_state_head *head,
                     const struct hz_tally_layout *layout)
{
    hz_buffer_string(out, magic);
    hz_buffer_format(out, "command,%s\n", head->command);
    if (head->version)
        hz_buffer_format(out, "version,%s\n", head->version);
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
        hz_buffer_format(out, "key,%s,%s\n", kind_names[layout->key[k].kind], layout->key[k].name);
    for (size_t v = 0; v < layout->values; v++)
        hz_buffer_format(out, "value,%s,%s\n", rule_names[layout->value[v].rule],
                         layout->value[v].name);
    for (size_t f = 0; f < layout->book.fields; f++)
        hz_buffer_format(out, "field,%s,%s\n", field_rule_names[layout->book.field[f].rule],
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
    writer->sum = checksum(writer->sum, writer->out.at, writer->out.length);
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
        hz_sum value[HZ_TALLY_VALUES] = {0};
        struct hz_tally_row row = hz_tally_row(tally, counted[i].row);
        value[distinct] = counted[i].person;
        row.value = value;
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
    hz_book_walk(book, &(struct hz_book_keeper){order_numbers, write_entries, &to});
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

void hz_state_write(struct hz_output *output, const struct hz_state_head *head,
                    struct hz_tally *tally)
{
    const struct hz_tally_layout *layout = hz_tally_layout(tally);
    struct writer writer = {.output = output, .sum = CHECKSUM_START};
    size_t distinct = 0;
    while (distinct < layout->values && layout->value[distinct].rule != HZ_VALUE_DISTINCT)
        distinct++;
    put_head(&writer.out, head, layout);
    for (size_t i = 0; i < hz_tally_size(tally); i++) {
        hz_sum value[HZ_TALLY_VALUES];
        struct hz_tally_row row = hz_tally_row(tally, i);
        memcpy(value, row.value, layout->values * sizeof *value);
        if (distinct < layout->values)
            value[distinct] = 0;
        row.value = value;
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
    hz_buffer_string(&out, magic);
    hz_buffer_format(&out, "command,%s\nfailed,", head->command);
    put_text(&out, hz_text_of(reason));
    hz_buffer_string(&out, "\nend,0,0000000000000000\n");
    hz_output_write(output, out.at, out.length);
    hz_buffer_free(&out);
}

bool hz_state_is_one(struct hz_text bytes)
{
    const size_t shared = sizeof "huzhu-state," - 1;
    return bytes.length >= shared && memcmp(bytes.at, magic, shared) == 0;
}

enum { MOST_FIELDS = 1 + HZ_TALLY_KEYS + HZ_TALLY_VALUES };

/* One state being read. */
struct parser {
    const char *file;
    const char *at;
    const char *end;
    uint64_t line;
    struct hz_arena *arena;
    struct hz_text field[MOST_FIELDS];
    size_t fields;
    struct hz_state_head head;
    struct hz_tally_layout layout;
    uint64_t carried;           /* by entries: the sizes of all that is added up */
    const char *failure;        /* what it tells of in place of a state; NULL: it is one */
    const struct hz_fold *fold; /* of the command that finishes it; NULL: any */
};

static bool refuse(const struct parser *p, struct hz_error *err, const char *what)
{
    return hz_error_set(err, HZ_ERROR_DATA, (struct hz_place){.file = p->file, .line = p->line},
                        _("this state is %s: make it anew with --partial"), what);
}

/* The next record's fields; false at the end of the data or at a fault. */
static bool next_record(struct parser *p)
{
    p->fields = 0;
    for (const char *stop = NULL; p->at < p->end && (!stop || *stop != '\n'); p->at = stop + 1) {
        struct hz_scan_field field;
        stop = hz_scan_field(p->at, p->end, ',', &field);
        if (!stop || stop == p->end || p->fields == MOST_FIELDS)
            return false;
        struct hz_text text = field.text;
        if (field.is_escaped) {
            char *copy = hz_arena_allocate(p->arena, text.length, 1);
            text = (struct hz_text){copy, hz_scan_unescape(field.text, copy)};
        }
        p->field[p->fields++] = text;
    }
    p->line++;
    return p->fields > 0;
}

static bool is_record(const struct parser *p, const char *name, size_t fields)
{
    return p->fields == fields && hz_text_equal(p->field[0], hz_text_of(name));
}

static bool parse_count(struct hz_text text, uint64_t *count)
{
    hz_sum number;
    if (!hz_sum_parse(text, &number) || number < 0 || number > (hz_sum)UINT64_MAX)
        return false;
    *count = (uint64_t)number;
    return true;
}

/* False if it is there already. */
static bool add_part(struct hz_state_parts *part, uint32_t number, uint32_t of,
                     struct hz_arena *arena)
{
    for (uint32_t i = 0; i < part->parts; i++)
        if (part->number[i] == number)
            return false;
    if (part->parts == 0)
        *part = (struct hz_state_parts){
            .of = of, .number = hz_arena_allocate(arena, of, sizeof *part->number)};
    part->number[part->parts++] = number;
    return true;
}

bool hz_state_parts_parse(struct hz_state_parts *parts, const char *text, struct hz_arena *arena,
                          struct hz_error *err)
{
    const size_t digits = strspn(text, "0123456789");
    uint64_t number = 0, of = 0;
    *parts = (struct hz_state_parts){0};
    if (text[digits] != '/' || !parse_count((struct hz_text){text, digits}, &number) ||
        !parse_count(hz_text_of(text + digits + 1), &of) || number == 0 || number > of ||
        of > HZ_STATE_PARTS)
        return hz_error_set(
            err, HZ_ERROR_USAGE, HZ_NOWHERE,
            _("--part: \"%s\": expected which part it is of how many, 3/8, of at most "
              "%d"),
            text, HZ_STATE_PARTS);
    return add_part(parts, (uint32_t)number, (uint32_t)of, arena);
}

static int find_name(const char *const names[], size_t count, struct hz_text name)
{
    for (size_t i = 0; i < count; i++)
        if (hz_text_equal(name, hz_text_of(names[i])))
            return (int)i;
    return -1;
}

/* "part,K,N": all of one N. */
static bool parse_part(struct parser *p)
{
    struct hz_state_parts *part = &p->head.part;
    uint64_t number, of;
    if (!parse_count(p->field[1], &number) || !parse_count(p->field[2], &of) || number == 0 ||
        number > of || of > HZ_STATE_PARTS || (part->of > 0 && part->of != of))
        return false;
    return add_part(part, (uint32_t)number, (uint32_t)of, p->arena);
}

static bool parse_head_record(struct parser *p)
{
    struct hz_counts *counts = &p->head.counts;
    const char *text = p->fields > 1 ? hz_arena_string(p->arena, p->field[p->fields - 1]) : NULL;
    if (is_record(p, "argument", 2) && p->head.arguments < HZ_STATE_ARGUMENTS) {
        p->head.argument[p->head.arguments++] = text;
        return true;
    }
    if (is_record(p, "version", 2)) {
        p->head.version = text;
        return true;
    }
    if (is_record(p, "failed", 2)) {
        p->failure = text;
        return true;
    }
    if (is_record(p, "states", 2))
        return parse_count(p->field[1], &p->head.states);
    if (is_record(p, "part", 3))
        return parse_part(p);
    if (is_record(p, "rows", 5))
        return parse_count(p->field[1], &counts->in) && parse_count(p->field[2], &counts->used) &&
               parse_count(p->field[3], &counts->left_out) &&
               parse_count(p->field[4], &counts->rejected);
    if (is_record(p, "fault", 3) && counts->faults < HZ_FAULT_CODES) {
        counts->fault[counts->faults].code = hz_arena_string(p->arena, p->field[1]);
        return parse_count(p->field[2], &counts->fault[counts->faults++].rows);
    }
    if (is_record(p, "key", 3) && p->layout.keys < HZ_TALLY_KEYS) {
        int kind = find_name(kind_names, HZ_COUNT(kind_names), p->field[1]);
        p->layout.key[p->layout.keys].kind = (enum hz_key_kind)kind;
        p->layout.key[p->layout.keys++].name = text;
        return kind >= 0;
    }
    if (is_record(p, "value", 3) && p->layout.values < HZ_TALLY_VALUES) {
        int rule = find_name(rule_names, HZ_COUNT(rule_names), p->field[1]);
        p->layout.value[p->layout.values].rule = (enum hz_value_rule)rule;
        p->layout.value[p->layout.values++].name = text;
        return rule >= 0;
    }
    if (is_record(p, "field", 3) && p->layout.book.fields < HZ_BOOK_FIELDS) {
        int rule = find_name(field_rule_names, HZ_COUNT(field_rule_names), p->field[1]);
        p->layout.book.field[p->layout.book.fields].rule = (enum hz_book_rule)rule;
        p->layout.book.field[p->layout.book.fields++].name = text;
        return rule >= 0;
    }
    return false;
}

static bool begins(const struct parser *p, const char *name)
{
    return p->fields > 0 && hz_text_equal(p->field[0], hz_text_of(name));
}

static bool is_body(const struct parser *p)
{
    return begins(p, "row") || begins(p, "entry") || begins(p, "closed") || begins(p, "open");
}

static bool is_row_or_end(const struct parser *p)
{
    return is_body(p) || begins(p, "end");
}

/* Reads the head, and the first record behind it. */
static bool parse_head(struct parser *p, struct hz_error *err)
{
    struct hz_text all = {p->at, (size_t)(p->end - p->at)};
    p->head = (struct hz_state_head){0};
    p->layout = (struct hz_tally_layout){0};
    p->failure = NULL;
    if (!hz_state_is_one(all))
        return hz_error_set(err, HZ_ERROR_DATA, (struct hz_place){.file = p->file, .line = p->line},
                            _("this is no state: hz-merge joins what --partial has written"));
    if (all.length < sizeof magic - 1 || memcmp(all.at, magic, sizeof magic - 1) != 0)
        return refuse(p, err, _("of another version"));
    if (!next_record(p) || !next_record(p) || !is_record(p, "command", 2))
        return refuse(p, err, _("cut off or altered"));
    p->head.command = hz_arena_string(p->arena, p->field[1]);
    while (next_record(p) && !is_row_or_end(p))
        if (!parse_head_record(p))
            break;
    if (p->failure)
        return hz_error_set(err, HZ_ERROR_DATA, (struct hz_place){.file = p->file, .line = p->line},
                            _("%s could not make this part, and its rows would be missing: %s"),
                            p->head.command, p->failure);
    return is_row_or_end(p) ? true : refuse(p, err, _("cut off or altered"));
}

static bool parse_integer(struct hz_text text, int64_t *integer)
{
    hz_sum number;
    if (!hz_sum_parse(text, &number) || number != (int64_t)number)
        return false;
    *integer = (int64_t)number;
    return true;
}

/* Whether records could have made such a row. */
static bool is_likely(const struct parser *p, const struct hz_key key[], const hz_sum value[])
{
    const hz_sum most = (hz_sum)1 << HZ_STATE_SUM_BITS;
    for (size_t v = 0; v < p->layout.values; v++) {
        const enum hz_value_rule rule = p->layout.value[v].rule;
        if ((rule == HZ_VALUE_SUM && (value[v] > most || value[v] < -most)) ||
            (rule == HZ_VALUE_DISTINCT && (value[v] < 0 || value[v] >> 96 != 0)))
            return false;
    }
    return !p->fold || !p->fold->accepts || p->fold->accepts(key, value, p->fold->settings);
}

/* The parts of a key, from a field on. */
static bool parse_keys(const struct parser *p, size_t from, struct hz_key key[])
{
    for (size_t k = 0; k < p->layout.keys; k++) {
        key[k].text = p->field[from + k];
        if (p->layout.key[k].kind == HZ_KEY_TEXT) {
            if (memchr(key[k].text.at, '\0', key[k].text.length))
                return false;
            continue;
        }
        if (!parse_integer(p->field[from + k], &key[k].integer))
            return false;
    }
    return true;
}

/* Digits of a number to the base 16, all of them. */
static bool parse_hex(struct hz_text text, size_t digits, uint64_t *number)
{
    static const char hex[] = "0123456789abcdef";
    *number = 0;
    for (size_t i = 0; i < digits; i++) {
        const char *at = i < text.length ? memchr(hex, text.at[i], 16) : NULL;
        if (!at)
            return false;
        *number = *number << 4 | (uint64_t)(at - hex);
    }
    return true;
}

/* What subjects have in all of their entries, and so any one of them, stays within 2^62. */
static bool may_add_up(struct parser *p, const int64_t field[])
{
    const uint64_t most = UINT64_C(1) << 62;
    for (size_t f = 0; f < p->layout.book.fields; f++) {
        const uint64_t size = field[f] < 0 ? -(uint64_t)field[f] : (uint64_t)field[f];
        if (p->layout.book.field[f].rule != HZ_BOOK_SUM)
            continue;
        if (size > most || p->carried > most - size)
            return false;
        p->carried += size;
    }
    return true;
}

static bool parse_entry(struct parser *p, struct hz_tally *tally)
{
    const hz_sum nothing[HZ_TALLY_VALUES] = {0};
    const size_t keys = p->layout.keys, fields = p->layout.book.fields;
    struct hz_key key[HZ_TALLY_KEYS];
    struct hz_identity subject;
    int64_t field[HZ_BOOK_FIELDS];
    if (fields == 0 || p->fields != 2 + keys + fields || p->field[1].length != 24 ||
        !parse_hex(p->field[1], 16, &subject.low) ||
        !parse_hex((struct hz_text){p->field[1].at + 16, 8}, 8, &subject.high) ||
        !parse_keys(p, 2, key))
        return false;
    for (size_t f = 0; f < fields; f++)
        if (!parse_integer(p->field[2 + keys + f], &field[f]))
            return false;
    if (!is_likely(p, key, nothing) || !may_add_up(p, field) ||
        (p->fold && p->fold->accepts_entry && !p->fold->accepts_entry(field, p->fold->settings)))
        return false;
    hz_tally_add_entry(tally, key, nothing, subject, field);
    return true;
}

static bool parse_number(const struct parser *p, struct hz_tally *tally)
{
    uint64_t number;
    if (p->fields != 2 || !hz_tally_book(tally) || p->field[1].length != 16 ||
        !parse_hex(p->field[1], 16, &number))
        return false;
    hz_book_note(hz_tally_book(tally), number, begins(p, "open"));
    return true;
}

static bool parse_row(struct parser *p, struct hz_tally *tally)
{
    struct hz_key key[HZ_TALLY_KEYS];
    hz_sum value[HZ_TALLY_VALUES];
    size_t f = 1 + p->layout.keys;
    if (begins(p, "entry"))
        return parse_entry(p, tally);
    if (!begins(p, "row"))
        return parse_number(p, tally);
    if (p->fields != 1 + p->layout.keys + p->layout.values || !parse_keys(p, 1, key))
        return false;
    for (size_t v = 0; v < p->layout.values; v++, f++)
        if (!hz_sum_parse(p->field[f], &value[v]))
            return false;
    if (!is_likely(p, key, value))
        return false;
    hz_tally_add(tally, key, value);
    return true;
}

static bool is_sealed(const struct parser *p, const char *start, const char *end_record,
                      uint64_t rows)
{
    char seal[64];
    uint64_t sum = checksum(CHECKSUM_START, start, (size_t)(end_record - start));
    int length = snprintf(seal, sizeof seal, "end,%" PRIu64 ",%016" PRIx64 "\n", rows, sum);
    return p->at - end_record == length && memcmp(end_record, seal, (size_t)length) == 0;
}

static bool same_layout(const struct hz_tally_layout *a, const struct hz_tally_layout *b)
{
    bool same = a->keys == b->keys && a->values == b->values;
    for (size_t k = 0; same && k < a->keys; k++)
        same = a->key[k].kind == b->key[k].kind && strcmp(a->key[k].name, b->key[k].name) == 0;
    for (size_t v = 0; same && v < a->values; v++)
        same =
            a->value[v].rule == b->value[v].rule && strcmp(a->value[v].name, b->value[v].name) == 0;
    same &= a->book.fields == b->book.fields;
    for (size_t f = 0; same && f < a->book.fields; f++)
        same = a->book.field[f].rule == b->book.field[f].rule &&
               strcmp(a->book.field[f].name, b->book.field[f].name) == 0;
    return same;
}

static bool same_version(const struct hz_state_head *a, const struct hz_state_head *b)
{
    return strcmp(a->version ? a->version : "", b->version ? b->version : "") == 0;
}

static bool same_arguments(const struct hz_state_head *a, const struct hz_state_head *b)
{
    bool same = a->arguments == b->arguments;
    for (size_t i = 0; same && i < a->arguments; i++)
        same = strcmp(a->argument[i], b->argument[i]) == 0;
    return same;
}

/* in = used + left out + rejected, and faults are of rejected rows. */
static bool counts_add_up(const struct hz_counts *counts)
{
    uint64_t sum, faults = 0;
    bool is_over = __builtin_add_overflow(counts->used, counts->left_out, &sum) ||
                   __builtin_add_overflow(sum, counts->rejected, &sum);
    for (size_t f = 0; f < counts->faults; f++)
        is_over |= __builtin_add_overflow(faults, counts->fault[f].rows, &faults);
    return !is_over && sum == counts->in && faults == counts->rejected &&
           counts->in <= (uint64_t)INT64_MAX;
}

/* Whether this state belongs to those already joined; the first one sets what they are. */
static bool belongs(const struct parser *p, struct hz_state_head *head, struct hz_tally **tally,
                    struct hz_error *err)
{
    struct hz_place place = {.file = p->file};
    if (p->fold && !same_layout(&p->fold->layout, &p->layout))
        return hz_error_set(err, HZ_ERROR_DATA, place,
                            _("this state has not the layout that %s has with these options: make "
                              "it anew with --partial"),
                            p->head.command);
    if (!counts_add_up(&p->head.counts))
        return hz_error_set(err, HZ_ERROR_DATA, place,
                            _("the counts of rows in this state do not add up: make it anew with "
                              "--partial"));
    if (!*tally) {
        *tally = hz_tally_new(&p->layout);
        *head = p->head;
        head->counts = (struct hz_counts){0};
        head->states = 0;
        head->part = (struct hz_state_parts){0};
        head->carried = p->carried;
        return true;
    }
    if (strcmp(head->command, p->head.command) != 0)
        return hz_error_set(err, HZ_ERROR_DATA, place,
                            _("this state is of %s, the ones before are of %s: they do not add up"),
                            p->head.command, head->command);
    if (!same_version(head, &p->head))
        return refuse(p, err, _("of another version"));
    if (!same_arguments(head, &p->head) || !same_layout(hz_tally_layout(*tally), &p->layout))
        return hz_error_set(err, HZ_ERROR_DATA, place,
                            _("this state was made by %s with other options than the ones before: "
                              "they do not add up"),
                            p->head.command);
    return true;
}

static bool add_counts(struct hz_counts *into, const struct hz_counts *more)
{
    if (more->in > (uint64_t)INT64_MAX - into->in)
        return false;
    into->in += more->in;
    into->used += more->used;
    into->left_out += more->left_out;
    into->rejected += more->rejected;
    for (size_t f = 0; f < more->faults; f++) {
        size_t at = 0;
        while (at < into->faults && strcmp(into->fault[at].code, more->fault[f].code) != 0)
            at++;
        if (at == HZ_FAULT_CODES)
            at--;
        if (at == into->faults)
            into->fault[into->faults++] = (struct hz_fault_count){.code = more->fault[f].code};
        into->fault[at].rows += more->fault[f].rows;
    }
    return true;
}

/* The parts of this state with those before; all say which they are, or none does. */
static bool join_parts(const struct parser *p, struct hz_state_head *head, struct hz_error *err)
{
    const struct hz_state_parts *more = &p->head.part;
    const struct hz_place place = {.file = p->file};
    const bool is_first = head->states == 0;
    head->states += p->head.states > 0 ? p->head.states : 1;
    if (!is_first && head->part.of != more->of)
        return hz_error_set(
            err, HZ_ERROR_DATA, place,
            more->of == 0 || head->part.of == 0
                ? _("some of these states say which part they are (--part), and some do "
                    "not: whether one is missing cannot be told")
                : _("this state is of another number of parts than the ones before"));
    for (uint32_t i = 0; i < more->parts; i++)
        if (!add_part(&head->part, more->number[i], more->of, p->arena))
            return hz_error_set(err, HZ_ERROR_DATA, place,
                                _("part %" PRIu32 " of %" PRIu32
                                  " is there twice, and its rows would be "
                                  "counted twice"),
                                more->number[i], more->of);
    return true;
}

/* "3, 5, 6 and 2 more". */
static void list_missing(const struct hz_state_parts *part, struct hz_buffer *list)
{
    enum { NAMED = 8 };
    uint32_t missing = 0;
    for (uint32_t number = 1; number <= part->of; number++) {
        bool is_there = false;
        for (uint32_t i = 0; i < part->parts; i++)
            is_there |= part->number[i] == number;
        if (is_there)
            continue;
        if (missing++ < NAMED)
            hz_buffer_format(list, "%s%" PRIu32, missing > 1 ? ", " : "", number);
    }
    if (missing > NAMED)
        hz_buffer_format(list, _(" and %" PRIu32 " more"), missing - NAMED);
    hz_buffer_char(list, '\0');
}

bool hz_state_is_whole(const struct hz_state_head *head, uint64_t expected, struct hz_error *err)
{
    if (expected > 0 && head->states != expected)
        return hz_error_set(err, HZ_ERROR_DATA, HZ_NOWHERE,
                            _("%" PRIu64 " states, and %" PRIu64 " were expected"), head->states,
                            expected);
    if (head->part.parts == head->part.of)
        return true;
    struct hz_buffer list = {0};
    list_missing(&head->part, &list);
    hz_error_set(err, HZ_ERROR_DATA, HZ_NOWHERE, _("of %" PRIu32 " parts these are missing: %s"),
                 head->part.of, list.at);
    hz_buffer_free(&list);
    return false;
}

static bool parse_state(struct parser *p, struct hz_state_head *head, struct hz_tally **tally,
                        struct hz_error *err)
{
    const char *start = p->at, *record = p->at;
    uint64_t rows = 0;
    bool is_row;
    if (!parse_head(p, err) || !belongs(p, head, tally, err) || !join_parts(p, head, err))
        return false;
    for (; is_body(p); rows += is_row) {
        is_row = begins(p, "row");
        if (!parse_row(p, *tally))
            return refuse(p, err, _("cut off or altered"));
        record = p->at;
        if (!next_record(p))
            return refuse(p, err, _("cut off or altered"));
    }
    if (record == start)
        record = p->field[0].at;
    if (!is_sealed(p, start, record, rows))
        return refuse(p, err, _("cut off or altered"));
    return add_counts(&head->counts, &p->head.counts) ||
           refuse(p, err, _("of more rows than can be counted"));
}

/* Reads a file of states, and puts a parser at its start. */
static bool open_states(const char *path, struct hz_buffer *bytes, struct parser *p,
                        struct hz_arena *arena, struct hz_error *err)
{
    if (!hz_file_read(path, SIZE_MAX / 2, bytes, err))
        return false;
    memset(hz_buffer_reserve(bytes, HZ_SCAN_SLACK), 0, HZ_SCAN_SLACK);
    *p = (struct parser){.file = hz_file_name(path),
                         .at = bytes->at,
                         .end = bytes->at + bytes->length,
                         .line = 1,
                         .arena = arena};
    return true;
}

bool hz_state_read_head(const char *path, struct hz_arena *arena, struct hz_state_head *head,
                        struct hz_error *err)
{
    struct hz_buffer bytes = {0};
    struct parser p;
    bool done = open_states(path, &bytes, &p, arena, err) && parse_head(&p, err);
    if (done)
        *head = p.head;
    hz_buffer_free(&bytes);
    return done;
}

bool hz_state_read(const char *path, const struct hz_fold *fold, struct hz_arena *arena,
                   struct hz_state_head *head, struct hz_tally **tally, struct hz_error *err)
{
    struct hz_buffer bytes = {0};
    struct parser p;
    bool done = open_states(path, &bytes, &p, arena, err);
    p.fold = fold;
    p.carried = head->carried;
    if (done)
        do
            done = parse_state(&p, head, tally, err);
        while (done && p.at < p.end);
    head->carried = p.carried;
    hz_buffer_free(&bytes);
    return done;
}

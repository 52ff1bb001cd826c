/* state_read.c: see state.h; the records are those of state_form.h. A state may be a stranger's. */

#include "stream/state.h"

#include "base/memory.h"
#include "file/file.h"
#include "file/scan.h"
#include "stream/state_form.h"

#include <inttypes.h>
#include <stdio.h>

enum { MOST_FIELDS = 1 + HZ_TALLY_KEYS + HZ_TALLY_VALUES };

/*
 * A record of the body, by what all of its kind are in the order of: rows by key, and persons
 * behind them by key and number; entries by subject and key; the book's numbers.
 */
enum place { NOWHERE, AMONG_ROWS, AMONG_PERSONS, AMONG_ENTRIES, AMONG_CLOSED, AMONG_OPEN };
struct position {
    enum place place;
    struct hz_key key[HZ_TALLY_KEYS];
    uint64_t first, second; /* of a person's number, a subject's, a number */
};

/* One state being read. */
struct parser {
    const char *at, *record; /* behind the last record; where that begins */
    const char *end;
    uint64_t line;
    uint64_t begun;       /* starts of states that have come without their rest so far */
    struct hz_text start; /* the last of these: all are the same */
    const char *rest;     /* where this state goes on behind its start */
    struct hz_arena *arena;
    struct hz_text field[MOST_FIELDS];
    size_t fields;
    struct hz_state_found found;
    bool has_rows;              /* how many rows there were has been said */
    const char *failure;        /* what it tells of in place of a state; NULL: it is one */
    const struct hz_fold *fold; /* of the command that finishes it; NULL: any */
    struct position last;       /* of the record before */
};

static bool refuse(const struct parser *p, struct hz_error *err, const char *what)
{
    return hz_error_set(err, HZ_ERROR_DATA,
                        (struct hz_place){.file = p->found.file, .line = p->line},
                        _("this state is %s: make it anew with --partial"), what);
}

/* Of a record that is none of a state, or not there. */
static bool refuse_cut(const struct parser *p, struct hz_error *err)
{
    if (p->fields == 0 || !hz_text_equal(p->field[0], hz_text_of("huzhu-state")))
        return refuse(p, err, _("cut off or altered"));
    return hz_error_set(err, HZ_ERROR_DATA,
                        (struct hz_place){.file = p->found.file, .line = p->line - 1},
                        _("another state begins within this one: what wrote it was killed, or "
                          "several wrote to one pipe at once (-o FILE gives each its own)"));
}

static bool refuse_unended(const struct parser *p, struct hz_error *err)
{
    return hz_error_set(err, HZ_ERROR_DATA, (struct hz_place){.file = p->found.file},
                        _("%" PRIu64 " of these states were begun and never ended: what wrote them "
                          "was killed, or is still at work"),
                        p->begun);
}

/* The next record's fields; false at the end of the data or at a fault. */
static bool next_record(struct parser *p)
{
    p->fields = 0;
    p->record = p->at;
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

static int find_name(const char *const names[], struct hz_text name)
{
    for (size_t i = 0; names[i]; i++)
        if (hz_text_equal(name, hz_text_of(names[i])))
            return (int)i;
    return -1;
}

/* "part,K,N": all of one N. */
static bool parse_part(struct parser *p)
{
    struct hz_state_parts *part = &p->found.head.part;
    uint64_t number, of;
    if (!hz_state_count_parse(p->field[1], &number) || !hz_state_count_parse(p->field[2], &of) ||
        number == 0 || number > of || of > HZ_STATE_PARTS || (part->of > 0 && part->of != of))
        return false;
    return hz_state_part_add(part, (uint32_t)number, (uint32_t)of, p->arena);
}

static bool parse_head_record(struct parser *p)
{
    struct hz_counts *counts = &p->found.head.counts;
    const char *text = p->fields > 1 ? hz_arena_string(p->arena, p->field[p->fields - 1]) : NULL;
    if (is_record(p, "argument", 2) && p->found.head.arguments < HZ_STATE_ARGUMENTS) {
        p->found.head.argument[p->found.head.arguments++] = text;
        return true;
    }
    if (is_record(p, "version", 2) && !p->found.head.version) {
        p->found.head.version = text;
        return true;
    }
    if (is_record(p, "persons-key", 2) && !p->found.head.key) {
        p->found.head.key = text;
        return true;
    }
    if (is_record(p, "failed", 2)) {
        p->failure = text;
        return true;
    }
    if (is_record(p, "states", 2) && p->found.head.states == 0)
        return hz_state_count_parse(p->field[1], &p->found.head.states) &&
               p->found.head.states <= INT64_MAX >> 20;
    if (is_record(p, "part", 3))
        return parse_part(p);
    if (is_record(p, "rows", 5) && !p->has_rows)
        return (p->has_rows = true) && hz_state_count_parse(p->field[1], &counts->in) &&
               hz_state_count_parse(p->field[2], &counts->used) &&
               hz_state_count_parse(p->field[3], &counts->left_out) &&
               hz_state_count_parse(p->field[4], &counts->rejected);
    if (is_record(p, "fault", 3) && counts->faults < HZ_FAULT_CODES) {
        counts->fault[counts->faults].code = hz_arena_string(p->arena, p->field[1]);
        return hz_state_count_parse(p->field[2], &counts->fault[counts->faults++].rows);
    }
    if (is_record(p, "key", 3) && p->found.layout.keys < HZ_TALLY_KEYS) {
        int kind = find_name(hz_state_key_kinds, p->field[1]);
        p->found.layout.key[p->found.layout.keys].kind = (enum hz_key_kind)kind;
        p->found.layout.key[p->found.layout.keys++].name = text;
        return kind >= 0;
    }
    if (is_record(p, "value", 3) && p->found.layout.values < HZ_TALLY_VALUES) {
        int rule = find_name(hz_state_value_rules, p->field[1]);
        p->found.layout.value[p->found.layout.values].rule = (enum hz_value_rule)rule;
        p->found.layout.value[p->found.layout.values++].name = text;
        return rule >= 0;
    }
    if (is_record(p, "field", 3) && p->found.layout.book.fields < HZ_BOOK_FIELDS) {
        int rule = find_name(hz_state_field_rules, p->field[1]);
        p->found.layout.book.field[p->found.layout.book.fields].rule = (enum hz_book_rule)rule;
        p->found.layout.book.field[p->found.layout.book.fields++].name = text;
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

/*
 * Reads the starts of states, up to the rest of one: where several write to one pipe, a start may
 * stand before another's rest.
 */
static bool parse_starts(struct parser *p, struct hz_error *err)
{
    struct hz_text all;
    while (all = (struct hz_text){p->at, (size_t)(p->end - p->at)}, hz_state_is_one(all)) {
        const char *before = p->found.head.command;
        if (all.length < sizeof HZ_STATE_MAGIC - 1 ||
            memcmp(all.at, HZ_STATE_MAGIC, sizeof HZ_STATE_MAGIC - 1) != 0)
            return refuse(p, err, _("of another version"));
        if (!next_record(p) || !next_record(p) || !is_record(p, "command", 2))
            return refuse_cut(p, err);
        p->found.head.command = hz_arena_string(p->arena, p->field[1]);
        if (p->begun > 0 && strcmp(before, p->found.head.command) != 0)
            return hz_error_set(err, HZ_ERROR_DATA,
                                (struct hz_place){.file = p->found.file, .line = p->line - 1},
                                _("this state is of %s, the ones before are of %s: they do not "
                                  "add up"),
                                p->found.head.command, before);
        p->start = (struct hz_text){all.at, (size_t)(p->at - all.at)};
        p->begun++;
    }
    if (p->begun == 0)
        return hz_error_set(err, HZ_ERROR_DATA,
                            (struct hz_place){.file = p->found.file, .line = p->line},
                            _("this is no state: hz-merge joins what --partial has written"));
    if (p->at == p->end)
        return refuse_unended(p, err);
    p->begun--;
    p->rest = p->at;
    return true;
}

/* Reads the head, and the first record behind it. */
static bool parse_head(struct parser *p, struct hz_error *err)
{
    p->found.head = (struct hz_state_head){.command = p->found.head.command};
    p->found.layout = (struct hz_tally_layout){0};
    p->failure = NULL;
    p->has_rows = false;
    if (!parse_starts(p, err))
        return false;
    while (next_record(p) && !is_row_or_end(p))
        if (!parse_head_record(p))
            break;
    if (p->failure)
        return hz_error_set(err, HZ_ERROR_DATA,
                            (struct hz_place){.file = p->found.file, .line = p->line},
                            _("%s could not make this part, and its rows would be missing: %s"),
                            p->found.head.command, p->failure);
    return (is_row_or_end(p) && p->has_rows) || refuse_cut(p, err);
}

static bool parse_integer(struct hz_text text, int64_t *integer)
{
    hz_sum number;
    if (!hz_sum_parse(text, &number) || number != (int64_t)number)
        return false;
    *integer = (int64_t)number;
    return true;
}

static int compare_keys(const struct hz_tally_layout *layout, const struct hz_key a[],
                        const struct hz_key b[])
{
    int order = 0;
    for (size_t k = 0; k < layout->keys && order == 0; k++)
        order = layout->key[k].kind == HZ_KEY_TEXT
                    ? hz_text_compare(a[k].text, b[k].text)
                    : (a[k].integer > b[k].integer) - (a[k].integer < b[k].integer);
    return order;
}

static int compare_positions(const struct hz_tally_layout *layout, const struct position *a,
                             const struct position *b)
{
    const int by_number = a->first != b->first ? (a->first > b->first) - (a->first < b->first)
                                               : (a->second > b->second) - (a->second < b->second);
    if (a->place != b->place)
        return (int)a->place - (int)b->place;
    if (a->place > AMONG_ENTRIES)
        return by_number;
    const int by_key = compare_keys(layout, a->key, b->key);
    if (a->place == AMONG_ENTRIES)
        return by_number != 0 ? by_number : by_key;
    return by_key != 0 ? by_key : by_number;
}

/* False of a record that does not come behind the one before: it is there twice, or was moved. */
static bool goes_on(struct parser *p, const struct position *now)
{
    const int order = compare_positions(&p->found.layout, now, &p->last);
    p->last = *now;
    return order > 0;
}

/* Whether records could have made such a row. */
static bool is_likely(const struct parser *p, const struct hz_key key[], const hz_sum value[])
{
    const hz_sum most = (hz_sum)1 << HZ_STATE_SUM_BITS;
    for (size_t v = 0; v < p->found.layout.values; v++) {
        const enum hz_value_rule rule = p->found.layout.value[v].rule;
        if ((rule == HZ_VALUE_SUM && (value[v] > most || value[v] < -most)) ||
            (rule == HZ_VALUE_DISTINCT && (value[v] < 0 || value[v] >> 96 != 0)))
            return false;
    }
    return !p->fold || !p->fold->accepts || p->fold->accepts(key, value, p->fold->settings);
}

/* The parts of a key, from a field on. */
static bool parse_keys(const struct parser *p, size_t from, struct hz_key key[])
{
    for (size_t k = 0; k < p->found.layout.keys; k++) {
        key[k].text = p->field[from + k];
        if (p->found.layout.key[k].kind == HZ_KEY_TEXT) {
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
    for (size_t f = 0; f < p->found.layout.book.fields; f++) {
        const uint64_t size = field[f] < 0 ? -(uint64_t)field[f] : (uint64_t)field[f];
        if (p->found.layout.book.field[f].rule != HZ_BOOK_SUM)
            continue;
        if (size > most || p->found.carried > most - size)
            return false;
        p->found.carried += size;
    }
    return true;
}

static bool parse_entry(struct parser *p, struct hz_tally *tally)
{
    const hz_sum nothing[HZ_TALLY_VALUES] = {0};
    const size_t keys = p->found.layout.keys, fields = p->found.layout.book.fields;
    struct position now = {.place = AMONG_ENTRIES};
    struct hz_identity subject;
    int64_t field[HZ_BOOK_FIELDS];
    if (fields == 0 || p->fields != 2 + keys + fields || p->field[1].length != 24 ||
        !parse_hex(p->field[1], 16, &subject.low) ||
        !parse_hex((struct hz_text){p->field[1].at + 16, 8}, 8, &subject.high) ||
        !parse_keys(p, 2, now.key))
        return false;
    now.first = subject.low;
    now.second = subject.high;
    for (size_t f = 0; f < fields; f++)
        if (!parse_integer(p->field[2 + keys + f], &field[f]))
            return false;
    if (!goes_on(p, &now) || !is_likely(p, now.key, nothing) || !may_add_up(p, field) ||
        (p->fold && p->fold->accepts_entry && !p->fold->accepts_entry(field, p->fold->settings)))
        return false;
    hz_tally_add_entry(tally, now.key, nothing, subject, field);
    return true;
}

static bool parse_number(struct parser *p, struct hz_tally *tally)
{
    struct position now = {.place = begins(p, "open") ? AMONG_OPEN : AMONG_CLOSED};
    if (p->fields != 2 || !hz_tally_book(tally) || p->field[1].length != 16 ||
        !parse_hex(p->field[1], 16, &now.first) || !goes_on(p, &now))
        return false;
    hz_book_note(hz_tally_book(tally), now.first, now.place == AMONG_OPEN);
    return true;
}

/* A row that names a person says nothing else. */
static bool take_person(const struct parser *p, const hz_sum value[], struct position *now)
{
    hz_sum person = 0, others = 0;
    for (size_t v = 0; v < p->found.layout.values; v++)
        if (p->found.layout.value[v].rule == HZ_VALUE_DISTINCT)
            person = value[v];
        else
            others |= value[v];
    now->place = person == 0 ? AMONG_ROWS : AMONG_PERSONS;
    now->first = (uint64_t)(person >> 64);
    now->second = (uint64_t)person;
    return person == 0 || others == 0;
}

static bool parse_row(struct parser *p, struct hz_tally *tally)
{
    struct position now = {0};
    hz_sum value[HZ_TALLY_VALUES];
    size_t f = 1 + p->found.layout.keys;
    if (begins(p, "entry"))
        return parse_entry(p, tally);
    if (!begins(p, "row"))
        return parse_number(p, tally);
    if (p->fields != 1 + p->found.layout.keys + p->found.layout.values ||
        !parse_keys(p, 1, now.key))
        return false;
    for (size_t v = 0; v < p->found.layout.values; v++, f++)
        if (!hz_sum_parse(p->field[f], &value[v]))
            return false;
    if (!take_person(p, value, &now) || !goes_on(p, &now) || !is_likely(p, now.key, value))
        return false;
    hz_tally_add(tally, now.key, value);
    return true;
}

static bool is_sealed(struct parser *p, const char *end_record, uint64_t rows)
{
    char seal[64];
    uint64_t sum = hz_state_checksum(HZ_STATE_CHECKSUM, p->start.at, p->start.length);
    sum = hz_state_checksum(sum, p->rest, (size_t)(end_record - p->rest));
    p->found.seal = sum;
    int length = snprintf(seal, sizeof seal, "end,%" PRIu64 ",%016" PRIx64 "\n", rows, sum);
    return p->at - end_record == length && memcmp(end_record, seal, (size_t)length) == 0;
}

static bool parse_state(struct parser *p, struct hz_state_head *head, struct hz_tally **tally,
                        struct hz_error *err)
{
    uint64_t rows = 0;
    p->last = (struct position){0};
    if (!parse_head(p, err) || !hz_state_join(&p->found, p->fold, head, tally, p->arena, err))
        return false;
    const char *record = p->record;
    for (; is_body(p); record = p->record) {
        rows += begins(p, "row");
        if (!parse_row(p, *tally))
            return refuse(p, err, _("cut off or altered"));
        if (!next_record(p))
            return refuse_cut(p, err);
    }
    if (!is_sealed(p, record, rows))
        return refuse_cut(p, err);
    hz_state_join_seal(&p->found, head, p->arena);
    return hz_state_join_counts(&head->counts, &p->found.head.counts) ||
           refuse(p, err, _("of more rows than can be counted"));
}

/* Reads a file of states, and puts a parser at its start. */
static bool open_states(const char *path, struct hz_buffer *bytes, struct parser *p,
                        struct hz_arena *arena, struct hz_error *err)
{
    if (!hz_file_read(path, SIZE_MAX / 2, bytes, err))
        return false;
    memset(hz_buffer_reserve(bytes, HZ_SCAN_SLACK), 0, HZ_SCAN_SLACK);
    *p = (struct parser){.found.file = hz_file_name(path),
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
        *head = p.found.head;
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
    p.found.carried = head->carried;
    if (done)
        do
            done = parse_state(&p, head, tally, err);
        while (done && p.at < p.end);
    if (done && p.begun > 0)
        done = refuse_unended(&p, err);
    head->carried = p.found.carried;
    hz_buffer_free(&bytes);
    return done;
}

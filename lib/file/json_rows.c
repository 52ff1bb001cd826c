/* json_rows.c: see json_rows.h. */

#include "file/json_rows.h"

#include "base/memory.h"
#include "file/encoding.h"
#include "file/json_text.h"
#include "file/scan.h"

#include <pthread.h>
#include <stdlib.h>
#include <strings.h>

enum { NAMES_MOST = 1 << 12 };

/* From a line of the CSV on, objects begin at these lines, so many apart. */
struct jump {
    uint64_t line, source, step;
};

/* Where the reading stands between two objects. */
struct standing {
    size_t at;     /* in the text */
    uint64_t line; /* of the file */
    bool has_begun, is_array, is_over, has_element, wants_element;
};

/* A name of the header, and what the object at hand has under it. */
struct column {
    struct hz_text name; /* owned */
    struct hz_json_value value;
    uint64_t row; /* whose value it is */
};

struct hz_json {
    const char *name;
    struct hz_buffer text; /* what has not been written as CSV */
    struct standing now;
    bool has_header; /* until then, names are gathered */
    struct column *column;
    size_t columns, room;
    uint64_t row;
    uint64_t csv_line; /* where the next row goes */
    struct hz_buffer unescaped;
    struct hz_buffer jumps;
    pthread_mutex_t lock; /* of the jumps */
};

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static char after_blanks(struct hz_text *text)
{
    while (text->length > 0 && is_blank(*text->at)) {
        text->at++;
        text->length--;
    }
    return text->length > 0 ? *text->at : '\0';
}

bool hz_json_is_one(struct hz_text beginning)
{
    while (beginning.length >= 3 && memcmp(beginning.at, "\xEF\xBB\xBF", 3) == 0)
        beginning = (struct hz_text){beginning.at + 3, beginning.length - 3};
    const char first = after_blanks(&beginning);
    if (first != '{' && first != '[')
        return false;
    beginning.at++;
    beginning.length--;
    const char second = after_blanks(&beginning);
    return first == '{' ? second == '"' || second == '}'
                        : second == '{' || second == '[' || second == ']';
}

bool hz_json_may_be_in(const char *encoding, const char *name, struct hz_error *err)
{
    return !encoding || strcasecmp(encoding, "UTF-8") == 0 || strcasecmp(encoding, "UTF8") == 0 ||
           hz_error_set(err, HZ_ERROR_USAGE, (struct hz_place){.file = name},
                        _("JSON is UTF-8: without --encoding, or by iconv -f %s -t UTF-8"),
                        encoding);
}

struct hz_json *hz_json_new(const char *name)
{
    struct hz_json *json = hz_allocate(1, sizeof *json);
    json->name = name;
    json->now.line = 1;
    json->csv_line = 2;
    pthread_mutex_init(&json->lock, NULL);
    return json;
}

void hz_json_free(struct hz_json *json)
{
    if (!json)
        return;
    for (size_t c = 0; c < json->columns; c++)
        free((char *)(uintptr_t)json->column[c].name.at);
    free(json->column);
    hz_buffer_free(&json->text);
    hz_buffer_free(&json->unescaped);
    hz_buffer_free(&json->jumps);
    pthread_mutex_destroy(&json->lock);
    free(json);
}

static bool refuse(const struct hz_json *json, struct hz_error *err, const char *sentence)
{
    return hz_error_set(err, HZ_ERROR_DATA,
                        (struct hz_place){.file = json->name, .line = json->now.line}, "%s",
                        sentence);
}

/* ---- Rows */

/* A text as it is meant; good until the next one. */
static struct hz_text meant(struct hz_json *json, const struct hz_json_value *value)
{
    if (!value->has_escapes)
        return value->text;
    json->unescaped.length = 0;
    hz_json_unescape(value->text, &json->unescaped);
    return (struct hz_text){json->unescaped.at, json->unescaped.length};
}

static void write_header(struct hz_json *json, struct hz_buffer *csv)
{
    for (size_t c = 0; c < json->columns; c++) {
        if (c > 0)
            hz_buffer_char(csv, ',');
        hz_scan_quote(json->column[c].name, ',', csv);
    }
    hz_buffer_char(csv, '\n');
}

/* Notes where a row begins, unless it is where the rows before it let one expect it. */
static void note_line(struct hz_json *json)
{
    const uint64_t line = json->csv_line, source = json->now.line;
    pthread_mutex_lock(&json->lock);
    const size_t count = json->jumps.length / sizeof(struct jump);
    struct jump *last = count > 0 ? (struct jump *)(void *)json->jumps.at + count - 1 : NULL;
    if (last && last->step == 0 && (source - last->source) % (line - last->line) == 0)
        last->step = (source - last->source) / (line - last->line);
    if (!last || last->source + (line - last->line) * last->step != source) {
        const struct jump jump = {line, source, 0};
        hz_buffer_append(&json->jumps, &jump, sizeof jump);
    }
    pthread_mutex_unlock(&json->lock);
}

static void write_row(struct hz_json *json, struct hz_buffer *csv)
{
    const size_t begin = csv->length;
    note_line(json);
    for (size_t c = 0; c < json->columns; c++) {
        const struct column *column = &json->column[c];
        if (c > 0)
            hz_buffer_char(csv, ',');
        if (column->row != json->row || column->value.kind == HZ_JSON_NOTHING)
            continue;
        if (column->value.kind == HZ_JSON_PLAIN)
            hz_buffer_text(csv, column->value.text);
        else
            hz_scan_quote(meant(json, &column->value), ',', csv);
    }
    hz_buffer_char(csv, '\n');
    json->csv_line += hz_scan_newlines(csv->at + begin, csv->at + csv->length);
}

/* ---- Objects */

static struct column *add_column(struct hz_json *json, struct hz_text name)
{
    if (json->columns == json->room) {
        json->room = json->room ? 2 * json->room : 32;
        json->column = hz_reallocate(json->column, json->room, sizeof *json->column);
    }
    char *kept = hz_allocate(name.length + 1, 1);
    if (name.length > 0)
        memcpy(kept, name.at, name.length);
    json->column[json->columns] = (struct column){.name = {kept, name.length}};
    return &json->column[json->columns++];
}

/* The column of a name, most likely the one at `hint`; NULL: it is in none of the first objects. */
static struct column *find_column(struct hz_json *json, struct hz_text name, size_t hint)
{
    if (hint < json->columns && hz_text_equal(json->column[hint].name, name))
        return &json->column[hint];
    for (size_t c = 0; c < json->columns; c++)
        if (hz_text_equal(json->column[c].name, name))
            return &json->column[c];
    return json->has_header || json->columns == NAMES_MOST ? NULL : add_column(json, name);
}

/* Takes a member of an object: its value goes to its column. */
static bool take_member(struct hz_json *json, struct hz_text *text, size_t *hint,
                        struct hz_error *err)
{
    struct hz_json_value name, value;
    if (text->length == 0 || *text->at != '"' || !hz_json_take(text, &name) ||
        !hz_json_take_sign(text, ':') || !hz_json_take(text, &value))
        return false;
    const struct hz_text meaning = meant(json, &name);
    struct column *column = find_column(json, meaning, *hint);
    const struct hz_place place = {.file = json->name, .line = json->now.line};
    if (!column)
        return hz_error_set(err, HZ_ERROR_DATA, place,
                            json->has_header
                                ? _("\"%.*s\" is in none of the first objects, which say what "
                                    "columns there are: add it to the first one, with null")
                                : _("\"%.*s\" is one name too many"),
                            HZ_TEXT_ARGS(meaning));
    if (column->row == json->row)
        return hz_error_set(err, HZ_ERROR_DATA, place, _("\"%.*s\" stands twice in this object"),
                            HZ_TEXT_ARGS(meaning));
    column->row = json->row;
    column->value = value;
    *hint = (size_t)(column - json->column) + 1;
    return true;
}

static bool take_members(struct hz_json *json, struct hz_text *text, struct hz_error *err)
{
    size_t hint = 0;
    if (!hz_json_take_sign(text, '{'))
        return false;
    if (hz_json_take_sign(text, '}'))
        return true;
    do
        if (!take_member(json, text, &hint, err))
            return false;
    while (hz_json_take_sign(text, ','));
    return hz_json_take_sign(text, '}');
}

/* Of text that is no JSON: where. */
static bool tell_fault(const struct hz_json *json, struct hz_text object, const char *fault,
                       struct hz_error *err)
{
    const uint64_t lines = hz_scan_newlines(object.at, fault);
    const char *begin = fault;
    while (begin > json->text.at && begin[-1] != '\n')
        begin--;
    return hz_error_set(err, HZ_ERROR_DATA,
                        (struct hz_place){.file = json->name,
                                          .line = json->now.line + lines,
                                          .column = (uint64_t)(fault - begin) + 1},
                        _("from here on this is no JSON (RFC 8259)"));
}

/* `csv` is NULL as long as names are gathered. */
static bool take_object(struct hz_json *json, struct hz_text object, struct hz_buffer *csv,
                        struct hz_error *err)
{
    struct hz_text rest = object;
    json->row++;
    if (!hz_text_is_utf8(object))
        return refuse(json, err, _("this is no UTF-8, which JSON is: iconv makes it that"));
    if (!take_members(json, &rest, err) || rest.length > 0)
        return err->kind ? false : tell_fault(json, object, rest.at, err);
    if (csv)
        write_row(json, csv);
    return true;
}

static void skip(struct hz_json *json, size_t length)
{
    const char *from = json->text.at + json->now.at;
    json->now.line += hz_scan_newlines(from, from + length);
    json->now.at += length;
}

/* Takes what stands between objects: true at one, or with `*is_out` at the end of what is there. */
static bool find_object(struct hz_json *json, bool *is_out, struct hz_error *err)
{
    struct standing *now = &json->now;
    for (;; skip(json, 1)) {
        *is_out = now->at >= json->text.length;
        if (*is_out)
            return true;
        const char c = json->text.at[now->at];
        if (is_blank(c))
            continue;
        if (now->is_over)
            return refuse(json, err, _("the array has ended: nothing may follow it"));
        const bool is_first = !now->has_begun;
        now->has_begun = true;
        if (c == '[' && is_first) {
            now->is_array = true;
        } else if (now->is_array && c == ']' && !now->wants_element) {
            now->is_over = true;
        } else if (now->is_array && c == ',' && now->has_element && !now->wants_element) {
            now->wants_element = true;
        } else {
            const bool may_be = !now->is_array || !now->has_element || now->wants_element;
            return (c == '{' && may_be) ||
                   refuse(json, err,
                          may_be ? _("expected an object, as in {\"claim\": \"C1\", \"paid\": "
                                     "60.5}: of other JSON, jq makes such")
                                 : _("expected a comma, or the end of the array"));
        }
    }
}

/* All objects that are whole. */
static bool take_objects(struct hz_json *json, struct hz_buffer *csv, struct hz_error *err)
{
    for (bool is_out;;) {
        if (!find_object(json, &is_out, err))
            return false;
        /* However much has come by now: names are those of objects that begin in the first part. */
        if (is_out || (!json->has_header && json->now.at >= HZ_JSON_AHEAD))
            return true;
        const struct hz_text rest = {json->text.at + json->now.at,
                                     json->text.length - json->now.at};
        const size_t length = hz_json_length(rest);
        if (length > HZ_JSON_MOST || (length == 0 && rest.length > HZ_JSON_MOST))
            return hz_error_set(
                err, HZ_ERROR_DATA, (struct hz_place){.file = json->name, .line = json->now.line},
                _("an object of more than %d bytes: each row is one"), HZ_JSON_MOST);
        if (length == 0)
            return true;
        if (!take_object(json, (struct hz_text){rest.at, length}, csv, err))
            return false;
        skip(json, length);
        json->now.has_element = true;
        json->now.wants_element = false;
    }
}

static bool is_whole(const struct hz_json *json, struct hz_error *err)
{
    return (json->now.at == json->text.length && (!json->now.is_array || json->now.is_over)) ||
           refuse(json, err,
                  _("the file ends in the middle of an array or of an object: was it cut off?"));
}

/* Gathers the names of the first objects; then the reading begins anew. */
static bool gather(struct hz_json *json, bool is_last, struct hz_buffer *csv, struct hz_error *err)
{
    if (!take_objects(json, NULL, err))
        return false;
    if (!is_last && json->now.at < HZ_JSON_AHEAD)
        return true;
    if (json->columns > 0)
        write_header(json, csv);
    json->has_header = true;
    json->now = (struct standing){.line = 1};
    return true;
}

/* Takes the marks of UTF-8 from the beginning; false: it may be that one has not come whole yet. */
static bool pass_marks(struct hz_json *json)
{
    static const char mark[] = "\xEF\xBB\xBF";
    enum { LENGTH = sizeof mark - 1 };
    struct hz_buffer *text = &json->text;
    size_t marks = 0;
    while (text->length - marks >= LENGTH && memcmp(text->at + marks, mark, LENGTH) == 0)
        marks += LENGTH;
    text->length -= marks;
    if (marks > 0)
        memmove(text->at, text->at + marks, text->length);
    return text->length == 0 || text->length >= LENGTH || memcmp(text->at, mark, text->length) != 0;
}

bool hz_json_add(struct hz_json *json, struct hz_text piece, bool is_last, struct hz_buffer *csv,
                 struct hz_error *err)
{
    hz_buffer_text(&json->text, piece);
    if (!json->has_header && !json->now.has_begun && !pass_marks(json) && !is_last)
        return true;
    if (!json->has_header && !gather(json, is_last, csv, err))
        return false;
    if (json->has_header && !take_objects(json, csv, err))
        return false;
    if (is_last && !is_whole(json, err))
        return false;
    if (json->has_header && json->now.at > 0) {
        json->text.length -= json->now.at;
        memmove(json->text.at, json->text.at + json->now.at, json->text.length);
        json->now.at = 0;
    }
    return true;
}

uint64_t hz_json_line(struct hz_json *json, uint64_t line)
{
    struct jump jump = {1, 1, 0};
    pthread_mutex_lock(&json->lock);
    const struct jump *jumps = (const struct jump *)(void *)json->jumps.at;
    size_t low = 0, high = json->jumps.length / sizeof jump;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (jumps[middle].line <= line) {
            jump = jumps[middle];
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    pthread_mutex_unlock(&json->lock);
    return jump.source + (line - jump.line) * jump.step;
}

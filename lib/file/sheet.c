/* sheet.c: see sheet.h. */

#include "file/sheet.h"
#include "file/headings.h"
#include "file/sheet_names.h"

#include "base/memory.h"
#include "base/visible.h"
#include "file/columns.h"
#include "file/decoder.h"
#include "file/drawn.h"
#include "file/encoding.h"
#include "file/file.h"
#include "file/json_rows.h"
#include "file/remark.h"
#include "file/scan.h"
#include "file/unit.h"
#include "file/xlsx_read.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <strings.h>

enum { SHEET_MOST = 1 << 30 };

/* What the CSV was made of; both NULL: it is the file's own. */
struct made_of {
    struct hz_xlsx *book;
    struct hz_json *json;
};

/* The sheet as it grows: arrays of cells, lines and offsets, and where the reading stands. */
struct builder {
    struct hz_sheet *sheet;
    struct hz_arena *arena;
    struct made_of of;
    const char *end; /* behind the last newline */
    char delimiter;
    uint64_t line;
    struct hz_text *cell;
    uint32_t *offset;
    size_t cells, cell_capacity;
    uint64_t *lines;
    size_t line_capacity;
    int *zeros;         /* of each column: what its unit takes away, 4 of 万元 */
    bool is_translated; /* a heading was one that we have printed in Chinese */
};

/* A column by its name; the exact one goes before one that is the same but for its case. */
static int column_of(const struct hz_sheet *sheet, struct hz_text name)
{
    for (size_t c = 0; c < sheet->columns; c++)
        if (hz_text_equal(sheet->header[c], name))
            return (int)c;
    for (size_t c = 0; c < sheet->columns; c++)
        if (sheet->header[c].length > 0 && hz_header_same(sheet->header[c], name))
            return (int)c;
    for (size_t c = 0; c < sheet->columns; c++) {
        const struct hz_sheet_name *other = hz_sheet_name(sheet->header[c]);
        if (other && hz_header_same(hz_text_of(other->ours), name))
            return (int)c;
    }
    /* A header in Chinese that has become ours, asked for as it stood in the file. */
    const struct hz_heading *heading = hz_heading_in_chinese(name);
    const struct hz_sheet_name *theirs = hz_sheet_name(name);
    const char *ours = theirs && !theirs->is_figure ? theirs->ours : heading ? heading->name : NULL;
    for (size_t c = 0; ours && c < sheet->columns; c++)
        if (hz_text_equal(sheet->header[c], hz_text_of(ours)))
            return (int)c;
    return -1;
}

static void add_cell(struct builder *b, struct hz_text text, size_t offset)
{
    if (b->cells == b->cell_capacity) {
        b->cell_capacity = b->cell_capacity ? b->cell_capacity * 2 : 256;
        b->cell = hz_reallocate(b->cell, b->cell_capacity, sizeof *b->cell);
        b->offset = hz_reallocate(b->offset, b->cell_capacity, sizeof *b->offset);
    }
    b->cell[b->cells] = text;
    b->offset[b->cells++] = (uint32_t)offset;
}

/* Where the record at hand begins in the file. */
static uint64_t line_of(const struct builder *b)
{
    return b->of.book   ? hz_xlsx_row(b->of.book, b->line)
           : b->of.json ? hz_json_line(b->of.json, b->line)
                        : b->line;
}

static void add_line(struct builder *b, size_t row)
{
    if (row == b->line_capacity) {
        b->line_capacity = b->line_capacity ? b->line_capacity * 2 : 64;
        b->lines = hz_reallocate(b->lines, b->line_capacity, sizeof *b->lines);
    }
    b->lines[row] = line_of(b);
}

static struct hz_text unescaped(struct builder *b, const struct hz_scan_field *field)
{
    if (!field->is_escaped)
        return field->text;
    char *copy = hz_arena_allocate(b->arena, field->text.length, 1);
    return (struct hz_text){copy, hz_scan_unescape(field->text, copy)};
}

/*
 * Appends the fields of the record at *at, and moves on to the next; gives their number in *fields.
 */
static bool read_record(struct builder *b, const char **at, size_t *fields, struct hz_error *err)
{
    const char *record = *at, *stop;
    struct hz_place place = {.file = b->sheet->file, .line = b->line};
    *fields = 0;
    do {
        struct hz_scan_field field;
        stop = hz_scan_field(*at, b->end, b->delimiter, &field);
        place.column = (uint64_t)(*at - record) + 1;
        if (!stop)
            return hz_error_set(err, HZ_ERROR_DATA, place,
                                _("a quote is opened and never closed: double a quote that is "
                                  "meant, take out one that is not"));
        if (field.has_tail)
            return hz_error_set(err, HZ_ERROR_DATA, place,
                                _("text stands after a closing quote: a quote before it is opened "
                                  "and not closed, or must be doubled"));
        if (field.is_quoted && b->sheet->columns > 0 &&
            hz_scan_hides_rows(field.text, b->delimiter, b->sheet->columns, *fields))
            return hz_error_set(err, HZ_ERROR_DATA, place,
                                _("a quote is opened here, and what it holds looks like rows: "
                                  "double a quote that is meant, take out one that is not"));
        add_cell(b, hz_form_text(unescaped(b, &field), &b->sheet->forms, b->arena),
                 b->of.book   ? *fields + 1
                 : b->of.json ? 0
                              : (size_t)(*at - record) + 1);
        (*fields)++;
        *at = stop + 1;
    } while (*stop != '\n');
    b->line += hz_scan_newlines(record, *at);
    if (!hz_text_is_utf8((struct hz_text){record, (size_t)(*at - record)}))
        return hz_error_set(err, HZ_ERROR_DATA,
                            (struct hz_place){.file = place.file, .line = place.line},
                            _("the row is in another encoding than the file is read in: if all of "
                              "the file is, name it, as in "
                              "--encoding GB18030; if some rows are, convert these"));
    return true;
}

static bool is_empty(const char *at)
{
    return *at == '\n' || (at[0] == '\r' && at[1] == '\n');
}

/* Columns that some command looks for; a table has one of the first as its key. */
static const char *const known_columns[] = {"origin",
                                            "year",
                                            "term",
                                            "table",
                                            "date",
                                            "period",
                                            NULL,
                                            "development",
                                            "value",
                                            "amount",
                                            "plan",
                                            "office",
                                            "province",
                                            "key",
                                            "payouts",
                                            "exposure",
                                            "ibnr",
                                            "item",
                                            "rate",
                                            "sex",
                                            "age",
                                            "method",
                                            "payable",
                                            "claims",
                                            "change",
                                            "paid",
                                            "se",
                                            "ultimate",
                                            "payable_against",
                                            "benefit",
                                            "development_to_ultimate"};

static bool is_named(struct hz_text field, const char *name)
{
    const struct hz_sheet_name *other = hz_sheet_name(field);
    const struct hz_heading *heading = hz_heading_in_chinese(field);
    return hz_header_same(field, hz_text_of(name)) || (other && strcmp(other->ours, name) == 0) ||
           (heading && strcmp(heading->name, name) == 0);
}

static size_t count_known(const void *context, const struct hz_text field[], size_t fields,
                          bool *is_whole)
{
    size_t known = 0;
    bool is_key = true;
    (void)context;
    *is_whole = false;
    for (size_t k = 0; k < HZ_COUNT(known_columns); k++) {
        if (!known_columns[k]) {
            is_key = false;
            continue;
        }
        for (size_t f = 0; f < fields; f++)
            if (is_named(field[f], known_columns[k])) {
                known++;
                *is_whole |= is_key;
                break;
            }
    }
    /* Tables of records, of which hz-audit draws and compares rows. */
    for (size_t f = 0; f < fields; f++)
        known += hz_column_canonical(field[f]) || hz_column_is_canonical(field[f]);
    return known;
}

/* The name of a header with a unit behind it, as "给付金额（万元）", whose name is left then. */
static const struct hz_sheet_name *name_without_unit(struct builder *b, struct hz_text *header,
                                                     int *zeros)
{
    struct hz_text text;
    const struct hz_sheet_name *name =
        hz_heading_split(*header, b->arena, &text, zeros) ? hz_sheet_name(text) : NULL;
    if (name && name->is_figure && column_of(b->sheet, text) < 0)
        *header = text;
    else if (!name)
        *zeros = 0;
    return name;
}

/*
 * Headers of other names get ours, unless that stands there too; figures keep their own. `zeros` is
 * filled: those that a column's unit takes away.
 */
static void name_columns(struct builder *b, struct hz_text header[])
{
    const struct hz_sheet *sheet = b->sheet;
    for (size_t c = 0; c < sheet->columns; c++) {
        const struct hz_sheet_name *name = hz_sheet_name(header[c]);
        struct hz_text ours = {NULL, 0};
        int zeros = 0;
        if (!name)
            name = name_without_unit(b, &header[c], &zeros);
        b->zeros[c] = zeros;
        if (name && !name->is_figure)
            ours = hz_text_of(name->ours);
        else if (!name && hz_heading_read(header[c], b->arena, &ours, &zeros))
            b->is_translated = true;
        else
            continue;
        if (ours.length > 0 && column_of(sheet, ours) < 0) {
            header[c] = ours;
            b->zeros[c] = zeros;
        }
    }
}

static bool check_names(const struct hz_sheet *sheet, uint64_t line, struct hz_error *err)
{
    const struct hz_text *header = sheet->header;
    for (size_t c = 0; c < sheet->columns; c++)
        for (size_t d = 0; d < c; d++)
            if (header[c].length > 0 && hz_header_same(header[c], header[d]))
                return hz_error_set(
                    err, HZ_ERROR_DATA,
                    (struct hz_place){.file = sheet->file, .sheet = sheet->sheet, .line = line},
                    _("the column \"%.*s\" stands twice in the header"), HZ_TEXT_ARGS(header[c]));
    return true;
}

/* Finds the header, and passes it at *at. */
static bool read_header(struct builder *b, const struct hz_sheet_order *order, const char **at,
                        struct hz_error *err)
{
    struct hz_sheet *sheet = b->sheet;
    const struct hz_header_wanted wanted = {count_known, NULL};
    const struct hz_text data = {*at, (size_t)(b->end - *at)};
    struct hz_header found;
    struct hz_buffer remark = {0};
    if (!hz_header_find(sheet->file, data, &order->header, &wanted, &found, err))
        return false;
    sheet->forms = order->forms;
    sheet->forms.is_split_by_commas = !b->of.book && !b->of.json && found.delimiter == ',';
    b->delimiter = found.delimiter;
    b->line = found.line;
    const char *header_at = data.at + found.from;
    if (!read_record(b, &header_at, &sheet->columns, err))
        return false;
    struct hz_text *header = hz_arena_allocate(b->arena, sheet->columns, sizeof *header);
    hz_header_split((struct hz_text){data.at + found.from, found.length}, b->delimiter, header,
                    sheet->columns);
    for (size_t c = 0; c < sheet->columns; c++)
        if (memchr(header[c].at, '"', header[c].length))
            header[c] = b->cell[c];
    while (sheet->columns > 1 && header[sheet->columns - 1].length == 0)
        sheet->columns--;
    sheet->header = header;
    b->cells = 0;
    b->line = found.lines + 1;
    *at = data.at + found.next;
    hz_header_remark(&found, &remark);
    if (remark.length > 0)
        hz_remark((struct hz_place){.file = sheet->file, .sheet = sheet->sheet}, "%.*s",
                  (int)remark.length, remark.at);
    hz_buffer_free(&remark);
    if (!check_names(sheet, found.line, err))
        return false;
    b->zeros = hz_arena_allocate(b->arena, sheet->columns + 1, sizeof *b->zeros);
    name_columns(b, header);
    return true;
}

/* The number of cells up to the last that is not empty. */
static size_t filled(const struct hz_text cell[], size_t fields)
{
    while (fields > 0 && cell[fields - 1].length == 0)
        fields--;
    return fields;
}

/* The header in the middle of the table, again or another: names where the first one has names. */
static bool is_header(const struct builder *b, const struct hz_text cell[], size_t fields,
                      bool *is_same)
{
    const struct hz_sheet *sheet = b->sheet;
    size_t same = 0, names = 0;
    bool are_names = true;
    for (size_t c = 0; c < fields && c < sheet->columns; c++)
        if (cell[c].length > 0 && hz_digit(cell[c].at[0]) <= 9 && sheet->header[c].length > 0 &&
            hz_digit(sheet->header[c].at[0]) > 9)
            return false; /* a figure under a name, as in nearly all rows */
    for (size_t c = 0; c < fields; c++) {
        const bool is_name = cell[c].length == 0 || column_of(sheet, cell[c]) >= 0;
        same += c < sheet->columns &&
                (hz_text_equal(cell[c], sheet->header[c]) || column_of(sheet, cell[c]) == (int)c);
        are_names &= is_name;
        names += cell[c].length > 0 && hz_digit(cell[c].at[0]) > 9;
    }
    *is_same = same == sheet->columns && fields == same && names > 0;
    return *is_same || (are_names && names >= 2);
}

/* A row that has been read: kept, or left out, or refused. */
static bool take_row(struct builder *b, size_t fields, struct hz_error *err)
{
    struct hz_sheet *sheet = b->sheet;
    const struct hz_place place = {
        .file = sheet->file, .sheet = sheet->sheet, .line = b->lines[sheet->rows]};
    struct hz_text *row = b->cell + (b->cells - fields);
    const size_t last = filled(row, fields);
    bool is_same;
    if (last == 0 && fields > 1) {
        b->cells -= fields; /* blank */
        return true;
    }
    if (is_header(b, row, last, &is_same)) {
        if (!is_same)
            return hz_error_set(err, HZ_ERROR_DATA, place,
                                _("another header: the rows behind it would be read by the wrong "
                                  "columns. Split the file here"));
        b->cells -= fields;
        return true;
    }
    if (fields > sheet->columns && last <= sheet->columns) {
        b->cells -= fields - sheet->columns;
        fields = sheet->columns;
    }
    if (fields != sheet->columns)
        return hz_error_set(err, HZ_ERROR_DATA, place, _("the row has %zu fields, the header %zu"),
                            fields, sheet->columns);
    sheet->rows++;
    return true;
}

static bool read_rows(struct builder *b, const char *at, struct hz_error *err)
{
    while (at < b->end) {
        if (is_empty(at)) {
            at = (const char *)memchr(at, '\n', (size_t)(b->end - at)) + 1;
            b->line++;
            continue;
        }
        size_t fields;
        add_line(b, b->sheet->rows);
        if (!read_record(b, &at, &fields, err) || !take_row(b, fields, err))
            return false;
    }
    return true;
}

/*
 * Cells of a table that was printed in Chinese or in another unit, as they are without: a total is
 * "total", 1.5 under "(万元)" is 15000.
 */
static void take_meaning(struct builder *b)
{
    const size_t columns = b->sheet->columns;
    for (size_t i = 0; i < b->cells; i++) {
        if (b->is_translated && hz_text_equal(b->cell[i], hz_text_of("合计")))
            b->cell[i] = hz_text_of("total");
        if (b->zeros[i % columns] > 0)
            b->cell[i] = hz_unit_raise(b->cell[i], b->zeros[i % columns], b->arena);
    }
}

static void *keep(struct hz_arena *arena, const void *from, size_t count, size_t size)
{
    void *kept = hz_arena_allocate(arena, count, size);
    if (count > 0)
        memcpy(kept, from, count * size);
    return kept;
}

static bool parse(struct hz_sheet *sheet, struct made_of of, struct hz_text bytes,
                  const struct hz_sheet_order *order, struct hz_arena *arena, struct hz_error *err)
{
    struct builder b = {
        .sheet = sheet, .arena = arena, .of = of, .end = bytes.at + bytes.length, .line = 1};
    const char *at = bytes.at;
    while (b.end - at >= 3 && memcmp(at, "\xEF\xBB\xBF", 3) == 0)
        at += 3;
    bool done = read_header(&b, order, &at, err) && read_rows(&b, at, err);
    if (done) {
        take_meaning(&b);
        sheet->cell = keep(arena, b.cell, b.cells, sizeof *b.cell);
        sheet->offset = keep(arena, b.offset, b.cells, sizeof *b.offset);
        sheet->line = keep(arena, b.lines, sheet->rows, sizeof *b.lines);
    }
    free(b.cell);
    free(b.offset);
    free(b.lines);
    return done;
}

/* The encoding that was said, or that the bytes show, which is told; NULL: UTF-8. */
static const char *encoding_of(const struct hz_sheet_order *order, const char *name,
                               struct hz_text bytes)
{
    if (order->encoding)
        return strcasecmp(order->encoding, "UTF-8") == 0 ? NULL : order->encoding;
    const char *encoding = hz_encoding_mark(bytes);
    const size_t ascii = encoding ? 0 : hz_text_ascii(bytes);
    struct hz_text evidence = {bytes.at + ascii, bytes.length - ascii};
    if (evidence.length > HZ_ENCODING_EVIDENCE)
        evidence.length = HZ_ENCODING_EVIDENCE;
    if (!encoding && evidence.length > 0)
        encoding = hz_encoding_guess(evidence);
    if (encoding)
        hz_remark((struct hz_place){.file = name},
                  _("not UTF-8: read as %s (--encoding NAME if that is wrong)"), encoding);
    return encoding;
}

static bool parse_utf8(struct hz_sheet *sheet, struct made_of of, struct hz_text bytes,
                       const struct hz_sheet_order *order, struct hz_arena *arena,
                       struct hz_error *err)
{
    const char *nul = bytes.length > 0 ? memchr(bytes.at, '\0', bytes.length) : NULL;
    if (nul)
        return hz_error_set(err, HZ_ERROR_DATA,
                            (struct hz_place){.file = sheet->file, .sheet = sheet->sheet},
                            _("this is binary data, not CSV"));
    struct hz_buffer csv = {0};
    if (hz_drawn_is(bytes)) {
        hz_drawn_to_csv(bytes, &csv);
        bytes = (struct hz_text){csv.at, csv.length};
    }
    char *kept = hz_arena_allocate(arena, bytes.length + 1 + HZ_SCAN_SLACK, 1);
    if (bytes.length > 0)
        memcpy(kept, bytes.at, bytes.length);
    hz_buffer_free(&csv);
    if (bytes.length > 0 && kept[bytes.length - 1] != '\n')
        kept[bytes.length++] = '\n';
    return parse(sheet, of, (struct hz_text){kept, bytes.length}, order, arena, err);
}

static bool read_csv(struct hz_xlsx *book, struct hz_buffer *csv, struct hz_error *err)
{
    enum { STEP = 1 << 16 };
    for (size_t got = 1; got > 0; csv->length += got)
        if (csv->length > SHEET_MOST ||
            !hz_xlsx_read(book, hz_buffer_reserve(csv, STEP), STEP, &got, err))
            return csv->length <= SHEET_MOST
                       ? false
                       : hz_error_set(err, HZ_ERROR_SYSTEM, HZ_NOWHERE,
                                      _("the sheet is larger than %d bytes, the most that is read "
                                        "whole"),
                                      SHEET_MOST);
    return true;
}

static void remark(const struct hz_sheet *sheet, const char *text)
{
    if (text)
        hz_remark((struct hz_place){.file = sheet->file, .sheet = sheet->sheet}, "%s", text);
}

/* A sheet of a workbook, by its CSV: only the places in messages are the workbook's. */
static bool parse_book(struct hz_sheet *sheet, struct hz_text bytes,
                       const struct hz_sheet_order *order, struct hz_arena *arena,
                       struct hz_error *err)
{
    struct hz_xlsx *book;
    struct hz_buffer csv = {0};
    struct hz_sheet_order own = *order;
    if (!hz_xlsx_open_bytes(&book, bytes, sheet->file, order->sheet, err))
        return false;
    sheet->sheet = hz_arena_string(arena, hz_text_of(hz_xlsx_sheet(book)));
    own.header.delimiter = ',';
    if (own.forms.date_system == HZ_DATE_SYSTEM_UNKNOWN)
        own.forms.date_system = hz_xlsx_is_1904(book) ? HZ_DATE_SYSTEM_1904 : HZ_DATE_SYSTEM_1900;
    remark(sheet, hz_xlsx_remark(book));
    const bool done = read_csv(book, &csv, err) &&
                      parse_utf8(sheet, (struct made_of){.book = book},
                                 (struct hz_text){csv.at, csv.length}, &own, arena, err);
    if (done)
        remark(sheet, hz_xlsx_closing_remark(book));
    hz_buffer_free(&csv);
    hz_xlsx_close(book);
    return done;
}

/* JSON, by its CSV: only the lines in messages are the JSON's. */
static bool parse_json(struct hz_sheet *sheet, struct hz_text bytes,
                       const struct hz_sheet_order *order, struct hz_arena *arena,
                       struct hz_error *err)
{
    struct hz_json *json = hz_json_new(sheet->file);
    struct hz_buffer csv = {0};
    struct hz_sheet_order own = *order;
    own.header.delimiter = ',';
    const bool done = hz_json_may_be_in(order->encoding, sheet->file, err) &&
                      hz_json_add(json, bytes, true, &csv, err) &&
                      parse_utf8(sheet, (struct made_of){.json = json},
                                 (struct hz_text){csv.at, csv.length}, &own, arena, err);
    hz_buffer_free(&csv);
    hz_json_free(json);
    return done;
}

static bool parse_as(struct hz_sheet *sheet, const char *name, struct hz_text bytes,
                     const struct hz_sheet_order *order, struct hz_arena *arena,
                     struct hz_error *err)
{
    const struct made_of csv = {NULL, NULL};
    *sheet = (struct hz_sheet){.file = name};
    if (hz_xlsx_is_one(bytes))
        return parse_book(sheet, bytes, order, arena, err);
    if (order->sheet)
        return hz_error_set(err, HZ_ERROR_USAGE, (struct hz_place){.file = name},
                            _("--sheet \"%s\": this is no workbook (.xlsx)"), order->sheet);
    if (hz_json_is_one(bytes))
        return parse_json(sheet, bytes, order, arena, err);
    const char *encoding = encoding_of(order, name, bytes);
    if (!encoding)
        return hz_file_is_text(name, bytes, err) &&
               parse_utf8(sheet, csv, bytes, order, arena, err);
    struct hz_buffer utf8 = {0};
    bool done = hz_encoding_convert(encoding, bytes, &utf8, err) &&
                parse_utf8(sheet, csv, (struct hz_text){utf8.at, utf8.length}, order, arena, err);
    hz_buffer_free(&utf8);
    return done;
}

bool hz_sheet_parse(struct hz_sheet *sheet, const char *name, struct hz_text bytes,
                    struct hz_arena *arena, struct hz_error *err)
{
    return parse_as(sheet, name, bytes, &(struct hz_sheet_order){0}, arena, err);
}

bool hz_sheet_read_as(struct hz_sheet *sheet, const char *path, const struct hz_sheet_order *order,
                      struct hz_arena *arena, struct hz_error *err)
{
    struct hz_buffer bytes = {0};
    bool done = hz_file_read(path, SHEET_MOST, &bytes, err) &&
                parse_as(sheet, hz_file_name(path), (struct hz_text){bytes.at, bytes.length}, order,
                         arena, err);
    hz_buffer_free(&bytes);
    return done;
}

bool hz_sheet_read(struct hz_sheet *sheet, const char *path, struct hz_arena *arena,
                   struct hz_error *err)
{
    return hz_sheet_read_as(sheet, path, &(struct hz_sheet_order){0}, arena, err);
}

int hz_sheet_column(const struct hz_sheet *sheet, const char *name)
{
    return column_of(sheet, hz_text_of(name));
}

bool hz_sheet_find(const struct hz_sheet *sheet, const char *name, int *column,
                   struct hz_error *err)
{
    struct hz_buffer found = {0};
    *column = hz_sheet_column(sheet, name);
    if (*column >= 0)
        return true;
    hz_column_list(sheet->header, sheet->columns, name, &found);
    hz_error_set(err, HZ_ERROR_DATA, (struct hz_place){.file = sheet->file, .sheet = sheet->sheet},
                 _("there is no column \"%s\"; the header has: %.*s"), name, (int)found.length,
                 found.at);
    hz_buffer_free(&found);
    return false;
}

struct hz_text hz_sheet_cell(const struct hz_sheet *sheet, size_t row, int column)
{
    return sheet->cell[row * sheet->columns + (size_t)column];
}

struct hz_place hz_sheet_place(const struct hz_sheet *sheet, size_t row, int column)
{
    return (struct hz_place){.file = sheet->file,
                             .sheet = sheet->sheet,
                             .line = sheet->line[row],
                             .column = sheet->offset[row * sheet->columns + (size_t)column]};
}

/* Takes a sign off the end of a text, if something stands before it. */
static bool take_tail(struct hz_text *text, const char *sign)
{
    const size_t tail = strlen(sign);
    if (text->length <= tail || memcmp(text->at + text->length - tail, sign, tail) != 0)
        return false;
    text->length -= tail;
    return true;
}

int hz_sheet_unit(struct hz_text cell, size_t *length)
{
    static const struct {
        const char *sign;
        int zeros;
    } units[] = {{"万", 4}, {"亿", 8}};
    static const char *const counted[] = {"人次", "元", "人", "件", "份", "例"};
    int zeros = 0;
    for (size_t c = 0; c < HZ_COUNT(counted) && !take_tail(&cell, counted[c]); c++)
        ;
    for (size_t u = 0; u < HZ_COUNT(units) && zeros == 0; u++)
        if (take_tail(&cell, units[u].sign))
            zeros = units[u].zeros;
    *length = cell.length;
    return zeros;
}

/*
 * As strtod reads it, which also knows hexadecimal, "inf" and "nan": only digits may start a
 * number.
 */
static bool plain_number(struct hz_text cell, double *number)
{
    char text[64], *end = text;
    if (cell.length == 0 || cell.length >= sizeof text)
        return false;
    memcpy(text, cell.at, cell.length);
    text[cell.length] = '\0';
    if (strspn(text, "+-.0123456789eE") != cell.length)
        return false;
    *number = strtod(text, &end);
    return end == text + cell.length && isfinite(*number);
}

struct hz_text hz_sheet_shown(const struct hz_sheet *sheet, size_t row, int column)
{
    const struct hz_text cell = hz_sheet_cell(sheet, row, column);
    return hz_text_may_be_name(cell) ? hz_text_of("***") : cell;
}

bool hz_sheet_number(const struct hz_sheet *sheet, size_t row, int column, double *number,
                     struct hz_error *err)
{
    const struct hz_text cell = hz_sheet_cell(sheet, row, column);
    struct hz_form_note note = {""};
    char plain[HZ_FORM_NUMBER];
    double value = 0;
    char text[HZ_FORM_NUMBER + 4];
    size_t length;
    const int zeros = hz_sheet_unit(cell, &length);
    const struct hz_text figure = {cell.at, length};
    bool done = !sheet->forms.has_decimal_comma && zeros == 0 && plain_number(cell, &value);
    if (!done && hz_form_number(figure, &sheet->forms, plain, &note) == HZ_FORM_GOOD) {
        snprintf(text, sizeof text, "%s%s", plain, zeros == 8 ? "e8" : zeros == 4 ? "e4" : "");
        done = plain_number(hz_text_of(text), &value);
    }
    if (!done)
        return hz_error_set(err, HZ_ERROR_DATA, hz_sheet_place(sheet, row, column),
                            _("%.*s: \"%.*s\" %s"), HZ_TEXT_ARGS(sheet->header[column]),
                            HZ_TEXT_ARGS(hz_sheet_shown(sheet, row, column)),
                            note.text[0] ? note.text : hz_form_number_text());
    *number = value;
    return true;
}

static bool read_integer(const struct hz_sheet *sheet, size_t row, int column, struct hz_text text,
                         int64_t *number, struct hz_error *err)
{
    struct hz_form_note note;
    if (hz_form_integer(text, &sheet->forms, number, &note) == HZ_FORM_GOOD)
        return true;
    return hz_error_set(err, HZ_ERROR_DATA, hz_sheet_place(sheet, row, column),
                        _("%.*s: \"%.*s\" is not a whole number"),
                        HZ_TEXT_ARGS(sheet->header[column]),
                        HZ_TEXT_ARGS(hz_sheet_shown(sheet, row, column)));
}

bool hz_sheet_integer(const struct hz_sheet *sheet, size_t row, int column, int64_t *number,
                      struct hz_error *err)
{
    return read_integer(sheet, row, column, hz_sheet_cell(sheet, row, column), number, err);
}

bool hz_sheet_year(const struct hz_sheet *sheet, size_t row, int column, int64_t *year,
                   struct hz_error *err)
{
    struct hz_text text = hz_sheet_cell(sheet, row, column);
    (void)(take_tail(&text, "年度") || take_tail(&text, "年"));
    return read_integer(sheet, row, column, text, year, err);
}

/* sheet_rows.c: see sheet_rows.h. */

#include "file/sheet_rows.h"

#include "base/memory.h"
#include "file/encoding.h"
#include "file/headings.h"
#include "file/remark.h"
#include "file/scan.h"
#include "file/sheet_known.h"
#include "file/sheet_names.h"
#include "file/unit.h"

#include <stdlib.h>

/* The sheet as it grows: arrays of cells, lines and offsets, and where the reading stands. */
struct builder {
    struct hz_sheet *sheet;
    struct hz_arena *arena;
    struct hz_sheet_origin of;
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

/* The name of a header with a unit behind it, as "给付金额（万元）", whose name is left then. */
static const struct hz_sheet_name *name_without_unit(struct builder *b, struct hz_text *header,
                                                     int *zeros)
{
    struct hz_text text;
    const struct hz_sheet_name *name =
        hz_heading_split(*header, b->arena, &text, zeros) ? hz_sheet_name(text) : NULL;
    if (name && name->is_figure && hz_sheet_column_of(b->sheet, text) < 0)
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
        if (ours.length > 0 && hz_sheet_column_of(sheet, ours) < 0) {
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
    const struct hz_header_wanted wanted = {hz_sheet_known, NULL};
    const struct hz_text data = {*at, (size_t)(b->end - *at)};
    struct hz_header found;
    struct hz_buffer remark = {0};
    if (!hz_header_find(sheet->file, data, &order->header, &wanted, &found, err))
        return false;
    const bool is_own = !b->of.book && !b->of.json;
    sheet->forms = order->forms;
    sheet->forms.is_split_by_commas = is_own && found.delimiter == ',';
    sheet->forms.is_split_by_semicolons = is_own && found.delimiter == ';';
    b->delimiter = found.delimiter;
    b->line = found.line;
    sheet->before.at = hz_arena_string(b->arena, (struct hz_text){data.at, found.from});
    sheet->before.length = found.from;
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
        const bool is_name = cell[c].length == 0 || hz_sheet_column_of(sheet, cell[c]) >= 0;
        same += c < sheet->columns && (hz_text_equal(cell[c], sheet->header[c]) ||
                                       hz_sheet_column_of(sheet, cell[c]) == (int)c);
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

/*
 * In a file split by semicolons, whose numbers have a decimal comma as a rule, 1.234 is 1234 if
 * others show one, and else is told.
 */
static void look_at_points(struct builder *b)
{
    struct hz_sheet *sheet = b->sheet;
    size_t doubtful = b->cells;
    if (!sheet->forms.is_split_by_semicolons || sheet->forms.has_decimal_comma)
        return;
    for (size_t i = b->cells; i-- > 0;) {
        sheet->forms.shows_decimal_commas |= hz_form_shows_comma(b->cell[i], &sheet->forms);
        if (hz_form_is_doubtful(b->cell[i]))
            doubtful = i;
    }
    if (doubtful < b->cells && !sheet->forms.shows_decimal_commas)
        hz_remark(
            (struct hz_place){.file = sheet->file,
                              .line = b->lines[doubtful / sheet->columns],
                              .column = b->offset[doubtful]},
            _("\"%.*s\" is read with a decimal point: if points stand between thousands here, "
              "say --decimal-comma"),
            HZ_TEXT_ARGS(b->cell[doubtful]));
}

static void *keep(struct hz_arena *arena, const void *from, size_t count, size_t size)
{
    void *kept = hz_arena_allocate(arena, count, size);
    if (count > 0)
        memcpy(kept, from, count * size);
    return kept;
}

bool hz_sheet_rows(struct hz_sheet *sheet, struct hz_sheet_origin of, struct hz_text bytes,
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
        look_at_points(&b);
        sheet->cell = keep(arena, b.cell, b.cells, sizeof *b.cell);
        sheet->offset = keep(arena, b.offset, b.cells, sizeof *b.offset);
        sheet->line = keep(arena, b.lines, sheet->rows, sizeof *b.lines);
    }
    free(b.cell);
    free(b.offset);
    free(b.lines);
    return done;
}

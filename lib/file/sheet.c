/* sheet.c: see sheet.h. */

#include "file/sheet.h"
#include "file/sheet_names.h"

#include "base/memory.h"
#include "file/file.h"
#include "file/scan.h"

#include <errno.h>
#include <math.h>
#include <stdlib.h>

enum { SHEET_MOST = 1 << 30 };

/* The sheet as it grows: arrays of cells, lines and offsets, and where the reading stands. */
struct builder {
    struct hz_sheet *sheet;
    struct hz_arena *arena;
    const char *end; /* behind the last newline */
    char delimiter;
    uint64_t line;
    struct hz_text *cell;
    uint32_t *offset;
    size_t cells, cell_capacity;
    uint64_t *lines;
    size_t line_capacity;
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

static void add_line(struct builder *b, size_t row)
{
    if (row == b->line_capacity) {
        b->line_capacity = b->line_capacity ? b->line_capacity * 2 : 64;
        b->lines = hz_reallocate(b->lines, b->line_capacity, sizeof *b->lines);
    }
    b->lines[row] = b->line;
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
            return hz_error_set(err, HZ_ERROR_DATA, place, _("a quote is opened and never closed"));
        if (field.has_tail)
            return hz_error_set(err, HZ_ERROR_DATA, place, _("text stands after a closing quote"));
        add_cell(b, hz_text_trim(unescaped(b, &field)), (size_t)(*at - record) + 1);
        (*fields)++;
        *at = stop + 1;
    } while (*stop != '\n');
    for (const char *c = record; c < *at; c++)
        b->line += *c == '\n';
    return true;
}

static bool is_empty(const char *at)
{
    return *at == '\n' || (at[0] == '\r' && at[1] == '\n');
}

static const char *skip_comments(struct builder *b, const char *at)
{
    while (at < b->end && (*at == '#' || is_empty(at))) {
        at = memchr(at, '\n', (size_t)(b->end - at));
        at = at ? at + 1 : b->end;
        b->line++;
    }
    return at;
}

/* Headers of other names get ours, unless that stands there too; figures keep their own. */
static void name_columns(const struct hz_sheet *sheet, struct hz_text header[])
{
    for (size_t c = 0; c < sheet->columns; c++) {
        const struct hz_sheet_name *name = hz_sheet_name(header[c]);
        if (name && !name->is_figure && hz_sheet_column(sheet, name->ours) < 0)
            header[c] = hz_text_of(name->ours);
    }
}

static bool read_header(struct builder *b, const char **at, struct hz_error *err)
{
    struct hz_sheet *sheet = b->sheet;
    *at = skip_comments(b, *at);
    if (*at >= b->end)
        return hz_error_set(err, HZ_ERROR_DATA, (struct hz_place){.file = sheet->file},
                            _("empty: a table with a header was expected"));
    const char *newline = memchr(*at, '\n', (size_t)(b->end - *at));
    size_t length = (size_t)(newline - *at);
    b->delimiter = memchr(*at, '\t', length) && !memchr(*at, ',', length) ? '\t' : ',';
    uint64_t line = b->line;
    if (!read_record(b, at, &sheet->columns, err))
        return false;
    struct hz_text *header = hz_arena_allocate(b->arena, sheet->columns, sizeof *header);
    memcpy(header, b->cell, sheet->columns * sizeof *header);
    sheet->header = header;
    b->cells = 0;
    for (size_t c = 0; c < sheet->columns; c++)
        for (size_t d = 0; d < c; d++)
            if (hz_text_equal(header[c], header[d]))
                return hz_error_set(
                    err, HZ_ERROR_DATA, (struct hz_place){.file = sheet->file, .line = line},
                    _("the column \"%.*s\" stands twice in the header"), HZ_TEXT_ARGS(header[c]));
    name_columns(sheet, header);
    return true;
}

static bool read_rows(struct builder *b, const char *at, struct hz_error *err)
{
    struct hz_sheet *sheet = b->sheet;
    while (at < b->end) {
        if (is_empty(at)) {
            at = (const char *)memchr(at, '\n', (size_t)(b->end - at)) + 1;
            b->line++;
            continue;
        }
        size_t fields;
        add_line(b, sheet->rows);
        if (!read_record(b, &at, &fields, err))
            return false;
        if (fields != sheet->columns)
            return hz_error_set(
                err, HZ_ERROR_DATA,
                (struct hz_place){.file = sheet->file, .line = b->lines[sheet->rows]},
                _("the row has %zu fields, the header %zu"), fields, sheet->columns);
        sheet->rows++;
    }
    return true;
}

static void *keep(struct hz_arena *arena, const void *from, size_t count, size_t size)
{
    void *kept = hz_arena_allocate(arena, count, size);
    if (count > 0)
        memcpy(kept, from, count * size);
    return kept;
}

static bool parse(struct hz_sheet *sheet, struct hz_text bytes, struct hz_arena *arena,
                  struct hz_error *err)
{
    struct builder b = {.sheet = sheet, .arena = arena, .end = bytes.at + bytes.length, .line = 1};
    const char *at = bytes.at;
    if (bytes.length >= 3 && memcmp(at, "\xEF\xBB\xBF", 3) == 0)
        at += 3;
    bool done = read_header(&b, &at, err) && read_rows(&b, at, err);
    if (done) {
        sheet->cell = keep(arena, b.cell, b.cells, sizeof *b.cell);
        sheet->offset = keep(arena, b.offset, b.cells, sizeof *b.offset);
        sheet->line = keep(arena, b.lines, sheet->rows, sizeof *b.lines);
    }
    free(b.cell);
    free(b.offset);
    free(b.lines);
    return done;
}

bool hz_sheet_parse(struct hz_sheet *sheet, const char *name, struct hz_text bytes,
                    struct hz_arena *arena, struct hz_error *err)
{
    *sheet = (struct hz_sheet){.file = name};
    if (!hz_file_is_text(name, bytes, err))
        return false;
    if (bytes.length > 0 && memchr(bytes.at, '\0', bytes.length))
        return hz_error_set(err, HZ_ERROR_DATA, (struct hz_place){.file = name},
                            _("this is binary data, not CSV"));
    char *kept = hz_arena_allocate(arena, bytes.length + 1 + HZ_SCAN_SLACK, 1);
    if (bytes.length > 0)
        memcpy(kept, bytes.at, bytes.length);
    if (bytes.length > 0 && kept[bytes.length - 1] != '\n')
        kept[bytes.length++] = '\n';
    return parse(sheet, (struct hz_text){kept, bytes.length}, arena, err);
}

bool hz_sheet_read(struct hz_sheet *sheet, const char *path, struct hz_arena *arena,
                   struct hz_error *err)
{
    struct hz_buffer bytes = {0};
    bool done = hz_file_read(path, SHEET_MOST, &bytes, err) &&
                hz_sheet_parse(sheet, hz_file_name(path), (struct hz_text){bytes.at, bytes.length},
                               arena, err);
    hz_buffer_free(&bytes);
    return done;
}

int hz_sheet_column(const struct hz_sheet *sheet, const char *name)
{
    for (size_t c = 0; c < sheet->columns; c++)
        if (hz_text_equal(sheet->header[c], hz_text_of(name)))
            return (int)c;
    for (size_t c = 0; c < sheet->columns; c++) {
        const struct hz_sheet_name *other = hz_sheet_name(sheet->header[c]);
        if (other && strcmp(other->ours, name) == 0)
            return (int)c;
    }
    return -1;
}

bool hz_sheet_find(const struct hz_sheet *sheet, const char *name, int *column,
                   struct hz_error *err)
{
    struct hz_buffer found = {0};
    *column = hz_sheet_column(sheet, name);
    if (*column >= 0)
        return true;
    hz_buffer_list(&found, sheet->header, sheet->columns, 400);
    hz_error_set(err, HZ_ERROR_DATA, (struct hz_place){.file = sheet->file},
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
                             .line = sheet->line[row],
                             .column = sheet->offset[row * sheet->columns + (size_t)column]};
}

int hz_sheet_unit(struct hz_text cell, size_t *length)
{
    static const struct {
        const char *sign;
        int zeros;
    } units[] = {{"万", 4}, {"亿", 8}};
    *length = cell.length;
    for (size_t u = 0; u < HZ_COUNT(units); u++) {
        const size_t tail = strlen(units[u].sign);
        if (cell.length > tail && memcmp(cell.at + cell.length - tail, units[u].sign, tail) == 0) {
            *length = cell.length - tail;
            return units[u].zeros;
        }
    }
    return 0;
}

bool hz_sheet_number(const struct hz_sheet *sheet, size_t row, int column, double *number,
                     struct hz_error *err)
{
    struct hz_text cell = hz_sheet_cell(sheet, row, column);
    char text[64];
    char *end = text;
    double value = 0;
    size_t length = cell.length;
    const int zeros = hz_sheet_unit(cell, &length);
    if (length > 0 && length + sizeof "e8" <= sizeof text) {
        memcpy(text, cell.at, length);
        memcpy(text + length, zeros == 8 ? "e8" : zeros == 4 ? "e4" : "", zeros ? 3 : 1);
        length += zeros ? 2 : 0;
        /* strtod also reads hexadecimal, "inf" and "nan": only digits may start a number here. */
        if (strspn(text, "+-.0123456789eE") == length)
            value = strtod(text, &end);
    }
    if (end == text || end != text + length || !isfinite(value))
        return hz_error_set(
            err, HZ_ERROR_DATA, hz_sheet_place(sheet, row, column),
            _("%.*s: \"%.*s\" is not a number (expected 1234.5, without separators)"),
            HZ_TEXT_ARGS(sheet->header[column]), HZ_TEXT_ARGS(cell));
    *number = value;
    return true;
}

bool hz_sheet_integer(const struct hz_sheet *sheet, size_t row, int column, int64_t *number,
                      struct hz_error *err)
{
    struct hz_text cell = hz_sheet_cell(sheet, row, column);
    char text[32];
    char *end = text;
    long long value = 0;
    errno = 0;
    size_t length = cell.length;
    const int zeros = hz_sheet_unit(cell, &length);
    if (length > 0 && length + sizeof "e8" <= sizeof text) {
        memcpy(text, cell.at, length);
        memcpy(text + length, zeros == 8 ? "e8" : zeros == 4 ? "e4" : "", zeros ? 3 : 1);
        length += zeros ? 2 : 0;
        if (strspn(text, "-0123456789") == cell.length)
            value = strtoll(text, &end, 10);
    }
    if (cell.length == 0 || cell.length >= sizeof text || end != text + cell.length || errno != 0)
        return hz_error_set(err, HZ_ERROR_DATA, hz_sheet_place(sheet, row, column),
                            _("%.*s: \"%.*s\" is not a whole number"),
                            HZ_TEXT_ARGS(sheet->header[column]), HZ_TEXT_ARGS(cell));
    *number = value;
    return true;
}

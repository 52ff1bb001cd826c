/* table.c: see table.h. */

#include "file/table.h"

#include "base/memory.h"
#include "file/safe_cells.h"
#include "file/scan.h"

#include <assert.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

const char *const hz_format_names[] = {"table", "csv", "tsv", "json", "jsonl", NULL};

enum {
    DECIMALS_MOST = 20,
    NUMBER_TEXT = 352, /* the largest double has 309 digits */
    GAP = 2,           /* spaces between columns for people */
};

enum cell_kind { CELL_UNKNOWN, CELL_TEXT, CELL_NUMBER };

/* A cell of a table for people, whose text ends at `end` of the table's texts. */
struct cell {
    size_t end;
    uint32_t width; /* in columns of a terminal */
    enum cell_kind kind;
};

struct column {
    char *name;
    size_t width;
    bool has_text;
    bool has_numbers;
};

struct hz_table {
    struct hz_output *output;
    enum hz_format format;
    bool is_safe; /* no text of CSV or TSV is a formula */
    int decimals; /* of estimates; negative: the usual number of them */
    struct column *column;
    size_t columns;
    size_t at; /* the column of the next cell */
    size_t rows;
    bool has_header; /* it has gone to the output */
    size_t left_out;
    void (*tell)(void *context, const char *text);
    void (*note)(void *context, const char *text);
    void *note_context;
    void *context;
    struct hz_buffer cells; /* struct cell, row by row, kept for people */
    struct hz_buffer texts;
    struct hz_buffer line; /* being written */
};

struct hz_table *hz_table_new(struct hz_output *output, enum hz_format format)
{
    struct hz_table *table = hz_allocate(1, sizeof *table);
    table->output = output;
    table->format = format;
    table->decimals = -1;
    return table;
}

void hz_table_set_safe(struct hz_table *table, bool is_safe)
{
    table->is_safe = is_safe;
}

void hz_table_column(struct hz_table *table, const char *name)
{
    assert(table->rows == 0 && table->at == 0 && !table->has_header);
    for (size_t c = 0; c < table->columns; c++)
        assert(strcmp(table->column[c].name, name) != 0);
    table->column = hz_reallocate(table->column, table->columns + 1, sizeof *table->column);
    size_t size = strlen(name) + 1;
    char *copy = hz_allocate(size, 1);
    memcpy(copy, name, size);
    table->column[table->columns] =
        (struct column){.name = copy, .width = hz_text_width(hz_text_of(name))};
    table->columns++;
}

static void write_line(struct hz_table *table)
{
    hz_buffer_char(&table->line, '\n');
    hz_output_write(table->output, table->line.at, table->line.length);
    table->line.length = 0;
}

/* RFC 4180. A row of one empty field is quoted, lest it look like no row. */
static void append_csv(struct hz_buffer *line, struct hz_text text, bool is_only)
{
    if (is_only && text.length == 0)
        hz_buffer_string(line, "\"\"");
    else
        hz_scan_quote(text, ',', line);
}

/* Control characters as spaces: no line breaks in a line, no commands to a terminal. */
static void append_plain(struct hz_buffer *line, struct hz_text text)
{
    hz_buffer_text(line, text);
    for (char *c = line->at + line->length - text.length; c < line->at + line->length; c++)
        if ((unsigned char)*c < 0x20 || *c == 0x7F)
            *c = ' ';
}

/*
 * The bytes of the character at the start of a text, or, where it is not well-formed UTF-8, of the
 * part that one U+FFFD stands for (The Unicode Standard 15, table 3-7 and section 3.9).
 */
static size_t character_length(struct hz_text text, bool *is_good)
{
    const unsigned char *byte = (const unsigned char *)text.at;
    const unsigned char first = byte[0];
    size_t bytes = first < 0xC2 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 1;
    unsigned char least = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
    unsigned char most = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
    size_t n = 1;
    while (n < bytes && n < text.length && byte[n] >= least && byte[n] <= most) {
        n++;
        least = 0x80;
        most = 0xBF;
    }
    *is_good = first < 0x80 || (bytes > 1 && n == bytes);
    return n;
}

/* RFC 8259, section 7. */
static void append_json_character(struct hz_buffer *line, const char *at, size_t length)
{
    static const char named[] = "\"\\\b\f\n\r\t";
    static const char letters[] = "\"\\bfnrt";
    const char *found = *at ? strchr(named, *at) : NULL;
    if (found) {
        hz_buffer_char(line, '\\');
        hz_buffer_char(line, letters[found - named]);
    } else if ((unsigned char)*at < 0x20) {
        hz_buffer_format(line, "\\u%04x", (unsigned)*at);
    } else {
        hz_buffer_append(line, at, length);
    }
}

static void append_json_string(struct hz_buffer *line, struct hz_text text)
{
    hz_buffer_char(line, '"');
    while (text.length > 0) {
        bool is_good;
        size_t length = character_length(text, &is_good);
        if (is_good)
            append_json_character(line, text.at, length);
        else
            hz_buffer_string(line, "\xEF\xBF\xBD");
        text.at += length;
        text.length -= length;
    }
    hz_buffer_char(line, '"');
}

static void append_json_member(struct hz_table *table, enum cell_kind kind, struct hz_text text)
{
    struct hz_buffer *line = &table->line;
    const char *before_row = table->format == HZ_FORMAT_JSONL ? "{"
                             : table->rows > 0                ? ",\n{"
                                                              : "[\n{";
    hz_buffer_string(line, table->at > 0 ? "," : before_row);
    append_json_string(line, hz_text_of(table->column[table->at].name));
    hz_buffer_char(line, ':');
    if (kind == CELL_TEXT)
        append_json_string(line, text);
    else
        hz_buffer_text(line, kind == CELL_NUMBER ? text : hz_text_of("null"));
}

/* A field of CSV or TSV. */
static void append_field(struct hz_table *table, size_t column, struct hz_text text)
{
    const bool is_csv = table->format == HZ_FORMAT_CSV;
    if (column > 0)
        hz_buffer_char(&table->line, is_csv ? ',' : '\t');
    if (is_csv)
        append_csv(&table->line, text, table->columns == 1);
    else
        append_plain(&table->line, text);
}

/* The header of CSV or TSV, once. */
static void need_header(struct hz_table *table)
{
    if (table->has_header || table->columns == 0)
        return;
    table->has_header = true;
    for (size_t c = 0; c < table->columns; c++)
        append_field(table, c, hz_text_of(table->column[c].name));
    write_line(table);
}

/* Keeps a cell until all widths are known. */
static void keep_cell(struct hz_table *table, enum cell_kind kind, struct hz_text text)
{
    struct column *column = &table->column[table->at];
    append_plain(&table->texts, text);
    text.at = table->texts.at + table->texts.length - text.length;
    struct cell cell = {
        .end = table->texts.length, .width = (uint32_t)hz_text_width(text), .kind = kind};
    hz_buffer_append(&table->cells, &cell, sizeof cell);
    if (cell.width > column->width)
        column->width = cell.width;
    column->has_text |= kind == CELL_TEXT;
    column->has_numbers |= kind == CELL_NUMBER;
}

/* A text that a workbook would run as a formula, with an apostrophe in front. */
static void put_safe_text(struct hz_table *table, struct hz_text text)
{
    struct hz_buffer safe = {0};
    if (hz_cell_is_formula(text))
        hz_buffer_char(&safe, '\'');
    hz_buffer_text(&safe, text);
    append_field(table, table->at, (struct hz_text){safe.at, safe.length});
    hz_buffer_free(&safe);
}

static void put_cell(struct hz_table *table, enum cell_kind kind, struct hz_text text)
{
    assert(table->at < table->columns);
    switch (table->format) {
    case HZ_FORMAT_TABLE:
        keep_cell(table, kind, text);
        break;
    case HZ_FORMAT_CSV:
    case HZ_FORMAT_TSV:
        need_header(table);
        if (table->is_safe && kind == CELL_TEXT)
            put_safe_text(table, text);
        else
            append_field(table, table->at, text);
        break;
    case HZ_FORMAT_JSON:
    case HZ_FORMAT_JSONL:
        append_json_member(table, kind, text);
        break;
    case HZ_FORMATS:
        break;
    }
    table->at++;
}

void hz_table_text(struct hz_table *table, struct hz_text text)
{
    put_cell(table, CELL_TEXT, text);
}

void hz_table_string(struct hz_table *table, const char *string)
{
    put_cell(table, CELL_TEXT, hz_text_of(string));
}

void hz_table_integer(struct hz_table *table, hz_sum number)
{
    char text[HZ_SUM_TEXT];
    size_t length = hz_sum_format(number, text);
    put_cell(table, CELL_NUMBER, (struct hz_text){text, length});
}

void hz_table_money(struct hz_table *table, hz_sum fen)
{
    char text[HZ_SUM_TEXT];
    size_t length = hz_money_format(fen, text);
    put_cell(table, CELL_NUMBER, (struct hz_text){text, length});
}

void hz_table_units(struct hz_table *table, hz_sum units, int decimals)
{
    assert(decimals >= 0 && decimals <= DECIMALS_MOST);
    char digits[DECIMALS_MOST + HZ_SUM_TEXT], text[sizeof digits + 2];
    memset(digits, '0', (size_t)decimals);
    const int length = (int)hz_sum_format(units < 0 ? -units : units, digits + decimals);
    const char *whole = digits + (decimals < length ? decimals : length - 1);
    const int wholes = (int)(digits + length - whole);
    snprintf(text, sizeof text, "%s%.*s%s%s", units < 0 ? "-" : "", wholes, whole,
             decimals > 0 ? "." : "", whole + wholes);
    put_cell(table, CELL_NUMBER, hz_text_of(text));
}

void hz_table_date(struct hz_table *table, hz_date date)
{
    char text[HZ_DATE_TEXT];
    hz_date_format(date, text);
    put_cell(table, CELL_TEXT, hz_text_of(text));
}

void hz_table_number(struct hz_table *table, double number, int decimals)
{
    assert(decimals >= 0 && decimals <= DECIMALS_MOST);
    if (!isfinite(number)) {
        hz_table_unknown(table);
        return;
    }
    char room[NUMBER_TEXT];
    const char *text = room;
    snprintf(room, sizeof room, "%.*f", decimals, number);
    if (*text == '-' && text[1 + strspn(text + 1, "0.")] == '\0')
        text++;
    put_cell(table, CELL_NUMBER, hz_text_of(text));
}

void hz_table_estimate(struct hz_table *table, double number, int decimals)
{
    hz_table_number(table, number, hz_table_decimals(table, decimals));
}

void hz_table_ratio(struct hz_table *table, double ratio, int usual)
{
    const int asked = hz_table_decimals(table, usual);
    hz_table_number(table, ratio, asked > usual ? asked : usual);
}

void hz_table_on_tell(struct hz_table *table, void (*tell)(void *context, const char *text),
                      void *context)
{
    table->note = tell;
    table->note_context = context;
}

void hz_table_tell(struct hz_table *table, const char *text)
{
    if (table->note)
        table->note(table->note_context, text);
}

void hz_table_on_left_out(struct hz_table *table, void (*tell)(void *context, const char *text),
                          void *context)
{
    table->tell = tell;
    table->context = context;
}

void hz_table_leave_out(struct hz_table *table, struct hz_error *err)
{
    table->left_out++;
    if (table->tell)
        table->tell(table->context, err->text);
    *err = (struct hz_error){0};
}

size_t hz_table_left_out(const struct hz_table *table)
{
    return table->left_out;
}

void hz_table_set_decimals(struct hz_table *table, int decimals)
{
    assert(decimals >= 0 && decimals <= DECIMALS_MOST);
    table->decimals = decimals;
}

int hz_table_decimals(const struct hz_table *table, int usual)
{
    return table->decimals >= 0 ? table->decimals : usual;
}

void hz_table_unknown(struct hz_table *table)
{
    put_cell(table, CELL_UNKNOWN, (struct hz_text){"", 0});
}

void hz_table_end_row(struct hz_table *table)
{
    assert(table->columns > 0 && table->at == table->columns);
    table->at = 0;
    table->rows++;
    switch (table->format) {
    case HZ_FORMAT_TABLE:
        return;
    case HZ_FORMAT_CSV:
    case HZ_FORMAT_TSV:
        write_line(table);
        return;
    case HZ_FORMAT_JSON:
        hz_buffer_char(&table->line, '}');
        hz_output_write(table->output, table->line.at, table->line.length);
        table->line.length = 0;
        return;
    case HZ_FORMAT_JSONL:
        hz_buffer_char(&table->line, '}');
        write_line(table);
        return;
    case HZ_FORMATS:
        break;
    }
    abort();
}

static void append_spaces(struct hz_buffer *line, size_t count)
{
    memset(hz_buffer_reserve(line, count), ' ', count);
    line->length += count;
}

/* One cell of a line for people, and the gap before it. */
static void lay_cell(struct hz_table *table, size_t column, struct hz_text text, size_t width,
                     bool is_right)
{
    const size_t room = table->column[column].width - width;
    append_spaces(&table->line, (column > 0 ? GAP : 0) + (is_right ? room : 0));
    hz_buffer_text(&table->line, text);
    append_spaces(&table->line, is_right ? 0 : room);
}

/* A line ends at its last letter. */
static void write_trimmed_line(struct hz_table *table)
{
    struct hz_buffer *line = &table->line;
    while (line->length > 0 && line->at[line->length - 1] == ' ')
        line->length--;
    write_line(table);
}

static void lay_out(struct hz_table *table)
{
    for (size_t c = 0; c < table->columns; c++) {
        const struct column *column = &table->column[c];
        struct hz_text name = hz_text_of(column->name);
        lay_cell(table, c, name, hz_text_width(name), column->has_numbers && !column->has_text);
    }
    write_trimmed_line(table);
    const struct cell *cell = (const void *)table->cells.at;
    size_t start = 0;
    for (size_t r = 0; r < table->rows; r++) {
        for (size_t c = 0; c < table->columns; c++, cell++) {
            struct hz_text text = {table->texts.at + start, cell->end - start};
            lay_cell(table, c, text, cell->width, cell->kind == CELL_NUMBER);
            start = cell->end;
        }
        write_trimmed_line(table);
    }
}

void hz_table_end(struct hz_table *table)
{
    assert(table->at == 0);
    switch (table->format) {
    case HZ_FORMAT_TABLE:
        if (table->columns > 0)
            lay_out(table);
        break;
    case HZ_FORMAT_CSV:
    case HZ_FORMAT_TSV:
        need_header(table);
        break;
    case HZ_FORMAT_JSON:
        hz_output_text(table->output, hz_text_of(table->rows > 0 ? "\n]\n" : "[]\n"));
        break;
    case HZ_FORMAT_JSONL:
    case HZ_FORMATS:
        break;
    }
    hz_table_drop(table);
}

void hz_table_drop(struct hz_table *table)
{
    if (!table)
        return;
    for (size_t c = 0; c < table->columns; c++)
        free(table->column[c].name);
    free(table->column);
    hz_buffer_free(&table->cells);
    hz_buffer_free(&table->texts);
    hz_buffer_free(&table->line);
    free(table);
}

enum hz_format hz_table_format(const struct hz_table *table)
{
    return table->format;
}

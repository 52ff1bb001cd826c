/* table_json.c: tables as JSON (RFC 8259): an array of objects, or an object a line. */

#include "file/table_form.h"

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

static void append_member(struct hz_table *table, enum hz_cell_kind kind, struct hz_text text)
{
    struct hz_buffer *line = &table->line;
    hz_buffer_char(line, table->at > 0 ? ',' : '{');
    append_json_string(line, hz_text_of(table->column[table->at].name));
    hz_buffer_char(line, ':');
    if (kind == HZ_CELL_TEXT || kind == HZ_CELL_DATE)
        append_json_string(line, text);
    else
        hz_buffer_text(line, kind == HZ_CELL_NUMBER ? text : hz_text_of("null"));
}

static void array_cell(struct hz_table *table, enum hz_cell_kind kind, struct hz_text text)
{
    if (table->at == 0)
        hz_buffer_string(&table->line, table->rows > 0 ? ",\n" : "[\n");
    append_member(table, kind, text);
}

static void array_end_row(struct hz_table *table)
{
    hz_buffer_char(&table->line, '}');
    hz_output_write(table->output, table->line.at, table->line.length);
    table->line.length = 0;
}

static void array_end(struct hz_table *table)
{
    hz_output_text(table->output, hz_text_of(table->rows > 0 ? "\n]\n" : "[]\n"));
}

const struct hz_table_form hz_table_json = {
    .cell = array_cell, .end_row = array_end_row, .end = array_end};

static void line_end_row(struct hz_table *table)
{
    hz_buffer_char(&table->line, '}');
    hz_table_write_line(table);
}

static void line_end(struct hz_table *table)
{
    (void)table;
}

const struct hz_table_form hz_table_json_lines = {
    .cell = append_member, .end_row = line_end_row, .end = line_end};

/*
 * table_html.c: tables as HTML, bare: a table element with what a reader of screens needs, a
 * caption and the scope of each heading, and no style but that numbers stand to the right.
 */

#include "file/table_form.h"

static void append_text(struct hz_buffer *out, struct hz_text text)
{
    static const char signs[] = "<>&\"";
    static const char *const names[] = {"&lt;", "&gt;", "&amp;", "&quot;"};
    for (size_t i = 0; i < text.length; i++) {
        const char *sign = text.at[i] ? strchr(signs, text.at[i]) : NULL;
        if (sign)
            hz_buffer_string(out, names[sign - signs]);
        else
            hz_table_append_plain(out, (struct hz_text){text.at + i, 1});
    }
}

static void append_element(struct hz_buffer *out, const char *tag, const char *attribute,
                           struct hz_text text)
{
    hz_buffer_format(out, "<%s%s>", tag, attribute);
    append_text(out, text);
    hz_buffer_format(out, "</%s>", tag);
}

static void begin(struct hz_table *table)
{
    struct hz_buffer *line = &table->line;
    hz_buffer_string(line, "<table>\n");
    if (table->title[0]) {
        append_element(line, "caption", "", hz_text_of(table->title));
        hz_buffer_char(line, '\n');
    }
    hz_buffer_string(line, "<thead>\n<tr>");
    for (size_t c = 0; c < table->columns; c++)
        append_element(line, "th", " scope=\"col\"", hz_text_of(table->column[c].name));
    hz_buffer_string(line, "</tr>\n</thead>\n<tbody>");
    hz_table_write_line(table);
}

/* The first cell of a row is what the row is about. */
static void cell(struct hz_table *table, enum hz_cell_kind kind, struct hz_text text)
{
    if (table->at == 0) {
        hz_buffer_string(&table->line, "<tr>");
        append_element(&table->line, "th", " scope=\"row\"", text);
        return;
    }
    append_element(&table->line, "td", kind == HZ_CELL_NUMBER ? " style=\"text-align: right\"" : "",
                   text);
}

static void end_row(struct hz_table *table)
{
    hz_buffer_string(&table->line, "</tr>");
    hz_table_write_line(table);
}

static void end(struct hz_table *table)
{
    hz_output_text(table->output, hz_text_of("</tbody>\n</table>\n"));
}

const struct hz_table_form hz_table_html = {
    .begin = begin, .cell = cell, .end_row = end_row, .end = end};

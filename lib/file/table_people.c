/* table_people.c: tables for people, columns aligned, on a terminal and in Markdown. */

#include "file/table_form.h"

enum { GAP = 2 }; /* spaces between columns on a terminal */

/* A cell, whose text ends at `end` of the table's texts. */
struct cell {
    size_t end;
    uint32_t width; /* in columns of a terminal */
    enum hz_cell_kind kind;
};

/* Keeps a cell until all widths are known. */
static void keep_cell(struct hz_table *table, enum hz_cell_kind kind, struct hz_text text)
{
    struct hz_table_head *column = &table->column[table->at];
    hz_table_append_plain(&table->texts, text);
    text.at = table->texts.at + table->texts.length - text.length;
    struct cell cell = {
        .end = table->texts.length, .width = (uint32_t)hz_text_width(text), .kind = kind};
    hz_buffer_append(&table->cells, &cell, sizeof cell);
    if (cell.width > column->width)
        column->width = cell.width;
    column->has_text |= kind == HZ_CELL_TEXT || kind == HZ_CELL_DATE;
    column->has_numbers |= kind == HZ_CELL_NUMBER;
}

static void end_row(struct hz_table *table)
{
    (void)table;
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
    hz_table_write_line(table);
}

static void lay_out(struct hz_table *table)
{
    if (table->columns == 0)
        return;
    for (size_t c = 0; c < table->columns; c++) {
        const struct hz_table_head *column = &table->column[c];
        struct hz_text name = hz_text_of(column->name);
        lay_cell(table, c, name, hz_text_width(name), column->has_numbers && !column->has_text);
    }
    write_trimmed_line(table);
    const struct cell *cell = (const void *)table->cells.at;
    size_t start = 0;
    for (size_t r = 0; r < table->rows; r++) {
        for (size_t c = 0; c < table->columns; c++, cell++) {
            struct hz_text text = {table->texts.at + start, cell->end - start};
            lay_cell(table, c, text, cell->width, cell->kind == HZ_CELL_NUMBER);
            start = cell->end;
        }
        write_trimmed_line(table);
    }
}

const struct hz_table_form hz_table_people = {
    .cell = keep_cell, .end_row = end_row, .end = lay_out};

/* ---- Markdown, with the tables of GitHub's: https://github.github.com/gfm/#tables-extension- */

/* Signs that would be read as more than themselves. */
static void append_escaped(struct hz_buffer *out, struct hz_text text)
{
    for (size_t i = 0; i < text.length; i++) {
        if (strchr("|\\`*[]<>", text.at[i]) && text.at[i])
            hz_buffer_char(out, '\\');
        hz_buffer_char(out, text.at[i]);
    }
}

static void keep_escaped(struct hz_table *table, enum hz_cell_kind kind, struct hz_text text)
{
    struct hz_buffer escaped = {0};
    append_escaped(&escaped, text);
    keep_cell(table, kind, (struct hz_text){escaped.at, escaped.length});
    hz_buffer_free(&escaped);
}

static void lay_bar(struct hz_table *table, size_t column, struct hz_text text, bool is_right)
{
    const size_t room = table->column[column].width - hz_text_width(text);
    hz_buffer_string(&table->line, column == 0 ? "| " : " | ");
    append_spaces(&table->line, is_right ? room : 0);
    hz_buffer_text(&table->line, text);
    append_spaces(&table->line, is_right ? 0 : room);
}

static bool is_right(const struct hz_table *table, size_t column)
{
    return table->column[column].has_numbers && !table->column[column].has_text;
}

static void end_bars(struct hz_table *table)
{
    hz_buffer_string(&table->line, " |");
    hz_table_write_line(table);
}

/* The line that says which columns stand to the right. */
static void lay_rule(struct hz_table *table)
{
    for (size_t c = 0; c < table->columns; c++) {
        const size_t width = table->column[c].width;
        hz_buffer_string(&table->line, c == 0 ? "| " : " | ");
        memset(hz_buffer_reserve(&table->line, width), '-', width);
        table->line.length += width;
        if (is_right(table, c))
            table->line.at[table->line.length - 1] = ':';
    }
    end_bars(table);
}

static void lay_out_markdown(struct hz_table *table)
{
    enum { RULE_LEAST = 3 };
    const struct cell *cell = (const void *)table->cells.at;
    size_t start = 0;
    if (table->columns == 0)
        return;
    for (size_t c = 0; c < table->columns; c++)
        if (table->column[c].width < RULE_LEAST)
            table->column[c].width = RULE_LEAST;
    for (size_t c = 0; c < table->columns; c++)
        lay_bar(table, c, hz_text_of(table->column[c].name), is_right(table, c));
    end_bars(table);
    lay_rule(table);
    for (size_t r = 0; r < table->rows; r++) {
        for (size_t c = 0; c < table->columns; c++, cell++) {
            const struct hz_text text = {table->texts.at + start, cell->end - start};
            lay_bar(table, c, text, cell->kind == HZ_CELL_NUMBER);
            start = cell->end;
        }
        end_bars(table);
    }
}

const struct hz_table_form hz_table_markdown = {
    .cell = keep_escaped, .end_row = end_row, .end = lay_out_markdown};

/* table_lines.c: tables as CSV (RFC 4180) and TSV, a line a row. */

#include "file/safe_cells.h"
#include "file/scan.h"
#include "file/table_form.h"

/* A row of one empty field is quoted, lest it look like no row. */
static void append_csv(struct hz_buffer *line, struct hz_text text, bool is_only)
{
    if (is_only && text.length == 0)
        hz_buffer_string(line, "\"\"");
    else
        hz_scan_quote(text, ',', line);
}

static void append_field(struct hz_table *table, size_t column, struct hz_text text)
{
    const bool is_csv = table->format == HZ_FORMAT_CSV;
    if (column > 0)
        hz_buffer_char(&table->line, is_csv ? ',' : '\t');
    if (is_csv)
        append_csv(&table->line, text, table->columns == 1);
    else
        hz_table_append_plain(&table->line, text);
}

static void begin(struct hz_table *table)
{
    if (table->columns == 0)
        return;
    for (size_t c = 0; c < table->columns; c++)
        append_field(table, c, hz_text_of(table->column[c].name));
    hz_table_write_line(table);
}

/* A text that a workbook would run as a formula, with an apostrophe in front. */
static void append_safe(struct hz_table *table, struct hz_text text)
{
    struct hz_buffer safe = {0};
    if (hz_cell_is_formula(text))
        hz_buffer_char(&safe, '\'');
    hz_buffer_text(&safe, text);
    append_field(table, table->at, (struct hz_text){safe.at, safe.length});
    hz_buffer_free(&safe);
}

static void cell(struct hz_table *table, enum hz_cell_kind kind, struct hz_text text)
{
    if (table->is_safe && kind == HZ_CELL_TEXT)
        append_safe(table, text);
    else
        append_field(table, table->at, text);
}

static void end(struct hz_table *table)
{
    (void)table;
}

const struct hz_table_form hz_table_csv = {
    .begin = begin, .cell = cell, .end_row = hz_table_write_line, .end = end};
const struct hz_table_form hz_table_tsv = {
    .begin = begin, .cell = cell, .end_row = hz_table_write_line, .end = end};

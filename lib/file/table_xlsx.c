/* table_xlsx.c: a table as a workbook. */

#include "base/memory.h"
#include "file/table_form.h"

#include <stdlib.h>

static void begin(struct hz_table *table)
{
    const char **name = hz_allocate(table->columns, sizeof *name);
    for (size_t c = 0; c < table->columns; c++)
        name[c] = table->column[c].name;
    table->workbook = hz_xlsx_writer_new();
    hz_xlsx_writer_sheet(table->workbook, table->title[0] ? table->title : "table", name,
                         table->columns);
    free(name);
}

static void cell(struct hz_table *table, enum hz_cell_kind kind, struct hz_text text)
{
    switch (kind) {
    case HZ_CELL_UNKNOWN:
        hz_xlsx_writer_empty(table->workbook);
        break;
    case HZ_CELL_TEXT:
        hz_xlsx_writer_text(table->workbook, text);
        break;
    case HZ_CELL_NUMBER:
        hz_xlsx_writer_number(table->workbook, text);
        break;
    case HZ_CELL_DATE:
        hz_xlsx_writer_date(table->workbook, table->date);
        break;
    }
}

static void end_row(struct hz_table *table)
{
    hz_xlsx_writer_end_row(table->workbook);
}

static void end(struct hz_table *table)
{
    hz_xlsx_writer_end(table->workbook, table->output);
    table->workbook = NULL;
}

const struct hz_table_form hz_table_xlsx = {
    .begin = begin, .cell = cell, .end_row = end_row, .end = end};

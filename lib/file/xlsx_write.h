/*
 * xlsx_write.h: a workbook (.xlsx) of one table or several, a sheet each, written row by row in
 * constant memory, the same bytes for the same tables: the day it says it was made is always the
 * same.
 *
 * A sheet has its header in bold, which stays in sight, columns as wide as their texts, numbers as
 * numbers with the decimals that they came with, days as days, and everything else as text,
 * whatever it begins with: no cell is a formula. A number of more than 15 digits is text too, since
 * workbooks keep no more. A table of more than 1,048,575 rows goes on in a next sheet, "NAME (2)".
 */

#ifndef HZ_FILE_XLSX_WRITE_H
#define HZ_FILE_XLSX_WRITE_H

#include "base/date.h"
#include "base/linkage.h"
#include "file/output.h"

HZ_BEGIN_C

struct hz_xlsx_writer;

struct hz_xlsx_writer *hz_xlsx_writer_new(void);

/*
 * Begins a sheet; the name, at most 31 signs, none of []:*?/\, and the columns' names are copied.
 */
void hz_xlsx_writer_sheet(struct hz_xlsx_writer *writer, const char *name,
                          const char *const column[], size_t columns);

/* The cells of a row, left to right, one call a column; then the row's end. */
void hz_xlsx_writer_empty(struct hz_xlsx_writer *writer);
void hz_xlsx_writer_text(struct hz_xlsx_writer *writer, struct hz_text text);
void hz_xlsx_writer_number(struct hz_xlsx_writer *writer, struct hz_text plain); /* "-1234.50" */
void hz_xlsx_writer_date(struct hz_xlsx_writer *writer, hz_date date);
void hz_xlsx_writer_end_row(struct hz_xlsx_writer *writer);

/* A chart of the sheet that is being written, beside it. Columns and rows are counted from 0. */
struct hz_xlsx_chart {
    const char *title;
    bool are_lines;       /* else bars */
    bool are_rows_series; /* a series a row, of the columns; else a series a column, of the rows */
    size_t label;         /* the column of what stands along the axis, or of the series' names */
    const size_t *column; /* of numbers, next to each other if rows are series */
    size_t columns, rows; /* rows: the first so many */
};

/* After the rows of its sheet, of one that goes on in a next sheet it is left out. */
void hz_xlsx_writer_chart(struct hz_xlsx_writer *writer, const struct hz_xlsx_chart *chart);

/*
 * Writes the workbook to an output, which is told what failed (hz_output_fail), and frees the
 * writer.
 */
void hz_xlsx_writer_end(struct hz_xlsx_writer *writer, struct hz_output *output);

/* Frees it and writes nothing. NULL is fine. */
void hz_xlsx_writer_drop(struct hz_xlsx_writer *writer);

HZ_END_C

#endif

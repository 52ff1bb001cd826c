/*
 * table_form.h: what a table's format is to the table: what becomes of its cells and rows. For
 * lib/file/table*.c alone.
 *
 * table.c turns every call into texts (a number with its decimals, a date) and calls the format,
 * cell by cell. A format that can write a row at once does so and forgets it (CSV, TSV, JSON, a
 * workbook): a table of any length takes constant memory. One that must see all rows before the
 * first is laid out (for people, Markdown, wide) keeps them in `cells` and `texts` until the end. A
 * new format is one of these structs, its name in hz_format_names, and a line in huzhu(1).
 */

#ifndef HZ_FILE_TABLE_FORM_H
#define HZ_FILE_TABLE_FORM_H

#include "base/linkage.h"
#include "base/text.h"
#include "file/table.h"
#include "file/xlsx_write.h"

HZ_BEGIN_C

enum hz_cell_kind { HZ_CELL_UNKNOWN, HZ_CELL_TEXT, HZ_CELL_NUMBER, HZ_CELL_DATE };

/* A column: its name, and what has been seen in it, by which it is laid out. */
struct hz_table_head {
    char *name;   /* as it is printed, once the first cell has been put */
    char *key;    /* as the program calls it */
    size_t width; /* of the widest text so far, in columns of a terminal */
    bool has_text;
    bool has_numbers;
    bool is_amount;                 /* or a number of people */
    int zeros;                      /* taken away from its numbers */
    const struct hz_labels *labels; /* of the column before it, whose codes it names; or NULL */
};

/*
 * A format. The columns are all there before the first call; a cell is that of column `at`, the row
 * it stands in number `rows`, from 0.
 */
struct hz_table_form {
    void (*begin)(struct hz_table *table); /* NULL: nothing is to be done */
    void (*cell)(struct hz_table *table, enum hz_cell_kind kind, struct hz_text text);
    void (*end_row)(struct hz_table *table);
    void (*end)(struct hz_table *table);
};

/*
 * A table that is being written. `tell` and `context` are for parts that are left out, `note` and
 * note_context for what is told beside the result: see hz_table_on_left_out and hz_table_on_tell.
 */
struct hz_table {
    struct hz_output *output;
    enum hz_format format;
    bool is_safe; /* no text of CSV or TSV is a formula */
    int decimals; /* of estimates; negative: the usual number of them */
    char title[32];
    struct hz_table_head *column;
    size_t columns;
    size_t at; /* the column of the next cell */
    size_t rows;
    bool is_begun;
    size_t left_out;
    void (*tell)(void *context, const char *text);
    void (*note)(void *context, const char *text);
    void *note_context;
    void *context;
    hz_date date;           /* of a cell that is one */
    struct hz_buffer cells; /* kept until all widths are known */
    struct hz_buffer texts;
    struct hz_buffer line; /* being written */
    struct hz_xlsx_writer *workbook;
    struct hz_table_look look;
    bool has_amounts;     /* a column that is surely of amounts */
    bool is_mixed;        /* amounts stand among other figures in one column */
    size_t shrunk;        /* columns with zeros taken away */
    struct hz_sums *sums; /* cells that wait for their totals; NULL: none do */
    double exact;         /* of the cell that is put: the number before it was rounded */
};

/* Puts a cell into the format, as it will look. */
void hz_table_put(struct hz_table *table, enum hz_cell_kind kind, struct hz_text text);

/* Ends a row in the format. */
void hz_table_put_row(struct hz_table *table);

/* Ends the table in the format: its header is printed also for no rows. */
void hz_table_put_end(struct hz_table *table);

/*
 * For look.adds_up (table_sums.c): keeps cells and rows until the end, then makes parts add up, and
 * puts them. Gives how many cells were changed.
 */
void hz_sums_cell(struct hz_table *table, enum hz_cell_kind kind, struct hz_text text);
void hz_sums_end_row(struct hz_table *table);
size_t hz_sums_end(struct hz_table *table);
void hz_sums_drop(struct hz_table *table);

/* Ends a line that is written, and starts the next. */
void hz_table_write_line(struct hz_table *table);

/*
 * Appends text with control characters as spaces: no line breaks in a line, no commands to a
 * terminal.
 */
void hz_table_append_plain(struct hz_buffer *line, struct hz_text text);

extern const struct hz_table_form hz_table_people, hz_table_markdown, hz_table_csv, hz_table_tsv,
    hz_table_json, hz_table_json_lines, hz_table_html, hz_table_xlsx, hz_table_wide;

HZ_END_C

#endif

/* table_wide.c: tables of cells of triangles with a row an origin and a column an age. */

#include "file/table_form.h"

#include "base/memory.h"
#include "file/scan.h"

#include <stdio.h>
#include <stdlib.h>

/* The columns behind the groups. */
static const char *const last_columns[] = {"origin", "development", "value"};

bool hz_table_check(const struct hz_table *table, struct hz_error *err)
{
    const size_t last = HZ_COUNT(last_columns);
    bool is_of_cells = table->format != HZ_FORMAT_WIDE || table->columns >= last;
    for (size_t c = 0; c < last && is_of_cells && table->format == HZ_FORMAT_WIDE; c++)
        is_of_cells = strcmp(table->column[table->columns - last + c].key, last_columns[c]) == 0;
    if (table->look.zeros > 0 && table->shrunk == 0)
        return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                            _("--unit: no column of this table is surely an amount or a number of "
                              "people"));
    return is_of_cells ||
           hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                        _("--format wide is of triangles: this result has no origin, development "
                          "and value to spread"));
}

/* Texts end where this says, one after the other. */
static void keep_cell(struct hz_table *table, enum hz_cell_kind kind, struct hz_text text)
{
    (void)kind;
    hz_buffer_text(&table->texts, text);
    hz_buffer_append(&table->cells, &table->texts.length, sizeof table->texts.length);
}

static void end_row(struct hz_table *table)
{
    (void)table;
}

static struct hz_text *list_texts(const struct hz_table *table)
{
    const size_t *end = (const void *)table->cells.at;
    const size_t cells = table->rows * table->columns;
    struct hz_text *text = hz_allocate(cells, sizeof *text);
    for (size_t i = 0, start = 0; i < cells; start = end[i++])
        text[i] = (struct hz_text){table->texts.at + start, end[i] - start};
    return text;
}

static double age_of(const struct hz_text *text)
{
    char copy[64];
    snprintf(copy, sizeof copy, "%.*s", HZ_TEXT_ARGS(*text));
    return strtod(copy, NULL);
}

static int compare_ages(const void *left, const void *right)
{
    const double a = age_of(left), b = age_of(right);
    return (a > b) - (a < b);
}

/* The distinct developments, ascending; `age` has room for one of each row. */
static size_t list_ages(const struct hz_table *table, const struct hz_text text[],
                        struct hz_text age[])
{
    size_t ages = 0;
    for (size_t r = 0; r < table->rows; r++)
        age[r] = text[(r + 1) * table->columns - 2];
    if (table->rows > 0)
        qsort(age, table->rows, sizeof *age, compare_ages);
    for (size_t r = 0; r < table->rows; r++)
        if (ages == 0 || compare_ages(&age[ages - 1], &age[r]) != 0)
            age[ages++] = age[r];
    return ages;
}

/* Whether two rows are of one origin and group. */
static bool is_same_origin(const struct hz_table *table, const struct hz_text a[],
                           const struct hz_text b[])
{
    bool is = true;
    for (size_t c = 0; c + 2 < table->columns && is; c++)
        is = hz_text_equal(a[c], b[c]);
    return is;
}

static void put_field(struct hz_table *table, bool is_first, struct hz_text text)
{
    hz_buffer_string(&table->line, is_first ? "" : ",");
    hz_scan_quote(text, ',', &table->line);
}

/* The rows of one origin, which stand together, as one; where the next ones begin. */
static size_t spread_origin(struct hz_table *table, const struct hz_text text[], size_t r,
                            const struct hz_text age[], size_t ages)
{
    const size_t columns = table->columns;
    const struct hz_text *first = text + r * columns;
    for (size_t c = 0; c + 2 < columns; c++)
        put_field(table, c == 0, first[c]);
    for (size_t a = 0; a < ages; a++) {
        const struct hz_text *row = text + r * columns;
        const bool is_here = r < table->rows && is_same_origin(table, first, row) &&
                             compare_ages(&row[columns - 2], &age[a]) == 0;
        put_field(table, false, is_here ? row[columns - 1] : (struct hz_text){0});
        r += is_here;
    }
    hz_table_write_line(table);
    return r;
}

static void spread(struct hz_table *table)
{
    if (table->columns < HZ_COUNT(last_columns))
        return;
    struct hz_text *text = list_texts(table);
    struct hz_text *age = hz_allocate(table->rows, sizeof *age);
    const size_t ages = list_ages(table, text, age);
    for (size_t c = 0; c + 2 < table->columns; c++)
        put_field(table, c == 0, hz_text_of(table->column[c].name));
    for (size_t a = 0; a < ages; a++)
        put_field(table, false, age[a]);
    hz_table_write_line(table);
    for (size_t r = 0; r < table->rows;)
        r = spread_origin(table, text, r, age, ages);
    free(age);
    free(text);
}

const struct hz_table_form hz_table_wide = {.cell = keep_cell, .end_row = end_row, .end = spread};

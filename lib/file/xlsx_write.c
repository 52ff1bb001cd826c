/* xlsx_write.c: see xlsx_write.h. */

#include "file/xlsx_write.h"

#include "base/memory.h"
#include "file/xlsx_read.h"
#include "file/xlsx_verify.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <xlsxwriter.h>

enum {
    DIGITS_MOST = 15,
    DECIMALS_MOST = 20,
    NUMBER = 64,
    NAME = 48,
    WIDTH_LEAST = 6,
    WIDTH_MOST = 60,
    WIDTH_AROUND = 2,
    MADE_AT = 946684800, /* 2000-01-01: any day will do that is always the same */
};

/* A file without a name, by which the library can be told to write it. */
enum { PATH = 32 };

struct hz_xlsx_writer {
    FILE *file;
    lxw_workbook *workbook;
    lxw_worksheet *sheet;
    lxw_format *header, *date, *number[DECIMALS_MOST + 1];
    char name[NAME]; /* of the table */
    unsigned part;   /* of the table that the sheet is, from 1 */
    char **column;   /* names */
    size_t *width;
    size_t columns;
    lxw_row_t row;
    lxw_col_t at;
    uint64_t cells; /* written so far, in all sheets */
    struct hz_buffer text;
    const char *failure; /* the first */
};

static void fail(struct hz_xlsx_writer *writer, const char *sentence)
{
    if (!writer->failure)
        writer->failure = sentence;
}

struct hz_xlsx_writer *hz_xlsx_writer_new(void)
{
    struct hz_xlsx_writer *writer = hz_allocate(1, sizeof *writer);
    char path[PATH];
    writer->file = tmpfile();
    if (!writer->file) {
        fail(writer, _("no temporary file can be made for the workbook"));
        return writer;
    }
    snprintf(path, sizeof path, "/dev/fd/%d", fileno(writer->file));
    lxw_workbook_options options = {.constant_memory = LXW_TRUE};
    writer->workbook = workbook_new_opt(path, &options);
    lxw_doc_properties properties = {.created = MADE_AT};
    workbook_set_properties(writer->workbook, &properties);
    return writer;
}

static lxw_format *new_format(struct hz_xlsx_writer *writer, const char *code)
{
    lxw_format *format = workbook_add_format(writer->workbook);
    format_set_num_format(format, code);
    return format;
}

static void see_width(struct hz_xlsx_writer *writer, struct hz_text text)
{
    const size_t width = hz_text_width(text);
    if (width > writer->width[writer->at])
        writer->width[writer->at] = width;
}

/* ---- Sheets */

static void end_sheet(struct hz_xlsx_writer *writer)
{
    if (!writer->sheet)
        return;
    for (size_t c = 0; c < writer->columns; c++) {
        size_t width = writer->width[c] + WIDTH_AROUND;
        width = width < WIDTH_LEAST ? WIDTH_LEAST : width > WIDTH_MOST ? WIDTH_MOST : width;
        worksheet_set_column(writer->sheet, (lxw_col_t)c, (lxw_col_t)c, (double)width, NULL);
    }
    writer->sheet = NULL;
}

static void free_columns(struct hz_xlsx_writer *writer)
{
    for (size_t c = 0; c < writer->columns; c++)
        free(writer->column[c]);
    free(writer->column);
    free(writer->width);
}

static bool count(struct hz_xlsx_writer *writer, lxw_error error)
{
    writer->cells += error == LXW_NO_ERROR;
    return error == LXW_NO_ERROR;
}

static void begin_sheet(struct hz_xlsx_writer *writer)
{
    char name[NAME + 16];
    end_sheet(writer);
    snprintf(name, sizeof name, writer->part > 1 ? "%s (%u)" : "%s", writer->name, writer->part);
    writer->sheet = workbook_add_worksheet(writer->workbook, name);
    if (!writer->sheet) {
        fail(writer, _("the workbook refuses the name of a sheet"));
        return;
    }
    if (!writer->header) {
        writer->header = workbook_add_format(writer->workbook);
        format_set_bold(writer->header);
        format_set_bottom(writer->header, LXW_BORDER_THIN);
        format_set_bg_color(writer->header, 0xEDEDED);
    }
    worksheet_freeze_panes(writer->sheet, 1, 0);
    worksheet_ignore_errors(writer->sheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT, "A1:XFD1048576");
    for (writer->row = 0, writer->at = 0; writer->at < writer->columns; writer->at++) {
        const char *column = writer->column[writer->at];
        see_width(writer, hz_text_of(column));
        count(writer, worksheet_write_string(writer->sheet, 0, writer->at, column, writer->header));
    }
    writer->row = 1;
    writer->at = 0;
}

void hz_xlsx_writer_sheet(struct hz_xlsx_writer *writer, const char *name,
                          const char *const column[], size_t columns)
{
    if (!writer->workbook)
        return;
    end_sheet(writer);
    free_columns(writer);
    if (columns > HZ_XLSX_COLUMNS)
        fail(writer, _("a workbook has at most 16384 columns: use another format"));
    snprintf(writer->name, sizeof writer->name, "%s", name);
    writer->part = 1;
    writer->columns = columns;
    writer->column = hz_allocate(columns, sizeof *writer->column);
    writer->width = hz_allocate(columns, sizeof *writer->width);
    for (size_t c = 0; c < columns; c++) {
        const size_t size = strlen(column[c]) + 1;
        writer->column[c] = hz_allocate(size, 1);
        memcpy(writer->column[c], column[c], size);
    }
    begin_sheet(writer);
}

/* ---- Cells */

static bool is_hex(const char *at, const char *end)
{
    enum { HEX = 4 };
    if (end - at < HEX + 1 || at[HEX] != '_')
        return false;
    return strspn(at, "0123456789abcdefABCDEF") == HEX;
}

/* Signs that XML cannot hold are written _x0007_, and what looks like that _x005F_x0007_. */
static const char *escape(struct hz_xlsx_writer *writer, struct hz_text text)
{
    struct hz_buffer *out = &writer->text;
    const char *const end = text.at + text.length;
    out->length = 0;
    hz_buffer_text(out, text);
    hz_buffer_char(out, '\0');
    bool is_plain = true;
    for (const char *c = text.at; c < end && is_plain; c++)
        is_plain = (unsigned char)*c >= 0x20 && (*c != '_' || c + 1 == end || c[1] != 'x');
    if (is_plain)
        return out->at;
    struct hz_buffer copy = {0};
    hz_buffer_append(&copy, out->at, out->length);
    out->length = 0;
    for (const char *c = copy.at, *stop = copy.at + text.length; c < stop; c++) {
        const bool is_escape = c[0] == '_' && c[1] == 'x' && is_hex(c + 2, stop);
        if (is_escape || ((unsigned char)*c < 0x20 && *c != '\t' && *c != '\n'))
            hz_buffer_format(out, "_x%04X_", (unsigned)(unsigned char)*c);
        else
            hz_buffer_char(out, *c);
    }
    hz_buffer_char(out, '\0');
    hz_buffer_free(&copy);
    return out->at;
}

void hz_xlsx_writer_empty(struct hz_xlsx_writer *writer)
{
    writer->at++;
}

void hz_xlsx_writer_text(struct hz_xlsx_writer *writer, struct hz_text text)
{
    if (writer->sheet && text.length > 0) {
        see_width(writer, text);
        if (!count(writer, worksheet_write_string(writer->sheet, writer->row, writer->at,
                                                  escape(writer, text), NULL)))
            fail(writer, _("a text is longer than the 32767 signs of a workbook's cell: use "
                           "another format"));
    }
    writer->at++;
}

/* The decimals of plain digits; -1, if a workbook would not keep them all. */
static int decimals_of(struct hz_text plain)
{
    size_t digits = 0, i = 0, decimals = 0;
    while (i < plain.length && (plain.at[i] == '-' || plain.at[i] == '0' || plain.at[i] == '.'))
        i++;
    for (size_t j = i; j < plain.length; j++)
        digits += plain.at[j] != '.';
    const char *point = memchr(plain.at, '.', plain.length);
    if (point)
        decimals = plain.length - (size_t)(point - plain.at) - 1;
    return digits <= DIGITS_MOST && decimals <= DECIMALS_MOST ? (int)decimals : -1;
}

static lxw_format *number_format_of(struct hz_xlsx_writer *writer, int decimals)
{
    char code[DECIMALS_MOST + 4] = "0";
    if (decimals > 0) {
        code[1] = '.';
        memset(code + 2, '0', (size_t)decimals);
    }
    if (!writer->number[decimals])
        writer->number[decimals] = new_format(writer, code);
    return writer->number[decimals];
}

void hz_xlsx_writer_number(struct hz_xlsx_writer *writer, struct hz_text plain)
{
    char text[NUMBER];
    const int decimals = decimals_of(plain);
    if (decimals < 0 || plain.length >= sizeof text) {
        hz_xlsx_writer_text(writer, plain);
        return;
    }
    if (writer->sheet) {
        memcpy(text, plain.at, plain.length);
        text[plain.length] = '\0';
        see_width(writer, plain);
        count(writer,
              worksheet_write_number(writer->sheet, writer->row, writer->at, strtod(text, NULL),
                                     number_format_of(writer, decimals)));
    }
    writer->at++;
}

void hz_xlsx_writer_date(struct hz_xlsx_writer *writer, hz_date date)
{
    char text[HZ_DATE_TEXT];
    const hz_date zero = hz_date_of((struct hz_civil){1899, 12, 30});
    hz_date_format(date, text);
    /* Before March 1900 workbooks count a day that was none. */
    if (date < hz_date_of((struct hz_civil){1900, 3, 1}) ||
        date > hz_date_of((struct hz_civil){9999, 12, 31})) {
        hz_xlsx_writer_text(writer, hz_text_of(text));
        return;
    }
    if (writer->sheet) {
        if (!writer->date)
            writer->date = new_format(writer, "yyyy-mm-dd");
        see_width(writer, hz_text_of(text));
        count(writer, worksheet_write_number(writer->sheet, writer->row, writer->at, date - zero,
                                             writer->date));
    }
    writer->at++;
}

void hz_xlsx_writer_end_row(struct hz_xlsx_writer *writer)
{
    writer->at = 0;
    if (++writer->row < HZ_XLSX_ROWS || !writer->sheet)
        return;
    writer->part++;
    begin_sheet(writer);
}

/* ---- Charts */

static void add_series(struct hz_xlsx_writer *writer, lxw_chart *made,
                       const struct hz_xlsx_chart *chart, size_t i)
{
    const lxw_col_t label = (lxw_col_t)chart->label, first = (lxw_col_t)chart->column[0];
    const lxw_row_t last = (lxw_row_t)chart->rows;
    lxw_chart_series *series = chart_add_series(made, NULL, NULL);
    if (chart->are_rows_series) {
        const lxw_row_t row = (lxw_row_t)(i + 1);
        const lxw_col_t end = (lxw_col_t)(first + chart->columns - 1);
        chart_series_set_name_range(series, writer->name, row, label);
        chart_series_set_categories(series, writer->name, 0, first, 0, end);
        chart_series_set_values(series, writer->name, row, first, row, end);
        return;
    }
    const lxw_col_t column = (lxw_col_t)chart->column[i];
    chart_series_set_name_range(series, writer->name, 0, column);
    chart_series_set_categories(series, writer->name, 1, label, last, label);
    chart_series_set_values(series, writer->name, 1, column, last, column);
}

void hz_xlsx_writer_chart(struct hz_xlsx_writer *writer, const struct hz_xlsx_chart *chart)
{
    const size_t series = chart->are_rows_series ? chart->rows : chart->columns;
    if (!writer->sheet || writer->part > 1 || chart->rows == 0 || chart->columns == 0)
        return;
    lxw_chart *made =
        workbook_add_chart(writer->workbook, chart->are_lines ? LXW_CHART_LINE : LXW_CHART_COLUMN);
    for (size_t i = 0; i < series; i++)
        add_series(writer, made, chart, i);
    chart_title_set_name(made, chart->title);
    chart_legend_set_position(made, LXW_CHART_LEGEND_BOTTOM);
    worksheet_insert_chart(writer->sheet, 1, (lxw_col_t)(writer->columns + 1), made);
}

/* ---- The end */

static void copy(FILE *file, struct hz_output *output)
{
    char block[1 << 16];
    size_t got;
    const bool is_at_start = fseek(file, 0, SEEK_SET) == 0;
    while (is_at_start && (got = fread(block, 1, sizeof block, file)) > 0)
        hz_output_write(output, block, got);
    if (!is_at_start || ferror(file))
        hz_output_fail(output, _("the temporary file of the workbook cannot be read"));
}

/* The workbook is freed by being closed, whatever becomes of it. */
static void close_workbook(struct hz_xlsx_writer *writer)
{
    if (!writer->workbook)
        return;
    end_sheet(writer);
    if (workbook_close(writer->workbook) != LXW_NO_ERROR ||
        !hz_xlsx_is_whole(writer->file, writer->cells))
        fail(writer, _("the temporary file of the workbook cannot be written"));
    writer->workbook = NULL;
}

void hz_xlsx_writer_end(struct hz_xlsx_writer *writer, struct hz_output *output)
{
    close_workbook(writer);
    if (writer->failure)
        hz_output_fail(output, writer->failure);
    else
        copy(writer->file, output);
    hz_xlsx_writer_drop(writer);
}

void hz_xlsx_writer_drop(struct hz_xlsx_writer *writer)
{
    if (!writer)
        return;
    close_workbook(writer);
    free_columns(writer);
    hz_buffer_free(&writer->text);
    if (writer->file)
        fclose(writer->file);
    free(writer);
}

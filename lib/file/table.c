/* table.c: see table.h. */

#include "file/table.h"

#include "base/memory.h"
#include "file/table_form.h"

#include <assert.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

const char *const hz_format_names[] = {"table", "csv",  "tsv",  "json", "jsonl",
                                       "md",    "html", "xlsx", "wide", NULL};

enum {
    DECIMALS_MOST = 20,
    NUMBER_TEXT = 352, /* the largest double has 309 digits */
};

static const struct hz_table_form *form_of(const struct hz_table *table)
{
    static const struct hz_table_form *const forms[HZ_FORMATS] = {
        &hz_table_people,   &hz_table_csv,  &hz_table_tsv,  &hz_table_json, &hz_table_json_lines,
        &hz_table_markdown, &hz_table_html, &hz_table_xlsx, &hz_table_wide};
    return forms[table->format];
}

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

void hz_table_set_title(struct hz_table *table, const char *title)
{
    snprintf(table->title, sizeof table->title, "%s", title);
}

void hz_table_column(struct hz_table *table, const char *name)
{
    assert(table->rows == 0 && table->at == 0 && !table->is_begun);
    for (size_t c = 0; c < table->columns; c++)
        assert(strcmp(table->column[c].name, name) != 0);
    table->column = hz_reallocate(table->column, table->columns + 1, sizeof *table->column);
    size_t size = strlen(name) + 1;
    char *copy = hz_allocate(size, 1);
    memcpy(copy, name, size);
    table->column[table->columns] =
        (struct hz_table_head){.name = copy, .width = hz_text_width(hz_text_of(name))};
    table->columns++;
}

static void need_begin(struct hz_table *table)
{
    if (table->is_begun)
        return;
    table->is_begun = true;
    if (form_of(table)->begin)
        form_of(table)->begin(table);
}

static void put_cell(struct hz_table *table, enum hz_cell_kind kind, struct hz_text text)
{
    assert(table->at < table->columns);
    need_begin(table);
    form_of(table)->cell(table, kind, text);
    table->at++;
}

void hz_table_text(struct hz_table *table, struct hz_text text)
{
    put_cell(table, HZ_CELL_TEXT, text);
}

void hz_table_string(struct hz_table *table, const char *string)
{
    put_cell(table, HZ_CELL_TEXT, hz_text_of(string));
}

void hz_table_integer(struct hz_table *table, hz_sum number)
{
    char text[HZ_SUM_TEXT];
    size_t length = hz_sum_format(number, text);
    put_cell(table, HZ_CELL_NUMBER, (struct hz_text){text, length});
}

void hz_table_money(struct hz_table *table, hz_sum fen)
{
    char text[HZ_SUM_TEXT];
    size_t length = hz_money_format(fen, text);
    put_cell(table, HZ_CELL_NUMBER, (struct hz_text){text, length});
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
    put_cell(table, HZ_CELL_NUMBER, hz_text_of(text));
}

void hz_table_date(struct hz_table *table, hz_date date)
{
    char text[HZ_DATE_TEXT];
    hz_date_format(date, text);
    table->date = date;
    put_cell(table, HZ_CELL_DATE, hz_text_of(text));
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
    put_cell(table, HZ_CELL_NUMBER, hz_text_of(text));
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
    put_cell(table, HZ_CELL_UNKNOWN, (struct hz_text){"", 0});
}

void hz_table_end_row(struct hz_table *table)
{
    assert(table->columns > 0 && table->at == table->columns);
    form_of(table)->end_row(table);
    table->at = 0;
    table->rows++;
}

void hz_table_end(struct hz_table *table)
{
    assert(table->at == 0);
    need_begin(table);
    form_of(table)->end(table);
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
    hz_xlsx_writer_drop(table->workbook);
    free(table);
}

enum hz_format hz_table_format(const struct hz_table *table)
{
    return table->format;
}

bool hz_table_is_for_people(const struct hz_table *table)
{
    return table->format == HZ_FORMAT_TABLE || table->format == HZ_FORMAT_MD ||
           table->format == HZ_FORMAT_HTML;
}

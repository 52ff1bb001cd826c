/* table.c: see table.h. */

#include "file/table.h"

#include "base/memory.h"
#include "file/header.h"
#include "file/headings.h"
#include "file/table_form.h"
#include "file/unit.h"

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

void hz_table_set_look(struct hz_table *table, struct hz_table_look look)
{
    assert(table->columns == 0);
    table->look = look;
}

void hz_table_set_title(struct hz_table *table, const char *title)
{
    snprintf(table->title, sizeof table->title, "%s", title);
}

/* What a column is of, by its name and those before it. */
static void find_unit(struct hz_table *table, struct hz_table_head *column)
{
    const struct hz_text name = hz_text_of(column->key);
    const enum hz_heading_unit unit = hz_heading_unit_of(name);
    table->is_mixed |= hz_text_equal(name, hz_text_of("item"));
    table->has_amounts |= unit == HZ_HEADING_YUAN;
    column->is_amount = !table->is_mixed && unit != HZ_HEADING_PLAIN &&
                        (unit != HZ_HEADING_FOLLOWS || table->has_amounts);
    column->zeros = column->is_amount ? table->look.zeros : 0;
    table->shrunk += column->zeros > 0;
}

static void add_column(struct hz_table *table, const char *name, const struct hz_labels *labels)
{
    assert(table->rows == 0 && table->at == 0 && !table->is_begun);
    for (size_t c = 0; c < table->columns; c++)
        assert(strcmp(table->column[c].key, name) != 0);
    table->column = hz_reallocate(table->column, table->columns + 1, sizeof *table->column);
    size_t size = strlen(name) + 1;
    char *copy = hz_allocate(size, 1);
    memcpy(copy, name, size);
    table->column[table->columns] = (struct hz_table_head){.key = copy, .labels = labels};
    find_unit(table, &table->column[table->columns]);
    table->columns++;
}

void hz_table_column(struct hz_table *table, const char *name)
{
    add_column(table, name, NULL);
    for (size_t l = 0; l < table->look.labelled; l++) {
        char beside[HZ_HEADER_NAME];
        if (strcmp(table->look.labels[l].column, name) != 0)
            continue;
        snprintf(beside, sizeof beside, "%s_name", name);
        add_column(table, beside, &table->look.labels[l]);
        return;
    }
}

static void pass_cell(struct hz_table *table, enum hz_cell_kind kind, struct hz_text text)
{
    assert(table->at < table->columns);
    if (table->look.adds_up)
        hz_sums_cell(table, kind, text);
    else
        hz_table_put(table, kind, text);
}

/* A cell, and behind a code its name. */
static void put_cell(struct hz_table *table, enum hz_cell_kind kind, struct hz_text text)
{
    pass_cell(table, kind, text);
    if (table->at < table->columns && table->column[table->at].labels)
        pass_cell(table, HZ_CELL_TEXT, hz_labels_find(table->column[table->at].labels, text));
}

/* A text of a column whose zeros are taken away: they are, if it is a number. */
static void put_text(struct hz_table *table, struct hz_text text)
{
    struct hz_arena arena = {0};
    if (table->at < table->columns && table->column[table->at].zeros > 0)
        text = hz_unit_lower(text, table->column[table->at].zeros, &arena);
    put_cell(table, HZ_CELL_TEXT, text);
    hz_arena_free(&arena);
}

void hz_table_text(struct hz_table *table, struct hz_text text)
{
    put_text(table, text);
}

void hz_table_string(struct hz_table *table, const char *string)
{
    put_text(table, hz_text_of(string));
}

static int zeros_here(const struct hz_table *table)
{
    return table->at < table->columns ? table->column[table->at].zeros : 0;
}

/*
 * Decimals of numbers whose zeros are taken away: 0.01 万, 0.0001 亿, if no others are asked for.
 */
static int decimals_of_unit(const struct hz_table *table)
{
    return hz_table_decimals(table, zeros_here(table) == 8 ? 4 : 2);
}

static double power_of_ten(int exponent)
{
    double power = 1;
    while (exponent-- > 0)
        power *= 10;
    return power;
}

static void put_units(struct hz_table *table, hz_sum units, int decimals)
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

/* Rounded half away from zero. */
static hz_sum divide(hz_sum number, int zeros)
{
    hz_sum divisor = 1;
    while (zeros-- > 0)
        divisor *= 10;
    const hz_sum half = divisor / 2;
    return number < 0 ? -((-number + half) / divisor) : (number + half) / divisor;
}

void hz_table_units(struct hz_table *table, hz_sum units, int decimals)
{
    const int zeros = zeros_here(table);
    table->exact = (double)units / power_of_ten(decimals + zeros);
    if (zeros == 0) {
        put_units(table, units, decimals);
        return;
    }
    const int wanted = decimals_of_unit(table), surplus = decimals + zeros - wanted;
    for (int more = surplus; more < 0; more++)
        units *= 10;
    put_units(table, divide(units, surplus > 0 ? surplus : 0), wanted);
}

void hz_table_integer(struct hz_table *table, hz_sum number)
{
    hz_table_units(table, number, 0);
}

void hz_table_money(struct hz_table *table, hz_sum fen)
{
    enum { FEN_DECIMALS = 2 };
    hz_table_units(table, fen, FEN_DECIMALS);
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
    if (zeros_here(table) > 0) {
        decimals = decimals_of_unit(table);
        number /= power_of_ten(zeros_here(table));
    }
    table->exact = number;
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
    if (table->look.adds_up)
        hz_sums_end_row(table);
    else
        hz_table_put_row(table);
}

/* Says, to whom it may concern and under the table, that parts were rounded to add up. */
static void tell_sums(struct hz_table *table, size_t changed)
{
    struct hz_buffer text = {0};
    hz_buffer_format(&text,
                     _("parts are rounded so that they add up to the total that is printed: %zu by "
                       "one unit of their last decimal (largest remainders)"),
                     changed);
    hz_buffer_char(&text, '\0');
    hz_table_tell(table, text.at);
    if (hz_table_is_for_people(table) && table->format != HZ_FORMAT_HTML) {
        hz_output_text(table->output, hz_text_of("\n"));
        hz_output_text(table->output, hz_text_of(text.at));
        hz_output_text(table->output, hz_text_of("\n"));
    }
    hz_buffer_free(&text);
}

void hz_table_item(struct hz_table *table, const char *name, double number, int decimals,
                   const char *origin)
{
    hz_table_string(table, name);
    hz_table_estimate(table, number, decimals);
    hz_table_string(table, origin);
    hz_table_end_row(table);
}

void hz_table_end(struct hz_table *table)
{
    assert(table->at == 0);
    const size_t changed = table->look.adds_up ? hz_sums_end(table) : 0;
    hz_table_put_end(table);
    if (changed > 0)
        tell_sums(table, changed);
    hz_table_drop(table);
}

void hz_table_drop(struct hz_table *table)
{
    if (!table)
        return;
    for (size_t c = 0; c < table->columns; c++) {
        free(table->column[c].name);
        free(table->column[c].key);
    }
    free(table->column);
    hz_buffer_free(&table->cells);
    hz_buffer_free(&table->texts);
    hz_buffer_free(&table->line);
    hz_xlsx_writer_drop(table->workbook);
    hz_sums_drop(table);
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

/* xlsx_sheet.c: see xlsx_sheet.h. */

#include "file/xlsx_sheet.h"

#include "base/memory.h"
#include "file/scan.h"
#include "file/xlsx_part.h"
#include "file/xlsx_read.h"
#include "file/xlsx_value.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

enum { HEAD_ROWS = 20 };

/* A cell's type, ECMA-376 part 1, 18.18.11. */
enum type { NUMBER, SHARED, TEXT, TRUTH, ERROR_OR_DAY };

/* What the text between tags belongs to. */
enum collecting { NOTHING, VALUE, FORMULA };

/* One of the first rows, until it is known how wide the sheet is. */
struct head_row {
    uint64_t row;
    size_t end; /* of its line in the head */
    uint64_t fields;
};

struct hz_xlsx_sheet {
    const struct hz_xlsx_book *book;
    const char *name;
    struct hz_xlsx_part *part;
    struct hz_error *err; /* of the present step */
    struct hz_buffer *out, *jumps;
    struct hz_xlsx_seen seen;

    bool is_in_data, is_in_cell, is_hidden;
    int phonetic;
    uint64_t row, column; /* the present ones, or the last */
    enum type type;
    bool is_date, has_formula;
    enum collecting collecting;
    struct hz_buffer value, formula;
    struct hz_buffer line; /* the present row's */
    uint64_t fields;       /* in it */

    struct hz_buffer head;
    struct head_row head_row[HEAD_ROWS];
    size_t head_rows;
    bool is_begun;                /* the head has been written */
    uint64_t width;               /* fields of each line */
    uint64_t next_row, next_line; /* to be written */
};

HZ_PRINTF(2, 3)
static void refuse(struct hz_xlsx_sheet *sheet, const char *sentence, ...)
{
    va_list values;
    va_start(values, sentence);
    hz_error_vset(sheet->err, HZ_ERROR_DATA,
                  (struct hz_place){.file = sheet->book->file,
                                    .line = sheet->row,
                                    .column = sheet->is_in_cell ? sheet->column : 0,
                                    .sheet = sheet->name},
                  sentence, values);
    va_end(values);
    hz_xlsx_part_stop(sheet->part);
}

/* ---- Lines */

static void append_commas(struct hz_buffer *out, uint64_t count)
{
    memset(hz_buffer_reserve(out, count), ',', count);
    out->length += count;
}

/* Writes a row's line, and before it an empty one for each row that is not there. */
static void write_line(struct hz_xlsx_sheet *sheet, uint64_t row, struct hz_text line,
                       uint64_t fields)
{
    struct hz_buffer *out = sheet->out;
    const uint64_t blank = row - sheet->next_row;
    memset(hz_buffer_reserve(out, blank), '\n', blank);
    out->length += blank;
    hz_buffer_text(out, line);
    append_commas(out, sheet->width > fields ? sheet->width - fields : 0);
    hz_buffer_char(out, '\n');
    sheet->next_row = row + 1;
    sheet->next_line += blank + 1;
    const uint64_t within =
        memchr(line.at, '\n', line.length) ? hz_scan_newlines(line.at, line.at + line.length) : 0;
    if (within == 0)
        return;
    sheet->next_line += within;
    const struct hz_xlsx_jump jump = {(uint32_t)sheet->next_line, (uint32_t)sheet->next_row};
    hz_buffer_append(sheet->jumps, &jump, sizeof jump);
}

/* The first rows are all there: the widest of them says how many fields a line has. */
static void write_head(struct hz_xlsx_sheet *sheet)
{
    size_t from = 0;
    for (size_t r = 0; r < sheet->head_rows; r++)
        if (sheet->head_row[r].fields > sheet->width)
            sheet->width = sheet->head_row[r].fields;
    sheet->is_begun = true;
    for (size_t r = 0; r < sheet->head_rows; r++) {
        const struct head_row *row = &sheet->head_row[r];
        write_line(sheet, row->row, (struct hz_text){sheet->head.at + from, row->end - from},
                   row->fields);
        from = row->end;
    }
    hz_buffer_free(&sheet->head);
}

static void end_row(struct hz_xlsx_sheet *sheet)
{
    const struct hz_text line = {sheet->line.at, sheet->line.length};
    if (sheet->fields == 0)
        return;
    if (sheet->is_hidden && sheet->seen.hidden_rows++ == 0)
        sheet->seen.first_hidden = sheet->row;
    if (sheet->is_begun) {
        write_line(sheet, sheet->row, line, sheet->fields);
        return;
    }
    hz_buffer_text(&sheet->head, line);
    sheet->head_row[sheet->head_rows++] =
        (struct head_row){sheet->row, sheet->head.length, sheet->fields};
    if (sheet->head_rows == HEAD_ROWS)
        write_head(sheet);
}

/* ---- Cells */

/* Adds a field to the line, behind empty ones for the cells that are not there. */
static void begin_field(struct hz_xlsx_sheet *sheet)
{
    append_commas(&sheet->line, sheet->column - (sheet->fields > 0 ? sheet->fields : 1));
    sheet->fields = sheet->column;
}

static void add_text(struct hz_xlsx_sheet *sheet, struct hz_text text)
{
    if (text.length == 0)
        return;
    begin_field(sheet);
    hz_scan_quote(text, ',', &sheet->line);
}

static void add_shared(struct hz_xlsx_sheet *sheet)
{
    struct hz_text text;
    hz_buffer_char(&sheet->value, '\0');
    char *end;
    const unsigned long number = strtoul(sheet->value.at, &end, 10);
    if (sheet->value.length == 1)
        return;
    if (*end != '\0' || !hz_xlsx_string(sheet->book, number, &text))
        refuse(sheet,
               _("the cell's text is shared string %.20s, of which there are %zu: the "
                 "workbook is damaged"),
               sheet->value.at, sheet->book->strings);
    else
        add_text(sheet, text);
}

/* A formula that no program has computed yet shows itself: it is no number to go on with. */
static void add_formula(struct hz_xlsx_sheet *sheet)
{
    struct hz_buffer text = {0};
    if (sheet->seen.uncomputed++ == 0) {
        sheet->seen.uncomputed_row = sheet->row;
        sheet->seen.uncomputed_column = sheet->column;
    }
    hz_buffer_char(&text, '=');
    hz_buffer_append(&text, sheet->formula.at, sheet->formula.length);
    add_text(sheet, (struct hz_text){text.at, text.length});
    hz_buffer_free(&text);
}

/* An identity number that was typed as a number: a workbook kept its first 15 digits. */
static void see_rounded(struct hz_xlsx_sheet *sheet, struct hz_text text)
{
    if (!memmem(text.at, text.length, "E+", 2) || sheet->seen.rounded++ > 0)
        return;
    sheet->seen.rounded_row = sheet->row;
    sheet->seen.rounded_column = sheet->column;
}

static void add_number(struct hz_xlsx_sheet *sheet)
{
    const struct hz_text stored =
        hz_text_trim((struct hz_text){sheet->value.at, sheet->value.length});
    if (stored.length == 0 && sheet->has_formula) {
        add_formula(sheet);
        return;
    }
    if (stored.length == 0)
        return;
    begin_field(sheet);
    const size_t from = sheet->line.length;
    if (sheet->is_date)
        hz_xlsx_append_date(stored, sheet->book->is_1904, &sheet->line);
    else
        hz_xlsx_append_number(stored, &sheet->line);
    if (memchr(sheet->line.at + from, 'E', sheet->line.length - from) && !sheet->is_date)
        see_rounded(sheet, (struct hz_text){sheet->line.at + from, sheet->line.length - from});
    /* What is no number is appended as it is: it may hold a comma. */
    const struct hz_text added = {sheet->line.at + from, sheet->line.length - from};
    if (memchr(added.at, ',', added.length) || memchr(added.at, '"', added.length) ||
        memchr(added.at, '\n', added.length))
        refuse(sheet, _("\"%.*s\" is no number, as the cell says: the workbook is damaged"),
               added.length < 40 ? (int)added.length : 40, added.at);
}

static void end_cell(struct hz_xlsx_sheet *sheet)
{
    const struct hz_text value = {sheet->value.at, sheet->value.length};
    switch (sheet->type) {
    case NUMBER:
        add_number(sheet);
        break;
    case SHARED:
        add_shared(sheet);
        break;
    case TRUTH:
        add_text(sheet,
                 value.length == 0
                     ? value
                     : hz_text_of(value.at[0] == '1' || value.at[0] == 't' ? "TRUE" : "FALSE"));
        break;
    case TEXT:
        hz_xlsx_unescape(&sheet->value, 0);
        add_text(sheet, (struct hz_text){sheet->value.at, sheet->value.length});
        break;
    case ERROR_OR_DAY:
        if (value.length > 0 && value.at[0] == '#' && sheet->seen.faults++ == 0) {
            sheet->seen.fault_row = sheet->row;
            sheet->seen.fault_column = sheet->column;
        }
        add_text(sheet, value);
        break;
    }
    if (sheet->line.length > HZ_XLSX_ROW_BYTES && !sheet->err->kind)
        refuse(sheet, _("the row is longer than %d bytes, the most that a record may have"),
               HZ_XLSX_ROW_BYTES);
    sheet->is_in_cell = false;
    sheet->collecting = NOTHING;
}

/* The number of a column by its letters, which digits may follow; 0: none. */
static uint64_t column_of(const char *reference)
{
    uint64_t column = 0;
    size_t letters = 0;
    for (; letters < 8; letters++) {
        const char c = (char)(reference[letters] & ~0x20);
        if (c < 'A' || c > 'Z')
            break;
        column = column * 26 + (uint64_t)(c - 'A' + 1);
    }
    return letters < 8 ? column : 0;
}

static enum type type_of(const char *text)
{
    if (!text || text[0] == 'n')
        return NUMBER;
    if (text[0] == 's')
        return text[1] == '\0' ? SHARED : TEXT; /* "str": of a formula */
    return text[0] == 'i' ? TEXT : text[0] == 'b' ? TRUTH : ERROR_OR_DAY;
}

static void begin_cell(struct hz_xlsx_sheet *sheet, const char **attribute)
{
    const char *reference = NULL, *style = NULL, *type = NULL;
    for (; attribute[0]; attribute += 2) {
        if (attribute[0][1] != '\0')
            continue;
        if (attribute[0][0] == 'r')
            reference = attribute[1];
        else if (attribute[0][0] == 's')
            style = attribute[1];
        else if (attribute[0][0] == 't')
            type = attribute[1];
    }
    const uint64_t last = sheet->column;
    const unsigned long number = style ? strtoul(style, NULL, 10) : 0;
    sheet->column = reference ? column_of(reference) : last + 1;
    sheet->is_in_cell = true;
    sheet->type = type_of(type);
    sheet->is_date = number < sheet->book->styles && sheet->book->is_date[number];
    sheet->has_formula = false;
    sheet->value.length = sheet->formula.length = 0;
    if (sheet->column == 0 || sheet->column > HZ_XLSX_COLUMNS)
        refuse(sheet, _("a sheet has at most %d columns: this is no workbook of any program"),
               HZ_XLSX_COLUMNS);
    else if (sheet->column <= last)
        refuse(sheet, _("the cell stands behind one to its right: the workbook is damaged"));
}

static void begin_row(struct hz_xlsx_sheet *sheet, const char **attribute)
{
    const char *number = hz_xlsx_attribute(attribute, "r");
    const uint64_t last = sheet->row;
    sheet->row = number ? strtoull(number, NULL, 10) : last + 1;
    sheet->column = sheet->fields = 0;
    sheet->line.length = 0;
    sheet->is_hidden = hz_xlsx_is_true(hz_xlsx_attribute(attribute, "hidden"));
    if (sheet->row == 0 || sheet->row > HZ_XLSX_ROWS)
        refuse(sheet, _("a sheet has at most %d rows: this is no workbook of any program"),
               HZ_XLSX_ROWS);
    else if (sheet->row <= last)
        refuse(sheet, _("the row stands behind row %" PRIu64 ": the workbook is damaged"), last);
}

/* ---- Elements */

static void on_cell_start(struct hz_xlsx_sheet *sheet, const char *name)
{
    sheet->collecting = NOTHING;
    if (strcmp(name, "v") == 0 || (strcmp(name, "t") == 0 && sheet->phonetic == 0)) {
        sheet->collecting = VALUE;
    } else if (strcmp(name, "f") == 0) {
        sheet->collecting = FORMULA;
        sheet->has_formula = true;
    }
    sheet->phonetic += strcmp(name, "rPh") == 0;
}

/* "E2:E4": a value of several rows, which stands in the first of them alone. */
static void see_merged(struct hz_xlsx_seen *seen, const char *reference)
{
    const char *end = reference ? strchr(reference, ':') : NULL;
    if (!end || strtoull(reference + strcspn(reference, "0123456789"), NULL, 10) ==
                    strtoull(end + strcspn(end, "0123456789"), NULL, 10))
        return;
    if (seen->merged_down++ == 0)
        snprintf(seen->first_merged, sizeof seen->first_merged, "%s", reference);
}

static void on_start(void *context, const char *name, const char **attribute)
{
    struct hz_xlsx_sheet *sheet = context;
    if (sheet->is_in_cell)
        on_cell_start(sheet, name);
    else if (sheet->is_in_data && strcmp(name, "c") == 0)
        begin_cell(sheet, attribute);
    else if (sheet->is_in_data && strcmp(name, "row") == 0)
        begin_row(sheet, attribute);
    else if (strcmp(name, "sheetData") == 0)
        sheet->is_in_data = true;
    else if (strcmp(name, "autoFilter") == 0)
        sheet->seen.has_filter = true;
    else if (strcmp(name, "mergeCell") == 0)
        see_merged(&sheet->seen, hz_xlsx_attribute(attribute, "ref"));
    else if (strcmp(name, "col") == 0)
        sheet->seen.hidden_columns += hz_xlsx_is_true(hz_xlsx_attribute(attribute, "hidden"));
}

static void on_end(void *context, const char *name)
{
    struct hz_xlsx_sheet *sheet = context;
    if (!sheet->is_in_data)
        return;
    if (strcmp(name, "c") == 0) {
        end_cell(sheet);
    } else if (strcmp(name, "row") == 0) {
        end_row(sheet);
    } else if (strcmp(name, "sheetData") == 0) {
        sheet->is_in_data = false;
    } else if (sheet->is_in_cell) {
        sheet->collecting = NOTHING;
        sheet->phonetic -= strcmp(name, "rPh") == 0;
    }
}

static void on_text(void *context, const char *at, size_t length)
{
    struct hz_xlsx_sheet *sheet = context;
    if (sheet->collecting == NOTHING)
        return;
    struct hz_buffer *to = sheet->collecting == VALUE ? &sheet->value : &sheet->formula;
    if (to->length + length > HZ_XLSX_ROW_BYTES)
        refuse(sheet, _("the cell is longer than %d bytes: this is no workbook of any program"),
               HZ_XLSX_ROW_BYTES);
    else
        hz_buffer_append(to, at, length);
}

bool hz_xlsx_sheet_open(struct hz_xlsx_sheet **sheet, const struct hz_xlsx_book *book,
                        const struct hz_xlsx_entry *entry, struct hz_error *err)
{
    static const struct hz_xlsx_handlers handlers = {on_start, on_end, on_text};
    struct hz_xlsx_sheet *made = hz_allocate(1, sizeof *made);
    made->book = book;
    made->name = entry->name;
    made->next_row = made->next_line = 1;
    if (!hz_xlsx_part_open(&made->part, book->zip, book->file, entry->path, &handlers, made, err)) {
        hz_xlsx_sheet_close(made);
        return false;
    }
    *sheet = made;
    return true;
}

void hz_xlsx_sheet_close(struct hz_xlsx_sheet *sheet)
{
    if (!sheet)
        return;
    hz_xlsx_part_close(sheet->part);
    hz_buffer_free(&sheet->value);
    hz_buffer_free(&sheet->formula);
    hz_buffer_free(&sheet->line);
    hz_buffer_free(&sheet->head);
    free(sheet);
}

bool hz_xlsx_sheet_step(struct hz_xlsx_sheet *sheet, struct hz_buffer *out, struct hz_buffer *jumps,
                        bool *is_over, struct hz_error *err)
{
    sheet->err = err;
    sheet->out = out;
    sheet->jumps = jumps;
    if (!hz_xlsx_part_step(sheet->part, is_over, err))
        return false;
    if (*is_over && !sheet->is_begun)
        write_head(sheet);
    return true;
}

const struct hz_xlsx_seen *hz_xlsx_sheet_seen(const struct hz_xlsx_sheet *sheet)
{
    return &sheet->seen;
}

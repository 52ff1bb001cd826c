/* sheet_cell.c: what stands in a table that has been read: see sheet.h. */

#include "file/sheet.h"

#include "base/visible.h"
#include "file/columns.h"
#include "file/headings.h"
#include "file/sheet_names.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

/* A column by its name; the exact one goes before one that is the same but for its case. */
int hz_sheet_column_of(const struct hz_sheet *sheet, struct hz_text name)
{
    for (size_t c = 0; c < sheet->columns; c++)
        if (hz_text_equal(sheet->header[c], name))
            return (int)c;
    for (size_t c = 0; c < sheet->columns; c++)
        if (sheet->header[c].length > 0 && hz_header_same(sheet->header[c], name))
            return (int)c;
    for (size_t c = 0; c < sheet->columns; c++) {
        const struct hz_sheet_name *other = hz_sheet_name(sheet->header[c]);
        if (other && hz_header_same(hz_text_of(other->ours), name))
            return (int)c;
    }
    /* A header in Chinese that has become ours, asked for as it stood in the file. */
    const struct hz_heading *heading = hz_heading_in_chinese(name);
    const struct hz_sheet_name *theirs = hz_sheet_name(name);
    const char *ours = theirs && !theirs->is_figure ? theirs->ours : heading ? heading->name : NULL;
    for (size_t c = 0; ours && c < sheet->columns; c++)
        if (hz_text_equal(sheet->header[c], hz_text_of(ours)))
            return (int)c;
    return -1;
}

int hz_sheet_column(const struct hz_sheet *sheet, const char *name)
{
    return hz_sheet_column_of(sheet, hz_text_of(name));
}

bool hz_sheet_find(const struct hz_sheet *sheet, const char *name, int *column,
                   struct hz_error *err)
{
    struct hz_buffer found = {0};
    *column = hz_sheet_column(sheet, name);
    if (*column >= 0)
        return true;
    hz_column_list(sheet->header, sheet->columns, name, &found);
    hz_error_set(err, HZ_ERROR_DATA, (struct hz_place){.file = sheet->file, .sheet = sheet->sheet},
                 _("there is no column \"%s\"; the header has: %.*s"), name, (int)found.length,
                 found.at);
    hz_buffer_free(&found);
    return false;
}

struct hz_text hz_sheet_cell(const struct hz_sheet *sheet, size_t row, int column)
{
    return sheet->cell[row * sheet->columns + (size_t)column];
}

struct hz_place hz_sheet_place(const struct hz_sheet *sheet, size_t row, int column)
{
    return (struct hz_place){.file = sheet->file,
                             .sheet = sheet->sheet,
                             .line = sheet->line[row],
                             .column = sheet->offset[row * sheet->columns + (size_t)column]};
}

struct hz_place hz_sheet_whole(const struct hz_sheet *sheet)
{
    return (struct hz_place){.file = sheet->file, .sheet = sheet->sheet};
}

/* Takes a sign off the end of a text, if something stands before it. */
static bool take_tail(struct hz_text *text, const char *sign)
{
    const size_t tail = strlen(sign);
    if (text->length <= tail || memcmp(text->at + text->length - tail, sign, tail) != 0)
        return false;
    text->length -= tail;
    return true;
}

int hz_sheet_unit(struct hz_text cell, size_t *length)
{
    static const struct {
        const char *sign;
        int zeros;
    } units[] = {{"万", 4}, {"亿", 8}};
    static const char *const counted[] = {"人次", "元", "人", "件", "份", "例"};
    int zeros = 0;
    for (size_t c = 0; c < HZ_COUNT(counted) && !take_tail(&cell, counted[c]); c++)
        ;
    for (size_t u = 0; u < HZ_COUNT(units) && zeros == 0; u++)
        if (take_tail(&cell, units[u].sign))
            zeros = units[u].zeros;
    *length = cell.length;
    return zeros;
}

/*
 * As strtod reads it, which also knows hexadecimal, "inf" and "nan": only digits may start a
 * number.
 */
static bool plain_number(struct hz_text cell, double *number)
{
    char text[64], *end = text;
    if (cell.length == 0 || cell.length >= sizeof text)
        return false;
    memcpy(text, cell.at, cell.length);
    text[cell.length] = '\0';
    if (strspn(text, "+-.0123456789eE") != cell.length)
        return false;
    *number = strtod(text, &end);
    return end == text + cell.length && isfinite(*number);
}

struct hz_text hz_sheet_shown(const struct hz_sheet *sheet, size_t row, int column)
{
    const struct hz_text cell = hz_sheet_cell(sheet, row, column);
    return hz_text_may_be_name(cell) ? hz_text_of("***") : cell;
}

bool hz_sheet_number(const struct hz_sheet *sheet, size_t row, int column, double *number,
                     struct hz_error *err)
{
    const struct hz_text cell = hz_sheet_cell(sheet, row, column);
    struct hz_form_note note = {""};
    char plain[HZ_FORM_NUMBER];
    double value = 0;
    char text[HZ_FORM_NUMBER + 4];
    size_t length;
    const int zeros = hz_sheet_unit(cell, &length);
    const struct hz_text figure = {cell.at, length};
    const struct hz_forms *forms = &sheet->forms;
    bool done = !forms->has_decimal_comma && !forms->shows_decimal_commas && zeros == 0 &&
                plain_number(cell, &value);
    if (!done && hz_form_number(figure, forms, plain, &note) == HZ_FORM_GOOD) {
        snprintf(text, sizeof text, "%s%s", plain, zeros == 8 ? "e8" : zeros == 4 ? "e4" : "");
        done = plain_number(hz_text_of(text), &value);
    }
    if (!done)
        return hz_error_set(err, HZ_ERROR_DATA, hz_sheet_place(sheet, row, column),
                            _("%.*s: \"%.*s\" %s"), HZ_TEXT_ARGS(sheet->header[column]),
                            HZ_TEXT_ARGS(hz_sheet_shown(sheet, row, column)),
                            note.text[0] ? note.text : hz_form_number_text());
    *number = value;
    return true;
}

static bool read_integer(const struct hz_sheet *sheet, size_t row, int column, struct hz_text text,
                         int64_t *number, struct hz_error *err)
{
    struct hz_form_note note;
    const enum hz_form form = hz_form_integer(text, &sheet->forms, number, &note);
    if (form == HZ_FORM_GOOD)
        return true;
    const bool has_note = form == HZ_FORM_BAD && strcmp(note.text, hz_form_number_text()) != 0;
    return hz_error_set(err, HZ_ERROR_DATA, hz_sheet_place(sheet, row, column),
                        _("%.*s: \"%.*s\" %s"), HZ_TEXT_ARGS(sheet->header[column]),
                        HZ_TEXT_ARGS(hz_sheet_shown(sheet, row, column)),
                        has_note ? note.text : _("is not a whole number"));
}

bool hz_sheet_money(const struct hz_sheet *sheet, size_t row, int column, hz_fen *fen,
                    struct hz_error *err)
{
    const struct hz_text cell = hz_sheet_cell(sheet, row, column);
    struct hz_form_note note;
    const enum hz_form form = hz_form_money(cell, &sheet->forms, fen, &note);
    return form == HZ_FORM_GOOD ||
           hz_error_set(err, HZ_ERROR_DATA, hz_sheet_place(sheet, row, column),
                        _("%.*s: \"%.*s\" %s"), HZ_TEXT_ARGS(sheet->header[column]),
                        HZ_TEXT_ARGS(hz_sheet_shown(sheet, row, column)),
                        form == HZ_FORM_EMPTY ? hz_money_fault_text(HZ_MONEY_EMPTY) : note.text);
}

bool hz_sheet_integer(const struct hz_sheet *sheet, size_t row, int column, int64_t *number,
                      struct hz_error *err)
{
    return read_integer(sheet, row, column, hz_sheet_cell(sheet, row, column), number, err);
}

bool hz_sheet_year(const struct hz_sheet *sheet, size_t row, int column, int64_t *year,
                   struct hz_error *err)
{
    struct hz_text text = hz_sheet_cell(sheet, row, column);
    (void)(take_tail(&text, "年度") || take_tail(&text, "年"));
    return read_integer(sheet, row, column, text, year, err);
}

/* document_xlsx.c: the tables of a report as a workbook, a sheet each. */

#include "file/xlsx_write.h"
#include "report/document.h"

#include <stdio.h>

enum { SHEET_NAME = 31 };

/* A sheet's name is short, and the only one: "reserve", "3 reserves of all plans". */
static const char *sheet_name(struct hz_report_writing *writing, size_t p)
{
    const struct hz_report_part *part = &writing->document->report->part[p];
    struct hz_buffer name = {0};
    struct hz_text text = part->heading.length > 0 ? part->heading : part->name;
    struct hz_error ignored = {0}, *err = writing->err;
    size_t signs = 0;
    writing->err = &ignored;
    if (!hz_report_plain(writing, text, part->node, &text))
        text = part->name;
    writing->err = err;
    hz_buffer_format(&name, "%zu ", p + 1);
    for (size_t i = 0; i < text.length; i++) {
        const bool is_new = ((unsigned char)text.at[i] & 0xC0) != 0x80;
        if (is_new && ++signs > SHEET_NAME - 6)
            break;
        hz_buffer_char(&name, strchr("[]:*?/\\'", text.at[i]) ? ' ' : text.at[i]);
    }
    const char *string = hz_arena_string(writing->arena, (struct hz_text){name.at, name.length});
    hz_buffer_free(&name);
    return string;
}

static void write_grid(struct hz_report_writing *writing, size_t p, struct hz_xlsx_writer *book)
{
    const struct hz_report_grid *grid = &writing->grid[p];
    const char **heading = hz_arena_allocate(writing->arena, grid->columns, sizeof *heading);
    struct hz_buffer text = {0};
    for (size_t c = 0; c < grid->columns; c++) {
        text.length = 0;
        hz_report_column_heading(&text, writing->document->report, grid, c);
        heading[c] = hz_arena_string(writing->arena, (struct hz_text){text.at, text.length});
    }
    hz_buffer_free(&text);
    hz_xlsx_writer_sheet(book, sheet_name(writing, p), heading, grid->columns);
    for (size_t r = 0; r < grid->rows; r++) {
        for (size_t c = 0; c < grid->columns; c++) {
            const struct hz_text cell = grid->cell[r * grid->columns + c];
            if (cell.length == 0)
                hz_xlsx_writer_empty(book);
            else if (grid->column[c].kind != HZ_KIND_LABEL && hz_report_is_number(cell))
                hz_xlsx_writer_number(book, cell);
            else
                hz_xlsx_writer_text(book, cell);
        }
        hz_xlsx_writer_end_row(book);
    }
}

/* Numbers that one axis suits: the columns of the first one's kind. A triangle is a line a row. */
static void write_chart(struct hz_report_writing *writing, size_t p, struct hz_xlsx_writer *book)
{
    enum { ROWS_MOST = 60, SERIES_MOST = 12 };
    const struct hz_report_part *part = &writing->document->report->part[p];
    const struct hz_report_grid *grid = &writing->grid[p];
    size_t *column = hz_arena_allocate(writing->arena, grid->columns, sizeof *column);
    struct hz_text title;
    struct hz_xlsx_chart chart = {
        .column = column, .are_rows_series = grid->is_spread, .are_lines = grid->is_spread};
    for (size_t c = 0; c < grid->columns; c++)
        if (grid->column[c].kind != HZ_KIND_LABEL &&
            (chart.columns == 0 || grid->column[c].kind == grid->column[column[0]].kind))
            column[chart.columns++] = c;
    while (chart.rows < grid->rows && !grid->is_total[chart.rows])
        chart.rows++;
    chart.label = grid->labels > 0 ? grid->labels - 1 : 0;
    const size_t series = grid->is_spread ? chart.rows : chart.columns;
    if (!part->has_picture || chart.rows > ROWS_MOST || series > SERIES_MOST ||
        !hz_report_plain(writing, part->caption, part->node, &title))
        return;
    chart.title = hz_arena_string(writing->arena, title);
    hz_xlsx_writer_chart(book, &chart);
}

/* The definition and the source of the method of each table. */
static void write_definitions(struct hz_report_writing *writing, struct hz_xlsx_writer *book)
{
    const struct hz_report *report = writing->document->report;
    const char *const heading[] = {"#", hz_report_word(report->language, HZ_WORD_TABLE),
                                   hz_report_word(report->language, HZ_WORD_DEFINITION),
                                   hz_report_word(report->language, HZ_WORD_SOURCE)};
    hz_xlsx_writer_sheet(book, hz_report_word(report->language, HZ_WORD_SHEET_DEFINITIONS), heading,
                         HZ_COUNT(heading));
    for (size_t p = 0; p < report->parts; p++) {
        const struct hz_report_part *part = &report->part[p];
        const struct hz_text text[] = {part->caption, part->definition, part->source};
        char number[24];
        const int length = snprintf(number, sizeof number, "%zu", p + 1);
        if (writing->document->result[p].runs == 0)
            continue;
        hz_xlsx_writer_number(book, (struct hz_text){number, (size_t)length});
        for (size_t t = 0; t < HZ_COUNT(text); t++) {
            struct hz_text filled;
            if (!hz_report_plain(writing, text[t], part->node, &filled)) /* it was filled before */
                filled = text[t];
            hz_xlsx_writer_text(book, hz_text_trim(filled));
        }
        hz_xlsx_writer_end_row(book);
    }
}

/* The last sheet: which commands made the tables, and what they read. */
static void write_proof(struct hz_report_writing *writing, struct hz_xlsx_writer *book)
{
    const struct hz_report *report = writing->document->report;
    const char *const heading[] = {"#", hz_report_word(report->language, HZ_WORD_COMMANDS),
                                   hz_report_word(report->language, HZ_WORD_FILE), "SHA-256"};
    struct hz_buffer line = {0};
    hz_xlsx_writer_sheet(book, hz_report_word(report->language, HZ_WORD_SHEET_PROOF), heading,
                         HZ_COUNT(heading));
    for (size_t p = 0; p < report->parts; p++) {
        const struct hz_report_result *result = &writing->document->result[p];
        for (size_t r = 0; r < result->runs; r++) {
            struct hz_manifest_file file = {0};
            char number[24];
            const int length = snprintf(number, sizeof number, "%zu", p + 1);
            line.length = 0;
            hz_report_command_line(&line, result->run[r].manifest);
            size_t f = 0;
            do {
                if (!hz_manifest_file_at(result->run[r].manifest, "inputs", f, &file) && f > 0)
                    break;
                hz_xlsx_writer_number(book, (struct hz_text){number, (size_t)length});
                hz_xlsx_writer_text(book, (struct hz_text){line.at, line.length});
                hz_xlsx_writer_text(book, hz_text_of(file.key));
                hz_xlsx_writer_text(book, hz_text_of(file.sha256));
                hz_xlsx_writer_end_row(book);
            } while (file.key && ++f);
        }
    }
    hz_buffer_free(&line);
}

void hz_report_workbook(struct hz_report_writing *writing, struct hz_output *output)
{
    struct hz_xlsx_writer *book = hz_xlsx_writer_new();
    for (size_t p = 0; p < writing->document->report->parts; p++)
        if (writing->grid[p].columns > 0) {
            write_grid(writing, p, book);
            write_chart(writing, p, book);
        }
    write_definitions(writing, book);
    write_proof(writing, book);
    hz_xlsx_writer_end(book, output);
}

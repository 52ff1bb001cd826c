/* document.c: see document.h. */

#include "report/document.h"

#include "report/personal.h"
#include "report/prose.h"

#include <inttypes.h>

const char *const hz_report_formats[] = {"html", "xlsx", "md", NULL};

/* For messages: a part's name, or its number. */
static struct hz_text called(struct hz_report_writing *writing, size_t part)
{
    struct hz_text name = hz_report_part_name(writing, part);
    const size_t front = strlen("part-");
    if (writing->document->report->part[part].name.length == 0)
        name = (struct hz_text){name.at + front, name.length - front};
    return name;
}

static bool has_no_phone(struct hz_report_writing *writing, size_t part, struct hz_text text)
{
    const struct hz_report *report = writing->document->report;
    return !hz_report_is_phone(text) ||
           hz_error_set(writing->err, HZ_ERROR_DATA,
                        hz_tree_place(&report->tree, report->part[part].node),
                        _("part %.*s: the number of a phone would be printed: it is printed only "
                          "with --personal"),
                        HZ_TEXT_ARGS(called(writing, part)));
}

static bool has_no_identity(struct hz_report_writing *writing, size_t part, struct hz_text text)
{
    const struct hz_report *report = writing->document->report;
    if (writing->document->has_persons || hz_report_identity(text).length == 0)
        return true;
    return hz_error_set(writing->err, HZ_ERROR_DATA,
                        hz_tree_place(&report->tree, report->part[part].node),
                        _("part %.*s: the number of an identity card would be printed: it is "
                          "printed only with --personal"),
                        HZ_TEXT_ARGS(called(writing, part)));
}

static bool is_nobody(struct hz_report_writing *writing, size_t part, struct hz_text text)
{
    return has_no_identity(writing, part, text) && has_no_phone(writing, part, text);
}

/* In a column of amounts or counts, a number with the digits of a phone's is one of these. */
static bool may_be_phones(enum hz_report_kind kind)
{
    return kind == HZ_KIND_LABEL || kind == HZ_KIND_OTHER || kind == HZ_KIND_NUMBER;
}

/* A picture may have any column's name and any label of the table in it. */
static bool pictures_nobody(struct hz_report_writing *writing, size_t part,
                            const struct hz_sheet *sheet)
{
    for (size_t c = 0; c < sheet->columns; c++) {
        const bool may_be_phone = c == 0 || may_be_phones(hz_report_kind_of(sheet, (int)c));
        if (!is_nobody(writing, part, sheet->header[c]))
            return false;
        for (size_t r = 0; r < sheet->rows; r++) {
            const struct hz_text cell = hz_sheet_cell(sheet, r, (int)c);
            if (!has_no_identity(writing, part, cell) ||
                (may_be_phone && !has_no_phone(writing, part, cell)))
                return false;
        }
    }
    return true;
}

/* No column and no cell that is shown, or may be a label of a picture, names a person. */
static bool names_nobody(struct hz_report_writing *writing, size_t p)
{
    const struct hz_report *report = writing->document->report;
    const struct hz_report_part *part = &report->part[p];
    const struct hz_report_grid *grid = &writing->grid[p];
    const struct hz_sheet *sheet = writing->document->result[p].sheet;
    if (writing->document->has_persons)
        return true;
    for (size_t c = 0; c < sheet->columns; c++) {
        bool is_shown = part->columns.count == 0 || part->has_picture;
        for (size_t n = 0; n < part->columns.count; n++)
            is_shown |= hz_report_column_is(part->columns.at[n], sheet->header[c]);
        is_shown |= hz_text_equal(part->across, sheet->header[c]) ||
                    hz_text_equal(part->cells, sheet->header[c]);
        if (is_shown && hz_report_is_personal(sheet->header[c]))
            return hz_error_set(writing->err, HZ_ERROR_DATA,
                                hz_tree_place(&report->tree, part->node),
                                _("part %.*s: the column \"%.*s\" names persons: it is printed "
                                  "only with --personal; or choose others in \"columns\""),
                                HZ_TEXT_ARGS(called(writing, p)), HZ_TEXT_ARGS(sheet->header[c]));
    }
    for (size_t c = 0; c < grid->columns; c++)
        if (!is_nobody(writing, p, grid->column[c].heading))
            return false;
    for (size_t i = 0; i < grid->rows * grid->columns; i++)
        if (!has_no_identity(writing, p, grid->cell[i]) ||
            (may_be_phones(grid->column[i % grid->columns].kind) &&
             !has_no_phone(writing, p, grid->cell[i])))
            return false;
    return !part->has_picture || pictures_nobody(writing, p, sheet);
}

/* What became of records, as a table: its first run that read any. */
static const struct hz_sheet *records_sheet(const struct hz_report_result *result,
                                            struct hz_arena *arena)
{
    static const struct hz_text header[] = {{"records", 7}, {"rows", 4}};
    struct hz_sheet *sheet = hz_arena_allocate(arena, 1, sizeof *sheet);
    const char *name;
    int64_t rows;
    size_t r = 0, count = 0;
    while (r + 1 < result->runs && !hz_manifest_count_at(result->run[r].manifest, 0, &name, &rows))
        r++;
    while (hz_manifest_count_at(result->run[r].manifest, count, &name, &rows))
        count++;
    struct hz_text *cell = hz_arena_allocate(arena, 2 * count, sizeof *cell);
    for (size_t i = 0; hz_manifest_count_at(result->run[r].manifest, i, &name, &rows); i++) {
        char digits[24];
        const int length = snprintf(digits, sizeof digits, "%" PRId64, rows);
        cell[2 * i] = hz_arena_text(arena, hz_text_of(name));
        cell[2 * i + 1] = hz_arena_text(arena, (struct hz_text){digits, (size_t)length});
    }
    *sheet = (struct hz_sheet){
        .file = "records", .columns = 2, .header = header, .rows = count, .cell = cell};
    return sheet;
}

/* The tables as they are shown, and what can be quoted. */
static bool prepare(struct hz_report_writing *writing, struct hz_report_document *document)
{
    const struct hz_report *report = document->report;
    struct hz_report_grid *grid = hz_arena_allocate(writing->arena, report->parts, sizeof *grid);
    struct hz_report_result *result =
        hz_arena_allocate(writing->arena, report->parts, sizeof *result);
    const struct hz_sheet **sheet =
        hz_arena_allocate(writing->arena, report->parts, sizeof(struct hz_sheet *));
    writing->grid = grid;
    for (size_t p = 0; p < report->parts; p++) {
        const struct hz_report_part *part = &report->part[p];
        result[p] = document->result[p];
        if (result[p].runs > 0 && part->show == HZ_SHOW_RECORDS)
            result[p].sheet = records_sheet(&result[p], writing->arena);
        sheet[p] = result[p].sheet;
    }
    document->result = result;
    writing->document = document;
    writing->book = (struct hz_report_book){report, sheet, document->has_persons};
    for (size_t p = 0; p < report->parts; p++) {
        const bool is_table = report->part[p].show != HZ_SHOW_NOTHING;
        if (sheet[p] && is_table &&
            !hz_report_grid(&grid[p], report, &report->part[p], sheet[p], writing->arena,
                            writing->err))
            return false;
        if (sheet[p] && (is_table || report->part[p].has_picture) && !names_nobody(writing, p))
            return false;
    }
    return true;
}

static bool check_texts(struct hz_report_writing *writing)
{
    const struct hz_report *report = writing->document->report;
    struct hz_text filled;
    if (!hz_report_plain(writing, report->title, report->tree.root, &filled) ||
        (report->parts > 0 && !has_no_identity(writing, 0, filled)))
        return false;
    for (size_t p = 0; p < report->parts; p++) {
        const struct hz_report_part *part = &report->part[p];
        const struct hz_text texts[] = {part->heading,    part->text,   part->caption,
                                        part->definition, part->source, part->otherwise};
        const bool is_left_out = writing->document->result[p].is_left_out;
        for (size_t t = 0; t < HZ_COUNT(texts); t++)
            if ((!is_left_out || t == 0) &&
                !(hz_report_plain(writing, texts[t], part->node, &filled) &&
                  has_no_identity(writing, p, filled)))
                return false;
    }
    return true;
}

bool hz_report_write(const struct hz_report_document *document, enum hz_report_format format,
                     struct hz_buffer *text, struct hz_output *workbook, struct hz_error *err)
{
    struct hz_arena arena = {0};
    struct hz_report_document own = *document;
    struct hz_report_writing writing = {.out = *text, .arena = &arena, .err = err};
    bool done = prepare(&writing, &own) && check_texts(&writing);
    if (done && format == HZ_REPORT_XLSX)
        hz_report_workbook(&writing, workbook);
    else if (done)
        done = format == HZ_REPORT_MD ? hz_report_markdown(&writing) : hz_report_html(&writing);
    *text = writing.out;
    hz_arena_free(&arena);
    return done;
}

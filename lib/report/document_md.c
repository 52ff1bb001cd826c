/* document_md.c: a report as Markdown. */

#include "report/document.h"
#include "report/prose.h"

#include <inttypes.h>

/* A cell's own signs do not end it. */
static void append_cell(struct hz_buffer *out, struct hz_text text)
{
    for (size_t i = 0; i < text.length; i++) {
        if (text.at[i] == '<') {
            hz_buffer_string(out, "&lt;");
            continue;
        }
        if (strchr("|\\>*_`[]&", text.at[i]) && text.at[i])
            hz_buffer_char(out, '\\');
        hz_buffer_char(out, text.at[i] == '\n' || text.at[i] == '\r' ? ' ' : text.at[i]);
    }
}

/* One line: HTML in it is text here too. */
static void append_line(struct hz_buffer *out, struct hz_text text)
{
    for (size_t i = 0; i < text.length; i++)
        if (text.at[i] == '<')
            hz_buffer_string(out, "&lt;");
        else
            hz_buffer_char(out, text.at[i] == '\n' || text.at[i] == '\r' ? ' ' : text.at[i]);
}

/* A name as code. */
static void append_name(struct hz_buffer *out, const char *name)
{
    const char *fence = strchr(name, '`') ? "`` " : "`";
    hz_buffer_string(out, fence);
    for (; *name; name++)
        hz_buffer_char(out, (unsigned char)*name < ' ' ? '?' : *name);
    hz_buffer_string(out, *fence == '`' && fence[1] ? " ``" : "`");
}

static void append_table(struct hz_report_writing *writing, const struct hz_report_grid *grid)
{
    struct hz_buffer *out = &writing->out, text = {0};
    hz_buffer_char(out, '|');
    for (size_t c = 0; c < grid->columns; c++) {
        text.length = 0;
        hz_report_column_heading(&text, writing->document->report, grid, c);
        hz_buffer_char(out, ' ');
        append_cell(out, (struct hz_text){text.at, text.length});
        hz_buffer_string(out, " |");
    }
    hz_buffer_string(out, "\n|");
    for (size_t c = 0; c < grid->columns; c++)
        hz_buffer_string(out, grid->column[c].kind == HZ_KIND_LABEL ? " --- |" : " ---: |");
    hz_buffer_char(out, '\n');
    for (size_t r = 0; r < grid->rows; r++) {
        hz_buffer_char(out, '|');
        for (size_t c = 0; c < grid->columns; c++) {
            text.length = 0;
            hz_report_cell(&text, grid, r, c);
            hz_buffer_char(out, ' ');
            append_cell(out, (struct hz_text){text.at, text.length});
            hz_buffer_string(out, " |");
        }
        hz_buffer_char(out, '\n');
    }
    hz_buffer_free(&text);
}

/* What stands behind a table: its commands and what they read. */
static void append_proof(struct hz_report_writing *writing, size_t p)
{
    const struct hz_report *report = writing->document->report;
    const struct hz_report_result *result = &writing->document->result[p];
    struct hz_buffer *out = &writing->out;
    int64_t read, rejected;
    if (hz_report_records(result, &read, &rejected) && rejected > 0)
        hz_buffer_format(out, "\n%s: %" PRId64 "; %s: %" PRId64 "\n",
                         hz_report_word(report->language, HZ_WORD_READ), read,
                         hz_report_word(report->language, HZ_WORD_REJECTED), rejected);
    hz_buffer_string(out, "\n```sh\n");
    for (size_t r = 0; r < result->runs; r++) {
        hz_buffer_string(out, r > 0 ? " |\n    " : "");
        hz_report_command_line(out, result->run[r].manifest);
    }
    hz_buffer_string(out, "\n```\n");
    for (size_t r = 0; r < result->runs; r++) {
        struct hz_manifest_file file;
        for (size_t f = 0; hz_manifest_file_at(result->run[r].manifest, "inputs", f, &file); f++)
            if (strcmp(file.key, "<stdin>") != 0) {
                hz_buffer_char(out, '\n');
                append_name(out, file.key);
                hz_buffer_format(out, " SHA-256 `%s`\n", file.sha256);
            }
    }
}

static bool append_text(struct hz_report_writing *writing, struct hz_text text,
                        const struct hz_node *node)
{
    struct hz_text filled;
    if (text.length == 0)
        return true;
    if (!hz_report_plain(writing, text, node, &filled))
        return false;
    hz_buffer_char(&writing->out, '\n');
    for (size_t i = 0; i < filled.length; i++) /* HTML in it is text here too */
        if (filled.at[i] == '<')
            hz_buffer_string(&writing->out, "&lt;");
        else
            hz_buffer_char(&writing->out, filled.at[i]);
    if (filled.at[filled.length - 1] != '\n')
        hz_buffer_char(&writing->out, '\n');
    return true;
}

static bool append_part(struct hz_report_writing *writing, size_t p)
{
    const struct hz_report_part *part = &writing->document->report->part[p];
    const struct hz_report_result *result = &writing->document->result[p];
    const struct hz_report_grid *grid = &writing->grid[p];
    struct hz_text filled;
    if (result->is_left_out && part->otherwise.length == 0)
        return true;
    if (part->heading.length > 0) {
        if (!hz_report_plain(writing, part->heading, part->node, &filled))
            return false;
        hz_buffer_string(&writing->out, "\n## ");
        append_line(&writing->out, filled);
        hz_buffer_char(&writing->out, '\n');
    }
    if (result->is_left_out)
        return append_text(writing, part->otherwise, part->node);
    if (!append_text(writing, part->text, part->node) ||
        !append_text(writing, part->caption, part->node))
        return false;
    if (grid->columns > 0) {
        hz_buffer_char(&writing->out, '\n');
        append_table(writing, grid);
    }
    if (result->runs > 0) {
        if (!append_text(writing, part->definition, part->node))
            return false;
        append_proof(writing, p);
    }
    for (size_t s = 0; s < part->sign.count; s++) {
        hz_buffer_char(&writing->out, '\n');
        append_line(&writing->out, part->sign.at[s]);
        hz_buffer_string(&writing->out, ": ____________________\n");
    }
    return true;
}

bool hz_report_markdown(struct hz_report_writing *writing)
{
    const struct hz_report *report = writing->document->report;
    struct hz_text title;
    if (!hz_report_plain(writing, report->title, report->tree.root, &title))
        return false;
    hz_buffer_string(&writing->out, "# ");
    append_line(&writing->out, title);
    hz_buffer_char(&writing->out, '\n');
    for (size_t p = 0; p < report->parts; p++)
        if (!append_part(writing, p))
            return false;
    return true;
}

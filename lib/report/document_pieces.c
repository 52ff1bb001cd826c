/* document_pieces.c: what all writers of documents use: see document.h. */

#include "report/document.h"

#include <stdio.h>

bool hz_report_records(const struct hz_report_result *result, int64_t *read, int64_t *rejected)
{
    bool is_any = false;
    *read = *rejected = 0;
    for (size_t r = 0; r < result->runs; r++) {
        const char *name;
        int64_t rows;
        for (size_t i = 0; hz_manifest_count_at(result->run[r].manifest, i, &name, &rows); i++) {
            if (strcmp(name, "read") == 0 && !is_any)
                *read = rows;
            if (strcmp(name, "rejected") == 0)
                *rejected += rows;
            is_any = true;
        }
    }
    return is_any;
}

/*
 * A word as a shell takes it back, for whoever copies the line: a stranger may have written it. One
 * with controls in it is $'...', so that the line stays a line.
 */
static void append_word(struct hz_buffer *out, const char *word)
{
    static const char plain[] =
        "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_-./=,:+@%";
    bool is_plain = *word, has_controls = false;
    for (const char *at = word; *at; at++) {
        is_plain = is_plain && ((unsigned char)*at >= 0x80 || strchr(plain, *at));
        has_controls = has_controls || (unsigned char)*at < ' ' || *at == 0x7F;
    }
    hz_buffer_string(out, is_plain ? "" : has_controls ? "$'" : "'");
    for (const char *at = word; *at; at++) {
        if (has_controls && ((unsigned char)*at < ' ' || *at == 0x7F))
            hz_buffer_format(out, "\\x%02x", (unsigned)*at);
        else if (has_controls && (*at == '\'' || *at == '\\'))
            hz_buffer_format(out, "\\%c", *at);
        else if (*at == '\'')
            hz_buffer_string(out, "'\\''");
        else
            hz_buffer_char(out, *at);
    }
    hz_buffer_string(out, is_plain ? "" : "'");
}

void hz_report_command_line(struct hz_buffer *out, const struct hz_manifest *manifest)
{
    hz_buffer_string(out, hz_manifest_program(manifest));
    for (size_t a = 0; a < hz_manifest_arguments(manifest); a++) {
        const char *argument = hz_manifest_argument_at(manifest, a);
        if (strcmp(argument, "--") == 0 || strcmp(argument, "--format=csv") == 0)
            continue;
        hz_buffer_char(out, ' ');
        append_word(out, argument);
    }
}

struct hz_text hz_report_part_name(const struct hz_report_writing *writing, size_t part)
{
    const struct hz_text name = writing->document->report->part[part].name;
    char made[32];
    if (name.length > 0)
        return name;
    const int length = snprintf(made, sizeof made, "part-%zu", part + 1);
    return hz_arena_text(writing->arena, (struct hz_text){made, (size_t)length});
}

bool hz_report_plain(struct hz_report_writing *writing, struct hz_text text,
                     const struct hz_node *node, struct hz_text *filled)
{
    struct hz_buffer out = {0};
    const bool done =
        hz_report_fill(&writing->book, text, node, &out, NULL, writing->arena, writing->err);
    *filled = hz_arena_text(writing->arena, (struct hz_text){out.at, out.length});
    hz_buffer_free(&out);
    return done;
}

void hz_report_cell(struct hz_buffer *out, const struct hz_report_grid *grid, size_t row,
                    size_t column)
{
    const enum hz_report_kind kind = grid->column[column].kind;
    const struct hz_text cell = grid->cell[row * grid->columns + column];
    if (kind == HZ_KIND_COUNT || kind == HZ_KIND_AMOUNT || kind == HZ_KIND_MEAN)
        hz_report_group(out, cell);
    else
        hz_buffer_text(out, cell);
}

void hz_report_column_heading(struct hz_buffer *out, const struct hz_report *report,
                              const struct hz_report_grid *grid, size_t column)
{
    const bool is_zh = report->language == HZ_REPORT_ZH;
    const enum hz_report_kind kind = grid->column[column].kind;
    hz_buffer_text(out, grid->column[column].heading);
    if ((kind == HZ_KIND_AMOUNT && !grid->is_spread && grid->unit != HZ_REPORT_NONE) ||
        kind == HZ_KIND_MEAN)
        hz_buffer_format(out, is_zh ? "（%s）" : " (%s)",
                         hz_report_unit_name(report->language,
                                             kind == HZ_KIND_MEAN ? HZ_REPORT_YUAN : grid->unit));
}

/* document_html.c: a report as one HTML file, which needs no other. */

#include "report/document.h"
#include "report/page.h"
#include "report/prose.h"

#include <inttypes.h>

static struct hz_text word(const struct hz_report_writing *writing, enum hz_report_word which)
{
    return hz_text_of(hz_report_word(writing->document->report->language, which));
}

static bool is_zh(const struct hz_report_writing *writing)
{
    return writing->document->report->language == HZ_REPORT_ZH;
}

static void add(struct hz_report_writing *writing, const char *html)
{
    hz_buffer_string(&writing->out, html);
}

static void escape(struct hz_report_writing *writing, struct hz_text text)
{
    hz_html_escape(&writing->out, text);
}

/* <tag>text</tag> */
static void element(struct hz_report_writing *writing, const char *tag, struct hz_text text)
{
    const size_t name = strcspn(tag, " ");
    hz_buffer_format(&writing->out, "<%s>", tag);
    escape(writing, text);
    hz_buffer_format(&writing->out, "</%.*s>\n", (int)name, tag);
}

/* A figure leads to the table that it is from. */
static void mark(struct hz_buffer *out, const struct hz_report *report,
                 const struct hz_report_figure *figure)
{
    if (figure->part < 0) {
        hz_html_escape(out, figure->text);
        return;
    }
    hz_buffer_format(out, "<a class=\"figure\" href=\"#p-%.*s\">",
                     HZ_TEXT_ARGS(report->part[figure->part].name));
    hz_html_escape(out, figure->text);
    hz_buffer_string(out, "</a>");
}

static bool prose(struct hz_report_writing *writing, struct hz_text text,
                  const struct hz_node *node)
{
    return text.length == 0 || hz_prose_html(&writing->book, text, node, 3, &writing->out, mark,
                                             writing->arena, writing->err);
}

/* ---- A table */

static void head(struct hz_report_writing *writing, const struct hz_report_grid *grid)
{
    struct hz_buffer text = {0};
    add(writing, "<thead>\n<tr>");
    for (size_t c = 0; c < grid->columns; c++) {
        text.length = 0;
        hz_report_column_heading(&text, writing->document->report, grid, c);
        add(writing, grid->column[c].kind == HZ_KIND_LABEL ? "<th scope=\"col\">"
                                                           : "<th scope=\"col\" class=\"n\">");
        escape(writing, (struct hz_text){text.at, text.length});
        add(writing, "</th>");
    }
    add(writing, "</tr>\n</thead>\n");
    hz_buffer_free(&text);
}

static void body(struct hz_report_writing *writing, const struct hz_report_grid *grid)
{
    struct hz_buffer text = {0};
    add(writing, "<tbody>\n");
    for (size_t r = 0; r < grid->rows; r++) {
        add(writing, grid->is_total[r] ? "<tr class=\"total\">" : "<tr>");
        for (size_t c = 0; c < grid->columns; c++) {
            const bool is_label = c < grid->labels || (c == 0 && grid->labels == 0);
            text.length = 0;
            hz_report_cell(&text, grid, r, c);
            add(writing, is_label                                ? "<th scope=\"row\">"
                         : grid->column[c].kind == HZ_KIND_LABEL ? "<td>"
                                                                 : "<td class=\"n\">");
            escape(writing, (struct hz_text){text.at, text.length});
            add(writing, is_label ? "</th>" : "</td>");
        }
        add(writing, "</tr>\n");
    }
    add(writing, "</tbody>\n");
    hz_buffer_free(&text);
}

/* "Table 3. Caption", "表3 标题". */
static void number(struct hz_report_writing *writing, enum hz_report_word what, size_t number,
                   struct hz_text caption)
{
    escape(writing, word(writing, what));
    hz_buffer_format(&writing->out, is_zh(writing) ? "%zu" : " %zu.", number);
    add(writing, caption.length > 0 ? is_zh(writing) ? "\u3000" : " " : "");
    escape(writing, caption);
}

static bool caption_of(struct hz_report_writing *writing, const struct hz_report_part *part,
                       struct hz_text *caption)
{
    return hz_report_plain(writing, part->caption.length > 0 ? part->caption : part->heading,
                           part->node, caption);
}

static bool table(struct hz_report_writing *writing, size_t p, size_t count)
{
    const struct hz_report *report = writing->document->report;
    const struct hz_report_grid *grid = &writing->grid[p];
    struct hz_text caption;
    if (!caption_of(writing, &report->part[p], &caption))
        return false;
    add(writing, "<figure class=\"table\">\n");
    if (grid->has_amounts && grid->is_spread && grid->unit != HZ_REPORT_NONE) {
        hz_buffer_format(&writing->out, "<p class=\"unit\">%.*s%s%s</p>\n",
                         HZ_TEXT_ARGS(word(writing, HZ_WORD_UNIT)), is_zh(writing) ? "" : " ",
                         hz_report_unit_name(report->language, grid->unit));
    }
    add(writing, "<div class=\"scroll\">\n<table>\n<caption>");
    number(writing, HZ_WORD_TABLE, count, caption);
    add(writing, "</caption>\n");
    head(writing, grid);
    body(writing, grid);
    add(writing, "</table>\n</div>\n</figure>\n");
    if (grid->rows == 0)
        element(writing, "p class=\"note\"", word(writing, HZ_WORD_NO_ROWS));
    bool has_total = false;
    for (size_t r = 0; r < grid->rows; r++)
        has_total |= grid->is_total[r];
    if (grid->has_amounts && hz_report_shift(grid->unit) > 0 && has_total)
        element(writing, "p class=\"note\"", word(writing, HZ_WORD_FOOTNOTE));
    return true;
}

static bool picture(struct hz_report_writing *writing, size_t p, size_t count)
{
    const struct hz_report_part *part = &writing->document->report->part[p];
    const struct hz_report_result *result = &writing->document->result[p];
    struct hz_text caption;
    if (!caption_of(writing, part, &caption))
        return false;
    add(writing, "<figure class=\"picture\" role=\"img\" aria-label=\"");
    escape(writing, word(writing, HZ_WORD_PICTURE_OF));
    add(writing, is_zh(writing) ? "" : ": ");
    escape(writing, caption);
    add(writing, "\">\n" HZ_PAGE_PICTURE);
    if (result->picture.length > 0) {
        hz_buffer_text(&writing->out, result->picture);
    } else {
        add(writing, "<p class=\"note\">");
        escape(writing, word(writing, HZ_WORD_NO_PICTURE));
        add(writing, is_zh(writing) ? "：" : ": ");
        escape(writing, hz_text_of(result->why_not));
        add(writing, "</p>");
    }
    add(writing, HZ_PAGE_PICTURE_END "\n<figcaption>");
    number(writing, HZ_WORD_PICTURE, count, caption);
    add(writing, "</figcaption>\n</figure>\n");
    return true;
}

/* ---- What stands behind it */

static void records(struct hz_report_writing *writing, const struct hz_report_result *result)
{
    int64_t read, rejected;
    const char *name;
    int64_t rows;
    if (!hz_report_records(result, &read, &rejected) || rejected == 0)
        return;
    add(writing, "<p class=\"note warning\">");
    escape(writing, word(writing, HZ_WORD_READ));
    hz_buffer_format(&writing->out, is_zh(writing) ? " %" PRId64 "，" : " %" PRId64 ", ", read);
    escape(writing, word(writing, HZ_WORD_REJECTED));
    hz_buffer_format(&writing->out, " %" PRId64, rejected);
    for (size_t r = 0; r < result->runs; r++)
        for (size_t i = 4; hz_manifest_count_at(result->run[r].manifest, i, &name, &rows); i++) {
            add(writing, is_zh(writing) ? "；" : "; ");
            escape(writing, hz_text_of(name));
            hz_buffer_format(&writing->out, " %" PRId64, rows);
        }
    add(writing, "</p>\n");
}

static void inputs(struct hz_report_writing *writing, const struct hz_report_result *result)
{
    struct hz_manifest_file file;
    bool is_any = false;
    for (size_t r = 0; r < result->runs; r++)
        for (size_t f = 0; hz_manifest_file_at(result->run[r].manifest, "inputs", f, &file); f++) {
            if (strcmp(file.key, "<stdin>") == 0)
                continue;
            if (!is_any)
                element(writing, "dt", word(writing, HZ_WORD_INPUTS));
            is_any = true;
            add(writing, "<dd><code>");
            escape(writing, hz_text_of(file.key));
            hz_buffer_format(&writing->out, "</code> (%" PRIu64 " ", file.bytes);
            escape(writing, word(writing, HZ_WORD_BYTES));
            hz_buffer_format(&writing->out, ") <code>%s</code></dd>\n", file.sha256);
        }
}

static bool described(struct hz_report_writing *writing, enum hz_report_word what,
                      struct hz_text text, const struct hz_node *node)
{
    if (text.length == 0)
        return true;
    element(writing, "dt", word(writing, what));
    add(writing, "<dd>");
    const bool done = prose(writing, text, node);
    add(writing, "</dd>\n");
    return done;
}

static bool proof(struct hz_report_writing *writing, size_t p)
{
    const struct hz_report_part *part = &writing->document->report->part[p];
    const struct hz_report_result *result = &writing->document->result[p];
    struct hz_buffer line = {0};
    if (result->runs == 0)
        return true;
    records(writing, result);
    add(writing, "<details class=\"proof\">\n");
    element(
        writing, "summary",
        word(writing, part->show == HZ_SHOW_NOTHING ? HZ_WORD_PROOF_OF_QUOTED : HZ_WORD_PROOF_OF));
    add(writing, "<dl>\n");
    const bool done = described(writing, HZ_WORD_DEFINITION, part->definition, part->node) &&
                      described(writing, HZ_WORD_SOURCE, part->source, part->node);
    element(writing, "dt", word(writing, HZ_WORD_COMMANDS));
    for (size_t r = 0; r < result->runs; r++) {
        hz_buffer_string(&line, r > 0 ? " | " : "");
        hz_report_command_line(&line, result->run[r].manifest);
    }
    add(writing, "<dd><code>");
    escape(writing, (struct hz_text){line.at, line.length});
    add(writing, "</code></dd>\n");
    inputs(writing, result);
    add(writing, "</dl>\n</details>\n");
    hz_buffer_free(&line);
    return done;
}

/* A box for signatures. */
static void sign(struct hz_report_writing *writing, const struct hz_report_part *part)
{
    add(writing, "<table class=\"sign\">\n<thead>\n<tr>");
    const enum hz_report_word heading[] = {HZ_WORD_ROLE, HZ_WORD_SIGNATURE, HZ_WORD_DATE};
    for (size_t h = 0; h < HZ_COUNT(heading); h++)
        element(writing, "th scope=\"col\"", word(writing, heading[h]));
    add(writing, "</tr>\n</thead>\n<tbody>\n");
    for (size_t s = 0; s < part->sign.count; s++) {
        add(writing, "<tr>");
        element(writing, "th scope=\"row\"", part->sign.at[s]);
        add(writing, "<td></td><td></td></tr>\n");
    }
    add(writing, "</tbody>\n</table>\n");
}

/* ---- The page */

struct numbers {
    size_t tables, pictures;
};

static bool content(struct hz_report_writing *writing, size_t p, struct numbers *numbers)
{
    const struct hz_report_part *part = &writing->document->report->part[p];
    const struct hz_report_result *result = &writing->document->result[p];
    if (result->is_left_out)
        return prose(writing, part->otherwise, part->node);
    if (part->text_node && !prose(writing, part->text, part->text_node))
        return false;
    if (writing->grid[p].columns > 0 && !table(writing, p, ++numbers->tables))
        return false;
    if ((result->picture.length > 0 || result->why_not) &&
        !picture(writing, p, ++numbers->pictures))
        return false;
    if (part->sign.count > 0)
        sign(writing, part);
    return proof(writing, p);
}

/* A part without a heading goes on under the one before. */
static bool part(struct hz_report_writing *writing, size_t p, struct numbers *numbers)
{
    const struct hz_report_part *part = &writing->document->report->part[p];
    struct hz_text heading;
    if (writing->document->result[p].is_left_out && part->otherwise.length == 0)
        return true;
    hz_buffer_format(&writing->out, "<section id=\"p-%.*s\">\n",
                     HZ_TEXT_ARGS(hz_report_part_name(writing, p)));
    if (part->heading.length > 0) {
        if (!hz_report_plain(writing, part->heading, part->node, &heading))
            return false;
        element(writing, "h2", heading);
    }
    if (!content(writing, p, numbers))
        return false;
    add(writing, "</section>\n");
    return true;
}

static bool contents(struct hz_report_writing *writing)
{
    const struct hz_report *report = writing->document->report;
    struct hz_text heading;
    add(writing, "<nav aria-labelledby=\"contents\">\n");
    element(writing, "h2 id=\"contents\"", word(writing, HZ_WORD_CONTENTS));
    add(writing, "<ol>\n");
    for (size_t p = 0; p < report->parts; p++) {
        const struct hz_report_part *one = &report->part[p];
        if (one->heading.length == 0 ||
            (writing->document->result[p].is_left_out && one->otherwise.length == 0))
            continue;
        if (!hz_report_plain(writing, one->heading, one->node, &heading))
            return false;
        hz_buffer_format(&writing->out, "<li><a href=\"#p-%.*s\">",
                         HZ_TEXT_ARGS(hz_report_part_name(writing, p)));
        escape(writing, heading);
        add(writing, "</a></li>\n");
    }
    add(writing, "</ol>\n</nav>\n");
    return true;
}

/* The description, and the manifests of all commands, as hz_page_read finds them. */
static void appendix(struct hz_report_writing *writing)
{
    const struct hz_report_document *document = writing->document;
    add(writing, "<section id=\"proof\">\n");
    element(writing, "h2", word(writing, HZ_WORD_PROOFS));
    element(writing, "p", word(writing, HZ_WORD_PROOFS_NOTE));
    add(writing, "<pre>hz-audit verify report.html</pre>\n<div class=\"appendix\">\n<details>\n");
    element(writing, "summary", word(writing, HZ_WORD_DESCRIPTION));
    add(writing, HZ_PAGE_ORDER);
    escape(writing, document->order);
    add(writing, HZ_PAGE_END "\n" HZ_PAGE_DESCRIPTION);
    escape(writing, document->description);
    add(writing, HZ_PAGE_END "\n</details>\n");
    for (size_t p = 0; p < document->report->parts; p++) {
        const struct hz_report_result *result = &document->result[p];
        for (size_t r = 0; r < result->runs; r++) {
            add(writing, "<details>\n<summary>");
            escape(writing, word(writing, HZ_WORD_MANIFEST));
            hz_buffer_format(&writing->out, " %zu.%zu %s</summary>\n" HZ_PAGE_MANIFEST, p + 1,
                             r + 1, hz_manifest_program(result->run[r].manifest));
            escape(writing, result->run[r].text);
            add(writing, HZ_PAGE_END "\n</details>\n");
        }
    }
    add(writing, "</div>\n</section>\n");
}

static void begin(struct hz_report_writing *writing, struct hz_text title)
{
    add(writing, HZ_PAGE_BEGIN);
    hz_buffer_format(&writing->out, "<html lang=\"%s\">\n", is_zh(writing) ? "zh-CN" : "en");
    add(writing, "<head>\n<meta charset=\"utf-8\">\n"
                 "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                 "style-src 'unsafe-inline'; img-src data:\">\n"
                 "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                 "<link rel=\"icon\" href=\"data:,\">\n");
    element(writing, "title", title);
    add(writing, "<style>\n");
    add(writing, hz_page_style);
    add(writing, "</style>\n</head>\n<body>\n<header>\n");
    element(writing, "h1", title);
    add(writing, "</header>\n");
}

bool hz_report_html(struct hz_report_writing *writing)
{
    const struct hz_report *report = writing->document->report;
    struct numbers numbers = {0};
    struct hz_text title;
    if (!hz_report_plain(writing, report->title, report->tree.root, &title))
        return false;
    begin(writing, title);
    if (report->parts > 3 && !contents(writing))
        return false;
    add(writing, "<main>\n");
    for (size_t p = 0; p < report->parts; p++)
        if (!part(writing, p, &numbers))
            return false;
    add(writing, "</main>\n");
    appendix(writing);
    add(writing, "</body>\n</html>\n");
    return true;
}

/* prose.c: see prose.h. */

#include "report/prose.h"

#include "base/memory.h"

#include <cmark.h>
#include <stdlib.h>
#include <strings.h>

void hz_html_escape(struct hz_buffer *out, struct hz_text text)
{
    static const char signs[] = "<>&\"'";
    static const char *const names[] = {"&lt;", "&gt;", "&amp;", "&quot;", "&#39;"};
    for (size_t i = 0; i < text.length; i++) {
        const char c = text.at[i];
        const char *sign = c ? strchr(signs, c) : NULL;
        if (sign)
            hz_buffer_string(out, names[sign - signs]);
        else if ((unsigned char)c >= ' ' || c == '\n' || c == '\t')
            hz_buffer_char(out, c);
        else
            hz_buffer_char(out, '?'); /* no control sign is HTML */
    }
}

static void *allocate(size_t count, size_t size)
{
    return hz_allocate(count, size);
}

static void *reallocate(void *memory, size_t size)
{
    return hz_reallocate(memory, size, 1);
}

static cmark_mem memory = {allocate, reallocate, free};

struct prose {
    const struct hz_report_book *book;
    const struct hz_node *node;
    int heading;
    void (*mark)(struct hz_buffer *, const struct hz_report *, const struct hz_report_figure *);
    struct hz_arena *arena;
    struct hz_error *err;
};

static cmark_node *new_node(cmark_node_type type)
{
    return cmark_node_new_with_mem(type, &memory);
}

/* HTML becomes the text that it is. */
static void make_text(cmark_node *html)
{
    const bool is_block = cmark_node_get_type(html) == CMARK_NODE_HTML_BLOCK;
    cmark_node *text = new_node(CMARK_NODE_TEXT), *outer = text;
    cmark_node_set_literal(text, cmark_node_get_literal(html));
    if (is_block) {
        outer = new_node(CMARK_NODE_PARAGRAPH);
        cmark_node_append_child(outer, text);
    }
    cmark_node_replace(html, outer);
    cmark_node_free(html);
}

/* A picture becomes a link to it: nothing is fetched. */
static void make_link(cmark_node *image)
{
    cmark_node *link = new_node(CMARK_NODE_LINK), *child;
    cmark_node_set_url(link, cmark_node_get_url(image));
    while ((child = cmark_node_first_child(image))) {
        cmark_node_unlink(child);
        cmark_node_append_child(link, child);
    }
    if (!cmark_node_first_child(link)) {
        child = new_node(CMARK_NODE_TEXT);
        cmark_node_set_literal(child, cmark_node_get_url(image));
        cmark_node_append_child(link, child);
    }
    cmark_node_replace(image, link);
    cmark_node_free(image);
}

static bool is_safe(const char *url)
{
    static const char *const safe[] = {"http://", "https://", "mailto:", "#"};
    for (size_t s = 0; s < HZ_COUNT(safe); s++)
        if (strncasecmp(url, safe[s], strlen(safe[s])) == 0)
            return true;
    return false;
}

/* Plain text with its figures in marks, as HTML that stands for itself. */
static bool fill(const struct prose *prose, cmark_node *text)
{
    const char *at = cmark_node_get_literal(text), *open;
    struct hz_buffer html = {0};
    bool done = true;
    if (!strstr(at, "{{"))
        return true;
    while (done && (open = strstr(at, "{{"))) {
        const char *close = strstr(open, "}}");
        struct hz_report_figure figure;
        hz_html_escape(&html, (struct hz_text){at, (size_t)(open - at)});
        if (!close) {
            done = hz_error_set(prose->err, HZ_ERROR_DATA,
                                hz_tree_place(&prose->book->report->tree, prose->node),
                                _("\"{{\" has no \"}}\" in its paragraph"));
            break;
        }
        done = hz_report_quote(prose->book, (struct hz_text){open + 2, (size_t)(close - open - 2)},
                               prose->node, &figure, prose->arena, prose->err);
        if (done)
            prose->mark(&html, prose->book->report, &figure);
        at = close + 2;
    }
    hz_html_escape(&html, hz_text_of(at));
    hz_buffer_char(&html, '\0');
    if (done) {
        cmark_node *filled = new_node(CMARK_NODE_CUSTOM_INLINE);
        cmark_node_set_on_enter(filled, html.at);
        cmark_node_replace(text, filled);
        cmark_node_free(text);
    }
    hz_buffer_free(&html);
    return done;
}

/* The text beside a line's end; empty: something else is there. */
static struct hz_text beside(cmark_node *node)
{
    const bool is_text = node && cmark_node_get_type(node) == CMARK_NODE_TEXT;
    return hz_text_of(is_text ? cmark_node_get_literal(node) : "");
}

/* A Chinese sign is written in three bytes, a Chinese punctuation mark takes no blank beside it. */
static bool is_mark(struct hz_text text, bool is_end)
{
    static const char *const marks[] = {"，", "。", "；", "：", "、", "（",
                                        "）", "《", "》", "“",  "”"};
    for (size_t m = 0; m < HZ_COUNT(marks); m++) {
        const size_t length = strlen(marks[m]);
        if (text.length >= length &&
            memcmp(text.at + (is_end ? text.length - length : 0), marks[m], length) == 0)
            return true;
    }
    return false;
}

/*
 * Chinese has no blanks between words: a line's end between two Chinese signs is none, and neither
 * is one beside a punctuation mark.
 */
static void join_lines(cmark_node *line_end)
{
    const struct hz_text before = beside(cmark_node_previous(line_end));
    const struct hz_text after = beside(cmark_node_next(line_end));
    const bool are_wide = before.length > 0 && after.length > 0 &&
                          (unsigned char)before.at[before.length - 1] >= 0x80 &&
                          (unsigned char)after.at[0] >= 0x80;
    if (!are_wide && !is_mark(before, true) && !is_mark(after, false))
        return;
    cmark_node *nothing = new_node(CMARK_NODE_TEXT);
    cmark_node_set_literal(nothing, "");
    cmark_node_replace(line_end, nothing);
    cmark_node_free(line_end);
}

/* Code is plain: what stands in braces in it is replaced without a mark. */
static bool fill_code(const struct prose *prose, cmark_node *code)
{
    struct hz_buffer out = {0};
    const bool done = hz_report_fill(prose->book, hz_text_of(cmark_node_get_literal(code)),
                                     prose->node, &out, NULL, prose->arena, prose->err);
    hz_buffer_char(&out, '\0');
    if (done)
        cmark_node_set_literal(code, out.at);
    hz_buffer_free(&out);
    return done;
}

static bool change(const struct prose *prose, cmark_node *node)
{
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_HTML_BLOCK:
    case CMARK_NODE_HTML_INLINE:
        make_text(node);
        return true;
    case CMARK_NODE_SOFTBREAK:
        if (prose->book->report->language == HZ_REPORT_ZH)
            join_lines(node);
        return true;
    case CMARK_NODE_IMAGE:
        make_link(node);
        return true;
    case CMARK_NODE_LINK:
        if (!is_safe(cmark_node_get_url(node)))
            cmark_node_set_url(node, "");
        return true;
    case CMARK_NODE_HEADING: {
        const int level = cmark_node_get_heading_level(node) + prose->heading - 1;
        cmark_node_set_heading_level(node, level < 6 ? level : 6);
        return true;
    }
    default:
        return true;
    }
}

/* Every node once it has been left: then it may be replaced. */
static bool walk(const struct prose *prose, cmark_node *root, cmark_node_type only)
{
    cmark_iter *iterator = cmark_iter_new(root);
    cmark_event_type event;
    bool done = true;
    while (done && (event = cmark_iter_next(iterator)) != CMARK_EVENT_DONE) {
        cmark_node *node = cmark_iter_get_node(iterator);
        const cmark_node_type type = cmark_node_get_type(node);
        const bool is_leaf = type == CMARK_NODE_TEXT || type == CMARK_NODE_HTML_BLOCK ||
                             type == CMARK_NODE_HTML_INLINE || type == CMARK_NODE_SOFTBREAK ||
                             type == CMARK_NODE_CODE || type == CMARK_NODE_CODE_BLOCK;
        if (event != CMARK_EVENT_EXIT && !is_leaf)
            continue;
        if (only == CMARK_NODE_TEXT && type == CMARK_NODE_TEXT)
            done = fill(prose, node);
        else if (only == CMARK_NODE_TEXT &&
                 (type == CMARK_NODE_CODE || type == CMARK_NODE_CODE_BLOCK))
            done = fill_code(prose, node);
        else if (only == CMARK_NODE_NONE)
            done = change(prose, node);
    }
    cmark_iter_free(iterator);
    return done;
}

bool hz_prose_html(const struct hz_report_book *book, struct hz_text text,
                   const struct hz_node *node, int heading, struct hz_buffer *out,
                   void (*mark)(struct hz_buffer *out, const struct hz_report *report,
                                const struct hz_report_figure *figure),
                   struct hz_arena *arena, struct hz_error *err)
{
    const struct prose prose = {book, node, heading, mark, arena, err};
    cmark_parser *parser =
        cmark_parser_new_with_mem(CMARK_OPT_DEFAULT | CMARK_OPT_VALIDATE_UTF8, &memory);
    cmark_parser_feed(parser, text.at, text.length);
    cmark_node *root = cmark_parser_finish(parser);
    cmark_parser_free(parser);
    bool done = walk(&prose, root, CMARK_NODE_NONE);
    cmark_consolidate_text_nodes(root);
    done = done && walk(&prose, root, CMARK_NODE_TEXT);
    if (done) {
        char *html = cmark_render_html(root, CMARK_OPT_DEFAULT);
        hz_buffer_string(out, html);
        free(html);
    }
    cmark_node_free(root);
    return done;
}

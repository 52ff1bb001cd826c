/* page_picture.c: SVG as gnuplot writes it, for a page that has several: see page.h. */

#include "report/page.h"

#include "base/attr.h"

#include <ctype.h>
#include <strings.h>

/* What no picture of ours has. */
static const char *const refused[] = {"<script", "<foreignObject", "<iframe",  "<image", "<animate",
                                      "<set",    "javascript:",    "<!ENTITY", "<a ",    "@import"};

static const char *find(struct hz_text text, const char *what)
{
    const size_t length = strlen(what);
    for (size_t i = 0; i + length <= text.length; i++)
        if (strncasecmp(text.at + i, what, length) == 0)
            return text.at + i;
    return NULL;
}

/* An attribute that handles events: " onload=". */
static bool has_handler(struct hz_text svg)
{
    for (size_t i = 0; i + 4 < svg.length; i++) {
        if (!isspace((unsigned char)svg.at[i]) || strncasecmp(svg.at + i + 1, "on", 2) != 0)
            continue;
        size_t end = i + 3;
        while (end < svg.length && isalpha((unsigned char)svg.at[end]))
            end++;
        if (end > i + 3 && end < svg.length && svg.at[end] == '=')
            return true;
    }
    return false;
}

static bool refuse(struct hz_error *err, const char *what)
{
    return hz_error_set(err, HZ_ERROR_SYSTEM, HZ_NOWHERE, _("the picture has %s: it is left out"),
                        what);
}

/* The bytes of a title or description that gnuplot gives its pictures, which have captions here. */
static size_t is_comment(struct hz_text rest)
{
    static const char *const marks[][2] = {{"<title>", "</title>"}, {"<desc>", "</desc>"}};
    for (size_t m = 0; m < HZ_COUNT(marks); m++) {
        const char *end;
        if (rest.length > strlen(marks[m][0]) &&
            memcmp(rest.at, marks[m][0], strlen(marks[m][0])) == 0 &&
            (end = find(rest, marks[m][1])))
            return (size_t)(end - rest.at) + strlen(marks[m][1]);
    }
    return 0;
}

/* Behind what an id or the name of one comes. */
static size_t names_id(struct hz_text rest)
{
    static const char *const before[] = {" id='", " id=\"", "href='#", "href=\"#", "url(#"};
    for (size_t b = 0; b < HZ_COUNT(before); b++)
        if (rest.length >= strlen(before[b]) && memcmp(rest.at, before[b], strlen(before[b])) == 0)
            return strlen(before[b]);
    return 0;
}

static bool leads_outside(struct hz_text svg)
{
    for (size_t i = 0; i + 6 < svg.length; i++) {
        const char *at = svg.at + i;
        if (memcmp(at, "href=", 5) == 0 && at[6] != '#')
            return true;
        if (memcmp(at, "url(", 4) == 0 && at[4] != '#')
            return true;
    }
    return false;
}

bool hz_page_picture(struct hz_buffer *out, struct hz_text svg, struct hz_text name,
                     struct hz_error *err)
{
    const char *begin = find(svg, "<svg"), *end = find(svg, "</svg>");
    if (!begin || !end || end < begin)
        return refuse(err, _("no SVG"));
    svg = (struct hz_text){begin, (size_t)(end + strlen("</svg>") - begin)};
    for (size_t r = 0; r < HZ_COUNT(refused); r++)
        if (find(svg, refused[r]))
            return refuse(err, refused[r]);
    if (has_handler(svg) || leads_outside(svg) || find(svg, "<!--"))
        return refuse(err, _("handlers, comments or addresses"));
    for (size_t i = 0; i < svg.length;) {
        const struct hz_text rest = {svg.at + i, svg.length - i};
        const size_t before = names_id(rest), comment = is_comment(rest);
        if (comment > 0) {
            i += comment;
        } else if (before > 0) {
            hz_buffer_append(out, svg.at + i, before);
            hz_buffer_format(out, "%.*s-", HZ_TEXT_ARGS(name));
            i += before;
        } else {
            hz_buffer_char(out, svg.at[i++]);
        }
    }
    return true;
}

/* page_picture.c: SVG as gnuplot writes it, for a page that has several: see page.h. */

#include "report/page.h"

#include "base/attr.h"

#include <ctype.h>
#include <strings.h>

/* What pictures are made of: shapes and texts, and what these refer to within the picture. */
static const char *const elements[] = {
    "svg",     "g",       "defs",        "use",      "path",           "rect",     "circle",
    "ellipse", "line",    "text",        "tspan",    "polygon",        "polyline", "pattern",
    "filter",  "feFlood", "feComposite", "clipPath", "linearGradient", "stop",     NULL};

static const char *find(struct hz_text text, const char *what)
{
    const size_t length = strlen(what);
    for (size_t i = 0; i + length <= text.length; i++)
        if (strncasecmp(text.at + i, what, length) == 0)
            return text.at + i;
    return NULL;
}

static bool is_one_of(struct hz_text name, const char *const names[])
{
    while (*names && !hz_text_equal(name, hz_text_of(*names)))
        names++;
    return *names != NULL;
}

/* The name at the front, which moves behind it. */
static struct hz_text take_name(struct hz_text *rest)
{
    struct hz_text name = {rest->at, 0};
    while (name.length < rest->length &&
           (isalnum((unsigned char)name.at[name.length]) || name.at[name.length] == ':' ||
            name.at[name.length] == '-' || name.at[name.length] == '_'))
        name.length++;
    *rest = (struct hz_text){rest->at + name.length, rest->length - name.length};
    return name;
}

static void skip_blanks(struct hz_text *rest)
{
    while (rest->length > 0 && strchr(" \t\r\n", *rest->at))
        *rest = (struct hz_text){rest->at + 1, rest->length - 1};
}

static bool take(struct hz_text *rest, char c)
{
    if (rest->length == 0 || *rest->at != c)
        return false;
    *rest = (struct hz_text){rest->at + 1, rest->length - 1};
    return true;
}

/* No handler of events, no address but of this picture, nothing that hides behind an escape. */
static bool is_attribute(struct hz_text name, struct hz_text value)
{
    static const char address[] = "href";
    const size_t length = strlen(address);
    if (name.length == 0 || strncasecmp(name.at, "on", 2) == 0 ||
        memchr(value.at, '<', value.length) || memchr(value.at, '&', value.length) ||
        memchr(value.at, '\\', value.length))
        return false;
    if (hz_text_equal(name, hz_text_of("xmlns")) || hz_text_equal(name, hz_text_of("xmlns:xlink")))
        return true;
    if (name.length >= length && strncasecmp(name.at + name.length - length, address, length) == 0)
        return value.length > 0 && *value.at == '#';
    for (const char *url; (url = find(value, "url")); value.at = url + 4) {
        value.length -= (size_t)(url - value.at);
        if (value.length < 5 || memcmp(url, "url(#", 5) != 0)
            return false;
        value.length -= 4;
    }
    return !find(value, "script:") && !find(value, "@import") && !find(value, "expression");
}

/* A tag behind its "<", which moves behind its ">". */
static bool take_tag(struct hz_text *rest)
{
    const bool is_end = take(rest, '/');
    if (!is_one_of(take_name(rest), elements))
        return false;
    for (;;) {
        const size_t before = rest->length;
        skip_blanks(rest);
        take(rest, '/');
        if (take(rest, '>'))
            return true;
        const struct hz_text name = take_name(rest);
        skip_blanks(rest);
        if (is_end || rest->length == before || !take(rest, '='))
            return false;
        skip_blanks(rest);
        const char quote = rest->length > 0 ? *rest->at : '\0';
        if (quote != '"' && quote != '\'')
            return false;
        take(rest, quote);
        const char *end = memchr(rest->at, quote, rest->length);
        if (!end || !is_attribute(name, (struct hz_text){rest->at, (size_t)(end - rest->at)}))
            return false;
        *rest = (struct hz_text){end + 1, rest->length - (size_t)(end + 1 - rest->at)};
    }
}

bool hz_page_picture_is_plain(struct hz_text svg)
{
    static const char front[] = "<svg";
    if (svg.length < strlen(front) || memcmp(svg.at, front, strlen(front)) != 0)
        return false;
    for (struct hz_text rest = svg; rest.length > 0;) {
        if (!take(&rest, '<'))
            take(&rest, *rest.at);
        else if (!take_tag(&rest))
            return false;
    }
    return true;
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

bool hz_page_picture(struct hz_buffer *out, struct hz_text svg, struct hz_text name,
                     struct hz_error *err)
{
    const char *begin = find(svg, "<svg"), *end = find(svg, "</svg>");
    if (!begin || !end || end < begin)
        return refuse(err, _("no SVG"));
    svg = (struct hz_text){begin, (size_t)(end + strlen("</svg>") - begin)};
    const size_t before_all = out->length;
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
    if (hz_page_picture_is_plain((struct hz_text){out->at + before_all, out->length - before_all}))
        return true;
    out->length = before_all;
    return refuse(err, _("more in it than shapes and texts"));
}

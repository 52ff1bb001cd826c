/*
 * prose.h: Markdown as HTML, by cmark. A description may be a stranger's: nothing in its texts
 * runs, loads or hides anything.
 */

#ifndef HZ_REPORT_PROSE_H
#define HZ_REPORT_PROSE_H

#include "base/linkage.h"
#include "report/quote.h"

HZ_BEGIN_C

/*
 * Appends a text in CommonMark as HTML, its headings from level `heading` on. What stands in braces
 * is replaced, a figure by `mark`. HTML in the text is text; a picture becomes a link to it; links
 * lead to http, https, mailto or a place in the document. Refused: as by hz_report_fill.
 */
HZ_MUST_USE bool hz_prose_html(const struct hz_report_book *book, struct hz_text text,
                               const struct hz_node *node, int heading, struct hz_buffer *out,
                               void (*mark)(struct hz_buffer *out, const struct hz_report *report,
                                            const struct hz_report_figure *figure),
                               struct hz_arena *arena, struct hz_error *err);

/* Appends a text with the signs escaped that mean something in HTML, its attributes included. */
void hz_html_escape(struct hz_buffer *out, struct hz_text text);

HZ_END_C

#endif

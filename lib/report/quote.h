/* quote.h: what stands in {{ }}: a parameter, or a cell of what a part's pipeline printed. */

#ifndef HZ_REPORT_QUOTE_H
#define HZ_REPORT_QUOTE_H

#include "base/linkage.h"
#include "file/sheet.h"
#include "report/description.h"

HZ_BEGIN_C

/* What can be quoted. */
struct hz_report_book {
    const struct hz_report *report;
    const struct hz_sheet *const
        *sheet;       /* what each part's pipeline printed, or NULL; NULL: nothing */
    bool has_persons; /* cells that name persons may be quoted */
};

/* What a quotation became. */
struct hz_report_figure {
    struct hz_text text; /* as it stands in a sentence */
    int part;            /* whose table it is from; -1: it is a parameter */
};

/*
 * Looks up what stands in the braces, as huzhu-report(5) says; `node` is where, for messages.
 * Refused (data): no such name, row or column; an empty cell, or more than one; a cell that names
 * persons.
 */
HZ_MUST_USE bool hz_report_quote(const struct hz_report_book *book, struct hz_text inside,
                                 const struct hz_node *node, struct hz_report_figure *figure,
                                 struct hz_arena *arena, struct hz_error *err);

/*
 * Appends a plain text with everything in braces replaced. `mark`, or NULL, appends a figure in its
 * stead: as a link. Refused: as above, and (data) braces that are not closed.
 */
HZ_MUST_USE bool hz_report_fill(const struct hz_report_book *book, struct hz_text text,
                                const struct hz_node *node, struct hz_buffer *out,
                                void (*mark)(struct hz_buffer *out, const struct hz_report *report,
                                             const struct hz_report_figure *figure),
                                struct hz_arena *arena, struct hz_error *err);

HZ_END_C

#endif

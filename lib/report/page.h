/*
 * page.h: pieces of the HTML of reports, and what hz-audit verify finds in it again. A page holds
 * all that proves it: its description, what was asked for, the manifest of each command that was
 * run, and its pictures, each between marks that are looked for when it is read.
 */

#ifndef HZ_REPORT_PAGE_H
#define HZ_REPORT_PAGE_H

#include "base/arena.h"
#include "base/error.h"
#include "base/linkage.h"
#include "base/text.h"

HZ_BEGIN_C

/* The style sheet: for screens and for A4, without anything from elsewhere. */
extern const char hz_page_style[];

/*
 * What a report's file holds, for proving it again: texts as they were before they were escaped, in
 * the order of the file, and what stands where pictures do.
 */
struct hz_page {
    struct hz_text description, order; /* see hz_report_document */
    const struct hz_text *manifest;
    size_t manifests;
    const struct hz_text *picture;
    size_t pictures;
};

/* True of bytes that begin as a report does. */
bool hz_page_is_one(struct hz_text bytes);

/* Refused (data): a file in which one of these is missing. */
HZ_MUST_USE bool hz_page_read(struct hz_page *page, const char *name, struct hz_text bytes,
                              struct hz_arena *arena, struct hz_error *err);

/*
 * Appends a picture made for this page: SVG, its ids preceded by a name, so that pictures in one
 * page stay apart, and with its size as the viewBox. Refused (system): what is no SVG, or has
 * anything in it but shapes and texts: scripts, handlers, addresses of other files.
 */
HZ_MUST_USE bool hz_page_picture(struct hz_buffer *out, struct hz_text svg, struct hz_text name,
                                 struct hz_error *err);

/*
 * True of a picture, as it stands in a page, that is plain: shapes and texts, no addresses but of
 * its own pieces, no scripts, no handlers.
 */
bool hz_page_picture_is_plain(struct hz_text svg);

/* The marks, which stand once, but for those of manifests and pictures. */
#define HZ_PAGE_BEGIN "<!DOCTYPE html>\n<!-- hz-report 1 -->\n"
#define HZ_PAGE_DESCRIPTION "<pre id=\"hz-description\">"
#define HZ_PAGE_ORDER "<pre id=\"hz-order\">"
#define HZ_PAGE_MANIFEST "<pre class=\"hz-manifest\">"
#define HZ_PAGE_END "</pre>"
#define HZ_PAGE_PICTURE "<!-- picture -->\n"
#define HZ_PAGE_PICTURE_END "\n<!-- end of picture -->"

HZ_END_C

#endif

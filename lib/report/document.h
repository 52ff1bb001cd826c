/*
 * document.h: a report whose pipelines have run, written as HTML, as Markdown or as a workbook.
 * The same document gives the same bytes.
 */

#ifndef HZ_REPORT_DOCUMENT_H
#define HZ_REPORT_DOCUMENT_H

#include "base/linkage.h"
#include "file/output.h"
#include "report/grid.h"
#include "report/quote.h"
#include "stream/manifest.h"

HZ_BEGIN_C

/* A command that was run. */
struct hz_report_run {
    const struct hz_manifest *manifest;
    struct hz_text text; /* its manifest */
};

/* What a part's pipeline gave; zeroed: it has none, or was left out. */
struct hz_report_result {
    bool is_left_out; /* an input that it needs was not given */
    const struct hz_sheet *sheet;
    const struct hz_report_run *run;
    size_t runs;
    struct hz_text picture; /* SVG; of no length: there is none */
    const char *why_not;    /* no picture; NULL: none is wanted */
};

/* All that a document is made of; borrowed. */
struct hz_report_document {
    const struct hz_report *report;
    const struct hz_report_result *result; /* one a part */
    const char *name;                      /* of the description's file, without folders */
    struct hz_text description;            /* its bytes */
    struct hz_text order;                  /* what was asked for, for hz-audit verify */
    bool has_persons;
};

/* How it is written. */
enum hz_report_format { HZ_REPORT_HTML, HZ_REPORT_XLSX, HZ_REPORT_MD };
extern const char *const hz_report_formats[]; /* html, xlsx, md, NULL */

/*
 * Appends it, or, a workbook, writes it to the output. Refused (data): a figure that is quoted and
 * does not exist; a table or a text with what names a person, unless it has persons; what
 * hz_report_grid refuses.
 */
HZ_MUST_USE bool hz_report_write(const struct hz_report_document *document,
                                 enum hz_report_format format, struct hz_buffer *text,
                                 struct hz_output *workbook, struct hz_error *err);

/* ---- For the writers */

/* A document being written. */
struct hz_report_writing {
    const struct hz_report_document *document;
    struct hz_report_book book;
    const struct hz_report_grid *grid; /* of each part that shows a table, else without columns */
    struct hz_buffer out;
    struct hz_arena *arena;
    struct hz_error *err;
};

/*
 * A text of the description with everything in braces replaced, and no number that is a person's.
 */
HZ_MUST_USE bool hz_report_plain(struct hz_report_writing *writing, struct hz_text text,
                                 const struct hz_node *node, struct hz_text *filled);

/* Appends a cell as people read it: thousands set apart where its column says so. */
void hz_report_cell(struct hz_buffer *out, const struct hz_report_grid *grid, size_t row,
                    size_t column);

/* Appends a heading with the unit of its amounts behind it. */
void hz_report_column_heading(struct hz_buffer *out, const struct hz_report *report,
                              const struct hz_report_grid *grid, size_t column);

/* The name of a part in the document: its own, or "part-3". */
struct hz_text hz_report_part_name(const struct hz_report_writing *writing, size_t part);

/* How many records a part's commands have read and rejected; false if they read none. */
bool hz_report_records(const struct hz_report_result *result, int64_t *read, int64_t *rejected);

/* A command line as its manifest has it. */
void hz_report_command_line(struct hz_buffer *out, const struct hz_manifest *manifest);

/*
 * The document in one format: HTML and Markdown into `out`, the workbook, a sheet a table, into the
 * output. False, or `err` of the workbook's: what hz_report_write refuses.
 */
bool hz_report_html(struct hz_report_writing *writing);
bool hz_report_markdown(struct hz_report_writing *writing);
void hz_report_workbook(struct hz_report_writing *writing, struct hz_output *output);

HZ_END_C

#endif

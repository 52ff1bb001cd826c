/*
 * xlsx_book.h: what a workbook says beside its sheets: their names and parts, its date system,
 * which cell styles show days, its shared strings. For lib/file/xlsx_*.c alone.
 *
 * In a workbook a cell of text is mostly the number of a shared string, and a day is a number whose
 * style says that it is one: no sheet can be read before these parts are. They are the only part of
 * a workbook that is held in memory whole.
 *
 * Source: ECMA-376 part 1, 18.2 (workbook), 18.4 (shared strings), 18.8 (styles).
 */

#ifndef HZ_FILE_XLSX_BOOK_H
#define HZ_FILE_XLSX_BOOK_H

#include "base/arena.h"
#include "base/error.h"
#include "base/linkage.h"
#include "base/text.h"

HZ_BEGIN_C

struct zip; /* of libzip */

struct hz_xlsx_entry {
    const char *name, *path; /* of the part; NULL: no sheet of cells (a chart) */
    bool is_hidden;
};

struct hz_xlsx_book {
    struct zip *zip;
    const char *file; /* for messages; borrowed */
    struct hz_arena arena;
    bool is_1904;
    struct hz_xlsx_entry *sheet; /* in order */
    size_t sheets;
    bool *is_date; /* by cell style */
    size_t styles;
    struct hz_buffer text; /* of the shared strings, one behind the other */
    uint64_t *string_end;
    size_t strings;
};

/* Reads all of that of an open zip file. Refused (data): one that is no workbook, or is damaged. */
HZ_MUST_USE bool hz_xlsx_book_read(struct hz_xlsx_book *book, struct hz_error *err);

/* Frees what was read; not the zip file. */
void hz_xlsx_book_free(struct hz_xlsx_book *book);

/* A shared string; false if there is none of the number. */
bool hz_xlsx_string(const struct hz_xlsx_book *book, size_t number, struct hz_text *text);

/* Decodes the signs that XML cannot hold, written _x000A_, from an offset of the text on. */
void hz_xlsx_unescape(struct hz_buffer *text, size_t from);

HZ_END_C

#endif

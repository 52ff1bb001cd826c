/*
 * xlsx_read.h: a sheet of a workbook (.xlsx: ECMA-376) as the bytes of a CSV file, so that whatever
 * is done with CSV files is done with workbooks too.
 *
 * A row of the sheet is a line; rows that are not there are empty lines. Dates are written as
 * YYYY-MM-DD by their cells' formats and the workbook's own date system, numbers in plain digits
 * whatever their format shows, truth as TRUE and FALSE, a formula as the value stored with it.
 * Texts are quoted where CSV asks for it. All rows have the fields of the widest of the first 20.
 *
 * The sheet is read in steps and in constant memory. What is kept are the workbook's shared
 * strings, at their length and eight bytes each, and eight bytes a row that has line ends in its
 * cells.
 */

#ifndef HZ_FILE_XLSX_READ_H
#define HZ_FILE_XLSX_READ_H

#include "base/error.h"
#include "base/linkage.h"
#include "base/text.h"

#include <stdio.h>

HZ_BEGIN_C

enum {
    HZ_XLSX_ROWS = 1 << 20,         /* what a sheet may have */
    HZ_XLSX_COLUMNS = 1 << 14,      /* likewise */
    HZ_XLSX_ROW_BYTES = 1 << 20,    /* the longest row */
    HZ_XLSX_STRING_BYTES = 1 << 30, /* all shared strings together */
    HZ_XLSX_DATE_SYSTEM_DAYS =
        1462, /* from the first day of the 1900 system to the 1904 system's */
};

/* True if a file's first bytes are those of a zip file that may be a workbook: no .ods. */
bool hz_xlsx_is_one(struct hz_text beginning);

struct hz_xlsx;

/*
 * Opens a workbook: a seekable file, which the workbook closes, also when it is refused; or bytes
 * in memory, which must outlive it. `name` is what messages call it, `sheet` the sheet's name, NULL
 * for the first that is not hidden. Refused (data): a zip file that is no workbook, or another kind
 * of workbook; a damaged, truncated or locked one; a zip bomb; (usage) a sheet that is not there.
 */
HZ_MUST_USE bool hz_xlsx_open(struct hz_xlsx **book, FILE *file, const char *name,
                              const char *sheet, struct hz_error *err);
HZ_MUST_USE bool hz_xlsx_open_bytes(struct hz_xlsx **book, struct hz_text bytes, const char *name,
                                    const char *sheet, struct hz_error *err);
void hz_xlsx_close(struct hz_xlsx *book); /* NULL is fine */

/*
 * The next bytes of the CSV, at most `room`; *length 0 at the end. Refused (data): what no workbook
 * holds, such as more than 16,384 columns, 1,048,576 rows, a row of more than a megabyte.
 */
HZ_MUST_USE bool hz_xlsx_read(struct hz_xlsx *book, char *to, size_t room, size_t *length,
                              struct hz_error *err);

/* Frees all but what the functions below need. */
void hz_xlsx_end(struct hz_xlsx *book);

/* The sheet's name, and whether the workbook's days count from 1904. */
const char *hz_xlsx_sheet(const struct hz_xlsx *book);
bool hz_xlsx_is_1904(const struct hz_xlsx *book);

/*
 * The row of the sheet, from 1, in which a line of the CSV, from 1, lies. Safe while others read.
 */
uint64_t hz_xlsx_row(struct hz_xlsx *book, uint64_t line);

/*
 * What a person should know, for a message: at the beginning, which sheet of several was read; at
 * the end, what was hidden, and formulas without a value. NULL: nothing. They live as long as the
 * book.
 */
const char *hz_xlsx_remark(const struct hz_xlsx *book);
const char *hz_xlsx_closing_remark(const struct hz_xlsx *book);

HZ_END_C

#endif

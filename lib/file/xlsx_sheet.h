/*
 * xlsx_sheet.h: the rows of a workbook's sheet as lines of CSV. For lib/file/xlsx_*.c alone.
 *
 * A step parses a block of the sheet's part and appends the lines that it ends; the state between
 * two steps is one unfinished row. What xlsx_read.h says of cells is done here: the type of a cell
 * says where its text is (ECMA-376 part 1, 18.3.1.4), its style whether a number is a day. All rows
 * get the fields of the widest of the first twenty, since the sheet's own dimension is often wrong.
 */

#ifndef HZ_FILE_XLSX_SHEET_H
#define HZ_FILE_XLSX_SHEET_H

#include "base/linkage.h"
#include "file/xlsx_book.h"

HZ_BEGIN_C

/* From a line of the CSV on, the rows are these: kept where a cell has line ends in it. */
struct hz_xlsx_jump {
    uint32_t line, row;
};

/* What the sheet holds that its values do not show; rows and columns from 1, 0: none. */
struct hz_xlsx_seen {
    uint64_t hidden_rows, first_hidden;
    uint64_t hidden_columns;
    bool has_filter;
    uint64_t merged_down;  /* cells merged over several rows, of which the first has the value */
    char first_merged[32]; /* such as "E2:E4" */
    uint64_t faults, fault_row, fault_column;               /* values such as #N/A */
    uint64_t uncomputed, uncomputed_row, uncomputed_column; /* formulas without a value */
    uint64_t rounded, rounded_row, rounded_column; /* numbers from 10^15 on: digits may be lost */
};

struct hz_xlsx_sheet;

/*
 * Opens a sheet of a book that must outlive it. Refused (data): a part that is not there, a bomb.
 */
HZ_MUST_USE bool hz_xlsx_sheet_open(struct hz_xlsx_sheet **sheet, const struct hz_xlsx_book *book,
                                    const struct hz_xlsx_entry *entry, struct hz_error *err);
void hz_xlsx_sheet_close(struct hz_xlsx_sheet *sheet); /* NULL is fine */

/* Appends the next lines, some of them or none yet, to `out`; *is_over at the end. */
HZ_MUST_USE bool hz_xlsx_sheet_step(struct hz_xlsx_sheet *sheet, struct hz_buffer *out,
                                    struct hz_buffer *jumps, bool *is_over, struct hz_error *err);

/* What it has seen up to now; all of it once the last step was done. Borrowed from the sheet. */
const struct hz_xlsx_seen *hz_xlsx_sheet_seen(const struct hz_xlsx_sheet *sheet);

HZ_END_C

#endif

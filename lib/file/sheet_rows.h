/* sheet_rows.h: the header and the rows of a small table, taken from the bytes of its CSV. */

#ifndef HZ_FILE_SHEET_ROWS_H
#define HZ_FILE_SHEET_ROWS_H

#include "file/json_rows.h"
#include "file/sheet.h"
#include "file/xlsx_read.h"

HZ_BEGIN_C

/* What the CSV was made of; both NULL: it is the file's own. */
struct hz_sheet_origin {
    struct hz_xlsx *book;
    struct hz_json *json;
};

/*
 * Fills the sheet, of which file and sheet are set. The bytes are UTF-8, end with a newline and are
 * kept by the arena. Refused: as hz_sheet_read says.
 */
HZ_MUST_USE bool hz_sheet_rows(struct hz_sheet *sheet, struct hz_sheet_origin of,
                               struct hz_text bytes, const struct hz_sheet_order *order,
                               struct hz_arena *arena, struct hz_error *err);

HZ_END_C

#endif

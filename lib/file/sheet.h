/*
 * sheet.h: a small CSV table read whole: triangles, yearly figures, reserves, exposures. For
 * records by the million see fold.h.
 */

#ifndef HZ_FILE_SHEET_H
#define HZ_FILE_SHEET_H

#include "base/arena.h"
#include "base/error.h"
#include "base/linkage.h"
#include "base/text.h"
#include "file/forms.h"
#include "file/header.h"

HZ_BEGIN_C

/* How a table is read, as said on the command line; zeroed: as it looks. */
struct hz_sheet_order {
    const char *sheet;    /* of a workbook; NULL: the first */
    const char *encoding; /* as iconv names it; NULL: UTF-8, or what the bytes show */
    struct hz_header_order header;
    struct hz_forms forms;
};

/* Rows and columns count from 0. Everything in it is owned by the arena it was read into. */
struct hz_sheet {
    const char *file;      /* as the user knows it */
    const char *sheet;     /* of a workbook (xlsx_read.h); NULL: it is none */
    struct hz_text before; /* the header: comments, titles, blank lines, as they are */
    size_t columns;
    const struct hz_text *header;
    size_t rows;
    const struct hz_text *cell; /* rows x columns, as hz_form_text leaves them, row by row */
    const uint64_t *line;       /* of each row, from 1; of a workbook, its row */
    const uint32_t
        *offset; /* of each cell in its line, in bytes from 1; of a workbook, its column */
    struct hz_forms forms; /* how its cells are meant */
};

/*
 * Reads a table with a header from a file, NULL or "-" for stdin, as huzhu-files(7) says: header.h
 * finds the header and forms.h reads the cells, as for records. Comment lines ("# ..."), lines
 * before the header, blank rows, a row of units and the header once more are skipped; what is not
 * said by a comment is remarked on (remark.h). Refused (data): no header, a column named twice, a
 * row with too few or too many fields, an unclosed quote, a row that is not in the file's encoding,
 * a file that is not text; (system) one that cannot be read, and a table of more than a gigabyte.
 */
HZ_MUST_USE bool hz_sheet_read(struct hz_sheet *sheet, const char *path, struct hz_arena *arena,
                               struct hz_error *err);

/* The same, as was said. Refused (usage): an encoding that is not known. */
HZ_MUST_USE bool hz_sheet_read_as(struct hz_sheet *sheet, const char *path,
                                  const struct hz_sheet_order *order, struct hz_arena *arena,
                                  struct hz_error *err);

/*
 * The same of bytes in memory, which may go afterwards; `name`, borrowed, is what messages call
 * them.
 */
HZ_MUST_USE bool hz_sheet_parse(struct hz_sheet *sheet, const char *name, struct hz_text bytes,
                                struct hz_arena *arena, struct hz_error *err);

/* The index of a column by its name (hz_header_same), or by one that means the same; or -1. */
int hz_sheet_column(const struct hz_sheet *sheet, const char *name);
int hz_sheet_column_of(const struct hz_sheet *sheet, struct hz_text name);

/*
 * The same, refused (data) when there is none: the message lists those that there are, and the
 * nearest.
 */
HZ_MUST_USE bool hz_sheet_find(const struct hz_sheet *sheet, const char *name, int *column,
                               struct hz_error *err);

struct hz_text hz_sheet_cell(const struct hz_sheet *sheet, size_t row, int column);

/* The same for a message, where a date or a number should stand: no name. */
struct hz_text hz_sheet_shown(const struct hz_sheet *sheet, size_t row, int column);

/* For messages about a cell, and about all of the sheet. */
struct hz_place hz_sheet_place(const struct hz_sheet *sheet, size_t row, int column);
struct hz_place hz_sheet_whole(const struct hz_sheet *sheet);

/*
 * The zeros of 万 (4) or 亿 (8) that a cell ends in, else 0; behind them may stand what is counted
 * (元, 人, 人次, 件, 份, 例). *length is what stands before both.
 */
int hz_sheet_unit(struct hz_text cell, size_t *length);

/*
 * A cell as a finite number, in the forms of hz_form_number, also one in 万 or 亿; % and empty
 * cells are refused (data).
 */
HZ_MUST_USE bool hz_sheet_number(const struct hz_sheet *sheet, size_t row, int column,
                                 double *number, struct hz_error *err);

/* A cell as an amount, in the forms of hz_form_money. Refused (data): empty, or anything else. */
HZ_MUST_USE bool hz_sheet_money(const struct hz_sheet *sheet, size_t row, int column, hz_fen *fen,
                                struct hz_error *err);

/* A cell as a whole number; as that of a year, also 2021年 and 2021年度. */
HZ_MUST_USE bool hz_sheet_integer(const struct hz_sheet *sheet, size_t row, int column,
                                  int64_t *number, struct hz_error *err);
HZ_MUST_USE bool hz_sheet_year(const struct hz_sheet *sheet, size_t row, int column, int64_t *year,
                               struct hz_error *err);

HZ_END_C

#endif

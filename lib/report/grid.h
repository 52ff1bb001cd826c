/*
 * grid.h: what of a table a part shows: rows chosen, sorted and numbered, columns chosen or spread
 * out.
 */

#ifndef HZ_REPORT_GRID_H
#define HZ_REPORT_GRID_H

#include "base/linkage.h"
#include "file/sheet.h"
#include "report/description.h"

HZ_BEGIN_C

/* What a column's cells are. */
enum hz_report_kind {
    HZ_KIND_LABEL,   /* texts, codes, years: as they are */
    HZ_KIND_NUMBER,  /* as they are, to the right */
    HZ_KIND_OTHER,   /* a name that says nothing: numbers if they are numbers, else labels */
    HZ_KIND_COUNT,   /* thousands are set apart */
    HZ_KIND_AMOUNT,  /* so too, and yuan in the unit of the report */
    HZ_KIND_MEAN,    /* yuan for one: never in another unit */
    HZ_KIND_PERCENT, /* numbers; in sentences with a sign behind them */
    HZ_KIND_POINTS,  /* percentage points */
};

/* Whether a name in "columns" means this column: "name", or "name?" where it may be missing. */
bool hz_report_column_is(struct hz_text listed, struct hz_text column);

/* What the cells of a column are, by its name and those beside it, and by their decimals. */
enum hz_report_kind hz_report_kind_of(const struct hz_sheet *sheet, int column);

/* The heading of a column in the language, by headings.h; the name itself if it has none. */
struct hz_text hz_report_heading(enum hz_report_language language, struct hz_text column,
                                 struct hz_arena *arena);

/* A label in a column in the language: in Chinese by codes.h, "合计" for total. */
struct hz_text hz_report_label(enum hz_report_language language, struct hz_text column,
                               struct hz_text text);

struct hz_report_column {
    struct hz_text heading;
    enum hz_report_kind kind;
};

struct hz_report_grid {
    size_t columns, rows,
        labels; /* labels: the columns at the front that say what a row is about */
    const struct hz_report_column *column;
    const struct hz_text *cell; /* rows x columns; numbers plain, amounts in the unit */
    const bool *is_total;       /* of each row */
    enum hz_report_unit unit;
    bool has_amounts;
    bool is_spread; /* across: its columns are all of one kind */
};

/*
 * The grid of a part, which lives as long as the arena and the sheet. Refused (data): a column
 * that the table does not have; two rows for one cell of a table that is spread out.
 */
HZ_MUST_USE bool hz_report_grid(struct hz_report_grid *grid, const struct hz_report *report,
                                const struct hz_report_part *part, const struct hz_sheet *sheet,
                                struct hz_arena *arena, struct hz_error *err);

/*
 * The rows that a part shows, with all columns as they were printed: what a picture is drawn from.
 */
HZ_MUST_USE bool hz_report_chosen(struct hz_sheet *chosen, const struct hz_report *report,
                                  const struct hz_report_part *part, const struct hz_sheet *sheet,
                                  struct hz_arena *arena, struct hz_error *err);

/* True of a plain decimal number: "-1234.50". */
bool hz_report_is_number(struct hz_text text);

/*
 * Appends a plain number divided by 10^shift, rounded half away from zero to so many decimals; -1:
 * as many as it has and, of a shift, two. Exact.
 */
void hz_report_scale(struct hz_buffer *out, struct hz_text number, int shift, int decimals);

/* Appends a number with thousands set apart: "1,234,567.89". Else the text. */
void hz_report_group(struct hz_buffer *out, struct hz_text number);

/* The zeros of a unit: 0, 4, 8. */
int hz_report_shift(enum hz_report_unit unit);

HZ_END_C

#endif

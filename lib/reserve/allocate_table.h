/* allocate_table.h: a total shared out to the rows of a table. */

#ifndef HZ_RESERVE_ALLOCATE_TABLE_H
#define HZ_RESERVE_ALLOCATE_TABLE_H

#include "base/linkage.h"
#include "base/money.h"
#include "file/sheet.h"
#include "file/table.h"

HZ_BEGIN_C

/* What is shared out, and how. */
struct hz_allocate_order {
    const char *total;  /* as it was written, in yuan */
    const char *key;    /* the column that it goes by */
    const char *method; /* only the rows of this one; NULL: all */
};

/*
 * The columns of the table as they stand, then share (of the key, nine decimals) and allocated
 * (yuan): a row for each of the table. Of a result of hz-reserve, which has a column origin with
 * rows called total, only these. Allocated amounts add up to the total (reserve/apportion.h).
 *
 * Refused (usage): a total that is not an amount; a method, if the table has no such column.
 * Refused (data), with the line: a key that is not a number of nine decimals at most, or is
 * negative; rows of several methods, if none is chosen; no row; what hz_apportion refuses; a column
 * that is called like one of the result.
 */
HZ_MUST_USE bool hz_allocate_table(const struct hz_allocate_order *order,
                                   const struct hz_sheet *sheet, struct hz_table *out,
                                   struct hz_error *err);

HZ_END_C

#endif

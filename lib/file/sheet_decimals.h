/* sheet_decimals.h: how exactly a table's figures are written. */

#ifndef HZ_FILE_SHEET_DECIMALS_H
#define HZ_FILE_SHEET_DECIMALS_H

#include "base/linkage.h"
#include "file/sheet.h"

HZ_BEGIN_C

/* The most digits behind the point that a number in a column has, up to 15. */
int hz_sheet_decimals(const struct hz_sheet *sheet, int column);

HZ_END_C

#endif

/* sheet_decimals.h: how exactly a table's figures are written. */

#ifndef HZ_FILE_SHEET_DECIMALS_H
#define HZ_FILE_SHEET_DECIMALS_H

#include "file/sheet.h"

/* The most digits behind the point that a number in a column has, up to 15. */
int hz_sheet_decimals(const struct hz_sheet *sheet, int column);

#endif

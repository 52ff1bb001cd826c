/* decimals.h: how exactly a table's figures are written. */

#ifndef HZ_RECORD_DECIMALS_H
#define HZ_RECORD_DECIMALS_H

#include "stream/sheet.h"

/* The most digits behind the point that a number in a column has, up to 15. */
int hz_sheet_decimals(const struct hz_sheet *sheet, int column);

#endif

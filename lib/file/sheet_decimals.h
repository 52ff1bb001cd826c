/*
 * sheet_decimals.h: how exactly a table's figures are written: a published ratio of 12.3 % says
 * that the true one is between 12.25 and 12.35, and what follows from it can be no more exact.
 * hz-ratios holds published figures against each other by these bounds.
 */

#ifndef HZ_FILE_SHEET_DECIMALS_H
#define HZ_FILE_SHEET_DECIMALS_H

#include "base/linkage.h"
#include "file/sheet.h"

HZ_BEGIN_C

/* The most digits behind the point that a number in a column has, up to 15; 0 for no number. */
int hz_sheet_decimals(const struct hz_sheet *sheet, int column);

HZ_END_C

#endif

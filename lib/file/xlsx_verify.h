/* xlsx_verify.h: whether a workbook that was written is whole. */

#ifndef HZ_FILE_XLSX_VERIFY_H
#define HZ_FILE_XLSX_VERIFY_H

#include "base/linkage.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

HZ_BEGIN_C

/*
 * Reads a workbook back from its file: whether every part unpacks with its checksum and is XML from
 * its beginning to its end, and the sheets have so many cells in all. The library that writes
 * workbooks does not look at what became of its own writes. The file stays open, its position
 * anywhere.
 */
bool hz_xlsx_is_whole(FILE *file, uint64_t cells);

HZ_END_C

#endif

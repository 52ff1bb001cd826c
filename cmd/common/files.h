/* files.h: how files are read and written, from the shared options. */

#ifndef HZ_COMMON_FILES_H
#define HZ_COMMON_FILES_H

#include "file/output.h"
#include "file/sheet.h"

/* What was said of the files that are read. Refused (usage): a delimiter that is none. */
HZ_MUST_USE bool hz_files_said(struct hz_sheet_order *order, struct hz_error *err);

/* Begins an output of CSV or TSV with a byte order mark, where that is asked for. */
void hz_files_begin(struct hz_output *output, bool is_csv);

#endif

/*
 * sheet_names.h: the names that small tables' columns have here, and others that mean the same:
 * 出险年度 for origin.
 *
 * A table asks for its columns by our name (hz_sheet_find), and finds them under either. Columns of
 * records, which are read by the million, have their own list (file/columns.h).
 */

#ifndef HZ_FILE_SHEET_NAMES_H
#define HZ_FILE_SHEET_NAMES_H

#include "base/linkage.h"
#include "base/text.h"

HZ_BEGIN_C

struct hz_sheet_name {
    const char *theirs, *ours;
    bool is_figure; /* found by either name, and printed as it stands: a series has its own name */
};

/* Theirs as hz_text_trim leaves it. Ends with a row of NULLs. */
extern const struct hz_sheet_name hz_sheet_names[];

/* The row of a header in Chinese, or NULL: it goes by itself. */
const struct hz_sheet_name *hz_sheet_name(struct hz_text header);

HZ_END_C

#endif

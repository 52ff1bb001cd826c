/* sheet_names.h: the names that small tables' columns have here, and others that mean the same. */

#ifndef HZ_FILE_SHEET_NAMES_H
#define HZ_FILE_SHEET_NAMES_H

#include "base/linkage.h"
#include "base/text.h"

HZ_BEGIN_C

struct hz_sheet_name {
    const char *theirs, *ours;
    bool is_figure; /* found by either name, and printed as it stands: a series has its own name */
};

/* Ends with a row of NULLs. */
extern const struct hz_sheet_name hz_sheet_names[];

/* The row of a header in Chinese, or NULL: it goes by itself. */
const struct hz_sheet_name *hz_sheet_name(struct hz_text header);

HZ_END_C

#endif

/*
 * columns.h: the one name that each column of records has here, whatever a roster, a claims system
 * or an export of the national medical-insurance interface calls it. huzhu-records(5) explains
 * them.
 */

#ifndef HZ_STREAM_COLUMNS_H
#define HZ_STREAM_COLUMNS_H

#include "base/linkage.h"
#include "base/text.h"

HZ_BEGIN_C

/*
 * The canonical name of a column that is known by another name, or NULL if the header is no alias:
 * then it goes by itself. Names are compared as file/header.h says.
 */
const char *hz_column_canonical(struct hz_text header);

/* True for a canonical name that has aliases. */
bool hz_column_is_canonical(struct hz_text header);

/*
 * True for the canonical name of a column that says who a person is or when they were born: whoever
 * reads it, by whatever option, its text is masked in every message and finding.
 */
bool hz_column_is_personal(const char *name);

/* An alias and the canonical name it stands for. The list ends with a row of NULLs. */
struct hz_column_alias {
    const char *alias;
    const char *canonical;
};

extern const struct hz_column_alias hz_column_aliases[];

HZ_END_C

#endif

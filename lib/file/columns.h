/*
 * columns.h: the one name that each column of records has here, whatever a roster, a claims system
 * or an export of the national medical-insurance interface calls it. huzhu-records(5) explains
 * them.
 */

#ifndef HZ_FILE_COLUMNS_H
#define HZ_FILE_COLUMNS_H

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
 * True for a header that a message may quote: the name, or nearly the name, of a column of records,
 * of tables that commands read and write, or `missing`. Any other text may be the first row of a
 * file without a header, and somebody's name.
 */
bool hz_column_may_be_shown(struct hz_text header, const char *missing);

/* Appends what a header has, for a message that `missing` is not there: what of it may be shown. */
void hz_column_list(const struct hz_text header[], size_t fields, const char *missing,
                    struct hz_buffer *out);

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

/*
 * sheet_known.h: how many of a line's fields are columns of small tables, by which the header is
 * told from titles, and the delimiter from other signs.
 */

#ifndef HZ_FILE_SHEET_KNOWN_H
#define HZ_FILE_SHEET_KNOWN_H

#include "base/linkage.h"
#include "base/text.h"

HZ_BEGIN_C

/* As struct hz_header_wanted asks for it (header.h): *is_whole if one of them is a table's key. */
size_t hz_sheet_known(const void *context, const struct hz_text field[], size_t fields,
                      bool *is_whole);

HZ_END_C

#endif

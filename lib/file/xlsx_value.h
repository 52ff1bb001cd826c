/*
 * xlsx_value.h: what a number in a workbook's cell says: a number, or by its format a day. For
 * lib/file/xlsx_*.c alone.
 */

#ifndef HZ_FILE_XLSX_VALUE_H
#define HZ_FILE_XLSX_VALUE_H

#include "base/linkage.h"
#include "base/text.h"

HZ_BEGIN_C

/*
 * Whether a number format shows a day or a time of day: by its number, where that is built in
 * (ECMA-376 part 1, 18.8.30, with those of Chinese, Japanese and Korean workbooks), or by its code,
 * in which y, m, d, h, s or e stand outside quotes and brackets. A length of time ([h]:mm) is a
 * number.
 */
bool hz_xlsx_is_date_id(unsigned long id);
bool hz_xlsx_is_date_code(const char *code);

/*
 * Appends a number as a person would type it: plain digits, at most the 15 that a workbook keeps,
 * so that 0.30000000000000004 is 0.3; from 10^15 on, where digits may have been lost, as workbooks
 * show it, 4.40301199001011E+17. Text that is no number is appended as it is.
 */
void hz_xlsx_append_number(struct hz_text stored, struct hz_buffer *out);

/*
 * Appends a serial as YYYY-MM-DD, with a time of day, to the second, if it has a part of a day; as
 * HH:MM:SS below 1. Serial 60 of the 1900 system is 1900-02-29, a day that never was; what is
 * outside the years 1900 to 9999 is appended as the number that it is.
 */
void hz_xlsx_append_date(struct hz_text stored, bool is_1904, struct hz_buffer *out);

HZ_END_C

#endif

/*
 * personal.h: what names a person, and is not printed by chance: a report goes to many, and tables
 * of records have names, numbers of identity cards and phones in them.
 */

#ifndef HZ_REPORT_PERSONAL_H
#define HZ_REPORT_PERSONAL_H

#include "base/linkage.h"
#include "base/text.h"

HZ_BEGIN_C

/* True of a column that says who somebody is, by any of its names (member, 姓名, id_no, ...). */
bool hz_report_is_personal(struct hz_text column);

/*
 * The first number of an identity card in the text, of no length if there is none: 18 digits, the
 * last of them perhaps an X, with the right check digit (GB 11643-1999) and a day of birth that a
 * person may have, and no digit beside them.
 */
struct hz_text hz_report_identity(struct hz_text text);

/* True of a text that is the number of a mobile phone: 11 digits from 13 on. */
bool hz_report_is_phone(struct hz_text text);

HZ_END_C

#endif

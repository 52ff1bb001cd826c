/* savings_table.h: deposits against plain contributions as a table. */

#ifndef HZ_FUND_SAVINGS_TABLE_H
#define HZ_FUND_SAVINGS_TABLE_H

#include "base/error.h"
#include "base/linkage.h"
#include "file/table.h"

HZ_BEGIN_C

/*
 * For each DEPOSIT:PLAIN:YEARS of a list, amounts in yuan, the yields of hz_savings_yield: the
 * columns deposit, plain, years, interest, yield, assumption, a row for each kind of interest.
 * Refused (usage): another text; (data) what has no yield.
 */
HZ_MUST_USE bool hz_savings_equal_table(const char *list, struct hz_table *out,
                                        struct hz_error *err);

HZ_END_C

#endif

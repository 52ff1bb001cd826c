/* on_level_table.h: a table of exposures at today's price and level. */

#ifndef HZ_TRIANGLE_ON_LEVEL_TABLE_H
#define HZ_TRIANGLE_ON_LEVEL_TABLE_H

#include "base/linkage.h"
#include "file/sheet.h"
#include "file/table.h"

HZ_BEGIN_C

struct hz_on_level_order {
    const char *
        rates; /* a file with the columns date, change and any of the exposures'; NULL: no change */
    double term;      /* months of cover; 0: changes hold for all at once */
    double trend;     /* yearly growth, apart from prices, up to the youngest origin */
    bool with_detail; /* given and factor too */
};

/*
 * A table with the columns origin (periods: 2021, 2021Q3, 2021-07), exposure and any others: the
 * same with exposures times the on-level factor and the trend, so that hz_exposure_read reads it.
 * Rate changes apply to the rows whose other columns they agree with. With detail, given and factor
 * too.
 * Refused (data): an origin that is no period; a rate table with a column that the exposures lack,
 * a date that is none, a change of -100 % or less, two changes of the same day, a change that no
 * row agrees with; a negative exposure; a column that is called like one of the result.
 */
HZ_MUST_USE bool hz_on_level_table(const struct hz_on_level_order *order,
                                   const struct hz_sheet *sheet, struct hz_table *out,
                                   struct hz_error *err);

HZ_END_C

#endif

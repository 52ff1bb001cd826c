/* growth_table.h: the growth of yearly figures, each rate with its definition, as tables. */

#ifndef HZ_GROWTH_GROWTH_TABLE_H
#define HZ_GROWTH_GROWTH_TABLE_H

#include "base/linkage.h"
#include "file/table.h"
#include "growth/series_table.h"

HZ_BEGIN_C

/* What to tabulate. */
struct hz_growth_order {
    const char *methods; /* some of hz_growth_method_names, separated by commas */
    int base_year;       /* 0: the first */
    int last_year;       /* 0: the last */
    int most_years; /* without a base year: so many before the last, or the first; 0: the first */
    bool with_definitions; /* a further column, definition */
    const char *claimed;   /* a published rate to hold the others against; NULL: none */
};

/*
 * series, method, base_year, last_year, years, rate_percent: a row for each series and method. Base
 * year and years are those of the formula: for base-inside a year later and one fewer.
 * With a claimed rate also claimed, verdict (reproduced: within its printed rounding; or not) and
 * off_percent, how far the rate lies beyond the nearest end of that interval, 0 within it.
 * Refused (usage): a year that the table does not have; a last year before the base year; a claimed
 * rate that is no published figure (growth/published.h) in %. Refused
 * (data), with the place: too few years after the base year; a figure in these years that is not
 * positive or not known.
 */
HZ_MUST_USE bool hz_growth_table(const struct hz_series_table *table,
                                 const struct hz_growth_order *order, struct hz_table *out,
                                 struct hz_error *err);

/*
 * series, year, level, growth_percent: a row for each series and year from the base year to the
 * last one. Growth over a year whose figure is not positive or not known is not known, and neither
 * is that of the base year. The methods make no difference. Refused (usage): as above.
 */
HZ_MUST_USE bool hz_year_on_year_table(const struct hz_series_table *table,
                                       const struct hz_growth_order *order, struct hz_table *out,
                                       struct hz_error *err);

HZ_END_C

#endif

/* reserve_table.h: the reserves of a table of triangles, as tables. */

#ifndef HZ_RESERVE_RESERVE_TABLE_H
#define HZ_RESERVE_RESERVE_TABLE_H

#include "file/table.h"
#include "reserve/method.h"
#include "triangle/triangle_table.h"

/* The methods and what they are to use. */
struct hz_reserve_order {
    const char *methods; /* names, separated by commas */
    const char *select;  /* "max", "mean", "weighted:METHOD=SHARE,...", a method; NULL: none */
    struct hz_development_choice choice;
    double prior; /* NaN: none */
    size_t iterations;
    double trend;
    double decay;
    double completion; /* NaN: not given */
    double percent;
    size_t percent_of;    /* 0: not given */
    bool has_credibility; /* factors are blended with those of all groups (reserve/credibility.h) */
    int threads;          /* that estimate triangles; 0: one */
    double power;         /* NaN: to be estimated */
    struct hz_growth_choice growth;
    bool with_skewness; /* one more column of hz_reserve_table, */
    bool with_spread;   /* and three more */
};

/*
 * Each of these declares the columns of `out` and fills it: the group columns first, triangle after
 * triangle as they stand in the table, whatever thread estimates them. Amounts have two decimals, factors six.
 *
 * Refused (usage): a method named twice or unknown; a method that needs exposures and a prior
 * without them. Refused (data): what the methods refuse, with file and group (of several triangles,
 * those that are refused are left out, see hz_table_leave_out); a group column that is called like one
 * of the result.
 */

/*
 * method (if there are several), origin, latest, development_to_ultimate, ultimate, ibnr, process_se
 * and parameter_se (with_detail), se, cv = se / ibnr, skewness (with_skewness), phi, power and theta
 * of a generalised linear model (with_spread): a row for each origin
 * and method, and at the end
 * of a triangle one of origin "total" for each method.
 *
 * With a selection, each origin has one more row, of the method "selected": the largest figure of all
 * methods, their mean, a weighted one, or that of one method. The selected total is the sum of the
 * origins, except for the largest: it is that of the largest total, origin by origin too, so that
 * one method is taken for the triangle as a whole. A standard error is there where one method is taken.
 *
 * Refused (usage): a selection of a method that is not among those estimated; shares that are
 * negative or do not add up to 1; a largest or mean of fewer than two methods.
 */
HZ_MUST_USE bool hz_reserve_table(const struct hz_reserve_order *order,
                                  const struct hz_triangle_table *triangles, bool with_detail,
                                  struct hz_table *out, struct hz_error *err);

/*
 * age, factor, se, sigma, to_ultimate: a row for each age, the last one for the tail. What cannot be
 * computed is empty. With credibility, before the factor: own, collective, credibility.
 */
HZ_MUST_USE bool hz_factor_table(const struct hz_reserve_order *order,
                                 const struct hz_triangle_table *triangles, struct hz_table *out,
                                 struct hz_error *err);

/*
 * method (if there are several), origin, development, period, value: what each origin is expected to
 * add up to each later age, with six decimals, for it is there to be added up; and the calendar
 * period that this age falls in, if origins are called like calendar periods. A tail is in one
 * further age. At the end of a triangle there is one of origin "total" for each method: the reserve.
 */
HZ_MUST_USE bool hz_run_off_table(const struct hz_reserve_order *order,
                                  const struct hz_triangle_table *triangles, struct hz_table *out,
                                  struct hz_error *err);

/*
 * What was in force at each age: age, average, link_ratios (used), excluded (their origins),
 * average_factor, factor, alpha (of Mack's model), reason. The last row is the tail's, whose average is
 * its curve.
 */
HZ_MUST_USE bool hz_selections_table(const struct hz_reserve_order *order,
                                     const struct hz_triangle_table *triangles,
                                     struct hz_table *out, struct hz_error *err);

#endif

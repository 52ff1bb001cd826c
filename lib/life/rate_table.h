/*
 * rate_table.h: tables of yearly rates by age (death, first diagnosis of a critical illness,
 * lapse), and the values that depend on them. A rate is the probability that one who is alive, or
 * well, at an age leaves that state within the year.
 */

#ifndef HZ_LIFE_RATE_TABLE_H
#define HZ_LIFE_RATE_TABLE_H

#include "base/error.h"
#include "base/linkage.h"

#include <stddef.h>

HZ_BEGIN_C

/* Rates of the ages first, first + 1, ...: one table, one sex. Nothing is assumed of other ages. */
struct hz_rate_table {
    const char *name;
    int first;
    size_t ages;
    const double *rate;
    struct hz_place place; /* for messages: its file and first line */
};

/* Refused (data): an age from `age` to before `until` that the table has no rate for. */
HZ_MUST_USE bool hz_rate_table_need(const struct hz_rate_table *table, int age, int until,
                                    struct hz_error *err);

/*
 * The rate at an age; 1 at those that the table lacks: nobody lives beyond a table. Who would be
 * wrong by that (a table of lapses, a table that begins late) asks hz_rate_table_need first.
 */
double hz_rate_table_at(const struct hz_rate_table *table, int age);

/* The first age after the table, by which a life table must have ended with a rate of 1. */
int hz_rate_table_end(const struct hz_rate_table *table);

/*
 * The probability to be left after `years` at age `age`; a part of a year takes its part of the
 * year's rate: (1 - part x q), deaths being spread evenly. 0 beyond the table.
 */
double hz_survival(const struct hz_rate_table *table, int age, double years);

/*
 * What is paid to a life: n years (n < 0: for life), after `deferred` years, `times` a year and
 * 1 / times each. The rate is effective and flat.
 */
struct hz_life_term {
    int age;
    int years;
    int deferred;
    int times;
    double rate;
};

/* Life annuity-due: sum of v^t p(t) / times, t = deferred, deferred + 1 / times, ... */
double hz_life_annuity(const struct hz_rate_table *table, const struct hz_life_term *term);

/* 1 at the end of the year of leaving, if within the term: sum of v^(t+1) p(t) q(age + t). */
double hz_life_insurance(const struct hz_rate_table *table, const struct hz_life_term *term);

/* 1 at the end of the term if still there: v^n p(n). */
double hz_pure_endowment(const struct hz_rate_table *table, const struct hz_life_term *term);

/* Expected whole years to come, to the end of the table. */
double hz_expected_years(const struct hz_rate_table *table, int age);

/*
 * A cover of several years that pays `benefit` once, at the end of the year of diagnosis, and ends:
 * net_single is the net single contribution at the start, reserve[t], t = 0 ... years, the
 * prospective reserve for one who is still covered after t years, reserve[0] = net_single,
 * reserve[years] = 0. All cover ends also by death (`death` may be NULL: nobody dies), both rates
 * being dependent ones. `reserve` has room for years + 1.
 */
void hz_cover_reserve(const struct hz_rate_table *incidence, const struct hz_rate_table *death,
                      const struct hz_life_term *term, double benefit, double reserve[]);

HZ_END_C

#endif

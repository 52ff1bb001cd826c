/* year_start.h: where the years of a table begin, and which one a day is in. */

#ifndef HZ_RECORD_YEAR_START_H
#define HZ_RECORD_YEAR_START_H

#include "base/date.h"
#include "base/error.h"
#include "base/linkage.h"

HZ_BEGIN_C

enum { HZ_TERMS_MOST = 32 };

/* Where a year begins, or a term of several, such as that between two congresses. */
struct hz_year_start {
    int month, day; /* 1 and 1: calendar years; a year is named after the one in which it begins */
    size_t terms;   /* 0: years; otherwise terms, each named after its first day */
    hz_date term[HZ_TERMS_MOST]; /* rising */
};

/*
 * Reads "calendar" (or NULL), "07-01", or dates with commas between them: "2018-01-18,2023-12-05".
 * Refused (usage): any other text, 29 February, dates that do not rise, too many.
 */
HZ_MUST_USE bool hz_year_start_parse(struct hz_year_start *start, const char *text,
                                     struct hz_error *err);

/*
 * The year, other period or term that each day of a batch is in; HZ_NO_TERM: it is before the
 * first.
 */
#define HZ_NO_TERM INT64_MIN
void hz_year_start_find(const struct hz_year_start *start, enum hz_grain grain,
                        const hz_date date[], size_t rows, int64_t year[]);

HZ_END_C

#endif

/*
 * audit_sample.h: which records an auditor looks at, and what the errors found there say of all.
 *
 * A row's random number is a pure function of the seed and its number, so that the same rows are
 * drawn on any machine, and a larger sample holds the smaller one.
 */

#ifndef HZ_RISK_AUDIT_SAMPLE_H
#define HZ_RISK_AUDIT_SAMPLE_H

#include "base/error.h"
#include "base/linkage.h"
#include "base/money.h"

#include <stddef.h>
#include <stdint.h>

HZ_BEGIN_C

/*
 * Draws `size` of `rows` rows without replacement, each as likely as any: those with the smallest
 * random numbers. `row` holds their numbers, from 0, by which random numbers are told, and then the
 * drawn ones first, in the order of their numbers. size <= rows.
 */
void hz_audit_draw(uint64_t seed, size_t row[], size_t rows, size_t size);

/* How rows are drawn by monetary unit. */
struct hz_audit_units {
    hz_fen interval;       /* an item of this or more is drawn for certain */
    hz_fen start;          /* 1 to the interval: the first unit drawn */
    size_t certain, drawn; /* how many items */
    hz_fen certain_amount; /* of items drawn for certain */
    hz_sum amount;         /* of all that is above 0 */
    size_t left;           /* items of 0 or less, which no unit is in: look at them apart */
};

enum hz_audit_pick { HZ_AUDIT_NOT, HZ_AUDIT_DRAWN, HZ_AUDIT_CERTAIN };

/*
 * Monetary-unit sampling: systematic selection with probability proportional to the amount. The fen
 * of the items below the interval are counted through in the order of rows; from a random start on,
 * each interval-th one picks the item that it is in. Source: AICPA, Audit Guide: Audit Sampling,
 * ch. 6.
 */
void hz_audit_units(uint64_t seed, hz_fen interval, const hz_fen amount[], size_t rows,
                    struct hz_audit_units *units, enum hz_audit_pick pick[]);

/* An item that was looked at. */
struct hz_audit_item {
    hz_fen book, audited;
    bool is_certain;
    size_t population, size; /* of its stratum: rows there are, and rows drawn. Not by unit */
};

/* What the errors say of all: book less audited, so that an overstatement is above 0. In fen. */
struct hz_audit_errors {
    size_t items, errors;
    double found;     /* in the items themselves */
    double projected; /* in all */
    double allowance; /* for the risk of sampling */
    double upper;     /* projected and allowance: all errors are below it, with the confidence */
    double basic;     /* of units: the limit if no error had been found */
};

/*
 * By monetary unit, overstatements: an error of a drawn item taints its interval, those of certain
 * items are counted as they are. The upper limit is Stringer's,
 *
 *     J [UF(0) + sum over taints, falling, of (UF(i) - UF(i - 1)) t(i)] + errors of certain items,
 *
 * UF(i) the upper confidence factor of the Poisson distribution, chi-square(confidence; 2 (i + 1))
 * / 2: the mean at which i errors or fewer have the probability 1 - confidence. Printed tables of
 * it are rounded, some up. Understatements are not netted: swap book and audited to evaluate them.
 * Source: Stringer (1963), Practical aspects of statistical sampling in auditing.
 */
HZ_MUST_USE bool hz_audit_evaluate_units(const struct hz_audit_item item[], size_t items,
                                         hz_fen interval, double confidence,
                                         struct hz_audit_errors *result, struct hz_error *err);

/* UF(errors): 2.996 for none at 95 %, 4.744 for one, 6.296 for two. */
double hz_audit_factor(size_t errors, double confidence);

/*
 * Of a simple or stratified sample: the difference estimator, the mean error of each stratum times
 * its rows, and the normal one-sided limit with the finite population correction. Items of a
 * stratum stand together. Source: Cochran (1977), Sampling techniques, 5.3 to 5.5. Refused (data):
 * a stratum of which one row was drawn, of more: it has no spread.
 */
HZ_MUST_USE bool hz_audit_evaluate_strata(const struct hz_audit_item item[], const size_t stratum[],
                                          size_t items, double confidence,
                                          struct hz_audit_errors *result, struct hz_error *err);

HZ_END_C

#endif

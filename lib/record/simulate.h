/*
 * simulate.h: a portfolio that never was: member and claim records of any number, for tests, trials
 * and measurements. Enrolment number i is a pure function of the seed and i, so that members and
 * claims of one seed belong together, and any part of them can be made by itself. Only whole
 * numbers are computed with: the bytes are the same everywhere.
 *
 * The plans, prices and terms are of the kinds that trade-union mutual aid has; the mix is made so
 * that 100 enrolments have 3.341 payouts of 1,273.81 yuan on average, the ratios of the figures
 * that the Chinese Workers' Mutual Aid Association has published for the five years to 2022 (97.73
 * million enrolments, 3.265 million payouts, 4.159 billion yuan). Everything else about them is
 * invented.
 */

#ifndef HZ_RECORD_SIMULATE_H
#define HZ_RECORD_SIMULATE_H

#include "base/date.h"
#include "base/linkage.h"
#include "base/money.h"
#include "file/output.h"

HZ_BEGIN_C

/* How the amounts of a plan's payouts are spread; see simulate.c. */
enum hz_simulated_spread {
    HZ_SPREAD_SKEWED,  /* costs of treatment: from a tenth of the mean to nearly seven times it */
    HZ_SPREAD_DAYS,    /* 2 to 31 days of a daily allowance */
    HZ_SPREAD_WAITING, /* one in eight within a waiting band: a tenth of the sum */
    HZ_SPREAD_CLASSES, /* by class of disease */
    HZ_SPREAD_FIXED,   /* always the same sum */
};

struct hz_simulated_plan {
    const char *code;
    uint32_t share;   /* of enrolments, per thousand */
    hz_fen price;     /* of a unit for the term */
    int months;       /* of the term; 0: 3 to 30 days */
    uint32_t units;   /* per four enrolments: 4, 5 (at most 2 each) or 7 (at most 3) */
    uint32_t payout1; /* enrolments with one payout, per million */
    uint32_t payout2; /* enrolments with two */
    hz_fen mean;      /* of a payout for one unit */
    enum hz_simulated_spread spread;
};

enum { HZ_SIMULATED_PLANS = 11, HZ_SIMULATED_YEARS = 50 };
extern const struct hz_simulated_plan hz_simulated_plans[HZ_SIMULATED_PLANS];

/* Made by hz_simulation_of; the years' enrolments grow by 11.4 % each. */
struct hz_simulation {
    uint64_t seed;
    int years;
    hz_date january[HZ_SIMULATED_YEARS + 1]; /* the first day of each year, and of the one after */
    uint32_t until[HZ_SIMULATED_YEARS];      /* of 2^32: a draw up to it is in the year or before */
    hz_date
        as_of; /* later rows are left out: covers that start and claims' transactions after it */
};

/*
 * Covers that start in 1 to HZ_SIMULATED_YEARS years, from first_year on, and all of their claims.
 */
struct hz_simulation hz_simulation_of(uint64_t seed, int first_year, int years);

enum hz_simulated { HZ_SIMULATED_MEMBERS, HZ_SIMULATED_CLAIMS };

/* In the order of the enum, then NULL. */
extern const char *const hz_simulated_names[];

/* The line of column names, as in huzhu-records(5), with its newline. */
const char *hz_simulated_header(enum hz_simulated what);

/* Numbers of members have ten digits. */
#define HZ_SIMULATED_MOST UINT64_C(9999999999)

/*
 * Appends the rows of the enrolments number first, first + 1, ... (from 1): one a member, and for
 * one enrolment in thirty claims of one to three rows, those of a claim in the order of their
 * dates.
 */
void hz_simulate(const struct hz_simulation *simulation, enum hz_simulated what, uint64_t first,
                 uint64_t count, struct hz_buffer *out);

/*
 * Writes the header and the rows of the first `enrolments`, but no more than `rows` rows; a failure
 * is told by hz_output_close.
 */
void hz_simulate_write(const struct hz_simulation *simulation, enum hz_simulated what,
                       uint64_t enrolments, uint64_t rows, int threads, struct hz_output *output);

HZ_END_C

#endif

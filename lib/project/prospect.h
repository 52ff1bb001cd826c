/*
 * prospect.h: what cover will pay in months to come, and how far that may be off: frequency and
 * severity of the past, on exposures of the future.
 *
 * What is not known is drawn first, then what happens. The rate of a plan is gamma of shape N / d +
 * 1/2 over its exposure (Jeffreys' prior), d being the dispersion: the variance of a count over its
 * mean, above 1 where payouts come together. Amounts are drawn from those of the past with the
 * weights of a Dirichlet process of mass 1 (Ferguson, 1973): to n known payouts one is added that
 * is like those of all plans, measured by their plan's mean; or from a fitted distribution, its
 * parameters drawn from the normal distribution of their estimate. Numbers of covers to be written
 * are Poisson about a mean of which as many as last year are all that is known. What then happens
 * are Poisson counts, negative binomial for a dispersion above 1, of payouts of such amounts.
 */

#ifndef HZ_PROJECT_PROSPECT_H
#define HZ_PROJECT_PROSPECT_H

#include "base/error.h"
#include "base/linkage.h"
#include "risk/severity.h"

#include <stddef.h>
#include <stdint.h>

HZ_BEGIN_C

/* How large payouts of a plan are. */
struct hz_prospect_severity {
    const double *amount; /* of the past, > 0 */
    size_t amounts;
    const double
        *relative; /* of all plans, over the mean of their plan; none: the own ones alone */
    size_t relatives;
    double mean;                       /* what relative amounts are multiplied by */
    const struct hz_severity_fit *fit; /* instead of amounts; NULL: the amounts as they are */
};

/* The past of a plan. */
struct hz_prospect_plan {
    double payouts;
    double exposure;   /* that has had them: earned, less what is not yet known of its events */
    double dispersion; /* 1: Poisson */
    struct hz_prospect_severity severity;
};

/*
 * What a plan, or a plan in an office, has ahead, by month: exposures times factors on frequency.
 */
struct hz_prospect_cell {
    size_t plan;
    double relativity;          /* of its rate to the plan's */
    double relativity_variance; /* 0: certain */
    const double *in_force;
    const double *written;
    const double *size; /* factors on amounts: inflation, benefits */
    double covers;      /* written in the last year */
    double growth;      /* as many times that are expected to be written in a year to come */
};

/*
 * Refused (data): a plan without exposure, or that has neither amounts nor relative ones nor a fit.
 */
HZ_MUST_USE bool hz_prospect_check(const struct hz_prospect_plan plan[], size_t plans,
                                   struct hz_error *err);

/* Payouts per exposure: N / exposure, and of a plan that has had none yet, half a one over it. */
double hz_prospect_rate(const struct hz_prospect_plan *plan);

/* The mean of an amount. */
double hz_prospect_amount(const struct hz_prospect_severity *severity);

/* Expected payouts of a cell in a month. */
double hz_prospect_mean(const struct hz_prospect_plan plan[], const struct hz_prospect_cell *cell,
                        size_t month);

/*
 * One course, in the random numbers of stream `path` of a seed: total[c * months + t] is what the
 * events of cell c in month t cost. The plans have passed hz_prospect_check; cells of a plan follow
 * each other.
 */
void hz_prospect_path(const struct hz_prospect_plan plan[], const struct hz_prospect_cell cell[],
                      size_t cells, size_t months, uint64_t seed, uint64_t path, double total[]);

/* How courses are spread: standard deviation, and quantiles between the sorted ones. */
struct hz_prospect_spread {
    double sd, low, median, high;
};

/* Of n courses, 2 or more, which are sorted: `level` of them lie from low to high. */
void hz_prospect_describe(double total[], size_t n, double level,
                          struct hz_prospect_spread *spread);

/*
 * From when events happen to when they are paid: spread[t] = sum over lags l of incurred[t - l] x
 * share[l]; what falls behind the last month is left out.
 */
void hz_prospect_pay(const double incurred[], size_t months, const double share[], size_t lags,
                     double paid[]);

/*
 * How far events are known by their age in months: the chain ladder on counts or amounts by origin
 * month and lag. seen[o * ages + l] is what origin o has had at lag l, o = 0 being the newest one,
 * which is seen at lag 0 alone. known[l] is the part known at the end of lag l, and 1 at the last
 * one; all 1 where nothing has been seen.
 */
void hz_prospect_emergence(const double seen[], size_t ages, double known[]);

HZ_END_C

#endif

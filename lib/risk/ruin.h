/*
 * ruin.h: the probability that a fund is exhausted, in the classical model: claims come as a
 * Poisson process, each exponential with the same mean, and contributions flow in evenly, 1 +
 * loading times what claims cost on average.
 */

#ifndef HZ_RISK_RUIN_H
#define HZ_RISK_RUIN_H

#include "base/linkage.h"

#include <gsl/gsl_rng.h>
#include <stdbool.h>

HZ_BEGIN_C

struct hz_classical {
    double claims;  /* a year, on average */
    double mean;    /* of a claim */
    double loading; /* above 0 */
};

/*
 * Ever: exp(-loading u / ((1 + loading) mean)) / (1 + loading), for an initial fund u.
 * Source: Bowers et al., "Actuarial Mathematics", 2nd ed., (13.4.12).
 */
double hz_ruin_ever(const struct hz_classical *model, double fund);

/*
 * Within so many years, by Asmussen's formula and GSL's adaptive integration.
 * Source: Asmussen, S., Albrecher, H. (2010), "Ruin probabilities", proposition V.1.3.
 */
double hz_ruin_within(const struct hz_classical *model, double fund, double years);

/*
 * The initial fund that holds the probability at a level, in (0, 1), ever or within so many years:
 * the two above solved for u, 0 where no fund holds it as well.
 */
double hz_ruin_assets_ever(const struct hz_classical *model, double level);
double hz_ruin_assets_within(const struct hz_classical *model, double years, double level);

/* One path, claim by claim: true if the fund falls below 0 within so many years. */
bool hz_ruin_path(const struct hz_classical *model, double fund, double years, gsl_rng *rng);

HZ_END_C

#endif

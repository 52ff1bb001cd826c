/*
 * hamiltonian.h: draws from a density that is known up to a constant, by Hamiltonian Monte Carlo,
 * and whether the chains that made them agree.
 *
 * Source: Neal, R. M. (2011), MCMC using Hamiltonian dynamics, in Handbook of Markov Chain Monte
 * Carlo, chapter 5; Hoffman, M. D. & Gelman, A. (2014), The No-U-Turn sampler, Journal of Machine
 * Learning Research 15, 1593-1623, section 3.2 (the step size); Gelman, A. et al. (2013), Bayesian
 * Data Analysis, 3rd ed., section 11.4 and 11.5 (split R-hat, effective sample size).
 */

#ifndef HZ_RANDOM_HAMILTONIAN_H
#define HZ_RANDOM_HAMILTONIAN_H

#include "base/attr.h"
#include "random/random.h"
#include "random/variate.h"

#include <stdbool.h>
#include <stddef.h>

HZ_BEGIN_C

/* The most coordinates of a density. */
enum { HZ_HAMILTONIAN_MOST = 256 };

/*
 * A smooth density of `size` coordinates over all of R^size; constrained quantities are
 * transformed. Returns its logarithm up to a constant and fills in the gradient; NaN where it
 * cannot be computed, which rejects the place. Called by one chain alone: what it works in may be
 * in `model`.
 */
struct hz_density {
    size_t size;
    double (*log_density)(void *model, const double at[], double gradient[]);
    void *model;
};

/* How a chain is run. */
struct hz_chain {
    size_t warm_up; /* draws that set the step and the scales, and are not kept */
    size_t draws;   /* that are kept */
    uint64_t seed;
    uint64_t stream;    /* the chain's own: chains of one seed differ in it */
    const double *from; /* where it starts */
    /* Told each kept draw, with the chain's random numbers, for what is drawn beside it. */
    void (*keep)(void *context, size_t draw, const double at[], struct hz_random *random);
    void *context;
};

/* What became of it. */
struct hz_chain_course {
    double step;        /* in units of the scales */
    double acceptance;  /* mean probability of the kept draws; the step is set to bring 0.8 */
    size_t divergences; /* kept draws whose energy was off by more than 1000 */
};

/* Runs a chain: a pure function of the density and the settings. */
void hz_chain_run(const struct hz_density *density, const struct hz_chain *chain,
                  struct hz_chain_course *course);

/*
 * Of one quantity drawn by `chains` chains, value[c * draws + i] (draws even, at least 4): split
 * R-hat, each chain halved, 1 if all halves tell the same and more the less they do; and how many
 * independent draws tell as much of its mean, by Geyer's initial positive sequence. A quantity that
 * never changed has R-hat 1 and all its draws.
 */
struct hz_chain_check {
    double r_hat;
    double effective;
};
struct hz_chain_check hz_chains_check(const double value[], size_t chains, size_t draws);

HZ_END_C

#endif

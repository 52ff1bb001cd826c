/*
 * bayesian.h: Meyers' Bayesian models of the logarithms of cumulative claims, the family whose
 * predictive distributions have stood up to outcomes.
 *
 * The value C of origin w (from 0) at age d is log-normal, with variance s[d]^2 of its logarithm
 * and
 *
 *     mean[w,d] = log P[w] + level + a[w] + b[d] (1 - g)^w + r (log C[w-1,d] - mean[w-1,d]),
 *
 * P being the exposure, a[0] = 0 and b = 0 at the last age, where claims are taken as ultimate. Of
 * the models,
 *
 *     crc   (cross-classified)          g = 0, r = 0
 *     csr   (changing settlement rate)  r = 0, for payments
 *     ccl   (correlated chain ladder)   g = 0, r uniform over (-1, 1), for incurred claims
 *     cay   (correlated accident years) g = 0, (1 - r) / 2 of beta (2, 2), for incurred claims
 *
 * Variances fall with age: s[d]^2 is the sum of one part an age from d on, each uniform over (0,
 * 1). The other priors are normal: level (-0.4, 10), a and b (0, 10), g (0, 0.05^2), means and
 * variances.
 *
 * Given g, r and the parts of the variances, level, a and b are normal, and are integrated out:
 * what is left, a coordinate an age and one more, is sampled by Hamiltonian Monte Carlo
 * (random/hamiltonian.h), and level, a, b and the values to come are drawn beside each kept draw.
 *
 * Source: Meyers, G. (2015), Stochastic loss reserving using Bayesian MCMC models, CAS Monograph 1;
 * Meyers, G. (2019), the same, second edition, CAS Monograph 8 (the priors are the second's).
 */

#ifndef HZ_RESERVE_BAYESIAN_H
#define HZ_RESERVE_BAYESIAN_H

#include "base/arena.h"
#include "base/error.h"
#include "random/hamiltonian.h"
#include "triangle/triangle.h"

HZ_BEGIN_C

enum hz_bayesian_model { HZ_BAYESIAN_CRC, HZ_BAYESIAN_CSR, HZ_BAYESIAN_CCL, HZ_BAYESIAN_CAY };

/* Means and standard deviations of the priors. */
struct hz_bayesian_priors {
    double level_mean, level_sd;
    double origin_sd;      /* of a */
    double development_sd; /* of b */
    double rate_sd;        /* of g */
};
extern const struct hz_bayesian_priors hz_bayesian_published;

/*
 * Changes the priors that a list names: level, level-sd, origin-sd, development-sd and rate-sd, as
 * NAME=NUMBER, separated by commas; NULL: none. Refused (usage): another name, one twice, a number
 * that is none, a standard deviation that is not above 0.
 */
HZ_MUST_USE bool hz_bayesian_priors_read(struct hz_bayesian_priors *priors, const char *list,
                                         struct hz_error *err);

/*
 * How many chains are run and warmed up, and how many draws each keeps for `draws` or a few more in
 * all.
 */
enum { HZ_BAYESIAN_CHAINS = 4, HZ_BAYESIAN_WARM_UP = 500, HZ_BAYESIAN_NOTE = 160 };
static inline size_t hz_bayesian_draws(uint64_t draws)
{
    return (size_t)((draws + 2 * HZ_BAYESIAN_CHAINS - 1) / (2 * HZ_BAYESIAN_CHAINS)) * 2;
}

struct hz_bayesian_choice {
    enum hz_bayesian_model model;
    struct hz_bayesian_priors priors;
    size_t chains, warm_up, draws; /* draws: kept of each chain, even */
    size_t ahead;                  /* ages that each origin is drawn on; 0: to the last */
    uint64_t seed;
    int threads;
};

/*
 * The draws. ultimate[o * draws + c * (draws of a chain) + i] is what origin o comes to in draw i
 * of chain c, at the last age, or as many ages ahead as were asked for; o = origins: all of them.
 * Owned by the arena.
 */
struct hz_bayesian {
    size_t origins, ages;
    size_t draws;     /* of all chains */
    double *ultimate; /* as above */
    double *expected; /* of each origin and all: the mean of what the draws are drawn from */
    double *mean; /* origins x ages: expected value of each cell; the observed ones as they are */
    double *process;   /* of each origin and all: mean of the variances given the parameters */
    double *parameter; /* variance of the means given the parameters */
    double rate;       /* posterior mean of g, or of r */
    double r_hat;      /* the largest of all coordinates and of the log of the total */
    double effective;  /* the smallest number of independent draws */
    size_t divergences;
    size_t floored;            /* values below 1, which are taken as 1, as published */
    double *location, *spread; /* posterior mean and sd of level and a, b, then g */
    /*
     * How far the data alone, under the published priors, put a parameter from the mean of another
     * prior, in standard deviations of the difference; the most of all, and whose: 0 with the
     * published priors. Beyond 3 the prior contradicts the data.
     */
    double strain;
    const char *strained;
};

/* What a user is to know of a fit: values taken as 1, a prior against the data. Or empty. */
void hz_bayesian_note(const struct hz_bayesian *fit, char note[HZ_BAYESIAN_NOTE]);

/*
 * Fits a model to a triangle of cumulative values, with the exposure of each origin. Values below
 * one unit are taken as one unit. With priors of one's own it is fitted twice, for the strain.
 * Refused (data): an exposure that is not above 0; fewer than two origins or ages; more than 200
 * ages; chains that do not agree (R-hat above 1.05, or fewer than 100 independent draws of some
 * quantity), with the figures.
 */
HZ_MUST_USE bool hz_bayesian_fit(struct hz_bayesian *fit, const struct hz_triangle *triangle,
                                 const double exposure[], const struct hz_bayesian_choice *choice,
                                 struct hz_arena *arena, struct hz_error *err);

HZ_END_C

#endif

/*
 * bootstrap.h: the bootstrap of the over-dispersed Poisson model: what the chain ladder's reserve
 * might have been, and what might have to be paid.
 */

#ifndef HZ_VARIABILITY_BOOTSTRAP_H
#define HZ_VARIABILITY_BOOTSTRAP_H

#include "base/linkage.h"
#include "random/random.h"
#include "random/variate.h"
#include "triangle/tail.h"
#include "triangle/triangle.h"
#include "variability/draw_periods.h"

HZ_BEGIN_C

/* The distribution of a future amount of mean m; its variance is phi m. */
enum hz_process {
    HZ_PROCESS_GAMMA = 0,             /* gamma */
    HZ_PROCESS_ODP = 1,               /* phi times a Poisson number */
    HZ_PROCESS_NEGATIVE_BINOMIAL = 2, /* a whole number; with phi of 1 or less, Poisson */
    HZ_PROCESS_NONE = 3,              /* m itself: the error of estimation alone */
};

/* How residuals are made as wide as the errors that they are drawn for. */
enum hz_residuals {
    HZ_RESIDUALS_SCALED = 0, /* all of them times sqrt(n / (n - p)) */
    HZ_RESIDUALS_HAT = 1, /* each divided by sqrt(1 - h), those that must be 0 left out, centred */
};

/* The names of both, in the order of their values, then NULL. */
extern const char *const hz_process_names[];
extern const char *const hz_residuals_names[];

/* What future amounts are expected to be. */
enum hz_future {
    HZ_FUTURE_CHAIN_LADDER = 0,     /* as an origin's own claims so far and the factors have it */
    HZ_FUTURE_BORNHUETTER_FERGUSON, /* of what was expected beforehand, what has not emerged */
    HZ_FUTURE_CAPE_COD,             /* the same, the expectation being that of all origins */
};

struct hz_bootstrap_choice {
    enum hz_process process;
    enum hz_residuals residuals;
    double tail; /* factor after the last age; 1: none; taken as certain, unless */
    struct hz_tail_choice
        curve;         /* it is extrapolated, anew in each simulation, by a curve of factors */
    bool is_one_year;  /* what a year more will make of the reserve, not what will be paid in all */
    bool is_by_period; /* what is paid in each calendar period, not of each origin */
    size_t ahead;      /* ages that each origin is drawn on; 0: to the end */
    uint64_t seed;     /* of what is resampled, */
    uint64_t process_seed; /* and of what is drawn around it */
    enum hz_future future;
    const double *exposure; /* of each origin; for the two futures that need it */
    const double *prior;    /* expected ultimate per unit of it, of each origin, and */
    double prior_cv;        /* its coefficient of variation, of each origin by itself; 0: certain */
};

/* The fitted model, ready to be drawn from. Owned by the arena it was made in. */
struct hz_bootstrap {
    struct hz_bootstrap_choice choice;
    const struct hz_triangle *triangle;
    double *mean;     /* origins x ages: fitted increments of the observed cells */
    double *root;     /* the square roots of their sizes */
    double *residual; /* adjusted */
    size_t residuals;
    double phi;
    double unit;                           /* what the process counts in: phi, or 1 */
    double scale;                          /* of scaled residuals: sqrt(n / (n - p)) */
    const struct hz_draw_periods *periods; /* NULL: figures are of origins */
    size_t figures;                        /* origins or periods, */
    double *ibnr;                          /* what the model itself expects of each, and of all */
    double *sum_all;   /* by age, what is observed there, up to the last diagonal */
    double *sum_older; /* and of the origins that are observed at the next age too */
    struct hz_ziggurat ziggurat;
};

/*
 * Fits the model to a triangle, which must outlive it: the increments are independent with mean
 * m[i,k] and variance phi m[i,k], where m is what the volume-weighted chain ladder, run backwards
 * from the latest diagonal, puts there; phi is Pearson's chi-square by the degrees of freedom
 * (observed cells less origins less ages plus 1). A negative m counts with its size.
 *
 * Of Bornhuetter and Ferguson's future, an origin's prior is drawn from a gamma distribution, and
 * what has not emerged of it by the factors of the pseudo triangle is expected to come; Cape Cod's
 * prior is the sum of the pseudo triangle's latest values by the exposure that has emerged with it.
 *
 * Refused (data): an origin whose first ages are missing; a chain ladder factor that cannot be
 * computed; no degree of freedom; with is_one_year, origins that are not one age apart; with
 * is_by_period, what hz_draw_periods_new refuses; (usage) is_one_year with is_by_period or a future
 * other than the chain ladder's; a growth curve as the tail's.
 *
 * Source: England, P. D. & Verrall, R. J. (1999), Insurance: Mathematics and Economics 25, 281-293;
 * England, P. D. & Verrall, R. J. (2002), British Actuarial Journal 8(3), 443-518, appendix 3;
 * England, P. D. (2002), addendum, Insurance: Mathematics and Economics 31, 461-466; for the hat
 * matrix, Pinheiro, P. J. R., Andrade e Silva, J. M. & Centeno, M. L. (2003), Journal of Risk and
 * Insurance 70(4), 701-714; for Bornhuetter and Ferguson's future, England, P. D., Verrall, R. J. &
 * Wuthrich, M. V. (2012), Bayesian over-dispersed Poisson model and the Bornhuetter & Ferguson
 * claims reserving method, Annals of Actuarial Science 6(2), 258-283.
 */
HZ_MUST_USE bool hz_bootstrap_new(struct hz_bootstrap *bootstrap,
                                  const struct hz_triangle *triangle,
                                  struct hz_bootstrap_choice choice, struct hz_arena *arena,
                                  struct hz_error *err);

/*
 * Draws the simulations first ... first + HZ_LANES - 1: residuals drawn with replacement make a
 * pseudo triangle, the chain ladder estimates the future means from it, and the process is drawn
 * around them. figure[o * HZ_LANES + l] is what simulation first + l gives for origin (or period)
 * o, and for all at the end. With a curve one more row is 1 where a simulation kept the observed
 * triangle's tail (tail_again.h).
 *
 * With is_one_year, the next diagonal that was drawn is added to the triangle that was observed,
 * and the figure is what the origin is then expected to cost in all beyond what is observed now:
 * the payments of the year and the reserve that the chain ladder sets after it.
 *
 * Simulation s is drawn from the stream s of the seed: block c / 4 for the residual of the observed
 * cell c (row by row); of the process seed's, from block (c + 1) 2^32 on for the future cell c, and
 * from block 2^62 + o 2^32 on for the prior of origin o.
 */
void hz_bootstrap_draw(const void *bootstrap, uint64_t first, double figure[]);

HZ_END_C

#endif

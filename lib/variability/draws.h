/*
 * draws.h: the models that a triangle's future can be drawn from, behind one face: what
 * hz-bootstrap sums up and hz-backtest holds against outcomes.
 */

#ifndef HZ_VARIABILITY_DRAWS_H
#define HZ_VARIABILITY_DRAWS_H

#include "reserve/bayesian.h"
#include "triangle/development.h"
#include "variability/bootstrap.h"

HZ_BEGIN_C

enum hz_draws_model {
    HZ_DRAWS_ODP,                  /* bootstrap.h */
    HZ_DRAWS_MACK,                 /* mack_bootstrap.h */
    HZ_DRAWS_BORNHUETTER_FERGUSON, /* bootstrap.h, with another future */
    HZ_DRAWS_CAPE_COD,
    HZ_DRAWS_CRC, /* bayesian.h, in the order of its models */
    HZ_DRAWS_CSR,
    HZ_DRAWS_CCL,
    HZ_DRAWS_CAY,
};

/* In the order of the enum, then NULL. */
extern const char *const hz_draws_names[];

struct hz_draws_choice {
    enum hz_draws_model model;
    struct hz_bootstrap_choice
        bootstrap; /* process, residuals, tail, views, horizon, seeds, prior_cv */
    struct hz_development_choice development; /* mack's */
    double prior; /* bornhuetter-ferguson's, of origins without one of their own; NaN: none */
    struct hz_bayesian_priors priors;
    uint64_t trials;
    int threads;
};

/* Ready to be drawn from: as `draw` of struct hz_trials. Owned by the arena it was made in. */
struct hz_draws {
    const void *model;
    void (*draw)(const void *model, uint64_t first, double figure[]);
    uint64_t trials;    /* how many can be drawn; of a Bayesian model a multiple of its chains */
    double independent; /* how many of them tell something new, at the least */
    const struct hz_draw_periods *periods; /* that the figures are of; NULL: origins */
    size_t figures;                        /* origins or periods; after them the figure of all, */
    bool counts_tails;                     /* and one that is 1 if a tail was kept (tail_again.h) */
    const double *ibnr;                    /* what the model itself expects, of each and of all */
    const char *note;                      /* what a user is to know of the fit; NULL: nothing */
    size_t floored;                        /* values below 1 that it was fitted to as 1 */
};

/* Whether a model is one of those that need the exposures of the origins. */
bool hz_draws_needs_exposure(enum hz_draws_model model);

/*
 * Fits the model. exposure[origins], or NULL; prior[origins], or NULL: the choice's. Refused: what
 * the model refuses; (usage) a model that needs exposures, or priors, without them; one that has no
 * view of one year, or none by period.
 */
HZ_MUST_USE bool hz_draws_new(struct hz_draws *draws, const struct hz_triangle *triangle,
                              const double exposure[], const double prior[],
                              const struct hz_draws_choice *choice, struct hz_arena *arena,
                              struct hz_error *err);

HZ_END_C

#endif

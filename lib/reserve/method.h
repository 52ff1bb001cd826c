/*
 * method.h: what every method of estimating outstanding claims (未决赔款准备金) is given, what it
 * answers, and the table of the methods. A new method is one file and one row of that table, with
 * its own parameters in struct hz_method_parameters.
 */

#ifndef HZ_RESERVE_METHOD_H
#define HZ_RESERVE_METHOD_H

#include "base/linkage.h"
#include "triangle/development.h"
#include "triangle/emergence.h"

#include <math.h>

HZ_BEGIN_C

/* How generalised linear models take increments of 0 and below (glm.h); the names end with NULL. */
enum hz_negative {
    HZ_NEGATIVE_AUTO, /* the first of quasi, pool and drop that has a fit */
    HZ_NEGATIVE_QUASI,
    HZ_NEGATIVE_POOL,
    HZ_NEGATIVE_DROP,
    HZ_NEGATIVE_OFFSET,
};
extern const char *const hz_negative_names[];

/* What their levels are of. */
enum hz_glm_design { HZ_GLM_ORIGIN_AGE, HZ_GLM_AGE_CALENDAR };
extern const char *const hz_glm_design_names[];

struct hz_bayesian_priors;

/* What methods ask of the user, each of some methods only; it is handed on as it is. */
struct hz_method_parameters {
    double prior;       /* expected ultimate per unit of exposure; NaN: not given */
    int64_t iterations; /* benktander's rounds */
    double trend;       /* of claims per unit of exposure, from one origin to the next */
    double decay;       /* cape-cod: how much less an origin one further away says, 0 to 1 */
    double completion;  /* the share seen from which an origin speaks for itself; NaN: not given */
    double percent;     /* percent-of-paid: of what was paid on the last percent_of diagonals */
    int64_t percent_of; /* 0: not given */
    double power;       /* of the mean in tweedie's variance, 0 to 3; NaN: to be estimated */
    enum hz_negative negative; /* of the generalised linear models */
    enum hz_glm_design design;
    struct hz_emergence_choice growth;       /* of clark-ldf and clark-cape-cod */
    int64_t draws, seed, threads;            /* of crc, csr, ccl, cay; threads 0: one */
    const struct hz_bayesian_priors *priors; /* of these; NULL: as published */
};

/* What holds until something else is said. */
#define HZ_METHOD_PARAMETERS_USUAL                                                                 \
    {                                                                                              \
        .prior = (double)NAN, .iterations = 2, .decay = 1, .completion = (double)NAN,              \
        .power = 1.5, .draws = 8000, .seed = 1                                                     \
    }

/* What a method may use. Borrowed. */
struct hz_reserve_basis {
    const struct hz_triangle *triangle;
    const struct hz_development *development; /* of that triangle */
    const double *exposure; /* of each origin: premium, contributions, members; NULL: not given */
    const double *prior;    /* of each origin, in place of the parameter; NULL: not given */
    const struct hz_triangle *counts;   /* how many claims; same cells as the triangle. Or NULL */
    const struct hz_triangle *incurred; /* with case reserves, to one of payments. Or NULL */
    struct hz_method_parameters parameters;
};

enum { HZ_RESERVE_NOTE = 160 };

/*
 * The answer, in the unit of the triangle. Arrays hold a figure for each origin and then the total
 * of all; NaN is one that the method does not give. payment has a row for each origin, with what is
 * expected to be added from column k of the triangle to the next in entry k (the last: the tail); a
 * row adds up to the origin's ibnr. Owned by the arena it was made in.
 */
struct hz_reserve {
    size_t origins;
    size_t ages;
    double *latest;       /* observed so far */
    double *to_ultimate;  /* the development factor from there on; none for the total */
    double *ultimate;     /* expected in the end */
    double *ibnr;         /* the reserve: ultimate - latest */
    double *process_se;   /* from chance in what is to come */
    double *parameter_se; /* from having estimated the factors */
    double *se;           /* of both: the root mean square error of prediction */
    double *skewness;     /* of what is to come; mack alone gives it */
    double phi;           /* of the generalised linear models: the variance is phi m^power, */
    double power;
    double theta;    /* or m + m^2 / theta; NaN: none */
    double *payment; /* origins x ages; NaN if the factors it needs cannot be computed */
    struct hz_emergence_choice
        growth;                 /* the curve that the tail's payments follow; omega 0: none */
    char note[HZ_RESERVE_NOTE]; /* what a user is to know of how it came about; or empty */
};

/* Fills in the three errors of an origin, or the total, from the variances of the two parts. */
void hz_reserve_set_errors(struct hz_reserve *reserve, size_t o, double process, double parameter);

/*
 * The coefficient of variation of a reserve, its error by its size. NaN for a reserve of 0, which
 * has
 * none: one that is no more of the ultimate than the rounding of what it is the difference of.
 */
double hz_reserve_cv(double se, double ibnr, double ultimate);

struct hz_method {
    const char *name;
    bool needs_exposure;
    bool needs_prior;
    bool needs_counts;
    bool needs_incurred;
    bool has_errors;  /* process_se, parameter_se and se */
    bool takes_holes; /* it works from link ratios and latest values alone */
    /* Fills in ultimate, ibnr, payment of the origins and, if it has them, the errors of all. */
    bool (*estimate)(const struct hz_reserve_basis *basis, struct hz_reserve *reserve,
                     struct hz_error *err);
};

/* clang-format off */
/*
 * The methods: name, what it needs (an exposure, a prior with it, numbers of claims, incurred
 * amounts) and whether it has errors (process_se, parameter_se and se), function. A row declares
 * the function too; its file says what it is, and its header, if others call it.
 */
#define HZ_METHODS(row) \
    row("chain-ladder",         RATIOS,            hz_chain_ladder) \
    row("mack",                 RATIOS | ERRORS,   hz_mack) \
    row("odp",                  ERRORS,            hz_glm_odp) \
    row("gamma",                ERRORS,            hz_glm_gamma) \
    row("tweedie",              ERRORS,            hz_glm_tweedie) \
    row("negative-binomial",    ERRORS,            hz_glm_negative_binomial) \
    row("clark-ldf",            ERRORS,            hz_clark_ldf) \
    row("clark-cape-cod",       EXPOSURE | ERRORS, hz_clark_cape_cod) \
    row("bornhuetter-ferguson", RATIOS | EXPOSURE | PRIOR, hz_bornhuetter_ferguson) \
    row("benktander",           RATIOS | EXPOSURE | PRIOR, hz_benktander) \
    row("cape-cod",             RATIOS | EXPOSURE, hz_cape_cod) \
    row("incremental-additive", EXPOSURE,          hz_incremental_additive) \
    row("average-cost",         COUNTS,            hz_average_cost) \
    row("case-development",     INCURRED,          hz_case_development) \
    row("munich-paid",          INCURRED,          hz_munich_paid) \
    row("munich-incurred",      INCURRED,          hz_munich_incurred) \
    row("paid-incurred",        INCURRED | ERRORS, hz_paid_incurred) \
    row("disposal-rate",        COUNTS,            hz_disposal_rate) \
    row("completion",           EXPOSURE,          hz_completion) \
    row("percent-of-paid",      NOTHING,           hz_percent_of_paid) \
    row("expected",             RATIOS | EXPOSURE | PRIOR, hz_expected) \
    row("crc",                  EXPOSURE | ERRORS, hz_bayesian_crc) \
    row("csr",                  EXPOSURE | ERRORS, hz_bayesian_csr) \
    row("ccl",                  EXPOSURE | ERRORS, hz_bayesian_ccl) \
    row("cay",                  EXPOSURE | ERRORS, hz_bayesian_cay)
/* clang-format on */

/* Fills in ultimate, ibnr, payment of the origins and, if it has them, the errors of all. */
#define HZ_METHOD_FUNCTION(name, needs, function)                                                  \
    HZ_MUST_USE bool function(const struct hz_reserve_basis *basis, struct hz_reserve *reserve,    \
                              struct hz_error *err);
HZ_METHODS(HZ_METHOD_FUNCTION)

/* The methods, and their names, then NULL, in the same order. */
extern const struct hz_method hz_methods[];
extern const char *const hz_method_names[];

/* The method of that name, or NULL. */
const struct hz_method *hz_method_find(struct hz_text name);

/*
 * Estimates one triangle by one method. Refused (data): what the method refuses; a figure too large
 * for a double. Refused (usage): a method that needs exposures and a prior without them.
 */
HZ_MUST_USE bool hz_method_estimate(const struct hz_method *method,
                                    const struct hz_reserve_basis *basis,
                                    struct hz_reserve *reserve, struct hz_arena *arena,
                                    struct hz_error *err);

HZ_END_C

#endif

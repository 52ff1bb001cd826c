/*
 * development.h: how a triangle develops: the link ratios averaged age by age, their spread, and
 * the factors that were selected, from each age to ultimate.
 */

#ifndef HZ_TRIANGLE_DEVELOPMENT_H
#define HZ_TRIANGLE_DEVELOPMENT_H

#include "base/linkage.h"
#include "triangle/emergence.h"
#include "triangle/exclusion.h"
#include "triangle/tail.h"
#include "triangle/triangle.h"

HZ_BEGIN_C

/*
 * How link ratios C[k+1] / C[k] are averaged: weighted by C[k]^alpha. The value is Mack's alpha
 * (1999); R's chainladder() counts delta = 2 - alpha.
 */
enum hz_average {
    HZ_AVERAGE_SIMPLE = 0,     /* the arithmetic mean of the ratios */
    HZ_AVERAGE_VOLUME = 1,     /* the ratio of the sums: the chain ladder */
    HZ_AVERAGE_REGRESSION = 2, /* least squares of C[k+1] on C[k] through the origin */
    HZ_AVERAGE_GEOMETRIC = 3,  /* the geometric mean of the ratios */
    HZ_AVERAGE_MEDIAL = 4,     /* simple, without one more of the highest and of the lowest */
};

/* What sigma is at the ages with one link ratio, where none can be estimated. */
enum hz_sigma_rule {
    HZ_SIGMA_MACK = 0,       /* the least of the two sigmas before it and their extrapolation */
    HZ_SIGMA_LOG_LINEAR = 1, /* on a line through the logarithms of the others */
};

/* How the errors of successive factors, of which each is estimated by itself, go together. */
enum hz_mse_rule {
    HZ_MSE_MACK = 0,        /* to the first order (Mack 1993) */
    HZ_MSE_INDEPENDENT = 1, /* and the products of errors (Murphy 1994; Buchwalder et al. 2006) */
};

/* How the share developed by an age between those with factors is found (development_between.h). */
enum hz_between {
    HZ_BETWEEN_NONE = 0, /* not at all */
    HZ_BETWEEN_LINEAR = 1,
    HZ_BETWEEN_EXPONENTIAL = 2, /* of the share that is still to come */
};

/* linear and exponential, then NULL. */
extern const char *const hz_between_names[];

/* The names of averages and of both rules, in the order of their values, then NULL. */
extern const char *const hz_average_names[];
extern const char *const hz_sigma_rule_names[];
extern const char *const hz_mse_rule_names[];

/* What is chosen for the step from one age, in place of what goes for all. */
struct hz_age_choice {
    double age;
    enum hz_average average;
    struct hz_ratio_use use;
    double factor;         /* selected by judgement; 0: the average */
    double to_ultimate;    /* selected in place of that factor: with those after it, this; 0: not */
    struct hz_text origin; /* the only one that develops so; empty: all */
    struct hz_text reason;
    struct hz_place place;
};

/* What an actuary chooses. */
struct hz_development_choice {
    enum hz_average average;
    struct hz_ratio_use use;
    const struct hz_age_choice *at;
    size_t ats;
    const struct hz_exclusion *exclusion;
    size_t exclusions;
    struct hz_tail_choice curve; /* of the tail, unless constant: then it is `tail` */
    enum hz_sigma_rule sigma_rule;
    double last_sigma; /* in place of what that rule gives; 0: the rule */
    enum hz_mse_rule mse_rule;
    double tail;    /* factor from the last age to ultimate, > 0; 1: none */
    double tail_se; /* its own standard error and sigma; NaN: by the rule */
    double tail_sigma;
    enum hz_tail_error_rule tail_errors;
    double tail_decay; /* what of the tail is left after each further age, in a run-off; 0: none */
    bool no_negative;  /* no factor, and no tail, is below 1: those are taken as selected, as 1 */
    enum hz_between between; /* for development_between.h, not for hz_development_fit */
    int decimals; /* factors, and factors to ultimate, are rounded to so many; negative: not */
};

/* What is chosen for all origins for the step from an age. */
struct hz_age_choice hz_development_choice_at(const struct hz_development_choice *choice,
                                              double age);

/* The chain ladder's: volume-weighted, Mack's rule, no tail, not rounded. */
extern const struct hz_development_choice hz_development_usual;

/*
 * By age: entry k is of the step from column k to column k + 1 of the triangle, and the last one is
 * of the tail. NaN is what cannot be computed. Owned by the arena it was made in.
 */
struct hz_development {
    struct hz_development_choice choice;
    size_t ages;
    bool *used;    /* ages x origins: whether the link ratio was averaged */
    size_t *pairs; /* link ratios that were averaged */
    enum hz_average *average;
    double *average_factor; /* the average of the link ratios, before a selection and a curve */
    double *alpha;          /* of Mack's model; NaN: none gives the selected factor */
    double *weight;         /* the sum of C[k]^alpha over them */
    struct hz_tail tail;    /* its curve, and */
    struct hz_emergence_choice growth; /* that of Clark's, with its parameters; omega 0: another */
    const char *tail_fault;            /* why the curve gives no tail; NULL: it does */
    const char *tail_error_fault;      /* why its errors are NaN; NULL: they are not */
    double *factor;                    /* f[k] */
    double *sigma;                     /* Var(C[k+1] | C[k]) = sigma^2 C[k]^(2 - alpha) */
    double *se;                        /* standard error of f[k]: sigma / sqrt(weight) */
    double *to_ultimate;               /* f[k] f[k+1] ... tail */
    double *own_to_ultimate; /* the same of each origin, origins x ages; NULL: they are alike */
    double *credibility; /* of the average beside that of all groups (credibility.h); NaN: alone */
    double *collective;  /* the factor of all groups; NaN: alone */
    /* development after the last age that other groups show, but for a curve's; 1: none */
    double beyond;
};

/*
 * Averages the link ratios of a triangle, which must outlive it:
 *
 *     f[k] = sum C[k]^alpha F / sum C[k]^alpha,    F = C[k+1] / C[k]
 *     sigma[k]^2 = sum C[k]^alpha (F - f[k])^2 / (n - 1)
 *
 * over the n origins observed at both ages. One that stands at 0 at both says nothing and is left
 * out. One that grows from 0 counts in the volume average and the regression, has no ratio for the
 * simple average, and no sigma unless alpha is 2; sigma is not defined either where a C[k] is
 * negative and alpha is 1. A factor that is not positive cannot be used and is NaN.
 *
 * Where n is 1, sigma follows the rule: Mack's, sigma[k]^2 = min(sigma[k-1]^4 / sigma[k-2]^2,
 * sigma[k-2]^2, sigma[k-1]^2), or the line through (k, log sigma[k]) of all that were estimated and
 * are not 0; or it is as chosen. One rule never takes the place of the other: where it gives no
 * figure, that is NaN.
 *
 * Sigma measures the spread around the average before rounding.
 *
 * A factor that was selected, and a geometric mean, has an alpha of its own, for which the weighted
 * average is that factor: the one nearest to 1 between -8 and 10, by CLFM (delta = 2 - alpha).
 * Sigma and se are that model's. Where no alpha gives the factor, sigma is NaN; where there is one
 * link ratio, alpha is 1. Factors that a curve smooths keep the sigma and se of the average.
 * A factor to ultimate that was selected gives the factor that leads there.
 *
 * Source: Mack, T. (1993), ASTIN Bulletin 23(2), 213-225; Mack, T. (1999), ASTIN Bulletin 29(2),
 * 361-366; Bardis, E. T., Majidi, A. & Murphy, D. M. (2012), A family of chain-ladder factor models
 * for selected link ratios, Variance 6(2), 143-160.
 */
void hz_development_fit(struct hz_development *development, const struct hz_triangle *triangle,
                        struct hz_development_choice choice, struct hz_arena *arena);

/*
 * The first half of that, before the tail and the products, and the second: between them, factors
 * may be changed.
 */
void hz_development_average(struct hz_development *development, const struct hz_triangle *triangle,
                            struct hz_development_choice choice, struct hz_arena *arena);
void hz_development_finish(struct hz_development *development, const struct hz_triangle *triangle,
                           struct hz_arena *arena);

/* Development of an origin from a column to ultimate: its own where it has factors of its own. */
double hz_development_to_ultimate(const struct hz_development *development, size_t origin,
                                  size_t column);

/*
 * Refuses (data) a triangle with an origin whose way to ultimate has a factor that cannot be
 * computed, and says which factor and why.
 */
HZ_MUST_USE bool hz_development_require(const struct hz_development *development,
                                        const struct hz_triangle *triangle, struct hz_error *err);

/*
 * Spreads an ultimate of an origin over what is still to come from a column on, as it emerges:
 *
 *     payment[k] = ultimate (1 / to_ultimate[k+1] - 1 / to_ultimate[k]),   k = from ... ages - 1
 *
 * where the last one is the tail's. They add up to ultimate (1 - 1 / to_ultimate[from]).
 */
void hz_development_emerge(const struct hz_development *development, size_t origin, size_t from,
                           double ultimate, double payment[]);

HZ_END_C

#endif

/*
 * bayesian_density.h: the density of the models of bayesian.h, with what is normal integrated out,
 * and how it changes: what Hamiltonian Monte Carlo walks on. Of one evaluation the cost is that of
 * a Cholesky factor of all origins, and per age as many products as its cells have coefficients.
 */

#ifndef HZ_RESERVE_BAYESIAN_DENSITY_H
#define HZ_RESERVE_BAYESIAN_DENSITY_H

#include "reserve/bayesian.h"

HZ_BEGIN_C

/*
 * The model of one triangle, and what one chain works in. A coordinate of the density is, for each
 * age, the logit of its part of the variance; then, of csr, g in units of its standard deviation;
 * of ccl and cay, the logit of (1 + r) / 2.
 *
 * With e[w,d] for what an observed cell is off by, e[w] = y[w] - level - a[w] - b s[w] - r e[w-1]
 * within an age: as linear in level, a and b as without r. `t` are its coefficients of level and a
 * (a[w] at w), `slope` that of b, `left` its constant. They are made anew for each g and r. b of an
 * age is integrated out first, alone, which leaves one system of level and a for all ages.
 */
struct hz_bayesian_work {
    const struct hz_triangle *triangle;
    const struct hz_bayesian_choice *choice;
    size_t origins, ages;
    const double *y;          /* origins x ages: log value - log exposure */
    double *t, *slope, *left; /* of the cells of one age: origins x origins, origins, origins */
    double *t_down, *slope_down, *left_down; /* how they change with r, or slope with g */
    double *system, *inverse;    /* origins x origins: precision of level and a; its inverse */
    double *right, *mean;        /* origins: what it is solved for, and the solution */
    double *h, *k, *b_precision; /* of b: ages x origins, ages, ages */
    double *v;                   /* origins: inverse x h */
    double *variance, *variance_gradient; /* of each age */
    double *power;                        /* origins: (1 - g)^w */
    double rate, correlation;             /* g and r */
};

/* Room for what is worked in; triangle, choice, origins, ages and y are set before. */
void hz_bayesian_work_new(struct hz_bayesian_work *work, struct hz_arena *arena);

/* Whether the model has g; whether it has r. */
bool hz_bayesian_has_rate(const struct hz_bayesian_work *work);
bool hz_bayesian_has_correlation(const struct hz_bayesian_work *work);

/* How many coordinates its density has. */
size_t hz_bayesian_coordinates(const struct hz_bayesian_work *work);

/* Sets variances, g and r to those of a place. */
void hz_bayesian_set(struct hz_bayesian_work *work, const double at[]);

/*
 * Integrates level, a and b out at the parameters that are set: leaves their precisions, inverse
 * and mean in `work`, and adds its part to the logarithm of the density; NaN: not to be computed.
 */
void hz_bayesian_integrate(struct hz_bayesian_work *work, double *log_density);

/* A `struct hz_density`'s function of a `struct hz_bayesian_work`; NaN where it is not finite. */
double hz_bayesian_log_density(void *model, const double at[], double gradient[]);

/* Zeros of an arena, and the sum of products. */
double *hz_bayesian_numbers(size_t count, struct hz_arena *arena);
double hz_bayesian_dot(const double a[], const double b[], size_t n);

HZ_END_C

#endif

/*
 * glm_model.h: the generalised linear model that glm.h, glm_spread.h and glm_table.h fit and show.
 */

#ifndef HZ_RESERVE_GLM_MODEL_H
#define HZ_RESERVE_GLM_MODEL_H

#include "base/linkage.h"
#include "reserve/method.h"

#include <gsl/gsl_matrix.h>
#include <gsl/gsl_vector.h>

HZ_BEGIN_C

#define HZ_GLM_NONE ((size_t)-1)

/*
 * A model of the cells of a triangle: cell c is origin c / ages, column c % ages. Each cell is of a
 * class, its origin or its calendar period, which has a parameter, and of an age, which has
 * another; the first age has none.
 */
struct hz_glm_model {
    const struct hz_triangle *triangle;
    enum hz_glm_design design;
    double power;
    double theta;      /* of the negative binomial model; 0: another */
    double *increment; /* as it is fitted; NaN: not observed, or left out */
    double *mean;      /* of all cells, future ones too */
    double *offset;    /* of each origin: the logarithm of its exposure, or 0 */
    int *sign;         /* of each age: -1 where its mean is negative */
    double constant;   /* what was added to each increment */
    size_t cells;      /* observed */
    size_t *of;        /* the class of each cell */
    size_t classes;    /* those that are observed; later ones are calendar periods to come */
    size_t *row;       /* the parameter of each class; none: all its amounts are 0 */
    size_t *column;    /* of each age; none: all its amounts are 0, or it is the first */
    size_t first;      /* the age without a parameter of its own */
    size_t parameters;
    bool is_unfit;           /* it was refused for having no fit */
    double *level;           /* the parameters */
    gsl_matrix *information; /* X'WX, then its Cholesky factor */
    gsl_matrix *covariance;  /* of the parameters, but for phi */
    gsl_vector *work;
    double chi_square; /* Pearson's */
    double phi;
};

/* An empty one of the right size; the increments are the triangle's. */
void hz_glm_open(struct hz_glm_model *m, const struct hz_triangle *triangle, double power);
void hz_glm_close(struct hz_glm_model *m);

/*
 * Sorts the cells into the classes of its design, takes the increments as `negative` says (not
 * HZ_NEGATIVE_AUTO) and numbers the parameters. Refused (data): nothing but zeros; too many
 * parameters; calendar periods that cannot be told; an origin that is negative in all, to be
 * pooled.
 */
HZ_MUST_USE bool hz_glm_set_up(struct hz_glm_model *m, enum hz_negative negative,
                               struct hz_error *err);

/* Fits the means, with the power and theta that it has, and their covariance. */
HZ_MUST_USE bool hz_glm_fit(struct hz_glm_model *m, struct hz_error *err);

/* Refuses it for having no fit. */
bool hz_glm_refuse_fit(struct hz_glm_model *m, struct hz_error *err);

/* Whether there are, of a power, cells below 0. */
bool hz_glm_has_negative(const struct hz_glm_model *m);

/* X'WX of the cells with an increment, factorised; false if levels run into each other. */
bool hz_glm_factorise(struct hz_glm_model *m,
                      double (*weight)(const struct hz_glm_model *, size_t c));

/* chi_square and phi. Refused (data): no degree of freedom. */
HZ_MUST_USE bool hz_glm_disperse(struct hz_glm_model *m, struct hz_error *err);

/* The variance of an amount of that mean, without phi. */
double hz_glm_variance(const struct hz_glm_model *m, double mean);

/* The weight of a cell in X'WX. */
double hz_glm_weight(const struct hz_glm_model *m, size_t c);

/* Whether a cell's mean is 0 for want of any amount that is not. */
bool hz_glm_is_zero(const struct hz_glm_model *m, size_t c);

/* Adds a multiple of a cell's row of the design; the cell is not one whose mean is 0. */
void hz_glm_add_row(const struct hz_glm_model *m, size_t c, double by, gsl_vector *sum);

/* v' covariance v. */
double hz_glm_quadratic(const struct hz_glm_model *m, const gsl_vector *v);

HZ_END_C

#endif

/*
 * emergence.h: smooth curves of growth (赔付进展曲线): the share of an origin's claims that has
 * emerged by an age, fitted to all increments of a triangle at once.
 */

#ifndef HZ_TRIANGLE_EMERGENCE_H
#define HZ_TRIANGLE_EMERGENCE_H

#include "base/linkage.h"
#include "triangle/triangle.h"

HZ_BEGIN_C

/* omega is the curve's shape, theta its scale, in the unit of ages; both are above 0. */
enum hz_emergence_curve {
    HZ_CURVE_LOG_LOGISTIC =
        0,                /* G(x) = x^omega / (x^omega + theta^omega): half has come at theta */
    HZ_CURVE_WEIBULL = 1, /* G(x) = 1 - exp(-(x / theta)^omega) */
};

/* Their names, in the order of their values, then NULL. */
extern const char *const hz_emergence_curve_names[];

/* What is chosen. Zeroed: a log-logistic curve, fitted, without end. */
struct hz_emergence_choice {
    enum hz_emergence_curve curve;
    double omega, theta; /* 0: fitted */
    double until;       /* the age, as the triangle counts it, at which all has emerged; 0: never */
    bool is_from_start; /* the curve counts age from the start of an origin period */
};

/* A share of claims, and its first and second derivatives by the parameters. */
struct hz_share {
    double share;
    double by_omega, by_theta;
    double by_omega_omega, by_omega_theta, by_theta_theta;
};

/* G at an age from the average claim of an origin: 0 at 0, 1 at infinity. */
struct hz_share hz_emergence_at(enum hz_emergence_curve curve, double omega, double theta,
                                double age);

/*
 * The share of an origin, its period being over, that a curve, whose omega and theta are given,
 * expects by an age, as the triangle counts ages; infinity: in the end, at `until` if it is given.
 */
double hz_emergence_by(const struct hz_triangle *triangle, const struct hz_emergence_choice *choice,
                       double age);

/* Adds so much of `part` to a sum. */
void hz_share_add(struct hz_share *sum, double times, struct hz_share part);

/*
 * A fitted curve. A group of origins shares one level: the ultimate of its one origin, or what is
 * expected in the end per unit of exposure of all. Owned by the arena it was made in; triangle and
 * exposures are borrowed.
 */
struct hz_emergence {
    const struct hz_triangle *triangle;
    const double *exposure; /* of each origin; NULL: each has a level of its own */
    struct hz_emergence_choice choice;
    double omega, theta;
    struct hz_share
        *at; /* by column, of an origin whose period is over; the last, [ages]: in the end */
    size_t groups;
    double *level;
    double *claims;        /* of a group, so far */
    struct hz_share *used; /* of a group: exposure times what has emerged of it */
    double sigma2;         /* variance over mean of an increment, in the unit of the triangle */
    double omega_variance, omega_theta_covariance, theta_variance;
    double log_likelihood; /* sum of c ln m - m */
    size_t cells;          /* increments that were fitted */
    size_t parameters;
};

/*
 * Fits the curve by maximum likelihood. The increment c of an origin between two ages is
 * over-dispersed Poisson, independent of all others, with mean and variance
 *
 *     m = level exposure (G(to) - G(from)),    Var = sigma2 m
 *
 * An origin's first cell is all that emerged until then, also where earlier ages are missing. G is
 * taken at the age from the average claim. Of an origin period of length w that ends at age w (t
 * counts from its start), the part T has passed, w if it is over, else the age of the latest cell:
 * by t, the share t / T of the claims had happened, at an average age of t / 2, and later all, at t
 * - T / 2. With is_from_start, it is taken at t. An age 0 is the end of the first step, as it is in
 * hz_triangle_period.
 *
 * A period that is not over thus has the claims, and wants the exposure, of what has passed of it:
 * earned contributions. Clark's appendix B has both for the whole period.
 *
 * Levels have closed forms, sum c / sum exposure G, so that omega and theta are searched alone, by
 * Newton's method from the best of a grid. sigma2 is Pearson's chi-square by the cells less
 * parameters. The covariances are sigma2 times the inverse of the observed information; if omega
 * and theta are given, as if they had been fitted, and NaN where that is no peak of the likelihood.
 *
 * Cells may be missing between observed ones: an increment is from one observed to the next.
 *
 * Increments may be 0 or negative; an origin that is 0 throughout is left out.
 *
 * Refused (data): claims of a group that add up to 0 or less; claims without exposure; an exposure
 * below 0; origin periods of unknown length, unless is_from_start; an end before the last age; no
 * degree of freedom left; increments that no such curve fits, or that do not tell its parameters.
 *
 * Source: Clark, D. R. (2003), LDF curve-fitting and stochastic reserving: a maximum likelihood
 * approach, CAS Forum, Fall 2003, 41-92, sections 1 and 2, appendices A and B.
 */
HZ_MUST_USE bool hz_emergence_fit(struct hz_emergence *fit, const struct hz_triangle *triangle,
                                  const double exposure[], struct hz_emergence_choice choice,
                                  struct hz_arena *arena, struct hz_error *err);

/* Of an observed cell: what was added since the origin's cell before, and what the curve says. */
double hz_emergence_observed(const struct hz_emergence *fit, size_t origin, size_t column);
double hz_emergence_fitted(const struct hz_emergence *fit, size_t origin, size_t column);

/* What has emerged of an origin by a column; by the number of ages: in the end. */
struct hz_share hz_emergence_share(const struct hz_emergence *fit, size_t origin, size_t column);

/*
 * The value of an origin at an age: between two cells on a line in what the curve says has emerged,
 * and before the first from 0 at the start. NaN after the latest.
 */
double hz_emergence_interpolate(const struct hz_emergence *fit, size_t origin, double age);

/* An origin's exposure, 1 if none is given, and its group. */
double hz_emergence_exposure(const struct hz_emergence *fit, size_t origin);
size_t hz_emergence_group(const struct hz_emergence *fit, size_t origin);

HZ_END_C

#endif

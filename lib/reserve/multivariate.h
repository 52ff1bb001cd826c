/*
 * multivariate.h: the multivariate chain ladder: several triangles of one portfolio, whose origins
 * do not develop independently of each other.
 */

#ifndef HZ_RESERVE_MULTIVARIATE_H
#define HZ_RESERVE_MULTIVARIATE_H

#include "base/linkage.h"
#include "triangle/development.h"

HZ_BEGIN_C

struct hz_multivariate_choice {
    enum hz_average average; /* one of Mack's three */
    enum hz_mse_rule mse_rule;
    bool is_separate;    /* factors of each triangle by itself */
    size_t iterations;   /* of factors and covariances; 1: once, as in Zellner (1962) */
    size_t uncorrelated; /* the last ages at which triangles have nothing to do with each other */
    bool has_intercept;  /* each regression has one */
    bool is_general;     /* each regression is on the values of all triangles */
    bool is_unbiased;    /* covariances without bias, as in Merz & Wüthrich (2008) */
};

/*
 * The coefficients of one age: `regressors` of each triangle, the intercept, if there is one, and
 * then that of the triangle's own value, or of all; and their covariances.
 */
struct hz_multivariate_step {
    size_t regressors;
    bool has_intercept, is_general;
    double *coefficient; /* N x regressors */
    double *spread;      /* (N x regressors) x (N x regressors) */
};

/*
 * N triangles of A ages and O origins. Matrices of an age are N x N, row by row. Figures of
 * reserves have N + 1 columns, the last one of the portfolio, and O + 1 rows, the last one of all
 * origins. Owned by the arena it was made in.
 */
struct hz_multivariate {
    size_t triangles, ages, origins;
    const struct hz_triangle *const *triangle;
    struct hz_multivariate_choice choice;
    struct hz_multivariate_step *step; /* of each age */
    bool *is_joint;                    /* whether an age's factors were estimated together */
    double *factor;                    /* A x N: of each triangle's own value */
    double *covariance;                /* A x N x N: Sigma of the deviations */
    double *factor_covariance;         /* A x N x N */
    double *latest, *ultimate, *ibnr, *process_se, *parameter_se, *se; /* (O + 1) x (N + 1) */
};

/* Sigma of an age, column k, of triangles a and b. */
static inline double *hz_multivariate_sigma(const struct hz_multivariate *fit, size_t k, size_t a,
                                            size_t b)
{
    return &fit->covariance[(k * fit->triangles + a) * fit->triangles + b];
}

/* The most triangles of a portfolio. */
enum { HZ_MULTIVARIATE_MOST = 100, HZ_MULTIVARIATE_GENERAL_MOST = 20 };

/*
 * Given all up to an age, the values C of an origin at the next are
 *
 *     E C[k+1] = diag(f[k]) C[k],   Cov C[k+1] = D Sigma[k] D,   D = diag(C[k])^(1 - alpha/2)
 *
 * independently of other origins. f are the generalised least squares estimates with Sigma = e'e /
 * (n - 1) from the n origins' residuals, in turns until they change no more; with is_separate, and
 * where n is not above N or Sigma is singular, those of each triangle by itself. Cov(f) = (sum x
 * Sigma^-1 x)^-1 with x = diag(C[k])^(alpha/2) in the first case, and in the second from the
 * covariances of sums (Braun 2004). The last `uncorrelated` ages are separate too, with covariances
 * of 0. With is_unbiased, e'e of two triangles is divided by n - 2 + r^2, where r is the cosine of
 * their x, unless that makes Sigma no covariance matrix. Where one origin shows an age, the
 * variances follow Mack's rule and the correlations are those of the age before.
 *
 *     process:   P[k+1] = F P[k] F + D Sigma D,   F = diag(f[k])
 *     parameter: E[k+1] = F E[k] F + diag(C) Cov(f) diag(C)  (independent: + Cov(f) o E[k])
 *
 * by origin, and for all with their sum in place of C; the portfolio has the sums of all entries.
 * Of one triangle this is Mack's.
 *
 * With intercepts, and in the general model, E C[k+1] = a[k] + B[k] C[k], where B is diagonal
 * without is_general; Sigma is divided by n less the coefficients of a triangle, B stands for F,
 * and (1, C) for C in the parameters' part, where the sum over origins has their number for 1. It
 * goes back to the plain model at the last `uncorrelated` ages, and where n is not above N or the
 * coefficients of a triangle.
 *
 * An origin that stands at 0 in one of the triangles is left out of that age for all of them.
 *
 * Refused (data): triangles with other cells; a negative value; an age that no origin, or one
 * origin that the rule has nothing for, shows; more than HZ_MULTIVARIATE_MOST triangles, or, in the
 * general model, HZ_MULTIVARIATE_GENERAL_MOST; regressors that follow from each other.
 *
 * Source: Braun, C. (2004), ASTIN Bulletin 34(2), 399-423; Proehl, C. & Schmidt, K. D. (2005),
 * Multivariate chain-ladder, Dresdner Schriften zur Versicherungsmathematik; Merz, M. & Wüthrich,
 * M. V. (2008), Prediction error of the multivariate chain ladder reserving method, North American
 * Actuarial Journal 12(2), 175-197; Zhang, Y. (2010), A general multivariate chain ladder model,
 * Insurance: Mathematics and Economics 46, 588-599.
 */
HZ_MUST_USE bool hz_multivariate_fit(struct hz_multivariate *fit,
                                     const struct hz_triangle *const triangle[], size_t triangles,
                                     struct hz_multivariate_choice choice, struct hz_arena *arena,
                                     struct hz_error *err);

/*
 * At column k: the intercept of triangle m, 0 if it has none there, and the coefficient of triangle
 * j's value in its regression, NaN if there is none.
 */
double hz_multivariate_intercept(const struct hz_multivariate *fit, size_t k, size_t m);
double hz_multivariate_factor(const struct hz_multivariate *fit, size_t k, size_t m, size_t j);

HZ_END_C

#endif

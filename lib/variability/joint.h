/*
 * joint.h: what the reserves of several groups come to together, drawn from their own distributions
 * with a dependence between them.
 */

#ifndef HZ_VARIABILITY_JOINT_H
#define HZ_VARIABILITY_JOINT_H

#include "base/linkage.h"
#include "random/trials.h"
#include "random/variate.h"
#include "variability/draws.h"

HZ_BEGIN_C

/* How groups are off together. */
enum hz_joint_dependence {
    HZ_JOINT_UNSTATED,
    HZ_JOINT_INDEPENDENT, /* each group's simulations are others */
    HZ_JOINT_SYNCHRONOUS, /* the same residuals are drawn at the same cells of all triangles */
    HZ_JOINT_CORRELATED,  /* the ranks of the groups' totals are correlated: a Gaussian copula */
};

/* In the order of the enum, then NULL. HZ_JOINT_CORRELATED is none of them: it takes a matrix. */
extern const char *const hz_joint_names[];

/* The most totals that are kept for a copula: a gibibyte. */
#define HZ_JOINT_KEPT_MOST ((uint64_t)1 << 27)

/* Groups whose totals are added up. Owned by the arena it was made in, but for `sorted`. */
struct hz_joint {
    enum hz_joint_dependence dependence;
    const struct hz_draws *const *draws;
    size_t groups;
    size_t figures;  /* most of any group */
    double **sorted; /* of each group: the totals of all its simulations, ascending */
    double *root;    /* groups x groups: the lower triangle of Cholesky's of normal correlations */
    uint64_t trials;
    uint64_t seed;
    struct hz_ziggurat ziggurat;
};

/*
 * Of `groups` groups. rank[groups x groups]: their rank correlations (Spearman's) for the copula,
 * which has the normal correlations 2 sin(pi rank / 6); else NULL. With it the totals of each group
 * are drawn, on so many threads, and kept: 8 bytes a group and trial.
 *
 * Refused (data): rank correlations that no distribution has (the matrix is not positive definite);
 * a total that is not finite; (usage) more than HZ_JOINT_KEPT_MOST totals.
 *
 * Source: for the synchronous bootstrap, Kirschner, G. S., Kerley, C. & Isaacs, B. (2008), Two
 * approaches to calculating correlated reserve indications across multiple lines of business,
 * Variance 2(1), 15-38, which has both.
 */
HZ_MUST_USE bool hz_joint_new(struct hz_joint *joint, const struct hz_draws *const draws[],
                              size_t groups, const double rank[], struct hz_arena *arena,
                              struct hz_error *err);

/* One figure: the sum over the groups. As `draw` of struct hz_trials; the model is the joint. */
void hz_joint_draw(const void *joint, uint64_t first, double figure[]);

void hz_joint_free(struct hz_joint *joint);

HZ_END_C

#endif

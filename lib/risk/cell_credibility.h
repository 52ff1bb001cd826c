/*
 * cell_credibility.h: how far a small cell stands for itself: the estimators of Bühlmann and Straub.
 *
 * Cell i has in year j the ratio X[i][j] on the weight w[i][j]. With s2 the variance within cells of
 * a weight of 1, and a the variance between cells' own true ratios,
 *
 *     Z[i] = w[i] / (w[i] + s2 / a),   estimate of i = Z[i] X[i] + (1 - Z[i]) m,
 *     m = sum Z[i] X[i] / sum Z[i],
 *     s2 = sum w[i][j] (X[i][j] - X[i])^2 / sum (n[i] - 1),
 *     a = w / (w^2 - sum w[i]^2) (sum w[i] (X[i] - X)^2 - (I - 1) s2)
 *
 * Source: Bühlmann, H., Gisler, A. (2005), "A Course in Credibility Theory", section 4.8.
 */

#ifndef HZ_RISK_CELL_CREDIBILITY_H
#define HZ_RISK_CELL_CREDIBILITY_H

#include <stddef.h>

/* A cell in a year; cells are numbered from 0. A weight of 0 is no observation. */
struct hz_cell_year {
    size_t cell;
    double ratio, weight;
};

struct hz_cell_credibility {
    double collective; /* m; NaN without any weight */
    double within;     /* s2 */
    double between;    /* a, 0 where the cells differ no more than chance would have it: Z = 0 */
};

/* What is known of a cell: set for each of `cells`. */
struct hz_credible_cell {
    double weight, ratio; /* its own; the ratio of a cell without weight is the collective one */
    double z;
    double estimate;
    double variance; /* of the true ratio about the estimate: (1 - Z) a */
};

struct hz_cell_credibility hz_cell_credibility(const struct hz_cell_year row[], size_t rows,
                                               size_t cells, struct hz_credible_cell credible[]);

#endif

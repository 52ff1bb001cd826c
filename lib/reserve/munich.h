/*
 * munich.h: the Munich chain ladder: paid and incurred triangles are projected together, each
 * minding how the other stands to it.
 */

#ifndef HZ_RESERVE_MUNICH_H
#define HZ_RESERVE_MUNICH_H

#include "base/linkage.h"
#include "reserve/method.h"

HZ_BEGIN_C

/*
 * One of the two triangles, A; B is the other. Entry k is of column k; projected has origins x
 * ages. Owned by the arena it was made in.
 */
struct hz_munich_side {
    const struct hz_triangle *triangle;
    struct hz_development development; /* of A alone */
    double *ratio;                     /* sum B / sum A */
    double *rho;                       /* Var(B / A | A) = rho^2 / A */
    double lambda;     /* of A's link ratios on those ratios, in standard deviations */
    double *projected; /* observed, then projected */
};

struct hz_munich {
    struct hz_munich_side paid, incurred;
};

/*
 * Fits and projects both triangles, of the same cells, with factors f and sigmas as chosen:
 *
 *     A[k+1] = f[k] A[k] + lambda sigma[k] / rho[k] A[k]^((1 - alpha) / 2) (B[k] - ratio[k] A[k])
 *     rho[k]^2 = sum A (B / A - ratio[k])^2 / (n - 1), over the n origins that stand above 0 at k
 *     lambda   = sum r s / sum r^2,   r = (B / A - ratio[k]) sqrt(A) / rho[k],
 *                                     s = (A[k+1] / A[k] - f[k]) A^(alpha/2) / sigma[k]
 *
 * over all cells with a link ratio in use that is not the only one of its age; alpha is 1 for the
 * volume average, as in the source. Where one origin is observed, rho is on the line through (k,
 * log rho[k]) of the others. Where rho or sigma is 0, or cannot be told, all origins stand alike
 * and nothing is corrected. A tail is not applied.
 *
 * Refused (data): factors that cannot be computed, of either triangle; an origin whose ratio leads
 * below zero or beyond ten times its development.
 *
 * Source: Quarg, G. & Mack, T. (2004), Munich chain ladder, Blaetter der DGVFM 26(4), 597-630.
 */
HZ_MUST_USE bool hz_munich_fit(struct hz_munich *fit, const struct hz_triangle *paid,
                               const struct hz_triangle *incurred,
                               struct hz_development_choice choice, struct hz_arena *arena,
                               struct hz_error *err);

/* r and s of a cell of a side; false where one of them is not defined. */
bool hz_munich_residuals(const struct hz_munich_side *side, const struct hz_munich_side *other,
                         size_t origin, size_t column, double *ratio, double *link);

/*
 * Reserves: the ultimate of payments, times the tail factor, or of incurred claims, less what is
 * paid. The payments of the first follow its projection, of the second the chain ladder. No errors.
 * Refused (usage): no incurred claims. Refused (data): as above.
 */
HZ_MUST_USE bool hz_munich_paid(const struct hz_reserve_basis *basis, struct hz_reserve *reserve,
                                struct hz_error *err);
HZ_MUST_USE bool hz_munich_incurred(const struct hz_reserve_basis *basis,
                                    struct hz_reserve *reserve, struct hz_error *err);

HZ_END_C

#endif

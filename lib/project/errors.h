/*
 * errors.h: standard errors of what is paid in each calendar period, in Mack's model.
 *
 * Of an origin, a period has the payments from column a to column b of its row, X = C[b] - C[a]:
 *
 *     process:    (F - 1)^2 Var(C[a]) + Var(C[b] | C[a]),   F = f[a] ... f[b-1]
 *     parameter:  dX / df[j] = C[b] / f[j] - (j < a) C[a] / f[j]
 *
 * Process variances of origins add up. The factors are shared by all of them and uncorrelated, so
 * that the parameter variance of a period is the sum over j of se(f[j])^2 times the square of the
 * origins' derivatives added up. For one period that has everything, this is the standard error of
 * the total that Mack (1993, 1999) gives; the source of the assumptions is mack.h.
 */

#ifndef HZ_PROJECT_ERRORS_H
#define HZ_PROJECT_ERRORS_H

#include "base/linkage.h"
#include "project/runoff.h"
#include "reserve/method.h"

HZ_BEGIN_C

/* The payments of one origin in one period: from column `from` to column `to` of the triangle. */
struct hz_paid_between {
    size_t origin;
    size_t from, to;
    size_t period; /* counted from 0, of the run-off */
};

/*
 * Fills in se[0 .. periods - 1]. `basis` is what hz_mack has estimated without a refusal. Ranges of
 * an origin do not overlap.
 */
void hz_runoff_errors(const struct hz_reserve_basis *basis, const struct hz_paid_between between[],
                      size_t n, size_t periods, double se[]);

HZ_END_C

#endif

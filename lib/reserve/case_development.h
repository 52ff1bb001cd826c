/*
 * case_development.h: the reserve development method (准备金进展法): case outstanding as it is used
 * up.
 */

#ifndef HZ_RESERVE_CASE_DEVELOPMENT_H
#define HZ_RESERVE_CASE_DEVELOPMENT_H

#include "base/linkage.h"
#include "reserve/method.h"

HZ_BEGIN_C

/*
 * With a triangle of payments P and one of incurred claims, whose case outstanding is R = incurred
 * - P,
 *
 *     paid[k] = mean over origins of (P[k+1] - P[k]) / R[k]
 *     left[k] = mean over origins of R[k+1] / R[k]
 *
 * project R and P from the latest ages on; ultimate = P + R at the last age, where what is still
 * outstanding is taken to be paid in full, times the tail factor for R. The means are simple, as in
 * the source. The payments from case outstanding at the last age are in the tail's column. No
 * errors.
 *
 * Refused (data): a step that some origin has before it, where no origin has case outstanding.
 * Refused (usage): no incurred claims. Source: Marker, J. O. & Mohl, J. J. (1980), Rating
 * claims-made insurance policies, CAS Discussion Paper Program, 265-304; Friedland, J. (2010),
 * chapter 12.
 */
HZ_MUST_USE bool hz_case_development(const struct hz_reserve_basis *basis,
                                     struct hz_reserve *reserve, struct hz_error *err);

HZ_END_C

#endif

/* incremental_additive.h: the additive method (complementary loss ratio). */

#ifndef HZ_RESERVE_INCREMENTAL_ADDITIVE_H
#define HZ_RESERVE_INCREMENTAL_ADDITIVE_H

#include "base/linkage.h"
#include "reserve/method.h"

HZ_BEGIN_C

/*
 * What an age adds is in proportion to exposure:
 *
 *     zeta[k] = sum_i X[i,k] (1 + trend)^-v / sum_i exposure[i],   X the amount added up to age k,
 *     X[i,k]  = zeta[k] exposure[i] (1 + trend)^v                  where it is still to come,
 *
 * over the origins where X[i,k] is observed and not excluded; v is how many origin periods its
 * calendar period lies after the latest diagonal (before it: below 0). A tail factor is multiplied
 * by the value that the last age comes to. What is excluded by name, and all but the last so many
 * origins, are left out of zeta too; limits of link ratios, and the highest and lowest, are not of
 * amounts and make no difference. No errors.
 *
 * Refused (data): exposures of an age that add up to 0; a trend, if the triangle does not show how
 * age falls from one origin to the next; a tail that the curve does not give. Source: Schmidt, K.
 * D. (2006), Methods and models of loss reserving based on run-off triangles: a unifying survey,
 * CAS Forum, Fall 2006, 269-317.
 */
HZ_MUST_USE bool hz_incremental_additive(const struct hz_reserve_basis *basis,
                                         struct hz_reserve *reserve, struct hz_error *err);

HZ_END_C

#endif

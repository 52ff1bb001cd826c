/*
 * completion.h: completion factors with recent months by exposure (完成因子法), as in health plans.
 */

#ifndef HZ_RESERVE_COMPLETION_H
#define HZ_RESERVE_COMPLETION_H

#include "base/linkage.h"
#include "reserve/method.h"

HZ_BEGIN_C

/*
 * The completion factor of an origin is the share of its ultimate that has been observed, 1 /
 * to_ultimate. Where it is at least basis->completion, the origin is complete enough to speak for
 * itself:
 *
 *     ultimate = latest / factor.
 *
 * Where it is below, as in the last months, a few claims more or less would be multiplied into
 * anything, and what is missing comes by exposure (per member per month):
 *
 *     ultimate = latest + (1 - factor) exposure level / (1 + trend)^v,
 *     level    = sum of the ultimates (1 + trend)^v / sum of the exposures,
 *                of those complete enough,
 *
 * where v is how many origin periods an origin lies before the youngest. If a prior is given, it is
 * the level. No errors.
 *
 * Refused (data): a factor that cannot be computed; no origin that is complete enough, and no
 * prior. Refused (usage): no basis->completion. Source: Actuarial Standards Board (2017), Actuarial
 * Standard of Practice 5, Incurred health and disability claims, sections 3.4.1 (development) and
 * 3.4.2 (projection, to supplement it for the most recent months).
 */
HZ_MUST_USE bool hz_completion(const struct hz_reserve_basis *basis, struct hz_reserve *reserve,
                               struct hz_error *err);

HZ_END_C

#endif

/* apportion.h: an amount shared out by a key (分摊), to the last fen. */

#ifndef HZ_RESERVE_APPORTION_H
#define HZ_RESERVE_APPORTION_H

#include "base/error.h"
#include "base/linkage.h"
#include "base/money.h"

#include <stddef.h>

HZ_BEGIN_C

/*
 * Gives each of n its part of the total in proportion to its key, by the largest remainder
 * (Hamilton): each gets its exact part cut down to whole fen (towards zero), and the fen that are
 * left go one by one to those whose parts were cut by most; of equals, to the larger key, then to
 * the earlier one. Shares add up to the total, and none is a fen or more away from its exact part.
 * The total may be negative.
 *
 * Keys are whole numbers of any unit, the same for all. Refused (data): a key below zero; keys that
 * add up to zero, or to more than can be counted with times the total (2^126).
 */
HZ_MUST_USE bool hz_apportion(hz_fen total, const hz_sum key[], size_t n, hz_fen share[],
                              struct hz_error *err);

HZ_END_C

#endif

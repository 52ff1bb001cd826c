/* ruin_table.h: whether a fund of the classical model lasts, by simulation and in closed form. */

#ifndef HZ_FUND_RUIN_TABLE_H
#define HZ_FUND_RUIN_TABLE_H

#include "base/linkage.h"
#include "fund/solvency_table.h"

HZ_BEGIN_C

/*
 * The assumptions are a YAML map, all of it necessary: assets and mean (of a claim) in yuan,
 * claims (a year, on average), loading (above 0), years, and level (the probability to be held);
 * see risk/ruin.h.
 *
 * Fills the columns quantity, value, origin: the assumptions with file and line, the probability
 * to be exhausted ever and within the years in closed form, within the years by so many paths
 * with its standard error and how many of them it is away, and the assets that hold the level,
 * ever and within the years. The same for any number of threads. Refused (data): a key unknown
 * or missing, a figure out of range.
 */
HZ_MUST_USE bool hz_ruin_table(const struct hz_solvency_order *order, struct hz_table *out,
                               struct hz_error *err);

HZ_END_C

#endif

/*
 * bridge_table.h: bridges from valuation to valuation, and looks back, as tables: see hz-bridge(1).
 */

#ifndef HZ_VARIABILITY_BRIDGE_TABLE_H
#define HZ_VARIABILITY_BRIDGE_TABLE_H

#include "base/linkage.h"
#include "file/table.h"
#include "triangle/triangle_table.h"
#include "variability/bridge.h"

HZ_BEGIN_C

/* A valuation without its triangle and exposures, which each group has of its own. */
struct hz_bridge_order {
    struct hz_valuation before, after;
    enum hz_bridge_change change[HZ_BRIDGE_CHANGES];
    size_t look_back; /* how many diagonals, for hz_look_back_table */
};

/* Reads "method,prior,selections", each once. Refused (usage): anything else. */
HZ_MUST_USE bool hz_bridge_order_parse(enum hz_bridge_change change[HZ_BRIDGE_CHANGES],
                                       const char *list, struct hz_error *err);

/*
 * The groups, origin, opening, expected (payments, below 0), unwind (of the discount), paid (those
 * made less those expected, below 0 if more was paid), experience, factors, the changes in their
 * order, rate (of discount), new (origins), closing, without unwind and rate if nothing is
 * discounted: a row an origin, then their total; each row adds up to the last decimal.
 *
 * A group that is new opens with nothing. Refused (data): what hz_bridge_new refuses; a group of
 * the valuation before that is not in this one.
 */
HZ_MUST_USE bool hz_bridge_table(const struct hz_bridge_order *order,
                                 const struct hz_triangle_table *before,
                                 const struct hz_triangle_table *after, struct hz_table *out,
                                 struct hz_error *err);

/*
 * What was held so many diagonals ago, for each of the last ones, against what was paid since and
 * is held now: the groups, ago, origin, reserve, paid (since), held (now), run_off (what was too
 * much; below 0: too little), ratio (of the reserve): a row an origin that was there, then their
 * total.
 */
HZ_MUST_USE bool hz_look_back_table(const struct hz_bridge_order *order,
                                    const struct hz_triangle_table *triangles, struct hz_table *out,
                                    struct hz_error *err);

HZ_END_C

#endif

/* benefit_map.h: claim records in, the same with what they are paid and why. */

#ifndef HZ_RECORD_BENEFIT_MAP_H
#define HZ_RECORD_BENEFIT_MAP_H

#include "base/linkage.h"
#include "record/benefit_claims.h"
#include "record/cover_reader.h"
#include "record/groups.h"
#include "stream/fold.h"

HZ_BEGIN_C

struct hz_benefit_settings {
    const struct hz_plans *plans;
    const struct hz_plans *against; /* NULL: none. A plan that it lacks stays as it is */
    const char *members;            /* their file; NULL: claims have the columns of their covers */
    enum hz_cover_key key;
    bool is_sorted;   /* members and claims both, by the key: constant memory */
    bool explains;    /* prints derivations, not rows */
    bool reviews;     /* flags for a person to look at */
    bool totals;      /* prints a table by `by`, not rows */
    bool signs;       /* prints signs of fraud by `by` */
    hz_fen threshold; /* for them; 0: none */
    struct hz_groups by;
};

/* Names that --by may not have, as they are the table's own; and the columns that rows get. */
extern const char *const hz_benefit_result[];

/*
 * Makes the map, which uses the settings as long as it lives and frees itself. Rows come out as
 * they came in, with cover, payable, aid, service_cost, by_benefit and reasons behind them; where
 * the file says what was paid or approved, difference, that less what the plan gives; then those
 * of --against (payable_against, difference_against) and of --review (review). Limits that run
 * over a term are kept by cover. Rejects: no_member, unknown_plan, missing_fact, bad_grade,
 * not_sorted, end_before_start, and the faults of typed columns.
 */
struct hz_map hz_benefit_map(const struct hz_benefit_settings *settings);
HZ_END_C

#endif

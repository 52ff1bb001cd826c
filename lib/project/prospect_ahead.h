/* prospect_ahead.h: what a scenario makes of the past: cells with their exposures, plan by plan. */

#ifndef HZ_PROJECT_PROSPECT_AHEAD_H
#define HZ_PROJECT_PROSPECT_AHEAD_H

#include "base/linkage.h"
#include "project/prospect_past.h"

HZ_BEGIN_C

/* What a scenario makes of the past, for a plan, or a plan in an office. */
struct hz_prospect_ahead {
    size_t plan, office;  /* office: all of them if the order is not by office */
    double *exposure;     /* of each month, without factors */
    double *contribution; /* of covers to be written, by the month of their start */
    struct hz_prospect_cell cell;
};

struct hz_prospect_projection {
    const struct hz_prospect_past *past;
    const struct hz_scenario *scenario;
    struct hz_prospect_plan *plan; /* with the severity that the scenario wants */
    const char **basis;            /* of each plan: what its severity is */
    struct hz_prospect_ahead *ahead;
    size_t aheads; /* by plan, then by office */
};

/*
 * Puts a scenario on the past. A distribution that cannot be fitted gives way to the amounts as
 * they are, and amounts that a plan has none of to those of all plans: `basis` says so.
 */
HZ_MUST_USE bool hz_prospect_project(const struct hz_prospect_past *past,
                                     const struct hz_scenario *scenario,
                                     struct hz_prospect_projection *projection,
                                     struct hz_arena *arena, struct hz_error *err);

HZ_END_C

#endif

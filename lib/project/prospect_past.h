/* prospect_past.h: what claims and exposures say of the past, as project/prospect.h takes it. */

#ifndef HZ_PROJECT_PROSPECT_PAST_H
#define HZ_PROJECT_PROSPECT_PAST_H

#include "base/linkage.h"
#include "project/exposure_table.h"
#include "project/prospect.h"
#include "project/scenario.h"
#include "risk/credibility.h"

HZ_BEGIN_C

/* What is projected, and how. */
struct hz_prospect_order {
    struct hz_exposure_table exposure;
    const struct hz_scenario *scenario;
    size_t scenarios;
    size_t months; /* that are projected */
    enum hz_grain grain;
    bool by_office;
    bool is_paid;     /* by when payouts are made, not by when their events happen */
    bool assumptions; /* print these instead */
    double level;     /* of the interval: 0.9 is from the 5th to the 95th percentile */
    size_t paths;
    uint64_t seed;
    int threads; /* that draw paths; 0: one */
};

/* A claim that has been paid and closed. */
struct hz_prospect_claim {
    size_t plan, office;
    size_t month;  /* of the event, from the first one of the exposures */
    size_t lag;    /* months from it to the last payment */
    size_t member; /* numbered; claims of one member follow each other */
    double amount; /* yuan */
};

/* What is known of the past; owned by the arena. */
struct hz_prospect_past {
    const struct hz_prospect_order *order;
    struct hz_prospect_claim *claim; /* by plan, office, member */
    size_t claims;
    size_t open;      /* claims with a payment that are not closed: not counted */
    size_t months;    /* of the past */
    double *payment;  /* [age of the event's month][lag]: yuan, as hz_prospect_emergence takes it */
    double *exposure; /* [plan][office][month] */
    double *known;    /* part of the events known at the end of a lag */
    double *share;    /* part of the payments made at a lag */
    struct hz_prospect_plan *plan;
    double *plan_mean; /* of amounts; NaN without any */
    double *relative;  /* amounts over their plan's mean */
    size_t relatives;
    double *middle;    /* of each plan's exposure: months before the valuation */
    double season[12]; /* from January */
    struct hz_credibility seasons;
    struct hz_credible
        *office; /* [plan][office]: rate of an office over its plan's; se: without the plan's own */
};

/* From claims, payments and `months`: all the rest. */
void hz_prospect_estimate(struct hz_prospect_past *past, struct hz_arena *arena);

HZ_END_C

#endif

/*
 * catalogue.h: the plans that are known, in all their versions, and the lists that they name.
 *
 * A cover belongs to the version that holds on its first day, and keeps it to its end, whatever
 * version comes into force in between: a claim is paid by the terms that were agreed on. So records
 * name a plan by its code, and by its version only where two hold at once.
 *
 * plans.h fills a catalogue from files, and frees it.
 */

#ifndef HZ_PLAN_CATALOGUE_H
#define HZ_PLAN_CATALOGUE_H

#include "base/arena.h"
#include "base/linkage.h"
#include "plan/plan.h"

HZ_BEGIN_C

/* Zeroed, it knows no plan. Indices of plans are stable once all are read. */
struct hz_plans {
    struct hz_arena arena; /* owns all of it */
    size_t count;
    struct hz_plan **plan; /* by code, then by the first day on which the version holds */
    size_t lists;
    struct hz_list *list;
    size_t schedules;
    struct hz_schedule *schedule;
};

/*
 * The days on which a version holds: from the first of all days, to the last, if it does not say.
 */
hz_date hz_plan_first_day(const struct hz_plan *plan);
hz_date hz_plan_last_day(const struct hz_plan *plan);

/*
 * The plan of a code that a cover belongs to: of that version, or, for an empty version, the one
 * that holds on its first day. NULL if there is none; the index in *at otherwise, which
 * is first looked at: 0, or what was found before, as rows beside each other are often alike.
 */
const struct hz_plan *hz_plans_find(const struct hz_plans *plans, struct hz_text code,
                                    struct hz_text version, hz_date start, size_t *at);

/* By its code; NULL: none. */
const struct hz_list *hz_plans_list(const struct hz_plans *plans, struct hz_text code);
const struct hz_schedule *hz_plans_schedule(const struct hz_plans *plans, struct hz_text code);

HZ_END_C

#endif

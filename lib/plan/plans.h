/*
 * plans.h: the plans of a directory, one YAML file a version, and the lists that they name. See
 * huzhu-plan(5).
 */

#ifndef HZ_PLAN_PLANS_H
#define HZ_PLAN_PLANS_H

#include "base/arena.h"
#include "plan/plan.h"

struct hz_plans {
    struct hz_arena arena; /* owns all of it */
    size_t count;
    struct hz_plan **plan; /* by code, then by the first day on which the version holds */
    size_t lists;
    struct hz_list *list;
    size_t schedules;
    struct hz_schedule *schedule;
};

/* Whom to tell of each fault. */
struct hz_plans_tell {
    void (*tell)(void *context, const char *fault);
    void *context;
};

/*
 * Reads all files *.yaml of a directory, or one file, and the lists of another one: NULL for DIRECTORY/lists, or
 * DIRECTORY/../data/lists if that is not there. Every fault is told with its file, line and column.
 * Refused (data): any fault, in all files together: the message counts them; no plan at all; (system)
 * what cannot be read. The plans are to be freed in any case.
 */
HZ_MUST_USE bool hz_plans_read(struct hz_plans *plans, const char *directory, const char *lists,
                               struct hz_plans_tell tell, struct hz_error *err);
void hz_plans_free(struct hz_plans *plans);

/* The same for one plan in memory, with the lists that `plans` already has; for tests and fuzzing. */
HZ_MUST_USE bool hz_plans_parse(struct hz_plans *plans, const char *file, struct hz_text bytes,
                                struct hz_plans_tell tell, struct hz_error *err);

/*
 * The plan of a code that a cover belongs to: of that version, or, for an empty version, the one that
 * holds on its first day. NULL if there is none; the index in *at otherwise.
 */
const struct hz_plan *hz_plans_find(const struct hz_plans *plans, struct hz_text code,
                                    struct hz_text version, hz_date start, size_t *at);

/* By its code; NULL: none. */
const struct hz_list *hz_plans_list(const struct hz_plans *plans, struct hz_text code);
const struct hz_schedule *hz_plans_schedule(const struct hz_plans *plans, struct hz_text code);

#endif

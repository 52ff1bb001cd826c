/*
 * plans.h: reads the plans of a directory, one YAML file a version, and the lists that they name.
 * See huzhu-plan(5).
 */

#ifndef HZ_PLAN_PLANS_H
#define HZ_PLAN_PLANS_H

#include "base/linkage.h"
#include "plan/catalogue.h"

HZ_BEGIN_C

/* Whom to tell of each fault. */
struct hz_plans_tell {
    void (*tell)(void *context, const char *fault);
    void *context;
};

/*
 * Reads all files *.yaml of a directory, or one file, and the lists of another one: NULL for
 * DIRECTORY/lists, or DIRECTORY/../data/lists if that is not there. Every fault is told with its
 * file, line and column. Refused (data): any fault, in all files together: the message counts them;
 * no plan at all; (system) what cannot be read. The plans are to be freed in any case.
 */
HZ_MUST_USE bool hz_plans_read(struct hz_plans *plans, const char *directory, const char *lists,
                               struct hz_plans_tell tell, struct hz_error *err);
void hz_plans_free(struct hz_plans *plans);

/*
 * The same for one plan in memory, with the lists that `plans` already has; for tests and fuzzing.
 */
HZ_MUST_USE bool hz_plans_parse(struct hz_plans *plans, const char *file, struct hz_text bytes,
                                struct hz_plans_tell tell, struct hz_error *err);

HZ_END_C

#endif

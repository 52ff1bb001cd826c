/*
 * plan_schema.h: the keys of a plan file: one YAML map read into a plan, and what must hold in it.
 *
 * Reading and checking are two passes: the first (plan_schema.c, benefit_schema.c) knows a key's
 * type and bounds; the second (plan_check.c) sees the whole plan, also what it has of the one that
 * it extends. Each tells all faults that it finds, with the file, line and column, through the
 * reading.
 */

#ifndef HZ_PLAN_PLAN_SCHEMA_H
#define HZ_PLAN_PLAN_SCHEMA_H

#include "base/linkage.h"
#include "file/schema.h"
#include "plan/catalogue.h"

HZ_BEGIN_C

/*
 * Reads the keys that a map has into a plan, which is fresh or a copy of the one that it extends.
 * reading->scope is the struct hz_plans whose lists it may name. Benefits that the plan already has
 * are changed by key, others are added.
 */
void hz_plan_schema_read(struct hz_reading *reading, const struct hz_node *map,
                         struct hz_plan *plan);

/* The key "benefits", a list, into a struct hz_plan. */
void hz_plan_benefits_read(struct hz_reading *reading, const struct hz_node *value, void *plan);

/* Rows of plans' schemas: an amount from 0 to HZ_PLAN_AMOUNT, a share from 0 to 1. */
#define HZ_PLAN_MONEY(name, owner, member)                                                         \
    HZ_KEY_WITHIN(MONEY, name, owner, member, 0, HZ_PLAN_AMOUNT)
#define HZ_PLAN_RATE(name, owner, member)                                                          \
    HZ_KEY_WITHIN(RATE, name, owner, member, 0, HZ_DECIMAL_ONE)

/* What a key that is not there leaves behind where 0 is a value. */
enum { HZ_PLAN_UNSET = -1 };

/* A plan as it is before any key is read. */
struct hz_plan hz_plan_fresh(void);

/* Tells what is missing in a whole plan, what contradicts itself, and what can never be reached. */
void hz_plan_check(struct hz_reading *reading, const struct hz_node *map,
                   const struct hz_plan *plan);

/* The same for a list of diseases or a schedule of disability. */
void hz_list_schema_read(struct hz_reading *reading, const struct hz_node *map,
                         struct hz_plans *plans);

HZ_END_C

#endif

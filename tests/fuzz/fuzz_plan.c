/*
 * Any bytes as a plan: refused with faults that are told, or a plan under which claims are paid
 * amounts that are not below zero.
 */

#include "base/memory.h"
#include "plan/benefit.h"
#include "plan/plans.h"

#include <assert.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void count(void *context, const char *fault)
{
    assert(strlen(fault) > 0);
    (*(size_t *)context)++;
}

/* The lists that the plans of the corpus name, of one disease each. */
static void give_lists(struct hz_plans *plans)
{
    static const struct hz_list_item item = {.code = {"S01", 3}, .group = {"cancer", 6}};
    static const char *const names[] = {"critical-11", "critical-15", "critical-16", "critical-28",
                                        "critical-30", "critical-35", "mild-25",     "women-8",
                                        "women-12",    "plateau-13"};
    static const char *const schedules[] = {"jrt0083", "jrt0083-endorsed", "gbt16180"};
    plans->list = hz_allocate(HZ_COUNT(names), sizeof *plans->list);
    plans->schedule = hz_allocate(HZ_COUNT(schedules), sizeof *plans->schedule);
    for (size_t i = 0; i < HZ_COUNT(names); i++)
        plans->list[plans->lists++] =
            (struct hz_list){.code = hz_text_of(names[i]), .items = 1, .item = &item};
    for (size_t i = 0; i < HZ_COUNT(schedules); i++)
        plans->schedule[plans->schedules++].code = hz_text_of(schedules[i]);
}

static void pay(const struct hz_plan *plan)
{
    const struct hz_plan_cover cover = {
        .start = 20000, .end = 20364, .wait_from = 20000, .units = 2};
    struct hz_cover_state *state = hz_allocate(1, hz_cover_state_size(plan));
    struct hz_buffer explain = {0};
    for (int c = 0; c < 4; c++) {
        struct hz_plan_claim claim = {.event = 20000 + 40 * c,
                                      .report = HZ_NO_DATE,
                                      .admit = HZ_NO_DATE,
                                      .discharge = HZ_NO_DATE,
                                      .days = 10 * c,
                                      .disease = {"S01", 3},
                                      .level = {"3", 1},
                                      .grades = {"7;7", 3}};
        struct hz_claim_result result;
        struct hz_error err = {0};
        for (int e = 0; e < HZ_EXPENSES; e++)
            claim.expense[e] = c == 3 ? HZ_PLAN_AMOUNT : 1234567 * c;
        if (hz_benefit_pay(plan, &cover, &claim, NULL, state, &result, &explain, &err))
            assert(result.payable >= 0 && result.aid >= 0 && result.cost >= 0);
        else
            assert(err.kind == HZ_ERROR_DATA);
    }
    hz_buffer_free(&explain);
    free(state);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct hz_plans plans = {0};
    struct hz_error err = {0};
    size_t faults = 0;
    give_lists(&plans);
    const struct hz_plans_tell tell = {count, &faults};
    if (hz_plans_parse(&plans, "plan", (struct hz_text){(const char *)data, size}, tell, &err))
        pay(plans.plan[0]);
    else
        assert(err.kind == HZ_ERROR_DATA);
    hz_plans_free(&plans);
    return 0;
}

/* catalogue.c: see catalogue.h. */

#include "plan/catalogue.h"

const struct hz_list *hz_plans_list(const struct hz_plans *plans, struct hz_text code)
{
    for (size_t l = 0; l < plans->lists; l++)
        if (hz_text_equal(plans->list[l].code, code))
            return &plans->list[l];
    return NULL;
}

const struct hz_schedule *hz_plans_schedule(const struct hz_plans *plans, struct hz_text code)
{
    for (size_t s = 0; s < plans->schedules; s++)
        if (hz_text_equal(plans->schedule[s].code, code))
            return &plans->schedule[s];
    return NULL;
}

hz_date hz_plan_first_day(const struct hz_plan *plan)
{
    return plan->from; /* HZ_NO_DATE is before all days */
}

hz_date hz_plan_last_day(const struct hz_plan *plan)
{
    return plan->to == HZ_NO_DATE ? INT32_MAX : plan->to;
}

/* Whether a cover of a code and version that begins on a day belongs to a plan. */
static bool is_of(const struct hz_plan *plan, struct hz_text code, struct hz_text version,
                  hz_date start)
{
    if (!hz_text_equal(plan->code, code))
        return false;
    return version.length > 0 ? hz_text_equal(plan->version, version)
                              : start >= hz_plan_first_day(plan) && start <= hz_plan_last_day(plan);
}

const struct hz_plan *hz_plans_find(const struct hz_plans *plans, struct hz_text code,
                                    struct hz_text version, hz_date start, size_t *at)
{
    size_t low = 0, high = plans->count;
    if (*at < plans->count && is_of(plans->plan[*at], code, version, start))
        return plans->plan[*at];
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (hz_text_compare(plans->plan[middle]->code, code) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < plans->count && hz_text_equal(plans->plan[low]->code, code); low++)
        if (is_of(plans->plan[low], code, version, start)) {
            *at = low;
            return plans->plan[low];
        }
    return NULL;
}

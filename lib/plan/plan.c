/* plan.c: see plan.h. */

#include "plan/plan.h"

#define NAME(kind, name, like) name,
#define LIKE(kind, name, like) like,
const char *const hz_benefit_kind_names[] = {HZ_BENEFIT_KIND_LIST(NAME) NULL};
const unsigned hz_benefit_kind_likes[] = {HZ_BENEFIT_KIND_LIST(LIKE)};
const char *const hz_expense_names[] = {"pooled_payment",
                                        "inscope_expense",
                                        "inscope_selfpay",
                                        "total_expense",
                                        "total_selfpay",
                                        "claimed",
                                        NULL};
const char *const hz_combination_names[] = {"most_severe", "most_severe_up_one", NULL};
const char *const hz_terminates_names[] = {"nothing", "benefit", "plan", NULL};
const char *const hz_count_days_names[] = {"nights", "days", NULL};
const char *const hz_below_names[] = {"raise", "nothing", NULL};
const char *const hz_deductible_per_names[] = {"stay", "term", NULL};
const char *const hz_tiers_over_names[] = {"claim", "term", NULL};
const char *const hz_plan_status_names[] = {"real", "partly_known", "illustrative", NULL};
const char *const hz_payer_names[] = {"self", "unit", "union", "government", NULL};
const char *const hz_swap_waiting_names[] = {"restarts", "waived", NULL};
const char *const hz_deadline_from_names[] = {"event", "discharge", "end", NULL};
const char *const hz_sex_names[] = {"any", "male", "female", NULL};
const char *const hz_late_names[] = {"refuse", "flag", NULL};
const char *const hz_rounding_names[] = {"half_up", "down", "up", NULL};
const char *const hz_round_to_names[] = {"fen", "jiao", "yuan", NULL};
const char *const hz_limit_period_names[] = {"term", "policy_year", NULL};

bool hz_texts_have(struct hz_texts texts, struct hz_text text)
{
    for (size_t i = 0; i < texts.count; i++)
        if (hz_text_equal(texts.at[i], text))
            return true;
    return false;
}

static bool begins(struct hz_text text, struct hz_text beginning)
{
    return beginning.length > 0 && text.length >= beginning.length &&
           memcmp(text.at, beginning.at, beginning.length) == 0;
}

static const struct hz_list_item *by_code(const struct hz_list *list, struct hz_text disease)
{
    for (size_t i = 0; i < list->items; i++)
        if (hz_text_equal(list->item[i].code, disease))
            return &list->item[i];
    return NULL;
}

/* The item with the longest beginning that is longer than *longest, or NULL. */
static const struct hz_list_item *by_icd(const struct hz_list *list, struct hz_text diagnosis,
                                         size_t *longest)
{
    const struct hz_list_item *found = NULL;
    for (size_t i = 0; i < list->items; i++)
        for (size_t k = 0; k < list->item[i].icd.count; k++) {
            const struct hz_text icd = list->item[i].icd.at[k];
            if (icd.length > *longest && begins(diagnosis, icd)) {
                found = &list->item[i];
                *longest = icd.length;
            }
        }
    return found;
}

const struct hz_list_item *hz_lists_find(const struct hz_list *const list[], size_t lists,
                                         struct hz_text disease, struct hz_text diagnosis)
{
    const struct hz_list_item *found = NULL;
    size_t longest = 0;
    for (size_t l = 0; l < lists; l++) {
        const struct hz_list_item *item =
            disease.length > 0 ? by_code(list[l], disease) : by_icd(list[l], diagnosis, &longest);
        if (item && disease.length > 0)
            return item;
        found = item ? item : found;
    }
    return found;
}

const struct hz_benefit *hz_plan_benefit(const struct hz_plan *plan, struct hz_text code)
{
    for (size_t b = 0; b < plan->benefits; b++)
        if (hz_text_equal(plan->benefit[b].code, code))
            return &plan->benefit[b];
    return NULL;
}

struct hz_text hz_hospital_level(struct hz_text text)
{
    static const struct {
        const char *begins, *level;
    } known[] = {{"1", "1"}, {"2", "2"}, {"3", "3"}, {"一", "1"}, {"二", "2"}, {"三", "3"}};
    for (size_t i = 0; i < HZ_COUNT(known); i++)
        if (begins(text, hz_text_of(known[i].begins)))
            return hz_text_of(known[i].level);
    return text;
}

hz_date hz_plan_months_end(hz_date start, int months)
{
    const hz_date back = hz_date_add_months(start, months);
    return hz_date_civil(back).day < hz_date_civil(start).day ? back : back - 1;
}

/* Rosters that count to the day before 28 February end n months too. */
static bool ends_months(hz_date start, int months, hz_date end)
{
    return end == hz_plan_months_end(start, months) || end == hz_date_add_months(start, months) - 1;
}

hz_date hz_plan_term_end(const struct hz_plan *plan, hz_date start)
{
    if (plan->term_to != HZ_NO_DATE)
        return plan->term_to;
    if (plan->term_days > 0)
        return start + (hz_date)plan->term_days - 1;
    return hz_plan_months_end(start, (int)plan->term_months);
}

bool hz_plan_is_term_end(const struct hz_plan *plan, hz_date start, hz_date end)
{
    const bool is_months = plan->term_to == HZ_NO_DATE && plan->term_days == 0;
    return end == hz_plan_term_end(plan, start) ||
           (is_months && ends_months(start, (int)plan->term_months, end));
}

bool hz_plan_is_mid_term(const struct hz_plan *plan, hz_date start, hz_date end)
{
    for (size_t i = 0; i < plan->pro_ratas; i++)
        if (ends_months(start, (int)plan->pro_rata[i].months, end))
            return true;
    return plan->term_to != HZ_NO_DATE && start >= plan->term_from && end == plan->term_to;
}

hz_fen hz_plan_contribution(const struct hz_plan *plan, hz_date start, hz_date end)
{
    for (size_t i = 0; i < plan->pro_ratas; i++)
        if (ends_months(start, (int)plan->pro_rata[i].months, end))
            return plan->pro_rata[i].contribution;
    return hz_plan_is_term_end(plan, start, end) && plan->contribution >= 0 ? plan->contribution
                                                                            : -1;
}

/* plan_check.c: what must hold in a plan that has been read: see plan_schema.h. */

#include "plan/plan_schema.h"

enum { UNSET = -1 };

#define KIND(kind) (1U << (kind))

static const unsigned of_cash = ~(KIND(HZ_SERVICE) | KIND(HZ_REFUND));
static const unsigned of_hospital =
    KIND(HZ_REIMBURSEMENT) | KIND(HZ_PER_DIEM) | KIND(HZ_STEPS) | KIND(HZ_LUMP_SUM);

/* Keys that mean something for some kinds of benefit only, and those that cannot do without. */
static const struct {
    const char *key;
    unsigned kinds, needed;
} meanings[] = {
    {"amount", KIND(HZ_LUMP_SUM) | KIND(HZ_PER_DIEM) | KIND(HZ_DEATH),
     KIND(HZ_LUMP_SUM) | KIND(HZ_PER_DIEM) | KIND(HZ_DEATH)},
    {"sum_insured", KIND(HZ_DISABILITY), KIND(HZ_DISABILITY)},
    {"schedule", KIND(HZ_DISABILITY), KIND(HZ_DISABILITY)},
    {"combination", KIND(HZ_DISABILITY), 0},
    {"cost", KIND(HZ_SERVICE), KIND(HZ_SERVICE)},
    {"deductible_days", KIND(HZ_PER_DIEM), 0},
    {"days_per_stay", KIND(HZ_PER_DIEM), 0},
    {"days_per_term", KIND(HZ_PER_DIEM), 0},
    {"count_days", KIND(HZ_PER_DIEM), 0},
    {"base", KIND(HZ_REIMBURSEMENT) | KIND(HZ_STEPS), KIND(HZ_REIMBURSEMENT) | KIND(HZ_STEPS)},
    {"rate", KIND(HZ_REIMBURSEMENT), KIND(HZ_REIMBURSEMENT)},
    {"deductible", KIND(HZ_REIMBURSEMENT), 0},
    {"tiers_over", KIND(HZ_REIMBURSEMENT), 0},
    {"steps", KIND(HZ_STEPS), KIND(HZ_STEPS)},
    {"amounts", KIND(HZ_CLASSES), KIND(HZ_CLASSES)},
    {"diseases", KIND(HZ_LUMP_SUM) | KIND(HZ_CLASSES) | KIND(HZ_REIMBURSEMENT) | KIND(HZ_PER_DIEM),
     KIND(HZ_CLASSES)},
    {"exclude_paid_class", KIND(HZ_LUMP_SUM) | KIND(HZ_CLASSES), 0},
    {"hospital_levels", of_hospital, 0},
    {"waiting", ~(KIND(HZ_REFUND) | KIND(HZ_SERVICE)), 0},
    {"minimum", of_cash, 0},
    {"below_minimum", of_cash, 0},
    {"most_per_claim", of_cash, 0},
    {"most_per_term", of_cash, 0},
    {"less_paid", of_cash, 0},
};

static bool is_there(const struct hz_benefit *benefit, const char *key)
{
    const struct {
        const char *key;
        bool is_there;
    } keys[] = {
        {"amount", benefit->amount != UNSET},
        {"sum_insured", benefit->amount != UNSET},
        {"cost", benefit->amount != UNSET},
        {"schedule", benefit->schedule != NULL},
        {"base", benefit->base != HZ_EXPENSES},
        {"steps", benefit->tiers > 0},
        {"amounts", benefit->classes > 0},
        {"diseases", benefit->lists > 0},
        {"rate", benefit->rate_by != HZ_RATE_FLAT || benefit->rate.value != UNSET},
    };
    for (size_t k = 0; k < HZ_COUNT(keys); k++)
        if (strcmp(keys[k].key, key) == 0)
            return keys[k].is_there;
    return true;
}

static void check_meanings(struct hz_reading *reading, const struct hz_node *node,
                           const struct hz_benefit *benefit)
{
    const unsigned kind = KIND(benefit->kind);
    const char *name = hz_benefit_kind_names[benefit->kind];
    for (size_t m = 0; m < HZ_COUNT(meanings); m++) {
        const struct hz_node *value =
            node->kind == HZ_NODE_MAP ? hz_node_get(node, meanings[m].key) : NULL;
        if (value && !(meanings[m].kinds & kind))
            hz_schema_fault(reading, value, _("means nothing for a benefit of kind %s"), name);
        if (!value && (meanings[m].needed & kind) && !is_there(benefit, meanings[m].key))
            hz_schema_fault(reading, node, _("benefit \"%.*s\" of kind %s needs the key \"%s\""),
                            HZ_TEXT_ARGS(benefit->code), name, meanings[m].key);
    }
}

static bool has_class(const struct hz_benefit *benefit, struct hz_text group)
{
    for (size_t l = 0; l < benefit->lists; l++)
        for (size_t i = 0; i < benefit->list[l]->items; i++)
            if (hz_text_equal(benefit->list[l]->item[i].group, group))
                return true;
    return false;
}

static bool has_amount(const struct hz_benefit *benefit, struct hz_text group)
{
    for (size_t c = 0; c < benefit->classes; c++)
        if (hz_text_equal(benefit->by_class[c].word, group))
            return true;
    return false;
}

/* Each class of the lists has an amount, and each amount a class. */
static void check_classes(struct hz_reading *reading, const struct hz_node *node,
                          const struct hz_benefit *benefit)
{
    for (size_t c = 0; c < benefit->classes; c++)
        if (!has_class(benefit, benefit->by_class[c].word))
            hz_schema_fault(reading, node, _("no disease is of the class \"%.*s\""),
                            HZ_TEXT_ARGS(benefit->by_class[c].word));
    for (size_t l = 0; l < benefit->lists; l++)
        for (size_t i = 0; i < benefit->list[l]->items; i++)
            if (!has_amount(benefit, benefit->list[l]->item[i].group))
                hz_schema_fault(reading, node,
                                _("\"%.*s\" of list \"%.*s\" is of a class without an amount"),
                                HZ_TEXT_ARGS(benefit->list[l]->item[i].code),
                                HZ_TEXT_ARGS(benefit->list[l]->code));
}

static void check_benefit(struct hz_reading *reading, const struct hz_node *node,
                          const struct hz_plan *plan, const struct hz_benefit *benefit)
{
    if (benefit->code.length == 0)
        hz_schema_fault(reading, node, _("a benefit needs a code"));
    if (benefit->kind == HZ_BENEFIT_KINDS) {
        hz_schema_fault(reading, node, _("benefit \"%.*s\" needs the key \"kind\""),
                        HZ_TEXT_ARGS(benefit->code));
        return;
    }
    check_meanings(reading, node, benefit);
    if (benefit->kind == HZ_CLASSES)
        check_classes(reading, node, benefit);
    if (benefit->kind == HZ_REFUND && plan->deposit == 0)
        hz_schema_fault(reading, node, _("a refund needs a deposit among the contribution"));
    if (benefit->minimum > benefit->most_per_claim || benefit->minimum > benefit->most_per_term)
        hz_schema_fault(reading, node, _("the minimum is above the most that is paid"));
    if (benefit->most_per_claim > benefit->most_per_term && benefit->most_per_claim != HZ_UNLIMITED)
        hz_schema_fault(reading, node, _("most_per_claim is above most_per_term: never reached"));
    if (benefit->days_per_stay > benefit->days_per_term && benefit->days_per_stay != HZ_UNLIMITED)
        hz_schema_fault(reading, node, _("days_per_stay is above days_per_term: never reached"));
}

/* The node of a benefit of this file; the map itself for one of the plan that it extends. */
static const struct hz_node *node_of(const struct hz_node *map, const struct hz_benefit *benefit)
{
    const struct hz_node *list = hz_node_get(map, "benefits");
    for (size_t i = 0; list && list->kind == HZ_NODE_LIST && i < list->items; i++) {
        const struct hz_node *item = &list->item[i];
        const struct hz_node *code = item->kind == HZ_NODE_MAP ? hz_node_get(item, "code") : NULL;
        if (benefit->code.length == 0 ? !code : code && hz_text_equal(code->text, benefit->code))
            return item;
    }
    return map;
}

static void check_contribution(struct hz_reading *reading, const struct hz_node *map,
                               const struct hz_plan *plan)
{
    hz_fen paid = 0;
    for (int p = 0; p < HZ_PAYERS; p++)
        paid += plan->paid_by[p];
    const struct hz_node *node = hz_node_get(map, "contribution");
    node = node ? node : map;
    if (plan->contribution == UNSET && plan->has_payers)
        hz_schema_fault(reading, node, _("who pays is told, but not the amount"));
    else if (plan->has_payers && paid != plan->contribution)
        hz_schema_fault(reading, node, _("what the payers pay does not add up to the amount"));
}

static void check_term(struct hz_reading *reading, const struct hz_node *map,
                       const struct hz_plan *plan)
{
    const struct hz_node *node = hz_node_get(map, "term");
    const bool has_dates = plan->term_from != HZ_NO_DATE || plan->term_to != HZ_NO_DATE;
    const int ways = (plan->term_months > 0) + (plan->term_days > 0) + has_dates;
    if (ways != 1)
        hz_schema_fault(reading, node ? node : map,
                        _("a term needs one of years, months, days, or the dates from and to"));
    else if (has_dates && (plan->term_from == HZ_NO_DATE || plan->term_to < plan->term_from))
        hz_schema_fault(reading, node ? node : map, _("expected from and to, in this order"));
}

static void check_ages(struct hz_reading *reading, const struct hz_node *map, struct hz_ages ages)
{
    if (ages.least > ages.most)
        hz_schema_fault(reading, map, _("the least age is above the most"));
}

void hz_plan_check(struct hz_reading *reading, const struct hz_node *map,
                   const struct hz_plan *plan)
{
    const struct {
        const char *key;
        struct hz_text text;
    } texts[] = {{"plan", plan->code},
                 {"version", plan->version},
                 {"name", plan->name},
                 {"source", plan->source},
                 {"currency", plan->currency}};
    for (size_t t = 0; t < HZ_COUNT(texts); t++)
        if (texts[t].text.length == 0)
            hz_schema_fault(reading, map, _("a plan needs the key \"%s\""), texts[t].key);
    if ((int)plan->status == UNSET)
        hz_schema_fault(reading, map,
                        _("a plan needs the key \"status\": real, partly_known or illustrative"));
    if (plan->from != HZ_NO_DATE && plan->to != HZ_NO_DATE && plan->to < plan->from)
        hz_schema_fault(reading, map, _("the plan is effective to a day before it is from"));
    check_term(reading, map, plan);
    check_contribution(reading, map, plan);
    check_ages(reading, map, plan->ages);
    check_ages(reading, map, plan->male);
    check_ages(reading, map, plan->female);
    if (plan->benefits == 0)
        hz_schema_fault(reading, map, _("a plan needs benefits"));
    for (size_t b = 0; b < plan->benefits; b++)
        check_benefit(reading, node_of(map, &plan->benefit[b]), plan, &plan->benefit[b]);
}

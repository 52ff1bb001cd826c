/* plan_schema.c: see plan_schema.h. */

#include "plan/plan_schema.h"

#include "base/nearest.h"

#include <assert.h>
#include <stddef.h>

static_assert(sizeof(enum hz_benefit_kind) == sizeof(int), "choices are written as an int");

#define AT(member) offsetof(struct OWNER, member)
#define TEXT(name, member)                                                                         \
    {                                                                                              \
        name, HZ_FIELD_TEXT, AT(member), 0, 0, NULL, NULL, NULL                                    \
    }
#define TEXTS(name, member)                                                                        \
    {                                                                                              \
        name, HZ_FIELD_TEXTS, AT(member), 0, 0, NULL, NULL, NULL                                   \
    }
#define FLAG(name, member)                                                                         \
    {                                                                                              \
        name, HZ_FIELD_FLAG, AT(member), 0, 0, NULL, NULL, NULL                                    \
    }
#define INTEGER(name, member, least, most)                                                         \
    {                                                                                              \
        name, HZ_FIELD_INTEGER, AT(member), least, most, NULL, NULL, NULL                          \
    }
#define MONEY(name, member)                                                                        \
    {                                                                                              \
        name, HZ_FIELD_MONEY, AT(member), 0, HZ_PLAN_AMOUNT, NULL, NULL, NULL                      \
    }
#define RATE(name, member)                                                                         \
    {                                                                                              \
        name, HZ_FIELD_RATE, AT(member), 0, HZ_DECIMAL_ONE, NULL, NULL, NULL                       \
    }
#define DATE(name, member)                                                                         \
    {                                                                                              \
        name, HZ_FIELD_DATE, AT(member), 0, 0, NULL, NULL, NULL                                    \
    }
#define CHOICE(name, member, names)                                                                \
    {                                                                                              \
        name, HZ_FIELD_CHOICE, AT(member), 0, 0, names, NULL, NULL                                 \
    }
#define PART(name, table)                                                                          \
    {                                                                                              \
        name, HZ_FIELD_MAP, 0, 0, 0, NULL, table, NULL                                             \
    }
#define OWN(name, function)                                                                        \
    {                                                                                              \
        name, HZ_FIELD_OWN, 0, 0, 0, NULL, NULL, function                                          \
    }
#define END                                                                                        \
    {                                                                                              \
        NULL, HZ_FIELD_OWN, 0, 0, 0, NULL, NULL, NULL                                              \
    }

enum { DAYS_MOST = 36600 };

/* ---- Parts of a benefit */

#define OWNER hz_tier
static const struct hz_field tier_fields[] = {MONEY("above", above), MONEY("through", through),
                                              RATE("rate", rate), END};
static const struct hz_field step_fields[] = {MONEY("above", above), MONEY("through", through),
                                              MONEY("amount", amount), END};
#undef OWNER

/* What a tier has no key for: its beginning is the end of the one before it. */
enum { UNSET = -1 };

static void read_tiers(struct hz_reading *reading, const struct hz_node *value,
                       struct hz_benefit *benefit, const struct hz_field fields[])
{
    const struct hz_tier fresh = {
        .above = UNSET, .through = HZ_UNLIMITED, .amount = UNSET, .rate = {UNSET}};
    size_t count;
    struct hz_tier *tier = hz_schema_list(reading, value, fields, &fresh, sizeof fresh, &count);
    for (size_t t = 0; t < count; t++) {
        const hz_fen before = t == 0 ? 0 : tier[t - 1].through;
        const struct hz_node *node = &value->item[t];
        if (tier[t].above == UNSET)
            tier[t].above = before;
        if (t > 0 && before == HZ_UNLIMITED)
            hz_schema_fault(reading, node,
                            _("this one is never reached: the one before has no end"));
        else if (t > 0 && tier[t].above > before)
            hz_schema_fault(reading, node,
                            _("there is a gap between the one before and this one: let it begin "
                              "where that ends"));
        else if (t > 0 && tier[t].above < before)
            hz_schema_fault(reading, node, _("this one overlaps with the one before it"));
        if (tier[t].through <= tier[t].above)
            hz_schema_fault(reading, node,
                            _("this one is empty: it ends where it begins, or before"));
        if (fields == tier_fields && tier[t].rate.value == UNSET)
            hz_schema_fault(reading, node, _("a tier needs a rate"));
        if (fields == step_fields && tier[t].amount == UNSET)
            hz_schema_fault(reading, node, _("a step needs an amount"));
    }
    benefit->tier = tier;
    benefit->tiers = count;
}

static void read_rate_tiers(struct hz_reading *reading, const struct hz_node *value, void *into)
{
    struct hz_benefit *benefit = into;
    read_tiers(reading, value, benefit, tier_fields);
    benefit->rate_by = HZ_RATE_BY_TIER;
}

static void read_steps(struct hz_reading *reading, const struct hz_node *value, void *into)
{
    read_tiers(reading, value, into, step_fields);
}

static const struct hz_field rate_value = {NULL,           HZ_FIELD_RATE, 0,    0,
                                           HZ_DECIMAL_ONE, NULL,          NULL, NULL};
static const struct hz_field money_value = {NULL,           HZ_FIELD_MONEY, 0,    0,
                                            HZ_PLAN_AMOUNT, NULL,           NULL, NULL};

/* A map from words to rates or amounts. */
static struct hz_by_word *read_words(struct hz_reading *reading, const struct hz_node *map,
                                     const struct hz_field *kind, size_t *count)
{
    struct hz_error fault = {0};
    *count = 0;
    if (!hz_tree_need_map(reading->tree, map, &fault)) {
        hz_schema_fault(reading, map, _("want a map, as in {word: value}"));
        return NULL;
    }
    struct hz_by_word *word = hz_arena_allocate(reading->arena, map->items, sizeof *word);
    for (size_t i = 0; i < map->items; i++) {
        if (map->item[i].is_repeated)
            hz_schema_fault(reading, &map->item[i], _("this key stands twice in its map"));
        word[i].word = map->item[i].key->text;
        void *into = kind == &rate_value ? (void *)&word[i].rate : (void *)&word[i].amount;
        hz_schema_value(reading, &map->item[i], kind, into);
    }
    *count = map->items;
    return word;
}

static void read_levels(struct hz_reading *reading, const struct hz_node *value, void *into)
{
    struct hz_benefit *benefit = into;
    struct hz_by_word *level = read_words(reading, value, &rate_value, &benefit->levels);
    for (size_t l = 0; l < benefit->levels; l++) {
        level[l].word = hz_hospital_level(level[l].word);
        for (size_t k = 0; k < l; k++)
            if (hz_text_equal(level[k].word, level[l].word))
                hz_schema_fault(reading, &value->item[l], _("this level stands here already"));
    }
    benefit->by_level = level;
    benefit->rate_by = HZ_RATE_BY_LEVEL;
}

static void read_stays(struct hz_reading *reading, const struct hz_node *value, void *into)
{
    struct hz_benefit *benefit = into;
    struct hz_error fault = {0};
    if (!hz_tree_need_list(reading->tree, value, &fault) || value->items == 0) {
        hz_schema_fault(reading, value,
                        _("want a list of rates, of the first stay, the second, ..."));
        return;
    }
    struct hz_decimal *rate = hz_arena_allocate(reading->arena, value->items, sizeof *rate);
    for (size_t i = 0; i < value->items; i++)
        hz_schema_value(reading, &value->item[i], &rate_value, &rate[i]);
    benefit->by_stay = rate;
    benefit->stays = value->items;
    benefit->rate_by = HZ_RATE_BY_STAY;
}

static const struct hz_field rate_fields[] = {OWN("level", read_levels), OWN("stay", read_stays),
                                              OWN("tiers", read_rate_tiers), END};

static void read_rate(struct hz_reading *reading, const struct hz_node *value, void *into)
{
    struct hz_benefit *benefit = into;
    if (value->kind != HZ_NODE_MAP) {
        hz_schema_value(reading, value, &rate_value, &benefit->rate);
        benefit->rate_by = HZ_RATE_FLAT;
        return;
    }
    if (value->items != 1)
        hz_schema_fault(reading, value, _("a rate is one number, or goes by level, stay or tiers"));
    hz_schema_read(reading, value, rate_fields, benefit);
}

static void read_deductible_list(struct hz_reading *reading, const struct hz_node *value,
                                 struct hz_benefit *benefit)
{
    const struct hz_node *node = value->kind == HZ_NODE_LIST ? value->item : value;
    const size_t count = value->kind == HZ_NODE_LIST ? value->items : 1;
    hz_fen *deductible = hz_arena_allocate(reading->arena, count, sizeof *deductible);
    for (size_t i = 0; i < count; i++)
        hz_schema_value(reading, &node[i], &money_value, &deductible[i]);
    benefit->deductible = deductible;
    benefit->deductibles = count;
}

static void read_stay_deductible(struct hz_reading *reading, const struct hz_node *value,
                                 void *into)
{
    struct hz_benefit *benefit = into;
    read_deductible_list(reading, value, benefit);
    benefit->deductible_per = HZ_PER_CLAIM;
}

static void read_term_deductible(struct hz_reading *reading, const struct hz_node *value,
                                 void *into)
{
    struct hz_benefit *benefit = into;
    if (value->kind == HZ_NODE_LIST)
        hz_schema_fault(reading, value, _("a term has one deductible"));
    read_deductible_list(reading, value, benefit);
    benefit->deductible_per = HZ_PER_TERM;
}

static const struct hz_field deductible_fields[] = {OWN("stay", read_stay_deductible),
                                                    OWN("term", read_term_deductible), END};

static void read_deductible(struct hz_reading *reading, const struct hz_node *value, void *into)
{
    if (value->kind != HZ_NODE_MAP)
        read_stay_deductible(reading, value, into);
    else if (value->items != 1)
        hz_schema_fault(reading, value, _("a deductible is of the stay or of the term"));
    else
        hz_schema_read(reading, value, deductible_fields, into);
}

#define OWNER hz_waiting_band
static const struct hz_field band_fields[] = {INTEGER("from", from, 1, DAYS_MOST),
                                              INTEGER("through", through, 1, DAYS_MOST),
                                              RATE("rate", rate), MONEY("amount", amount), END};
#undef OWNER

static void read_waiting(struct hz_reading *reading, const struct hz_node *value, void *into)
{
    struct hz_benefit *benefit = into;
    const struct hz_waiting_band fresh = {
        .from = UNSET, .through = UNSET, .amount = UNSET, .rate = {UNSET}};
    size_t count;
    struct hz_waiting_band *band =
        hz_schema_list(reading, value, band_fields, &fresh, sizeof fresh, &count);
    for (size_t b = 0; b < count; b++) {
        const struct hz_node *node = &value->item[b];
        const int64_t next = b == 0 ? 1 : band[b - 1].through + 1;
        if (band[b].from == UNSET)
            band[b].from = next;
        if (band[b].from < next)
            hz_schema_fault(reading, node, _("this band overlaps with the one before it"));
        else if (band[b].from > next)
            hz_schema_fault(reading, node,
                            _("the days before this band are in none: begin it where they begin"));
        if (band[b].through < band[b].from)
            hz_schema_fault(reading, node, _("a band needs its last day, \"through\""));
        band[b].has_amount = band[b].amount != UNSET;
        if (band[b].has_amount == (band[b].rate.value != UNSET))
            hz_schema_fault(reading, node, _("a band needs a rate or an amount, one of them"));
    }
    benefit->waiting = band;
    benefit->waitings = count;
}

static void read_classes(struct hz_reading *reading, const struct hz_node *value, void *into)
{
    struct hz_benefit *benefit = into;
    benefit->by_class = read_words(reading, value, &money_value, &benefit->classes);
}

static const char *nearest_of(const struct hz_plans *plans, struct hz_text code, bool schedules)
{
    const char *names[65];
    size_t count = 0;
    for (; count < 64 && count < (schedules ? plans->schedules : plans->lists); count++)
        names[count] = schedules ? plans->schedule[count].code.at : plans->list[count].code.at;
    names[count] = NULL;
    const char *nearest = hz_nearest(code, names);
    return nearest ? nearest : "";
}

static void read_lists(struct hz_reading *reading, const struct hz_node *value, void *into)
{
    struct hz_benefit *benefit = into;
    const struct hz_plans *plans = reading->scope;
    const struct hz_field names = {NULL, HZ_FIELD_TEXTS, 0, 0, 0, NULL, NULL, NULL};
    struct hz_texts text = {0};
    hz_schema_value(reading, value, &names, &text);
    const struct hz_list **list =
        hz_arena_allocate(reading->arena, text.count, sizeof(const struct hz_list *));
    benefit->lists = 0;
    for (size_t i = 0; i < text.count; i++) {
        list[benefit->lists] = hz_plans_list(plans, text.at[i]);
        if (list[benefit->lists])
            benefit->lists++;
        else
            hz_schema_fault(reading, value, _("no list \"%.*s\" is known: nearest is \"%s\""),
                            HZ_TEXT_ARGS(text.at[i]), nearest_of(plans, text.at[i], false));
    }
    benefit->list = list;
}

static void read_schedule(struct hz_reading *reading, const struct hz_node *value, void *into)
{
    struct hz_benefit *benefit = into;
    const struct hz_field name = {NULL, HZ_FIELD_TEXT, 0, 0, 0, NULL, NULL, NULL};
    struct hz_text code = {0};
    hz_schema_value(reading, value, &name, &code);
    benefit->schedule = hz_plans_schedule(reading->scope, code);
    if (!benefit->schedule && code.length > 0)
        hz_schema_fault(reading, value, _("no schedule \"%.*s\" is known: nearest is \"%s\""),
                        HZ_TEXT_ARGS(code), nearest_of(reading->scope, code, true));
}

static void read_hospitals(struct hz_reading *reading, const struct hz_node *value, void *into)
{
    struct hz_benefit *benefit = into;
    const struct hz_field names = {NULL, HZ_FIELD_TEXTS, 0, 0, 0, NULL, NULL, NULL};
    hz_schema_value(reading, value, &names, &benefit->hospital_levels);
    struct hz_text *level =
        hz_arena_allocate(reading->arena, benefit->hospital_levels.count, sizeof *level);
    for (size_t l = 0; l < benefit->hospital_levels.count; l++)
        level[l] = hz_hospital_level(benefit->hospital_levels.at[l]);
    benefit->hospital_levels.at = level;
}

/* Benefits are named before all of them are read: see resolve_less_paid. */
static void leave_for_later(struct hz_reading *reading, const struct hz_node *value, void *into)
{
    (void)reading;
    (void)value;
    (void)into;
}

#define OWNER hz_benefit
static const struct hz_field benefit_fields[] = {
    TEXT("code", code),
    TEXT("name", name),
    TEXT("clause", clause),
    CHOICE("kind", kind, hz_benefit_kind_names),
    TEXTS("on", ons),
    FLAG("per_unit", per_unit),
    FLAG("ex_gratia", is_ex_gratia),
    MONEY("amount", amount),
    MONEY("sum_insured", amount),
    MONEY("cost", amount),
    INTEGER("deductible_days", deductible_days, 0, DAYS_MOST),
    INTEGER("days_per_stay", days_per_stay, 1, DAYS_MOST),
    INTEGER("days_per_term", days_per_term, 1, DAYS_MOST),
    CHOICE("count_days", count_days, hz_count_days_names),
    CHOICE("base", base, hz_expense_names),
    OWN("deductible", read_deductible),
    OWN("rate", read_rate),
    CHOICE("tiers_over", tiers_over, hz_tiers_over_names),
    OWN("steps", read_steps),
    OWN("diseases", read_lists),
    OWN("amounts", read_classes),
    OWN("schedule", read_schedule),
    CHOICE("combination", combination, hz_combination_names),
    OWN("waiting", read_waiting),
    OWN("hospital_levels", read_hospitals),
    OWN("less_paid", leave_for_later),
    MONEY("minimum", minimum),
    CHOICE("below_minimum", below, hz_below_names),
    MONEY("most_per_claim", most_per_claim),
    MONEY("most_per_term", most_per_term),
    INTEGER("most_claims", most_claims, 1, 1000000),
    CHOICE("ends", terminates, hz_terminates_names),
    FLAG("exclude_paid_class", excludes_paid_class),
    END,
};
#undef OWNER

static const struct hz_benefit fresh_benefit = {
    .kind = HZ_BENEFIT_KINDS,
    .amount = UNSET,
    .base = HZ_EXPENSES,
    .rate = {UNSET},
    .days_per_stay = HZ_UNLIMITED,
    .days_per_term = HZ_UNLIMITED,
    .most_per_claim = HZ_UNLIMITED,
    .most_per_term = HZ_UNLIMITED,
    .most_claims = HZ_UNLIMITED,
};

/* The benefit that an item of the list is about: one the plan has already, or a new one. */
static struct hz_benefit *benefit_of(struct hz_reading *reading, const struct hz_node *node,
                                     struct hz_plan *plan)
{
    const struct hz_node *code = node->kind == HZ_NODE_MAP ? hz_node_get(node, "code") : NULL;
    for (size_t b = 0; b < plan->benefits && code; b++)
        if (hz_text_equal(plan->benefit[b].code, code->text))
            return &plan->benefit[b];
    if (plan->benefits == HZ_PLAN_BENEFITS) {
        hz_schema_fault(reading, node, _("more than %d benefits"), HZ_PLAN_BENEFITS);
        return NULL;
    }
    plan->benefit[plan->benefits] = fresh_benefit;
    return &plan->benefit[plan->benefits++];
}

static void resolve_less_paid(struct hz_reading *reading, const struct hz_node *node,
                              struct hz_benefit *benefit, const struct hz_plan *plan)
{
    const struct hz_node *value = node->kind == HZ_NODE_MAP ? hz_node_get(node, "less_paid") : NULL;
    const struct hz_field names = {NULL, HZ_FIELD_TEXTS, 0, 0, 0, NULL, NULL, NULL};
    struct hz_texts codes = {0};
    if (!value)
        return;
    benefit->less_paid = 0;
    hz_schema_value(reading, value, &names, &codes);
    for (size_t i = 0; i < codes.count; i++) {
        const struct hz_benefit *other = hz_plan_benefit(plan, codes.at[i]);
        if (other && other != benefit)
            benefit->less_paid |= UINT32_C(1) << (other - plan->benefit);
        else
            hz_schema_fault(reading, value, _("\"%.*s\" is no other benefit of this plan"),
                            HZ_TEXT_ARGS(codes.at[i]));
    }
}

static bool scales_with_units(enum hz_benefit_kind kind)
{
    return kind != HZ_REIMBURSEMENT && kind != HZ_SERVICE;
}

static void read_benefits(struct hz_reading *reading, const struct hz_node *value, void *into)
{
    struct hz_plan *plan = into;
    struct hz_error fault = {0};
    if (!hz_tree_need_list(reading->tree, value, &fault)) {
        hz_schema_fault(reading, value, _("want a list of benefits"));
        return;
    }
    struct hz_benefit *of[HZ_PLAN_BENEFITS];
    if (value->items > HZ_PLAN_BENEFITS)
        hz_schema_fault(reading, &value->item[HZ_PLAN_BENEFITS], _("more than %d benefits"),
                        HZ_PLAN_BENEFITS);
    for (size_t i = 0; i < value->items && i < HZ_PLAN_BENEFITS; i++) {
        const struct hz_node *node = &value->item[i];
        const size_t before = plan->benefits;
        of[i] = benefit_of(reading, node, plan);
        if (!of[i])
            return;
        hz_schema_read(reading, node, benefit_fields, of[i]);
        if (plan->benefits > before &&
            !(node->kind == HZ_NODE_MAP && hz_node_get(node, "per_unit")))
            of[i]->per_unit = scales_with_units(of[i]->kind);
        for (size_t k = 0; k < i; k++)
            if (of[k] == of[i])
                hz_schema_fault(reading, node, _("this code stands here already"));
    }
    for (size_t i = 0; i < value->items && i < HZ_PLAN_BENEFITS; i++)
        resolve_less_paid(reading, &value->item[i], of[i], plan);
}

/* ---- The plan */

#define OWNER hz_pro_rata
static const struct hz_field pro_rata_fields[] = {INTEGER("months", months, 1, 1200),
                                                  MONEY("amount", contribution), END};
#undef OWNER

static void read_pro_rata(struct hz_reading *reading, const struct hz_node *value, void *into)
{
    struct hz_plan *plan = into;
    const struct hz_pro_rata fresh = {UNSET, UNSET};
    struct hz_pro_rata *row =
        hz_schema_list(reading, value, pro_rata_fields, &fresh, sizeof fresh, &plan->pro_ratas);
    for (size_t i = 0; i < plan->pro_ratas; i++) {
        if (row[i].months == UNSET || row[i].contribution == UNSET)
            hz_schema_fault(reading, &value->item[i], _("a row needs months and amount"));
        for (size_t k = 0; k < i; k++)
            if (row[k].months == row[i].months)
                hz_schema_fault(reading, &value->item[i], _("these months stand here already"));
    }
    plan->pro_rata = row;
}

#define OWNER hz_plan
static void read_years(struct hz_reading *reading, const struct hz_node *value, void *into)
{
    struct hz_plan *plan = into;
    const struct hz_field years = {NULL, HZ_FIELD_INTEGER, 0, 1, 100, NULL, NULL, NULL};
    int64_t number = 0;
    hz_schema_value(reading, value, &years, &number);
    plan->term_months = 12 * number;
}

static const struct hz_field effective_fields[] = {DATE("from", from), DATE("to", to), END};
static const struct hz_field term_fields[] = {OWN("years", read_years),
                                              INTEGER("months", term_months, 1, 1200),
                                              INTEGER("days", term_days, 1, DAYS_MOST),
                                              DATE("from", term_from),
                                              DATE("to", term_to),
                                              END};
static const struct hz_field payer_fields[] = {
    MONEY("self", paid_by[HZ_PAYER_SELF]), MONEY("unit", paid_by[HZ_PAYER_UNIT]),
    MONEY("union", paid_by[HZ_PAYER_UNION]), MONEY("government", paid_by[HZ_PAYER_GOVERNMENT]),
    END};

static void read_payers(struct hz_reading *reading, const struct hz_node *value, void *into)
{
    struct hz_plan *plan = into;
    plan->has_payers = true;
    hz_schema_read(reading, value, payer_fields, plan);
}

static const struct hz_field contribution_fields[] = {
    MONEY("amount", contribution), OWN("paid_by", read_payers),    FLAG("gift", is_gift),
    MONEY("deposit", deposit),     OWN("mid_term", read_pro_rata), END};
static const struct hz_field unit_fields[] = {INTEGER("most", most_units, 1, HZ_PLAN_UNITS),
                                              FLAG("equal_within_employer", equal_units), END};
static const struct hz_field age_fields[] = {INTEGER("least", ages.least, 0, 150),
                                             INTEGER("most", ages.most, 0, 150), END};
static const struct hz_field male_fields[] = {INTEGER("least", male.least, 0, 150),
                                              INTEGER("most", male.most, 0, 150), END};
static const struct hz_field female_fields[] = {INTEGER("least", female.least, 0, 150),
                                                INTEGER("most", female.most, 0, 150), END};
static const struct hz_field eligibility_fields[] = {
    CHOICE("sex", sex, hz_sex_names),
    PART("age", age_fields),
    PART("male", male_fields),
    PART("female", female_fields),
    TEXTS("insurance", insurance),
    TEXTS("worker_types", worker_types),
    RATE("participation", participation),
    INTEGER("all_must_join_below", all_below, 0, 1000000),
    INTEGER("least_members", least_members, 1, 1000000),
    END};
static const struct hz_field renewal_fields[] = {INTEGER("grace_days", grace, 0, 3660), END};
static const struct hz_field seat_fields[] = {
    CHOICE("waiting_of_successor", swap_waiting, hz_swap_waiting_names), END};
static const struct hz_field deadline_fields[] = {
    INTEGER("days", deadline_days, 0, DAYS_MOST), FLAG("working_days", deadline_is_working),
    CHOICE("from", deadline_from, hz_deadline_from_names), CHOICE("late", late, hz_late_names),
    END};
static const struct hz_field limit_fields[] = {
    MONEY("per_term", most_per_term), FLAG("per_unit", limit_per_unit),
    CHOICE("period", limit_period, hz_limit_period_names), END};
static const struct hz_field rounding_fields[] = {CHOICE("to", round_to, hz_round_to_names),
                                                  CHOICE("way", rounding, hz_rounding_names), END};

static void read_seats(struct hz_reading *reading, const struct hz_node *value, void *into)
{
    struct hz_plan *plan = into;
    plan->has_seats = true;
    hz_schema_read(reading, value, seat_fields, plan);
}

static const struct hz_field plan_fields[] = {
    TEXT("plan", code),
    TEXT("version", version),
    OWN("extends", leave_for_later),
    TEXT("name", name),
    TEXT("source", source),
    TEXT("note", note),
    CHOICE("status", status, hz_plan_status_names),
    TEXT("currency", currency),
    PART("effective", effective_fields),
    PART("term", term_fields),
    PART("contribution", contribution_fields),
    PART("units", unit_fields),
    PART("eligibility", eligibility_fields),
    TEXTS("exclusive_with", exclusive),
    FLAG("stacks", stacks),
    PART("renewal", renewal_fields),
    OWN("seats", read_seats),
    PART("deadline", deadline_fields),
    PART("limits", limit_fields),
    PART("rounding", rounding_fields),
    OWN("benefits", read_benefits),
    END,
};
#undef OWNER

struct hz_plan hz_plan_fresh(void)
{
    return (struct hz_plan){
        .status = (enum hz_plan_status)UNSET,
        .from = HZ_NO_DATE,
        .to = HZ_NO_DATE,
        .term_from = HZ_NO_DATE,
        .term_to = HZ_NO_DATE,
        .contribution = UNSET,
        .most_units = 1,
        .ages = {0, HZ_UNLIMITED},
        .male = {0, HZ_UNLIMITED},
        .female = {0, HZ_UNLIMITED},
        .deadline_days = HZ_UNLIMITED,
        .most_per_term = HZ_UNLIMITED,
        .grace = 0,
    };
}

void hz_plan_schema_read(struct hz_reading *reading, const struct hz_node *map,
                         struct hz_plan *plan)
{
    hz_schema_read(reading, map, plan_fields, plan);
}

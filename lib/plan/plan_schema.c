/* plan_schema.c: see plan_schema.h. */

#include "plan/plan_schema.h"

#include "base/nearest.h"

#include <assert.h>
#include <stddef.h>

static_assert(sizeof(enum hz_benefit_kind) == sizeof(int), "choices are written as an int");

#define MONEY(name, owner, member) HZ_KEY_WITHIN(MONEY, name, owner, member, 0, HZ_PLAN_AMOUNT)
#define RATE(name, owner, member) HZ_KEY_WITHIN(RATE, name, owner, member, 0, HZ_DECIMAL_ONE)

enum { DAYS_MOST = 36600 };

/* ---- Parts of a benefit */

static const struct hz_field tier_fields[] = {MONEY("above", hz_tier, above),
                                              MONEY("through", hz_tier, through),
                                              RATE("rate", hz_tier, rate), HZ_KEY_END};
static const struct hz_field step_fields[] = {MONEY("above", hz_tier, above),
                                              MONEY("through", hz_tier, through),
                                              MONEY("amount", hz_tier, amount), HZ_KEY_END};

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

static const struct hz_field rate_value = {.kind = HZ_FIELD_RATE, .most = HZ_DECIMAL_ONE};
static const struct hz_field money_value = {.kind = HZ_FIELD_MONEY, .most = HZ_PLAN_AMOUNT};

/* A map from words to rates or amounts. */
static struct hz_by_word *read_words(struct hz_reading *reading, const struct hz_node *map,
                                     const struct hz_field *kind, size_t *count)
{
    struct hz_error fault = {0};
    *count = 0;
    if (!hz_tree_need_map(reading->tree, map, &fault)) {
        hz_schema_fault(reading, map, _("expected a map, as in {word: value}"));
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
                        _("expected a list of rates, of the first stay, the second, ..."));
        return;
    }
    struct hz_decimal *rate = hz_arena_allocate(reading->arena, value->items, sizeof *rate);
    for (size_t i = 0; i < value->items; i++)
        hz_schema_value(reading, &value->item[i], &rate_value, &rate[i]);
    benefit->by_stay = rate;
    benefit->stays = value->items;
    benefit->rate_by = HZ_RATE_BY_STAY;
}

static const struct hz_field rate_fields[] = {HZ_KEY_OWN("level", read_levels),
                                              HZ_KEY_OWN("stay", read_stays),
                                              HZ_KEY_OWN("tiers", read_rate_tiers), HZ_KEY_END};

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

static const struct hz_field deductible_fields[] = {
    HZ_KEY_OWN("stay", read_stay_deductible), HZ_KEY_OWN("term", read_term_deductible), HZ_KEY_END};

static void read_deductible(struct hz_reading *reading, const struct hz_node *value, void *into)
{
    if (value->kind != HZ_NODE_MAP)
        read_stay_deductible(reading, value, into);
    else if (value->items != 1)
        hz_schema_fault(reading, value, _("a deductible is of the stay or of the term"));
    else
        hz_schema_read(reading, value, deductible_fields, into);
}

static const struct hz_field band_fields[] = {
    HZ_KEY_WITHIN(INTEGER, "from", hz_waiting_band, from, 1, DAYS_MOST),
    HZ_KEY_WITHIN(INTEGER, "through", hz_waiting_band, through, 1, DAYS_MOST),
    RATE("rate", hz_waiting_band, rate), MONEY("amount", hz_waiting_band, amount), HZ_KEY_END};

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
    const struct hz_field names = {.kind = HZ_FIELD_TEXTS};
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
    const struct hz_field name = {.kind = HZ_FIELD_TEXT};
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
    const struct hz_field names = {.kind = HZ_FIELD_TEXTS};
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

static const struct hz_field benefit_fields[] = {
    HZ_KEY(TEXT, "code", hz_benefit, code),
    HZ_KEY(TEXT, "name", hz_benefit, name),
    HZ_KEY(TEXT, "clause", hz_benefit, clause),
    HZ_KEY_CHOICE("kind", hz_benefit, kind, hz_benefit_kind_names),
    HZ_KEY(TEXTS, "on", hz_benefit, ons),
    HZ_KEY(FLAG, "per_unit", hz_benefit, per_unit),
    HZ_KEY(FLAG, "ex_gratia", hz_benefit, is_ex_gratia),
    MONEY("amount", hz_benefit, amount),
    MONEY("sum_insured", hz_benefit, amount),
    MONEY("cost", hz_benefit, amount),
    HZ_KEY_WITHIN(INTEGER, "deductible_days", hz_benefit, deductible_days, 0, DAYS_MOST),
    HZ_KEY_WITHIN(INTEGER, "days_per_stay", hz_benefit, days_per_stay, 1, DAYS_MOST),
    HZ_KEY_WITHIN(INTEGER, "days_per_term", hz_benefit, days_per_term, 1, DAYS_MOST),
    HZ_KEY_CHOICE("count_days", hz_benefit, count_days, hz_count_days_names),
    HZ_KEY_CHOICE("base", hz_benefit, base, hz_expense_names),
    HZ_KEY_OWN("deductible", read_deductible),
    HZ_KEY_OWN("rate", read_rate),
    HZ_KEY_CHOICE("tiers_over", hz_benefit, tiers_over, hz_tiers_over_names),
    HZ_KEY_OWN("steps", read_steps),
    HZ_KEY_OWN("diseases", read_lists),
    HZ_KEY_OWN("amounts", read_classes),
    HZ_KEY_OWN("schedule", read_schedule),
    HZ_KEY_CHOICE("combination", hz_benefit, combination, hz_combination_names),
    HZ_KEY_OWN("waiting", read_waiting),
    HZ_KEY_OWN("hospital_levels", read_hospitals),
    HZ_KEY_OWN("less_paid", leave_for_later),
    MONEY("minimum", hz_benefit, minimum),
    HZ_KEY_CHOICE("below_minimum", hz_benefit, below, hz_below_names),
    MONEY("most_per_claim", hz_benefit, most_per_claim),
    MONEY("most_per_term", hz_benefit, most_per_term),
    HZ_KEY_WITHIN(INTEGER, "most_claims", hz_benefit, most_claims, 1, 1000000),
    HZ_KEY_CHOICE("ends", hz_benefit, terminates, hz_terminates_names),
    HZ_KEY(FLAG, "exclude_paid_class", hz_benefit, excludes_paid_class),
    HZ_KEY_END,
};

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
    const struct hz_field names = {.kind = HZ_FIELD_TEXTS};
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

/* A benefit without a kind is refused later. */
static bool is_per_unit(enum hz_benefit_kind kind)
{
    return kind == HZ_BENEFIT_KINDS || (hz_benefit_kind_likes[kind] & HZ_PER_UNIT) != 0;
}

static void read_benefits(struct hz_reading *reading, const struct hz_node *value, void *into)
{
    struct hz_plan *plan = into;
    struct hz_error fault = {0};
    if (!hz_tree_need_list(reading->tree, value, &fault)) {
        hz_schema_fault(reading, value, _("expected a list of benefits"));
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
            of[i]->per_unit = is_per_unit(of[i]->kind);
        for (size_t k = 0; k < i; k++)
            if (of[k] == of[i])
                hz_schema_fault(reading, node, _("this code stands here already"));
    }
    for (size_t i = 0; i < value->items && i < HZ_PLAN_BENEFITS; i++)
        resolve_less_paid(reading, &value->item[i], of[i], plan);
}

/* ---- The plan */

static const struct hz_field pro_rata_fields[] = {
    HZ_KEY_WITHIN(INTEGER, "months", hz_pro_rata, months, 1, 1200),
    MONEY("amount", hz_pro_rata, contribution), HZ_KEY_END};

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

static void read_years(struct hz_reading *reading, const struct hz_node *value, void *into)
{
    struct hz_plan *plan = into;
    const struct hz_field years = {.kind = HZ_FIELD_INTEGER, .least = 1, .most = 100};
    int64_t number = 0;
    hz_schema_value(reading, value, &years, &number);
    plan->term_months = 12 * number;
}

static const struct hz_field effective_fields[] = {HZ_KEY(DATE, "from", hz_plan, from),
                                                   HZ_KEY(DATE, "to", hz_plan, to), HZ_KEY_END};
static const struct hz_field term_fields[] = {
    HZ_KEY_OWN("years", read_years),
    HZ_KEY_WITHIN(INTEGER, "months", hz_plan, term_months, 1, 1200),
    HZ_KEY_WITHIN(INTEGER, "days", hz_plan, term_days, 1, DAYS_MOST),
    HZ_KEY(DATE, "from", hz_plan, term_from),
    HZ_KEY(DATE, "to", hz_plan, term_to),
    HZ_KEY_END};
static const struct hz_field payer_fields[] = {
    MONEY("self", hz_plan, paid_by[HZ_PAYER_SELF]), MONEY("unit", hz_plan, paid_by[HZ_PAYER_UNIT]),
    MONEY("union", hz_plan, paid_by[HZ_PAYER_UNION]),
    MONEY("government", hz_plan, paid_by[HZ_PAYER_GOVERNMENT]), HZ_KEY_END};

static void read_payers(struct hz_reading *reading, const struct hz_node *value, void *into)
{
    struct hz_plan *plan = into;
    plan->has_payers = true;
    hz_schema_read(reading, value, payer_fields, plan);
}

static const struct hz_field contribution_fields[] = {
    MONEY("amount", hz_plan, contribution), HZ_KEY_OWN("paid_by", read_payers),
    HZ_KEY(FLAG, "gift", hz_plan, is_gift), MONEY("deposit", hz_plan, deposit),
    HZ_KEY_OWN("mid_term", read_pro_rata),  HZ_KEY_END};
static const struct hz_field unit_fields[] = {
    HZ_KEY_WITHIN(INTEGER, "most", hz_plan, most_units, 1, HZ_PLAN_UNITS),
    HZ_KEY(FLAG, "equal_within_employer", hz_plan, equal_units), HZ_KEY_END};
static const struct hz_field age_fields[] = {
    HZ_KEY_WITHIN(INTEGER, "least", hz_plan, ages.least, 0, 150),
    HZ_KEY_WITHIN(INTEGER, "most", hz_plan, ages.most, 0, 150), HZ_KEY_END};
static const struct hz_field male_fields[] = {
    HZ_KEY_WITHIN(INTEGER, "least", hz_plan, male.least, 0, 150),
    HZ_KEY_WITHIN(INTEGER, "most", hz_plan, male.most, 0, 150), HZ_KEY_END};
static const struct hz_field female_fields[] = {
    HZ_KEY_WITHIN(INTEGER, "least", hz_plan, female.least, 0, 150),
    HZ_KEY_WITHIN(INTEGER, "most", hz_plan, female.most, 0, 150), HZ_KEY_END};
static const struct hz_field eligibility_fields[] = {
    HZ_KEY_CHOICE("sex", hz_plan, sex, hz_sex_names),
    HZ_KEY_MAP("age", age_fields),
    HZ_KEY_MAP("male", male_fields),
    HZ_KEY_MAP("female", female_fields),
    HZ_KEY(TEXTS, "insurance", hz_plan, insurance),
    HZ_KEY(TEXTS, "worker_types", hz_plan, worker_types),
    RATE("participation", hz_plan, participation),
    HZ_KEY_WITHIN(INTEGER, "all_must_join_below", hz_plan, all_below, 0, 1000000),
    HZ_KEY_WITHIN(INTEGER, "least_members", hz_plan, least_members, 1, 1000000),
    HZ_KEY_END};
static const struct hz_field renewal_fields[] = {
    HZ_KEY_WITHIN(INTEGER, "grace_days", hz_plan, grace, 0, 3660), HZ_KEY_END};
static const struct hz_field seat_fields[] = {
    HZ_KEY_CHOICE("waiting_of_successor", hz_plan, swap_waiting, hz_swap_waiting_names),
    HZ_KEY_END};
static const struct hz_field deadline_fields[] = {
    HZ_KEY_WITHIN(INTEGER, "days", hz_plan, deadline_days, 0, DAYS_MOST),
    HZ_KEY(FLAG, "working_days", hz_plan, deadline_is_working),
    HZ_KEY_CHOICE("from", hz_plan, deadline_from, hz_deadline_from_names),
    HZ_KEY_CHOICE("late", hz_plan, late, hz_late_names), HZ_KEY_END};
static const struct hz_field limit_fields[] = {
    MONEY("per_term", hz_plan, most_per_term), HZ_KEY(FLAG, "per_unit", hz_plan, limit_per_unit),
    HZ_KEY_CHOICE("period", hz_plan, limit_period, hz_limit_period_names), HZ_KEY_END};
static const struct hz_field rounding_fields[] = {
    HZ_KEY_CHOICE("to", hz_plan, round_to, hz_round_to_names),
    HZ_KEY_CHOICE("way", hz_plan, rounding, hz_rounding_names), HZ_KEY_END};

static const struct hz_field refund_fields[] = {
    HZ_KEY_WITHIN(INTEGER, "through", hz_refund_band, through, 1, DAYS_MOST),
    RATE("rate", hz_refund_band, rate), HZ_KEY_END};

static void read_refund_table(struct hz_reading *reading, const struct hz_node *value,
                              struct hz_withdrawal *withdrawal)
{
    const struct hz_refund_band fresh = {UNSET, {UNSET}};
    struct hz_refund_band *band =
        hz_schema_list(reading, value, refund_fields, &fresh, sizeof fresh, &withdrawal->bands);
    for (size_t b = 0; b < withdrawal->bands; b++)
        if (band[b].through <= (b > 0 ? band[b - 1].through : 0) || band[b].rate.value == UNSET)
            hz_schema_fault(
                reading, &value->item[b],
                _("a row needs a later day than the one before, \"through\", and a rate"));
    withdrawal->band = band;
    withdrawal->refund = HZ_REFUND_BY_TABLE;
}

static void read_refund(struct hz_reading *reading, const struct hz_node *value, void *into)
{
    struct hz_plan *plan = into;
    struct hz_withdrawal *withdrawal = &plan->withdrawal;
    if (value->kind == HZ_NODE_LIST)
        read_refund_table(reading, value, withdrawal);
    else if (value->kind == HZ_NODE_SCALAR && hz_text_equal(value->text, hz_text_of("none")))
        withdrawal->refund = HZ_REFUND_NONE;
    else if (value->kind == HZ_NODE_SCALAR && hz_text_equal(value->text, hz_text_of("pro_rata")))
        withdrawal->refund = HZ_REFUND_PRO_RATA;
    else
        hz_schema_fault(reading, value,
                        _("expected none, pro_rata, or a list of {through: DAY, rate: RATE}"));
}

static const struct hz_field withdrawal_fields[] = {
    HZ_KEY_OWN("refund", read_refund), MONEY("fee", hz_plan, withdrawal.fee),
    HZ_KEY_WITHIN(INTEGER, "until", hz_plan, withdrawal.until, 1, DAYS_MOST), HZ_KEY_END};

static void read_withdrawal(struct hz_reading *reading, const struct hz_node *value, void *into)
{
    const struct hz_plan *plan = into;
    hz_schema_read(reading, value, withdrawal_fields, into);
    if (plan->withdrawal.refund == HZ_REFUND_UNKNOWN)
        hz_schema_fault(reading, value,
                        _("a withdrawal needs its \"refund\": none, pro_rata, or a table"));
}

static void read_seats(struct hz_reading *reading, const struct hz_node *value, void *into)
{
    struct hz_plan *plan = into;
    plan->has_seats = true;
    hz_schema_read(reading, value, seat_fields, plan);
}

static const struct hz_field plan_fields[] = {
    HZ_KEY(TEXT, "plan", hz_plan, code),
    HZ_KEY(TEXT, "version", hz_plan, version),
    HZ_KEY_OWN("extends", leave_for_later),
    HZ_KEY(TEXT, "name", hz_plan, name),
    HZ_KEY(TEXT, "source", hz_plan, source),
    HZ_KEY(TEXT, "note", hz_plan, note),
    HZ_KEY_CHOICE("status", hz_plan, status, hz_plan_status_names),
    HZ_KEY(TEXT, "currency", hz_plan, currency),
    HZ_KEY_MAP("effective", effective_fields),
    HZ_KEY_MAP("term", term_fields),
    HZ_KEY_MAP("contribution", contribution_fields),
    HZ_KEY_MAP("units", unit_fields),
    HZ_KEY_MAP("eligibility", eligibility_fields),
    HZ_KEY(TEXTS, "exclusive_with", hz_plan, exclusive),
    HZ_KEY(FLAG, "stacks", hz_plan, stacks),
    HZ_KEY_MAP("renewal", renewal_fields),
    HZ_KEY_OWN("withdrawal", read_withdrawal),
    HZ_KEY_OWN("seats", read_seats),
    HZ_KEY_MAP("deadline", deadline_fields),
    HZ_KEY_MAP("limits", limit_fields),
    HZ_KEY_MAP("rounding", rounding_fields),
    HZ_KEY_OWN("benefits", read_benefits),
    HZ_KEY_END,
};

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
        .withdrawal = {.until = HZ_UNLIMITED},
    };
}

/*
 * What a plan that is extended says under a key is forgotten where this one has the key: a key's
 * members stand together in struct hz_plan. Who pays may change without the amount.
 */
static void begin_anew(const struct hz_node *map, struct hz_plan *plan)
{
    static const struct {
        const char *key;
        size_t from, to;
    } keys[] = {
        {"term", offsetof(struct hz_plan, term_months), offsetof(struct hz_plan, contribution)},
        {"contribution", offsetof(struct hz_plan, contribution),
         offsetof(struct hz_plan, most_units)},
        {"units", offsetof(struct hz_plan, most_units), offsetof(struct hz_plan, sex)},
        {"eligibility", offsetof(struct hz_plan, sex), offsetof(struct hz_plan, exclusive)},
        {"renewal", offsetof(struct hz_plan, grace), offsetof(struct hz_plan, withdrawal)},
        {"withdrawal", offsetof(struct hz_plan, withdrawal), offsetof(struct hz_plan, has_seats)},
        {"seats", offsetof(struct hz_plan, has_seats), offsetof(struct hz_plan, deadline_days)},
        {"deadline", offsetof(struct hz_plan, deadline_days),
         offsetof(struct hz_plan, most_per_term)},
        {"limits", offsetof(struct hz_plan, most_per_term), offsetof(struct hz_plan, rounding)},
        {"rounding", offsetof(struct hz_plan, rounding), offsetof(struct hz_plan, benefit)}};
    const struct hz_plan fresh = hz_plan_fresh();
    const hz_fen amount = plan->contribution;
    for (size_t k = 0; k < HZ_COUNT(keys); k++)
        if (hz_node_get(map, keys[k].key))
            memcpy((char *)plan + keys[k].from, (const char *)&fresh + keys[k].from,
                   keys[k].to - keys[k].from);
    const struct hz_node *node = hz_node_get(map, "contribution");
    if (node && node->kind == HZ_NODE_MAP && !hz_node_get(node, "amount"))
        plan->contribution = amount;
}

void hz_plan_schema_read(struct hz_reading *reading, const struct hz_node *map,
                         struct hz_plan *plan)
{
    if (map->kind == HZ_NODE_MAP)
        begin_anew(map, plan);
    hz_schema_read(reading, map, plan_fields, plan);
}

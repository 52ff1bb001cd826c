/* benefit_schema.c: the keys of a plan's benefits: see plan_schema.h. */

#include "base/nearest.h"
#include "plan/plan_schema.h"

#include <assert.h>
#include <stddef.h>

static_assert(sizeof(enum hz_benefit_kind) == sizeof(int), "choices are written as an int");

static const struct hz_field tier_fields[] = {HZ_PLAN_MONEY("above", hz_tier, above),
                                              HZ_PLAN_MONEY("through", hz_tier, through),
                                              HZ_PLAN_RATE("rate", hz_tier, rate), HZ_KEY_END};
static const struct hz_field step_fields[] = {HZ_PLAN_MONEY("above", hz_tier, above),
                                              HZ_PLAN_MONEY("through", hz_tier, through),
                                              HZ_PLAN_MONEY("amount", hz_tier, amount), HZ_KEY_END};

static void read_tiers(struct hz_reading *reading, const struct hz_node *value,
                       struct hz_benefit *benefit, const struct hz_field fields[])
{
    const struct hz_tier fresh = {.above = HZ_PLAN_UNSET,
                                  .through = HZ_UNLIMITED,
                                  .amount = HZ_PLAN_UNSET,
                                  .rate = {HZ_PLAN_UNSET}};
    size_t count;
    struct hz_tier *tier = hz_schema_list(reading, value, fields, &fresh, sizeof fresh, &count);
    if (value->kind == HZ_NODE_LIST && count == 0)
        hz_schema_fault(reading, value,
                        fields == tier_fields
                            ? _("expected a list, as in [{through: 20000, rate: 0.5}]")
                            : _("expected a list, as in [{through: 20000, amount: 500}]"));
    for (size_t t = 0; t < count; t++) {
        const hz_fen before = t == 0 ? 0 : tier[t - 1].through;
        const struct hz_node *node = &value->item[t];
        if (tier[t].above == HZ_PLAN_UNSET)
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
        if (fields == tier_fields && tier[t].rate.value == HZ_PLAN_UNSET)
            hz_schema_fault(reading, node, _("a tier needs a rate"));
        if (fields == step_fields && tier[t].amount == HZ_PLAN_UNSET)
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
    if (!hz_tree_need_map(reading->tree, map, &fault) || map->items == 0) {
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
    if (count == 0)
        hz_schema_fault(reading, value,
                        _("expected an amount, or a list of them, of the first stay, the second, "
                          "..."));
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
    HZ_KEY_WITHIN(INTEGER, "from", hz_waiting_band, from, 1, HZ_PLAN_DAYS),
    HZ_KEY_WITHIN(INTEGER, "through", hz_waiting_band, through, 1, HZ_PLAN_DAYS),
    HZ_PLAN_RATE("rate", hz_waiting_band, rate), HZ_PLAN_MONEY("amount", hz_waiting_band, amount),
    HZ_KEY_END};

static void read_waiting(struct hz_reading *reading, const struct hz_node *value, void *into)
{
    struct hz_benefit *benefit = into;
    const struct hz_waiting_band fresh = {.from = HZ_PLAN_UNSET,
                                          .through = HZ_PLAN_UNSET,
                                          .amount = HZ_PLAN_UNSET,
                                          .rate = {HZ_PLAN_UNSET}};
    size_t count;
    struct hz_waiting_band *band =
        hz_schema_list(reading, value, band_fields, &fresh, sizeof fresh, &count);
    for (size_t b = 0; b < count; b++) {
        const struct hz_node *node = &value->item[b];
        const int64_t next = b == 0 ? 1 : band[b - 1].through + 1;
        if (band[b].from == HZ_PLAN_UNSET)
            band[b].from = next;
        if (band[b].from < next)
            hz_schema_fault(reading, node, _("this band overlaps with the one before it"));
        else if (band[b].from > next)
            hz_schema_fault(reading, node,
                            _("the days before this band are in none: begin it where they begin"));
        if (band[b].through < band[b].from)
            hz_schema_fault(reading, node, _("a band needs its last day, \"through\""));
        band[b].has_amount = band[b].amount != HZ_PLAN_UNSET;
        if (band[b].has_amount == (band[b].rate.value != HZ_PLAN_UNSET))
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

/* A list or schedule that is not there: the nearest is told, or all that there are. */
static void refuse_code(struct hz_reading *reading, const struct hz_node *value,
                        struct hz_text code, bool is_schedule)
{
    enum { MOST = 64, LETTERS = 200 };
    const struct hz_plans *plans = reading->scope;
    const size_t codes = is_schedule ? plans->schedules : plans->lists;
    const char *names[MOST + 1];
    struct hz_text known[MOST];
    struct hz_buffer list = {0};
    size_t count = 0;
    for (; count < MOST && count < codes; count++) {
        known[count] = is_schedule ? plans->schedule[count].code : plans->list[count].code;
        names[count] = known[count].at;
    }
    names[count] = NULL;
    const char *nearest = hz_nearest(code, names);
    hz_buffer_list(&list, known, count, LETTERS);
    hz_buffer_char(&list, '\0');
    if (nearest)
        hz_schema_fault(reading, value,
                        is_schedule ? _("no schedule \"%.*s\" is known: nearest is \"%s\"")
                                    : _("no list \"%.*s\" is known: nearest is \"%s\""),
                        HZ_TEXT_ARGS(code), nearest);
    else
        hz_schema_fault(reading, value,
                        is_schedule ? _("no schedule \"%.*s\" is known, only: %s")
                                    : _("no list \"%.*s\" is known, only: %s"),
                        HZ_TEXT_ARGS(code), count > 0 ? list.at : _("none"));
    hz_buffer_free(&list);
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
            refuse_code(reading, value, text.at[i], false);
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
        refuse_code(reading, value, code, true);
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
    HZ_PLAN_MONEY("amount", hz_benefit, amount),
    HZ_PLAN_MONEY("sum_insured", hz_benefit, amount),
    HZ_PLAN_MONEY("cost", hz_benefit, amount),
    HZ_KEY_WITHIN(INTEGER, "deductible_days", hz_benefit, deductible_days, 0, HZ_PLAN_DAYS),
    HZ_KEY_WITHIN(INTEGER, "days_per_stay", hz_benefit, days_per_stay, 1, HZ_PLAN_DAYS),
    HZ_KEY_WITHIN(INTEGER, "days_per_term", hz_benefit, days_per_term, 1, HZ_PLAN_DAYS),
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
    HZ_PLAN_MONEY("minimum", hz_benefit, minimum),
    HZ_KEY_CHOICE("below_minimum", hz_benefit, below, hz_below_names),
    HZ_PLAN_MONEY("most_per_claim", hz_benefit, most_per_claim),
    HZ_PLAN_MONEY("most_per_term", hz_benefit, most_per_term),
    HZ_KEY_WITHIN(INTEGER, "most_claims", hz_benefit, most_claims, 1, 1000000),
    HZ_KEY_CHOICE("ends", hz_benefit, terminates, hz_terminates_names),
    HZ_KEY(FLAG, "exclude_paid_class", hz_benefit, excludes_paid_class),
    HZ_KEY_END,
};

static const struct hz_benefit fresh_benefit = {
    .kind = HZ_BENEFIT_KINDS,
    .amount = HZ_PLAN_UNSET,
    .base = HZ_EXPENSES,
    .rate = {HZ_PLAN_UNSET},
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

/* By what key its amount is told. */
static const char *amount_key(enum hz_benefit_kind kind)
{
    return kind == HZ_SERVICE ? "cost" : kind == HZ_DISABILITY ? "sum_insured" : "amount";
}

/* One of another kind than it had, or had none, begins with what goes by its kind. */
static void read_benefit(struct hz_reading *reading, const struct hz_node *node,
                         struct hz_benefit *benefit)
{
    const enum hz_benefit_kind before = benefit->kind;
    hz_schema_read(reading, node, benefit_fields, benefit);
    if (node->kind != HZ_NODE_MAP || benefit->kind == before)
        return;
    const char *key = amount_key(benefit->kind);
    if (strcmp(key, amount_key(before)) != 0 && !hz_node_get(node, key))
        benefit->amount = HZ_PLAN_UNSET;
    if (!hz_node_get(node, "per_unit"))
        benefit->per_unit = is_per_unit(benefit->kind);
}

void hz_plan_benefits_read(struct hz_reading *reading, const struct hz_node *value, void *into)
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
        of[i] = benefit_of(reading, node, plan);
        if (!of[i])
            return;
        read_benefit(reading, node, of[i]);
        for (size_t k = 0; k < i; k++)
            if (of[k] == of[i])
                hz_schema_fault(reading, node, _("this code stands here already"));
    }
    for (size_t i = 0; i < value->items && i < HZ_PLAN_BENEFITS; i++)
        resolve_less_paid(reading, &value->item[i], of[i], plan);
}

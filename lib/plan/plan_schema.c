/* plan_schema.c: see plan_schema.h. */

#include "plan/plan_schema.h"

#include <stddef.h>

static const struct hz_field pro_rata_fields[] = {
    HZ_KEY_WITHIN(INTEGER, "months", hz_pro_rata, months, 1, 1200),
    HZ_PLAN_MONEY("amount", hz_pro_rata, contribution), HZ_KEY_END};

static void read_pro_rata(struct hz_reading *reading, const struct hz_node *value, void *into)
{
    struct hz_plan *plan = into;
    const struct hz_pro_rata fresh = {HZ_PLAN_UNSET, HZ_PLAN_UNSET};
    struct hz_pro_rata *row =
        hz_schema_list(reading, value, pro_rata_fields, &fresh, sizeof fresh, &plan->pro_ratas);
    for (size_t i = 0; i < plan->pro_ratas; i++) {
        if (row[i].months == HZ_PLAN_UNSET || row[i].contribution == HZ_PLAN_UNSET)
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
    HZ_KEY_WITHIN(INTEGER, "days", hz_plan, term_days, 1, HZ_PLAN_DAYS),
    HZ_KEY(DATE, "from", hz_plan, term_from),
    HZ_KEY(DATE, "to", hz_plan, term_to),
    HZ_KEY_END};
static const struct hz_field payer_fields[] = {
    HZ_PLAN_MONEY("self", hz_plan, paid_by[HZ_PAYER_SELF]),
    HZ_PLAN_MONEY("unit", hz_plan, paid_by[HZ_PAYER_UNIT]),
    HZ_PLAN_MONEY("union", hz_plan, paid_by[HZ_PAYER_UNION]),
    HZ_PLAN_MONEY("government", hz_plan, paid_by[HZ_PAYER_GOVERNMENT]), HZ_KEY_END};

static void read_payers(struct hz_reading *reading, const struct hz_node *value, void *into)
{
    struct hz_plan *plan = into;
    plan->has_payers = true;
    hz_schema_read(reading, value, payer_fields, plan);
}

static const struct hz_field contribution_fields[] = {
    HZ_PLAN_MONEY("amount", hz_plan, contribution), HZ_KEY_OWN("paid_by", read_payers),
    HZ_KEY(FLAG, "gift", hz_plan, is_gift),         HZ_PLAN_MONEY("deposit", hz_plan, deposit),
    HZ_KEY_OWN("mid_term", read_pro_rata),          HZ_KEY_END};
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
    HZ_PLAN_RATE("participation", hz_plan, participation),
    HZ_KEY_WITHIN(INTEGER, "all_must_join_below", hz_plan, all_below, 0, 1000000),
    HZ_KEY_WITHIN(INTEGER, "least_members", hz_plan, least_members, 1, 1000000),
    HZ_KEY_END};
static const struct hz_field renewal_fields[] = {
    HZ_KEY_WITHIN(INTEGER, "grace_days", hz_plan, grace, 0, 3660), HZ_KEY_END};
static const struct hz_field seat_fields[] = {
    HZ_KEY_CHOICE("waiting_of_successor", hz_plan, swap_waiting, hz_swap_waiting_names),
    HZ_KEY_END};
static const struct hz_field deadline_fields[] = {
    HZ_KEY_WITHIN(INTEGER, "days", hz_plan, deadline_days, 0, HZ_PLAN_DAYS),
    HZ_KEY(FLAG, "working_days", hz_plan, deadline_is_working),
    HZ_KEY_CHOICE("from", hz_plan, deadline_from, hz_deadline_from_names),
    HZ_KEY_CHOICE("late", hz_plan, late, hz_late_names), HZ_KEY_END};
static const struct hz_field limit_fields[] = {
    HZ_PLAN_MONEY("per_term", hz_plan, most_per_term),
    HZ_KEY(FLAG, "per_unit", hz_plan, limit_per_unit),
    HZ_KEY_CHOICE("period", hz_plan, limit_period, hz_limit_period_names), HZ_KEY_END};
static const struct hz_field rounding_fields[] = {
    HZ_KEY_CHOICE("to", hz_plan, round_to, hz_round_to_names),
    HZ_KEY_CHOICE("way", hz_plan, rounding, hz_rounding_names), HZ_KEY_END};

static const struct hz_field refund_fields[] = {
    HZ_KEY_WITHIN(INTEGER, "through", hz_refund_band, through, 1, HZ_PLAN_DAYS),
    HZ_PLAN_RATE("rate", hz_refund_band, rate), HZ_KEY_END};

static void read_refund_table(struct hz_reading *reading, const struct hz_node *value,
                              struct hz_withdrawal *withdrawal)
{
    const struct hz_refund_band fresh = {HZ_PLAN_UNSET, {HZ_PLAN_UNSET}};
    struct hz_refund_band *band =
        hz_schema_list(reading, value, refund_fields, &fresh, sizeof fresh, &withdrawal->bands);
    for (size_t b = 0; b < withdrawal->bands; b++)
        if (band[b].through <= (b > 0 ? band[b - 1].through : 0) ||
            band[b].rate.value == HZ_PLAN_UNSET)
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
    HZ_KEY_OWN("refund", read_refund), HZ_PLAN_MONEY("fee", hz_plan, withdrawal.fee),
    HZ_KEY_WITHIN(INTEGER, "until", hz_plan, withdrawal.until, 1, HZ_PLAN_DAYS), HZ_KEY_END};

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

/* Who loads the plans has read it before. */
static void know_already(struct hz_reading *reading, const struct hz_node *value, void *into)
{
    (void)reading;
    (void)value;
    (void)into;
}

static const struct hz_field plan_fields[] = {
    HZ_KEY(TEXT, "plan", hz_plan, code),
    HZ_KEY(TEXT, "version", hz_plan, version),
    HZ_KEY_OWN("extends", know_already),
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
    HZ_KEY_OWN("benefits", hz_plan_benefits_read),
    HZ_KEY_END,
};

struct hz_plan hz_plan_fresh(void)
{
    return (struct hz_plan){
        .status = (enum hz_plan_status)HZ_PLAN_UNSET,
        .from = HZ_NO_DATE,
        .to = HZ_NO_DATE,
        .term_from = HZ_NO_DATE,
        .term_to = HZ_NO_DATE,
        .contribution = HZ_PLAN_UNSET,
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

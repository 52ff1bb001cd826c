/* fund_terms.c: see fund_terms.h. */

#include "fund/fund_terms.h"

#include "base/date.h"
#include "file/schema.h"

#define PART(name, member, needed)                                                                 \
    HZ_KEY_WITHIN(RATE, name, hz_fund_terms, member, 0, HZ_DECIMAL_ONE, .is_needed = needed)

/*
 * Rates and figures that may be given anew for later years. A yield may be a loss, but not of all.
 */
#define YEARLY(needed)                                                                             \
    HZ_KEY_WITHIN(RATE, "yield", hz_fund_terms, rates.yield, 1 - HZ_DECIMAL_ONE, HZ_DECIMAL_ONE,   \
                  .is_needed = needed),                                                            \
        PART("fees", rates.fees, needed), PART("expenses", rates.expenses, needed),                \
        PART("risk_reserve", rates.risk_reserve, needed),                                          \
        PART("aid_fund", rates.aid_fund, needed),                                                  \
        PART("development_fund", rates.development_fund, needed), PART("ibnr", ibnr, false),       \
        PART("claim_expenses", claim_expenses, needed), PART("margin", margin, needed),            \
        PART("liquid", liquid, false),                                                             \
        HZ_KEY_WITHIN(INTEGER, "population", hz_fund_terms, population, 1, 10000000000)

#define BALANCE(name) HZ_KEY_WITHIN(MONEY, #name, hz_fund_balance, name, INT64_MIN, INT64_MAX)

static const struct hz_field balance_fields[] = {
    BALANCE(unearned),     BALANCE(deficiency), BALANCE(outstanding),      BALANCE(deposits),
    BALANCE(risk_reserve), BALANCE(aid_fund),   BALANCE(development_fund), BALANCE(disaster_fund),
    BALANCE(retained),     HZ_KEY_END};

/* One amount, which is retained, or a map of what stands on the balance. */
static void read_opening(struct hz_reading *reading, const struct hz_node *value, void *into)
{
    static const struct hz_field amount =
        HZ_KEY_WITHIN(MONEY, "opening", hz_fund_balance, retained, INT64_MIN, INT64_MAX);
    struct hz_fund_balance *b = &((struct hz_fund_terms *)into)->opening;
    if (value->kind == HZ_NODE_MAP)
        hz_schema_read(reading, value, balance_fields, b);
    else
        hz_schema_value(reading, value, &amount, &b->retained);
    b->assets = 0;
    b->assets = -hz_fund_gap(b);
}

static void read_later(struct hz_reading *reading, const struct hz_node *value, void *into);

/* In the order of enum hz_fund_key, and then the terms of later years. */
static const struct hz_field fields[] = {
    {.name = "opening", .kind = HZ_FIELD_OWN, .own = read_opening, .is_needed = true},
    YEARLY(true),
    HZ_KEY_OWN("from", read_later),
    HZ_KEY_END,
};
static const struct hz_field later_fields[] = {YEARLY(false), HZ_KEY_END};

const char *hz_fund_key_name(enum hz_fund_key key)
{
    return fields[key].name;
}

/* Where each figure stands, and whether the shares of a surplus are no more than all of it. */
static void note_lines(struct hz_reading *reading, const struct hz_node *map,
                       struct hz_fund_terms *terms)
{
    for (int key = 0; key < HZ_FUND_KEYS; key++) {
        const struct hz_node *node = hz_node_get(map, fields[key].name);
        terms->line[key] = node ? node->line : terms->line[key];
    }
    const struct hz_node *share = hz_node_get(map, "development_fund");
    if (terms->rates.aid_fund.value + terms->rates.development_fund.value > HZ_DECIMAL_ONE)
        hz_schema_fault(reading, share ? share : map,
                        _("with aid_fund of line %u it is more than all of a surplus"),
                        terms->line[HZ_FUND_AID_FUND]);
}

/* The maps are read when all that holds before them has been: see read_all. */
static void read_later(struct hz_reading *reading, const struct hz_node *value, void *into)
{
    (void)into;
    if (value->kind != HZ_NODE_MAP)
        hz_schema_fault(reading, value,
                        _("expected a map of years, as in from: {2024: {yield: 1.5%%}}"));
}

static void read_all(struct hz_reading *reading, void *into)
{
    struct hz_fund_terms *terms = into;
    const struct hz_node *map = hz_node_get(reading->tree->root, "from");
    note_lines(reading, reading->tree->root, terms);
    if (!map || map->kind != HZ_NODE_MAP)
        return;
    terms->later = hz_arena_allocate(reading->arena, map->items, sizeof *terms->later);
    for (size_t i = 0; i < map->items; i++) {
        const struct hz_node *node = &map->item[i];
        struct hz_fund_terms *later = &terms->later[terms->laters];
        enum hz_grain grain;
        hz_period year;
        *later = i > 0 ? later[-1] : *terms;
        if (!hz_period_parse(node->key->text, &year, &grain) || grain != HZ_YEAR ||
            year <= later->from) {
            hz_schema_fault(reading, node->key, _("\"%.*s\" is no year after the one before it"),
                            HZ_TEXT_ARGS(node->key->text));
            return;
        }
        later->from = (int)year;
        hz_schema_read(reading, node, later_fields, later);
        note_lines(reading, node, later);
        terms->laters++;
    }
}

const struct hz_fund_terms *hz_fund_terms_of(const struct hz_fund_terms *terms, int year)
{
    size_t at = terms->laters;
    while (at > 0 && terms->later[at - 1].from > year)
        at--;
    return at > 0 ? &terms->later[at - 1] : terms;
}

bool hz_fund_terms_read(struct hz_fund_terms *terms, const char *path, struct hz_arena *arena,
                        struct hz_error *err)
{
    struct hz_reading reading = {.arena = arena};
    struct hz_tree tree;
    *terms = (struct hz_fund_terms){0};
    if (!hz_schema_file(&reading, &tree, path, fields, read_all, terms, err))
        return false;
    terms->file = tree.file;
    for (size_t i = 0; i < terms->laters; i++)
        terms->later[i].file = tree.file;
    return true;
}

/* fund_terms.c: see fund_terms.h. */

#include "fund/fund_terms.h"

#include "file/schema.h"

#define PART(name, member, needed)                                                                 \
    HZ_KEY_WITHIN(RATE, name, hz_fund_terms, member, 0, HZ_DECIMAL_ONE, .is_needed = needed)

/* In the order of enum hz_fund_key. A yield may be a loss, but not of all. */
static const struct hz_field fields[] = {
    HZ_KEY_WITHIN(MONEY, "opening", hz_fund_terms, opening, INT64_MIN, INT64_MAX,
                  .is_needed = true),
    HZ_KEY_WITHIN(RATE, "yield", hz_fund_terms, rates.yield, 1 - HZ_DECIMAL_ONE, HZ_DECIMAL_ONE,
                  .is_needed = true),
    PART("fees", rates.fees, true),
    PART("expenses", rates.expenses, true),
    PART("risk_reserve", rates.risk_reserve, true),
    PART("aid_fund", rates.aid_fund, true),
    PART("development_fund", rates.development_fund, true),
    PART("ibnr", ibnr, false),
    PART("claim_expenses", claim_expenses, true),
    PART("margin", margin, true),
    PART("liquid", liquid, false),
    HZ_KEY_WITHIN(INTEGER, "population", hz_fund_terms, population, 1, 10000000000),
    HZ_KEY_END,
};

const char *hz_fund_key_name(enum hz_fund_key key)
{
    return fields[key].name;
}

static void note_lines(struct hz_reading *reading, void *into)
{
    struct hz_fund_terms *terms = into;
    const struct hz_node *root = reading->tree->root;
    for (int key = 0; key < HZ_FUND_KEYS; key++) {
        const struct hz_node *node = hz_node_get(root, fields[key].name);
        terms->line[key] = node ? node->line : 0;
    }
    if (terms->rates.aid_fund.value + terms->rates.development_fund.value > HZ_DECIMAL_ONE)
        hz_schema_fault(reading, hz_node_get(root, "development_fund"),
                        _("with aid_fund of line %u it is more than all of a surplus"),
                        terms->line[HZ_FUND_AID_FUND]);
}

bool hz_fund_terms_read(struct hz_fund_terms *terms, const char *path, struct hz_arena *arena,
                        struct hz_error *err)
{
    struct hz_reading reading = {.arena = arena};
    struct hz_tree tree;
    *terms = (struct hz_fund_terms){0};
    if (!hz_schema_file(&reading, &tree, path, fields, note_lines, terms, err))
        return false;
    terms->file = tree.file;
    return true;
}

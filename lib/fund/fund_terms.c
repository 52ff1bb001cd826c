/* fund_terms.c: see fund_terms.h. */

#include "fund/fund_terms.h"

const char *const hz_fund_key_names[] = {"opening",
                                         "yield",
                                         "fees",
                                         "expenses",
                                         "risk_reserve",
                                         "aid_fund",
                                         "development_fund",
                                         "ibnr",
                                         "claim_expenses",
                                         "margin",
                                         "liquid",
                                         "population",
                                         NULL};

static bool read_part(const struct hz_tree *tree, const struct hz_node *node,
                      struct hz_decimal *part, struct hz_error *err)
{
    if (!hz_tree_decimal(tree, node, part, err))
        return false;
    return (part->value >= 0 && part->value <= HZ_DECIMAL_ONE) ||
           hz_error_set(err, HZ_ERROR_DATA, hz_tree_place(tree, node),
                        _("\"%.*s\" is not a part: want 0 to 1, or 0%% to 100%%"),
                        HZ_TEXT_ARGS(node->text));
}

/* A yield may be a loss. */
static bool read_yield(const struct hz_tree *tree, const struct hz_node *node,
                       struct hz_decimal *yield, struct hz_error *err)
{
    if (!hz_tree_decimal(tree, node, yield, err))
        return false;
    return (yield->value > -HZ_DECIMAL_ONE && yield->value <= HZ_DECIMAL_ONE) ||
           hz_error_set(err, HZ_ERROR_DATA, hz_tree_place(tree, node),
                        _("\"%.*s\" is not a yearly yield: want above -100%% and up to 100%%"),
                        HZ_TEXT_ARGS(node->text));
}

static bool read_key(struct hz_fund_terms *t, enum hz_fund_key key, const struct hz_tree *tree,
                     const struct hz_node *node, struct hz_error *err)
{
    struct hz_decimal *const part[HZ_FUND_KEYS] = {
        [HZ_FUND_FEES] = &t->rates.fees,
        [HZ_FUND_EXPENSES] = &t->rates.expenses,
        [HZ_FUND_RISK_RESERVE] = &t->rates.risk_reserve,
        [HZ_FUND_AID_FUND] = &t->rates.aid_fund,
        [HZ_FUND_DEVELOPMENT_FUND] = &t->rates.development_fund,
        [HZ_FUND_IBNR] = &t->ibnr,
        [HZ_FUND_CLAIM_EXPENSES] = &t->claim_expenses,
        [HZ_FUND_MARGIN] = &t->margin,
        [HZ_FUND_LIQUID] = &t->liquid,
    };
    t->line[key] = node->line;
    switch (key) {
    case HZ_FUND_OPENING:
        return hz_tree_money(tree, node, &t->opening, err);
    case HZ_FUND_YIELD:
        return read_yield(tree, node, &t->rates.yield, err);
    case HZ_FUND_POPULATION:
        return hz_tree_integer(tree, node, &t->population, err) &&
               (t->population > 0 || hz_error_set(err, HZ_ERROR_DATA, hz_tree_place(tree, node),
                                                  _("want a number of persons above 0")));
    default:
        return read_part(tree, node, part[key], err);
    }
}

static bool check_shares(const struct hz_fund_terms *t, const struct hz_tree *tree,
                         struct hz_error *err)
{
    if (t->rates.aid_fund.value + t->rates.development_fund.value <= HZ_DECIMAL_ONE)
        return true;
    return hz_error_set(
        err, HZ_ERROR_DATA, hz_tree_place(tree, hz_node_get(tree->root, "development_fund")),
        _("with aid_fund of line %u it is more than all of a surplus"), t->line[HZ_FUND_AID_FUND]);
}

bool hz_fund_terms_read(struct hz_fund_terms *terms, const char *path, struct hz_arena *arena,
                        struct hz_error *err)
{
    struct hz_tree tree;
    *terms = (struct hz_fund_terms){0};
    if (!hz_tree_read(&tree, path, arena, err) || !hz_tree_need_map(&tree, tree.root, err) ||
        !hz_tree_check_keys(&tree, tree.root, hz_fund_key_names, err))
        return false;
    terms->file = tree.file;
    for (int key = 0; key < HZ_FUND_KEYS; key++) {
        const struct hz_node *node = hz_node_get(tree.root, hz_fund_key_names[key]);
        const bool is_optional =
            key == HZ_FUND_LIQUID || key == HZ_FUND_POPULATION || key == HZ_FUND_IBNR;
        if (!node && is_optional)
            continue;
        if (!hz_tree_find(&tree, tree.root, hz_fund_key_names[key], &node, err) ||
            !read_key(terms, (enum hz_fund_key)key, &tree, node, err))
            return false;
    }
    return check_shares(terms, &tree, err);
}

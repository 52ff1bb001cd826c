/* fund_table.c: see fund_table.h. */

#include "fund/fund_table.h"
#include "fund/fund_books.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

static const char *const key_names[] = {"province", "office", "plan"};

bool hz_fund_by_parse(const char *list, unsigned *by, struct hz_error *err)
{
    *by = 0;
    while (list && *list) {
        const size_t length = strcspn(list, ",");
        unsigned k = 0;
        while (k < 3 && !hz_text_equal((struct hz_text){list, length}, hz_text_of(key_names[k])))
            k++;
        if (k == 3 || (*by & 1U << k))
            return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                                _("--by: \"%.*s\" is none of province, office and plan, or stands "
                                  "twice"),
                                (int)length, list);
        *by |= 1U << k;
        list += length + (list[length] == ',');
    }
    return true;
}

/* ---- Groups: the parts in the order of their keys and years, added up */

struct group {
    const struct hz_fund *fund;
    unsigned by;
    struct hz_fund_part sum, before; /* of a year, and of the year before */
    bool has_before;
    bool is_total;
};

/* qsort has no context: what is compared is carried along. */
struct item {
    const struct hz_fund_part *part;
    unsigned by;
};

static int compare(const struct item *a, const struct item *b)
{
    int order = 0;
    for (unsigned k = 0; k < 3 && order == 0; k++)
        if (a->by & 1U << k)
            order = hz_text_compare(a->part->key[k], b->part->key[k]);
    return order;
}

static int by_key(const void *left, const void *right)
{
    const struct item *a = left, *b = right;
    const int order = compare(a, b);
    if (order != 0)
        return order;
    return a->part->period != b->part->period ? a->part->period - b->part->period
                                              : (a->part > b->part) - (a->part < b->part);
}

static void add_part(struct hz_fund_part *sum, const struct hz_fund_part *part)
{
    for (int line = 0; line < HZ_LEDGER_LINES; line++)
        sum->line[line] += part->line[line];
    sum->best_estimate += part->best_estimate;
    sum->of_gifts += part->of_gifts;
    hz_fund_add(&sum->books, &part->books);
}

/* Runs over items that are sorted, and prints the sum of each group and year. */
static void print_groups(const struct hz_fund *fund, const struct item item[], unsigned by,
                         bool is_total, void (*print)(const struct group *, struct hz_table *),
                         struct hz_table *out)
{
    struct group group = {.fund = fund, .by = by, .is_total = is_total};
    for (size_t i = 0; i < fund->parts; i++) {
        const bool is_new = i == 0 || compare(&item[i - 1], &item[i]) != 0;
        if (is_new || item[i - 1].part->period != item[i].part->period) {
            group.before = group.sum;
            group.has_before = !is_new;
            memset(&group.sum, 0, sizeof group.sum);
            group.sum.period = item[i].part->period;
            memcpy(group.sum.key, item[i].part->key, sizeof group.sum.key);
        }
        add_part(&group.sum, item[i].part);
        const bool is_last = i + 1 == fund->parts || compare(&item[i], &item[i + 1]) != 0 ||
                             item[i].part->period != item[i + 1].part->period;
        if (is_last && group.sum.period >= fund->begin)
            print(&group, out);
    }
}

static int by_year(const void *left, const void *right)
{
    const struct item *a = left, *b = right;
    return a->part->period != b->part->period ? a->part->period - b->part->period
                                              : (a->part > b->part) - (a->part < b->part);
}

static void print_all(const struct hz_fund *fund, unsigned by, const char *const columns[],
                      void (*print)(const struct group *, struct hz_table *), struct hz_table *out)
{
    struct hz_arena arena = {0};
    struct item *item = hz_arena_allocate(&arena, fund->parts, sizeof *item);
    for (unsigned k = 0; k < 3; k++)
        if (by & 1U << k)
            hz_table_column(out, key_names[k]);
    hz_table_column(out, fund->grain == HZ_YEAR ? "year" : "period");
    for (size_t c = 0; columns[c]; c++)
        hz_table_column(out, columns[c]);
    for (size_t p = 0; p < fund->parts; p++)
        item[p] = (struct item){&fund->part[p], by};
    if (by != 0) {
        qsort(item, fund->parts, sizeof *item, by_key);
        print_groups(fund, item, by, false, print, out);
    }
    for (size_t p = 0; p < fund->parts; p++)
        item[p].by = 0;
    qsort(item, fund->parts, sizeof *item, by_year);
    print_groups(fund, item, by, true, print, out);
    hz_arena_free(&arena);
}

static void print_keys(const struct group *group, struct hz_table *out)
{
    bool is_first = true;
    for (unsigned k = 0; k < 3; k++) {
        if (!(group->by & 1U << k))
            continue;
        const struct hz_text key = group->sum.key[k];
        if (group->is_total)
            hz_table_string(out, is_first ? "total" : "");
        else if (key.length == 0)
            hz_table_string(out, is_first ? "common" : "");
        else
            hz_table_text(out, key);
        is_first = false;
    }
    char label[HZ_PERIOD_TEXT];
    hz_fiscal_format(group->sum.period, group->fund->grain, group->fund->is_fiscal, label);
    hz_table_string(out, label);
}

/* ---- The statement */

static const struct hz_fund_terms *terms_of(const struct group *g)
{
    return hz_fund_terms_at(g->fund, g->sum.period);
}

/* Where a figure comes from: records, the terms with their line, or other lines. */
static void print_line(const struct group *group, const char *name, hz_fen amount, int key,
                       const char *origin, struct hz_table *out)
{
    char place[512];
    const struct hz_fund_terms *terms = terms_of(group);
    if (key >= 0)
        snprintf(place, sizeof place, "%s:%u %s", terms->file, terms->line[key],
                 hz_fund_key_name((enum hz_fund_key)key));
    print_keys(group, out);
    hz_table_string(out, name);
    hz_table_money(out, amount);
    hz_table_string(out, key >= 0 ? place : origin);
    hz_table_end_row(out);
}

static void print_balance(const struct group *g, const char *when, const struct hz_fund_balance *b,
                          const char *origin, struct hz_table *out)
{
    const struct {
        const char *name;
        hz_fen amount;
    } line[] = {{"assets", b->assets},
                {"unearned", b->unearned},
                {"deficiency", b->deficiency},
                {"outstanding", b->outstanding},
                {"deposits", b->deposits},
                {"risk_reserve", b->risk_reserve},
                {"aid_fund", b->aid_fund},
                {"development_fund", b->development_fund},
                {"disaster_fund", b->disaster_fund},
                {"retained", b->retained}};
    for (size_t i = 0; i < HZ_COUNT(line); i++) {
        char name[64];
        snprintf(name, sizeof name, "%s_%s", when, line[i].name);
        print_line(g, name, line[i].amount, -1, origin, out);
    }
}

static void print_income(const struct group *g, const struct hz_fund_year *y, struct hz_table *out)
{
    static const char *const payers[HZ_FUND_PAYERS] = {
        "contributions_self", "contributions_unit", "contributions_union",
        "contributions_government", "contributions_other"};
    for (int p = 0; p < HZ_FUND_PAYERS; p++)
        print_line(g, payers[p], y->flow.payer[p], -1, "members", out);
    print_line(g, "contributions", y->contributions, -1, "sum of payers", out);
    print_line(g, "earned", y->earned, -1, "contributions - change_unearned", out);
    print_line(g, "yield", y->yield, HZ_FUND_YIELD, NULL, out);
    print_line(g, "payouts", -y->flow.paid, -1, "claims", out);
    print_line(g, "fees", -y->fees, HZ_FUND_FEES, NULL, out);
    print_line(g, "expenses", -y->expenses, HZ_FUND_EXPENSES, NULL, out);
    print_line(g, "services", -y->flow.services, -1, "claims, service_cost", out);
    print_line(g, "donations", y->flow.donations, -1, "entries", out);
    print_line(g, "subsidies", y->flow.subsidies, -1, "entries", out);
    print_line(g, "deposits_kept", y->flow.deposits_kept, -1, "members, deposits not given back",
               out);
}

/* By the terms' ibnr, or a year's table of reserves. */
static void print_outstanding(const struct group *g, hz_fen change, struct hz_table *out)
{
    char origin[512];
    const struct hz_fund_reserves *reserves = g->fund->reserves;
    for (size_t y = 0; reserves && y < reserves->years; y++)
        if (reserves->year[y].year == hz_fund_year_of(g->fund, g->sum.period))
            snprintf(origin, sizeof origin,
                     reserves->kind == HZ_RESERVE_IBNR ? "%s ibnr and claims" : "%s ibnr",
                     reserves->year[y].file);
    print_line(g, "change_outstanding", change, reserves ? -1 : (int)HZ_FUND_IBNR, origin, out);
}

/* What goes in and out of funds that are no part of the surplus, and deposits. */
static void print_funds(const struct group *g, const struct hz_fund_year *y, struct hz_table *out)
{
    const struct hz_fund_flow *f = &y->flow;
    print_line(g, "aid", -f->aid, -1, "claims, ex gratia", out);
    print_line(g, "from_aid_fund", -y->aid_of_fund, -1, "aid, as far as it reaches", out);
    print_line(g, "development_spending", -f->development_spent, -1, "entries", out);
    print_line(g, "from_development_fund", -y->development_of_fund, -1,
               "development_spending, as far as it reaches", out);
    print_line(g, "disaster_receipts", f->disaster_received, -1, "entries", out);
    print_line(g, "disaster_spending", -f->disaster_spent, -1, "entries", out);
    print_line(g, "from_disaster_fund", -y->disaster_of_fund, -1,
               "disaster_spending, as far as it reaches", out);
    print_line(g, "deposits_in", f->deposits_in, -1, "members", out);
    print_line(g, "deposits_out", -f->deposits_out, -1, "members", out);
}

static const char *opening_origin(const struct group *g)
{
    if (g->sum.period > g->fund->begin)
        return g->fund->grain == HZ_YEAR ? "closing of the year before"
                                         : "closing of the period before";
    return g->fund->openings ? g->fund->openings->file : "opening";
}

static void print_statement(const struct group *g, struct hz_table *out)
{
    const struct hz_fund_year *y = &g->sum.books;
    const struct hz_fund_balance *a = &y->opening, *b = &y->closing;
    print_balance(g, "opening", a, opening_origin(g), out);
    print_income(g, y, out);
    print_line(g, "change_unearned", a->unearned - b->unearned, -1, "members", out);
    print_line(g, "change_deficiency", a->deficiency - b->deficiency, HZ_FUND_MARGIN, NULL, out);
    print_outstanding(g, a->outstanding - b->outstanding, out);
    print_line(g, "to_risk_reserve", -y->risk_transfer, HZ_FUND_RISK_RESERVE, NULL, out);
    print_line(g, "surplus", y->surplus, -1, "sum from contributions on", out);
    print_line(g, "from_risk_reserve", y->risk_used, -1, "a deficit, as far as it reaches", out);
    print_line(g, "to_aid_fund", y->to_aid_fund, HZ_FUND_AID_FUND, NULL, out);
    print_line(g, "to_development_fund", y->to_development_fund, HZ_FUND_DEVELOPMENT_FUND, NULL,
               out);
    print_line(g, "to_retained", y->to_retained, -1, "the rest of the surplus", out);
    print_funds(g, y, out);
    print_balance(g, "closing", b, "opening + movement", out);
    print_line(g, "deficiency_of_gifts", g->sum.of_gifts, -1,
               "of closing_deficiency: cover at no price", out);
    print_line(g, "lapsed", (hz_fen)g->sum.line[HZ_LEDGER_LAPSED], -1,
               "of earned: not yet earned when covers ended early", out);
}

void hz_fund_statement(const struct hz_fund *fund, unsigned by, struct hz_table *out)
{
    static const char *const columns[] = {"line", "amount", "origin", NULL};
    print_all(fund, by, columns, print_statement, out);
}

/* ---- Ratios */

static void print_ratio(const struct group *g, const char *name, double numerator,
                        double denominator, const char *definition, struct hz_table *out)
{
    print_keys(g, out);
    hz_table_string(out, name);
    hz_table_estimate(out, denominator > 0 ? numerator / denominator : (double)NAN, 4);
    hz_table_estimate(out, numerator, 2);
    hz_table_estimate(out, denominator, 2);
    hz_table_string(out, definition);
    hz_table_end_row(out);
}

static double yuan(hz_fen fen)
{
    return (double)fen / 100;
}

enum { PROVINCE, OFFICE, PLAN };

/*
 * Whether a count is that of a group: of its keys and of no others. An office is in one province.
 */
static bool counts_group(const struct hz_fund_persons *count, const struct group *g)
{
    const unsigned by = g->is_total ? 0 : g->by;
    for (int k = PROVINCE; k <= PLAN; k++) {
        const bool is_asked = by & 1U << k;
        if (k == PROVINCE && (by & 1U << OFFICE))
            continue;
        if (is_asked ? !hz_text_equal(count->key[k], g->sum.key[k]) : count->key[k].length > 0)
            return false;
    }
    return count->period == g->sum.period;
}

/* Persons in force, NaN if they are not known: covers in force that nobody has counted. */
static double persons_of(const struct group *g)
{
    const struct hz_fund *fund = g->fund;
    const unsigned by = g->is_total ? 0 : g->by;
    const bool is_other =
        fund->has_provinces && (by & 1U << PROVINCE) != 0 && (by & 1U << OFFICE) == 0;
    const bool is_common = by != 0 && g->sum.key[PLAN].length == 0 &&
                           g->sum.key[OFFICE].length == 0 && g->sum.key[PROVINCE].length == 0;
    for (size_t c = 0; c < fund->counts && !is_other && !is_common; c++)
        if (counts_group(&fund->count[c], g))
            return (double)fund->count[c].persons;
    return is_other || is_common || g->sum.line[HZ_LEDGER_IN_FORCE] > 0 ? (double)NAN : 0;
}

static void print_coverage(const struct group *g, struct hz_table *out)
{
    const double people =
        terms_of(g)->population > 0 ? (double)terms_of(g)->population : (double)NAN;
    if (g->fund->counts > 0)
        print_ratio(g, "coverage", persons_of(g), people,
                    "persons in force / population of the terms", out);
    else
        print_ratio(g, "coverage", (double)g->sum.line[HZ_LEDGER_IN_FORCE], people,
                    "covers in force / population of the terms (persons: hz-ledger --persons)",
                    out);
}

/* What there is of the cover of one year against what there was the year before. */
static void print_members(const struct group *g, struct hz_table *out)
{
    const double covers = (double)g->sum.line[HZ_LEDGER_COVERS];
    const double before = g->has_before ? (double)g->before.line[HZ_LEDGER_COVERS] : (double)NAN;
    print_ratio(g, "renewal", (double)g->sum.line[HZ_LEDGER_RENEWALS],
                g->has_before ? (double)g->before.line[HZ_LEDGER_IN_FORCE] : (double)NAN,
                "covers renewed / covers in force at the year's beginning", out);
    print_coverage(g, out);
    print_ratio(g, "gifts", (double)g->sum.line[HZ_LEDGER_GIFTS], covers,
                "covers given / covers started", out);
    print_ratio(g, "growth", covers - before, before,
                "covers started less those of the year before / those of the year before", out);
}

static void print_ratios(const struct group *g, struct hz_table *out)
{
    const struct hz_fund_year *y = &g->sum.books;
    const struct hz_fund_balance *b = &y->closing;
    const hz_fen change = b->outstanding - y->opening.outstanding;
    const double payments = (double)g->sum.line[HZ_LEDGER_PAYMENTS];
    const double claims = (double)g->sum.line[HZ_LEDGER_CLAIMS];
    const double rejected = (double)g->sum.line[HZ_LEDGER_REJECTED];
    const double owed = yuan(b->unearned + b->deficiency + b->outstanding);
    const double liquid = terms_of(g)->line[HZ_FUND_LIQUID]
                              ? (double)terms_of(g)->liquid.value / (double)HZ_DECIMAL_ONE
                              : (double)NAN;
    print_ratio(g, "cash_claims", yuan(y->flow.paid), yuan(y->contributions),
                "payouts / contributions", out);
    print_ratio(g, "incurred_claims", yuan(y->flow.paid + change), yuan(y->earned),
                "payouts and change of outstanding / earned", out);
    print_ratio(g, "incurred_expenses", yuan(y->fees + y->expenses), yuan(y->earned),
                "fees and expenses / earned", out);
    print_ratio(g, "net_income", yuan(y->surplus), yuan(y->earned), "surplus / earned", out);
    print_members(g, out);
    print_ratio(g, "promptness", (double)g->sum.line[HZ_LEDGER_PROMPT], payments,
                "payments made in time / payments", out);
    print_ratio(g, "rejection", rejected,
                fmin(rejected, claims) < 0 ? (double)NAN : rejected + claims,
                "claims rejected / claims rejected and claims paid", out);
    print_ratio(g, "solvency", yuan(b->assets), owed,
                "assets / unearned, deficiency and outstanding", out);
    print_ratio(g, "liquidity", yuan(b->assets) * liquid, yuan(b->outstanding),
                "liquid assets / outstanding", out);
    print_ratio(g, "adequacy", yuan(b->unearned), g->sum.best_estimate / 100,
                "unearned / best estimate of future payouts with expenses and margin", out);
}

void hz_fund_ratios(const struct hz_fund *fund, unsigned by, struct hz_table *out)
{
    static const char *const columns[] = {"ratio",       "value",      "numerator",
                                          "denominator", "definition", NULL};
    print_all(fund, by, columns, print_ratios, out);
}

/* years_fold.c: see years_fold.h. The key of a state is the year and the groups. */

#include "record/years_fold.h"

#include <assert.h>
#include <math.h>

enum { START, CONTRIBUTION, UNITS, SELF, UNIT, UNION, GOVERNMENT, MEMBER_COLUMNS };
enum { ENROLMENTS, SHARES, WITH_SHARES, CONTRIBUTIONS, PAYERS, PAYER_KINDS = 4, MEMBER_VALUES = 8 };
enum { PAYMENTS, AMOUNT, AID_PAYMENTS, AID_AMOUNT, CLAIM_VALUES };
enum { MONEY_DECIMALS = 2 };

static const unsigned claim_needs =
    HZ_CLAIM_NEEDS(HZ_CLAIM_TRANSACTION) | HZ_CLAIM_NEEDS(HZ_CLAIM_PAID);

static const char *const member_results[] = {"year",
                                             "enrolments",
                                             "units",
                                             "contribution",
                                             "contribution_self",
                                             "contribution_unit",
                                             "contribution_union",
                                             "contribution_government",
                                             "contribution_unstated",
                                             NULL};
static const char *const claim_results[] = {
    "year", "payments", "amount", "mean_payment", "ex_gratia_payments", "ex_gratia_amount", NULL};

const char *const hz_years_of_names[] = {"members", "claims", NULL};
const char *const *const hz_years_results[] = {member_results, claim_results};

static_assert(PAYERS + PAYER_KINDS == MEMBER_VALUES, "a value a payer");
static_assert((int)MEMBER_COLUMNS <= (int)HZ_CLAIM_COLUMNS, "there is room");
static_assert(HZ_GROUPS_MOST + 1 <= HZ_TALLY_KEYS, "the year and the groups");

static void add(struct hz_tally *tally, const struct hz_batch *batch, size_t row, hz_date day,
                size_t own, const struct hz_groups *by, const hz_sum value[])
{
    struct hz_key key[HZ_TALLY_KEYS];
    key[0].integer = hz_date_civil(day).year;
    for (size_t g = 0; g < by->count; g++)
        key[1 + g].text = batch->column[own + g][row];
    hz_tally_add(tally, key, value);
}

static void absorb_members(struct hz_tally *tally, struct hz_batch *batch, const void *settings)
{
    const struct hz_years_fold *fold = settings;
    hz_date start[HZ_BATCH_ROWS];
    hz_fen contribution[HZ_BATCH_ROWS], part[PAYER_KINDS][HZ_BATCH_ROWS];
    int64_t units[HZ_BATCH_ROWS];

    hz_batch_dates(batch, START, start);
    hz_batch_fen_positive(batch, CONTRIBUTION, contribution);
    hz_batch_integers_or(batch, UNITS, -1, 0, INT32_MAX, units);
    for (int p = 0; p < PAYER_KINDS; p++)
        hz_batch_fen_or(batch, SELF + p, 0, part[p]);
    for (size_t r = 0; r < batch->rows; r++) {
        if (batch->rejected[r])
            continue;
        hz_sum value[MEMBER_VALUES] = {1, units[r] < 0 ? 0 : units[r], units[r] >= 0,
                                       contribution[r]};
        hz_sum stated = 0;
        int negative = 0; /* the column of a part below zero */
        for (int p = 0; p < PAYER_KINDS; p++) {
            stated += value[PAYERS + p] = part[p][r];
            negative = part[p][r] < 0 ? SELF + p : negative;
        }
        if (negative)
            hz_batch_reject(batch, r, negative, "negative_money", "%s",
                            _("is below zero: what a payer has paid is not"));
        else if (stated > contribution[r])
            hz_batch_reject(batch, r, CONTRIBUTION, "payers_above_contribution", "%s",
                            _("is less than its payers' parts together"));
        else
            add(tally, batch, r, start[r], MEMBER_COLUMNS, &fold->by, value);
    }
}

static void absorb_claims(struct hz_tally *tally, struct hz_batch *batch, const void *settings)
{
    const struct hz_years_fold *fold = settings;
    struct hz_claim_rows rows;
    hz_claim_read(batch, claim_needs, &rows);
    for (size_t r = 0; r < batch->rows; r++) {
        if (batch->rejected[r])
            continue;
        if (rows.paid[r] == 0) {
            hz_batch_leave_out(batch, r);
            continue;
        }
        hz_sum value[CLAIM_VALUES] = {0};
        value[rows.is_ex_gratia[r] ? AID_PAYMENTS : PAYMENTS] = rows.paid[r] > 0;
        value[rows.is_ex_gratia[r] ? AID_AMOUNT : AMOUNT] = rows.paid[r];
        add(tally, batch, r, rows.transaction[r], HZ_CLAIM_COLUMNS, &fold->by, value);
    }
}

static void print_members(struct hz_table *table, const hz_sum value[])
{
    hz_sum unstated = value[CONTRIBUTIONS];
    hz_table_integer(table, value[ENROLMENTS]);
    if (value[WITH_SHARES] == value[ENROLMENTS])
        hz_table_integer(table, value[SHARES]);
    else
        hz_table_unknown(table);
    hz_table_money(table, value[CONTRIBUTIONS]);
    for (int p = 0; p < PAYER_KINDS; p++) {
        hz_table_money(table, value[PAYERS + p]);
        unstated -= value[PAYERS + p];
    }
    hz_table_money(table, unstated);
}

static void print_claims(struct hz_table *table, const hz_sum value[])
{
    const double mean = value[PAYMENTS] > 0 ? (double)value[AMOUNT] / 100 / (double)value[PAYMENTS]
                                            : (double)NAN; /* an empty cell */
    hz_table_integer(table, value[PAYMENTS]);
    hz_table_money(table, value[AMOUNT]);
    hz_table_estimate(table, mean, MONEY_DECIMALS);
    hz_table_integer(table, value[AID_PAYMENTS]);
    hz_table_money(table, value[AID_AMOUNT]);
}

static bool finish(struct hz_tally *tally, const void *settings, struct hz_table *table,
                   struct hz_error *err)
{
    (void)err;
    const struct hz_years_fold *fold = settings;
    const char *const *results = hz_years_results[fold->of];
    hz_table_column(table, results[0]);
    for (size_t g = 0; g < fold->by.count; g++)
        hz_table_column(table, fold->by.name[g]);
    for (size_t c = 1; results[c]; c++)
        hz_table_column(table, results[c]);
    hz_tally_sort(tally);
    for (size_t i = 0; i < hz_tally_size(tally); i++) {
        const struct hz_tally_row row = hz_tally_row(tally, i);
        hz_table_integer(table, row.key[0].integer);
        for (size_t g = 0; g < fold->by.count; g++)
            hz_table_text(table, row.key[1 + g].text);
        if (fold->of == HZ_YEARS_MEMBERS)
            print_members(table, row.value);
        else
            print_claims(table, row.value);
        hz_table_end_row(table);
    }
    return true;
}

static void lay_out(const struct hz_years_fold *settings, struct hz_tally_layout *layout)
{
    static const char *const members[] = {"enrolments", "units", "with_units", "contribution",
                                          "self",       "unit",  "union",      "government"};
    static const char *const claims[] = {"payments", "amount", "ex_gratia_payments",
                                         "ex_gratia_amount"};
    const bool is_members = settings->of == HZ_YEARS_MEMBERS;
    layout->values = is_members ? MEMBER_VALUES : CLAIM_VALUES;
    for (size_t v = 0; v < layout->values; v++) {
        layout->value[v].name = is_members ? members[v] : claims[v];
        layout->value[v].rule = HZ_VALUE_SUM;
    }
    layout->keys = 1 + settings->by.count;
    layout->key[0].name = "year";
    layout->key[0].kind = HZ_KEY_INTEGER;
    for (size_t g = 0; g < settings->by.count; g++) {
        layout->key[1 + g].name = settings->by.name[g];
        layout->key[1 + g].kind = HZ_KEY_TEXT;
    }
}

void hz_years_fold(struct hz_years_fold *settings, struct hz_fold *fold)
{
    static const struct hz_column members[MEMBER_COLUMNS] = {
        [START] = {.name = "start"},
        [CONTRIBUTION] = {.name = "contribution"},
        [UNITS] = {.name = "units", .is_optional = true},
        [SELF] = {.name = "contribution_self", .is_optional = true},
        [UNIT] = {.name = "contribution_unit", .is_optional = true},
        [UNION] = {.name = "contribution_union", .is_optional = true},
        [GOVERNMENT] = {.name = "contribution_government", .is_optional = true},
    };
    const bool is_members = settings->of == HZ_YEARS_MEMBERS;
    if (is_members)
        memcpy(settings->column, members, sizeof members);
    else
        hz_claim_columns(claim_needs, settings->column);
    hz_groups_columns(&settings->by, is_members ? (size_t)MEMBER_COLUMNS : (size_t)HZ_CLAIM_COLUMNS,
                      settings->column);
    *fold = (struct hz_fold){
        .columns = settings->column,
        .settings = settings,
        .absorb = is_members ? absorb_members : absorb_claims,
        .finish = finish,
    };
    lay_out(settings, &fold->layout);
}

/* years_fold.c: see years_fold.h. The key of a state is the year and the groups. */

#include "record/years_fold.h"

#include <assert.h>
#include <math.h>

enum { START, CONTRIBUTION, UNITS, SEAT, REPLACES, SELF, UNIT, UNION, GOVERNMENT, MEMBER_COLUMNS };
enum { SERVICE = HZ_CLAIM_COLUMNS, CLAIM_COLUMNS };
enum { ENROLMENTS, SHARES, WITH_SHARES, SEATS, CONTRIBUTIONS, PAYERS, PAYER_KINDS = 4 };
enum { NAMED = PAYERS + PAYER_KINDS, PERSONS, MEMBER_VALUES };
enum { PAYMENTS, CASH, AMOUNT, SERVICES, AID_PAYMENTS, AID_AMOUNT, NAMED_PAYMENTS, BENEFICIARIES };
enum { CLAIM_VALUES = BENEFICIARIES + 1, MONEY_DECIMALS = 2 };

static const unsigned claim_needs =
    HZ_CLAIM_NEEDS(HZ_CLAIM_TRANSACTION) | HZ_CLAIM_NEEDS(HZ_CLAIM_PAID);

static const char *const member_results[] = {"year",
                                             "enrolments",
                                             "persons",
                                             "units",
                                             "seats",
                                             "contribution",
                                             "contribution_self",
                                             "contribution_unit",
                                             "contribution_union",
                                             "contribution_government",
                                             "contribution_unstated",
                                             NULL};
static const char *const claim_results[] = {
    "year",         "payments",           "beneficiaries",    "amount", "mean_payment",
    "service_cost", "ex_gratia_payments", "ex_gratia_amount", NULL};

const char *const hz_years_of_names[] = {"members", "claims", NULL};
const char *const *const hz_years_results[] = {member_results, claim_results};

static_assert((int)MEMBER_COLUMNS <= (int)CLAIM_COLUMNS, "there is room");
static_assert((int)CLAIM_COLUMNS == (int)HZ_CLAIM_COLUMNS + 1, "and for the persons");
static_assert(HZ_GROUPS_MOST + 1 <= HZ_TALLY_KEYS, "the year and the groups");

static size_t own_columns(const struct hz_years_fold *fold)
{
    return fold->of == HZ_YEARS_MEMBERS ? (size_t)MEMBER_COLUMNS : (size_t)CLAIM_COLUMNS;
}

static bool refuse_start(const char *text, struct hz_error *err)
{
    return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                        _("--years: \"%s\" is none of: calendar, MM-DD, or DATE,... rising"), text);
}

bool hz_year_start_parse(struct hz_year_start *start, const char *text, struct hz_error *err)
{
    *start = (struct hz_year_start){.month = 1, .day = 1};
    if (!text || strcmp(text, "calendar") == 0)
        return true;
    char day[11] = "2001-";
    hz_date date;
    if (strlen(text) == 5) {
        memcpy(day + 5, text, 6);
        if (!hz_date_parse(hz_text_of(day), &date))
            return refuse_start(text, err);
        const struct hz_civil civil = hz_date_civil(date);
        start->month = civil.month;
        start->day = civil.day;
        return true;
    }
    for (const char *at = text;; at += 11) {
        const size_t length = strcspn(at, ",");
        if (start->terms == HZ_TERMS_MOST || !hz_date_parse((struct hz_text){at, length}, &date) ||
            (start->terms > 0 && date <= start->term[start->terms - 1]))
            return refuse_start(text, err);
        start->term[start->terms++] = date;
        if (at[length] == '\0')
            return true;
    }
}

#define NO_TERM INT64_MIN

/* The year or term that each day is in; NO_TERM: it is before the first. */
static void find_years(const struct hz_year_start *start, const hz_date date[], size_t rows,
                       int64_t year[])
{
    hz_period calendar[HZ_BATCH_ROWS];
    if (start->terms == 0)
        hz_periods_of(date, rows, HZ_YEAR, calendar);
    for (size_t r = 0; r < rows; r++) {
        size_t t = start->terms;
        while (t > 0 && date[r] < start->term[t - 1])
            t--;
        year[r] = start->terms == 0 ? calendar[r] : t > 0 ? start->term[t - 1] : NO_TERM;
    }
    for (size_t r = 0; r < rows && start->terms == 0 && start->month + start->day > 2; r++) {
        const struct hz_civil day = hz_date_civil(date[r]);
        year[r] -= day.month < start->month || (day.month == start->month && day.day < start->day);
    }
}

/* The person of a row for HZ_VALUE_DISTINCT, 0 if there is none to tell. */
static hz_sum person_of(const struct hz_years_fold *fold, const struct hz_batch *batch, size_t row)
{
    if (!fold->persons)
        return 0;
    const struct hz_text name =
        hz_text_trim(batch->column[own_columns(fold) + fold->by.count][row]);
    return name.length > 0 ? hz_tally_person(hz_identity_of(name)) : 0;
}

/* Adds a row to its year and groups, unless one of them cannot be told. */
static void add(const struct hz_years_fold *fold, struct hz_tally *tally, struct hz_batch *batch,
                size_t row, int64_t year, const hz_sum value[])
{
    const struct hz_groups *by = &fold->by;
    const size_t own = own_columns(fold);
    struct hz_key key[HZ_TALLY_KEYS];
    if (year == NO_TERM) {
        hz_batch_leave_out(batch, row);
        return;
    }
    key[0].integer = year;
    hz_groups_key(by, batch, own, row, key + 1);
    if (fold->rollup.to && fold->rolled < by->count) {
        struct hz_text *group = &key[1 + fold->rolled].text;
        *group = hz_rollup_find(&fold->rollup, *group);
        if (!group->at) {
            hz_batch_reject(batch, row, (int)(own + fold->rolled), "not_in_rollup",
                            _("is not in %s, which says what is joined into what"),
                            fold->rollup.file);
            return;
        }
    }
    hz_tally_add(tally, key, value);
}

static bool has_text(const struct hz_batch *batch, int column, size_t row)
{
    return batch->column[column] && hz_text_trim(batch->column[column][row]).length > 0;
}

static void absorb_members(struct hz_tally *tally, struct hz_batch *batch, const void *settings)
{
    const struct hz_years_fold *fold = settings;
    int64_t year[HZ_BATCH_ROWS];
    hz_date start[HZ_BATCH_ROWS];
    hz_fen contribution[HZ_BATCH_ROWS], part[PAYER_KINDS][HZ_BATCH_ROWS];
    int64_t units[HZ_BATCH_ROWS];

    hz_batch_dates(batch, START, start);
    hz_batch_fen_positive(batch, CONTRIBUTION, contribution);
    hz_batch_integers_or(batch, UNITS, -1, 0, INT32_MAX, units);
    for (int p = 0; p < PAYER_KINDS; p++)
        hz_batch_fen_or(batch, SELF + p, 0, part[p]);
    find_years(&fold->begin, start, batch->rows, year);
    for (size_t r = 0; r < batch->rows; r++) {
        if (batch->rejected[r])
            continue;
        hz_sum value[MEMBER_VALUES] = {[ENROLMENTS] = 1,
                                       [SHARES] = units[r] < 0 ? 0 : units[r],
                                       [WITH_SHARES] = units[r] >= 0,
                                       [SEATS] = has_text(batch, SEAT, r) &&
                                                 !has_text(batch, REPLACES, r),
                                       [CONTRIBUTIONS] = contribution[r],
                                       [PERSONS] = person_of(fold, batch, r)};
        hz_sum stated = 0;
        value[NAMED] = value[PERSONS] != 0;
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
            add(fold, tally, batch, r, year[r], value);
    }
}

static void absorb_claims(struct hz_tally *tally, struct hz_batch *batch, const void *settings)
{
    const struct hz_years_fold *fold = settings;
    struct hz_claim_rows rows;
    int64_t year[HZ_BATCH_ROWS];
    hz_fen cost[HZ_BATCH_ROWS];
    hz_claim_read(batch, claim_needs, &rows);
    hz_batch_fen_or(batch, SERVICE, 0, cost);
    find_years(&fold->begin, rows.transaction, batch->rows, year);
    for (size_t r = 0; r < batch->rows; r++) {
        if (batch->rejected[r])
            continue;
        if (rows.paid[r] == 0 && cost[r] == 0) {
            hz_batch_leave_out(batch, r);
            continue;
        }
        hz_sum value[CLAIM_VALUES] = {[SERVICES] = cost[r]};
        value[CASH] = rows.paid[r] > 0 && !rows.is_ex_gratia[r];
        value[PAYMENTS] = value[CASH] || cost[r] > 0;
        value[AID_PAYMENTS] = rows.paid[r] > 0 && rows.is_ex_gratia[r];
        value[rows.is_ex_gratia[r] ? AID_AMOUNT : AMOUNT] = rows.paid[r];
        value[BENEFICIARIES] = value[PAYMENTS] ? person_of(fold, batch, r) : 0;
        value[NAMED_PAYMENTS] = value[BENEFICIARIES] != 0;
        add(fold, tally, batch, r, year[r], value);
    }
}

/* How many persons, unless that was not asked for or a record does not say. */
static void print_persons(struct hz_table *table, const struct hz_years_fold *fold, hz_sum persons,
                          hz_sum named, hz_sum records)
{
    if (fold->persons && named == records)
        hz_table_integer(table, persons);
    else
        hz_table_unknown(table);
}

static void print_members(struct hz_table *table, const struct hz_years_fold *fold,
                          const hz_sum value[])
{
    hz_sum unstated = value[CONTRIBUTIONS];
    hz_table_integer(table, value[ENROLMENTS]);
    print_persons(table, fold, value[PERSONS], value[NAMED], value[ENROLMENTS]);
    if (value[WITH_SHARES] == value[ENROLMENTS])
        hz_table_integer(table, value[SHARES]);
    else
        hz_table_unknown(table);
    hz_table_integer(table, value[SEATS]);
    hz_table_money(table, value[CONTRIBUTIONS]);
    for (int p = 0; p < PAYER_KINDS; p++) {
        hz_table_money(table, value[PAYERS + p]);
        unstated -= value[PAYERS + p];
    }
    hz_table_money(table, unstated);
}

static void print_claims(struct hz_table *table, const struct hz_years_fold *fold,
                         const hz_sum value[])
{
    const double mean = value[CASH] > 0 ? (double)value[AMOUNT] / 100 / (double)value[CASH]
                                        : (double)NAN; /* an empty cell */
    hz_table_integer(table, value[PAYMENTS]);
    print_persons(table, fold, value[BENEFICIARIES], value[NAMED_PAYMENTS], value[PAYMENTS]);
    hz_table_money(table, value[AMOUNT]);
    hz_table_estimate(table, mean, MONEY_DECIMALS);
    hz_table_money(table, value[SERVICES]);
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
    hz_groups_head(&fold->by, results + 1, table);
    hz_tally_sort(tally);
    for (size_t i = 0; i < hz_tally_size(tally); i++) {
        const struct hz_tally_row row = hz_tally_row(tally, i);
        if (fold->begin.terms > 0)
            hz_table_date(table, (hz_date)row.key[0].integer);
        else
            hz_table_integer(table, row.key[0].integer);
        hz_groups_cells(&fold->by, row.key + 1, table);
        if (fold->of == HZ_YEARS_MEMBERS)
            print_members(table, fold, row.value);
        else
            print_claims(table, fold, row.value);
        hz_table_end_row(table);
    }
    return true;
}

static void lay_out(const struct hz_years_fold *settings, struct hz_tally_layout *layout)
{
    static const char *const members[MEMBER_VALUES] = {
        "enrolments", "units", "with_units", "seats",       "contribution", "self",
        "unit",       "union", "government", "with_person", "persons"};
    static const char *const claims[CLAIM_VALUES] = {
        "payments",           "cash_payments",    "amount",      "service_cost",
        "ex_gratia_payments", "ex_gratia_amount", "with_person", "beneficiaries"};
    const bool is_members = settings->of == HZ_YEARS_MEMBERS;
    const size_t values = is_members ? (size_t)MEMBER_VALUES : (size_t)CLAIM_VALUES;
    for (size_t v = 0; v < values; v++)
        hz_tally_value(layout, is_members ? members[v] : claims[v], HZ_VALUE_SUM);
    if (settings->persons)
        layout->value[values - 1].rule = HZ_VALUE_DISTINCT;
    hz_tally_key(layout, "year", HZ_KEY_INTEGER);
    hz_groups_layout(&settings->by, layout);
}

/* The groups, the one that the rollup makes by the column it is made of, and the persons. */
static void list_groups(struct hz_years_fold *settings)
{
    const size_t own = own_columns(settings);
    const struct hz_groups *by = &settings->by;
    hz_groups_columns(by, own, settings->column);
    settings->rolled = by->count;
    for (size_t g = 0; settings->rollup.to && g < by->count; g++)
        if (strcmp(by->name[g], settings->rollup.to) == 0) {
            settings->column[own + g].name = settings->rollup.from;
            settings->rolled = g;
        }
    if (settings->persons) {
        settings->column[own + by->count] =
            (struct hz_column){.name = settings->persons, .is_personal = true};
        settings->column[own + by->count + 1] = (struct hz_column){0};
    }
}

void hz_years_fold(struct hz_years_fold *settings, struct hz_fold *fold)
{
    static const struct hz_column members[MEMBER_COLUMNS] = {
        [START] = {.name = "start"},
        [CONTRIBUTION] = {.name = "contribution"},
        [UNITS] = {.name = "units", .is_optional = true},
        [SEAT] = {.name = "seat_id", .is_optional = true},
        [REPLACES] = {.name = "replaces", .is_optional = true},
        [SELF] = {.name = "contribution_self", .is_optional = true},
        [UNIT] = {.name = "contribution_unit", .is_optional = true},
        [UNION] = {.name = "contribution_union", .is_optional = true},
        [GOVERNMENT] = {.name = "contribution_government", .is_optional = true},
    };
    const bool is_members = settings->of == HZ_YEARS_MEMBERS;
    if (is_members)
        memcpy(settings->column, members, sizeof members);
    else {
        hz_claim_columns(claim_needs, settings->column);
        settings->column[SERVICE] = (struct hz_column){.name = "service_cost", .is_optional = true};
    }
    list_groups(settings);
    *fold = (struct hz_fold){
        .columns = settings->column,
        .settings = settings,
        .absorb = is_members ? absorb_members : absorb_claims,
        .finish = finish,
    };
    lay_out(settings, &fold->layout);
}

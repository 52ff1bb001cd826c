/*
 * years_fold.c: see years_fold.h. The key of a state is the year and the groups. What is counted
 * once whatever its rows, persons of members and claims, is in the book of the state.
 */

#include "record/years_fold.h"

#include "record/claim_book.h"
#include "record/lives.h"

#include <assert.h>
#include <math.h>

enum { UNITS = HZ_LIFE_COLUMNS, SEAT, REPLACES, SELF, UNIT, UNION, GOVERNMENT, MEMBER_COLUMNS };
enum { SERVICE = HZ_CLAIM_COLUMNS, PLAN, OFFICE, CLAIM_COLUMNS };
enum { ENROLMENTS, SHARES, SHARES_UNTOLD, SEATS, CONTRIBUTIONS, PAYERS, PAYER_KINDS = 4 };
enum { UNNAMED = PAYERS + PAYER_KINDS, PERSONS, MEMBER_VALUES };
/* Of records that pay, or of claims that are paid: all of them, and those that pay cash. */
enum { PAID, CASH, AMOUNT, SERVICES, AID_PAID, AID_AMOUNT, UNNAMED_PAID, BENEFICIARIES };
enum { CLAIM_VALUES = BENEFICIARIES + 1, MONEY_DECIMALS = 2 };
/* In an entry of the book, behind what is known of a claim: its person, as hz_tally_person. */
enum { PERSON_LOW = HZ_CLAIM_FIELDS, PERSON_HIGH, ALL_FIELDS };
enum { NOBODY = HZ_NO_DATE }; /* the latest row of a claim that names a person: there is none */

static unsigned needs_of(const struct hz_years_fold *fold)
{
    const unsigned rows = HZ_CLAIM_NEEDS(HZ_CLAIM_TRANSACTION) | HZ_CLAIM_NEEDS(HZ_CLAIM_PAID);
    return fold->of == HZ_YEARS_CLAIMS ? rows | HZ_CLAIM_NEEDS(HZ_CLAIM_NUMBER) : rows;
}

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
    "year",         "claims",           "beneficiaries",    "amount", "mean_claim",
    "service_cost", "ex_gratia_claims", "ex_gratia_amount", NULL};
static const char *const payment_results[] = {
    "year",         "payments",           "beneficiaries",    "amount", "mean_payment",
    "service_cost", "ex_gratia_payments", "ex_gratia_amount", NULL};

const char *const hz_years_of_names[] = {"members", "claims", NULL};
const char *const hz_years_count_names[] = {"claims", "payments", NULL};
const char *const *const hz_years_results[] = {member_results, claim_results, payment_results};

static_assert((int)MEMBER_COLUMNS <= HZ_YEARS_OWN_COLUMNS, "there is room");
static_assert((int)CLAIM_COLUMNS <= HZ_YEARS_OWN_COLUMNS, "there is room");
static_assert((int)ALL_FIELDS <= (int)HZ_BOOK_FIELDS, "for all that is known of a claim");
static_assert(HZ_GROUPS_MOST + 1 <= HZ_TALLY_KEYS, "the year and the groups");

static size_t own_columns(const struct hz_years_fold *fold)
{
    return fold->of == HZ_YEARS_MEMBERS ? (size_t)MEMBER_COLUMNS : (size_t)CLAIM_COLUMNS;
}

/* The texts of groups and persons as they are compared. */
static void read_texts(const struct hz_years_fold *fold, struct hz_batch *batch)
{
    hz_groups_read(&fold->by, batch, own_columns(fold));
    if (fold->persons)
        hz_batch_texts(batch, (int)(own_columns(fold) + fold->by.count));
}

/* The person of a row; false if there is none to tell. */
static bool find_person(const struct hz_years_fold *fold, const struct hz_persons_key *persons,
                        struct hz_batch *batch, size_t row, struct hz_identity *person)
{
    return fold->persons &&
           hz_persons_find(persons, batch, (int)(own_columns(fold) + fold->by.count), row, person);
}

/*
 * False if a row's year, or what one of its groups is joined into, cannot be told, and it is not
 * used. *rolled is that group, if there is one.
 */
static bool find_groups(const struct hz_years_fold *fold, struct hz_batch *batch, size_t row,
                        int64_t year, struct hz_text *rolled)
{
    const int column = (int)(own_columns(fold) + fold->rolled);
    if (year == HZ_NO_TERM) {
        hz_batch_leave_out(batch, row);
        return false;
    }
    if (!fold->rollup.to || fold->rolled == fold->by.count)
        return true;
    *rolled = hz_rollup_find(&fold->rollup, batch->column[column][row]);
    if (!rolled->at)
        hz_batch_reject(batch, row, column, "not_in_rollup",
                        _("is not in %s, which says what is joined into what"), fold->rollup.file);
    return rolled->at != NULL;
}

/* The same, and they are a key. */
static bool find_key(const struct hz_years_fold *fold, struct hz_batch *batch, size_t row,
                     int64_t year, struct hz_key key[])
{
    struct hz_text rolled = {NULL, 0};
    if (!find_groups(fold, batch, row, year, &rolled))
        return false;
    key[0].integer = year;
    hz_groups_key(&fold->by, batch, own_columns(fold), row, key + 1);
    if (rolled.at)
        key[1 + fold->rolled].text = rolled;
    return true;
}

static bool has_text(const struct hz_batch *batch, int column, size_t row)
{
    return batch->column[column] && hz_text_trim(batch->column[column][row]).length > 0;
}

/* ---- Members */

/* A batch of member records in columns. */
struct members {
    struct hz_gather gather, of_persons; /* rows, and those that are of a person */
    struct hz_identity person[HZ_BATCH_ROWS];
    struct hz_life_rows life;
    int64_t year[HZ_BATCH_ROWS], units[HZ_BATCH_ROWS];
    struct hz_text rolled[HZ_BATCH_ROWS]; /* the group that others are joined into */
    bool has_payers;                      /* columns of them */
    hz_fen part[PAYER_KINDS][HZ_BATCH_ROWS];
    int64_t value[PAYERS][HZ_BATCH_ROWS], unnamed[HZ_BATCH_ROWS];
};

static void read_members(const struct hz_years_fold *fold, struct hz_batch *batch,
                         struct members *members)
{
    hz_lives_read_lacking(batch, HZ_LIFE_MAY_LACK(HZ_LIFE_END), &members->life);
    hz_batch_integers_or(batch, UNITS, -1, 0, INT32_MAX, members->units);
    members->has_payers = false;
    for (int p = 0; p < PAYER_KINDS; p++)
        members->has_payers |= batch->column[SELF + p] != NULL;
    for (int p = 0; p < PAYER_KINDS && members->has_payers; p++)
        hz_batch_fen_or(batch, SELF + p, 0, members->part[p]);
    read_texts(fold, batch);
    hz_year_start_find(&fold->begin, fold->grain, members->life.booked, batch->rows, members->year);
}

static void begin_members(struct members *members, struct hz_tally *tally,
                          const struct hz_years_fold *fold, const struct hz_batch *batch)
{
    struct hz_tally_columns *columns = &members->gather.columns;
    hz_gather_begin(&members->gather, tally);
    columns->integer[0] = members->year;
    hz_groups_gather(&fold->by, batch, own_columns(fold), 1, &members->gather);
    if (fold->rollup.to && fold->rolled < fold->by.count)
        hz_gather_text(&members->gather, 1 + fold->rolled, members->rolled);
    for (int v = 0; v < PAYERS; v++)
        columns->value[v] = members->value[v];
    columns->value[CONTRIBUTIONS] = members->life.contribution;
    for (int p = 0; p < PAYER_KINDS && members->has_payers; p++)
        columns->value[PAYERS + p] = members->part[p];
    columns->value[UNNAMED] = fold->persons ? members->unnamed : NULL;
    hz_gather_begin(&members->of_persons, tally);
    members->of_persons.columns = *columns;
    members->of_persons.columns.subject = members->person;
    members->of_persons.columns.field[0] = members->value[ENROLMENTS];
}

/* The payers' parts have the sign of the contribution; false if the row is rejected. */
static bool check_payers(struct hz_batch *batch, size_t r, const struct members *members)
{
    const hz_fen contribution = members->life.contribution[r], sign = contribution < 0 ? -1 : 1;
    hz_sum stated = 0;
    int negative = 0; /* the column of a part of the other sign */
    for (int p = 0; p < PAYER_KINDS; p++) {
        stated += members->part[p][r];
        negative = members->part[p][r] * sign < 0 ? SELF + p : negative;
    }
    if (negative)
        hz_batch_reject(batch, r, negative, "negative_money", "%s",
                        sign > 0 ? _("is below zero: what a payer has paid is not")
                                 : _("is above zero: what a payer is given back is not"));
    else if (stated * sign > contribution * sign)
        hz_batch_reject(batch, r, HZ_LIFE_CONTRIBUTION, "payers_above_contribution", "%s",
                        _("is less than its payers' parts together"));
    return !batch->rejected[r];
}

/*
 * What a row that does not say adds to its column of the state, in which only its own reversal, of
 * the same dates and amount, takes it off: 0 is left where each has come back, and so is known what
 * the others say. A number of 40 bits, above zero; below it for a reversal.
 */
static int64_t mark_of(const struct hz_life_rows *life, size_t r)
{
    const uint64_t odd = UINT64_C(0x9E3779B97F4A7C15); /* 2^64 over the golden ratio */
    uint64_t mark = (uint64_t)life->start[r] << 32 ^ (uint32_t)life->end[r];
    mark *= odd;
    mark = (mark ^ mark >> 32 ^ (uint64_t)(life->contribution[r] * life->covers[r])) * odd;
    mark = (mark ^ mark >> 32) * odd;
    return life->covers[r] * (int64_t)(1 + (mark >> 24));
}

static void fill_member(struct members *members, const struct hz_batch *batch, size_t r)
{
    const int covers = members->life.covers[r];
    const int64_t units = members->units[r];
    const bool is_seat = has_text(batch, SEAT, r) && !has_text(batch, REPLACES, r);
    members->value[ENROLMENTS][r] = covers;
    members->value[SHARES][r] = units < 0 ? 0 : units * covers;
    members->value[SHARES_UNTOLD][r] = units < 0 ? mark_of(&members->life, r) : 0;
    members->value[SEATS][r] = is_seat ? covers : 0;
}

static void absorb_members(struct hz_tally *tally, struct hz_batch *batch, const void *settings)
{
    const struct hz_years_fold *fold = settings;
    struct hz_persons_key persons = hz_persons_take(&fold->key);
    struct members members;
    read_members(fold, batch, &members);
    begin_members(&members, tally, fold, batch);
    for (size_t r = 0; r < batch->rows; r++) {
        if (batch->rejected[r])
            continue;
        const int64_t covers = members.life.covers[r];
        const bool is_named = find_person(fold, &persons, batch, r, &members.person[r]);
        if (batch->rejected[r] || (members.has_payers && !check_payers(batch, r, &members)) ||
            !find_groups(fold, batch, r, members.year[r], &members.rolled[r]))
            continue;
        fill_member(&members, batch, r);
        members.unnamed[r] = is_named || !fold->persons ? 0 : mark_of(&members.life, r);
        hz_gather_row(is_named && covers != 0 ? &members.of_persons : &members.gather, r);
    }
    hz_gather_join(&members.gather);
    hz_gather_join(&members.of_persons);
    hz_persons_release(&persons);
}

/* A person counts in each year in which not all of the covers were taken back. */
static void visit_person(struct hz_tally *tally, const struct hz_book_entry entry[], size_t count,
                         const void *settings)
{
    (void)settings;
    for (size_t i = 0; i < count; i++)
        if (entry[i].field[0] > 0)
            hz_tally_join_sum(tally, &entry[i], PERSONS, 1);
}

/* ---- Claims */

/* A claim is told by its number within the office's plan, whatever the rows are split by. */
static struct hz_identity claim_of(const struct hz_batch *batch, size_t r)
{
    struct hz_identity claim = hz_identity_of(batch->column[HZ_CLAIM_NUMBER][r]);
    for (int c = PLAN; c <= OFFICE; c++)
        if (batch->column[c])
            claim = hz_identity_with(claim, batch->column[c][r]);
    return claim;
}

static void absorb_claims(struct hz_tally *tally, struct hz_batch *batch, const void *settings)
{
    const struct hz_years_fold *fold = settings;
    struct hz_claim_rows rows;
    int64_t year[HZ_BATCH_ROWS];
    hz_fen cost[HZ_BATCH_ROWS];
    struct hz_key key[HZ_TALLY_KEYS];
    struct hz_persons_key persons = hz_persons_take(&fold->key);
    hz_claim_read(batch, needs_of(fold), &rows);
    hz_claim_amounts(batch, SERVICE, cost);
    for (int c = PLAN; c <= OFFICE && fold->of == HZ_YEARS_CLAIMS; c++)
        hz_batch_texts(batch, c);
    read_texts(fold, batch);
    hz_year_start_find(&fold->begin, fold->grain, rows.transaction, batch->rows, year);
    for (size_t r = 0; r < batch->rows; r++) {
        if (batch->rejected[r])
            continue;
        if (rows.paid[r] == 0 && cost[r] == 0) {
            hz_batch_leave_out(batch, r);
            continue;
        }
        if (!find_key(fold, batch, r, year[r], key))
            continue;
        struct hz_identity who;
        const hz_sum person =
            find_person(fold, &persons, batch, r, &who) ? hz_tally_person(who) : 0;
        if (batch->rejected[r])
            continue;
        const hz_fen paid = rows.paid[r], aid = rows.is_ex_gratia[r] ? paid : 0, cash = paid - aid;
        const bool by_row = fold->of == HZ_YEARS_PAYMENTS;
        const bool is_paid = by_row && (cash > 0 || cost[r] > 0);
        const hz_sum value[CLAIM_VALUES] = {[PAID] = is_paid,
                                            [CASH] = by_row && cash > 0,
                                            [AMOUNT] = cash,
                                            [SERVICES] = cost[r],
                                            [AID_PAID] = by_row && aid > 0,
                                            [AID_AMOUNT] = aid,
                                            [UNNAMED_PAID] = is_paid && person == 0,
                                            [BENEFICIARIES] = is_paid ? person : 0};
        if (by_row) {
            if (paid < 0 && !fold->is_asked)
                hz_batch_find(batch, r, HZ_TOLD, HZ_CLAIM_PAID, batch->column[HZ_CLAIM_PAID][r],
                              "payment_stands",
                              _("takes a payment back, which stays counted as one: --count claims "
                                "counts what claims come to"));
            hz_tally_add(tally, key, value);
            continue;
        }
        const int64_t field[HZ_BOOK_FIELDS] = {[HZ_CLAIM_CASH] = cash,
                                               [HZ_CLAIM_SERVICE] = cost[r],
                                               [HZ_CLAIM_AID] = aid,
                                               [HZ_CLAIM_LATEST] = !fold->persons ? 0
                                                                   : person != 0
                                                                       ? hz_claim_latest(&rows, r)
                                                                       : NOBODY,
                                               [PERSON_LOW] = (int64_t)person,
                                               [PERSON_HIGH] = (int64_t)(person >> 64)};
        hz_tally_add_entry(tally, key, value, claim_of(batch, r), field);
    }
    hz_persons_release(&persons);
}

/*
 * A claim counts where what it was paid in all rises above nothing, and less where all came back.
 */
static void visit_claim(struct hz_tally *tally, const struct hz_book_entry entry[], size_t count,
                        const void *settings)
{
    const struct hz_years_fold *fold = settings;
    struct hz_claim_standing now = {0};
    for (size_t i = 0; i < count; i++) {
        const struct hz_claim_standing before = now;
        const int64_t *field = entry[i].field;
        hz_claim_move(&now, &entry[i]);
        const int change = now.is_paid - before.is_paid;
        hz_sum value[CLAIM_VALUES] = {[PAID] = change,
                                      [CASH] = now.is_cash - before.is_cash,
                                      [AID_PAID] = now.is_aid - before.is_aid};
        if (fold->persons) {
            const hz_sum person =
                (hz_sum)field[PERSON_HIGH] << 64 | (hz_sum)(uint64_t)field[PERSON_LOW];
            value[UNNAMED_PAID] = change != 0 && person == 0;
            value[BENEFICIARIES] = change > 0 ? person : 0;
        }
        hz_tally_join(tally, &entry[i], value);
    }
}

/* What is made of the state's book, NULL if there is none. */
static hz_tally_visit *visit_of(const struct hz_years_fold *fold)
{
    if (fold->of == HZ_YEARS_MEMBERS)
        return fold->persons ? visit_person : NULL;
    return fold->of == HZ_YEARS_CLAIMS ? visit_claim : NULL;
}

static bool accepts(const struct hz_key key[], const hz_sum value[], const void *settings)
{
    const struct hz_years_fold *fold = settings;
    (void)value;
    return fold->begin.terms > 0 ? hz_date_is_any(key[0].integer)
                                 : hz_period_is_any(key[0].integer, fold->grain);
}

/* ---- Printing */

/* How many persons, unless that was not asked for or a record does not say. */
static void print_persons(struct hz_table *table, const struct hz_years_fold *fold, hz_sum persons,
                          hz_sum unnamed)
{
    if (fold->persons && unnamed == 0)
        hz_table_integer(table, persons);
    else
        hz_table_unknown(table);
}

static void print_members(struct hz_table *table, const struct hz_years_fold *fold,
                          const hz_sum value[])
{
    hz_sum unstated = value[CONTRIBUTIONS];
    hz_table_integer(table, value[ENROLMENTS]);
    print_persons(table, fold, value[PERSONS], value[UNNAMED]);
    if (value[SHARES_UNTOLD] == 0)
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
    hz_table_integer(table, value[PAID]);
    print_persons(table, fold, value[BENEFICIARIES], value[UNNAMED_PAID]);
    hz_table_money(table, value[AMOUNT]);
    hz_table_estimate(table, mean, MONEY_DECIMALS);
    hz_table_money(table, value[SERVICES]);
    hz_table_integer(table, value[AID_PAID]);
    hz_table_money(table, value[AID_AMOUNT]);
}

static void print_year(struct hz_table *table, const struct hz_years_fold *fold, int64_t year)
{
    char label[HZ_FISCAL_TEXT];
    if (fold->begin.terms > 0) {
        hz_table_date(table, (hz_date)year);
    } else if (fold->grain == HZ_YEAR) {
        hz_table_integer(table, year);
    } else {
        hz_fiscal_format((hz_period)year, fold->grain, fold->begin.month - 1, label);
        hz_table_string(table, label);
    }
}

static bool finish(struct hz_tally *tally, const void *settings, struct hz_table *table,
                   struct hz_error *err)
{
    const struct hz_years_fold *fold = settings;
    const char *const *results = hz_years_results[fold->of];
    hz_tally_visit *visit = visit_of(fold);
    if (visit && !hz_tally_settle(tally, 0, visit, fold, err))
        return false;
    hz_table_column(table, fold->grain == HZ_YEAR ? results[0] : "period");
    hz_groups_head(&fold->by, results + 1, table);
    hz_tally_sort(tally);
    for (size_t i = 0; i < hz_tally_size(tally); i++) {
        const struct hz_tally_row row = hz_tally_row(tally, i);
        print_year(table, fold, row.key[0].integer);
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
        "enrolments", "units", "units_untold", "seats",          "contribution", "self",
        "unit",       "union", "government",   "without_person", "persons"};
    static const char *const claims[CLAIM_VALUES] = {
        "paid",           "paid_cash",        "amount",         "service_cost",
        "ex_gratia_paid", "ex_gratia_amount", "without_person", "beneficiaries"};
    const bool is_members = settings->of == HZ_YEARS_MEMBERS;
    const size_t values = is_members ? (size_t)MEMBER_VALUES : (size_t)CLAIM_VALUES;
    for (size_t v = 0; v < values; v++)
        hz_tally_value(layout, is_members ? members[v] : claims[v], HZ_VALUE_SUM);
    hz_tally_key(layout, "year", HZ_KEY_INTEGER);
    hz_groups_layout(&settings->by, layout);
    if (is_members && settings->persons) {
        layout->book = (struct hz_book_layout){.fields = 1, .field = {{"covers", HZ_BOOK_SUM}}};
    } else if (settings->of == HZ_YEARS_CLAIMS) {
        hz_claim_book_layout(layout, 0, settings->is_adjacent, visit_claim, settings);
        if (!settings->persons)
            return;
        layout->book.fields = ALL_FIELDS;
        /* Whom the latest row names: both halves are of one person. */
        layout->book.field[PERSON_LOW].name = "person_low";
        layout->book.field[PERSON_LOW].rule = HZ_BOOK_OF_MAX;
        layout->book.field[PERSON_HIGH].name = "person_high";
        layout->book.field[PERSON_HIGH].rule = HZ_BOOK_OF_MAX;
    }
    if (!is_members && settings->persons)
        layout->value[BENEFICIARIES].rule = HZ_VALUE_DISTINCT;
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
    static const char *const members[] = {[UNITS] = "units",
                                          [SEAT] = "seat_id",
                                          [REPLACES] = "replaces",
                                          [SELF] = "contribution_self",
                                          [UNIT] = "contribution_unit",
                                          [UNION] = "contribution_union",
                                          [GOVERNMENT] = "contribution_government"};
    const bool is_members = settings->of == HZ_YEARS_MEMBERS;
    if (is_members) {
        hz_life_columns(HZ_LIFE_MAY_LACK(HZ_LIFE_END), settings->column);
        for (int c = UNITS; c < MEMBER_COLUMNS; c++)
            settings->column[c] = (struct hz_column){.name = members[c], .is_optional = true};
    } else {
        hz_claim_columns(needs_of(settings), settings->column);
        settings->column[SERVICE] = (struct hz_column){.name = "service_cost", .is_optional = true};
        settings->column[PLAN] = (struct hz_column){.name = "plan", .is_optional = true};
        settings->column[OFFICE] = (struct hz_column){.name = "office", .is_optional = true};
    }
    list_groups(settings);
    *fold = (struct hz_fold){
        .columns = settings->column,
        .settings = settings,
        .absorb = is_members ? absorb_members : absorb_claims,
        .finish = finish,
        .accepts = accepts,
        .persons = settings->persons,
    };
    lay_out(settings, &fold->layout);
}

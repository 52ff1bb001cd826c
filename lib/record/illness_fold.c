/*
 * illness_fold.c: see illness_fold.h. Covers of the same age, sex, years of term and whole years
 * passed share a row of the state; what they are worth is made of it at the end. Between two
 * anniversaries all of it is on a line, so that what has passed of a year is a sum as well: of
 * amounts times a fraction that is whole in PARTS of a year, whether that has 365 days or 366.
 */

#include "record/illness_fold.h"

#include "plan/plan.h"

#include <assert.h>
#include <math.h>

enum { END = HZ_LIFE_END, BIRTH = HZ_LIFE_COLUMNS, SEX, BENEFIT, UNITS, STATUS };
static_assert(STATUS + 1 == HZ_ILLNESS_OWN_COLUMNS, "as many as are declared");

/* What follows the groups in the key. */
enum { KEY_AGE, KEY_YEARS, KEY_PASSED, KEY_SEX, OWN_KEYS };
static_assert(HZ_GROUPS_MOST + OWN_KEYS <= HZ_TALLY_KEYS, "the groups and their own");

enum { COUNT, CONTRIBUTIONS, BENEFITS, CONTRIBUTION_PARTS, BENEFIT_PARTS, VALUES };
enum { MOST_YEARS = 100, PARTS = 365 * 366 };

const char *const hz_illness_result[] = {"count",   "contribution", "benefit", "net_single",
                                         "reserve", "unearned",     NULL};

/* ---- One cover */

/* The tables of a sex; death is NULL where nobody dies. */
struct rates {
    const struct hz_rate_table *incidence, *death;
};

static bool find_rates(const struct hz_illness_basis *basis, struct hz_text sex, int age, int years,
                       struct rates *rates, struct hz_error *err)
{
    *rates = (struct rates){NULL, NULL};
    return hz_rate_tables_find(basis->tables, hz_text_of(basis->incidence), sex, &rates->incidence,
                               err) &&
           hz_rate_table_need(rates->incidence, age, age + years, err) &&
           (!basis->death || (hz_rate_tables_find(basis->tables, hz_text_of(basis->death), sex,
                                                  &rates->death, err) &&
                              hz_rate_table_need(rates->death, age, age + years, err)));
}

static bool has_risk(const struct hz_rate_table *incidence, int age, int years)
{
    for (int t = 0; t < years; t++)
        if (hz_rate_table_at(incidence, age + t) > 0)
            return true;
    return false;
}

/* Incidence of the years from `from` on, over all of the term's; 0 where there is none at all. */
static double risk_left(const struct hz_rate_table *incidence, int age, int years, int from)
{
    double all = 0, left = 0;
    for (int t = 0; t < years; t++) {
        const double rate = hz_rate_table_at(incidence, age + t);
        all += rate;
        left += t >= from ? rate : 0;
    }
    return all > 0 ? left / all : 0;
}

/* ---- Rows in */

static bool is_over(const struct hz_batch *batch, size_t r)
{
    static const char *const over[] = {"cancelled", "swapped_out", "terminated_by_payout", "dead"};
    for (size_t s = 0; batch->column[STATUS] && s < HZ_COUNT(over); s++)
        if (hz_text_equal(batch->column[STATUS][r], hz_text_of(over[s])))
            return true;
    return false;
}

/* Of a term of whole years, as hz_life_term has them; 0: it is none. */
static int term_years(hz_date start, hz_date end)
{
    const struct hz_years_days term = hz_life_term(start, end);
    return term.years <= MOST_YEARS && term.days == 0 ? term.years : 0;
}

/* A row, as far as it is typed. */
struct row {
    hz_date start, end, birth;
    hz_fen contribution, benefit;
    int covers;
};

static struct hz_text sex_of(const struct hz_batch *batch, size_t r)
{
    return batch->column[SEX] ? batch->column[SEX][r] : (struct hz_text){"", 0};
}

static bool check_row(const struct hz_illness_fold *fold, struct hz_batch *batch, size_t r,
                      const struct row *row, int *age, int *years)
{
    struct hz_error err = {0};
    struct rates rates;
    *years = term_years(row->start, row->end);
    if (*years == 0)
        hz_batch_reject(
            batch, r, END, "term_not_years",
            _("ends no term of whole years, 1 to 100: expected the day before an anniversary "
              "of the start"));
    else if (row->birth == HZ_NO_DATE || row->birth > row->start)
        hz_batch_reject(batch, r, BIRTH, "no_birth",
                        _("is no day of birth: a table of incidence needs an age"));
    else if (row->benefit <= 0)
        hz_batch_reject(batch, r, batch->column[BENEFIT] ? BENEFIT : HZ_WHOLE_ROW, "no_benefit",
                        _("is no benefit: expected the sum that is paid, here or in --benefit"));
    if (batch->rejected[r])
        return false;
    *age = hz_date_whole_years(row->birth, row->start);
    if (!find_rates(&fold->basis, sex_of(batch, r), *age, *years, &rates, &err))
        hz_batch_reject(batch, r, BIRTH, "no_rate", _("has no rate: %s"), err.text);
    else if (!has_risk(rates.incidence, *age, *years))
        hz_batch_reject(batch, r, BIRTH, "no_risk",
                        _("has rates of 0 alone in table \"%s\": nothing to earn by"),
                        fold->basis.incidence);
    return !batch->rejected[r];
}

/* Of a term's years those that have passed by the valuation, and the PARTS of the one after. */
static int years_passed(const struct hz_illness_fold *fold, hz_date start, int years,
                        int64_t *parts)
{
    const struct hz_years_days passed = hz_date_years_days(start, fold->as_of + 1);
    *parts = (int64_t)passed.days * (PARTS / passed.of);
    if (passed.years < years)
        return passed.years;
    *parts = PARTS;
    return years - 1;
}

/* A batch as the state has it: what follows the groups in its key, and the values. */
struct columns {
    struct hz_gather gather;
    int64_t own[OWN_KEYS][HZ_BATCH_ROWS], value[VALUES][HZ_BATCH_ROWS];
};

static void begin(struct columns *columns, struct hz_tally *tally, const struct hz_batch *batch,
                  const struct hz_illness_fold *fold)
{
    struct hz_gather *gather = &columns->gather;
    hz_gather_begin(gather, tally);
    hz_groups_gather(&fold->by, batch, HZ_ILLNESS_OWN_COLUMNS, 0, gather);
    hz_gather_text(gather, fold->by.count + KEY_SEX, batch->column[SEX]);
    for (size_t k = 0; k < OWN_KEYS; k++)
        gather->columns.integer[fold->by.count + k] = columns->own[k];
    for (size_t v = 0; v < VALUES; v++)
        gather->columns.value[v] = columns->value[v];
}

static void absorb_row(struct columns *columns, struct hz_batch *batch, size_t r,
                       const struct hz_illness_fold *fold, const struct row *row)
{
    int age, years;
    int64_t parts;
    if (!check_row(fold, batch, r, row, &age, &years))
        return;
    columns->own[KEY_AGE][r] = age;
    columns->own[KEY_YEARS][r] = years;
    columns->own[KEY_PASSED][r] = years_passed(fold, row->start, years, &parts);
    const int64_t benefit = row->covers * row->benefit;
    columns->value[COUNT][r] = row->covers;
    columns->value[CONTRIBUTIONS][r] = row->contribution;
    columns->value[BENEFITS][r] = benefit;
    columns->value[CONTRIBUTION_PARTS][r] =
        hz_gather_product(&columns->gather, r, CONTRIBUTION_PARTS, row->contribution, parts);
    columns->value[BENEFIT_PARTS][r] =
        hz_gather_product(&columns->gather, r, BENEFIT_PARTS, benefit, parts);
    hz_gather_row(&columns->gather, r);
}

static void absorb(struct hz_tally *tally, struct hz_batch *batch, const void *settings)
{
    const struct hz_illness_fold *fold = settings;
    struct hz_life_rows life;
    struct columns columns;
    hz_date birth[HZ_BATCH_ROWS];
    hz_fen benefit[HZ_BATCH_ROWS];
    int64_t units[HZ_BATCH_ROWS];
    hz_lives_read(batch, &life);
    hz_batch_dates_or(batch, BIRTH, HZ_NO_DATE, birth);
    hz_batch_fen_or(batch, BENEFIT, INT64_MIN, benefit);
    hz_batch_integers_or(batch, UNITS, 1, 1, 1000000, units);
    hz_batch_texts(batch, STATUS);
    hz_batch_texts(batch, SEX);
    hz_groups_read(&fold->by, batch, HZ_ILLNESS_OWN_COLUMNS);
    begin(&columns, tally, batch, fold);
    for (size_t r = 0; r < batch->rows; r++) {
        if (batch->rejected[r])
            continue;
        const struct row row = {life.start[r],
                                life.end[r],
                                birth[r],
                                life.contribution[r],
                                benefit[r] == INT64_MIN ? fold->basis.benefit * units[r]
                                                        : benefit[r],
                                life.covers[r]};
        const bool has_day =
            batch->column[HZ_LIFE_ENDED] && batch->column[HZ_LIFE_ENDED][r].length > 0;
        /* A refund is of a cover that is over, or is not booked yet. */
        if (life.start[r] > fold->as_of || life.last[r] <= fold->as_of ||
            life.entry[r] == HZ_ENTRY_REFUND)
            hz_batch_leave_out(batch, r);
        else if (!has_day && is_over(batch, r)) /* its reversal, or original, may not say so */
            hz_batch_reject(batch, r, STATUS, "no_ended",
                            _("says that the cover is over: expected its day, in ended"));
        else
            absorb_row(&columns, batch, r, fold, &row);
    }
    hz_gather_join(&columns.gather);
}

static bool accepts(const struct hz_key key[], const hz_sum value[], const void *settings)
{
    const struct hz_illness_fold *fold = settings;
    const struct hz_key *own = key + fold->by.count;
    (void)value;
    return own[KEY_AGE].integer >= 0 && own[KEY_AGE].integer <= 10000 &&
           own[KEY_YEARS].integer >= 1 && own[KEY_YEARS].integer <= MOST_YEARS &&
           own[KEY_PASSED].integer >= 0 && own[KEY_PASSED].integer < own[KEY_YEARS].integer;
}

/* ---- The result */

/* Sums of a group or of all; estimates in fen. */
struct sums {
    hz_sum value[VALUES];
    double net_single, reserve, unearned;
};

/*
 * What a row of the state comes to: on a line from the last anniversary to the next. Refused
 * (data): rates that are not there, as absorb has rejected them, if the table is another one now.
 */
static bool add_row(struct sums *sums, const struct hz_illness_fold *fold,
                    const struct hz_tally_row *row, struct hz_error *err)
{
    const struct hz_key *own = row->key + fold->by.count;
    const int age = (int)own[KEY_AGE].integer, years = (int)own[KEY_YEARS].integer;
    const int passed = (int)own[KEY_PASSED].integer;
    const struct hz_life_term term = {.age = age, .years = years, .rate = fold->basis.rate};
    double reserve[MOST_YEARS + 1], value[VALUES];
    struct rates rates;
    for (int v = 0; v < VALUES; v++) {
        sums->value[v] += row->value[v];
        value[v] = (double)row->value[v];
    }
    if (!find_rates(&fold->basis, own[KEY_SEX].text, age, years, &rates, err))
        return false;
    hz_cover_reserve(rates.incidence, rates.death, &term, 1, reserve);
    sums->net_single += value[BENEFITS] * reserve[0];
    sums->reserve += value[BENEFITS] * reserve[passed] +
                     value[BENEFIT_PARTS] / PARTS * (reserve[passed + 1] - reserve[passed]);
    const double left = risk_left(rates.incidence, age, years, passed);
    const double after = risk_left(rates.incidence, age, years, passed + 1);
    sums->unearned +=
        value[CONTRIBUTIONS] * left + value[CONTRIBUTION_PARTS] / PARTS * (after - left);
    return true;
}

static void add(struct sums *sums, const struct sums *more)
{
    for (int v = 0; v < VALUES; v++)
        sums->value[v] += more->value[v];
    sums->net_single += more->net_single;
    sums->reserve += more->reserve;
    sums->unearned += more->unearned;
}

static void print_sums(const struct sums *s, struct hz_table *table)
{
    const double estimate[] = {s->net_single, s->reserve, s->unearned};
    hz_table_integer(table, s->value[COUNT]);
    hz_table_money(table, s->value[CONTRIBUTIONS]);
    hz_table_money(table, s->value[BENEFITS]);
    for (size_t e = 0; e < HZ_COUNT(estimate); e++)
        hz_table_estimate(table, estimate[e] / 100, 2);
    hz_table_end_row(table);
}

/* Prints the group that begins with a row; *next is the row after it. */
static bool print_group(const struct hz_tally *tally, size_t from, size_t *next,
                        const struct hz_illness_fold *fold, struct sums *total,
                        struct hz_table *table, struct hz_error *err)
{
    struct sums sums = {.reserve = 0};
    const struct hz_tally_row first = hz_tally_row(tally, from);
    size_t end = from;
    for (; end < hz_tally_size(tally); end++) {
        const struct hz_tally_row row = hz_tally_row(tally, end);
        if (!hz_tally_same_key(tally, &first, &row, fold->by.count))
            break;
        if (!add_row(&sums, fold, &row, err))
            return false;
    }
    *next = end;
    add(total, &sums);
    hz_groups_cells(&fold->by, first.key, table);
    if (fold->by.count > 0)
        print_sums(&sums, table);
    return true;
}

static bool finish(struct hz_tally *tally, const void *settings, struct hz_table *table,
                   struct hz_error *err)
{
    const struct hz_illness_fold *fold = settings;
    struct sums total = {.reserve = 0};
    hz_groups_head(&fold->by, hz_illness_result, table);
    hz_tally_sort(tally);
    for (size_t i = 0; i < hz_tally_size(tally);)
        if (!print_group(tally, i, &i, fold, &total, table, err))
            return false;
    hz_groups_total(fold->by.count, table);
    print_sums(&total, table);
    return true;
}

void hz_illness_fold(struct hz_illness_fold *settings, struct hz_fold *fold)
{
    static const char *const names[] = {"birth", "sex", "benefit", "units", "status"};
    static const char *const keys[OWN_KEYS] = {"age", "years", "passed", "sex"};
    static const char *const values[VALUES] = {"count", "contribution", "benefit",
                                               "contribution_parts", "benefit_parts"};
    hz_life_columns(0, settings->column);
    for (int c = BIRTH; c < HZ_ILLNESS_OWN_COLUMNS; c++)
        settings->column[c] =
            (struct hz_column){.name = names[c - BIRTH], .is_optional = c > BIRTH};
    settings->column[BIRTH].is_personal = true;
    settings->column[BENEFIT].is_optional = settings->basis.benefit > 0;
    hz_groups_columns(&settings->by, HZ_ILLNESS_OWN_COLUMNS, settings->column);
    *fold = (struct hz_fold){.columns = settings->column,
                             .settings = settings,
                             .absorb = absorb,
                             .finish = finish,
                             .accepts = accepts};
    hz_groups_layout(&settings->by, &fold->layout);
    for (size_t k = 0; k < OWN_KEYS; k++)
        hz_tally_key(&fold->layout, keys[k], k == KEY_SEX ? HZ_KEY_TEXT : HZ_KEY_INTEGER);
    for (size_t v = 0; v < VALUES; v++)
        hz_tally_value(&fold->layout, values[v], HZ_VALUE_SUM);
}

/* ---- One cover, year by year */

bool hz_illness_table(const struct hz_illness_basis *basis, const struct hz_illness_cover *cover,
                      struct hz_table *out, struct hz_error *err)
{
    static const char *const columns[] = {"year",     "age",     "incidence",
                                          "in_force", "reserve", "unearned_part"};
    const struct hz_life_term term = {
        .age = cover->age, .years = cover->years, .rate = basis->rate};
    double reserve[MOST_YEARS + 1], in_force = 1;
    struct rates rates;
    if (!find_rates(basis, hz_text_of(cover->sex), cover->age, cover->years, &rates, err))
        return false;
    hz_cover_reserve(rates.incidence, rates.death, &term, (double)basis->benefit / 100, reserve);
    for (size_t c = 0; c < HZ_COUNT(columns); c++)
        hz_table_column(out, columns[c]);
    for (int t = 0; t <= cover->years; t++) {
        const bool is_end = t == cover->years;
        const double ill = is_end ? (double)NAN : hz_rate_table_at(rates.incidence, cover->age + t);
        const double dead = rates.death ? hz_rate_table_at(rates.death, cover->age + t) : 0;
        hz_table_integer(out, t);
        hz_table_integer(out, cover->age + t);
        hz_table_estimate(out, ill, 6);
        hz_table_estimate(out, in_force, 6);
        hz_table_estimate(out, reserve[t], 2);
        hz_table_estimate(out, risk_left(rates.incidence, cover->age, cover->years, t), 6);
        hz_table_end_row(out);
        in_force *= fmax(0, 1 - ill - dead);
    }
    return true;
}

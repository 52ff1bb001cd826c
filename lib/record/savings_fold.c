/*
 * savings_fold.c: see savings_fold.h. Deposits that are owed alike (first and last day, sex, age)
 * share a row of the state, where their exact sums are; what estimates there are is made of them at
 * the end.
 */

#include "record/savings_fold.h"

#include "fund/savings.h"
#include "record/lives.h"

#include <assert.h>
#include <math.h>

enum { END = HZ_LIFE_END, DEPOSIT = HZ_LIFE_DEPOSIT, REFUND = HZ_LIFE_COLUMNS };
enum { STATUS = REFUND + 1, BIRTH, SEX, PLAN, UNITS };
static_assert(UNITS + 1 == HZ_SAVINGS_OWN_COLUMNS, "as many as are declared");

/* What follows the groups in the key. */
enum { KEY_END, KEY_START, KEY_CHARGED, KEY_SEX, KEY_AGE, OWN_KEYS };
static_assert(HZ_GROUPS_MOST + OWN_KEYS <= HZ_TALLY_KEYS, "the groups and their own");

enum { OPENING, NEW, MATURED, DIED, WITHDRAWN, KEPT, CLOSING, COUNT, OWED, VALUES };

const char *const hz_savings_result[] = {
    "opening", "new",    "matured", "died",    "withdrawn", "kept",     "closing",   "count",
    "refund",  "deaths", "lapses",  "present", "charge",    "unearned", "liability", NULL};
const char *const hz_savings_ladder[] = {"month", "count", "refund", "present", NULL};

/* A row, as far as it is typed. */
struct row {
    hz_date start, end, birth;
    hz_date ended;          /* HZ_NO_DATE: it matures */
    hz_fen deposit, refund; /* not below zero */
    int covers;             /* -1: what an earlier row says is taken back */
    bool is_dead;
};

static double left_years(const struct hz_savings_fold *fold, hz_date end)
{
    return hz_date_years(fold->as_of, end);
}

static double term_years(hz_date start, hz_date end)
{
    const struct hz_years_days term = hz_life_term(start, end);
    return term.years + (double)term.days / term.of;
}

/* ---- Rows in */

/* The deposit of a row that does not say: that of its plan, a unit; 0 for one without. */
static hz_fen deposit_of_plan(const struct hz_savings_fold *fold, struct hz_batch *batch, size_t r,
                              hz_date start, int64_t units)
{
    const struct hz_text none = {"", 0};
    size_t at = 0;
    if (!fold->plans)
        return 0;
    const struct hz_text code = batch->column[PLAN] ? batch->column[PLAN][r] : none;
    const struct hz_plan *plan = hz_plans_find(fold->plans, code, none, start, &at);
    if (plan)
        return plan->deposit > 0 ? plan->deposit * units : 0;
    hz_batch_reject(
        batch, r, batch->column[PLAN] ? PLAN : HZ_WHOLE_ROW, "unknown_plan",
        _("is none of the plans on that day: expected its file in --plans, or a deposit"));
    return 0;
}

static bool check_row(struct hz_batch *batch, size_t r, const struct row *row)
{
    if (row->end - row->start >= HZ_TERM_DAYS)
        hz_batch_reject(batch, r, END, "term_too_long",
                        _("is more than a hundred years after the start"));
    return !batch->rejected[r];
}

/* The sex is a code: 1, 2; a table without a sex is for all. */
static struct hz_text sex_of(const struct hz_batch *batch, size_t r)
{
    return batch->column[SEX] ? batch->column[SEX][r] : (struct hz_text){"", 0};
}

static bool find_table(const struct hz_savings_fold *fold, const char *name, struct hz_text sex,
                       const struct hz_rate_table **table, struct hz_error *err)
{
    *table = NULL;
    return !name || hz_rate_tables_find(fold->tables, hz_text_of(name), sex, table, err);
}

/* Whether tables and curve have all that a deposit needs; else the row is rejected. */
static bool check_rates(const struct hz_savings_fold *fold, struct hz_batch *batch, size_t r,
                        const struct row *row, int *age)
{
    struct hz_error err = {0};
    const char *const names[] = {fold->death, fold->lapse};
    *age = 0;
    if (fold->curve.points > 1 && /* one rate holds for ever */
        !hz_curve_need(&fold->curve, term_years(row->start, row->end), &err)) {
        hz_batch_reject(batch, r, END, "beyond_curve", _("is too far away: %s"), err.text);
        return false;
    }
    if (!fold->death && !fold->lapse)
        return true;
    if (row->birth == HZ_NO_DATE || row->birth > fold->as_of) {
        hz_batch_reject(batch, r, batch->column[BIRTH] ? BIRTH : HZ_WHOLE_ROW, "no_birth",
                        _("is no day of birth: tables of death and lapse need an age"));
        return false;
    }
    const double left = left_years(fold, row->end);
    *age = hz_date_whole_years(row->birth, fold->as_of);
    for (int n = 0; n < 2; n++) {
        const struct hz_rate_table *table;
        if (find_table(fold, names[n], sex_of(batch, r), &table, &err) &&
            (!table || hz_rate_table_need(table, *age, *age + (int)ceil(left), &err)))
            continue;
        hz_batch_reject(batch, r, batch->column[BIRTH] ? BIRTH : HZ_WHOLE_ROW, "no_rate",
                        _("has no rate: %s"), err.text);
        return false;
    }
    return true;
}

/* A batch as the state has it: what follows the groups in its key, and the values. */
struct columns {
    struct hz_gather gather;
    int64_t own[OWN_KEYS][HZ_BATCH_ROWS], value[VALUES][HZ_BATCH_ROWS];
    struct hz_text sex[HZ_BATCH_ROWS];
};

static void begin(struct columns *columns, struct hz_tally *tally, const struct hz_batch *batch,
                  const struct hz_savings_fold *fold)
{
    struct hz_gather *gather = &columns->gather;
    hz_gather_begin(gather, tally);
    hz_groups_gather(&fold->by, batch, HZ_SAVINGS_OWN_COLUMNS, 0, gather);
    hz_gather_text(gather, fold->by.count + KEY_SEX, columns->sex);
    for (size_t k = 0; k < OWN_KEYS; k++)
        gather->columns.integer[fold->by.count + k] = columns->own[k];
    for (size_t v = 0; v < VALUES; v++)
        gather->columns.value[v] = columns->value[v];
}

/* What is given back is seldom more than the deposit, and then it is charged its interest. */
static bool is_charged(const struct hz_savings_fold *fold, const struct row *row)
{
    return (row->refund <= row->deposit && !fold->has_losses) ||
           hz_savings_is_charged((double)row->deposit, (double)row->refund,
                                 term_years(row->start, row->end), &fold->curve);
}

static void absorb_row(struct columns *columns, struct hz_batch *batch, size_t r,
                       const struct hz_savings_fold *fold, const struct row *row)
{
    int age = 0;
    const hz_date out = row->ended != HZ_NO_DATE ? row->ended : row->end;
    if (row->deposit == 0 || row->start > fold->as_of || out < fold->from) {
        hz_batch_leave_out(batch, r);
        return;
    }
    const bool is_open = out > fold->as_of;
    if (is_open && !check_rates(fold, batch, r, row, &age))
        return;
    const hz_fen deposit = row->deposit * row->covers, refund = row->refund * row->covers;
    for (int v = 0; v < VALUES; v++)
        columns->value[v][r] = 0;
    columns->value[row->start < fold->from ? OPENING : NEW][r] = deposit;
    if (is_open) {
        columns->value[CLOSING][r] = deposit;
        columns->value[COUNT][r] = row->covers;
        columns->value[OWED][r] = refund;
    } else {
        columns->value[row->ended == HZ_NO_DATE ? MATURED
                       : row->is_dead           ? DIED
                                                : WITHDRAWN][r] = refund;
        columns->value[KEPT][r] = deposit - refund;
    }
    columns->own[KEY_END][r] = is_open ? row->end : 0;
    columns->own[KEY_START][r] = is_open ? row->start : 0;
    columns->own[KEY_CHARGED][r] = is_open && is_charged(fold, row);
    columns->own[KEY_AGE][r] = age;
    columns->sex[r] = is_open && fold->tables ? sex_of(batch, r) : (struct hz_text){"", 0};
    hz_gather_row(&columns->gather, r);
}

/* A row of one cover, its amounts not below zero. */
static struct row row_of(const struct hz_savings_fold *fold, struct hz_batch *batch, size_t r,
                         const struct hz_life_rows *life, hz_fen deposit, hz_fen refund)
{
    const struct hz_text *status = batch->column[STATUS], *ended = batch->column[HZ_LIFE_ENDED];
    const bool is_told = ended && ended[r].length > 0;
    struct row row = {.start = life->start[r],
                      .end = life->end[r],
                      .ended = HZ_NO_DATE,
                      .covers = life->covers[r],
                      .deposit = deposit * life->covers[r],
                      .refund = refund * life->covers[r]};
    row.is_dead = status && hz_text_equal(status[r], hz_text_of("dead"));
    if (is_told && (row.is_dead || life->last[r] < row.end))
        row.ended = life->last[r];
    if (row.ended != HZ_NO_DATE && row.ended > fold->as_of)
        row.refund = row.deposit;
    return row;
}

static void absorb(struct hz_tally *tally, struct hz_batch *batch, const void *settings)
{
    const struct hz_savings_fold *fold = settings;
    struct hz_life_rows life;
    struct columns columns;
    hz_date birth[HZ_BATCH_ROWS];
    hz_fen deposit[HZ_BATCH_ROWS], refund[HZ_BATCH_ROWS];
    int64_t units[HZ_BATCH_ROWS];
    hz_lives_read_lacking(batch, HZ_LIFE_MAY_LACK(HZ_LIFE_CONTRIBUTION), &life);
    hz_lives_read_deposits(batch, DEPOSIT, REFUND, &life, deposit, refund);
    hz_batch_dates_or(batch, BIRTH, HZ_NO_DATE, birth);
    hz_batch_integers_or(batch, UNITS, 1, 1, 1000000, units);
    hz_batch_texts(batch, STATUS);
    hz_batch_texts(batch, PLAN);
    hz_batch_texts(batch, SEX);
    hz_groups_read(&fold->by, batch, HZ_SAVINGS_OWN_COLUMNS);
    begin(&columns, tally, batch, fold);
    for (size_t r = 0; r < batch->rows; r++) {
        if (batch->rejected[r])
            continue;
        if (life.covers[r] == 0) { /* the refund of a contribution */
            hz_batch_leave_out(batch, r);
            continue;
        }
        if (deposit[r] == HZ_NO_DEPOSIT) {
            deposit[r] = deposit_of_plan(fold, batch, r, life.start[r], units[r]) * life.covers[r];
            refund[r] = refund[r] == HZ_NO_DEPOSIT ? deposit[r] : refund[r];
        }
        struct row row = row_of(fold, batch, r, &life, deposit[r], refund[r]);
        row.birth = birth[r];
        if (!batch->rejected[r] && check_row(batch, r, &row))
            absorb_row(&columns, batch, r, fold, &row);
    }
    hz_gather_join(&columns.gather);
}

/* Deposits that are not open say nothing of their terms. */
static bool accepts(const struct hz_key key[], const hz_sum value[], const void *settings)
{
    const struct hz_savings_fold *fold = settings;
    const struct hz_key *own = key + fold->by.count;
    const int64_t start = own[KEY_START].integer, end = own[KEY_END].integer;
    if (start == 0 && end == 0)
        return value[COUNT] == 0 && value[CLOSING] == 0 && value[OWED] == 0;
    return hz_date_is_any(start) && hz_date_is_any(end) && start <= fold->as_of &&
           end > fold->as_of && end - start < HZ_TERM_DAYS && own[KEY_AGE].integer >= 0 &&
           own[KEY_AGE].integer <= 10000 && (own[KEY_CHARGED].integer & ~INT64_C(1)) == 0;
}

/* ---- The result */

/* Sums of a group, a month or all; estimates in fen. */
struct sums {
    hz_sum value[VALUES];
    double deaths, lapses, present, charge, unearned;
};

/* The table of a name for a row of the state; NULL: nobody leaves by it. */
static bool find_rates(const struct hz_savings_fold *fold, const char *name,
                       const struct hz_key own[], double left, const struct hz_rate_table **table,
                       struct hz_error *err)
{
    const int age = (int)own[KEY_AGE].integer;
    return find_table(fold, name, own[KEY_SEX].text, table, err) &&
           (!*table || hz_rate_table_need(*table, age, age + (int)ceil(left), err));
}

/*
 * What is open in a row of the state. Refused (data): what absorb has rejected, if a table or the
 * curve is another one than when the state was made.
 */
static bool add_estimates(struct sums *sums, const struct hz_savings_fold *fold,
                          const struct hz_tally_row *row, struct hz_error *err)
{
    const struct hz_key *own = row->key + fold->by.count;
    const hz_date start = (hz_date)own[KEY_START].integer, end = (hz_date)own[KEY_END].integer;
    if (start == 0 && end == 0)
        return true;
    const double refund = (double)row->value[OWED];
    const double left = left_years(fold, end), term = term_years(start, end);
    const struct hz_rate_table *death, *lapse;
    struct hz_savings_liability owed;
    if (!find_rates(fold, fold->death, own, left, &death, err) ||
        !find_rates(fold, fold->lapse, own, left, &lapse, err) ||
        !hz_savings_owed((double)row->value[CLOSING], refund, own[KEY_CHARGED].integer != 0, term,
                         left, (double)(end - fold->as_of) / (end - start + 1), &fold->curve, &owed,
                         err))
        return false;
    if (fold->is_ladder)
        death = lapse = NULL;
    const struct hz_savings_exits exits =
        hz_savings_exit((int)own[KEY_AGE].integer, left, &fold->curve, death, lapse);
    sums->deaths += refund * exits.deaths;
    sums->lapses += refund * exits.lapses;
    sums->present += refund * exits.present;
    sums->charge += owed.charge;
    sums->unearned += owed.unearned;
    return true;
}

static void add_sums(struct sums *sums, const struct sums *more)
{
    for (int v = 0; v < VALUES; v++)
        sums->value[v] += more->value[v];
    sums->deaths += more->deaths;
    sums->lapses += more->lapses;
    sums->present += more->present;
    sums->charge += more->charge;
    sums->unearned += more->unearned;
}

static bool add_row(struct sums *sums, const struct hz_savings_fold *fold,
                    const struct hz_tally_row *row, struct hz_error *err)
{
    for (int v = 0; v < VALUES; v++)
        sums->value[v] += row->value[v];
    return add_estimates(sums, fold, row, err);
}

static void print_sums(const struct sums *s, struct hz_table *table)
{
    for (int v = 0; v < VALUES; v++)
        if (v == COUNT)
            hz_table_integer(table, s->value[v]);
        else
            hz_table_money(table, s->value[v]);
    const double estimate[] = {s->deaths, s->lapses,   s->present,
                               s->charge, s->unearned, s->present + s->unearned};
    for (size_t e = 0; e < HZ_COUNT(estimate); e++)
        hz_table_estimate(table, estimate[e] / 100, 2);
    hz_table_end_row(table);
}

static void print_rung(const struct sums *s, struct hz_table *table)
{
    hz_table_integer(table, s->value[COUNT]);
    hz_table_money(table, s->value[OWED]);
    hz_table_estimate(table, s->present / 100, 2);
    hz_table_end_row(table);
}

static hz_period month_of(const struct hz_savings_fold *fold, const struct hz_tally_row *row)
{
    return hz_period_of((hz_date)row->key[fold->by.count + KEY_END].integer, HZ_MONTH);
}

/* Prints one group, or one of its months, from a row on; *next is the row after it. */
static bool print_group(const struct hz_tally *tally, size_t from, size_t *next,
                        const struct hz_savings_fold *fold, struct sums *total,
                        struct hz_table *table, struct hz_error *err)
{
    struct sums sums = {.deaths = 0};
    char label[HZ_PERIOD_TEXT];
    const struct hz_tally_row first = hz_tally_row(tally, from);
    size_t i = from;
    for (; i < hz_tally_size(tally); i++) {
        const struct hz_tally_row row = hz_tally_row(tally, i);
        if (!hz_tally_same_key(tally, &first, &row, fold->by.count) ||
            (fold->is_ladder && month_of(fold, &row) != month_of(fold, &first)))
            break;
        if (!add_row(&sums, fold, &row, err))
            return false;
    }
    *next = i;
    add_sums(total, &sums);
    if (fold->is_ladder ? sums.value[COUNT] == 0 && sums.value[OWED] == 0 : fold->by.count == 0)
        return true;
    hz_groups_cells(&fold->by, first.key, table);
    if (fold->is_ladder) {
        hz_period_format(month_of(fold, &first), HZ_MONTH, label);
        hz_table_string(table, label);
    }
    (fold->is_ladder ? print_rung : print_sums)(&sums, table);
    return true;
}

static bool finish(struct hz_tally *tally, const void *settings, struct hz_table *table,
                   struct hz_error *err)
{
    const struct hz_savings_fold *fold = settings;
    const char *const *columns = fold->is_ladder ? hz_savings_ladder : hz_savings_result;
    struct sums total = {.deaths = 0};
    hz_groups_head(&fold->by, columns, table);
    hz_tally_sort(tally);
    for (size_t i = 0; i < hz_tally_size(tally);)
        if (!print_group(tally, i, &i, fold, &total, table, err))
            return false;
    hz_groups_total(fold->by.count + fold->is_ladder, table);
    (fold->is_ladder ? print_rung : print_sums)(&total, table);
    return true;
}

static void lay_out(const struct hz_savings_fold *settings, struct hz_tally_layout *layout)
{
    static const char *const keys[OWN_KEYS] = {"end", "start", "charged", "sex", "age"};
    hz_groups_layout(&settings->by, layout);
    for (size_t k = 0; k < OWN_KEYS; k++)
        hz_tally_key(layout, keys[k], k == KEY_SEX ? HZ_KEY_TEXT : HZ_KEY_INTEGER);
    for (size_t v = 0; v < VALUES; v++)
        hz_tally_value(layout, hz_savings_result[v], HZ_VALUE_SUM);
}

void hz_savings_fold(struct hz_savings_fold *settings, struct hz_fold *fold)
{
    static const char *const names[] = {"refund", "status", "birth", "sex", "plan", "units"};
    for (size_t p = 0; p < settings->curve.points; p++)
        settings->has_losses |= settings->curve.rate[p] < 0;
    hz_life_columns(HZ_LIFE_MAY_LACK(HZ_LIFE_CONTRIBUTION), settings->column);
    for (int c = REFUND; c < HZ_SAVINGS_OWN_COLUMNS; c++)
        settings->column[c] = (struct hz_column){.name = names[c - REFUND], .is_optional = true};
    settings->column[DEPOSIT].is_optional = settings->plans != NULL;
    settings->column[PLAN].is_optional = settings->plans == NULL;
    settings->column[BIRTH].is_personal = true;
    hz_groups_columns(&settings->by, HZ_SAVINGS_OWN_COLUMNS, settings->column);
    *fold = (struct hz_fold){.columns = settings->column,
                             .settings = settings,
                             .absorb = absorb,
                             .finish = finish,
                             .accepts = accepts};
    lay_out(settings, &fold->layout);
}

/*
 * ledger_members.c: the ledger of member records; see ledger_fold.h.
 *
 * Unearned parts are fractions of days. As in unearned_fold.c the key of the state ends with their
 * denominator, so that numerators add up as whole numbers and one rounding is left to the end.
 */

#include "base/rational.h"
#include "file/forms.h"
#include "record/ledger_rows.h"

#include <assert.h>

enum { END = HZ_LIFE_END, WAIT_FROM = HZ_LIFE_COLUMNS, PLAN, OFFICE, PROVINCE, UNITS, ENTER_TYPE };
enum { DEPOSIT = ENTER_TYPE + 1, REFUND, PAYER, PAYERS = 4, PERSON = PAYER + PAYERS };
enum { DENOMINATOR_KEY = HZ_LEDGER_KEYS };

static_assert(PERSON + 2 <= HZ_LEDGER_OWN_COLUMNS, "room for the list and its end");

/*
 * The state has rows of five sorts, told apart by the denominator: of covers, the lines up to
 * HZ_LEDGER_DEPOSITS_IN; of deposits, the lines from there on; of lapses, their number and what was
 * not yet earned, over LAPSE_ROWS - denominator; of persons, who are counted once within an
 * office's plan and in what is above it; and of what runs: a cover's lines in the periods between
 * its first and its last are linear in their last days, so they are added once, where they begin,
 * and taken away where they end. The denominator of these is RUNNING_ROWS less that of the unearned
 * part, which is far from any of a lapse.
 */
enum { DEPOSIT_ROW = -1, PERSONS_ROW = -2, LAPSE_ROWS = -3 };
static const int64_t RUNNING_ROWS = INT64_MIN / 4;
enum { RUNNING_COVERS, RUNNING_UNITS, UNITS_BY_END, RUNNING_MONEY, MONEY_BY_END, RUNNING };
enum { COVER_VALUES = HZ_LEDGER_DEPOSITS_IN, PERSONS_VALUE = COVER_VALUES, VALUES };

/* Which of province, office and plan persons are counted within. */
static const bool levels[][HZ_LEDGER_PERIOD] = {{false, false, false}, {true, false, false},
                                                {true, true, false},   {false, false, true},
                                                {true, false, true},   {true, true, true}};

/* ---- Rows in */

/* The days of a period; those that a batch has needed, by the period's last digits in binary. */
enum { SPANS = 64 };
struct span {
    hz_period period;
    hz_date first, last; /* 0 and 0: none yet */
};

/* A batch of member records as the ledger needs them. */
struct rows {
    struct hz_life_rows life;
    hz_date wait_from[HZ_BATCH_ROWS];
    hz_fen payer[PAYERS][HZ_BATCH_ROWS];
    hz_fen deposit[HZ_BATCH_ROWS], refund[HZ_BATCH_ROWS];
    int64_t units[HZ_BATCH_ROWS];
    hz_period from[HZ_BATCH_ROWS], to[HZ_BATCH_ROWS]; /* when it is booked, and earns last */
    struct span span[SPANS];
};

static void read_units(struct hz_batch *batch, int64_t units[])
{
    const struct hz_text *text = batch->column[UNITS];
    for (size_t r = 0; r < batch->rows; r++) {
        struct hz_form_note note;
        units[r] = 1;
        if (text && text[r].length == 1 && text[r].at[0] >= '1' && text[r].at[0] <= '9')
            units[r] = text[r].at[0] - '0'; /* as nearly all are */
        else if (text && !batch->rejected[r] &&
                 (hz_form_integer(text[r], hz_batch_forms(batch), &units[r], &note) ==
                      HZ_FORM_BAD ||
                  units[r] < 1 || units[r] > 1000000))
            hz_batch_reject(batch, r, UNITS, "bad_units",
                            _("is no number of units: expected a whole number from 1 to 1000000"));
    }
}

/* Payers' parts have the sign of the contribution, and are no more than it. */
static void read_payers(struct hz_batch *batch, struct rows *rows)
{
    for (int p = 0; p < PAYERS; p++)
        hz_batch_fen_or(batch, PAYER + p, 0, rows->payer[p]);
    for (size_t r = 0; r < batch->rows; r++) {
        const hz_fen all = rows->life.contribution[r];
        hz_fen named = 0;
        for (int p = 0; p < PAYERS && !batch->rejected[r]; p++)
            named += rows->payer[p][r];
        if (!batch->rejected[r] && (all < 0 ? named < all || named > 0 : named > all || named < 0))
            hz_batch_reject(batch, r, HZ_LIFE_CONTRIBUTION, "payers_not_total",
                            _("is less than what the payers have paid together"));
    }
}

/* The savings type; a deposit that is not told is none. */
static void read_deposits(struct hz_batch *batch, struct rows *rows)
{
    hz_lives_read_deposits(batch, DEPOSIT, REFUND, &rows->life, rows->deposit, rows->refund);
    for (size_t r = 0; r < batch->rows; r++)
        if (rows->deposit[r] == HZ_NO_DEPOSIT)
            rows->deposit[r] = rows->refund[r] = 0;
}

static void find_periods(const struct hz_ledger_fold *fold, const hz_date date[],
                         const struct hz_batch *batch, hz_period period[])
{
    if (fold->shift == 0)
        hz_periods_of(date, batch->rows, fold->grain, period);
    for (size_t r = 0; r < batch->rows && fold->shift > 0; r++)
        if (!batch->rejected[r])
            period[r] = hz_fiscal_of(date[r], fold->grain, fold->shift);
}

static void read_rows(struct hz_batch *batch, const struct hz_ledger_fold *fold, struct rows *rows)
{
    hz_lives_read(batch, &rows->life);
    if (batch->column[DEPOSIT])
        read_deposits(batch, rows);
    else
        memset(rows->deposit, 0, sizeof rows->deposit);
    memcpy(rows->wait_from, rows->life.start, sizeof rows->wait_from);
    if (fold->how.method == HZ_UNEARNED_RISK)
        hz_batch_dates_or(batch, WAIT_FROM, HZ_NO_DATE, rows->wait_from);
    find_periods(fold, rows->life.booked, batch, rows->from);
    find_periods(fold, rows->life.paid_to, batch, rows->to);
    memset(rows->span, 0, sizeof rows->span);
    read_payers(batch, rows);
    read_units(batch, rows->units);
    hz_batch_texts(batch, ENTER_TYPE);
    if (fold->persons)
        hz_batch_texts(batch, PERSON);
    hz_ledger_texts(batch, PLAN);
    for (size_t r = 0; r < batch->rows; r++)
        if (!batch->rejected[r] && rows->wait_from[r] == HZ_NO_DATE)
            rows->wait_from[r] = rows->life.start[r];
}

/* ---- Booking */

static struct span span_of(const struct hz_ledger_fold *fold, struct rows *rows, hz_period period)
{
    struct span *span = &rows->span[(unsigned)period % SPANS];
    if (span->period != period || span->first == span->last)
        *span = (struct span){period, hz_fiscal_first(period, fold->grain, fold->shift),
                              hz_fiscal_last(period, fold->grain, fold->shift)};
    return *span;
}

static int64_t overlap(hz_date from, hz_date to, hz_date first, hz_date last)
{
    const hz_date a = from > first ? from : first, b = to < last ? to : last;
    return a <= b ? b - a + 1 : 0;
}

/*
 * By what the plan or the record calls it: its enter_type; or else, without one, who has paid:
 * somebody, but not the member. Nobody pays for a deposit (储金), which is no gift.
 */
static bool is_gift(const struct hz_ledger_fold *fold, const struct hz_batch *batch, size_t r,
                    const struct rows *rows)
{
    const struct hz_text *type = batch->column[ENTER_TYPE];
    size_t at;
    const struct hz_plan *plan =
        fold->plans ? hz_plans_find(fold->plans, batch->column[PLAN][r], (struct hz_text){"", 0},
                                    rows->life.start[r], &at)
                    : NULL;
    if (plan && plan->is_gift)
        return true;
    const hz_fen all = rows->life.contribution[r];
    if (type && type[r].length > 0)
        return hz_text_equal(type[r], hz_text_of("gift"));
    hz_sum others = 0;
    for (int p = 1; p < PAYERS; p++)
        others += rows->payer[p][r];
    return all == 0 ? rows->deposit[r] == 0 : others == all;
}

static void book_start(const struct hz_ledger_fold *fold, const struct hz_batch *batch, size_t r,
                       const struct rows *rows, hz_sum value[])
{
    const struct hz_text *type = batch->column[ENTER_TYPE];
    const int covers = rows->life.covers[r];
    value[HZ_LEDGER_COVERS] = covers;
    value[HZ_LEDGER_RENEWALS] = type && hz_text_equal(type[r], hz_text_of("renew")) ? covers : 0;
    value[HZ_LEDGER_GIFTS] = is_gift(fold, batch, r, rows) ? covers : 0;
    value[HZ_LEDGER_OTHER] = rows->life.contribution[r];
    for (int p = 0; p < PAYERS; p++) {
        value[HZ_LEDGER_SELF + p] = rows->payer[p][r];
        value[HZ_LEDGER_OTHER] -= rows->payer[p][r];
    }
}

static void book_no_start(hz_sum value[])
{
    value[HZ_LEDGER_COVERS] = value[HZ_LEDGER_RENEWALS] = value[HZ_LEDGER_GIFTS] = 0;
    for (int line = HZ_LEDGER_SELF; line <= HZ_LEDGER_OTHER; line++)
        value[line] = 0;
}

/* The lines of one row in one period, of the unearned part the numerator over *denominator. */
static enum hz_unearned_fault book(const struct hz_ledger_fold *fold, const struct hz_batch *batch,
                                   size_t r, struct rows *rows, hz_period period, hz_sum value[],
                                   int64_t *denominator)
{
    const struct hz_life_rows *life = &rows->life;
    const struct span span = span_of(fold, rows, period);
    const hz_date first = span.first, last = span.last;
    const int64_t units = rows->units[r] * life->covers[r];
    struct hz_unearned how = fold->how;
    struct hz_unearned_part part;
    how.as_of = last;
    const enum hz_unearned_fault fault = hz_life_part(&how, life, r, rows->wait_from[r], &part);
    if (fault != HZ_UNEARNED_GOOD)
        return fault;
    if (life->booked[r] >= first)
        book_start(fold, batch, r, rows, value);
    else
        book_no_start(value);
    value[HZ_LEDGER_ENDS] = life->last[r] >= first && life->last[r] <= last ? life->covers[r] : 0;
    value[HZ_LEDGER_EXPOSURE] = overlap(life->start[r], life->last[r], first, last) * units;
    value[HZ_LEDGER_IN_FORCE] = life->last[r] >= last ? life->covers[r] : 0;
    /* What was to come, as long as no end was known. */
    value[HZ_LEDGER_REMAINING] = life->last[r] > last ? (life->end[r] - last) * units : 0;
    value[HZ_LEDGER_UNEARNED] = (hz_sum)life->contribution[r] * part.left;
    value[PERSONS_VALUE] = 0;
    *denominator = part.left == 0 ? 1 : part.whole;
    return HZ_UNEARNED_GOOD;
}

/* Counts a person at the end of a period, wherever he may be asked for. */
static void add_person(struct hz_tally *tally, struct hz_identity person, int64_t covers,
                       const struct hz_key key[])
{
    const hz_sum nothing[HZ_TALLY_VALUES] = {0};
    for (size_t l = 0; l < HZ_COUNT(levels); l++) {
        struct hz_key level[HZ_TALLY_KEYS];
        for (int k = 0; k < HZ_LEDGER_PERIOD; k++)
            level[k].text = levels[l][k] ? key[k].text : (struct hz_text){"", 0};
        level[HZ_LEDGER_PERIOD] = key[HZ_LEDGER_PERIOD];
        level[DENOMINATOR_KEY].integer = PERSONS_ROW;
        hz_tally_add_entry(tally, level, nothing, person, &covers);
    }
}

/* A person counts at the end of a period if not all of the covers were taken back. */
static void visit_person(struct hz_tally *tally, const struct hz_book_entry entry[], size_t count,
                         const void *settings)
{
    (void)settings;
    for (size_t i = 0; i < count; i++)
        if (entry[i].field[0] > 0)
            hz_tally_join(tally, &entry[i], (const hz_sum[VALUES]){[PERSONS_VALUE] = 1});
}

/* What a deposit (储金) adds: as hz-savings has it, it is owed until the day it is given back. */
static void add_deposit(struct hz_tally *tally, const struct hz_ledger_fold *fold, size_t r,
                        const struct rows *rows, struct hz_key key[])
{
    const hz_fen deposit = rows->deposit[r], refund = rows->refund[r];
    const hz_period in = hz_fiscal_of(rows->life.start[r], fold->grain, fold->shift);
    const hz_period out = hz_fiscal_of(rows->life.last[r], fold->grain, fold->shift);
    hz_period period = in > fold->first ? in : fold->first;
    key[DENOMINATOR_KEY].integer = DEPOSIT_ROW;
    for (; period <= out && period <= fold->last; period++) {
        const bool is_out = period == out;
        const hz_sum value[HZ_TALLY_VALUES] = {
            [HZ_LEDGER_DEPOSITS_IN - COVER_VALUES] = period == in ? deposit : 0,
            [HZ_LEDGER_DEPOSITS_OUT - COVER_VALUES] = is_out ? refund : 0,
            [HZ_LEDGER_DEPOSITS_KEPT - COVER_VALUES] = is_out ? deposit - refund : 0,
            [HZ_LEDGER_DEPOSITS - COVER_VALUES] = is_out ? 0 : deposit};
        key[HZ_LEDGER_PERIOD].integer = period;
        hz_tally_add(tally, key, value);
    }
}

/* A cover that ended before its term: what of its contribution was then not yet earned. */
static void add_lapse(struct hz_tally *tally, const struct hz_ledger_fold *fold, size_t r,
                      const struct rows *rows, struct hz_key key[])
{
    const struct hz_life_rows *life = &rows->life;
    const struct hz_cover term = {life->start[r], life->end[r], rows->wait_from[r]};
    const hz_period period = hz_fiscal_of(life->last[r], fold->grain, fold->shift);
    struct hz_unearned how = fold->how;
    struct hz_unearned_part part;
    how.as_of = life->last[r];
    if (period < fold->first || period > fold->last ||
        hz_unearned_part(&how, &term, &part) != HZ_UNEARNED_GOOD)
        return;
    const hz_sum value[HZ_TALLY_VALUES] = {life->covers[r],
                                           (hz_sum)life->contribution[r] * part.left};
    key[HZ_LEDGER_PERIOD].integer = period;
    key[DENOMINATOR_KEY].integer = LAPSE_ROWS - part.whole;
    hz_tally_add(tally, key, value);
}

/*
 * Whether the periods after `from` and before `to` are covered from their first to their last day,
 * and are so many that they need not be booked one by one. Those of a seat that was swapped are
 * paid for longer than they are covered.
 */
static bool runs(const struct hz_ledger_fold *fold, struct rows *rows, size_t r, hz_period from,
                 hz_period to)
{
    enum { FEW = 2 };
    const struct hz_life_rows *life = &rows->life;
    return fold->how.method == HZ_UNEARNED_DAILY && to - from > FEW + 1 &&
           life->paid_to[r] == life->last[r] &&
           life->start[r] <= span_of(fold, rows, from + 1).first &&
           (life->entry[r] != HZ_ENTRY_REFUND || life->booked[r] == life->start[r]);
}

/* Adds what runs in the periods after `from` and before `to`. */
static void add_running(struct hz_tally *tally, size_t r, const struct rows *rows, hz_period from,
                        hz_period to, struct hz_key key[])
{
    const struct hz_life_rows *life = &rows->life;
    const hz_sum units = (hz_sum)rows->units[r] * life->covers[r];
    hz_sum value[HZ_TALLY_VALUES] = {[RUNNING_COVERS] = life->covers[r],
                                     [RUNNING_UNITS] = units,
                                     [UNITS_BY_END] = units * life->end[r],
                                     [RUNNING_MONEY] = life->contribution[r],
                                     [MONEY_BY_END] = (hz_sum)life->contribution[r] * life->end[r]};
    key[DENOMINATOR_KEY].integer = RUNNING_ROWS - (life->end[r] - life->start[r] + 1);
    key[HZ_LEDGER_PERIOD].integer = from + 1;
    hz_tally_add(tally, key, value);
    for (int v = 0; v < RUNNING; v++)
        value[v] = -value[v];
    key[HZ_LEDGER_PERIOD].integer = to;
    hz_tally_add(tally, key, value);
}

/* Adds a row, and its person, if that is told, to all periods that it is in, or rejects it. */
static void absorb_row(struct hz_tally *tally, struct hz_batch *batch, size_t r,
                       const struct hz_ledger_fold *fold, struct rows *rows,
                       const struct hz_identity *person)
{
    const struct hz_life_rows *life = &rows->life;
    struct hz_key key[HZ_TALLY_KEYS];
    hz_sum value[HZ_TALLY_VALUES];
    hz_ledger_key(batch, PLAN, r, key);
    const hz_period from = rows->from[r] > fold->first ? rows->from[r] : fold->first;
    const hz_period to = rows->to[r] < fold->last ? rows->to[r] : fold->last;
    for (hz_period period = from; period <= to; period++) {
        const enum hz_unearned_fault fault =
            book(fold, batch, r, rows, period, value, &key[DENOMINATOR_KEY].integer);
        if (fault != HZ_UNEARNED_GOOD) {
            hz_batch_reject(batch, r, fault == HZ_UNEARNED_WAIT_AFTER_START ? WAIT_FROM : END,
                            hz_unearned_fault_code(fault), "%s", hz_unearned_fault_text(fault));
            return;
        }
        key[HZ_LEDGER_PERIOD].integer = period;
        hz_tally_add(tally, key, value);
        if (person && value[HZ_LEDGER_IN_FORCE] != 0)
            add_person(tally, *person, life->covers[r], key);
        if (period == from && !person && runs(fold, rows, r, from, to)) {
            add_running(tally, r, rows, from, to, key);
            period = to - 1;
        }
    }
    if (life->paid_to[r] < life->end[r] && life->covers[r] != 0)
        add_lapse(tally, fold, r, rows, key);
    if (rows->deposit[r] != 0)
        add_deposit(tally, fold, r, rows, key);
}

static void absorb(struct hz_tally *tally, struct hz_batch *batch, const void *settings)
{
    const struct hz_ledger_fold *fold = settings;
    struct hz_persons_key persons = hz_persons_take(&fold->key);
    struct rows rows;
    read_rows(batch, fold, &rows);
    for (size_t r = 0; r < batch->rows; r++) {
        struct hz_identity person;
        const bool is_named = !batch->rejected[r] && fold->persons &&
                              hz_persons_find(&persons, batch, PERSON, r, &person);
        if (!batch->rejected[r])
            absorb_row(tally, batch, r, fold, &rows, is_named ? &person : NULL);
    }
    hz_persons_release(&persons);
}

static bool accepts(const struct hz_key key[], const hz_sum value[], const void *settings)
{
    const struct hz_ledger_fold *fold = settings;
    const int64_t sort = key[DENOMINATOR_KEY].integer;
    (void)value;
    return hz_period_is_any(key[HZ_LEDGER_PERIOD].integer, fold->grain) && sort != 0 &&
           sort != LAPSE_ROWS && sort != RUNNING_ROWS && sort > INT64_MIN / 2;
}

/* ---- Printing */

/* Sums of fractions, one a line that is made of them. */
struct fractions {
    struct hz_rational *unearned, *lapsed;
};

static void add_row(const struct hz_tally_row *row, hz_sum line[], struct fractions *fractions)
{
    const int64_t sort = row->key[DENOMINATOR_KEY].integer;
    if (sort > 0) {
        for (int l = 0; l < HZ_LEDGER_UNEARNED; l++)
            line[l] += row->value[l];
        hz_rational_add(fractions->unearned, row->value[HZ_LEDGER_UNEARNED], sort);
    } else if (sort == DEPOSIT_ROW) {
        for (int l = HZ_LEDGER_DEPOSITS_IN; l <= HZ_LEDGER_DEPOSITS; l++)
            line[l] = row->value[l - COVER_VALUES];
    } else if (sort == PERSONS_ROW) {
        line[HZ_LEDGER_PERSONS] = row->value[PERSONS_VALUE];
    } else {
        line[HZ_LEDGER_LAPSES] += row->value[0];
        hz_rational_add(fractions->lapsed, row->value[1], LAPSE_ROWS - sort);
    }
}

/* What runs in a part, by the denominator of its unearned part. */
struct running {
    struct hz_index of; /* of struct run */
    bool is_any;
};
struct run {
    struct hz_identity denominator; /* its lower half */
    hz_sum sum[RUNNING];
};

static void run_on(struct running *running, const struct hz_tally_row *row)
{
    const int64_t denominator = RUNNING_ROWS - row->key[DENOMINATOR_KEY].integer;
    struct run *run =
        hz_index_add(&running->of, (struct hz_identity){.low = (uint64_t)denominator}, NULL);
    for (int v = 0; v < RUNNING; v++)
        run->sum[v] += row->value[v];
}

/* Adds what runs to the lines of a period. */
static void add_runs(struct running *running, const struct hz_ledger_fold *fold, hz_period period,
                     hz_sum line[], struct fractions *fractions)
{
    const hz_date first = hz_fiscal_first(period, fold->grain, fold->shift);
    const hz_date last = hz_fiscal_last(period, fold->grain, fold->shift);
    running->is_any = false;
    for (uint32_t i = 0; i < running->of.count; i++) {
        const struct run *run = hz_index_at(&running->of, i);
        line[HZ_LEDGER_EXPOSURE] += run->sum[RUNNING_UNITS] * (last - first + 1);
        line[HZ_LEDGER_IN_FORCE] += run->sum[RUNNING_COVERS];
        line[HZ_LEDGER_REMAINING] += run->sum[UNITS_BY_END] - run->sum[RUNNING_UNITS] * last;
        hz_rational_add(fractions->unearned,
                        run->sum[MONEY_BY_END] - run->sum[RUNNING_MONEY] * last,
                        (hz_sum)run->denominator.low);
        for (int v = 0; v < RUNNING; v++)
            running->is_any |= run->sum[v] != 0;
    }
}

static void print_lines(const struct hz_ledger_fold *fold, const struct hz_key key[], hz_sum line[],
                        struct fractions *fractions, struct hz_table *table)
{
    line[HZ_LEDGER_UNEARNED] = hz_rational_round(fractions->unearned);
    line[HZ_LEDGER_LAPSED] = hz_rational_round(fractions->lapsed);
    hz_rational_free(fractions->unearned);
    hz_rational_free(fractions->lapsed);
    hz_ledger_lines(fold, key, 0, HZ_LEDGER_MEMBER_LINES, line, table);
}

/* Prints the periods of a part, whose rows are those from `from` to before `to`. */
static void print_part(const struct hz_tally *tally, size_t from, size_t to,
                       const struct hz_ledger_fold *fold, struct hz_table *table)
{
    struct running running = {.of.size = sizeof(struct run)};
    struct hz_tally_row row = hz_tally_row(tally, from);
    struct hz_key key[HZ_TALLY_KEYS];
    memcpy(key, row.key, sizeof key);
    for (size_t i = from; i < to;) {
        struct fractions fractions = {hz_rational_new(), hz_rational_new()};
        hz_sum line[HZ_LEDGER_MEMBER_LINES] = {0};
        while (i < to && row.key[HZ_LEDGER_PERIOD].integer == key[HZ_LEDGER_PERIOD].integer) {
            if (row.key[DENOMINATOR_KEY].integer < RUNNING_ROWS)
                run_on(&running, &row);
            else
                add_row(&row, line, &fractions);
            if (++i < to)
                row = hz_tally_row(tally, i);
        }
        add_runs(&running, fold, (hz_period)key[HZ_LEDGER_PERIOD].integer, line, &fractions);
        print_lines(fold, key, line, &fractions, table);
        key[HZ_LEDGER_PERIOD].integer =
            running.is_any ? key[HZ_LEDGER_PERIOD].integer + 1 : row.key[HZ_LEDGER_PERIOD].integer;
    }
    hz_index_free(&running.of);
}

static bool finish(struct hz_tally *tally, const void *settings, struct hz_table *table,
                   struct hz_error *err)
{
    const struct hz_ledger_fold *fold = settings;
    if (fold->persons && !hz_tally_settle(tally, DENOMINATOR_KEY, visit_person, fold, err))
        return false;
    hz_ledger_head(table);
    hz_tally_sort(tally);
    for (size_t from = 0, to; from < hz_tally_size(tally); from = to) {
        to = hz_tally_group_end(tally, from, HZ_LEDGER_PERIOD);
        print_part(tally, from, to, fold, table);
    }
    return true;
}

void hz_ledger_members(struct hz_ledger_fold *settings, struct hz_fold *fold)
{
    static const char *const names[] = {
        [UNITS] = "units",    [ENTER_TYPE] = "enter_type",   [DEPOSIT] = "deposit",
        [REFUND] = "refund",  [PAYER] = "contribution_self", "contribution_unit",
        "contribution_union", "contribution_government"};
    struct hz_column *column = settings->column;
    hz_life_columns(0, column);
    column[WAIT_FROM] = (struct hz_column){.name = "wait_from", .is_optional = true};
    hz_ledger_columns(column + PLAN);
    for (int c = UNITS; c < PERSON; c++)
        column[c] = (struct hz_column){.name = names[c], .is_optional = true};
    column[PERSON] = (struct hz_column){.name = settings->persons, .is_personal = true};
    column[PERSON + 1] = (struct hz_column){0};
    *fold = (struct hz_fold){.columns = column,
                             .settings = settings,
                             .absorb = absorb,
                             .finish = finish,
                             .accepts = accepts,
                             .persons = settings->persons};
    hz_ledger_layout(&fold->layout);
    hz_tally_key(&fold->layout, "denominator", HZ_KEY_INTEGER);
    for (int line = 0; line < COVER_VALUES; line++)
        hz_tally_value(&fold->layout, hz_ledger_items[line].name, HZ_VALUE_SUM);
    if (!settings->persons)
        return;
    hz_tally_value(&fold->layout, hz_ledger_items[HZ_LEDGER_PERSONS].name, HZ_VALUE_SUM);
    fold->layout.when = DENOMINATOR_KEY;
    fold->layout.book = (struct hz_book_layout){.fields = 1, .field = {{"covers", HZ_BOOK_SUM}}};
}

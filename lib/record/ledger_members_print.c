/*
 * ledger_members_print.c: see ledger_members.h. A part's spells become rows of periods first: of
 * those in which they begin and end, and one for what runs in all periods between, which is linear
 * in their last days: it is added where it begins, and taken away where it ends.
 */

#include "record/ledger_members.h"

#include "base/identity.h"
#include "base/rational.h"

struct spell {
    int64_t from, to, days;
};

static struct spell spell_of(int64_t period, int64_t sort)
{
    const int64_t rest = HZ_LEDGER_SPELL_ROWS - sort;
    return (struct spell){period, period + (rest >> 16), rest & 0xFFFF};
}

bool hz_ledger_members_accepts(const struct hz_key key[], const hz_sum value[],
                               const void *settings)
{
    const struct hz_ledger_fold *fold = settings;
    const int64_t sort = key[HZ_LEDGER_DENOMINATOR].integer;
    const int64_t from = key[HZ_LEDGER_PERIOD].integer;
    (void)value;
    if (sort > HZ_LEDGER_SPELL_ROWS)
        return hz_period_is_any(from, fold->grain) && sort != 0 && sort != HZ_LEDGER_LAPSE_ROWS;
    if (from < (int64_t)fold->first - 1 || from > fold->last)
        return false;
    const struct spell spell = spell_of(from, sort);
    return spell.days >= 1 && spell.days <= HZ_TERM_DAYS && spell.to >= spell.from &&
           spell.to >= fold->first && spell.to <= (int64_t)fold->last + 1;
}

/* ---- Spells */

/* What runs, by the denominator of its unearned part: rows of RUNNING_ROWS less it. */
static const int64_t RUNNING_ROWS = INT64_MIN / 2;
enum { RUNNING_COVERS, RUNNING_UNITS, UNITS_BY_END, RUNNING_MONEY, MONEY_BY_END, RUNNING };

static hz_sum money_of(const hz_sum value[])
{
    hz_sum money = 0;
    for (int line = HZ_LEDGER_SELF; line <= HZ_LEDGER_OTHER; line++)
        money += value[line];
    return money;
}

/* The lines of a period that a spell begins or ends in, or that is the first or last told. */
static void add_period(struct hz_tally *part, const struct hz_ledger_fold *fold,
                       const struct spell *spell, hz_period period, struct hz_tally_row *row)
{
    const hz_sum *sum = row->value;
    const bool is_first = period == spell->from, is_last = period == spell->to;
    const hz_date first = hz_fiscal_first(period, fold->grain, fold->shift);
    const hz_date last = hz_fiscal_last(period, fold->grain, fold->shift);
    hz_sum value[HZ_LEDGER_VALUES] = {0};
    for (int line = HZ_LEDGER_COVERS; line <= HZ_LEDGER_OTHER && is_first; line++)
        value[line] = sum[line];
    value[HZ_LEDGER_ENDS] = is_last ? sum[HZ_LEDGER_COVERS] : 0;
    value[HZ_LEDGER_EXPOSURE] = sum[HZ_SPELL_UNITS] * (last - first + 1) -
                                (is_first ? sum[HZ_SPELL_BEFORE] : 0) -
                                (is_last ? sum[HZ_SPELL_AFTER] : 0);
    value[HZ_LEDGER_IN_FORCE] = is_last ? sum[HZ_SPELL_IN_FORCE] : sum[HZ_LEDGER_COVERS];
    if (!is_last) {
        value[HZ_LEDGER_REMAINING] = sum[HZ_SPELL_UNITS_BY_END] - sum[HZ_SPELL_UNITS] * last;
        value[HZ_LEDGER_UNEARNED] = sum[HZ_SPELL_MONEY_BY_END] - money_of(sum) * last;
    }
    row->key[HZ_LEDGER_PERIOD].integer = period;
    row->key[HZ_LEDGER_DENOMINATOR].integer = spell->days;
    hz_tally_add(part, row->key, value);
}

static void add_running(struct hz_tally *part, const struct spell *spell, hz_period from,
                        hz_period to, struct hz_tally_row *row)
{
    hz_sum value[HZ_LEDGER_VALUES] = {[RUNNING_COVERS] = row->value[HZ_LEDGER_COVERS],
                                      [RUNNING_UNITS] = row->value[HZ_SPELL_UNITS],
                                      [UNITS_BY_END] = row->value[HZ_SPELL_UNITS_BY_END],
                                      [RUNNING_MONEY] = money_of(row->value),
                                      [MONEY_BY_END] = row->value[HZ_SPELL_MONEY_BY_END]};
    row->key[HZ_LEDGER_DENOMINATOR].integer = RUNNING_ROWS - spell->days;
    row->key[HZ_LEDGER_PERIOD].integer = from;
    hz_tally_add(part, row->key, value);
    for (int v = 0; v < RUNNING; v++)
        value[v] = -value[v];
    row->key[HZ_LEDGER_PERIOD].integer = to;
    hz_tally_add(part, row->key, value);
}

static void add_spell(struct hz_tally *part, const struct hz_ledger_fold *fold,
                      struct hz_tally_row *row)
{
    const struct spell spell =
        spell_of(row->key[HZ_LEDGER_PERIOD].integer, row->key[HZ_LEDGER_DENOMINATOR].integer);
    const hz_period from = (hz_period)(spell.from > fold->first ? spell.from : fold->first);
    const hz_period to = (hz_period)(spell.to < fold->last ? spell.to : fold->last);
    add_period(part, fold, &spell, from, row);
    if (from + 1 < to)
        add_running(part, &spell, from + 1, to, row);
    if (from < to)
        add_period(part, fold, &spell, to, row);
}

/* A part's rows, `from` to before `to`, by period, sorted. */
static struct hz_tally *by_period(const struct hz_tally *tally, size_t from, size_t to,
                                  const struct hz_ledger_fold *fold)
{
    struct hz_tally_layout layout = *hz_tally_layout(tally);
    layout.book.fields = 0;
    struct hz_tally *part = hz_tally_new(&layout);
    for (size_t i = from; i < to; i++) {
        struct hz_tally_row row = hz_tally_row(tally, i);
        if (row.key[HZ_LEDGER_DENOMINATOR].integer > HZ_LEDGER_SPELL_ROWS)
            hz_tally_add(part, row.key, row.value);
        else
            add_spell(part, fold, &row);
    }
    hz_tally_sort(part);
    return part;
}

/* ---- Printing */

/* Sums of fractions, one a line that is made of them. */
struct fractions {
    struct hz_rational *unearned, *lapsed;
};

static void add_row(const struct hz_tally_row *row, hz_sum line[], struct fractions *fractions)
{
    const int64_t sort = row->key[HZ_LEDGER_DENOMINATOR].integer;
    if (sort > 0) {
        for (int l = 0; l < HZ_LEDGER_UNEARNED; l++)
            line[l] += row->value[l];
        hz_rational_add(fractions->unearned, row->value[HZ_LEDGER_UNEARNED], sort);
    } else if (sort == HZ_LEDGER_DEPOSIT_ROW) {
        for (int l = HZ_LEDGER_DEPOSITS_IN; l <= HZ_LEDGER_DEPOSITS; l++)
            line[l] = row->value[l - HZ_LEDGER_COVER_VALUES];
    } else if (sort == HZ_LEDGER_PERSONS_ROW) {
        line[HZ_LEDGER_PERSONS] = row->value[HZ_LEDGER_PERSONS_VALUE];
    } else {
        line[HZ_LEDGER_LAPSES] += row->value[0];
        hz_rational_add(fractions->lapsed, row->value[1], HZ_LEDGER_LAPSE_ROWS - sort);
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
    const int64_t denominator = RUNNING_ROWS - row->key[HZ_LEDGER_DENOMINATOR].integer;
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

/* A person counts at the end of a period if not all of the covers were taken back. */
static void visit_person(struct hz_tally *tally, const struct hz_book_entry entry[], size_t count,
                         const void *settings)
{
    (void)settings;
    for (size_t i = 0; i < count; i++)
        if (entry[i].field[0] > 0)
            hz_tally_join_sum(tally, &entry[i], HZ_LEDGER_PERSONS_VALUE, 1);
}

/* Prints the periods of a part. */
static void print_part(const struct hz_tally *part, const struct hz_ledger_fold *fold,
                       struct hz_table *table)
{
    const size_t rows = hz_tally_size(part);
    struct running running = {.of.size = sizeof(struct run)};
    struct hz_tally_row row = hz_tally_row(part, 0);
    struct hz_key key[HZ_TALLY_KEYS];
    memcpy(key, row.key, sizeof key);
    for (size_t i = 0; i < rows;) {
        struct fractions fractions = {hz_rational_new(), hz_rational_new()};
        hz_sum line[HZ_LEDGER_MEMBER_LINES] = {0};
        while (i < rows && row.key[HZ_LEDGER_PERIOD].integer == key[HZ_LEDGER_PERIOD].integer) {
            if (row.key[HZ_LEDGER_DENOMINATOR].integer < RUNNING_ROWS)
                run_on(&running, &row);
            else
                add_row(&row, line, &fractions);
            if (++i < rows)
                row = hz_tally_row(part, i);
        }
        add_runs(&running, fold, (hz_period)key[HZ_LEDGER_PERIOD].integer, line, &fractions);
        print_lines(fold, key, line, &fractions, table);
        key[HZ_LEDGER_PERIOD].integer =
            running.is_any ? key[HZ_LEDGER_PERIOD].integer + 1 : row.key[HZ_LEDGER_PERIOD].integer;
    }
    hz_index_free(&running.of);
}

bool hz_ledger_members_finish(struct hz_tally *tally, const void *settings, struct hz_table *table,
                              struct hz_error *err)
{
    const struct hz_ledger_fold *fold = settings;
    if (fold->persons && !hz_tally_settle(tally, HZ_LEDGER_DENOMINATOR, visit_person, fold, err))
        return false;
    hz_ledger_head(table);
    hz_tally_sort(tally);
    for (size_t from = 0, to; from < hz_tally_size(tally); from = to) {
        to = hz_tally_group_end(tally, from, HZ_LEDGER_PERIOD);
        struct hz_tally *part = by_period(tally, from, to, fold);
        print_part(part, fold, table);
        hz_tally_free(part);
    }
    return true;
}

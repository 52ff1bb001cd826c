/* ledger_members.c: the ledger of member records: rows in; see ledger_fold.h. */

#include "record/ledger_members.h"
#include "file/forms.h"
#include "record/spans.h"
#include "stream/gather.h"

#include <assert.h>

enum { END = HZ_LIFE_END, WAIT_FROM = HZ_LIFE_COLUMNS, PLAN, OFFICE, PROVINCE, UNITS, ENTER_TYPE };
enum { DEPOSIT = HZ_LIFE_DEPOSIT, REFUND = ENTER_TYPE + 1, PAYER, PAYERS = 4 };
enum { PERSON = PAYER + PAYERS };
static_assert(PERSON + 2 <= HZ_LEDGER_OWN_COLUMNS, "room for the list and its end");

/* Which of province, office and plan persons are counted within. */
static const bool levels[][HZ_LEDGER_PERIOD] = {{false, false, false}, {true, false, false},
                                                {true, true, false},   {false, false, true},
                                                {true, false, true},   {true, true, true}};

/* ---- Rows in */

/* A batch of member records as the ledger needs them. */
struct rows {
    struct hz_life_rows life;
    hz_date wait_from[HZ_BATCH_ROWS];
    bool has_payers; /* columns of them */
    hz_fen payer[PAYERS][HZ_BATCH_ROWS];
    hz_fen deposit[HZ_BATCH_ROWS], refund[HZ_BATCH_ROWS];
    int64_t units[HZ_BATCH_ROWS];
    hz_period from[HZ_BATCH_ROWS], to[HZ_BATCH_ROWS]; /* when it is booked, and earns last */
    struct hz_spans spans;
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
    rows->has_payers = false;
    for (int p = 0; p < PAYERS; p++)
        rows->has_payers |= batch->column[PAYER + p] != NULL;
    if (!rows->has_payers)
        memset(rows->payer, 0, sizeof rows->payer);
    for (int p = 0; p < PAYERS && rows->has_payers; p++)
        hz_batch_fen_or(batch, PAYER + p, 0, rows->payer[p]);
    for (size_t r = 0; r < batch->rows && rows->has_payers; r++) {
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
    hz_spans_begin(&rows->spans, fold->grain, fold->shift);
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

static int64_t overlap(hz_date from, hz_date to, hz_date first, hz_date last)
{
    const hz_date a = from > first ? from : first, b = to < last ? to : last;
    return a <= b ? b - a + 1 : 0;
}

/*
 * By what the plan or the record calls it: its enter_type; or else, without one, who has paid:
 * somebody, but not the member. Nobody pays for a deposit (储金), which is no gift.
 */
static inline bool is_gift(const struct hz_ledger_fold *fold, const struct hz_batch *batch,
                           size_t r, const struct rows *rows)
{
    const struct hz_text *type = batch->column[ENTER_TYPE];
    if (fold->plans) {
        size_t at = 0;
        const struct hz_plan *plan = hz_plans_find(
            fold->plans, batch->column[PLAN][r], (struct hz_text){"", 0}, rows->life.start[r], &at);
        if (plan && plan->is_gift)
            return true;
    }
    if (type && type[r].length > 0)
        return hz_text_equal(type[r], hz_text_of("gift"));
    const hz_fen all = rows->life.contribution[r];
    hz_sum others = 0;
    for (int p = 1; p < PAYERS; p++)
        others += rows->payer[p][r];
    return all == 0 ? rows->deposit[r] == 0 : others == all;
}

static inline bool is_renewal(const struct hz_batch *batch, size_t r)
{
    const struct hz_text *type = batch->column[ENTER_TYPE];
    return type && hz_text_equal(type[r], hz_text_of("renew"));
}

/* Of a contribution what no payer is named for. */
static hz_fen other_of(const struct rows *rows, size_t r)
{
    hz_fen other = rows->life.contribution[r];
    for (int p = 0; p < PAYERS && rows->has_payers; p++)
        other -= rows->payer[p][r];
    return other;
}

static void book_start(const struct hz_ledger_fold *fold, const struct hz_batch *batch, size_t r,
                       const struct rows *rows, hz_sum value[])
{
    const int covers = rows->life.covers[r];
    value[HZ_LEDGER_COVERS] = covers;
    value[HZ_LEDGER_RENEWALS] = is_renewal(batch, r) ? covers : 0;
    value[HZ_LEDGER_GIFTS] = is_gift(fold, batch, r, rows) ? covers : 0;
    value[HZ_LEDGER_OTHER] = other_of(rows, r);
    for (int p = 0; p < PAYERS; p++)
        value[HZ_LEDGER_SELF + p] = rows->payer[p][r];
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
    const struct hz_span span = hz_spans_at(&rows->spans, period);
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
    value[HZ_LEDGER_PERSONS_VALUE] = 0;
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
        level[HZ_LEDGER_DENOMINATOR].integer = HZ_LEDGER_PERSONS_ROW;
        hz_tally_add_entry(tally, level, nothing, person, &covers);
    }
}

/* What a deposit (储金) adds: as hz-savings has it, it is owed until the day it is given back. */
static void add_deposit(struct hz_tally *tally, const struct hz_ledger_fold *fold, size_t r,
                        const struct rows *rows, struct hz_key key[])
{
    const hz_fen deposit = rows->deposit[r], refund = rows->refund[r];
    const hz_period in = hz_fiscal_of(rows->life.start[r], fold->grain, fold->shift);
    const hz_period out = hz_fiscal_of(rows->life.last[r], fold->grain, fold->shift);
    hz_period period = in > fold->first ? in : fold->first;
    key[HZ_LEDGER_DENOMINATOR].integer = HZ_LEDGER_DEPOSIT_ROW;
    for (; period <= out && period <= fold->last; period++) {
        const bool is_out = period == out;
        const hz_sum value[HZ_TALLY_VALUES] = {
            [HZ_LEDGER_DEPOSITS_IN - HZ_LEDGER_COVER_VALUES] = period == in ? deposit : 0,
            [HZ_LEDGER_DEPOSITS_OUT - HZ_LEDGER_COVER_VALUES] = is_out ? refund : 0,
            [HZ_LEDGER_DEPOSITS_KEPT - HZ_LEDGER_COVER_VALUES] = is_out ? deposit - refund : 0,
            [HZ_LEDGER_DEPOSITS - HZ_LEDGER_COVER_VALUES] = is_out ? 0 : deposit};
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
    key[HZ_LEDGER_DENOMINATOR].integer = HZ_LEDGER_LAPSE_ROWS - part.whole;
    hz_tally_add(tally, key, value);
}

/* What a row adds besides its periods' lines. */
static inline void add_more(struct hz_tally *tally, const struct hz_batch *batch, size_t r,
                            const struct hz_ledger_fold *fold, const struct rows *rows)
{
    const struct hz_life_rows *life = &rows->life;
    struct hz_key key[HZ_TALLY_KEYS];
    const bool has_lapsed = life->paid_to[r] < life->end[r] && life->covers[r] != 0;
    if (!has_lapsed && rows->deposit[r] == 0)
        return;
    hz_ledger_key(batch, PLAN, r, key);
    if (has_lapsed)
        add_lapse(tally, fold, r, rows, key);
    if (rows->deposit[r] != 0)
        add_deposit(tally, fold, r, rows, key);
}

/* ---- Spells */

/*
 * Whether a row is of a spell: of a cover that earns by the day until its last one, as nearly all
 * do. Others are booked period by period.
 */
static inline bool is_spell(const struct hz_ledger_fold *fold, const struct rows *rows, size_t r)
{
    const struct hz_life_rows *life = &rows->life;
    return fold->how.method == HZ_UNEARNED_DAILY && !fold->persons &&
           life->entry[r] != HZ_ENTRY_REFUND && life->paid_to[r] == life->last[r] &&
           life->end[r] - life->start[r] < HZ_TERM_DAYS;
}

/* Spells of a batch in columns; payers' parts stand where they were read. */
struct spells {
    struct hz_gather gather;
    struct hz_text province[HZ_BATCH_ROWS];
    int64_t period[HZ_BATCH_ROWS], sort[HZ_BATCH_ROWS];
    int64_t value[HZ_LEDGER_VALUES][HZ_BATCH_ROWS];
};

static void begin_spells(struct spells *spells, struct hz_tally *tally,
                         const struct hz_batch *batch, const struct rows *rows)
{
    struct hz_gather *gather = &spells->gather;
    hz_gather_begin(gather, tally);
    hz_ledger_gather(batch, PLAN, spells->province, gather);
    gather->columns.integer[HZ_LEDGER_PERIOD] = spells->period;
    gather->columns.integer[HZ_LEDGER_DENOMINATOR] = spells->sort;
    for (int v = 0; v < HZ_LEDGER_VALUES; v++)
        gather->columns.value[v] = spells->value[v];
    for (int p = 0; p < PAYERS; p++)
        gather->columns.value[HZ_LEDGER_SELF + p] = rows->has_payers ? rows->payer[p] : NULL;
}

static void add_spell(struct spells *spells, const struct hz_batch *batch, size_t r,
                      const struct hz_ledger_fold *fold, struct rows *rows)
{
    const struct hz_life_rows *life = &rows->life;
    const hz_period from = rows->from[r] < fold->first ? fold->first - 1 : rows->from[r];
    const hz_period to = rows->to[r] > fold->last ? fold->last + 1 : rows->to[r];
    if (from > fold->last || to < fold->first)
        return;
    const hz_date first = hz_spans_at(&rows->spans, from).first;
    const hz_date last = hz_spans_at(&rows->spans, to).last;
    const int covers = life->covers[r];
    const int64_t units = rows->units[r] * covers, end = life->end[r];
    int64_t(*value)[HZ_BATCH_ROWS] = spells->value;
    spells->period[r] = from;
    spells->sort[r] = hz_spell_sort(to - from, end - life->start[r] + 1);
    value[HZ_LEDGER_COVERS][r] = covers;
    value[HZ_LEDGER_RENEWALS][r] = is_renewal(batch, r) ? covers : 0;
    value[HZ_LEDGER_GIFTS][r] = is_gift(fold, batch, r, rows) ? covers : 0;
    value[HZ_LEDGER_OTHER][r] = other_of(rows, r);
    value[HZ_SPELL_UNITS][r] = units;
    value[HZ_SPELL_BEFORE][r] = units * (life->start[r] - first);
    value[HZ_SPELL_AFTER][r] = units * (last - life->last[r]);
    value[HZ_SPELL_IN_FORCE][r] = life->last[r] == last ? covers : 0;
    value[HZ_SPELL_UNITS_BY_END][r] = units * end;
    value[HZ_SPELL_MONEY_BY_END][r] =
        hz_gather_product(&spells->gather, r, HZ_SPELL_MONEY_BY_END, life->contribution[r], end);
    hz_gather_row(&spells->gather, r);
}

/* ---- Rows */

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
            book(fold, batch, r, rows, period, value, &key[HZ_LEDGER_DENOMINATOR].integer);
        if (fault != HZ_UNEARNED_GOOD) {
            hz_batch_reject(batch, r, fault == HZ_UNEARNED_WAIT_AFTER_START ? WAIT_FROM : END,
                            hz_unearned_fault_code(fault), "%s", hz_unearned_fault_text(fault));
            return;
        }
        key[HZ_LEDGER_PERIOD].integer = period;
        hz_tally_add(tally, key, value);
        if (person && value[HZ_LEDGER_IN_FORCE] != 0)
            add_person(tally, *person, life->covers[r], key);
    }
    add_more(tally, batch, r, fold, rows);
}

static void absorb(struct hz_tally *tally, struct hz_batch *batch, const void *settings)
{
    const struct hz_ledger_fold *fold = settings;
    struct hz_persons_key persons = hz_persons_take(&fold->key);
    struct spells spells;
    struct rows rows;
    read_rows(batch, fold, &rows);
    begin_spells(&spells, tally, batch, &rows);
    for (size_t r = 0; r < batch->rows; r++) {
        struct hz_identity person;
        if (batch->rejected[r])
            continue;
        if (is_spell(fold, &rows, r)) {
            add_spell(&spells, batch, r, fold, &rows);
            add_more(tally, batch, r, fold, &rows);
            continue;
        }
        const bool is_named = fold->persons && hz_persons_find(&persons, batch, PERSON, r, &person);
        if (!batch->rejected[r])
            absorb_row(tally, batch, r, fold, &rows, is_named ? &person : NULL);
    }
    hz_gather_join(&spells.gather);
    hz_persons_release(&persons);
}

void hz_ledger_members(struct hz_ledger_fold *settings, struct hz_fold *fold)
{
    static const char *const names[] = {[UNITS] = "units",        [ENTER_TYPE] = "enter_type",
                                        [REFUND] = "refund",      [PAYER] = "contribution_self",
                                        "contribution_unit",      "contribution_union",
                                        "contribution_government"};
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
                             .finish = hz_ledger_members_finish,
                             .accepts = hz_ledger_members_accepts,
                             .persons = settings->persons};
    hz_ledger_layout(&fold->layout);
    hz_tally_key(&fold->layout, "denominator", HZ_KEY_INTEGER);
    for (int line = 0; line < HZ_LEDGER_COVER_VALUES; line++)
        hz_tally_value(&fold->layout, hz_ledger_items[line].name, HZ_VALUE_SUM);
    hz_tally_value(&fold->layout, hz_ledger_items[HZ_LEDGER_PERSONS].name, HZ_VALUE_SUM);
    if (!settings->persons)
        return;
    fold->layout.when = HZ_LEDGER_DENOMINATOR;
    fold->layout.book = (struct hz_book_layout){.fields = 1, .field = {{"covers", HZ_BOOK_SUM}}};
}

/*
 * exposure_fold.c: see exposure_fold.h.
 *
 * Covers of a part that have their first and their last months in common share a row of the state,
 * a spell, however long it is. When it is printed it is booked in its first month and in the one
 * after its last; the months from the one to the other follow from these: RUNNING and PRESENT are
 * what changes, and stand until they change again. What the first and the last month lack of whole
 * ones is taken off.
 */

#include "record/exposure_fold.h"

#include "base/memory.h"
#include "project/exposure_table.h"
#include "record/spans.h"
#include "stream/gather.h"

#include <assert.h>
#include <stdlib.h>

enum { PLAN = HZ_LIFE_COLUMNS, OFFICE, UNITS, ENTER_TYPE, WAIT_FROM };
static_assert(WAIT_FROM + 2 == HZ_EXPOSURE_OWN_COLUMNS, "the columns and the end of their list");

enum { PLAN_KEY, OFFICE_KEY, YEARS_AGO, PERIOD, MONTHS, KEYS }; /* MONTHS of a spell, or 0 */
enum { MOST_MONTHS = 12 * 101 };
enum {
    COVERS,
    RENEWALS,
    CONTRIBUTIONS,
    EXPOSURE, /* beside that of whole months: days of this month, */
    MISSING,  /* and days that the month before lacks */
    RUNNING,  /* units that are exposed each day, from this month on */
    PRESENT,  /* rows that say something of a month, from this one on */
    VALUES
};

/* A row as the fold needs it: what it counts, and the days it is exposed to. */
struct exposed {
    struct hz_cover cover;
    hz_date last; /* the last day covered, as it is known at the valuation */
    int64_t units;
    struct hz_key *key;
    hz_sum *value; /* covers, renewals, contributions */
};

static void add(struct hz_tally *tally, const struct exposed *e, hz_period month,
                const hz_sum value[])
{
    e->key[PERIOD].integer = month;
    hz_tally_add(tally, e->key, value);
}

/* Each month apart, by the weights of its days. */
static void absorb_weights(struct hz_tally *tally, struct hz_unearned how, const struct exposed *e,
                           int64_t left)
{
    const hz_period from = hz_period_of(e->cover.start, HZ_MONTH);
    const hz_period to = hz_period_of(e->last, HZ_MONTH);
    for (hz_period month = from; month <= to; month++) {
        const hz_date end = hz_period_last(month, HZ_MONTH);
        struct hz_unearned_part part;
        how.as_of = end < e->last ? end : e->last;
        if (hz_unearned_part(&how, &e->cover, &part) != HZ_UNEARNED_GOOD)
            return; /* as the first month was good, so are all */
        e->value[EXPOSURE] = e->units * (left - part.left);
        e->value[PRESENT] = month == from;
        add(tally, e, month, e->value);
        e->value[COVERS] = e->value[RENEWALS] = e->value[CONTRIBUTIONS] = 0;
        left = part.left;
    }
    add(tally, e, to + 1, (const hz_sum[VALUES]){[PRESENT] = -1});
}

/* Adds a cover that is of no spell to all months that it is in, or rejects its row. */
static void absorb_cover(struct hz_tally *tally, struct hz_batch *batch, size_t row,
                         struct hz_unearned how, const struct exposed *e)
{
    struct hz_unearned_part part;
    how.as_of = e->cover.start - 1;
    const enum hz_unearned_fault fault = hz_unearned_part(&how, &e->cover, &part);
    if (fault != HZ_UNEARNED_GOOD) {
        hz_batch_reject(batch, row, fault == HZ_UNEARNED_WAIT_AFTER_START ? WAIT_FROM : HZ_LIFE_END,
                        hz_unearned_fault_code(fault), "%s", hz_unearned_fault_text(fault));
        return;
    }
    absorb_weights(tally, how, e, part.left);
}

/* A refund is of the month in which it is booked; it covers nobody. */
static void absorb_refund(struct hz_tally *tally, hz_date booked, const struct exposed *e)
{
    const hz_period month = hz_period_of(booked, HZ_MONTH);
    e->value[PRESENT] = 1;
    add(tally, e, month, e->value);
    add(tally, e, month + 1, (const hz_sum[VALUES]){[PRESENT] = -1});
}

/* The last days of the years before the valuation's, as far back as was asked. */
struct ages {
    hz_date as_of;
    int known;
    hz_date end[64];
};

static hz_date end_before(hz_date as_of, int years)
{
    return hz_date_add_months(as_of + 1, -12 * years) - 1;
}

/* How many whole years before the valuation's end a cover started: 0 in the last twelve months. */
static int years_ago(struct ages *ages, hz_date start)
{
    int years = 0;
    for (;; years++) {
        if (years < (int)HZ_COUNT(ages->end) && years == ages->known)
            ages->end[ages->known++] = end_before(ages->as_of, years + 1);
        if (start > (years < ages->known ? ages->end[years] : end_before(ages->as_of, years + 1)))
            return years;
    }
}

/* A batch of member records, and its spells in columns. */
struct rows {
    struct hz_life_rows life;
    hz_date last[HZ_BATCH_ROWS]; /* days covered, as they are known at the valuation */
    hz_date wait_from[HZ_BATCH_ROWS];
    hz_period from[HZ_BATCH_ROWS], to[HZ_BATCH_ROWS]; /* months of the first and the last */
    int64_t units[HZ_BATCH_ROWS];
    const struct hz_text *type;
    struct ages ages;
    struct hz_spans spans;
    struct hz_gather gather;
    int64_t years_ago[HZ_BATCH_ROWS], period[HZ_BATCH_ROWS], months[HZ_BATCH_ROWS];
    int64_t value[VALUES][HZ_BATCH_ROWS];
};

static void read_rows(struct hz_batch *batch, hz_date as_of, struct rows *rows)
{
    struct hz_life_rows *life = &rows->life;
    hz_lives_read_lacking(batch, HZ_LIFE_MAY_LACK(HZ_LIFE_CONTRIBUTION), life);
    hz_batch_integers_or(batch, UNITS, 1, 1, 1000000, rows->units);
    hz_batch_dates_or(batch, WAIT_FROM, HZ_NO_DATE, rows->wait_from);
    rows->type = hz_batch_texts(batch, ENTER_TYPE);
    hz_batch_texts(batch, PLAN);
    hz_batch_texts(batch, OFFICE);
    for (size_t r = 0; r < batch->rows; r++)
        rows->last[r] = life->last[r] <= as_of ? life->last[r] : life->end[r];
    hz_periods_of(life->start, batch->rows, HZ_MONTH, rows->from);
    hz_periods_of(rows->last, batch->rows, HZ_MONTH, rows->to);
}

static void begin_spells(struct rows *rows, struct hz_tally *tally, const struct hz_batch *batch)
{
    struct hz_tally_columns *columns = &rows->gather.columns;
    hz_gather_begin(&rows->gather, tally);
    hz_gather_text(&rows->gather, PLAN_KEY, batch->column[PLAN]);
    hz_gather_text(&rows->gather, OFFICE_KEY, batch->column[OFFICE]);
    columns->integer[YEARS_AGO] = rows->years_ago;
    columns->integer[PERIOD] = rows->period;
    columns->integer[MONTHS] = rows->months;
    for (int v = 0; v < VALUES; v++)
        columns->value[v] = rows->value[v];
    columns->value[CONTRIBUTIONS] = rows->life.contribution;
    hz_spans_begin(&rows->spans, HZ_MONTH, 0);
}

static int renewals_of(const struct rows *rows, size_t r)
{
    return rows->type && hz_text_equal(rows->type[r], hz_text_of("renew")) ? rows->life.covers[r]
                                                                           : 0;
}

/* By days, and of a usual term: then what is exposed is linear in all days. */
static bool is_spell(const struct hz_unearned *how, const struct hz_life_rows *life, size_t r)
{
    return how->method == HZ_UNEARNED_DAILY && life->entry[r] != HZ_ENTRY_REFUND &&
           life->end[r] - life->start[r] < HZ_TERM_DAYS;
}

static void add_spell(struct rows *rows, size_t r)
{
    const hz_date start = rows->life.start[r];
    const int covers = rows->life.covers[r];
    const int64_t units = rows->units[r] * covers;
    rows->years_ago[r] = years_ago(&rows->ages, start);
    rows->period[r] = rows->from[r];
    rows->months[r] = rows->to[r] - rows->from[r] + 1;
    rows->value[COVERS][r] = covers;
    rows->value[RENEWALS][r] = renewals_of(rows, r);
    rows->value[EXPOSURE][r] = units * (hz_spans_at(&rows->spans, rows->from[r]).first - start);
    rows->value[MISSING][r] = units * (hz_spans_at(&rows->spans, rows->to[r]).last - rows->last[r]);
    rows->value[RUNNING][r] = units;
    rows->value[PRESENT][r] = 1;
    hz_gather_row(&rows->gather, r);
}

/* A row that is of no spell. */
static void add_alone(struct hz_tally *tally, struct hz_batch *batch, size_t r,
                      const struct hz_unearned *how, struct rows *rows)
{
    const struct hz_life_rows *life = &rows->life;
    struct hz_key key[HZ_TALLY_KEYS] = {{batch->column[PLAN][r], 0},
                                        {batch->column[OFFICE][r], 0},
                                        {.integer = years_ago(&rows->ages, life->start[r])}};
    hz_sum value[HZ_TALLY_VALUES] = {life->covers[r], renewals_of(rows, r), life->contribution[r]};
    const hz_date wait_from = rows->wait_from[r];
    const struct exposed e = {.cover = {life->start[r], life->end[r],
                                        wait_from == HZ_NO_DATE ? life->start[r] : wait_from},
                              .last = rows->last[r],
                              .units = rows->units[r] * life->covers[r],
                              .key = key,
                              .value = value};
    if (life->entry[r] == HZ_ENTRY_REFUND)
        absorb_refund(tally, life->booked[r], &e);
    else
        absorb_cover(tally, batch, r, *how, &e);
}

static void absorb(struct hz_tally *tally, struct hz_batch *batch, const void *settings)
{
    const struct hz_unearned *how = &((const struct hz_exposure_fold *)settings)->how;
    struct rows rows;
    rows.ages.as_of = how->as_of;
    rows.ages.known = 0;
    read_rows(batch, how->as_of, &rows);
    begin_spells(&rows, tally, batch);
    for (size_t r = 0; r < batch->rows; r++) {
        if (batch->rejected[r])
            continue;
        if (rows.life.booked[r] > how->as_of)
            hz_batch_leave_out(batch, r);
        else if (is_spell(how, &rows.life, r))
            add_spell(&rows, r);
        else
            add_alone(tally, batch, r, how, &rows);
    }
    hz_gather_join(&rows.gather);
}

static bool accepts(const struct hz_key key[], const hz_sum value[], const void *settings)
{
    const int64_t period = key[PERIOD].integer, years = key[YEARS_AGO].integer;
    const int64_t months = key[MONTHS].integer;
    const struct hz_exposure_fold *fold = settings;
    (void)value;
    /* What has ended with the last month there is ends in the one after it. */
    return years >= 0 && years < 10000 && hz_date_is_any(end_before(fold->how.as_of, (int)years)) &&
           period >= 0 && (period == 0 || hz_period_is_any(period - 1, HZ_MONTH)) && months >= 0 &&
           months <= MOST_MONTHS;
}

/* ---- Printing */

/* A plan, office and year of writing: the rows from `from` to before `to`, month by month. */
struct part {
    struct hz_text plan, office;
    hz_date written;
    hz_period first, last; /* of these the last is after all that are printed */
    hz_sum (*month)[VALUES];
};

/* The month after a spell's last one; of another row its own. */
static hz_period end_of(const struct hz_tally_row *row)
{
    return (hz_period)(row->key[PERIOD].integer + row->key[MONTHS].integer);
}

static void add_row(struct part *part, const struct hz_tally_row *row)
{
    hz_sum *begin = part->month[row->key[PERIOD].integer - part->first];
    hz_sum *end = part->month[end_of(row) - part->first];
    end[MISSING] += row->value[MISSING];
    for (int v = 0; v < VALUES; v++)
        begin[v] += v == MISSING ? 0 : row->value[v];
    if (begin == end) /* it is of no spell */
        return;
    end[RUNNING] -= row->value[RUNNING];
    end[PRESENT] -= row->value[PRESENT];
}

static struct part part_of(const struct hz_tally *tally, size_t from, size_t to, hz_date as_of)
{
    const struct hz_tally_row first = hz_tally_row(tally, from);
    struct part part = {.plan = first.key[PLAN_KEY].text,
                        .office = first.key[OFFICE_KEY].text,
                        .written = end_before(as_of, (int)first.key[YEARS_AGO].integer),
                        .first = (hz_period)first.key[PERIOD].integer,
                        .last = (hz_period)first.key[PERIOD].integer};
    for (size_t i = from; i < to; i++) {
        const struct hz_tally_row row = hz_tally_row(tally, i);
        part.last = end_of(&row) > part.last ? end_of(&row) : part.last;
    }
    part.month = hz_allocate((size_t)(part.last - part.first) + 1, sizeof *part.month);
    for (size_t i = from; i < to; i++) {
        const struct hz_tally_row row = hz_tally_row(tally, i);
        add_row(&part, &row);
    }
    return part;
}

static void print_month(const struct part *part, hz_period month, hz_sum running,
                        const hz_sum value[], hz_sum missing, struct hz_table *table)
{
    char label[HZ_PERIOD_TEXT];
    const hz_date first = hz_period_first(month, HZ_MONTH), last = hz_period_last(month, HZ_MONTH);
    hz_period_format(month, HZ_MONTH, label);
    hz_table_text(table, part->plan);
    hz_table_text(table, part->office);
    hz_table_date(table, part->written);
    hz_table_string(table, label);
    hz_table_integer(table, value[COVERS]);
    hz_table_integer(table, value[RENEWALS]);
    hz_table_money(table, value[CONTRIBUTIONS]);
    hz_table_integer(table, running * (last - first + 1) + value[EXPOSURE] - missing);
    hz_table_end_row(table);
}

/* RUNNING and PRESENT stand until they change. */
static void print_part(const struct part *part, struct hz_table *table)
{
    hz_sum running = 0, present = 0;
    for (hz_period month = part->first; month < part->last; month++) {
        hz_sum(*value)[VALUES] = &part->month[month - part->first];
        running += value[0][RUNNING];
        present += value[0][PRESENT];
        if (present > 0)
            print_month(part, month, running, value[0], value[1][MISSING], table);
    }
}

static bool finish(struct hz_tally *tally, const void *settings, struct hz_table *table,
                   struct hz_error *err)
{
    (void)err;
    const struct hz_exposure_fold *fold = settings;
    for (const char *const *name = hz_exposure_columns; *name; name++)
        hz_table_column(table, *name);
    hz_tally_sort(tally);
    for (size_t from = 0, to; from < hz_tally_size(tally); from = to) {
        to = hz_tally_group_end(tally, from, PERIOD);
        const struct part part = part_of(tally, from, to, fold->how.as_of);
        print_part(&part, table);
        free(part.month);
    }
    return true;
}

void hz_exposure_fold(struct hz_exposure_fold *settings, struct hz_fold *fold)
{
    static const char *const names[] = {"plan", "office", "units", "enter_type", "wait_from"};
    static const char *const values[VALUES] = {"covers",  "renewals", "contribution", "exposure",
                                               "missing", "running",  "present"};
    hz_life_columns(HZ_LIFE_MAY_LACK(HZ_LIFE_CONTRIBUTION), settings->column);
    for (int c = PLAN; c <= WAIT_FROM; c++)
        settings->column[c] =
            (struct hz_column){.name = names[c - PLAN], .is_optional = c > OFFICE};
    settings->column[WAIT_FROM + 1] = (struct hz_column){0};
    *fold = (struct hz_fold){.columns = settings->column,
                             .layout = {.keys = KEYS,
                                        .key = {{"plan", HZ_KEY_TEXT},
                                                {"office", HZ_KEY_TEXT},
                                                {"years_ago", HZ_KEY_INTEGER},
                                                {"period", HZ_KEY_INTEGER},
                                                {"months", HZ_KEY_INTEGER}}},
                             .settings = settings,
                             .absorb = absorb,
                             .finish = finish,
                             .accepts = accepts};
    for (int v = 0; v < VALUES; v++)
        hz_tally_value(&fold->layout, values[v], HZ_VALUE_SUM);
}

/* exposure_fold.c: see exposure_fold.h. */

#include "record/exposure_fold.h"

#include "project/exposure_table.h"

#include <assert.h>

enum { PLAN = HZ_LIFE_COLUMNS, OFFICE, UNITS, ENTER_TYPE, WAIT_FROM };
static_assert(WAIT_FROM + 2 == HZ_EXPOSURE_OWN_COLUMNS, "the columns and the end of their list");

enum { PLAN_KEY, OFFICE_KEY, YEARS_AGO, PERIOD, KEYS };
enum { COVERS, RENEWALS, CONTRIBUTIONS, EXPOSURE, VALUES };

/* How many whole years before the valuation's end a cover started: 0 in the last twelve months. */
static int years_ago(hz_date start, hz_date as_of)
{
    int years = 0;
    while (start <= hz_date_add_months(as_of + 1, -12 * (years + 1)) - 1)
        years++;
    return years;
}

/* A row as the fold needs it: what it counts, and the days it is exposed to. */
struct exposed {
    struct hz_cover cover;
    hz_date last; /* the last day covered, as it is known at the valuation */
    int64_t units;
    struct hz_key *key;
    hz_sum *value;
};

/* Adds a cover to all months that it is in, or rejects its row. */
static void absorb_cover(struct hz_tally *tally, struct hz_batch *batch, size_t row,
                         struct hz_unearned how, const struct exposed *e)
{
    const hz_period to = hz_period_of(e->last, HZ_MONTH);
    struct hz_unearned_part before, after;
    how.as_of = e->cover.start - 1;
    for (hz_period month = hz_period_of(e->cover.start, HZ_MONTH); month <= to; month++) {
        const hz_date end = hz_period_last(month, HZ_MONTH);
        enum hz_unearned_fault fault = hz_unearned_part(&how, &e->cover, &before);
        how.as_of = end < e->last ? end : e->last;
        if (fault == HZ_UNEARNED_GOOD)
            fault = hz_unearned_part(&how, &e->cover, &after);
        if (fault != HZ_UNEARNED_GOOD) {
            hz_batch_reject(batch, row,
                            fault == HZ_UNEARNED_WAIT_AFTER_START ? WAIT_FROM : HZ_LIFE_END,
                            hz_unearned_fault_code(fault), "%s", hz_unearned_fault_text(fault));
            return;
        }
        e->value[EXPOSURE] = e->units * (before.left - after.left);
        e->key[PERIOD].integer = month;
        hz_tally_add(tally, e->key, e->value);
        e->value[COVERS] = e->value[RENEWALS] = e->value[CONTRIBUTIONS] = 0;
    }
}

/* A refund is of the month in which it is booked; it covers nobody. */
static void absorb_refund(struct hz_tally *tally, hz_date booked, const struct exposed *e)
{
    e->key[PERIOD].integer = hz_period_of(booked, HZ_MONTH);
    e->value[EXPOSURE] = 0;
    hz_tally_add(tally, e->key, e->value);
}

static void absorb(struct hz_tally *tally, struct hz_batch *batch, const void *settings)
{
    const struct hz_exposure_fold *fold = settings;
    const hz_date as_of = fold->how.as_of;
    struct hz_life_rows life;
    hz_date wait_from[HZ_BATCH_ROWS];
    int64_t units[HZ_BATCH_ROWS];
    hz_lives_read_lacking(batch, HZ_LIFE_MAY_LACK(HZ_LIFE_CONTRIBUTION), &life);
    hz_batch_integers_or(batch, UNITS, 1, 1, 1000000, units);
    hz_batch_dates_or(batch, WAIT_FROM, HZ_NO_DATE, wait_from);
    const struct hz_text *type = hz_batch_texts(batch, ENTER_TYPE);
    hz_batch_texts(batch, PLAN);
    hz_batch_texts(batch, OFFICE);
    for (size_t r = 0; r < batch->rows; r++) {
        if (batch->rejected[r])
            continue;
        if (life.booked[r] > as_of) {
            hz_batch_leave_out(batch, r);
            continue;
        }
        const int covers = life.covers[r];
        struct hz_key key[HZ_TALLY_KEYS] = {{batch->column[PLAN][r], 0},
                                            {batch->column[OFFICE][r], 0},
                                            {.integer = years_ago(life.start[r], as_of)}};
        hz_sum value[HZ_TALLY_VALUES] = {
            covers, type && hz_text_equal(type[r], hz_text_of("renew")) ? covers : 0,
            life.contribution[r]};
        const struct exposed e = {
            .cover = {life.start[r], life.end[r],
                      wait_from[r] == HZ_NO_DATE ? life.start[r] : wait_from[r]},
            .last = life.last[r] <= as_of ? life.last[r] : life.end[r],
            .units = units[r] * covers,
            .key = key,
            .value = value};
        if (life.entry[r] == HZ_ENTRY_REFUND)
            absorb_refund(tally, life.booked[r], &e);
        else
            absorb_cover(tally, batch, r, fold->how, &e);
    }
}

static bool finish(struct hz_tally *tally, const void *settings, struct hz_table *table,
                   struct hz_error *err)
{
    (void)err;
    const struct hz_exposure_fold *fold = settings;
    char label[HZ_PERIOD_TEXT];
    for (const char *const *name = hz_exposure_columns; *name; name++)
        hz_table_column(table, *name);
    hz_tally_sort(tally);
    for (size_t i = 0; i < hz_tally_size(tally); i++) {
        const struct hz_tally_row row = hz_tally_row(tally, i);
        hz_period_format((hz_period)row.key[PERIOD].integer, HZ_MONTH, label);
        hz_table_text(table, row.key[PLAN_KEY].text);
        hz_table_text(table, row.key[OFFICE_KEY].text);
        hz_table_date(
            table,
            hz_date_add_months(fold->how.as_of + 1, -12 * (int)row.key[YEARS_AGO].integer) - 1);
        hz_table_string(table, label);
        hz_table_integer(table, row.value[COVERS]);
        hz_table_integer(table, row.value[RENEWALS]);
        hz_table_money(table, row.value[CONTRIBUTIONS]);
        hz_table_integer(table, row.value[EXPOSURE]);
        hz_table_end_row(table);
    }
    return true;
}

void hz_exposure_fold(struct hz_exposure_fold *settings, struct hz_fold *fold)
{
    static const char *const names[] = {"plan", "office", "units", "enter_type", "wait_from"};
    static const char *const values[VALUES] = {"covers", "renewals", "contribution", "exposure"};
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
                                                {"period", HZ_KEY_INTEGER}}},
                             .settings = settings,
                             .absorb = absorb,
                             .finish = finish};
    for (int v = 0; v < VALUES; v++)
        hz_tally_value(&fold->layout, values[v], HZ_VALUE_SUM);
}

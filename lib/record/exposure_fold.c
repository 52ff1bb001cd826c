/* exposure_fold.c: see exposure_fold.h. */

#include "record/exposure_fold.h"

#include "project/exposure_table.h"

#include <assert.h>

enum { PLAN, OFFICE, START, END, CONTRIBUTION, UNITS, ENTER_TYPE, WAIT_FROM };
static_assert(WAIT_FROM + 2 == HZ_EXPOSURE_OWN_COLUMNS, "the columns and the end of their list");

enum { YEARS_AGO = 2, PERIOD, KEYS };
enum { COVERS, RENEWALS, CONTRIBUTIONS, EXPOSURE, VALUES };

/* How many whole years before the valuation's end a cover started: 0 in the last twelve months. */
static int years_ago(hz_date start, hz_date as_of)
{
    int years = 0;
    while (start <= hz_date_add_months(as_of + 1, -12 * (years + 1)) - 1)
        years++;
    return years;
}

/* Adds a cover to all months that it is in, or rejects its row. */
static void absorb_cover(struct hz_tally *tally, struct hz_batch *batch, size_t row,
                         struct hz_unearned how, const struct hz_cover *cover, struct hz_key key[],
                         hz_sum value[])
{
    const hz_period to = hz_period_of(cover->end, HZ_MONTH);
    const hz_sum units = value[EXPOSURE];
    struct hz_unearned_part before, after;
    how.as_of = cover->start - 1;
    for (hz_period month = hz_period_of(cover->start, HZ_MONTH); month <= to; month++) {
        enum hz_unearned_fault fault = hz_unearned_part(&how, cover, &before);
        how.as_of = hz_period_last(month, HZ_MONTH);
        if (fault == HZ_UNEARNED_GOOD)
            fault = hz_unearned_part(&how, cover, &after);
        if (fault != HZ_UNEARNED_GOOD) {
            hz_batch_reject(batch, row, fault == HZ_UNEARNED_WAIT_AFTER_START ? WAIT_FROM : END,
                            hz_unearned_fault_code(fault), "%s", hz_unearned_fault_text(fault));
            return;
        }
        value[EXPOSURE] = units * (before.left - after.left);
        key[PERIOD].integer = month;
        hz_tally_add(tally, key, value);
        value[COVERS] = value[RENEWALS] = value[CONTRIBUTIONS] = 0;
    }
}

static void absorb(struct hz_tally *tally, struct hz_batch *batch, const void *settings)
{
    const struct hz_exposure_fold *fold = settings;
    const hz_date absent = INT32_MIN, as_of = fold->how.as_of;
    hz_date start[HZ_BATCH_ROWS], end[HZ_BATCH_ROWS], wait_from[HZ_BATCH_ROWS];
    hz_fen contribution[HZ_BATCH_ROWS];
    int64_t units[HZ_BATCH_ROWS];
    hz_batch_dates(batch, START, start);
    hz_batch_dates(batch, END, end);
    hz_batch_fen_or(batch, CONTRIBUTION, 0, contribution);
    hz_batch_integers_or(batch, UNITS, 1, 1, 1000000, units);
    hz_batch_dates_or(batch, WAIT_FROM, absent, wait_from);
    const struct hz_text *type = batch->column[ENTER_TYPE];
    for (size_t r = 0; r < batch->rows; r++) {
        if (batch->rejected[r])
            continue;
        if (start[r] > as_of) {
            hz_batch_leave_out(batch, r);
            continue;
        }
        struct hz_key key[HZ_TALLY_KEYS] = {{batch->column[PLAN][r], 0},
                                            {batch->column[OFFICE][r], 0},
                                            {.integer = years_ago(start[r], as_of)}};
        hz_sum value[HZ_TALLY_VALUES] = {1, type && hz_text_equal(type[r], hz_text_of("renew")),
                                         contribution[r], units[r]};
        const struct hz_cover cover = {start[r], end[r],
                                       wait_from[r] == absent ? start[r] : wait_from[r]};
        absorb_cover(tally, batch, r, fold->how, &cover, key, value);
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
        hz_table_text(table, row.key[PLAN].text);
        hz_table_text(table, row.key[OFFICE].text);
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
    static const char *const names[] = {"plan",         "office", "start",      "end",
                                        "contribution", "units",  "enter_type", "wait_from"};
    static const char *const values[VALUES] = {"covers", "renewals", "contribution", "exposure"};
    for (int c = PLAN; c <= WAIT_FROM; c++)
        settings->column[c] = (struct hz_column){.name = names[c], .is_optional = c > END};
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

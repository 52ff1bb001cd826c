/*
 * unearned_fold.c: see unearned_fold.h. The key of a state is the groups and the denominator of the
 * unearned parts, so that numerators can be added as whole numbers: there are as many denominators
 * as different terms (365, 366, 731 days), and the hot loop never divides.
 */

#include "record/unearned_fold.h"

#include "base/rational.h"

#include <assert.h>

enum { END = HZ_LIFE_END, WAIT_FROM = HZ_LIFE_COLUMNS };
enum { COVERS, CONTRIBUTIONS, NUMERATOR, VALUES };

const char *const hz_unearned_result[] = {"count", "contribution", "earned", "unearned", NULL};

static_assert(WAIT_FROM + 1 == HZ_UNEARNED_OWN_COLUMNS, "as many as are declared");
static_assert(HZ_GROUPS_MOST + 1 <= HZ_TALLY_KEYS, "the groups and the denominator");

static void reject(struct hz_batch *batch, size_t row, enum hz_unearned_fault fault)
{
    int column = fault == HZ_UNEARNED_WAIT_AFTER_START ? WAIT_FROM : END;
    hz_batch_reject(batch, row, column, hz_unearned_fault_code(fault), "%s",
                    hz_unearned_fault_text(fault));
}

/* A row whose numerator lies beyond 64 bits. */
static void add_large(struct hz_tally *tally, const struct hz_unearned_fold *fold,
                      const struct hz_batch *batch, size_t r, const struct hz_life_rows *rows,
                      int64_t left, int64_t whole)
{
    struct hz_key key[HZ_TALLY_KEYS];
    hz_groups_key(&fold->by, batch, HZ_UNEARNED_OWN_COLUMNS, r, key);
    key[fold->by.count].integer = whole;
    hz_tally_add(tally, key,
                 (const hz_sum[VALUES]){rows->covers[r], rows->contribution[r],
                                        (hz_sum)rows->contribution[r] * left});
}

/* The part of a row that is not as nearly all are; false: it is rejected. */
static bool look_at(const struct hz_unearned_fold *fold, struct hz_batch *batch, size_t r,
                    const struct hz_life_rows *rows, hz_date wait_from, int64_t *left,
                    int64_t *whole)
{
    struct hz_unearned_part part;
    const enum hz_unearned_fault fault = hz_life_part(
        &fold->how, rows, r, wait_from != HZ_NO_DATE ? wait_from : rows->start[r], &part);
    if (fault != HZ_UNEARNED_GOOD) {
        reject(batch, r, fault);
        return false;
    }
    *left = part.left;
    *whole = part.whole;
    return true;
}

static void absorb(struct hz_tally *tally, struct hz_batch *batch, const void *settings)
{
    const struct hz_unearned_fold *fold = settings;
    const bool has_waits = fold->how.method == HZ_UNEARNED_RISK;
    struct hz_life_rows rows;
    hz_date wait_from[HZ_BATCH_ROWS];
    int64_t left[HZ_BATCH_ROWS], whole[HZ_BATCH_ROWS], covers[HZ_BATCH_ROWS],
        numerator[HZ_BATCH_ROWS];
    uint16_t row[HZ_BATCH_ROWS];

    hz_lives_read(batch, &rows);
    if (has_waits)
        hz_batch_dates_or(batch, WAIT_FROM, HZ_NO_DATE, wait_from);
    hz_groups_read(&fold->by, batch, HZ_UNEARNED_OWN_COLUMNS);
    hz_life_parts(&fold->how, &rows, batch->rows, left, whole);
    size_t taken = 0;
    for (size_t r = 0; r < batch->rows; r++) {
        if (batch->rejected[r] ||
            (whole[r] == 0 && !look_at(fold, batch, r, &rows, has_waits ? wait_from[r] : HZ_NO_DATE,
                                       &left[r], &whole[r])))
            continue;
        covers[r] = rows.covers[r];
        if (__builtin_mul_overflow(rows.contribution[r], left[r], &numerator[r]))
            add_large(tally, fold, batch, r, &rows, left[r], whole[r]);
        else
            row[taken++] = (uint16_t)r;
    }
    struct hz_tally_columns columns = {
        .value = {[COVERS] = covers, [CONTRIBUTIONS] = rows.contribution, [NUMERATOR] = numerator}};
    columns.integer[fold->by.count] = whole;
    hz_groups_key_columns(&fold->by, batch, HZ_UNEARNED_OWN_COLUMNS, &columns);
    hz_tally_add_rows(tally, &columns, row, taken);
}

/* A part is a proper fraction. */
static bool accepts(const struct hz_key key[], const hz_sum value[], const void *settings)
{
    const struct hz_unearned_fold *fold = settings;
    (void)value;
    return key[fold->by.count].integer > 0;
}

/* The sums of a group, or of all. */
struct sums {
    hz_sum covers;
    hz_sum contributions;
    struct hz_rational *unearned;
};

static void add(struct sums *sums, const struct hz_tally_row *row, hz_sum denominator)
{
    sums->covers += row->value[COVERS];
    sums->contributions += row->value[CONTRIBUTIONS];
    hz_rational_add(sums->unearned, row->value[NUMERATOR], denominator);
}

static void print(struct hz_table *table, const struct sums *sums)
{
    hz_sum unearned = hz_rational_round(sums->unearned);
    hz_table_integer(table, sums->covers);
    hz_table_money(table, sums->contributions);
    hz_table_money(table, sums->contributions - unearned);
    hz_table_money(table, unearned);
    hz_table_end_row(table);
}

/* The group that begins at a row, and joins it to the total; gives the row after it. */
static size_t print_group(const struct hz_tally *tally, size_t from, const struct hz_groups *by,
                          struct sums *total, struct hz_table *table)
{
    struct sums group = {.unearned = hz_rational_new()};
    const struct hz_tally_row first = hz_tally_row(tally, from);
    const size_t end = hz_tally_group_end(tally, from, by->count);
    for (size_t i = from; i < end; i++) {
        const struct hz_tally_row row = hz_tally_row(tally, i);
        add(&group, &row, row.key[by->count].integer);
    }
    hz_groups_cells(by, first.key, table);
    if (by->count > 0)
        print(table, &group);
    total->covers += group.covers;
    total->contributions += group.contributions;
    hz_rational_add_rational(total->unearned, group.unearned);
    hz_rational_free(group.unearned);
    return end;
}

static bool finish(struct hz_tally *tally, const void *settings, struct hz_table *table,
                   struct hz_error *err)
{
    (void)err;
    const struct hz_groups *by = &((const struct hz_unearned_fold *)settings)->by;
    struct sums total = {.unearned = hz_rational_new()};
    hz_groups_head(by, hz_unearned_result, table);
    hz_tally_sort(tally);
    for (size_t i = 0; i < hz_tally_size(tally);)
        i = print_group(tally, i, by, &total, table);
    hz_groups_total(by->count, table);
    print(table, &total);
    hz_rational_free(total.unearned);
    return true;
}

void hz_unearned_fold(struct hz_unearned_fold *settings, struct hz_fold *fold)
{
    const struct hz_groups *by = &settings->by;
    hz_life_columns(0, settings->column);
    settings->column[WAIT_FROM] = (struct hz_column){.name = "wait_from", .is_optional = true};
    hz_groups_columns(by, HZ_UNEARNED_OWN_COLUMNS, settings->column);

    *fold = (struct hz_fold){
        .columns = settings->column,
        .layout = {.values = VALUES,
                   .value = {[COVERS] = {"count", HZ_VALUE_SUM},
                             [CONTRIBUTIONS] = {"contribution", HZ_VALUE_SUM},
                             [NUMERATOR] = {"numerator", HZ_VALUE_SUM}}},
        .settings = settings,
        .absorb = absorb,
        .finish = finish,
        .accepts = accepts,
    };
    hz_groups_layout(by, &fold->layout);
    hz_tally_key(&fold->layout, "denominator", HZ_KEY_INTEGER);
}

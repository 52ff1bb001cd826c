/*
 * triangle_fold.c: see triangle_fold.h.
 *
 * A tally of cells (groups, origin, development) holds what was added at each age. Payments go
 * there at once. The other measures leave to the tally's book, for each claim and development
 * period, what flowed in it and what stood at its end; what a claim amounts to at the end of a
 * period is all that has flowed so far, and what stands: payments and the case estimate, or nothing
 * and one claim. Once a claim is whole, what each of its periods changed goes into the cells. Until
 * then its periods are rows of the tally, too, of no origin, of which nothing is printed.
 */

#include "record/triangle_fold.h"

#include "triangle/triangle_rows.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>

enum { CELL_ADDED, CELL_LATEST, CELL_VALUES };
enum { CLAIM_FLOW, CLAIM_LATEST, CLAIM_STATE, CLAIM_MINUS_ORIGIN, CLAIM_FIELDS };
enum { NO_ORIGIN = -1 };

static_assert((int)CLAIM_FIELDS <= (int)HZ_BOOK_FIELDS, "a field each");
static_assert(HZ_GROUPS_MOST + 2 <= HZ_TALLY_KEYS, "the groups and two more");

const char *const hz_claim_origin_names[] = {"event", "report", "start", NULL};
const char *const hz_claim_measure_names[] = {"paid", "incurred", "reported", "closed", NULL};
const char *const hz_triangle_result[] = {"origin", "development", "value", NULL};

/* ---- Absorbing */

static const hz_date *origin_dates(const struct hz_triangle_fold *fold,
                                   const struct hz_claim_rows *rows)
{
    switch (fold->origin) {
    case HZ_ORIGIN_EVENT:
        return rows->event;
    case HZ_ORIGIN_REPORT:
        return rows->report;
    case HZ_ORIGIN_START:
        return rows->start;
    }
    abort();
}

/*
 * A valuation within a development period: all of them end as it does, so that the one under way is
 * as long as the others. A date is counted so many months later than it is, and one more if its day
 * of the month is after that of the valuation. Zeroed: development periods end by the calendar.
 */
struct shift {
    int months;
    int day;     /* of the valuation, if it is not the last of its month; 0: it is */
    double left; /* what is missing of the period under way, in periods */
};

static struct shift shift_of(const struct hz_triangle_fold *fold)
{
    const int of_year = fold->grains.shift; /* years that start later are counted as from January */
    struct shift shift = {.months = -of_year};
    if (!fold->has_as_of)
        return shift;
    const int length = (int)fold->grains.development;
    const struct hz_civil civil = hz_date_civil(fold->as_of);
    const int days = hz_date_month_days(civil.year, civil.month);
    const int missing = (length - (civil.month + 12 - of_year) % length) % length;
    shift.months += missing;
    shift.day = civil.day < days ? civil.day : 0;
    shift.left = (missing + (double)(days - civil.day) / days) / length;
    return shift;
}

/* The development period of a date. */
static hz_period shifted_period(const struct shift *shift, hz_date date, enum hz_grain grain)
{
    const struct hz_civil civil = hz_date_civil(date);
    const int later = shift->day > 0 && civil.day > shift->day;
    return (civil.year * 12 + civil.month - 1 + shift->months + later) / (int)grain;
}

/* The origin period of a date. */
static hz_period origin_period(const struct hz_triangle_fold *fold, hz_date date)
{
    const struct shift of_year = {.months = -fold->grains.shift};
    return shifted_period(&of_year, date, fold->grains.origin);
}

/* What puts a row into its cell. */
struct periods {
    hz_period origin[HZ_BATCH_ROWS], development[HZ_BATCH_ROWS];
};

/*
 * The age of a development period, as seen from an origin period. Both are numbered from the same
 * January, so that a number of one grain times their ratio is the number of the other.
 */
static hz_period age_of(const struct hz_triangle_grains *grains, hz_period origin, hz_period period)
{
    const int ratio = (int)grains->origin / (int)grains->development;
    return period - origin * ratio + 1;
}

void hz_triangle_cell(const struct hz_triangle_fold *settings, hz_date origin_date, hz_date date,
                      hz_period *origin, hz_period *age)
{
    const struct shift shift = shift_of(settings);
    *origin = origin_period(settings, origin_date);
    *age = age_of(&settings->grains, *origin,
                  shifted_period(&shift, date, settings->grains.development));
}

static int64_t state_of(const struct hz_triangle_fold *fold, const struct hz_claim_rows *rows,
                        size_t r)
{
    switch (fold->measure) {
    case HZ_MEASURE_PAID:
        return 0;
    case HZ_MEASURE_INCURRED:
        return rows->estimate[r];
    case HZ_MEASURE_REPORTED:
        return 1;
    case HZ_MEASURE_CLOSED:
        return rows->is_closed[r];
    }
    abort();
}

/* Payments go to their cells at once. */
static void add_payments(struct hz_tally *tally, const struct hz_triangle_fold *fold,
                         const struct hz_claim_rows *rows, const struct periods *periods,
                         struct hz_tally_columns *columns, const uint16_t row[], size_t count)
{
    const size_t groups = fold->by.count;
    int64_t origin[HZ_BATCH_ROWS], age[HZ_BATCH_ROWS], latest[HZ_BATCH_ROWS];
    for (size_t i = 0; i < count; i++) {
        const size_t r = row[i];
        origin[r] = periods->origin[r];
        age[r] = age_of(&fold->grains, periods->origin[r], periods->development[r]);
        latest[r] = rows->transaction[r];
    }
    columns->integer[groups] = origin;
    columns->integer[groups + 1] = age;
    columns->value[CELL_ADDED] = rows->paid;
    columns->value[CELL_LATEST] = latest;
    hz_tally_add_rows(tally, columns, row, count);
}

/*
 * What rows say of claims. The row of the later date stands; of one day the one whose status is
 * further on, then the one with the smaller estimate, then the later origin. What the rows say
 * decides, not where they stand, so that shards and sorting change nothing.
 */
static void add_claims(struct hz_tally *tally, const struct hz_batch *batch,
                       const struct hz_triangle_fold *fold, const struct hz_claim_rows *rows,
                       const struct periods *periods, struct hz_tally_columns *columns,
                       const uint16_t row[], size_t count)
{
    const size_t groups = fold->by.count;
    struct hz_identity claim[HZ_BATCH_ROWS];
    int64_t origin[HZ_BATCH_ROWS], period[HZ_BATCH_ROWS];
    int64_t flow[HZ_BATCH_ROWS], latest[HZ_BATCH_ROWS], state[HZ_BATCH_ROWS],
        minus_origin[HZ_BATCH_ROWS];
    for (size_t i = 0; i < count; i++) {
        const size_t r = row[i];
        const hz_date date =
            rows->transaction[r] != HZ_CLAIM_NO_DATE ? rows->transaction[r] : rows->report[r];
        claim[r] = hz_identity_of(batch->column[HZ_CLAIM_NUMBER][r]);
        origin[r] = NO_ORIGIN;
        period[r] = periods->development[r];
        flow[r] = fold->measure == HZ_MEASURE_INCURRED ? rows->paid[r] : 0;
        latest[r] = (int64_t)date * HZ_CLAIM_STEPS + rows->step[r];
        state[r] = state_of(fold, rows, r);
        minus_origin[r] = -periods->origin[r];
    }
    columns->integer[groups] = origin;
    columns->integer[groups + 1] = period;
    columns->subject = claim;
    columns->field[CLAIM_FLOW] = flow;
    columns->field[CLAIM_LATEST] = latest;
    columns->field[CLAIM_STATE] = state;
    columns->field[CLAIM_MINUS_ORIGIN] = minus_origin;
    hz_tally_add_rows(tally, columns, row, count);
}

static bool is_after(const struct hz_triangle_fold *fold, const struct hz_claim_rows *rows,
                     size_t r)
{
    hz_date date = fold->measure == HZ_MEASURE_REPORTED ? rows->report[r] : rows->transaction[r];
    return fold->has_as_of && date > fold->as_of;
}

static void absorb(struct hz_tally *tally, struct hz_batch *batch, const void *settings)
{
    const struct hz_triangle_fold *fold = settings;
    struct hz_claim_rows rows;
    struct periods periods;
    hz_claim_read(batch, fold->needed, &rows);
    hz_groups_read(&fold->by, batch, HZ_CLAIM_COLUMNS);
    hz_periods_of(origin_dates(fold, &rows), batch->rows, fold->grains.origin, periods.origin);
    const hz_date *date = fold->measure == HZ_MEASURE_REPORTED ? rows.report : rows.transaction;
    const struct shift shift = shift_of(fold);
    const bool is_shifted = shift.left > 0 || fold->grains.shift > 0;
    if (!is_shifted)
        hz_periods_of(date, batch->rows, fold->grains.development, periods.development);
    for (size_t r = 0; r < batch->rows && is_shifted; r++)
        if (!batch->rejected[r]) {
            periods.origin[r] = origin_period(fold, origin_dates(fold, &rows)[r]);
            periods.development[r] = shifted_period(&shift, date[r], fold->grains.development);
        }
    uint16_t row[HZ_BATCH_ROWS];
    size_t taken = 0;
    for (size_t r = 0; r < batch->rows; r++)
        if (batch->rejected[r])
            continue;
        else if ((rows.is_ex_gratia[r] && !fold->with_ex_gratia) || is_after(fold, &rows, r))
            hz_batch_leave_out(batch, r);
        else
            row[taken++] = (uint16_t)r;
    struct hz_tally_columns columns = {.subject = NULL};
    hz_groups_key_columns(&fold->by, batch, HZ_CLAIM_COLUMNS, &columns);
    if (fold->measure == HZ_MEASURE_PAID)
        add_payments(tally, fold, &rows, &periods, &columns, row, taken);
    else
        add_claims(tally, batch, fold, &rows, &periods, &columns, row, taken);
}

/* ---- From claims to cells */

static hz_date date_of(int64_t latest)
{
    const int64_t step = (latest % HZ_CLAIM_STEPS + HZ_CLAIM_STEPS) % HZ_CLAIM_STEPS;
    return (hz_date)((latest - step) / HZ_CLAIM_STEPS);
}

static bool accepts(const struct hz_key key[], const hz_sum value[], const void *settings)
{
    const struct hz_triangle_fold *fold = settings;
    const struct hz_key *own = key + fold->by.count;
    if (fold->measure != HZ_MEASURE_PAID && own[0].integer == NO_ORIGIN)
        return hz_period_is_any(own[1].integer, fold->grains.development);
    return hz_period_is_any(own[0].integer, fold->grains.origin) && own[1].integer > 0 &&
           hz_period_is_any(own[1].integer, fold->grains.development) &&
           value[CELL_LATEST] >= HZ_CLAIM_NO_DATE && hz_date_is_any((int64_t)value[CELL_LATEST]);
}

static bool accepts_entry(const int64_t field[], const void *settings)
{
    const struct hz_triangle_fold *fold = settings;
    const int64_t most = (int64_t)INT32_MAX * HZ_CLAIM_STEPS;
    return field[CLAIM_LATEST] < most && field[CLAIM_LATEST] > -most &&
           hz_date_is_any(date_of(field[CLAIM_LATEST])) && field[CLAIM_MINUS_ORIGIN] <= 0 &&
           field[CLAIM_MINUS_ORIGIN] > -INT32_MAX &&
           hz_period_is_any(-field[CLAIM_MINUS_ORIGIN], fold->grains.origin);
}

/* What one claim adds at each age; its last period says where it belongs. */
static void visit(struct hz_tally *tally, const struct hz_book_entry entry[], size_t count,
                  const void *settings)
{
    const struct hz_triangle_fold *fold = settings;
    const size_t groups = fold->by.count;
    const hz_period origin = (hz_period)-entry[count - 1].field[CLAIM_MINUS_ORIGIN];
    struct hz_key key[HZ_TALLY_KEYS];
    hz_sum flow = 0, before = 0;
    for (size_t i = 0; i < count; i++) {
        hz_tally_key_of(tally, &entry[i], key);
        const hz_period age = age_of(&fold->grains, origin, (hz_period)key[groups + 1].integer);
        flow += entry[i].field[CLAIM_FLOW];
        const hz_sum now = flow + entry[i].field[CLAIM_STATE];
        key[groups].integer = origin;
        key[groups + 1].integer = age > 1 ? age : 1; /* a corrected event may come later */
        hz_tally_add(
            tally, key,
            (const hz_sum[CELL_VALUES]){now - before, date_of(entry[i].field[CLAIM_LATEST])});
        before = now;
    }
}

/* ---- Printing */

struct triangle {
    const struct hz_triangle_fold *fold;
    const struct hz_tally *cells; /* sorted; of each group first what has no origin */
    struct hz_table *table;
    hz_period first_origin, last_origin; /* of all groups together */
    hz_period last_period;               /* the development period of the valuation */
    double left;                         /* what is missing of the last one, in periods */
    bool is_drawn;
};

/* Sets the extent of the triangle from its cells and the valuation date. */
static bool measure_extent(struct triangle *triangle, struct hz_error *err)
{
    const struct hz_triangle_fold *fold = triangle->fold;
    hz_sum latest = HZ_CLAIM_NO_DATE;
    int64_t first = INT64_MAX;
    for (size_t i = 0; i < hz_tally_size(triangle->cells); i++) {
        struct hz_tally_row row = hz_tally_row(triangle->cells, i);
        if (row.key[fold->by.count].integer == NO_ORIGIN)
            continue;
        if (row.key[fold->by.count].integer < first)
            first = row.key[fold->by.count].integer;
        if (row.value[CELL_LATEST] > latest)
            latest = row.value[CELL_LATEST];
    }
    hz_date as_of = fold->has_as_of ? fold->as_of : (hz_date)latest;
    triangle->first_origin = (hz_period)first;
    triangle->last_origin = origin_period(fold, as_of);
    const struct shift shift = shift_of(fold);
    triangle->left = shift.left;
    triangle->last_period = shifted_period(&shift, as_of, fold->grains.development);
    hz_period ages = age_of(&fold->grains, triangle->first_origin, triangle->last_period);
    if (hz_tally_size(triangle->cells) > 0 && ages < 1) /* as no records give, but a forged state */
        return hz_error_set(err, HZ_ERROR_DATA, HZ_NOWHERE,
                            _("claims are of a later time than their latest transaction"));
    if (ages <= HZ_TRIANGLE_PERIODS)
        return true;
    char origin[HZ_FISCAL_TEXT], date[HZ_DATE_TEXT];
    hz_fiscal_format(triangle->first_origin, fold->grains.origin, fold->grains.shift, origin);
    hz_date_format(as_of, date);
    return hz_error_set(err, HZ_ERROR_DATA, HZ_NOWHERE,
                        _("the claims reach from %s to %s, %d development periods: correct the "
                          "date that is wrong, or give --as-of or a longer --grain"),
                        origin, date, (int)ages);
}

static hz_period ages_of(const struct triangle *triangle, hz_period origin)
{
    return age_of(&triangle->fold->grains, origin, triangle->last_period);
}

static void print_columns(const struct triangle *triangle)
{
    hz_groups_head(&triangle->fold->by, triangle->is_drawn ? NULL : hz_triangle_result,
                   triangle->table);
    if (!triangle->is_drawn)
        return;
    hz_table_column(triangle->table, hz_triangle_result[0]);
    hz_period ages = ages_of(triangle, triangle->first_origin);
    for (hz_period age = 1; age <= ages; age++) {
        char name[32];
        snprintf(name, sizeof name, "%.9g", (double)age - triangle->left);
        hz_table_column(triangle->table, name);
    }
}

static void print_heading(const struct triangle *triangle, const struct hz_tally_row *group,
                          hz_period origin)
{
    char label[HZ_FISCAL_TEXT];
    hz_groups_cells(&triangle->fold->by, group->key, triangle->table);
    hz_fiscal_format(origin, triangle->fold->grains.origin, triangle->fold->grains.shift, label);
    hz_table_string(triangle->table, label);
}

static void print_value(const struct triangle *triangle, hz_sum value)
{
    const enum hz_claim_measure measure = triangle->fold->measure;
    if (measure == HZ_MEASURE_PAID || measure == HZ_MEASURE_INCURRED)
        hz_table_money(triangle->table, value);
    else
        hz_table_integer(triangle->table, value);
}

/*
 * What a cell adds; *at is the row of the tally that comes next, and is passed if it is that cell.
 */
static hz_sum take_cell(const struct triangle *triangle, const struct hz_tally_row *group,
                        hz_period origin, hz_period age, size_t *at)
{
    const size_t groups = triangle->fold->by.count;
    if (*at == hz_tally_size(triangle->cells))
        return 0;
    const struct hz_tally_row row = hz_tally_row(triangle->cells, *at);
    if (!hz_tally_same_key(triangle->cells, group, &row, groups) ||
        row.key[groups].integer != origin || row.key[groups + 1].integer != age)
        return 0;
    (*at)++;
    return row.value[CELL_ADDED];
}

/* The cells of an origin period: a row for people, or a row each for programs. */
static void print_origin(const struct triangle *triangle, const struct hz_tally_row *group,
                         hz_period origin, size_t *at)
{
    const hz_period ages = ages_of(triangle, origin);
    hz_sum value = 0;
    if (triangle->is_drawn)
        print_heading(triangle, group, origin);
    for (hz_period age = 1; age <= ages; age++) {
        const hz_sum added = take_cell(triangle, group, origin, age, at);
        value = triangle->fold->is_incremental ? added : value + added;
        if (!triangle->is_drawn) {
            print_heading(triangle, group, origin);
            hz_age_write((double)age - triangle->left, triangle->table);
        }
        print_value(triangle, value);
        if (!triangle->is_drawn)
            hz_table_end_row(triangle->table);
    }
    if (triangle->is_drawn) {
        for (hz_period age = ages; age < ages_of(triangle, triangle->first_origin); age++)
            hz_table_unknown(triangle->table);
        hz_table_end_row(triangle->table);
    }
}

/* A period under way is taken as what it is. */
static void tell_under_way(const struct triangle *triangle)
{
    char date[HZ_DATE_TEXT], period[HZ_FISCAL_TEXT];
    struct hz_buffer text = {0};
    if (!(triangle->left > 0))
        return;
    hz_date_format(triangle->fold->as_of, date);
    hz_fiscal_format(triangle->last_origin, triangle->fold->grains.origin,
                     triangle->fold->grains.shift, period);
    hz_buffer_format(&text,
                     _("%s is under way: all ages end as %s does, the first after %.9g of a "
                       "development period"),
                     period, date, 1 - triangle->left);
    if (triangle->fold->grains.development != HZ_MONTH)
        hz_buffer_string(&text, _("; payments by calendar period are of ages by month (--grain "
                                  "year:month)"));
    hz_buffer_char(&text, '\0');
    hz_table_tell(triangle->table, text.at);
    hz_buffer_free(&text);
}

static bool print_cells(const struct hz_triangle_fold *fold, struct hz_tally *cells,
                        struct hz_table *table, struct hz_error *err)
{
    struct triangle triangle = {
        .fold = fold, .cells = cells, .table = table, .is_drawn = hz_table_is_for_people(table)};
    hz_tally_sort(cells);
    if (hz_tally_size(cells) == 0) {
        triangle.is_drawn = false;
        print_columns(&triangle);
        return true;
    }
    if (!measure_extent(&triangle, err))
        return false;
    print_columns(&triangle);
    tell_under_way(&triangle);
    for (size_t at = 0; at < hz_tally_size(cells);) {
        const struct hz_tally_row group = hz_tally_row(cells, at);
        hz_period origin = (hz_period)group.key[fold->by.count].integer;
        if (origin == NO_ORIGIN) {
            at++;
            continue;
        }
        for (; origin <= triangle.last_origin; origin++)
            print_origin(&triangle, &group, origin, &at);
    }
    return true;
}

static bool finish(struct hz_tally *tally, const void *settings, struct hz_table *table,
                   struct hz_error *err)
{
    const struct hz_triangle_fold *fold = settings;
    return (fold->measure == HZ_MEASURE_PAID ||
            hz_tally_settle(tally, fold->by.count + 1, visit, fold, err)) &&
           print_cells(fold, tally, table, err);
}

/* The columns without which there is no such triangle. */
static unsigned needed_columns(enum hz_claim_origin origin, enum hz_claim_measure measure)
{
    static const unsigned by_origin[] = {
        [HZ_ORIGIN_EVENT] = HZ_CLAIM_NEEDS(HZ_CLAIM_EVENT),
        [HZ_ORIGIN_REPORT] = HZ_CLAIM_NEEDS(HZ_CLAIM_REPORT),
        [HZ_ORIGIN_START] = HZ_CLAIM_NEEDS(HZ_CLAIM_START) | HZ_CLAIM_NEEDS(HZ_CLAIM_EVENT),
    };
    static const unsigned by_measure[] = {
        [HZ_MEASURE_PAID] = HZ_CLAIM_NEEDS(HZ_CLAIM_TRANSACTION) | HZ_CLAIM_NEEDS(HZ_CLAIM_PAID),
        [HZ_MEASURE_INCURRED] = HZ_CLAIM_NEEDS(HZ_CLAIM_NUMBER) |
                                HZ_CLAIM_NEEDS(HZ_CLAIM_TRANSACTION) |
                                HZ_CLAIM_NEEDS(HZ_CLAIM_PAID) | HZ_CLAIM_NEEDS(HZ_CLAIM_ESTIMATE),
        [HZ_MEASURE_REPORTED] = HZ_CLAIM_NEEDS(HZ_CLAIM_NUMBER) | HZ_CLAIM_NEEDS(HZ_CLAIM_REPORT),
        [HZ_MEASURE_CLOSED] = HZ_CLAIM_NEEDS(HZ_CLAIM_NUMBER) |
                              HZ_CLAIM_NEEDS(HZ_CLAIM_TRANSACTION) |
                              HZ_CLAIM_NEEDS(HZ_CLAIM_STATUS),
    };
    return by_origin[origin] | by_measure[measure];
}

static struct hz_tally_layout layout_of(const struct hz_triangle_fold *fold)
{
    static const struct hz_book_layout claims = {
        .fields = CLAIM_FIELDS,
        .field = {[CLAIM_FLOW] = {"flow", HZ_BOOK_SUM},
                  [CLAIM_LATEST] = {"latest", HZ_BOOK_MAX},
                  [CLAIM_STATE] = {"state", HZ_BOOK_OF_MAX},
                  [CLAIM_MINUS_ORIGIN] = {"minus_origin", HZ_BOOK_OF_MAX}}};
    struct hz_tally_layout layout = {0};
    hz_groups_layout(&fold->by, &layout);
    hz_tally_key(&layout, "origin", HZ_KEY_INTEGER);
    hz_tally_key(&layout, "development", HZ_KEY_INTEGER);
    hz_tally_value(&layout, "added", HZ_VALUE_SUM);
    hz_tally_value(&layout, "latest", HZ_VALUE_MAX);
    if (fold->measure == HZ_MEASURE_PAID)
        return layout;
    layout.book = claims;
    layout.book.is_adjacent = fold->is_adjacent;
    layout.when = fold->by.count + 1;
    layout.visit = visit;
    layout.settings = fold;
    return layout;
}

void hz_triangle_fold(struct hz_triangle_fold *settings, struct hz_fold *fold)
{
    settings->needed = needed_columns(settings->origin, settings->measure);
    hz_claim_columns(settings->needed, settings->column);
    hz_groups_columns(&settings->by, HZ_CLAIM_COLUMNS, settings->column);
    *fold = (struct hz_fold){
        .columns = settings->column,
        .layout = layout_of(settings),
        .settings = settings,
        .absorb = absorb,
        .finish = finish,
        .accepts = accepts,
        .accepts_entry = accepts_entry,
    };
}

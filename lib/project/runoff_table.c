/* runoff_table.c: see runoff_table.h. */

#include "project/runoff_table.h"

#include "file/sheet_decimals.h"

#include <inttypes.h>
#include <math.h>
#include <stdlib.h>

/* A row of the sheet, and the first one of its projection. */
struct row {
    const struct hz_text *cell; /* the keys are the first ones */
    size_t keys;
    size_t number;
    size_t first;
};

/* A row as both kinds of table have it. */
struct item {
    struct hz_text origin;
    hz_period period; /* of the payment, or the origin itself */
    double to_ultimate;
    double amount;
    size_t row;
};

/* A table being read. */
struct reading {
    const struct hz_sheet *sheet;
    bool is_payments;        /* else reserves */
    bool is_added_up;        /* payments of all origins together */
    int origin, period;      /* the same column, but for payments of each origin */
    int to_ultimate, amount; /* the former for reserves only */
    int decimals;            /* of the amounts */
    struct hz_arena *arena;
};

/* The rows of one projection: those of origins, and the total, if it is given. */
struct projection {
    struct item *item;
    size_t items;
    enum hz_grain grain;
    int shift;           /* of payments */
    hz_period under_way; /* the last month seen of the youngest of reserves; 0: all of it */
    bool has_total;
    double total;
    size_t total_row;
};

/* Where the youngest origin period is under way, steps start within periods of the calendar. */
static bool read_under_way(const struct reading *reading, struct projection *p, size_t row,
                           struct hz_error *err)
{
    const int column = hz_sheet_column(reading->sheet, "under_way");
    const struct hz_text month =
        column >= 0 ? hz_sheet_cell(reading->sheet, row, column) : (struct hz_text){0};
    enum hz_grain grain;
    if (month.length == 0 || reading->is_payments)
        return true;
    return (hz_period_parse(month, &p->under_way, &grain) && grain == HZ_MONTH) ||
           hz_error_set(err, HZ_ERROR_DATA, hz_sheet_place(reading->sheet, row, column),
                        _("the youngest origin period is under way, seen to %.*s, so that a step "
                          "from origin to origin is no calendar period: take ages by month "
                          "(hz-triangle --grain year:month), and read hz-reserve --run-off"),
                        HZ_TEXT_ARGS(month));
}

static bool find_columns(struct reading *reading, struct hz_error *err)
{
    const struct hz_sheet *sheet = reading->sheet;
    const int period = hz_sheet_column(sheet, "period"), mean = hz_sheet_column(sheet, "mean");
    if (hz_sheet_column(sheet, "origin") < 0 && period >= 0 && mean >= 0) {
        reading->is_payments = reading->is_added_up = true;
        reading->origin = reading->period = period;
        reading->amount = mean;
        reading->decimals = hz_sheet_decimals(sheet, mean);
        return true;
    }
    if (!hz_sheet_find(sheet, "origin", &reading->origin, err))
        return false;
    reading->is_payments = hz_sheet_column(sheet, "period") >= 0;
    reading->period = reading->origin;
    if (reading->is_payments
            ? !hz_sheet_find(sheet, "period", &reading->period, err) ||
                  !hz_sheet_find(sheet, "value", &reading->amount, err)
            : !hz_sheet_find(sheet, "development_to_ultimate", &reading->to_ultimate, err) ||
                  !hz_sheet_find(sheet, "ibnr", &reading->amount, err))
        return false;
    reading->decimals = hz_sheet_decimals(sheet, reading->amount);
    return true;
}

/* ---- Which rows belong together */

static int compare_numbers(size_t a, size_t b)
{
    return (a > b) - (a < b);
}

static int compare_keys(const struct row *a, const struct row *b)
{
    int order = 0;
    for (size_t k = 0; k < a->keys && order == 0; k++)
        order = hz_text_compare(a->cell[k], b->cell[k]);
    return order;
}

static int by_key(const void *left, const void *right)
{
    const struct row *a = left, *b = right;
    const int order = compare_keys(a, b);
    return order != 0 ? order : compare_numbers(a->number, b->number);
}

static int by_appearance(const void *left, const void *right)
{
    const struct row *a = left, *b = right;
    const int order = compare_numbers(a->first, b->first);
    return order != 0 ? order : compare_numbers(a->number, b->number);
}

/* The rows of each projection together, in the order in which projections appear; their number. */
static size_t sort_rows(const struct reading *reading, struct row row[])
{
    const struct hz_sheet *sheet = reading->sheet;
    size_t projections = 0;
    for (size_t r = 0; r < sheet->rows; r++)
        row[r] = (struct row){
            .cell = sheet->cell + r * sheet->columns, .keys = (size_t)reading->origin, .number = r};
    qsort(row, sheet->rows, sizeof *row, by_key);
    for (size_t r = 0; r < sheet->rows; r++) {
        const bool is_first = r == 0 || compare_keys(&row[r - 1], &row[r]) != 0;
        row[r].first = is_first ? row[r].number : row[r - 1].first;
        projections += is_first;
    }
    qsort(row, sheet->rows, sizeof *row, by_appearance);
    return projections;
}

/* ---- Rows */

static bool read_period(const struct reading *reading, struct projection *p, struct item *item,
                        struct hz_error *err)
{
    const struct hz_sheet *sheet = reading->sheet;
    const struct hz_text text = hz_sheet_cell(sheet, item->row, reading->period);
    const struct hz_text name = sheet->header[reading->period];
    const struct hz_place place = hz_sheet_place(sheet, item->row, reading->period);
    enum hz_grain found;
    int shift;
    if (text.length == 0 && reading->is_payments)
        return hz_error_set(err, HZ_ERROR_DATA, place,
                            _("period: empty, for the origins are no calendar periods (2021, "
                              "2021Q3, 2021-07), or a step from age to age is none: then take ages "
                              "by month (hz-triangle --grain year:month)"));
    if (text.length > 2 && memcmp(text.at, "FY", 2) == 0)
        return hz_error_set(
            err, HZ_ERROR_DATA, place,
            _("%.*s: \"%.*s\" is of a year that does not start with January, so that "
              "its payouts fall in no calendar period: take origins by month"),
            HZ_TEXT_ARGS(name), HZ_TEXT_ARGS(text));
    if (!hz_span_parse(text, &item->period, &found, &shift))
        return hz_error_set(err, HZ_ERROR_DATA, place,
                            _("%.*s: \"%.*s\" is not a period of the calendar: name the origins of "
                              "the triangle 2021, 2021Q3 or 2021-07"),
                            HZ_TEXT_ARGS(name), HZ_TEXT_ARGS(text));
    if (p->grain != 0 && (found != p->grain || shift != p->shift))
        return hz_error_set(
            err, HZ_ERROR_DATA, place,
            _("%.*s: %.*s is not as long as the periods above: expected all years, all "
              "quarters or all months"),
            HZ_TEXT_ARGS(name), HZ_TEXT_ARGS(text));
    p->grain = found;
    p->shift = shift;
    return true;
}

/*
 * Payments follow the factors of all origins, which are told from where each of them stands, and a
 * tail comes at once: not where an origin has factors of its own, nor where a tail takes its time.
 */
static bool check_factors(const struct reading *reading, const struct item *item,
                          struct hz_error *err)
{
    const struct hz_sheet *sheet = reading->sheet;
    const int own = hz_sheet_column(sheet, "own_factors");
    const int tail = hz_sheet_column(sheet, "tail_ages");
    if (own >= 0 && hz_sheet_cell(sheet, item->row, own).length > 0)
        return hz_error_set(err, HZ_ERROR_DATA, hz_sheet_place(sheet, item->row, own),
                            _("this origin has factors of its own, so that its factor to ultimate "
                              "does not tell how the others develop: read hz-reserve --run-off"));
    const struct hz_text ages =
        tail >= 0 ? hz_sheet_cell(sheet, item->row, tail) : (struct hz_text){0};
    const bool is_long =
        ages.length > 1 || (ages.length == 1 && ages.at[0] != '0' && ages.at[0] != '1');
    if (is_long)
        return hz_error_set(err, HZ_ERROR_DATA, hz_sheet_place(sheet, item->row, tail),
                            _("the tail comes in %.*s ages, which the factors do not tell: read "
                              "hz-reserve --run-off"),
                            HZ_TEXT_ARGS(ages));
    return true;
}

static bool read_factor(const struct reading *reading, struct item *item, struct hz_error *err)
{
    if (reading->is_payments)
        return true;
    if (!check_factors(reading, item, err))
        return false;
    if (hz_sheet_cell(reading->sheet, item->row, reading->to_ultimate).length == 0)
        return hz_error_set(err, HZ_ERROR_DATA,
                            hz_sheet_place(reading->sheet, item->row, reading->to_ultimate),
                            _("development_to_ultimate: empty, for this method has no factors that "
                              "payouts could follow: read hz-reserve --run-off"));
    if (!hz_sheet_number(reading->sheet, item->row, reading->to_ultimate, &item->to_ultimate, err))
        return false;
    if (item->to_ultimate > 0)
        return true;
    return hz_error_set(err, HZ_ERROR_DATA,
                        hz_sheet_place(reading->sheet, item->row, reading->to_ultimate),
                        _("development_to_ultimate: %g is not a factor that payouts can follow: "
                          "expected one above 0"),
                        item->to_ultimate);
}

static bool read_total(const struct reading *reading, struct projection *p, size_t row,
                       struct hz_error *err)
{
    if (p->has_total)
        return hz_error_set(
            err, HZ_ERROR_DATA, hz_sheet_place(reading->sheet, row, reading->origin),
            _("total: stands on line %" PRIu64 " already"), reading->sheet->line[p->total_row]);
    p->has_total = true;
    p->total_row = row;
    return hz_sheet_number(reading->sheet, row, reading->amount, &p->total, err);
}

static bool read_row(const struct reading *reading, struct projection *p, size_t row,
                     struct hz_error *err)
{
    struct item *item = &p->item[p->items];
    item->row = row;
    item->origin = hz_sheet_cell(reading->sheet, row, reading->origin);
    if (hz_text_equal(item->origin, hz_text_of("total")))
        return read_total(reading, p, row, err);
    if (reading->is_added_up)
        item->origin = hz_text_of("");
    p->items++;
    return read_period(reading, p, item, err) && read_under_way(reading, p, row, err) &&
           read_factor(reading, item, err) &&
           hz_sheet_number(reading->sheet, row, reading->amount, &item->amount, err);
}

/* ---- Projections */

/* Payments by origin and period; of reserves, the newest first. */
static int by_origin(const void *left, const void *right)
{
    const struct item *a = left, *b = right;
    const int order = hz_text_compare(a->origin, b->origin);
    if (order != 0)
        return order;
    return a->period != b->period ? (a->period < b->period ? -1 : 1)
                                  : compare_numbers(a->row, b->row);
}

static int by_age(const void *left, const void *right)
{
    const struct item *a = left, *b = right;
    return a->period != b->period ? (a->period > b->period ? -1 : 1)
                                  : compare_numbers(a->row, b->row);
}

static bool refuse_twice(const struct reading *reading, const struct item *before,
                         const struct item *item, struct hz_error *err)
{
    const struct hz_sheet *sheet = reading->sheet;
    const struct hz_text text = hz_sheet_cell(sheet, item->row, reading->period);
    return hz_error_set(err, HZ_ERROR_DATA, hz_sheet_place(sheet, item->row, reading->period),
                        _("%.*s: %.*s stands on line %" PRIu64 " already, with the same origin "
                          "and the same columns left of it"),
                        HZ_TEXT_ARGS(sheet->header[reading->period]), HZ_TEXT_ARGS(text),
                        sheet->line[before->row]);
}

static bool pay_payments(const struct reading *reading, struct projection *p,
                         struct hz_runoff *runoff, struct hz_error *err)
{
    struct hz_payment *payment = hz_arena_allocate(reading->arena, p->items, sizeof *payment);
    qsort(p->item, p->items, sizeof *p->item, by_origin);
    hz_period first = 0;
    for (size_t i = 0; i < p->items; i++) {
        const struct item *item = &p->item[i];
        const bool is_next = i == 0 || !hz_text_equal(item[-1].origin, item->origin);
        if (!is_next && item[-1].period == item->period)
            return refuse_twice(reading, item - 1, item, err);
        if (is_next && (i == 0 || item->period > first))
            first = item->period;
        payment[i] = (struct hz_payment){item->period, item->amount};
    }
    hz_runoff_of_payments(runoff, payment, p->items, first, p->grain, reading->arena);
    runoff->shift = p->shift;
    return true;
}

static bool refuse_gap(const struct reading *reading, const struct item *newer,
                       const struct item *item, enum hz_grain grain, struct hz_error *err)
{
    char missing[HZ_PERIOD_TEXT];
    hz_period_format(newer->period - 1, grain, missing);
    return hz_error_set(err, HZ_ERROR_DATA,
                        hz_sheet_place(reading->sheet, item->row, reading->origin),
                        _("origin: %s is missing between %.*s and %.*s, and with it the factor of "
                          "its age: read hz-reserve --run-off instead"),
                        missing, HZ_TEXT_ARGS(item->origin), HZ_TEXT_ARGS(newer->origin));
}

/* Periods that start where the youngest origin period has been seen to. */
static bool set_under_way(const struct reading *reading, const struct projection *p,
                          struct hz_runoff *runoff, struct hz_error *err)
{
    const hz_period seen = p->under_way + 1 - p->item[0].period * (int)p->grain;
    if (p->under_way == 0)
        return true;
    if (seen < 1 || seen >= (int)p->grain)
        return hz_error_set(err, HZ_ERROR_DATA,
                            hz_sheet_place(reading->sheet, p->item[0].row, reading->origin),
                            _("under_way: the month lies outside %.*s, the youngest origin period"),
                            HZ_TEXT_ARGS(p->item[0].origin));
    runoff->first = p->item[0].period;
    runoff->shift = seen;
    return true;
}

static bool pay_reserves(const struct reading *reading, struct projection *p,
                         struct hz_runoff *runoff, struct hz_error *err)
{
    struct hz_origin_reserve *reserve =
        hz_arena_allocate(reading->arena, p->items, sizeof *reserve);
    qsort(p->item, p->items, sizeof *p->item, by_age);
    for (size_t i = 0; i < p->items; i++) {
        const struct item *item = &p->item[i];
        if (i > 0 && item->period == item[-1].period)
            return refuse_twice(reading, item - 1, item, err);
        if (i > 0 && item->period != item[-1].period - 1)
            return refuse_gap(reading, item - 1, item, p->grain, err);
        reserve[i] = (struct hz_origin_reserve){item->to_ultimate, item->amount};
    }
    hz_runoff_of_reserves(runoff, reserve, p->items, p->item[0].period, p->grain, reading->arena);
    return set_under_way(reading, p, runoff, err);
}

/* Rounded figures may miss their rounded total by half a unit of the last digit each. */
static bool settle(const struct reading *reading, const struct projection *p,
                   struct hz_runoff *runoff, struct hz_error *err)
{
    if (!p->has_total)
        return true;
    double sum = 0;
    for (size_t i = 0; i < p->items; i++)
        sum += p->item[i].amount;
    const double slack = 0.5 * (double)(p->items + 1) * pow(10, -reading->decimals);
    if (!(fabs(p->total - sum) <= slack + 1e-12 * (fabs(p->total) + fabs(sum))))
        return hz_error_set(err, HZ_ERROR_DATA,
                            hz_sheet_place(reading->sheet, p->total_row, reading->amount),
                            _("total: %.*f is not what the rows add up to, %.*f: one is missing or "
                              "has been changed"),
                            reading->decimals, p->total, reading->decimals, sum);
    hz_runoff_settle(runoff, p->total, reading->arena);
    return true;
}

static bool read_projection(const struct reading *reading, const struct row row[], size_t rows,
                            struct hz_group_runoff *result, struct hz_error *err)
{
    struct projection p = {.item = hz_arena_allocate(reading->arena, rows, sizeof *p.item)};
    for (size_t r = 0; r < rows; r++)
        if (!read_row(reading, &p, row[r].number, err))
            return false;
    if (p.items == 0 && !reading->is_payments)
        return hz_error_set(err, HZ_ERROR_DATA,
                            hz_sheet_place(reading->sheet, p.total_row, reading->origin),
                            _("total: there is no origin that it is the total of"));
    result->key = row[0].cell;
    return (reading->is_payments ? pay_payments(reading, &p, &result->runoff, err)
                                 : pay_reserves(reading, &p, &result->runoff, err)) &&
           settle(reading, &p, &result->runoff, err);
}

/* A total over groups, of hz-reserve --totals, is one row of the origin total, with such a key. */
static bool is_over_groups(const struct reading *reading, const struct row row[], size_t rows)
{
    const struct hz_text total = hz_text_of("total");
    if (rows != 1 ||
        !hz_text_equal(hz_sheet_cell(reading->sheet, row->number, reading->origin), total))
        return false;
    for (size_t k = 0; k < row->keys; k++)
        if (hz_text_equal(row->cell[k], total))
            return true;
    return false;
}

bool hz_runoff_table_leave_out(struct hz_runoff_table *table, size_t all, struct hz_error *err,
                               struct hz_arena *arena)
{
    if (all < 2 || err->kind != HZ_ERROR_DATA)
        return false;
    if (!table->fault)
        table->fault = hz_arena_allocate(arena, all, sizeof *table->fault);
    table->fault[table->faults++] = *err;
    *err = (struct hz_error){0};
    return true;
}

bool hz_runoff_table_check(const struct hz_runoff_table *table, struct hz_error *err)
{
    if (table->runoffs == 0 && table->faults > 0)
        *err = table->fault[0];
    return table->runoffs > 0 || table->faults == 0;
}

bool hz_runoff_table_read(struct hz_runoff_table *table, const struct hz_sheet *sheet,
                          struct hz_arena *arena, struct hz_error *err)
{
    struct reading reading = {.sheet = sheet, .arena = arena};
    *table = (struct hz_runoff_table){.sheet = sheet};
    if (!find_columns(&reading, err))
        return false;
    if (sheet->rows == 0)
        return hz_error_set(err, HZ_ERROR_DATA, hz_sheet_whole(sheet),
                            _("there is no row: expected the reserve of an origin in each"));
    struct row *row = hz_arena_allocate(arena, sheet->rows, sizeof *row);
    const size_t all = sort_rows(&reading, row);
    table->keys = (size_t)reading.origin;
    table->runoff = hz_arena_allocate(arena, all, sizeof *table->runoff);
    for (size_t start = 0, end = 0; start < sheet->rows; start = end) {
        while (end < sheet->rows && row[end].first == row[start].first)
            end++;
        if (is_over_groups(&reading, row + start, end - start))
            continue;
        if (read_projection(&reading, row + start, end - start, &table->runoff[table->runoffs],
                            err))
            table->runoffs++;
        else if (!hz_runoff_table_leave_out(table, all, err, arena))
            return false;
    }
    return hz_runoff_table_check(table, err);
}

/* runoff_triangle.c: run-offs with standard errors, straight from triangles; see runoff_table.h. */

#include "project/errors.h"
#include "project/runoff_table.h"
#include "triangle/triangle_table.h"

#include <math.h>

bool hz_runoff_table_regroup(struct hz_runoff_table *table, enum hz_grain grain,
                             struct hz_arena *arena, struct hz_error *err)
{
    const struct hz_place place = hz_sheet_whole(table->sheet);
    for (size_t i = 0; i < table->runoffs; i++)
        if (!hz_runoff_regroup(&table->runoff[i].runoff, grain, place, arena, err))
            return false;
    return true;
}

/* A triangle being run off: its payments by calendar period. */
struct running {
    const struct hz_reserve_basis *basis;
    const struct hz_reserve *reserve;
    struct hz_payment *payment;
    struct hz_paid_between *between;
    size_t payments;
    enum hz_grain grain;
    int shift;
};

static bool list_payments(struct running *run, struct hz_error *err)
{
    const struct hz_triangle *triangle = run->basis->triangle;
    for (size_t o = 0; o < triangle->origins; o++)
        for (size_t k = triangle->latest[o]; k < triangle->ages; k++) {
            char label[HZ_FISCAL_TEXT];
            const double amount = run->reserve->payment[o * triangle->ages + k];
            if (k + 1 == triangle->ages && amount == 0)
                continue; /* no tail */
            struct hz_payment *payment = &run->payment[run->payments];
            hz_triangle_period(triangle, o, k + 1, label);
            if (!hz_span_parse(hz_text_of(label), &payment->period, &run->grain, &run->shift))
                return hz_error_set(err, HZ_ERROR_DATA, triangle->place,
                                    _("\"%.*s\" is not a period of the calendar: name the origins "
                                      "of the triangle 2021, 2021Q3 or 2021-07"),
                                    HZ_TEXT_ARGS(triangle->origin[o]));
            payment->amount = amount;
            run->between[run->payments++] =
                (struct hz_paid_between){.origin = o, .from = k, .to = k + 1};
        }
    return true;
}

/* The first period after the valuation: that in which some origin's next payment is latest. */
static hz_period first_period(const struct running *run)
{
    hz_period first = 0;
    for (size_t i = 0; i < run->payments; i++) {
        const bool is_next = i == 0 || run->between[i - 1].origin != run->between[i].origin;
        if (is_next && (i == 0 || run->payment[i].period > first))
            first = run->payment[i].period;
    }
    return first;
}

/* Payments of one origin that follow each other in one period are one. */
static size_t join_ranges(struct running *run, const struct hz_runoff *runoff, hz_period first,
                          int parts)
{
    size_t n = 0;
    for (size_t i = 0; i < run->payments; i++) {
        struct hz_paid_between paid = run->between[i];
        const hz_period due = run->payment[i].period > first ? run->payment[i].period : first;
        paid.period = (size_t)(due / parts - runoff->first);
        struct hz_paid_between *last = n > 0 ? &run->between[n - 1] : NULL;
        if (last && last->origin == paid.origin && last->period == paid.period)
            last->to = paid.to;
        else
            run->between[n++] = paid;
    }
    return n;
}

static bool run_off(const struct hz_triangle *triangle, double tail, int grain,
                    struct hz_runoff *runoff, struct hz_arena *arena, struct hz_error *err)
{
    struct hz_development_choice choice = hz_development_usual;
    struct hz_development development;
    struct hz_reserve reserve;
    choice.tail = tail;
    hz_development_fit(&development, triangle, choice, arena);
    const struct hz_reserve_basis basis = {.triangle = triangle,
                                           .development = &development,
                                           .parameters = HZ_METHOD_PARAMETERS_USUAL};
    const size_t cells = triangle->origins * triangle->ages;
    struct running run = {.basis = &basis, .reserve = &reserve};
    run.payment = hz_arena_allocate(arena, cells, sizeof *run.payment);
    run.between = hz_arena_allocate(arena, cells, sizeof *run.between);
    if (!hz_method_estimate(hz_method_find(hz_text_of("mack")), &basis, &reserve, arena, err) ||
        !list_payments(&run, err))
        return false;
    const hz_period first = first_period(&run);
    run.grain = run.payments > 0 ? run.grain : HZ_YEAR;
    hz_runoff_of_payments(runoff, run.payment, run.payments, first, run.grain, arena);
    runoff->shift = run.shift;
    if (grain != 0 && run.payments > 0 &&
        !hz_runoff_regroup(runoff, (enum hz_grain)grain, triangle->place, arena, err))
        return false;
    const int parts = (int)runoff->grain / (int)run.grain;
    const size_t n = join_ranges(&run, runoff, first, parts);
    size_t periods = runoff->periods;
    for (size_t i = 0; i < n; i++)
        periods = run.between[i].period >= periods ? run.between[i].period + 1 : periods;
    runoff->se = hz_arena_allocate(arena, periods, sizeof *runoff->se);
    hz_runoff_errors(&basis, run.between, n, periods, runoff->se);
    runoff->total_se = reserve.se[triangle->origins];
    return true;
}

bool hz_runoff_table_estimate(struct hz_runoff_table *table, const struct hz_sheet *sheet,
                              double tail, int grain, struct hz_arena *arena, struct hz_error *err)
{
    struct hz_triangle_table *read = hz_arena_allocate(arena, 1, sizeof *read);
    if (!hz_triangle_table_read(read, sheet, NULL, arena, err))
        return false;
    struct hz_sheet *names = hz_arena_allocate(arena, 1, sizeof *names);
    const size_t all = read->triangles + read->faults;
    *names = (struct hz_sheet){.file = sheet->file, .header = read->column};
    *table = (struct hz_runoff_table){.sheet = names,
                                      .keys = read->keys,
                                      .has_errors = true,
                                      .notes = read->notes,
                                      .note = read->note};
    table->runoff = hz_arena_allocate(arena, read->triangles, sizeof *table->runoff);
    for (size_t f = 0; f < read->faults; f++) {
        struct hz_error fault = read->fault[f];
        if (!hz_runoff_table_leave_out(table, all, &fault, arena))
            return false;
    }
    for (size_t i = 0; i < read->triangles; i++) {
        const struct hz_group_triangle *group = &read->triangle[i];
        struct hz_group_runoff *item = &table->runoff[table->runoffs];
        item->key = group->key;
        if (run_off(&group->triangle, tail, grain, &item->runoff, arena, err))
            table->runoffs++;
        else if (!hz_runoff_table_leave_out(table, all, err, arena))
            return false;
    }
    return hz_runoff_table_check(table, err);
}

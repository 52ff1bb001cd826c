/* draw_periods.c: see draw_periods.h. */

#include "variability/draw_periods.h"

#include "triangle/origin_text.h"

#include <stdlib.h>

/* A period and its place in the calendar. */
struct dated {
    hz_period period;
    struct hz_text label;
};

static int earlier(const void *a, const void *b)
{
    const hz_period x = ((const struct dated *)a)->period, y = ((const struct dated *)b)->period;
    return (x > y) - (x < y);
}

static bool date_step(struct dated *dated, const struct hz_triangle *triangle, size_t o, size_t k,
                      struct hz_arena *arena, struct hz_error *err)
{
    char label[HZ_FISCAL_TEXT];
    enum hz_grain grain;
    int shift;
    hz_triangle_period(triangle, o, k + 1, label);
    dated->label = hz_text_of(hz_arena_string(arena, hz_text_of(label)));
    return hz_span_parse(dated->label, &dated->period, &grain, &shift) ||
           hz_origin_period(dated->label, &dated->period, &grain) ||
           hz_error_set(err, HZ_ERROR_DATA, triangle->place,
                        _("origin %.*s: nothing says in which calendar period it is paid; call "
                          "origins like 2021, 2021Q3 or 2021-07, one age apart"),
                        HZ_TEXT_ARGS(triangle->origin[o]));
}

bool hz_draw_periods_new(struct hz_draw_periods *periods, const struct hz_triangle *triangle,
                         bool has_tail, struct hz_arena *arena, struct hz_error *err)
{
    const size_t cells = triangle->origins * triangle->ages, end = triangle->ages - !has_tail;
    struct dated *of = hz_arena_allocate(arena, cells, sizeof *of);
    struct dated *sorted = hz_arena_allocate(arena, cells, sizeof *sorted);
    size_t steps = 0;
    *periods = (struct hz_draw_periods){
        .label = hz_arena_allocate(arena, cells, sizeof *periods->label),
        .of = hz_arena_allocate(arena, cells, sizeof *periods->of),
    };
    for (size_t o = 0; o < triangle->origins; o++)
        for (size_t k = triangle->latest[o]; k < end; k++) {
            struct dated *step = &of[o * triangle->ages + k];
            if (!date_step(step, triangle, o, k, arena, err))
                return false;
            sorted[steps++] = *step;
        }
    qsort(sorted, steps, sizeof *sorted, earlier);
    for (size_t s = 0; s < steps; s++)
        if (s == 0 || sorted[s].period != sorted[s - 1].period) {
            sorted[periods->periods] = sorted[s];
            periods->label[periods->periods++] = sorted[s].label;
        }
    for (size_t o = 0; o < triangle->origins; o++)
        for (size_t k = triangle->latest[o]; k < end; k++)
            while (sorted[periods->of[o * triangle->ages + k]].period !=
                   of[o * triangle->ages + k].period)
                periods->of[o * triangle->ages + k]++;
    return true;
}

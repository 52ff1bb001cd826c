/* adjust_table.c: see adjust_table.h. */

#include "triangle/adjust_table.h"
#include "triangle/triangle_rows.h"

#include <math.h>

const char *const hz_adjustment_names[] = {"case-adequacy", "settlement-rate", "trend", NULL};

enum { AMOUNT_DECIMALS = 2, RATE_DECIMALS = 6 };

/* What is printed of a triangle: origins x ages each, the last one the adjusted value. */
struct figures {
    const double *detail[4];
    int decimals[4];
    const double *value;
};

static const struct hz_triangle *companion(const struct hz_group_triangle *item,
                                           enum hz_companion which)
{
    return item->companion[which];
}

/* Open claims, as they are given or as those reported and not closed. */
static const struct hz_triangle *open_claims(const struct hz_group_triangle *item,
                                             struct hz_arena *arena)
{
    const struct hz_triangle *closed = companion(item, HZ_COMPANION_COUNTS);
    const struct hz_triangle *reported = companion(item, HZ_COMPANION_REPORTED);
    if (companion(item, HZ_COMPANION_OPEN) || !closed || !reported)
        return companion(item, HZ_COMPANION_OPEN);
    const size_t cells = closed->origins * closed->ages;
    double *value = hz_arena_allocate(arena, cells, sizeof *value);
    struct hz_triangle *open = hz_arena_allocate(arena, 1, sizeof *open);
    for (size_t c = 0; c < cells; c++)
        value[c] = reported->value[c] - closed->value[c];
    *open = *closed;
    open->value = value;
    return open;
}

static bool find_case(const struct hz_adjust_order *order, const struct hz_group_triangle *item,
                      struct hz_case_adequacy *result, struct hz_arena *arena, struct hz_error *err)
{
    const struct hz_triangle *incurred = companion(item, HZ_COMPANION_INCURRED);
    const struct hz_triangle *open = open_claims(item, arena);
    if (!incurred || !open)
        return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                            _("case-adequacy needs incurred claims (--incurred) and how many are "
                              "open (--open, or --reported and --closed)"));
    return hz_case_adequacy(result, &item->triangle, incurred, open, order->trend, arena, err);
}

static bool find_figures(const struct hz_adjust_order *order, const struct hz_group_triangle *item,
                         struct figures *figures, struct hz_arena *arena, struct hz_error *err)
{
    const struct hz_triangle *triangle = &item->triangle;
    struct hz_case_adequacy adequacy;
    struct hz_settlement_rate rate;
    double *trended;
    switch (order->adjustment) {
    case HZ_ADJUST_CASE_ADEQUACY:
        if (!find_case(order, item, &adequacy, arena, err))
            return false;
        *figures = (struct figures){{adequacy.average, adequacy.adjusted_average},
                                    {AMOUNT_DECIMALS, AMOUNT_DECIMALS},
                                    adequacy.adjusted};
        return true;
    case HZ_ADJUST_SETTLEMENT_RATE:
        if (!companion(item, HZ_COMPANION_COUNTS))
            return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                                _("settlement-rate needs how many claims are closed (--closed)"));
        if (!hz_settlement_rate(&rate, triangle, companion(item, HZ_COMPANION_COUNTS),
                                companion(item, HZ_COMPANION_REPORTED), order->choice,
                                order->is_linear, arena, err))
            return false;
        *figures = (struct figures){
            {rate.rate, companion(item, HZ_COMPANION_COUNTS)->value, rate.adjusted_closed},
            {RATE_DECIMALS, AMOUNT_DECIMALS, AMOUNT_DECIMALS},
            rate.adjusted};
        return true;
    case HZ_ADJUST_TREND:
        trended = hz_arena_allocate(arena, triangle->origins * triangle->ages, sizeof *trended);
        *figures = (struct figures){.value = trended};
        return hz_trend(triangle, order->trend, order->index, order->by, trended, err);
    }
    return false;
}

/* To be read again: with the decimals that it has, unless some are asked for. */
static void write_value(double value, struct hz_table *out)
{
    const int asked = hz_table_decimals(out, -1);
    if (asked < 0)
        hz_age_write(value, out);
    else
        hz_table_number(out, value, asked);
}

static void write_cells(const struct hz_adjust_order *order,
                        const struct hz_triangle_table *triangles,
                        const struct hz_group_triangle *item, const struct figures *figures,
                        struct hz_table *out)
{
    const struct hz_triangle *triangle = &item->triangle;
    for (size_t o = 0; o < triangle->origins; o++)
        for (size_t k = triangle->first[o]; k <= triangle->latest[o]; k++) {
            const size_t cell = o * triangle->ages + k;
            hz_triangle_table_begin(triangles, item, out);
            hz_table_text(out, triangle->origin[o]);
            hz_age_write(triangle->age[k], out);
            if (order->with_detail)
                hz_age_write(hz_triangle_value(triangle, o, k), out);
            for (size_t d = 0; order->with_detail && figures->detail[d]; d++)
                hz_table_estimate(out, figures->detail[d][cell], figures->decimals[d]);
            write_value(figures->value[cell], out);
            hz_table_end_row(out);
        }
}

static bool write_inflation(const struct hz_adjust_order *order,
                            const struct hz_triangle_table *triangles,
                            const struct hz_group_triangle *item, struct hz_arena *arena,
                            struct hz_table *out, struct hz_error *err)
{
    struct hz_case_adequacy adequacy;
    if (!find_case(order, item, &adequacy, arena, err))
        return false;
    for (size_t k = 0; k < item->triangle.ages; k++) {
        const struct hz_severity_trend trend =
            hz_severity_trend(&item->triangle, adequacy.average, k);
        hz_triangle_table_begin(triangles, item, out);
        hz_age_write(item->triangle.age[k], out);
        hz_table_integer(out, (hz_sum)trend.origins);
        hz_table_ratio(out, trend.rate, RATE_DECIMALS);
        hz_table_ratio(out, trend.r2, RATE_DECIMALS);
        hz_table_end_row(out);
    }
    return true;
}

static const char *const *columns_of(const struct hz_adjust_order *order)
{
    static const char *const plain[] = {"origin", "development", "value", NULL};
    static const char *const inflation[] = {"development", "origins", "rate", "r2", NULL};
    static const char *const detailed[][8] = {
        {"origin", "development", "paid", "average", "adjusted_average", "value", NULL},
        {"origin", "development", "paid", "settlement_rate", "closed", "adjusted_closed", "value",
         NULL},
        {"origin", "development", "given", "value", NULL},
    };
    return order->with_inflation ? inflation
           : order->with_detail  ? detailed[order->adjustment]
                                 : plain;
}

struct job {
    const struct hz_adjust_order *order;
    const struct hz_triangle_table *triangles;
    struct hz_table *out;
};

static bool write_group(const struct hz_group_triangle *item, const void *context,
                        struct hz_arena *arena, struct hz_error *err)
{
    const struct job *job = context;
    struct figures figures = {0};
    if (job->order->with_inflation)
        return write_inflation(job->order, job->triangles, item, arena, job->out, err);
    if (!find_figures(job->order, item, &figures, arena, err))
        return false;
    write_cells(job->order, job->triangles, item, &figures, job->out);
    return true;
}

bool hz_adjust_table(const struct hz_adjust_order *order, const struct hz_triangle_table *triangles,
                     struct hz_table *out, struct hz_error *err)
{
    const struct job job = {order, triangles, out};
    if (order->with_inflation && order->adjustment != HZ_ADJUST_CASE_ADEQUACY)
        return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                            _("inflation is of average case outstanding: --method case-adequacy"));
    return hz_triangle_table_declare(triangles, columns_of(order), out, err) &&
           hz_triangle_table_each(triangles, write_group, &job, out, err);
}

/* hz-growth: average annual growth of yearly figures (年均增幅), under every definition in use. */

#include "common/command.h"
#include "growth/growth.h"
#include "record/growth_table.h"

static struct {
    const char *methods;
    int64_t base_year, last_year;
    bool year_on_year, with_definitions;
} opt = {.methods = "level,cumulative,arithmetic"};

static const struct hz_option options[] = {
    HZ_CHOICES('m', "method", &opt.methods, hz_growth_method_names,
               "definitions of average growth (default: level,cumulative,arithmetic)"),
    HZ_INTEGER('b', "base-year", &opt.base_year, "YEAR", 1, 9999,
               "the year that growth is measured from (default: the first)"),
    HZ_INTEGER('t', "to", &opt.last_year, "YEAR", 1, 9999, "the last year (default: the last one)"),
    HZ_FLAG('d', "definitions", &opt.with_definitions, "print each definition beside its rates"),
    HZ_FLAG('y', "year-on-year", &opt.year_on_year, "print the growth of each year instead"),
    HZ_END,
};

static bool run(const struct hz_sheet *in, struct hz_table *out, struct hz_error *err)
{
    const struct hz_growth_order order = {
        .methods = opt.methods,
        .base_year = (int)opt.base_year,
        .last_year = (int)opt.last_year,
        .with_definitions = opt.with_definitions,
    };
    struct hz_arena arena = {0};
    struct hz_series_table series;
    bool done = hz_series_table_read(&series, in, &arena, err);
    if (done && opt.year_on_year)
        done = hz_year_on_year_table(&series, &order, out, err);
    else if (done)
        done = hz_growth_table(&series, &order, out, err);
    hz_arena_free(&arena);
    return done;
}

const struct hz_command hz_command = {
    .name = "hz-growth",
    .summary = "average annual growth of yearly figures",
    .operands = "[FILE]",
    .options = options,
    .run = run,
};

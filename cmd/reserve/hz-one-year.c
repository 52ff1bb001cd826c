/* hz-one-year: how far reserves will move with the next diagonals (一年期准备金风险). */

#include "common/total_options.h"
#include "development_options.h"
#include "variability/one_year_table.h"

static struct hz_development_options opt = HZ_DEVELOPMENT_OPTIONS_USUAL;
static struct hz_total_options totals;
static bool run_off;

static const struct hz_option options[] = {
    HZ_OPTION_AVERAGE(opt, hz_average_names),
    HZ_OPTION_USE(opt),
    HZ_OPTION_SIGMA(opt),
    HZ_OPTION_TAIL(opt),
    HZ_OPTION_SELECTIONS(opt),
    HZ_OPTION_FORM(opt),
    HZ_TOTAL_OPTIONS(totals),
    HZ_FLAG(0, "run-off", &run_off, "print all diagonals to come instead",
            .under = HZ_UNDER_OUTPUT),
    HZ_END,
};

static bool run(const struct hz_sheet *in, struct hz_table *out, struct hz_error *err)
{
    struct hz_arena arena = {0};
    struct hz_triangle_table triangles;
    struct hz_development_choice choice;
    struct hz_total_choice total_choice;
    bool done = hz_total_options_read(&totals, &total_choice, err) &&
                hz_development_options_read(&opt, in, &triangles, &choice, &arena, err) &&
                hz_one_year_table(&choice, run_off, &total_choice, &triangles, out, err);
    hz_arena_free(&arena);
    return done;
}

const struct hz_command hz_command = {
    .name = "hz-one-year",
    .summary = "how far reserves may move with the next diagonals of claims triangles",
    .operands = "[FILE]",
    .options = options,
    .kind = HZ_COMMAND_TABLE,
    .table = run,
};

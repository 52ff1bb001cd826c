/* hz-one-year: how far reserves will move with the next diagonals (一年期准备金风险). */

#include "common/command.h"
#include "record/one_year_table.h"

static struct {
    const char *average, *sigma;
    double tail;
    bool run_off, is_incremental;
} opt = {.average = "volume", .sigma = "mack", .tail = 1};

/* The averages of Mack's model: the first of hz_average_names. */
static const char *const averages[] = {"simple", "volume", "regression", NULL};

static const struct hz_option options[] = {
    HZ_CHOICE('a', "average", &opt.average, averages,
              "how link ratios are averaged (default: volume)"),
    HZ_CHOICE('s', "sigma", &opt.sigma, hz_sigma_rule_names,
              "rule for the last sigma (default: mack)"),
    HZ_NUMBER('t', "tail", &opt.tail, "FACTOR", 1e-6, 1e6,
              "development after the last age (default: 1, none)"),
    HZ_FLAG('i', "incremental", &opt.is_incremental, "values are amounts of one age, not sums"),
    HZ_FLAG(0, "run-off", &opt.run_off, "print all diagonals to come instead"),
    HZ_END,
};

static bool run(const struct hz_sheet *in, struct hz_table *out, struct hz_error *err)
{
    struct hz_arena arena = {0};
    struct hz_triangle_table triangles;
    struct hz_development_choice choice = hz_development_usual;
    choice.average = (enum hz_average)hz_choice_index(averages, opt.average);
    choice.sigma_rule = (enum hz_sigma_rule)hz_choice_index(hz_sigma_rule_names, opt.sigma);
    choice.tail = opt.tail;
    bool done = hz_triangle_table_read(&triangles, in, opt.is_incremental, &arena, err) &&
                hz_one_year_table(&choice, opt.run_off, &triangles, out, err);
    hz_arena_free(&arena);
    return done;
}

const struct hz_command hz_command = {
    .name = "hz-one-year",
    .summary = "how far reserves may move with the next diagonals of claims triangles",
    .operands = "[FILE]",
    .options = options,
    .run = run,
};

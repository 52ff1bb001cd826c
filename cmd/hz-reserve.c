/* hz-reserve: what is still to be paid of claims triangles (未决赔款准备金). */

#include "common/command.h"
#include "record/reserve_table.h"

#include <math.h>

static struct {
    const char *methods, *average, *sigma, *exposure;
    double tail, tail_se, tail_sigma, prior;
    int64_t decimals;
    bool is_incremental, with_detail, factors, run_off;
} opt = {.methods = "chain-ladder",
         .average = "volume",
         .sigma = "mack",
         .tail = 1,
         .prior = (double)NAN,
         .decimals = -1};

static const struct hz_option options[] = {
    HZ_CHOICES('m', "method", &opt.methods, hz_method_names,
               "how to estimate, several at once (default: chain-ladder)"),
    HZ_CHOICE('a', "average", &opt.average, hz_average_names,
              "how link ratios are averaged (default: volume)"),
    HZ_CHOICE('s', "sigma", &opt.sigma, hz_sigma_rule_names,
              "rule for the last sigma (default: mack)"),
    HZ_NUMBER('t', "tail", &opt.tail, "FACTOR", 1e-6, 1e6,
              "development after the last age (default: 1, none)"),
    HZ_NUMBER(0, "tail-se", &opt.tail_se, "SE", 0, 1e6,
              "standard error of that factor (default: 0, certain)"),
    HZ_NUMBER(0, "tail-sigma", &opt.tail_sigma, "SIGMA", 0, 1e100,
              "sigma of that development (default: 0)"),
    HZ_NUMBER('p', "prior", &opt.prior, "RATIO", 0, 1e100,
              "expected ultimate per unit of exposure (0.83, 83%)"),
    HZ_TEXT('e', "exposure", &opt.exposure, "FILE", "table with the exposure of each origin"),
    HZ_FLAG('i', "incremental", &opt.is_incremental, "values are amounts of one age, not sums"),
    HZ_INTEGER(0, "round-factors", &opt.decimals, "N", 0, 15,
               "calculate with factors rounded to N decimals"),
    HZ_FLAG('d', "detail", &opt.with_detail, "process and parameter parts of the standard error"),
    HZ_FLAG(0, "factors", &opt.factors, "print the development factors instead"),
    HZ_FLAG(0, "run-off", &opt.run_off, "print the expected payments by age and period instead"),
    HZ_END,
};

static bool read_exposures(struct hz_triangle_table *triangles, struct hz_arena *arena,
                           struct hz_error *err)
{
    struct hz_sheet sheet;
    return !opt.exposure || (hz_sheet_read(&sheet, opt.exposure, arena, err) &&
                             hz_exposure_read(triangles, &sheet, arena, err));
}

static bool tabulate(const struct hz_triangle_table *triangles, struct hz_table *out,
                     struct hz_error *err)
{
    const struct hz_reserve_order order = {
        .methods = opt.methods,
        .prior = opt.prior,
        .choice = {.average = (enum hz_average)hz_choice_index(hz_average_names, opt.average),
                   .sigma_rule =
                       (enum hz_sigma_rule)hz_choice_index(hz_sigma_rule_names, opt.sigma),
                   .tail = opt.tail,
                   .tail_se = opt.tail_se,
                   .tail_sigma = opt.tail_sigma,
                   .decimals = (int)opt.decimals},
    };
    if (opt.factors)
        return hz_factor_table(&order, triangles, out, err);
    if (opt.run_off)
        return hz_run_off_table(&order, triangles, out, err);
    return hz_reserve_table(&order, triangles, opt.with_detail, out, err);
}

static bool run(const struct hz_sheet *in, struct hz_table *out, struct hz_error *err)
{
    struct hz_arena arena = {0};
    struct hz_triangle_table triangles;
    if (opt.factors && opt.run_off)
        return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                            _("--factors and --run-off are two tables: choose one"));
    bool done = hz_triangle_table_read(&triangles, in, opt.is_incremental, &arena, err) &&
                read_exposures(&triangles, &arena, err) && tabulate(&triangles, out, err);
    hz_arena_free(&arena);
    return done;
}

const struct hz_command hz_command = {
    .name = "hz-reserve",
    .summary = "outstanding claims reserve of claims triangles",
    .operands = "[FILE]",
    .options = options,
    .run = run,
};

/*
 * hz-backtest: what methods said of triangles, and prospects of a year, held against what came
 * (回溯检验).
 */

#include "development_options.h"
#include "triangle/companion.h"
#include "triangle/origin_exposure.h"
#include "variability/backtest_table.h"
#include "variability/prospect_back_table.h"

#include <stdio.h>
#include <unistd.h>

enum { OF_TRIANGLES, OF_PROSPECTS };
static const char *const subjects[] = {"reserve", "prospect", NULL};

static struct {
    int of;
    const char *methods, *outcome, *exposure, *incurred, *each, *shape, *print, *process,
        *residuals, *priors;
    int64_t cuts, horizon, simulations, seed, threads;
    double floor;
    struct hz_development_options development;
} opt = {.of = -1,
         .methods = "mack",
         .shape = "log-normal",
         .print = "board",
         .process = "gamma",
         .residuals = "scaled",
         .simulations = 10000,
         .seed = 1,
         .floor = -HZ_VALUE_MOST,
         .development = HZ_DEVELOPMENT_OPTIONS_USUAL};

/* In the order of enum hz_foretold_shape. */
static const char *const shapes[] = {"log-normal", "normal", NULL};

static const struct hz_option options[] = {
    HZ_TEXT('m', "method", &opt.methods, "LIST",
            "methods with errors, odp-bootstrap, mack-bootstrap (default: mack)"),
    HZ_TEXT(0, "outcome", &opt.outcome, "FILE", "table of what became of each group"),
    HZ_INTEGER(0, "cut", &opt.cuts, "N", 1, 1000, "cut off each of the last N diagonals instead"),
    HZ_INTEGER(0, "horizon", &opt.horizon, "N", 1, 1000,
               "with --cut: foretell N diagonals (default: as many as were cut)"),
    HZ_TEXT(0, "each", &opt.each, "COLUMN", "a board for each value of a group column too"),
    HZ_CHOICE(0, "print", &opt.print, hz_backtest_print_names, "what is printed (default: board)"),
    HZ_CHOICE(0, "shape", &opt.shape, shapes,
              "of what a method with a mean and an error foretells (default: log-normal)"),
    HZ_TEXT('e', "exposure", &opt.exposure, "FILE", "table with the exposure of each origin"),
    HZ_TEXT(0, "incurred", &opt.incurred, "FILE", "triangles with case reserves, to paid ones"),
    HZ_TEXT(0, "priors", &opt.priors, "LIST",
            "of crc, csr, ccl, cay: level=-0.2,level-sd=0.5 (default: as published)"),
    HZ_INTEGER('n', "simulations", &opt.simulations, "N", 400, 1000000,
               "of methods that draw (default: 10000)"),
    HZ_NUMBER(0, "floor", &opt.floor, "VALUE", -HZ_VALUE_MOST, HZ_VALUE_MOST,
              "take values below it as it (default: as they are)"),
    HZ_CHOICE(0, "process", &opt.process, hz_process_names,
              "bootstraps: distribution of future amounts (default: gamma)"),
    HZ_CHOICE(0, "residuals", &opt.residuals, hz_residuals_names,
              "odp-bootstrap: how residuals are adjusted (default: scaled)"),
    HZ_INTEGER(0, "seed", &opt.seed, "N", 0, 1e15, "of the random numbers (default: 1)"),
    HZ_OPTION_AVERAGE(opt.development, hz_average_names),
    HZ_OPTION_USE(opt.development),
    HZ_OPTION_SIGMA(opt.development),
    HZ_OPTION_TAIL(opt.development),
    HZ_OPTION_SELECTIONS(opt.development),
    HZ_OPTION_FORM(opt.development),
    HZ_INTEGER('j', "threads", &opt.threads, "N", 1, 1024,
               "workers (default: one a processor); the result is the same",
               .under = HZ_UNDER_SHARED),
    HZ_END,
};

static struct hz_backtest_order read_order(void)
{
    struct hz_backtest_order order = {
        .methods = opt.methods,
        .outcome = opt.outcome,
        .by = opt.each,
        .cuts = (size_t)opt.cuts,
        .horizon = (size_t)opt.horizon,
        .print = (enum hz_backtest_print)hz_choice_index(hz_backtest_print_names, opt.print),
        .choice = {.shape = (enum hz_foretold_shape)hz_choice_index(shapes, opt.shape),
                   .draws = {.bootstrap = {.process = (enum hz_process)hz_choice_index(
                                               hz_process_names, opt.process),
                                           .residuals = (enum hz_residuals)hz_choice_index(
                                               hz_residuals_names, opt.residuals),
                                           .tail = opt.development.tail,
                                           .seed = (uint64_t)opt.seed,
                                           .process_seed = (uint64_t)opt.seed},
                             .prior = (double)NAN,
                             .priors = hz_bayesian_published,
                             .trials = (uint64_t)opt.simulations},
                   .parameters = HZ_METHOD_PARAMETERS_USUAL},
        .threads = (int)(opt.threads > 0 ? opt.threads : sysconf(_SC_NPROCESSORS_ONLN))};
    return order;
}

static void tell_raised(size_t raised, double least, struct hz_table *out)
{
    char text[128];
    if (raised == 0)
        return;
    snprintf(text, sizeof text, _("values below %.15g, taken as it (--floor): %zu"), least, raised);
    hz_table_tell(out, text);
}

static bool run_prospects(const struct hz_sheet *in, struct hz_table *out, struct hz_error *err)
{
    const struct hz_backtest_order order = read_order();
    if (opt.cuts > 0)
        return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                            _("--cut is for triangles: a prospect's outcome is --outcome FILE"));
    return hz_prospect_back_table(&(struct hz_prospect_back_order){.outcome = order.outcome,
                                                                   .by = order.by,
                                                                   .print = order.print,
                                                                   .shape = order.choice.shape},
                                  in, out, err);
}

static bool run(const struct hz_sheet *in, struct hz_table *out, struct hz_error *err)
{
    if (opt.of == OF_PROSPECTS)
        return run_prospects(in, out, err);
    struct hz_arena arena = {0};
    struct hz_triangle_table triangles;
    struct hz_backtest_order order = read_order();
    bool done = hz_bayesian_priors_read(&order.choice.draws.priors, opt.priors, err) &&
                hz_development_options_read(&opt.development, in, &triangles,
                                            &order.choice.draws.development, &arena, err) &&
                hz_exposure_read_file(&triangles, opt.exposure, &arena, err) &&
                hz_companion_read(&triangles, opt.incurred, &opt.development.form,
                                  HZ_COMPANION_INCURRED, &arena, err);
    if (done) {
        const size_t raised = hz_triangle_table_floor(&triangles, opt.floor, &arena);
        tell_raised(raised, opt.floor, out);
        done = hz_backtest_table(&order, &triangles, out, err);
    }
    hz_arena_free(&arena);
    return done;
}

const struct hz_command hz_command = {
    .name = "hz-backtest",
    .summary = "what methods and prospects said, held against what came",
    .operands = "[reserve|prospect] [FILE]",
    .options = options,
    .subjects = subjects,
    .subject = &opt.of,
    .kind = HZ_COMMAND_TABLE,
    .table = run,
};

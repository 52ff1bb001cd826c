/* hz-bootstrap: the distribution of a reserve, by resampling its triangle (自助法). */

#include "development_options.h"
#include "triangle/origin_exposure.h"
#include "variability/bootstrap_table.h"

#include <unistd.h>

static struct hz_development_options development = HZ_DEVELOPMENT_OPTIONS_USUAL;

static struct {
    const char *model, *exposure, *process, *residuals, *quantiles;
    int64_t simulations, seed, threads;
    bool is_one_year;
} opt = {.model = "odp",
         .process = "gamma",
         .residuals = "scaled",
         .quantiles = "50,75,90,95,99,99.5",
         .simulations = 10000,
         .seed = 1};

static const struct hz_option options[] = {
    HZ_CHOICE('m', "model", &opt.model, hz_draws_names, "what is drawn from (default: odp)"),
    HZ_TEXT('e', "exposure", &opt.exposure, "FILE", "table with the exposure of each origin"),
    HZ_INTEGER('n', "simulations", &opt.simulations, "N", 100, HZ_TRIALS_MOST,
               "how many (default: 10000)"),
    HZ_INTEGER(0, "seed", &opt.seed, "N", 0, 1e15, "of the random numbers (default: 1)"),
    HZ_CHOICE(0, "process", &opt.process, hz_process_names,
              "distribution of future amounts (default: gamma)"),
    HZ_CHOICE(0, "residuals", &opt.residuals, hz_residuals_names,
              "how residuals are adjusted (default: scaled)"),
    HZ_FLAG(0, "one-year", &opt.is_one_year, "what a year more will make of the reserve"),
    HZ_TEXT(0, "quantiles", &opt.quantiles, "LIST",
            "per cents, ascending (default: 50,75,90,95,99,99.5)"),
    HZ_OPTION_AVERAGE(development, hz_average_names),
    HZ_OPTION_USE(development),
    HZ_OPTION_SIGMA(development),
    HZ_OPTION_TAIL(development),
    HZ_OPTION_SELECTIONS(development),
    HZ_OPTION_FORM(development),
    HZ_INTEGER('j', "threads", &opt.threads, "N", 1, 1024,
               "workers (default: one a processor); the result is the same",
               .under = HZ_UNDER_SHARED),
    HZ_END,
};

static int processors(void)
{
    const long count = sysconf(_SC_NPROCESSORS_ONLN);
    return count > 0 && count <= 1024 ? (int)count : 1;
}

static struct hz_bootstrap_order read_order(void)
{
    return (struct hz_bootstrap_order){
        .choice = {.model = (enum hz_draws_model)hz_choice_index(hz_draws_names, opt.model),
                   .bootstrap = {.process = (enum hz_process)hz_choice_index(hz_process_names,
                                                                             opt.process),
                                 .residuals = (enum hz_residuals)hz_choice_index(hz_residuals_names,
                                                                                 opt.residuals),
                                 .tail = development.tail,
                                 .is_one_year = opt.is_one_year,
                                 .seed = (uint64_t)opt.seed},
                   .priors = hz_bayesian_published,
                   .trials = (uint64_t)opt.simulations,
                   .threads = opt.threads > 0 ? (int)opt.threads : processors()}};
}

/* Options that the model would not heed. */
static bool check(const struct hz_draws_choice *choice, struct hz_error *err)
{
    if (choice->model != HZ_DRAWS_ODP && choice->bootstrap.residuals != HZ_RESIDUALS_SCALED)
        return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                            _("--residuals is of --model odp alone"));
    const bool uses_all = development.last + development.drop_high + development.drop_low == 0 &&
                          !development.selections && strcmp(development.average, "volume") == 0;
    if (choice->model != HZ_DRAWS_MACK && !uses_all)
        return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                            _("--model %s uses all link ratios as they are: for other factors take "
                              "--model mack"),
                            opt.model);
    return true;
}

static bool run(const struct hz_sheet *in, struct hz_table *out, struct hz_error *err)
{
    struct hz_arena arena = {0};
    struct hz_triangle_table triangles;
    struct hz_bootstrap_order order = read_order();
    bool done = hz_levels_read(&order.levels, opt.quantiles, err) && check(&order.choice, err) &&
                hz_development_options_read(&development, in, &triangles, &order.choice.development,
                                            &arena, err) &&
                hz_exposure_read_file(&triangles, opt.exposure, &arena, err) &&
                hz_bootstrap_table(&order, &triangles, out, err);
    hz_arena_free(&arena);
    return done;
}

const struct hz_command hz_command = {
    .name = "hz-bootstrap",
    .summary = "the distribution of the reserve of claims triangles, by resampling",
    .operands = "[FILE]",
    .options = options,
    .kind = HZ_COMMAND_TABLE,
    .table = run,
};

/* hz-bootstrap: the distribution of a reserve, by resampling its triangle (自助法). */

#include "development_options.h"
#include "triangle/origin_exposure.h"
#include "variability/bootstrap_table.h"

#include <math.h>
#include <unistd.h>

static struct hz_development_options development = HZ_DEVELOPMENT_OPTIONS_USUAL;

static struct {
    const char *model, *exposure, *process, *residuals, *quantiles, *outcome, *dependence,
        *correlation, *priors;
    double prior, prior_cv;
    int64_t simulations, seed, threads;
    bool is_one_year, is_by_period, totals;
} opt = {.model = "odp",
         .process = "gamma",
         .residuals = "scaled",
         .quantiles = "50,75,90,95,99,99.5",
         .prior = (double)NAN,
         .simulations = 10000,
         .seed = 1};

static const struct hz_option options[] = {
    HZ_CHOICE('m', "model", &opt.model, hz_draws_names, "what is drawn from (default: odp)"),
    HZ_TEXT('e', "exposure", &opt.exposure, "FILE", "table with the exposure of each origin",
            .under = HZ_UNDER_EXPOSURE),
    HZ_NUMBER('p', "prior", &opt.prior, "RATIO", 0, 1e100,
              "bornhuetter-ferguson: expected ultimate per unit of exposure (0.83, 83%)",
              .under = HZ_UNDER_EXPOSURE),
    HZ_RATE(0, "prior-cv", &opt.prior_cv, "CV", 0, 10,
            "how far that may be off in each origin, as a share of it (default: 0)",
            .under = HZ_UNDER_EXPOSURE),
    HZ_TEXT(0, "priors", &opt.priors, "LIST",
            "of crc, csr, ccl, cay: level=-0.2,level-sd=0.5 (default: as published)"),
    HZ_INTEGER('n', "simulations", &opt.simulations, "N", 100, HZ_TRIALS_MOST,
               "how many (default: 10000)"),
    HZ_INTEGER(0, "seed", &opt.seed, "N", 0, 1e15, "of the random numbers (default: 1)"),
    HZ_CHOICE(0, "process", &opt.process, hz_process_names,
              "distribution of future amounts (default: gamma)"),
    HZ_CHOICE(0, "residuals", &opt.residuals, hz_residuals_names,
              "how residuals are adjusted (default: scaled)"),
    HZ_FLAG(0, "one-year", &opt.is_one_year, "what a year more will make of the reserve"),
    HZ_FLAG(0, "by-period", &opt.is_by_period, "what is paid in each calendar period",
            .under = HZ_UNDER_OUTPUT),
    HZ_TEXT(0, "outcome", &opt.outcome, "FILE",
            "what became of them: the per cent of simulations below it", .under = HZ_UNDER_OUTPUT),
    HZ_FLAG(0, "totals", &opt.totals, "add the total over all groups", .under = HZ_UNDER_OUTPUT),
    HZ_CHOICE(0, "dependence", &opt.dependence, hz_joint_names,
              "how groups are off together, for --totals", .under = HZ_UNDER_OUTPUT),
    HZ_TEXT(0, "correlation", &opt.correlation, "FILE",
            "instead of that: a square table of their rank correlations", .under = HZ_UNDER_OUTPUT),
    HZ_TEXT(0, "quantiles", &opt.quantiles, "LIST",
            "per cents, ascending (default: 50,75,90,95,99,99.5)"),
    HZ_OPTION_AVERAGE(development, hz_average_names),
    HZ_OPTION_USE(development),
    HZ_OPTION_SIGMA(development),
    HZ_OPTION_TAIL(development),
    HZ_CHOICE(0, "tail-curve", &development.curve, hz_tail_curve_names,
              "extrapolate it in each simulation by a curve (default: constant, as given)",
              .under = HZ_UNDER_TAIL),
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
                                 .is_by_period = opt.is_by_period,
                                 .prior_cv = opt.prior_cv,
                                 .seed = (uint64_t)opt.seed},
                   .prior = opt.prior,
                   .priors = hz_bayesian_published,
                   .trials = (uint64_t)opt.simulations,
                   .threads = opt.threads > 0 ? (int)opt.threads : processors()},
        .outcome = opt.outcome,
        .has_total = opt.totals,
        .dependence = opt.correlation
                          ? HZ_JOINT_CORRELATED
                          : (enum hz_joint_dependence)hz_choice_index(
                                hz_joint_names, opt.dependence ? opt.dependence : "unstated"),
        .correlation = opt.correlation};
}

/* Options that the model would not heed. */
static bool check(const struct hz_draws_choice *choice, struct hz_error *err)
{
    const bool resamples_amounts = choice->model == HZ_DRAWS_ODP ||
                                   choice->model == HZ_DRAWS_BORNHUETTER_FERGUSON ||
                                   choice->model == HZ_DRAWS_CAPE_COD;
    if (!resamples_amounts && choice->bootstrap.residuals != HZ_RESIDUALS_SCALED)
        return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                            _("--residuals is of odp, bornhuetter-ferguson and cape-cod alone"));
    if (choice->model != HZ_DRAWS_BORNHUETTER_FERGUSON &&
        (!isnan(opt.prior) || choice->bootstrap.prior_cv > 0))
        return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                            _("--prior and --prior-cv are of --model bornhuetter-ferguson alone"));
    if (opt.correlation && opt.dependence)
        return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                            _("--dependence and --correlation both say how groups are off "
                              "together: choose one"));
    if ((opt.correlation || opt.dependence) && !opt.totals)
        return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                            _("--dependence and --correlation are of totals over groups: they go "
                              "with --totals"));
    const bool uses_all = development.last + development.drop_high + development.drop_low == 0 &&
                          !development.selections && strcmp(development.average, "volume") == 0;
    if (choice->model != HZ_DRAWS_MACK && !uses_all)
        return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                            _("--model %s uses all link ratios as they are: for other factors take "
                              "--model mack"),
                            opt.model);
    return true;
}

/*
 * The curve of a tail is fitted again in each simulation. Mack's model may have an error of its
 * tail instead, or a growth curve, which takes more than factors: then it is drawn around the one
 * there is.
 */
static bool take_curve(struct hz_draws_choice *choice, struct hz_error *err)
{
    const struct hz_development_choice *d = &choice->development;
    const bool is_drawn = d->curve.curve >= HZ_TAIL_CLARK_LOGLOGISTIC || !isnan(d->tail_se) ||
                          d->tail_errors != HZ_TAIL_CERTAIN;
    if (choice->model != HZ_DRAWS_MACK || !is_drawn)
        choice->bootstrap.curve = d->curve;
    return choice->bootstrap.curve.curve == HZ_TAIL_CONSTANT || choice->model < HZ_DRAWS_CRC ||
           hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                        _("%s has no factors to extrapolate a tail from"), opt.model);
}

static bool run(const struct hz_sheet *in, struct hz_table *out, struct hz_error *err)
{
    struct hz_arena arena = {0};
    struct hz_triangle_table triangles;
    struct hz_bootstrap_order order = read_order();
    bool done = hz_levels_read(&order.levels, opt.quantiles, err) &&
                hz_bayesian_priors_read(&order.choice.priors, opt.priors, err) &&
                check(&order.choice, err) &&
                hz_development_options_read(&development, in, &triangles, &order.choice.development,
                                            &arena, err) &&
                take_curve(&order.choice, err) &&
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

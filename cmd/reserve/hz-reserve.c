/* hz-reserve: what is still to be paid of claims triangles (未决赔款准备金). */

#include "common/total_options.h"
#include "development_options.h"
#include "emergence_options.h"
#include "file/remark.h"
#include "reserve/bayesian.h"
#include "reserve/factor_table.h"
#include "reserve/glm_table.h"
#include "reserve/reserve_table.h"
#include "reserve/run_off_table.h"
#include "triangle/companion.h"
#include "triangle/development_between.h"
#include "triangle/origin_exposure.h"

#include <math.h>
#include <stdio.h>
#include <unistd.h>

static struct {
    const char *methods, *select, *exposure, *counts, *incurred;
    const char *negative, *design, *model, *priors, *between, *ages;
    struct hz_development_options development;
    struct hz_emergence_options growth;
    struct hz_method_parameters parameters;
    struct hz_total_options totals;
    int64_t threads;
    bool with_detail, with_skewness, with_spread, estimate_power;
    bool factors, run_off, show, tail_parameters, credibility;
} opt = {.methods = "chain-ladder",
         .negative = "auto",
         .design = "origin-age",
         .development = HZ_DEVELOPMENT_OPTIONS_USUAL,
         .growth = HZ_EMERGENCE_OPTIONS_USUAL,
         .parameters = HZ_METHOD_PARAMETERS_USUAL};

static const struct hz_option options[] = {
    HZ_CHOICES('m', "method", &opt.methods, hz_method_names,
               "how to estimate, several at once (default: chain-ladder)"),
    HZ_TEXT(0, "select", &opt.select, "RULE",
            "one estimate of them: max, mean, weighted:METHOD=SHARE,..., METHOD"),
    HZ_DEVELOPMENT_OPTIONS(opt.development),
    HZ_CHOICE(0, "between", &opt.between, hz_between_names,
              "develop origins seen between ages, by the share developed (default: not)",
              .under = HZ_UNDER_DEVELOPMENT),
    HZ_TEXT(0, "ages", &opt.ages, "LIST", "the ages of --factors --between: 6,12,18",
            .under = HZ_UNDER_OUTPUT),
    HZ_NUMBER('p', "prior", &opt.parameters.prior, "RATIO", 0, 1e100,
              "expected ultimate per unit of exposure (0.83, 83%)", .under = HZ_UNDER_EXPOSURE),
    HZ_TEXT('e', "exposure", &opt.exposure, "FILE", "table with the exposure of each origin",
            .under = HZ_UNDER_EXPOSURE),
    HZ_TEXT(0, "counts", &opt.counts, "FILE", "triangles with the numbers of the claims",
            .under = HZ_UNDER_EXPOSURE),
    HZ_TEXT(0, "incurred", &opt.incurred, "FILE", "triangles with case reserves, to paid ones",
            .under = HZ_UNDER_EXPOSURE),
    HZ_INTEGER(0, "iterations", &opt.parameters.iterations, "N", 1, 1000000,
               "rounds of benktander (default: 2)"),
    HZ_RATE(0, "trend", &opt.parameters.trend, "RATE", -0.99, 10,
            "yearly growth of claims per unit of exposure (default: 0)"),
    HZ_RATE(0, "decay", &opt.parameters.decay, "SHARE", 0, 1,
            "cape-cod: weight of an origin one further away (default: 1)"),
    HZ_RATE(0, "completion", &opt.parameters.completion, "SHARE", 0, 1,
            "completion: origins observed to less are filled up by exposure"),
    HZ_RATE(0, "percent", &opt.parameters.percent, "RATIO", 0, 10,
            "percent-of-paid: that share of what was paid lately (0.35, 35%)"),
    HZ_INTEGER(0, "percent-of", &opt.parameters.percent_of, "N", 1, 1000000,
               "percent-of-paid: lately is on the last N diagonals"),
    HZ_NUMBER(0, "power", &opt.parameters.power, "P", 0, 3,
              "tweedie: power of the mean in the variance (default: 1.5)"),
    HZ_FLAG(0, "estimate-power", &opt.estimate_power, "tweedie: take the likeliest power"),
    HZ_CHOICE(0, "negative", &opt.negative, hz_negative_names,
              "odp and its like: how increments of 0 and below are taken (default: auto)"),
    HZ_CHOICE(0, "design", &opt.design, hz_glm_design_names,
              "odp and its like: what the levels are of (default: origin-age)"),
    HZ_EMERGENCE_OPTIONS(opt.growth),
    HZ_INTEGER(0, "draws", &opt.parameters.draws, "N", 400, 1000000,
               "crc, csr, ccl, cay: how many (default: 8000)"),
    HZ_TEXT(0, "priors", &opt.priors, "LIST",
            "crc, csr, ccl, cay: level=-0.2,level-sd=0.5 (default: as published)"),
    HZ_INTEGER(0, "seed", &opt.parameters.seed, "N", 0, 1e15, "of the random numbers (default: 1)"),
    HZ_FLAG(0, "show-selections", &opt.show, "print what was selected at each age instead",
            .under = HZ_UNDER_OUTPUT),
    HZ_FLAG(0, "tail-parameters", &opt.tail_parameters,
            "print the parameters of the tail's curve instead", .under = HZ_UNDER_OUTPUT),
    HZ_TOTAL_OPTIONS(opt.totals),
    HZ_FLAG('d', "detail", &opt.with_detail, "process and parameter parts of the standard error",
            .under = HZ_UNDER_OUTPUT),
    HZ_FLAG(0, "skewness", &opt.with_skewness, "mack: the skewness of what is to come",
            .under = HZ_UNDER_OUTPUT),
    HZ_FLAG(0, "spread", &opt.with_spread, "odp and its like: their phi, power and theta",
            .under = HZ_UNDER_OUTPUT),
    HZ_FLAG(0, "factors", &opt.factors, "print the development factors instead",
            .under = HZ_UNDER_OUTPUT),
    HZ_CHOICE(0, "model", &opt.model, hz_glm_view_names,
              "print a generalised linear model instead of its reserves", .under = HZ_UNDER_OUTPUT),
    HZ_FLAG(0, "run-off", &opt.run_off, "print the expected payments by age and period instead",
            .under = HZ_UNDER_OUTPUT),
    HZ_FLAG(0, "credibility", &opt.credibility,
            "blend each group's factors with those of all groups"),
    HZ_INTEGER('j', "threads", &opt.threads, "N", 1, 1024,
               "workers on groups (default: one a processor); the result is the same",
               .under = HZ_UNDER_SHARED),
    HZ_END,
};

static struct hz_reserve_order read_order(void)
{
    struct hz_reserve_order order = {
        .methods = opt.methods,
        .select = opt.select,
        .choice = hz_development_chosen(&opt.development),
        .parameters = opt.parameters,
        .has_credibility = opt.credibility,
        .threads = (int)(opt.threads > 0 ? opt.threads : sysconf(_SC_NPROCESSORS_ONLN)),
        .with_detail = opt.with_detail,
        .with_skewness = opt.with_skewness,
        .with_spread = opt.with_spread,
    };
    if (opt.between)
        order.choice.between =
            (enum hz_between)(1 + hz_choice_index(hz_between_names, opt.between));
    order.parameters.growth = hz_emergence_chosen(&opt.growth);
    order.parameters.negative = (enum hz_negative)hz_choice_index(hz_negative_names, opt.negative);
    order.parameters.design = (enum hz_glm_design)hz_choice_index(hz_glm_design_names, opt.design);
    if (opt.estimate_power)
        order.parameters.power = (double)NAN;
    return order;
}

static bool tabulate(const struct hz_reserve_order *order,
                     const struct hz_triangle_table *triangles, struct hz_table *out,
                     struct hz_error *err)
{
    if (opt.model)
        return hz_glm_table((enum hz_glm_view)hz_choice_index(hz_glm_view_names, opt.model), order,
                            triangles, out, err);
    if (opt.factors)
        return hz_factor_table(order, triangles, out, err);
    if (opt.run_off)
        return hz_run_off_table(order, triangles, out, err);
    if (opt.tail_parameters)
        return hz_tail_parameters_table(order, triangles, out, err);
    if (opt.show)
        return hz_selections_table(order, triangles, out, err);
    return hz_reserve_table(order, triangles, out, err);
}

/* An expected ultimate may be an amount a person, so that 75 cannot be refused: it is told. */
static void tell_prior(void)
{
    char told[160];
    if (!(opt.parameters.prior > 10))
        return;
    snprintf(told, sizeof told,
             _("--prior: taken as %g per unit of exposure; %g per cent of it is written %g%%"),
             opt.parameters.prior, opt.parameters.prior, opt.parameters.prior);
    hz_command_tell(NULL, told);
}

static bool check_between(struct hz_error *err)
{
    if (opt.between && opt.credibility)
        return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                            _("--between is of a triangle by itself, without --credibility"));
    if (opt.between && opt.development.decimals >= 0)
        return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                            _("--between finds factors by interpolation, which --round-factors "
                              "does not round: leave one of them out"));
    return !opt.ages || (opt.factors && opt.between) ||
           hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                        _("--ages goes with --factors and --between"));
}

static bool check_alike(const struct hz_development_choice *choice,
                        const struct hz_triangle_table *triangles, struct hz_error *err)
{
    return !hz_selections_have_own(choice, triangles) ||
           hz_error_set(err, HZ_ERROR_DATA, (struct hz_place){.file = opt.development.selections},
                        _("--between develops all origins alike: leave out factors of one origin"));
}

/* Tells of growth that no factor of --between and no tail has. */
static void tell_beyond(const struct hz_development_choice *choice,
                        const struct hz_triangle_table *triangles, struct hz_arena *arena)
{
    const bool has_tail = choice->tail > 1 || choice->curve.curve != HZ_TAIL_CONSTANT;
    for (size_t t = 0; t < triangles->triangles && !has_tail; t++) {
        const struct hz_triangle *triangle = &triangles->triangle[t].triangle;
        double age;
        const size_t o = hz_development_grown_beyond(triangle, &age, arena);
        if (o < triangle->origins)
            hz_remark(triangle->place,
                      _("origin %.*s has grown after %g, the last age that others go on from: no "
                        "factor tells what follows it (--tail does)"),
                      HZ_TEXT_ARGS(triangle->origin[o]), age);
    }
}

static bool run(const struct hz_sheet *in, struct hz_table *out, struct hz_error *err)
{
    struct hz_arena arena = {0};
    struct hz_triangle_table triangles;
    struct hz_reserve_order order = read_order();
    struct hz_bayesian_priors priors = hz_bayesian_published;
    order.parameters.priors = &priors;
    const int tables =
        opt.factors + opt.run_off + opt.show + opt.tail_parameters + (opt.model != NULL);
    if (tables > 1)
        return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                            _("--factors, --run-off, --show-selections, --tail-parameters and "
                              "--model are tables of their own: choose one"));
    if (tables > 0 && (opt.totals.totals || opt.totals.level))
        return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                            _("--totals and --level are of reserves, not of another table"));
    tell_prior();
    bool done = check_between(err) && hz_emergence_ages_parse(&order.ages, opt.ages, &arena, err) &&
                hz_total_options_read(&opt.totals, &order.totals, err) &&
                hz_bayesian_priors_read(&priors, opt.priors, err) &&
                hz_emergence_options_check(&opt.growth, err) &&
                hz_triangle_table_read(&triangles, in, &opt.development.form, &arena, err) &&
                (!opt.development.selections ||
                 hz_selections_read(&order.choice, &order.parameters.prior,
                                    opt.development.selections, &triangles, &arena, err)) &&
                (!opt.between || check_alike(&order.choice, &triangles, err)) &&
                hz_selections_check(&order.choice, &triangles, err) &&
                hz_exposure_read_file(&triangles, opt.exposure, &arena, err) &&
                hz_companion_read(&triangles, opt.counts, &opt.development.form,
                                  HZ_COMPANION_COUNTS, &arena, err) &&
                hz_companion_read(&triangles, opt.incurred, &opt.development.form,
                                  HZ_COMPANION_INCURRED, &arena, err);
    if (done && opt.between)
        tell_beyond(&order.choice, &triangles, &arena);
    done = done && tabulate(&order, &triangles, out, err);
    hz_arena_free(&arena);
    return done;
}

const struct hz_command hz_command = {
    .name = "hz-reserve",
    .summary = "outstanding claims reserve of claims triangles",
    .operands = "[FILE]",
    .options = options,
    .kind = HZ_COMMAND_TABLE,
    .table = run,
};

/* hz-multivariate: triangles of one portfolio developed together (多元链梯法). */

#include "development_options.h"
#include "reserve/multivariate_table.h"

static struct {
    struct hz_development_options development;
    const char *across;
    int64_t iterations, uncorrelated;
    bool is_separate, is_unbiased, has_intercept, is_general, with_detail, with_parameters;
} opt = {.development = HZ_DEVELOPMENT_OPTIONS_USUAL, .iterations = 100};

/* The averages of Mack's model: the first of hz_average_names. */
static const char *const averages[] = {"simple", "volume", "regression", NULL};

static const struct hz_option options[] = {
    HZ_TEXT(0, "across", &opt.across, "COLUMN",
            "the group column whose triangles go together (default: the only one)"),
    HZ_FLAG(0, "separate", &opt.is_separate, "factors of each triangle by itself"),
    HZ_INTEGER(0, "uncorrelated", &opt.uncorrelated, "N", 0, 1000000,
               "the last N steps of development by themselves (default: 0)"),
    HZ_FLAG(0, "intercept", &opt.has_intercept, "a constant in each regression"),
    HZ_FLAG(0, "general", &opt.is_general, "regress each triangle on the values of all"),
    HZ_FLAG(0, "unbiased", &opt.is_unbiased, "covariances of triangles estimated without bias"),
    HZ_INTEGER(0, "iterations", &opt.iterations, "N", 1, 1000000,
               "rounds of factors and covariances (default: 100, or until they stand)"),
    HZ_OPTION_AVERAGE(opt.development, averages),
    HZ_CHOICE(0, "mse", &opt.development.mse, hz_mse_rule_names,
              "how the errors of factors go together (default: mack)"),
    HZ_FLAG('d', "detail", &opt.with_detail, "process and parameter parts of the standard error",
            .under = HZ_UNDER_OUTPUT),
    HZ_FLAG(0, "parameters", &opt.with_parameters,
            "print factors, covariances and correlations by age instead", .under = HZ_UNDER_OUTPUT),
    HZ_OPTION_FORM(opt.development),
    HZ_END,
};

static bool run(const struct hz_sheet *in, struct hz_table *out, struct hz_error *err)
{
    struct hz_arena arena = {0};
    struct hz_triangle_table triangles;
    const struct hz_development_choice choice = hz_development_chosen(&opt.development);
    const struct hz_multivariate_order order = {.across = opt.across,
                                                .choice = {.average = choice.average,
                                                           .mse_rule = choice.mse_rule,
                                                           .is_separate = opt.is_separate,
                                                           .iterations = (size_t)opt.iterations,
                                                           .uncorrelated = (size_t)opt.uncorrelated,
                                                           .has_intercept = opt.has_intercept,
                                                           .is_general = opt.is_general,
                                                           .is_unbiased = opt.is_unbiased},
                                                .with_detail = opt.with_detail,
                                                .with_parameters = opt.with_parameters};
    if (opt.with_detail && opt.with_parameters)
        return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                            _("--detail and --parameters are tables of their own: choose one"));
    const bool done = hz_triangle_table_read(&triangles, in, &opt.development.form, &arena, err) &&
                      hz_multivariate_table(&order, &triangles, out, err);
    hz_arena_free(&arena);
    return done;
}

const struct hz_command hz_command = {
    .name = "hz-multivariate",
    .summary = "claims triangles of one portfolio developed together",
    .operands = "[FILE]",
    .options = options,
    .kind = HZ_COMMAND_TABLE,
    .table = run,
};

/* hz-diagnose: whether a triangle keeps to what the chain ladder assumes (准备金回溯与诊断). */

#include "common/command.h"
#include "record/diagnose_table.h"
#include "record/selections.h"

#include <math.h>

static struct {
    const char *average, *sigma, *selections;
    bool is_incremental, residuals, influence, back_test;
} opt = {.average = "volume", .sigma = "mack"};

static const struct hz_option options[] = {
    HZ_CHOICE('a', "average", &opt.average, hz_average_names,
              "how link ratios are averaged (default: volume)"),
    HZ_CHOICE('s', "sigma", &opt.sigma, hz_sigma_rule_names,
              "rule for the last sigma (default: mack)"),
    HZ_TEXT(0, "selections", &opt.selections, "FILE", "YAML file of selections, as in hz-reserve"),
    HZ_FLAG('i', "incremental", &opt.is_incremental, "values are amounts of one age, not sums"),
    HZ_FLAG(0, "residuals", &opt.residuals, "print the residual of each link ratio instead"),
    HZ_FLAG(0, "influence", &opt.influence, "print the reserve without each link ratio instead"),
    HZ_FLAG(0, "back-test", &opt.back_test, "print what became of earlier reserves instead"),
    HZ_END,
};

static bool run(const struct hz_sheet *in, struct hz_table *out, struct hz_error *err)
{
    struct hz_arena arena = {0};
    struct hz_triangle_table triangles;
    double prior = (double)NAN;
    struct hz_development_choice choice = hz_development_usual;
    choice.average = (enum hz_average)hz_choice_index(hz_average_names, opt.average);
    choice.sigma_rule = (enum hz_sigma_rule)hz_choice_index(hz_sigma_rule_names, opt.sigma);
    const enum hz_diagnosis diagnosis = opt.residuals   ? HZ_DIAGNOSE_RESIDUALS
                                        : opt.influence ? HZ_DIAGNOSE_INFLUENCE
                                        : opt.back_test ? HZ_DIAGNOSE_BACK_TEST
                                                        : HZ_DIAGNOSE_TESTS;
    if (opt.residuals + opt.influence + opt.back_test > 1)
        return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                            _("--residuals, --influence and --back-test are tables of their own: "
                              "choose one"));
    bool done = hz_triangle_table_read(&triangles, in, opt.is_incremental, &arena, err) &&
                (!opt.selections ||
                 hz_selections_read(&choice, &prior, opt.selections, &triangles, &arena, err)) &&
                hz_selections_check(&choice, &triangles, err) &&
                hz_diagnose_table(diagnosis, &choice, &triangles, out, err);
    hz_arena_free(&arena);
    return done;
}

const struct hz_command hz_command = {
    .name = "hz-diagnose",
    .summary = "tests of the chain ladder's assumptions, and of earlier reserves",
    .operands = "[FILE]",
    .options = options,
    .run = run,
};

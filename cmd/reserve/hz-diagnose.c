/* hz-diagnose: whether a triangle keeps to what the chain ladder assumes (准备金回溯与诊断). */

#include "development_options.h"
#include "reserve/diagnose_table.h"
#include "triangle/companion.h"
#include "triangle/quality_table.h"

static struct hz_development_options opt = HZ_DEVELOPMENT_OPTIONS_USUAL;
static struct {
    bool residuals, influence, back_test, diagonals, stability, link_ratios, flags;
    const char *counts;
} table;

static const struct hz_option options[] = {
    HZ_OPTION_AVERAGE(opt, hz_average_names),
    HZ_OPTION_SIGMA(opt),
    HZ_OPTION_SELECTIONS(opt),
    HZ_OPTION_FORM(opt),
    HZ_FLAG(0, "residuals", &table.residuals, "print the residual of each link ratio instead",
            .under = HZ_UNDER_OUTPUT),
    HZ_FLAG(0, "influence", &table.influence, "print the reserve without each link ratio instead",
            .under = HZ_UNDER_OUTPUT),
    HZ_FLAG(0, "flags", &table.flags, "print what is odd about the cells instead",
            .under = HZ_UNDER_OUTPUT),
    HZ_TEXT(0, "counts", &table.counts, "FILE",
            "with --flags: triangles of counts, to be looked at too", .under = HZ_UNDER_OUTPUT),
    HZ_FLAG(0, "diagonals", &table.diagonals, "print the calendar test of each diagonal instead",
            .under = HZ_UNDER_OUTPUT),
    HZ_FLAG(0, "stability", &table.stability,
            "print each age's older link ratios beside its younger ones instead",
            .under = HZ_UNDER_OUTPUT),
    HZ_FLAG(0, "link-ratios", &table.link_ratios,
            "print the link ratios of each calendar period instead", .under = HZ_UNDER_OUTPUT),
    HZ_FLAG(0, "back-test", &table.back_test, "print what became of earlier reserves instead",
            .under = HZ_UNDER_OUTPUT),
    HZ_END,
};

static bool run(const struct hz_sheet *in, struct hz_table *out, struct hz_error *err)
{
    struct hz_arena arena = {0};
    struct hz_triangle_table triangles;
    struct hz_development_choice choice;
    const enum hz_diagnosis diagnosis = table.residuals     ? HZ_DIAGNOSE_RESIDUALS
                                        : table.influence   ? HZ_DIAGNOSE_INFLUENCE
                                        : table.back_test   ? HZ_DIAGNOSE_BACK_TEST
                                        : table.diagonals   ? HZ_DIAGNOSE_DIAGONALS
                                        : table.stability   ? HZ_DIAGNOSE_STABILITY
                                        : table.link_ratios ? HZ_DIAGNOSE_LINK_RATIOS
                                                            : HZ_DIAGNOSE_TESTS;
    if (table.residuals + table.influence + table.back_test + table.diagonals + table.stability +
            table.link_ratios + table.flags >
        1)
        return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                            _("--residuals, --influence, --back-test, --diagonals, --stability, "
                              "--link-ratios and --flags are tables of their own: choose one"));
    bool done =
        hz_development_options_read(&opt, in, &triangles, &choice, &arena, err) &&
        hz_companion_read(&triangles, table.counts, &opt.form, HZ_COMPANION_COUNTS, &arena, err) &&
        (table.flags ? hz_quality_table(&triangles, out, err)
                     : hz_diagnose_table(diagnosis, &choice, &triangles, out, err));
    hz_arena_free(&arena);
    return done;
}

const struct hz_command hz_command = {
    .name = "hz-diagnose",
    .summary = "tests of the chain ladder's assumptions, and of earlier reserves",
    .operands = "[FILE]",
    .options = options,
    .kind = HZ_COMMAND_TABLE,
    .table = run,
};

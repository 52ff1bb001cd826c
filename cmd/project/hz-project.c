/* hz-project: expected payouts by calendar period of a reserve or a triangle. */

#include "common/command.h"
#include "common/total_options.h"
#include "life/curve_table.h"
#include "project/project_table.h"
#include "project/runoff_totals.h"

#include <math.h>

static struct {
    double rate, tail, inflation;
    const char *curve;
    enum hz_grain grain; /* 0: as they are */
    struct hz_total_options totals;
    bool mean_term, errors;
} opt = {.rate = (double)NAN, .tail = 1};

static const struct hz_option options[] = {
    HZ_RATE('r', "rate", &opt.rate, "RATE", -0.5, 10,
            "discount at this yearly rate too (0.03, 3%), from mid-period"),
    HZ_TEXT('c', "curve", &opt.curve, "FILE",
            "discount on a curve instead: a table with the columns term and rate"),
    HZ_RATE(0, "inflation", &opt.inflation, "RATE", -0.5, 10,
            "payouts are in the prices of now, which grow by that a year (default: 0)"),
    HZ_GRAIN('g', "grain", &opt.grain, "add up payouts to longer periods"),
    HZ_FLAG('e', "errors", &opt.errors,
            "read a triangle: Mack's chain ladder, each period with its standard error"),
    HZ_NUMBER('t', "tail", &opt.tail, "FACTOR", 1e-6, 1e6,
              "with --errors: development after the last age (default: 1, none)"),
    HZ_TOTAL_OPTIONS(opt.totals),
    HZ_FLAG('m', "mean-term", &opt.mean_term, "print totals, mean term and duration instead",
            .under = HZ_UNDER_OUTPUT),
    HZ_END,
};

static bool read_curve(struct hz_curve *curve, struct hz_arena *arena, struct hz_error *err)
{
    if (opt.curve && !isnan(opt.rate))
        return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                            _("--rate and --curve both say what to discount at: choose one"));
    if (opt.curve)
        return hz_curve_read(curve, opt.curve, arena, err);
    *curve = hz_curve_flat(opt.rate, arena);
    return true;
}

static bool read_runoffs(struct hz_runoff_table *runoffs, const struct hz_sheet *in,
                         struct hz_arena *arena, struct hz_error *err)
{
    const int grain = (int)opt.grain;
    if (opt.errors && fabs(opt.inflation) > 0)
        return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                            _("--inflation goes with a reserve: standard errors are of payments in "
                              "one and the same prices"));
    if (opt.errors)
        return hz_runoff_table_estimate(runoffs, in, opt.tail, grain, arena, err);
    if (opt.tail < 1 || opt.tail > 1)
        return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                            _("--tail goes with --errors: without it, the tail is that of "
                              "hz-reserve --tail"));
    if (!hz_runoff_table_read(runoffs, in, arena, err))
        return false;
    for (size_t i = 0; i < runoffs->runoffs && fabs(opt.inflation) > 0; i++)
        hz_runoff_inflate(&runoffs->runoff[i].runoff, opt.inflation);
    return (grain == 0 || hz_runoff_table_regroup(runoffs, (enum hz_grain)grain, arena, err));
}

static bool run(const struct hz_sheet *in, struct hz_table *out, struct hz_error *err)
{
    struct hz_arena arena = {0};
    struct hz_runoff_table runoffs;
    struct hz_curve curve;
    struct hz_total_choice totals;
    bool done = hz_total_options_read(&opt.totals, &totals, err) &&
                read_curve(&curve, &arena, err) && read_runoffs(&runoffs, in, &arena, err) &&
                (!totals.over_groups || hz_runoff_add_totals(&runoffs, &totals, &arena, err));
    runoffs.has_level = hz_total_has_level(&totals);
    runoffs.leaves_out_total = totals.leaves_out;
    if (done) {
        const struct hz_curve *used = opt.curve || !isnan(opt.rate) ? &curve : NULL;
        done = opt.mean_term ? hz_project_terms_table(&runoffs, used, out, err)
                             : hz_project_table(&runoffs, used, out, err);
    }
    hz_arena_free(&arena);
    return done;
}

const struct hz_command hz_command = {
    .name = "hz-project",
    .summary = "expected payouts by calendar period of a reserve",
    .operands = "[FILE]",
    .options = options,
    .kind = HZ_COMMAND_TABLE,
    .table = run,
};

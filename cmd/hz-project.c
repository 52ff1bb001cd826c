/* hz-project: expected payouts by calendar period of the reserve that hz-reserve prints. */

#include "common/command.h"
#include "record/project_table.h"

#include <math.h>

static struct {
    double rate;
    bool mean_term;
} opt = {.rate = (double)NAN};

static const struct hz_option options[] = {
    HZ_NUMBER('r', "rate", &opt.rate, "RATE", -0.5, 10,
              "discount at this yearly rate too (0.03, 3%), from mid-period"),
    HZ_FLAG('m', "mean-term", &opt.mean_term, "print totals, mean term and duration instead"),
    HZ_END,
};

static bool run(const struct hz_sheet *in, struct hz_table *out, struct hz_error *err)
{
    struct hz_arena arena = {0};
    struct hz_runoff_table runoffs;
    bool done = hz_runoff_table_read(&runoffs, in, &arena, err) &&
                (opt.mean_term ? hz_project_terms_table(&runoffs, opt.rate, out, err)
                               : hz_project_table(&runoffs, opt.rate, out, err));
    hz_arena_free(&arena);
    return done;
}

const struct hz_command hz_command = {
    .name = "hz-project",
    .summary = "expected payouts by calendar period of a reserve",
    .operands = "[FILE]",
    .options = options,
    .run = run,
};

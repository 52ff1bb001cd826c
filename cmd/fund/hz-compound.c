/* hz-compound: what a random number of lump sums comes to (聚合赔付分布). */

#include "common/command.h"
#include "random/trials.h"
#include "risk/compound_table.h"

#include <math.h>
#include <unistd.h>

static struct {
    const char *quantiles;
    double payouts, size;
    int64_t simulations, seed, threads;
} opt = {.quantiles = "50,75,95,99.5", .payouts = (double)NAN, .simulations = 100000, .seed = 1};

static const struct hz_option options[] = {
    HZ_NUMBER('n', "payouts", &opt.payouts, "MEAN", 1e-9, 1e9,
              "expected number of payouts (default: the sum of the column)"),
    HZ_NUMBER(0, "size", &opt.size, "R", 0, 1e9,
              "negative binomial numbers of that size (default: 0, Poisson)"),
    HZ_TEXT('q', "quantiles", &opt.quantiles, "LIST", "per cents (default: 50,75,95,99.5)"),
    HZ_INTEGER('p', "simulations", &opt.simulations, "N", 0, HZ_TRIALS_MOST,
               "how many (default: 100000; 0: none)"),
    HZ_INTEGER(0, "seed", &opt.seed, "N", 0, 1e15, "of the random numbers (default: 1)"),
    HZ_INTEGER('j', "threads", &opt.threads, "N", 1, 1024,
               "workers (default: one a processor); the result is the same",
               .under = HZ_UNDER_SHARED),
    HZ_END,
};

static bool run(const struct hz_sheet *in, struct hz_table *out, struct hz_error *err)
{
    struct hz_compound_order order = {
        .frequency = {.mean = opt.payouts, .size = opt.size},
        .simulations = (uint64_t)opt.simulations,
        .seed = (uint64_t)opt.seed,
        .threads = (int)(opt.threads > 0 ? opt.threads : sysconf(_SC_NPROCESSORS_ONLN))};
    if (opt.simulations == 1)
        return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                            _("one simulation has no spread: expected 2 or more, or 0"));
    return hz_levels_read(&order.levels, opt.quantiles, err) &&
           hz_compound_table(in, &order, out, err);
}

const struct hz_command hz_command = {
    .name = "hz-compound",
    .summary = "the distribution of the sum of lump-sum payouts",
    .operands = "[FILE]",
    .options = options,
    .kind = HZ_COMMAND_TABLE,
    .table = run,
};

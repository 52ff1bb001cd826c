/* hz-margin: quantiles and risk margins (风险边际) of reserves with standard errors. */

#include "common/command.h"
#include "record/margin_table.h"

#include <math.h>

static struct {
    const char *distribution, *quantiles;
    double rate, capital_level, term;
} opt = {.distribution = "log-normal",
         .quantiles = "75",
         .rate = (double)NAN,
         .capital_level = (double)NAN,
         .term = (double)NAN};

static const struct hz_option options[] = {
    HZ_CHOICE(0, "distribution", &opt.distribution, hz_distribution_names,
              "of what is to come (default: log-normal)"),
    HZ_TEXT(0, "quantiles", &opt.quantiles, "LIST", "per cents, ascending (default: 75)"),
    HZ_NUMBER(0, "cost-of-capital", &opt.rate, "RATE", 0, 10, "a year (6%); adds that margin"),
    HZ_NUMBER(0, "capital", &opt.capital_level, "LEVEL", 0.5, 0.999999,
              "what the capital is to be enough for (99.5%)"),
    HZ_NUMBER(0, "term", &opt.term, "YEARS", 0, 1000, "mean term of the payments"),
    HZ_END,
};

static bool run(const struct hz_sheet *in, struct hz_table *out, struct hz_error *err)
{
    struct hz_margin_order order = {.distribution = (enum hz_distribution)hz_choice_index(
                                        hz_distribution_names, opt.distribution),
                                    .rate = opt.rate,
                                    .capital_level = opt.capital_level,
                                    .term = opt.term};
    const int given = !isnan(opt.rate) + !isnan(opt.capital_level) + !isnan(opt.term);
    if (given != 0 && given != 3)
        return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                            _("a margin by cost of capital wants --cost-of-capital, --capital and "
                              "--term, all three"));
    return hz_levels_read(&order.levels, opt.quantiles, err) &&
           hz_margin_table(&order, in, out, err);
}

const struct hz_command hz_command = {
    .name = "hz-margin",
    .summary = "quantiles and risk margins of reserves with standard errors",
    .operands = "[FILE]",
    .options = options,
    .run = run,
};

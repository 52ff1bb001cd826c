/* hz-margin: quantiles and risk margins (风险边际) of reserves with standard errors. */

#include "common/command.h"
#include "life/curve_table.h"
#include "variability/margin_table.h"

#include <math.h>

static struct {
    const char *distribution, *quantiles, *payouts, *curve;
    double correlation, margin, rate, capital_level, term, interest;
} opt = {.distribution = "log-normal",
         .quantiles = "75",
         .correlation = (double)NAN,
         .margin = (double)NAN,
         .rate = (double)NAN,
         .capital_level = (double)NAN,
         .term = (double)NAN,
         .interest = (double)NAN};

static const struct hz_option options[] = {
    HZ_CHOICE(0, "distribution", &opt.distribution, hz_distribution_names,
              "of what is to come (default: log-normal)"),
    HZ_TEXT(0, "quantiles", &opt.quantiles, "LIST", "per cents, ascending (default: 75)"),
    HZ_RATE(0, "correlation", &opt.correlation, "R", 0, 1,
            "add up the totals of all groups, any two correlated like this"),
    HZ_NUMBER(0, "margin", &opt.margin, "AMOUNT", -1e100, 1e100,
              "tell the level that a margin of so much reaches"),
    HZ_RATE(0, "cost-of-capital", &opt.rate, "RATE", 0, 10, "a year (6%); adds that margin"),
    HZ_RATE(0, "capital", &opt.capital_level, "LEVEL", 0.5, 0.999999,
            "what the capital is to be enough for (99.5%)"),
    HZ_NUMBER(0, "term", &opt.term, "YEARS", 0, 1000, "mean term of the payments"),
    HZ_TEXT(0, "payouts", &opt.payouts, "FILE",
            "instead of that: what hz-project reads, of the same groups"),
    HZ_RATE('r', "rate", &opt.interest, "RATE", -0.5, 10,
            "discount the cost at this yearly rate (0.03, 3%)"),
    HZ_TEXT('c', "curve", &opt.curve, "FILE",
            "or on a curve: a table with the columns term and rate"),
    HZ_END,
};

static bool check(struct hz_error *err)
{
    const bool has_payments = !isnan(opt.term) || opt.payouts;
    const int given = !isnan(opt.rate) + !isnan(opt.capital_level) + has_payments;
    const bool discounts = opt.curve || !isnan(opt.interest);
    if (given != 0 && given != 3)
        return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                            _("a margin by cost of capital wants --cost-of-capital, --capital and "
                              "--term or --payouts, all three"));
    if (!isnan(opt.term) && opt.payouts)
        return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                            _("--term and --payouts both say when payments fall: choose one"));
    if (discounts && !opt.payouts)
        return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                            _("--rate and --curve discount the cost of capital by the years in "
                              "which it is held, which --payouts tells"));
    if (opt.curve && !isnan(opt.interest))
        return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                            _("--rate and --curve both say what to discount at: choose one"));
    return true;
}

static bool read_payouts(struct hz_margin_order *order, struct hz_runoff_table *payouts,
                         struct hz_curve *curve, struct hz_arena *arena, struct hz_error *err)
{
    struct hz_sheet *sheet = hz_arena_allocate(arena, 1, sizeof *sheet);
    if (!opt.payouts)
        return true;
    order->payouts = payouts;
    if (opt.curve || !isnan(opt.interest))
        order->curve = curve;
    *curve = hz_curve_flat(isnan(opt.interest) ? 0 : opt.interest, arena);
    return hz_sheet_read(sheet, opt.payouts, arena, err) &&
           hz_runoff_table_read(payouts, sheet, arena, err) &&
           (!opt.curve || hz_curve_read(curve, opt.curve, arena, err));
}

static bool run(const struct hz_sheet *in, struct hz_table *out, struct hz_error *err)
{
    struct hz_arena arena = {0};
    struct hz_runoff_table payouts;
    struct hz_curve curve;
    struct hz_margin_order order = {.distribution = (enum hz_distribution)hz_choice_index(
                                        hz_distribution_names, opt.distribution),
                                    .correlation = opt.correlation,
                                    .margin = opt.margin,
                                    .rate = opt.rate,
                                    .capital_level = opt.capital_level,
                                    .term = opt.term};
    const bool done = check(err) && hz_levels_read(&order.levels, opt.quantiles, err) &&
                      read_payouts(&order, &payouts, &curve, &arena, err) &&
                      hz_margin_table(&order, in, out, err);
    hz_arena_free(&arena);
    return done;
}

const struct hz_command hz_command = {
    .name = "hz-margin",
    .summary = "quantiles and risk margins of reserves with standard errors",
    .operands = "[FILE]",
    .options = options,
    .kind = HZ_COMMAND_TABLE,
    .table = run,
};

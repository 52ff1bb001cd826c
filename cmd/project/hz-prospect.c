/*
 * hz-prospect: payouts to come of cover in force and to be written, under scenarios, and the price
 * of a plan that is new.
 */

#include "common/command.h"
#include "common/shared_options.h"
#include "project/price_table.h"
#include "record/exposure_fold.h"
#include "record/prospect_fold.h"

#include <math.h>
#include <stdlib.h>

static const char *const kinds[] = {"members", "claims", "plans", NULL};
enum { OF_MEMBERS, OF_CLAIMS, OF_PLANS };
static const char *const ways[] = {"plan", "office", NULL};
static const char *const bases[] = {"event", "paid", NULL};

static struct {
    struct hz_option_date as_of;
    bool assumptions;
    int of;
    enum hz_grain grain;
    const char *exposure, *scenarios, *risk_weights, *by, *basis, *similar;
    int64_t months, paths, seed;
    double level, price, expenses;
} opt = {.grain = HZ_YEAR,
         .by = "plan",
         .basis = "event",
         .months = 12,
         .paths = 2000,
         .seed = 1,
         .level = 0.9,
         .price = (double)NAN};

static const struct hz_option options[] = {
    HZ_DATE('d', "as-of", &opt.as_of, "the valuation: the last day of a month"),
    HZ_TEXT('w', "risk-weights", &opt.risk_weights, "DAY:WEIGHT,...",
            "of members: weigh days of cover by these, not evenly"),
    HZ_TEXT('e', "exposure", &opt.exposure, "FILE",
            "of claims: the exposures to project on, which members give",
            .under = HZ_UNDER_EXPOSURE),
    HZ_TEXT('s', "scenarios", &opt.scenarios, "FILE,...", "what is supposed (YAML)"),
    HZ_INTEGER('m', "months", &opt.months, "N", 1, 120, "how far (default: 12)"),
    HZ_GRAIN('g', "grain", &opt.grain, "how long periods are (default: year)"),
    HZ_CHOICE('b', "by", &opt.by, ways, "by plan (default), or by plan and office"),
    HZ_CHOICE(0, "basis", &opt.basis, bases,
              "payouts by when their event happens (default), or by when they are paid"),
    HZ_FLAG('a', "assumptions", &opt.assumptions, "print every assumption and its origin instead",
            .under = HZ_UNDER_OUTPUT),
    HZ_RATE('l', "level", &opt.level, "P", 0.01, 0.9999,
            "of the interval from low to high (default: 0.9)"),
    HZ_INTEGER('p', "paths", &opt.paths, "N", 100, 1000000, "how many are simulated"),
    HZ_INTEGER(0, "seed", &opt.seed, "N", 0, 1e15, "of the simulation (default: 1)"),
    HZ_TEXT(0, "similar", &opt.similar, "FILE", "of plans: what plans like the new one have had"),
    HZ_RATE(0, "price", &opt.price, "P", 0.5, 0.9999,
            "of plans: the chance that contributions suffice"),
    HZ_RATE(0, "expenses", &opt.expenses, "P", 0, 0.9,
            "of plans: the part of a contribution that goes to expenses (default: 0)"),
    HZ_FORMER('k', "of", "the first operand: hz-prospect members|claims|plans [FILE...]"),
    HZ_FORMER(0, "exposures", "--exposure"),
    HZ_END,
};

/* They last as long as the command. */
static struct hz_arena arena;
static struct hz_exposure_fold exposure;
static struct hz_prospect_fold settings;

static bool prepare_exposure(struct hz_fold *fold, struct hz_error *err)
{
    exposure.how = (struct hz_unearned){.method = HZ_UNEARNED_DAILY, .as_of = opt.as_of.date};
    if (opt.risk_weights) {
        exposure.how.method = HZ_UNEARNED_RISK;
        if (!hz_risk_weights_parse(&exposure.how.weights, opt.risk_weights, err))
            return false;
    }
    hz_exposure_fold(&exposure, fold);
    return true;
}

/* The files of a list, a comma between two. */
static bool read_scenarios(struct hz_error *err)
{
    const struct hz_scenario_names names = {settings.order.exposure.plan,
                                            settings.order.exposure.office};
    const struct hz_scenario_tell whom = {hz_command_tell, NULL};
    char *list = hz_arena_string(&arena, hz_text_of(opt.scenarios)), *next = NULL;
    struct hz_scenario *scenario = hz_arena_allocate(&arena, strlen(list) + 1, sizeof *scenario);
    for (char *path = strtok_r(list, ",", &next); path; path = strtok_r(NULL, ",", &next))
        if (!hz_scenario_read(&scenario[settings.order.scenarios++], path, names, whom, &arena,
                              err))
            return false;
    settings.order.scenario = scenario;
    return settings.order.scenarios > 0 ||
           hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE, _("--scenarios names no file"));
}

/* A new plan has no records: the table of similar ones is all that is read. */
static bool print_prices(struct hz_tally *tally, const void *unused, struct hz_table *table,
                         struct hz_error *err)
{
    const struct hz_price_table_order order = {opt.price, opt.expenses, opt.assumptions};
    struct hz_sheet sheet;
    (void)tally, (void)unused;
    return hz_sheet_read(&sheet, opt.similar, &arena, err) &&
           hz_price_table(&sheet, &order, table, err);
}

/* What whoever the first operand is needs, and what goes with others. */
static bool check_options(struct hz_error *err)
{
    const bool is_new = opt.of == OF_PLANS,
               has_own = opt.similar || opt.expenses > 0 || !isnan(opt.price);
    const char *wrong = NULL;
    if (!is_new && has_own)
        wrong = _("--similar, --price and --expenses go with plans: hz-prospect plans");
    else if (!is_new && !opt.as_of.given)
        wrong = _("--as-of DATE is required");
    else if (is_new && (!opt.similar || isnan(opt.price)))
        wrong = _("new plans are priced with --similar FILE and --price P: 95% is short in one "
                  "year of twenty");
    else if (is_new && (opt.as_of.given || opt.exposure || opt.scenarios || opt.risk_weights))
        wrong = _("a price is for a year of persons, on no exposures: --as-of, --exposure, "
                  "--scenarios and --risk-weights go with members and claims");
    return !wrong || hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE, "%s", wrong);
}

static bool prepare(struct hz_fold *fold, struct hz_error *err)
{
    if (!check_options(err))
        return false;
    if (opt.of == OF_MEMBERS)
        return prepare_exposure(fold, err);
    if (opt.of == OF_PLANS) {
        *fold = (struct hz_fold){.finish = print_prices};
        return true;
    }
    if (!opt.exposure || !opt.scenarios || opt.risk_weights)
        return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                            _("claims are projected with --exposure FILE and --scenarios FILE,... "
                              "(--risk-weights goes with members)"));
    settings.order = (struct hz_prospect_order){.months = (size_t)opt.months,
                                                .grain = opt.grain,
                                                .by_office = hz_choice_index(ways, opt.by) == 1,
                                                .is_paid = hz_choice_index(bases, opt.basis) == 1,
                                                .assumptions = opt.assumptions,
                                                .level = opt.level,
                                                .paths = (size_t)opt.paths,
                                                .seed = (uint64_t)opt.seed,
                                                .threads = (int)hz_shared.threads};
    if (!hz_exposures_read(&settings.order.exposure, opt.exposure, opt.as_of.date, &arena, err) ||
        !read_scenarios(err))
        return false;
    hz_prospect_fold(&settings, fold);
    return true;
}

const struct hz_command hz_command = {
    .name = "hz-prospect",
    .summary = "payouts to come of cover in force and to be written",
    .operands = "members|claims|plans [FILE...]",
    .subjects = kinds,
    .subject = &opt.of,
    .options = options,
    .kind = HZ_COMMAND_FOLD,
    .fold = prepare,
};

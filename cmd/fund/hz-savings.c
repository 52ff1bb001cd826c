/* hz-savings: what is owed for deposits that are given back at maturity (储金型). */

#include "common/command.h"
#include "fund/savings_table.h"
#include "record/savings_fold.h"

#include <math.h>

static struct {
    struct hz_option_date from, as_of;
    const char *by, *curve, *plans, *lists, *tables, *death, *lapse, *equal;
    double rate;
    bool ladder;
} opt = {.rate = (double)NAN};

static const struct hz_option options[] = {
    HZ_DATE('d', "as-of", &opt.as_of, "what is owed at the end of this day"),
    HZ_DATE(0, "from", &opt.from, "movement from this day on (default: 1 January of that year)"),
    HZ_TEXT('b', "by", &opt.by, "COLUMN,...", "a row a group of these columns, and the total"),
    HZ_RATE('r', "rate", &opt.rate, "RATE", -0.99, 10, "discount at this yearly rate"),
    HZ_TEXT('c', "curve", &opt.curve, "FILE", "discount by this curve: columns term and rate"),
    HZ_TEXT('P', "plans", &opt.plans, "DIR", "plans, whose deposits records need not repeat"),
    HZ_TEXT(0, "lists", &opt.lists, "DIR", "their lists of diseases"),
    HZ_TEXT('t', "tables", &opt.tables, "FILE", "rates: columns table, sex, age and rate"),
    HZ_TEXT(0, "death", &opt.death, "TABLE", "the table of it that deaths follow"),
    HZ_TEXT(0, "lapse", &opt.lapse, "TABLE", "the table of it that withdrawals follow"),
    HZ_FLAG('l', "ladder", &opt.ladder, "what is given back, by month of maturity"),
    HZ_TEXT('e', "equal", &opt.equal, "DEPOSIT:PLAIN:YEARS,...",
            "read nothing: the yield at which each deposit costs what a plain contribution does"),
    HZ_END,
};

static bool usage(struct hz_error *err, const char *want)
{
    return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE, "%s", want);
}

static bool check_options(struct hz_error *err)
{
    if (!opt.as_of.given)
        return usage(err, _("expected --as-of DATE"));
    if (opt.from.given && opt.from.date > opt.as_of.date)
        return usage(err, _("--from is after --as-of"));
    if (isnan(opt.rate) == !opt.curve)
        return usage(err,
                     _("expected --rate RATE or --curve FILE, and one of them: no rate is usual"));
    if (!opt.tables != (!opt.death && !opt.lapse))
        return usage(err, _("--tables goes with --death or --lapse or both"));
    return true;
}

static bool finish_equal(struct hz_tally *tally, const void *settings, struct hz_table *out,
                         struct hz_error *err)
{
    (void)tally;
    (void)settings;
    return hz_savings_equal_table(opt.equal, out, err);
}

static bool prepare(struct hz_fold *fold, struct hz_error *err)
{
    static struct hz_savings_fold settings;
    static struct hz_plans plans;
    static struct hz_rate_tables tables;
    static struct hz_arena arena;
    fold->finish = finish_equal;
    if (opt.equal)
        return true;
    if (!check_options(err))
        return false;
    const int year = hz_date_civil(opt.as_of.date).year;
    settings.as_of = opt.as_of.date;
    settings.from = opt.from.given ? opt.from.date : hz_date_of((struct hz_civil){year, 1, 1});
    settings.is_ladder = opt.ladder;
    settings.plans = opt.plans ? &plans : NULL;
    settings.tables = opt.tables ? &tables : NULL;
    settings.death = opt.death;
    settings.lapse = opt.lapse;
    settings.curve = hz_curve_flat(opt.rate, &arena);
    if (!hz_groups_parse(&settings.by, opt.by, opt.ladder ? hz_savings_ladder : hz_savings_result,
                         &arena, err) ||
        (opt.curve && !hz_curve_read(&settings.curve, opt.curve, &arena, err)) ||
        (opt.plans && !hz_plans_read(&plans, opt.plans, opt.lists,
                                     (struct hz_plans_tell){.tell = hz_command_tell}, err)) ||
        (opt.tables && !hz_rate_tables_read(&tables, opt.tables, &arena, err)) ||
        (opt.death && !hz_rate_tables_need(&tables, opt.death, err)) ||
        (opt.lapse && !hz_rate_tables_need(&tables, opt.lapse, err)))
        return false;
    hz_savings_fold(&settings, fold);
    return true;
}

const struct hz_command hz_command = {
    .name = "hz-savings",
    .summary = "what is owed for deposits that are given back at maturity",
    .operands = "[FILE...]",
    .options = options,
    .kind = HZ_COMMAND_FOLD,
    .fold = prepare,
};

/*
 * hz-ratios: frequency, mean payment, cost of an enrolment; where the growth of an amount comes
 * from.
 */

#include "common/command.h"
#include "growth/ratio_table.h"
#include "growth/target_table.h"

static struct {
    struct hz_ratio_order order;
    bool decompose;
    const char *parts, *figure, *targets;
    bool totals;
} opt;

static const struct hz_option options[] = {
    HZ_TEXT('e', "enrolments", &opt.order.enrolments, "FIGURE",
            "as in 9773万; by year: its column"),
    HZ_TEXT('n', "payouts", &opt.order.payouts, "FIGURE",
            "how many, as in 326.50万; or its column"),
    HZ_TEXT('a', "amount", &opt.order.amount, "FIGURE", "yuan paid, as in 41.59亿; or its column"),
    HZ_TEXT('c', "contribution", &opt.order.contribution, "FIGURE", "yuan received; or its column"),
    HZ_FLAG('t', "totals", &opt.totals, "these are figures of published totals; no FILE",
            .is_alone = true),
    HZ_FLAG('d', "decompose", &opt.decompose, "the amount's growth by enrolments, frequency, mean"),
    HZ_TEXT('p', "parts", &opt.parts, "COLUMN", "what each of these adds to the growth of all"),
    HZ_TEXT(0, "figure", &opt.figure, "COLUMN", "for --parts: of what (default: enrolments)"),
    HZ_TEXT(0, "targets", &opt.targets, "FILE",
            "with --parts: what was planned of each, and how much of it came"),
    HZ_FORMER('f', "", "--figure"),
    HZ_END,
};

static bool hold_against_targets(const struct hz_sheet *in, struct hz_table *out,
                                 struct hz_error *err)
{
    struct hz_arena arena = {0};
    struct hz_sheet targets;
    const bool done = hz_sheet_read(&targets, opt.targets, &arena, err) &&
                      hz_target_table(in, opt.parts, opt.figure, &targets, out, err);
    hz_arena_free(&arena);
    return done;
}

static bool run(const struct hz_sheet *in, struct hz_table *out, struct hz_error *err)
{
    if (opt.totals + opt.decompose + (opt.parts != NULL) > 1)
        return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                            _("--totals, --decompose and --parts are tables of their own: choose "
                              "one"));
    if (opt.figure && !opt.parts)
        return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                            _("--figure goes with --parts; how a table is printed is --format"));
    if (!opt.figure)
        opt.figure = "enrolments";
    if (opt.targets && !opt.parts)
        return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                            _("--targets wants --parts COLUMN: whose targets they are"));
    if (opt.totals)
        return hz_ratio_table(&opt.order, out, err);
    if (opt.targets)
        return hold_against_targets(in, out, err);
    if (opt.parts)
        return hz_contribution_table(in, opt.parts, opt.figure, out, err);
    return hz_ratio_years_table(in, &opt.order, opt.decompose, out, err);
}

const struct hz_command hz_command = {
    .name = "hz-ratios",
    .summary = "what enrolments, payouts and amounts say of each other",
    .operands = "[FILE]",
    .options = options,
    .kind = HZ_COMMAND_TABLE,
    .table = run,
};
